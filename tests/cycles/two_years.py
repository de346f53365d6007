"""Two years of a small province in folders, the later one with points for what changed since the earlier one."""

from __future__ import annotations

import json
from pathlib import Path

import cchc_index

HEAD = "title: Hai năm\nsource: {status: illustrative}\nrounding: {points: 2, index: 2}\n"
AREAS = """criteria:
  - code: "1"
    title: Thể chế
    max_points: 10
    criteria:
      - {code: "1.1", title: Kế hoạch, max_points: 4, rule: points}
      - {code: "1.2", title: Đúng hạn, max_points: 6, rule: proportion}
  - {code: "2", title: Chuyển đổi số, max_points: 10, rule: points}
"""
STEPS = "steps: [{from: 5, points: 2}, {above: 0, points: 1}, {to: 0, points: 0}]"
BEFORE = "unit,name,group,1.1,1.2,2\na,A,s,3,80,8\nb,B,s,2,50,5\nc,C,s,4,100,9\n"
AFTER = "unit,name,group,1.1,1.2,2\na,A,s,4,90,8\nb,B,s,2,50,5.5\nc,C,s,3,90,9\n"


def bonus(rule: str = f"of: areas, {STEPS}", more: str = "") -> str:
    """A leaf of improvement among the set's bonus points."""
    leaf = f"{{code: T1, title: Cải thiện, max_points: 2, rule: {{improvement: {{{rule}}}}}{more}}}"
    return f"extras:\n  bonus:\n    max_points: 2\n    criteria:\n      - {leaf}\n"


def cycle(folder: Path, year: int, table: str, more: str = "", areas: str = AREAS, said: str = "") -> Path:
    """A cycle's folder: a set of its own, a table, and what else cycle.yaml says."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "set.yaml").write_text(f"id: hai-nam\nedition: {year}\n{HEAD}{areas}{more}", encoding="utf-8")
    (folder / "bang.csv").write_text(table, encoding="utf-8")
    document = f"id: nam-{year}\ntitle: Năm {year}\ndata: synthetic\n{said}"
    document += "assessments:\n  - {criteria: set.yaml, files: [bang.csv]}\n"
    (folder / "cycle.yaml").write_text(document, encoding="utf-8")
    return folder


def earlier(folder: Path, table: str = BEFORE, areas: str = AREAS) -> str:
    """The result of the earlier year, as the command writes it."""
    result = cchc_index.open_cycle(cycle(folder, 2023, table, areas=areas)).score()
    return json.dumps(result.to_dict(), ensure_ascii=False, indent=1)


def later(
    folder: Path, more: str, table: str = AFTER, areas: str = AREAS, said: str = "", before: str | None = None
) -> Path:
    """The later year, with the earlier one's result in its folder."""
    made = cycle(folder / "2024", 2024, table, more, areas, f"previous: nam-2023.json\n{said}")
    text = earlier(folder / "2023") if before is None else before
    (made / "nam-2023.json").write_text(text, encoding="utf-8")
    return made
