"""Titles and labels in one language or several."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Final, Self, TypeVar

import attrs

from cchc_index.problems.problem import Language

Said = TypeVar("Said")
#: what a spreadsheet takes for the beginning of a formula
_LIVE: Final = ("=", "+", "-", "@", "\t", "\r", "|", "＝")


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


def value_of(table: Mapping[str, Said], value: str) -> Said | None:
    """What a table by values of the register says of one, however either spells it; None where it says nothing.

    Example:
        >>> value_of({"Mountain": 50}, " mountain "), value_of({"Mountain": 50}, "plain")
        (50, None)
    """
    if value in table:
        return table[value]
    said = folded(value)
    return next((found for known, found in table.items() if folded(known) == said), None)


_WORDS: Final = re.compile(r"[^\W\d_]+|\d+")
_SHORTEST: Final = 4  #: letters of a word of which another letter is a slip and no other word


def is_slip(one: str, other: str) -> bool:
    """Whether one of two values was probably meant to be the other: tones, blanks or one letter apart.

    Numbers and short words tell values apart (loại 1, loại 2; nhóm A, nhóm B), and are no slips.

    Example:
        >>> is_slip("moutain", "mountain"), is_slip("mien nui", "miền núi"), is_slip("miền-núi", "miền núi")
        (True, True, True)
        >>> is_slip("loại 1", "loại 2"), is_slip("nhóm A", "nhóm B"), is_slip("plain", "mountain")
        (False, False, False)
    """
    ours, theirs = (_WORDS.findall(folded(text)) for text in (one, other))
    if "".join(ours) == "".join(theirs):
        return True
    if len(ours) != len(theirs):
        return False
    differ = [(mine, yours) for mine, yours in zip(ours, theirs, strict=True) if mine != yours]
    if all(alike(mine) == alike(yours) for mine, yours in differ):
        return True
    (mine, yours), *others = differ
    return not others and mine.isalpha() and yours.isalpha() and _is_one_letter_apart(mine, yours)


def _is_one_letter_apart(one: str, other: str) -> bool:
    """Whether a letter too many, too few, another one, or two that have changed places tell two words apart."""
    short, long = sorted((one, other), key=len)
    if len(short) < _SHORTEST or len(long) - len(short) > 1:
        return False
    start = next((at for at, (mine, yours) in enumerate(zip(short, long, strict=False)) if mine != yours), len(short))
    if len(short) != len(long):
        return short[start:] == long[start + 1 :]
    if short[start + 1 :] == long[start + 1 :]:
        return True
    turned = short[start + 1 : start + 2] + short[start : start + 1] + short[start + 2 :]
    return turned == long[start:]


def quiet(text: str) -> str:
    """A text that no spreadsheet takes for a formula.

    Example:
        >>> quiet("=1+1"), quiet("Sở Y tế")
        ("'=1+1", 'Sở Y tế')
    """
    return f"'{text}" if text.startswith(_LIVE) else text


def unquiet(text: str) -> str:
    """The text that was made quiet.

    Example:
        >>> unquiet(quiet("=1+1")), unquiet("'quoted'"), unquiet("-5")
        ('=1+1', "'quoted'", '-5')
    """
    return text[1:] if text.startswith("'") and text[1:].startswith(_LIVE) else text


def unaccented(text: str) -> str:
    """The text in letters without marks, as Vietnamese is typed where there are none.

    Example:
        >>> unaccented("Sở Nội vụ"), unaccented("ĐẮK LẮK, đặc khu")
        ('So Noi vu', 'DAK LAK, dac khu')
    """
    letters = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def hyphened(text: str) -> str:
    """The text as names of files and identifiers are typed: plain small letters and digits, words parted by hyphens.

    Example:
        >>> hyphened("UBND huyện Đầm Hà"), hyphened("–")
        ('ubnd-huyen-dam-ha', '')
    """
    return re.sub(r"[^a-z0-9]+", "-", unaccented(text.casefold())).strip("-")


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
    return " ".join(unaccented(plain).split())


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
