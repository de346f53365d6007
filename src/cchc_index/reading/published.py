"""Published results from a table: whole columns of figures, each as printed."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final, Literal

import attrs
import numpy as np

from cchc_index.problems.problem import Place, Problem
from cchc_index.reading.forms import Form
from cchc_index.reading.grids.cells import EMPTY
from cchc_index.reading.tables import Table
from cchc_index.values.exact import decimal_text, parse_decimal
from cchc_index.values.suggestions import Suggestions

if TYPE_CHECKING:
    import numpy.typing as npt

    from cchc_index.values.exact import BoolArray, IntArray

FIGURES: Final = ("points", "max_points", "index", "rank", "band")
#: figures of the year before, and what changed
YEARS: Final = ("previous.index", "previous.points", "change")
_PASSED_OVER: Final = ("unit", "name", "group")
_OF: Final = re.compile(r"([1-9][0-9]*)\s*(?:/|of|trên|trong)\s*([1-9][0-9]*)", re.IGNORECASE)


@attrs.frozen(eq=False)
class PublishedColumn:
    """One column of published figures, its blank cells left out.

    Attributes:
        figure: `points`, `max_points`, `index`, `rank`, `previous.index`, `previous.points` or `change`.
        code: The node whose points, index or rank it is; "" for the unit's own.
        lines: For each figure the place of its unit among those of the table.
        numbers: The figures, each in units of its last decimal.
        places: How many decimals each counts with.
        typed: How many it is written with.
    """

    figure: str
    code: str
    lines: npt.NDArray[np.int64]
    numbers: IntArray
    places: npt.NDArray[np.int64]
    typed: npt.NDArray[np.int64]

    def text(self, at: int) -> str:
        """One figure as printed, with a decimal point."""
        more = int(self.places[at]) - int(self.typed[at])
        return decimal_text(int(self.numbers[at]) // 10**more, int(self.typed[at]))


@attrs.frozen(eq=False)
class PublishedTable:
    """A table of published results.

    Attributes:
        units: The units that it lists, in its order.
        columns: Its figures that are numbers.
        bands: Classes, by unit.
        among: Over how many units its ranks are, where it says so; None for those it lists.
    """

    units: tuple[str, ...] = ()
    columns: tuple[PublishedColumn, ...] = ()
    bands: Mapping[str, str] = attrs.field(factory=dict)
    among: int | None = None

    @property
    def compared(self) -> int:
        """How many figures it has."""
        return sum(len(column.lines) for column in self.columns) + len(self.bands)


@attrs.frozen
class PublishedCount:
    """How many units of a group were published to be in a class.

    Attributes:
        group: The group; "" for all units.
        band: The class's label.
        units: How many.
        place: Where it stands.
    """

    group: str
    band: str
    units: int
    place: Place


def published_table(
    table: Form | Table,
    units: Sequence[str],
    codes: Sequence[str],
    tops: Sequence[str],
    *,
    decimals: Literal["column", "cell"] = "column",
    among: int | None = None,
) -> tuple[PublishedTable, list[Problem]]:
    """The figures of a table of published results, and what is wrong with it.

    Args:
        table: The table.
        units: The units' identifiers.
        codes: The codes that have points, and an index.
        tops: Those of top-level nodes, which have ranks.
        decimals: Whether a figure counts with as many decimals as any of its column has, or with its own.
        among: Over how many units its ranks are; None where nobody said so.
    """
    wanted = {name: (name, "") for name in (*FIGURES, *YEARS)}
    wanted |= {f"{code}.index": ("index", code) for code in codes} | {f"{code}.rank": ("rank", code) for code in tops}
    wanted |= {code: ("points", code) for code in codes}  # an exact code wins
    problems = list(table.problems)
    if not isinstance(table, Form) and not table.header:  # what keeps it from being read is told
        return PublishedTable(), problems
    if isinstance(table, Form) or not table.lists_units:
        found = "" if isinstance(table, Form) else ", ".join(table.header[:8])
        one = not isinstance(table, Form) and len(table.header) == 1
        key = "table.one_column" if one else "table.no_unit"  # of what is no table nothing is repeated
        problems.append(Problem(key, Place(table.name, 1), arguments={"found": found}))
        return PublishedTable(), problems
    headers = Suggestions()
    for column, header in enumerate(table.header):
        if header and header not in wanted and header not in _PASSED_OVER:
            hint = ", ".join(headers.near(header, tuple(wanted)))
            problems.append(
                Problem("published.column", table.heading(column), arguments={"found": header, "hint": hint})
            )
    rows, listed = _units(table, units, problems)
    reader = _Reader(table, rows, decimals, among)
    columns = [
        reader.column(*wanted[header], header) for header in table.header if header in wanted and header != "band"
    ]
    bands: dict[str, str] = {}
    if "band" in table.header:
        texts = table.texts("band")
        bands = {unit: texts[row] for unit, row in zip(listed, rows.tolist(), strict=True) if texts[row]}
    return PublishedTable(tuple(listed), tuple(columns), bands, reader.among), problems + reader.in_order()


def published_counts(table: Form | Table) -> tuple[list[PublishedCount], list[Problem]]:
    """The counts of a table of classes (group, band, units), and what is wrong with it."""
    problems = list(table.problems)
    counts: list[PublishedCount] = []
    if isinstance(table, Form) or not table.has("band", "units"):
        found = "" if isinstance(table, Form) else ", ".join(table.header[:8])
        return counts, problems or [Problem("published.counts", Place(table.name, 1), arguments={"found": found})]
    for column, header in enumerate(table.header):
        if header not in ("group", "band", "units"):
            place = table.heading(column)
            problems.append(Problem("published.counts", place, arguments={"found": header}))
    column = table.columns[table.header.index("units")]
    texts = {name: table.texts(name) for name in ("group", "band") if name in table.header}
    for at, row in enumerate(table.rows.tolist()):
        number = table.grid.number(row, column)
        if number is None or number < 0 or number != int(number):
            arguments = {"value": table.grid.text(row, column), "column": "units"}
            problems.append(Problem("published.value", table.place(row, column), arguments=arguments))
            continue
        group = texts["group"][at] if "group" in texts else ""
        counts.append(PublishedCount(group, texts["band"][at], int(number), table.place(row, column)))
    return counts, problems


def _units(table: Table, units: Sequence[str], problems: list[Problem]) -> tuple[npt.NDArray[np.int64], list[str]]:
    """The rows that hold a known unit for the first time, with the units; the others are told."""
    names, known = Suggestions(), frozenset(units)
    first: dict[str, int] = {}
    kept: list[int] = []
    for at, unit in enumerate(table.texts("unit")):
        row = int(table.rows[at])
        line = int(table.grid.lines[row])
        if not unit:
            problems.append(Problem("unit.blank", table.place(row)))
        elif (earlier := first.setdefault(unit, line)) != line:
            arguments = {"unit": unit, "first": str(earlier)}
            problems.append(Problem("unit.twice", table.place(row), arguments=arguments))
        elif unit not in known:
            hint = ", ".join(names.near(unit, tuple(units)))
            problems.append(Problem("unit.unknown", table.place(row), arguments={"unit": unit, "hint": hint}))
        else:
            kept.append(at)
    texts = table.texts("unit")
    return np.array(kept, dtype=np.int64), [texts[at] for at in kept]


class _Reader:
    """Reads the columns of one table; what is no figure is told, line by line."""

    def __init__(
        self, table: Table, rows: npt.NDArray[np.int64], decimals: Literal["column", "cell"], among: int | None
    ) -> None:
        self.table = table
        self.rows = rows
        self.decimals = decimals
        self.among = among
        self.told: list[tuple[int, int, Problem]] = []

    def in_order(self) -> list[Problem]:
        """What was told, line by line."""
        return [problem for *_, problem in sorted(self.told, key=lambda each: each[:2])]

    def column(self, figure: str, code: str, header: str) -> PublishedColumn:
        """One column's figures."""
        words = self.table.words(header)[self.rows]
        mantissas, places, is_number = self.table.grid.lexicon.texts.read_numbers(words)
        if is_number.all():
            return self._counted(figure, code, is_number, mantissas, places)
        filled = np.asarray(words != EMPTY, dtype=np.bool_)
        if not (is_number | ~filled).all():
            mantissas, places, is_number = mantissas.copy(), places.copy(), is_number.copy()
            self._look_closer(header, filled & ~is_number, mantissas, is_number)
        return self._counted(figure, code, is_number & filled, mantissas, places)

    def _counted(
        self, figure: str, code: str, taken: BoolArray, mantissas: IntArray, places: IntArray
    ) -> PublishedColumn:
        lines, numbers, typed = np.flatnonzero(taken), mantissas, places
        if len(lines) < len(taken):
            numbers, typed = mantissas[lines], places[lines]
        counts = typed
        if self.decimals == "column" and len(typed) and int(typed.min()) < (most := int(typed.max())):
            counts = np.full_like(typed, most)
            fits = most <= 18 and int(np.abs(numbers).max()) < 2**62 // 10**most
            powers = np.array([10**power for power in range(most + 1)], dtype=np.int64 if fits else object)
            numbers = (numbers if fits else numbers.astype(object)) * powers[most - typed]
        return PublishedColumn(figure, code, lines, numbers, counts, typed)

    def _look_closer(self, header: str, odd: BoolArray, mantissas: IntArray, is_number: BoolArray) -> None:
        """Texts that are no number: `19 of 63` is a rank over more units, all else is told."""
        table = self.table
        column = table.columns[table.header.index(header)]
        for line in np.flatnonzero(odd).tolist():
            row = int(table.rows[self.rows[line]])
            text = table.grid.text(row, column)
            found = _OF.fullmatch(text) if header == "rank" else None
            if found is not None and self.among in (None, int(found[2])):
                mantissas[line], is_number[line] = int(found[1]), True
                self.among = int(found[2])
                continue
            comma = "," in text and parse_decimal(text.replace(",", ".", 1)) is not None
            key = "published.comma" if comma else "published.value"
            arguments = {"value": text, "column": header, "cure": text.replace(",", ".", 1)}
            self.told.append((row, column, Problem(key, table.place(row, column), arguments=arguments)))
