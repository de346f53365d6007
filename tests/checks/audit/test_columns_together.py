"""Columns are looked at together, and in full only where a figure is not the computed one: the findings are the same.

Random tables, right and with misprints, are held both ways.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

import numpy as np
import pytest

from cchc_index.checks.audit import printed
from cchc_index.checks.audit.contradictions import Contradictions, contradictions
from cchc_index.checks.audit.order import Keys, out_of_order
from cchc_index.checks.audit.printed import as_computed, bounds_of
from cchc_index.checks.audit.standings import Standings
from cchc_index.checks.audit.sums import Bound, Reach
from cchc_index.checks.audit.table_held import Holding
from cchc_index.reading.grids.cells import Texts
from cchc_index.reading.published import published_table
from cchc_index.reading.sources import table_of
from tests.fuzz.audit import Published, misprint, table

_SEEDS = range(60)


def _spoilt(seed: int) -> Iterator[Published]:
    """A random table that is held against what was reported, right and then with one and more misprints."""
    made, chance = table(seed, "reported"), random.Random(seed)
    for _ in range(4):
        if made is None:
            return
        yield made
        wrong = misprint(made, chance)
        made = None if wrong is None else wrong[0]


def _held(made: Published) -> Holding:
    criteria = made.basis.criteria
    tops = tuple(node.criterion.code for node in criteria.top)
    units, codes = tuple(made.basis.register.rows), tuple(criteria.positions)
    published, problems = published_table(table_of(made.rows, "published", Texts()), units, codes, tops)
    assert not problems
    return Holding(made.basis, published)


def _same_bound(one: Bound, other: Bound, rows: np.ndarray) -> bool:
    ends = ((one.low, other.low), (one.high, other.high))
    return bool((one.has == other.has).all()) and all((left[rows] == right[rows]).all() for left, right in ends)


def _same_reach(one: Reach, other: Reach) -> bool:
    ends = ((one.low, other.low), (one.high, other.high))
    return all(
        left.keys() == right.keys() and all((left[at] == right[at]).all() for at in left) for left, right in ends
    )


def _alike(left: dict[int, np.ndarray], right: dict[int, np.ndarray]) -> bool:
    return all((column == right[at]).all() for at, column in left.items())


def _in_full(held: Holding) -> tuple[list[Bound], Contradictions]:
    """What a table's figures allow and contradict, worked out for every unit."""
    bounds = bounds_of(held.sums, held.basis)
    return bounds, contradictions(held.basis.tree, bounds, held.basis.computed)


@pytest.mark.parametrize("seed", _SEEDS)
def test_units_whose_figures_are_the_computed_ones_change_no_finding(seed: int) -> None:
    """Nothing that is found, nor its cause, nor what its parts and the ranks above it follow from."""
    for made in _spoilt(seed):
        held = _held(made)
        assert held.basis.is_exact
        short, within = held.findings()
        bounds, wrong = _in_full(held)
        for name in ("found", "cause", "either"):
            assert (getattr(held.wrong, name) == getattr(wrong, name)).all(), name
        for name in ("free", "held", "followed"):
            assert _same_reach(getattr(held.wrong, name), getattr(wrong, name)), name
        held.bounds, held.wrong = bounds, wrong
        held.standings = Standings(held.basis, wrong, held.standings.printed)
        assert held.findings() == (short, within)


@pytest.mark.parametrize("seed", _SEEDS)
def test_a_figure_that_is_the_computed_one_never_misses_the_points(seed: int) -> None:
    """What lets a unit pass without a look at its intervals is never weaker than they are."""
    for made in _spoilt(seed):
        held = _held(made)
        nominal, points = as_computed(held.sums, held.basis), held.basis.computed
        assert points is not None
        for number, bound in enumerate(bounds_of(held.sums, held.basis)):
            missed = bound.misses(points.low[bound.position], points.high[bound.position])
            assert not (missed & nominal[number]).any()


@pytest.mark.parametrize("seed", _SEEDS)
def test_columns_together_are_what_each_is_alone(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many figures are looked at together, and whichever units are asked for."""
    for made in _spoilt(seed):
        held = _held(made)
        together, nominal = bounds_of(held.sums, held.basis), as_computed(held.sums, held.basis)
        chosen = np.random.default_rng(seed).random(len(held.basis.register)) < 0.5
        everyone = np.ones_like(chosen)
        for few in (1, 20):
            with monkeypatch.context() as patch:
                patch.setattr(printed, "_TOGETHER", few)
                assert (as_computed(held.sums, held.basis) == nominal).all()
                apart = bounds_of(held.sums, held.basis)
                some = bounds_of(held.sums, held.basis, chosen)
            for one, other, part in zip(together, apart, some, strict=True):
                assert _same_bound(one, other, everyone)
                assert _same_bound(one, part, chosen)
        for number, cells in enumerate(held.sums):
            assert _same_bound(together[number], bounds_of([cells], held.basis)[0], everyone)
            assert (as_computed([cells], held.basis)[0] == nominal[number]).all()


@pytest.mark.parametrize("seed", _SEEDS)
def test_the_leaves_add_up_to_the_computed_points(seed: int) -> None:
    """So that units that were left out of the search follow from what they got."""
    made = table(seed, "reported")
    if made is not None:
        assert made.basis.computed is not None
        assert _same_reach(made.basis.tree.reach(), made.basis.computed)


@pytest.mark.parametrize("seed", range(40))
def test_ranks_are_grouped_as_they_are_looked_up_one_by_one(seed: int) -> None:
    """The units of each rank agree on a figure, or the most of them do; few or many ranks, with gaps."""
    chance = np.random.default_rng(seed)
    size = int(chance.integers(0, 12))
    low = chance.integers(0, 6, size)
    keys, ranks = Keys(low, low + chance.integers(0, 3, size)), chance.integers(0, 5, size)
    found = out_of_order(keys, ranks)
    kept = np.flatnonzero(~found)
    for rank in np.unique(ranks[kept]).tolist():
        mine = kept[ranks[kept] == rank]
        assert keys.low[mine].max() <= keys.high[mine].min()
    assert not out_of_order(keys.take(kept), ranks[kept]).any()
