"""Rows of dossiers to groups of counts: the passes over the data, each run by whatever engine holds them."""

from __future__ import annotations

import datetime
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from operator import itemgetter
from typing import Any, Final

import attrs

from cchc_index.evidence.dossiers.days import DateForm
from cchc_index.evidence.dossiers.engines import ROW, rows_of
from cchc_index.evidence.dossiers.expression import (
    FAULT,
    By,
    Period,
    Terms,
    counted,
    distinct,
    faults,
    kinds_of,
    period_text,
    repeated,
    repeated_counts,
    with_days,
)
from cchc_index.evidence.dossiers.fault import MOST_NAMED, Fault, Named
from cchc_index.evidence.dossiers.tally import MEASURES, Key, Tallies, Values, added_values
from cchc_index.evidence.dossiers.words import CHANNELS, STATUSES, spellings
from cchc_index.evidence.dossiers.working_days import WorkingDays
from cchc_index.problems.errors import AssessmentError
from cchc_index.problems.problem import Place, Problem
from cchc_index.values.text import composed
from cchc_index.values.units import Register

_TEXTS: Final = ("dossier", "unit", "procedure", "level", "channel", "status")
_DATES: Final = ("received", "due", "settled")


@attrs.frozen(kw_only=True)
class Wanted:
    """What is asked of the rows.

    Attributes:
        by: What units are told apart by.
        period: The length of a period.
        as_of: The day on which the data were taken.
        form: How texts write dates.
        statuses: Words for statuses beside those known.
        channels: Words for channels beside those known.
        register: The units there are.
        calendar: What due days are worked out by.
        allow: The kinds of fault that are allowed.
    """

    by: tuple[By, ...] = ()
    period: Period = "month"
    as_of: datetime.date | None = None
    form: DateForm = "yyyy-mm-dd"
    statuses: Mapping[str, Sequence[str]] | None = None
    channels: Mapping[str, Sequence[str]] | None = None
    register: Register | None = None
    calendar: WorkingDays | None = None
    allow: frozenset[str] = frozenset()


@attrs.frozen(eq=False)
class Rows:
    """Rows of dossiers on an engine.

    Attributes:
        name: What they are called in reports.
        frame: A frame of narwhals, with columns of our names.
        pieces: The same rows file by file, with a column that numbers them where they have an order.
        step: What is told which pass begins.
    """

    name: str
    frame: Any
    pieces: Callable[[], Iterator[tuple[str, Any]]]
    step: Callable[[str], None] = lambda _: None


def prepared(frame: Any, name: str) -> tuple[Any, frozenset[str], bool]:
    """The frame with texts as texts; which columns of dates hold texts; and whether the engine compares all of them.

    Raises:
        AssessmentError: A column is of a kind that cannot be taken, as times with a zone, whose day is a question.
    """
    import narwhals as nw

    schema = frame.collect_schema()
    problems: list[Problem] = []
    casts: list[Any] = []
    texts: set[str] = set()
    dated = 0
    for column, kind in schema.items():
        is_text = kind in (nw.String, nw.Categorical, nw.Enum)
        empty = str(kind) in ("Unknown", "Null")
        if column in _DATES:
            if is_text or empty:
                texts.add(column)
                casts.append(nw.col(column).cast(nw.String))
            elif kind == nw.Date:
                dated += 1
            elif not (kind == nw.Datetime and getattr(kind, "time_zone", None) is None):
                problems.append(_column_kind(name, column, kind))
        elif column in _TEXTS and (is_text or empty or kind.is_integer()):
            if kind != nw.String:
                casts.append(nw.col(column).cast(nw.String))
        elif column in _TEXTS:
            problems.append(_column_kind(name, column, kind))
    if problems:
        raise AssessmentError(problems)
    return frame.with_columns(*casts) if casts else frame, frozenset(texts), dated == len(_DATES)


