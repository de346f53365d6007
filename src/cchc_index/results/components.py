"""Component indices (chỉ số thành phần): what each node got of what it could, and where that puts a unit."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

import attrs
import numpy as np

from cchc_index.assessment.assessment import Assessment
from cchc_index.bands.nodes import NodeColumns
from cchc_index.criteria.tree import CriteriaTree, Node
from cchc_index.results.sums import Sums
from cchc_index.values.exact import Integers, Ratios, order_digits, round_fraction, to_decimal
from cchc_index.values.ranking import rank_of
from cchc_index.values.statuses import GIVEN, MISSING

if TYPE_CHECKING:
    import numpy.typing as npt

    from cchc_index.values.exact import BoolArray, IntArray


def node_column(
    criteria: CriteriaTree, sums: Sums, node: Node, rows: npt.NDArray[np.intp] | None = None
) -> NodeColumns:
    """One node's points, maximum and per cent, of all units or of some rows."""
    rounding, points, maximum = criteria.rounding, sums.points[node.position], sums.maxima[node.position]
    if rows is not None:
        points, maximum = points[rows], maximum if isinstance(maximum, int) else maximum[rows]
    is_top = node.parent < 0 and not node.block
    return NodeColumns(points, maximum, rounding.points, rounding.index, rounding.mode, is_top)


def node_columns(criteria: CriteriaTree, sums: Sums) -> dict[str, NodeColumns]:
    """Every node's points, maximum and per cent of all units, by code: what classes ask of them, and results print."""
    return {node.criterion.code: node_column(criteria, sums, node) for node in criteria.nodes}


@attrs.frozen(eq=False)
class NodesOfUnit(Mapping[str, NodeColumns]):
    """The same of one unit alone, each node made when it is looked at.

    Attributes:
        criteria: The set.
        sums: Points, maxima and status of every node and unit.
        row: The unit's row.
    """

    criteria: CriteriaTree
    sums: Sums = attrs.field(repr=False)
    row: int

    def __getitem__(self, code: str) -> NodeColumns:
        """One node."""
        node = self.criteria.nodes[self.criteria.positions[code]]
        return node_column(self.criteria, self.sums, node, np.array([self.row], dtype=np.intp))

    def __iter__(self) -> Iterator[str]:
        """The codes, in the order of the set."""
        return iter(self.criteria.positions)

    def __len__(self) -> int:
        """How many nodes there are."""
        return len(self.criteria.positions)


@attrs.frozen
class MeanIndex:
    """The mean of the printed indices of some units: those that are ranked and have one.

    Attributes:
        group: The group; None for all units.
        index: Mean of the index; None where no unit has one.
        nodes: For each code that of the node's index.
    """

    group: str | None
    index: Decimal | None
    nodes: Mapping[str, Decimal | None] = attrs.field(hash=False)

    def to_dict(self) -> dict[str, object]:
        """The means as `score --format json` shapes them."""
        nodes = {code: None if mean is None else str(mean) for code, mean in self.nodes.items()}
        return {"group": self.group, "index": None if self.index is None else str(self.index), "nodes": nodes}


