"""What units are ranked and classed by, and which printed ranks and classes do not follow from it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING, Final, Literal

import attrs
import numpy as np

from cchc_index.bands.thresholds import Thresholds
from cchc_index.checks.audit.basis import Basis
from cchc_index.checks.audit.contradictions import Contradictions
from cchc_index.checks.audit.order import Keys, out_of_order, out_of_reach
from cchc_index.checks.audit.printed import Cells, index_keys
from cchc_index.checks.audit.spans import narrowed
from cchc_index.criteria.criteria_set import CriteriaSet
from cchc_index.criteria.tree import Node, Ranking
from cchc_index.results.outcome import Outcome
from cchc_index.scoring.aggregation import TOTAL
from cchc_index.scoring.method import stand
from cchc_index.values.exact import Integers, Ratios, order_digits
from cchc_index.values.ranking import rank_of
from cchc_index.values.statuses import GIVEN
from cchc_index.values.text import folded

if TYPE_CHECKING:
    import numpy.typing as npt

    from cchc_index.values.exact import BoolArray, IntArray

    Numbers = npt.NDArray[np.int64]

#: further decimals to which exact indices are compared where they are not known exactly
_FURTHER: Final = 6


@attrs.frozen
class Misplaced:
    """A printed rank or class that is not the computed one.

    Attributes:
        row: The unit.
        explained: Whether something that values can have been explains it.
        computed: The computed one; None where it is not known.
        low: The least rank that it can be; None where it is one.
        high: The greatest.
        cause: The unit whose printed points or index explain it; -1 for none.
        partner: The unit with which it was exchanged; -1 for none.
    """

    row: int
    explained: bool
    computed: int | str | None
    low: int | None = None
    high: int | None = None
    cause: int = -1
    partner: int = -1


class Standings:
    """Ranks and classes of one basis, beside the points and indices that its table prints.

    Attributes:
        basis: What the table is held against.
        wrong: What is wrong with its points and indices.
        printed: Its columns of indices and points, by figure and code.
        rooted: The units of which a figure was found.
    """

    def __init__(
        self, basis: Basis, wrong: Contradictions, printed: Mapping[tuple[str, str], tuple[int, Cells]]
    ) -> None:
        """Take a basis and the contradictions of its table, with its columns and their numbers as figures."""
        self.basis = basis
        self.wrong = wrong
        self.printed = printed
        self.rooted: BoolArray = np.zeros(len(basis.register), dtype=np.bool_)
        if len(wrong.found):
            self.rooted |= wrong.found.any(axis=0)
        self._said: dict[tuple[int, str], bool] = {}
        register = basis.register
        self.ranked = np.array(register.ranked, dtype=np.bool_)
        self.blocks = np.array(register.blocks(basis.criteria.rank.within)[1], dtype=np.int64)

    def found(self, figure: str, code: str) -> BoolArray:
        """The units of which a printed figure cannot stand."""
        held = self.printed.get((figure, code))
        return self.wrong.found[held[0]] if held else np.zeros(len(self.blocks), dtype=np.bool_)

    def keys(self, node: Node | None, *, followed: bool, ranking: Ranking | None = None) -> Keys:
        """What units are ranked by, as far as it is known.

        Args:
            node: A node by whose index they are ranked; None for the whole.
            followed: Whether printed misprints are taken as they stand.
            ranking: How units are ranked; as the set says, if it is left out.
        """
        position, code = (TOTAL, "") if node is None else (node.position, node.criterion.code)
        by, rounding = ranking or self.basis.criteria.rank, self.basis.criteria.rounding
        reach = self.wrong.followed if followed else self.wrong.held
        low, high = reach.low[position], reach.high[position]
        step = 0 if by.then and node is None else 1
        if by.by == "points" and node is None:
            return Keys(low, high, step)
        maximum = np.maximum(self.basis.maximum(position), 1)
        above = 10 ** (rounding.index + 6)  # more than any index
        if by.compare == "exact":
            if self.basis.knows_maxima and int(maximum.min(initial=1)) == int(maximum.max(initial=1)):
                return Keys(low, high, step)
            times = 100 * 10 ** (rounding.index + _FURTHER)
            low, high = (narrowed((Integers.of(end) * times).values // maximum) for end in (low, high + 1))
            return Keys(low, high if self.basis.knows_maxima else np.full_like(high, above * 10**_FURTHER), 0)
        low, high = (
            Ratios(Integers.of(end) * 100, Integers.of(maximum)).rounded(rounding.index, rounding.mode).values
            for end in (low, high)
        )
        if not self.basis.knows_maxima:  # of fewer attainable points it would be more
            high = np.full_like(high, above)
        if (held := self.printed.get(("index", code))) is not None:
            number, cells = held
            least, most = index_keys(cells, self.basis)
            wrong = self.wrong.found[number]
            fits = cells.has & ~wrong & (least <= high) & (most >= low)
            low, high = np.where(fits, np.maximum(low, least), low), np.where(fits, np.minimum(high, most), high)
            if followed:
                low, high = np.where(wrong, least, low), np.where(wrong, most, high)
        return Keys(low, high, step)

    def ranks(self, cells: Cells, node: Node | None, among: int | None) -> list[Misplaced]:
        """The printed ranks of a column that are not the computed ones."""
        basis = self.basis
        position = TOTAL if node is None else node.position
        ranked = self.ranked & basis.has_index(position) & basis.sums.complete
        numbers = _whole_ranks(cells)
        misplaced = [Misplaced(row, False, None) for row in cells.rows.tolist() if not ranked[row]]
        has = cells.has & ranked
        if basis.is_exact and (among is None or among <= int(ranked.sum())):
            return misplaced + self._exact_ranks(numbers, has, ranked, node)
        return misplaced + self._possible_ranks(numbers, has, ranked, node, among)

    def _exact_ranks(self, numbers: Numbers, has: BoolArray, ranked: BoolArray, node: Node | None) -> list[Misplaced]:
        basis = self.basis
        own = basis.outcome.rank if node is None else basis.outcome.components.rank(node)
        differs = has & (numbers != own)
        if not differs.any():
            return []
        explained = differs & (numbers == self._as_printed(own, numbers, has, ranked, node))
        found = differs & ~explained
        follows = np.zeros_like(found)
        if self.rooted.any():
            followed = self.keys(node, followed=True)
            follows = found & (numbers == self._ranks_by([followed.low], ranked, node))
        result = []
        for row in np.flatnonzero(differs).tolist():
            cause = self._mover(row, node, ranked) if follows[row] else -1
            partner = -1
            if found[row] and not follows[row]:
                same = found & ~follows & (self.blocks == self.blocks[row])
                swapped = np.flatnonzero(same & (numbers == own[row]) & (own == numbers[row]))
                partner = int(swapped[0]) if len(swapped) == 1 else -1
            result.append(Misplaced(row, bool(explained[row]), int(own[row]), cause=cause, partner=partner))
        return result

    def _as_printed(
        self, own: Numbers, numbers: Numbers, has: BoolArray, ranked: BoolArray, node: Node | None
    ) -> Numbers:
        """Ranks by the figures as printed, in blocks where they explain more ranks than the finer figures do."""
        coarse = self._ranks_by([self._coarse(node)], ranked, node)
        size = int(self.blocks.max(initial=0)) + 1
        by_own = np.bincount(self.blocks[has & (numbers == own)], minlength=size)
        by_coarse = np.bincount(self.blocks[has & (numbers == coarse)], minlength=size)
        return np.where((by_coarse > by_own)[self.blocks], coarse, own)

    def _ranks_by(self, keys: list[IntArray], ranked: BoolArray, node: Node | None) -> Numbers:
        criteria, sums = self.basis.criteria, self.basis.sums
        then = []
        for code in criteria.rank.then if node is None else ():
            other = criteria.node(code)
            points = sums.points[other.position]
            known = sums.status[other.position] <= GIVEN
            then.append((-points if other.block == "penalty" else points, known))
        return rank_of(keys, self.blocks, ranked, criteria.rank.ties, then)

    def _coarse(self, node: Node | None) -> IntArray:
        """What units are ranked by, rounded as the table prints it: equal printed figures may share a rank."""
        basis, by = self.basis, self.basis.criteria.rank
        rounding, code = basis.criteria.rounding, "" if node is None else node.criterion.code
        figure: Literal["points", "index"] = "points" if by.by == "points" and node is None else "index"
        held = self.printed.get((figure, code))
        fine = rounding.points if figure == "points" else rounding.index
        position = TOTAL if node is None else node.position
        if figure == "points":
            values: IntArray = basis.points(position)
        elif node is None:
            values = basis.outcome.index
        else:
            values = basis.outcome.components.index(node)
        if by.compare == "exact" and figure == "index":
            maximum = np.maximum(basis.maximum(position), 1)
            return self._dense(order_digits(Ratios(Integers.of(basis.points(position)), Integers.of(maximum))))
        if held is None or not len(held[1].rows):
            return values
        places = int(held[1].column.places.max())
        if places >= fine:
            return values
        return Integers.of(values).divided(10 ** (fine - places), rounding.mode).values

    def _dense(self, keys: list[IntArray]) -> IntArray:
        """Keys of several columns as one."""
        everybody = np.ones(len(self.blocks), dtype=np.bool_)
        return -rank_of(keys, np.zeros_like(self.blocks), everybody, "dense")

    def _mover(self, row: int, node: Node | None, ranked: BoolArray) -> int:
        """The unit whose misprint moves another's rank: itself, or one that passes it."""
        if self.rooted[row]:
            return row
        before, after = self.keys(node, followed=False).low, self.keys(node, followed=True).low
        others = self.rooted & ranked & (self.blocks == self.blocks[row])
        passes = others & (np.sign(before - before[row]) != np.sign(after - after[row]))
        return int(np.flatnonzero(passes if passes.any() else others)[0]) if others.any() else -1

    def _possible_ranks(
        self, numbers: Numbers, has: BoolArray, ranked: BoolArray, node: Node | None, among: int | None
    ) -> list[Misplaced]:
        """Ranks of which only intervals of what they stand on are known: their order, and how many can be above."""
        basis = self.basis
        keys, result = self.keys(node, followed=False), []
        followed = self.keys(node, followed=True) if self.rooted.any() else keys
        own = np.zeros_like(numbers)
        if basis.result is not None:
            own = basis.outcome.rank if node is None else basis.outcome.components.rank(node)
        for block in np.unique(self.blocks[ranked]).tolist():
            rows = np.flatnonzero(ranked & (self.blocks == block))
            printed, some = numbers[rows], has[rows]
            absent = ~some & basis.may_be_unranked[rows]
            found, least, most = self._misplaced(keys.take(rows), printed, some, absent, among)
            if self.rooted[rows].any() and found.any():
                still, *_ = self._misplaced(followed.take(rows), printed, some, absent, among)
                if int(still.sum()) >= int(found.sum()):  # it puts others out of place, and explains none
                    still = found
            else:
                still = found
            over = among is not None and among > len(rows)
            told = some & found  # most ranks are the computed ones, and nothing is to be told of them
            if basis.result is not None:
                told |= some & ((own[rows] != printed) | (own[rows] == 0) | over)
            for at in np.flatnonzero(told).tolist():
                row = int(rows[at])
                computed = int(own[row]) or None if not over else None
                if computed is None and least[at] == most[at]:
                    computed = int(least[at])
                ends = (int(least[at]), int(most[at])) if least[at] != most[at] else (None, None)
                if found[at]:
                    cause = self._mover(row, node, ranked) if not still[at] else -1
                    result.append(Misplaced(row, False, computed, ends[0], ends[1], cause))
                elif computed is not None and basis.result is not None and printed[at] != computed:
                    result.append(Misplaced(row, True, computed, ends[0], ends[1]))
        return result

    def _misplaced(
        self, keys: Keys, printed: Numbers, has: BoolArray, absent: BoolArray, among: int | None
    ) -> tuple[BoolArray, Numbers, Numbers]:
        """The fewest ranks of a block that cannot stand, and between which each can be, if those absent may be none."""
        ties = self.basis.criteria.rank.ties
        least, most, beyond = out_of_reach(keys, printed, has, absent, ties, among)
        moved = _disordered(keys, printed, has, ~has)
        if beyond.any() and int(beyond.sum()) <= max(int(moved.sum()), 1):
            return beyond | _disordered(keys, printed, has, beyond | ~has), least, most
        *_, others = out_of_reach(keys, printed, has, moved | absent, ties, among)
        return moved | others, least, most

    def bands(self, texts: Mapping[str, str]) -> list[Misplaced]:
        """The printed classes that are not the computed ones."""
        basis = self.basis
        outcome = basis.outcome
        if not basis.knows_maxima and not _plain(basis.criteria):
            return []  # a class by what cannot be known
        result: list[Misplaced] = []
        computed_of = outcome.classification.band_of.tolist()
        placed = ((basis.register.rows[unit], text) for unit, text in texts.items())
        odd = [
            (row, text)
            for row, text in placed
            if basis.result is None or computed_of[row] < 0 or not self._says(outcome, computed_of[row], text)
        ]
        if not odd:
            return result
        ends = self._ends
        following: Outcome | None = None
        bands = ends[0].classification.bands
        for row, text in odd:
            own = computed_of[row] if basis.result is not None else -1
            computed = bands[own].label.first if own >= 0 else None
            places = [int(end.classification.band_of[row]) for end in ends]
            places = [at for at in places if at >= 0] or places
            if min(places) >= 0 and any(self._says(ends[0], at, text) for at in range(min(places), max(places) + 1)):
                if basis.result is not None:
                    result.append(Misplaced(row, True, computed))
                continue
            if computed is None and len(set(places)) == 1 and places[0] >= 0:
                computed = bands[places[0]].label.first
            cause = -1
            if self.rooted.any():
                following = following or self._standing(followed=True, upper=False)
                at = int(following.classification.band_of[row])
                if at >= 0 and self._says(following, at, text):
                    cause = row if self.rooted[row] else self._any_root(row)
            result.append(Misplaced(row, False, computed, cause=cause))
        return result

    @cached_property
    def _ends(self) -> list[Outcome]:
        """Index, ranks and classes at both ends of what points can have been, and as computed."""
        basis = self.basis
        if basis.is_exact:
            return [basis.outcome]
        ends = [self._standing(followed=False, upper=upper) for upper in (False, True)]
        return ends + ([basis.outcome] if basis.result is not None else [])

    def class_ends(self) -> tuple[Numbers, Numbers]:
        """The places of the first and of the last class that each unit can have; -1 where it may have none."""
        if not self.basis.knows_maxima and not _plain(self.basis.criteria):  # by what cannot be known
            size = len(self.blocks)
            return np.full(size, -1), np.full(size, len(self.basis.outcome.classification.bands) - 1)
        places = np.array([end.classification.band_of for end in self._ends])
        first = np.where(self.basis.tree.undecided, -1, places.min(axis=0))
        return first, places.max(axis=0)

    def _says(self, outcome: Outcome, place: int, text: str) -> bool:
        """Whether a text is a band's label in any language, whatever its capitals."""
        if (place, text) not in self._said:
            labels = [folded(label) for _, label in outcome.classification.bands[place].label.texts]
            self._said[place, text] = folded(text) in labels
        return self._said[place, text]

    def _any_root(self, row: int) -> int:
        groups = np.array(self.basis.register.group_blocks[1])
        others = np.flatnonzero(self.rooted & (groups == groups[row]))
        return int(others[0]) if len(others) else -1

    def _standing(self, *, followed: bool, upper: bool) -> Outcome:
        """Index, ranks and classes at one end of what points can have been."""
        basis, reach = self.basis, self.wrong.followed if followed else self.wrong.held
        end = reach.high if upper else reach.low
        points = tuple(end[at] for at in range(len(basis.criteria.nodes)))
        sums = attrs.evolve(basis.sums, points=points, total=end[TOTAL])
        by_index = self.keys(None, followed=followed, ranking=Ranking())
        return stand(basis.assessment, sums, by_index.high if upper else by_index.low)


def _plain(criteria: CriteriaSet) -> bool:
    """Whether classes stand on the printed index or on points alone, and on no per cent that is not printed."""
    classifier = None if criteria.classify is None else criteria.classify.classifier
    if not isinstance(classifier, Thresholds):
        return False
    groups = classifier.groups
    needing = any(band.needs for group in groups or ("",) for band in classifier.bands_of(group))
    return (classifier.on == "points" or classifier.compare == "published") and not needing


def _disordered(keys: Keys, printed: Numbers, has: BoolArray, without: BoolArray) -> BoolArray:
    rows = np.flatnonzero(has & ~without)
    found = np.zeros(len(printed), dtype=np.bool_)
    if len(rows):
        found[rows[out_of_order(keys.take(rows), printed[rows])]] = True
    return found


def _whole_ranks(cells: Cells) -> Numbers:
    """Each unit's printed rank as a whole number; 0 for none, and for what is no rank."""
    ranks = np.zeros_like(cells.of_row)
    for places, rows, numbers in cells.by_places:
        ranks[rows] = narrowed(np.where(numbers % 10**places == 0, numbers // 10**places, 0))
    return ranks
