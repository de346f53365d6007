"""What rules and classifiers are, and the column objects they see.

A scoring rule sees one leaf's whole column of reported values at once and returns a column of exact points. A
classifier sees the standings of all units of a result and returns each one's band. Built-in and plugin classes keep
the same contract; authors import these names from `cchc_index.plugins`.
"""

from __future__ import annotations

import functools
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar, Literal, TypeVar

import attrs
import numpy as np

from cchc_index.errors import Language, Problem
from cchc_index.exact import Integers, Ratios, Rounding, round_fraction, to_decimal
from cchc_index.text import Text
from cchc_index.units import Register, Unit

if TYPE_CHECKING:
    import numpy.typing as npt

    from cchc_index.exact import BoolArray

Kind = Literal["number", "whole", "yes_no", "text"]
Method = Literal["appraised", "survey", "outside"]
Value = Decimal | bool | str


@attrs.frozen
class Field:
    """A value that a rule reads for each unit.

    Attributes:
        name: The field's name in column headers (``CODE.name``): lower-case letters and underscores.
        kind: `number`, `whole` (a count), `yes_no` or `text`.
        least: The least value that makes sense; None for no limit.
        most: The greatest value that makes sense; None for no limit.
        measured: Whether the value is a measurement printed rounded (a rate, another body's index) and not a count
            or an award; the audit lets such values move by half their last decimal.
    """

    name: str
    kind: Kind = "number"
    least: Decimal | None = Decimal(0)
    most: Decimal | None = None
    measured: bool = False


@attrs.frozen(eq=False)
class FieldColumn:
    """What was reported in one field.

    Attributes:
        numbers: The values in units of the last decimal; yes is 1 and no is 0. Rows without a value hold 0.
        places: How many decimals the column has.
        given: Which rows have a value; None when all have.
        texts: The texts, for a field of kind `text`.
    """

    numbers: Integers
    places: int = 0
    given: BoolArray | None = None
    texts: tuple[str, ...] | None = None

    def take(self, rows: npt.NDArray[np.intp]) -> FieldColumn:
        """The values of some rows."""
        given = None if self.given is None else self.given[rows]
        texts = None if self.texts is None else tuple(self.texts[row] for row in rows.tolist())
        return FieldColumn(
            self.numbers.take(rows), self.places, None if given is None or bool(given.all()) else given, texts
        )

    def value(self, row: int, kind: Kind) -> Value | None:
        """The value of one row, without zeros at the end of its decimals; None when it has none."""
        if self.given is not None and not self.given[row]:
            return None
        if kind == "text":
            return self.texts[row] if self.texts else None
        integer, places = int(self.numbers.values[row]), self.places
        if kind == "yes_no":
            return bool(integer)
        while places and integer % 10 == 0:
            integer, places = integer // 10, places - 1
        return to_decimal(integer, places)


@attrs.frozen(eq=False)
class Column:
    """One leaf's reported values: only the units for which the leaf applies and values were reported.

    Attributes:
        size: How many units.
        max_points: The leaf's maximum.
        places: To how many decimals its points will be rounded.
        mode: How they will be rounded.
        reads: The alternatives the rule declared.
        fields: What was reported, by field.
        register: All units of the assessment.
        rows: The rows of the register this column speaks of; None for all of them.
    """

    size: int
    max_points: Decimal
    places: int
    mode: Rounding
    reads: tuple[tuple[Field, ...], ...]
    fields: Mapping[str, FieldColumn]
    register: Register
    rows: npt.NDArray[np.intp] | None = None

    def has(self, field: str) -> BoolArray:
        """Which units report the field."""
        if (column := self.fields.get(field)) is None:
            return np.zeros(self.size, dtype=np.bool_)
        return np.ones(self.size, dtype=np.bool_) if column.given is None else column.given

    def number(self, field: str) -> Ratios:
        """The field's values; 0 for a unit that reports other fields instead."""
        if (column := self.fields.get(field)) is None:
            return Ratios(Integers(np.zeros(self.size, dtype=np.int64), 0, 0))
        return Ratios(column.numbers, 10**column.places)

    def says_yes(self, field: str) -> BoolArray:
        """Which units answer yes."""
        return self.number(field).numerators > 0

    @property
    def units(self) -> tuple[Unit, ...]:
        """The units of the column, row by row."""
        if self.rows is None:
            return self.register.units
        return tuple(self.register.units[row] for row in self.rows.tolist())

    def cases(self, language: Language = "en") -> Iterator[Case]:
        """Each unit's values by themselves, for rules written for one unit at a time."""
        fields = {field.name: field for alternative in self.reads for field in alternative}
        for row, unit in enumerate(self.units):
            values = {
                name: value
                for name, column in self.fields.items()
                if (value := column.value(row, fields[name].kind)) is not None
            }
            yield Case(unit, self.max_points, None, values, language, self.places, self.mode)


