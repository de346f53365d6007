"""Messages about sheets, forms and worksheets of criteria."""

from __future__ import annotations

from typing import Final

MESSAGES: Final = {
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
    "worksheet.open": (
        (
            "còn chờ quyết định: {what}",
            "bản nháp lập từ phụ lục chỉ thành bộ tiêu chí khi mọi chỗ đánh dấu đã được quyết định",
            "Điền các cột của dòng này, rồi xóa chữ ở ô này.",
        ),
        (
            "not decided yet: {what}",
            "while a draft made of an annex becomes a set only when every mark has been decided on",
            "Fill in the columns of this row, then empty this cell.",
        ),
    ),
    "worksheet.sentence": (
        (
            "'{found}' là câu mô tả",
            "cột 'Cách chấm' chỉ ghi tên một cách chấm",
            "Chọn một tên trong danh sách của ô, ghi mức và điểm ở các cột bên phải, chuyển câu này sang "
            "cột 'Ghi chú'; "
            "hoặc để cchc-index criteria-sheet lập bản nháp từ tệp phụ lục.",
        ),
        (
            "'{found}' is a sentence",
            "while the column 'Rule' holds the name of a rule",
            "Choose a name from the cell's list, write steps and points in the columns beside, and move "
            "the sentence to "
            "'Note'; or let cchc-index criteria-sheet make a draft of the annex itself.",
        ),
    ),
    "worksheet.comma": (
        (
            "'{found}'",
            "trong ô này dấu phẩy ngăn cách các mục, nên số thập phân không viết được bằng dấu phẩy",
            "Viết số với dấu chấm, ví dụ 0.5; sau dấu phẩy ngăn cách thì có dấu cách.",
        ),
        (
            "'{found}'",
            "where a comma in this cell parts two entries, and cannot be a decimal one",
            "Write decimals with a point, 0.5, and a blank after a comma that parts entries.",
        ),
    ),
    "worksheet.applies": (
        (
            "'{found}' ở cột 'Không áp dụng'",
            "không rõ khi nào tiêu chí không áp dụng",
            "Ghi 'cho phép' nếu đơn vị được tự ghi; hoặc tên cột và giá trị trong danh sách đơn vị, ví dụ co_von: no.",
        ),
        (
            "'{found}' in the column 'Not applicable'",
            "so nobody can say when the criterion does not apply",
            "Write 'allowed' where units may say so; or a column of the register and its value, for "
            "example has_funds: no.",
        ),
    ),
    "worksheet.leaf_without_rule": (
        (
            "tiêu chí {code} không có cách chấm",
            "tiêu chí không có thành phần thì phải có",
            "Chọn ở cột 'Cách chấm'; nếu có thành phần, đặt các dòng thành phần ngay dưới với cấp lớn hơn một.",
        ),
        (
            "criterion {code} has no rule",
            "and a criterion without parts needs one",
            "Choose one in the column 'Rule'; or put the rows of its parts below it, one level deeper.",
        ),
    ),
    "worksheet.sum": (
        (
            "tiêu chí {code}: điểm tối đa là {stated}, nhưng các thành phần cộng lại là {total} ({sum})",
            "chênh lệch {difference}",
            "Sửa cột 'Điểm tối đa' ở dòng này hoặc ở dòng thành phần; nếu cố ý quy đổi, ghi "
            "'tổng điểm thành phần: {total}' ở cột 'Mục khác'.",
        ),
        (
            "criterion {code}: its maximum is {stated}, but its parts add up to {total} ({sum})",
            "a difference of {difference}",
            "Correct the column 'Maximum points' in this row or in those of the parts.",
        ),
    ),
    "worksheet.zero": (
        (
            "tiêu chí {code} có 0 điểm",
            "nhưng có cách chấm điểm",
            "Ghi cột 'Điểm tối đa', hoặc chọn cách chấm 'Không chấm điểm' nếu chỉ báo cáo.",
        ),
        (
            "criterion {code} has 0 points",
            "but a rule that gives some",
            "Write its maximum, or choose the rule unscored if it is only reported.",
        ),
    ),
    "worksheet.rule": (
        (
            "không có cách chấm nào tên '{name}'",
            "",
            "Chọn một tên trong danh sách của ô, hoặc ở trang tính 'Cách chấm'.",
        ),
        ("no rule is called '{name}'", "", "Choose a name from the cell's list, or from the sheet 'Rules'."),
    ),
    "worksheet.plugin_rule": (
        (
            "không có cách chấm nào tên '{name}'",
            "tên này thuộc phần mở rộng '{plugin}', chưa được cài",
            "Nhờ người quản trị cài {package}, hoặc chọn một tên trong danh sách của ô.",
        ),
        (
            "no rule is called '{name}'",
            "which belongs to the plugin '{plugin}', and that is not installed",
            "Have {package} installed, or choose a name from the cell's list.",
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
    "worksheet.block_twice": (
        ("khối '{word}' lần thứ hai", "cùng một cấp chỉ có một khối mỗi loại", "Gộp hai khối làm một."),
        (
            "the block '{word}' a second time",
            "where a node or a set has one of each kind",
            "Make one block of the two.",
        ),
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
            "phiếu không hỏi tiêu chí {codes}",
            "phiếu được lập từ một bản khác của bộ tiêu chí {criteria}, bộ đã được sửa sau đó",
            "Lập lại phiếu bằng cchc-index template, rồi chép số liệu sang.",
        ),
        (
            "the form does not ask for criterion {codes}",
            "since it was made from another version of the set {criteria}, which was edited afterwards",
            "Make the form anew with cchc-index template, and copy the values.",
        ),
    ),
    "form.edited_maximum": (
        (
            "tiêu chí {code}: điểm tối đa trên phiếu là {found}",
            "bộ tiêu chí đã được sửa sau khi lập phiếu, nay là {expected}",
            "Lập lại phiếu bằng cchc-index template rồi chép số liệu sang; hoặc trả lại điểm tối đa cũ trong bộ.",
        ),
        (
            "criterion {code}: at most {found} on the form",
            "while the set was edited after the form was made, and says {expected}",
            "Make the form anew with cchc-index template and copy the values; or restore the maximum in the set.",
        ),
    ),
    "form.other_title": (
        (
            "tiêu chí {code}: tên trên phiếu là '{found}'",
            "trong bộ tiêu chí là '{expected}'",
            "Dùng phiếu nguyên bản; không sửa tên tiêu chí trên phiếu.",
        ),
        (
            "criterion {code}: its title on the form is '{found}'",
            "while the set says '{expected}'",
            "Use the form as it was made; titles are not changed on it.",
        ),
    ),
    "form.other_stage": (
        ("phiếu của giai đoạn {stage_name}", "ở đây cần phiếu của giai đoạn {wanted_stage_name}", "Dùng đúng phiếu."),
        (
            "a form of the stage {stage_name}",
            "while one of the stage {wanted_stage_name} is wanted here",
            "Use the right form.",
        ),
    ),
    "form.other_side": (
        (
            "phiếu không có cột giá trị hoặc điểm của giai đoạn {stage_name}",
            "",
            "Dùng phiếu có cột của giai đoạn này.",
        ),
        (
            "the form has no column of values or points for the stage {stage_name}",
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
}
