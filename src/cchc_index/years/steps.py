"""The way from last year's result to this year's, step by step; each step is a result that anybody can score.

0. the earlier result;
1. the same units without those that left, or came from a merger or a split;
2. the same by the criteria that both years have and whose earlier answers the later rules can read;
3. the earlier answers by the later rules and maxima;
4. the later answers of the unit, while the others keep their earlier ones;
5. the later answers of all;
6. all criteria of the later set;
7. the later result, with all its units.

What came between two steps is the difference of two figures, so that all of them together are the change, exactly.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

import attrs
import numpy as np

from cchc_index.assessment.applicability import is_absent
from cchc_index.bands.thresholds import Thresholds
from cchc_index.criteria.criteria_set import CriteriaSet
from cchc_index.cycles.pairing import CriteriaPairs
from cchc_index.results.outcome import Outcome
from cchc_index.results.result import IndexResult
from cchc_index.results.sums import Sums
from cchc_index.scoring.aggregation import LeafPoints, add_up
from cchc_index.scoring.leaves import score_leaf
from cchc_index.scoring.method import stand
from cchc_index.values.exact import Integers, Ratios, order_digits
from cchc_index.values.ranking import dense_places, rank_of
from cchc_index.values.statuses import GIVEN, NOT_APPLICABLE
from cchc_index.values.units import Register
from cchc_index.years.carried import Carried, carried_points

if TYPE_CHECKING:
    import numpy.typing as npt

    from cchc_index.values.exact import BoolArray, IntArray

#: What lies between two steps, in order.
CAUSES: Final = ("membership", "unseparated", "rules", "values", "others", "unseparated", "membership")
_OWN: Final = 4  #: the step of the unit's own later answers


@attrs.frozen(eq=False)
class Steps:
    """The way of some units from one result to another; all columns have a row for each of these units.

    Attributes:
        before: The earlier result.
        after: The later result.
        pairs: Their criteria.
        rows: The units' rows in the earlier result, and in the later one.
        carried: The earlier answers by the later set; None where a result was read from a file, without answers.
        made: What was made of the steps already.
    """

    before: IndexResult
    after: IndexResult
    pairs: CriteriaPairs
    rows: tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]
    carried: Carried | None
    made: dict[str, Any] = attrs.field(factory=dict, init=False, repr=False)

    @classmethod
    def of(
        cls,
        before: IndexResult,
        after: IndexResult,
        pairs: CriteriaPairs,
        rows: tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]],
    ) -> Steps:
        """The way of the units in some rows."""
        read_back = before.said is not None or after.said is not None
        carried = None if read_back or not len(rows[0]) else carried_points(before.assessment, pairs)
        return cls(before, after, pairs, rows, carried)

    @cached_property
    def outcomes(self) -> tuple[Outcome, ...]:
        """What each of the steps 1 to 6 gives; () where there are no answers."""
        if self.carried is None:
            return ()
        first, last = (self._subset(each, at) for at, each in enumerate((self.before, self.after)))
        common = self._stand(0, self._sums(0, self.earlier_leaves))
        rules = self._stand(1, self._sums(1, self.ruled_leaves))
        relative = {leaf.position for leaf in self.pairs.after.leaves if _is_relative(self.pairs.after, leaf.position)}
        later = self.later_leaves
        own_leaves = {at: self.ruled_leaves[at] if at in relative else each for at, each in later.items()}
        every = self._stand(1, self._sums(1, later))
        own = self._stand(1, self._sums(1, own_leaves)) if relative else every
        return first, common, rules, own, every, last

    @cached_property
    def ranks(self) -> list[npt.NDArray[np.int64]]:
        """The rank of each unit at each of the eight steps; 0 for none."""
        rows, outcomes = self.rows, self.outcomes
        ends = [self.before.outcome.rank[rows[0]], self.after.outcome.rank[rows[1]]]
        if not outcomes:
            return ends
        between = [each.rank for each in outcomes]
        between[_OWN - 1] = self._own_ranks(outcomes[_OWN - 2], outcomes[_OWN - 1])
        return [ends[0], *between, ends[1]]

    def index(self, step: int) -> tuple[IntArray, BoolArray, int]:
        """The printed index at a step in units of its last decimal, which units have it, and its decimals."""
        if step in (0, 7):
            result, rows = (self.before, self.rows[0]) if step == 0 else (self.after, self.rows[1])
            places = result.criteria.rounding.index
            return result.outcome.index[rows], result.outcome.has_index[rows], places
        outcome = self.outcomes[step - 1]
        criteria = self.pairs.before if step <= 2 else self.pairs.after
        return outcome.index, outcome.has_index, criteria.rounding.index

    def bands(self, step: int) -> list[str | None]:
        """The class at a step; of the unit's own step only where a class depends on nobody else."""
        if step in (0, 7):
            result, rows = (self.before, self.rows[0]) if step == 0 else (self.after, self.rows[1])
            return _labels(result.outcome, rows)
        classify = self.pairs.after.classify
        if step == _OWN and classify is not None and not isinstance(classify.classifier, Thresholds):
            step += 1
        return _labels(self.outcomes[step - 1], None)

    @cached_property
    def _ruled(self) -> tuple[Mapping[int, LeafPoints], Mapping[int, BoolArray]]:
        carried = self.carried
        if carried is None:
            return {}, {}
        rows = self.rows[0]
        unknown = {at: mask[rows] | self._is_absent(at) for at, mask in carried.unknown.items()}
        points = {at: _taken(each, rows) for at, each in carried.points.items()}
        return points, unknown

    def _is_absent(self, position: int) -> bool:
        """Whether one of the years leaves a leaf of the later set out for all units."""
        pairs, node = self.pairs, self.pairs.after.nodes[position]
        earlier = pairs.leaves.get(node.criterion.code)
        if is_absent(pairs.after, node, self.after.assessment.absent):
            return True
        absent = self.before.assessment.absent
        return earlier is not None and is_absent(pairs.before, pairs.before.node(earlier), absent)

    @property
    def unknown(self) -> Mapping[int, BoolArray]:
        """For positions of the later set's leaves the units whose rules and values cannot be told apart."""
        return self._ruled[1]

    @cached_property
    def ruled_leaves(self) -> dict[int, LeafPoints]:
        """The earlier answers by the later rules."""
        points, unknown = self._ruled
        return {at: _masked(each, unknown[at]) for at, each in points.items()}

    @cached_property
    def later_leaves(self) -> dict[int, LeafPoints]:
        """The later answers by the later rules, of the criteria that both years have."""
        raw = _raw(self.after, self.rows[1])
        return {at: _masked(each, self.unknown[at]) for at, each in raw.items()}

    @cached_property
    def earlier_leaves(self) -> dict[int, LeafPoints]:
        """The earlier answers by the earlier rules, of the criteria that both years have."""
        raw, after = _raw(self.before, self.rows[0]), self.pairs.after
        later = {earlier: after.positions[code] for code, earlier in self.pairs.leaves.items()}
        every = np.ones(len(self.rows[0]), dtype=np.bool_)
        found = {}
        for leaf in self.pairs.before.leaves:
            at = later.get(leaf.criterion.code)
            found[leaf.position] = _masked(raw[leaf.position], every if at is None else self.unknown[at])
        return found

    def _units(self, side: int) -> Register:
        register = (self.before, self.after)[side].register
        return Register(tuple(register.units[row] for row in self.rows[side].tolist()))

    @cached_property
    def _registers(self) -> tuple[Register, Register]:
        return self._units(0), self._units(1)

    def _sums(self, side: int, leaves: Mapping[int, LeafPoints]) -> Sums:
        criteria = (self.pairs.before, self.pairs.after)[side]
        return add_up(criteria, leaves, len(self.rows[0]), (self.before, self.after)[side].stage)

    def _stand(self, side: int, sums: Sums) -> Outcome:
        assessment = (self.before, self.after)[side].assessment
        return stand(attrs.evolve(assessment, register=self._registers[side], carried={}), sums)

    def _subset(self, result: IndexResult, side: int) -> Outcome:
        return self._stand(side, _taken_sums(result.outcome.sums, self.rows[side]))

    def _own_ranks(self, before: Outcome, own: Outcome) -> npt.NDArray[np.int64]:
        """The rank that each unit has with its later answers among the others with their earlier ones."""
        criteria, size = self.pairs.after, len(self.rows[0])
        by = criteria.rank
        keys = ranking_keys(criteria, before, own)
        block = np.array(self._registers[1].blocks(by.within)[1], dtype=np.int64)
        blocks = np.concatenate((block, block))
        places = dense_places([-key for key in keys], blocks)
        then = [(np.concatenate(points), np.concatenate(known)) for points, known in tie_breaks(criteria, before, own)]
        ranked = before.rank > 0
        there = np.sort(places[:size][ranked])
        distinct = np.unique(there)
        counts = dict(zip(*np.unique(there, return_counts=True), strict=True))
        starts = np.full(int(blocks.max(initial=0)) + 1, 2 * size, dtype=np.int64)
        np.minimum.at(starts, blocks, places)
        found = np.zeros(size, dtype=np.int64)
        compared = there if by.ties == "shared" else distinct
        for row in np.flatnonzero((own.rank > 0) & ranked).tolist():
            place, was = int(places[size + row]), int(places[row])
            start = np.searchsorted(compared, starts[block[row]])
            better = int(np.searchsorted(compared, place) - start)
            if was < place and (by.ties == "shared" or counts[was] == 1):
                better -= 1  # itself, with its earlier answers
            if then and by.ties == "shared":
                better += _among_tied(row, size, places, ranked, then)
            elif then:
                others = ranked & (block == block[row])
                others[row] = False
                chosen = np.append(np.flatnonzero(others), size + row)
                better = _last_rank(chosen, [key[chosen] for key in keys], then, dense=True) - 1
            found[row] = better + 1
        return found


