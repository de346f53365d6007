"""The door: files or a frame in, counts of dossiers by unit out."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Mapping, Sequence
from typing import Literal, get_args

from cchc_index.evidence.dossiers.count_tables import count_tables
from cchc_index.evidence.dossiers.days import DateForm
from cchc_index.evidence.dossiers.expression import By, Period
from cchc_index.evidence.dossiers.fault import KINDS, allowed_kinds
from cchc_index.evidence.dossiers.opening import opened_files, opened_frame, paths_of
from cchc_index.evidence.dossiers.result import DossierCounts
from cchc_index.evidence.dossiers.rows import Wanted, count_rows
from cchc_index.evidence.dossiers.words import CHANNELS, COUNT_COLUMNS, COUNT_KEYS, ROW_COLUMNS, STATUSES
from cchc_index.evidence.dossiers.working_days import WorkingDays
from cchc_index.problems.errors import AssessmentError, UsageError
from cchc_index.problems.problem import Place, Problem
from cchc_index.problems.wanted import want_one_of
from cchc_index.reading.declared import InputFormat
from cchc_index.reading.register import read_units
from cchc_index.values.units import Register


def count_dossiers(
    data: object,
    *,
    units: object = None,
    by: Sequence[By] | By = (),
    period: Period = "month",
    as_of: datetime.date | str | None = None,
    allow: Sequence[str] | str = (),
    dates: DateForm = "yyyy-mm-dd",
    columns: Mapping[str, str] | None = None,
    statuses: Mapping[str, Sequence[str]] | None = None,
    channels: Mapping[str, Sequence[str]] | None = None,
    calendar: WorkingDays | None = None,
    declared: InputFormat | Mapping[str, InputFormat] | None = None,
    memory: str = "",
    step: Callable[[str], None] | None = None,
) -> DossierCounts:
    """Count dossiers by unit, from rows of one dossier each or from tables of counts.

    Rows have the columns `dossier`, `unit`, `received`, `due`, `settled`, and may have `procedure`, `level`, `channel`
    and `status`; tables of counts have `unit`, `received` and any of `settled`, `early`, `on_time`, `late`,
    `in_process`, `overdue`, `returned`, `withdrawn`, `online`, with `level`, `period` or `procedure` beside the unit.
    Vietnamese headers are known. What has a column that only rows have is taken for rows.

    Args:
        data: A path, several paths, or a frame of pandas, polars, pyarrow, DuckDB or PySpark.
        units: The register of units: as `read_register` takes it. A row of another unit is a fault.
        by: What counts are told apart by, beside the unit: `level`, `period`, `procedure`.
        period: The length of a period: `month`, `quarter` or `year`, of the day of receipt.
        as_of: The day on which the data were taken; without it nothing is counted as overdue.
        allow: The kinds of fault that may be there; their rows are left out, counted and listed.
        dates: How texts write dates.
        columns: The header that a column has in this source, where it is none that is known.
        statuses: Words of the column `status` beside those known: settled, in_process, returned, withdrawn.
        channels: Words of the column `channel` beside those known: online, direct, post.
        calendar: What due days are worked out by where none is stated.
        declared: How text files and workbooks are to be read: all of them, or each by its path.
        memory: The most memory that DuckDB may take for files, as `2GB`; what is over goes into a temporary folder.
        step: What is called with a word as each step begins.

    Raises:
        AssessmentError: Files cannot be read, columns are missing, or rows have faults that are not allowed.
        MissingExtraError: The extra `dossiers` is not installed.
        UsageError: An argument is none of what it may be.

    Example:
        >>> from cchc_index.evidence.dossiers import count_dossiers
        >>> import polars
        >>> frame = polars.DataFrame({
        ...     "dossier": ["1", "2", "3"], "unit": ["a", "a", "b"], "received": ["2021-01-04"] * 3,
        ...     "due": ["2021-01-08"] * 3, "settled": ["2021-01-07", "2021-01-11", None]})
        >>> found = count_dossiers(frame)
        >>> found["a"].counts["late"], found["a"].counts["late_days"], str(found["a"].rates["late_of_settled"])
        (1, 3, '50.00')
        >>> found["b"].counts["in_process"], found["b"].rates["late_of_settled"]
        (1, None)
    """
    by = (by,) if isinstance(by, str) else tuple(by)
    for each in by:
        want_one_of("by", each, get_args(By))
    want_one_of("period", period, get_args(Period))
    want_one_of("dates", dates, get_args(DateForm))
    kinds = allowed_kinds(allow)
    for name, words, known in (
        ("columns", columns, (*ROW_COLUMNS, *COUNT_KEYS, *COUNT_COLUMNS)),
        ("statuses", statuses, STATUSES),
        ("channels", channels, CHANNELS),
    ):
        for word in words or ():  # a misspelt one would be passed over in silence
            want_one_of(name, word, tuple(dict.fromkeys(known)))
    forms = declared if isinstance(declared, Mapping) else {}
    declared = declared if isinstance(declared, InputFormat) else InputFormat()
    step = step or (lambda _: None)
    day = _day(as_of)
    register, hashes = _register(units)
    wanted = Wanted(
        by=by,
        period=period,
        as_of=day,
        form=dates,
        statuses=statuses,
        channels=channels,
        register=register,
        calendar=calendar,
        allow=kinds,
    )
    paths = paths_of(data)
    if paths is None:
        opened = opened_frame(data, columns, wanted, declared)
    else:
        opened = opened_files(paths, columns, wanted, lambda name: forms.get(name, declared), memory, step)
    with opened as source:
        if (dossiers := source.rows) is not None:
            counts, faults, rows = source.asked(lambda: count_rows(dossiers, wanted))
        else:
            step("counts")
            counts, faults, rows = count_tables(
                source.tables, by=by, period=period, columns=columns, register=wanted.register, allow=kinds
            )
        faults = sorted(faults, key=lambda each: KINDS.index(each.kind))
        if refused := [fault for fault in faults if not fault.allowed]:
            raise AssessmentError(each.problem() for each in refused)
        if not rows:
            raise AssessmentError(Problem("table.no_rows", Place(source.name)))
        files = source.files(rows)
    kind: Literal["rows", "counts"] = "counts" if source.rows is None else "rows"
    return DossierCounts(dict(sorted(counts.items())), by, kind, day, tuple(faults), files, rows, hashes)


def _register(units: object) -> tuple[Register | None, Mapping[str, str]]:
    """The register, and the SHA-256 of its file by its name."""
    if units is None:
        return None, {}
    register, problems, hashes = read_units(units, InputFormat())
    if problems:
        raise AssessmentError(problems)
    return register, hashes


def _day(said: datetime.date | str | None) -> datetime.date | None:
    """The day that was named."""
    if said is None or (isinstance(said, datetime.date) and not isinstance(said, datetime.datetime)):
        return said
    try:
        if not isinstance(said, str):
            raise ValueError
        return datetime.date.fromisoformat(said)
    except ValueError as error:
        raise UsageError(Problem("dossiers.as_of", arguments={"found": str(said)[:40]})) from error
