"""Columns for the page's script say what the result says, and sort as it does (`writing/page/columns.py`)."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cchc_index
from cchc_index.criteria.criteria_set import parse_criteria
from cchc_index.messages import localised
from cchc_index.writing.page.columns import MOST_EXPLAINED, is_explained, result_columns, sort_keys, texts_once
from tests.results.per_card import random_result

_SET = """
id: near
edition: 1
title: Near
source: {status: illustrative}
rounding: {points: 2, index: 2}
rank: {by: index, compare: COMPARE}
criteria:
  - {code: "1", title: One, max_points: 30, not_applicable: allowed, rule: points}
  - {code: "2", title: Two, max_points: 70, rule: points}
"""


def _near(compare: str, points: list[tuple[str, str]]) -> cchc_index.IndexResult:
    criteria = parse_criteria(_SET.replace("COMPARE", compare), registry=cchc_index.Registry.builtin())
    rows = [{"unit": f"u{at:03}", "1": first, "2": second} for at, (first, second) in enumerate(points)]
    return cchc_index.score(criteria, cchc_index.read_assessment(rows, criteria))


@settings(max_examples=25)
@given(
    st.lists(
        st.tuples(st.sampled_from(["na", "1", "1.01", "29.99", "30"]), st.sampled_from(["0", "69.99", "70", "2.34"])),
        min_size=1,
        max_size=30,
    ),
    st.sampled_from(["published", "exact"]),
)
def test_keys_order_as_the_result_compares(points: list[tuple[str, str]], compare: str) -> None:
    """Two units' keys stand to each other as their figures do, printed or exact, and so do their ranks."""
    result = _near(compare, points)
    keys = sort_keys(result)
    cards = list(result)

    def exact(card: cchc_index.Scorecard) -> Fraction:
        if compare == "published":
            return Fraction(card.index or 0)
        return Fraction(card.points or 0) / Fraction(card.max_points or 1)

    pairs = list(zip(cards, keys["index"], strict=True))
    for one, first in pairs:
        for other, second in pairs:
            assert first is not None
            assert second is not None
            assert (first < second) == (exact(one) < exact(other))
            assert (first > second) == ((one.rank or 0) < (other.rank or 0))


@given(st.integers(0, 2**32), st.integers(1, 12), st.tuples(st.integers(1, 6), st.integers(0, 6)))
def test_columns_say_what_the_units_dicts_say(seed: int, units: int, places: tuple[int, int]) -> None:
    """Points, maxima and statuses of every node, through lists of distinct texts."""
    result = random_result(seed, units, places)
    columns = result_columns(result, "vi", explained=False)
    words = {0: {"scored", "given"}, 1: {"not_applicable"}, 2: {"missing"}, 3: {"unscored"}, 4: {"unscored"}}

    for row, unit in enumerate(result.to_dict()["units"]):
        for at, node in enumerate(unit["nodes"].values()):
            for name in ("points", "max_points"):
                place = columns[name]["at"][at]
                text = columns[name]["texts"][place if isinstance(place, int) else place[row]]
                assert text == (None if node[name] is None else localised(node[name], "vi"))
            status = columns["status"][at]
            assert node["status"] in words[status if isinstance(status, int) else status[row]]


@given(st.lists(st.sampled_from(["a", "b", "c"]), min_size=1))
def test_texts_once_are_the_texts(texts: list[str]) -> None:
    """Whatever is left out can be put back."""
    distinct, places = texts_once(texts)

    assert len(set(distinct)) == len(distinct)
    assert [
        distinct[row if places is None else places if isinstance(places, int) else places[row]]
        for row in range(len(texts))
    ] == texts


@pytest.mark.parametrize("language", ["vi", "en"])
def test_reasons_come_with_them(language: str) -> None:
    """Those of `explain`, in the order of the result."""
    (result,) = cchc_index.open_cycle("cap-xa-2025").score().results
    columns = result_columns(result, "vi" if language == "vi" else "en", explained=True)

    for row, card in enumerate(result):
        explanation = card.explain("vi" if language == "vi" else "en")
        for (texts, places), node in zip(columns["reasons"], explanation, strict=True):
            assert texts[row if places is None else places if isinstance(places, int) else places[row]] == node.reason
        assert columns["closing"][row] == [explanation.total, explanation.index, explanation.rank, explanation.band]


def test_a_page_of_the_whole_country_has_no_reasons() -> None:
    """The bound is on nodes times units, over all results of a page."""
    result = random_result(1, 10)
    nodes = len(result.criteria.nodes)

    assert is_explained([result])
    assert not is_explained([result] * (MOST_EXPLAINED // (10 * nodes) + 1))
