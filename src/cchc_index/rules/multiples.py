"""Points that come in multiples: of what a case earns or costs, or of a step in which points are awarded."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from math import ceil, floor
from typing import TYPE_CHECKING, Final

import numpy as np

from cchc_index.values.exact import round_fraction

if TYPE_CHECKING:
    from cchc_index.rules.contract import Leaf
    from cchc_index.values.exact import BoolArray, Ratios


def among_awards(points: Ratios, awards: Iterable[Decimal]) -> BoolArray:
    """Which points are one of a few awards.

    Example:
        >>> from cchc_index.values.exact import Ratios
        >>> among_awards(Ratios.of([Decimal(2), Decimal(1)]), [Decimal("2.0"), Decimal(0)]).tolist()
        [True, False]
    """
    given = np.zeros(len(points), dtype=np.bool_)
    for award in {Fraction(award) for award in awards}:
        given |= points.at_least(award) & ~points.above(award)
    return given


_FEW: Final = 1_000  #: counts that are tried for one number


def is_award(points: Ratios, none: Fraction, each: Fraction, last: Fraction, leaf: Leaf) -> BoolArray:
    """Which points some number of cases, or of steps, gives, rounded as the leaf rounds.

    points = round(none + each x count), as far as `last`

    Only the counts around the one that the points ask for can give them: more cases never give less, so that each
    distinct number is tried with a few counts and not with all.
    """
    places, mode = leaf.places, leaf.mode
    unit = Fraction(1, 10**places)
    low, high = min(none, last), max(none, last)

    def gives(wanted: Fraction) -> bool:
        if (wanted / unit).denominator != 1:
            return False
        if abs(each) * _FEW < unit:  # so many cases for one last decimal that none between the ends is left out
            return unit * round_fraction(low, places, mode) <= wanted <= unit * round_fraction(high, places, mode)
        near = (wanted - none) / each
        for count in range(max(0, floor(near)), ceil(near) + 1):  # points only rise, or fall, with the count
            award = min(max(none + each * count, low), high)
            if round_fraction(award, places, mode) * unit == wanted:
                return True
        return False

    scaled = [points.fraction(row) for row in range(len(points))]
    known = {number: gives(number) for number in set(scaled)}
    return np.array([known[number] for number in scaled], dtype=np.bool_)
