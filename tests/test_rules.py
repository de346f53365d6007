"""What each built-in rule gives on its edges, and what it says of it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

import numpy as np
import pytest

import cchc_index
from cchc_index.reading.yaml.criteria_file import parse_criteria
from cchc_index.values.exact import Ratios

HEAD = "id: a\nedition: 1\ntitle: A\nsource: {status: illustrative}\nrounding: {points: 2, index: 2}\n"
STEPS = "{steps: {on: rate, none_arose: zero, steps: [{from: 95, points: 4}, {from: 80, below: 95, points: 2}]}}"


def _criteria(rule: str, most: str = "4", more: str = "") -> cchc_index.CriteriaSet:
    leaf = f"  - {{code: '1', title: Leaf, max_points: {most}, rule: {rule}{more}}}\n"
    return parse_criteria(f"{HEAD}criteria:\n{leaf}", registry=cchc_index.Registry.builtin())


def _card(rule: str, values: Mapping[str, Any], most: str = "4", more: str = "") -> cchc_index.Scorecard:
    criteria = _criteria(rule, most, more)
    return cchc_index.score(criteria, cchc_index.read_assessment([{"unit": "u", **values}], criteria))["u"]


def _points(rule: str, most: str = "4", **values: str) -> str:
    card = _card(rule, {f"1.{field}": value for field, value in values.items()}, most)
    return str(card.node("1").points)


@pytest.mark.parametrize(
    ("rate", "points"), [("100", "4.00"), ("95", "4.00"), ("94.999999999", "2.00"), ("80", "2.00"), ("79.99", "0.00")]
)
def test_steps_are_closed_below(rate: str, points: str) -> None:
    """The bound itself belongs to the step that starts there."""
    assert _points(STEPS, rate=rate) == points


@pytest.mark.parametrize(
    ("done", "planned", "points"),
    [("19", "20", "4.00"), ("949999999999", "1000000000000", "2.00"), ("950000000000", "1000000000000", "4.00")],
)
def test_a_rate_of_counts_is_compared_exactly(done: str, planned: str, points: str) -> None:
    """Counts are cross-multiplied; nothing is divided."""
    assert _points(STEPS, done=done, planned=planned) == points


def test_steps_on_days_reach_from_the_bound_they_state() -> None:
    """`to` is closed above, `above` is open below, outside all steps there is nothing."""
    rule = "{steps: {on: days, steps: [{to: 0, points: 4}, {above: 0, to: 5, points: 1}]}}"
    found = {days: _points(rule, days=days) for days in ("0", "1", "5", "6")}

    assert found == {"0": "4.00", "1": "1.00", "5": "1.00", "6": "0.00"}


def test_a_bound_left_out_reaches_to_the_next_step() -> None:
    """Neither a gap nor an overlap."""
    rule = "{steps: {on: number, steps: [{from: 10, points: 4}, {from: 5, points: 2}, {below: 5, points: 1}]}}"
    found = [_points(rule, number=number) for number in ("10", "9.99", "5", "4.99", "-3")]

    assert found == ["4.00", "2.00", "2.00", "1.00", "1.00"]


@pytest.mark.parametrize(
    ("rate", "points"),
    [("97.84", "7.99"), ("50", "4.08"), ("80", "6.53"), ("49.99", "0.00"), ("98", "8.00"), ("99", "8.00")],
)
def test_proportion_has_a_floor_and_a_full_mark(rate: str, points: str) -> None:
    """Maximum x rate / full_at, nothing under the floor, which itself earns."""
    assert _points("{proportion: {zero_below: 50, full_at: 98}}", "8", rate=rate) == points


@pytest.mark.parametrize(
    ("answer", "status", "points"),
    [("full", "scored", "4.00"), ("zero", "scored", "0.00"), ("not_applicable", "not_applicable", "None")],
)
def test_no_case_arose(answer: str, status: str, points: str) -> None:
    """Nought of nought is what the set says it is."""
    card = _card(f"{{proportion: {{none_arose: {answer}}}}}", {"1.done": "0", "1.planned": "0"})

    assert (card.node("1").status, str(card.node("1").points)) == (status, points)
    assert card.index is not None or answer == "not_applicable"
    assert {warning.particulars.get("by") for warning in card.result.warnings} <= {"rule"}


def test_no_case_arose_is_refused_unless_the_set_decides() -> None:
    """The default is to ask."""
    with pytest.raises(cchc_index.AssessmentError) as told:
        _card("{proportion: {}}", {"1.done": "0", "1.planned": "0"})

    assert "none_arose" in told.value.report()


def test_a_rate_above_everything_is_refused_or_capped() -> None:
    """Over 100 per cent is a mistake unless the set says cap."""
    with pytest.raises(cchc_index.AssessmentError):
        _card("{proportion: {}}", {"1.done": "5", "1.planned": "4"})
    assert _points("{proportion: {cap: yes}}", done="5", planned="4") == "4.00"


def test_convert_reaches_from_nothing_to_everything() -> None:
    """Linear between `from` and `scale`, in either direction of the number line."""
    assert [_points("{convert: {scale: 10, from: 1}}", "9", value=each) for each in ("1", "5.5", "10")] == [
        "0.00",
        "4.50",
        "9.00",
    ]
    assert [_points("{convert: {scale: 0, from: 10}}", value=each) for each in ("10", "2.5", "0")] == [
        "0.00",
        "3.00",
        "4.00",
    ]


def test_points_come_in_steps() -> None:
    """Points between the steps are refused."""
    assert _points("{points: {in_steps_of: 0.5}}", points="1.5") == "1.50"
    with pytest.raises(cchc_index.AssessmentError):
        _points("{points: {in_steps_of: 0.5}}", points="1.25")


@pytest.mark.parametrize(("typed", "points"), [("2.675", "2.68"), ("2.674999", "2.67"), ("0.005", "0.01")])
def test_typed_points_are_rounded_at_the_leaf(typed: str, points: str) -> None:
    """2.675 is 2.68: decimals mean what was typed."""
    assert _points("{points: {}}", points=typed) == points


@pytest.mark.parametrize("rule", [STEPS, "{yes_no: {}}", "{proportion: {zero_below: 60}}", "{convert: {scale: 10}}"])
def test_points_given_instead_of_values_are_given(rule: str) -> None:
    """Any leaf takes points; its status says so."""
    card = _card(rule, {"1.points": "4"})

    assert (card.node("1").status, card.index) == ("given", Decimal("100.00"))


def test_points_a_rule_can_never_give_are_refused() -> None:
    """A step table gives its steps or nothing, unless the leaf takes free points."""
    with pytest.raises(cchc_index.AssessmentError):
        _card(STEPS, {"1.points": "3"})
    assert _card(STEPS, {"1.points": "3"}, more=", free_points: yes").points == Decimal("3.00")


def test_the_rule_decides_beside_a_claim() -> None:
    """The typed points are a claim, and the difference is listed."""
    card = _card(STEPS, {"1": "90", "1.points": "4"})

    assert card.points == Decimal("2.00")
    assert [(each.kind, dict(each.particulars)) for each in card.result.warnings] == [
        ("claim", {"claimed": "4", "points": "2.00"})
    ]
    assert "claimed" in card.explain().nodes[0].reason


@pytest.mark.parametrize(
    ("rule", "values", "reason"),
    [
        (STEPS, {"1": "94.99"}, "rate 94.99 %, from 80 below 95: 2"),
        ("{proportion: {}}", {"1.done": "2", "1.planned": "3"}, "4 x 2 / 3; 2.666666… rounded to 2.67"),
        ("{yes_no: {}}", {"1": "không"}, "no: 0"),
        ("{convert: {scale: 10}}", {"1": "8.15"}, "value 8.15: 4 x 8.15 / 10"),
        ("{points: {}}", {"1": "3.5"}, "3.5"),
    ],
)
def test_reasons_can_be_recomputed_by_hand(rule: str, values: dict[str, str], reason: str) -> None:
    """A reason holds the value, the bound that counted, and the arithmetic."""
    assert reason in _card(rule, values).explain().nodes[0].reason


def test_rules_compare_by_value() -> None:
    """A rule is its parameters."""
    assert _criteria(STEPS) == _criteria(STEPS)
    assert _criteria(STEPS).sha256 != _criteria("{yes_no: {}}").sha256


@pytest.mark.parametrize(
    "rule", [STEPS, "{yes_no: {}}", "{points: {in_steps_of: 0.5}}", "{proportion: {zero_below: 60}}"]
)
def test_what_a_rule_gives_it_can_give(rule: str) -> None:
    """`can_give` admits nothing and everything, and refuses what lies outside."""
    from cchc_index.rules.contract import Leaf

    named = _criteria(rule).node("1").criterion.rule
    assert named is not None
    points = Ratios.of([Decimal(0), Decimal(4), Decimal("0.001")])

    possible = named.rule.can_give(points, Leaf(Decimal(4), 2, "half_up"))

    assert np.asarray(possible)[:2].all()
    assert not np.asarray(possible)[2] or Fraction("0.001") in (0, 4)
