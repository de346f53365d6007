"""What holds whatever the rule: given points, comparison by value."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest

import cchc_index
from cchc_index.values.exact import Ratios
from tests.rules.one_unit import STEPS, card_of, one_leaf


@pytest.mark.parametrize("rule", [STEPS, "{yes_no: {}}", "{proportion: {zero_below: 60}}", "{convert: {scale: 10}}"])
def test_points_given_instead_of_values_are_given(rule: str) -> None:
    """Any leaf takes points; its status says so."""
    card = card_of(rule, {"1.points": "4"})

    assert (card.node("1").status, card.index) == ("given", Decimal("100.00"))


def test_points_a_rule_can_never_give_are_refused() -> None:
    """A step table gives its steps or nothing, unless the leaf takes free points."""
    with pytest.raises(cchc_index.AssessmentError):
        card_of(STEPS, {"1.points": "3"})
    assert card_of(STEPS, {"1.points": "3"}, more=", free_points: yes").points == Decimal("3.00")


def test_rules_compare_by_value() -> None:
    """A rule is its parameters."""
    assert one_leaf(STEPS) == one_leaf(STEPS)
    assert one_leaf(STEPS).sha256 != one_leaf("{yes_no: {}}").sha256


@pytest.mark.parametrize(
    "rule", [STEPS, "{yes_no: {}}", "{points: {in_steps_of: 0.5}}", "{proportion: {zero_below: 60}}"]
)
def test_what_a_rule_gives_it_can_give(rule: str) -> None:
    """`can_give` admits nothing and everything, and refuses what lies outside."""
    from cchc_index.rules.contract import Leaf

    named = one_leaf(rule).node("1").criterion.rule
    assert named is not None
    points = Ratios.of([Decimal(0), Decimal(4), Decimal("0.001")])

    possible = named.rule.can_give(points, Leaf(Decimal(4), 2, "half_up"))

    assert np.asarray(possible)[:2].all()
    assert not np.asarray(possible)[2] or Fraction("0.001") in (0, 4)
