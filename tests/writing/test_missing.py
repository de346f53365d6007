"""What is missing fills few lines, whatever is missing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import cchc_index
from cchc_index.criteria.criteria_set import parse_criteria
from cchc_index.writing.missing import missing_words

HEAD = """
id: gaps
edition: 1
title: Thử
source: {status: illustrative}
rounding: {points: 2, index: 2}
missing: incomplete
criteria:
"""
PLAIN = '  - {code: "2", title: Hai, max_points: 10, rule: points}\n'
RATE = '  - {code: "3", title: Ba, max_points: 10, rule: proportion}\n'


def _result(criteria: str, rows: Iterable[Mapping[str, str]]) -> cchc_index.IndexResult:
    made = parse_criteria(HEAD + criteria, registry=cchc_index.Registry.builtin())
    return cchc_index.score(made, cchc_index.read_assessment(list(rows), made))


def _told(result: cchc_index.IndexResult) -> list[str]:
    return list(missing_words(result, result.warnings, "en"))


def test_many_gaps_are_told_in_few_lines() -> None:
    """Nineteen thousand units that all lack one leaf are one line; each of them is in the result."""
    result = _result(PLAIN + RATE, ({"unit": f"u{n}", "2": "5", "3.rate": ""} for n in range(19_000)))

    assert len(result.warnings) == 19_000
    assert _told(result) == ["3 Ba: all 19000 units"]


def test_units_that_report_nothing_are_told_once() -> None:
    """A unit whose form has not come is not named at each criterion; what the same units lack is one line."""
    codes = [str(number) for number in range(1, 31)]
    leaves = "".join(f'  - {{code: "{code}", title: M, max_points: 10, rule: points}}\n' for code in codes)
    rows = [{"unit": "a", **dict.fromkeys(codes, "1")}, {"unit": "b", **dict.fromkeys(codes, "")}]
    rows += [{"unit": f"c{n:02}", **dict.fromkeys(codes, ""), "1": "1"} for n in range(15)]

    nothing, rest = _told(_result(leaves, rows))

    assert nothing == "nothing at all: b"
    assert rest.startswith("2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 19 more criteria: c00, c01, c02, ")
    assert rest.endswith(", c08, c09 and 5 more")


def test_lines_about_gaps_end() -> None:
    """Gaps of a thousand kinds fill no more than a screen, and the rest is counted."""
    codes = [str(number) for number in range(1, 61)]
    leaves = "".join(f'  - {{code: "{code}", title: M, max_points: 10, rule: points}}\n' for code in codes)
    rows = [{"unit": f"u{code}", **dict.fromkeys(codes, "1"), code: ""} for code in codes]
    told = _told(_result(leaves, rows))

    assert len(told) == 21
    assert told[-1] == "... and 40 more criteria; all of them are in the result as JSON"
