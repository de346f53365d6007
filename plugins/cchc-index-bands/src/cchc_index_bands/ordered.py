"""Ordered bands with knock-outs and quotas, and the national groups."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Literal

import attrs

from cchc_index.plugins import Band, Classification, Problem, Standings, Text, ThresholdClassifier, Thresholds
from cchc_index_bands.moves import Limits, Quotas, columns_of, move_faults, moved


@attrs.frozen
class Ordered(ThresholdClassifier):
    """Bands from cut-offs, highest first, with what they need, and with knock-outs and quotas on top.

    A unit that a knock-out or a quota puts in a band of which it lacks a need falls to the next one that it satisfies.

    Attributes:
        bands: The bands, or a mapping of group to bands, as those of `thresholds`: `from` is closed below, `above` is
            open, the last band has no cut-off; `needs` are of nodes.
        on: What is measured: the index in per cent, or the points.
        compare: Whether the published (rounded) or the exact figure is compared.
        limits: Knock-outs.
        quotas: Quotas, applied after the knock-outs, from the best band down.

    Source:
        Practice of the field: free labels, cut-offs for each group, at most 20 % excellent among the good, and a
        disciplined unit in the lowest class.

    Example:
        >>> bands = (Band(Text.plain("A"), Decimal(90)), Band(Text.plain("B")))
        >>> [str(band) for band in Ordered(bands).bands_of("x")]
        ['A', 'B']
    """

    bands: tuple[Band, ...] | Mapping[str, tuple[Band, ...]] = attrs.field(hash=False)
    on: Literal["index", "points"] = "index"
    compare: Literal["published", "exact"] = "published"
    limits: Limits = ()
    quotas: Quotas = ()

    @property
    def thresholds(self) -> Thresholds:
        """The cut-offs alone."""
        return Thresholds(self.bands, self.on, self.compare)

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that knock-outs read."""
        return columns_of(self.limits)

    def moved(self, found: Classification, standings: Standings, /) -> Classification:
        """The band of each unit by its figure and what bands need, then by knock-outs, then by quotas."""
        return moved(found, standings, standings.values(self.on, self.compare), self.limits, self.quotas)

    def faults(self, places: tuple[int, int], /) -> Iterable[Problem]:
        """Cut-offs fall from band to band; knock-outs and quotas name bands that there are."""
        yield from super().faults(places)
        tables = [self.bands] if isinstance(self.bands, tuple) else list(self.bands.values())
        yield from move_faults(self.limits, self.quotas, [band for table in tables for band in table])


@attrs.frozen
class NationalGroups(ThresholdClassifier):
    """The groups in which the national index lists provinces: A from 90 %, B from 80 %, C from 70 %.

    Attributes:
        compare: Whether the published (rounded) or the exact index is compared.

    Source:
        Results of the national PAR INDEX as published: group A from 90 %, B from 80 to under 90 %, C from 70 to under
        80 %; what lies under 70 % has no letter there.

    Example:
        >>> [str(band) for band in NationalGroups().bands_of("province")]
        ['Nhóm A', 'Nhóm B', 'Nhóm C', 'Dưới 70 %']
    """

    compare: Literal["published", "exact"] = "published"

    @property
    def thresholds(self) -> Thresholds:
        """The cut-offs."""
        bands = [
            Band(Text((("vi", f"Nhóm {letter}"), ("en", f"Group {letter}"))), Decimal(cut_off))
            for letter, cut_off in (("A", 90), ("B", 80), ("C", 70))
        ]
        return Thresholds((*bands, Band(Text((("vi", "Dưới 70 %"), ("en", "Below 70 %"))))), "index", self.compare)
