"""What is said of the rows of a cycle's own tables: whom they are about, and how their file is to be declared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Protocol

import attrs

from cchc_index.assessment.assessment import Assessment
from cchc_index.problems.problem import Place, Problem
from cchc_index.reading.declared import FileEntry


class About(Protocol):
    """What a row is about."""

    @property
    def unit(self) -> str:
        """The unit."""

    @property
    def code(self) -> str:
        """The criterion."""

    @property
    def place(self) -> Place | None:
        """Where it stands."""


def about_nobody(rows: Iterable[About], assessments: Sequence[Assessment]) -> Iterator[Problem]:
    """Rows about units that nobody scores, and about criteria by which their units are not scored."""
    for row in rows:
        own = [each for each in assessments if row.unit in each.register.rows]
        arguments = {"unit": row.unit, "code": row.code}
        if not own:
            yield Problem("row.unit", row.place, arguments=arguments)
        elif all(row.code not in each.criteria.positions for each in own):
            yield Problem("row.code", row.place, arguments=arguments)


def followable(problems: Iterable[Problem], key: str, file: FileEntry) -> Iterator[Problem]:
    """Problems with a cure that says where in cycle.yaml the delimiter of the cycle's own tables is declared."""
    for problem in problems:
        if problem.key == "table.delimiter":
            yield attrs.evolve(
                problem, key="cycle.table_delimiter", arguments={**problem.arguments, "key": key, "path": file.path}
            )
        else:
            yield problem
