"""Days in columns of any library: as dates that its engine compares, or as whole numbers made of texts and times.

Everything is an expression of narwhals that each engine has: no truncation of dates, no division of whole numbers
(which some engines carry out in binary floats), no parsing that stops at the first bad text. A text is a day if it is
one of the calendar between 1990 and 2099, as a pattern says it, leap years included.
"""

from __future__ import annotations

import datetime
from typing import TYPE_CHECKING, Any, Final, Literal

import attrs

if TYPE_CHECKING:
    from narwhals import Expr

DateForm = Literal["yyyy-mm-dd", "dd/mm/yyyy"]

FIRST: Final = datetime.date(1990, 1, 1)
LAST: Final = datetime.date(2099, 12, 31)
LEAP_YEARS: Final = tuple(range(1992, 2100, 4))

_TIME: Final = r"(?:[ T][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?)?"
_YEAR: Final = "(?:199[0-9]|20[0-9][0-9])"
_LEAP: Final = "(?:199[26]|20(?:[02468][048]|[13579][26]))"
_MONTH_DAYS: Final = (
    ("(?:0[13578]|1[02])", "(?:0[1-9]|[12][0-9]|3[01])"),
    ("(?:0[469]|11)", "(?:0[1-9]|[12][0-9]|30)"),
    ("02", "(?:0[1-9]|1[0-9]|2[0-8])"),
)
_FORMS: Final[dict[DateForm, str]] = {
    "yyyy-mm-dd": f"^[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}{_TIME}$",
    "dd/mm/yyyy": f"^[0-9]{{2}}/[0-9]{{2}}/[0-9]{{4}}{_TIME}$",
}
_REAL: Final[dict[DateForm, str]] = {
    "yyyy-mm-dd": f"^(?:{_YEAR}-(?:{'|'.join(f'{m}-{d}' for m, d in _MONTH_DAYS)})|{_LEAP}-02-29){_TIME}$",
    "dd/mm/yyyy": f"^(?:(?:{'|'.join(f'{d}/{m}' for m, d in _MONTH_DAYS)})/{_YEAR}|29/02/{_LEAP}){_TIME}$",
}
#: where year, month and day begin in a text of a form
_SLICES: Final[dict[DateForm, tuple[int, int, int]]] = {"yyyy-mm-dd": (0, 5, 8), "dd/mm/yyyy": (6, 3, 0)}


@attrs.frozen
class Day:
    """A column of days, as expressions.

    Attributes:
        absent: Where there is none.
        known: Where there is a day of the calendar; None where a comparison with none is false by itself.
        value: What is compared.
        year: The year.
        month: The month.
        ordinal: The day of the year.
        ill_formed: Where there is something of another form; None where that cannot be.
        unreal: Where the form is right, and no such day is between 1990 and 2099.
    """

    absent: Expr
    known: Expr | None
    value: Expr
    year: Expr
    month: Expr
    ordinal: Expr
    ill_formed: Expr | None
    unreal: Expr

    def before(self, other: Day) -> Expr:
        """Where this day is before the other; nowhere where one of them is none."""
        return self._known(other, self.value < other.value)

    def same(self, other: Day) -> Expr:
        """Where both are one day."""
        return self._known(other, self.value == other.value)

    def _known(self, other: Day, compared: Expr) -> Expr:
        if self.known is None or other.known is None:
            return compared
        return self.known & other.known & compared

    def after_date(self, date: datetime.date) -> Expr:
        """Where it is after a date."""
        later: Expr = self.value > self._literal(date)
        return later

    def before_date(self, date: datetime.date) -> Expr:
        """Where it is before a date."""
        earlier: Expr = self.value < self._literal(date)
        return earlier if self.known is None else self.known & earlier

    def _literal(self, date: datetime.date) -> Any:
        return date if self.known is None else number_of(date)

    def minus(self, other: Day) -> Expr:
        """How many days this day is after the other, without a division: years, days of the year, and leap days."""
        import narwhals as nw

        days = (self.year - other.year) * 365 + self.ordinal - other.ordinal
        for year in LEAP_YEARS:
            passed = (other.year <= year) & (self.year > year)
            days = days + nw.when(passed).then(nw.lit(1)).otherwise(nw.lit(0))
        return days


