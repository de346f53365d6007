"""Which cells of a table with margins must not be shown, so that nobody can work out a small one from the others.

A cell is safe where another table of whole numbers agrees with everything that is shown and has another number in it.
For every small cell such a table is found first, and all cells in which it differs from the true one are hidden: they
then protect each other, whatever else is hidden or shown.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from cchc_index.values.exact import BoolArray, IntArray

    Cell = tuple[int, ...]
    Change = dict[Cell, int]


def with_margins(cells: IntArray) -> IntArray:
    """The table with its sums behind the last place of every direction.

    Example:
        >>> with_margins(np.array([[1, 2], [3, 4]])).tolist()
        [[1, 2, 3], [3, 4, 7], [4, 6, 10]]
    """
    for axis in range(cells.ndim):
        cells = np.concatenate([cells, cells.sum(axis=axis, keepdims=True)], axis=axis)
    return cells


def hidden_cells(cells: IntArray, small: BoolArray, told: BoolArray) -> BoolArray | None:
    """The cells of a table, margins included, that are not shown; None where nothing of it may be.

    Args:
        cells: The table without its margins.
        small: The cells that are too small, margins included.
        told: The cells that are known from elsewhere, margins included; none of them can be hidden.

    Example:
        >>> cells = np.array([[20, 2, 9], [15, 30, 8]])
        >>> whole = with_margins(cells)
        >>> hidden_cells(cells, whole < 5, whole < 0).astype(int).tolist()
        [[0, 1, 1, 0], [0, 1, 1, 0], [0, 0, 0, 0]]
    """
    table = _Table(cells, small, told)
    for cell in map(tuple, np.argwhere(small & ~told).tolist()):
        if not table.protect(cell):
            return None
    hidden = np.zeros(small.shape, dtype=np.bool_)
    for cell in table.hidden:
        hidden[cell] = True
    return hidden


class _Table:
    """A table with margins, of which more and more cells are hidden."""

    def __init__(self, cells: IntArray, small: BoolArray, told: BoolArray) -> None:
        whole = with_margins(cells)
        self.shape = cells.shape
        self.values: dict[Cell, int] = {cell: int(whole[cell]) for cell in np.ndindex(*whole.shape)}
        self.told: set[Cell] = set(map(tuple, np.argwhere(told).tolist()))
        self.hidden: set[Cell] = set(map(tuple, np.argwhere(small & ~told).tolist()))

    def protect(self, cell: Cell) -> bool:
        """Hide what must be hidden for a cell to be safe; whether it can be."""
        change = self._cheapest(self._exchanges(cell))
        if change is None:  # rare, and many more of them: whatever else may be done
            change = self._cheapest(self._removals(cell))
        self.hidden.update(change or ())
        return change is not None

    def _cheapest(self, changes: Iterator[Change]) -> Change | None:
        """Of the possible changes the one that changes least of what is shown so far."""
        best: tuple[int, int] | None = None
        found: Change | None = None
        for change in changes:
            shown = [each for each in change if each not in self.hidden]
            price = (len(shown), sum(self.values[each] for each in shown))
            if (best is None or price < best) and self._is_possible(change):
                best, found = price, change
                if not shown:
                    break
        return found

    def _is_possible(self, change: Change) -> bool:
        """Whether the change, or its opposite, leaves no cell below 0, and all that is known as it is."""
        if not self.told.isdisjoint(change):
            return False
        return any(all(self.values[each] + sign * by >= 0 for each, by in change.items()) for sign in (1, -1))

    def _exchanges(self, cell: Cell) -> Iterator[Change]:
        """Changes by one of the cell, for which in each direction another place makes up, or else the sum changes.

        A cell that is a sum changes with one of its places, for which nothing makes up.
        """
        directions: list[list[tuple[tuple[int, int], tuple[int, int]]]] = []
        for at, size in zip(cell, self.shape, strict=True):
            if at == size:
                directions.append([((own, 1), (size, 1)) for own in range(size)])
            else:
                directions.append([((at, 1), (other, -1)) for other in range(size) if other != at])
                directions[-1].append(((at, 1), (size, 1)))
        for ends in itertools.product(*directions):
            yield {
                tuple(at for at, _ in corner): math.prod(by for _, by in corner) for corner in itertools.product(*ends)
            }

    def _removals(self, cell: Cell) -> Iterator[Change]:
        """Changes in which one answer goes from one place into another, and the cell loses or gains it."""
        places = list(np.ndindex(*self.shape))
        own = [place for place in places if _holds(cell, place, self.shape)]
        others = [place for place in places if not _holds(cell, place, self.shape)]
        for mine, other in itertools.product(own, others):
            if self.values[mine] or self.values[other]:
                yield _spread({mine: 1, other: -1}, self.shape)


def _holds(cell: Cell, place: Cell, shape: tuple[int, ...]) -> bool:
    """Whether a place is the cell, or one of those that it is the sum of."""
    return all(at in (size, own) for at, own, size in zip(cell, place, shape, strict=True))


def _spread(inner: Change, shape: tuple[int, ...]) -> Change:
    """A change of places with what it changes in all sums; sums that stay as they are do not stand in it."""
    found: Change = {}
    for place, by in inner.items():
        for each in itertools.product(*((at, size) for at, size in zip(place, shape, strict=True))):
            found[each] = found.get(each, 0) + by
    return {each: by for each, by in found.items() if by}
