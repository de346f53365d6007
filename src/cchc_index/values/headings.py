"""The closed list of words that head the columns of tables and forms, in Vietnamese and in English."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from cchc_index.values.text import folded

IGNORED: Final = "#"  #: a column of running numbers, which says nothing

_WORDS: Final = {
    "unit": ("unit", "mã đơn vị"),
    "name": ("name", "đơn vị", "tên đơn vị"),
    "group": ("group", "nhóm"),
    "code": ("code", "mã tiêu chí"),
    "field": ("field", "trường"),
    "value": ("value", "giá trị"),
    "value.self": ("self-assessed value", "giá trị tự chấm"),
    "value.appraised": ("appraised value", "giá trị thẩm định"),
    "points": ("points", "điểm"),
    "points.self": ("self-assessed points", "điểm tự chấm"),
    "points.appraised": ("appraised points", "điểm thẩm định"),
    "evidence": ("evidence", "minh chứng"),
    "note": ("note", "ghi chú"),
    "criteria": ("criteria", "bộ tiêu chí"),
    "stage": ("stage", "giai đoạn"),
    "sha256": ("fingerprint", "mã kiểm tra"),
    "rank": ("rank", "xếp hạng"),
    "band": ("band", "xếp loại"),
    IGNORED: ("stt", "tt"),
}
_MEANINGS: Final = {folded(word): meaning for meaning, words in _WORDS.items() for word in words}
_TOTALS: Final = frozenset(map(folded, ("tổng", "tổng số", "tổng cộng", "cộng", "total", "sum")))


def meaning_of(text: str) -> str:
    """What a header stands for: a word of the list by its English name, anything else as it is.

    Example:
        >>> meaning_of("Mã đơn vị"), meaning_of("TT"), meaning_of("2.1.done")
        ('unit', '#', '2.1.done')
    """
    return _MEANINGS.get(folded(text.removesuffix(":")), text)


def is_known(text: str) -> bool:
    """Whether a text is a word of the list."""
    return folded(text.removesuffix(":")) in _MEANINGS


def heading_word(meaning: str, language: str) -> str:
    """The word that heads a column, in a language.

    Example:
        >>> heading_word("points.self", "vi"), heading_word("unit", "en")
        ('Điểm tự chấm', 'Unit')
    """
    words = _WORDS[meaning]
    return (words[0] if language == "en" else words[1]).capitalize()


def says_total(texts: Iterable[str]) -> bool:
    """Whether the first cells of a row say that it holds totals."""
    return any(folded(text.removesuffix(":")) in _TOTALS for text in texts)
