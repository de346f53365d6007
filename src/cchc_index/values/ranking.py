"""Ranks of units among those they are compared with."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal

import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

    from cchc_index.values.exact import BoolArray, IntArray


def rank_of(
    keys: list[IntArray],
    blocks: npt.NDArray[np.int64],
    ranked: BoolArray,
    ties: Literal["shared", "dense"],
    then: Iterable[tuple[npt.NDArray[np.int64], BoolArray]] = (),
) -> npt.NDArray[np.int64]:
    """Each unit's rank within its block, from 1; 0 for units that are not ranked.

    Units are compared by the keys in order, more is better. Equal units are told apart by the tie-breaks in order: a
    tie-break is a column of points and a mask of the units that have them. Among tied units of which one has no
    points there, that tie-break decides nothing.

    Example:
        >>> import numpy as np
        >>> keys = [np.array([80, 90, 80, 70])]
        >>> rank_of(keys, np.zeros(4, np.int64), np.ones(4, np.bool_), "shared").tolist()
        [2, 1, 2, 4]
        >>> rank_of(keys, np.zeros(4, np.int64), np.ones(4, np.bool_), "dense").tolist()
        [2, 1, 2, 3]
    """
    ranks = np.zeros(len(blocks), dtype=np.int64)
    rows = np.flatnonzero(ranked)
    if not len(rows):
        return ranks
    block = blocks[rows]
    places = dense_places([-key[rows] for key in keys], block)
    for points, known in then:
        unknown = np.bincount(places[~known[rows]], minlength=len(rows))
        places = dense_places([places, -points[rows] * (unknown[places] == 0)], block)
    first_of_block = np.full(len(blocks), np.iinfo(np.int64).max)  # there are no more blocks than units
    if ties == "shared":
        counted = np.bincount(places)
        before = np.concatenate(([0], np.cumsum(counted)[:-1]))[places]
    else:
        before = places
    np.minimum.at(first_of_block, block, before)
    ranks[rows] = before - first_of_block[block] + 1
    return ranks


def dense_places(keys: list[IntArray], block: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """The dense place of each row when rows are ordered by block and keys; equal rows share one."""
    # numbers beyond 64 bits cannot be sorted side by side; their places can
    columns = [np.unique(column, return_inverse=True)[1] for column in (block, *keys)]
    order = np.lexsort(columns[::-1])
    new = np.zeros(len(block), dtype=np.bool_)
    for column in columns:
        ordered = column[order]
        new[1:] |= ordered[1:] != ordered[:-1]
    places = np.empty(len(block), dtype=np.int64)
    places[order] = np.cumsum(new)
    return places
