"""Who leads and who trails: by rank alone, ties together, nobody twice."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import cchc_index
from cchc_index.reports.standings import MOST_NAMED, added_classes, group_standings
from tests.results.per_card import random_result
from tests.writing.word.small import NAMES, small_cycle


@given(seed=st.integers(0, 2**32), units=st.integers(0, 25))
def test_nobody_who_is_before_a_leader_is_left_out(seed: int, units: int) -> None:
    """Leaders are the best, those that trail the worst, no unit is both; classes add up to the units that have one."""
    result = random_result(seed, units)
    for group in group_standings(result):
        ranks = sorted(card.rank for card in group.cards if card.rank is not None)
        first = [card.rank or 0 for card in group.leading]
        last = [card.rank or 0 for card in group.trailing]
        assert group.ranked == len(ranks)
        assert bool(first) == bool(ranks)
        assert sorted(first) == ranks[: len(first)]
        assert sorted(last) == ranks[len(ranks) - len(last) :]
        assert not set(first) & set(last)
        assert not ranks or len(set(first)) <= MOST_NAMED
        assert sum(count for _, count in group.classes) == sum(card.band is not None for card in group.cards)


@pytest.mark.parametrize(
    ("ranked", "units", "leading", "trailing"), [("yes", 1, 1, 0), ("yes", 3, 1, 1), ("no", 3, 0, 0)]
)
def test_few_units(tmp_path: Path, ranked: str, units: int, leading: int, trailing: int) -> None:
    """One unit leads and does not trail; where none is ranked, none does either."""
    names = dict(list(NAMES.items())[:units])
    (group,) = group_standings(small_cycle(tmp_path, names, ranked=ranked).score().results[0])
    assert (len(group.leading), len(group.trailing)) == (leading, trailing)


def test_classes_of_other_names_are_not_added() -> None:
    """Those of the two sets of Cao Bằng are: 2, 25, 3."""
    cycles = [cchc_index.open_cycle(name).score().results for name in ("cao-bang-2021", "lai-chau-2021")]
    found = [[group for result in results for group in group_standings(result)] for results in cycles]
    assert [count for _, count in added_classes(found[0]) or ()] == [2, 25, 3]
    assert added_classes([*found[0], *found[1]]) is None
