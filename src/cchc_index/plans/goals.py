"""When a unit has reached a band: of many trials at once, each a column's row of points of the leaves that improve."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, Final

import attrs
import numpy as np

from cchc_index.aggregations.combining import Best, DropLowest
from cchc_index.assessment.applicability import ancestors
from cchc_index.bands.contract import Band
from cchc_index.bands.needs import Lacking, Need
from cchc_index.bands.thresholds import ThresholdClassifier, Thresholds
from cchc_index.criteria.tree import Node
from cchc_index.plans.levers import Lever, reported, sign_of
from cchc_index.problems.errors import CchcError
from cchc_index.registry.guarded import unguarded_classifier
from cchc_index.registry.guarded_aggregation import unguarded_aggregation
from cchc_index.results.components import node_columns
from cchc_index.results.figures import Figures
from cchc_index.results.sums import Sums
from cchc_index.results.warnings import unclamped
from cchc_index.scoring.aggregation import LeafPoints, add_up
from cchc_index.scoring.method import stand
from cchc_index.values.exact import Integers, Ratios

if TYPE_CHECKING:
    import numpy.typing as npt

    from cchc_index.values.exact import BoolArray, IntArray

BLOCK: Final = 1 << 14  #: trials that are added up at a time
_MOST_WAYS: Final = 200  #: ways to meet needs of which some must be met, that are told apart


@attrs.frozen(eq=False)
class Limit:
    """A sum of gains that must be reached: of the whole, or of one node.

    Attributes:
        inside: For each lever whether it counts.
        least: The gain that is needed, in units of the last decimal.
    """

    inside: BoolArray
    least: int


Way = tuple[Limit, ...]  #: limits that must all be kept


@attrs.frozen(eq=False)
class Goal:
    """A band that a unit is to reach, or a better one.

    Attributes:
        card: The unit.
        levers: What it can improve.
        places: The places of the bands that would do, best first.
        bands: Those bands.
        ways: The goal as sums of gains of levers that are plain; None where there are too many ways to it.
        extra: The least total, at the attainable points of now, that the classifier asks for beside cut-offs and needs
            where the other units stay as they are; None where it asks for nothing.
    """

    card: Figures
    levers: tuple[Lever, ...]
    places: tuple[int, ...]
    bands: tuple[Band, ...]
    extra: int | None = None
    _insides: dict[str, BoolArray] = attrs.field(factory=dict, init=False, repr=False)
    ways: tuple[Way, ...] | None = attrs.field(repr=False)

    @cached_property
    def _rule(self) -> Thresholds:
        """The figure that is measured, and how: the classifier's own words where it has some."""
        named = self.card.criteria.classify
        classifier = unguarded_classifier(named.classifier) if named else None
        if isinstance(classifier, Thresholds):
            return classifier
        if isinstance(classifier, ThresholdClassifier):
            return classifier.thresholds
        on, compare = getattr(classifier, "on", "index"), getattr(classifier, "compare", "published")
        return Thresholds(
            self.bands, "points" if on == "points" else "index", "exact" if compare == "exact" else "published"
        )

    @property
    def on(self) -> str:
        """What is measured: `index` or `points`."""
        return self._rule.on

    @property
    def compare(self) -> str:
        """Whether the `published` or the `exact` index is compared."""
        return self._rule.compare

    def reached(self, which: IntArray, targets: IntArray) -> BoolArray:
        """Which trials reach the goal.

        Args:
            which: For each trial the places of the levers that move, none twice; -1 for none.
            targets: The points that each of them moves to.
        """
        ways = self.ways
        if ways is None or not len(which):
            return self._added_up(which, targets)
        plain = (self.is_plain[which] | (which < 0)).all(axis=1)
        if plain.all():
            return self._by_limits(ways, which, targets)
        found: BoolArray = np.zeros(len(which), dtype=np.bool_)
        found[plain] = self._by_limits(ways, which[plain], targets[plain])
        found[~plain] = self._added_up(which[~plain], targets[~plain])
        return found

    def _added_up(self, which: IntArray, targets: IntArray) -> BoolArray:
        parts = [
            self.of_sums(self.summed(which[start : start + BLOCK], targets[start : start + BLOCK]))
            for start in range(0, len(which), BLOCK)
        ]
        return np.concatenate(parts) if parts else np.zeros(0, dtype=np.bool_)

    def summed(self, which: IntArray, targets: IntArray) -> Sums:
        """The sums of trials, added up as scoring adds them."""
        size = len(which)
        leaves: dict[int, LeafPoints] = {}
        column_of = {lever.node.position: place for place, lever in enumerate(self.levers)}
        moved = set(np.unique(which).tolist())
        same: dict[int, npt.NDArray[np.int64]] = {}
        alike: dict[int, npt.NDArray[np.int8]] = {}
        for leaf in self.card.criteria.leaves:
            at = leaf.position
            own, status = self._reported[at]
            if own not in same:  # most leaves have one number of points in all trials, and the same as others
                same[own] = np.full(size, own, dtype=np.int64)
            points = same[own]
            if (place := column_of.get(at)) is not None and place in moved:
                points = points.copy()
                for column in range(which.shape[1]):
                    mine = which[:, column] == place
                    points[mine] = targets[mine, column]
            if status not in alike:
                alike[status] = np.full(size, status, dtype=np.int8)
            leaves[at] = LeafPoints(points, alike[status])
        return add_up(self.card.criteria, leaves, size, self.card.assessment.stage)

    @cached_property
    def _reported(self) -> dict[int, tuple[int, int]]:
        """By position each leaf's points and status, before what it requires of others."""
        return {leaf.position: reported(self.card, leaf) for leaf in self.card.criteria.leaves}

    def of_sums(self, sums: Sums) -> BoolArray:
        """Which rows of sums reach the goal."""
        criteria, rounding, rule = self.card.criteria, self.card.criteria.rounding, self._rule
        points, most = Integers.of(sums.total), Integers.of(np.maximum(sums.total_maximum, 1))
        exact = Ratios(points * 100, most)
        if rule.on == "points":
            values = Ratios(points, 10**rounding.points)
        elif rule.compare == "published":
            values = Ratios(exact.rounded(rounding.index, rounding.mode), 10**rounding.index)
        else:
            values = exact
        nodes = node_columns(criteria, sums)
        found: BoolArray = np.zeros(len(sums.total), dtype=np.bool_)
        for band in self.bands:
            does = band.reached(values)
            if band.needs and does.any():
                does &= ~Lacking(band.label, band.needs, nodes, rule.compare).units
            found |= does
        found &= sums.total_maximum > 0
        if self.extra is not None:
            row, own = self.card.row, self.card.outcome.sums
            found &= exact.at_least(Fraction(100 * self.extra, int(own.total_maximum[row])))
        return found

    def _by_limits(self, ways: tuple[Way, ...], which: IntArray, targets: IntArray) -> BoolArray:
        gains = np.where(which >= 0, targets - self.now[which], 0)
        found: BoolArray = np.zeros(len(which), dtype=np.bool_)
        sums: dict[int, IntArray] = {}
        for way in ways:
            does: BoolArray = np.ones(len(which), dtype=np.bool_)
            for limit in way:
                key = id(limit.inside)
                if key not in sums:
                    sums[key] = (gains * limit.inside[which]).sum(axis=1)
                does &= sums[key] >= limit.least
            found |= does
        return found

    @cached_property
    def now(self) -> npt.NDArray[np.int64]:
        """The points of each lever now."""
        return np.array([lever.now for lever in self.levers], dtype=np.int64)

    @cached_property
    def is_plain(self) -> BoolArray:
        """For each lever whether a point of it is a point of the total: nothing above it scales, weighs or requires."""
        linked = self.linked
        return np.array(
            [
                lever.sign > 0
                and not lever.node.block
                and not any(
                    above.position in linked or not above.criterion.adds_up or _scales(above)
                    for above in ancestors(self.card.criteria, lever.node)
                )
                for lever in self.levers
            ],
            dtype=np.bool_,
        )

    @cached_property
    def linked(self) -> frozenset[int]:
        """The nodes that require others, and those that are required."""
        criteria = self.card.criteria
        found = {node.position for node in criteria if node.criterion.requires}
        return frozenset(found | {criteria.positions[code] for node in criteria for code in node.criterion.requires})

    @property
    def is_clamped(self) -> bool:
        """Whether the total is kept at 0, or at the maximum, now, so that what is added to it may not be seen."""
        found = unclamped(self.card.assessment, self.card.outcome)
        return int(found[self.card.row]) != int(self.card.outcome.sums.total[self.card.row])

    @cached_property
    def is_monotone(self) -> bool:
        """Whether no improvement can ever take anything away: what the search relies on for its bounds."""
        criteria = self.card.criteria
        for node in criteria:
            criterion = node.criterion
            if criterion.requires and (
                criterion.otherwise == "not_applicable"
                or any(sign_of(self.card, criteria.node(code)) < 0 for code in criterion.requires)
                or sign_of(self.card, node) < 0
            ):
                return False
            if node.parts and criterion.rule is not None:
                fields = [field for group in criterion.rule.rule.reads for field in group]
                if criterion.rule.owner or not fields or fields[0].better != "more":
                    return False
            if node.parts and criterion.combine is not None and not self._combines_monotonely(node):
                return False
        needed = {code for band in self.bands for need in band.needs for code in _codes(need)}
        return all(sign_of(self.card, criteria.node(code)) > 0 for code in needed)

    def _combines_monotonely(self, node: Node) -> bool:
        named = node.criterion.combine
        if named is None:
            return True
        if named.owner:
            return False
        if isinstance(unguarded_aggregation(named.aggregation), Best | DropLowest):
            maxima = {self.card.criteria.nodes[part].criterion.max_points for part in node.parts}
            return len(maxima) == 1  # otherwise another choice of parts can weigh less
        return True

    @ways.default
    def _as_ways(self) -> tuple[Way, ...] | None:
        """The goal as sums of gains of plain levers; None where there are too many ways to it."""
        every = self.is_plain
        cut_off = int(unclamped(self.card.assessment, self.card.outcome)[self.card.row])
        cut_off = int(self.card.outcome.sums.total[self.card.row]) - cut_off  # what was cut off below 0, or given
        found: list[Way] = []
        for band in self.bands:
            total = self.least_total(band)
            if total is None:
                continue
            for needs in self._ways_of(band.needs):
                limits = [Limit(every, total + cut_off if total else 0)]
                for need in needs:
                    least = self._least_of(need)
                    if least is None:
                        break
                    if least > 0:
                        limits.append(Limit(self._inside(need.node), least))
                else:
                    found.append(tuple(limits))
            if len(found) > _MOST_WAYS:
                return None
        return tuple(found)

    def _inside(self, code: str) -> BoolArray:
        node = self.card.criteria.node(code)
        if code not in self._insides:
            inside = [lever.node.position in node.leaves for lever in self.levers]
            self._insides[code] = np.array(inside, dtype=np.bool_)
        return self._insides[code]

    def _ways_of(self, needs: Sequence[Need]) -> Iterator[list[Need]]:
        """The single needs that together meet some needs, in each way there is."""
        tops = [node.criterion.code for node in self.card.criteria.top]
        options: list[list[list[Need]]] = []
        for need in needs:
            if need.count is None:
                options.append([need.apart(tops)])
                continue
            several = [each for inner in need.of for each in inner.apart(tops)]
            nested = any(each.count is not None for each in several)
            if nested:
                inner = [list(self._ways_of([each])) for each in several]
                chosen = itertools.combinations(inner, need.count)
                options.append([list(itertools.chain(*each)) for some in chosen for each in itertools.product(*some)])
            else:
                options.append([list(some) for some in itertools.combinations(several, need.count)])
        for each in itertools.islice(itertools.product(*options), _MOST_WAYS + 1):
            yield list(itertools.chain(*each))

    def least_total(self, band: Band) -> int | None:
        """The least gain of the total that reaches a band's cut-off; None where none does."""
        row, sums = self.card.row, self.card.outcome.sums
        total, most = int(sums.total[row]), int(sums.total_maximum[row])
        bare = attrs.evolve(self, bands=(attrs.evolve(band, needs=()),), ways=None)

        def does(gain: int) -> bool:
            one = attrs.evolve(
                sums,
                points=tuple(column[row : row + 1] for column in sums.points),
                maxima=tuple(each if isinstance(each, int) else each[row : row + 1] for each in sums.maxima),
                status=tuple(column[row : row + 1] for column in sums.status),
                total=np.array([total + gain]),
                total_maximum=np.array([most]),
                complete=np.ones(1, dtype=np.bool_),
                unmet={},
                unclamped={},
            )
            return bool(bare.of_sums(one)[0])

        return least_that(does, 0, most - total)

    def _least_of(self, need: Need) -> int | None:
        """The least gain of a node that meets a need; None where none does."""
        node, row = self.card.criteria.node(need.node), self.card.row
        columns = node_columns(self.card.criteria, self.card.outcome.sums)[need.node].row(row)
        got, most = int(columns.got[0]), int(columns.max_points.values[0])
        if not most:
            return 0

        def does(gain: int) -> bool:
            moved = attrs.evolve(columns, got=np.array([got + gain]))
            return not bool(
                Lacking(self.bands[0].label, (need,), {node.criterion.code: moved}, self._rule.compare).units[0]
            )

        return least_that(does, 0, most - got)


