"""The printed figures of the units of one result, and what each says of points."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, Self

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

_TOGETHER: Final = 1 << 14  #: figures that are looked at together, so few that they stay near the processor


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
        is_whole: Whether there is one of each unit, in their order.
    """

    column: PublishedColumn
    number: int
    at: npt.NDArray[np.intp]
    rows: npt.NDArray[np.int64]
    of_row: npt.NDArray[np.int64]
    numbers: IntArray
    is_whole: bool

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

    @cached_property
    def by_places(self) -> tuple[tuple[int, npt.NDArray[np.int64], IntArray], ...]:
        """Its figures by the decimals they count with: the decimals, the units, and the numbers."""
        places = self.column.places if len(self.at) == len(self.column.places) else self.column.places[self.at]
        if len(places) and (most := int(places.max())) == int(places.min()):
            return ((most, self.rows, self.numbers),)
        each = ((most, np.flatnonzero(places == most)) for most in np.unique(places).tolist())
        return tuple((most, self.rows[which], self.numbers[which]) for most, which in each)


def cells_of(table: PublishedTable, rows: Mapping[str, int]) -> list[Cells]:
    """The columns of a table, as far as they are of some units."""
    row_of_line = np.array([rows.get(unit, -1) for unit in table.units], dtype=np.int64)
    every = _placed(row_of_line, len(rows))
    in_order = np.array_equal(row_of_line, np.arange(len(rows)))
    found = []
    for number, column in enumerate(table.columns):
        whole = len(column.lines) == len(row_of_line)  # a column without blanks: most are, and all of them lie alike
        at, own, of_row = every if whole else _placed(row_of_line[column.lines], len(rows))
        numbers = column.numbers if len(at) == len(column.numbers) else column.numbers[at]
        found.append(Cells(column, number, at, own, of_row, numbers, whole and in_order))
    return found


def _placed(own: npt.NDArray[np.int64], size: int) -> tuple[npt.NDArray[np.intp], IntArray, IntArray]:
    """Which figures of a column are of some units, the units they are of, and for each unit which is its own."""
    at = np.flatnonzero(own >= 0)
    of_row = np.full(size, -1, dtype=np.int64)
    of_row[own[at]] = np.arange(len(at))
    return at, own[at], of_row


@attrs.frozen(eq=False)
class _Part:
    """Some figures of a column.

    Attributes:
        column: Which column.
        position: The place of its node; `TOTAL` for the whole.
        rows: The units they are of; None for one of each, in their order, which needs no looking up.
        numbers: The figures.
    """

    column: int
    position: int
    rows: npt.NDArray[np.int64] | None
    numbers: IntArray


@attrs.frozen(eq=False)
class _Lot:
    """Figures of several columns that count with the same decimals, as one long column.

    What is done to a column of some thousand figures takes longer to call than to do, and a table has hundreds.

    Attributes:
        is_index: Whether they are indices; else points.
        places: Their decimals.
        parts: Where they are from.
        numbers: All of them.
    """

    is_index: bool
    places: int
    parts: tuple[_Part, ...]
    numbers: IntArray

    @classmethod
    def of(cls, is_index: bool, places: int, parts: Sequence[_Part]) -> Self:
        """The figures of some columns."""
        return cls(is_index, places, tuple(parts), np.concatenate([part.numbers for part in parts]))

    def gathered(self, column: Callable[[int], npt.NDArray[np.int64]]) -> npt.NDArray[np.int64]:
        """For each figure its unit's value in the column of its position."""
        columns = ((column(part.position), part.rows) for part in self.parts)
        return np.concatenate([values if rows is None else values[rows] for values, rows in columns])

    def spread(self, values: npt.NDArray[Any], over: npt.NDArray[Any]) -> None:
        """Put a value of each figure into the row of its column, at its unit."""
        start = 0
        for part in self.parts:
            end = start + len(part.numbers)
            over[part.column, slice(None) if part.rows is None else part.rows] = values[start:end]
            start = end


def _lots(columns: Sequence[Cells], basis: Basis, among: BoolArray | None = None) -> Iterator[_Lot]:
    """The figures of columns, all or those of some units, in lots that are looked at together."""
    waiting: dict[tuple[bool, int], list[_Part]] = {}
    for number, cells in enumerate(columns):
        position = position_of(cells, basis)
        for places, rows, numbers in cells.by_places:
            lot = waiting.setdefault((cells.figure == "index", places), [])
            if among is not None:
                kept = among[rows]
                lot.append(_Part(number, position, rows[kept], numbers[kept]))
            else:
                is_every = cells.is_whole and len(rows) == len(cells.of_row)
                lot.append(_Part(number, position, None if is_every else rows, numbers))
            if len(lot) * len(basis.register) > _TOGETHER:
                yield _Lot.of(cells.figure == "index", places, lot)
                lot.clear()
    for (is_index, places), lot in waiting.items():
        if lot:
            yield _Lot.of(is_index, places, lot)


