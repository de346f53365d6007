"""What is wrong with answers: counted by kind, the first told by its row, and never what stands in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

import attrs

from cchc_index.builders.contract import LeftOut
from cchc_index.problems.problem import Place, Problem

#: kinds of faults of rows, in the order in which a row is looked at; each is allowed by its name
ROW_KINDS: Final = (
    "blank",
    "unknown_unit",
    "unknown_question",
    "no_answer",
    "unknown_option",
    "unknown_stratum",
    "not_sampled",
    "answered_twice",
    "two_strata",
    "lone_respondent",
)
#: kinds of faults of what many rows say together
UNIT_KINDS: Final = ("small_sample", "empty_stratum", "small_cell")
#: of which a small cell is allowed by asking for all counts, since a count that is left out leaves a wrong sum
ALLOWED: Final = (*ROW_KINDS, "small_sample", "empty_stratum")


@attrs.frozen
class Fault:
    """One kind of fault that answers have.

    Attributes:
        kind: Its name.
        rows: How many rows, or cases, have it.
        first: Where the first of them stands; the row alone, since its cells say who answered what.
        said: Further particulars that name no respondent and no answer.
    """

    kind: str
    rows: int
    first: Place | None = None
    said: tuple[tuple[str, str], ...] = ()


class Faults:
    """Faults as they are found, and which of them are allowed.

    Example:
        >>> faults = Faults(("blank",))
        >>> faults.add("blank", 3, [Place("b.csv", 9), Place("a.csv", 12)])
        >>> faults.add("unknown_unit", 1, [Place("b.csv", 2)])
        >>> [(each.kind, each.rows, each.first.line) for each in faults.left_out()]
        [('blank', 3, 12)]
        >>> [each.text("en").partition(",")[0] for each in faults.problems()]
        ['b.csv']
    """

    def __init__(self, allow: Sequence[str]) -> None:
        """Nothing has been found yet."""
        self._allow = frozenset(allow)
        self._found: list[Fault] = []

    def add(self, kind: str, rows: int, places: Iterable[Place] = (), said: tuple[tuple[str, str], ...] = ()) -> None:
        """Take note of so many rows, or cases, of a kind."""
        first = min(places, key=_order, default=None)
        self._found.append(Fault(kind, rows, first, said))

    def allows(self, kind: str) -> bool:
        """Whether rows of a kind are left out by permission."""
        return kind in self._allow

    def problems(self) -> Iterator[Problem]:
        """What is not allowed, kind by kind."""
        for fault in sorted(self._found, key=lambda each: (*ROW_KINDS, *UNIT_KINDS).index(each.kind)):
            if fault.kind not in self._allow:
                arguments = {"rows": str(fault.rows), "kind": fault.kind, **dict(fault.said)}
                yield Problem(f"survey.{fault.kind}", fault.first, arguments=arguments)

    def left_out(self) -> tuple[LeftOut, ...]:
        """What is allowed, and was left out, each kind once."""
        found: list[LeftOut] = []
        for kind in ALLOWED:
            faults = [each for each in self._found if each.kind == kind and kind in self._allow]
            if faults:
                first = min((each.first for each in faults if each.first), key=_order, default=None)
                found.append(LeftOut(kind, sum(each.rows for each in faults), first))
        return tuple(found)


def _order(place: Place) -> tuple[str, str, int]:
    return place.file, place.sheet or "", place.line or 0


#: messages about a table's shape that repeat nothing of its cells
_SHAPES: Final = ("table.empty", "table.broken", "table.delimiter", "table.many_cells", "table.stopped", "table.kind")
_ROWS: Final = ("table.blank_row", "table.ragged", "table.unnamed", "row.form", "row.no_column")
_HEADERS: Final = ("row.column", "table.header_twice")


def shape_problems(problems: Iterable[Problem]) -> Iterator[Problem]:
    """What is wrong with a table's shape, without anything that stands in its cells.

    A table without a row of headers shows its first answer as headers: then only that columns are lacking is told.

    Example:
        >>> told = [Problem("row.column", Place("a.csv", 1), arguments={"found": "r17", "hint": "", "known": "unit"}),
        ...         Problem("row.no_column", Place("a.csv", 1), arguments={"columns": "unit"})]
        >>> [each.key for each in shape_problems(told)]
        ['row.no_column']
    """
    listed = list(problems)
    headless = any(each.key in ("row.no_column", "table.no_unit", "table.title_row") for each in listed)
    for problem in listed:
        place = problem.place and attrs.evolve(problem.place, unit=None, header=None)
        family = problem.key.partition(".")[0]
        if problem.key in (*_SHAPES, *_ROWS) or family in ("file", "workbook", "sheet", "folder"):
            yield attrs.evolve(problem, place=place)
        elif problem.key not in _HEADERS:
            yield Problem("survey.cell" if problem.key.startswith("value.") else "survey.header", place)
        elif not headless:
            yield problem
