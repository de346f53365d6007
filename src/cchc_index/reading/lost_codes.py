"""Codes that a spreadsheet took for numbers or dates: which ones may have been typed."""

from __future__ import annotations

import re
from collections.abc import Iterable


def codes_read_as(text: str, codes: Iterable[str]) -> list[str]:
    """The codes that a spreadsheet makes this number of.

    Example:
        >>> codes_read_as("1.1", ("1.1", "1.10", "1.2"))
        ['1.1', '1.10']
    """
    wanted = _as_number(text.replace(",", "."))
    return [code for code in codes if _as_number(code) == wanted]


def codes_dated(text: str, codes: Iterable[str]) -> list[str]:
    """The codes that a spreadsheet may have made a date of, in either order of day and month.

    Example:
        >>> codes_dated("2024-01-02", ("1.2", "2.1", "3"))
        ['1.2', '2.1']
        >>> codes_dated("02/01/2024", ("1.2", "2.1", "3"))
        ['1.2', '2.1']
    """
    if found := re.match(r"([0-9]{2,4})-([0-9]{1,2})-([0-9]{1,2})", text):
        year, month, day = (str(int(each)) for each in found.groups())
    elif found := re.fullmatch(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})", text):
        day, month, year = (str(int(each)) for each in found.groups())
    else:
        return []
    orders = ((month, day), (day, month), (day, month, year[-2:]), (month, day, year[-2:]), (year[-2:], month, day))
    wanted = {tuple(str(int(part)) for part in order) for order in orders}
    parts = {code: code.split(".") for code in codes}
    return [code for code, own in parts.items() if all(map(str.isdigit, own)) and tuple(own) in wanted]


def _as_number(code: str) -> str:
    """What a spreadsheet makes of a code that it takes for a number."""
    return code.rstrip("0") if re.fullmatch(r"[0-9]+\.[0-9]+", code) else code
