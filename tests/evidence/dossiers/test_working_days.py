"""Due days that are worked out: the same in the engine as day by day, and told where the calendar ends."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_index.evidence.dossiers import WorkingDays, count_dossiers
from cchc_index.evidence.dossiers.calendar_tables import read_calendar
from cchc_index.problems.errors import AssessmentError
from tests.evidence.dossiers.test_expression import ENGINES

HOLIDAYS = (
    datetime.date(2021, 1, 1),
    *(datetime.date(2021, 2, day) for day in range(10, 17)),
    datetime.date(2022, 1, 3),
)
MADE_UP = (datetime.date(2021, 2, 20),)
CALENDAR = WorkingDays({"p": 3, "q": 10}, HOLIDAYS, MADE_UP)


def _by_hand(day: datetime.date, days: int) -> datetime.date:
    while days:
        day += datetime.timedelta(days=1)
        days -= day in MADE_UP or (day.weekday() < 5 and day not in HOLIDAYS)
    return day


@given(st.dates(datetime.date(2021, 1, 1), datetime.date(2021, 12, 31)), st.integers(1, 60))
def test_a_due_day_is_so_many_working_days_later(day: datetime.date, days: int) -> None:
    """The day of receipt does not count, whether it is a working day or not."""
    assert CALENDAR.due(day, days) == _by_hand(day, days)


@pytest.mark.parametrize("engine", ENGINES)
def test_due_days_are_worked_out_on_every_engine(engine: str) -> None:
    """Received on the Friday before Tết, three working days: the Thursday after it, since the Saturday was made one."""
    rows: list[Any] = [
        {"dossier": str(number), "unit": "a", "procedure": "p", "received": "2021-02-08", "settled": settled}
        for number, settled in enumerate(["2021-02-17", "2021-02-18", "2021-02-19"])
    ]
    due = CALENDAR.due(datetime.date(2021, 2, 8), 3)
    assert due == datetime.date(2021, 2, 18)

    counts = count_dossiers(ENGINES[engine](rows), calendar=CALENDAR)["a"].counts

    assert [counts[name] for name in ("early", "on_time", "late", "late_days")] == [1, 1, 1, 1]


def test_a_stated_due_day_stands() -> None:
    """What is worked out fills in blanks alone."""
    row = {"unit": "a", "procedure": "p", "received": "2021-02-08", "settled": "2021-02-19"}
    rows: list[Any] = [row | {"dossier": "1", "due": "2021-02-19"}, row | {"dossier": "2", "due": None}]

    counts = count_dossiers(ENGINES["polars"](rows), calendar=CALENDAR)["a"].counts

    assert (counts["on_time"], counts["late"]) == (1, 1)


def test_a_procedure_or_a_year_that_is_not_listed_is_told() -> None:
    """Nobody can say when such a dossier is due."""
    row = {"unit": "a", "procedure": "p", "received": "2021-02-08", "settled": None}
    rows: list[Any] = [row | {"dossier": "1", "procedure": "r"}, row | {"dossier": "2", "received": "2022-12-31"}]

    with pytest.raises(AssessmentError) as caught:
        count_dossiers(ENGINES["polars"](rows), calendar=CALENDAR)

    keys = [problem.key for problem in caught.value.problems]
    assert keys == ["dossiers.no_procedure_days", "dossiers.no_calendar"]


def test_the_tables_of_a_calendar_are_read(tmp_path: Path) -> None:
    """A row a procedure, a row a day off; what is wrong with both is told in one report."""
    days, off = tmp_path / "days.csv", tmp_path / "off.csv"
    days.write_text("Thủ tục,Số ngày\np,3\nq,10\n", encoding="utf-8")
    lines = [f"{day},no" for day in HOLIDAYS] + [f"{day},yes" for day in MADE_UP]
    off.write_text("date,working\n" + "\n".join(lines) + "\n", encoding="utf-8")

    assert read_calendar(days, off) == CALENDAR

    days.write_text("procedure,days\np,0\np,3\np,4\n", encoding="utf-8")
    off.write_text("date,working\n01/02/2021,no\n2021-02-22,yes\n", encoding="utf-8")
    with pytest.raises(AssessmentError) as caught:
        read_calendar(days, off)
    assert [problem.key for problem in caught.value.problems] == [
        "dossiers.procedure_days",
        "dossiers.procedure_twice",
        "dossiers.day_off",
        "dossiers.day_off",
    ]
