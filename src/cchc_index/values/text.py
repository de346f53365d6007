"""Titles and labels in one language or several."""

from __future__ import annotations

import re
import unicodedata
from typing import Final, Self

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


_TONES: Final = "\u0300\u0301\u0303\u0309\u0323"
#: letters and marks of other scripts that print like ones of ours: Unicode Technical Standard 39, in lower case
_PRINTED_ALIKE: Final = str.maketrans(
    {
        **dict(zip("аеорсухіјѕһԁԛԝвнкмтг", "aeopcyxijshdqwbhkmtr", strict=True)),
        **dict(zip("αβεικνορτυχ", "abeiknoptux", strict=True)),
        **dict.fromkeys("ðɖ", "đ"),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
        **dict.fromkeys("\u2018\u2019\u02bc\u00b4`", "'"),
        "ı": "i",
    }
)


def look(text: str) -> str:
    r"""What a text looks like in print: two identifiers of one look cannot be told apart by whoever signs them.

    Tone marks count wherever in a syllable they stand (Hòa, Hoà), and letters of other scripts as the ones they look
    like (Đ and Ð, Cyrillic а and Latin a).

    Example:
        >>> look("Hòa Bình") == look("Hoà Bình"), look("Hòa") == look("Hoa"), look("\u0430-1") == look("a-1")
        (True, False, True)
    """
    if text.isascii():
        return folded(text)
    words = []
    for word in folded(unicodedata.normalize("NFKC", text)).translate(_PRINTED_ALIKE).split():
        parts = re.split("([-._/]+)", unicodedata.normalize("NFD", word))
        words.append("".join("".join(sorted(part, key=lambda letter: letter in _TONES)) for part in parts))
    return " ".join(words)


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
