"""Printed ranks fit what units are ranked by, and as few as can be are named where they do not."""

from __future__ import annotations

import random

import numpy as np
import pytest

from cchc_index.checks.audit.order import Keys, out_of_order, out_of_reach
from cchc_index.values.ranking import rank_of


def _exact(*numbers: int) -> Keys:
    return Keys(np.array(numbers), np.array(numbers))


def test_the_order_of_intervals_is_one_order() -> None:
    """Each of three overlapping intervals may be the best, but they cannot rise both ways."""
    keys = Keys(np.array([10, 10, 10]), np.array([11, 11, 11]))

    assert not out_of_order(keys, np.array([1, 2, 2])).any()
    assert out_of_order(keys, np.array([1, 2, 3])).sum() == 1  # three different figures need more room


def test_equal_ranks_need_one_figure() -> None:
    """Of three units that share a rank the one with another figure is named."""
    assert out_of_order(_exact(7, 9, 7), np.array([1, 1, 1])).tolist() == [False, True, False]


@pytest.mark.parametrize("seed", range(40))
def test_correct_ranks_are_in_order_and_within_reach(seed: int) -> None:
    """Whatever the ties; and with one unit moved, one is named."""
    chance = random.Random(seed)
    numbers = np.array([chance.randint(0, 15) for _ in range(20)])
    everybody, nobody = np.ones(20, dtype=np.bool_), np.zeros(20, dtype=np.bool_)
    for ties in ("shared", "dense"):
        ranks = rank_of([numbers], np.zeros(20, dtype=np.int64), everybody, ties)
        width = np.array([chance.randint(0, 3) for _ in range(20)])
        keys = Keys(numbers - width, numbers + width)
        assert not out_of_order(keys, ranks).any()
        assert not out_of_reach(keys, ranks, everybody, nobody, ties)[2].any()
        assert not out_of_reach(keys, ranks + 30, everybody, nobody, ties, among=70)[2].any()
    moved = ranks.copy()
    moved[int(numbers.argmax())] = 40
    assert out_of_order(_exact(*numbers.tolist()), moved).sum() <= 1 + (numbers == numbers.max()).sum()


def test_a_rank_counts_those_above() -> None:
    """With two better ones a unit is third; among more units it may be lower."""
    keys, everybody, nobody = _exact(5, 7, 9), np.ones(3, dtype=np.bool_), np.zeros(3, dtype=np.bool_)
    least, most, wrong = out_of_reach(keys, np.array([2, 2, 1]), everybody, nobody, "shared")

    assert (least.tolist(), most.tolist(), wrong.tolist()) == ([3, 2, 1], [3, 2, 1], [True, False, False])
    assert out_of_reach(keys, np.array([19, 4, 1]), everybody, nobody, "shared", 63)[2].tolist() == [False] * 3
