"""Points for a change since last year, as arithmetic on two figures."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cchc_index
from cchc_index.criteria.criteria_set import parse_criteria
from cchc_index.rules.improvement import Improvement
from cchc_index.rules.steps import Step
from cchc_index.testing import points_of as gives
from tests.cycles.two_years import AREAS, HEAD, bonus
from tests.rules.one_unit import card_of, points_of

#: Values to try beside the rule's own probes, and what is refused, for the listing of all that rules say.
SAID = """
improvement by the difference:
  max: 2
  rule: {improvement: {steps: [{from: 3, points: 2}, {above: 0, points: 1}, {to: 0, points: 0}]}}
  values: [{now: 85.2, previous: 82.1}, {now: 82.11, previous: 82.1}, {now: 80, previous: 82.1}, {now: 0, previous: 0}]
  refused: [{now: 85}, {previous: 85}, {now: -1, previous: 3}, {now: x, previous: 3}]
improvement in per cent of last year's points:
  max: 3
  rule:
    improvement:
      {figure: points, change: per_cent, no_previous: zero, steps: [{from: 10, points: 3}, {from: -5, points: 1.5}]}
  values: [{now: 6.6, previous: 6}, {now: 10, previous: 9}, {now: 2, previous: 3}, {now: 5, previous: 0}, {now: 5}]
improvement of a new unit in full:
  max: 1
  rule: {improvement: {no_previous: full, steps: [{from: 1, points: 1}]}}
  values: [{now: 70}, {now: 70, previous: 69.5}]
improvement of a new unit left out:
  max: 1
  rule: {improvement: {no_previous: not_applicable, steps: [{from: 1, points: 1}]}}
  values: [{now: 70}]
improvement in per cent of nothing:
  max: 1
  rule: {improvement: {change: per_cent, steps: [{above: 0, points: 1}]}}
  refused: [{now: 70, previous: 0}]
"""

CUTS = (
    "{improvement: {change: CHANGE, no_previous: zero, steps: [{from: 5, points: 4}, {above: 0, below: 5, points: 1}]}}"
)
FIGURES = st.decimals(0, 1000, places=2)


@pytest.mark.parametrize(
    ("now", "previous", "points"),
    [
        ("85", "80", "4.00"),
        ("84.99", "80", "1.00"),
        ("80.01", "80", "1.00"),
        ("80", "80", "0.00"),
        ("79", "80", "0.00"),
    ],
)
def test_each_edge_belongs_to_the_step_that_says_so(now: str, previous: str, points: str) -> None:
    """`from` is closed, `above` is open, and what lies outside all steps earns nothing."""
    assert points_of(CUTS.replace("CHANGE", "difference"), now=now, previous=previous) == points


def test_a_third_is_no_decimal() -> None:
    """A rise from 3 to 4 is 100/3 per cent: below 33.34, and above 33.33."""
    for cut, points in (("33.33", "4.00"), ("33.34", "0.00")):
        rule = f"{{improvement: {{change: per_cent, steps: [{{from: {cut}, points: 4}}]}}}}"
        assert points_of(rule, now="4", previous="3") == points


def _by_hand(change: Fraction | None) -> Fraction:
    if change is None or change <= 0:
        return Fraction(0)
    return Fraction(4) if change >= 5 else Fraction(1)


@given(
    st.lists(st.tuples(FIGURES, st.none() | FIGURES), min_size=1, max_size=8),
    st.sampled_from(["difference", "per_cent"]),
)
@settings(max_examples=60)
def test_points_are_those_of_a_fraction_by_hand(rows: list[tuple[Decimal, Decimal | None]], change: str) -> None:
    """Whatever the figures are, and whoever has none of last year."""
    steps = (Step(Decimal(4), from_=Decimal(5)), Step(Decimal(1), above=Decimal(0), below=Decimal(5)))
    rule = Improvement(steps, change="per_cent" if change == "per_cent" else "difference", no_previous="zero")
    wanted = []
    for now, before in rows:
        gain = None if before is None else Fraction(now) - Fraction(before)
        if change == "per_cent" and gain is not None:
            gain = 100 * gain / Fraction(before) if before else None
        wanted.append(f"{int(_by_hand(gain))}.00")
    criteria = {"now": [f"{now}" for now, _ in rows], "previous": [f"{before or 0}" for _, before in rows]}
    if all(before is not None for _, before in rows):
        assert gives(rule, 4, criteria) == wanted
    cards = [
        card_of(
            CUTS.replace("CHANGE", change), {"1.now": f"{now}", "1.previous": "" if before is None else f"{before}"}
        )
        for now, before in rows[:2]
    ]
    assert [str(card.node("1").points) for card in cards] == wanted[:2]


def test_a_reason_has_both_figures_and_the_step() -> None:
    """So that the points can be checked by hand."""
    card = card_of(CUTS.replace("CHANGE", "per_cent"), {"1.now": "10", "1.previous": "9"})
    assert card.explain("en").nodes[0].reason == (
        "this year 10, last year 9, 100 x (10 - 9) / 9 ≈ 11.111111 %, from 5: 4"
    )


def test_a_lone_table_without_the_figures_is_told_what_to_do() -> None:
    """Neither a result of last year nor columns: one problem, that names both cures."""
    criteria = parse_criteria(f"id: a\nedition: 1\n{HEAD}{AREAS}{bonus()}", registry=cchc_index.Registry.builtin())
    with pytest.raises(cchc_index.AssessmentError) as caught:
        cchc_index.read_assessment([{"unit": "a", "1.1": "3", "1.2": "90", "2": "5"}], criteria)
    (problem,) = caught.value.problems
    assert problem.key == "previous.none"
    assert all(cure in problem.text("en") for cure in ("previous: FILE", "T1.now", "T1.previous"))
