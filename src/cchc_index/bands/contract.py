"""What a classifier is, and what it sees and returns."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from decimal import Decimal
from typing import TYPE_CHECKING, ClassVar, Literal

import attrs

from cchc_index.problems.problem import Language, Problem
from cchc_index.values.exact import Integers, Ratios
from cchc_index.values.text import Text
from cchc_index.values.units import Register, Unit

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from cchc_index.values.exact import BoolArray


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
    """

    register: Register
    points: Integers
    max_points: Integers
    index: Integers
    point_places: int
    index_places: int
    classed: BoolArray
    rank: npt.NDArray[np.int64]

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
    """

    row: int
    value: Decimal
    cut_off: Decimal
    band: Band


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
    """

    unit: Unit
    points: Decimal
    index: Decimal
    band: Band
    language: Language = "en"

    def say(self, *, vi: str, en: str) -> str:
        """The sentence in the language that is wanted."""
        return vi if self.language == "vi" else en
