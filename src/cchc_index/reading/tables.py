"""Tables: a grid with a row of headers and a row for each unit or each fact, upright or on its side.

What is wrong with the shape is told here, and so is what is odd about cells that hold values; such cells are faulty
from here on, and nothing further is said of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final

import attrs
import numpy as np

from cchc_index.assessment.answers import POINTS
from cchc_index.criteria.criteria_set import CriteriaSet
from cchc_index.criteria.labels import heads_of_labels, is_label
from cchc_index.problems.problem import Place, Problem
from cchc_index.reading.facts import ANYTHING, Doubt
from cchc_index.reading.grids.cells import EMPTY, FAULTY, MOST_PROBLEMS, Grid
from cchc_index.reading.lost_codes import codes_dated, codes_read_as
from cchc_index.values.headings import IGNORED, header_problems, is_known, meaning_of, says_total, split_head

if TYPE_CHECKING:
    from cchc_index.values.exact import IntArray

#: columns whose cells are texts, so that nothing is odd about a number or a formula in them
_FREE: Final = ("name", "group", "evidence", "note", "unit", "code", "field", "criteria")
#: columns by which a row is known: what is no text there is told, formulas apart
_KEYS: Final = ("unit", "code")
_NO_KEY: Final = ("date", "boolean", "error", "infinite", "kind", "unseen")


@attrs.frozen(eq=False)
class Table:
    """A grid with a row of headers and one row a unit, or a unit and criterion.

    Attributes:
        grid: The grid.
        header: What each column is: a word of the closed list in English, or the header as it stands.
        titles: The headers as the source has them.
        columns: The grid's column of each.
        rows: The grid's rows below the header.
        top: The grid's row of headers.
        problems: What is wrong with the source and its shape.
        doubts: What is told already, so that it is not missing as well.
    """

    grid: Grid
    header: tuple[str, ...] = ()
    titles: tuple[str, ...] = ()
    columns: tuple[int, ...] = ()
    rows: IntArray = attrs.field(factory=lambda: np.zeros(0, dtype=np.int64))
    top: int = 0
    problems: tuple[Problem, ...] = ()
    doubts: tuple[Doubt, ...] = ()

    @property
    def name(self) -> str:
        """The source as the user named it."""
        return self.grid.name

    def words(self, header: str) -> IntArray:
        """The words of a column, row by row."""
        return np.asarray(self.grid.cells[self.rows, self.columns[self.header.index(header)]])

    def texts(self, header: str) -> list[str]:
        """The texts of a column, row by row."""
        return self.grid.lexicon.said(self.words(header).tolist())

    def are_totals(self) -> list[bool]:
        """Which rows say that they hold totals, in the column of units or of names."""
        named = [self.texts(header) for header in ("unit", "name") if header in self.header]
        return [says_total(texts) for texts in zip(*named, strict=True)]

    def records(self) -> list[tuple[str, ...]]:
        """The texts of all columns, row by row."""
        return list(zip(*(self.texts(header) for header in self.header), strict=True))

    @property
    def says_something(self) -> bool:
        """Whether it was read far enough to say what it holds."""
        return bool(self.header)

    @property
    def is_counted(self) -> bool:
        """Whether its figures were counted from raw records, so that a unit it lists need not have reported."""
        return False

    @property
    def lists_units(self) -> bool:
        """Whether it has a column of units."""
        return "unit" in self.header

    def units(self) -> Iterator[tuple[str, str, str, Place | int]]:
        """The units it lists, each with name, group, and the grid's row."""
        if "unit" in self.header:
            blank = [""] * len(self.rows)
            names, groups = (self.texts(each) if each in self.header else blank for each in ("name", "group"))
            listed = zip(self.texts("unit"), names, groups, self.rows.tolist(), strict=True)
            yield from (each for each, total in zip(listed, self.are_totals(), strict=True) if not total)

    def place(self, row: int, column: int | None = None, code: str = "") -> Place:
        """Where a row of the grid stands, or one cell of it; the table itself knows the code by its header or row."""
        unit = self._said("unit", row)
        title = ""
        if column is not None:
            at = self.columns.index(column)
            long = self.header[at] in ("value", POINTS) and "code" in self.header
            title = self._named_long(at, row) if long else self.titles[at]
        return self.grid.place(row, column, unit=unit, header=title)

    def _named_long(self, at: int, row: int) -> str:
        """What a cell of a long table holds, as the header of a wide table's column would say it."""
        points = POINTS if self.header[at] == POINTS else ""
        return ".".join(filter(None, (self._said("code", row), points or self._said("field", row))))

    def _said(self, header: str, row: int) -> str:
        return self.grid.text(row, self.columns[self.header.index(header)]) if header in self.header else ""

    def heading(self, number: int | None = None) -> Place:
        """Where a column's header stands, or the row of headers."""
        title = None if number is None else self.titles[number]
        has_cell = number is not None and self.grid.has_addresses
        cell = self.grid.address(self.top, self.columns[number]) if has_cell and number is not None else None
        line = int(self.grid.lines[self.top]) or None  # a program's columns stand in no line
        return Place(self.name, None if cell else line, header=title, sheet=self.grid.sheet or None, cell=cell)

    def has(self, *headers: str) -> bool:
        """Whether the table has all these columns."""
        return all(header in self.header for header in headers)

    @property
    def repeated(self) -> frozenset[str]:
        """Headers that stand twice."""
        return frozenset(header for header, times in Counter(self.header).items() if times > 1)


