"""Two years of made-up units, with a merger, a renaming, and another edition of the set."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import cchc_index
from cchc_index.cycles.succession import Succession, Successions
from tests.small_set import BUILTIN

BANDS = {"thresholds": {"bands": [{"label": "Tốt", "from": 80}, {"label": "Khá", "from": 60}, {"label": "Yếu"}]}}


def yaml_of(edition: int, most: int, last: str, **changes: Any) -> dict[str, Any]:
    """An edition of the set: the maximum of its first criterion, and the code of its last one."""
    return {
        "id": "t",
        "edition": str(edition),
        "title": "Bộ thử",
        "source": {"status": "illustrative"},
        "rounding": {"points": 2, "index": 2},
        "classify": BANDS,
        "criteria": [
            {"code": "1", "title": "Tỷ lệ", "max_points": most, "rule": "proportion"},
            {
                "code": "2",
                "title": "Hai",
                "max_points": 10,
                "criteria": [
                    {"code": "2.1", "title": "Điểm", "max_points": 6, "rule": "points"},
                    {"code": "2.2", "title": "So sánh", "max_points": 4, "rule": "relative_to_best"},
                ],
            },
            {"code": last, "title": f"Riêng {last}", "max_points": 5, "rule": "points"},
        ],
    } | changes


def set_of(edition: int, most: int, last: str, **changes: Any) -> cchc_index.CriteriaSet:
    """That edition as a set."""
    return cchc_index.CriteriaSet.from_dict(yaml_of(edition, most, last, **changes), registry=BUILTIN)


EARLIER_ROWS = """unit,1.rate,2.1,2.2,3
a,80,5,40,1
b,70,4,20,2
c,90,3,10,0
d,50,5,30,1
e,60,1,5,2
"""
LATER_ROWS = """unit,1.rate,2.1,2.2,4
a,85,5,50,3
b,65,6,20,5
f,90,4,30,2
g,40,2,10,1
h,90,3,10,0
"""
SUCCESSION = """from,to,kind,share,date,decision
c,h,renamed,,2024-01-01,QĐ 1
d,f,merged,0.6,2024-01-01,QĐ 2
e,f,merged,0.4,2024-01-01,QĐ 2
"""
MAPPING = """from_criteria,from_code,to_criteria,to_code,kind
t-2023,1,t-2024,1,changed
t-2023,3,t-2024,,dropped
t-2023,,t-2024,4,new
"""


def year_folder(folder: Path, criteria: cchc_index.CriteriaSet, rows: str, **tables: str) -> Path:
    """A cycle's folder."""
    folder.mkdir(exist_ok=True)
    units = [line.split(",")[0] for line in rows.splitlines()[1:]]
    entry = "assessments:\n  - {criteria: set.yaml, files: [d.csv]}\n"
    files = {
        "set.yaml": criteria.to_yaml(),
        "cycle.yaml": f"id: c{criteria.edition}\ntitle: C\ndata: synthetic\n{entry}",
        "units.csv": "unit,name,group\n" + "".join(f"{unit},Đơn vị {unit},x\n" for unit in units),
        "d.csv": rows,
    } | {f"{name}.csv": text for name, text in tables.items()}
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def two_years(folder: Path) -> tuple[Path, Path]:
    """The folders of both years."""
    earlier = year_folder(folder / "2023", set_of(2023, 10, "3"), EARLIER_ROWS)
    tables = {"succession": SUCCESSION, "mapping": MAPPING}
    return earlier, year_folder(folder / "2024", set_of(2024, 20, "4"), LATER_ROWS, **tables)


def result_of(criteria: cchc_index.CriteriaSet, rows: Sequence[Mapping[str, object]]) -> cchc_index.CycleResult:
    """The result of some rows."""
    units = [{"unit": row["unit"], "name": f"Đơn vị {row['unit']}", "group": row.get("group", "x")} for row in rows]
    answers = [{key: value for key, value in row.items() if key != "group"} for row in rows]
    assessment = cchc_index.read_assessment(answers, criteria, units)
    return cchc_index.CycleResult((cchc_index.score(criteria, assessment),), id=criteria.name, data="synthetic")


def successions(*rows: tuple[str, str, str]) -> Successions:
    """Rows of former unit, successor and kind."""
    return Successions(tuple(Succession(*row, date="2024-01-01", decision="QĐ 1") for row in rows))
