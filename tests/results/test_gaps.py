"""A result names what is missing: each unit and leaf, and whose gap keeps others from being compared."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import pytest

import cchc_index
from cchc_index.assessment.assessment import Assessment
from cchc_index.criteria.criteria_set import parse_criteria
from cchc_index.problems.problem import Language
from cchc_index.rules.columns import FieldColumn
from cchc_index.values.exact import Integers
from cchc_index.writing.table import Style
from cchc_index.writing.text import note_lines

HEAD = """
id: gaps
edition: 1
title: Thử
source: {status: illustrative}
rounding: {points: 2, index: 2}
missing: incomplete
criteria:
"""
RELATIVE = '  - {code: "1", title: Một, max_points: 10, rule: min_max}\n'
PLAIN = '  - {code: "2", title: Hai, max_points: 10, rule: points}\n'
RATE = '  - {code: "3", title: Ba, max_points: 10, rule: proportion}\n'


def _result(criteria: str, rows: Iterable[Mapping[str, str]]) -> cchc_index.IndexResult:
    made = parse_criteria(HEAD + criteria, registry=cchc_index.Registry.builtin())
    return cchc_index.score(made, cchc_index.read_assessment(list(rows), made))


def _missing(result: cchc_index.IndexResult) -> list[dict[str, str]]:
    return [warning.to_dict() for warning in result.warnings if warning.kind == "missing"]


def _notes(result: cchc_index.IndexResult, language: Language = "en") -> list[str]:
    return [line.strip() for line in note_lines(result, language, Style(width=1000))][1:]


def test_each_missing_value_is_a_warning() -> None:
    """Unit and leaf stand in the result, and in its JSON."""
    result = _result(PLAIN + RATE, [{"unit": "a", "2": "5", "3.rate": "80"}, {"unit": "b", "2": "", "3.rate": "80"}])

    assert _missing(result) == [{"kind": "missing", "unit": "b", "code": "2"}]
    assert {"kind": "missing", "unit": "b", "code": "2"} in result.to_dict()["warnings"]
    assert _notes(result) == ["2 Hai: b"]
    assert _notes(result, "vi") == ["2 Hai: b"]


def test_a_complete_result_lacks_nothing() -> None:
    """Without gaps there is no such warning and no such note."""
    result = _result(PLAIN, [{"unit": "a", "2": "5"}])

    assert (_missing(result), _notes(result)) == ([], [])


INCOMPLETE = [
    {"unit": "a", "1": "1", "2": "5"},
    {"unit": "b", "1": "2", "2": "5"},
    {"unit": "c", "1": "9", "2": ""},
    {"unit": "d", "1": "", "2": "5"},
]


def test_who_waits_is_told_for_whom() -> None:
    """A relative rule leaves all others incomplete; the unit and the leaf at fault are named."""
    result = _result(RELATIVE + PLAIN, INCOMPLETE)
    waits = {"waits_for": "d", "waits_for_code": "1"}

    assert _missing(result) == [
        {"kind": "missing", "unit": "a", "code": "1", **waits},
        {"kind": "missing", "unit": "b", "code": "1", **waits},
        {"kind": "missing", "unit": "c", "code": "1", **waits},
        {"kind": "missing", "unit": "c", "code": "2"},
        {"kind": "missing", "unit": "d", "code": "1"},
    ]
    assert _notes(result) == [
        "1 Một: d",
        "2 Hai: c",
        "1 Một: a, b, c (cannot be compared yet: d has no value for 1)",
    ]
    assert result["a"].explain("en", "1").nodes[0].reason == "cannot be compared yet: d has no value for 1"
    assert result["a"].explain("vi", "1").nodes[0].reason == "chưa so sánh được: d còn thiếu tiêu chí 1"
    assert result["d"].explain("en", "1").nodes[0].reason == "missing: no value for 1"


def test_units_that_are_incomplete_elsewhere_leave_nobody_to_compare_with() -> None:
    """Where all have the value, the first leaf that keeps them out is named, and how many more gaps there are."""
    rows = [{"unit": "a", "1": "1", "2": ""}, {"unit": "b", "1": "2", "2": ""}]
    result = _result(RELATIVE + PLAIN, rows)

    assert _missing(result)[0] == {
        "kind": "missing", "unit": "a", "code": "1", "waits_for": "a", "waits_for_code": "2", "waits_for_others": "1"
    }  # fmt: skip
    reason = "cannot be compared yet: a has no value for 2; other gaps: 1"
    assert result["b"].explain("en", "1").nodes[0].reason == reason


def test_without_a_ranked_unit_nobody_is_at_fault() -> None:
    """Units outside the ranking cannot be compared with each other."""
    criteria = parse_criteria(HEAD + RELATIVE, registry=cchc_index.Registry.builtin())
    register = cchc_index.Register((cchc_index.Unit("a", "A", ranked=False),))
    columns = {"1": {"value": FieldColumn(Integers.of([1]))}}
    result = cchc_index.score(criteria, Assessment.from_columns(criteria, register, columns))

    assert _missing(result) == [{"kind": "missing", "unit": "a", "code": "1", "waits_for": ""}]
    assert _notes(result) == ["1 Một: A (no ranked unit is there to compare with)"]


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ({}, "missing: no value for 3.rate, or 3.done and 3.planned"),
        ({"3.done": "5"}, "not all is reported: no value for 3.planned"),
    ],
)
def test_an_explanation_names_the_columns(row: dict[str, str], reason: str) -> None:
    """Of several ways to report a value the one that was begun is asked for."""
    blank = {"3.rate": "", "3.done": "", "3.planned": ""}
    result = _result(
        PLAIN + RATE, [{"unit": "a", "2": "1", **blank, **row}, {"unit": "b", "2": "1", **blank, "3.rate": "9"}]
    )

    assert result["a"].explain("en", "3").nodes[0].reason == reason


def test_a_total_of_which_all_is_missing_is_not_called_inapplicable() -> None:
    """Nothing that applies, and nothing that was reported, are two things."""
    result = _result(PLAIN, [{"unit": "a", "2": ""}, {"unit": "b", "2": "1"}])

    assert (result["a"].explain("en").total, result["b"].explain("en").total) == ("missing", "1.00")
