"""What a spreadsheet's number format makes of a number or a text: whether what the screen shows is what is kept.

A format is a list of sections, of which the number's sign, or a condition, selects one (ECMA-376, part 1, 18.8.31).
"""

from __future__ import annotations

import datetime
import operator
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Final, Literal

import attrs

Kind = Literal["general", "number", "scientific", "date", "per_cent", "other", "words"]
Misleading = Literal["per_cent", "shown", "date"]

#: formats that are known by number alone: ECMA-376, part 1, 18.8.30; those of the Thai and East Asian versions too
_DOLLARS: Final = '"$"#,##0_);("$"#,##0)', '"$"#,##0.00_);("$"#,##0.00)'
_PLAIN: Final = "#,##0_);(#,##0)", "#,##0.00_);(#,##0.00)"
_ACCOUNTS: Final = '_(* #,##0_);_(* (#,##0);_(* "-"_);_(@_)', '_(* #,##0.00_);_(* (#,##0.00);_(* "-"??_);_(@_)'
BUILT_IN: Final[Mapping[int, str]] = {
    **{1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?", 13: "# ??/??"},
    **{5: _DOLLARS[0], 6: _DOLLARS[0], 7: _DOLLARS[1], 8: _DOLLARS[1]},
    **{37: _PLAIN[0], 38: _PLAIN[0], 39: _PLAIN[1], 40: _PLAIN[1]},
    **{41: _ACCOUNTS[0], 42: _ACCOUNTS[0], 43: _ACCOUNTS[1], 44: _ACCOUNTS[1], 48: "##0.0E+0", 49: "@"},
    **{59: "0", 60: "0.00", 61: "#,##0", 62: "#,##0.00", 67: "0%", 68: "0.00%", 69: "# ?/?", 70: "# ??/??"},
    **dict.fromkeys((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59), *range(71, 82)), "d"),
}
_TOKEN: Final = re.compile(r'"[^"]*"?|\\.|_.|\*.|\[[^\]]*\]|general|am/pm|a/p|e[+-]|.', re.DOTALL | re.IGNORECASE)
_CONDITION: Final = re.compile(r"\[(<=|>=|<>|<|>|=)\s*(-?[0-9]+(?:\.[0-9]*)?|-?\.[0-9]+)\s*\]")
_ELAPSED: Final = re.compile(r"h+|m+|s+", re.IGNORECASE)
_SCALED: Final = re.compile(r"[0#?],+(?:\.|$)")
_DATE_LETTERS: Final = frozenset("ymdhsegbYMDHSEGB")
_MINUS: Final = frozenset("-\u2212\u2010\u2011\u2012\u2013\u2014(")
_DASHES: Final = _MINUS - {"("}
_TESTS: Final[Mapping[str, Callable[[Decimal, Decimal], bool]]] = {
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "=": operator.eq,
    "<>": operator.ne,
}
Condition = tuple[str, Decimal]  #: how a number is compared, and with what


@attrs.frozen
class Section:
    """What one section of a format shows of a number.

    Attributes:
        kind: What it shows: all that is typed, a number, a date, per cent, another number, or words alone.
        decimals: The decimals that it shows; of a scientific one, the significant digits.
        zero: Whether it shows a 0.
        minus: Whether it begins with a minus, or a bracket, of its own.
        words: What it says beside the number.
    """

    kind: Kind
    decimals: int = 0
    zero: bool = True
    minus: bool = False
    words: str = ""

    def misleads(self, mantissa: int, places: int, signed: bool) -> Misleading | None:
        """What of a number the section does not show as it is; its decimals have no zeros at the end.

        Args:
            mantissa: The number's digits as a whole number.
            places: How many of them are decimals.
            signed: Whether the section says by itself that the number is below 0.
        """
        if self.kind in ("date", "per_cent"):
            return self.kind
        if self.kind == "other":
            return "shown"
        if mantissa == 0:
            dash = self.words.strip()
            return None if self.zero or (dash and not set(dash) - _DASHES) else "shown"
        if self.minus if mantissa > 0 else signed and not self.minus:
            return "shown"
        if self.kind == "general":
            return None
        if self.kind == "scientific":
            return "shown" if len(str(abs(mantissa)).rstrip("0")) > self.decimals else None
        return "shown" if self.kind == "words" or places > self.decimals else None


GENERAL: Final = Section("general")


