"""One cut-off: passed, or not."""

from __future__ import annotations

from decimal import Decimal

import attrs

from cchc_index.plugins import Band, Text, ThresholdClassifier, Thresholds


@attrs.frozen
class PassOrNot(ThresholdClassifier):
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
