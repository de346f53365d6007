"""The days that count, by every way to write them."""

from __future__ import annotations

import datetime

import pytest

from cchc_index.evidence.period import Period
from cchc_index.problems.problem import Problem


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2021", "2021-01-01", "2021-12-31"),
        ("2021-Q3", "2021-07-01", "2021-09-30"),
        ("2023-02", "2023-02-01", "2023-02-28"),
        ("2020-12-15/2021-12-14", "2020-12-15", "2021-12-14"),
        ("2021-06-01/2021-06-01", "2021-06-01", "2021-06-01"),
    ],
)
def test_both_ends_are_among_the_days(text: str, first: str, last: str) -> None:
    """And the days beside them are not."""
    period = Period.of(text)
    assert isinstance(period, Period)
    ends = [datetime.date.fromisoformat(each) for each in (first, last)]
    assert [period.first, period.last] == ends
    day = datetime.timedelta(1)
    assert [each in period for each in (ends[0] - day, *ends, ends[1] + day)] == [False, True, True, False]


@pytest.mark.parametrize(
    "text", ["0000", "21", "2021-Q5", "2021-13", "2021-02-30/2021-03-01", "2021-03-02/2021-03-01", "năm 2021", "2021 "]
)
def test_what_names_no_days_is_told(text: str) -> None:
    """Also days that run backwards, and those that no calendar has."""
    found = Period.of(text)
    assert isinstance(found, Problem)
    assert text in found.text("vi")
