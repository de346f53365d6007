"""Words and sentences of the page of a result: Vietnamese, English."""

from __future__ import annotations

from typing import Final

PHRASES: Final = {
    "page.skip": ("Đến nội dung", "To the contents"),
    "page.search": ("Tìm đơn vị", "Find a unit"),
    "page.search_hint": (
        "Gõ tên hoặc mã đơn vị, có dấu hay không dấu",
        "Type a name or an identifier, with or without accents",
    ),
    "page.found": ("Tìm thấy {count} trong {units} đơn vị.", "{count} of {units} units found."),
    "page.all": ("Đang hiện tất cả {units} đơn vị.", "All {units} units are shown."),
    "page.sorted": ("Đã sắp xếp theo {column}, {order}.", "Sorted by {column}, {order}."),
    "page.ascending": ("tăng dần", "ascending"),
    "page.descending": ("giảm dần", "descending"),
    "page.unknown": ("Không có đơn vị {unit} trên trang này.", "There is no unit {unit} on this page."),
    "page.ranking": ("Xếp hạng nhóm {group}", "Ranking of group {group}"),
    "page.heat": ("Chỉ số theo lĩnh vực (%), nhóm {group}", "Index by area (%), group {group}"),
    "page.mean": ("Trung bình các đơn vị được xếp hạng", "Mean of the ranked units"),
    "page.legend": (
        "Chỉ số là điểm đạt được so với điểm có thể đạt. Mức tô (%):",
        "The index is the points obtained of those that could be attained. Shades (%):",
    ),
    "page.under": ("dưới {high}", "under {high}"),
    "page.between": ("{low} – dưới {high}", "{low} – under {high}"),
    "page.from": ("từ {low} trở lên", "{low} and more"),
    "page.notes": ("Lưu ý", "Notes"),
    "page.provenance": ("Nguồn gốc của kết quả", "Where the result comes from"),
    "page.digest": ("Mã kiểm chứng kết quả (SHA-256)", "Digest of the result (SHA-256)"),
    "page.version": ("Phiên bản cchc-index", "Version of cchc-index"),
    "page.plugins": ("Phần mở rộng", "Plugins"),
    "page.last_year": ("Kết quả năm trước", "Last year's result"),
    "page.inputs": ("Tệp đầu vào ({count}) và mã SHA-256", "Input files ({count}) and their SHA-256"),
    "page.no_script": (
        "Trình duyệt đang tắt JavaScript: bảng xếp hạng và bảng lĩnh vực vẫn đọc được; tìm kiếm, sắp xếp và trang "
        "của từng đơn vị thì cần JavaScript.",
        "JavaScript is off: the ranking and the areas can be read; search, sorting and the units' pages need it.",
    ),
    "page.back": ("← Về bảng xếp hạng", "← Back to the ranking"),
    "page.previous": ("Đơn vị liền trước", "Previous unit"),
    "page.next": ("Đơn vị liền sau", "Next unit"),
    "page.identity": ("Mã đơn vị: {unit}. Nhóm: {group}.", "Identifier: {unit}. Group: {group}."),
    "page.tree": ("Điểm từng tiêu chí", "Points by criterion"),
    "page.lost": ("mất {lost}", "lost {lost}"),
    "page.taken": ("trừ {lost}", "taken {lost}"),
    "page.only_lost": ("Chỉ hiện tiêu chí bị mất điểm", "Only criteria at which points were lost"),
    "page.nothing_lost": ("Đơn vị không mất điểm ở tiêu chí nào.", "No points were lost at any criterion."),
    "page.close_all": ("Thu gọn tất cả", "Close all"),
    "page.open_all": ("Mở tất cả", "Open all"),
    "page.figures": ("Kết quả của đơn vị", "The unit's result"),
    "page.more": (
        "Đang hiện {count} dòng đầu; bấm để hiện tất cả {units} đơn vị",
        "The first {count} rows are shown; press to show all {units} units",
    ),
    "page.unranked": ("không xếp hạng", "not ranked"),
    "page.bare": (
        "Trang này có {units} đơn vị với {nodes} tiêu chí nên ghi điểm mà không ghi lý do. Lý do của từng điểm có "
        "trong bản giải thích của đơn vị, do lệnh cchc-index explain lập.",
        "This page has {units} units of {nodes} criteria, so it gives points without their reasons. The reason of "
        "each point is in the unit's explanation, which the command cchc-index explain makes.",
    ),
}
