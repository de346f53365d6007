"""Figures and texts as a Word document says them: decimal commas, thousands in groups, nothing that XML cannot hold."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from cchc_index.problems.shown import shown
from cchc_index.rules.columns import write_number

if TYPE_CHECKING:
    from cchc_index.problems.problem import Language

UNKNOWN: Final = "-"
_ILLEGAL: Final = re.compile("[\ud800-\udfff\ufffe\uffff]")


def figure(number: Decimal | int | None, language: Language) -> str:
    """A figure; whole numbers from a thousand on in groups of three.

    Example:
        >>> figure(148000, "vi"), figure(148000, "en"), figure(Decimal("97.84"), "vi"), figure(None, "vi")
        ('148.000', '148,000', '97,84', '-')
    """
    if number is None:
        return UNKNOWN
    if isinstance(number, int):
        return f"{number:,}".replace(",", "." if language == "vi" else ",")
    return write_number(number, language)


def signed(number: Decimal | int | None, language: Language) -> str:
    """A change, with its sign.

    Example:
        >>> signed(Decimal("0.50"), "vi"), signed(Decimal("-0.50"), "vi"), signed(0, "vi"), signed(None, "vi")
        ('+0,50', '-0,50', '0', '-')
    """
    return ("+" if number is not None and number > 0 else "") + figure(number, language)


def legal(text: str) -> str:
    r"""A text in one line that any Word document can hold.

    Example:
        >>> print(legal("Sở\nA & <B>"), legal("a\x0bb"), legal("\udcff") == "\ufffd")
        Sở A & <B> a\x0bb True
    """
    return _ILLEGAL.sub("\ufffd", shown(text))
