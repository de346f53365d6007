"""Ties told apart by points that are taken off."""

from __future__ import annotations

import pytest

import cchc_index
from cchc_index.criteria.criteria_set import parse_criteria
from tests.small_set import BUILTIN

SET = """
id: t
edition: 2022
title: Thử
source: {status: illustrative}
rounding: {points: 2, index: 2}
rank: {then: [%s]}
criteria: [{code: "1", title: A, max_points: 100, rule: points}]
extras:
  penalty: {max_points: 5, criteria: [{code: P1, title: P, max_points: 5, rule: points}]}
  bonus: {max_points: 5, criteria: [{code: B1, title: B, max_points: 5, rule: points}]}
"""


@pytest.mark.parametrize(("code", "first"), [("P1", "a"), ("B1", "b")])
def test_the_smaller_penalty_and_the_larger_bonus_rank_first(code: str, first: str) -> None:
    """Of two units with one index."""
    criteria = parse_criteria(SET % code, registry=BUILTIN)
    rows = [{"unit": "a", "1": "80", "P1": "0", "B1": "0"}, {"unit": "b", "1": "83", "P1": "5", "B1": "2"}]

    result = cchc_index.score(criteria, cchc_index.read_assessment(rows, criteria))

    assert result["a"].index == result["b"].index
    assert {unit: result[unit].rank for unit in "ab"} == {"a": 1 if first == "a" else 2, "b": 1 if first == "b" else 2}
    assert code in result[first].explain("en").rank