@attrs.frozen
class Case:
    """One unit and one leaf: what a rule explains, or scores when it works one unit at a time.

    Attributes:
        unit: The unit.
        max_points: The leaf's maximum.
        points: The points the unit got; None while they are being worked out.
        values: What was reported, by field: decimals, yes or no as bool, texts.
        language: The language reasons are wanted in.
        places: To how many decimals points are rounded.
        mode: How they are rounded.
    """

    unit: Unit
    max_points: Decimal
    points: Decimal | None
    values: Mapping[str, Value]
    language: Language = "en"
    places: int = 2
    mode: Rounding = "half_up"

    def decimal(self, field: str) -> Decimal:
        """The number reported in a field."""
        value = self.values[field]
        if not isinstance(value, Decimal):
            raise TypeError(f"field {field} holds no number")
        return value

    def say(self, *, vi: str, en: str) -> str:
        """The sentence in the language that is wanted."""
        return vi if self.language == "vi" else en

    def write(self, number: Decimal | int) -> str:
        """A number as the language writes it."""
        return write_number(number, self.language)

    def write_about(self, number: Fraction, places: int = 4) -> str:
        """An exact ratio for reading: with ``=`` where so many decimals say it all, else rounded, with ``≈``.

        Example:
            >>> case = Case(Unit("a", "A"), Decimal(1), None, {}, "vi")
            >>> case.write_about(Fraction(2, 3), 2), case.write_about(Fraction(1, 2))
            ('≈ 0,67', '= 0,5')
        """
        rounded = to_decimal(round_fraction(number, places, "half_up"), places)
        if Fraction(rounded) != number:
            return f"≈ {self.write(rounded)}"
        whole = rounded == rounded.to_integral_value()
        return f"= {self.write(rounded.quantize(Decimal(1)) if whole else rounded.normalize())}"


def write_number(number: Decimal | int, language: Language) -> str:
    """A number as the language writes it: decimal comma in Vietnamese, decimal point in English."""
    text = f"{number:f}" if isinstance(number, Decimal) else str(number)
    return text.replace(".", ",") if language == "vi" else text


@attrs.frozen(eq=False)
class Points:
    """The points a rule gives, one exact ratio a unit, before they are rounded at the leaf.

    Attributes:
        ratios: The points.
        not_applicable: Units to which the leaf turns out not to apply; None for none.
    """

    ratios: Ratios
    not_applicable: BoolArray | None = None


class NotApplicable:
    """What a rule written for one unit returns when the leaf does not apply to it."""


@attrs.frozen(eq=False)
class Refusal:
    """Values a rule cannot take.

    Attributes:
        rows: The rows of the column that are refused.
        field: The field at fault.
        key: A key of the message catalogue; "" when the messages are the rule's own.
        arguments: What fills the catalogue message's blanks, beside `value`.
        own: A plugin's own message, language to (found, why, cure).
    """

    rows: BoolArray
    field: str
    key: str = ""
    arguments: Mapping[str, str] = attrs.field(factory=dict)
    own: Mapping[str, tuple[str, str, str]] | None = None


