"""Words of a result's workbook: Vietnamese, English."""

from __future__ import annotations

from typing import Final

PHRASES: Final = {
    "workbook.cover": ("Kết quả", "Result"),
    "workbook.ranking": ("Xếp hạng", "Ranking"),
    "workbook.points": ("Điểm", "Points"),
    "workbook.maxima": ("Điểm tối đa", "Maximum points"),
    "workbook.components": ("Chỉ số thành phần", "Component indices"),
    "workbook.classes": ("Xếp loại", "Classes"),
    "workbook.stages": ("Các giai đoạn", "Stages"),
    "workbook.adjustments": ("Điều chỉnh", "Adjustments"),
    "workbook.about_ranking": (
        "Thứ hạng, điểm, chỉ số và xếp loại theo từng nhóm; bấm vào tên đơn vị để mở trang của đơn vị.",
        "Ranks, points, index and class, group by group; a unit's name leads to its sheet.",
    ),
    "workbook.about_points": (
        "Điểm đạt được của từng đơn vị theo từng lĩnh vực, tiêu chí, tiêu chí thành phần.",
        "Points obtained by each unit, by area, criterion and component criterion.",
    ),
    "workbook.about_maxima": (
        "Điểm tối đa áp dụng cho từng đơn vị: tiêu chí không áp dụng thì không tính vào mẫu số.",
        "What each unit could attain: what does not apply to it leaves the denominator.",
    ),
    "workbook.about_components": (
        "Chỉ số (%) theo lĩnh vực và tiêu chí; thứ hạng theo từng lĩnh vực.",
        "Index in per cent by area and criterion; ranks by area.",
    ),
    "workbook.about_classes": (
        "Ngưỡng xếp loại và số đơn vị của mỗi loại theo nhóm.",
        "Cut-offs of the classes, and how many units each has, by group.",
    ),
    "workbook.about_stages": (
        "Điểm qua các giai đoạn: tự đánh giá, thẩm định, kết quả.",
        "Points stage by stage: self-assessed, appraised, final.",
    ),
    "workbook.about_adjustments": (
        "Những thay đổi điểm của Hội đồng: lý do, người quyết định, văn bản.",
        "What the council changed: why, by whom, by which decision.",
    ),
    "workbook.set": ("Bộ tiêu chí", "Criteria set"),
    "workbook.counts": ("{units} đơn vị, {ranked} đơn vị được xếp hạng.", "{units} units, {ranked} of them ranked."),
    "workbook.reading": ("Cách đọc và kiểm tra bằng tay", "How to read it, and check it by hand"),
    "workbook.read_formulas": (
        "Tổng điểm, điểm tối đa áp dụng, chỉ số, thứ hạng và xếp loại theo ngưỡng là công thức: bấm vào ô để xem tính "
        "từ những ô nào. Điểm của từng tiêu chí nhỏ nhất là giá trị; cách chấm và lý do ghi ở trang của từng đơn vị.",
        "Sums, attainable points, index, ranks and classes by thresholds are formulas: a click on a cell shows from "
        "which cells it comes. Points of the criteria themselves are values; how they were given is said on each "
        "unit's sheet.",
    ),
    "workbook.read_exact": (
        "Công thức đưa số về số nguyên trước khi chia, làm tròn hoặc so sánh (ví dụ ROUND(điểm*100,0)), vì bảng tính "
        "dùng số nhị phân, có thể làm sai một trường hợp bằng điểm hoặc sát ngưỡng.",
        "Formulas bring numbers to whole ones before they divide, round or compare (ROUND(points*100,0)), since "
        "spreadsheets use binary numbers, which can miss a tie or a cut-off.",
    ),
    "workbook.read_recalculated": (
        "Kết quả ghi sẵn trong ô là kết quả của cchc-index; tính lại trong bảng tính (Ctrl+Alt+F9) phải ra đúng như "
        "vậy.",
        "The results stored in the cells are those of cchc-index; recalculated (Ctrl+Alt+F9) they must stay as they "
        "are.",
    ),
    "workbook.read_change": (
        "Sửa một ô chữ xanh thì tổng, chỉ số, thứ hạng, xếp loại đổi theo (thứ tự dòng không đổi). Tệp này để kiểm "
        "tra: điểm chính thức sửa trong số liệu hoặc bằng điều chỉnh của Hội đồng, rồi chấm lại.",
        "Where a blue cell is changed, sums, index, ranks and classes follow; rows keep their order. This file is for "
        "checking: official points are changed in the data, or by the council's adjustments, and scored again.",
    ),
    "workbook.no_unit_sheets": (
        "Không có trang riêng của từng đơn vị: có {units} đơn vị, tệp chỉ mở dễ dàng với nhiều nhất {most} trang. Lý "
        "do của từng điểm: cchc-index explain ĐƯỜNG-DẪN ĐƠN-VỊ, hoặc mọi đơn vị: cchc-index explain ĐƯỜNG-DẪN -o "
        "THƯ-MỤC.",
        "There is no sheet for each unit: there are {units} of them, and a workbook stays usable with at most {most}. "
        "The reason of every point: cchc-index explain PATH UNIT, or of all units: cchc-index explain PATH -o FOLDER.",
    ),
    "workbook.legend": ("Ký hiệu", "How cells look"),
    "workbook.look_input": (
        "Chữ xanh: giá trị mà công thức tính từ đó (điểm, điểm tối đa của tiêu chí; ngưỡng).",
        "Blue: a value that formulas start from (points and maximum of a criterion; a cut-off).",
    ),
    "workbook.look_cell": (
        "Chữ đen: công thức, trừ tên, lý do, ngày và điểm của các giai đoạn trước.",
        "Black: a formula, but for names, reasons, dates and the points of earlier stages.",
    ),
    "workbook.look_value": (
        "Nền vàng, chữ nghiêng: giá trị, không phải công thức, vì không có công thức nào tính đúng tuyệt đối: cách gộp "
        "khác cộng, điều kiện giữa các tiêu chí, xếp loại có điều kiện hoặc tỷ lệ tối đa, số quá nhiều chữ số.",
        "Yellow and slanted: a value and no formula, since none is exact: parts combined otherwise than by adding, "
        "requirements between criteria, classes with conditions or quotas, numbers of too many digits.",
    ),
    "workbook.look_aside": (
        "Chữ xám: cột phụ của bảng xếp hạng, là số nguyên dùng để so sánh; không in.",
        "Grey: helping columns of the ranking, whole numbers that are compared; they are not printed.",
    ),
    "workbook.cell_not_applicable": ("KAD", "n/a"),
    "workbook.cell_missing": ("thiếu", "missing"),
    "workbook.cell_unscored": ("b/c", "reported"),
    "workbook.status_scored": ("đã chấm", "scored"),
    "workbook.status_given": ("điểm cho sẵn", "points as given"),
    "workbook.status_not_applicable": ("không áp dụng", "does not apply"),
    "workbook.status_missing": ("chưa có số liệu", "missing"),
    "workbook.status_unscored": ("chỉ báo cáo, không chấm điểm", "reported only, not scored"),
    "workbook.warnings": ("Cần lưu ý", "What to know"),
    "workbook.more_notes": (
        "… và {count} dòng nữa; kết quả dạng JSON có đủ.",
        "… and {count} lines more; the result as JSON has them all.",
    ),
    "workbook.provenance": ("Nguồn gốc", "Where it comes from"),
    "workbook.digest": ("Mã kết quả (SHA-256)", "Digest of the results"),
    "workbook.library": ("Phần mềm", "Software"),
    "workbook.plugin": ("Phần mở rộng", "Plugin"),
    "workbook.set_digest": ("Mã bộ tiêu chí", "Fingerprint of the set"),
    "workbook.previous": ("Kết quả năm trước", "Last year's result"),
    "workbook.counted": ("Đếm từ hồ sơ gốc", "Counted from records"),
    "workbook.input": ("Tệp số liệu (SHA-256)", "Input file (SHA-256)"),
    "workbook.ranking_hint": (
        "Xếp hạng trong từng nhóm. Cột phụ bên phải (chữ xám) là số nguyên dùng để so sánh.",
        "Ranks within each group. The grey columns on the right hold the whole numbers that are compared.",
    ),
    "workbook.points_hint": (
        "Dòng số nghiêng dưới tên tiêu chí là điểm tối đa của bộ tiêu chí.",
        "The slanted numbers beneath the titles are the set's maximum points.",
    ),
    "workbook.maxima_hint": (
        "Điểm tối đa áp dụng cho từng đơn vị; cùng dòng, cùng cột với trang điểm.",
        "What each unit could attain, in the same rows and columns as its points.",
    ),
    "workbook.components_hint": (
        "Chỉ số = 100 × điểm / điểm tối đa áp dụng, làm tròn theo bộ tiêu chí.",
        "Index = 100 × points / attainable points, rounded as the set says.",
    ),
    "workbook.classes_hint": (
        "Xếp loại theo {on}, xét từ trên xuống: đơn vị thuộc loại đầu tiên mà nó đạt ngưỡng.",
        "Classes by {on}, from the top: a unit is in the first class whose cut-off it reaches.",
    ),
    "workbook.classes_decided": (
        "Xếp loại theo {on}: xếp loại trong trang xếp hạng là giá trị, không phải công thức.",
        "Classes by {on}: on the ranking they are values and no formulas.",
    ),
    "workbook.on_index_published": ("chỉ số đã công bố (đã làm tròn)", "the published (rounded) index"),
    "workbook.on_index_exact": ("chỉ số chưa làm tròn", "the index before rounding"),
    "workbook.on_points_published": ("điểm", "points"),
    "workbook.on_points_exact": ("điểm", "points"),
    "workbook.on_other": ("ngưỡng và điều kiện riêng của bộ tiêu chí", "the set's thresholds and further conditions"),
    "workbook.stages_hint": (
        "Chênh lệch = kết quả − {first}, chỉ tính khi hai giai đoạn có cùng điểm tối đa; nếu tổng không cùng điểm tối "
        "đa (ví dụ chưa có điều tra xã hội học) thì cộng chênh lệch của các lĩnh vực.",
        "Difference = result − {first}, where both stages could give as many points; where the totals could not (no "
        "survey yet, for example), the areas' differences are added.",
    ),
    "workbook.adjustments_hint": (
        "Nền vàng: đã bị giai đoạn sau thay thế, không còn hiệu lực.",
        "Yellow: overtaken by a later stage, and without effect.",
    ),
    "workbook.unit_of": ("Mã đơn vị: {id}; nhóm: {group}", "Unit {id}, group {group}"),
    "workbook.back": ("← Bảng xếp hạng", "← Ranking"),
    "workbook.identifier": ("Mã đơn vị", "Identifier"),
    "workbook.total_maximum": ("Tổng điểm tối đa", "Maximum points"),
    "workbook.taken_away": ("(trừ)", "(taken away)"),
    "workbook.rank_by": ("hạng theo chỉ số {code}", "rank by the index of {code}"),
    "workbook.block": ("Khối so sánh", "Compared among"),
    "workbook.key": ("Số để so sánh", "Number compared"),
    "workbook.then": ("Xét tiếp: điểm {code}", "Then: points of {code}"),
    "workbook.first": ("Đầu tiên trong các đơn vị bằng nhau", "First among equals"),
    "workbook.nothing": ("không có tiêu chí nào áp dụng", "nothing applies"),
    "workbook.unranked": ("không xếp hạng", "not ranked"),
    "workbook.note": ("Ghi chú", "Note"),
    "workbook.difference": ("Chênh lệch", "Difference"),
    "workbook.column_code": ("Mã", "Code"),
    "workbook.column_title": ("Lĩnh vực, tiêu chí", "Area, criterion"),
    "workbook.column_maximum": ("Tối đa áp dụng", "Attainable"),
    "workbook.column_points": ("Điểm", "Points"),
    "workbook.column_index": ("Chỉ số %", "Index %"),
    "workbook.column_status": ("Tình trạng", "Status"),
    "workbook.column_reason": ("Lý do", "Reason"),
    "workbook.column_reference": ("Căn cứ", "Reference"),
    "workbook.column_note": ("Ghi chú", "Note"),
    "workbook.group": ("Nhóm", "Group"),
    "workbook.class": ("Loại", "Class"),
    "workbook.condition": ("Điều kiện", "Condition"),
    "workbook.cut_off": ("Ngưỡng", "Cut-off"),
    "workbook.units": ("Số đơn vị", "Units"),
    "workbook.from": ("từ ngưỡng trở lên", "from the cut-off"),
    "workbook.above": ("trên ngưỡng", "above the cut-off"),
    "workbook.rest": ("còn lại", "all others"),
    "workbook.decided": ("theo điều kiện riêng", "by further conditions"),
    "workbook.and_needs": (", và đủ điều kiện kèm theo", ", and what else it needs"),
    "workbook.unit": ("Đơn vị", "Unit"),
    "workbook.code": ("Mã", "Code"),
    "workbook.title": ("Tiêu chí", "Criterion"),
    "workbook.stage": ("Giai đoạn", "Stage"),
    "workbook.change": ("Thay đổi", "Change"),
    "workbook.reason": ("Lý do", "Reason"),
    "workbook.by": ("Người quyết định", "Decided by"),
    "workbook.date": ("Ngày", "Date"),
    "workbook.decision": ("Văn bản", "Decision"),
    "workbook.objection": ("Kiến nghị", "Objection"),
    "workbook.overtaken": ("[không còn hiệu lực]", "[without effect]"),
}
