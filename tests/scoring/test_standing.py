"""Who stands where: tie-breaks, units with next to nothing that applies, and what a classifier sees."""

from __future__ import annotations

from typing import Any

import attrs
import numpy as np
import pytest

import cchc_index
from cchc_index.bands.contract import Band, Classification, Classifier, Standings
from cchc_index.criteria.criteria_set import parse_criteria
from cchc_index.criteria.tree import NamedClassifier
from cchc_index.scoring.method import stand
from cchc_index.values.text import Text
from tests.small_set import BUILTIN

SET = """
id: t
edition: 2022
title: T
source: {status: illustrative}
rounding: {points: 2, index: 1}
missing: incomplete
rank: {%s}
criteria:
  - {code: "1", title: A, max_points: 40, not_applicable: allowed, rule: {per_case: {points_each: 1}}}
  - {code: "2", title: B, max_points: 40, not_applicable: allowed, rule: {per_case: {points_each: 1}}}
  - {code: "3", title: C, max_points: 20, rule: {per_case: {points_each: 1}}}
"""
TINY = 'criteria: [{code: "1", title: A, max_points: %s, not_applicable: allowed, rule: points}]\n'


def _ranks(rank: str, rows: list[dict[str, str]]) -> dict[str, int | None]:
    criteria = parse_criteria(SET % rank, registry=BUILTIN)
    result = cchc_index.score(criteria, cchc_index.read_assessment(rows, criteria))
    return {card.unit.id: card.rank for card in result}


@pytest.mark.parametrize("typed", [(), ("a",), ("b",), ("a", "b")])
def test_typed_points_decide_a_tie_as_scored_ones_do(typed: tuple[str, ...]) -> None:
    """Of two units with the same index, whoever has more of the first tie-break is before."""
    rows = []
    for unit, first, second in (("a", "10", "30"), ("b", "30", "10"), ("c", "1", "1")):
        row = {"unit": unit, "2": second, "3": "5"}
        rows.append(row | ({"1.points": first} if unit in typed else {"1": first}))

    assert _ranks('then: ["1"]', rows) == {"a": 2, "b": 1, "c": 3}


@pytest.mark.parametrize(
    ("then", "ranks"),
    [
        ('"1"', {"a": 1, "b": 1, "c": 1, "d": 4}),
        ('"1", "3"', {"a": 2, "b": 3, "c": 1, "d": 4}),
        ('"3", "1"', {"a": 2, "b": 3, "c": 1, "d": 4}),
    ],
)
def test_a_tie_break_that_one_of_the_tied_does_not_have_decides_nothing(then: str, ranks: dict[str, int]) -> None:
    """The next one does; of three at 50 per cent, one has no first criterion at all."""
    rows = [
        {"unit": "a", "1": "20", "2": "20", "3": "10"},
        {"unit": "b", "1": "38", "2": "3", "3": "9"},
        {"unit": "c", "1": "na", "2": "18", "3": "12"},
        {"unit": "d", "1": "0", "2": "0", "3": "20"},
    ]

    assert _ranks(f"then: [{then}]", rows) == ranks


def test_a_unit_to_which_next_to_nothing_applies_has_an_index_and_one_without_anything_has_none() -> None:
    """The least maximum is one unit of the last decimal."""
    head = SET[: SET.index("rank:")]
    criteria = parse_criteria(head + TINY % "0.01", registry=BUILTIN)
    rows = [{"unit": "a", "1": "0.01"}, {"unit": "b", "1": "na"}, {"unit": "c", "1": "0"}]
    result = cchc_index.score(criteria, cchc_index.read_assessment(rows, criteria))

    assert [(str(card.index), card.rank) for card in result] == [("100.0", 1), ("0.0", 2), ("None", None)]


def test_the_index_that_a_table_printed_ranks_and_is_shown() -> None:
    """Where it is compared as published; points stay what they were added up to."""
    criteria = parse_criteria(SET % "compare: published", registry=BUILTIN)
    rows = [{"unit": "a", "1": "20", "2": "20", "3": "10"}, {"unit": "b", "1": "20", "2": "20", "3": "11"}]
    assessment = cchc_index.read_assessment(rows, criteria)
    sums = cchc_index.score(criteria, assessment).outcome.sums

    printed = stand(assessment, sums, np.array([512, 511], dtype=np.int64))
    own = stand(assessment, sums)

    assert (printed.index.tolist(), printed.rank.tolist()) == ([512, 511], [1, 2])
    assert (own.index.tolist(), own.rank.tolist()) == ([500, 510], [2, 1])
    assert printed.sums is sums


@attrs.frozen
class Seeing(Classifier):
    """Puts everybody in one band, and keeps what it saw."""

    seen: list[Standings] = attrs.field(factory=list)

    def classify(self, standings: Standings, /) -> Classification:
        """One band."""
        self.seen.append(standings)
        return Classification((Band(Text.plain("All")),), np.where(standings.classed, 0, -1))

    def bands_of(self, group: str, /) -> tuple[Band, ...]:
        """The one there is."""
        return (Band(Text.plain("All")),)

    def reason(self, case: Any, /) -> str:
        """None is asked for."""
        return "seen"


def test_a_classifier_sees_points_maxima_index_ranks_and_who_can_be_classed() -> None:
    """In units of their last decimals; the maximum is 1 where nothing applies, and who is incomplete is not classed."""
    head = SET % ""
    text = head.replace("rank: {}\n", "").replace(
        "C, max_points: 20, rule", "C, max_points: 20, not_applicable: allowed, rule"
    )
    criteria = parse_criteria(text, registry=BUILTIN)
    seeing = Seeing()
    changed = attrs.evolve(criteria, classify=NamedClassifier("x.seeing", seeing, "x 1.0"))
    rows = [
        {"unit": "a", "1": "20", "2": "na", "3": "11"},
        {"unit": "b", "1": "na", "2": "na", "3": "na"},
        {"unit": "c", "1": "40", "2": "", "3": "20"},
    ]
    cchc_index.score(changed, cchc_index.read_assessment(rows, changed))

    (saw,) = seeing.seen
    assert [unit.id for unit in saw.register.units] == ["a", "b", "c"]
    assert saw.points.values.tolist() == [3100, 0, 6000]
    assert saw.max_points.values.tolist() == [6000, 1, 10000]
    assert saw.index.values.tolist()[:2] == [517, 0]
    assert (saw.point_places, saw.index_places) == (2, 1)
    assert saw.classed.tolist() == [True, False, False]
    assert saw.rank.tolist() == [1, 0, 0]
    assert (saw.printed("points")[1], saw.printed("index")[1]) == (2, 1)
    assert saw.printed("points")[0].values.tolist() == saw.points.values.tolist()
    assert saw.printed("index")[0].values.tolist() == saw.index.values.tolist()
    assert saw.values("points", "exact").fraction(0) == 31
    assert str(saw.values("index", "published").fraction(0)) == "517/10"
    assert str(saw.values("index", "exact").fraction(0)) == "155/3"