@lru_cache(maxsize=1000)
def read_section(code: str) -> Section:
    """What a section of a format shows of a number.

    Example:
        >>> [read_section(code).kind for code in ("General", "0.0", "0%", "dd/mm", "0,", "# ?/?", "", '"9"0')]
        ['general', 'number', 'per_cent', 'date', 'other', 'other', 'words', 'other']
    """
    before: list[str] = []
    after: list[str] = []
    shown = ""
    digits = False
    for mark in _TOKEN.findall(code):
        first, low = mark[0], mark.lower()
        said = ""
        if first == '"':
            said = mark.strip('"')
        elif first == "[":
            inner = mark[1:-1]
            if _ELAPSED.fullmatch(inner):
                shown += "d"
            elif inner[:1] == "$":
                said = inner[1:].partition("-")[0]
            elif inner.lower().startswith(("dbnum", "natnum")):
                shown += "/"  # digits of another script
        elif first in "\\*" and len(mark) == 2:
            said = mark[1].strip()
        elif first == "_" and len(mark) == 2:
            continue
        elif low == "general":
            shown += "G"
        elif low in ("am/pm", "a/p") or mark in _DATE_LETTERS:
            shown += "d"
        elif low in ("e+", "e-"):
            shown += "E"
        elif mark in "0#?.,%/@":
            shown += mark
        elif mark != " ":
            said = mark
        if said:
            digits = digits or any(map(str.isdigit, said))
            placed = any(each in "0#?G" for each in shown)
            (after if placed else before).append(said)
            if placed and said.strip():
                shown += "L"
    minus = any(each in _MINUS for each in "".join(before))
    words = "".join(before + after)
    if "%" in shown:
        return Section("per_cent")
    if "d" in shown:
        return Section("date")
    if digits or "/" in shown:
        return Section("other")
    if not any(each in "0#?" for each in shown):
        if "G" in shown or "@" in shown:
            return Section("general", minus=minus, words=words)
        return Section("words", zero=False, words=words)
    return _read_places(shown, minus, words)


def _read_places(shown: str, minus: bool, words: str) -> Section:
    """A section's places for digits."""
    shown = shown.rstrip("L")
    places, exponent, _ = shown.partition("E")
    first = min(places.index(each) for each in "0#?" if each in places) if set(places) & set("0#?") else 0
    places = places[first:] if "." not in places[:first] else places[places.index(".") :]
    fraction = places.partition(".")[2]
    decimals = sum(fraction.count(each) for each in "0#?")
    if "L" in places or "." in fraction or "@" in places or _SCALED.search(places):
        return Section("other")
    zero = "0" in places
    if exponent:
        return Section("scientific", 1 + decimals, zero, minus, words)
    return Section("number", decimals, zero, minus, words)


@attrs.frozen
class NumberFormat:
    """A format of a cell.

    Attributes:
        sections: Its sections, each with the conditions of which one must hold; none for a section that takes the rest.
        hides_text: Whether a text is not shown as it is.
    """

    sections: tuple[tuple[tuple[Condition, ...], Section], ...]
    hides_text: bool = False

    def misleads(self, mantissa: int, places: int) -> Misleading | None:
        """What of a number is not shown as it is; None for one that is."""
        while places and mantissa % 10 == 0:
            mantissa, places = mantissa // 10, places - 1
        number = Decimal(mantissa).scaleb(-places)
        for at, (conditions, section) in enumerate(self.sections):
            if all(_TESTS[how](number, limit) for how, limit in conditions):
                signed = conditions == _BELOW or (at > 0 and self.sections[0][0] in _ABOVE)
                return section.misleads(mantissa, places, signed)
        return "shown"

    @property
    def is_plain(self) -> bool:
        """Whether it shows everything as it is."""
        return not self.hides_text and all(section == GENERAL for _, section in self.sections)


_ZERO: Final = Decimal(0)
_BELOW: Final = (("<", _ZERO),)
_ABOVE: Final = ((("<", _ZERO),), ((">", _ZERO),), ((">=", _ZERO),))  #: of a first section: others say the sign
#: what selects a section where the format does not say: by how many sections there are for numbers
_BY_SIGN: Final[Mapping[int, tuple[tuple[Condition, ...], ...]]] = {
    1: ((),),
    2: (((">=", _ZERO),), ()),
    3: (((">", _ZERO),), _BELOW, ()),
}