@attrs.frozen
class Leaf:
    """What a rule may know of the leaf it is bound to, when its parameters are checked.

    Attributes:
        max_points: The leaf's maximum.
        places: To how many decimals its points are rounded.
        mode: How they are rounded.
    """

    max_points: Decimal
    places: int
    mode: Rounding


class ScoringRule(ABC):
    """Turns the values reported for one leaf into points (cách chấm).

    A rule is a frozen attrs class whose fields are its parameters in YAML. It sees its whole column; unless it
    declares itself `relative`, each row's points depend on that row alone.

    Attributes:
        method: How its leaves are assessed unless they say otherwise.
        relative: Whether a unit's points depend on other units.
    """

    method: ClassVar[Method] = "appraised"
    relative: ClassVar[bool] = False

    @property
    @abstractmethod
    def reads(self) -> tuple[tuple[Field, ...], ...]:
        """The alternatives a unit may report, each a group of fields; a bare column is the first field of all."""

    @abstractmethod
    def score(self, column: Column, /) -> Points:
        """The points of each unit of the column, between 0 and ``column.max_points``."""

    @abstractmethod
    def reason(self, case: Case, /) -> str:
        """Why one unit got its points, in one line that can be checked by hand."""

    def faults(self, leaf: Leaf, /) -> Iterable[Problem]:  # optional
        """What is wrong with the parameters, beyond their types; paths are relative to the rule's own mapping."""
        return ()

    def refusals(self, column: Column, /) -> Iterable[Refusal]:  # optional
        """Reported values that cannot be scored."""
        return ()

    def can_give(self, points: Ratios, leaf: Leaf, /) -> BoolArray:
        """Which points, typed by hand, are ones this rule can give; by default all with the leaf's decimals."""
        scaled = points.times(Fraction(10**leaf.places))
        by = scaled.denominators
        return np.asarray(scaled.numerators.values % (by if isinstance(by, int) else by.values) == 0, dtype=np.bool_)


Rule = TypeVar("Rule", bound=ScoringRule)
Award = Decimal | Fraction | int | type[NotApplicable]


def per_unit(function: Callable[[Rule, Case], Award]) -> Callable[[Rule, Column], Points]:
    """Make a rule's `score` from a plain function of one case.

    The function returns an exact number of points (`decimal.Decimal`, `fractions.Fraction` or int), or
    `NotApplicable`. Floats are refused: they cannot say which decimal they mean.

    Raises:
        TypeError: when the rule is scored, if the function returned anything else.
    """

    @functools.wraps(function)
    def score(self: Rule, column: Column, /) -> Points:
        numerators: list[int] = []
        denominators: list[int] = []
        not_applicable = np.zeros(column.size, dtype=np.bool_)
        for row, case in enumerate(column.cases()):
            award = function(self, case)
            if award is NotApplicable:
                not_applicable[row] = True
                award = 0
            if isinstance(award, bool) or not isinstance(award, Decimal | Fraction | int):
                raise TypeError(f"{function.__name__} returned {award!r}; points are a Decimal, a Fraction or an int")
            numerator, denominator = award.as_integer_ratio()
            numerators.append(numerator)
            denominators.append(denominator)
        return Points(Ratios(Integers.of(numerators), Integers.of(denominators)), not_applicable)

    return score


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


@attrs.frozen(eq=False)
class Classification:
    """Each unit's band.

    Attributes:
        bands: All bands, best first within a group.
        band_of: For each unit the place of its band in `bands`, or -1.
        near: Units within one last decimal of a cut-off.
    """

    bands: tuple[Band, ...]
    band_of: npt.NDArray[np.int64]
    near: tuple[Near, ...] = ()


class Classifier(ABC):
    """Puts units in bands (xếp loại). Like a rule, a frozen attrs class whose fields are its parameters in YAML."""

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
