"""Tables of counts, one row a unit: what offices send where the dossiers themselves stay in their system."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import attrs

from cchc_index.evidence.dossiers.expression import By, Period
from cchc_index.evidence.dossiers.fault import MOST_NAMED, Fault, Named
from cchc_index.evidence.dossiers.tally import (
    KEYS,
    MEASURES,
    Gap,
    Key,
    Tallies,
    UnitCounts,
    Values,
    added_values,
    completed,
)
from cchc_index.evidence.dossiers.words import COUNT_COLUMNS, COUNT_KEYS, columns_of
from cchc_index.problems.errors import AssessmentError
from cchc_index.problems.problem import Place, Problem
from cchc_index.reading.forms import Form
from cchc_index.reading.tables import Table
from cchc_index.values.exact import places_of
from cchc_index.values.headings import says_total
from cchc_index.values.text import composed, unquiet
from cchc_index.values.units import Register

_PERIODS: Final[Mapping[Period, re.Pattern[str]]] = {
    "month": re.compile(r"((?:199|20[0-9])[0-9])-(0[1-9]|1[0-2])"),
    "quarter": re.compile(r"((?:199|20[0-9])[0-9])-Q([1-4])"),
    "year": re.compile(r"((?:199|20[0-9])[0-9])"),
}


@attrs.define
class _Found:
    """What is wrong, by kind, as the tables are gone through."""

    counts: Counter[str] = attrs.field(factory=Counter)
    named: dict[str, list[Named]] = attrs.field(factory=dict)
    gaps: dict[str, list[Gap]] = attrs.field(factory=dict)

    def add(self, kind: str, row: Named, gap: Gap | None = None) -> None:
        self.counts[kind] += 1
        named = self.named.setdefault(kind, [])
        if len(named) < MOST_NAMED:
            named.append(row)
        if gap is not None:  # figures of published tables are all told
            self.gaps.setdefault(kind, []).append(gap)

    def faults(self, allow: frozenset[str]) -> list[Fault]:
        return [
            Fault(kind, count, tuple(self.named[kind]), kind in allow, tuple(self.gaps.get(kind, ())))
            for kind, count in self.counts.items()
        ]


def count_tables(
    tables: Sequence[Form | Table],
    *,
    by: tuple[By, ...],
    period: Period,
    columns: Mapping[str, str] | None,
    register: Register | None,
    allow: frozenset[str],
) -> tuple[Tallies, list[Fault], int]:
    """The counts of tables, added up to what is asked for; what is wrong with rows; and how many rows there are.

    Raises:
        AssessmentError: A table cannot be read, or lacks columns.
    """
    problems: list[Problem] = []
    found = _Found()
    stated: dict[Key, UnitCounts] = {}
    total = 0
    for table in tables:
        problems += table.problems
        if isinstance(table, Form):
            problems.append(Problem("row.form", Place(table.name)))
        elif table.header and not table.problems:
            at, lacking = _columns(table, columns, by)
            problems += lacking
            if not lacking:
                total += len(table.rows)
                _read(table, at, register, period if "period" in by else None, stated, found)
    if problems:
        raise AssessmentError(problems)
    return _summed(stated.values(), by, period), found.faults(allow), total


def _columns(
    table: Table, declared: Mapping[str, str] | None, by: tuple[By, ...]
) -> tuple[dict[str, int], list[Problem]]:
    """The grid's column of each of ours, and what is wrong with them."""
    named = columns_of(table.titles, declared)
    problems = list(doubled(table.name, named))
    known = {name: found[0] for name, found in named.items() if name in (*COUNT_KEYS, *COUNT_COLUMNS)}
    needed = ["unit", "received", *(name for name in by if name != "procedure")]
    problems += missing(table.name, [name for name in needed if name not in known], table.titles)
    at = {name: table.columns[table.titles.index(title)] for name, title in known.items()}
    return at, problems


def doubled(name: str, named: Mapping[str, Sequence[str]]) -> list[Problem]:
    """A problem for each column that several headers stand for."""
    return [
        Problem(
            "dossiers.doubled",
            Place(name, 1),
            arguments={"column": column, "headers": ", ".join(headers), "how": f"--column {column}=..."},
        )
        for column, headers in named.items()
        if len(headers) > 1
    ]


def missing(name: str, columns: Sequence[str], headers: Sequence[str]) -> list[Problem]:
    """A problem for columns that are missing."""
    said = ", ".join(columns)
    arguments = {"columns": said, "headers": ", ".join(headers[:30]), "how": f"--column {''.join(columns[:1])}=..."}
    return [Problem("dossiers.missing", Place(name, 1), arguments=arguments)] if columns else []


def _read(
    table: Table,
    at: Mapping[str, int],
    register: Register | None,
    length: Period | None,
    stated: dict[Key, UnitCounts],
    found: _Found,
) -> None:
    """Take the rows of a table; a row with a fault gives nothing."""
    grid = table.grid
    for row in table.rows.tolist():
        texts = {name: composed(unquiet(grid.text(row, at[name]))).strip() if name in at else "" for name in KEYS}
        unit = texts["unit"]
        named = Named(table.name, int(grid.lines[row]) or None, unit)
        kinds = []
        if not unit:
            kinds.append("no_unit")
        elif says_total([unit]):
            kinds.append("total_row")
        elif register is not None and unit not in register.rows:
            kinds.append("unknown_unit")
        if not _is_period(texts["period"], length):
            kinds.append("period_form")
        counts: dict[str, int | None] = dict.fromkeys(MEASURES)
        for name in COUNT_COLUMNS:
            if name not in at:
                continue
            number = grid.number(row, at[name])
            if number is None or places_of(number) or number < 0:
                kinds.append("not_whole")
            else:
                counts[name] = int(number)
        key = (unit, texts["level"], texts["period"], texts["procedure"])
        if not kinds and key in stated:
            kinds.append("twice")
        for kind in dict.fromkeys(kinds):
            found.add(kind, named)
        if kinds:
            continue
        stated[key] = made = UnitCounts(*key, 1, completed(counts))
        for gap in made.gaps():
            found.add(gap.kind, named, gap)


def _is_period(text: str, length: Period | None) -> bool:
    """Whether a text is a period, no longer than what is asked for; where none is asked for it may be blank."""
    if length is not None:
        return _coarser(text, length) is not None
    return not text or any(form.fullmatch(text) for form in _PERIODS.values())


def _summed(stated: Iterable[UnitCounts], by: tuple[By, ...], period: Period) -> Tallies:
    """The rows added up to units, and to what these are told apart by."""
    made: dict[Key, Values] = {}
    for each in stated:
        key = (
            each.unit,
            each.level if "level" in by else "",
            (_coarser(each.period, period) or "") if "period" in by else "",
            each.procedure if "procedure" in by else "",
        )
        made[key] = added_values(made[key], each.values) if key in made else each.values
    return made


def _coarser(text: str, length: Period) -> str | None:
    """The period of a length that another lies in; None where it is longer, or none."""
    found = {name: form.fullmatch(text) for name, form in _PERIODS.items()}
    month, quarter, year = (found[name] for name in ("month", "quarter", "year"))
    if length == "month":
        return text if month else None
    if length == "quarter":
        return text if quarter else f"{month[1]}-Q{(int(month[2]) + 2) // 3}" if month else None
    whole = month or quarter or year
    return whole[1] if whole else None
