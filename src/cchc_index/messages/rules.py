"""Messages about the parameters of rules and classifiers."""

from __future__ import annotations

from typing import Final

MESSAGES: Final = {
    "rule.refused": (
        ("cách chấm {name} không nhận các tham số này ({fault})", "", "Xem tài liệu của cách chấm."),
        ("the rule {name} does not take these parameters ({fault})", "", "See the rule's documentation."),
    ),
    "rule.per_cent": (
        ("{value} %", "phải lớn hơn 0 và không quá 100", "Sửa số này."),
        ("{value} %", "which must be more than 0 and at most 100", "Correct the number."),
    ),
    "rule.zero_below": (
        ("mức sàn {value} %", "phải nằm giữa 0 và full_at ({full_at} %)", "Sửa mức sàn."),
        ("a floor of {value} %", "which must lie between 0 and full_at ({full_at} %)", "Correct the floor."),
    ),
    "rule.empty_scale": (
        (
            "hai đầu thang đo cùng là {value}",
            "không thể quy đổi",
            "Ghi giá trị đạt điểm tối đa vào 'scale' và giá trị được 0 điểm vào 'from'.",
        ),
        (
            "both ends of the scale are {value}",
            "so nothing can be converted",
            "Write the value that earns all points under 'scale', the one that earns none under 'from'.",
        ),
    ),
    "rule.in_steps_of": (
        ("bước điểm {value}", "phải lớn hơn 0 và không quá điểm tối đa {most}", "Sửa bước điểm."),
        ("steps of {value}", "which must be more than 0 and at most the maximum of {most}", "Correct the step."),
    ),
    "rule.unscored_maximum": (
        (
            "điểm tối đa {value}",
            "tiêu chí chỉ báo cáo (unscored) không có điểm",
            "Ghi max_points: 0, hoặc chọn cách chấm khác.",
        ),
        ("a maximum of {value}", "but what is unscored has none", "Write max_points: 0, or choose another rule."),
    ),
    "steps.none": (
        ("không có mức điểm nào", "", "Ghi ít nhất một mức."),
        ("there are no steps", "", "Write one at least."),
    ),
    "steps.two_bounds": (
        ("vừa có '{one}' vừa có '{other}'", "mỗi phía chỉ có một giới hạn", "Bỏ một trong hai."),
        ("both '{one}' and '{other}'", "of which a step has one", "Remove one of the two."),
    ),
    "steps.no_bound": (
        ("mức điểm không có giới hạn", "không rõ mức này áp dụng từ đâu đến đâu", "Ghi from, above, to hoặc below."),
        ("a step without bounds", "so nobody can say where it reaches", "Write from, above, to or below."),
    ),
    "steps.empty": (
        ("mức điểm từ {from} đến {to}", "không có giá trị nào nằm trong đó", "Sửa hai giới hạn."),
        ("a step from {from} to {to}", "in which no value lies", "Correct its bounds."),
    ),
    "steps.negative": (
        ("{value} điểm", "điểm không thể âm", "Sửa số điểm."),
        ("{value} points", "of which there cannot be fewer than 0", "Correct the number."),
    ),
    "steps.overlap": (
        (
            "{low} điểm và {high} điểm cùng áp dụng quanh {at}",
            "các mức không được chồng nhau",
            "Sửa giới hạn để mỗi giá trị thuộc đúng một mức.",
        ),
        (
            "{low} points and {high} points are both given around {at}",
            "and steps must not overlap",
            "Correct the bounds so that each value lies in one step.",
        ),
    ),
    "steps.gap": (
        ("không có mức nào giữa {from} và {to}", "các mức phải liền nhau", "Sửa giới hạn, hoặc thêm một mức 0 điểm."),
        (
            "no step lies between {from} and {to}",
            "and steps must leave no gap",
            "Correct the bounds, or add a step of 0 points.",
        ),
    ),
    "steps.best": (
        ("mức cao nhất được {best} điểm", "điểm tối đa của tiêu chí là {most}", "Sửa mức điểm, hoặc max_points."),
        (
            "the best step gives {best} points",
            "but the criterion's maximum is {most}",
            "Correct the step, or max_points.",
        ),
    ),
    "bands.none": (
        ("không có mức xếp loại nào", "", "Ghi ít nhất một mức."),
        ("there are no bands", "", "Write one at least."),
    ),
    "bands.twice": (
        ("mức '{label}' lần thứ hai", "", "Đổi tên một trong hai mức."),
        ("the band '{label}' a second time", "", "Rename one of the two."),
    ),
    "bands.no_from": (
        ("mức '{label}' không có 'from'", "chỉ mức cuối cùng không có", "Ghi ngưỡng dưới của mức này."),
        ("the band '{label}' has no 'from'", "which only the last band goes without", "Write its lower cut-off."),
    ),
    "bands.last": (
        (
            "mức cuối cùng '{label}' có from: {from}",
            "đơn vị dưới {from} sẽ không có xếp loại",
            "Bỏ 'from', hoặc thêm một mức thấp hơn.",
        ),
        (
            "the last band '{label}' has from: {from}",
            "so units under {from} would have no band",
            "Remove 'from', or add a lower band.",
        ),
    ),
    "bands.order": (
        ("ngưỡng {from} đứng sau ngưỡng {above}", "các ngưỡng phải giảm dần", "Xếp các mức từ cao xuống thấp."),
        (
            "a cut-off of {from} after one of {above}",
            "and cut-offs must fall",
            "Write the bands from the highest to the lowest.",
        ),
    ),
}