def _among_tied(
    row: int,
    size: int,
    places: npt.NDArray[np.int64],
    ranked: BoolArray,
    then: list[tuple[npt.NDArray[np.int64], BoolArray]],
) -> int:
    """How many of those with the same figure the tie-breaks put before a unit."""
    tied = ranked & (places[:size] == places[size + row])
    tied[row] = False
    chosen = np.append(np.flatnonzero(tied), size + row)
    return _last_rank(chosen, [np.zeros(len(chosen), dtype=np.int64)], then, dense=False) - 1


def _last_rank(
    chosen: npt.NDArray[np.intp],
    keys: list[IntArray],
    then: list[tuple[npt.NDArray[np.int64], BoolArray]],
    *,
    dense: bool,
) -> int:
    """The rank of the last of some rows among them."""
    one, every = np.zeros(len(chosen), dtype=np.int64), np.ones(len(chosen), dtype=np.bool_)
    breaks = [(points[chosen], known[chosen]) for points, known in then]
    return int(rank_of(keys, one, every, "dense" if dense else "shared", breaks)[-1])


def ranking_keys(criteria: CriteriaSet, before: Outcome, own: Outcome) -> list[IntArray]:
    """What units are ranked by, of the earlier and then of the later answers, in columns that can be compared."""
    by, both = criteria.rank, (before, own)
    if by.by == "points":
        return [np.concatenate([each.sums.total for each in both])]
    if by.compare == "published":
        return [np.concatenate([each.index for each in both])]
    total = Integers.of(np.concatenate([each.sums.total for each in both]))
    attainable = Integers.of(np.maximum(np.concatenate([each.sums.total_maximum for each in both]), 1))
    return order_digits(Ratios(total, attainable))


