"""Titles and labels in one language or several."""

from __future__ import annotations

import unicodedata
from typing import Self

import attrs

from cchc_index.problems.problem import Language


def composed(text: str) -> str:
    """The text in Unicode form NFC, in which every comparison of this library is made."""
    return text if text.isascii() else unicodedata.normalize("NFC", text)


def folded(text: str) -> str:
    """The text as two spellings of one name agree in it: NFC, single spaces, no case.

    Example:
        >>> folded("  Sở  Tư pháp ") == folded("sở tư pháp")
        True
    """
    return composed(" ".join(text.split())).casefold()


_SPELT = (("tp.", "thành phố "), ("tx.", "thị xã "), ("tt.", "thị trấn "), ("ubnd", "ủy ban nhân dân"))


def alike(text: str) -> str:
    """The text without what two spellings of one Vietnamese name differ in: tone marks' places, abbreviations, case.

    Only for suggestions: what is alike need not be the same.

    Example:
        >>> alike("TP. Hoà Bình") == alike("Thành phố Hòa Bình")
        True
    """
    plain = folded(text)
    for short, long in _SPELT:
        plain = plain.replace(short, long)
    letters = unicodedata.normalize("NFD", plain.replace("đ", "d"))
    return " ".join("".join(letter for letter in letters if not unicodedata.combining(letter)).split())


@attrs.frozen
class Text:
    """A title or label (what the criteria file calls a text or ``{vi: ..., en: ...}``).

    Attributes:
        texts: Pairs of language and text, in the order of the file; the language is "" for a plain text.

    Example:
        >>> label = Text((("vi", "Tốt"), ("en", "Good")))
        >>> label.first, label.say("en")
        ('Tốt', 'Good')
    """

    texts: tuple[tuple[str, str], ...]

    @classmethod
    def plain(cls, text: str) -> Self:
        """A text that is the same in every language."""
        return cls((("", text),))

    @property
    def first(self) -> str:
        """The text in the language that the file names first; results carry this one."""
        return self.texts[0][1] if self.texts else ""

    def say(self, language: Language) -> str:
        """The text in a language, or in the first one there is."""
        return dict(self.texts).get(language, self.first)

    def __str__(self) -> str:
        """The first text."""
        return self.first
