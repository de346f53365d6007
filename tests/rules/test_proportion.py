"""A proportion has a floor and a full mark."""

from __future__ import annotations

from decimal import Decimal

import pytest

from cchc_index.rules.contract import Leaf
from cchc_index.rules.proportion import Proportion
from tests.rules.one_unit import points_of

#: Values to try beside the rule's own probes, and what is refused, for the listing of all that rules say.
SAID = """
proportion: {max: 4, rule: proportion, values: [{done: 2, planned: 3}, {rate: 33.335},
    {rate: 0}], refused: [{done: 0, planned: 0}, {rate: 100.0001}]}
proportion with ends:
  max: 4
  rule: {proportion: {zero_below: 50, full_at: 98, none_arose: full}}
  values: [{done: 1, planned: 3}, {done: 99, planned: 100}, {done: 0, planned: 0}, {rate: 75}, {done: 6, planned: 7}]
  refused: [{done: 3, planned: 2}, {done: 1, planned: 0}, {done: 1}, {rate: 101}, {rate: 5, done: 1, planned: 2}]
proportion capped, nothing for none:
  max: 3
  rule: {proportion: {cap: yes, none_arose: zero}}
  values: [{done: 15, planned: 10}, {rate: 130.5}, {done: 0, planned: 0}]
proportion, none does not apply:
  max: 6
  rule: {proportion: {none_arose: not_applicable, zero_below: 12.5}}
  values: [{done: 0, planned: 0}, {done: 1, planned: 8}, {done: 1, planned: 9}]
"""


@pytest.mark.parametrize(
    ("rate", "points"),
    [("97.84", "7.99"), ("50", "4.08"), ("80", "6.53"), ("49.99", "0.00"), ("98", "8.00"), ("99", "8.00")],
)
def test_proportion_has_a_floor_and_a_full_mark(rate: str, points: str) -> None:
    """Maximum x rate / full_at, nothing under the floor, which itself earns."""
    assert points_of("{proportion: {zero_below: 50, full_at: 98}}", "8", rate=rate) == points


def test_a_floor_at_the_full_mark_fails_no_probe_of_its_own() -> None:
    """All or nothing, as "100%: 4; below: 0" by a proportion: just below the full mark earns nothing."""
    rule = Proportion(zero_below=Decimal(100))
    leaf = Leaf(Decimal(4), 2, "half_up")

    tried = [(probe.values, probe.points) for probe in rule.probes(leaf) if "rate" in probe.values]

    assert tried
    for values, points in tried:
        assert Decimal(points_of("{proportion: {zero_below: 100}}", "4", **values)) == points
