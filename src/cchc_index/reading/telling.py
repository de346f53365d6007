"""How the problems of an assessment are told: in which order, up to how many, and a lost decimal point by its name."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import attrs

from cchc_index.problems.problem import Place, Problem
from cchc_index.reading.grids.cells import MOST_PROBLEMS
from cchc_index.values.exact import parse_decimal

_TOGETHER: Final = ("value.no_range", "value.no_best")
_UNITS: Final = ("unit.missing", "stage.unit", "stage.nothing")


def with_its_point(problem: Problem) -> Problem:
    """A value far too large, that would be right with a decimal point in it, is told so."""
    value, most = problem.arguments.get("value"), problem.arguments.get("most")
    if problem.key not in ("value.high", "value.rate", "value.points") or not isinstance(value, str):
        return problem
    found, limit = parse_decimal(value), parse_decimal(str(most))
    if found is None or limit is None or "." in value or len(value) < 2 or found < 2 * limit:
        return problem
    for places in (1, 2, 3):
        meant = found.scaleb(-places)
        if meant <= limit:
            return attrs.evolve(problem, key="value.point_lost", arguments={**problem.arguments, "cure": f"{meant:f}"})
    return problem


def lacking_codes(problems: Iterable[Problem]) -> frozenset[str]:
    """The codes of which something is told already; "" where a whole unit is lacking, and so a bit of every code."""
    return frozenset("" if each.key in _UNITS else str(each.arguments.get("code", "-")) for each in problems)


def hangs_on_gaps(problem: Problem, code: str, gaps: frozenset[str]) -> bool:
    """Whether a fault of what all units report together may be gone when what is told already is mended."""
    return problem.key in _TOGETHER and bool(gaps & {"", code})


def stopped(problems: list[Problem]) -> list[Problem]:
    """So many problems that no more were looked for; the first says so."""
    told = sorted(problems, key=order)
    place = Place(told[0].place.file) if told[0].place else None
    return [Problem("table.stopped", place, arguments={"most": f"{MOST_PROBLEMS:,}"}), *told]


def order(problem: Problem) -> tuple[bool, str, int]:
    """Problems by file and line; those without a place come last."""
    place = problem.place
    return (place is None, place.file if place else "", (place.line or 0) if place else 0)
