"""Communes of a made-up province, as many as wanted, with as many criteria."""

from __future__ import annotations

from collections.abc import Mapping

import cchc_index
from cchc_index.cycles.cycle_result import CycleResult

_HEAD = """
id: cap-xa
edition: 2025
title: {vi: Bộ tiêu chí cấp xã để thử, en: A set of communes for trials}
source: {status: illustrative, note: made up for trials}
rounding: {points: 2, index: 2}
missing: incomplete
classify: {thresholds: {bands: [{label: Tốt, from: 80}, {label: Khá, from: 65}, {label: Trung bình}]}}
criteria:
"""
_LEAF = '      - {{code: "{code}", title: Tiêu chí {code} của lĩnh vực, max_points: 1, rule: proportion}}'


def set_of(areas: int, leaves: int) -> cchc_index.CriteriaSet:
    """A set of so many areas with so many leaves each."""
    lines = [_HEAD.strip()]
    for area in range(1, areas + 1):
        lines += [f'  - code: "{area}"', f"    title: Lĩnh vực cải cách hành chính thứ {area}", "    max_points: 10"]
        lines += [f"    parts_points: {leaves}", "    not_applicable: allowed", "    criteria:"]
        lines += [_LEAF.format(code=f"{area}.{leaf}") for leaf in range(1, leaves + 1)]
    return cchc_index.CriteriaSet.from_yaml("\n".join(lines), registry=cchc_index.Registry.builtin())


def communes(
    units: int, areas: int = 3, leaves: int = 2, names: Mapping[int, str] | None = None, blank: int | None = None
) -> CycleResult:
    """Their result: rates that differ from commune to commune, names as given, and one with a value missing."""
    criteria = set_of(areas, leaves)
    rows = []
    for unit in range(units):
        row = {"unit": f"xa-{unit + 1}", "name": (names or {}).get(unit, f"Xã Thử {unit + 1}"), "group": "xã"}
        for number, leaf in enumerate(criteria.leaves):
            rate = 40 + (unit * 7 + number * 13) % 61
            row[f"{leaf.criterion.code}.rate"] = "" if unit == blank and not number else str(rate)
        rows.append(row)
    return CycleResult((cchc_index.score(criteria, cchc_index.read_assessment(rows, criteria)),))
