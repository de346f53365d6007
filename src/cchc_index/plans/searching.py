"""The smallest sets of improvements that reach a goal: found exactly, by bounds on whole columns of trials.

A set is some levers that all move. For each set the cheapest points of its levers are found: all points of all but one
are tried, and the one left takes the least that is enough; where points are simply added up, those of a lever without
gaps take the least that is enough in turn, since then each such choice costs the same.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from functools import cached_property
from math import comb, gcd, prod
from typing import TYPE_CHECKING, Final, Literal

import attrs
import numpy as np

from cchc_index.plans.goals import Goal

if TYPE_CHECKING:
    import numpy.typing as npt

    from cchc_index.values.exact import BoolArray, IntArray

Fewest = Literal["criteria", "points"]
Key = tuple[int, ...]
_MOST_SETS: Final = 5_000_000  #: sets of levers that are looked at
_FEW: Final = 256  #: moves that are looked at together
_LOT: Final = 1024  #: sets whose points are looked for together, where adding up takes its time however few there are
_UNBOUND: Final = 10**15  #: more than a lever can add to a total
_MOST_TRIALS: Final = 15_000_000  #: trials by sums of gains
_ADDING, _CALL = 150, 30_000  #: what a trial costs whose nodes are all added up, and a call for some of them
_MOST_ROWS: Final = 40_000  #: trials of one set
_CHUNK: Final = 1 << 16  #: trials at a time


@attrs.frozen(order=True)
class Move:
    """Some levers with the points they move to.

    Attributes:
        levers: Their places.
        targets: The points of each.
        cost: How many points they gain together, in units of the last decimal.
        outside: How many of them are not the unit's own to improve.
    """

    levers: tuple[int, ...]
    targets: tuple[int, ...]
    cost: int
    outside: int

    def key(self, fewest: Fewest) -> Key:
        """What moves are ordered by: the smallest first."""
        size = len(self.levers)
        if fewest == "points":
            return (self.cost, size, self.outside, *self.levers)
        return (size, self.outside, self.cost, *self.levers)


@attrs.frozen
class Found:
    """What a search found.

    Attributes:
        moves: The smallest sets, best first.
        exact: Whether it is certain that there are no smaller ones.
    """

    moves: tuple[Move, ...]
    exact: bool


class Search:
    """A search for the smallest sets that reach a goal."""

    def __init__(self, goal: Goal, most: int, fewest: Fewest, wanted: int) -> None:
        """Look for so many sets of at most so many levers."""
        self.goal, self.fewest, self.wanted = goal, fewest, wanted
        self.levers = goal.levers
        self.most = min(most, len(self.levers))
        self.exact = True
        self.trials = 0
        self.best = np.array([lever.levels[-1] for lever in self.levers], dtype=np.int64)
        self.outside = np.array([not lever.is_own for lever in self.levers], dtype=np.int64)
        self.first = np.array([abs(lever.levels[0] - lever.now) for lever in self.levers], dtype=np.int64)
        self.grain = gcd(*(abs(level - lever.now) for lever in self.levers for level in lever.levels)) or 1
        self.whole = [len(lever.levels) == lever.most for lever in self.levers]
        self.plain: list[bool] = goal.is_plain.tolist()  # of some thousand sets each lever is asked for
        self.counts = any(need.count for band in goal.bands for need in band.needs)

    def found(self) -> Found:
        """The smallest sets."""
        if not self.goal.is_monotone:
            return self._of_all()
        moves: list[Move] = []
        candidates: list[IntArray] = []
        for size in range(1, self.most + 1):
            if comb(len(self.levers), size) > _MOST_SETS:
                self.exact = False
                break
            reaching = self._reaching(size)
            if self.fewest == "criteria" and len(reaching):
                moves = self._cheapest([reaching])
                break
            candidates.append(reaching)
        if self.fewest == "points":
            moves = self._cheapest(candidates)
        return Found(tuple(moves), self.exact)

    def _reaching(self, size: int) -> IntArray:
        """The sets of a size that reach the goal with each lever at its best."""
        kept = [sets[self.goal.reached(sets, self.best[sets])] for sets in _sets(len(self.levers), size)]
        return np.concatenate(kept) if kept else np.zeros((0, size), dtype=np.int64)

    def _bounds(self, sets: IntArray) -> IntArray:
        """What each set costs at least: its nearest points, and what is wanting for the cut-off whatever they weigh."""
        least = self.first[sets].sum(axis=1)
        totals = [gain for band in self.goal.bands if (gain := self.goal.least_total(band)) is not None]
        if totals:
            wanting, plain = min(totals), self.goal.is_plain[sets]
            least = np.where(plain.all(axis=1), np.maximum(least, wanting), least)
            apart, profits = self._apart_and_profits
            tops = np.where(plain, -1 - np.arange(sets.shape[1]), apart[sets])
            tops.sort(axis=1)
            several = (tops[:, 1:] == tops[:, :-1]).any(axis=1)
            beside = np.where(plain, 0, profits[sets]).sum(axis=1)
            least = np.where(several, least, np.maximum(least, wanting - beside))
            mixed = np.flatnonzero((~plain).sum(axis=1) == 1)
            strange = sets[mixed][~plain[mixed]]
            nearest = (self.first[sets[mixed]] * plain[mixed]).sum(axis=1)
            for lever in np.unique(strange).tolist():
                mine = strange == lever
                least[mixed[mine]] = self._bound_beside(lever, wanting, nearest[mine])
        rounded: IntArray = -(-least // self.grain) * self.grain
        return rounded

    @cached_property
    def _alone(self) -> dict[int, tuple[IntArray, IntArray, bool]]:
        """For each lever that is not plain its points, what each adds to the total, and whether the maximum stays."""
        places = np.flatnonzero(~self.goal.is_plain).tolist()
        if not places:
            return {}
        levels = [self._levels[place] for place in places]
        which = np.concatenate([np.full(len(each), place) for place, each in zip(places, levels, strict=True)])
        sums = self.goal.summed(which[:, None], np.concatenate(levels)[:, None])
        row, now = self.goal.card.row, self.goal.card.outcome.sums
        gains, same = sums.total - now.total[row], sums.total_maximum == now.total_maximum[row]
        ends = np.cumsum([len(each) for each in levels]).tolist()
        return {
            place: (each, gains[end - len(each) : end], bool(same[end - len(each) : end].all()))
            for place, each, end in zip(places, levels, ends, strict=True)
        }

    @cached_property
    def _apart_and_profits(self) -> tuple[IntArray, IntArray]:
        """For each lever the top-level node that it lies in, and how much more it can add to the total than it costs.

        What levers of different top-level nodes add to the total is the sum of what each does by itself.
        """
        goal = self.goal
        tops = np.array([_top(goal, lever.node.position) for lever in self.levers], dtype=np.int64)
        profits = np.zeros(len(self.levers), dtype=np.int64)
        linked = {_top(goal, position) for position in goal.linked}
        for place, (levels, gains, alone) in self._alone.items():
            unsure = goal.is_clamped or not alone or tops[place] in linked
            profit = int((gains - np.abs(levels - self.levers[place].now)).max())
            profits[place] = _UNBOUND if unsure else max(0, profit)
        return tops, profits

    def _bound_beside(self, lever: int, wanting: int, nearest: IntArray) -> IntArray:
        """What sets with one lever that is not plain cost at least, given the nearest points of the plain ones."""
        levels, gains, alone = self._alone[lever]
        cost = np.abs(levels - self.levers[lever].now)
        if not alone:
            return nearest + int(cost.min())
        least: IntArray = np.min(cost[None, :] + np.maximum((wanting - gains)[None, :], nearest[:, None]), axis=1)
        return least

    def _cheapest(self, candidates: list[IntArray]) -> list[Move]:
        """The best sets, each with its cheapest points."""
        waiting: list[tuple[Key, tuple[int, ...]]] = []
        for sets in candidates:
            bounds, outside = self._bounds(sets).tolist(), self.outside[sets].sum(axis=1).tolist()
            for row, bound, strange in zip(sets.tolist(), bounds, outside, strict=True):
                levers = tuple(row)
                waiting.append((Move(levers, (), bound, strange).key(self.fewest), levers))
        waiting.sort()
        moves: list[Move] = []
        best: list[Move] = []
        idle: dict[Move, bool] = {}
        at, lot = 0, 8 * self.wanted if self.goal.is_plain.all() else _LOT
        while at < len(waiting):
            if len(best) == self.wanted and waiting[at][0] > best[-1].key(self.fewest):
                break
            if self.trials > _MOST_TRIALS:
                self.exact = False
                break
            moves += self._cheapest_of([levers for _, levers in waiting[at : at + lot]])
            moves.sort(key=lambda move: move.key(self.fewest))
            best = self._needed(moves, idle)
            at, lot = at + lot, min(2 * lot, 4 * _LOT)
        return best

    def _needed(self, moves: list[Move], idle: dict[Move, bool]) -> list[Move]:
        """The first moves of which every lever is needed; whether one is idle is looked up, or noted."""
        best: list[Move] = []
        for start in range(0, len(moves), _FEW):
            some = moves[start : start + _FEW]
            if self.fewest == "points":
                self._note_idle([move for move in some if move not in idle], idle)
            best += [move for move in some if not idle.get(move, False)]
            if len(best) >= self.wanted:
                break
        return best[: self.wanted]

    def _note_idle(self, moves: list[Move], idle: dict[Move, bool]) -> None:
        """Note of moves whether one of their levers need not move."""
        for size in {len(move.levers) for move in moves}:
            some = [move for move in moves if len(move.levers) == size]
            if size == 1:
                idle |= dict.fromkeys(some, False)
                continue
            which, targets = (
                np.array([[*each[:left], *each[left + 1 :]] for each in column for left in range(size)])
                for column in ([move.levers for move in some], [move.targets for move in some])
            )
            found: list[list[bool]] = self._reached(self.goal, which, targets).reshape(len(some), size).tolist()
            idle |= {move: any(each) for move, each in zip(some, found, strict=True)}

    def _goals_of(self, levers: tuple[int, ...]) -> tuple[Goal, ...]:
        """The goal, apart for each way, or each band, that would do."""
        is_plain = self.goal.ways is not None and all(self.plain[lever] for lever in levers)
        return self._by_way if is_plain else self._by_band

    @cached_property
    def _by_way(self) -> tuple[Goal, ...]:
        return tuple(attrs.evolve(self.goal, ways=(way,)) for way in self.goal.ways or ())

    @cached_property
    def _by_band(self) -> tuple[Goal, ...]:
        return tuple(attrs.evolve(self.goal, bands=(band,), ways=None) for band in self.goal.bands)

    def _cheapest_of(self, sets: list[tuple[int, ...]]) -> list[Move]:
        """The cheapest points of sets, all of whose levers move."""
        lots: dict[tuple[int, bool, int], list[tuple[tuple[int, ...], tuple[int, ...]]]] = {}
        for levers in sets:
            tried, fitted, rough = self._apart(levers)
            is_plain = self._goals_of(levers) is self._by_way
            orders = itertools.permutations(fitted) if rough else [tuple(fitted)]
            for order in orders:
                key = (len(levers), is_plain, len(tried))
                lots.setdefault(key, []).append((levers, (*tried, *order)))
        found: dict[tuple[int, ...], Move] = {}
        for (_, is_plain, tried_count), lot in lots.items():
            for goal in self._by_way if is_plain else self._by_band:
                for some in self._cut(lot, tried_count):
                    if self.trials > _MOST_TRIALS:
                        self.exact = False
                        break
                    for move in self._fitted(some, tried_count, goal):
                        known = found.get(move.levers)
                        if known is None or (move.cost, move.targets) < (known.cost, known.targets):
                            found[move.levers] = move
        return list(found.values())

    def _apart(self, levers: tuple[int, ...]) -> tuple[list[int], list[int], bool]:
        """The levers all of whose points are tried, those that take the least that is enough; whether that is rough.

        Where some of several needs must be met, each choice of plain levers costs something else as well.
        """
        by_way = self._goals_of(levers) is self._by_way
        counts = not by_way and self.counts
        easy = [self.whole[lever] and self.plain[lever] for lever in levers]
        if counts and sum(easy) > 1:
            easy = [False] * len(levers)
        fitted = [lever for lever, each in zip(levers, easy, strict=True) if each]
        tried = [lever for lever in levers if lever not in fitted]
        if not fitted:
            longest = max(tried, key=lambda lever: len(self.levers[lever].levels))
            tried.remove(longest)
            fitted = [longest]
        if prod(len(self.levers[lever].levels) for lever in tried) > _MOST_ROWS:
            self.exact = False
            return [], list(levers), True
        return tried, fitted, False

    def _cut(
        self, lot: list[tuple[tuple[int, ...], tuple[int, ...]]], tried: int
    ) -> Iterator[list[tuple[tuple[int, ...], tuple[int, ...]]]]:
        """Sets in lots of so many trials as fit into memory."""
        some: list[tuple[tuple[int, ...], tuple[int, ...]]] = []
        rows = 0
        for each in lot:
            size = prod(len(self.levers[lever].levels) for lever in each[1][:tried])
            if some and rows + size > _CHUNK:
                yield some
                some, rows = [], 0
            some.append(each)
            rows += size
        if some:
            yield some

    def _fitted(self, lot: list[tuple[tuple[int, ...], tuple[int, ...]]], tried: int, goal: Goal) -> Iterator[Move]:
        """For sets the cheapest of all points of their first levers, of which the others take the least, in turn."""
        blocks, owners = [], []
        for number, (_, order) in enumerate(lot):
            levels = [self._levels[lever] for lever in order[:tried]]
            grids = np.meshgrid(*levels, indexing="ij") if len(levels) > 1 else levels
            size = grids[0].size if grids else 1
            block = np.empty((size, len(order)), dtype=np.int64)
            for place, grid in enumerate(grids):
                block[:, place] = grid.ravel()
            block[:, tried:] = self.best[list(order[tried:])]
            blocks.append(block)
            owners.append(np.full(size, number))
        targets, owner = np.concatenate(blocks), np.concatenate(owners)
        which = np.array([order for _, order in lot])[owner]
        able = self._reached(goal, which, targets)
        targets, which, owner = targets[able], which[able], owner[able]
        if not len(targets):
            return
        for place in range(tried, which.shape[1]):
            targets[:, place] = self._least(goal, which, targets, place)
        cost = np.abs(targets - goal.now[which]).sum(axis=1)
        starts = np.flatnonzero(np.r_[True, owner[1:] != owner[:-1]])
        for start, end in itertools.pairwise([*starts.tolist(), len(owner)]):
            row = start + int(cost[start:end].argmin())
            levers, order = lot[int(owner[row])]
            to = dict(zip(order, targets[row].tolist(), strict=True))
            yield Move(
                levers, tuple(to[lever] for lever in levers), int(cost[row]), int(self.outside[list(levers)].sum())
            )

    @cached_property
    def _levels(self) -> list[IntArray]:
        """The points of each lever."""
        return [np.array(lever.levels, dtype=np.int64) for lever in self.levers]

    @cached_property
    def _table(self) -> tuple[IntArray, IntArray]:
        """The points of all levers in one table, a row for each, and how many each has."""
        counts = np.array([len(lever.levels) for lever in self.levers], dtype=np.int64)
        table = np.zeros((len(counts), int(counts.max())), dtype=np.int64)
        for place, lever in enumerate(self.levers):
            table[place, : len(lever.levels)] = lever.levels
        return table, counts

    def _least(self, goal: Goal, which: IntArray, targets: IntArray, place: int) -> IntArray:
        """For each trial the nearest points of one lever that are enough with the others as they are."""
        table, counts = self._table
        lever = which[:, place]
        low = np.zeros(len(targets), dtype=np.int64)
        high = counts[lever] - 1
        trial = targets.copy()
        while len(rows := np.flatnonzero(low < high)):
            middle = (low[rows] + high[rows]) // 2
            trial[rows, place] = table[lever[rows], middle]
            does = self._reached(goal, which[rows], trial[rows])
            high[rows] = np.where(does, middle, high[rows])
            low[rows] = np.where(does, low[rows], middle + 1)
        found: IntArray = table[lever, low]
        return found

    def _reached(self, goal: Goal, which: IntArray, targets: IntArray) -> BoolArray:
        by_sums = goal.ways is not None and bool(goal.is_plain[which].all())
        self.trials += len(which) if by_sums else _ADDING * len(which) + _CALL
        return goal.reached(which, targets)

    def _of_all(self) -> Found:
        """Every choice of points of every set, where an improvement may take something away elsewhere."""
        counts = [len(lever.levels) for lever in self.levers]
        choices = (itertools.combinations(range(len(counts)), size) for size in range(1, self.most + 1))
        sets = list(itertools.islice(itertools.chain(*choices), _MOST_ROWS))
        if sum(prod(counts[lever] for lever in levers) for levers in sets) > _MOST_TRIALS // 50:
            self.exact = False
            moves = self._cheapest_of(sets[:2000])
            return Found(tuple(sorted(moves, key=lambda move: move.key(self.fewest))[: self.wanted]), False)
        moves = [move for levers in sets if (move := self._tried(levers)) is not None]
        moves.sort(key=lambda move: move.key(self.fewest))
        idle: dict[Move, bool] = {}
        self._note_idle(moves, idle)
        moves = [move for move in moves if not idle[move]]
        if self.fewest == "criteria" and moves:
            moves = [move for move in moves if len(move.levers) == len(moves[0].levers)]
        return Found(tuple(moves[: self.wanted]), self.exact)

    def _tried(self, levers: tuple[int, ...]) -> Move | None:
        """The cheapest points of one set among all that there are."""
        levels = [self._levels[lever] for lever in levers]
        targets = np.stack([grid.ravel() for grid in np.meshgrid(*levels, indexing="ij")], axis=1)
        which = np.broadcast_to(np.array(levers), targets.shape)
        targets = targets[self._reached(self.goal, which, targets)]
        if not len(targets):
            return None
        cost = np.abs(targets - self.goal.now[list(levers)]).sum(axis=1)
        row = int(cost.argmin())
        return Move(levers, tuple(targets[row].tolist()), int(cost[row]), int(self.outside[list(levers)].sum()))

    def greedy(self) -> Move | None:
        """A set of more levers than were allowed that reaches the goal: those that gain most, as few as are enough."""
        orders = [
            sorted(range(len(self.levers)), key=lambda at: (not self.levers[at].is_own, -self.levers[at].most, at)),
            sorted(range(len(self.levers)), key=lambda at: (-self.levers[at].most, at)),
        ]
        found = [move for order in orders if (move := self._enough(order)) is not None]
        return min(found, key=lambda move: (len(move.levers), move.outside), default=None)

    def _enough(self, order: list[int]) -> Move | None:
        """The first levers of an order that reach the goal at their best."""
        for size in range(1, len(order) + 1):
            levers = tuple(sorted(order[:size]))
            row = np.array([levers])
            if self.goal.reached(row, self.best[row])[0]:
                targets = tuple(int(self.best[lever]) for lever in levers)
                cost = sum(self.levers[lever].most for lever in levers)
                return Move(levers, targets, cost, sum(not self.levers[lever].is_own for lever in levers))
        return None


def _top(goal: Goal, position: int) -> int:
    """The position of the top-level node, or block, that a node lies in."""
    nodes = goal.card.criteria.nodes
    while nodes[position].parent >= 0:
        position = nodes[position].parent
    return position


def search(goal: Goal, most: int, fewest: Fewest, wanted: int) -> Found:
    """The smallest sets of at most so many levers that reach a goal, so many of them.

    Example:
        >>> import cchc_index
        >>> from cchc_index.plans.levers import levers_of
        >>> card = cchc_index.open_cycle("lai-chau-2021").score()["so-tai-chinh"]
        >>> bands = (attrs.evolve(card.band, from_=16),)
        >>> found = search(Goal(card, levers_of(card), (0,), bands), 3, "criteria", 2)
        >>> [(move.levers, move.targets) for move in found.moves], found.exact
        ([((0,), (1253,)), ((1,), (1753,))], True)
    """
    return Search(goal, most, fewest, wanted).found() if goal.levers else Found((), True)


def _sets(count: int, size: int) -> Iterator[IntArray]:
    """All sets of a size, in lots, each in order."""
    if size == 1:
        yield np.arange(count, dtype=np.int64)[:, None]
        return
    if size == 2:
        yield np.stack(np.triu_indices(count, 1), axis=1).astype(np.int64)
        return
    lot: list[npt.NDArray[np.int64]] = []
    for first in range(count - size + 1):
        for rest in _sets(count - first - 1, size - 1):
            sets = rest + first + 1
            lot.append(np.concatenate([np.full((len(sets), 1), first, dtype=np.int64), sets], axis=1))
        if sum(map(len, lot)) > _CHUNK:
            yield np.concatenate(lot)
            lot = []
    if lot:
        yield np.concatenate(lot)
