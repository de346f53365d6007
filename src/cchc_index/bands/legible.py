"""Figures that are compared, as they are written for reading: whole, or cut and marked so."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from cchc_index.problems.problem import Language
from cchc_index.rules.columns import write_number
from cchc_index.values.exact import round_fraction, to_decimal

_MOST_WHOLE, _ROUNDED = 6, 4  #: decimals up to which a figure is written whole, and of one that is cut


def legible(figure: Fraction, least: int, apart: Fraction | None = None) -> tuple[Decimal, bool]:
    """A figure as a decimal for reading, and whether it is the whole figure.

    Args:
        figure: The figure.
        least: How many decimals are written at least.
        apart: How far it is from what it is held against; of a figure without end decimals are kept until that is seen.

    Example:
        >>> legible(Fraction(7499, 100), 0), legible(Fraction(200, 3), 2)
        ((Decimal('74.99'), True), (Decimal('66.6667'), False))
    """
    for places in range(max(least, 0), _MOST_WHOLE + 1):
        if (figure * 10**places).denominator == 1:
            return to_decimal(int(figure * 10**places), places), True
    places = _ROUNDED
    while apart and abs(apart) * 10**places < 10:
        places += 1
    return to_decimal(round_fraction(figure, places, "half_up"), places), False


def written(figure: Fraction, least: int, language: Language, apart: Fraction | None = None) -> str:
    """A figure as a language writes it: whole where six decimals say it all, else cut and marked ``≈``.

    Args:
        figure: The figure, an exact ratio.
        least: How many decimals are written at least.
        language: The language.
        apart: How far it is from what it is held against; decimals are kept until that is seen.

    Example:
        >>> written(Fraction(200, 3), 2, "vi"), written(Fraction(1, 2), 2, "en")
        ('≈ 66,6667', '0.50')
    """
    number, whole = legible(figure, least, apart)
    return write_number(number, language) if whole else f"≈ {write_number(number, language)}"
