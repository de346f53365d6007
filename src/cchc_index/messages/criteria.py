"""Messages about criteria sets."""

from __future__ import annotations

from typing import Final

MESSAGES: Final = {
    "criteria.none": (
        ("không có tiêu chí nào", "", "Thêm ít nhất một tiêu chí."),
        ("there are no criteria", "", "Add one at least."),
    ),
    "criteria.many": (
        ("có hơn {most} tiêu chí chấm điểm", "vượt giới hạn", "Chia thành nhiều bộ tiêu chí."),
        ("more than {most} leaves", "which is the limit", "Make several sets of it."),
    ),
    "criteria.id": (
        ("'{found}'", "chỉ dùng chữ thường không dấu, chữ số, và . _ - ở giữa", "Sửa, ví dụ 'departments' và '2021'."),
        (
            "'{found}'",
            "but only a-z, digits, and . _ - between them are used here",
            "Correct it, for example 'departments' and '2021'.",
        ),
    ),
    "criteria.date": (
        ("'{found}'", "không phải là ngày", "Viết năm-tháng-ngày, ví dụ 2021-12-01."),
        ("'{found}'", "which is not a date", "Write year-month-day, for example 2021-12-01."),
    ),
    "criteria.places": (
        ("{found} chữ số thập phân", "chỉ từ 0 đến {most}", "Chọn từ 0 đến {most}."),
        ("{found} decimals", "of which there are 0 to {most}", "Choose 0 to {most}."),
    ),
    "criteria.word": (
        (
            "'{found}'",
            "có thể là một giá trị thật nên không thể có nghĩa là không áp dụng",
            "Chọn từ khác, ví dụ na hoặc KAD.",
        ),
        (
            "'{found}'",
            "which can be a value and so cannot mean not applicable",
            "Choose another word, for example na or KAD.",
        ),
    ),
    "criteria.code": (
        ("mã '{found}'", "nhưng mã không có dấu cách, dấu phẩy, dấu nháy và dài nhất 40 ký tự", "Sửa mã."),
        (
            "the code '{found}'",
            "but a code has no spaces, commas or quotes, and at most 40 characters",
            "Correct the code.",
        ),
    ),
    "criteria.code_letter": (
        (
            "mã '{found}' có ký tự '{letter}' ({number})",
            "trông giống ký tự khác nên hai mã giống nhau có thể khác nhau",
            "Gõ lại mã bằng chữ Latinh, chữ số và dấu thẳng trên bàn phím, ví dụ {cure}.",
        ),
        (
            "the code '{found}' with the character '{letter}' ({number})",
            "which looks like another, so that two codes that look the same can differ",
            "Type the code again with Latin letters, digits and the keyboard's own signs, for example {cure}.",
        ),
    ),
    "criteria.code_heading": (
        (
            "mã '{found}'",
            "cũng là tên cột của mọi bảng ('{word}'), nên không ai điền được tiêu chí này",
            "Đặt mã khác, ví dụ 1.2.",
        ),
        (
            "the code '{found}'",
            "which heads a column of every table ('{word}'), so that nobody could fill this criterion in",
            "Choose another code, for example 1.2.",
        ),
    ),
    "criteria.code_twice": (
        ("mã {code} lần thứ hai", "đã có ở {first}", "Đổi một trong hai mã."),
        ("the code {code} a second time", "which stands already at {first}", "Change one of the two."),
    ),
    "criteria.two_readings": (
        (
            "mã {code}",
            "cũng có thể đọc là trường '{field}' của tiêu chí {leaf}, nên cột cùng tên có hai nghĩa",
            "Đổi mã, ví dụ dùng chữ số.",
        ),
        (
            "the code {code}",
            "which can also be read as the field '{field}' of criterion {leaf}, "
            "so that a column of that name has two readings",
            "Change the code, for example to digits.",
        ),
    ),
    "criteria.area_below": (
        ("tiêu chí {code} có 'area'", "lĩnh vực chỉ ghi ở cấp cao nhất", "Bỏ 'area' ở đây."),
        ("criterion {code} has an 'area'", "which only top-level nodes have", "Remove it here."),
    ),
    "criteria.only_leaf": (
        (
            "'{key}' ở tiêu chí {code}",
            "tiêu chí này có tiêu chí thành phần",
            "Bỏ '{key}', hoặc ghi ở tiêu chí thành phần.",
        ),
        ("'{key}' on criterion {code}", "which has parts", "Remove it, or give it to the parts."),
    ),
    "criteria.only_parent": (
        ("'{key}' ở tiêu chí {code}", "tiêu chí này không có tiêu chí thành phần", "Bỏ '{key}'."),
        ("'{key}' on criterion {code}", "which has no parts", "Remove it."),
    ),
    "criteria.no_rule": (
        (
            "tiêu chí {code} không có cách chấm",
            "tiêu chí không có thành phần thì phải có",
            "Thêm 'rule', hoặc thêm tiêu chí thành phần dưới 'criteria'.",
        ),
        (
            "criterion {code} has no rule",
            "and a criterion without parts needs one",
            "Add 'rule', or parts under 'criteria'.",
        ),
    ),
    "criteria.negative": (
        ("tiêu chí {code} có {found} điểm", "điểm tối đa phải lớn hơn 0", "Sửa số điểm."),
        ("criterion {code} has {found} points", "which must be more than 0", "Correct the number."),
    ),
    "criteria.large": (
        ("tiêu chí {code} có {found} điểm", "nhiều nhất là một tỷ", "Sửa số điểm."),
        ("criterion {code} has {found} points", "of which there can be a thousand million", "Correct the number."),
    ),
    "criteria.zero": (
        (
            "tiêu chí {code} có 0 điểm",
            "nhưng có cách chấm điểm",
            "Ghi điểm tối đa, hoặc rule: {{unscored: {{}}}} nếu chỉ báo cáo.",
        ),
        (
            "criterion {code} has 0 points",
            "but a rule that gives some",
            "Write its maximum, or rule: {{unscored: {{}}}} if it is only reported.",
        ),
    ),
    "criteria.otherwise": (
        ("'otherwise' ở tiêu chí {code}", "tiêu chí này không có 'requires'", "Bỏ 'otherwise', hoặc thêm 'requires'."),
        ("'otherwise' on criterion {code}", "which requires nothing", "Remove it, or add 'requires'."),
    ),
    "criteria.extras_within": (
        ("tiêu chí '{code}' có extras", "nằm trong một khối điểm thưởng, điểm trừ khác", "Bỏ extras ở đây."),
        ("extras at '{code}'", "which stands in a block of bonus or penalty points itself", "Remove them here."),
    ),
    "criteria.extras_above": (
        (
            "tiêu chí '{code}' cho phép vượt điểm tối đa",
            "điểm thưởng trong một tiêu chí chỉ đến điểm tối đa {most} của tiêu chí đó",
            "Bỏ above_maximum, hoặc đặt extras ở cấp bộ tiêu chí.",
        ),
        (
            "'{code}' may exceed its maximum",
            "and bonus points within a node only lead up to the node's maximum of {most}",
            "Remove above_maximum, or give extras for the whole set.",
        ),
    ),
    "criteria.other_name": (
        (
            "{found} dưới tên '{name}'",
            "tên đó chỉ lớp khác, nên mã kiểm tra và tệp sẽ ghi sai",
            "Dùng tên '{own}', hoặc đúng lớp của '{name}'.",
        ),
        (
            "{found} under the name '{name}'",
            "which is that of another class, so that fingerprint and file would say another thing",
            "Use the name '{own}', or the class of '{name}'.",
        ),
    ),
    "criteria.kind": (
        ("{found}", "ở đây cần {wanted}", "Dùng {wanted}."),
        ("{found}", "where {wanted} belongs", "Give {wanted}."),
    ),
    "criteria.requires_unknown": (
        ("tiêu chí {code} cần tiêu chí {other}", "nhưng không có mã này", "{hint}Sửa mã."),
        ("criterion {code} requires {other}", "and the set has no such code", "{hint}Correct the code."),
    ),
    "criteria.requires_kin": (
        (
            "tiêu chí {code} cần tiêu chí {other}",
            "là chính nó, hoặc nằm trên hay nằm trong nó",
            "Ghi mã của một tiêu chí khác.",
        ),
        ("criterion {code} requires {other}", "which is itself, above it or beneath it", "Name another criterion."),
    ),
    "criteria.requires_points": (
        (
            "tiêu chí {code} cần tiêu chí {other} được ít nhất {found} điểm",
            "phải lớn hơn 0 và không quá điểm tối đa {most}",
            "Sửa số điểm.",
        ),
        (
            "criterion {code} requires at least {found} points of {other}",
            "which must be more than 0 and at most its maximum of {most}",
            "Correct the points.",
        ),
    ),
    "criteria.follows_unknown": (
        (
            "tiêu chí {code} tính theo mức tăng của '{other}'",
            "không có mã này, hoặc đó là điểm thưởng, điểm trừ",
            "{hint}Ghi ở of areas (mọi lĩnh vực) hoặc một mã có trong bộ tiêu chí.",
        ),
        (
            "criterion {code} follows the change of '{other}'",
            "which is no code, or stands among bonus and penalty points",
            "{hint}Write areas (all of them), or a code of the set, in of.",
        ),
    ),
    "criteria.follows_circle": (
        (
            "mức tăng so với năm trước tính theo vòng: {codes}",
            "điểm của tiêu chí thuộc chính số mà nó so sánh",
            "Ghi ở of một mã khác, hoặc đưa tiêu chí ra extras.bonus của bộ tiêu chí.",
        ),
        (
            "a change since last year that goes in a circle: {codes}",
            "so that a criterion's points are part of the figure that it compares",
            "Write another code in of, or put the criterion into the set's extras.bonus.",
        ),
    ),
    "criteria.follows_within": (
        (
            "tiêu chí {code}: improvement nằm trong một cách chấm khác",
            "số của hai năm được lấy cho cả tiêu chí",
            "Dùng improvement làm cách chấm của một tiêu chí riêng.",
        ),
        (
            "criterion {code}: improvement stands in another rule",
            "while the figures of two years are taken for a whole criterion",
            "Make it the rule of a criterion of its own.",
        ),
    ),
    "criteria.follows_method": (
        (
            "tiêu chí {code} tính theo kết quả hai năm",
            "đơn vị không tự chấm được",
            "Bỏ method, hoặc ghi method: outside.",
        ),
        (
            "criterion {code} follows the results of two years",
            "which no unit assesses",
            "Leave method out, or write method: outside.",
        ),
    ),
    "criteria.requires_circle": (
        ("các tiêu chí cần lẫn nhau: {codes}", "không tiêu chí nào chấm trước được", "Bỏ một trong các yêu cầu."),
        ("criteria that require each other: {codes}", "so that none can be scored first", "Remove one of them."),
    ),
    "criteria.sum": (
        (
            "tiêu chí {code}: {key} là {stated}, nhưng các thành phần cộng lại là {total} ({sum})",
            "chênh lệch {difference}",
            "Sửa {key} hoặc điểm của thành phần; nếu cố ý quy đổi, ghi parts_points: {total}.",
        ),
        (
            "criterion {code}: {key} is {stated}, but its parts add up to {total} ({sum})",
            "a difference of {difference}",
            "Correct {key} or the parts; if they are meant to be scaled, write parts_points: {total}.",
        ),
    ),
    "criteria.optional": (
        ("không có tiêu chí '{code}' để bỏ", "chỉ bỏ được tiêu chí nằm trong tổng điểm", "{hint}Sửa mã."),
        (
            "there is no criterion '{code}' to leave out",
            "only one that counts in the total can be",
            "{hint}Correct it.",
        ),
    ),
    "criteria.then": (
        ("không có tiêu chí mang mã '{code}'", "nên không thể dùng để phân hạng khi bằng nhau", "{hint}Sửa mã."),
        ("no criterion has the code '{code}'", "so it cannot break ties", "{hint}Correct the code."),
    ),
}
