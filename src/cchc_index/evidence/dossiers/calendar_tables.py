"""The two small tables of a calendar: working days by procedure, and days off."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from cchc_index.evidence.dossiers.days import FIRST, LAST
from cchc_index.evidence.dossiers.working_days import WorkingDays
from cchc_index.problems.errors import AssessmentError
from cchc_index.problems.problem import Place, Problem
from cchc_index.reading.declared import InputFormat
from cchc_index.reading.grids.cells import Texts
from cchc_index.reading.records import Record, records_of
from cchc_index.reading.sources import read_table
from cchc_index.values.text import folded
from cchc_index.values.units import yes_or_no

#: Vietnamese headers
_WORDS: Final = {
    **dict.fromkeys(map(folded, ("thủ tục", "mã thủ tục", "mã tthc")), "procedure"),
    **dict.fromkeys(map(folded, ("số ngày", "số ngày làm việc")), "days"),
    folded("ngày"): "date",
    **dict.fromkeys(map(folded, ("làm việc", "làm bù")), "working"),
}
_MOST_DAYS: Final = 400


def read_calendar(days: str | Path, holidays: str | Path, declared: InputFormat | None = None) -> WorkingDays:
    """A calendar from a table `procedure, days` and a table `date`, which may have a column `working`.

    A date is written 2022-02-01. `working` says yes of a Saturday or Sunday that was made a working day. The years of
    the days off are those that the calendar covers.

    Args:
        days: The path of the table of procedures.
        holidays: The path of the table of days off.
        declared: How both are to be read.

    Raises:
        AssessmentError: The tables have problems; those of both are told.
    """
    declared = declared or InputFormat()
    problems: list[Problem] = []
    by_procedure: dict[str, int] = {}
    for row in _rows(days, ("procedure", "days"), declared, problems):
        procedure, number = row["procedure"], row["days"]
        if not procedure or procedure in by_procedure:
            problems.append(Problem("dossiers.procedure_twice", row.place("procedure"), arguments={"found": procedure}))
        elif not (number.isascii() and number.isdigit() and 1 <= int(number) <= _MOST_DAYS):
            arguments = {"found": number, "most": str(_MOST_DAYS)}
            problems.append(Problem("dossiers.procedure_days", row.place("days"), arguments=arguments))
        else:
            by_procedure[procedure] = int(number)
    off: list[datetime.date] = []
    working: list[datetime.date] = []
    for row in _rows(holidays, ("date", "working"), declared, problems):
        day = _day(row["date"])
        made = yes_or_no(row["working"] or "no")
        if day is None or made is None or day in off or day in working or (made and day.weekday() < 5):
            problems.append(Problem("dossiers.day_off", row.place("date"), arguments={"found": row["date"]}))
        else:
            (working if made else off).append(day)
    if not problems and not off:
        problems.append(Problem("table.no_rows", Place(str(holidays))))
    if problems:
        raise AssessmentError(problems)
    return WorkingDays(by_procedure, tuple(sorted(off)), tuple(sorted(working)))


def _day(text: str) -> datetime.date | None:
    try:
        day = datetime.date.fromisoformat(text)
    except ValueError:
        return None
    return day if day.isoformat() == text and FIRST <= day <= LAST else None


def _rows(
    path: str | Path, columns: tuple[str, ...], declared: InputFormat, problems: list[Problem]
) -> Iterator[Record]:
    """The rows of a table; what is wrong with it is added to the problems."""
    table = read_table(Path(path), str(path), declared, Texts())
    obligatory = [column for column in columns if column != "working"]
    for each in records_of(table, columns, obligatory, _WORDS):
        if isinstance(each, Problem):
            problems.append(each)
        else:
            yield each
