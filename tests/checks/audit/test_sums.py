"""Intervals of points go up the tree: through sums, weights, extra points and requirements."""

from __future__ import annotations

import numpy as np
import pytest

import cchc_index
from cchc_index.checks.audit.basis import Basis
from cchc_index.checks.audit.sums import Bound
from cchc_index.scoring.aggregation import TOTAL
from tests.checks.audit.small_cycle import SET

REGISTER = cchc_index.read_assessment(
    [{"unit": "u", "1.1": "1", "1.2": "1", "2": "1"}], cchc_index.CriteriaSet.from_yaml(SET)
).register


def _ends(text: str, bounds: list[tuple[str, int, int]]) -> dict[str, tuple[int, int]]:
    criteria = cchc_index.CriteriaSet.from_yaml(text)
    one = np.ones(1, dtype=np.bool_)
    made = [
        Bound("points", code, criteria.positions[code] if code else TOTAL, one, np.array([low]), np.array([high]))
        for code, low, high in bounds
    ]
    reach = Basis.of_set(criteria, REGISTER).tree.reach(made)
    ends = {node.criterion.code: node.position for node in criteria.nodes} | {"": TOTAL}
    return {code: (int(reach.low[at][0]), int(reach.high[at][0])) for code, at in ends.items()}


def test_a_set_alone_allows_anything_up_to_its_maxima() -> None:
    """And printed parts narrow what is above them."""
    assert _ends(SET, [])[""] == (0, 10000)
    assert _ends(SET, [("1.1", 1000, 1010), ("2", 0, 5)])[""] == (1000, 3015)


@pytest.mark.parametrize(("combine", "ends"), [("minimum", (2500, 2500)), ("sum", (3500, 3500))])
def test_aggregations_keep_intervals(combine: str, ends: tuple[int, int]) -> None:
    """The least share of 15 of 30 and of 20 of 20 counts."""
    text = SET.replace("max_points: 50\n", f"max_points: 50\n    combine: {combine}\n", 1)

    assert _ends(text, [("1.1", 1500, 1500), ("1.2", 2000, 2000)])["1"] == ends


def test_what_does_not_grow_is_known_only_where_its_parts_are() -> None:
    """The best of two can fall where a part rises, so that between its ends it may be anything."""
    text = SET.replace("max_points: 50\n", "max_points: 50\n    combine: {best: 1}\n", 1)

    assert _ends(text, [("1.1", 1500, 1500), ("1.2", 2000, 2000)])["1"] == (5000, 5000)
    assert _ends(text, [("1.1", 1500, 1501), ("1.2", 2000, 2000)])["1"] == (0, 5000)


def test_a_requirement_that_may_fail_leaves_nothing_possible() -> None:
    """It holds, fails, or may do either."""
    text = SET.replace("title: Three,", 'title: Three, requires: {"1.1": {at_least: 10}},')

    assert _ends(text, [("1.1", 1000, 1000), ("2", 400, 400)])["2"] == (400, 400)
    assert _ends(text, [("1.1", 900, 999)])["2"] == (0, 0)
    assert _ends(text, [("1.1", 900, 1100)])["2"] == (0, 5000)


def test_penalties_count_the_other_way() -> None:
    """The most of a penalty makes the least of the total, and below nothing there is nothing."""
    text = SET + "extras: {penalty: {max_points: 5, criteria: [{code: P, title: P, max_points: 5, rule: points}]}}\n"

    assert _ends(text, [("1", 100, 100), ("2", 600, 600), ("P", 200, 300)])[""] == (400, 500)
    assert _ends(text, [("1", 100, 100), ("2", 100, 100), ("P", 300, 300)])[""] == (0, 0)
