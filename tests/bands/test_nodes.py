"""A node's columns: points, maximum and per cent of all units."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import numpy as np
import pytest

import cchc_index
from cchc_index.bands.nodes import NodeColumns
from cchc_index.criteria.criteria_set import parse_criteria
from cchc_index.plugins import Band, Classification, Classifier, Placing, Standings, Text
from cchc_index.results.components import node_columns


@pytest.mark.parametrize(("mode", "printed"), [("half_up", 13), ("half_even", 12), ("truncate", 12)])
def test_a_per_cent_is_printed_as_the_set_rounds(mode: Any, printed: int) -> None:
    """12.5 per cent without decimals; exact it is what it is."""
    node = NodeColumns(np.array([1]), 8, 0, 0, mode)

    assert node.index.values.tolist() == [printed]
    assert node.per_cent("published").fraction(0) == printed
    assert node.per_cent("exact").fraction(0) == Fraction(25, 2)


def test_what_does_not_apply_has_no_maximum_and_no_per_cent() -> None:
    """One number for all units, or one for each."""
    node = NodeColumns(np.array([5, 0]), np.array([10, 0]), 0, 1)

    assert node.applies.tolist() == [True, False]
    assert [str(node.per_cent("exact").fraction(row)) for row in (0, 1)] == ["50", "0"]
    assert (node.row(1).applies.tolist(), node.row(0).index.values.tolist()) == ([False], [500])
    assert NodeColumns(np.array([5, 0]), 10, 0, 1).row(0).max_points.values.tolist() == [10]


SET = """
id: a
edition: 1
title: A
source: {status: illustrative}
rounding: {points: 1, index: 2}
classify: {thresholds: {bands: [{label: Good, from: 50}, {label: Rest}]}}
criteria:
  - {code: "1", title: One, max_points: 6, criteria: [
      {code: "1.1", title: A, max_points: 3, rule: points},
      {code: "1.2", title: B, max_points: 3, not_applicable: allowed, rule: points}]}
  - {code: "2", title: Two, max_points: 4, rule: points}
extras: {bonus: {max_points: 1, criteria: [{code: T1, title: T, max_points: 1, rule: points}]}}
"""


@attrs.frozen
class Watching(Classifier):
    """Looks at what it is shown."""

    seen: list[Standings] = attrs.field(factory=list, hash=False)

    def bands_of(self, group: str, /) -> tuple[Band, ...]:
        return (Band(Text.plain("All")),)

    def classify(self, standings: Standings, /) -> Classification:
        self.seen.append(standings)
        return Classification(self.bands_of(""), np.zeros(len(standings.register), dtype=np.int64))

    def reason(self, case: Placing, /) -> str:
        return "all"


def test_a_classifier_sees_every_node_of_every_unit() -> None:
    """Parents, leaves and extra points, in the order of the set; top-level nodes are told apart."""
    criteria = parse_criteria(SET, registry=cchc_index.Registry.builtin())
    assert criteria.classify is not None
    watching = Watching()
    criteria = attrs.evolve(criteria, classify=attrs.evolve(criteria.classify, classifier=watching))
    rows = [
        {"unit": "a", "1.1": "1", "1.2": "2.5", "2": "1", "T1": "1"},
        {"unit": "b", "1.1": "1", "1.2": "na", "2": "4", "T1": "0"},
    ]

    result = cchc_index.score(criteria, cchc_index.read_assessment(rows, criteria))

    nodes = watching.seen[0].nodes
    assert {code: (node.points.values.tolist(), node.max_points.values.tolist()) for code, node in nodes.items()} == {
        "1": ([35, 10], [60, 30]),
        "1.1": ([10, 10], [30, 30]),
        "1.2": ([25, 0], [30, 0]),
        "2": ([10, 40], [40, 40]),
        "bonus": ([10, 0], [10, 10]),
        "T1": ([10, 0], [10, 10]),
    }
    assert [code for code, node in nodes.items() if node.top] == ["1", "2"]
    assert nodes["1"].index.values.tolist() == [5833, 3333]
    assert list(node_columns(criteria, result.outcome.sums)) == list(nodes)
    assert result["a"].node("1").points == Decimal("3.5")
