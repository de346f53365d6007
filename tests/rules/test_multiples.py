"""Which points come in multiples, against all of them one by one."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from cchc_index.rules.awards import PointsRule
from cchc_index.rules.contract import Leaf
from cchc_index.rules.multiples import is_award
from cchc_index.values.exact import Integers, Ratios, RoundingMode, round_fraction


@given(
    step=st.decimals("0.01", 2, places=3),
    most=st.decimals(2, 6, places=0),
    places=st.integers(0, 3),
    mode=st.sampled_from(("half_up", "half_even", "truncate")),
)
def test_steps_are_rounded_as_the_leaf_is(step: Decimal, most: Decimal, places: int, mode: RoundingMode) -> None:
    """Points typed for the leaf are rounded already; against all steps, one by one."""
    steps = [min(step * number, most) for number in range(int(most / step) + 2)]
    given = {round_fraction(Fraction(each), places, mode) for each in steps}
    typed = list(range(int(most * 10**places) + 1))
    can = PointsRule(step).can_give(Ratios(Integers.of(typed), 10**places), Leaf(most, places, mode)).tolist()

    assert can == [each in given for each in typed]
    points, leaf = Ratios(Integers.of(typed), 10**places), Leaf(most, places, mode)
    assert is_award(points, Fraction(0), Fraction(step), Fraction(most), leaf).tolist() == can


def test_the_ends_of_an_award_of_countless_cases_are_rounded() -> None:
    """Where so many cases make one last decimal that every number between the ends can be given."""
    leaf = Leaf(Decimal(4), 2, "half_up")
    points = Ratios(Integers.of([0, 1, 150, 267, 268, 269]), 100)
    found = is_award(points, Fraction("0.005"), Fraction(1, 10**6), Fraction("2.675"), leaf)

    assert found.tolist() == [False, True, True, True, True, False]
    assert found.dtype == np.bool_
