"""What a builder of evidence is: raw records in, exact figures for each unit out.

Many leaves are not typed by anyone: they are counted from dossiers, surveys, registers of documents. A builder counts;
a cycle says which figure feeds which field of which leaf. Built-in builders and those of plugins keep the same
contract; authors import these names from `cchc_index.plugins`.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import ClassVar, Literal, Protocol

import attrs

from cchc_index.problems.problem import Place, Problem
from cchc_index.values.text import Text

Figure = Decimal | int | None  #: what a builder gives: exact, or None where nothing arose that could be counted
Level = Literal["90", "95", "99"]  #: of an interval, in per cent
Way = Literal["wilson", "bootstrap"]  #: how an interval is made


@attrs.frozen
class Measure:
    """One figure that a builder gives for each unit.

    Attributes:
        name: Its name, by which a cycle feeds it to a field; a rate's names its denominator.
        title: What it is, in a few words.
        adds: Whether the figures of several units add up to one of all of them, as counts do and rates do not.
        share: Of a per cent the measures that are its numerator and its denominator, from whose sums that of several
            units is made anew; () where it cannot be.

    Example:
        >>> Measure("late_of_settled", Text((("vi", "% trễ hạn trên số đã giải quyết"),))).name
        'late_of_settled'
    """

    name: str
    title: Text
    adds: bool = False
    share: tuple[str, ...] = ()


@attrs.frozen
class Interval:
    """A figure of a unit and how far it may be off.

    Attributes:
        unit: The unit.
        figure: The figure's name.
        value: The figure.
        low: The lower bound, rounded down.
        high: The upper bound, rounded up.
        level: The level in per cent.
        way: `wilson`, or `bootstrap` over respondents within their groups.
        respondents: How many respondents it comes from.
    """

    unit: str
    figure: str
    value: Decimal
    low: Decimal
    high: Decimal
    level: Level
    way: Way
    respondents: int

    def to_dict(self) -> dict[str, object]:
        """The interval for programs; numbers as texts."""
        said = {name: str(getattr(self, name)) for name in ("value", "low", "high")}
        return {
            "unit": self.unit,
            "figure": self.figure,
            **said,
            "level": self.level,
            "way": self.way,
            "respondents": self.respondents,
        }


class RawRow(Protocol):
    """One row of a raw table."""

    def __getitem__(self, column: str) -> str:
        """The text of a column; "" for a blank and for a column that the table lacks."""

    def place(self, column: str = "") -> Place:
        """Where the row stands, or one of its cells."""

    def number(self, column: str) -> Decimal | None:
        """The number in a column; None where there is none."""

    def lacking(self, columns: Sequence[str]) -> Iterator[Problem]:
        """The columns that must say something and do not."""

    def undated(self, columns: Sequence[str]) -> Iterator[Problem]:
        """The columns of dates (2021-12-31) that hold something else."""


class RawFile(Protocol):
    """One file of raw records, to be read through the library's own door or by a program of the builder's."""

    @property
    def path(self) -> Path:
        """Where it is."""

    @property
    def name(self) -> str:
        """The file as the user named it; places say it."""

    def rows(
        self, columns: Sequence[str], obligatory: Sequence[str], words: Mapping[str, str] | None = None
    ) -> Iterator[RawRow | Problem]:
        """The rows of a table (.csv, .tsv, .xlsx, .xls, .ods), and what is wrong with it.

        Args:
            columns: The columns that it may have.
            obligatory: Those that it must have.
            words: Vietnamese headers, each with its column.
        """


@attrs.frozen
class CountedFile:
    """A file that was counted.

    Attributes:
        name: The file as the user named it.
        sha256: SHA-256 of its bytes.
        rows: How many rows of records it has.
    """

    name: str
    sha256: str
    rows: int


@attrs.frozen
class LeftOut:
    """Rows that were left out, since whoever wrote the cycle allowed it by name.

    Attributes:
        kind: What is wrong with them, by the name by which it was allowed.
        rows: How many there are.
        first: Where the first of them stands.
    """

    kind: str
    rows: int
    first: Place | None = None


@attrs.frozen(eq=False)
class Evidence:
    """Figures that were counted from raw records, for each unit.

    Attributes:
        units: The identifiers of the units that the records name, each once.
        figures: By measure a figure for each of `units`.
        rows: From how many rows each unit's figures were counted.
        files: The files that were counted.
        left_out: Rows that were left out by permission.
        intervals: What makes the intervals of figures that come from a sample, when somebody asks for them: no point
            is made from one.

    Example:
        >>> found = Evidence(("a", "b"), {"late": (3, 0)}, (10, 4))
        >>> found.of("a")
        {'late': 3}
    """

    units: tuple[str, ...]
    figures: Mapping[str, tuple[Figure, ...]]
    rows: tuple[int, ...]
    files: tuple[CountedFile, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    intervals: Callable[[], tuple[Interval, ...]] = attrs.field(default=tuple, repr=False)

    def of(self, unit: str) -> dict[str, Figure]:
        """The figures of one unit, by measure.

        Raises:
            ValueError: No record names it.
        """
        row = self.units.index(unit)
        return {name: column[row] for name, column in self.figures.items()}


class EvidenceBuilder(ABC):
    """Counts raw records into figures for each unit (cách tổng hợp minh chứng).

    A builder is a frozen attrs class whose fields are its parameters in YAML. Its figures depend on the files and the
    parameters alone, in whatever order rows and files come.

    Attributes:
        purpose: What it is for, in a few words of both languages.
    """

    purpose: ClassVar[Text] = Text(())

    @property
    @abstractmethod
    def measures(self) -> tuple[Measure, ...]:
        """The figures that it gives."""

    @abstractmethod
    def build(self, files: Sequence[RawFile], units: Sequence[str] | None, /) -> Evidence | list[Problem]:
        """The figures of each unit, or all that is wrong with the files.

        Args:
            files: The files.
            units: The units that the register knows; None where there is none, and any may be named. A unit that is in
                no record need not be in the answer.
        """


@attrs.frozen
class NamedBuilder:
    """A builder and the name that cycles know it by.

    Attributes:
        name: The name; a plugin's has its prefix.
        builder: The builder with its parameters.
        distribution: Name and version of the plugin's distribution; "" for the built-in ones.
    """

    name: str
    builder: EvidenceBuilder
    distribution: str = attrs.field(default="", eq=False)
