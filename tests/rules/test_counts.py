"""So many points for each case, or off for each."""

from __future__ import annotations

import pytest

import cchc_index
from cchc_index.rules.field_names import name_faults
from tests.rules.several_units import column_of, points_of, set_of

#: Values to try beside the rule's own probes, and what is refused, for the listing of all that rules say.
SAID = """
per case: {max: 5, rule: {per_case: {points_each: 1, at_most: 5}}, values: [{count: 3}, {count: 9},
    {count: 0}], refused: [{count: 1.5}, {count: -1}]}
per case, thirds of a point: {max: 2, rule: {per_case: {points_each: 0.3}}, values: [{count: 4}, {count: 7}]}
deduct: {max: 2, rule: {deduct: {points_each: 0.25}}, values: [{count: 3}, {count: 9}, {count: 0}]}
deduct to a floor: {max: 3, rule: {deduct: {points_each: 0.4, down_to: 1}}, values: [{count: 3}, {count: 6}]}
deduct by kinds: {max: 2, rule: {deduct: {kinds: {late: 0.25, not_sent: 0.5}}}, values: [{late: 1, not_sent: 2},
    {late: 0, not_sent: 0}, {late: 3, not_sent: 9}], refused: [{late: 1.5, not_sent: 0}]}
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


def test_kinds_of_cases_may_cost_differently() -> None:
    """Late and missing reports in one criterion, each with its own cost and its own column; the floor is one."""
    rule = "{deduct: {kinds: {late: 0.25, missing: 1}, down_to: 1}}"
    late = [{"1.late": late, "1.missing": missing} for late, missing in (("0", "0"), ("2", "1"), ("9", "3"))]

    assert points_of(rule, late) == ["4.00", "2.50", "1.00"]
    assert points_of(rule, column_of(".points", "2.75", "1", "4")) == ["2.75", "1.00", "4.00"]
    with pytest.raises(cchc_index.AssessmentError):
        points_of(rule, column_of(".points", "2.8"))


def test_a_cost_is_said_once() -> None:
    """One for all cases or one for each kind, and no name that a column cannot have."""
    for parameters in ("{}", "{points_each: 1, kinds: {late: 1}}", "{kinds: {}}"):
        with pytest.raises(cchc_index.CriteriaError) as caught:
            set_of(f"{{deduct: {parameters}}}")
        assert [problem.key for problem in caught.value.problems] == ["rule.deduct_once"]
    assert [problem.path for problem in name_faults(["late", "rate"], "kinds")] == ["kinds.rate"]
    with pytest.raises(cchc_index.CriteriaError, match=r"kinds\.Late"):
        set_of("{deduct: {kinds: {Late: 1}}}")


def test_typed_points_must_be_possible() -> None:
    """0.75 a case gives 0, 0.75, 1.5 ... and the cap."""
    assert points_of("{per_case: {points_each: 0.75}}", column_of(".points", "0.75", "4", "0")) == [
        "0.75",
        "4.00",
        "0.00",
    ]
    with pytest.raises(cchc_index.AssessmentError):
        points_of("{per_case: {points_each: 0.75}}", column_of(".points", "0.7"))
