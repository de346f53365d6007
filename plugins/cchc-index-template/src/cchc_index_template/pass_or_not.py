"""One cut-off: passed, or not."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

import attrs

from cchc_index.plugins import Band, Classification, Classifier, Placing, Problem, Standings, Text, Thresholds


@attrs.frozen
class PassOrNot(Classifier):
    """Passed from a cut-off on, closed below.

    Attributes:
        cut_off: The lowest index that passes.

    Source:
        Made up to show how a classifier is written.

    Example:
        >>> [str(band) for band in PassOrNot(Decimal(50)).bands_of("all")]
        ['Đạt', 'Chưa đạt']
    """

    cut_off: Decimal

    @property
    def thresholds(self) -> Thresholds:
        """The two bands."""
        passed, not_yet = (("vi", "Đạt"), ("en", "Passed")), (("vi", "Chưa đạt"), ("en", "Not passed"))
        return Thresholds((Band(Text(passed), self.cut_off), Band(Text(not_yet))))

    def bands_of(self, group: str, /) -> tuple[Band, ...]:
        """The bands, best first."""
        return self.thresholds.bands_of(group)

    def classify(self, standings: Standings, /) -> Classification:
        """The band of each unit."""
        return self.thresholds.classify(standings)

    def reason(self, case: Placing, /) -> str:
        """The cut-off reached or missed."""
        return self.thresholds.reason(case)

    def faults(self, places: tuple[int, int], /) -> Iterable[Problem]:
        """What is wrong with the cut-off."""
        return self.thresholds.faults(places)
