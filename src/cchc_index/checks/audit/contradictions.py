"""Which printed points and indices cannot stand, and of those that hang together the one that is the cause.

What no reported value explains is wrong by itself. Where reported values leave room, printed figures may contradict
each other: the one without which the fewest contradictions are left is taken for the misprint, and if its parts would
do as well, it is said that either may be. Of several wrong figures of a unit the lowest is taken as it stands; those
above that follow from it have it as their cause.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

import attrs
import numpy as np

from cchc_index.checks.audit.sums import Bound, Reach, Tree
from cchc_index.scoring.aggregation import TOTAL

if TYPE_CHECKING:
    import numpy.typing as npt

    from cchc_index.values.exact import BoolArray

_PAIRS: Final = 4096  #: units with a figure left out that are tried together
_SEARCHES: Final = 4  #: misprints of one unit that are looked for by trying; further ones are where they are met


@attrs.frozen(eq=False)
class Contradictions:
    """What is wrong with a table's points and indices.

    Attributes:
        found: By figure and unit, what cannot stand.
        cause: By figure and unit the number of the figure that is the cause; -1 where nothing is found.
        either: By figure and unit where a sum could be the misprint, and its parts as well.
        free: What the reported values allow.
        held: What they allow together with all figures that can stand.
        followed: What they allow if every cause is taken as it stands.
    """

    found: npt.NDArray[np.bool_]
    cause: npt.NDArray[np.int64]
    either: npt.NDArray[np.bool_]
    free: Reach
    held: Reach
    followed: Reach

    def among(self, rows: npt.NDArray[np.intp], exact: Reach) -> Contradictions:
        """The same of all units, where these are some of them and every figure of the others is the computed one.

        Args:
            rows: The units.
            exact: The computed points of all.
        """
        size = len(exact.low[TOTAL])
        found = np.zeros((len(self.found), size), dtype=np.bool_)
        either, cause = np.zeros_like(found), np.full(found.shape, -1, dtype=np.int64)
        found[:, rows], either[:, rows], cause[:, rows] = self.found, self.either, self.cause
        followed = exact
        if self.found.any():
            low, high = ({at: column.copy() for at, column in end.items()} for end in (exact.low, exact.high))
            for whole, own in ((low, self.followed.low), (high, self.followed.high)):
                for at, column in whole.items():
                    column[rows] = own[at]
            followed = Reach(low, high)
        return Contradictions(found, cause, either, exact, exact, followed)


def contradictions(
    tree: Tree, bounds: Sequence[Bound], exact: Reach | None, doubtful: BoolArray | None = None
) -> Contradictions:
    """Hold printed figures against each other and against what was reported.

    Args:
        tree: What the leaves can have got.
        bounds: The printed figures.
        exact: The computed points, where the leaves leave no room, so that each figure is right or wrong by itself.
        doubtful: The units of which any figure is not the computed one; all, if it is left out. Of units whose points
            are known no other can be wrong, and nobody's figures are held against another unit's here.
    """
    if exact is not None and doubtful is not None and not doubtful.all():
        rows = np.flatnonzero(doubtful)
        if not len(rows):
            nothing = np.zeros((len(bounds), tree.size), dtype=np.bool_)
            cause = np.full(nothing.shape, -1, dtype=np.int64)
            return Contradictions(nothing, cause, np.zeros_like(nothing), exact, exact, exact)
        some = [bound.take(rows) for bound in bounds]
        return contradictions(tree.take(rows), some, exact.take(rows)).among(rows, exact)
    free = exact or tree.reach()
    found = np.zeros((len(bounds), tree.size), dtype=np.bool_)
    for number, bound in enumerate(bounds):
        found[number] = bound.misses(free.low[bound.position], free.high[bound.position])
    either = np.zeros_like(found)
    held = free
    if exact is None:
        held = _search(tree, bounds, found, either)
    order = sorted(range(len(bounds)), key=lambda number: _depth(tree, bounds[number]))
    cause = _causes(tree, bounds, found, order)
    followed = held
    if found.any():
        roots = cause == np.arange(len(bounds)).reshape(-1, 1)
        followed = tree.reach(bounds, found & ~roots, roots)
    return Contradictions(found, cause, either, free, held, followed)


def _depth(tree: Tree, bound: Bound) -> tuple[int, int, bool]:
    """Lowest nodes first, the whole last, points before the index made of them."""
    depth = -1 if bound.position == TOTAL else tree.criteria.nodes[bound.position].depth
    return -depth, bound.position, bound.figure == "index"


def _search(tree: Tree, bounds: Sequence[Bound], found: BoolArray, either: BoolArray) -> Reach:
    """Find figures without which the others can stand; what the figures that can stand allow together."""
    reach = tree.reach(bounds, found)
    order = sorted(range(len(bounds)), key=lambda number: _depth(tree, bounds[number]))
    searches = 0
    while (clashes := np.array(reach.clashes).reshape(found.shape)).any():
        searches += 1
        rows = np.flatnonzero(clashes.any(axis=0))
        met = np.array([next(number for number in order if clashes[number, row]) for row in rows.tolist()])
        if searches <= _SEARCHES:
            _drop_best(tree, bounds, found, either, rows, met)
        else:
            found[met, rows] = True
        reach = tree.reach(bounds, found)
    return reach


def _drop_best(
    tree: Tree,
    bounds: Sequence[Bound],
    found: BoolArray,
    either: BoolArray,
    rows: npt.NDArray[np.intp],
    met: npt.NDArray[np.intp],
) -> None:
    """For each of some units the figure without which the fewest contradictions are left."""
    has = np.array([bound.has for bound in bounds])[:, rows] & ~found[:, rows]
    figures, units = np.nonzero(has)
    left = np.full(has.shape, np.iinfo(np.int64).max)
    for start in range(0, len(units), _PAIRS):
        chosen = slice(start, start + _PAIRS)
        at = rows[units[chosen]]
        without = found[:, at].copy()
        without[figures[chosen], np.arange(len(at))] = True
        tried = tree.take(at).reach([bound.take(at) for bound in bounds], without)
        left[figures[chosen], units[chosen]] = np.sum(tried.clashes, axis=0)
    least = left.min(axis=0)
    best = left == least
    for unit, row in enumerate(rows.tolist()):
        own = int(met[unit])
        choices = np.flatnonzero(best[:, unit])
        number = own if best[own, unit] else int(choices[0])
        found[number, row] = True
        either[number, row] = number == own and len(choices) > 1 and bounds[own].figure == "points"


def _causes(tree: Tree, bounds: Sequence[Bound], found: BoolArray, order: Sequence[int]) -> npt.NDArray[np.int64]:
    """For each figure found the one that, taken as it stands, explains it; else itself."""
    cause = np.full(found.shape, -1, dtype=np.int64)
    roots = np.zeros_like(found)
    while (waiting := found & (cause < 0)).any():
        rows = np.flatnonzero(waiting.any(axis=0))
        first = np.array(order)[waiting[order][:, rows].argmax(axis=0)]
        cause[first, rows] = first
        roots[first, rows] = True
        rest = waiting[:, rows] & (cause[:, rows] < 0)
        more = rest.any(axis=0)
        if not more.any():
            continue
        rows, first, rest = rows[more], first[more], rest[:, more]
        some = [bound.take(rows) for bound in bounds]
        follows = tree.take(rows).reach(some, ~roots[:, rows], roots[:, rows])
        for number in np.flatnonzero(rest.any(axis=1)).tolist():
            at = some[number].position
            explained = rest[number] & ~some[number].misses(follows.low[at], follows.high[at])
            cause[number, rows[explained]] = first[explained]
    return cause
