"""A leaf with a rule beside another leaf, and the values of several units."""

from __future__ import annotations

from typing import Any

import cchc_index
from cchc_index.criteria.criteria_set import parse_criteria

HEAD = "id: a\nedition: 1\ntitle: A\nsource: {status: illustrative}\nrounding: {points: 2, index: 2}\n"


def set_of(rule: str, most: str = "4", head: str = "", more: str = "") -> cchc_index.CriteriaSet:
    """A set of the leaf and a plain one beside it."""
    leaf = f"  - {{code: '1', title: Leaf, max_points: {most}{more}, rule: {rule}}}\n"
    rest = "  - {code: '2', title: Other, max_points: 1, rule: points}\n"
    return parse_criteria(f"{HEAD}{head}criteria:\n{leaf}{rest}", registry=cchc_index.Registry.builtin())


def result_of(
    rule: str,
    rows: list[dict[str, Any]],
    most: str = "4",
    units: list[dict[str, str]] | None = None,
    **options: str,
) -> cchc_index.IndexResult:
    """Every row scored as a unit of its own, u0, u1 ..."""
    criteria = set_of(rule, most, **options)
    full = [{"unit": f"u{number}", "2": "1", **row} for number, row in enumerate(rows)]
    return cchc_index.score(criteria, cchc_index.read_assessment(full, criteria, units))


def points_of(rule: str, rows: list[dict[str, Any]], most: str = "4", **options: Any) -> list[str]:
    """The leaf's points of each unit as they are printed."""
    result = result_of(rule, rows, most, **options)
    return [str(result[f"u{number}"].node("1").points) for number in range(len(rows))]


def column_of(field: str, *values: str) -> list[dict[str, Any]]:
    """Rows with one value each, in the leaf's bare column or that of a field (".count")."""
    return [{f"1{field}": value} for value in values]


UNITS = [
    {"unit": f"u{number}", "name": f"U{number}", "group": group, "ranked": ranked, "kind": kind}
    for number, (group, ranked, kind) in enumerate(
        [("x", "yes", "plain"), ("x", "yes", "hill"), ("x", "no", "plain"), ("y", "yes", "plain"), ("y", "yes", "hill")]
    )
]
