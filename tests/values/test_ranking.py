"""Ranks are what counting by hand gives: within each block, by the keys in order, then by the tie-breaks."""

from __future__ import annotations

from typing import Any, Literal

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_index.values.ranking import rank_of

Ties = Literal["shared", "dense"]


def _by_hand(
    keys: list[list[int]], blocks: list[int], ranked: list[bool], ties: Ties, then: list[tuple[list[int], list[bool]]]
) -> list[int]:
    """One unit at a time, straight from the words of the method."""
    size = len(blocks)
    standing: list[Any] = [tuple(-key[row] for key in keys) for row in range(size)]
    for points, known in then:
        whole = [
            all(known[other] for other in _tied(standing, blocks, ranked, row)) if ranked[row] else False
            for row in range(size)
        ]
        standing = [(*standing[row], -points[row] if whole[row] else 0) for row in range(size)]
    ranks = [0] * size
    for row in range(size):
        if ranked[row]:
            before = [
                standing[other]
                for other in range(size)
                if ranked[other] and blocks[other] == blocks[row] and standing[other] < standing[row]
            ]
            ranks[row] = 1 + len(before if ties == "shared" else set(before))
    return ranks


def _tied(standing: list[Any], blocks: list[int], ranked: list[bool], row: int) -> list[int]:
    return [
        other
        for other in range(len(blocks))
        if ranked[other] and blocks[other] == blocks[row] and standing[other] == standing[row]
    ]


@given(st.data(), st.integers(0, 9), st.sampled_from(["shared", "dense"]), st.booleans())
def test_ranks_are_those_counted_by_hand(data: st.DataObject, size: int, ties: Ties, large: bool) -> None:
    """Also of numbers that no machine integer holds, and with units that are not ranked among the others."""

    def listed(elements: st.SearchStrategy[Any]) -> list[Any]:
        return data.draw(st.lists(elements, min_size=size, max_size=size))

    few = st.integers(0, 2)
    keys = [listed(few) for _ in range(data.draw(st.integers(1, 2)))]
    if large:
        keys[-1] = [2**70 + each for each in keys[-1]]
    blocks = listed(st.integers(0, max(min(size - 1, 2), 0)))
    ranked = listed(st.sampled_from([True, True, True, False]))
    then = [(listed(few), listed(st.sampled_from([True, True, False]))) for _ in range(data.draw(st.integers(0, 2)))]
    columns = [np.array(key, dtype=object if large and key is keys[-1] else np.int64) for key in keys]
    breaks = [(np.array(points, dtype=np.int64), np.array(known, dtype=np.bool_)) for points, known in then]

    ranks = rank_of(columns, np.array(blocks, dtype=np.int64), np.array(ranked, dtype=np.bool_), ties, breaks)

    assert ranks.dtype == np.int64
    assert ranks.tolist() == _by_hand(keys, blocks, ranked, ties, then)


@pytest.mark.parametrize("ties", ["shared", "dense"])
def test_nobody_is_ranked_where_nobody_may_be(ties: Ties) -> None:
    """Rank 0 is none."""
    ranks = rank_of([np.array([3, 1])], np.zeros(2, np.int64), np.zeros(2, np.bool_), ties)

    assert ranks.tolist() == [0, 0]
