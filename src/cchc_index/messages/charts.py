"""Words of pictures: Vietnamese, English."""

from __future__ import annotations

from typing import Final

CHARTS: Final = {
    "chart.page": ("trang {page}/{pages}", "page {page} of {pages}"),
    "chart.ranking": ("Xếp hạng theo chỉ số", "Ranking by index"),
    "chart.areas": ("Chỉ số theo lĩnh vực (%)", "Index by area (%)"),
    "chart.lost": ("Điểm bị mất theo tiêu chí, cộng tất cả đơn vị", "Points lost by criterion, all units together"),
    "chart.lost_areas": ("Điểm bị mất theo lĩnh vực, cộng tất cả đơn vị", "Points lost by area, all units together"),
    "chart.unit_areas": ("{unit}: chỉ số theo lĩnh vực (%)", "{unit}: index by area (%)"),
    "chart.unit_lost": ("{unit}: điểm bị mất theo tiêu chí", "{unit}: points lost by criterion"),
    "chart.stages": ("Điểm ở hai giai đoạn: {first} và {last}", "Points at two stages: {first} and {last}"),
    "chart.years": ("Chỉ số hai năm: {before} và {after} (%)", "Index of two years: {before} and {after} (%)"),
    "chart.series": ("Chỉ số qua các năm (%)", "Index over the years (%)"),
    "chart.set": ("{title} [{name}], giai đoạn: {stage}", "{title} [{name}], stage: {stage}"),
    "chart.from": ("{band}: từ {cut}", "{band}: from {cut}"),
    "chart.above": ("{band}: trên {cut}", "{band}: above {cut}"),
    "chart.points": ("{points} điểm", "{points} points"),
    "chart.on_points": (
        "Xếp loại theo điểm, mà điểm tối đa của các đơn vị khác nhau, nên không vẽ được đường ngưỡng trên trục chỉ số.",
        "Classes go by points, and units can attain different points: no cut-off can stand on the axis of the index.",
    ),
    "chart.outside": ("không xếp hạng", "not ranked"),
    "chart.not_ranked": (
        "Không đơn vị nào được xếp hạng.",
        "No unit is ranked.",
    ),
    "chart.no_index": ("không có chỉ số", "no index"),
    "chart.nothing_applies": ("không tiêu chí nào áp dụng", "nothing applies"),
    "chart.missing": ("chưa đủ số liệu", "incomplete"),
    "chart.not_applicable": ("không áp dụng", "not applicable"),
    "chart.unknown": (
        "không có chỉ số (không chấm điểm, hoặc chưa tính ở giai đoạn này)",
        "no index (not scored, or not counted at this stage)",
    ),
    "chart.scale": ("nhạt nhất: {low} %; đậm nhất: {high} %", "lightest: {low} %; darkest: {high} %"),
    "chart.scale_lowest": (
        "nhạt nhất: {low} %; đậm nhất: {high} %; ô có nhiều đơn vị cũ: theo số thấp nhất",
        "lightest: {low} %; darkest: {high} %; where a cell has several earlier units: the lowest",
    ),
    "chart.lost_of": ("{lost} / {most}", "{lost} / {most}"),
    "chart.lost_head": ("Mất / tối đa", "Lost / maximum"),
    "chart.criterion": ("Tiêu chí", "Criterion"),
    "chart.area": ("Lĩnh vực", "Area"),
    "chart.without": ("{count} đơn vị thiếu số liệu", "missing for {count}"),
    "chart.nothing_lost": (
        "Số tiêu chí (lĩnh vực) không mất điểm, không vẽ ở đây: {count}.",
        "Criteria (areas) without lost points, not drawn here: {count}.",
    ),
    "chart.nothing_known": (
        "Không tính được vì không áp dụng hoặc thiếu số liệu: {codes}.",
        "Unknown, as they do not apply or figures are missing: {codes}.",
    ),
    "chart.difference": ("Chênh lệch", "Difference"),
    "chart.common": (
        "Chỉ cộng điểm của các tiêu chí mà đơn vị có điểm ở cả hai giai đoạn.",
        "Only the criteria for which a unit has points at both stages are added up.",
    ),
    "chart.no_common": ("không có tiêu chí chung", "nothing in common"),
    "chart.bonus": ("{area} (cộng điểm)", "{area} (bonus)"),
    "chart.penalty": ("{area} (trừ điểm)", "{area} (penalty)"),
    "chart.no_year": ("không có trong năm này", "not in this year"),
    "chart.merged": (
        "Đơn vị sáp nhập hoặc chia tách: số của năm trước là bình quân theo tỷ lệ ghi trong succession.csv; không ghi "
        "tỷ lệ thì không có.",
        "Merged and split units: the earlier figure is the mean by the shares of succession.csv; without shares there "
        "is none.",
    ),
    "chart.file_ranking": ("xep-hang", "ranking"),
    "chart.file_areas": ("linh-vuc", "areas"),
    "chart.file_lost": ("diem-mat", "lost"),
    "chart.file_stages": ("hai-giai-doan", "stages"),
    "chart.file_page": ("trang", "page"),
}
