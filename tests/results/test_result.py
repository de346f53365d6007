"""A result is the same figures however it is asked for them."""

from __future__ import annotations

import pytest

from cchc_index.cycles.cycle_result import CycleResult
from cchc_index.results.figures import ScorecardNode
from tests.scoring.two_leaves import BANDS, TIED, result_of

RESULT = result_of(BANDS % "", TIED)


@pytest.mark.parametrize("backend", ["pandas", "polars", "pyarrow"])
def test_a_frame_says_what_the_dictionary_says(backend: str) -> None:
    """The same units in the same order, with the same texts for exact figures."""
    frame = RESULT.to_frame(backend)  # type: ignore[arg-type]
    columns = frame.to_pydict() if backend == "pyarrow" else {name: list(frame[name]) for name in frame.columns}
    units = RESULT.to_dict()["units"]

    assert list(columns["unit"]) == [unit["unit"] for unit in units] == ["d", "a", "b", "c", "e"]
    assert [str(index) for index in columns["index"]] == [unit["index"] for unit in units]
    assert [int(rank) for rank in columns["rank"]] == [unit["rank"] for unit in units]


def test_a_scorecard_and_its_nodes_agree_with_the_dictionary() -> None:
    """Every node of every unit, as a value and as text."""
    for unit in RESULT.to_dict()["units"]:
        card = RESULT[unit["unit"]]
        assert (str(card.points), str(card.index), card.rank) == (unit["points"], unit["index"], unit["rank"])
        for code, told in unit["nodes"].items():
            node = card.node(code)
            assert isinstance(node, ScorecardNode)
            figures = (str(node.points), str(node.max_points), node.status, str(node.index), node.rank)
            assert figures == tuple(told.values())


def test_the_ranking_and_the_counts_are_those_of_the_scorecards() -> None:
    """Best first; each band once for every unit that has it."""
    assert [card.rank for card in RESULT.ranking()] == [1, 2, 2, 2, 5]
    assert len(RESULT) == sum(sum(counts.values()) for counts in RESULT.band_counts().values()) == 5


def test_a_result_says_what_it_is_and_which_units_it_has() -> None:
    """In one line, for a notebook; `in` and `len` are about units."""
    assert repr(RESULT) == "IndexResult('a-1', stage='final', units=5, ranked=5)"
    assert repr(RESULT["a"]).startswith("Scorecard('a', points=")
    assert ("a" in RESULT, "nobody" in RESULT, 5 in RESULT) == (True, False, False)


def test_a_cycle_counts_each_unit_once() -> None:
    """However many results a unit has."""
    cycle = CycleResult((RESULT, RESULT), id="năm")

    assert (len(cycle), len(list(cycle))) == (5, 10)
    assert ("a" in cycle, "nobody" in cycle) == (True, False)
    assert repr(cycle).startswith("CycleResult(id='năm', data=None, units=5, results=(IndexResult('a-1'")
