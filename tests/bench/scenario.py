"""A scenario: points changed, the same answers checked, scored; beside scoring alone."""

from __future__ import annotations

import itertools
from typing import Any

import cchc_index
from cchc_index.criteria.criteria_set import CriteriaSet
from tests.bench.scoring import best_of

UNITS, AREAS, LEAVES = 63, 8, 11
STEPS = {
    "on": "rate",
    "none_arose": "zero",
    "steps": [{"from": 95, "points": 1}, {"from": 80, "below": 95, "points": "0.5"}],
}
RULES: tuple[Any, ...] = ("points", {"steps": STEPS}, {"proportion": {"none_arose": "zero"}}, "yes_no")


def _criteria() -> CriteriaSet:
    def leaf(area: int, number: int) -> dict[str, Any]:
        return {"code": f"{area}.{number}", "title": "Leaf", "max_points": 1, "rule": RULES[number % len(RULES)]}

    areas = [
        {"code": str(area), "title": "Area", "max_points": LEAVES, "criteria": [leaf(area, n) for n in range(LEAVES)]}
        for area in range(AREAS)
    ]
    head = {"id": "scenario", "edition": 1, "title": "Scenario", "source": {"status": "illustrative"}}
    content = head | {"rounding": {"points": 2, "index": 2}, "criteria": areas}
    return CriteriaSet.from_dict(content, registry=cchc_index.Registry.builtin())


def _row(unit: int) -> dict[str, str]:
    row = {"unit": f"u{unit}"}
    for area, number in itertools.product(range(AREAS), range(LEAVES)):
        rate = str(50 + (unit * 7 + number * 3) % 50)
        answers = ({"": "0.5"}, {".rate": rate}, {".rate": rate}, {"": "yes"})[number % len(RULES)]
        row |= {f"{area}.{number}{field}": value for field, value in answers.items()}
    return row


def measure() -> list[tuple[str, str, str]]:
    """The rows of the bench table."""
    criteria = _criteria()
    assessment = cchc_index.read_assessment(list(map(_row, range(UNITS))), criteria)
    points = itertools.count(2)

    def scenario() -> None:
        changed = criteria.with_points({"3.0": next(points)})
        cchc_index.score(changed, assessment.for_criteria(changed))

    alone = best_of(lambda: cchc_index.score(criteria, assessment), 30)
    whole = best_of(scenario, 30)
    what = f"{UNITS} units x {AREAS * LEAVES} leaves"
    return [
        (f"score alone, {what}, CPU ms", f"{1000 * alone:.1f}", ""),
        ("with_points, for_criteria and score, CPU ms", f"{1000 * whole:.1f} ({whole / alone:.1f}x)", "at most 3x"),
    ]
