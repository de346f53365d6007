"""Messages about the parameters of rules and classifiers."""

from __future__ import annotations

from typing import Final

MESSAGES: Final = {
    "rule.positive": (
        ("{value}", "phải lớn hơn 0", "Sửa số này."),
        ("{value}", "which must be more than 0", "Correct the number."),
    ),
    "rule.negative": (
        ("{value}", "không được nhỏ hơn 0", "Sửa số này."),
        ("{value}", "which cannot be less than 0", "Correct the number."),
    ),
    "rule.at_most": (
        (
            "mức trần {value} điểm",
            "điểm tối đa của tiêu chí là {most}",
            "Ghi {most} (mức trần tính bằng điểm), hoặc sửa max_points.",
        ),
        (
            "a cap of {value} points",
            "while the leaf has at most {most}",
            "Write {most} (the cap is in points), or correct max_points.",
        ),
    ),
    "rule.down_to": (
        ("mức sàn {value}", "phải từ 0 đến dưới điểm tối đa {most}", "Sửa down_to."),
        ("a floor of {value}", "which must lie from 0 to below the maximum of {most}", "Correct down_to."),
    ),
    "rule.deduct_once": (
        (
            "số điểm trừ không được ghi, hoặc được ghi hai cách",
            "mỗi trường hợp trừ một số điểm chung, hoặc mỗi loại một số riêng",
            "Ghi points_each, hoặc kinds: {{cham: 0.25, thieu: 0.5}}.",
        ),
        (
            "what a case costs is not said, or said in two ways",
            "where all cases cost the same, or each kind has its own points",
            "Write points_each, or kinds: {{late: 0.25, missing: 0.5}}.",
        ),
    ),
    "rule.low": (
        ("{value}", "phải từ 0 đến dưới {most}", "Sửa số này."),
        ("{value}", "which must lie from 0 to below {most}", "Correct the number."),
    ),
    "rule.best": (
        ("mức cao nhất là {best}", "phải bằng {most}", "Sửa mức cao nhất, hoặc max_points."),
        ("the best is {best}", "and must be {most}", "Correct the best one, or max_points."),
    ),
    "rule.weight": (
        ("{value}", "không nằm trong khoảng cho phép (từ 0; trọng số đến 100)", "Sửa số này."),
        ("{value}", "which is out of range (from 0; weights up to 100)", "Correct the number."),
    ),
    "rule.no_options": (
        ("không có lựa chọn nào", "", "Ghi ít nhất một tên với giá trị của nó."),
        ("there are no options", "", "Write one name at least, with its value."),
    ),
    "rule.field_name": (
        (
            "tên '{name}'",
            "tên trường chỉ gồm chữ thường không dấu và _, không trùng nhau, không phải rate, points, evidence, note",
            "Đổi tên, ví dụ hai_long.",
        ),
        (
            "the name '{name}'",
            "but a field is named once, by a-z and _, and not rate, points, evidence or note",
            "Rename it, for example satisfied.",
        ),
    ),
    "rule.one_alternative": (
        ("chưa đủ hai phương án", "", "Ghi ít nhất hai phương án, hoặc dùng thẳng cách chấm đó."),
        ("fewer than two alternatives", "", "Write two at least, or use the rule by itself."),
    ),
    "rule.no_full": (
        ("không phương án nào đạt được điểm tối đa {most}", "", "Sửa một phương án, hoặc max_points."),
        ("none of the alternatives can give the maximum of {most}", "", "Correct one of them, or max_points."),
    ),
    "rule.relative_inside": (
        ("cách chấm '{name}'", "so sánh giữa các đơn vị nên không thể là một phương án", "Dùng thẳng cách chấm đó."),
        ("the rule '{name}'", "which compares units and so cannot be an alternative", "Use it by itself."),
    ),
    "rule.label": (
        ("'{label}'", "nhãn phải có chữ, dài nhất {most} ký tự, không có dấu cách thừa hay xuống dòng", "Sửa nhãn."),
        ("'{label}'", "but a label has 1 to {most} characters and no blanks in excess", "Correct the label."),
    ),
    "rule.label_word": (
        ("nhãn '{label}'", "cũng là từ ghi khi không áp dụng", "Đổi nhãn, hoặc sửa not_applicable_words."),
        (
            "the label '{label}'",
            "which is also a word for not applicable",
            "Rename the label, or correct not_applicable_words.",
        ),
    ),
    "rule.label_twice": (
        ("nhãn '{label}' lần thứ hai", "đã có ở {first}, không kể chữ hoa", "Bỏ hoặc đổi tên một nhãn."),
        (
            "the label '{label}' a second time",
            "after {first}, capitals aside",
            "Remove or rename one of the two.",
        ),
    ),
    "rule.label_number": (
        (
            "nhãn '{label}' cùng một số với nhãn khác",
            "ở {first}; ô của bảng tính giữ cả hai như nhau",
            "Thêm chữ vào một nhãn (mức 1).",
        ),
        (
            "the label '{label}', the same number as another",
            "that of {first}; a worksheet's cell keeps both alike",
            "Add a word to one of the two (level 1).",
        ),
    ),
    "rule.option_points": (
        ("{value} điểm", "phải từ 0 đến điểm tối đa {most}", "Sửa số điểm, hoặc max_points."),
        ("{value} points", "which must lie from 0 to the maximum of {most}", "Correct the points, or max_points."),
    ),
    "rule.equal_ends": (
        (
            "hai mốc cùng là {value}",
            "không thể so giữa hai mốc",
            "Ghi giá trị kém nhất vào 'worst' và giá trị tốt nhất vào 'best'.",
        ),
        (
            "both goalposts are {value}",
            "so nothing lies between them",
            "Write the value that earns least under 'worst', the one that earns all points under 'best'.",
        ),
    ),
    "rule.log_end": (
        ("mốc {value}", "thang logarit cần mốc lớn hơn 0", "Sửa mốc, hoặc bỏ scale: log."),
        (
            "a goalpost of {value}",
            "while a logarithm needs one above 0",
            "Correct the goalpost, or remove scale: log.",
        ),
    ),
    "rule.refuses_parts": (
        ("beyond: refuse ở tiêu chí có thành phần", "không ai nhập tỷ lệ này để sửa", "Bỏ beyond."),
        ("beyond: refuse on a node that has parts", "whose per cent nobody types", "Remove beyond."),
    ),
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
    "rule.fractions": (
        (
            "đặt mức {thresholds} cho một tỷ lệ tính bằng phần trăm",
            "vậy là {one} % hay {hundredfold} %?",
            "Ghi {cure}; nếu đúng là phần trăm, ghi small_rates: yes ở tiêu chí.",
        ),
        (
            "{thresholds} asked of a rate in per cent",
            "so is it {one} %, or {hundredfold} %?",
            "Write {cure}; if per cent is meant, write small_rates: yes on the criterion.",
        ),
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
    "steps.not_rate": (
        ("on: {on} ở tiêu chí có thành phần", "chỉ đo được tỷ lệ điểm của các thành phần", "Ghi on: rate."),
        ("on: {on} on a node that has parts", "of which only the per cent can be measured", "Write on: rate."),
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
    "steps.turn": (
        (
            "từ mức thấp nhất đến mức cao nhất, điểm là {points}, không tăng dần cũng không giảm dần",
            "nên có thể hai mức đã bị đổi chỗ",
            "Sửa các mức, hoặc ghi peak: yes nếu quy định đúng như vậy.",
        ),
        (
            "from the lowest step to the highest the points are {points}, which neither rise nor fall throughout",
            "so that two steps may have changed places",
            "Correct the steps, or write peak: yes if the decision says so.",
        ),
    ),
    "steps.no_turn": (
        ("có peak, nhưng điểm của các mức là {points}", "tăng dần hoặc giảm dần", "Bỏ peak, hoặc sửa các mức."),
        (
            "there is a peak, but the points of the steps are {points}",
            "which only rise or only fall",
            "Remove peak, or correct the steps.",
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
            "mức cuối cùng '{label}' có {key}: {from}",
            "đơn vị không đạt ngưỡng này sẽ không có xếp loại",
            "Bỏ '{key}', hoặc thêm một mức thấp hơn.",
        ),
        (
            "the last band '{label}' has {key}: {from}",
            "so units that miss it would have no band",
            "Remove '{key}', or add a lower band.",
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
    "bands.both": (
        ("mức '{label}' có cả 'from' và 'above'", "chỉ ghi một trong hai", "Bỏ một."),
        ("the band '{label}' has both 'from' and 'above'", "of which it can have one", "Remove one of them."),
    ),
    "bands.last_needs": (
        (
            "mức cuối cùng '{label}' có 'needs'",
            "đơn vị không đạt điều kiện sẽ không có xếp loại",
            "Bỏ 'needs', hoặc thêm một mức thấp hơn.",
        ),
        (
            "the last band '{label}' has 'needs'",
            "so a unit that lacks one would have no band",
            "Remove them, or add a lower band.",
        ),
    ),
    "bands.need_shape": (
        (
            "điều kiện này",
            "phải có một trong 'node', 'each' với một trong 'per_cent', 'points'; hoặc có 'count' và 'of'",
            'Ghi, ví dụ, {{node: "2", per_cent: 50}} hoặc {{count: 1, of: [{{node: "3", points: 2}}]}}.',
        ),
        (
            "this need",
            "which has one of 'node' and 'each' with one of 'per_cent' and 'points', or 'count' and 'of'",
            'Write, for example, {{node: "2", per_cent: 50}} or {{count: 1, of: [{{node: "3", points: 2}}]}}.',
        ),
    ),
    "bands.need_twice": (
        ("điều kiện này lần thứ hai", "đã ghi ở trên", "Bỏ một."),
        ("the same need a second time", "which is said already", "Remove one of them."),
    ),
    "bands.need_per_cent": (
        ("cần {found} %", "phải lớn hơn 0 và không quá 100", "Sửa tỷ lệ."),
        ("a need of {found} %", "which must be more than 0 and at most 100", "Correct the per cent."),
    ),
    "bands.need_unknown": (
        ("điều kiện về tiêu chí {code}", "không có mã này", "{hint}Sửa mã."),
        ("a need of criterion {code}", "and the set has no such code", "{hint}Correct the code."),
    ),
    "bands.need_unscored": (
        ("điều kiện về tiêu chí {code}", "tiêu chí này không được chấm điểm, hoặc trừ điểm", "Ghi tiêu chí khác."),
        ("a need of criterion {code}", "which is not scored, or takes points away", "Name another criterion."),
    ),
    "bands.need_points": (
        (
            "cần tiêu chí {code} được ít nhất {found} điểm",
            "phải lớn hơn 0 và không quá điểm tối đa {most}",
            "Sửa số điểm.",
        ),
        (
            "a need of at least {found} points of criterion {code}",
            "which must be more than 0 and at most its maximum of {most}",
            "Correct the points.",
        ),
    ),
    "bands.need_count": (
        ("cần {found} điều kiện", "phải từ 1 đến {most}, là số điều kiện ở 'of'", "Sửa 'count'."),
        ("{found} needs wanted", "which must be 1 to {most}, as many as 'of' has", "Correct 'count'."),
    ),
}
