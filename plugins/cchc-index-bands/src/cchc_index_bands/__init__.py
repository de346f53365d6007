"""Good, fair, average: the classifier most provinces use, with labels, cut-offs and groups as parameters."""

from __future__ import annotations

from collections.abc import Mapping

from cchc_index.plugins import Classifier, hookimpl
from cchc_index_bands.good_fair_average import CutOffs, GoodFairAverage, Labels

__all__ = ["CutOffs", "GoodFairAverage", "Labels", "cchc_register_classifiers"]

cchc_index_api = 1


@hookimpl
def cchc_register_classifiers() -> Mapping[str, type[Classifier]]:
    """Name the classifiers of this plugin."""
    return {"good_fair_average": GoodFairAverage}
