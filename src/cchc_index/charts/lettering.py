"""How long a text is in the one font that pictures use, and where it is broken into lines."""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path
from typing import Final

import attrs

from cchc_index.problems.shown import shown

_UNKNOWN: Final = "\N{REPLACEMENT CHARACTER}"  #: drawn for a letter that the font does not have
_MEASURED: Final = 100.0  #: points at which a letter is measured


@attrs.frozen(eq=False)
class Face:
    """One face of the font that comes with matplotlib, which has every Vietnamese letter.

    Attributes:
        path: Its file.
    """

    path: str
    _font: object = attrs.field(repr=False)
    _widths: dict[str, float] = attrs.field(factory=dict, repr=False)
    _glyphs: frozenset[int] = attrs.field(factory=frozenset, repr=False)

    def drawable(self, text: str) -> str:
        """The text in composed letters, with a sign for those that the font does not have."""
        if text.isascii():
            return text
        return "".join(letter if ord(letter) in self._glyphs else _UNKNOWN for letter in text)

    def width(self, text: str, size: float) -> float:
        """The length of a text in points; letters are measured once each."""
        widths = self._widths
        total = 0.0
        for letter in self.drawable(text):
            found = widths.get(letter)
            if found is None:
                found = widths[letter] = self._measured(letter)
            total += found
        return total * size / _MEASURED

    def _measured(self, letter: str) -> float:
        from matplotlib.ft2font import FT2Font, LoadFlags

        assert isinstance(self._font, FT2Font)  # noqa: S101  # the type is not known without matplotlib
        return self._font.load_char(ord(letter), flags=LoadFlags.NO_HINTING).linearHoriAdvance / 65536

    def lines(self, text: str, size: float, room: float) -> list[str]:
        """The text in lines that fit into so many points; a word that does not is broken inside.

        Example:
            >>> face = faces()[0]
            >>> face.lines("Sở Tài chính", 10, 40), face.lines("aaaaaaaaaa", 10, 30)
            (['Sở Tài', 'chính'], ['aaaa', 'aaaa', 'aa'])
        """
        found: list[str] = []
        line = ""
        for word in clean(text).split(" "):
            longer = f"{line} {word}" if line else word
            if self.width(longer, size) <= room:
                line = longer
                continue
            if line:
                found.append(line)
            line = word
            while self.width(line, size) > room and len(line) > 1:
                cut = self._cut(line, size, room)
                found.append(line[:cut])
                line = line[cut:]
        return [*found, line]

    def _cut(self, word: str, size: float, room: float) -> int:
        """How many letters of a word fit; at least one."""
        total = 0.0
        for number, letter in enumerate(word):
            total += self.width(letter, size)
            if total > room:
                return max(number, 1)
        return len(word)


def clean(text: str) -> str:
    r"""A text as it is drawn: one line, composed letters, control characters written out.

    Example:
        >>> clean("So\u031b\u0309\nTài  chính"), clean("$x^2$ <b>")
        ('Sở Tài chính', '$x^2$ <b>')
    """
    return " ".join(unicodedata.normalize("NFC", shown(text)).split())


@cache
def faces() -> tuple[Face, Face]:
    """The plain face and the bold one; from their files, so that no other font of that name takes their place."""
    from matplotlib import get_data_path
    from matplotlib.ft2font import FT2Font

    found = []
    for name in ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf"):
        path = str(Path(get_data_path(), "fonts", "ttf", name))
        font = FT2Font(path)
        font.set_size(_MEASURED, 72)
        found.append(Face(path, font, glyphs=frozenset(font.get_charmap())))
    return found[0], found[1]