@lru_cache(maxsize=1000)
def read_format(code: str) -> NumberFormat | None:
    """A format by its code; None for one that shows everything as it is.

    Example:
        >>> format = read_format("0.0;-0.0;;@")
        >>> [format.misleads(*each) for each in ((55, 1), (555, 2), (-5, 0), (0, 0))], format.hides_text
        ([None, 'shown', None, 'shown'], False)
        >>> read_format("General"), read_format(";;;").hides_text
        (None, True)
    """
    if not code:
        return None
    codes = _split(code)
    hides = False
    if len(codes) >= 4 or (len(codes) > 1 and "@" in _plain(codes[-1])):
        text = codes.pop()
        said = "".join(token for token in _TOKEN.findall(text) if token[0] in '"\\')
        hides = not re.search("@|general", _plain(text), re.IGNORECASE) or any(map(str.isdigit, said))
    elif len(codes) == 1 and "@" in _plain(codes[0]):
        hides = any(map(str.isdigit, codes[0]))
    return _settled(_conditioned(codes), hides)


def _conditioned(codes: Sequence[str]) -> list[tuple[tuple[Condition, ...], Section]]:
    said = [_CONDITION.search(code) for code in codes]
    sections = [read_section(code) for code in codes]
    if not any(said):
        chosen = _BY_SIGN.get(len(codes), _BY_SIGN[3])
        return list(zip(chosen, sections, strict=False))
    found: list[tuple[tuple[Condition, ...], Section]] = []
    for number, (condition, section) in enumerate(zip(said, sections, strict=True)):
        if condition is not None:
            found.append((((condition[1], Decimal(condition[2])),), section))
        elif number == 1 and len(codes) == 3:
            found.append((_BELOW, section))
        elif number == 0 and len(codes) > 1:
            found.append((((">", _ZERO),), section))
        else:
            found.append(((), section))
    if len(codes) == 1:
        found.append(((), GENERAL))
    return found


def conditional(sections: Iterable[tuple[str, str]], *, hides_text: bool) -> NumberFormat | None:
    """A format whose sections each have a condition, like ``value()>=0``, or "" for the one that takes the rest.

    Example:
        >>> conditional([("value()>=0", "0.0"), ("", "-0.0")], hides_text=False).misleads(55, 1) is None
        True
    """
    found: list[tuple[tuple[Condition, ...], Section]] = []
    for condition, code in sections:
        match = _CONDITION.search(f"[{condition.replace('value()', '').replace('!=', '<>')}]") if condition else None
        limits = ((match[1], Decimal(match[2])),) if match else ()
        found.append((limits, read_section(code)))
    return _settled(found, hides_text)


def _settled(sections: Iterable[tuple[tuple[Condition, ...], Section]], hides_text: bool) -> NumberFormat | None:
    found = NumberFormat(tuple(sections), hides_text)
    return None if found.is_plain else found


def _split(code: str) -> list[str]:
    parts, part = [], ""
    for mark in _TOKEN.findall(code):
        if mark == ";":
            parts.append(part)
            part = ""
        else:
            part += mark
    return [*parts, part]


def _plain(code: str) -> str:
    return "".join(token for token in _TOKEN.findall(code) if len(token) == 1 or token.lower() == "general")


_FIRST_DAYS: Final = (datetime.date(1899, 12, 30), datetime.date(1904, 1, 1))
_LEAP: Final = 60  #: the day that spreadsheets count and 1900 had not


def moment(mantissa: int, places: int, *, from_1904: bool = False) -> str:
    """What a number says that is shown as a date, a time or both.

    Example:
        >>> moment(45293, 0), moment(4529325, 2), moment(5, 1)
        ('2024-01-02', '2024-01-02 06:00:00', '12:00:00')
    """
    number = Decimal(mantissa).scaleb(-places)
    days = int(number)
    seconds = int((number - days) * 86400)
    try:
        day = _FIRST_DAYS[from_1904] + datetime.timedelta(days + (not from_1904 and 0 < days < _LEAP))
        clock = str(datetime.timedelta(seconds=seconds)).rjust(8, "0")
    except OverflowError:
        return f"{number:f}"
    if not days:
        return clock
    return f"{day} {clock}" if seconds else str(day)


def format_of(number: int, formats: Mapping[int, str]) -> NumberFormat | None:
    """The format of a number that stands for it; None for one that shows everything as it is.

    Args:
        number: The number.
        formats: The formats that the workbook defines.
    """
    code = formats.get(number)
    return read_format(BUILT_IN.get(number, "") if code is None else code)
