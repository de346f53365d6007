"""Where points were lost: what scorecards say, added up."""

from __future__ import annotations

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

import cchc_index
from cchc_index.reports.lost_points import lost_points
from tests.results.per_card import random_result


@given(seed=st.integers(0, 2**32), units=st.integers(0, 12))
def test_lost_points_are_those_of_the_scorecards(seed: int, units: int) -> None:
    """By criterion and unit; most first, and nothing that nobody lost."""
    result = random_result(seed, units)
    found = lost_points(result)
    assert [each.points for each in found] == sorted((each.points for each in found), reverse=True)
    for each in found:
        own = {card.unit: card.node(each.node.criterion.code).lost for card in result}
        assert dict(each.units) == {unit: lost for unit, lost in own.items() if lost}
        assert each.points == sum((lost or Decimal(0) for lost in own.values()), Decimal(0))
        assert each.counted == sum(lost is not None for lost in own.values())
        assert not each.node.block


def test_what_does_not_apply_was_not_lost() -> None:
    """Three departments without procedures lost nothing at their leaves, and could not attain anything there."""
    result = cchc_index.open_cycle("cao-bang-2021").score().results[0]
    dossiers = next(each for each in lost_points(result) if each.node.criterion.code == "2.1.2")
    assert (dossiers.counted, str(dossiers.attainable)) == (17, "85.00")
    assert not {"don-vi-06", "don-vi-13", "don-vi-18"} & {unit.id for unit, _ in dossiers.units}
