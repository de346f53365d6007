"""One leaf with a rule, and one unit's values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import cchc_index
from cchc_index.criteria.criteria_set import parse_criteria

HEAD = "id: a\nedition: 1\ntitle: A\nsource: {status: illustrative}\nrounding: {points: 2, index: 2}\n"
STEPS = "{steps: {on: rate, none_arose: zero, steps: [{from: 95, points: 4}, {from: 80, below: 95, points: 2}]}}"


def one_leaf(rule: str, most: str = "4", more: str = "") -> cchc_index.CriteriaSet:
    """A set of one leaf."""
    leaf = f"  - {{code: '1', title: Leaf, max_points: {most}, rule: {rule}{more}}}\n"
    return parse_criteria(f"{HEAD}criteria:\n{leaf}", registry=cchc_index.Registry.builtin())


def card_of(rule: str, values: Mapping[str, Any], most: str = "4", more: str = "") -> cchc_index.Scorecard:
    """What the one unit gets for its row."""
    criteria = one_leaf(rule, most, more)
    return cchc_index.score(criteria, cchc_index.read_assessment([{"unit": "u", **values}], criteria))["u"]


def points_of(rule: str, most: str = "4", **values: str) -> str:
    """The leaf's points as they are printed; values are fields of the leaf."""
    card = card_of(rule, {f"1.{field}": value for field, value in values.items()}, most)
    return str(card.node("1").points)
