"""The built-in classifier: ordered bands with cut-offs."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Literal

import attrs
import numpy as np

from cchc_index.bands.contract import Band, Classification, Classifier, Excused, Near, Placing, Standings
from cchc_index.bands.needs import Lacking, need_faults
from cchc_index.messages import phrase
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

    A unit is in the first band whose `from` it reaches (closed below), or whose `above` it exceeds, and of whose
    `needs` it lacks nothing; the last band has no cut-off, or `from: 0`, and needs nothing.

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
        labels: set[str] = set()
        better: Band | None = None
        for number, band in enumerate(bands):
            here, last = f"{path}[{number}]", number == len(bands) - 1
            if band.label.first in labels:
                yield Problem("bands.twice", path=here, arguments={"label": band.label.first})
            labels.add(band.label.first)
            if band.cut_off is None:
                if not last:
                    yield Problem("bands.no_from", path=here, arguments={"label": band.label.first})
            else:
                yield from self._cut_off_faults(band, better, here, places, last=last)
                better = band
            if last and band.needs:
                yield Problem("bands.last_needs", path=f"{here}.needs", arguments={"label": band.label.first})
            yield from need_faults(band.needs, f"{here}.needs", places, self.compare)

    def _cut_off_faults(
        self, band: Band, better: Band | None, here: str, places: tuple[int, int], *, last: bool
    ) -> Iterable[Problem]:
        key = "above" if band.from_ is None else "from"
        cut_off, said = band.cut_off or Decimal(0), {"label": band.label.first, "from": str(band.cut_off), "key": key}
        if band.from_ is not None and band.above is not None:
            yield Problem("bands.both", path=f"{here}.above", arguments={"label": band.label.first})
        if last and band.from_ != 0:
            yield Problem("bands.last", path=f"{here}.{key}", arguments=said)
        if better is not None and _order(band) >= _order(better):
            yield Problem("bands.order", path=f"{here}.{key}", arguments={**said, "above": str(better.cut_off)})
        limit = places[0] if self.on == "points" else places[1]
        if self.compare == "published" and places_of(cut_off) > limit:
            yield Problem(
                "number.places", path=f"{here}.{key}", arguments={"value": str(cut_off), "places": str(limit)}
            )

    def classify(self, standings: Standings, /) -> Classification:
        """The band of each unit, those near a cut-off, and those that lack what a band needs."""
        values = standings.values(self.on, self.compare)
        printed, decimals = standings.printed(self.on)
        names, block_of = standings.register.group_blocks
        blocks = np.array(block_of)
        band_of = np.full(len(standings.register), -1)
        all_bands: list[Band] = []
        places: dict[str, tuple[int, ...]] = {}
        near: list[Near] = []
        if isinstance(self.bands, tuple):
            tables = [(standings.classed, names, self.bands)]
        else:
            tables = [
                (standings.classed & (blocks == place), (name,), self.bands_of(name))
                for place, name in enumerate(names)
                if self.bands_of(name)
            ]
        for inside, groups, bands in tables:
            first = len(all_bands)
            level = np.full(len(band_of), len(bands) - 1)
            for number in range(len(bands) - 2, -1, -1):
                level = np.where(bands[number].reached(values), number, level)
            all_bands += bands
            places |= dict.fromkeys(groups, tuple(range(first, len(all_bands))))
            band_of = np.where(inside, level + first, band_of)
            near += self._near(bands, inside, printed, decimals, band_of, all_bands, values)
        lacking = {
            place: Lacking(band.label, band.needs, standings.nodes, self.compare)
            for place, band in enumerate(all_bands)
            if band.needs
        }
        found = Classification(
            tuple(all_bands),
            band_of,
            tuple(sorted(near, key=lambda unit: unit.row)),
            places={name: places.get(name, ()) for name in names},
            lacking=lacking,
        )
        if not lacking:
            return found
        found = found.put(band_of, {})
        return attrs.evolve(found, excused=tuple(self._excused(found, standings)))

    def _excused(self, found: Classification, standings: Standings) -> Iterator[Excused]:
        """By unit, the needs of its band that are met since the node does not apply."""
        rows: list[tuple[int, str, int]] = []
        for place in found.lacking:
            inside = found.band_of == place
            for code in found.lacking[place].codes:
                met = np.flatnonzero(inside & ~standings.nodes[code].applies)
                rows += [(row, code, place) for row in met.tolist()]
        for row, code, place in sorted(rows, key=lambda each: each[0]):
            yield Excused(row, code, found.bands[place])

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
        for cut in dict.fromkeys(
            cut for band in bands if (cut := band.cut_off) is not None and (band.from_ or band is not bands[-1])
        ):
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
        own = None if place == len(bands) - 1 else bands[place]
        better = bands[place - 1] if place else None
        gaps = [abs(Fraction(band.cut_off) - measured) for band in (own, better) if band and band.cut_off is not None]
        value = case.write(measured, min(filter(None, gaps), default=None), self.on)
        words = f"{what} {value}"
        if own is not None and own.cut_off is not None:
            at = write_number(own.cut_off, case.language)
            reached = "band.reached" if own.above is None else "band.exceeded"
            words = phrase(reached, case.language, figure=words, cut_off=at)
        if better is None or better.cut_off is None:
            return words
        missed = Fraction(better.cut_off) - measured
        said = {
            "short": case.write(missed, missed, self.on),
            "band": better.label.say(case.language),
            "cut_off": write_number(better.cut_off, case.language),
        }
        short = "band.short" if better.above is None else "band.not_above" if missed else "band.on"
        return "; ".join([words, phrase(short, case.language, **said) + self._also(better, case)])

    def _also(self, better: Band, case: Placing) -> str:
        """Of what the next better band needs beside a figure what the unit lacks, or all where that is not known."""
        if not better.needs:
            return ""
        if case.nodes:
            lacking = Lacking(better.label, better.needs, case.nodes, self.compare).words(0, case.language)
            return phrase("band.lacking", case.language, needs=lacking) if lacking else ""
        return phrase("band.needs", case.language, needs="; ".join(need.say(case.language) for need in better.needs))


def _order(band: Band) -> tuple[Decimal, bool]:
    """Where a band begins: above a cut-off begins later than from it."""
    return band.cut_off or Decimal(0), band.from_ is None


class ThresholdClassifier(Classifier):
    """A classifier that stands on thresholds: it says which, and perhaps which units it moves after that.

    Example:
        >>> import attrs
        >>> from cchc_index.values.text import Text
        >>> @attrs.frozen
        ... class Half(ThresholdClassifier):
        ...     @property
        ...     def thresholds(self) -> Thresholds:
        ...         return Thresholds((Band(Text.plain("Passed"), Decimal(50)), Band(Text.plain("Not yet"))))
        >>> [str(band) for band in Half().bands_of("all")]
        ['Passed', 'Not yet']
    """

    @property
    @abstractmethod
    def thresholds(self) -> Thresholds:
        """The bands with their cut-offs."""

    def moved(self, found: Classification, standings: Standings, /) -> Classification:  # optional
        """The classification by thresholds, with the units in other bands that belong there: `found.lowered(...)`."""
        return found

    @property
    def groups(self) -> tuple[str, ...] | None:
        """The groups that have bands; None when all have the same."""
        return self.thresholds.groups

    def bands_of(self, group: str, /) -> Bands:
        """The bands of a group, best first."""
        return self.thresholds.bands_of(group)

    def classify(self, standings: Standings, /) -> Classification:
        """The band of each unit: by its figure and what bands need, then as units are moved."""
        return self.moved(self.thresholds.classify(standings), standings)

    def reason(self, case: Placing, /) -> str:
        """The cut-off reached and the one missed."""
        return self.thresholds.reason(case)

    def faults(self, places: tuple[int, int], /) -> Iterable[Problem]:
        """What is wrong with the thresholds."""
        return self.thresholds.faults(places)