@attrs.frozen(eq=False)
class Components:
    """The component indices of all units; each is worked out when it is asked for.

    index of a node = 100 x points / attainable points, in per cent, rounded as the index. A node has none where it
    could attain nothing, does not apply, does not enter the sums, where anything beneath it is missing, and in blocks
    of extra points. Ranks are those of top-level nodes: by that index, compared, shared and within what the set says of
    ranks, among the ranked and complete units that have it.

    Attributes:
        assessment: What was scored.
        sums: Points, maxima and statuses.
        taken: Printed indices that are taken as they stand, by position and row.
        ranks: Ranks that are known already, by position.

    Source:
        The chỉ số thành phần of each area, which the Ministry of Home Affairs publishes with every PAR INDEX.
    """

    assessment: Assessment = attrs.field(repr=False)
    sums: Sums = attrs.field(repr=False)
    taken: Mapping[int, Mapping[int, int]] = attrs.field(factory=dict)
    ranks: dict[int, npt.NDArray[np.int64]] = attrs.field(factory=dict, init=False, repr=False)

    def has(self, node: Node, rows: npt.NDArray[np.intp] | None = None) -> BoolArray:
        """Which units, or which of some rows, have the node's index."""
        chosen = slice(None) if rows is None else rows
        sums = self.sums
        status, maximum = sums.status[node.position][chosen], sums.maxima[node.position]
        found: BoolArray = (status <= GIVEN) & ((maximum if isinstance(maximum, int) else maximum[chosen]) > 0)
        if node.block:
            return np.zeros_like(found)
        if not (whole := sums.complete[chosen]).all():
            for leaf in node.leaves:
                found &= whole | (sums.status[leaf][chosen] != MISSING)
        return found

    def exact(self, node: Node, rows: npt.NDArray[np.intp] | None = None) -> Ratios:
        """The node's per cent, exact; of no meaning where it has no index."""
        return node_column(self.assessment.criteria, self.sums, node, rows).per_cent("exact")

    def index(self, node: Node, rows: npt.NDArray[np.intp] | None = None) -> IntArray:
        """The node's index in units of its last decimal; of no meaning where it has none."""
        return self.indices([(node, rows)])

    def indices(self, asked: Sequence[tuple[Node, npt.NDArray[np.intp] | None]]) -> IntArray:
        """The indices of some nodes, node after node, of some rows or all; of no meaning where there are none."""
        if not asked:
            return np.zeros(0, dtype=np.int64)
        rounding = self.assessment.criteria.rounding
        columns = [node_column(self.assessment.criteria, self.sums, node, rows) for node, rows in asked]
        points = Integers.of(np.concatenate([column.got for column in columns]))
        maxima = np.concatenate([np.full(len(column.got), column.attainable) for column in columns])
        exact = Ratios(points * 100, Integers.of(np.maximum(maxima, 1)))
        found = exact.rounded(rounding.index, rounding.mode).values
        start = 0
        for (node, rows), column in zip(asked, columns, strict=True):
            for row, value in self.taken.get(node.position, {}).items():
                found = found.copy()
                found[start + (np.array([row]) if rows is None else np.flatnonzero(rows == row))] = value
            start += len(column.got)
        return found

    def index_of(self, node: Node, row: int) -> Decimal | None:
        """One unit's index of a node; None where it has none."""
        sums, at, rounding = self.sums, node.position, self.assessment.criteria.rounding
        maximum = sums.maxima[at]
        most = maximum if isinstance(maximum, int) else int(maximum[row])
        if node.block or int(sums.status[at][row]) > GIVEN or not most:
            return None
        if not sums.complete[row] and any(int(sums.status[leaf][row]) == MISSING for leaf in node.leaves):
            return None
        if (value := self.taken.get(at, {}).get(row)) is None:
            value = round_fraction(Fraction(100 * int(sums.points[at][row]), most), rounding.index, rounding.mode)
        return to_decimal(value, rounding.index)

    def rank(self, node: Node) -> npt.NDArray[np.int64]:
        """Each unit's rank by the index of a top-level node; 0 for none."""
        if node.position not in self.ranks:
            by, register = self.assessment.criteria.rank, self.assessment.register
            keys = [self.index(node)] if by.compare == "published" else order_digits(self.exact(node))
            ranked = self.has(node) & self.sums.complete & np.array(register.ranked, dtype=np.bool_)
            self.ranks[node.position] = rank_of(keys, np.array(register.blocks(by.within)[1]), ranked, by.ties)
        return self.ranks[node.position]

    def rank_of(self, node: Node, row: int) -> int | None:
        """One unit's rank by the index of a node; None where it has none, as beneath the top level."""
        return None if node.parent >= 0 or node.block else int(self.rank(node)[row]) or None

    def means(self, index: IntArray, has_index: BoolArray) -> tuple[MeanIndex, ...]:
        """The means of the units' index and of each node's, of all units and then of each group."""
        register = self.assessment.register
        ranked = np.array(register.ranked, dtype=np.bool_)
        groups, group_of = register.group_blocks
        among = [(None, ranked), *((group, ranked & (np.array(group_of) == n)) for n, group in enumerate(groups))]
        columns = {"": (index, has_index)}
        columns |= {
            node.criterion.code: (self.index(node), self.has(node))
            for node in self.assessment.criteria.nodes
            if not node.block
        }
        found = []
        for group, units in among:
            means = {code: self._mean(values[known & units]) for code, (values, known) in columns.items()}
            found.append(MeanIndex(group, means.pop(""), means))
        return tuple(found)

    def _mean(self, values: IntArray) -> Decimal | None:
        rounding = self.assessment.criteria.rounding
        if not len(values):
            return None
        exact = Fraction(int(values.sum()), len(values) * 10**rounding.index)
        return to_decimal(round_fraction(exact, rounding.index, rounding.mode), rounding.index)
