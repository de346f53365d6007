"""What is said of annexes of decisions and of the drafts that are made of them."""

from __future__ import annotations

from typing import Final

ANNEX_PHRASES: Final = {
    "worksheet.made": (
        "Lập từ bảng {file} bằng cchc-index criteria-sheet.",
        "Made from {file} by cchc-index criteria-sheet.",
    ),
    "worksheet.written": ("Đã ghi bộ tiêu chí {criteria}: {path}", "Wrote the criteria set {criteria}: {path}"),
    "worksheet.in_column": ("ở cột '{column}'", "in the column '{column}'"),
    "worksheet.parts": ("các dòng thành phần", "rows of parts"),
}
