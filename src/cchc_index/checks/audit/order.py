"""Printed ranks held against each other and against what units are ranked by, as far as that is known."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

import attrs
import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

    from cchc_index.values.exact import BoolArray

    Numbers = npt.NDArray[np.int64]

_NEVER = np.iinfo(np.int64).max


@attrs.frozen(eq=False)
class Keys:
    """What units are ranked by, more is better: an interval of whole numbers for each.

    Attributes:
        low: The least.
        high: The most.
        step: By how much a better unit's must exceed another's: 0 where equal ones may be told apart otherwise.
    """

    low: Numbers
    high: Numbers
    step: int = 1

    def take(self, rows: npt.NDArray[np.intp]) -> Keys:
        """Those of some units."""
        return Keys(self.low[rows], self.high[rows], self.step)


def out_of_order(keys: Keys, ranks: Numbers) -> BoolArray:
    """The units whose printed rank fits into no order of what they are ranked by; as few as there can be.

    Args:
        keys: What each is ranked by.
        ranks: Their printed ranks.

    Example:
        >>> keys = Keys(np.array([8033, 8032, 9000]), np.array([8033, 8032, 9000]))
        >>> out_of_order(keys, np.array([3, 2, 1])).tolist(), out_of_order(keys, np.array([2, 3, 1])).tolist()
        ([True, False, False], [False, False, False])
    """
    found = np.zeros(len(ranks), dtype=np.bool_)
    groups: list[npt.NDArray[np.intp]] = []
    ends: list[tuple[int, int]] = []
    if not len(ranks):
        return found
    order = np.argsort(-ranks, kind="stable")  # one sorting, and no look at all units for each of as many ranks
    starts = np.flatnonzero(np.diff(ranks[order], prepend=ranks[order[0]] + 1))
    least, most = np.maximum.reduceat(keys.low[order], starts), np.minimum.reduceat(keys.high[order], starts)
    for group, low, high in zip(np.split(order, starts[1:]), least.tolist(), most.tolist(), strict=True):
        groups.append(group)
        ends.append((low, high))
        if low > high:
            groups[-1], *agreed = _agreeing(keys, group, found)
            ends[-1] = (agreed[0], agreed[1])
    for group in _left_out(groups, ends, keys.step):
        found[group] = True
    return found


def _agreeing(keys: Keys, group: npt.NDArray[np.intp], found: BoolArray) -> tuple[npt.NDArray[np.intp], int, int]:
    """The most units of one rank that can have one figure; the others are found."""
    low, high = keys.low[group], keys.high[group]
    shared = max(low.tolist(), key=lambda at: int(((low <= at) & (high >= at)).sum()))
    holds = (low <= shared) & (high >= shared)
    found[group[~holds]] = True
    kept = group[holds]
    return kept, int(keys.low[kept].max()), int(keys.high[kept].min())


def _left_out(
    groups: Sequence[npt.NDArray[np.intp]], ends: Sequence[tuple[int, int]], step: int
) -> list[npt.NDArray[np.intp]]:
    """The groups, from the worst to the best, that are in no longest chain of rising figures."""
    reached = -_NEVER
    for low, high in ends:
        reached = max(reached + step, low)
        if reached > high:
            break
    else:
        return []
    best = np.full(len(groups) + 1, _NEVER, dtype=np.int64)  # the least figure that a chain of so many ends with
    best[0] = -_NEVER
    set_by = np.zeros((len(groups), len(groups)), dtype=np.bool_)
    for number, (low, high) in enumerate(ends):
        ended = np.where(best[:-1] == _NEVER, _NEVER, np.maximum(np.minimum(best[:-1], _NEVER - 1) + step, low))
        better = (ended <= high) & (ended < best[1:])
        best[1:] = np.where(better, ended, best[1:])
        set_by[number] = better
    length = int(np.flatnonzero(best < _NEVER).max())
    out = []
    for number in range(len(groups) - 1, -1, -1):
        if length and set_by[number, length - 1]:
            length -= 1
        else:
            out.append(groups[number])
    return out


def out_of_reach(
    keys: Keys,
    ranks: Numbers,
    has: BoolArray,
    doubtful: BoolArray,
    ties: Literal["shared", "dense"],
    among: int | None = None,
) -> tuple[Numbers, Numbers, BoolArray]:
    """The least and the greatest rank that each unit of one block can have, and which printed ranks lie outside.

    Args:
        keys: What each is ranked by.
        ranks: Their printed ranks.
        has: Which have one.
        doubtful: Units that may be anywhere, since something of theirs was found already.
        ties: How equal units are counted.
        among: Over how many units the ranks are, where they are over more.
    """
    sure = ~doubtful
    lows, highs = np.sort(keys.low[sure]), np.sort(keys.high[sure])
    above = len(lows) - np.searchsorted(lows, keys.high, side="right")
    side: Literal["left", "right"] = "right" if keys.step else "left"
    may = len(highs) - np.searchsorted(highs, keys.low, side=side)
    itself = sure & ((keys.high > keys.low) | (keys.step == 0))
    may = may - itself + int(doubtful.sum()) - doubtful
    least = 1 + (np.minimum(above, 1) if ties == "dense" else above)
    most = 1 + may
    if among is not None and among > len(ranks):
        below = np.searchsorted(highs, keys.low, side="left")
        most = among - below if ties == "shared" else np.full(len(ranks), among)
    return least, most, np.asarray(has & sure & ((ranks < least) | (ranks > most)))
