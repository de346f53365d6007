"""The one expression that counts dossiers, the same lines on every engine that narwhals speaks to.

Columns of 0 and 1, and one of what is wrong with a row, are made first; then rows are grouped and counted. What is
wrong is one of the keys, so that a faulty row stands in a group of its own: all is checked in the pass that counts.
Rates are not made here: what an engine divides, it divides in binary floats.
"""

from __future__ import annotations

import datetime
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, Literal

import attrs

from cchc_index.evidence.dossiers.days import DateForm, Day, day_numbers, native_day, numbered_day
from cchc_index.evidence.dossiers.working_days import PROCEDURE_DAYS, WorkingDays, with_due_days

if TYPE_CHECKING:
    from narwhals import Expr

By = Literal["level", "period", "procedure"]
Period = Literal["month", "quarter", "year"]

#: what may be wrong with a row, each with a bit of its own
ROW_FAULTS: Final = (
    "no_received",
    "no_due",
    "date_form",
    "no_such_day",
    "settled_before_received",
    "due_before_received",
    "unknown_status",
    "status_and_date",
    "unknown_channel",
    "after_as_of",
    "no_procedure_days",
    "no_calendar",
)
FAULT: Final = "fault"
ROWS: Final = "rows"
_DATES: Final = ("received", "due", "settled")


@attrs.frozen(kw_only=True)
class Terms:
    """What the expression is made by.

    Attributes:
        texts: The columns of dates that hold texts.
        native: Whether all three are dates that the engine compares.
        form: How texts write dates.
        by: What rows are counted by, beside the unit.
        period: The length of a period, for `by` period.
        as_of: The day on which the data were taken; what is due before it and in process is overdue.
        statuses: How the column of statuses spells each status; None without such a column.
        unknown_statuses: What it says that is not known.
        channels: How the column of channels spells each; None without such a column.
        unknown_channels: What it says that is not known.
        calendar: What due days are worked out by, where they are not stated.
        has_due: Whether there is a column of due days.
    """

    texts: frozenset[str]
    native: bool
    form: DateForm
    by: tuple[By, ...]
    period: Period
    as_of: datetime.date | None
    statuses: Mapping[str, Sequence[str]] | None
    unknown_statuses: Sequence[str] = ()
    channels: Mapping[str, Sequence[str]] | None = None
    unknown_channels: Sequence[str] = ()
    calendar: WorkingDays | None = None
    has_due: bool = True


def counted(frame: Any, terms: Terms) -> tuple[Any, tuple[str, ...], tuple[str, ...]]:
    """A frame of one row a group: the unit, what it is counted by, the fault and the counts.

    Args:
        frame: A frame of narwhals with one row a dossier, its columns named as ours.
        terms: What the expression is made by.

    Returns:
        The frame, the names of its keys, and those of its measures.
    """
    import narwhals as nw

    frame, days = with_days(frame, terms)
    keys: dict[str, Expr] = {"unit": nw.col("unit")}
    keys |= {name: nw.col(name) for name in ("level", "procedure") if name in terms.by}
    if "period" in terms.by:
        keys["period"] = _period(days["received"], terms.period)
    keys[FAULT] = _fault(faults(terms, days))
    flags, sums = _flags(terms, days), {}
    if (late := flags.get("late")) is not None:
        passed = nw.when(late).then(days["settled"].minus(days["due"])).otherwise(nw.lit(0))
        sums = {"late_days": passed}
    made = frame.select(
        *(each.alias(name) for name, each in keys.items()),
        *(nw.when(each).then(nw.lit(1)).alias(name) for name, each in flags.items()),
        *(each.alias(name) for name, each in sums.items()),
    )
    measures = [nw.col(name).count().alias(name) for name in flags]
    for name in sums:
        measures += [nw.col(name).sum().alias(name), nw.col(name).max().alias(f"{name}_max")]
    grouped = made.group_by(*keys).agg(nw.len().alias(ROWS), *measures)
    names = (ROWS, *flags, *(each for name in sums for each in (name, f"{name}_max")))
    return grouped.select(*keys, *names), tuple(keys), names


def with_days(frame: Any, terms: Terms) -> tuple[Any, dict[str, Day]]:
    """The frame with its days in columns, and the days."""
    if terms.native:
        return frame, {name: native_day(name) for name in _DATES}
    done: tuple[str, ...] = ()
    if terms.calendar is not None:
        frame = with_due_days(frame, terms.calendar, terms.form, terms.texts, has_due=terms.has_due)
        done = ("received", "due")
    for name in _DATES:
        if name not in done:
            frame = day_numbers(frame, name, terms.form, is_text=name in terms.texts)
    return frame, {name: numbered_day(name) for name in _DATES}


def _flags(terms: Terms, days: Mapping[str, Day]) -> dict[str, Expr]:
    """Where each thing that is counted is so; what cannot be anywhere is left out."""
    import narwhals as nw

    due, settled = days["due"], days["settled"]
    found: dict[str, Expr | None] = {}
    if terms.statuses is None:
        is_settled: Expr | None = None
        in_process: Expr | None = settled.absent
    else:
        status = {name: nw.col("status").is_in(list(spelt)) for name, spelt in terms.statuses.items()}
        is_settled, in_process = status.get("settled"), status.get("in_process")
        found = {"returned": status.get("returned"), "withdrawn": status.get("withdrawn")}
    for name, when in (("early", settled.before(due)), ("on_time", settled.same(due)), ("late", due.before(settled))):
        if terms.statuses is None:
            found[name] = when
        else:
            found[name] = None if is_settled is None else is_settled & when
    found["in_process"] = in_process
    if terms.as_of is not None and in_process is not None:
        found["overdue"] = in_process & due.before_date(terms.as_of)
    if terms.channels is not None and "online" in terms.channels:
        found["online"] = nw.col("channel").is_in(list(terms.channels["online"]))
    return {name: each for name, each in found.items() if each is not None}


