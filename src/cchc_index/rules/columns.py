"""The columns that rules see: fields, what was reported in them, and one unit's case."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, Literal

import attrs
import numpy as np

from cchc_index.problems.problem import Language
from cchc_index.values.exact import Integers, Ratios, RoundingMode, decimal_text, round_fraction, to_decimal
from cchc_index.values.text import Text, folded
from cchc_index.values.units import Register, Unit

if TYPE_CHECKING:
    import numpy.typing as npt

    from cchc_index.values.exact import BoolArray, IntArray

Kind = Literal["number", "whole", "yes_no", "text"]
Method = Literal["appraised", "survey", "outside"]
Value = Decimal | bool | str

_LIMIT: Final = 2**63 - 1  #: of whole numbers in 64 bits
_MOST_POWER: Final = 18  #: of ten, in 64 bits


@attrs.frozen
class Field:
    """A value that a rule reads for each unit.

    Attributes:
        name: The field's name in column headers (``CODE.name``): lower-case letters and underscores.
        kind: `number`, `whole` (a count), `yes_no` or `text`.
        least: The least value that makes sense; None for no limit.
        most: The greatest value that makes sense; None for no limit.
        measured: Whether the value is a measurement (a rate, another body's index) and not a count or an award.
        better: Whether `more` or `less` of it never scores less, all else equal; "" when neither can be promised.
        title: What a form calls it; None for the words that fields of this name have everywhere.
        small_rates: `asked` for a rate in per cent of which a higher one earns more and for which the rule has no
            threshold above 0 and up to 1: one that lies there may be a share (0.95 for 95 %), and is refused unless
            the leaf or the file says that it is meant. `taken` for every other field.
        options: The labels of which a field of kind `text` takes one, whatever its capitals; () for any text.
    """

    name: str
    kind: Kind = "number"
    least: Decimal | None = Decimal(0)
    most: Decimal | None = None
    measured: bool = False
    better: Literal["", "more", "less"] = ""
    title: Text | None = None
    small_rates: Literal["taken", "asked"] = "taken"
    options: tuple[str, ...] = ()

    @property
    def is_per_cent(self) -> bool:
        """Whether it is a rate, which is reported in per cent."""
        return self.name.rpartition(".")[2] == "rate"

    def say(self, language: Language) -> str:
        """What a form calls the field.

        Example:
            >>> Field("done").say("en"), Field("award.yes_no").say("vi"), Field("very_good").say("en")
            ('done', 'award: có hay không', 'very good')
        """
        from cchc_index.messages.phrases import FIELDS  # only when a form is written

        if self.title is not None:
            return self.title.say(language)
        part, dot, name = self.name.rpartition(".")
        words = FIELDS[name][0 if language == "vi" else 1] if name in FIELDS else name.replace("_", " ")
        return f"{part.replace('_', ' ')}: {words}" if dot else words


@attrs.frozen(eq=False)
class FieldColumn:
    """What was reported in one field.

    Attributes:
        numbers: The values in units of the last decimal; yes is 1 and no is 0; of a field of kind `text` the places
            in `texts`. Rows without a value hold 0.
        places: How many decimals the column has.
        given: Which rows have a value; None when all have.
        texts: The distinct texts, for a field of kind `text`.
        meant: The rows whose file declares that rates above 0 and at most 1 are meant as per cent; True for all.
        printed: With how many decimals a value was printed, where its file says that it was printed rounded, and -1
            for one that is exact; None where all are.
    """

    numbers: Integers
    places: int = 0
    given: BoolArray | None = None
    texts: tuple[str, ...] | None = None
    meant: BoolArray | bool = False
    printed: npt.NDArray[np.int64] | None = None

    @classmethod
    def of_mantissas(cls, mantissas: IntArray, places: IntArray, given: BoolArray | None) -> FieldColumn:
        """Numbers, each in units of its own last decimal, as a column in units of the last decimal of them all.

        Example:
            >>> column = FieldColumn.of_mantissas(np.array([15, 2]), np.array([1, 0]), None)
            >>> column.numbers.values.tolist(), column.places
            ([15, 20], 1)
        """
        most = int(places.max()) if len(places) else 0
        if most and int(places.min()) < most:
            largest = max(abs(int(mantissas.max())), abs(int(mantissas.min())))
            fits = largest * 10**most <= _LIMIT
            kind = np.int64 if fits and most <= _MOST_POWER else object
            powers = np.array([10**power for power in range(most + 1)], dtype=kind)
            mantissas = (mantissas if fits else mantissas.astype(object)) * powers[most - places.astype(np.int64)]
        return cls(Integers.of(mantissas.tolist() if mantissas.dtype == object else mantissas), most, given)

    def take(self, rows: npt.NDArray[np.intp]) -> FieldColumn:
        """The values of some rows."""
        given = None if self.given is None else self.given[rows]
        given = None if given is None or bool(given.all()) else given
        meant = self.meant if isinstance(self.meant, bool) else self.meant[rows]
        printed = None if self.printed is None else self.printed[rows]
        return FieldColumn(self.numbers.take(rows), self.places, given, self.texts, meant, printed)

    def value(self, row: int, kind: Kind) -> Value | None:
        """The value of one row, without zeros at the end of its decimals; None when it has none."""
        if self.given is not None and not self.given[row]:
            return None
        integer, places = int(self.numbers.values[row]), self.places
        if kind == "text":
            return self.texts[integer] if self.texts else None
        if kind == "yes_no":
            return bool(integer)
        while places and integer % 10 == 0:
            integer, places = integer // 10, places - 1
        return to_decimal(integer, places) if places else Decimal(integer)


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
        counts: Which units a relative rule compares with: the ranked and complete ones; None for all of them.
    """

    size: int
    max_points: Decimal
    places: int
    mode: RoundingMode
    reads: tuple[tuple[Field, ...], ...]
    fields: Mapping[str, FieldColumn]
    register: Register
    rows: npt.NDArray[np.intp] | None = None
    counts: BoolArray | None = None

    def has(self, field: str) -> BoolArray:
        """Which units report the field."""
        if (column := self.fields.get(field)) is None:
            return np.zeros(self.size, dtype=np.bool_)
        return np.ones(self.size, dtype=np.bool_) if column.given is None else column.given

    def number(self, field: str) -> Ratios:
        """The field's values; 0 for a unit that reports other fields instead."""
        if (column := self.fields.get(field)) is None:
            return Ratios(Integers.of(np.zeros(self.size, dtype=np.int64)))
        return Ratios(column.numbers, 10**column.places)

    def chosen(self, field: str) -> npt.NDArray[np.intp]:
        """For each unit the place of its answer among the options of a field; -1 for one that is none of them.

        Answers are compared composed and without capitals; a unit that reports nothing has the first option's place.

        Example:
            >>> answers = FieldColumn(Integers.of([0, 1, 0]), texts=("b", "A"))
            >>> reads = ((Field("answer", "text", options=("A", "B")),),)
            >>> units = Register(tuple(Unit(name, name) for name in "xyz"))
            >>> Column(3, Decimal(1), 2, "half_up", reads, {"answer": answers}, units).chosen("answer").tolist()
            [1, 0, 1]
        """
        options = next(each.options for group in self.reads for each in group if each.name == field)
        column = self.fields.get(field)
        if column is None or not column.texts:
            return np.zeros(self.size, dtype=np.intp)
        place_of = {folded(option): place for place, option in enumerate(options)}
        places = np.array([place_of.get(folded(text), -1) for text in column.texts], dtype=np.intp)
        chosen: npt.NDArray[np.intp] = places[column.numbers.values]
        return chosen if column.given is None else np.where(column.given, chosen, 0)

    def take(self, rows: npt.NDArray[np.intp]) -> Column:
        """The column of some of its units."""
        return attrs.evolve(
            self,
            size=len(rows),
            fields={name: field.take(rows) for name, field in self.fields.items()},
            rows=rows if self.rows is None else self.rows[rows],
            counts=None if self.counts is None else self.counts[rows],
        )

    def part(self, name: str, reads: tuple[tuple[Field, ...], ...]) -> Column:
        """What was reported for one of a rule's alternatives: the fields ``name.field``, by the names it knows."""
        prefix = f"{name}."
        fields = {field.removeprefix(prefix): each for field, each in self.fields.items() if field.startswith(prefix)}
        return attrs.evolve(self, fields=fields, reads=reads)

    def blocks(self, among: Literal["group", "all"]) -> npt.NDArray[np.int64]:
        """For each unit the number of the units it is compared with: its group's, or one for all."""
        if among == "all":
            return np.zeros(self.size, dtype=np.int64)
        return self.attribute("group")[1]

    def attribute(self, name: str) -> tuple[tuple[str, ...], npt.NDArray[np.int64]]:
        """What a column of the register says: its distinct values, and for each unit the place of its own."""
        values, places = self.register.column(name)
        return values, places if self.rows is None else places[self.rows]

    @property
    def units(self) -> tuple[Unit, ...]:
        """The units of the column, row by row."""
        if self.rows is None:
            return self.register.units
        return tuple(self.register.units[row] for row in self.rows.tolist())

    def cases(
        self, language: Language = "en", compared_with: Mapping[str, FieldColumn] = MappingProxyType({})
    ) -> Iterator[Case]:
        """Each unit's values by themselves, for rules written for one unit at a time, with what it is compared with."""
        fields = {field.name: field for alternative in self.reads for field in alternative}
        for row, unit in enumerate(self.units):
            values = {
                name: value
                for name, column in self.fields.items()
                if (value := column.value(row, fields[name].kind)) is not None
            }
            others = numbers_of(compared_with, row)
            yield Case(unit, self.max_points, None, values, language, self.places, self.mode, others)


def numbers_of(columns: Mapping[str, FieldColumn], row: int) -> dict[str, Decimal]:
    """The numbers that stand in one row of some columns, by name."""
    found = {name: column.value(row, "number") for name, column in columns.items()}
    return {name: value for name, value in found.items() if isinstance(value, Decimal)}


class Wording:
    """Words in the language that is wanted.

    Attributes:
        language: The language.
    """

    language: Language

    def say(self, *, vi: str, en: str) -> str:
        """The sentence in the language that is wanted."""
        return vi if self.language == "vi" else en

    def write(self, number: Decimal | int) -> str:
        """A number as the language writes it."""
        return write_number(number, self.language)


@attrs.frozen
class Words(Wording):
    """Words in a language, for what is said of no unit in particular.

    Attributes:
        language: The language.

    Example:
        >>> Words("vi").write(Decimal("0.5")), Words("en").say(vi="có", en="yes")
        ('0,5', 'yes')
    """

    language: Language = "vi"


@attrs.frozen
class Case(Wording):
    """One unit and one leaf: what a rule explains, or scores when it works one unit at a time.

    Attributes:
        unit: The unit.
        max_points: The leaf's maximum.
        points: The points the unit got; None while they are being worked out.
        values: What was reported, by field: decimals, yes or no as bool, texts.
        language: The language reasons are wanted in.
        places: To how many decimals points are rounded.
        mode: How they are rounded.
        compared_with: What a relative rule compared the unit with, as it names it; nothing for other rules.
    """

    unit: Unit
    max_points: Decimal
    points: Decimal | None
    values: Mapping[str, Value]
    language: Language = "en"
    places: int = 2
    mode: RoundingMode = "half_up"
    compared_with: Mapping[str, Decimal] = MappingProxyType({})

    def decimal(self, field: str) -> Decimal:
        """The number reported in a field."""
        value = self.values[field]
        if not isinstance(value, Decimal):
            raise TypeError(f"field {field} holds no number")
        return value

    def write_about(self, number: Fraction, places: int = 4) -> str:
        """An exact ratio for reading: with ``=`` where so many decimals say it all, else rounded, with ``≈``.

        Example:
            >>> case = Case(Unit("a", "A"), Decimal(1), None, {}, "vi")
            >>> case.write_about(Fraction(2, 3), 2), case.write_about(Fraction(1, 2))
            ('≈ 0,67', '= 0,5')
        """
        rounded = round_fraction(number, places, "half_up")
        if rounded * number.denominator != number.numerator * 10**places:
            return f"≈ {write_scaled(rounded, places, self.language)}"
        return f"= {self.write(to_decimal(rounded, places).normalize())}"


def write_scaled(integer: int, places: int, language: Language) -> str:
    """The number that an integer in units of the last decimal stands for, as the language writes it.

    Example:
        >>> write_scaled(150, 2, "vi"), write_scaled(150, 2, "en")
        ('1,50', '1.50')
    """
    text = decimal_text(integer, places)
    return text.replace(".", ",") if language == "vi" else text


def write_number(number: Decimal | int, language: Language) -> str:
    """A number as the language writes it: decimal comma in Vietnamese, decimal point in English."""
    text = str(number)
    if "E" in text:  # formatting every number would take four times as long
        text = f"{number:f}"
    return text.replace(".", ",") if language == "vi" else text
