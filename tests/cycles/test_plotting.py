"""Stages beside each other: over the criteria that both score, each figure as printed."""

from __future__ import annotations

import pytest

import cchc_index
from cchc_index.charts.pairs import Pairs
from cchc_index.charts.stacked import Stacked
from cchc_index.cycles.plotting import CyclePlots
from cchc_index.problems.errors import UsageError
from cchc_index.results.stage_gaps import Changes
from tests.charts.looking import misplaced, texts_of


@pytest.mark.parametrize("name", ["cap-xa-2024", "cap-xa-2025"])
def test_stages_are_those_of_the_review(name: str) -> None:
    """The first and the last stage of each unit, with the gaps that a review tells."""
    scored = cchc_index.open_cycle(name).score("all")
    chart = scored.plot.stages()
    first, last = scored.results[0], scored.results[-1]
    gaps = {gap.unit: gap for gap in Changes(first, last).units()}
    assert isinstance(chart.body, Stacked)
    body = chart.body.sections[0].body
    assert isinstance(body, Pairs)

    for card, pair in zip(last, body.pairs, strict=True):
        gap = gaps[card.unit.id]
        assert pair.name == card.unit.name
        assert pair.values == (gap.first, gap.last)
        assert pair.figures[2].removeprefix("+") == str(gap.difference).replace(".", ",")
    assert misplaced(chart) == []
    assert "Chỉ cộng điểm của các tiêu chí mà đơn vị có điểm ở cả hai giai đoạn." in texts_of(chart)


def test_one_stage_is_refused_with_the_cure() -> None:
    """There is nothing to draw beside it."""
    result = cchc_index.open_cycle("lai-chau-2021").score()

    assert not result.plot.has_stages
    with pytest.raises(UsageError, match="one stage only"):
        result.plot.stages()
    assert repr(CyclePlots(result.results)) == "CyclePlots(stages())"
