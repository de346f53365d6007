"""Words of the worksheet of a criteria set: its sheets, columns, choices, and how rules are filled in."""

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
#: Columns of a draft that was made of an annex. A row that says something in the last one is not decided yet.
DRAFT_COLUMNS: Final = {
    "annex": ("Nguyên văn phụ lục", "The annex's own words"),
    "understood": ("Hiểu là", "Understood as"),
    "decide": ("Cần quyết định", "To decide"),
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
    "rounding.mode": (
        "half_up: từ 5 làm tròn lên; half_even: đúng 5 thì làm tròn về chữ số chẵn; truncate: bỏ phần lẻ",
        "half_up: 5 is rounded up; half_even: a mere 5 to the even digit; truncate: the rest is cut off",
    ),
    "rank.ties": ("shared: 1, 2, 2, 4; dense: 1, 2, 2, 3", "shared: 1, 2, 2, 4; dense: 1, 2, 2, 3"),
    "rank.then": ("mã các tiêu chí phân định khi bằng nhau", "codes of the criteria that break ties"),
    "missing": ("refuse: từ chối bảng thiếu; incomplete: chưa đủ", "refuse the table, or mark the unit incomplete"),
    "not_applicable_words": ("từ ghi khi không áp dụng", "words for not applicable"),
}

PARAMETERS: Final = ("tham số: {names}", "parameters: {names}")
STEP_ROWS: Final = (
    "ghi Đo theo (tỷ lệ, số lượng, số ngày), mỗi mức một dòng với Từ (≥), Trên (>), Đến (≤), Dưới (<), Điểm",
    "Measured by (rate, number, days), a row a step with From (≥), Above (>), To (≤), Below (<), Points",
)


def said(words: tuple[str, str], language: Literal["vi", "en"]) -> str:
    """One of a pair of words.

    Example:
        >>> said(COLUMNS["code"], "en")
        'Code'
    """
    return words[0 if language == "vi" else 1]
