"""The closed list of words that head the columns of tables and forms, in Vietnamese and in English."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from cchc_index.problems.problem import Place, Problem
from cchc_index.values.text import folded

IGNORED: Final = "#"  #: a column of running numbers, which says nothing
_LIKE_CODE: Final = re.compile(r"[0-9]+(?:[.,][0-9]+)+")

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
    IGNORED: ("stt", "tt", "#"),
}
_MEANINGS: Final = {folded(word): meaning for meaning, words in _WORDS.items() for word in words}
_TOTALS: Final = frozenset(map(folded, ("tổng", "tổng số", "tổng cộng", "cộng", "total", "sum")))

#: what people write where nothing happened or nothing applies, other than the word that a set declares
_NOTHING: Final = frozenset(
    map(
        folded,
        (
            *("không phát sinh", "ko phát sinh", "kps", "không có", "không", "không thực hiện", "không áp dụng", "kad"),
            *("na", "n/a", "none", "nil", "no", "not applicable", "nothing"),
        ),
    )
)


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


def says_nothing(text: str) -> bool:
    """Whether a text says that nothing happened or applies, in words of its own.

    Example:
        >>> says_nothing("Không phát sinh"), says_nothing("KPS"), says_nothing("mười")
        (True, True, False)
    """
    return folded(text.strip(".()[]- ")) in _NOTHING


def says_total(texts: Iterable[str]) -> bool:
    """Whether the first cells of a row say that it holds totals."""
    return any(folded(text.removesuffix(":")) in _TOTALS for text in texts)


def split_head(text: str) -> Sequence[str]:
    """The codes that a header may start with, the longest first: all of its first word, then ever less of it.

    Example:
        >>> split_head("2.1.done so much")
        ['2.1.done', '2.1', '2']
    """
    head = text.split(maxsplit=1)[0] if text else ""
    heads = [head]
    while "." in head:
        head = head.rpartition(".")[0]
        heads.append(head)
    return heads


def header_problems(titles: Sequence[str], place: Callable[[int], Place]) -> list[Problem]:
    """Headers that are blank or stand twice; two codes alike are most often one that was read as a number."""
    problems: list[Problem] = []
    seen: dict[str, int] = {}
    for number, title in enumerate(titles, 1):
        meaning = meaning_of(title)
        if not title:
            problems.append(Problem("table.unnamed", place(number - 1), arguments={"number": str(number)}))
        elif meaning != IGNORED and (first := seen.setdefault(meaning.casefold(), number)) != number:
            arguments = {"header": title, "first": str(first), "second": str(number)}
            key = "table.code_twice" if _LIKE_CODE.fullmatch(title) else "table.header_twice"
            problems.append(Problem(key, place(number - 1), arguments=arguments))
    return problems
