"""The days that an assessment counts: a year, a quarter, a month, or from one day to another."""

from __future__ import annotations

import calendar
import datetime
import re
from typing import Final

import attrs

from cchc_index.builders.contract import RawRow
from cchc_index.evidence.faulty_rows import OUTSIDE, FaultyRows
from cchc_index.problems.problem import Problem

_YEAR: Final = re.compile(r"[0-9]{4}")
_QUARTER: Final = re.compile(r"([0-9]{4})-Q([1-4])")
_MONTH: Final = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])")
_SPAN: Final = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})/([0-9]{4}-[0-9]{2}-[0-9]{2})")


@attrs.frozen
class Period:
    """Days from one to another, both among them.

    Attributes:
        first: The first day.
        last: The last day.

    Example:
        >>> found = Period.of("2020-12-15/2021-12-14")
        >>> datetime.date(2021, 12, 14) in found, datetime.date(2021, 12, 15) in found
        (True, False)
    """

    first: datetime.date
    last: datetime.date

    @classmethod
    def of(cls, text: str) -> Period | Problem:
        """The period that a text names: `2021`, `2021-Q3`, `2021-07`, or `2020-12-15/2021-12-14`.

        Example:
            >>> str(Period.of("2021-Q1").last), str(Period.of("2024-02").last), Period.of("21").key
            ('2021-03-31', '2024-02-29', 'evidence.period')
        """
        try:
            if found := _SPAN.fullmatch(text):
                first, last = (datetime.date.fromisoformat(each) for each in found.groups())
                if first <= last:
                    return cls(first, last)
            elif _YEAR.fullmatch(text):
                return cls._months(int(text), 1, 12)
            elif found := _QUARTER.fullmatch(text):
                return cls._months(int(found[1]), 3 * int(found[2]) - 2, 3 * int(found[2]))
            elif found := _MONTH.fullmatch(text):
                return cls._months(int(found[1]), int(found[2]), int(found[2]))
        except ValueError:  # 31/02, or the year 0
            pass
        return Problem("evidence.period", path="period", arguments={"value": text})

    @classmethod
    def _months(cls, year: int, first: int, last: int) -> Period:
        return cls(datetime.date(year, first, 1), datetime.date(year, last, calendar.monthrange(year, last)[1]))

    def __contains__(self, day: object) -> bool:
        """Whether a day is one of them."""
        return isinstance(day, datetime.date) and self.first <= day <= self.last


def read_period(text: str, faulty: FaultyRows) -> Period | None:
    """The period of a builder's parameter; None where every day counts, or the text names none, which is told."""
    period = Period.of(text) if text else None
    if isinstance(period, Problem):
        faulty.tell(period)
        return None
    return period


def is_counted(row: RawRow, column: str, day: datetime.date | None, period: Period | None, faulty: FaultyRows) -> bool:
    """Whether a row belongs to the days that count; one without a day, or of other days, is counted as such.

    Args:
        row: The row.
        column: The column of its day.
        day: Its day.
        period: The days that count; None for every day.
        faulty: Where it is told.
    """
    if period is None or day in period:
        return True
    faulty.add("no_date" if day is None else OUTSIDE, row.place(column))
    return False
