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
    "form.same_name": (
        (
            "phiếu của '{unit}' và '{other}' có cùng tên tệp {file}",
            "sẽ ghi đè lên nhau",
            "Sửa một trong hai mã đơn vị.",
        ),
        (
            "the forms of '{unit}' and '{other}' would both be {file}",
            "one in place of the other",
            "Change one identifier.",
        ),
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
            "kiểu {kind} không phải là bảng",
            "ở đây cần đường dẫn, bảng dữ liệu (data frame) hoặc các dòng dạng dict",
            "Dùng một trong ba dạng đó; LazyFrame thì gọi collect() trước.",
        ),
        (
            "a value of type {kind}, which is no table",
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
    "sheet.hidden_row": (
        ("dòng bị ẩn có dữ liệu", "người duyệt không nhìn thấy", "Bỏ ẩn và bỏ lọc, kiểm tra, rồi lưu lại."),
        ("a hidden row that holds something", "which nobody sees", "Unhide it, clear filters, check it and save."),
    ),
    "sheet.hidden_column": (
        ("cột {column} bị ẩn có dữ liệu", "người duyệt không nhìn thấy", "Bỏ ẩn, kiểm tra, rồi lưu lại."),
        ("the hidden column {column} holds something", "which nobody sees", "Unhide it, check it and save."),
    ),
    "sheet.merged": (
        ("các ô {range} bị gộp", "không rõ giá trị thuộc ô nào", "Bỏ gộp ô (Unmerge), rồi điền từng ô."),
        (
            "the cells {range} are merged",
            "so nobody can say whose the value is",
            "Unmerge them, then fill in each.",
        ),
    ),
    "sheet.repeated_cell": (
        ("ô này có hai giá trị trong tệp", "tệp bị hỏng", "Mở bằng Excel và lưu lại."),
        ("this cell has two values in the file", "which is damaged", "Open it in Excel and save it again."),
    ),
    "worksheet.no_sheet": (
        ("không có trang tính '{sheet}'", "có: {there}", "Đặt lại tên trang tính, hoặc lập lại bằng criteria-sheet."),
        ("there is no sheet '{sheet}'", "there are: {there}", "Rename the sheet, or make a new one by criteria-sheet."),
    ),
    "worksheet.no_header": (
        ("không có cột {columns}", "không rõ cột nào là gì", "Ghi tên cột ở dòng đầu của trang tính."),
        ("there is no column {columns}", "so the columns cannot be told apart", "Write it in the sheet's first row."),
    ),
    "worksheet.column": (
        ("cột lạ '{found}'", "", "Các cột: {known}. Sửa tên cột, hoặc bỏ cột."),
        ("unknown column '{found}'", "", "Columns: {known}. Correct it, or remove the column."),
    ),
    "worksheet.column_twice": (
        ("cột '{found}' xuất hiện lần thứ hai", "không rõ cột nào đúng", "Bỏ một cột."),
        ("the column '{found}' a second time", "so nobody can say which holds", "Remove one of them."),
    ),
    "worksheet.no_key": (
        ("giá trị '{value}' không có mục", "không rõ là giá trị của mục nào", "Ghi tên mục vào ô này."),
        ("the value '{value}' without a key", "so nobody can say what it is", "Write its key into this cell."),
    ),
    "worksheet.key": (
        ("mục '{key}'", "trùng, sai thứ tự, hoặc viết sai", "Viết dạng a.b hoặc a.b[1].c; đánh số lần lượt từ 1."),
        (
            "the key '{key}'",
            "which stands twice, out of order, or is misspelt",
            "Write a.b or a.b[1].c, in order from 1.",
        ),
    ),
    "worksheet.level": (
        ("cấp '{found}'", "sau dòng trên, cấp phải từ 1 đến {most}", "Ghi số cấp: 1 là lĩnh vực, 2 là tiêu chí, ..."),
        (
            "the level '{found}'",
            "where 1 to {most} can follow the row above",
            "Write 1 for areas, 2 for their parts, ...",
        ),
    ),
    "worksheet.step_alone": (
        ("mức chấm đứng trước tiêu chí", "không rõ của tiêu chí nào", "Đặt mức dưới dòng tiêu chí của nó."),
        ("a step before any criterion", "so nobody can say whose it is", "Put it below its criterion's row."),
    ),
    "worksheet.no_rule": (
        ("có mức hoặc tham số nhưng không có cách chấm", "", "Chọn cách chấm ở cột 'Cách chấm'."),
        ("steps or parameters without a rule", "", "Choose one in the column 'Rule'."),
    ),
    "worksheet.other_twice": (
        ("'{key}' được ghi hai nơi", "đã có ở cột riêng", "Bỏ một trong hai."),
        ("'{key}' in two places", "where a column of its own has it already", "Remove one of them."),
    ),
    "form.no_unit": (
        ("phiếu không ghi mã đơn vị", "không rõ phiếu của đơn vị nào", "Ghi mã đơn vị vào ô bên phải '{word}'."),
        ("the form names no unit", "so nobody can say whose it is", "Write the identifier right of '{word}'."),
    ),
    "form.other_criteria": (
        ("phiếu của bộ tiêu chí '{found}'", "đang chấm theo '{expected}'", "Dùng phiếu của đúng bộ tiêu chí."),
        ("a form of the set '{found}'", "while this is '{expected}'", "Use the form of the right set."),
    ),
    "form.other_edition": (
        (
            "phiếu được lập từ một bản khác của bộ tiêu chí {criteria}",
            "mã kiểm tra không khớp: điểm tối đa hoặc cách chấm có thể đã thay đổi",
            "Lập lại phiếu bằng cchc-index template, rồi chép số liệu sang.",
        ),
        (
            "the form was made from another version of the set {criteria}",
            "as its fingerprint tells: maximum points or rules may have changed since",
            "Make the form anew with cchc-index template, and copy the values.",
        ),
    ),
    "form.other_stage": (
        ("phiếu của giai đoạn '{found}'", "ở đây cần phiếu của giai đoạn '{wanted}'", "Dùng đúng phiếu."),
        ("a form of the stage '{found}'", "while '{wanted}' is wanted here", "Use the right form."),
    ),
    "form.other_side": (
        (
            "phiếu không có cột giá trị hoặc điểm của giai đoạn '{stage}'",
            "",
            "Dùng phiếu có cột của giai đoạn này.",
        ),
        (
            "the form has no column of values or points for the stage '{stage}'",
            "",
            "Use a form with the columns of that stage.",
        ),
    ),
    "form.twice": (
        ("phiếu thứ hai của đơn vị '{unit}'", "đã có trong {first}", "Giữ một phiếu."),
        ("a second form of the unit '{unit}'", "which has one already in {first}", "Keep one of the two."),
    ),
    "form.stray": (
        ("giá trị trong dòng không có mã tiêu chí", "không rõ của tiêu chí nào", "Chuyển giá trị về đúng dòng."),
        ("a value in a row without a code", "so nobody can say what it is for", "Move it to the row it belongs to."),
    ),
    "form.stray_number": (
        (
            "số {value} ở ô không dùng để điền",
            "số ghi ở đây không được tính",
            "Chuyển số về đúng ô của tiêu chí, hoặc xoá đi.",
        ),
        (
            "the number {value} in a cell that is not for filling in",
            "so it would not count",
            "Move it to the cell it belongs to, or delete it.",
        ),
    ),
    "form.other_maximum": (
        (
            "điểm tối đa của {code} trên phiếu là {found}",
            "trong bộ tiêu chí là {expected}",
            "Khôi phục điểm tối đa; phiếu không thay đổi được bộ tiêu chí.",
        ),
        (
            "the form says that {code} has at most {found} points",
            "while the set says {expected}",
            "Restore the maximum; a form cannot change the set.",
        ),
    ),
    "form.subtotal": (
        (
            "tổng {found} điểm của {code} được gõ tay",
            "tổng điểm các tiêu chí thành phần là {expected}",
            "Khôi phục công thức tổng, hoặc sửa điểm thành phần.",
        ),
        (
            "a total of {found} points typed for {code}",
            "while those of its parts add up to {expected}",
            "Restore the formula of the total, or correct the parts.",
        ),
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
