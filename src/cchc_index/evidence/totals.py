"""Figures of all units together, made anew from what was counted: counts add up, and rates are taken of the sums."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final

from cchc_index.builders.contract import Evidence, Figure, Measure
from cchc_index.values.contexts import own_context
from cchc_index.values.exact import round_fraction, to_decimal

PLACES: Final = 2  #: decimals of a per cent of all units, half up


@own_context
def totals_of(measures: Sequence[Measure], evidence: Evidence) -> dict[str, Figure]:
    """By measure the figure of all units that the records name; None where nobody can know it.

    A count of which one unit has none is not known for all: missing is not zero. A rate is never a mean of rates; it is
    the sum of its numerators by the sum of its denominators, in per cent, rounded half up to two decimals.

    Args:
        measures: What was measured.
        evidence: The figures of each unit.

    Example:
        >>> from cchc_index.values.text import Text
        >>> late, of = Measure("late", Text(()), adds=True), Measure("settled", Text(()), adds=True)
        >>> rate = Measure("late_of_settled", Text(()), share=("late", "settled"))
        >>> counted = Evidence(("a", "b"), {"late": (1, 2), "settled": (10, 90), "late_of_settled": (10, 2)}, (1, 1))
        >>> totals_of((late, of, rate), counted)
        {'late': 3, 'settled': 100, 'late_of_settled': Decimal('3.00')}
    """
    sums: dict[str, Figure] = {each.name: _sum(evidence.figures[each.name]) if each.adds else None for each in measures}
    return {each.name: _share(sums, each.share) if each.share else sums[each.name] for each in measures}


def _sum(figures: Sequence[Figure]) -> Figure:
    known = [each for each in figures if each is not None]
    if len(known) < len(figures) or not known:
        return None
    whole = sum((Decimal(each) for each in known), Decimal(0))
    return whole if any(isinstance(each, Decimal) for each in known) else int(whole)


def _share(sums: dict[str, Figure], share: tuple[str, ...]) -> Figure:
    above, below = (sums.get(name) for name in share)
    if above is None or not below:
        return None
    return to_decimal(round_fraction(Fraction(above) / Fraction(below) * 100, PLACES, "half_up"), PLACES)
