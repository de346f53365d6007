"""The printed figures of the units of one result, and what each says of points."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

import attrs
import numpy as np

from cchc_index.checks.audit.basis import Basis
from cchc_index.checks.audit.spans import Spans, narrowed
from cchc_index.checks.audit.sums import Bound
from cchc_index.reading.published import PublishedColumn, PublishedTable
from cchc_index.scoring.aggregation import TOTAL
from cchc_index.values.exact import Integers

if TYPE_CHECKING:
    import numpy.typing as npt

    from cchc_index.values.exact import BoolArray, IntArray


@attrs.frozen(eq=False)
class Cells:
    """One printed column, as far as it is of the units of one result.

    Attributes:
        column: The column.
        number: Its place among the table's columns.
        at: Which of its figures.
        rows: The units they are of.
        of_row: For each unit the place of its figure in `at`, or -1.
        numbers: The figures, each in units of its last decimal.
    """

    column: PublishedColumn
    number: int
    at: npt.NDArray[np.intp]
    rows: npt.NDArray[np.int64]
    of_row: npt.NDArray[np.int64]
    numbers: IntArray

    @property
    def figure(self) -> str:
        """What it is."""
        return self.column.figure

    @property
    def code(self) -> str:
        """The node it is of; "" for the whole."""
        return self.column.code

    @property
    def has(self) -> BoolArray:
        """Which units have such a figure."""
        return np.asarray(self.of_row >= 0, dtype=np.bool_)

    def text(self, row: int) -> str:
        """A unit's figure as printed."""
        return self.column.text(int(self.at[self.of_row[row]]))

    def spread(self, values: npt.NDArray[np.int64], other: int) -> npt.NDArray[np.int64]:
        """Values of its figures as a column of all units."""
        column = np.full(len(self.of_row), other, dtype=np.int64)
        column[self.rows] = values
        return column

    def by_places(self) -> Iterator[tuple[int, npt.NDArray[np.intp], IntArray]]:
        """Its figures by the decimals they count with: the decimals, which of them, and the numbers."""
        places = self.column.places[self.at]
        if len(places) and (most := int(places.max())) == int(places.min()):
            yield most, np.arange(len(places)), self.numbers
            return
        for each in np.unique(places).tolist():
            which = np.flatnonzero(places == each)
            yield each, which, self.numbers[which]


def cells_of(table: PublishedTable, rows: Mapping[str, int]) -> list[Cells]:
    """The columns of a table, as far as they are of some units."""
    row_of_line = np.array([rows.get(unit, -1) for unit in table.units], dtype=np.int64)
    found = []
    for number, column in enumerate(table.columns):
        own = row_of_line[column.lines]
        at = np.flatnonzero(own >= 0)
        of_row = np.full(len(rows), -1, dtype=np.int64)
        of_row[own[at]] = np.arange(len(at))
        found.append(Cells(column, number, at, own[at], of_row, column.numbers[at]))
    return found


def bound_of(cells: Cells, basis: Basis) -> Bound:
    """What a column of points or of indices says of points; nothing where there can be none."""
    rounding, criteria = basis.criteria.rounding, basis.criteria
    position = criteria.positions[cells.code] if cells.code else TOTAL
    size = len(cells.rows)
    low, high = np.zeros(size, dtype=np.int64), np.zeros(size, dtype=np.int64)
    is_index = cells.figure == "index"
    maxima = basis.maximum(position)[cells.rows]
    for places, which, numbers in cells.by_places():
        if is_index:
            spans = Spans.printed_again(numbers, places, rounding.index, rounding.mode)
            low[which], high[which] = spans.shares(maxima[which])
        elif places == rounding.points:  # as fine as points are
            low[which] = high[which] = narrowed(numbers)
        else:
            low[which], high[which] = Spans.printed(numbers, places, rounding.mode).whole(rounding.points)
    if is_index and not basis.knows_maxima:
        low[:] = 0  # of fewer attainable points fewer are as many per cent
        high = np.where(maxima < 1, 2**62, high)
    can = (basis.has_index(position) if is_index else basis.has_points(position)) & (basis.maximum(position) >= 0)
    has = cells.has & can
    return Bound(cells.figure, cells.code, position, has, cells.spread(low, 0), cells.spread(high, 0))


def index_keys(cells: Cells, basis: Basis) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """The least and the greatest index, rounded as the set says, that is printed so; anything where none is."""
    rounding = basis.criteria.rounding
    low, high = np.zeros(len(cells.rows), dtype=np.int64), np.zeros(len(cells.rows), dtype=np.int64)
    for places, which, numbers in cells.by_places():
        spans = Spans.printed(numbers, places, rounding.mode)
        if places > rounding.index:  # finer than what is compared
            more = 10 ** (spans.places - rounding.index)
            least, most = (Integers.of(end).divided(more, rounding.mode).values for end in (spans.low, spans.high))
            low[which], high[which] = narrowed(least), narrowed(most)
        else:
            least, most = spans.whole(rounding.index)
            low[which], high[which] = least, most + (places < rounding.index)  # 79.499... is 79.50, and prints as 79
    return cells.spread(low, 0), cells.spread(high, 10 ** (rounding.index + 6))
