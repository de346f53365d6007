"""A text is a day where the calendar has it, in every year; days between are those of the calendar."""

from __future__ import annotations

import datetime

import narwhals as nw
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_index.evidence.dossiers.days import FIRST, LAST, DateForm, day_numbers, number_of, numbered_day

DAYS = st.dates(FIRST, LAST)


def _faults(texts: list[str | None], form: DateForm) -> list[int]:
    frame = day_numbers(nw.from_native(pl.DataFrame({"due": texts})), "due", form, is_text=True)
    return list(frame["due__fault"].to_list())


@pytest.mark.parametrize(
    ("form", "written"), [("yyyy-mm-dd", "{y:04}-{m:02}-{d:02}"), ("dd/mm/yyyy", "{d:02}/{m:02}/{y:04}")]
)
def test_every_day_from_1990_to_2099_and_no_other_is_one(form: DateForm, written: str) -> None:
    """All 47,616 combinations of year, month and day from 0 to 32, held against the calendar."""
    every = [(y, m, d) for y in (1899, *range(1989, 2101)) for m in range(14) for d in range(33)]
    found = _faults([written.format(y=y, m=m, d=d) for y, m, d in every], form)

    for (y, m, d), fault in zip(every, found, strict=True):
        try:
            real = FIRST <= datetime.date(y, m, d) <= LAST
        except ValueError:
            real = False
        assert fault == (0 if real else 3), (y, m, d)


@pytest.mark.parametrize(
    "text", ["2021-1-4", "04-01-2021", "4/1/2021", "20210104", "2021-01-04Z", "٢٠٢١-٠١-٠٤", "44200", "soon"]
)
def test_another_form_is_told_as_that(text: str) -> None:
    """Nothing is guessed."""
    assert _faults([text, " 2021-01-04 ", "2021-01-04 08:30", None, " "], "yyyy-mm-dd") == [2, 0, 0, 1, 1]


@given(st.lists(st.tuples(DAYS, DAYS), min_size=1, max_size=20))
def test_days_between_are_those_of_the_calendar(pairs: list[tuple[datetime.date, datetime.date]]) -> None:
    """Across leap years too."""
    frame = nw.from_native(pl.DataFrame({"a": [str(one) for one, _ in pairs], "b": [str(other) for _, other in pairs]}))
    for name in ("a", "b"):
        frame = day_numbers(frame, name, "yyyy-mm-dd", is_text=True)
    one, other = numbered_day("a"), numbered_day("b")
    found = frame.select(days=one.minus(other), before=other.before(one), same=one.same(other), number=one.value)

    for (first, second), (days, before, same, number) in zip(pairs, found.rows(), strict=True):
        assert (before, same, number) == (second < first, first == second, number_of(first))
        if first >= second:
            assert days == (first - second).days
