"""What a classifier is, and what it sees and returns."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar, Literal

import attrs

from cchc_index.bands.nodes import NodeColumns
from cchc_index.problems.problem import Language, Problem
from cchc_index.rules.columns import write_number
from cchc_index.values.exact import Integers, Ratios, round_fraction, to_decimal
from cchc_index.values.text import Text
from cchc_index.values.units import Register, Unit

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from cchc_index.values.exact import BoolArray


_MOST_WHOLE, _ROUNDED = 6, 4  #: decimals up to which a figure is written whole, and of one that is cut


def legible(figure: Fraction, least: int, apart: Fraction | None = None) -> tuple[Decimal, bool]:
    """A figure as a decimal for reading, and whether it is the whole figure.

    Args:
        figure: The figure.
        least: How many decimals are written at least.
        apart: How far it is from what it is held against; of a figure without end decimals are kept until that is seen.

    Example:
        >>> legible(Fraction(7499, 100), 0), legible(Fraction(200, 3), 2)
        ((Decimal('74.99'), True), (Decimal('66.6667'), False))
    """
    for places in range(max(least, 0), _MOST_WHOLE + 1):
        if (figure * 10**places).denominator == 1:
            return to_decimal(int(figure * 10**places), places), True
    places = _ROUNDED
    while apart and abs(apart) * 10**places < 10:
        places += 1
    return to_decimal(round_fraction(figure, places, "half_up"), places), False


@attrs.frozen
class Band:
    """A class that units are put in (xếp loại).

    Attributes:
        label: What it is called.
        from_: The lowest value that belongs to it; None for the last band.
    """

    label: Text
    from_: Decimal | None = None

    def __str__(self) -> str:
        """The label in the language the set names first."""
        return self.label.first


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
        band: The band it is in.
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
        reason: Why it was moved.
    """

    row: int
    by_points: Band
    reason: Text


@attrs.frozen(eq=False)
class Classification:
    """Each unit's band.

    Attributes:
        bands: All bands, best first within a group.
        band_of: For each unit the place of its band in `bands`, or -1.
        near: Units within one last decimal of a cut-off.
        moved: Units that are in another band than their figure alone would give.
    """

    bands: tuple[Band, ...]
    band_of: npt.NDArray[np.int64]
    near: tuple[Near, ...] = ()
    moved: tuple[Move, ...] = ()


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
    """

    unit: Unit
    points: Decimal
    index: Decimal
    band: Band
    language: Language = "en"
    max_points: Decimal | None = None

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
        number, whole = legible(figure, least, apart)
        return write_number(number, self.language) if whole else f"≈ {write_number(number, self.language)}"

    def say(self, *, vi: str, en: str) -> str:
        """The sentence in the language that is wanted."""
        return vi if self.language == "vi" else en
