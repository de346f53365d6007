"""What a published table is held against: a result, or a set of criteria alone, of which any points are possible."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

import attrs
import numpy as np

from cchc_index.assessment.assessment import Assessment
from cchc_index.checks.audit.applying import may_not_apply
from cchc_index.checks.audit.reported import scored_tree, tree_of
from cchc_index.checks.audit.sums import Reach, Tree
from cchc_index.criteria.criteria_set import CriteriaSet
from cchc_index.criteria.tree import enters
from cchc_index.results.components import Components
from cchc_index.results.outcome import Outcome
from cchc_index.results.result import IndexResult
from cchc_index.results.sums import Sums
from cchc_index.scoring.aggregation import TOTAL, LeafPoints, add_up
from cchc_index.scoring.method import stand
from cchc_index.values.exact import to_integer
from cchc_index.values.statuses import GIVEN, MISSING, SCORED, UNSCORED
from cchc_index.values.units import Register

if TYPE_CHECKING:
    import numpy.typing as npt

    from cchc_index.values.exact import BoolArray


@attrs.frozen(eq=False)
class Basis:
    """What figures are held against.

    Attributes:
        assessment: The set, its units and what they reported, if anything.
        outcome: What was computed; of a set alone, that of units without any points.
        tree: What the leaves can have got.
        is_exact: Whether every leaf's points are known.
        result: The result; None for a set alone.
        knows_maxima: Whether it is known what each unit could attain.
    """

    assessment: Assessment
    outcome: Outcome
    tree: Tree
    is_exact: bool
    result: IndexResult | None = None
    knows_maxima: bool = True

    @classmethod
    def of_result(cls, result: IndexResult) -> Self:
        """What a result allows; where it is not known what is missing, as if nothing was."""
        tree, is_exact = scored_tree(result)
        outcome = result.outcome
        if not tree.applies or tree.undecided.any():
            maxima = tuple(tree.maxima[at] for at in range(len(tree.maxima)))
            known = [tree.status[at] for at in range(len(tree.status))]
            status = tuple(np.where(tree.undecided & (each == MISSING), np.int8(SCORED), each) for each in known)
            complete = outcome.sums.complete | tree.undecided
            sums = attrs.evolve(
                outcome.sums, maxima=maxima, status=status, total_maximum=tree.total_maximum, complete=complete
            )
            has_index = sums.complete & (sums.total_maximum > 0)
            components = Components(result.assessment, sums)
            outcome = attrs.evolve(outcome, sums=sums, has_index=has_index, components=components)
        return cls(result.assessment, outcome, tree, is_exact, result, tree.applies)

    @classmethod
    def of_set(cls, criteria: CriteriaSet, register: Register) -> Self:
        """What a set allows by itself: any points up to the maximum."""
        size = len(register)
        nothing = np.zeros(size, dtype=np.int64)
        leaves, low, high = {}, {}, {}
        for leaf in criteria.leaves:
            scores = enters(leaf, "final") and leaf.criterion.max_points > 0
            status = np.full(size, SCORED if scores else UNSCORED, dtype=np.int8)
            most = to_integer(leaf.criterion.max_points, criteria.rounding.points) if scores else 0
            low[leaf.position], high[leaf.position] = nothing, np.full(size, most, dtype=np.int64)
            best = nothing if leaf.block == "penalty" else high[leaf.position]
            leaves[leaf.position] = LeafPoints(best, status)  # so that no requirement fails
        sums = add_up(criteria, leaves, size, "final")
        assessment = Assessment(criteria, register, "final", {})
        applies = not may_not_apply(criteria)
        tree = tree_of(assessment, sums, low, high, applies=applies)
        return cls(assessment, stand(assessment, sums), tree, is_exact=False, knows_maxima=applies)

    @property
    def may_be_unranked(self) -> BoolArray:
        """The units of which it is not known whether they have an index, so that one without a rank may have none."""
        if self.result is None or not self.knows_maxima:
            return np.ones(len(self.register), dtype=np.bool_)
        return self.tree.undecided

    @property
    def criteria(self) -> CriteriaSet:
        """The set."""
        return self.assessment.criteria

    @property
    def register(self) -> Register:
        """The units."""
        return self.assessment.register

    @property
    def sums(self) -> Sums:
        """Points, maxima and statuses as computed."""
        return self.outcome.sums

    @property
    def computed(self) -> Reach | None:
        """The computed points of every node, where they leave no room."""
        if not self.is_exact:
            return None
        points = {**dict(enumerate(self.sums.points)), TOTAL: self.sums.total}
        return Reach(points, points)

    def maximum(self, position: int) -> npt.NDArray[np.int64]:
        """Attainable points of a node, or of the whole, for each unit."""
        if position == TOTAL:
            return self.sums.total_maximum
        return np.broadcast_to(np.asarray(self.sums.maxima[position], dtype=np.int64), (len(self.register),))

    def points(self, position: int) -> npt.NDArray[np.int64]:
        """Computed points of a node, or of the whole."""
        return self.sums.total if position == TOTAL else self.sums.points[position]

    def has_points(self, position: int) -> BoolArray:
        """Which units have points of a node, or any."""
        if not self.knows_maxima:  # whatever does not apply is perhaps what does
            return np.ones(len(self.register), dtype=np.bool_)
        if position != TOTAL:
            return np.asarray(self.sums.status[position] <= GIVEN, dtype=np.bool_)
        any_points = np.zeros(len(self.register), dtype=np.bool_)
        for node in self.criteria.top:
            any_points |= self.sums.status[node.position] <= GIVEN
        return any_points & (self.sums.total_maximum > 0)

    def has_index(self, position: int) -> BoolArray:
        """Which units have an index of a node, or one at all."""
        if position == TOTAL:
            return self.outcome.has_index
        if not self.knows_maxima:
            return np.full(len(self.register), not self.criteria.nodes[position].block)
        return self.outcome.components.has(self.criteria.nodes[position])
