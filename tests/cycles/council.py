"""A cycle of two units that a council appraised, with what it changed and what units objected to."""

from __future__ import annotations

from pathlib import Path

import pytest

import cchc_index

SET = """
id: t
edition: 2022
title: Thử
source: {status: illustrative}
rounding: {points: 2, index: 2}
missing: incomplete
criteria:
  - {code: "1", title: M, max_points: 10, rule: proportion}
  - code: "2"
    title: H
    max_points: 10
    not_applicable: allowed
    criteria:
      - {code: "2.1", title: H1, max_points: 6, rule: points}
      - {code: "2.2", title: H2, max_points: 4, rule: relative_to_best}
  - {code: "3", title: S, max_points: 2, method: survey, rule: points}
"""
CYCLE = """
id: c
title: C
data: synthetic
assessments:
  - {criteria: set.yaml, stage: self, files: [self.csv]}
  - {criteria: set.yaml, stage: appraised, files: [appraised.csv]}
"""
HEAD = "unit,stage,code,action,value,reason,by,date,objection,decision\n"
OBJECTIONS = """id,kind,stage,unit,code,claimed,reason,evidence,date,answer,answered,by
K1,objection,appraised,a,1,9,số liệu tính thiếu,CV 12,2022-12-01,chấp nhận,2022-12-05,Hội đồng
K2,explanation,appraised,b,2.1,,chưa có biểu mẫu,,2022-12-02,,,
"""


def council_cycle(folder: Path, rows: str, objections: str = OBJECTIONS) -> Path:
    """A cycle of two units with adjustments."""
    files = {
        "set.yaml": SET,
        "cycle.yaml": CYCLE,
        "units.csv": "unit,name,group\na,A,x\nb,B,x\n",
        "self.csv": "unit,1.rate,2.1,2.2\na,90,5,40\nb,70,4,20\n",
        "appraised.csv": "unit,1.rate,2.1,2.2,3\na,80,5,40,1\nb,70,4,20,\n",
        "adjustments.csv": HEAD + rows,
        "objections.csv": objections,
    }
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def told_of(folder: Path) -> list[tuple[str, str]]:
    """The keys of what is told of a cycle, with the places."""
    with pytest.raises(cchc_index.AssessmentError) as told:
        cchc_index.open_cycle(folder)
    assert all(each.found("vi") and each.cure("en") and each.why("en") for each in told.value.problems)
    return [(each.key, each.place.text("en").rpartition("/")[2] if each.place else "") for each in told.value.problems]
