"""Years side by side: two, beside scoring them; ten in a row, beside five."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

import cchc_index
from cchc_index.criteria.criteria_set import CriteriaSet

UNITS, LEAVES = 1_000, 40


def _criteria(edition: int) -> CriteriaSet:
    """A set whose thresholds move from edition to edition."""

    def leaf(number: int) -> dict[str, Any]:
        steps = [{"from": 70 + (edition + number) % 20, "points": 1}, {"from": 40, "points": "0.5"}]
        rules: tuple[Any, ...] = ("proportion", {"steps": {"on": "rate", "steps": steps}}, "points")
        return {"code": f"1.{number}", "title": f"Leaf {number}", "max_points": 1, "rule": rules[number % len(rules)]}

    area = {"code": "1", "title": "Area", "max_points": LEAVES, "criteria": [leaf(n) for n in range(LEAVES)]}
    head = {"id": "years", "edition": str(edition), "title": "Years", "source": {"status": "illustrative"}}
    content = head | {"rounding": {"points": 2, "index": 2}, "criteria": [area]}
    return CriteriaSet.from_dict(content, registry=cchc_index.Registry.builtin())


def _row(unit: int, year: int) -> Mapping[str, str]:
    rates = {f"1.{n}.rate": str(2 + (unit * 7 + n * 3 + year * 5) % 98) for n in range(LEAVES) if n % 3 < 2}
    return {"unit": f"u{unit}", **rates, **{f"1.{n}": "0.5" for n in range(LEAVES) if n % 3 == 2}}


def _year(year: int) -> cchc_index.CycleResult:
    criteria = _criteria(year)
    assessment = cchc_index.read_assessment([_row(unit, year) for unit in range(UNITS)], criteria)
    return cchc_index.CycleResult((cchc_index.score(criteria, assessment),), id=str(year))


def _took(act: Callable[[], object]) -> float:
    start = time.process_time()
    act()
    return time.process_time() - start


def _compared(years: list[cchc_index.CycleResult]) -> None:
    """Each year beside the one before, down to each unit's causes."""
    for found in cchc_index.series(years).comparisons:
        for each in found.changes:
            assert each.index is not None
            assert each.index.total == each.change


def measure() -> list[tuple[str, str, str]]:
    """The rows of the bench table."""
    years = [_year(2015 + at) for at in range(10)]
    first = years[0].results[0]
    alone = min(_took(lambda: cchc_index.score(first.criteria, first.assessment)) for _ in range(5))
    two, five, ten = (min(_took(partial(_compared, years[:count])) for _ in range(2)) for count in (2, 5, 10))
    frames = [_took(partial(cchc_index.series(years[:count]).to_frame, "polars")) for count in (5, 10)]
    what = f"{UNITS} units x {LEAVES} leaves"
    return [
        (f"score alone, {what}, CPU ms", f"{1000 * alone:.1f}", ""),
        ("two years compared, with all causes, CPU ms", f"{1000 * two:.0f} ({two / alone:.0f}x)", ""),
        (
            "ten years compared in a row, CPU ms",
            f"{1000 * ten:.0f} ({ten / five:.1f}x of five)",
            "at most 2.7x: linear",
        ),
        ("series of ten years as a frame, CPU ms", f"{1000 * frames[1]:.0f} ({frames[1] / frames[0]:.1f}x)", "linear"),
    ]
