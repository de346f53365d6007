"""Points alone in a table of changes stand beside the value that was reported: it still counts for others."""

from __future__ import annotations

from pathlib import Path

import pytest

import cchc_index
from tests.cycles.council import council_cycle, told_of

SET = """
id: r
edition: 2022
title: Thử
source: {status: illustrative}
rounding: {points: 2, index: 2}
criteria:
  - {code: "1", title: M, max_points: 10, not_applicable: allowed, rule: relative_to_best}
  - {code: "2", title: H, max_points: 10, rule: points}
"""


def _cycle(folder: Path, changes: str, council: str = "") -> Path:
    """A cycle whose council hands in changes alone."""
    council_cycle(folder, "", "id,kind,stage,unit,code,reason,date\n")
    (folder / "set.yaml").write_text(SET, encoding="utf-8")
    (folder / "units.csv").unlink()
    (folder / "self.csv").write_text("unit,1,2\na,100,5\nb,50,5\nc,na,5\n", encoding="utf-8")
    (folder / "appraised.csv").write_text(changes, encoding="utf-8")
    cycle = folder / "cycle.yaml"
    text = cycle.read_text(encoding="utf-8")
    entry = f"[{{path: appraised.csv, changes: yes}}]{council}"
    cycle.write_text(text.replace("[appraised.csv]", entry), encoding="utf-8")
    return folder


def test_points_alone_are_beside_the_value(tmp_path: Path) -> None:
    """Refused where the rule gives others; nobody who was not touched gets other points."""
    assert [key for key, _ in told_of(_cycle(tmp_path, "unit,1.points\na,9\n"))] == ["stage.other_points"]


def test_decided_points_leave_the_value_in_its_place(tmp_path: Path) -> None:
    """The best value is still the best for others; the decision is listed."""
    folder = _cycle(tmp_path, "unit,1.points\na,9\n", ", council: decides")
    result = cchc_index.open_cycle(folder).score("appraised")

    assert [str(result[unit].node("1").points) for unit in "ab"] == ["9.00", "5.00"]
    assert [each.to_dict() for each in result.results[0].warnings if each.kind == "decided"] == [
        {"kind": "decided", "unit": "a", "code": "1", "points": "9.00", "ruled": "10.00"}
    ]


@pytest.mark.parametrize(
    ("changes", "unit", "points"),
    [("unit,1.points\nc,3\n", "c", "3.00"), ("unit,1\na,na\n", "a", "None"), ("unit,1\nb,25\n", "b", "2.50")],
    ids=["points where nothing applied", "a word where there was a value", "another value"],
)
def test_what_is_no_pair_of_value_and_points_is_replaced(tmp_path: Path, changes: str, unit: str, points: str) -> None:
    """Whole leaves, as ever."""
    result = cchc_index.open_cycle(_cycle(tmp_path, changes, ", council: decides")).score("appraised")

    assert str(result[unit].node("1").points) == points