def tie_breaks(
    criteria: CriteriaSet, before: Outcome, own: Outcome
) -> list[tuple[list[npt.NDArray[np.int64]], list[BoolArray]]]:
    """The points of the nodes that break ties, and who has them, before and after."""
    found = []
    for code in criteria.rank.then:
        node = criteria.node(code)
        sign = -1 if node.block == "penalty" else 1
        points = [sign * each.sums.points[node.position] for each in (before, own)]
        known = [each.sums.status[node.position] <= GIVEN for each in (before, own)]
        found.append((points, known))
    return found


def _is_relative(criteria: CriteriaSet, position: int) -> bool:
    rule = criteria.nodes[position].criterion.rule
    return rule is not None and rule.rule.relative


def _raw(result: IndexResult, rows: npt.NDArray[np.intp]) -> dict[int, LeafPoints]:
    """What the leaves gave, before requirements, of the units in some rows."""
    sums, found = result.outcome.sums, {}
    for leaf in result.criteria.leaves:
        at = leaf.position
        if leaf.criterion.requires:
            found[at] = _taken(score_leaf(leaf, result.assessment), rows)
        else:
            found[at] = LeafPoints(sums.points[at][rows], sums.status[at][rows])
    return found


def _taken(leaf: LeafPoints, rows: npt.NDArray[np.intp]) -> LeafPoints:
    return LeafPoints(leaf.points[rows], leaf.status[rows])


def _masked(leaf: LeafPoints, mask: BoolArray) -> LeafPoints:
    """A leaf that does not apply to some units."""
    if not mask.any():
        return leaf
    points = np.where(mask, np.int64(0), leaf.points)
    return LeafPoints(points, np.where(mask, np.int8(NOT_APPLICABLE), leaf.status))


def _taken_sums(sums: Sums, rows: npt.NDArray[np.intp]) -> Sums:
    """The sums of the units in some rows."""

    def each(column: int | npt.NDArray[np.int64]) -> int | npt.NDArray[np.int64]:
        return column if isinstance(column, int) else column[rows]

    return Sums(
        tuple(column[rows] for column in sums.points),
        tuple(map(each, sums.maxima)),
        tuple(column[rows] for column in sums.status),
        sums.total[rows],
        sums.total_maximum[rows],
        sums.complete[rows],
        {at: mask[rows] for at, mask in sums.unmet.items()},
        {at: column[rows] for at, column in sums.unclamped.items()},
    )


def _labels(outcome: Outcome, rows: npt.NDArray[np.intp] | None) -> list[str | None]:
    labels: list[str | None] = [*(band.label.first for band in outcome.classification.bands), None]
    places = outcome.classification.band_of if rows is None else outcome.classification.band_of[rows]
    return [labels[place] for place in places.tolist()]
