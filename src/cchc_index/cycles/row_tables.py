"""How the files of a cycle's own tables, of which each row is a record by itself, are to be declared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from cchc_index.problems.problem import Problem
from cchc_index.reading.declared import FileEntry


def followable(problems: Iterable[Problem], key: str, file: FileEntry) -> Iterator[Problem]:
    """Problems with a cure that says where in cycle.yaml the delimiter of the cycle's own tables is declared."""
    for problem in problems:
        if problem.key == "table.delimiter":
            yield attrs.evolve(
                problem, key="cycle.table_delimiter", arguments={**problem.arguments, "key": key, "path": file.path}
            )
        else:
            yield problem
