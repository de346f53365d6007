"""The classifier as sets use it, through the installed distribution."""

from __future__ import annotations

from importlib.metadata import distribution

import pytest

import cchc_index
from cchc_index.criteria.criteria_set import parse_criteria

SET = """
id: a
edition: 1
title: A
source: {{status: illustrative}}
rounding: {{points: 2, index: 2}}
classify: {{bands.good_fair_average: {parameters}}}
criteria:
  - {{code: "1", title: Một, max_points: 50, rule: points}}
"""


def _result(parameters: str, **points: str) -> cchc_index.IndexResult:
    registry = cchc_index.Registry.discover(only=["bands"])
    criteria = parse_criteria(SET.format(parameters=parameters), registry=registry)
    rows = [{"unit": unit, "group": unit[0], "1": value} for unit, value in points.items()]
    return cchc_index.score(criteria, cchc_index.read_assessment(rows, criteria))


def _bands(parameters: str, **points: str) -> dict[str, str]:
    return {card.unit.id: str(card.band) for card in _result(parameters, **points)}


def test_both_cut_offs_are_closed_below() -> None:
    """On the cut-off is in the band."""
    found = _bands("{good: 80, fair: 65}", a="40", b="39.99", c="32.5", d="32.49", e="0")

    assert found == {"a": "Tốt", "b": "Khá", "c": "Khá", "d": "Trung bình", "e": "Trung bình"}


def test_a_group_may_have_cut_offs_of_its_own() -> None:
    """The others keep those of the set."""
    found = _bands("{good: 80, fair: 65, groups: {h: {good: 70, fair: 50}}}", h1="35", s1="35")

    assert found == {"h1": "Tốt", "s1": "Khá"}


def test_labels_and_measure_are_parameters() -> None:
    """A, B, C on points."""
    parameters = "{good: 40, fair: 30, on: points, labels: {good: A, fair: B, average: C}}"

    assert _bands(parameters, a="40", b="39.99", c="10") == {"a": "A", "b": "B", "c": "C"}


def test_published_or_exact_figures_are_compared() -> None:
    """A third of the points is printed 33.33 and is more than that."""
    published = SET.replace("max_points: 50", "max_points: 3").replace("points: 2", "points: 0")
    registry = cchc_index.Registry.discover()
    found = {}
    for compare in ("published", "exact"):
        text = published.format(parameters=f"{{good: 33.33, fair: 20, compare: {compare}}}")
        criteria = parse_criteria(text.replace("33.33", "33.34") if compare == "exact" else text, registry=registry)
        card = cchc_index.score(criteria, cchc_index.read_assessment([{"unit": "u", "1": "1"}], criteria))["u"]
        found[compare] = str(card.band)

    assert found == {"published": "Tốt", "exact": "Khá"}


def test_the_reason_names_the_cut_off_reached_and_the_one_missed() -> None:
    """A unit that lost a class by 0.02 reads it."""
    card = _result("{good: 80, fair: 65}", a="39.99")["a"]

    assert card.explain("vi").band == "chỉ số 79,98 đạt từ 65; còn thiếu 0,02 để đạt Tốt (từ 80)"
    assert card.explain("en").band == "index 79.98 is at least 65; 0.02 short of Good (from 80)"


def test_units_near_a_cut_off_are_listed() -> None:
    """As with the built-in thresholds."""
    result = _result("{good: 79.99, fair: 65}", a="39.99", b="20")

    assert [warning.unit for warning in result.warnings] == ["a"]


@pytest.mark.parametrize(
    "parameters",
    [
        "{good: 60, fair: 65}",
        "{good: 80}",
        "{good: 80, fair: 65, groups: {h: {good: 40, fair: 50}}}",
        "{good: 80, fair: 65, middling: 70}",
        "{good: 80.005, fair: 65}",
        "{good: 80, fair: 65, labels: {good: A, fair: A, average: B}}",
    ],
)
def test_parameters_that_cannot_be_are_told(parameters: str) -> None:
    """With the line and the cure."""
    with pytest.raises(cchc_index.CriteriaError) as told:
        _bands(parameters, a="40")

    assert all(problem.place and problem.place.line for problem in told.value.problems)
    assert all(problem.cure("vi") for problem in told.value.problems)


def test_the_distribution_says_what_it_is() -> None:
    """Its entry point is its prefix in YAML."""
    points = distribution("cchc-index-bands").entry_points

    assert [(point.group, point.name, point.value) for point in points] == [("cchc_index", "bands", "cchc_index_bands")]