def _column_kind(name: str, column: str, kind: object) -> Problem:
    return Problem("dossiers.column_kind", Place(name, header=column), arguments={"kind": str(kind)})


def count_rows(rows: Rows, wanted: Wanted) -> tuple[Tallies, list[Fault], int]:
    """The counts of each group, what is wrong with rows, and how many rows there are."""
    frame, texts, native = prepared(rows.frame, rows.name)
    columns = frame.collect_schema().names()
    rows.step("words")
    terms = _terms(frame, columns, texts, native, wanted)
    rows.step("duplicates")
    twice = {bool(blank): (int(dossiers), int(size)) for blank, dossiers, size in rows_of(repeated_counts(frame))}
    rows.step("counts")
    groups, kinds, total = _groups(frame, terms, wanted)
    for kind, blank in (("no_dossier", True), ("duplicate", False)):
        if blank in twice:
            kinds[kind] = twice[blank][1]
    if twice and not set(kinds) - wanted.allow:
        groups, _, _ = _groups(_without(frame), terms, wanted)
    found: list[Fault] = []
    if kinds:
        rows.step("faults")
        found = _told(rows, terms, wanted, kinds)
    return groups, found, total


def _terms(frame: Any, columns: Sequence[str], texts: frozenset[str], native: bool, wanted: Wanted) -> Terms:
    """What the expression is made by: how this source spells its words is looked up among their distinct spellings."""
    worded = [name for name in ("status", "channel") if name in columns]
    values = rows_of(distinct(frame, worded)) if worded else []
    said = {name: {row[place] for row in values} for place, name in enumerate(worded)}
    known: dict[str, Any] = {}
    if "status" in said:
        known["statuses"], known["unknown_statuses"] = spellings(said["status"], STATUSES, wanted.statuses)
    if "channel" in said:
        known["channels"], known["unknown_channels"] = spellings(said["channel"], CHANNELS, wanted.channels)
    return Terms(
        texts=texts,
        native=native and wanted.calendar is None,
        form=wanted.form,
        by=wanted.by,
        period=wanted.period,
        as_of=wanted.as_of,
        calendar=wanted.calendar,
        has_due="due" in columns,
        **{"statuses": None, **known},
    )


def _groups(frame: Any, terms: Terms, wanted: Wanted) -> tuple[Tallies, Counter[str], int]:
    """One pass: sound groups, how many rows have each fault, and how many there are."""
    grouped, keys, names = counted(frame, terms)
    units = None if wanted.register is None else wanted.register.rows
    clean = _Clean()
    period = _Periods(wanted.period)
    known = {name: place for place, name in enumerate(keys)}
    at_fault, at_size = known[FAULT], len(keys)
    level, procedure, at_period = (known.get(name) for name in ("level", "procedure", "period"))
    values_of = _values(len(keys), names, _not_said(terms))
    kinds: Counter[str] = Counter()
    found: dict[Key, Values] = {}
    total = 0
    for row in rows_of(grouped):  # hundred thousands of groups: nothing is made here that is not kept
        total += row[at_size]
        unit = clean[row[0]]
        if row[at_fault] or not unit or (units is not None and unit not in units):
            wrong = [*kinds_of(row[at_fault]), *([] if unit else ["no_unit"])]
            if unit and units is not None and unit not in units:
                wrong.append("unknown_unit")
            kinds.update(dict.fromkeys(wrong, row[at_size]))
            continue
        key = (
            unit,
            "" if level is None else clean[row[level]],
            "" if at_period is None else period[row[at_period]],
            "" if procedure is None else clean[row[procedure]],
        )
        values = values_of(row)
        found[key] = added_values(found[key], values) if key in found else values
    return found, kinds, total


class _Clean(dict[Any, str]):
    """Each spelling of an identifier as it counts, worked out once."""

    def __missing__(self, text: Any) -> str:
        self[text] = found = "" if text is None else composed(str(text)).strip()
        return found


