"""Plans for one unit of a hundred leaves, in sets that add up and in sets that do not."""

from __future__ import annotations

import random
import time
from typing import Any

import yaml

import cchc_index
from cchc_index.plans.searching import Fewest

Json = dict[str, Any]
UNITS, AREAS, LEAVES = 20, 10, 10
WOVEN: tuple[Json, ...] = (
    {"max_points": 8, "parts_points": 10},
    {"combine": "geometric"},
    {},
    {"rule": "proportion"},
    {},
)


def result_of(kind: str, short: int, seed: int = 7) -> cchc_index.IndexResult:
    """A scored set of a hundred leaves, whose best band begins so many points above the first unit's.

    Args:
        kind: `plain` for areas that add up with a need on one of them, `steps` for steps alone, `woven` for areas that
            are scaled, combined, required or have rules, with bonus and penalty.
        short: How many points the first unit is short of it.
        seed: What everything is drawn from.
    """
    chance = random.Random(seed)
    rows: list[dict[str, str]] = [{"unit": f"u{number}"} for number in range(UNITS)]

    def leaf(code: str) -> Json:
        form = "steps" if kind == "steps" else chance.choice(["steps", "proportion", "yes_no", "per_case"])
        steps = [
            {"from": 95, "points": 1},
            {"from": 80, "below": 95, "points": "0.75"},
            {"from": 50, "below": 80, "points": "0.4"},
        ]
        rules = {"steps": {"steps": {"on": "rate", "steps": steps}}, "per_case": {"per_case": {"points_each": "0.25"}}}
        for row in rows:
            rate = chance.choice(["40", "60", "85", "97", "100"])
            row[code] = {"yes_no": chance.choice(["có", "không"]), "per_case": str(chance.randint(0, 4))}.get(
                form, rate
            )
        return {"code": code, "title": f"Tiêu chí {code}", "max_points": 1, "rule": rules.get(form, form)}

    areas: list[Json] = []
    for area in range(1, AREAS + 1):
        parts = [leaf(f"{area}.{number}") for number in range(1, LEAVES + 1)]
        made: Json = {
            "code": str(area),
            "title": f"Lĩnh vực {area}",
            "max_points": LEAVES,
            "criteria": parts,
        }
        if kind == "woven":
            made |= WOVEN[area % 5]
            if area == 3:
                made["requires"] = {"2.1": {"at_least": "0.5"}}
        areas.append(made)
    bands: list[Json] = [{"label": "Tốt", "from": 0, "needs": [{"node": "2", "per_cent": 50}]}, {"label": "Khá"}]
    text: Json = {
        "id": f"bench-{kind}",
        "edition": 1,
        "title": "Bộ",
        "source": {"status": "illustrative"},
        "rounding": {"points": 2, "index": 2},
        "criteria": areas,
    }
    if kind == "woven":
        text["extras"] = {name: {"max_points": 2, "criteria": [leaf(f"{name[0]}.1")]} for name in ("bonus", "penalty")}
    registry = cchc_index.Registry.builtin()
    plain = cchc_index.CriteriaSet.from_yaml(yaml.safe_dump(text, allow_unicode=True), registry=registry)
    points = cchc_index.score(plain, cchc_index.read_assessment(rows, plain))["u0"].points
    bands[0]["from"] = f"{(points or 0) + short}"
    text["classify"] = {"thresholds": {"on": "points", "bands": bands}}
    criteria = cchc_index.CriteriaSet.from_yaml(yaml.safe_dump(text, allow_unicode=True), registry=registry)
    return cchc_index.score(criteria, cchc_index.read_assessment(rows, criteria))


def measure() -> list[tuple[str, str, str]]:
    """The rows of the bench table."""
    lines: list[tuple[str, str, str]] = []
    ways: tuple[Fewest, ...] = ("criteria", "points")
    for kind in ("plain", "steps", "woven"):
        for short in (1, 2, 3, 5):
            result = result_of(kind, short)
            for fewest in ways:
                start = time.process_time()
                found = cchc_index.plan(result, "u0", fewest=fewest)
                taken = time.process_time() - start
                size = len(found.ways[0].improvements) if found.ways else 0
                what = (
                    f"{kind}, {AREAS * LEAVES} leaves, {short} points short, fewest {fewest}: {size or 'more than 3'}"
                )
                lines.append(
                    (
                        f"{what}{'' if found.exact else ' (not all tried)'}, CPU s",
                        f"{taken:.2f}",
                        "under 1",
                    )
                )
    return lines
