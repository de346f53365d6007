"""The smallest sets are the smallest: held against scoring every choice of points of every set."""

from __future__ import annotations

import pytest

import cchc_index
from cchc_index.plans.searching import Fewest
from tests.plans.small_plans import Maker, by_trying, key_of_way


@pytest.mark.parametrize("seed", [seed for seed in range(9) if seed != 5])  # of which there is too much to try
def test_the_smallest_sets_are_those_of_trying_everything(seed: int) -> None:
    """For every unit, by fewest criteria and by fewest points; and where nothing is found there is nothing."""
    small = Maker(seed).make()
    fewest: Fewest = "points" if seed % 2 else "criteria"
    for card in small.result:
        plan = cchc_index.plan(small.result, card.unit.id, fewest=fewest, shown=4)
        if plan.state in ("top", "nothing"):
            continue
        tried = by_trying(small, card.unit.id, fewest)
        found = [key_of_way(way, plan) for way in plan.ways]
        assert plan.exact
        assert (plan.state == "reachable") == bool(tried), plan.state
        if fewest == "criteria":
            assert found == tried[:4]
        else:
            assert found[:1] == tried[:1]
            assert set(found) <= set(tried)
        for way in plan.ways:
            assert way.band in [plan.band, *small.result.outcome.classification.bands[:1]]
