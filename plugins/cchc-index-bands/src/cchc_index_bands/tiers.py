"""Tiers of indices that move their cut-offs: by the largest gaps, or by shares of the units."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import ClassVar, Literal

import attrs
import numpy as np

from cchc_index.plugins import Band, Classification, Classifier, Placing, Problem, Standings, Text, round_fraction


@attrs.frozen
class NaturalGaps(Classifier):
    """Tiers divided at the largest gaps between neighbouring units of a group.

    With k tiers, the k - 1 largest gaps between different figures divide them; of equal gaps the higher one counts.
    Where there are fewer different figures than tiers, the lowest tiers stay empty. Units outside the ranking are put
    where their figure lies among the tiers of the others.

    Attributes:
        labels: The tiers, best first.
        on: What is measured: the index in per cent, or the points.
        compare: Whether the published (rounded) or the exact figure is compared.

    Source:
        Practice of indices that move their cut-offs every year, such as PCI; the method of natural breaks in its
        simplest form.

    Example:
        >>> gaps = NaturalGaps((Text.plain("I"), Text.plain("II"), Text.plain("III")))
        >>> [str(cut) for cut in gaps.cuts([Fraction(each) for each in (90, 89, 80, 79, 60)])]
        ['80', '60']
    """

    labels: tuple[Text, ...]
    on: Literal["index", "points"] = "index"
    compare: Literal["published", "exact"] = "published"

    relative: ClassVar[bool] = True

    def cuts(self, values: Sequence[Fraction]) -> list[Fraction]:
        """The highest figure of each tier but the first, from the best down."""
        distinct = sorted(set(values), reverse=True)
        gaps = sorted(range(1, len(distinct)), key=lambda at: (-(distinct[at - 1] - distinct[at]), at))
        return [distinct[at] for at in sorted(gaps[: len(self.labels) - 1])]

    def bands_of(self, group: str, /) -> tuple[Band, ...]:
        """The tiers; their cut-offs are the units' own."""
        return tuple(Band(label) for label in self.labels)

    def classify(self, standings: Standings, /) -> Classification:
        """The tier of each unit."""
        return _tiers(self, standings, lambda values, value: sum(cut >= value for cut in self.cuts(values)))

    def reason(self, case: Placing, /) -> str:
        """Where the tier comes from."""
        return _tell(self, case, vi="theo khoảng cách tự nhiên", en="by natural gaps")

    def faults(self, places: tuple[int, int], /) -> Iterable[Problem]:
        """Two tiers at least, each named once."""
        return _label_faults(self.labels)


@attrs.frozen
class Quantiles(Classifier):
    """Tiers that hold given shares of a group's ranked units, equal units together in the better tier.

    Attributes:
        labels: The tiers, best first.
        shares: How many per cent of the units each tier holds; they add up to 100.
        on: What is measured: the index in per cent, or the points.
        compare: Whether the published (rounded) or the exact figure is compared.

    Source:
        Practice of indices that list units by quartiles, such as PAPI.

    Example:
        >>> quartiles = Quantiles((Text.plain("I"), Text.plain("II")), (Decimal(40), Decimal(60)))
        >>> quartiles.tier([Fraction(each) for each in (9, 8, 7, 6, 5)], Fraction(8))
        0
    """

    labels: tuple[Text, ...]
    shares: tuple[Decimal, ...]
    on: Literal["index", "points"] = "index"
    compare: Literal["published", "exact"] = "published"

    relative: ClassVar[bool] = True

    def tier(self, values: Sequence[Fraction], value: Fraction) -> int:
        """The tier of a figure among those of the ranked units: by how many of them are better."""
        better = sum(other > value for other in values)
        share = Fraction(0)
        for number, each in enumerate(self.shares):
            share += Fraction(each)
            if better < round_fraction(share * len(values) / 100, 0, "half_up"):
                return number
        return len(self.shares) - 1

    def bands_of(self, group: str, /) -> tuple[Band, ...]:
        """The tiers; their cut-offs are the units' own."""
        return tuple(Band(label) for label in self.labels)

    def classify(self, standings: Standings, /) -> Classification:
        """The tier of each unit."""
        return _tiers(self, standings, self.tier)

    def reason(self, case: Placing, /) -> str:
        """Where the tier comes from."""
        return _tell(self, case, vi="theo tỷ lệ đơn vị", en="by shares of the units")

    def faults(self, places: tuple[int, int], /) -> Iterable[Problem]:
        """As many shares as tiers; together 100."""
        yield from _label_faults(self.labels)
        total = sum(self.shares, Decimal(0))
        if len(self.shares) != len(self.labels) or total != 100 or any(share <= 0 for share in self.shares):
            said = " + ".join(map(str, self.shares)) + f" = {total}"
            yield Problem(
                "",
                path="shares",
                own={
                    "vi": (f"tỷ lệ {said}", "mỗi hạng cần một tỷ lệ lớn hơn 0, cộng lại bằng 100", "Sửa shares."),
                    "en": (
                        f"shares of {said}",
                        "but each tier has one above 0, and they add up to 100",
                        "Correct them.",
                    ),
                },
            )


def _tiers(
    classifier: NaturalGaps | Quantiles, standings: Standings, tier: Callable[[Sequence[Fraction], Fraction], int]
) -> Classification:
    values = standings.values(classifier.on, classifier.compare)
    names, blocks = standings.register.group_blocks
    ranked = np.array(standings.register.ranked, dtype=np.bool_) & standings.classed
    band_of = np.full(len(standings.register), -1, dtype=np.int64)
    for number in range(len(names)):
        rows = np.flatnonzero((np.array(blocks) == number) & standings.classed)
        counted = [values.fraction(row) for row in rows.tolist() if ranked[row]]
        for row in rows.tolist():
            band_of[row] = tier(counted, values.fraction(row))
    return Classification(classifier.bands_of(""), band_of)


def _tell(classifier: NaturalGaps | Quantiles, case: Placing, *, vi: str, en: str) -> str:
    text = case.write(case.figure(classifier.on, classifier.compare), on=classifier.on)
    what = case.say(vi="điểm", en="points") if classifier.on == "points" else case.say(vi="chỉ số", en="index")
    return f"{what} {text}, {case.say(vi=vi, en=en)}" + case.say(vi=" (ngưỡng thay đổi)", en=" (cut-offs move)")


def _label_faults(labels: tuple[Text, ...]) -> Iterable[Problem]:
    names = [label.first for label in labels]
    if len(names) < 2 or len(set(names)) < len(names):
        yield Problem(
            "",
            path="labels",
            own={
                "vi": (f"các hạng: {', '.join(names)}", "cần ít nhất hai hạng khác nhau", "Sửa labels."),
                "en": (f"the tiers {', '.join(names)}", "but there are two at least, each named once", "Correct them."),
            },
        )
