"""What is wrong with rows of raw records: counted by kind, the first named, and left out only where a cycle allows it.

Shared by all builders that count rows of plain tables: what a row's unit may be, what a day is, which identifiers
stand twice. Nothing is computed from a faulty row.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Final, Literal

import attrs

from cchc_index.builders.contract import CountedFile, LeftOut, RawFile, RawRow
from cchc_index.evidence.raw import sha256_of
from cchc_index.problems.problem import Place, Problem
from cchc_index.values.headings import says_total
from cchc_index.values.suggestions import Suggestions
from cchc_index.values.text import folded
from cchc_index.values.units import near_names

DateForm = Literal["yyyy-mm-dd", "dd/mm/yyyy"]
OUTSIDE: Final = "outside_period"  #: rows of another period: left out since the cycle names a period
MOST_NAMED: Final = 5  #: rows that are named of each kind
_FORMS: Final[Mapping[DateForm, re.Pattern[str]]] = {
    "yyyy-mm-dd": re.compile(r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})"),
    "dd/mm/yyyy": re.compile(r"(?P<day>[0-9]{2})/(?P<month>[0-9]{2})/(?P<year>[0-9]{4})"),
}


@attrs.define
class _Kind:
    """One kind of fault: how many rows have it, and for each that may be named its place and what it says."""

    rows: int = 0
    named: list[tuple[Place, str]] = attrs.field(factory=list)

    @property
    def first(self) -> list[tuple[Place, str]]:
        """The first of them, in whatever order files and rows came."""
        return sorted(self.named, key=lambda each: (each[0].file, each[0].sheet or "", each[0].line or 0))


class FaultyRows:
    """Collects what is wrong with rows.

    Example:
        >>> rows = FaultyRows(("no_unit", "duplicate"), allow=("no_unit",))
        >>> rows.add("no_unit", Place("d.csv", 3))
        >>> rows.problems, [(each.kind, each.rows) for each in rows.left_out]
        ([], [('no_unit', 1)])
        >>> rows.add("duplicate", Place("d.csv", 7), "01/2021")
        >>> rows.problems[0].found()
        "'01/2021', an identifier that stands more than once (rows: 1)"
    """

    def __init__(self, kinds: Sequence[str], allow: Sequence[str] = (), units: Sequence[str] | None = None) -> None:
        """Take the kinds that there can be, those that are allowed, and the units that may be named; None for any."""
        self.units = None if units is None else frozenset(units)
        self.left_out_of: set[str] = set()  #: units of which a row is faulty, so that not all of theirs is counted
        self._kinds = tuple(kinds)
        self._allow = frozenset(allow)
        self._found: dict[str, _Kind] = {}
        self._told = [
            Problem("evidence.allow", path="allow", arguments={"value": each, "known": ", ".join(kinds)})
            for each in allow
            if each not in kinds
        ]

    def add(self, kind: str, place: Place, value: str = "") -> None:
        """Count a row's fault.

        Args:
            kind: Its kind, by the name that allows it.
            place: Where it stands.
            value: What stands there.
        """
        if kind != OUTSIDE and place.unit:
            self.left_out_of.add(place.unit)
        found = self._found.setdefault(kind, _Kind())
        found.rows += 1
        found.named.append((place, value))
        if len(found.named) > 100 * MOST_NAMED:  # many rows: only the first are kept
            found.named = found.first[:MOST_NAMED]

    def tell(self, problem: Problem) -> None:
        """Take a problem that is none of rows, and that nothing allows."""
        self._told.append(problem)

    @property
    def problems(self) -> list[Problem]:
        """What is told: one problem for each kind that is not allowed, at the first of its rows."""
        return [*self._told, *(self._problem(kind) for kind in self._kinds if kind in self._found.keys() - self._allow)]

    @property
    def left_out(self) -> tuple[LeftOut, ...]:
        """The rows that were left out by permission, kind by kind."""
        kinds = [kind for kind in self._kinds if kind in self._found and kind in self._allow]
        return tuple(LeftOut(kind, self._found[kind].rows, self._found[kind].first[0][0]) for kind in kinds)

    def _problem(self, kind: str) -> Problem:
        found = self._found[kind]
        places = [f"{place.file}:{place.line}" for place, _ in found.first[:MOST_NAMED]]
        rows = ", ".join(places) + (", …" if found.rows > len(places) else "")
        place, value = found.first[0]
        near = near_names(value, tuple(sorted(self.units or ()))) if kind == "unknown_unit" else []
        said = {"value": value, "count": str(found.rows), "rows": rows, "kind": kind, "hint": ", ".join(near)}
        return Problem(f"evidence.{kind}", place, arguments=said)


#: faults that rows of every kind of register can have
ROW_KINDS: Final = ("no_unit", "total_row", "unknown_unit", "no_id", "duplicate")
DATE_KINDS: Final = ("date_form", "no_such_day", "backwards")


def read_rows(
    files: Sequence[RawFile],
    columns: Sequence[str],
    obligatory: Sequence[str],
    words: Mapping[str, str],
    faulty: FaultyRows,
) -> tuple[list[RawRow], tuple[CountedFile, ...]]:
    """The rows of all files, and the files that were counted; what is wrong with their shape is told.

    Args:
        files: The files, in any order.
        columns: The columns that they may have.
        obligatory: Those that they must have.
        words: Vietnamese headers, each with its column.
        faulty: Where it is told.
    """
    if not files:
        faulty.tell(Problem("evidence.no_file"))
    rows: list[RawRow] = []
    counted: list[CountedFile] = []
    for file in sorted(files, key=lambda each: each.name):
        before, broken = len(rows), False
        for row in file.rows(columns, obligatory, words):
            if isinstance(row, Problem):
                faulty.tell(row)
                broken = True
            else:
                rows.append(row)
        if broken:
            continue
        if len(rows) == before:
            faulty.tell(Problem("evidence.empty", Place(file.name)))
        counted.append(CountedFile(file.name, sha256_of(file.path), len(rows) - before))
    return rows, tuple(counted)


def row_faults(row: RawRow, faulty: FaultyRows, key: str = "id") -> bool:
    """Tell what is wrong with whose row it is and what it is called, and whether anything is.

    Args:
        row: The row.
        faulty: Where it is told.
        key: The column of identifiers; "" for rows that are known by their unit alone.
    """
    unit = row["unit"]
    if says_total([unit, row["name"]]):
        faulty.add("total_row", row.place("unit"), unit or row["name"])
        return True
    found = False
    if not unit:
        faulty.add("no_unit", row.place("unit"))
        found = True
    elif faulty.units is not None and unit not in faulty.units:
        faulty.add("unknown_unit", row.place("unit"), unit)
        found = True
    if key and not row[key]:
        faulty.add("no_id", row.place(key))
        found = True
    return found


def doubled(
    rows: Iterable[RawRow],
    key: Callable[[RawRow], Sequence[str]],
    column: str,
    faulty: FaultyRows,
    *,
    kind: str = "duplicate",
) -> set[RawRow]:
    """Tell rows of which another one has the same key; all of them, since nobody can say which is right.

    Args:
        rows: The rows.
        key: What may stand once.
        column: The column of identifiers; rows in which it is blank repeat nothing.
        faulty: Where it is told.
        kind: The kind of fault.
    """
    named: dict[tuple[str, ...], list[RawRow]] = {}
    for row in rows:
        if row[column]:
            named.setdefault(tuple(map(folded, key(row))), []).append(row)
    found = [row for same in named.values() if len(same) > 1 for row in same]
    for row in found:
        faulty.add(kind, row.place(column), row[column])
    return set(found)


def day_in(row: RawRow, column: str, form: DateForm, faulty: FaultyRows) -> datetime.date | None:
    """The day in a column; None where there is none, or something else, which is told.

    Year, month and day in this order have one reading, whatever is declared; cells that a workbook keeps as days are
    read so.
    """
    text = row[column]
    if not text:
        return None
    found = _FORMS["yyyy-mm-dd"].fullmatch(text) or _FORMS[form].fullmatch(text)
    if found is None:
        faulty.add("date_form", row.place(column), text)
        return None
    try:
        return datetime.date(*(int(found[part]) for part in ("year", "month", "day")))
    except ValueError:
        faulty.add("no_such_day", row.place(column), text)
        return None


def are_backwards(
    row: RawRow, days: Mapping[str, datetime.date | None], pairs: Iterable[tuple[str, str]], faulty: FaultyRows
) -> bool:
    """Tell, once for a row, a day that lies before one that it follows, and whether there is such a day.

    Args:
        row: The row.
        days: Its days by column.
        pairs: Columns of which the first does not come after the second.
        faulty: Where it is told.
    """
    for earlier, later in pairs:
        first, second = days.get(earlier), days.get(later)
        if first is not None and second is not None and second < first:
            faulty.add("backwards", row.place(later), f"{row[earlier]}, {row[later]}")
            return True
    return False


class Spelt:
    """A closed list of words, each with what it means, and those that a cycle declares beside them.

    Example:
        >>> words = Spelt({"draft": ("dự thảo",)}, {"draft": ("xin ý kiến",)})
        >>> words.meaning("Dự  thảo"), words.meaning("draft"), words.meaning("Xin ý kiến"), words.meaning("dự án")
        ('draft', 'draft', 'draft', '')
    """

    def __init__(self, known: Mapping[str, Sequence[str]], declared: Mapping[str, Sequence[str]]) -> None:
        """Take the words."""
        self._known = known
        self._declared = declared
        every = [(meaning, word) for words in (known, declared) for meaning in words for word in words[meaning]]
        self._meanings = {folded(word): meaning for meaning, word in every} | {folded(each): each for each in known}

    def meaning(self, text: str) -> str:
        """What a word means; "" for one that is not known."""
        return self._meanings.get(folded(text), "")

    def faults(self, path: str) -> Iterable[Problem]:
        """Words that a cycle declares to mean what nothing means, or two things at once."""
        near = Suggestions()
        for meaning in self._declared:
            if meaning not in self._known:
                hint = ", ".join(near.near(meaning, tuple(self._known)))
                said = {"value": meaning, "known": ", ".join(self._known), "hint": hint}
                yield Problem("evidence.meaning", path=f"{path}.{meaning}", arguments=said)
        meant: dict[str, set[str]] = {folded(meaning): {meaning} for meaning in self._known}
        for listed in (self._known, self._declared):
            for meaning, words in listed.items():
                for word in words:
                    meant.setdefault(folded(word), set()).add(meaning)
        for meaning, words in self._declared.items():
            for word in words:
                if len(meant[folded(word)]) > 1:
                    yield Problem("evidence.word_twice", path=f"{path}.{meaning}", arguments={"value": word})
