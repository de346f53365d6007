"""One unit's nodes, and its points, index, rank and band.

A node is the one place where points, maximum, status and reason meet; whatever writes results reads nodes.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

import attrs

from cchc_index.assessment.assessment import Assessment
from cchc_index.bands.contract import Band, Move
from cchc_index.criteria.criteria_set import CriteriaSet
from cchc_index.criteria.tree import Node
from cchc_index.problems.problem import Place
from cchc_index.results.outcome import Outcome
from cchc_index.results.warnings import unclamped
from cchc_index.values.exact import to_decimal
from cchc_index.values.statuses import GIVEN, NAMES, NOT_APPLICABLE
from cchc_index.values.units import Register, Unit


@attrs.frozen
class ScorecardNode:
    """One node of one unit: points, maximum, status, and the reason when an explanation was asked for.

    Attributes:
        code: Its code.
        title: Its title in the language first named, or in that of the explanation.
        depth: 0 for a top-level node.
        parts: The codes of its parts.
        points: Points obtained; None where it does not apply, is missing or not scored.
        max_points: Attainable points; None where it does not apply.
        status: `scored`, `given`, `not_applicable`, `missing` or `unscored`.
        index: Its per cent of what it could attain, rounded as the index; None where it has none.
        rank: Of a top-level node, the unit's rank by that index; None for none.
        reason: Why; "" when no explanation was asked for.
        reference: Where the decision says so.
        note: The set's note on the node.
        sources: The cells that its answer was read from; () when no explanation was asked for.
        block: `bonus` or `penalty` for what lies in such a block; "" elsewhere.
    """

    code: str
    title: str
    depth: int
    parts: tuple[str, ...]
    points: Decimal | None
    max_points: Decimal | None
    status: str
    index: Decimal | None = None
    rank: int | None = None
    reason: str = ""
    reference: str = ""
    note: str = ""
    sources: tuple[Place, ...] = ()
    block: str = ""

    @property
    def lost(self) -> Decimal | None:
        """Points that were not obtained, or that a penalty took; None where they are unknown, and of a bonus."""
        if self.block:
            return self.points if self.block == "penalty" else None
        return None if self.points is None or self.max_points is None else self.max_points - self.points


@attrs.frozen(eq=False)
class Figures:
    """One unit's figures: what was reported, what came of it, and its row in both.

    Attributes:
        assessment: What was scored.
        outcome: The columns of the result.
        row: The unit's row.
        known: Nodes that were asked for, while an explanation is made, which asks for each several times.
    """

    assessment: Assessment = attrs.field(repr=False)
    outcome: Outcome = attrs.field(repr=False)
    row: int
    known: dict[str, ScorecardNode] | None = attrs.field(default=None, kw_only=True, repr=False)

    @property
    def criteria(self) -> CriteriaSet:
        """The set."""
        return self.assessment.criteria

    @property
    def register(self) -> Register:
        """The units."""
        return self.assessment.register

    @property
    def unit(self) -> Unit:
        """The unit."""
        return self.register.units[self.row]

    @property
    def group(self) -> str:
        """The unit's group."""
        return self.unit.group

    @property
    def complete(self) -> bool:
        """Whether nothing is missing."""
        return bool(self.outcome.sums.complete[self.row])

    @property
    def carried(self) -> int:
        """How many of its answers an earlier stage gave, which this one left as they were."""
        return 0 if self.outcome.carried is None else int(self.outcome.carried[self.row])

    @property
    def points(self) -> Decimal | None:
        """Points obtained; None when nothing applies or nothing is known."""
        if self.max_points is None or not any(
            self.outcome.sums.status[at][self.row] <= GIVEN for at in (node.position for node in self.criteria.top)
        ):
            return None
        return self._points(int(self.outcome.sums.total[self.row]))

    @property
    def max_points(self) -> Decimal | None:
        """Attainable points; None when nothing applies."""
        maximum = int(self.outcome.sums.total_maximum[self.row])
        return self._points(maximum) if maximum else None

    @property
    def index(self) -> Decimal | None:
        """The index in per cent, as published; None when nothing applies or something is missing."""
        if not self.outcome.has_index[self.row]:
            return None
        return to_decimal(int(self.outcome.index[self.row]), self.criteria.rounding.index)

    @property
    def rank(self) -> int | None:
        """The rank; None for units that are not ranked or have no index."""
        return int(self.outcome.rank[self.row]) or None

    @property
    def band(self) -> Band | None:
        """The band; None without an index or without a classifier."""
        found = int(self.outcome.classification.band_of[self.row])
        return None if found < 0 else self.outcome.classification.bands[found]

    @property
    def move(self) -> Move | None:
        """Why the unit is in another band than its figure alone would give; None when it is not."""
        moved = self.outcome.classification.moved
        return next((move for move in moved if move.row == self.row), None)

    @property
    def nodes(self) -> Mapping[str, ScorecardNode]:
        """The nodes by code, each parent before its parts, without reasons."""
        return {node.criterion.code: self._node(node) for node in self.criteria.nodes}

    def node(self, code: str) -> ScorecardNode:
        """The node of a code.

        Raises:
            UnknownNameError: The set has no such code.
        """
        if self.known is None:
            return self._node(self.criteria.node(code))
        if code not in self.known:
            self.known[code] = self._node(self.criteria.node(code))
        return self.known[code]

    @property
    def unclamped(self) -> Decimal:
        """Points with bonus and penalty, before they are kept between 0 and the maximum."""
        return self._points(int(unclamped(self.assessment, self.outcome)[self.row]))

    def unclamped_points(self, node: Node) -> Decimal:
        """A node's points with its own bonus and penalty, before they are kept between 0 and its maximum."""
        return self._points(int(self.outcome.sums.unclamped[node.position][self.row]))

    def _points(self, integer: int) -> Decimal:
        return to_decimal(integer, self.criteria.rounding.points)

    def _node(self, node: Node) -> ScorecardNode:
        sums, at = self.outcome.sums, node.position
        status = int(sums.status[at][self.row])
        maximum = sums.maxima[at]
        nodes = self.criteria.nodes
        return ScorecardNode(
            node.criterion.code,
            node.criterion.title.first,
            node.depth,
            tuple(nodes[part].criterion.code for part in node.parts),
            self._points(int(sums.points[at][self.row])) if status <= GIVEN else None,
            None
            if status == NOT_APPLICABLE
            else self._points(maximum if isinstance(maximum, int) else int(maximum[self.row])),
            NAMES[status],
            self.outcome.components.index_of(node, self.row),
            self.outcome.components.rank_of(node, self.row),
            block=node.block,
        )
