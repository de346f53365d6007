"""mapping.csv: which criterion of one set became which of another, from one edition to the next."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final, Literal, get_args

import attrs

from cchc_index.criteria.criteria_set import CriteriaSet
from cchc_index.problems.problem import Place, Problem
from cchc_index.reading.forms import Form
from cchc_index.reading.records import Record, records_of
from cchc_index.reading.tables import Table
from cchc_index.values.text import folded
from cchc_index.values.units import near_names

COLUMNS: Final = ("from_criteria", "from_code", "to_criteria", "to_code", "kind")
#: Vietnamese headers of the columns
WORDS: Final = {
    "bộ tiêu chí cũ": "from_criteria",
    "mã tiêu chí cũ": "from_code",
    "bộ tiêu chí mới": "to_criteria",
    "mã tiêu chí mới": "to_code",
    "hình thức": "kind",
}
Kind = Literal["same", "changed", "new", "dropped"]
#: Vietnamese words for the kinds
KINDS: Final = {"giữ nguyên": "same", "thay đổi": "changed", "mới": "new", "bỏ": "dropped"}


@attrs.frozen
class MappedCode:
    """One row: what became of a criterion.

    Attributes:
        from_criteria: The earlier set, by its id and edition.
        from_code: The criterion there; "" for a new one.
        to_criteria: The later set.
        to_code: The criterion there; "" for one that was dropped.
        kind: `same` (title, maximum and what is meant are equal), `changed`, `new` or `dropped`.
        place: Where it stands.
        cells: Where its codes stand.
    """

    from_criteria: str
    from_code: str
    to_criteria: str
    to_code: str
    kind: str
    place: Place | None = attrs.field(default=None, eq=False)
    cells: tuple[Place | None, Place | None] = attrs.field(default=(None, None), eq=False)

    def is_between(self, before: CriteriaSet, after: CriteriaSet) -> bool:
        """Whether it is about these two sets."""
        return names_set(self.from_criteria, before) and names_set(self.to_criteria, after)


def names_set(name: str, criteria: CriteriaSet) -> bool:
    """Whether a name is a set's own: its id and edition, a plugin's prefix before them or not."""
    return name == criteria.name or name.endswith(f".{criteria.name}")


def mapping_of(table: Form | Table) -> tuple[tuple[MappedCode, ...], list[Problem]]:
    """The rows of a mapping table, and what is wrong with them by themselves and beside each other."""
    found: list[MappedCode] = []
    problems: list[Problem] = []
    first: dict[tuple[str, ...], Record] = {}
    for record in records_of(table, COLUMNS, COLUMNS, WORDS):
        if isinstance(record, Problem):
            problems.append(record)
            continue
        kind = KINDS.get(folded(record["kind"]), folded(record["kind"]))
        told = list(_faults(record, kind))
        for side in ("from", "to"):
            code = record[f"{side}_code"]
            key = (side, record["from_criteria"], record["to_criteria"], code)
            other = first.setdefault(key, record) if code else record
            if other is not record and not told:
                arguments: dict[str, str | Place] = {"code": code, "first": other.place()}
                told.append(Problem("mapping.twice", record.place(f"{side}_code"), arguments=arguments))
        problems += told
        if not told:
            before, after = (record["from_criteria"], record["from_code"]), (record["to_criteria"], record["to_code"])
            cells = (record.place("from_code"), record.place("to_code"))
            found.append(MappedCode(*before, *after, kind, record.place(), cells))
    return tuple(found), problems


def _faults(record: Record, kind: str) -> Iterator[Problem]:
    """What is wrong with a row by itself."""
    yield from record.lacking(("from_criteria", "to_criteria", "kind"))
    if kind and kind not in get_args(Kind):
        known = {"kind": record["kind"], "known": ", ".join(f"{each} ({word})" for word, each in KINDS.items())}
        yield Problem("mapping.kind", record.place("kind"), arguments=known)
        return
    for column, alone in (("from_code", "new"), ("to_code", "dropped")):
        if kind == alone and record[column]:
            yield Problem(f"mapping.{alone}", record.place(column), arguments={"code": record[column]})
        elif kind and kind != alone:
            yield from record.lacking((column,))


def about_no_code(rows: Iterable[MappedCode], side: int, sets: Iterable[CriteriaSet]) -> Iterator[Problem]:
    """Rows about criteria that their set does not have; with sets of another name a row has nothing to do.

    Args:
        rows: The rows.
        side: 0 for the earlier set of each row, 1 for the later one.
        sets: The sets of that side.
    """
    known = tuple(sets)
    for row in rows:
        name, code = ((row.from_criteria, row.from_code), (row.to_criteria, row.to_code))[side]
        for criteria in known:
            if code and names_set(name, criteria) and code not in criteria.positions:
                hint = ", ".join(near_names(code, criteria.positions))
                arguments = {"code": code, "criteria": criteria.name, "hint": hint}
                yield Problem("mapping.code", row.cells[side], arguments=arguments)
