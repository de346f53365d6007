"""Relative leaves are asked whole, once for a result, and each unit is found again in what they said."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from tests.rules.several_units import column_of, result_of


def test_each_unit_is_found_in_what_the_whole_column_gave() -> None:
    """Unrounded, with those left out of the column between them; in whatever order they are asked."""
    values = column_of("", "na", "20", "na", "30")
    result = result_of("relative_to_best", values, "10", more=", not_applicable: allowed")
    leaves, leaf = result.outcome.relative_leaves, result.criteria.node("1")

    assert leaves.exact_points(result.assessment, leaf, 3) == 10
    assert leaves.exact_points(result.assessment, leaf, 1) == Fraction(20, 3)
    assert leaves.compared_with(result.assessment, leaf, 1) == {"best": Decimal(30)}


def test_the_rule_is_asked_once() -> None:
    """Explaining a second unit makes no further columns."""
    result = result_of("min_max", column_of("", "1", "2", "3"), "10")
    leaves, leaf = result.outcome.relative_leaves, result.criteria.node("1")
    result["u0"].explain()
    first = leaves.of(result.assessment, leaf)
    result["u1"].explain()

    assert leaves.of(result.assessment, leaf) is first