class _Periods(dict[int, str]):
    """Each period as it is written, worked out once."""

    def __init__(self, length: Period) -> None:
        super().__init__()
        self.length = length

    def __missing__(self, number: int) -> str:
        self[number] = found = period_text(number, self.length)
        return found


def _not_said(terms: Terms) -> frozenset[str]:
    """What the source does not say at all, which is None and not 0."""
    silent = {"returned", "withdrawn"} if terms.statuses is None else set()
    silent |= {"overdue"} if terms.as_of is None else set()
    silent |= {"online"} if terms.channels is None else set()
    return frozenset(silent)


def _values(first: int, names: Sequence[str], silent: frozenset[str]) -> Callable[[Sequence[Any]], Values]:
    """What makes the values of a group of its row: what no row has is 0, what the source does not say is None."""
    places = {name: first + place for place, name in enumerate(names)}
    zero, nothing = first + len(names), first + len(names) + 1
    asked = ("rows", "early", "on_time", "late", *MEASURES[MEASURES.index("in_time") + 1 :])
    take = itemgetter(*(nothing if name in silent else places.get(name, zero) for name in asked))

    def values(row: Sequence[Any]) -> Values:
        rows, early, on_time, late, *rest = take((*row, 0, None))
        return (rows, rows, early + on_time + late, early, on_time, late, early + on_time, *rest)

    return values


def _without(frame: Any) -> Any:
    """The rows whose identifiers stand once."""
    import narwhals as nw

    dossier = nw.col("dossier")
    named = frame.filter(~(dossier.is_null() | (dossier == "")))
    return named.join(repeated(frame).select("dossier"), on="dossier", how="anti")


def _told(rows: Rows, terms: Terms, wanted: Wanted, kinds: Mapping[str, int]) -> list[Fault]:
    """The first few rows of each fault, by name: a pass that is made only where something is wrong."""
    import narwhals as nw

    named: dict[str, list[Named]] = {kind: [] for kind in kinds}
    ids: list[str] = []
    if "duplicate" in kinds:
        again = repeated(prepared(rows.frame, rows.name)[0]).select("dossier")
        sound = again.filter(~(nw.col("dossier").is_null() | (nw.col("dossier") == "")))
        ids = [row[0] for row in rows_of(sound.sort("dossier").head(MOST_NAMED))]
    for name, piece in rows.pieces():
        own, _, _ = prepared(piece, name)
        framed, days = with_days(own, terms)
        where = faults(terms, days) | _unit_faults(own, kinds, wanted.register)
        dossier = nw.col("dossier")
        where |= {"no_dossier": dossier.is_null() | (dossier == ""), "duplicate": dossier.is_in(ids)}
        has_rows = ROW in own.collect_schema().names()
        order = [ROW, "dossier"] if has_rows else ["dossier"]
        for kind in kinds:
            if len(named[kind]) < MOST_NAMED:
                first = framed.filter(where[kind]).select(*order).sort(*order).head(MOST_NAMED - len(named[kind]))
                for row in rows_of(first):
                    place = int(row[0]) if has_rows else None
                    named[kind].append(Named(name, place, "" if row[-1] is None else str(row[-1])))
    return [Fault(kind, kinds[kind], tuple(named[kind]), kind in wanted.allow) for kind in kinds]


def _unit_faults(frame: Any, kinds: Mapping[str, int], register: Register | None) -> dict[str, Any]:
    import narwhals as nw

    unit = nw.col("unit")
    blank = unit.fill_null("").str.strip_chars() == ""
    found = {"no_unit": blank}
    if "unknown_unit" in kinds and register is not None:
        spelt = [row[0] for row in rows_of(distinct(frame, ["unit"])) if row[0] is not None]
        strange = [text for text in spelt if text.strip() and composed(text).strip() not in register.rows]
        found["unknown_unit"] = unit.is_in(strange)
    return found
