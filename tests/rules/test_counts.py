"""So many points for each case, or off for each."""

from __future__ import annotations

import pytest

import cchc_index
from tests.rules.several_units import column_of, points_of, set_of

#: Values to try beside the rule's own probes, and what is refused, for the listing of all that rules say.
SAID = """
per case: {max: 5, rule: {per_case: {points_each: 1, at_most: 5}}, values: [{count: 3}, {count: 9},
    {count: 0}], refused: [{count: 1.5}, {count: -1}]}
per case, thirds of a point: {max: 2, rule: {per_case: {points_each: 0.3}}, values: [{count: 4}, {count: 7}]}
deduct: {max: 2, rule: {deduct: {points_each: 0.25}}, values: [{count: 3}, {count: 9}, {count: 0}]}
deduct to a floor: {max: 3, rule: {deduct: {points_each: 0.4, down_to: 1}}, values: [{count: 3}, {count: 6}]}
one less: {max: 1, rule: {deduct: {points_each: 0.25}}, values: [{count: 1}]}
"""


def test_so_many_points_a_case() -> None:
    """Capped at the maximum, in points."""
    assert points_of("{per_case: {points_each: 1.5}}", column_of("", "0", "1", "2", "3")) == [
        "0.00",
        "1.50",
        "3.00",
        "4.00",
    ]
    with pytest.raises(cchc_index.CriteriaError, match="at_most"):
        set_of("{per_case: {points_each: 1, at_most: 3}}")


def test_so_many_off_for_each_case() -> None:
    """Down to the floor."""
    rule = "{deduct: {points_each: 0.75, down_to: 1}}"

    assert points_of(rule, column_of(".count", "0", "1", "4", "5")) == ["4.00", "3.25", "1.00", "1.00"]


def test_typed_points_must_be_possible() -> None:
    """0.75 a case gives 0, 0.75, 1.5 ... and the cap."""
    assert points_of("{per_case: {points_each: 0.75}}", column_of(".points", "0.75", "4", "0")) == [
        "0.75",
        "4.00",
        "0.00",
    ]
    with pytest.raises(cchc_index.AssessmentError):
        points_of("{per_case: {points_each: 0.75}}", column_of(".points", "0.7"))
