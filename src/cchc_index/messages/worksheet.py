"""Words of the worksheet of a criteria set: its sheets, columns, choices, and what each rule does."""

from __future__ import annotations

from typing import Final, Literal

SHEETS: Final = {
    "settings": ("Bộ tiêu chí", "Criteria set"),
    "criteria": ("Tiêu chí", "Criteria"),
    "rules": ("Cách chấm", "Rules"),
}

COLUMNS: Final = {
    "level": ("Cấp", "Level"),
    "code": ("Mã tiêu chí", "Code"),
    "title": ("Tên tiêu chí", "Title"),
    "title.en": ("Tên tiếng Anh", "English title"),
    "max_points": ("Điểm tối đa", "Maximum points"),
    "area": ("Lĩnh vực", "Area"),
    "method": ("Phương thức", "Method"),
    "rule": ("Cách chấm", "Rule"),
    "on": ("Đo theo", "Measured by"),
    "from": ("Từ", "From"),
    "above": ("Trên", "Above"),
    "to": ("Đến", "To"),
    "below": ("Dưới", "Below"),
    "points": ("Điểm", "Points"),
    "parameters": ("Tham số", "Parameters"),
    "not_applicable": ("Không áp dụng", "Not applicable"),
    "reference": ("Căn cứ", "Reference"),
    "note": ("Ghi chú", "Note"),
    "other": ("Mục khác", "Other keys"),
}
SETTING: Final = ("Mục", "Key")
SETTING_VALUE: Final = ("Giá trị", "Value")
SETTING_MEANS: Final = ("Ý nghĩa", "Meaning")
ALLOWED: Final = ("cho phép", "allowed")

SETTINGS: Final = {
    "id": ("mã của bộ tiêu chí: chữ thường không dấu, số, dấu gạch", "identifier: lower-case letters, digits, dashes"),
    "edition": ("năm hoặc lần ban hành", "year or edition"),
    "title": ("tên bộ tiêu chí", "title"),
    "title.vi": ("tên bộ tiêu chí", "Vietnamese title"),
    "title.en": ("tên tiếng Anh", "English title"),
    "source.status": (
        "official: toàn văn quyết định; excerpt: trích; illustrative: minh họa",
        "official: the whole decision; excerpt: part of it; illustrative: made up",
    ),
    "source.decision": ("số quyết định", "number of the decision"),
    "source.date": ("ngày ban hành, năm-tháng-ngày", "its date, year-month-day"),
    "source.url": ("địa chỉ văn bản", "where it can be read"),
    "rounding.points": ("số chữ số thập phân của điểm", "decimals of points"),
    "rounding.index": ("số chữ số thập phân của chỉ số", "decimals of the index"),
    "rounding.mode": ("half_up, half_even hoặc truncate", "half_up, half_even or truncate"),
    "rank.ties": ("shared: 1, 2, 2, 4; dense: 1, 2, 2, 3", "shared: 1, 2, 2, 4; dense: 1, 2, 2, 3"),
    "rank.then": ("mã các tiêu chí phân định khi bằng nhau", "codes of the criteria that break ties"),
    "missing": ("refuse: từ chối bảng thiếu; incomplete: chưa đủ", "refuse the table, or mark the unit incomplete"),
    "not_applicable_words": ("từ ghi khi không áp dụng", "words for not applicable"),
}

RULES: Final = {
    "points": (
        "cán bộ chấm ghi điểm; tham số in_steps_of: điểm lẻ đến",
        "points are awarded; in_steps_of: the smallest step",
    ),
    "yes_no": ("có: điểm tối đa; không: 0", "yes: all points; no: none"),
    "steps": (
        "theo mức: ghi Đo theo (rate, number, days), mỗi mức một dòng với Từ (≥), Trên (>), Đến (≤), Dưới (<), Điểm",
        "by steps: Measured by (rate, number, days), a row a step with From (≥), Above (>), To (≤), Below (<), Points",
    ),
    "proportion": (
        "theo tỷ lệ; tham số zero_below, full_at, cap, none_arose",
        "in proportion to a rate; zero_below, full_at, cap, none_arose",
    ),
    "convert": ("quy đổi từ thang khác; tham số scale, from", "from another scale; scale, from"),
    "unscored": ("chỉ báo cáo, không chấm", "reported only"),
    "per_case": ("mỗi trường hợp một số điểm; tham số points_each", "points for each case; points_each"),
    "deduct": (
        "trừ điểm mỗi trường hợp; tham số points_each, down_to",
        "points off for each case; points_each, down_to",
    ),
    "survey": (
        "điều tra: tham số options (tên và trọng số %), excluded",
        "survey: options (names and weights in per cent), excluded",
    ),
    "mean_of_cases": ("bình quân các trường hợp; tham số scores", "mean of the cases; scores"),
    "relative_to_best": ("so với đơn vị tốt nhất; tham số direction, among", "against the best unit; direction, among"),
    "min_max": (
        "giữa thấp nhất và cao nhất; tham số direction, low, high, among",
        "between lowest and highest; direction, low, high, among",
    ),
    "best_of": ("lấy kết quả tốt nhất; tham số alternatives", "the best of several; alternatives"),
    "choose": ("chọn theo loại đơn vị; tham số by, alternatives", "chosen by the kind of unit; by, alternatives"),
    "base_plus": ("điểm nền cộng theo tỷ lệ; tham số base, ...", "a base and a proportion above it; base, ..."),
    "choice": (
        "chọn một câu trả lời; tham số options (nhãn và điểm), not_applicable",
        "one labelled answer; options (labels and points), not_applicable",
    ),
    "between": (
        "giữa hai mốc; tham số worst, best, beyond, at_worst, scale",
        "between two goalposts; worst, best, beyond, at_worst, scale",
    ),
    "base_steps": ("điểm nền cộng theo bậc; tham số base, ...", "a base and steps above it; base, ..."),
}


def said(words: tuple[str, str], language: Literal["vi", "en"]) -> str:
    """One of a pair of words.

    Example:
        >>> said(COLUMNS["code"], "en")
        'Code'
    """
    return words[0 if language == "vi" else 1]
