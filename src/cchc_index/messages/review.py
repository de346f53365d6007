"""What the review for a council says, in both languages."""

from __future__ import annotations

from typing import Final

#: Vietnamese, then English.
PHRASES: Final = {
    "review.stages": ("So {first} với {last}", "{first} beside {last}"),
    "review.one_stage": (
        "Chỉ có một giai đoạn ({stage}): chưa có gì để so sánh",
        "There is one stage alone ({stage}): nothing to compare",
    ),
    "review.units": (
        "Điểm từng đơn vị (các tiêu chí có điểm ở cả hai giai đoạn), giảm nhiều nhất trước:",
        "Points of each unit (criteria with points at both stages), those lowered most first:",
    ),
    "review.areas": ("Điểm từng lĩnh vực, mọi đơn vị cộng lại:", "Points of each area, all units together:"),
    "review.disagreements": (
        "Tiêu chí chênh lệch nhiều nhất ({count} tiêu chí):",
        "Criteria with the most disagreement ({count} criteria):",
    ),
    "review.cells": ("Từng chỗ thay đổi ({count}), nhiều nhất trước:", "Each change ({count}), the largest first:"),
    "review.no_change": ("Không có điểm nào thay đổi.", "No points changed."),
    "review.claims": (
        "Điểm ghi khác điểm theo cách chấm ({count}):",
        "Points typed that differ from the rule's ({count}):",
    ),
    "review.claim": (
        "{unit}, tiêu chí {code}, {stage}: ghi {claimed}, theo cách chấm {ruled}{stands}",
        "{unit}, criterion {code}, {stage}: {claimed} typed, {ruled} by the rule{stands}",
    ),
    "review.stands": (" (theo quyết định của hội đồng)", " (stands by the council's decision)"),
    "review.coverage": (
        "Minh chứng và giải trình, ở giai đoạn {stage}: câu trả lời có điểm mà nêu minh chứng, câu trả lời mất điểm "
        "mà có giải trình:",
        "Evidence and explanations, at the stage {stage}: answers with points that name evidence, answers that lost "
        "points and say why:",
    ),
    "review.by_unit": ("Theo đơn vị", "By unit"),
    "review.by_code": ("Theo tiêu chí", "By criterion"),
    "review.bare": ("Thiếu minh chứng ({count}):", "Without evidence ({count}):"),
    "review.unexplained": ("Mất điểm mà chưa giải trình ({count}):", "Points lost without explanation ({count}):"),
    "review.nothing_missing": ("Không thiếu số liệu nào.", "Nothing is missing."),
    "review.missing": ("Còn thiếu ({count}):", "Missing ({count}):"),
    "review.missing_cell": ("{unit}, tiêu chí {code}", "{unit}, criterion {code}"),
    "review.waits": (
        "{unit}, tiêu chí {code}: chưa so sánh được, vì {cause} còn thiếu tiêu chí {cause_code}",
        "{unit}, criterion {code}: cannot be compared, since {cause} has no value for {cause_code}",
    ),
    "review.waits_for_nobody": (
        "{unit}, tiêu chí {code}: chưa so sánh được, không có đơn vị xếp hạng nào có số liệu",
        "{unit}, criterion {code}: cannot be compared, no ranked unit has a value",
    ),
    "review.no_objections": ("Không có giải trình, kiến nghị nào.", "Nothing was explained or objected to."),
    "review.objections_open": ("Chưa trả lời ({count}):", "Open ({count}):"),
    "review.objections_adjusted": ("Đã trả lời, có điều chỉnh ({count}):", "Answered, with an adjustment ({count}):"),
    "review.objections_accepted": (
        "Đã chấp nhận, nhưng đến giai đoạn này chưa có điều chỉnh nào theo đó ({count}):",
        "Accepted, and no adjustment up to this stage cites it ({count}):",
    ),
    "review.objections_answered": (
        "Đã trả lời, không có điều chỉnh ({count}):",
        "Answered, without an adjustment ({count}):",
    ),
    "review.objection": (
        "{id}, {date}, {unit}, tiêu chí {code}: {reason}",
        "{id}, {date}, {unit}, criterion {code}: {reason}",
    ),
    "review.claims_instead": (" (đề nghị {claimed})", " ({claimed} wanted)"),
    "review.answer": (" → {answer} [{by}, {answered}]", " → {answer} [{by}, {answered}]"),
    "review.adjustment": (
        "{unit}, tiêu chí {code}, {stage}: {what}: {reason} [{by}]",
        "{unit}, criterion {code}, {stage}: {what}: {reason} [{by}]",
    ),
    "review.uncited": (
        "Điều chỉnh không trả lời kiến nghị nào ({count}):",
        "Adjustments that answer no objection ({count}):",
    ),
    "review.more": (
        "… và {count} dòng nữa: xem --format csv hoặc json",
        "… and {count} more lines: see --format csv or json",
    ),
    "review.none": ("không có", "none"),
    "review.columns_units": ("Đơn vị|{first}|{last}|Chênh lệch|Tiêu chí", "Unit|{first}|{last}|Change|Criteria"),
    "review.columns_areas": ("Mã|Lĩnh vực|{first}|{last}|Chênh lệch", "Code|Area|{first}|{last}|Change"),
    "review.columns_disagreements": (
        "Mã|Tiêu chí|Đơn vị thay đổi|Tăng|Giảm|Lớn nhất|Của đơn vị",
        "Code|Criterion|Units changed|Raised|Lowered|Largest|Of the unit",
    ),
    "review.columns_cells": ("Đơn vị|Tiêu chí|{first}|{last}|Chênh lệch", "Unit|Criterion|{first}|{last}|Change"),
    "review.columns_covered": ("{what}|Có minh chứng|Có giải trình", "{what}|With evidence|Explained"),
}
