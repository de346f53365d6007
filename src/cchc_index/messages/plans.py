"""What is said of plans, and of two units side by side: Vietnamese, English."""

from __future__ import annotations

from typing import Final

MESSAGES: Final = {
    "plan.most": (
        ("tìm phương án gồm tối đa {found} tiêu chí", "chỉ tìm được phương án từ 1 đến 3 tiêu chí", "Ghi 1, 2 hoặc 3."),
        ("plans of up to {found} criteria", "while plans are looked for of 1 to 3", "Write 1, 2 or 3."),
    ),
    "plan.band": (
        ("không có xếp loại '{name}'", "", "Các xếp loại của nhóm: {known}."),
        ("there is no band '{name}'", "", "The bands of the group are: {known}."),
    ),
    "lead.other_set": (
        (
            "{one} được chấm theo bộ {first}, {other} theo bộ {second}",
            "điểm của hai bộ tiêu chí khác nhau không so sánh được",
            "Chọn hai đơn vị cùng bộ tiêu chí.",
        ),
        (
            "{one} is scored by the set {first}, and {other} by the set {second}",
            "and points of two sets cannot be compared",
            "Choose two units of one set.",
        ),
    ),
    "lead.other_stage": (
        (
            "kết quả của {one} ở giai đoạn {first_stage_name}, của {other} ở giai đoạn {second_stage_name}",
            "điểm của hai giai đoạn khác nhau không so sánh được",
            "Chọn kết quả của cùng một giai đoạn.",
        ),
        (
            "the result of {one} is {first_stage_name}, and that of {other} {second_stage_name}",
            "and points of two stages cannot be compared",
            "Choose results of one stage.",
        ),
    ),
}

