"""Three bands: good (tốt), fair (khá), average (trung bình)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Literal

import attrs

from cchc_index.plugins import Band, Classification, Classifier, Placing, Problem, Standings, Text, Thresholds, value_of
from cchc_index_bands.moves import Limits, Quotas, columns_of, move_faults, moved


@attrs.frozen
class CutOffs:
    """The two cut-offs of a group.

    Attributes:
        good: The lowest value that is good.
        fair: The lowest value that is fair; what lies under it is average.
    """

    good: Decimal
    fair: Decimal


@attrs.frozen
class Labels:
    """What the bands are called.

    Attributes:
        good: The best band.
        fair: The band in the middle.
        average: The lowest band.
    """

    good: Text = Text((("vi", "Tốt"), ("en", "Good")))
    fair: Text = Text((("vi", "Khá"), ("en", "Fair")))
    average: Text = Text((("vi", "Trung bình"), ("en", "Average")))


@attrs.frozen
class GoodFairAverage(Classifier):
    """Good, fair or average by two cut-offs, both closed below; groups may have cut-offs of their own.

    Attributes:
        good: The lowest value that is good.
        fair: The lowest value that is fair; what lies under it is average.
        on: What is measured: the index in per cent, or the points.
        compare: Whether the published (rounded) or the exact figure is compared.
        labels: What the bands are called; Tốt, Khá and Trung bình unless they are given.
        groups: Groups with cut-offs of their own.
        limits: Knock-outs.
        quotas: Quotas, applied after the knock-outs, from the best band down.

    Source:
        Classes published by Cao Bằng for 2021: 2 good, 25 fair, 3 average of 30 units. The cut-offs were not
        published, so there are no defaults.

    Example:
        >>> bands = GoodFairAverage(good=Decimal(80), fair=Decimal(65))
        >>> [(str(band), str(band.from_)) for band in bands.bands_of("department")]
        [('Tốt', '80'), ('Khá', '65'), ('Trung bình', 'None')]
    """

    good: Decimal
    fair: Decimal
    on: Literal["index", "points"] = "index"
    compare: Literal["published", "exact"] = "published"
    labels: Labels = Labels()
    groups_with_own: Mapping[str, CutOffs] = attrs.field(factory=dict, alias="groups", hash=False)
    limits: Limits = ()
    quotas: Quotas = ()

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that knock-outs read."""
        return columns_of(self.limits)

    def bands_of(self, group: str, /) -> tuple[Band, ...]:
        """The three bands of a group."""
        return self._thresholds(group).bands_of(group)

    def classify(self, standings: Standings, /) -> Classification:
        """The band of each unit: by ordered thresholds, then by knock-outs, then by quotas."""
        groups = {unit.group for unit in standings.register}
        bands = {group: self.bands_of(group) for group in sorted(groups)}
        found = Thresholds(bands, self.on, self.compare).classify(standings)
        return moved(found, standings, standings.values(self.on, self.compare), self.limits, self.quotas)

    def reason(self, case: Placing, /) -> str:
        """The cut-off reached and the one missed."""
        return self._thresholds(case.unit.group).reason(case)

    def faults(self, places: tuple[int, int], /) -> Iterable[Problem]:
        """Cut-offs fall from good to fair, in every group."""
        yield from self._thresholds("").faults(places)
        for group in self.groups_with_own:
            for fault in self._thresholds(group).faults(places):
                yield attrs.evolve(fault, path=f"groups.{group}")
        yield from move_faults(self.limits, self.quotas, self.bands_of(""))

    def _thresholds(self, group: str) -> Thresholds:
        own = value_of(self.groups_with_own, group) or CutOffs(self.good, self.fair)
        labels = self.labels
        bands = (Band(labels.good, own.good), Band(labels.fair, own.fair), Band(labels.average))
        return Thresholds(bands, self.on, self.compare)
