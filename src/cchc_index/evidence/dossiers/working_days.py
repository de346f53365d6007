"""Due days where a file does not state them: so many working days after the dossier was received, by procedure.

The day of receipt does not count. Saturdays, Sundays and listed holidays are no working days; a Saturday or Sunday that
was made a working day is one. numpy works the days out; the engine joins them to the rows.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import Any, Final

import attrs
import numpy as np

from cchc_index.evidence.dossiers.days import day_numbers, number_of, numbered_day
from cchc_index.evidence.dossiers.engines import beside

PROCEDURE_DAYS: Final = "procedure__days"
_WORKED: Final = ("value", "year", "month", "ordinal")


@attrs.frozen
class WorkingDays:
    """Working days by procedure, and the calendar that they are counted by.

    Attributes:
        days: How many working days a procedure has; each at least 1.
        holidays: Days off beside Saturdays and Sundays. The years of these are the years that the calendar covers.
        working: Saturdays and Sundays that were made working days.

    Example:
        >>> tet = [datetime.date(2022, 2, day) for day in (1, 2, 3, 4)] + [datetime.date(2022, 1, 31)]
        >>> calendar = WorkingDays({"p": 3}, tuple(tet))
        >>> calendar.due(datetime.date(2022, 1, 28), 3)
        datetime.date(2022, 2, 9)
        >>> print(calendar.due(datetime.date(2022, 12, 29), 3))
        None
    """

    days: Mapping[str, int]
    holidays: tuple[datetime.date, ...]
    working: tuple[datetime.date, ...] = ()

    @property
    def years(self) -> tuple[int, ...]:
        """The years that the calendar covers, which are those of which a holiday is listed."""
        return tuple(sorted({day.year for day in self.holidays}))

    def due(self, received: datetime.date, days: int) -> datetime.date | None:
        """The day on which a dossier is due; None where the calendar does not reach so far."""
        if received.year not in self.years:
            return None
        (found,) = self._offset([received], days)
        return found if _is_covered(received, found, self.years) else None

    def _offset(self, received: Sequence[datetime.date], days: int) -> list[datetime.date]:
        calendar = self._calendar()
        found = np.busday_offset(np.array(received, dtype="datetime64[D]"), days, roll="backward", busdaycal=calendar)
        return found.astype(object).tolist()  # type: ignore[no-any-return]

    def _calendar(self) -> np.busdaycalendar:
        """All days of a week, less days off: so that a Saturday can be made a working day."""
        off = set(self.holidays) - set(self.working)
        for year in range(self.years[0] - 1, self.years[-1] + 2):
            day = datetime.date(year, 1, 1)
            while day.year == year:
                if day.weekday() >= 5 and day not in self.working:
                    off.add(day)
                day += datetime.timedelta(days=1)
        return np.busdaycalendar(weekmask="1111111", holidays=np.array(sorted(off), dtype="datetime64[D]"))

    def table(self) -> dict[str, list[int]]:
        """For each number of days in use and each day of the calendar: when a dossier is due."""
        found: dict[str, list[int]] = {name: [] for name in (PROCEDURE_DAYS, "received__value", *map(_worked, _WORKED))}
        every = [
            datetime.date(year, 1, 1) + datetime.timedelta(days=place)
            for year in self.years
            for place in range(366 if year % 4 == 0 else 365)  # between 1990 and 2099 each fourth year is a leap year
        ]
        for days in sorted(set(self.days.values())):
            for received, due in zip(every, self._offset(every, days), strict=True):
                if not _is_covered(received, due, self.years):
                    continue
                row = (days, number_of(received), number_of(due), due.year, due.month, due.timetuple().tm_yday)
                for column, value in zip(found.values(), row, strict=True):
                    column.append(value)
        return found


def _is_covered(received: datetime.date, due: datetime.date, years: Sequence[int]) -> bool:
    return all(year in years for year in range(received.year, due.year + 1))


def _worked(part: str) -> str:
    return f"worked__{part}"


def with_due_days(frame: Any, calendar: WorkingDays, form: Any, texts: frozenset[str], *, has_due: bool) -> Any:
    """The frame with the numbers of its due days: as they are stated, and worked out where they are not.

    Args:
        frame: A frame of narwhals.
        calendar: The calendar.
        form: How texts write dates.
        texts: The columns of dates that hold texts.
        has_due: Whether it has a column of due days.
    """
    import narwhals as nw

    frame = day_numbers(frame, "received", form, is_text="received" in texts)
    procedures: dict[str, list[Any]] = {"procedure": list(calendar.days), PROCEDURE_DAYS: list(calendar.days.values())}
    frame = frame.join(beside(frame, procedures), on="procedure", how="left")
    frame = frame.join(beside(frame, calendar.table()), on=[PROCEDURE_DAYS, "received__value"], how="left")
    parts = (PROCEDURE_DAYS, *map(_worked, _WORKED))
    frame = frame.with_columns(nw.col(name).fill_null(0).cast(nw.Int64).alias(name) for name in parts)
    found = nw.when(nw.col(_worked("value")) > 0).then(nw.lit(0)).otherwise(nw.lit(1))
    if not has_due:
        named = {part: nw.col(_worked(part)) for part in _WORKED}
        return frame.with_columns(
            *(each.alias(f"due__{part}") for part, each in named.items()), found.alias("due__fault")
        )
    frame = day_numbers(frame, "due", form, is_text="due" in texts)
    absent = numbered_day("due").absent
    either = {part: nw.when(absent).then(nw.col(_worked(part))).otherwise(nw.col(f"due__{part}")) for part in _WORKED}
    both = nw.when(absent).then(found).otherwise(nw.col("due__fault"))
    return frame.with_columns(
        *(each.alias(f"either__{part}") for part, each in either.items()), both.alias("either__fault")
    ).with_columns(nw.col(f"either__{part}").alias(f"due__{part}") for part in (*_WORKED, "fault"))
