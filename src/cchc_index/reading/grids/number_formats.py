"""What a spreadsheet's number format makes of a number: whether the one on the screen is the one in the cell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

PER_CENT: Final = -1  #: the number shown is a hundred times the one kept
OTHER: Final = -2  #: the number shown is another one, or none
#: formats that are known by number alone: ECMA-376, part 1, 18.8.30
_BUILT_IN: Final = {1: 0, 2: 2, 3: 0, 4: 2, 9: PER_CENT, 10: PER_CENT, 12: OTHER, 13: OTHER, 37: 0, 38: 0, 39: 2, 40: 2}
_ACCOUNTING: Final = {41: 0, 42: 0, 43: 2, 44: 2}
_TOKEN: Final = re.compile(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|.', re.DOTALL)
_SCALED: Final = re.compile(r"[0#?],+(?![0#?,])")
_CONDITION: Final = re.compile(r"\[[<>=]")


def decimals_shown(code: str) -> int | None:
    """How many decimals a format shows of a number above 0: `PER_CENT`, `OTHER`, or None for all that were typed.

    Dates are not judged here, since a reader of values tells them as such.

    Example:
        >>> [decimals_shown(code) for code in ("General", "0.0", "#,##0.00", "0%", "0,", ";;;", '"9"0')]
        [None, 1, 2, -1, -2, -2, -2]
    """
    tokens = _TOKEN.findall(code)
    plain = "".join(token for token in tokens if len(token) == 1)
    if "%" in plain:
        return PER_CENT
    if _CONDITION.search(code):
        return None
    first = tokens[: tokens.index(";")] if ";" in tokens else tokens
    shown = "".join(token for token in first if len(token) == 1)
    if "@" in shown or re.search("general|[ymdhse]", shown, re.IGNORECASE):
        return None
    said = "".join(token for token in first if token[0] in '"\\')
    if not re.search("[0#?]", shown) or "/" in shown or re.search("[1-9]", shown) or re.search("[0-9]", said):
        return OTHER if code else None
    whole, _, fraction = shown.partition(".")
    if _SCALED.search(fraction or whole):
        return OTHER
    return sum(fraction.count(each) for each in "0#?")


def styles_shown(styles: Iterable[int], formats: Mapping[int, str]) -> dict[int, int]:
    """The cell styles under which a number may look like another: style to `decimals_shown`.

    Args:
        styles: The number of each style's format, style by style.
        formats: The formats that the workbook defines.

    Example:
        >>> styles_shown([0, 2, 10, 164], {164: "0.0"})
        {1: 2, 2: -1, 3: 1}
    """
    known = _BUILT_IN | _ACCOUNTING | {number: decimals_shown(code) for number, code in formats.items()}
    found = {}
    for style, number in enumerate(styles):
        decimals = known.get(number)
        if decimals is not None:
            found[style] = decimals
    return found


def looks_so(number: str, decimals: int) -> bool:
    """Whether all decimals of a number are shown.

    Example:
        >>> looks_so("12.5", 1), looks_so("12.34", 1), looks_so("12", 0), looks_so("12", OTHER)
        (True, False, True, False)
    """
    return decimals >= 0 and len(number.partition(".")[2]) <= decimals
