"""A cycle of few or no ranked units, with names that no document expects."""

from __future__ import annotations

from pathlib import Path

import cchc_index
from cchc_index.cycles.cycle import Cycle

LONG = "Ủy ban nhân dân xã " + "rất dài " * 36
NAMES = {"a": LONG.strip(), "b": 'Sở <b>A</b> & "B" {{ 7*7 }} {% x %}', "c": "=1+1", "d": "Xã 𝔇 “D”"}

_SET = """
id: small
edition: 2025
title: Bộ <thử> & {{ title }}
source: {status: illustrative}
rounding: {points: 2, index: 2}
missing: incomplete
classify: {thresholds: {on: index, bands: [{label: Tốt, from: 80}, {label: Khá}]}}
criteria:
  - {code: "1", title: Một & hai, max_points: 4, not_applicable: allowed, rule: points}
  - {code: "2", title: Ba, max_points: 6, rule: points}
  - {code: "3", title: Bốn, max_points: 0, rule: unscored}
"""
_CYCLE = "id: small\ntitle: Đợt <thử> & {{ x }}\ndata: synthetic\nassessments: [{criteria: set.yaml, files: [v.csv]}]\n"


def small_cycle(folder: Path, names: dict[str, str] = NAMES, *, ranked: str = "yes", more: str = "") -> Cycle:
    """A cycle whose last unit is incomplete where there are several, and whose first has one criterion alone."""
    folder.mkdir(exist_ok=True)
    (folder / "set.yaml").write_text(_SET, encoding="utf-8")
    (folder / "cycle.yaml").write_text(_CYCLE + more, encoding="utf-8")
    quoted = {unit: '"' + name.replace('"', '""') + '"' for unit, name in names.items()}
    rows = "".join(f"{unit},{name},g,{ranked}\n" for unit, name in quoted.items())
    (folder / "units.csv").write_text("unit,name,group,ranked\n" + rows, encoding="utf-8", errors="replace")
    values = [
        f"{unit},{'na' if not at else 3},{'' if at and at == len(names) - 1 else 5}\n" for at, unit in enumerate(names)
    ]
    (folder / "v.csv").write_text("unit,1,2\n" + "".join(values), encoding="utf-8")
    return cchc_index.open_cycle(folder)
