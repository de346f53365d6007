"""Points typed by hand that a rule can give: every count is thought of, and nothing else."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_index.rules.awards import PointsRule
from cchc_index.rules.contract import Leaf
from cchc_index.rules.counts import Deduct, PerCase
from cchc_index.rules.proportion import Proportion
from cchc_index.values.exact import Integers, Ratios, RoundingMode, round_fraction


@given(
    each=st.decimals("0.001", 3, places=3),
    most=st.integers(1, 12),
    places=st.integers(0, 3),
    mode=st.sampled_from(("half_up", "half_even", "truncate")),
    data=st.data(),
)
def test_what_some_count_gives_can_be_given_and_nothing_else(
    each: Decimal, most: int, places: int, mode: RoundingMode, data: st.DataObject
) -> None:
    """Against all counts, one by one."""
    leaf = Leaf(Decimal(most), places, mode)
    floor = data.draw(st.integers(0, most - 1))
    counts = range(int(most / each) + 2)
    one = Fraction(each)
    earned = {round_fraction(min(one * count, Fraction(most)), places, mode) for count in counts}
    left = {round_fraction(max(most - one * count, Fraction(floor)), places, mode) for count in counts}
    typed = data.draw(st.lists(st.integers(0, most * 10**places), min_size=1))
    points = Ratios(Integers.of(typed), 10**places)

    assert PerCase(each).can_give(points, leaf).tolist() == [each in earned for each in typed]
    assert Deduct(each, Decimal(floor)).can_give(points, leaf).tolist() == [each in left for each in typed]


@pytest.mark.parametrize(("points", "can"), [("15", True), ("15.001", True), ("20", True), ("15.0005", False)])
def test_fifteen_thousand_cases_are_thought_of(points: str, can: bool) -> None:
    """0.001 points a case, at most 20."""
    leaf = Leaf(Decimal(20), 3, "half_up")

    assert PerCase(Decimal("0.001")).can_give(Ratios.of([Decimal(points)]), leaf).tolist() == [can]


def test_the_least_of_costs_is_answered_at_once() -> None:
    """A billionth of a point a case: any number of points is some count's."""
    leaf = Leaf(Decimal(20), 0, "half_up")

    assert PerCase(Decimal("0.000000001")).can_give(Ratios.of([Decimal(7)]), leaf).tolist() == [True]


@pytest.mark.parametrize(("points", "can"), [("0", True), ("0.5", True), ("0.3", False), ("1.75", True), ("1.5", True)])
def test_awards_in_steps_can_be_given_in_those_steps(points: str, can: bool) -> None:
    """Also where they are typed for a leaf of several alternatives; the maximum counts though it is no step."""
    leaf = Leaf(Decimal("1.75"), 2, "half_up")

    assert PointsRule(Decimal("0.5")).can_give(Ratios.of([Decimal(points)]), leaf).tolist() == [can]


@pytest.mark.parametrize(("points", "can"), [("2", True), ("2.5", False), ("3", False), ("0.5", True)])
def test_no_more_than_the_rules_own_cap_can_be_given(points: str, can: bool) -> None:
    """Where it is one of several, and gives less than the leaf's maximum."""
    leaf = Leaf(Decimal(3), 2, "half_up", in_full=False)

    assert PerCase(Decimal("0.5"), Decimal(2)).can_give(Ratios.of([Decimal(points)]), leaf).tolist() == [can]


@pytest.mark.parametrize(("points", "can"), [("0", True), ("1", True), ("2", True), ("1.5", False)])
def test_both_ends_can_be_given_however_little_a_case_is(points: str, can: bool) -> None:
    """So many cases for one last decimal that none between the ends is left out."""
    leaf = Leaf(Decimal(2), 0, "half_up")
    typed = Ratios.of([Decimal(points)])

    assert PerCase(Decimal("0.00001")).can_give(typed, leaf).tolist() == [can]
    assert Deduct(Decimal("0.00001")).can_give(typed, leaf).tolist() == [can]
    assert Deduct(Decimal("0.00001"), Decimal(1)).can_give(typed, leaf).tolist() == [can and points != "0"]


@pytest.mark.parametrize(
    ("points", "mode", "can"),
    [("2.67", "half_up", True), ("2.66", "half_up", False), ("2.66", "truncate", True), ("0", "half_up", True)],
)
def test_no_less_than_the_floor_earns_can_be_given(points: str, mode: RoundingMode, can: bool) -> None:
    """Rounded as the leaf is; and nothing, for who is below it."""
    leaf = Leaf(Decimal(4), 2, mode)

    assert Proportion(zero_below=Decimal("66.7")).can_give(Ratios.of([Decimal(points)]), leaf).tolist() == [can]
