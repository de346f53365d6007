"""Words and sentences of the output: Vietnamese, English."""

from __future__ import annotations

from typing import Final

PHRASES: Final = {
    "selftest.full": ("mọi tiêu chí ở mức cao nhất", "everything at its best"),
    "selftest.least": ("mọi tiêu chí ở mức thấp nhất", "everything at its least"),
    "selftest.alone": ("riêng tiêu chí này ở mức cao nhất", "this leaf alone at its best"),
    "selftest.alone_total": ("chỉ số khi riêng {code} ở mức cao nhất", "index with {code} alone at its best"),
    "selftest.without": ("không áp dụng {code}, còn lại ở mức cao nhất", "{code} not applicable, the rest at its best"),
    "selftest.band_on": ("xếp loại tại {value} ({group})", "band at {value} ({group})"),
    "selftest.band_under": (
        "xếp loại sát dưới ngưỡng, {value} ({group})",
        "band just under a cut-off, {value} ({group})",
    ),
    "selftest.heading": (
        "Kiểm tra bộ tiêu chí {criteria}: giá trị giả lập, kết quả biết trước",
        "Self-test of {criteria}: synthetic values, known results",
    ),
    "selftest.columns": ("Đơn vị|Tiêu chí|Thử|Phải là|Kết quả|", "Unit|Criterion|Tried|Expected|Obtained|"),
    "selftest.passed": ("Đạt: {trials} phép thử đều khớp.", "Passed: all {trials} trials agree."),
    "selftest.failed": (
        "KHÔNG ĐẠT: {failed} trong {trials} phép thử sai.",
        "FAILED: {failed} of {trials} trials differ.",
    ),
    "selftest.uncovered": ("CHƯA ĐỦ: có phần chưa được thử.", "INCOMPLETE: something was not exercised."),
    "selftest.coverage": (
        "Đã thử: tiêu chí {leaves}, cách chấm {rules}, ngưỡng {thresholds}, không áp dụng {not_applicable}, "
        "xếp loại {bands}.",
        "Exercised: leaves {leaves}, rules {rules}, thresholds {thresholds}, not applicable {not_applicable}, "
        "bands {bands}.",
    ),
    "selftest.signed": (
        "Người lập: ..............................    Người kiểm tra: ..............................",
        "Prepared by: ..............................    Checked by: ..............................",
    ),
    "report.same": ("{place}: lỗi này cũng ở các dòng {rows}.", "{place}: the same in rows {rows}."),
    "perhaps": ("Có phải là: {names}? ", "Perhaps: {names}? "),
    "reason.range_unknown": (
        "chưa so sánh được: đơn vị khác còn thiếu số liệu, hoặc không có đơn vị xếp hạng để so sánh",
        "cannot be compared yet: another unit's value is missing, or no ranked unit is there to compare with",
    ),
    "reason.missing": ("chưa có số liệu", "missing"),
    "reason.not_at_stage": (
        "không tự chấm: lấy theo {method}; không tính vào tổng ở giai đoạn này",
        "not self-scored: taken by {method}; outside both sums at this stage",
    ),
    "reason.given": ("điểm ghi trực tiếp: {points}", "points given as such: {points}"),
    "reason.claimed": ("đơn vị ghi {points}", "{points} was claimed"),
    "reason.evidence": ("minh chứng: {evidence}", "evidence: {evidence}"),
    "reason.note": ("ghi chú: {note}", "note: {note}"),
    "reason.condition": (
        "không áp dụng theo danh sách đơn vị ({condition}); không tính vào cả điểm và điểm tối đa",
        "not applicable by the register ({condition}); left out of both sums",
    ),
    "reason.declared": (
        "không áp dụng theo khai báo; không tính vào cả điểm và điểm tối đa",
        "declared not applicable; left out of both sums",
    ),
    "reason.absent": (
        "không tính năm nay{decision}; không tính vào cả điểm và điểm tối đa",
        "left out this year{decision}; outside both sums",
    ),
    "reason.at_most": (", tối đa {most}", ", at most {most}"),
    "reason.clamped": (
        "; giới hạn còn {points} (từ 0 đến {most})",
        "; kept at {points} (from 0 to {most})",
    ),
    "reason.moved": (
        "; riêng theo điểm: {by_points}; xếp {band} vì {reason}",
        "; by points alone: {by_points}; put in {band}: {reason}",
    ),
    "reason.no_part": (
        "không tiêu chí thành phần nào áp dụng; không tính vào cả điểm và điểm tối đa",
        "no part applies; left out of both sums",
    ),
    "reason.rounded_points": ("{exact} làm tròn thành {points}", "{exact} rounded to {points}"),
    "reason.tie_break": (
        "; bằng {unit}, phân định bởi {code}: {own} so với {theirs}",
        "; level with {unit}, told apart by {code}: {own} to {theirs}",
    ),
    "reason.unscored": ("chỉ báo cáo, không chấm điểm", "reported only, not scored"),
    "reason.redistributed": (
        "giữ nguyên trọng số: {sum} x {own} / {by}",
        "weight kept: {sum} x {own} / {by}",
    ),
    "reason.scaled": ("quy đổi: {sum} x {own} / {by}", "scaled: {sum} x {own} / {by}"),
    "reason.left_out": ("không áp dụng: {codes}", "not applicable: {codes}"),
    "reason.nothing": ("không có tiêu chí nào áp dụng", "nothing applies"),
    "reason.incomplete": ("chưa đủ số liệu: không có chỉ số, thứ hạng, xếp loại", "incomplete: no index, rank or band"),
    "reason.rounded": ("làm tròn {places} chữ số thập phân, {mode}", "rounded to {places} decimals, {mode}"),
    "reason.unranked": ("không tham gia xếp hạng", "takes no part in the ranking"),
    "reason.rank": ("hạng {rank} trong {units} đơn vị ({group})", "rank {rank} of {units} units ({group})"),
    "reason.shared_rank": (", {units} đơn vị đồng hạng", ", shared by {units} units"),
    "method.appraised": ("thẩm định", "appraisal"),
    "method.survey": ("điều tra xã hội học", "survey"),
    "method.outside": ("nguồn ngoài", "an outside source"),
    "rounding.half_up": ("từ 5 làm tròn lên", "half up"),
    "rounding.half_even": ("nửa về số chẵn", "half to even"),
    "rounding.truncate": ("cắt bỏ phần dư", "truncated"),
    "stage.self": ("tự đánh giá", "self-assessment"),
    "stage.appraised": ("thẩm định", "appraised"),
    "stage.final": ("kết quả", "final"),
    "source.official": ("chính thức", "official"),
    "source.excerpt": ("trích", "excerpt"),
    "source.illustrative": ("minh họa, không phải văn bản thật", "illustrative, not a real decision"),
    "data.real": ("số liệu thật", "real data"),
    "data.synthetic": ("số liệu giả lập (synthetic), không phải kết quả thật", "synthetic data, not real results"),
    "heading.data": ("Dữ liệu: {data}", "Data: {data}"),
    "heading.set": ("Bộ tiêu chí: {status}", "Criteria set: {status}"),
    "heading.group": ("Nhóm {group}, {units} đơn vị", "Group {group}, {units} units"),
    "heading.rank": ("Hạng", "Rank"),
    "heading.unit": ("Đơn vị", "Unit"),
    "heading.points": ("Điểm", "Points"),
    "heading.max_points": ("Tối đa", "Maximum"),
    "heading.index": ("Chỉ số %", "Index %"),
    "heading.band": ("Xếp loại", "Band"),
    "heading.total": ("Tổng điểm", "Points"),
    "heading.incomplete": ("chưa đủ số liệu", "incomplete"),
    "note.not_applicable": (
        "Không áp dụng (không tính vào cả điểm và điểm tối đa):",
        "Not applicable (left out of both sums):",
    ),
    "note.absent": ("Không tính năm nay, đối với mọi đơn vị:", "Left out this year, for all units:"),
    "note.clamped": ("Điểm bị giới hạn:", "Points kept within their bounds:"),
    "warning.clamped": ("{unit}{code}: {sum}, tính {points}", "{unit}{code}: {sum}, counted as {points}"),
    "note.moved": ("Xếp loại khác với xếp loại theo điểm:", "In another band than points alone would give:"),
    "warning.moved": (
        "{unit}: {band}, riêng theo điểm {by_points}: {reason}",
        "{unit}: {band}, by points alone {by_points}: {reason}",
    ),
    "note.claim": ("Điểm đơn vị ghi khác điểm theo cách chấm:", "Points claimed that differ from the rule's:"),
    "note.near_cut_off": (
        "Sát ngưỡng xếp loại (trong một đơn vị của chữ số cuối):",
        "Within one last decimal of a cut-off:",
    ),
    "warning.claim": (
        "{unit}, tiêu chí {code}: ghi {claimed}, chấm {points}",
        "{unit}, criterion {code}: {claimed} claimed, {points} scored",
    ),
    "warning.near_cut_off": (
        "{unit}: {value}, ngưỡng {cut_off}, xếp loại {band}",
        "{unit}: {value}, cut-off {cut_off}, band {band}",
    ),
    "figure.points": ("điểm", "points"),
    "figure.max_points": ("điểm tối đa", "maximum points"),
    "figure.index": ("chỉ số", "index"),
    "figure.rank": ("hạng", "rank"),
    "figure.band": ("xếp loại", "band"),
    "figure.sum": ("tổng", "sum"),
    "audit.summary": (
        "Đối chiếu {compared} số đã công bố: sai lệch {findings} (do {causes} nguyên nhân), "
        "trong phạm vi làm tròn {within}.",
        "{compared} published figures compared. Findings: {findings} (causes: {causes}); within rounding: {within}.",
    ),
    "audit.cause": (
        "{unit} [{id}]: {what} in {published} không khớp với các phần của nó",
        "{unit} [{id}]: the {what} printed, {published}, and the parts disagree",
    ),
    "audit.finding": (
        "{unit}, {what}: công bố {published}, tính lại {computed}",
        "{unit}, {what}: published {published}, computed {computed}",
    ),
    "audit.difference": (", chênh lệch {difference}", ", a difference of {difference}"),
    "audit.span": (" (do làm tròn có thể từ {low} đến {high})", " (rounding allows {low} to {high})"),
    "audit.parts": (
        "các phần đã in: {parts}; tổng hoặc một trong các phần in sai",
        "the parts as printed: {parts}; either the total or one of them is misprinted",
    ),
    "audit.within": ("Trong phạm vi làm tròn (không phải sai sót):", "Within rounding (no fault):"),
    "demo.title": (
        "cchc-index: từ số liệu báo cáo đến chỉ số, có giải thích",
        "cchc-index: from reported values to an index, explained",
    ),
    "demo.audit": ("Đối chiếu với kết quả đã công bố", "Held against what was published"),
    "demo.explain": ("Vì sao? Bảng điểm của một đơn vị", "Why? One unit's scorecard"),
    "demo.others": ("Các đợt khác đi kèm", "The other cycles that come with it"),
    "demo.next": ("Thử tiếp", "Try next"),
    "demo.absent": ("cần: {command}", "needs: {command}"),
    "demo.no_published": ("không có kết quả công bố để đối chiếu", "nothing was published to compare with"),
    "plugins.made": (
        "Đã tạo {folder}. Thử tiếp:\n"
        "  pip install -e './{folder}[test]'\n  pytest {folder}\n  cchc-index selftest {prefix}.example-2025",
        "Made {folder}. Try next:\n"
        "  pip install -e './{folder}[test]'\n  pytest {folder}\n  cchc-index selftest {prefix}.example-2025",
    ),
    "plugins.none": ("Chưa cài plugin nào.", "No plugins are installed."),
    "plugins.broken": ("không dùng được", "cannot be used"),
    "plugins.rules": ("cách chấm", "rules"),
    "plugins.classifiers": ("xếp loại", "classifiers"),
    "plugins.criteria": ("bộ tiêu chí", "criteria sets"),
}
