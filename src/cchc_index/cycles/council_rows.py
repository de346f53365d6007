"""What units objected to and what the council changed: each held against the other and the units."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

import attrs

from cchc_index.assessment.adjustment import Adjustment
from cchc_index.criteria.criteria_set import CriteriaSet
from cchc_index.criteria.tree import Stage
from cchc_index.cycles import adjusting, objections
from cchc_index.cycles.documents import CycleDocument
from cchc_index.cycles.objections import Objection
from cchc_index.cycles.row_tables import followable
from cchc_index.problems.problem import Place, Problem
from cchc_index.reading.declared import FileEntry
from cchc_index.reading.forms import Form
from cchc_index.reading.records import Record, records_of
from cchc_index.reading.tables import Table
from cchc_index.values.units import Register

_OBJECTIONS_FILE: Final = "objections.csv"
_ADJUSTMENTS_FILE: Final = "adjustments.csv"


@attrs.frozen
class Named:
    """Whom a row is about, whatever else is wrong with it.

    Attributes:
        unit: The unit; "" where the row says none.
        code: The criterion; "" where the row says none.
        place: Where it stands.
    """

    unit: str
    code: str
    place: Place | None


@attrs.frozen
class CouncilRows:
    """The rows of both tables.

    Attributes:
        objections: What units explained and objected to.
        adjustments: What the council changed.
        named: Whom the rows are about, also those with which something is wrong.
        problems: What is wrong with them.
    """

    objections: tuple[Objection, ...] = ()
    adjustments: tuple[Adjustment, ...] = ()
    named: tuple[Named, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def reach_the_end(self) -> bool:
        """Whether something was changed at the final stage, which has no tables of its own."""
        return any(each.stage == "final" for each in self.adjustments)


def council_rows(
    document: CycleDocument, with_data: set[Stage], beside: Callable[[FileEntry | None, str], Form | Table | None]
) -> CouncilRows:
    """The rows of the two tables.

    Args:
        document: What the cycle says.
        with_data: The stages for which something has come in.
        beside: Gives the table that the cycle declares, or that has the usual name; None where there is neither.
    """
    objected = beside(document.objections, _OBJECTIONS_FILE)
    changed = beside(document.adjustments, _ADJUSTMENTS_FILE)
    stages = tuple(stage for stage in document.stages if stage in with_data or stage == "final")
    made = CouncilRows()
    known: dict[str, str] = {}
    if objected is not None:
        found, told = objections.objections_of(objected, stages)
        records = _records(objected, objections.COLUMNS)
        for record in reversed(records):  # one with which something else is wrong can be cited all the same
            known[record["id"]] = record["unit"]
        told = list(followable(told, "objections", document.objections or FileEntry(_OBJECTIONS_FILE)))
        made = CouncilRows(tuple(found), (), _named(records), tuple(told))
    if changed is not None:
        # what units said of themselves does not become final by what the council changes in it
        later = tuple(stage for stage in stages if stage != "self") if with_data - {"self"} else ()
        rows, told = adjusting.adjustments_of(changed, later, known)
        told = list(followable(told, "adjustments", document.adjustments or FileEntry(_ADJUSTMENTS_FILE)))
        named = (*made.named, *_named(_records(changed, adjusting.COLUMNS)))
        made = CouncilRows(made.objections, tuple(rows), named, (*made.problems, *told))
    return made


def _records(table: Form | Table, columns: Sequence[str]) -> list[Record]:
    return [each for each in records_of(table, columns, ("unit", "code")) if isinstance(each, Record)]


def _named(records: Iterable[Record]) -> tuple[Named, ...]:
    return tuple(Named(each["unit"], each["code"], each.place()) for each in records)


def about_nobody(rows: Iterable[Named], scored: Sequence[tuple[CriteriaSet, Register]]) -> Iterator[Problem]:
    """Rows about units that nobody scores, and about criteria by which their units are not scored.

    Args:
        rows: Whom the rows are about.
        scored: The sets of the cycle, each with the units that it scores.
    """
    for row in rows:
        own = [criteria for criteria, register in scored if row.unit in register.rows]
        arguments = {"unit": row.unit, "code": row.code}
        if row.unit and not own:
            yield Problem("row.unit", row.place, arguments=arguments)
        elif row.unit and row.code and all(row.code not in criteria.positions for criteria in own):
            yield Problem("row.code", row.place, arguments=arguments)
