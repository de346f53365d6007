"""objections.csv: what units explain and object to, and what they were answered. It changes no points."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, Literal, get_args

import attrs

from cchc_index.problems.problem import Place, Problem
from cchc_index.reading.forms import Form
from cchc_index.reading.records import Record, records_of
from cchc_index.reading.tables import Table
from cchc_index.values.text import folded

COLUMNS: Final = (
    *("id", "kind", "stage", "unit", "code", "claimed", "reason", "evidence", "date", "answer", "answered", "by"),
)
_OBLIGATORY: Final = ("id", "kind", "stage", "unit", "code", "reason", "date")
Kind = Literal["explanation", "objection"]


@attrs.frozen
class Objection:
    """What a unit explains or objects to (giải trình, kiến nghị).

    Attributes:
        id: Its identifier, by which an adjustment cites it.
        kind: `explanation` or `objection`.
        stage: The stage whose result it is about.
        unit: The unit.
        code: The criterion.
        claimed: What the unit claims instead, as it writes it; "" for nothing.
        reason: Why.
        evidence: The evidence it names.
        date: When, as YYYY-MM-DD.
        answer: What it was answered; "" while it is open.
        answered: When it was answered.
        by: Who answered.
        place: Where it stands.
    """

    id: str
    kind: str
    stage: str
    unit: str
    code: str
    claimed: str
    reason: str
    evidence: str
    date: str
    answer: str
    answered: str
    by: str
    place: Place | None = None

    @property
    def is_open(self) -> bool:
        """Whether nobody has answered it."""
        return not self.answer


def objections_of(table: Form | Table, stages: tuple[str, ...]) -> tuple[list[Objection], list[Problem]]:
    """The objections of a table, and what is wrong with its rows.

    Args:
        table: The table.
        stages: The stages that have data.
    """
    found: list[Objection] = []
    problems: list[Problem] = []
    first: dict[str, Record] = {}
    for record in records_of(table, COLUMNS, _OBLIGATORY):
        if isinstance(record, Problem):
            problems.append(record)
            continue
        told = list(_faults(record, stages))
        other = first.setdefault(record["id"], record)
        if record["id"] and other is not record:
            place, at = record.place("id"), other.place()
            told.append(Problem("objection.twice", place, arguments={"objection": record["id"], "first": at}))
        problems += told
        if not told:
            said = {name: record[name] for name in COLUMNS}
            said["kind"] = folded(record["kind"])
            said["stage"] = next(each for each in stages if folded(each) == folded(record["stage"]))
            found.append(Objection(**said, place=record.place()))
    return found, problems


def _faults(record: Record, stages: tuple[str, ...]) -> Iterator[Problem]:
    """What is wrong with a row by itself."""
    yield from record.lacking(_OBLIGATORY)
    yield from record.undated(("date", "answered"))
    if record["kind"] and folded(record["kind"]) not in get_args(Kind):
        arguments = {"kind": record["kind"], "known": ", ".join(get_args(Kind))}
        yield Problem("objection.kind", record.place("kind"), arguments=arguments)
    if record["stage"] and folded(record["stage"]) not in map(folded, stages):
        arguments = {"stage": record["stage"], "stages": ", ".join(stages) or "-"}
        yield Problem("objection.stage", record.place("stage"), arguments=arguments)
    if record["answer"]:
        yield from record.lacking(("answered", "by"))
    elif record["answered"] or record["by"]:
        yield from record.lacking(("answer",))
    if record["answered"] and record["date"] and record["answered"] < record["date"]:
        arguments = {"date": record["date"], "answered": record["answered"]}
        yield Problem("objection.before", record.place("answered"), arguments=arguments)
