"""What each node's points can have been, from the leaves up, and the printed figures that leave nothing of it.

Every node of every unit has an interval of whole numbers, its points in units of their last decimal. Sums and all that
grows with its parts keep intervals whole; of what does not, such as the best of some, the points are known where the
parts are, and else anything from 0 to the maximum. A printed figure narrows its node's interval before that is added.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final, Self

import attrs
import numpy as np

from cchc_index.criteria.criteria_set import CriteriaSet
from cchc_index.criteria.tree import Node, Stage
from cchc_index.scoring.aggregation import TOTAL, parent_points, weighed_points
from cchc_index.values.exact import to_integer
from cchc_index.values.statuses import GIVEN, MISSING

if TYPE_CHECKING:
    import numpy.typing as npt

    from cchc_index.values.exact import BoolArray

    Points = npt.NDArray[np.int64]

_WHOLE: Final = 2**62  #: more than any total
#: aggregations that never give less for more
_GROWING: Final = ("sum", "minimum", "geometric", "harmonic")


@attrs.frozen(eq=False)
class Bound:
    """A column of printed figures that say something of a node's points.

    Attributes:
        figure: `points` or `index`.
        code: The node's code; "" for the whole.
        position: The node's place; `TOTAL` for the whole.
        has: Which units have such a figure.
        low: The least points that it allows.
        high: The most.
    """

    figure: str
    code: str
    position: int
    has: BoolArray
    low: Points
    high: Points

    def take(self, rows: npt.NDArray[np.intp]) -> Self:
        """The figures of some units, as often as they are named."""
        return attrs.evolve(self, has=self.has[rows], low=self.low[rows], high=self.high[rows])

    def misses(self, low: Points, high: Points) -> BoolArray:
        """Where no points of an interval are among those that the figure allows."""
        return self.has & ((self.low > high) | (self.high < low) | (self.low > self.high))


@attrs.frozen(eq=False)
class Reach:
    """What points can have been.

    Attributes:
        low: The least of each node, by position, and of the whole by `TOTAL`.
        high: The most.
        clashes: For each printed column the units of which it leaves nothing.
    """

    low: dict[int, Points]
    high: dict[int, Points]
    clashes: tuple[BoolArray, ...] = ()

    def take(self, rows: npt.NDArray[np.intp]) -> Self:
        """The same of some units."""
        low, high = ({at: column[rows] for at, column in end.items()} for end in (self.low, self.high))
        return type(self)(low, high, tuple(clash[rows] for clash in self.clashes))


@attrs.frozen(eq=False)
class Tree:
    """A set's tree with what its leaves can have got.

    Attributes:
        criteria: The set.
        stage: The stage.
        size: How many units.
        low: The least points of each leaf, by position.
        high: The most.
        maxima: Each node's attainable points, by position.
        total_maximum: Attainable points of the whole.
        status: Each node's statuses, by position.
        applies: Whether it is known what applies to each unit; if not, a node that scales what applies can be anything.
        undecided: The units of which it is not known what is missing, since a requirement that may hold or fail decides
            whether an answer is asked for.
    """

    criteria: CriteriaSet
    stage: Stage
    size: int
    low: Mapping[int, Points]
    high: Mapping[int, Points]
    maxima: Mapping[int, int | Points]
    total_maximum: Points
    status: Mapping[int, npt.NDArray[np.int8]]
    applies: bool
    undecided: BoolArray

    def take(self, rows: npt.NDArray[np.intp]) -> Self:
        """The same of some units, as often as they are named."""
        return attrs.evolve(
            self,
            size=len(rows),
            low={at: column[rows] for at, column in self.low.items()},
            high={at: column[rows] for at, column in self.high.items()},
            maxima={at: most if isinstance(most, int) else most[rows] for at, most in self.maxima.items()},
            total_maximum=self.total_maximum[rows],
            status={at: column[rows] for at, column in self.status.items()},
            undecided=self.undecided[rows],
        )

    def reach(
        self,
        bounds: Sequence[Bound] = (),
        without: npt.NDArray[np.bool_] | None = None,
        taken: npt.NDArray[np.bool_] | None = None,
    ) -> Reach:
        """What every node's points can have been.

        Args:
            bounds: Printed figures.
            without: By figure and unit those that are left out.
            taken: By figure and unit those that are taken as they stand, whatever the parts say.
        """
        low, high = dict(self.low), dict(self.high)
        clashes = [np.zeros(self.size, dtype=np.bool_) for _ in bounds]
        beside: dict[int, list[int]] = {}
        for number, bound in enumerate(bounds):
            beside.setdefault(bound.position, []).append(number)
        for at in (*self.criteria.order, TOTAL):
            if at == TOTAL:
                low[at], high[at] = self._total(low, high)
            elif (node := self.criteria.nodes[at]).parts:
                low[at], high[at] = self._node(node, low, high)
            elif node.criterion.requires:
                low[at], high[at] = self._required(node, low, high, low[at], high[at])
            for number in beside.get(at, ()):
                bound = bounds[number]
                counts = bound.has if without is None else bound.has & ~without[number]
                if taken is not None:
                    held = bound.has & taken[number]
                    most = _WHOLE if at == TOTAL else self.maxima[at]  # what is above it is made of no more
                    low[at] = np.where(held, np.clip(bound.low, 0, most), low[at])
                    high[at] = np.where(held, np.clip(bound.high, 0, most), high[at])
                    counts = counts & ~held
                clash = counts & bound.misses(low[at], high[at])
                clashes[number] = clash
                counts = counts & ~clash
                low[at] = np.where(counts, np.maximum(low[at], bound.low), low[at])
                high[at] = np.where(counts, np.minimum(high[at], bound.high), high[at])
        return Reach(low, high, tuple(clashes))

    def _node(self, node: Node, low: Mapping[int, Points], high: Mapping[int, Points]) -> tuple[Points, Points]:
        at, criterion = node.position, node.criterion
        own = self.maxima[at] if self.applies else to_integer(criterion.max_points, self.criteria.rounding.points)
        most = np.broadcast_to(np.asarray(own), (self.size,))
        if criterion.weighs:
            least, greatest = self._weighed(node, low, high, most)
        elif not self.applies and criterion.not_applicable_parts == "redistribute":
            least, greatest = np.zeros_like(most), most
        else:
            least, greatest = (
                parent_points(self.criteria, node, end, self.maxima, self.stage)[0] for end in (low, high)
            )
        for block in node.blocks:
            adds = self.criteria.nodes[block].block == "bonus"
            least = least + (low[block] if adds else -high[block])
            greatest = greatest + (high[block] if adds else -low[block])
        if node.blocks:  # they count only where it applies, and is not missing
            least = np.where(self.undecided | (not self.applies), np.minimum(least, 0), least)
            counts = (self.status[at] <= GIVEN) | (self.undecided & (self.status[at] == MISSING))
            least, greatest = (np.where(counts, np.clip(end, 0, most), 0) for end in (least, greatest))
        if criterion.requires:
            least, greatest = self._required(node, low, high, least, greatest)
        return least, greatest

    def _weighed(
        self, node: Node, low: Mapping[int, Points], high: Mapping[int, Points], most: Points
    ) -> tuple[Points, Points]:
        criterion = node.criterion
        known = np.logical_and.reduce([low[part] == high[part] for part in node.parts])
        least, greatest = np.zeros_like(most), most
        grows = criterion.rule is None and (criterion.combine is None or criterion.combine.name in _GROWING)
        if self.applies and (grows or known.any()):
            ends = [weighed_points(self.criteria, node, end, self.maxima, self.status)[0] for end in (low, high)]
            told = (known | grows) & ~self.undecided  # where a part is missing it has none
            least, greatest = (np.where(told, end, other) for end, other in zip(ends, (least, greatest), strict=True))
        return least, greatest

    def _required(
        self,
        node: Node,
        low: Mapping[int, Points],
        high: Mapping[int, Points],
        least: Points,
        greatest: Points,
    ) -> tuple[Points, Points]:
        """Nothing where a requirement surely fails; anything from nothing where it may."""
        fails, may = np.zeros(self.size, dtype=np.bool_), np.zeros(self.size, dtype=np.bool_)
        for code, requirement in node.criterion.requires.items():
            at = self.criteria.positions[code]
            wanted = to_integer(requirement.at_least, self.criteria.rounding.points)
            demands = self.status[at] <= GIVEN
            fails |= demands & (high[at] < wanted) & self.applies  # what does not apply demands nothing
            may |= demands & (low[at] < wanted)
        # what it requires is missing; where values were printed rounded it may be that it demands nothing
        waits = self.status[node.position] == MISSING
        surely = waits & self.applies & ~self.undecided
        return np.where(may | waits | self.undecided, 0, least), np.where(fails | surely, 0, greatest)

    def may_fail_or_hold(self) -> BoolArray:
        """The units of which it is not known whether some requirement holds."""
        reach, found = self.reach(), np.zeros(self.size, dtype=np.bool_)
        for node in self.criteria.nodes:
            for code, requirement in node.criterion.requires.items():
                at = self.criteria.positions[code]
                wanted = to_integer(requirement.at_least, self.criteria.rounding.points)
                holds = (reach.high[at] >= wanted) | (not self.applies)  # what does not apply demands nothing
                found |= (self.status[at] <= GIVEN) & (reach.low[at] < wanted) & holds
        return found

    def _total(self, low: Mapping[int, Points], high: Mapping[int, Points]) -> tuple[Points, Points]:
        criteria = self.criteria
        least, greatest = np.zeros(self.size, dtype=np.int64), np.zeros(self.size, dtype=np.int64)
        for node in criteria.top:
            least, greatest = least + low[node.position], greatest + high[node.position]
        for block in criteria.blocks:
            adds = block.block == "bonus"
            least = least + (low[block.position] if adds else -high[block.position])
            greatest = greatest + (high[block.position] if adds else -low[block.position])
        if criteria.blocks:
            least, greatest = np.maximum(least, 0), np.maximum(greatest, 0)
            if not self.applies:  # what is above the attainable maximum is cut, whatever that is
                least = np.zeros_like(least)
            if criteria.extras is not None and criteria.extras.above_maximum == "clamp":
                places = self.criteria.rounding.points
                whole = sum(to_integer(node.criterion.max_points, places) for node in criteria.top)
                most = self.total_maximum if self.applies else np.full(self.size, whole)
                least, greatest = (np.minimum(end, most) for end in (least, greatest))
        return least, greatest
