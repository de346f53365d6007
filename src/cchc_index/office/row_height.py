"""How high a row of a sheet must be for its texts, since programs do not fit rows when they open a file."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from cchc_index.values.text import unaccented

_LINE: Final = 15  #: height of a line of text, in points
_MOST: Final = 409  #: the highest row that a sheet may have, in points
_COLUMN: Final = 1000 * 7 * 3 // 44  #: thousandths of an em of 11 points (44/3 pixels) in a unit of width (7 pixels)
_BOLD: Final = 110  #: how wide bold letters are, in per cent of plain ones
_ROOM: Final = 106  #: per cent of the letters' width: faces that stand in for Times where it is not there are wider
#: widths of the letters of Times in thousandths of an em (Adobe's font metrics); of others, the widest letter's
_LETTERS: Final = {
    **dict.fromkeys("ijlt/:;'", 278),
    **dict.fromkeys(" .,", 250),
    **dict.fromkeys("fr()-I", 333),
    **dict.fromkeys("sJ", 389),
    **dict.fromkeys("acez", 444),
    **dict.fromkeys("bdghknopquvxy0123456789–", 500),
    **dict.fromkeys("FPS", 556),
    **dict.fromkeys("ELTZ×+=<>", 611),
    **dict.fromkeys("BCR", 667),
    **dict.fromkeys("wADGHKNOQUVXY", 722),
    "m": 778,
    "%": 833,
    "M": 889,
}
_WIDEST: Final = 944


def row_height(texts: Mapping[str, int], *, bold: bool = False) -> int:
    """How high a row must be, in points, for its texts, each in a column of its width; 0 where one line is enough.

    Example:
        >>> row_height({"short": 20}), row_height({"a longer text that needs two lines": 20})
        (0, 30)
    """
    lines = max((_lines(text, width * _COLUMN, bold) for text, width in texts.items()), default=1)
    return min(lines * _LINE, _MOST) if lines > 1 else 0


def _lines(text: str, room: int, bold: bool) -> int:
    """How many lines a text takes where it breaks between words, and within those that are longer than a line."""
    lines = 1
    taken = 0
    for word in text.split(" "):
        needed = _width(word, bold)
        if taken and taken + needed > room:
            lines, taken = lines + 1, 0
        lines += max(0, needed - 1) // room
        taken += (needed % room or needed) + _width(" ", bold)
    return lines + text.count("\n")


def _width(text: str, bold: bool) -> int:
    plain = sum(_LETTERS.get(letter, _WIDEST) for letter in unaccented(text))
    return plain * _ROOM * (_BOLD if bold else 100) // 10000