PLAN_PHRASES: Final = {
    "plan.now": (
        "Hiện nay: {points} / {most} điểm, chỉ số {index} %, hạng {rank}, xếp loại {band}.",
        "Now: {points} of {most} points, index {index} %, rank {rank}, band {band}.",
    ),
    "plan.aim": ("Mục tiêu: {band}.", "Aim: {band}."),
    "plan.aim_from": ("Mục tiêu: {band}, {figure} từ {cut_off}.", "Aim: {band}, {figure} from {cut_off}."),
    "plan.aim_above": ("Mục tiêu: {band}, {figure} trên {cut_off}.", "Aim: {band}, {figure} above {cut_off}."),
    "plan.figure_index": ("chỉ số", "index"),
    "plan.figure_points": ("điểm", "points"),
    "plan.short": (
        "Còn thiếu: {figure} {now}, tức là thiếu {short}; cần thêm ít nhất {gain} điểm.",
        "Short by: {figure} {now}, which is {short} short; at least {gain} more points are needed.",
    ),
    "plan.short_points": (
        "Còn thiếu {short} điểm.",
        "{short} points short.",
    ),
    "plan.exact_decides": (
        "So sánh chỉ số chính xác ({now}), không phải chỉ số đã làm tròn ({printed}).",
        "The exact index is compared ({now}), and not the rounded one ({printed}).",
    ),
    "plan.lacking": ("Điều kiện còn thiếu: {needs}.", "It lacks what the band needs: {needs}."),
    "plan.ways_criteria": (
        "Các phương án, ít tiêu chí nhất trước; mỗi phương án đã được chấm lại, các đơn vị khác giữ nguyên:",
        "Ways to get there, fewest criteria first; each was scored anew, with all other units as they are:",
    ),
    "plan.ways_points": (
        "Các phương án, ít điểm nhất trước; mỗi phương án đã được chấm lại, các đơn vị khác giữ nguyên:",
        "Ways to get there, fewest points first; each was scored anew, with all other units as they are:",
    ),
    "plan.way": (
        "{number}. {count} tiêu chí, +{gain} điểm: được {points} / {most} điểm, chỉ số {index} %, hạng {rank}, {band}",
        "{number}. {count} criteria, +{gain} points: {points} of {most} points, index {index} %, rank {rank}, {band}",
    ),
    "plan.way_one": (
        "{number}. 1 tiêu chí, +{gain} điểm: được {points} / {most} điểm, chỉ số {index} %, hạng {rank}, {band}",
        "{number}. 1 criterion, +{gain} points: {points} of {most} points, index {index} %, rank {rank}, {band}",
    ),
    "plan.figures": (
        "từ {points} lên {target} / {most} điểm (+{gain})",
        "from {points} to {target} of {most} points (+{gain})",
    ),
    "plan.figures_penalty": (
        "điểm trừ từ {points} xuống {target} (+{gain})",
        "points taken away from {points} down to {target} (+{gain})",
    ),
    "plan.least": ("{field} từ {before} lên ít nhất {value}", "{field} from {before} to at least {value}"),
    "plan.above": ("{field} từ {before} lên trên {value}", "{field} from {before} to above {value}"),
    "plan.most_of": ("{field} từ {before} xuống nhiều nhất {value}", "{field} from {before} down to at most {value}"),
    "plan.below": ("{field} từ {before} xuống dưới {value}", "{field} from {before} down to below {value}"),
    "plan.down_to": ("{field} từ {before} xuống {value}", "{field} from {before} down to {value}"),
    "plan.up_to": ("{field} từ {before} lên {value}", "{field} from {before} up to {value}"),
    "plan.is": ("{field}: từ {before} thành {value}", "{field}: from {before} to {value}"),
    "plan.least_new": ("{field} ít nhất {value}", "{field} at least {value}"),
    "plan.above_new": ("{field} trên {value}", "{field} above {value}"),
    "plan.most_of_new": ("{field} nhiều nhất {value}", "{field} at most {value}"),
    "plan.below_new": ("{field} dưới {value}", "{field} below {value}"),
    "plan.is_new": ("{field}: {value}", "{field}: {value}"),
    "plan.done_least": (" (ít nhất {done} trên {planned})", " (at least {done} of {planned})"),
    "plan.done_most": (" (nhiều nhất {done} trên {planned})", " (at most {done} of {planned})"),
    "plan.rate": ("tỷ lệ", "rate"),
    "plan.answer": ("trả lời", "answer"),
    "plan.yes": ("có", "yes"),
    "plan.no": ("không", "no"),
    "plan.survey": (
        "điểm điều tra xã hội học: đơn vị không tự thay đổi ngay được",
        "a survey's points: the unit cannot change them by itself at once",
    ),
    "plan.outside": (
        "điểm lấy từ nguồn bên ngoài: đơn vị không tự thay đổi ngay được",
        "points from elsewhere: the unit cannot change them by itself at once",
    ),
    "plan.relative": (
        "phụ thuộc số liệu của đơn vị khác: đúng khi các đơn vị khác giữ nguyên",
        "depends on what other units report: right while these stay as they are",
    ),
    "plan.assumed": (
        "cách chấm của plugin không cho biết các mức điểm: giả định mức nào cũng có thể đạt",
        "the plugin's rule does not say which points it can give: each is assumed to be possible",
    ),
    "plan.decided": (
        "điểm do hội đồng quyết định: cần hội đồng quyết định lại",
        "the council decided these points: it takes another decision",
    ),
    "plan.follows": (
        "Tiêu chí {codes} tính theo mức tăng so với năm trước nên thay đổi theo các tiêu chí khác: phương án nào cũng "
        "được chấm lại với phần đó, nhưng khi tìm thì chưa tính.",
        "Criteria that follow the change since last year, {codes}, move with the others: each set is scored anew with "
        "them, and looked for without.",
    ),
    "plan.moved": (
        "   Điểm hoặc xếp loại của đơn vị khác cũng thay đổi: {units}.",
        "   Points or bands of other units change with it: {units}.",
    ),
    "plan.depends": (
        "Cách xếp loại này có thể xét cả các đơn vị khác (tỷ lệ tối đa, điều kiện loại trừ, ngưỡng di động): phương án "
        "đúng khi các đơn vị khác giữ nguyên.",
        "This way of classing may look at other units as well (a quota, a knock-out, cut-offs that move): the plan is "
        "right while these stay as they are.",
    ),
    "plan.inexact": (
        "Có quá nhiều cách để thử hết: có thể còn phương án nhỏ hơn.",
        "There are too many ways to try them all: there may be a smaller one.",
    ),
    "plan.top": ("Đơn vị đã ở loại cao nhất: {band}.", "The unit is in the best band already: {band}."),
    "plan.there": ("Đơn vị đã ở loại {band}, không thấp hơn {aim}.", "The unit is in {band}, no lower than {aim}."),
    "plan.incomplete": (
        "Đơn vị còn thiếu số liệu nên chưa có chỉ số và xếp loại; bổ sung số liệu trước khi lập phương án.",
        "Something is missing from the unit, so that it has no index and no band; that comes before any plan.",
    ),
    "plan.nothing": (
        "Không có tiêu chí nào áp dụng cho đơn vị, nên không có xếp loại.",
        "No criterion applies to the unit, so that it has no band.",
    ),
    "plan.no_bands": ("Bộ tiêu chí này không xếp loại.", "This set has no bands."),
    "plan.more": (
        "Không có phương án nào gồm tối đa {most} tiêu chí. {count} tiêu chí mất nhiều điểm nhất là đủ:",
        "No {most} criteria together are enough. The {count} that lost most are:",
    ),
    "plan.more_alone": (
        "Không có phương án nào chỉ gồm 1 tiêu chí. {count} tiêu chí mất nhiều điểm nhất là đủ:",
        "No criterion alone is enough. The {count} that lost most are:",
    ),
    "plan.never": (
        "Không thể đạt {aim}: kể cả khi mọi tiêu chí đều đạt mức cao nhất (+{gain} điểm).",
        "{aim} cannot be reached, not even with every criterion at its best (+{gain} points).",
    ),
    "plan.never_best": (
        "Khi đó đơn vị được {points} / {most} điểm, chỉ số {index} %, xếp loại {band}: {reason}",
        "The unit would then have {points} of {most} points, index {index} %, band {band}: {reason}",
    ),
    "lead.ahead": ("{first} hơn {second} {difference}.", "{first} is ahead of {second} by {difference}."),
    "lead.behind": ("{first} kém {second} {difference}.", "{first} is behind {second} by {difference}."),
    "lead.level": ("{first} và {second} bằng nhau về {figure}.", "{first} and {second} have the same {figure}."),
    "lead.of_index": ("{number} điểm phần trăm của chỉ số", "{number} percentage points of the index"),
    "lead.of_points": ("{number} điểm", "{number} points"),
    "lead.exact": (
        "Chỉ số chính xác: {first} và {second}, chênh lệch {difference}.",
        "The exact indices are {first} and {second}, {difference} apart.",
    ),
    "lead.by_exact": (
        "Hạng theo chỉ số chính xác, không theo chỉ số đã làm tròn.",
        "Ranks follow the exact index, and not the rounded one.",
    ),
    "lead.shared": ("Hai đơn vị cùng hạng {rank}.", "Both share rank {rank}."),
    "lead.tie_break": (
        "Hạng được phân định bằng tiêu chí {code}: {first} điểm và {second} điểm.",
        "What tells their ranks apart is criterion {code}: {first} points and {second} points.",
    ),
    "lead.apart": (
        "Hai đơn vị không xếp hạng với nhau: {first} và {second} khác nhóm xếp hạng.",
        "The two are not ranked with each other: {first} and {second} are ranked apart.",
    ),
    "lead.unranked": ("{unit} không xếp hạng.", "{unit} takes no part in the ranking."),
    "lead.incomplete": (
        "{unit} còn thiếu số liệu nên chưa có chỉ số: chưa so sánh được.",
        "Something is missing from {unit}, so that it has no index: there is nothing to compare.",
    ),
    "lead.nothing": (
        "Không có tiêu chí nào áp dụng cho {unit}: không so sánh được.",
        "No criterion applies to {unit}: there is nothing to compare.",
    ),
    "lead.tops": ("Theo lĩnh vực, nhiều nhất trước:", "By area, the most decisive first:"),
    "lead.parts": (
        "Theo tiêu chí, nhiều nhất trước; cộng lại đúng bằng mức chênh lệch ({sum}):",
        "By criterion, the most decisive first; together they are exactly the difference ({sum}):",
    ),
    "lead.columns": ("Góp phần|Tiêu chí|{first}|{second}|", "Share|Criterion|{first}|{second}|"),
    "lead.none": ("-", "-"),
    "lead.node": ("cả nhóm, không tách theo thành phần", "as a whole, not told apart by its parts"),
    "lead.scaling": ("làm tròn khi quy đổi điểm thành phần", "what scaling the parts rounds"),
    "lead.cap": ("phần vượt mức tối đa của khối điểm", "what lies beyond the block's maximum"),
    "lead.clamp": (
        "tổng điểm được giữ trong khoảng từ 0 đến điểm tối đa",
        "points kept between 0 and the maximum",
    ),
    "lead.denominator": (
        "điểm tối đa áp dụng khác nhau ({first} và {second})",
        "different attainable points ({first} and {second})",
    ),
    "lead.rounding": ("làm tròn chỉ số", "rounding of the printed index"),
    "lead.bands": ("Xếp loại khác nhau:", "They are in different bands:"),
    "lead.not_by_figure": (
        "Xếp loại không theo thứ tự của {figure}.",
        "The bands do not follow the order of the {figure}.",
    ),
}