def position_of(cells: Cells, basis: Basis) -> int:
    """The place of the node that a column is of; `TOTAL` for the whole."""
    return basis.criteria.positions[cells.code] if cells.code else TOTAL


def bounds_of(columns: Sequence[Cells], basis: Basis, among: BoolArray | None = None) -> list[Bound]:
    """What columns of points and of indices say of points; nothing where there can be none.

    Args:
        columns: The columns.
        basis: What they are held against.
        among: The units whose figures are asked for; of the others it is known only which are there.
    """
    rounding = basis.criteria.rounding
    low = np.zeros((len(columns), len(basis.register)), dtype=np.int64)
    high = np.zeros_like(low)
    for lot in _lots(columns, basis, among) if among is None or among.any() else ():
        if lot.is_index:
            maxima = lot.gathered(basis.maximum)
            least, most = Spans.printed_again(lot.numbers, lot.places, rounding.index, rounding.mode).shares(maxima)
            if not basis.knows_maxima:
                least = np.zeros_like(least)  # of fewer attainable points fewer are as many per cent
                most = np.where(maxima < 1, 2**62, most)
        else:
            least, most = _points(lot, basis)
        lot.spread(least, low)
        lot.spread(most, high)
    found = []
    for number, cells in enumerate(columns):
        position = position_of(cells, basis)
        can = basis.has_index(position) if cells.figure == "index" else basis.has_points(position)
        found.append(Bound(cells.figure, cells.code, position, cells.has & can, low[number], high[number]))
    return found


def _points(lot: _Lot, basis: Basis) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """The least and the most points that are printed so."""
    rounding = basis.criteria.rounding
    if lot.places == rounding.points:  # as fine as points are
        same = narrowed(lot.numbers)
        return same, same
    return Spans.printed(lot.numbers, lot.places, rounding.mode).whole(rounding.points)


def as_computed(columns: Sequence[Cells], basis: Basis) -> BoolArray:
    """By column and unit where a figure is the computed one as it stands, at the decimals printed, or there is none."""
    rounding, outcome = basis.criteria.rounding, basis.outcome
    found = np.ones((len(columns), len(basis.register)), dtype=np.bool_)
    for lot in _lots(columns, basis):
        if not lot.is_index:
            low, high = _points(lot, basis)
            points = lot.gathered(basis.points)
            lot.spread((points >= low) & (points <= high), found)
            continue
        nodes = [(basis.criteria.nodes[part.position], part.rows) for part in lot.parts if part.position != TOTAL]
        by_node = outcome.components.indices(nodes)
        own, start = [], 0
        for part in lot.parts:
            if part.position == TOTAL:
                own.append(outcome.index if part.rows is None else outcome.index[part.rows])
            else:
                own.append(by_node[start : start + len(part.numbers)])
                start += len(part.numbers)
        index = Integers.of(np.concatenate(own))
        if lot.places <= rounding.index:
            same = index.divided(10 ** (rounding.index - lot.places), rounding.mode).values == lot.numbers
        else:
            same = (index * 10 ** (lot.places - rounding.index)).values == lot.numbers
        lot.spread(same, found)
    return found


def index_keys(cells: Cells, basis: Basis) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """The least and the greatest index, rounded as the set says, that is printed so; anything where none is."""
    rounding = basis.criteria.rounding
    low, high = np.zeros_like(cells.of_row), np.full_like(cells.of_row, 10 ** (rounding.index + 6))
    for places, rows, numbers in cells.by_places:
        spans = Spans.printed(numbers, places, rounding.mode)
        if places > rounding.index:  # finer than what is compared
            more = 10 ** (spans.places - rounding.index)
            least, most = (Integers.of(end).divided(more, rounding.mode).values for end in (spans.low, spans.high))
            low[rows], high[rows] = narrowed(least), narrowed(most)
        else:
            least, most = spans.whole(rounding.index)
            low[rows], high[rows] = least, most + (places < rounding.index)  # 79.499... is 79.50, and prints as 79
    return low, high
