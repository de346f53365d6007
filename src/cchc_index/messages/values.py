"""Messages about reported values."""

from __future__ import annotations

from typing import Final

MESSAGES: Final = {
    "value.nobody": (
        (
            "tiêu chí {code}: mọi số đếm đều bằng 0",
            "không có trường hợp nào, và bộ tiêu chí không nói cách tính",
            "Ghi none_arose: full, zero hoặc not_applicable ở cách chấm.",
        ),
        (
            "criterion {code}: every count is 0",
            "so that no case arose, and the set does not say what that earns",
            "Write none_arose: full, zero or not_applicable in the rule.",
        ),
    ),
    "value.no_best": (
        (
            "tiêu chí {code}: giá trị tốt nhất bằng 0",
            "không thể chia cho 0, và bộ tiêu chí không nói cách tính",
            "Ghi none_arose: full, zero hoặc not_applicable ở cách chấm.",
        ),
        (
            "criterion {code}: the best value is 0",
            "by which nothing can be divided, and the set does not say what that earns",
            "Write none_arose: full, zero or not_applicable in the rule.",
        ),
    ),
    "value.no_previous": (
        (
            "tiêu chí {code}: không có số năm trước để so",
            "hoặc số đó bằng 0 mà mức tăng tính theo %, và bộ tiêu chí không nói cách tính",
            "Ghi no_previous: full, zero hoặc not_applicable ở cách chấm.",
        ),
        (
            "criterion {code}: there is no figure of last year to compare with",
            "or it is 0 where per cent of it are asked, and the set does not say what that earns",
            "Write no_previous: full, zero or not_applicable in the rule.",
        ),
    ),
    "value.no_range": (
        (
            "tiêu chí {code}: mọi đơn vị được so sánh có cùng giá trị {value}",
            "không có khoảng từ nhỏ nhất đến lớn nhất, và bộ tiêu chí không nói cách tính",
            "Ghi none_arose: full, zero hoặc not_applicable ở cách chấm.",
        ),
        (
            "criterion {code}: all units compared have the same value, {value}",
            "so that there is no range, and the set does not say what that earns",
            "Write none_arose: full, zero or not_applicable in the rule.",
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
    "value.other_field": (
        (
            "tiêu chí {code} được trả lời bằng {field}",
            "quy tắc {rule} đọc {known}",
            "Giữ quy tắc đọc {field}, hoặc đọc lại số liệu theo bộ tiêu chí mới.",
        ),
        (
            "criterion {code} was answered by {field}",
            "while the rule {rule} reads {known}",
            "Keep a rule that reads {field}, or read the values anew for the other set.",
        ),
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
    "value.beside_parent": (
        (
            "'{value}' ở tiêu chí {code}",
            "mà đơn vị đã ghi '{said}' ở {parent}, là không áp dụng cho mọi tiêu chí bên trong",
            "Xóa giá trị này, hoặc xóa '{said}' ở {parent}.",
        ),
        (
            "'{value}' at criterion {code}",
            "but the unit wrote '{said}' at {parent}, so nothing below it applies",
            "Delete this value, or delete '{said}' at {parent}.",
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
    "value.grouped": (
        (
            "'{value}' ở tiêu chí {code}",
            "không viết theo dấu thập phân và dấu nhóm ba chữ số đã khai báo cho tệp",
            "Viết lại số, hoặc sửa decimal, thousands của tệp.",
        ),
        (
            "'{value}' at criterion {code}",
            "which is not written with the decimal mark and the groups of three that the file declares",
            "Write it so, or correct decimal and thousands of the file.",
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
    "value.point_lost": (
        (
            "{value} ở tiêu chí {code}",
            "không thể lớn hơn {most}; có thể mất dấu thập phân",
            "Nếu đúng là {cure} thì ghi {cure}; nếu không, sửa giá trị.",
        ),
        (
            "{value} at criterion {code}",
            "which cannot be more than {most}; perhaps a decimal point was lost",
            "If {cure} is meant, write {cure}; otherwise correct the value.",
        ),
    ),
    "value.number_or_word": (
        (
            "'{value}' ở tiêu chí {code}",
            "ở đây cần một số, hoặc từ báo không áp dụng",
            "Ghi số; nếu tiêu chí không áp dụng cho đơn vị, ghi: {words}.",
        ),
        (
            "'{value}' at criterion {code}",
            "where a number belongs, or the word for not applicable",
            "Write a number; if the criterion does not apply to the unit, write: {words}.",
        ),
    ),
    "value.number_no_word": (
        (
            "'{value}' ở tiêu chí {code}",
            "ở đây cần một số, và tiêu chí này không cho phép báo không áp dụng (từ dùng ở tiêu chí khác: {words})",
            "Ghi số; không có trường hợp nào thì ghi 0, hoặc số kế hoạch và số thực hiện.",
        ),
        (
            "'{value}' at criterion {code}",
            "where a number belongs, and the criterion cannot be said not to apply (elsewhere the word is: {words})",
            "Write a number; where no case arose, 0, or how many were planned and done.",
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
    "value.option": (
        ("'{value}' ở tiêu chí {code}", "không phải một trong các lựa chọn: {known}", "Ghi đúng một lựa chọn."),
        ("'{value}' at criterion {code}", "which is none of its answers: {known}", "Write one of them."),
    ),
    "value.two_options": (
        ("'{value}' ở tiêu chí {code}", "là nhiều lựa chọn trong một ô", "Chỉ ghi một lựa chọn."),
        ("'{value}' at criterion {code}", "which is several answers in one cell", "Write one of them."),
    ),
    "value.high": (
        ("{value} ở tiêu chí {code}", "không thể lớn hơn {most}", "Sửa giá trị; kiểm tra dấu thập phân."),
        (
            "{value} at criterion {code}",
            "which cannot be more than {most}",
            "Correct the value; see whether a decimal point was lost.",
        ),
    ),
    "value.fraction": (
        (
            "{value} ở tiêu chí {code}, một tỷ lệ tính bằng phần trăm",
            "vậy là {value} % hay {hundredfold} %?",
            "Ghi {hundredfold}; nếu đúng là {value} %, ghi small_rates: yes ở tiêu chí, "
            "hoặc rates: per_cent ở mục của tệp.",
        ),
        (
            "{value} at criterion {code}, a rate in per cent",
            "so is it {value} %, or {hundredfold} %?",
            "Write {hundredfold}; if {value} per cent is meant, the leaf says small_rates: yes, "
            "or the file's entry rates: per_cent.",
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
