"""Messages about tables, units and reported values."""

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
            "Thêm dòng của đơn vị, hoặc bỏ khỏi danh sách.",
        ),
        (
            "the unit '{unit}' ({name}) is missing",
            "the register lists it, and no table does",
            "Add its row, or take it off the register.",
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
    "value.which_field": (
        (
            "giá trị '{value}' ở cột chỉ ghi mã {code}",
            "tiêu chí này có nhiều trường",
            "Ghi rõ trường: {known}.",
        ),
        (
            "the value '{value}' in a column headed {code} alone",
            "while the criterion has several fields",
            "Name the field: {known}.",
        ),
    ),
    "value.not_optional": (
        (
            "tiêu chí {code}",
            "bộ {criteria} không cho phép bỏ tiêu chí này (optional: {known})",
            "Sửa mã, hoặc ghi optional trong tệp tiêu chí.",
        ),
        (
            "criterion {code}",
            "which the set {criteria} does not let a cycle leave out (optional: {known})",
            "Correct the code, or write 'optional' in the criteria file.",
        ),
    ),
    "value.beside_absent": (
        (
            "'{value}' ở tiêu chí {code}",
            "tiêu chí này không tính năm nay",
            "Xóa giá trị, hoặc bỏ tiêu chí khỏi 'absent'.",
        ),
        (
            "'{value}' at criterion {code}",
            "which is left out this year",
            "Delete the value, or take the criterion off 'absent'.",
        ),
    ),
    "value.elsewhere": (
        (
            "{names}",
            "phương án này không dành cho đơn vị",
            "Xóa giá trị, hoặc sửa cột trong danh sách đơn vị.",
        ),
        (
            "{names}",
            "which is not this unit's alternative",
            "Delete the value, or correct the unit's column in the register.",
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
    "value.missing": (
        ("tiêu chí {code} để trống", "thiếu không phải là 0", "Ghi giá trị, hoặc na nếu được phép không áp dụng."),
        (
            "criterion {code} is blank",
            "and missing is not zero",
            "Write the value, or na where the criterion may not apply.",
        ),
    ),
    "value.missing_field": (
        ("tiêu chí {code} thiếu {lacking}", "không đủ để tính", "Ghi giá trị còn thiếu."),
        ("criterion {code} lacks {lacking}", "without which it cannot be scored", "Write what is missing."),
    ),
    "value.two_ways": (
        ("tiêu chí {code} được báo cáo theo hai cách ({names})", "không rõ cách nào đúng", "Chỉ giữ một cách."),
        ("criterion {code} is reported in two ways ({names})", "so nobody can say which counts", "Keep one of them."),
    ),
    "value.twice": (
        ("giá trị của tiêu chí {code} lần thứ hai", "đã có ở {first}", "Xóa một trong hai."),
        ("a value for criterion {code} a second time", "the first stands in {first}", "Delete one of the two."),
    ),
    "value.not_allowed": (
        (
            "'{value}' ở tiêu chí {code}",
            "bộ tiêu chí không cho phép đơn vị này ghi không áp dụng",
            "Ghi giá trị thật, hoặc sửa 'not_applicable' trong bộ tiêu chí.",
        ),
        (
            "'{value}' at criterion {code}",
            "which the set does not let this unit leave out",
            "Write the value, or correct 'not_applicable' in the criteria file.",
        ),
    ),
    "value.half_not_applicable": (
        (
            "'{value}' ở một phần của tiêu chí {code}",
            "không áp dụng phải ghi ở mọi cột của tiêu chí",
            "Ghi na ở tất cả, hoặc ghi đủ giá trị.",
        ),
        (
            "'{value}' in part of criterion {code}",
            "and not applicable holds for all its fields",
            "Write na in all of them, or all values.",
        ),
    ),
    "value.beside_condition": (
        (
            "'{value}' ở tiêu chí {code}",
            "tiêu chí không áp dụng cho đơn vị này",
            "Xóa giá trị, hoặc sửa danh sách đơn vị.",
        ),
        (
            "'{value}' at criterion {code}",
            "which does not apply to this unit",
            "Delete the value, or correct the register.",
        ),
    ),
    "value.on_parent": (
        (
            "'{value}' ở tiêu chí {code}",
            "điểm của tiêu chí này được cộng từ các thành phần",
            "Xóa giá trị; chỉ ghi na khi cả nhóm không áp dụng.",
        ),
        (
            "'{value}' at criterion {code}",
            "whose points are added up from its parts",
            "Delete it; write na only where the whole of it does not apply.",
        ),
    ),
    "value.not_self_scored": (
        (
            "'{value}' ở tiêu chí {code}",
            "tiêu chí này lấy từ điều tra hoặc nguồn ngoài, đơn vị không tự chấm",
            "Xóa giá trị ở giai đoạn tự đánh giá.",
        ),
        (
            "'{value}' at criterion {code}",
            "which comes from a survey or from outside and is never self-scored",
            "Delete it at stage self.",
        ),
    ),
    "value.number": (
        (
            "'{value}' ở tiêu chí {code}",
            "không phải là số",
            "Ghi các chữ số với nhiều nhất một dấu thập phân, ví dụ 12.5; không có dấu phân nhóm nghìn.",
        ),
        (
            "'{value}' at criterion {code}",
            "which is not a number",
            "Write digits with at most one decimal point, for example 12.5; no thousands separators.",
        ),
    ),
    "value.comma": (
        (
            "'{value}' ở tiêu chí {code}",
            "tệp này dùng dấu chấm thập phân",
            'Ghi {cure}, hoặc khai báo decimal: "," cho tệp.',
        ),
        (
            "'{value}' at criterion {code}",
            "and decimals in this file take a point",
            'Write {cure}, or declare decimal: "," for the file.',
        ),
    ),
    "value.point_in_comma_file": (
        (
            "'{value}' ở tiêu chí {code}",
            "tệp này khai báo dấu phẩy thập phân, nên dấu chấm có hai nghĩa",
            "Ghi số không có dấu chấm.",
        ),
        (
            "'{value}' at criterion {code}",
            "and this file declares a decimal comma, so a point could mean two things",
            "Write the number without points.",
        ),
    ),
    "value.per_cent": (
        ("'{value}' ở tiêu chí {code}", "không ghi dấu % trong ô", "Chỉ ghi số, ví dụ 95.5."),
        (
            "'{value}' at criterion {code}",
            "where the sign % does not belong",
            "Write the number alone, for example 95.5.",
        ),
    ),
    "value.whole": (
        (
            "'{value}' ở tiêu chí {code}",
            "ở đây cần số nguyên",
            "Ghi số không có phần thập phân; không có dấu phân nhóm nghìn.",
        ),
        (
            "'{value}' at criterion {code}",
            "where a whole number belongs",
            "Write it without decimals and without thousands separators.",
        ),
    ),
    "value.yes_no": (
        ("'{value}' ở tiêu chí {code}", "ở đây cần có hoặc không", "Ghi yes, no, có hoặc không."),
        ("'{value}' at criterion {code}", "where yes or no belongs", "Write yes, no, có or không."),
    ),
    "value.kind": (
        (
            "{value} (kiểu {kind})",
            "số thực nhị phân và các kiểu khác không nói rõ số thập phân nào",
            "Dùng chữ, int hoặc decimal.Decimal.",
        ),
        (
            "{value} (of type {kind})",
            "which does not say which decimal is meant",
            "Use a text, an int or a decimal.Decimal.",
        ),
    ),
    "value.points": (
        (
            "{value} điểm ở tiêu chí {code}",
            "điểm phải từ 0 đến {most}",
            "Sửa điểm, hoặc max_points của tiêu chí trong bộ tiêu chí.",
        ),
        (
            "{value} points at criterion {code}",
            "which has 0 to {most}",
            "Correct the points, or the criterion's max_points in the criteria file.",
        ),
    ),
    "value.never_given": (
        (
            "{value} điểm ở tiêu chí {code}",
            "cách chấm '{rule}' không bao giờ cho số điểm này",
            "Sửa điểm, hoặc ghi free_points: yes ở tiêu chí.",
        ),
        (
            "{value} points at criterion {code}",
            "which its rule '{rule}' can never give",
            "Correct the points, or write free_points: yes on the criterion.",
        ),
    ),
    "value.not_in_steps": (
        ("{value} điểm ở tiêu chí {code}", "điểm phải là bội số của {step}", "Sửa điểm."),
        ("{value} points at criterion {code}", "which are given in steps of {step}", "Correct the points."),
    ),
    "value.low": (
        ("{value} ở tiêu chí {code}", "không thể nhỏ hơn {least}", "Sửa giá trị."),
        ("{value} at criterion {code}", "which cannot be less than {least}", "Correct the value."),
    ),
    "value.high": (
        ("{value} ở tiêu chí {code}", "không thể lớn hơn {most}", "Sửa giá trị; kiểm tra dấu thập phân."),
        (
            "{value} at criterion {code}",
            "which cannot be more than {most}",
            "Correct the value; see whether a decimal point was lost.",
        ),
    ),
    "value.rate": (
        (
            "tỷ lệ {value} % ở tiêu chí {code}",
            "vượt quá {most} %",
            "Sửa tỷ lệ; nếu vượt kế hoạch được tính là 100 %, ghi cap: yes trong bộ tiêu chí.",
        ),
        (
            "a rate of {value} % at criterion {code}",
            "which is above {most} %",
            "Correct it; if more than planned counts as 100 %, write cap: yes in the criteria file.",
        ),
    ),
    "value.above_planned": (
        (
            "tiêu chí {code}: {value} được thực hiện, nhiều hơn kế hoạch",
            "tỷ lệ vượt quá 100 %",
            "Sửa số liệu; nếu vượt kế hoạch được tính là 100 %, ghi cap: yes trong bộ tiêu chí.",
        ),
        (
            "criterion {code}: {value} done, more than was planned",
            "a rate above 100 %",
            "Correct the figures; if more than planned counts as 100 %, write cap: yes in the criteria file.",
        ),
    ),
    "value.out_of_nothing": (
        (
            "tiêu chí {code}: kế hoạch {value} nhưng đã thực hiện nhiều hơn 0",
            "không thể tính tỷ lệ",
            "Sửa số kế hoạch.",
        ),
        ("criterion {code}: {value} planned but more than 0 done", "so there is no rate", "Correct what was planned."),
    ),
    "value.none_arose": (
        (
            "tiêu chí {code}: kế hoạch 0, thực hiện 0",
            "không phát sinh, và bộ tiêu chí không nói cách tính",
            "Ghi none_arose: full, zero hoặc not_applicable ở cách chấm.",
        ),
        (
            "criterion {code}: 0 planned and 0 done",
            "no case arose, and the set does not say what that earns",
            "Write none_arose: full, zero or not_applicable in the rule.",
        ),
    ),
}
