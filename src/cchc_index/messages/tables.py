"""Messages about tables and registers."""

from __future__ import annotations

from typing import Final

MESSAGES: Final = {
    "table.broken": (
        ("không đọc được dòng này ({fault})", "", "Kiểm tra dấu nháy kép được mở mà không đóng."),
        ("this line cannot be read ({fault})", "", "Look for a quote that is not closed."),
    ),
    "table.empty": (
        ("bảng không có dòng nào", "", "Điền bảng, hoặc bỏ tệp."),
        ("the table is empty", "", "Fill it in, or leave it out."),
    ),
    "table.delimiter": (
        (
            "chỉ có một cột, và trong đó có '{other}'",
            "các ô được cho là cách nhau bằng '{declared}'",
            'Khai báo delimiter: "{other}" cho tệp này.',
        ),
        (
            "there is one column only, with '{other}' in it",
            "since cells are taken to be separated by '{declared}'",
            'Declare delimiter: "{other}" for the file.',
        ),
    ),
    "table.unnamed": (
        ("cột thứ {number} không có tên", "không rõ cột chứa gì", "Đặt tên cột, hoặc xóa cột."),
        ("column {number} has no name", "so nobody can say what it holds", "Name it, or delete it."),
    ),
    "table.header_twice": (
        ("tên cột '{header}' xuất hiện hai lần (cột {first} và {second})", "", "Đổi tên hoặc xóa một cột."),
        ("the column name '{header}' stands twice (columns {first} and {second})", "", "Rename or delete one of them."),
    ),
    "table.code_twice": (
        (
            "mã '{header}' đứng đầu hai cột (cột {first} và {second})",
            "có thể Excel đã đọc mã như một số (1.10 thành 1.1)",
            "Định dạng dòng tiêu đề là Text, rồi gõ lại mã.",
        ),
        (
            "the code '{header}' heads two columns ({first} and {second})",
            "perhaps because Excel has read a code as a number (1.10 becomes 1.1)",
            "Format the row of headers as text, then type the codes again.",
        ),
    ),
    "table.many_cells": (
        ("bảng có hơn {most} ô", "vượt giới hạn", "Chia bảng thành các tệp nhỏ hơn."),
        ("the table has more than {most} cells", "which is the limit", "Split it into smaller files."),
    ),
    "table.stopped": (
        (
            "có hơn {most} lỗi",
            "thường do một nguyên nhân, nên dừng đọc tại đây",
            "Sửa các lỗi dưới đây rồi kiểm tra lại.",
        ),
        (
            "there are more than {most} problems",
            "which most often have one cause, so reading stopped here",
            "Mend those below, then check again.",
        ),
    ),
    "unit.many": (
        ("có hơn {most} đơn vị", "vượt giới hạn", "Chia đợt đánh giá thành nhiều đợt."),
        ("there are more than {most} units", "which is the limit", "Make several cycles of it."),
    ),
    "table.code_as_number": (
        (
            "mã {found} là một số, không phải chữ",
            "Excel đọc mã như một số (1.10 thành 1.1), nên không rõ mã nào",
            "Định dạng ô là Text, rồi gõ lại mã.",
        ),
        (
            "the code {found} is a number and no text",
            "since Excel has read the code as a number (1.10 becomes 1.1)",
            "Format the cell as text, then type the code again.",
        ),
    ),
    "table.code_as_float": (
        (
            "mã {found} là số thực, không phải chữ",
            "mã 1.10 đọc thành số chỉ còn 1.1, nên không rõ mã nào",
            "Đọc cột mã thành chữ, ví dụ dtype=str; tên cột cũng là chữ.",
        ),
        (
            "the code {found} is a float and no text",
            "and 1.10 read as a number is 1.1, so that nobody knows which code it was",
            "Read codes as text, for example with dtype=str; name columns by text as well.",
        ),
    ),
    "table.code_as_date": (
        (
            "ngày {found} ở chỗ của mã",
            "chương trình bảng tính đã đổi một mã như 1.2 hoặc 1-2 thành ngày",
            "Định dạng ô là Text, rồi gõ lại mã.",
        ),
        (
            "the date {found} where a code belongs",
            "of which a spreadsheet made a date, such as 1.2 or 1-2",
            "Format the cell as Text, then type the code.",
        ),
    ),
    "table.no_rows": (
        ("bảng có dòng tiêu đề nhưng không có đơn vị nào", "", "Điền ít nhất một đơn vị, hoặc dùng đúng tệp."),
        ("the table has a header and no unit", "", "Enter at least one unit, or use the right file."),
    ),
    "table.kind": (
        (
            "tham số '{argument}' có kiểu {kind}, không phải là bảng",
            "ở đây cần đường dẫn, bảng dữ liệu (data frame) hoặc các dòng dạng dict",
            "Dùng một trong ba dạng đó; LazyFrame thì gọi collect() trước.",
        ),
        (
            "the argument '{argument}' is of type {kind}, which is no table",
            "where a path, an eager data frame or rows of dicts belong",
            "Pass one of these; of a LazyFrame, what collect() returns.",
        ),
    ),
    "table.title_row": (
        ("dòng tiêu đề '{found}' phía trên bảng", "dòng đầu tiên phải là tên các cột", "Xóa các dòng trên tên cột."),
        (
            "a title '{found}' above the table",
            "while the first row must name the columns",
            "Delete the rows above the column names.",
        ),
    ),
    "table.totals_row": (
        (
            "dòng tổng cộng",
            "đây không phải là một đơn vị",
            "Xóa dòng này, hoặc khai báo totals: yes cho tệp để kiểm tra tổng.",
        ),
        (
            "a row of totals",
            "which is no unit",
            "Delete it, or declare totals: yes for the file to have it checked.",
        ),
    ),
    "table.total_differs": (
        ("tổng {found}", "tổng các dòng phía trên là {expected}", "Sửa tổng, hoặc tìm giá trị sai trong cột."),
        ("a total of {found}", "while the rows above add up to {expected}", "Correct it, or the value that is wrong."),
    ),
    "unit.zeros": (
        (
            "đơn vị lạ '{unit}'",
            "danh sách có mã này với số 0 ở đầu: Excel đã bỏ số 0",
            "{hint}Định dạng ô là Text, rồi gõ lại mã.",
        ),
        (
            "unknown unit '{unit}'",
            "which the register has with zeros in front, as Excel drops them",
            "{hint}Format the cell as text, then type the identifier again.",
        ),
    ),
    "table.field_twice": (
        ("cột '{header}' chứa cùng dữ liệu với cột '{first}'", "", "Xóa một trong hai cột."),
        ("the column '{header}' holds the same field as '{first}'", "", "Delete one of the two."),
    ),
    "table.blank_row": (
        ("dòng trống ở giữa bảng", "có thể mất dữ liệu", "Xóa dòng này."),
        ("a blank row inside the table", "where something may have been lost", "Delete it."),
    ),
    "table.ragged": (
        (
            "{cells} ô trong khi bảng có {columns} cột",
            "giá trị có thể nằm sai cột",
            "Kiểm tra dấu ngăn cách và dấu nháy trong dòng này.",
        ),
        (
            "{cells} cells in a table of {columns} columns",
            "so values may stand in the wrong column",
            "Check the separators and quotes of this row.",
        ),
    ),
    "table.one_column": (
        (
            "chỉ có một cột, và đó không phải là cột 'unit'",
            "nên có lẽ đây không phải là bảng",
            "Kiểm tra tên tệp; nếu đúng là bảng, đặt tên 'unit' cho cột mã đơn vị và khai báo dấu ngăn cách các ô.",
        ),
        (
            "there is one column only, which is not 'unit'",
            "so this may be no table",
            "Check the file's name; if it is a table, call its identifiers' column 'unit' and declare its delimiter.",
        ),
    ),
    "table.no_unit": (
        (
            "không có cột 'unit' (có: {found})",
            "không rõ mỗi dòng là của đơn vị nào",
            "Đặt tên 'unit' cho cột mã đơn vị.",
        ),
        (
            "there is no column 'unit' (there are: {found})",
            "so nobody can say whose row is whose",
            "Name the column of identifiers 'unit'.",
        ),
    ),
    "table.unknown_column": (
        ("cột lạ '{found}'", "bộ tiêu chí không có mã này", "{hint}Sửa tên cột, hoặc xóa cột."),
        ("unknown column '{found}'", "and the set has no such code", "{hint}Correct its name, or delete it."),
    ),
    "table.unknown_code": (
        ("mã lạ '{code}'", "bộ tiêu chí {criteria} không có mã này", "{hint}Sửa mã."),
        ("unknown code '{code}'", "of which the set {criteria} knows nothing", "{hint}Correct the code."),
    ),
    "table.unknown_field": (
        (
            "trường '{field}' của tiêu chí {code}",
            "cách chấm của tiêu chí không đọc trường này",
            "Có thể dùng: {known}.",
        ),
        ("the field '{field}' of criterion {code}", "which its rule does not read", "There are: {known}."),
    ),
    "table.parent_field": (
        (
            "cột giá trị cho tiêu chí {code}",
            "tiêu chí này được cộng từ các thành phần",
            "Chấm các tiêu chí thành phần; cột '{code}' chỉ ghi na khi không áp dụng.",
        ),
        (
            "a column of values for criterion {code}",
            "which is added up from its parts",
            "Report the parts; the column '{code}' only says na where it does not apply.",
        ),
    ),
    "table.other_title": (
        (
            "tiêu đề '{found}' cho mã {code}",
            "bộ tiêu chí ghi '{expected}'",
            "Kiểm tra cột có bị lệch không, rồi sửa tiêu đề hoặc mã.",
        ),
        (
            "the title '{found}' for code {code}",
            "which the set calls '{expected}'",
            "See whether columns have shifted; then correct the title or the code.",
        ),
    ),
    "table.other_criteria": (
        ("dữ liệu của bộ tiêu chí '{found}'", "đang chấm theo '{expected}'", "Dùng tệp của đúng bộ tiêu chí."),
        ("values for the set '{found}'", "and this is '{expected}'", "Use the file of the right set."),
    ),
    "table.no_column": (
        ("không có cột cho tiêu chí {code} ({title})", "thiếu không phải là 0", "Thêm cột '{code}'."),
        ("there is no column for criterion {code} ({title})", "and missing is not zero", "Add the column '{code}'."),
    ),
    "unit.blank": (
        ("không có mã đơn vị", "", "Ghi mã đơn vị, hoặc xóa dòng."),
        ("the row names no unit", "", "Write its identifier, or delete the row."),
    ),
    "unit.twice": (
        ("đơn vị '{unit}' lần thứ hai", "đã có ở dòng {first}", "Xóa một trong hai dòng."),
        ("the unit '{unit}' a second time", "which stands already in row {first}", "Delete one of the two rows."),
    ),
    "unit.unknown": (
        ("đơn vị lạ '{unit}'", "không có trong danh sách đơn vị", "{hint}Sửa mã, hoặc thêm đơn vị vào danh sách."),
        (
            "unknown unit '{unit}'",
            "which the register does not list",
            "{hint}Correct the identifier, or add the unit to the register.",
        ),
    ),
    "unit.missing": (
        (
            "thiếu đơn vị '{unit}' ({name})",
            "danh sách đơn vị có đơn vị này nhưng không bảng nào có",
            "Thêm dòng hoặc phiếu của đơn vị, hoặc bỏ khỏi danh sách.",
        ),
        (
            "the unit '{unit}' ({name}) is missing",
            "the register lists it, and no table does",
            "Add its row or its form, or take it off the register.",
        ),
    ),
    "unit.looks_alike": (
        (
            "đơn vị '{unit}' trông giống hệt '{other}'",
            "trên giấy không phân biệt được, nên không rõ là một hay hai đơn vị",
            "Viết thống nhất, hoặc đổi một trong hai mã.",
        ),
        (
            "the unit '{unit}' looks like '{other}'",
            "so that nobody can tell in print whether these are one unit or two",
            "Spell it in one way, or change one of the identifiers.",
        ),
    ),
    "unit.spelt_two_ways": (
        ("'{unit}' và '{other}'", "có thể là cùng một đơn vị", "Viết mã đơn vị theo một cách."),
        ("'{unit}' and '{other}'", "which may be one unit", "Spell the identifier one way."),
    ),
    "unit.other_name": (
        (
            "tên '{found}' của đơn vị {unit}",
            "danh sách ghi '{expected}'",
            "Kiểm tra dòng có bị lệch không, rồi sửa tên hoặc mã.",
        ),
        (
            "the name '{found}' for unit {unit}",
            "which the register calls '{expected}'",
            "See whether rows have shifted; then correct the name or the identifier.",
        ),
    ),
    "unit.other_group": (
        ("nhóm '{found}' của đơn vị {unit}", "danh sách ghi '{expected}'", "Sửa nhóm ở một trong hai nơi."),
        ("the group '{found}' for unit {unit}", "which the register puts in '{expected}'", "Correct one of the two."),
    ),
    "unit.ranked": (
        ("giá trị của 'ranked'", "phải là yes hoặc no", "Ghi yes hoặc no."),
        ("the value of 'ranked'", "which must be yes or no", "Write yes or no."),
    ),
    "unit.no_column": (
        (
            "không có cột '{column}'",
            "điều kiện 'không áp dụng' của tiêu chí {code} đọc cột này",
            "Thêm cột '{column}' vào danh sách đơn vị. Đang có: {known}.",
        ),
        (
            "there is no column '{column}'",
            "which the not-applicable condition of criterion {code} reads",
            "Add the column '{column}' to the register. It has: {known}.",
        ),
    ),
    "unit.condition": (
        (
            "'{found}'",
            "điều kiện của tiêu chí {code} cần biết có phải '{wanted}' hay không",
            "Ghi yes hoặc no, hoặc giá trị đầy đủ.",
        ),
        (
            "'{found}'",
            "from which criterion {code} cannot tell whether it is '{wanted}'",
            "Write yes or no, or the value in full.",
        ),
    ),
    "unit.no_rule_column": (
        (
            "không có cột '{column}'",
            "{name} đọc cột này",
            "Thêm cột '{column}' vào danh sách đơn vị. Đang có: {known}.",
        ),
        (
            "there is no column '{column}'",
            "which {name} reads",
            "Add the column '{column}' to the register. It has: {known}.",
        ),
    ),
    "unit.no_rank_column": (
        (
            "không có cột '{column}'",
            "bộ tiêu chí xếp hạng theo cột này (rank.within)",
            "Thêm cột vào danh sách đơn vị, hoặc sửa rank.within. Đang có: {known}.",
        ),
        (
            "there is no column '{column}'",
            "within which the set ranks (rank.within)",
            "Add it to the register, or correct rank.within. There are: {known}.",
        ),
    ),
    "unit.two_spellings": (
        (
            "'{found}'",
            "đơn vị {unit} ghi '{first}', hai cách viết của cùng một giá trị",
            "Ghi thống nhất một cách.",
        ),
        (
            "'{found}'",
            "while the unit {unit} has '{first}': two spellings of one value",
            "Write it in one way.",
        ),
    ),
    "unit.slip": (
        (
            "'{found}'",
            "bộ tiêu chí không biết giá trị này, chỉ biết '{meant}'",
            "Ghi '{meant}', hoặc một giá trị khác hẳn.",
        ),
        (
            "'{found}'",
            "which the set does not know, though it knows '{meant}'",
            "Write '{meant}', or something that is not nearly the same.",
        ),
    ),
    "unit.no_bands": (
        (
            "nhóm '{group}' không có mức xếp loại",
            "bộ tiêu chí chỉ xếp loại: {known}",
            "Sửa nhóm của đơn vị, hoặc thêm mức cho nhóm này.",
        ),
        (
            "the group '{group}' has no bands",
            "and the set has some only for: {known}",
            "Correct the units' group, or add bands for it.",
        ),
    ),
}
