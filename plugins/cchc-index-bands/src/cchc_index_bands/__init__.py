"""Classifiers: good, fair, average; ordered bands with knock-outs and quotas; national groups; moving tiers."""

from __future__ import annotations

from collections.abc import Mapping

from cchc_index.plugins import Classifier, hookimpl
from cchc_index_bands.good_fair_average import CutOffs, GoodFairAverage, Labels
from cchc_index_bands.moves import Limit, Quota
from cchc_index_bands.ordered import NationalGroups, Ordered
from cchc_index_bands.tiers import NaturalGaps, Quantiles

__all__ = [
    "CutOffs",
    "GoodFairAverage",
    "Labels",
    "Limit",
    "NationalGroups",
    "NaturalGaps",
    "Ordered",
    "Quantiles",
    "Quota",
    "cchc_register_classifiers",
]

cchc_index_api = 1


@hookimpl
def cchc_register_classifiers() -> Mapping[str, type[Classifier]]:
    """Name the classifiers of this plugin."""
    return {
        "good_fair_average": GoodFairAverage,
        "ordered": Ordered,
        "national_groups": NationalGroups,
        "natural_gaps": NaturalGaps,
        "quantiles": Quantiles,
    }
