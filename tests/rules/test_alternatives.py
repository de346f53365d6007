"""The best alternative, or the one that the unit's kind picks."""

from __future__ import annotations

from typing import Any

import pytest

import cchc_index
from tests.rules.several_units import UNITS, points_of, result_of

BEST = "{best_of: {alternatives: {award: yes_no, ideas: {per_case: {points_each: 1, at_most: 3}}, share: proportion}}}"


def test_the_best_alternative_counts() -> None:
    """One is enough; several are compared exactly."""
    rows = [
        {"1.award.yes_no": "có"},
        {"1.ideas.count": "2", "1.share.done": "1", "1.share.planned": "3"},
        {"1.ideas.count": "1", "1.share.rate": "30", "1.award.yes_no": "no"},
    ]

    assert points_of(BEST, rows) == ["4.00", "2.00", "1.20"]
    reason = result_of(BEST, rows)["u1"].explain().nodes[0].reason
    assert "ideas: 2 cases" in reason
    assert "the best counts" in reason


def test_an_alternative_is_answered_whole() -> None:
    """Half an alternative, or a value without its field, is told."""
    for row in ({"1.share.done": "1"}, {"1": "3"}, {"1.share.done": "1", "1.share.planned": "3", "1.share.rate": "5"}):
        with pytest.raises(cchc_index.AssessmentError) as told:
            points_of(BEST, [row])
        assert all(problem.text("vi") and problem.place for problem in told.value.problems)
    assert result_of(BEST, [{"1": "na"}], more=", not_applicable: allowed")["u0"].node("1").status == "not_applicable"


CHOOSE = "{choose: {by: kind, alternatives: {plain: proportion, hill: {proportion: {full_at: 75}}}}}"


def test_the_units_kind_picks_the_rule() -> None:
    """Mountain communes have a rule of their own."""
    rows: list[dict[str, Any]] = [{"1.plain.rate": "75"}, {"1.hill.rate": "75"}, {"1.plain.rate": "60"}]
    units = UNITS[:3]

    assert points_of(CHOOSE, rows, units=units) == ["3.00", "4.00", "2.40"]
    assert "kind = hill" in result_of(CHOOSE, rows, units=units)["u1"].explain().nodes[0].reason
    rows[1] = {"1.plain.rate": "75"}
    with pytest.raises(cchc_index.AssessmentError) as told:
        points_of(CHOOSE, rows, units=units)
    assert [problem.key for problem in told.value.problems] == ["value.elsewhere"]
    with pytest.raises(cchc_index.AssessmentError, match="kind"):
        points_of(CHOOSE, rows)