def least_that(does: Callable[[int], bool], low: int, high: int) -> int | None:
    """The least whole number of a span for which something holds that holds for all greater ones; None for none.

    Example:
        >>> least_that(lambda number: number * number >= 50, 0, 100), least_that(lambda number: number > 9, 0, 9)
        (8, None)
    """
    if high < low or not does(high):
        return None
    while low < high:
        middle = (low + high) // 2
        if does(middle):
            high = middle
        else:
            low = middle + 1
    return low


def standing_with(card: Figures, total: int, nodes: Mapping[int, int]) -> int:
    """The place of the band that a unit would have with another total, all others as they are; -1 for none.

    Args:
        card: The unit.
        total: The total, in units of the last decimal.
        nodes: By position the points that its nodes would have.
    """
    sums, row = card.outcome.sums, card.row
    points = []
    for at, column in enumerate(sums.points):
        changed = column
        if at in nodes:
            changed = column.copy()
            changed[row] = nodes[at]
        points.append(changed)
    totals = sums.total.copy()
    totals[row] = total
    try:
        found = stand(card.assessment, attrs.evolve(sums, points=tuple(points), total=totals))
    except CchcError:  # a quota that would divide equal units, and is told to refuse that
        return -1
    return int(found.classification.band_of[row])


def _scales(node: Node) -> bool:
    criterion = node.criterion
    return criterion.parts_points is not None or criterion.not_applicable_parts == "redistribute"


def _codes(need: Need) -> Iterator[str]:
    if need.node:
        yield need.node
    for each in need.of:
        yield from _codes(each)
