"""A plugin's classification names its own bands, and units that there are; else the plugin is named."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import attrs
import numpy as np
import pytest

import cchc_index
from cchc_index.plugins import Band, Classification, Excused, Need, Standings, Text, ThresholdClassifier, Thresholds
from cchc_index.registry.guarded import GuardedClassifier
from tests.registry.trial_plugin import Base, plugin_of, result_of

BAND = Band(Text.plain("A"), Decimal(50), needs=(Need("1", points=Decimal(4)),))


@attrs.frozen
class Sound(ThresholdClassifier):
    """Stands on thresholds."""

    @property
    def thresholds(self) -> Thresholds:
        return Thresholds((BAND, Band(Text.plain("B"))))


def _result(classifier: type) -> cchc_index.IndexResult:
    return result_of(plugin_of(Base, classifier), "classify: trial.try\n")


def test_a_classifier_on_thresholds_lives() -> None:
    """Its bands, what they need and who is moved come out as those of the library's own."""
    result = _result(Sound)

    assert isinstance(result.criteria.classify and result.criteria.classify.classifier, GuardedClassifier)
    assert [(card.unit.id, str(card.band)) for card in result] == [("v", "A"), ("u", "B")]
    assert result.outcome.classification.places == {"all": (0, 1)}
    assert result["u"].explain("en").band == (
        "index 60.00 is at least 50; by points alone: A; put in B: "
        "A needs criterion 1 at 4 points or more (has 3.00, 1.00 short)"
    )


_FIVE: Any = 5  #: no decimal


def _needing(needs: Any) -> Band:
    return attrs.evolve(BAND, needs=needs)


@pytest.mark.parametrize(
    "wrong",
    [
        {"places": {"a": (0, 2)}},
        {"places": {"a": [0]}},
        {"places": 7},
        {"lacking": {1: None}},
        {"lacking": {"A": None}},
        {"excused": (Excused(2, "1", BAND),)},
        {"excused": (None,)},
        {"bands": (_needing(("1",)), BAND)},
        {"bands": (_needing((Need("1", points=_FIVE),)), BAND)},
        {"bands": (_needing(None), BAND)},
    ],
    ids=str,
)
def test_what_a_classification_cannot_say(wrong: dict[str, Any]) -> None:
    """The places of a group, what bands need, and units that are told of."""

    @attrs.frozen
    class Wrong(Sound):
        """Says something else."""

        def moved(self, found: Classification, standings: Standings, /) -> Classification:
            return attrs.evolve(found, band_of=np.zeros(2, dtype=np.int64), **wrong)

    with pytest.raises(cchc_index.PluginError, match="classify"):
        _result(Wrong)
