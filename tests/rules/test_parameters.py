"""Parameters that cannot be, and values of any size, whatever the rule."""

from __future__ import annotations

import pytest

import cchc_index
from tests.rules.several_units import column_of, points_of, set_of


@pytest.mark.parametrize(
    "rule",
    [
        "{per_case: {points_each: 0}}",
        "{deduct: {points_each: 1, down_to: 4}}",
        "{survey: {options: {very: 90, none: 0}}}",
        "{survey: {options: {very: 100, none: -1}}}",
        "{survey: {options: {Very: 100}}}",
        "{survey: {options: {}}}",
        "{survey: {options: {very: 100}, excluded: [very]}}",
        "{mean_of_cases: {scores: {good: 3}}}",
        "{relative_to_best: {direction: sideways}}",
        "{min_max: {low: 4}}",
        "{min_max: {high: 3}}",
        "{best_of: {alternatives: {only: yes_no}}}",
        "{best_of: {alternatives: {one: min_max, two: yes_no}}}",
        "{best_of: {alternatives: {one: {per_case: {points_each: 1, at_most: 2}}, two: {deduct: {points_each: 0}}}}}",
        "{choose: {by: kind, alternatives: {one: {per_case: {points_each: 1, at_most: 2}}, two: yes_no}}}",
        "{choose: {alternatives: {one: yes_no, two: yes_no}}}",
        "{best_of: {alternatives: {one: ha_noi.rule, two: yes_no}}}",
        "{base_plus: {base: 4, scale: 100}}",
        "{base_plus: {base: 1, scale: 10, from: 10}}",
        "{base_steps: {base: 1, floor: 1, per: 0, points_each: 1}}",
        "{base_steps: {base: 1, floor: 1, per: 1, points_each: 1, factor: {by: kind, per_cent: {hill: 0}}}}",
    ],
)
def test_parameters_that_cannot_be_are_told(rule: str) -> None:
    """Each with its line, its path, and a cure in both languages."""
    with pytest.raises(cchc_index.CriteriaError) as told:
        set_of(rule)

    for problem in told.value.problems:
        assert problem.place
        assert problem.place.line
        assert problem.cure("vi")
        assert problem.cure("en")


def test_values_beyond_64_bits_are_compared_exactly() -> None:
    """Twenty digits and more, in every rule that compares or scales."""
    huge = ["1" + "0" * 24, "5" + "0" * 23, "2" + "0" * 23 + ".5"]

    assert points_of("relative_to_best", column_of("", *huge), "10") == ["10.00", "5.00", "2.00"]
    assert points_of("min_max", column_of("", *huge), "8") == ["8.00", "3.00", "0.00"]
    assert points_of("{base_steps: {base: 1, floor: 0, per: 1, points_each: 1}}", column_of("", *huge)) == ["4.00"] * 3
    assert points_of(f"{{convert: {{scale: {huge[0]}}}}}", column_of("", *huge), "10") == ["10.00", "5.00", "2.00"]