def table_of_grid(grid: Grid, criteria: CriteriaSet | None = None) -> Table:
    """The table that a grid is.

    Args:
        grid: The grid.
        criteria: The set by whose codes a table on its side is known.
    """
    if not grid.cells.size:
        return Table(grid, problems=grid.problems)
    return _table(grid.turned() if _lies_on_its_side(grid, _heads(criteria)) else grid, criteria)


def _heads(criteria: CriteriaSet | None) -> Callable[[str], bool]:
    """Whether a text heads a column: a word of the list, or a code of the set, alone or with a field or its title."""

    def heads(text: str) -> bool:
        if is_known(text):
            return meaning_of(text) in ("name", "group", "criteria")
        return criteria is not None and any(code in criteria.positions for code in split_head(text))

    return heads


def _lies_on_its_side(grid: Grid, heads: Callable[[str], bool]) -> bool:
    """Whether a table has its headers in the first column, and a column for each unit."""
    if grid.ragged or meaning_of(grid.text(0, 0)) != "unit":
        return False
    if any(is_known(text) or heads(text) for text in grid.texts(0)[1:]):
        return False
    return any(heads(grid.text(row, 0)) for row in range(1, min(len(grid.cells), MOST_PROBLEMS)))


def _table(grid: Grid, criteria: CriteriaSet | None) -> Table:
    """A grid with a row of headers above all others that hold something."""
    filled = np.asarray((grid.cells != EMPTY).any(axis=1))
    top = int(filled.argmax())
    last = len(filled) - int(filled[::-1].argmax())
    titles = grid.texts(top)
    used = np.asarray((grid.cells[top:last] != EMPTY).any(axis=0))
    left = int(used.argmax()) if grid.is_sheet else 0
    right = len(used) - int(used[::-1].argmax())
    titles = titles[left:right]
    problems = list(grid.problems)
    if grid.is_sheet and len([title for title in titles if title]) == 1 and len(titles) > 1:
        place = Place(grid.name, sheet=grid.sheet, cell=grid.address(top, left))
        problems.append(Problem("table.title_row", place, arguments={"found": "".join(titles)[:60]}))
        return Table(grid, problems=tuple(problems))
    meanings = [meaning_of(title) for title in titles]

    def heading(number: int) -> Place:
        if not grid.is_sheet:  # a program's columns stand in no line
            own = grid.lines[top] == 0
            return Place(grid.name, None if own else 1, header=titles[number] if own else None)
        return Place(grid.name, int(grid.lines[top]), sheet=grid.sheet, cell=grid.address(top, left + number))

    problems += header_problems(titles, heading)
    doubts = _code_cells(grid, top, left, titles, meanings, criteria, problems, heading)
    problems += _row_problems(grid, top, last, filled, (left, right), meanings, doubts)
    kept = [number for number, meaning in enumerate(meanings) if meaning != IGNORED]
    if not kept and not problems:  # running numbers alone name nobody
        problems.append(Problem("table.no_unit", heading(0), arguments={"found": ", ".join(titles)}))
    rows = top + 1 + np.flatnonzero(filled[top + 1 : last])
    table = Table(
        grid,
        tuple(meanings[number] for number in kept),
        tuple(titles[number] for number in kept),
        tuple(left + number for number in kept),
        rows,
        top,
    )
    table = _without_odd(table, problems, doubts, criteria)
    return attrs.evolve(table, problems=tuple(problems), doubts=tuple(doubts))