def faults(terms: Terms, days: Mapping[str, Day]) -> dict[str, Expr]:
    """Where each fault of a row is."""
    import narwhals as nw

    received, due, settled = (days[name] for name in _DATES)
    found: dict[str, Expr] = {"no_received": received.absent}
    if terms.calendar is None:
        found["no_due"] = due.absent
    else:
        has_days = nw.col(PROCEDURE_DAYS) > 0
        found["no_procedure_days"] = due.absent & ~has_days
        found["no_calendar"] = due.absent & has_days & ~received.absent
    ill = [day.ill_formed for day in days.values() if day.ill_formed is not None]
    if ill:
        found["date_form"] = _any(ill)
    found["no_such_day"] = _any([day.unreal for day in days.values()])
    found["settled_before_received"] = settled.before(received)
    found["due_before_received"] = due.before(received)
    if terms.statuses is not None:
        status = nw.col("status")
        odd = status.is_null() | (status == "")
        found["unknown_status"] = odd | status.is_in(list(terms.unknown_statuses)) if terms.unknown_statuses else odd
        contrary = []
        if "settled" in terms.statuses:
            contrary.append(status.is_in(list(terms.statuses["settled"])) & settled.absent)
        if "in_process" in terms.statuses:
            contrary.append(status.is_in(list(terms.statuses["in_process"])) & ~settled.absent)
        if contrary:
            found["status_and_date"] = _any(contrary)
    if terms.channels is not None:
        channel = nw.col("channel")
        odd = channel.is_null() | (channel == "")
        found["unknown_channel"] = odd | channel.is_in(list(terms.unknown_channels)) if terms.unknown_channels else odd
    if terms.as_of is not None:
        found["after_as_of"] = received.after_date(terms.as_of) | settled.after_date(terms.as_of)
    return found


def _any(conditions: Sequence[Expr]) -> Expr:
    found = conditions[0]
    for each in conditions[1:]:
        found = found | each
    return found


def _fault(found: Mapping[str, Expr]) -> Expr:
    """All that is wrong with a row, as one whole number."""
    import narwhals as nw

    total: Any = nw.lit(0)
    for kind, where in found.items():
        total = total + nw.when(where).then(nw.lit(bit_of(kind))).otherwise(nw.lit(0))
    return total  # type: ignore[no-any-return]


def bit_of(kind: str) -> int:
    """The bit of a fault.

    Example:
        >>> bit_of("no_received"), bit_of("no_due"), kinds_of(3)
        (1, 2, ('no_received', 'no_due'))
    """
    return 1 << ROW_FAULTS.index(kind)


def kinds_of(fault: int) -> tuple[str, ...]:
    """The faults that a number stands for."""
    return tuple(kind for place, kind in enumerate(ROW_FAULTS) if fault >> place & 1)


def _period(day: Day, length: Period) -> Expr:
    import narwhals as nw

    if length == "year":
        return day.year
    if length == "month":
        return day.year * 100 + day.month
    quarter: Any = nw.lit(1)
    for last in (3, 6, 9):
        quarter = quarter + nw.when(day.month > last).then(nw.lit(1)).otherwise(nw.lit(0))
    return day.year * 10 + quarter  # type: ignore[no-any-return]


def period_text(number: int, length: Period) -> str:
    """A period as it is written.

    Example:
        >>> period_text(202103, "month"), period_text(20211, "quarter"), period_text(2021, "year")
        ('2021-03', '2021-Q1', '2021')
    """
    text = str(number)
    return {"year": text, "month": f"{text[:4]}-{text[4:]}", "quarter": f"{text[:4]}-Q{text[4:]}"}[length]


def repeated(frame: Any) -> Any:
    """The identifiers that stand twice, and the blank one, each with how many rows have it."""
    import narwhals as nw

    dossier = nw.col("dossier")
    grouped = frame.select("dossier").group_by("dossier").agg(nw.len().alias(ROWS))
    return grouped.filter((nw.col(ROWS) > 1) | dossier.is_null() | (dossier == ""))


def repeated_counts(frame: Any) -> Any:
    """How many identifiers stand twice, and how many rows they have; likewise those that are blank."""
    import narwhals as nw

    dossier = nw.col("dossier")
    blank = nw.when(dossier.is_null() | (dossier == "")).then(nw.lit(1)).otherwise(nw.lit(0))
    flagged = repeated(frame).select(blank.alias("blank"), nw.col(ROWS))
    return flagged.group_by("blank").agg(nw.len().alias("dossiers"), nw.col(ROWS).sum().alias(ROWS))


def distinct(frame: Any, columns: Sequence[str]) -> Any:
    """The distinct values of some columns."""
    import narwhals as nw

    return frame.group_by(*columns).agg(nw.len().alias(ROWS)).select(*columns)
