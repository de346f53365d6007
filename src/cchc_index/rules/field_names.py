"""Names of fields that a set gives itself: kinds of answers and of cases."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from cchc_index.problems.problem import Problem

FIELD_NAME: Final = re.compile(r"[a-z_]+")
_TAKEN: Final = ("rate", "points", "evidence", "note")


def name_faults(names: Iterable[str], path: str) -> Iterable[Problem]:
    """What is wrong with such names: there are none, or one that no column can have.

    Example:
        >>> [problem.path for problem in name_faults(["late", "Not sent"], "kinds")]
        ['kinds.Not sent']
    """
    named = tuple(names)
    if not named:
        yield Problem("rule.no_options", path=path)
    for name in named:
        if name in _TAKEN or not FIELD_NAME.fullmatch(name):
            yield Problem("rule.field_name", path=f"{path}.{name}", arguments={"name": name})
