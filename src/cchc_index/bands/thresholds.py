"""The built-in classifier: ordered bands with cut-offs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Literal

import attrs
import numpy as np

from cchc_index.bands.contract import Band, Classification, Classifier, Near, Placing, Standings
from cchc_index.problems.problem import Problem
from cchc_index.rules.columns import write_number
from cchc_index.values.exact import Ratios, places_of, to_decimal
from cchc_index.values.text import value_of

if TYPE_CHECKING:
    import numpy.typing as npt

    from cchc_index.values.exact import BoolArray, Integers

Bands = tuple[Band, ...]


@attrs.frozen
class Thresholds(Classifier):
    """Bands from cut-offs, highest first.

    A unit is in the first band whose `from` it reaches (closed below); the last band has no `from`.

    Attributes:
        bands: The bands, or a mapping of group to bands.
        on: What is measured: the index in per cent, or the points.
        compare: Whether the published (rounded) or the exact figure is compared.

    Source:
        Provincial classifications, for example Circular 01/2018/TT-VPCP on one-stop service (15 / 12 / 9 / 6 points).

    Example:
        >>> from cchc_index.values.text import Text
        >>> bands = (Band(Text.plain("Tốt"), Decimal(80)), Band(Text.plain("Khá")))
        >>> [str(band) for band in Thresholds(bands).bands_of("department")]
        ['Tốt', 'Khá']
    """

    bands: Bands | Mapping[str, Bands] = attrs.field(hash=False)
    on: Literal["index", "points"] = "index"
    compare: Literal["published", "exact"] = "published"

    @property
    def groups(self) -> tuple[str, ...] | None:
        """The groups that have bands; None when all have the same."""
        return None if isinstance(self.bands, tuple) else tuple(self.bands)

    def bands_of(self, group: str, /) -> Bands:
        """The bands of a group, best first."""
        return self.bands if isinstance(self.bands, tuple) else (value_of(self.bands, group) or ())

    def faults(self, places: tuple[int, int], /) -> Iterable[Problem]:
        """Cut-offs fall from band to band and have no more decimals than what they are compared with."""
        if isinstance(self.bands, tuple):
            yield from self._band_faults(self.bands, "bands", places)
        else:
            for group, bands in self.bands.items():
                yield from self._band_faults(bands, f"bands.{group}", places)

    def _band_faults(self, bands: Bands, path: str, places: tuple[int, int]) -> Iterable[Problem]:
        if not bands:
            yield Problem("bands.none", path=path)
            return
        limit = places[0] if self.on == "points" else places[1]
        labels: set[str] = set()
        above: Decimal | None = None
        for number, band in enumerate(bands):
            here = f"{path}[{number}]"
            if band.label.first in labels:
                yield Problem("bands.twice", path=here, arguments={"label": band.label.first})
            labels.add(band.label.first)
            last = number == len(bands) - 1
            if band.from_ is None:
                if not last:
                    yield Problem("bands.no_from", path=here, arguments={"label": band.label.first})
                continue
            if last:
                yield Problem(
                    "bands.last", path=f"{here}.from", arguments={"label": band.label.first, "from": str(band.from_)}
                )
            if above is not None and band.from_ >= above:
                yield Problem(
                    "bands.order", path=f"{here}.from", arguments={"from": str(band.from_), "above": str(above)}
                )
            if self.compare == "published" and places_of(band.from_) > limit:
                yield Problem(
                    "number.places", path=f"{here}.from", arguments={"value": str(band.from_), "places": str(limit)}
                )
            above = band.from_

    def classify(self, standings: Standings, /) -> Classification:
        """The band of each unit, and the units within one last decimal of a cut-off."""
        values = standings.values(self.on, self.compare)
        printed, places = standings.printed(self.on)
        names, block_of = standings.register.group_blocks
        blocks = np.array(block_of)
        band_of = np.full(len(standings.register), -1)
        all_bands: list[Band] = []
        near: list[Near] = []
        if isinstance(self.bands, tuple):
            tables = [(standings.classed, self.bands)]
        else:
            tables = [
                (standings.classed & (blocks == place), self.bands_of(name))
                for place, name in enumerate(names)
                if self.bands_of(name)
            ]
        for inside, bands in tables:
            level = np.full(len(band_of), len(bands) - 1)
            for band in bands:
                if band.from_ is not None:
                    level -= values.at_least(Fraction(band.from_))
            first = len(all_bands)
            all_bands += bands
            band_of = np.where(inside, level + first, band_of)
            near += self._near(bands, inside, printed, places, band_of, all_bands, values)
        return Classification(tuple(all_bands), band_of, tuple(sorted(near, key=lambda unit: unit.row)))

    def _near(
        self,
        bands: Bands,
        inside: BoolArray,
        printed: Integers,
        places: int,
        band_of: npt.NDArray[np.int64],
        all_bands: list[Band],
        values: Ratios,
    ) -> Iterable[Near]:
        figures = Ratios(printed)  # in units of the last decimal
        for cut in (band.from_ for band in bands if band.from_ is not None):
            cut_off = Fraction(cut) * 10**places
            rows = np.flatnonzero(inside & figures.at_least(cut_off - 1) & ~figures.above(cut_off + 1))
            for row in rows.tolist():
                value = to_decimal(int(printed.values[row]), places)
                exact = values.fraction(row)
                differs = exact if exact != Fraction(value) else None
                yield Near(row, value, cut, all_bands[int(band_of[row])], differs)

    def reason(self, case: Placing, /) -> str:
        """The cut-off reached and the one missed, by the figure that was compared."""
        measured = case.figure(self.on, self.compare)
        what = case.say(vi="điểm", en="points") if self.on == "points" else case.say(vi="chỉ số", en="index")
        bands = self.bands_of(case.unit.group)
        labels = [band.label.first for band in bands]
        place = labels.index(case.band.label.first)
        cuts = [None, *(band.from_ for band in bands)]  # nothing is better than the first
        better, own = cuts[place : place + 2]
        gaps = [abs(Fraction(cut) - measured) for cut in (own, better) if cut is not None]
        value = case.write(measured, min(filter(None, gaps), default=None), self.on)
        words = []
        if own is not None:
            at = write_number(own, case.language)
            words.append(case.say(vi=f"{what} {value} đạt từ {at}", en=f"{what} {value} is at least {at}"))
        else:
            words.append(f"{what} {value}")
        if better is not None:
            name = bands[place - 1].label.say(case.language)
            missed = Fraction(better) - measured
            at, short = write_number(better, case.language), case.write(missed, missed, self.on)
            words.append(
                case.say(vi=f"còn thiếu {short} để đạt {name} (từ {at})", en=f"{short} short of {name} (from {at})")
            )
        return "; ".join(words)