def _code_cells(
    grid: Grid,
    top: int,
    left: int,
    titles: list[str],
    meanings: list[str],
    criteria: CriteriaSet | None,
    problems: list[Problem],
    heading: Callable[[int], Place],
) -> list[Doubt]:
    """Headers of a sheet that are kept as numbers or dates: which code was typed can often not be told."""
    doubts: list[Doubt] = []
    codes = tuple(criteria.positions) if criteria else ()
    for number, title in enumerate(titles):
        at = (top, left + number)
        odd = grid.odd.get(at)
        if odd is not None and odd.what == "date":
            problems.append(Problem("table.code_as_date", heading(number), arguments={"found": odd.value}))
            doubts += [("", code) for code in codes_dated(odd.value, codes) or [""]]
        elif odd is not None and odd.what == "unseen":
            doubts.append(ANYTHING)
        elif grid.is_typed_number(*at) and not grid.is_whole(*at):
            problems.append(Problem(_code_key(grid), heading(number), arguments={"found": title}))
            doubts += [("", code) for code in codes_read_as(title, codes)]
        else:
            continue
        meanings[number] = IGNORED
    return doubts


def _code_key(grid: Grid) -> str:
    """What is told of a code that is kept as a number; what mends it differs."""
    return "table.code_as_number" if grid.is_sheet else "table.code_as_float"


def _row_problems(
    grid: Grid,
    top: int,
    last: int,
    filled: IntArray,
    across: tuple[int, int],
    meanings: list[str],
    doubts: list[Doubt],
) -> list[Problem]:
    """Blank rows in the middle, and rows with more or fewer cells than there are headers, by their lines."""
    sheet = grid.sheet or None
    blank = [int(grid.lines[row]) for row in top + 1 + np.flatnonzero(~filled[top + 1 : last])]
    found = [(line, Problem("table.blank_row", Place(grid.name, line, sheet=sheet))) for line in [*grid.blank, *blank]]
    own = across[1] - across[0]
    at = meanings.index("unit") if "unit" in meanings else 0
    for line, words in grid.ragged:
        arguments = {"cells": str(len(words)), "columns": str(own)}
        found.append((line, Problem("table.ragged", Place(grid.name, line), arguments=arguments)))
        doubts.append((grid.lexicon.text(words[at if at < len(words) else 0]), ""))
    return [problem for _, problem in sorted(found, key=lambda each: each[0])]


def _without_odd(table: Table, problems: list[Problem], doubts: list[Doubt], criteria: CriteriaSet | None) -> Table:
    """The table with faulty cells where a cell cannot be taken as a value; each is told."""
    grid = table.grid
    codes = tuple(criteria.positions) if criteria else ()
    labels = heads_of_labels(criteria)
    at = dict(zip(table.columns, table.header, strict=True))
    rows = set(table.rows.tolist()) if grid.odd or grid.formulas else set()
    faulty: list[tuple[int, int]] = []
    for row, column in sorted(grid.odd.keys() | grid.formulas):
        header = at.get(column)
        if header is None or row not in rows:
            continue
        if header in _FREE or header.endswith((".evidence", ".note")):
            odd = grid.odd.get((row, column))
            if header not in _KEYS or odd is None or odd.what not in _NO_KEY:
                continue
        fault = grid.fault(row, column, is_label=_holds_label(table, labels, row, header))
        if header == "code" and odd is not None and odd.what == "date":
            fault = "table.code_as_date", {"found": odd.value}
            doubts += [("", code) for code in codes_dated(odd.value, codes) or [""]]
        elif header == "code":
            doubts.append(ANYTHING)
        if fault is not None:
            if fault[0]:
                problems.append(Problem(fault[0], table.place(row, column), arguments=fault[1]))
            faulty.append((row, column))
    if "code" in table.header and (grid.is_sheet or grid.floats):
        column = table.columns[table.header.index("code")]
        for row in table.rows.tolist():
            if grid.is_typed_number(row, column) and not grid.is_whole(row, column):
                arguments = {"found": grid.text(row, column)}
                problems.append(Problem(_code_key(grid), table.place(row, column), arguments=arguments))
                doubts += [("", code) for code in codes_read_as(grid.text(row, column), codes)]
                faulty.append((row, column))
    if not faulty:
        return table
    cells = grid.cells.copy()
    for row, column in faulty:
        if at[column] == "unit":
            doubts.append(ANYTHING)
        cells[row, column] = FAULTY
    return attrs.evolve(table, grid=attrs.evolve(grid, cells=cells))


def _holds_label(table: Table, labels: frozenset[str], row: int, header: str) -> bool:
    """Whether a cell of a table, wide or long, holds a prepared answer."""
    if header != "value" or not labels:
        return is_label(labels, header)
    said = {
        name: table.grid.text(row, table.columns[table.header.index(name)])
        for name in ("code", "field")
        if name in table.header
    }
    return is_label(labels, said.get("code", ""), said.get("field", ""))
