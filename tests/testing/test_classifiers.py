"""Our own classifiers pass the kit, and each way to break their contract is found."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import attrs
import numpy as np
import pytest

from cchc_index.bands.thresholds import Thresholds
from cchc_index.plugins import (
    Band,
    Classification,
    Classifier,
    Need,
    Placing,
    Standings,
    Text,
)
from cchc_index.testing import BrokenContractError, check_classifier
from cchc_index_bands import GoodFairAverage, Limit, NationalGroups, NaturalGaps, Ordered, Quantiles, Quota

pytestmark = pytest.mark.slow

D = Decimal

BANDS = (Band(Text.plain("A"), D(80)), Band(Text.plain("B"), D(65)), Band(Text.plain("C")))
NEEDS = (Need("1", per_cent=D(90)), Need(count=1, of=(Need("2", points=D(85)), Need(each="areas", per_cent=D(95)))))
NEEDING = (attrs.evolve(BANDS[0], needs=NEEDS), Band(Text.plain("B"), above=D(65)), Band(Text.plain("C"), D(0)))
LIMITS = (Limit({"head_disciplined": "yes"}, Text.plain("C")),)


@pytest.mark.parametrize(
    "classifier",
    [
        Thresholds(BANDS),
        Thresholds({"x": BANDS, "y": BANDS[1:]}, on="points", compare="exact"),
        Thresholds(NEEDING),
        Ordered(NEEDING, limits=LIMITS, quotas=(Quota(Text.plain("A"), D(20), ties="all_in"),)),
        GoodFairAverage(D(80), D(65)),
        GoodFairAverage(D(80), D(65), limits=(Limit({"head_disciplined": "yes"}, Text.plain("Khá")),)),
        Ordered(BANDS, limits=LIMITS, quotas=(Quota(Text.plain("A"), D(20), ties="all_in"),)),
        Ordered(BANDS, quotas=(Quota(Text.plain("A"), D(20)),)),
        NationalGroups(),
        NaturalGaps((Text.plain("I"), Text.plain("II"), Text.plain("III"))),
        Quantiles((Text.plain("I"), Text.plain("II")), (D(40), D(60))),
    ],
    ids=lambda value: type(value).__name__,
)
def test_our_own_classifiers_keep_the_contract(classifier: Any) -> None:
    """Cut-offs, knock-outs, quotas and tiers alike."""
    check_classifier(classifier)


@attrs.frozen
class UpsideDown(Thresholds):
    """Gives the worst band to the best: bands, on, compare.

    >>> 1
    1
    """

    def classify(self, standings: Standings, /) -> Classification:
        found = super().classify(standings)
        return attrs.evolve(found, band_of=np.where(found.band_of >= 0, 2 - found.band_of, -1))


@attrs.frozen
class Everybody(Thresholds):
    """Gives a band to units without an index: bands, on, compare.

    >>> 1
    1
    """

    def classify(self, standings: Standings, /) -> Classification:
        return Classification(self.bands_of(""), np.zeros(len(standings.register), dtype=np.int64))


@attrs.frozen
class Mute(Thresholds):
    """Gives no reason: bands, on, compare.

    >>> 1
    1
    """

    def reason(self, case: Placing, /) -> str:
        return " "


@pytest.mark.parametrize("kind", [UpsideDown, Everybody, Mute])
def test_each_broken_classifier_is_found(kind: type[Thresholds]) -> None:
    """With its name."""
    with pytest.raises(BrokenContractError, match=kind.__name__):
        check_classifier(kind(BANDS))


@attrs.frozen
class NeedsAShare(Classifier):
    """Good with few late dossiers.

    Example:
        >>> NeedsAShare()
        NeedsAShare()
    """

    columns = ("late_share",)

    def bands_of(self, group: str, /) -> tuple[Band, ...]:
        return (Band(Text.plain("A")),)

    def classify(self, standings: Standings, /) -> Classification:
        for unit in standings.register:
            Decimal(unit.attributes["late_share"])
        return Classification(self.bands_of(""), np.where(standings.classed, 0, -1))

    def reason(self, case: Placing, /) -> str:
        return case.say(vi="vì vậy", en="because")


def test_a_column_of_which_nobody_said_the_values_is_named() -> None:
    """The kit tries yes and no; whoever needs numbers there says so."""
    with pytest.raises(BrokenContractError, match="late_share"):
        check_classifier(NeedsAShare(), examples=5)

    check_classifier(NeedsAShare(), attributes={"late_share": ("0", "7.5")}, examples=5)
