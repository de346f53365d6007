"""A result's figures as plain columns: numbers as texts, each distinct number written once, many units at a time.

Dicts, JSON, CSV and data frames are all made of these columns, so that they say the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

import attrs
import numpy as np

from cchc_index.assessment.assessment import Assessment
from cchc_index.criteria.tree import Node
from cchc_index.results.outcome import Outcome
from cchc_index.values.exact import decimal_text
from cchc_index.values.statuses import GIVEN, NAMES, NOT_APPLICABLE

if TYPE_CHECKING:
    import numpy.typing as npt

    from cchc_index.values.exact import BoolArray, IntArray

#: Cells of nodes that are written at once: enough that columns pay, so few that a stream stays small.
BLOCK: Final = 50_000
#: Where the columns of `PlainColumns.points` stand: totals first, then each node at its position.
TOTAL: Final = 0
ATTAINABLE: Final = 1
NODES: Final = 2
#: Texts that are kept from block to block; a set of six decimals has millions of them.
MOST_TEXTS: Final = 200_000


class NumberTexts(dict[int, str]):
    """Texts of integers in units of the last decimal, each made when it is first asked for.

    Example:
        >>> texts = NumberTexts(2)
        >>> texts[150], len(texts)
        ('1.50', 1)
    """

    def __init__(self, places: int) -> None:
        """Know no number yet."""
        super().__init__()
        self.places = places

    def __missing__(self, integer: int) -> str:
        """Write a number that has not been asked for before."""
        text = self[integer] = decimal_text(integer, self.places)
        return text

    def of(self, integers: IntArray, known: BoolArray) -> list[str | None]:
        """The texts of a column; None where nothing is known."""
        if known.all():
            return list(map(self.__getitem__, integers.tolist()))
        pairs = zip(integers.tolist(), known.tolist(), strict=True)
        return [self[integer] if is_known else None for integer, is_known in pairs]


@attrs.frozen(eq=False)
class Numbers:
    """Some columns of numbers, as places in one table of their distinct numbers.

    Attributes:
        distinct: The distinct numbers, by size, in units of the last decimal.
        made: The texts that are there already.
        places: By column and row the place in the table, as narrow numbers as it allows; 0 where there is no number.

    Example:
        >>> column, known = np.array([150, 0, 25]), np.array([True, False, True])
        >>> numbers = Numbers.of([column], [known], NumberTexts(2))
        >>> numbers.table.tolist(), numbers.texts(0)
        ([None, '0.00', '0.25', '1.50'], ['1.50', None, '0.25'])
    """

    distinct: npt.NDArray[np.int64]
    made: NumberTexts
    places: npt.NDArray[np.unsignedinteger[Any]]

    @classmethod
    def of(
        cls,
        columns: Sequence[npt.NDArray[np.int64]],
        known: Iterable[BoolArray | None],
        texts: NumberTexts,
        order: npt.NDArray[np.intp] | None = None,
    ) -> Numbers:
        """Columns of equal length, each with a mask of what is known or None, put into an order at last."""
        low, high = 0, 0
        if len(columns[0]):
            low = min(0, *(int(column.min()) for column in columns))
            high = max(0, *(int(column.max()) for column in columns))
        if high - low <= 2 * sum(map(len, columns)) + 1_000:
            present = np.zeros(high - low + 1, dtype=np.bool_)
            for column in columns:
                present[column - low if low else column] = True
            distinct = np.flatnonzero(present) + low
            steps = np.cumsum(present).astype(np.min_scalar_type(len(distinct)))
            found = (steps.take(column - low if low else column) for column in columns)
        else:  # too wide a range for a table of every whole number in it
            distinct = np.unique(np.concatenate(columns))
            found = (np.searchsorted(distinct, column) + 1 for column in columns)
        places = np.empty((len(columns), len(columns[0])), dtype=np.min_scalar_type(len(distinct)))
        for at, (column, mask) in enumerate(zip(found, known, strict=True)):
            if mask is not None:
                column[~mask] = 0
            places[at] = column if order is None else column.take(order)
        return cls(distinct, texts, places)

    @cached_property
    def table(self) -> npt.NDArray[np.object_]:
        """None, then the text of each distinct number."""
        table = np.empty(len(self.distinct) + 1, dtype=object)
        table[1:] = list(map(self.made.__getitem__, self.distinct.tolist()))
        return table

    def texts(self, at: int) -> list[str | None]:
        """One of the columns as texts."""
        texts: list[str | None] = self.table[self.places[at]].tolist()
        return texts


@attrs.frozen(eq=False)
class NodeColumn:
    """One node of some units, as plain texts.

    Attributes:
        code: The node's code.
        points: Points obtained; None where there are none.
        max_points: Attainable points; None where the node does not apply.
        status: The name of the status.
        alike: Whether all units have the same attainable points and status.
        index: Per cent of what could be attained; None where there is none.
        rank: Of a top-level node, ranks by that index; None beneath.
    """

    code: str
    points: Sequence[str | None]
    max_points: Sequence[str | None]
    status: Sequence[str]
    alike: bool
    index: Sequence[str | None]
    rank: Sequence[int | None] | None


@attrs.frozen(eq=False)
class PlainColumns:
    """The figures of some units of a result as plain columns.

    Attributes:
        assessment: What was scored.
        outcome: The columns of the result.
        rows: The units' rows, in the order in which they are written.
        texts: Texts of points.
        percents: Texts of indices.
    """

    assessment: Assessment
    outcome: Outcome
    rows: npt.NDArray[np.intp]
    texts: NumberTexts = attrs.field()
    percents: NumberTexts = attrs.field()

    @texts.default
    def _no_texts_yet(self) -> NumberTexts:
        return NumberTexts(self.assessment.criteria.rounding.points)

    @percents.default
    def _no_percents_yet(self) -> NumberTexts:
        return NumberTexts(self.assessment.criteria.rounding.index)

    @property
    def codes(self) -> list[str]:
        """The nodes' codes, each parent before its parts."""
        return list(self.assessment.criteria.positions)

    def blocks(self) -> Iterator[PlainColumns]:
        """The same units a block at a time, so that what is made of them never stands in memory as a whole."""
        size = max(1, BLOCK // len(self.assessment.criteria.nodes))
        for start in range(0, len(self.rows), size):
            for texts in (self.texts, self.percents):
                if len(texts) > MOST_TEXTS:
                    texts.clear()
            yield attrs.evolve(self, rows=self.rows[start : start + size])

    def head(self) -> dict[str, Sequence[Any]]:
        """Who the units are, and their points, index, rank and band: the columns before those of the nodes."""
        figures: dict[str, Sequence[Any]] = {
            "points": self.points.texts(TOTAL),
            "max_points": self.points.texts(ATTAINABLE),
            "index": self.index.texts(0),
        }
        return self.names() | figures | self.standing()

    def names(self) -> dict[str, Sequence[Any]]:
        """Who the units are."""
        units = [self.assessment.register.units[row] for row in self.rows.tolist()]
        return {
            "unit": [unit.id for unit in units],
            "name": [unit.name for unit in units],
            "group": [unit.group for unit in units],
        }

    def standing(self) -> dict[str, Sequence[Any]]:
        """Where the units stand among others, and whether nothing is missing."""
        rows, outcome = self.rows, self.outcome
        labels = [*(band.label.first for band in outcome.classification.bands), None]  # -1 is no band
        carried = {} if outcome.carried is None else {"carried": outcome.carried[rows].tolist()}
        return {
            "rank": [rank or None for rank in outcome.rank[rows].tolist()],
            "band": [labels[place] for place in outcome.classification.band_of[rows].tolist()],
            "complete": outcome.sums.complete[rows].tolist(),
            **carried,
        }

    @cached_property
    def points(self) -> Numbers:
        """Each unit's total and attainable points, then the points of each node."""
        sums = self.outcome.sums
        columns, order = self._columns(sums.total, sums.total_maximum, *sums.points)
        statuses, _ = self._columns(*sums.status)
        known = [status <= GIVEN if status.any() else None for status in statuses]
        applies = columns[ATTAINABLE] > 0
        top = [known[node.position] for node in self.assessment.criteria.top]
        masks = [mask for mask in top if mask is not None]
        scored = np.any(masks, axis=0) & applies if len(masks) == len(top) else applies
        return Numbers.of(columns, [scored, applies, *known], self.texts, order)

    @cached_property
    def index(self) -> Numbers:
        """Each unit's index."""
        columns, order = self._columns(self.outcome.index)
        masks, _ = self._columns(self.outcome.has_index)
        return Numbers.of(columns, masks, self.percents, order)

    @cached_property
    def components(self) -> Numbers:
        """The component index of each top-level node."""
        found, top = self.outcome.components, self.assessment.criteria.top
        masks = [found.has(node, self.rows) for node in top]
        return Numbers.of([found.index(node, self.rows).astype(np.int64) for node in top], masks, self.percents)

    def node_figures(self) -> dict[str, Numbers]:
        """Points, attainable points, points lost and index of each node."""
        sums, nodes, rows = self.outcome.sums, self.assessment.criteria.nodes, self.rows
        got = [sums.points[node.position][rows] for node in nodes]
        most = [np.broadcast_to(sums.maxima[node.position], len(self.outcome.rank))[rows] for node in nodes]
        status = [sums.status[node.position][rows] for node in nodes]
        known, applies = [each <= GIVEN for each in status], [each != NOT_APPLICABLE for each in status]
        lost = [has & (node.block != "bonus") for has, node in zip(known, nodes, strict=True)]
        components = self.outcome.components
        index = [components.index(node, rows).astype(np.int64) for node in nodes]
        three = zip(nodes, most, got, strict=True)
        gaps = [own if node.block == "penalty" else attainable - own for node, attainable, own in three]
        return {
            "points": Numbers.of([each.astype(np.int64) for each in got], known, self.texts),
            "max_points": Numbers.of([each.astype(np.int64) for each in most], applies, self.texts),
            "lost": Numbers.of(gaps, lost, self.texts),
            "index": Numbers.of(index, [components.has(node, rows) for node in nodes], self.percents),
        }

    def node_ranks(self) -> list[list[int | None]]:
        """The ranks by each node's index; None beneath the top level."""
        ranks = self.component_ranks()
        nothing: list[int | None] = [None] * len(self.rows)
        return [ranks.get(code, nothing) for code in self.codes]

    def node_statuses(self) -> list[list[str]]:
        """The names of the statuses of each node."""
        return [[NAMES[each] for each in column[self.rows].tolist()] for column in self.outcome.sums.status]

    def component_ranks(self) -> dict[str, list[int | None]]:
        """For the code of each top-level node the ranks by its index."""
        ranks = {node.criterion.code: self.outcome.components.rank(node) for node in self.assessment.criteria.top}
        return {code: [each or None for each in column[self.rows].tolist()] for code, column in ranks.items()}

    def _columns(self, *columns: npt.NDArray[Any]) -> tuple[list[npt.NDArray[Any]], npt.NDArray[np.intp] | None]:
        """Columns of the units; all units stay in the register's order, and the order they are wanted in is beside.

        Wide columns hold numbers that have room by now, since maxima are bounded.
        """
        narrow = [column.astype(np.int64) if column.dtype == object else column for column in columns]
        if len(self.rows) == len(self.outcome.rank):
            return narrow, self.rows
        return [column.take(self.rows) for column in narrow], None

    def node_points(self) -> list[list[str | None]]:
        """For each node its units' points; None where there are none."""
        texts: list[list[str | None]] = self.points.table[self.points.places[NODES:]].tolist()
        return texts

    def nodes(self) -> Iterator[NodeColumn]:
        """The nodes, each parent before its parts, of units of which there are some."""
        for node, points in zip(self.assessment.criteria.nodes, self.node_points(), strict=True):
            yield self._node(node, points)

    def _node(self, node: Node, points: list[str | None]) -> NodeColumn:
        sums, size = self.outcome.sums, len(self.rows)
        status, maximum = sums.status[node.position][self.rows], sums.maxima[node.position]
        first = int(status[0])
        components = self.outcome.components
        index = self.percents.of(components.index(node, self.rows), components.has(node, self.rows))
        top = node.parent < 0 and not node.block
        rank = [each or None for each in components.rank(node)[self.rows].tolist()] if top else None
        if isinstance(maximum, int) and (status == first).all():
            most = None if first == NOT_APPLICABLE else self.texts[maximum]
            return NodeColumn(
                node.criterion.code, points, [most] * size, [NAMES[first]] * size, alike=True, index=index, rank=rank
            )
        maxima = np.full(size, maximum) if isinstance(maximum, int) else maximum[self.rows]
        names = [NAMES[each] for each in status.tolist()]
        most_texts = self.texts.of(maxima, status != NOT_APPLICABLE)
        return NodeColumn(node.criterion.code, points, most_texts, names, alike=False, index=index, rank=rank)

    def unit_dicts(self) -> Iterator[dict[str, Any]]:
        """Each unit with its nodes, as `score --format json` shapes it."""
        for block in self.blocks():
            head = block.head()
            codes, made = block.codes, [_node_dicts(node) for node in block.nodes()]
            for figures, nodes in zip(zip(*head.values(), strict=True), zip(*made, strict=True), strict=True):
                unit = dict(zip(head, figures, strict=True))
                unit["nodes"] = dict(zip(codes, nodes, strict=True))
                yield unit


def _node_dicts(node: NodeColumn) -> list[dict[str, str | int | None]]:
    cells = zip(node.points, node.max_points, node.status, node.index, strict=True)
    found: list[dict[str, str | int | None]] = [
        {"points": points, "max_points": most, "status": status, "index": index}
        for points, most, status, index in cells
    ]
    for made, rank in zip(found, node.rank or (), strict=False):
        made["rank"] = rank
    return found