def number_of(date: datetime.date) -> int:
    """A date as the number by which texts are compared.

    Example:
        >>> number_of(datetime.date(2021, 2, 3))
        20210203
    """
    return date.year * 10_000 + date.month * 100 + date.day


def native_day(column: str) -> Day:
    """A column of dates, which the engine compares."""
    import narwhals as nw

    day = nw.col(column)
    unreal = (day < FIRST) | (day > LAST)
    return Day(day.is_null(), None, day, day.dt.year(), day.dt.month(), day.dt.ordinal_day(), None, unreal)


def numbered_day(column: str) -> Day:
    """A column that `day_numbers` has made whole numbers of."""
    import narwhals as nw

    parts = {part: nw.col(_part(column, part)) for part in ("value", "year", "month", "ordinal", "fault")}
    fault = parts["fault"]
    return Day(
        fault == _ABSENT,
        fault < _ABSENT,
        parts["value"],
        parts["year"],
        parts["month"],
        parts["ordinal"],
        fault == _ILL_FORMED,
        fault == _UNREAL,
    )


_ABSENT, _ILL_FORMED, _UNREAL = 1, 2, 3
_LENGTH: Final = len("2021-01-31")


def _part(column: str, part: str) -> str:
    return f"{column}__{part}"  # without a dot, which Spark takes for a field within a column


def day_numbers(frame: Any, column: str, form: DateForm, *, is_text: bool) -> Any:
    """The frame with a column of days made whole numbers: its parts, what is compared, what is wrong.

    Args:
        frame: A frame of narwhals.
        column: The column.
        form: How texts write dates.
        is_text: Whether it holds texts; else dates, or dates with times.
    """
    import narwhals as nw

    def name(part: str) -> str:
        return _part(column, part)

    given = nw.col(column)
    zero = nw.lit(0)
    if is_text:
        text = given.fill_null("").str.strip_chars()
        frame = frame.with_columns(text.alias(name("text")))
        text = nw.col(name("text"))
        real, formed = text.str.contains(_REAL[form]), text.str.contains(_FORMS[form])
        fault = (
            nw.when(real)
            .then(zero)
            .otherwise(
                nw.when(text == "")
                .then(nw.lit(_ABSENT))
                .otherwise(nw.when(formed).then(nw.lit(_UNREAL)).otherwise(nw.lit(_ILL_FORMED)))
            )
        )
        frame = frame.with_columns(fault.alias(name("fault")))
        places = zip(("year", "month", "day"), _SLICES[form], (4, 2, 2), strict=True)
        sound = nw.col(name("fault")) < _ABSENT
        # less, and not equal: where Spark knows a column to equal 0 it leaves out the case, and casts any text
        digits = nw.when(sound).then(text).otherwise(nw.lit("0" * _LENGTH))
        frame = frame.with_columns(
            digits.str.slice(at, size).cast(nw.Int64).alias(name(part)) for part, at, size in places
        )
    else:
        parts = {"year": given.dt.year(), "month": given.dt.month(), "day": given.dt.day()}
        frame = frame.with_columns(each.fill_null(0).cast(nw.Int64).alias(name(part)) for part, each in parts.items())
        year = nw.col(name("year"))
        outside = (year < FIRST.year) | (year > LAST.year)
        fault = (
            nw.when(given.is_null())
            .then(nw.lit(_ABSENT))
            .otherwise(nw.when(outside).then(nw.lit(_UNREAL)).otherwise(zero))
        )
        frame = frame.with_columns(fault.alias(name("fault")))
    year, month, day = (nw.col(name(part)) for part in ("year", "month", "day"))
    return frame.with_columns(
        (year * 10_000 + month * 100 + day).alias(name("value")),
        _ordinal(year, month, day).alias(name("ordinal")),
    )


def _ordinal(year: Expr, month: Expr, day: Expr) -> Expr:
    """The day of the year: months of 31 days, less what those that have passed are short of."""
    import narwhals as nw

    short = ((2, 3), (4, 1), (6, 1), (9, 1), (11, 1))
    found = (month - 1) * 31 + day
    for passed, days in short:
        found = found - nw.when(month > passed).then(nw.lit(days)).otherwise(nw.lit(0))
    leap = year.is_in(list(LEAP_YEARS)) & (month > 2)
    return found + nw.when(leap).then(nw.lit(1)).otherwise(nw.lit(0))
