"""What a classifier is, and what it sees and returns."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, ClassVar, Literal

import attrs
import numpy as np

from cchc_index.bands.legible import written
from cchc_index.bands.needs import Lacking, Need
from cchc_index.bands.nodes import NodeColumns
from cchc_index.problems.problem import Language, Problem
from cchc_index.values.exact import Integers, Ratios
from cchc_index.values.text import Text
from cchc_index.values.units import Register, Unit

if TYPE_CHECKING:
    import numpy.typing as npt

    from cchc_index.values.exact import BoolArray


@attrs.frozen
class Band:
    """A class that units are put in (xếp loại).

    Attributes:
        label: What it is called.
        from_: The lowest value that belongs to it; the last band has none, or 0.
        above: In its place: the value above which it begins, and which does not belong to it.
        needs: What a unit must have at nodes beside its value; one that lacks it falls to the next band that it
            satisfies. The last band has none.
    """

    label: Text
    from_: Decimal | None = None
    above: Decimal | None = None
    needs: tuple[Need, ...] = ()

    def __str__(self) -> str:
        """The label in the language the set names first."""
        return self.label.first

    @property
    def cut_off(self) -> Decimal | None:
        """The value that it begins from, or above."""
        return self.above if self.from_ is None else self.from_

    def reached(self, values: Ratios) -> BoolArray:
        """Which values reach it.

        Example:
            >>> values = Ratios(Integers.of([89, 90, 91]))
            >>> Band(Text.plain("A"), above=Decimal(90)).reached(values).tolist()
            [False, False, True]
        """
        if self.above is not None:
            return values.above(Fraction(self.above))
        return values.at_least(Fraction(self.from_ or 0))


@attrs.frozen(eq=False)
class Standings:
    """What a classifier sees: all units of one result.

    Attributes:
        register: The units.
        points: Points obtained, in units of the last decimal.
        max_points: Applicable maximum points, in the same units; 1 where there is none.
        index: The published index, in units of its last decimal.
        point_places: Decimals of points.
        index_places: Decimals of the index.
        classed: Which units can be put in a band: complete ones with an index.
        rank: Ranks; 0 for units that have none.
        nodes: Every node by its code: points, applicable maximum and per cent, each a whole column.
    """

    register: Register
    points: Integers
    max_points: Integers
    index: Integers
    point_places: int
    index_places: int
    classed: BoolArray
    rank: npt.NDArray[np.int64]
    nodes: Mapping[str, NodeColumns] = attrs.field(factory=dict)

    def values(self, on: Literal["index", "points"], compare: Literal["published", "exact"]) -> Ratios:
        """What units are measured by: the index in per cent, as published or exact, or the points."""
        if on == "points":
            return Ratios(self.points, 10**self.point_places)
        if compare == "published":
            return Ratios(self.index, 10**self.index_places)
        return Ratios(self.points * 100, self.max_points)

    def printed(self, on: Literal["index", "points"]) -> tuple[Integers, int]:
        """The printed figure units are measured by, and its decimals."""
        return (self.points, self.point_places) if on == "points" else (self.index, self.index_places)


@attrs.frozen
class Near:
    """A unit within one last decimal of a cut-off.

    Attributes:
        row: The unit's row in the register.
        value: Its printed figure.
        cut_off: The cut-off.
        band: The band that its figure gives.
        exact: The exact figure, where that is compared and differs from the printed one.
    """

    row: int
    value: Decimal
    cut_off: Decimal
    band: Band
    exact: Fraction | None = None


@attrs.frozen
class Move:
    """A unit put in another band than its figure alone would give.

    Attributes:
        row: The unit's row in the register.
        by_points: The band its figure alone would give.
        given: Why it was moved, as far as that is more than what it lacks.
        lacks: The bands that it would be in, and lacks a need of.

    Example:
        >>> Move(0, Band(Text.plain("A")), Text.plain("late")).reason.first
        'late'
    """

    row: int
    by_points: Band
    given: Text = attrs.field(alias="reason")
    lacks: tuple[Lacking, ...] = ()

    @property
    def reason(self) -> Text:
        """Why it was moved, with what it lacks."""
        return joined([*([self.given] if self.given.texts else []), *(each.said(self.row) for each in self.lacks)])


@attrs.frozen
class Excused:
    """A need of a unit's band that is met since its node does not apply to the unit.

    Attributes:
        row: The unit's row in the register.
        code: The node's code.
        band: The band.
    """

    row: int
    code: str
    band: Band


@attrs.frozen(eq=False)
class Classification:
    """Each unit's band.

    Attributes:
        bands: All bands, best first within a group.
        band_of: For each unit the place of its band in `bands`, or -1.
        near: Units within one last decimal of a cut-off.
        moved: Units that are in another band than their figure alone would give.
        places: For each group of the register the places of its bands, best first; where it is left out, all bands are
            those of every group.
        lacking: For the places of bands that need something beside a figure, which units lack it.
        excused: Needs that are met since their node does not apply.
    """

    bands: tuple[Band, ...]
    band_of: npt.NDArray[np.int64]
    near: tuple[Near, ...] = ()
    moved: tuple[Move, ...] = ()
    places: Mapping[str, tuple[int, ...]] = attrs.field(factory=dict)
    lacking: Mapping[int, Lacking] = attrs.field(factory=dict)
    excused: tuple[Excused, ...] = ()

    def places_of(self, group: str) -> tuple[int, ...]:
        """The places of a group's bands, best first."""
        return self.places.get(group, ()) if self.places else tuple(range(len(self.bands)))

    @property
    def next_place(self) -> npt.NDArray[np.int64]:
        """For the place of each band that of the next lower one of its group; its own, for the lowest."""
        below = np.arange(len(self.bands))
        for places in self.places.values() if self.places else (tuple(range(len(self.bands))),):
            for one, other in pairwise(places):
                below[one] = other
        return below

    def fallen(self, band_of: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
        """The places, with each unit that lacks what its band needs in the next one that it satisfies."""
        below, found = self.next_place, band_of
        for place in sorted(self.lacking):
            found = np.where((found == place) & self.lacking[place].units, below[place], found)
        return found

    def put(self, band_of: npt.NDArray[np.int64], reasons: Mapping[int, Text]) -> Classification:
        """The units in other bands: those that lack what these need in the next one that they satisfy, and all told.

        Args:
            band_of: For each unit the place of its new band.
            reasons: By row why a unit is put there; what it lacks of the band's needs is added.
        """
        fallen, below = self.fallen(band_of), self.next_place.tolist()
        told = {move.row: move for move in self.moved}
        rows = np.flatnonzero(fallen != self.band_of)
        steps = (rows, self.band_of[rows], band_of[rows], fallen[rows])
        for row, before, at, last in zip(*(each.tolist() for each in steps), strict=True):
            move = told.get(row) or Move(row, self.bands[before], Text(()))
            given = joined([each for each in (move.given, reasons.get(row)) if each is not None and each.texts])
            lacks, place = [*move.lacks], at
            while place != last:
                lacks += [self.lacking[place]]
                place = below[place]
            told[row] = Move(row, move.by_points, given, tuple(lacks))
        return attrs.evolve(self, band_of=fallen, moved=tuple(told[row] for row in sorted(told)))

    def lowered(self, units: BoolArray, reason: Text) -> Classification:
        """Some units one band lower, and told why; the lowest band stays.

        Args:
            units: Which units.
            reason: Why.

        Example:
            >>> two = (Band(Text.plain("A"), Decimal(80)), Band(Text.plain("B")))
            >>> found = Classification(two, np.array([0, 0])).lowered(np.array([True, False]), Text.plain("late"))
            >>> found.band_of.tolist(), str(found.moved[0].by_points)
            ([1, 0], 'A')
        """
        goes = units & (self.band_of >= 0)
        lower = np.where(goes, self.next_place[self.band_of], self.band_of)
        return self.put(lower, dict.fromkeys(np.flatnonzero(goes).tolist(), reason))


def joined(texts: Sequence[Text]) -> Text:
    """Several reasons as one, in the languages that one of them has.

    Example:
        >>> joined([Text.plain("late"), Text((("vi", "thiếu"), ("en", "lacking")))]).say("en")
        'late; lacking'
    """
    if not texts:
        return Text(())
    languages = dict.fromkeys(language for text in texts for language, _ in text.texts if language)
    if not languages or len(texts) == 1:
        return texts[0] if len(texts) == 1 else Text.plain("; ".join(text.first for text in texts))
    said = ((word, "; ".join(dict(text.texts).get(word, text.first) for text in texts)) for word in languages)
    return Text(tuple(said))


class Classifier(ABC):
    """Puts units in bands (xếp loại). Like a rule, a frozen attrs class whose fields are its parameters in YAML.

    Attributes:
        relative: Whether a unit's band depends on other units, as when cut-offs move from year to year.
    """

    relative: ClassVar[bool] = False

    @abstractmethod
    def classify(self, standings: Standings, /) -> Classification:
        """The band of each unit that can have one."""

    @abstractmethod
    def bands_of(self, group: str, /) -> tuple[Band, ...]:
        """The bands of a group, best first."""

    @abstractmethod
    def reason(self, case: Placing, /) -> str:
        """Why one unit is in its band, in one line."""

    def faults(self, places: tuple[int, int], /) -> Iterable[Problem]:  # optional
        """What is wrong with the parameters, given the decimals of points and of the index."""
        return ()

    @property
    def columns(self) -> tuple[str, ...]:  # optional
        """The columns of the register it reads."""
        return ()

    @property
    def groups(self) -> tuple[str, ...] | None:
        """The groups the classifier has bands for; None when it has the same bands for every group."""
        return None


@attrs.frozen
class Placing:
    """One unit and its band: what a classifier explains.

    Attributes:
        unit: The unit.
        points: Its points.
        index: Its published index.
        band: Its band.
        language: The language the reason is wanted in.
        max_points: Its attainable points; None where they are not known, and the index counts as published.
        nodes: Every node of the unit by its code; empty where they are not known.
    """

    unit: Unit
    points: Decimal
    index: Decimal
    band: Band
    language: Language = "en"
    max_points: Decimal | None = None
    nodes: Mapping[str, NodeColumns] = attrs.field(factory=dict, eq=False)

    def figure(self, on: Literal["index", "points"], compare: Literal["published", "exact"]) -> Fraction:
        """What the unit is measured by, as `Standings.values` has it for all: the points, or the index in per cent.

        Example:
            >>> placing = Placing(Unit("a", "A"), Decimal(2), Decimal("66.67"), Band(Text.plain("B")), "en", Decimal(3))
            >>> placing.figure("index", "exact"), placing.figure("index", "published")
            (Fraction(200, 3), Fraction(6667, 100))
        """
        if on == "points":
            return Fraction(self.points)
        if compare == "published" or not self.max_points:
            return Fraction(self.index)
        return 100 * Fraction(self.points) / Fraction(self.max_points)

    def write(self, figure: Fraction, apart: Fraction | None = None, on: Literal["index", "points"] = "index") -> str:
        """A figure as the language writes it: whole where six decimals say it all, else cut and marked ``≈``.

        Args:
            figure: The figure, an exact ratio.
            apart: How far it is from what it is held against; decimals are kept until that is seen.
            on: Whose decimals are written at least.

        Example:
            >>> placing = Placing(Unit("a", "A"), Decimal(2), Decimal("66.67"), Band(Text.plain("B")), "vi")
            >>> placing.write(Fraction(200, 3)), placing.write(Fraction(7499, 100))
            ('≈ 66,6667', '74,99')
            >>> placing.write(Fraction(200, 3), apart=Fraction(1, 10**7))
            '≈ 66,66666667'
        """
        least = -int({"points": self.points, "index": self.index}[on].as_tuple().exponent)
        return written(figure, least, self.language, apart)

    def say(self, *, vi: str, en: str) -> str:
        """The sentence in the language that is wanted."""
        return vi if self.language == "vi" else en
