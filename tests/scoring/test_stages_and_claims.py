"""Maxima of parents at a stage that some parts do not enter, and points claimed beside what the rule gives."""

from __future__ import annotations

import pytest

import cchc_index
from cchc_index.criteria.criteria_set import parse_criteria
from cchc_index.criteria.tree import Stage

NESTED = """
id: a
edition: 1
title: A
source: {status: illustrative}
rounding: {points: 2, index: 2, mode: %s}
missing: incomplete
criteria:
  - code: "1"
    title: Outer
    max_points: 20
    parts_points: 15
    criteria:
      - code: "1.1"
        title: Inner
        max_points: 10
        parts_points: 3
        criteria:
          - {code: "1.1.1", title: A, max_points: 1, rule: points}
          - {code: "1.1.2", title: B, max_points: 1, rule: points}
          - {code: "1.1.3", title: C, max_points: 1, method: survey, rule: points}
      - {code: "1.2", title: D, max_points: 5, rule: points}
"""


@pytest.mark.parametrize(
    ("mode", "stage", "inner", "outer"),
    [
        ("half_up", "self", "6.67", "15.56"),
        ("half_even", "self", "6.67", "15.56"),
        ("truncate", "self", "6.66", "15.54"),
        ("half_up", "final", "10.00", "20.00"),
        ("truncate", "final", "10.00", "20.00"),
    ],
)
def test_the_maximum_of_a_parent_is_that_of_the_parts_that_are_assessed(
    mode: str, stage: Stage, inner: str, outer: str
) -> None:
    """Scaled and rounded at each parent, as its points are; all points of a stage are the whole index."""
    criteria = parse_criteria(NESTED % mode, registry=cchc_index.Registry.builtin())
    row = {"unit": "u", "1.1.1": "1", "1.1.2": "1", "1.2": "5"} | ({"1.1.3": "1"} if stage == "final" else {})
    card = cchc_index.score(criteria, cchc_index.read_assessment([row], criteria, stage=stage))["u"]

    assert str(card.node("1.1").max_points) == str(card.node("1.1").points) == inner
    assert str(card.node("1").max_points) == outer
    assert str(card.max_points) == outer


@pytest.mark.parametrize(("claimed", "points"), [("2.75", "1.33"), ("0.005", "1.33"), ("4", "1.33")])
def test_a_claim_is_listed_as_it_was_typed(claimed: str, points: str) -> None:
    """Beside what the rule gives for the value; the rule's points count."""
    text = NESTED[: NESTED.index("criteria:")] % "half_up"
    leaf = 'criteria: [{code: "1", title: A, max_points: 4, rule: proportion}]\n'
    criteria = parse_criteria(text + leaf, registry=cchc_index.Registry.builtin())
    rows = [{"unit": "u", "1.done": "1", "1.planned": "3", "1.points": claimed}]
    result = cchc_index.score(criteria, cchc_index.read_assessment(rows, criteria))

    (warning,) = [each.to_dict() for each in result.warnings if each.kind == "claim"]
    assert warning == {"kind": "claim", "unit": "u", "code": "1", "claimed": claimed, "points": points}


def test_a_claim_where_nothing_is_held_against_it_is_none() -> None:
    """The rule gives no points where no case arose; that it does not apply is listed, and by whom."""
    text = NESTED[: NESTED.index("criteria:")] % "half_up"
    leaf = 'criteria: [{code: "1", title: A, max_points: 4, rule: {proportion: {none_arose: not_applicable}}}]\n'
    criteria = parse_criteria(text + leaf, registry=cchc_index.Registry.builtin())
    rows = [
        {"unit": "u", "1.done": "0", "1.planned": "0", "1.points": "3"},
        {"unit": "v", "1.done": "1", "1.planned": "3", "1.points": "3"},
        {"unit": "w", "1.done": "1", "1.planned": "3"},
    ]
    result = cchc_index.score(criteria, cchc_index.read_assessment(rows, criteria))

    assert [(each.kind, each.unit) for each in result.warnings] == [("claim", "v"), ("not_applicable", "u")]


@pytest.mark.parametrize(("mode", "points"), [("half_up", "0.13"), ("half_even", "0.12"), ("truncate", "0.12")])
def test_points_awarded_instead_of_values_are_rounded_in_the_sets_mode(mode: str, points: str) -> None:
    """As every leaf is, whether a rule or a council gave them."""
    leaf = "criteria:\n  - {code: '1', title: A, max_points: 1, free_points: yes, rule: yes_no}\n"
    head = NESTED.partition("criteria:")[0] % mode
    criteria = parse_criteria(head + leaf, registry=cchc_index.Registry.builtin())
    assessment = cchc_index.read_assessment([{"unit": "u", "1.points": "0.125"}], criteria)
    assert str(cchc_index.score(criteria, assessment)["u"].node("1").points) == points
