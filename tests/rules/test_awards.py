"""Points that are typed."""

from __future__ import annotations

from decimal import Decimal

import attrs
import pytest

import cchc_index
from cchc_index import testing as kit
from cchc_index.rules.awards import Unscored
from cchc_index.rules.columns import Case
from cchc_index.values.units import Unit
from tests.rules.one_unit import one_leaf, points_of

#: Values to try beside the rule's own probes, and what is refused, for the listing of all that rules say.
SAID = """
yes or no: {max: 1.5, rule: yes_no, values: [{yes_no: có}, {yes_no: "không"}]}
points: {max: 3, rule: points, values: [{points: 2.25}]}
points in halves: {max: 3, rule: {points: {in_steps_of: 0.5}}, values: [{points: 2.5}], refused: [{points: 0.3},
    {points: 3.5}, {points: -0.5}]}
unscored: {max: 0, rule: unscored, values: [{value: 12345.5}, {value: một hai}]}
awards of one: {max: 1, rule: points, values: [{points: 0.5}]}
"""


def test_points_come_in_steps() -> None:
    """Points between the steps are refused."""
    assert points_of("{points: {in_steps_of: 0.5}}", points="1.5") == "1.50"
    with pytest.raises(cchc_index.AssessmentError):
        points_of("{points: {in_steps_of: 0.5}}", points="1.25")


@pytest.mark.parametrize(("typed", "points"), [("2.675", "2.68"), ("2.674999", "2.67"), ("0.005", "0.01")])
def test_typed_points_are_rounded_at_the_leaf(typed: str, points: str) -> None:
    """2.675 is 2.68: decimals mean what was typed."""
    assert points_of("{points: {}}", points=typed) == points


@pytest.mark.parametrize("points", ["1e-30", "0.0000000000000000000000000000005", "9.612e-26"])
def test_points_of_many_decimals_are_told_beside_a_step(points: str) -> None:
    """They are no multiple of it, and no number that a machine integer holds."""
    with pytest.raises(cchc_index.AssessmentError) as caught:
        cchc_index.read_assessment([{"unit": "u", "1": Decimal(points)}], one_leaf("{points: {in_steps_of: 0.5}}"))

    assert "value.not_in_steps" in {problem.key for problem in caught.value.problems}


def test_what_is_only_reported_earns_nothing() -> None:
    """For each unit, whatever it reports; and says so where nothing was reported."""
    assert kit.points_of(Unscored(), 0, {"value": ["7", "8"]}) == ["0.00", "0.00"]
    case = Case(Unit("a", "A"), Decimal(0), None, {})
    assert Unscored().reason(case) == "reported only, not scored"
    assert Unscored().reason(attrs.evolve(case, language="vi")) == "chỉ báo cáo, không chấm điểm"


def test_one_step_may_be_the_whole() -> None:
    """All or nothing; more than all is no step."""
    assert points_of("{points: {in_steps_of: 4}}", points="4") == "4.00"
    with pytest.raises(cchc_index.CriteriaError):
        one_leaf("{points: {in_steps_of: 4.01}}")
