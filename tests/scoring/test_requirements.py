"""No plan, no points: a node that another must let have them."""

from __future__ import annotations

import pytest

import cchc_index
from cchc_index.criteria.criteria_set import parse_criteria
from tests.rules.one_unit import HEAD


def _set(requires: str, more: str = "") -> cchc_index.CriteriaSet:
    text = HEAD + (
        "missing: incomplete\ncriteria:\n"
        "  - code: '1'\n    title: A\n    max_points: 5\n    criteria:\n"
        f"      - {{code: '1.1', title: Plan, max_points: 1, not_applicable: allowed, rule: points{more}}}\n"
        "      - {code: '1.2', title: More, max_points: 4, method: survey, rule: points}\n"
        f"  - code: '2'\n    title: B\n    max_points: 6\n    {requires}\n    criteria:\n"
        "      - {code: '2.1', title: Done, max_points: 2, rule: points}\n"
        "      - {code: '2.2', title: Well, max_points: 4, rule: points}\n"
        "  - {code: '3', title: C, max_points: 4, rule: points}\n"
    )
    return parse_criteria(text, registry=cchc_index.Registry.builtin())


def _card(criteria: cchc_index.CriteriaSet, plan: str, **typed: str) -> cchc_index.Scorecard:
    row = {"unit": "u", "1.1": plan, "1.2": "4", "2.1": "2", "2.2": "3", "3": "1"}
    assessment = cchc_index.read_assessment([{**row, **typed}], criteria)
    return cchc_index.score(criteria, assessment)["u"]


@pytest.mark.parametrize(
    ("plan", "points", "status"),
    [("1", "5.00", "scored"), ("0.99", "0.00", "scored"), ("0.995", "5.00", "scored"), ("na", "5.00", "scored")],
)
def test_printed_points_are_compared_and_what_does_not_apply_demands_nothing(
    plan: str, points: str, status: str
) -> None:
    """0.995 is printed as 1.00, and is enough."""
    card = _card(_set("requires: {'1.1': {at_least: 1}}"), plan)
    assert (str(card.node("2").points), card.node("2").status) == (points, status)
    assert str(card.node("2").max_points) == "6.00"
    assert str(card.node("2.2").points) == "3.00"


def test_where_it_fails_the_node_may_leave_both_sums_and_is_listed() -> None:
    """With who says so; and its parts keep their points."""
    criteria = _set("requires: {'1.1': {at_least: 1}}\n    otherwise: not_applicable")
    card = _card(criteria, "0.5")
    assert (card.node("2").status, card.node("2").points, card.node("2").max_points) == ("not_applicable", None, None)
    assert (str(card.points), str(card.max_points)) == ("5.50", "9.00")
    assert [warning.to_dict() for warning in card.result.warnings] == [
        {"kind": "not_applicable", "unit": "u", "code": "2", "by": "requirement"}
    ]
    assert _card(criteria, "1").result.warnings == ()


def test_what_is_missing_makes_what_requires_it_missing() -> None:
    """It is not known whether the node gets its points."""
    card = _card(_set("requires: {'1.1': {at_least: 1}}"), "")
    assert (card.node("2").status, card.node("2").points, card.complete, card.index) == ("missing", None, False, None)
    assert card.explain("en", "2").nodes[0].reason == "needs criterion 1.1, which is missing"


def test_the_reason_names_what_is_lacking() -> None:
    """In both languages."""
    card = _card(_set("requires: {'1.1': {at_least: 1}, '3': {at_least: 2}}"), "0.5")
    assert card.explain("en", "2").nodes[0].reason == (
        "criterion 1.1 must have at least 1, and has 0.50; criterion 3 must have at least 2, and has 1.00; no points"
    )
    assert card.explain("vi", "2").nodes[0].reason.startswith("cần tiêu chí 1.1 được ít nhất 1, mới được 0,50")


def test_a_requirement_is_of_what_the_other_has_after_its_own() -> None:
    """Node 3 takes the plan's points away, and so those of node 2."""
    criteria = _set("requires: {'1.1': {at_least: 1}}", ", requires: {'3': {at_least: 2}}")
    assert str(_card(criteria, "1").points) == "5.00"
    assert str(_card(criteria, "1", **{"3": "2"}).points) == "12.00"


def test_what_does_not_enter_at_the_stage_demands_nothing() -> None:
    """A survey has not been held yet when units score themselves."""
    criteria = _set("requires: {'1.2': {at_least: 4}}")
    row = {"unit": "u", "1.1": "1", "2.1": "2", "2.2": "3", "3": "1"}
    card = cchc_index.score(criteria, cchc_index.read_assessment([row], criteria, stage="self"))["u"]
    assert str(card.node("2").points) == "5.00"


@pytest.mark.parametrize(
    ("requires", "more", "key"),
    [
        ("requires: {'9': {at_least: 1}}", "", "criteria.requires_unknown"),
        ("requires: {'2': {at_least: 1}}", "", "criteria.requires_kin"),
        ("requires: {'2.1': {at_least: 1}}", "", "criteria.requires_kin"),
        ("otherwise: not_applicable", "", "criteria.otherwise"),
        ("requires: {'1.1': {at_least: 1.01}}", "", "criteria.requires_points"),
        ("requires: {'1.1': {at_least: 0}}", "", "criteria.requires_points"),
        ("requires: {'1.1': {at_least: 0.005}}", "", "number.places"),
        ("requires: {'1.1': {at_least: 1}}", ", requires: {'2.2': {at_least: 1}}", ""),
        ("requires: {'1.1': {at_least: 1}}", ", requires: {'2': {at_least: 1}}", "criteria.requires_circle"),
        ("requires: {'1': {at_least: 1}}", ", requires: {'2': {at_least: 1}}", "criteria.requires_circle"),
    ],
)
def test_requirements_that_cannot_be_are_told(requires: str, more: str, key: str) -> None:
    """A part of a node that requires it is no circle: only its points are asked for."""
    if not key:
        assert _set(requires, more).order
        return
    with pytest.raises(cchc_index.CriteriaError) as told:
        _set(requires, more)
    assert [problem.key for problem in told.value.problems] == [key]
    assert all(told.value.problems[0].text(language) for language in ("vi", "en"))
    assert told.value.problems[0].place
    assert str(told.value).count("Perhaps") <= 1
