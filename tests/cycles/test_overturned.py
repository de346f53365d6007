"""A later stage decides anew whether a node applies to a unit, and the result says so."""

from __future__ import annotations

from pathlib import Path

import pytest

import cchc_index
from cchc_index.cli import main

SET = """
id: t
edition: 2022
title: Thử
source: {status: illustrative}
rounding: {points: 2, index: 2}
criteria:
  - code: "1"
    title: A
    max_points: 10
    not_applicable: allowed
    criteria:
      - {code: "1.1", title: A1, max_points: 5, rule: {proportion: {}}}
      - {code: "1.2", title: A2, max_points: 5, rule: points}
  - {code: "2", title: B, max_points: 10, rule: points}
"""
CYCLE = """
id: x
title: X
data: synthetic
assessments:
  - {criteria: set.yaml, stage: self, files: [self.csv]}
  - {criteria: set.yaml, stage: appraised, files: [{path: appraised.csv, changes: yes}]}
"""


def _cycle(folder: Path, appraised: str) -> cchc_index.CycleResult:
    (folder / "set.yaml").write_text(SET, encoding="utf-8")
    (folder / "cycle.yaml").write_text(CYCLE, encoding="utf-8")
    (folder / "self.csv").write_text("unit,1,1.1.rate,1.2,2\na,na,,,5\nb,,90,4,5\n", encoding="utf-8")
    (folder / "appraised.csv").write_text(appraised, encoding="utf-8")
    return cchc_index.open_cycle(folder).score("appraised")


@pytest.mark.parametrize(
    ("appraised", "unit", "points", "most"),
    [
        ("unit,1.1.rate,1.2,2\na,80,3,\nb,,,\n", "a", "12.00", "20.00"),
        ("unit,1,2\na,,\nb,na,\n", "b", "5.00", "10.00"),
    ],
    ids=["values below", "the word above"],
)
def test_a_later_stage_overturns_and_it_is_listed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], appraised: str, unit: str, points: str, most: str
) -> None:
    """Values given below a node that the unit said does not apply, and the word above values that it gave."""
    result = _cycle(tmp_path, appraised)

    assert (str(result[unit].points), str(result[unit].max_points)) == (points, most)
    listed = [(each.unit, each.code) for each in result.results[0].warnings if each.kind == "overturned"]
    assert listed == [(unit, "1")]
    assert main(["score", str(tmp_path), "--stage", "appraised"]) == 0
    assert "Giai đoạn sau thay ý kiến" in capsys.readouterr().out


def test_what_a_later_stage_says_halfway_is_a_gap(tmp_path: Path) -> None:
    """One value below such a node: the node applies, and the other value is missing."""
    with pytest.raises(cchc_index.AssessmentError) as told:
        _cycle(tmp_path, "unit,1.1.rate,2\na,80,\nb,,\n")

    assert [(problem.key, problem.arguments["code"]) for problem in told.value.problems] == [("value.missing", "1.2")]


@pytest.mark.parametrize(
    ("appraised", "place"),
    [
        ("unit,1.1.rate,2\nb,,\na,80,\n", "appraised.csv, row 3 (a), column 1.1.rate"),
        ("unit,1.2,1.1.rate,2\na,,80,\nb,,,\n", "appraised.csv, row 2 (a), column 1.2"),
    ],
    ids=["no cell", "a blank cell"],
)
def test_such_a_gap_stands_in_the_table_that_overturns(tmp_path: Path, appraised: str, place: str) -> None:
    """The unit's own table was whole: it said that the node does not apply."""
    with pytest.raises(cchc_index.AssessmentError) as told:
        _cycle(tmp_path, appraised)

    (problem,) = told.value.problems
    assert problem.place is not None
    assert problem.place.text("en").replace("\\", "/").rpartition("/")[2] == place


def test_within_one_stage_the_two_contradict(tmp_path: Path) -> None:
    """Nobody can say which of them is meant."""
    with pytest.raises(cchc_index.AssessmentError) as told:
        _cycle(tmp_path, "unit,1,1.1.rate,1.2,2\na,na,80,3,\nb,,,,\n")

    assert {problem.key for problem in told.value.problems} == {"value.beside_parent"}


def test_a_unit_belongs_to_one_set_however_its_group_is_spelt(tmp_path: Path) -> None:
    """Two entries whose groups are one group score nobody twice."""
    (tmp_path / "set.yaml").write_text(SET, encoding="utf-8")
    (tmp_path / "other.yaml").write_text(SET.replace("id: t", "id: o"), encoding="utf-8")
    cycle = CYCLE.replace("set.yaml, stage: self", "set.yaml, groups: [sở], stage: self")
    cycle = cycle.replace("set.yaml, stage: appraised", "other.yaml, groups: [Sở], stage: self")
    (tmp_path / "cycle.yaml").write_text(cycle, encoding="utf-8")
    (tmp_path / "units.csv").write_text("unit,name,group\na,A,sở\n", encoding="utf-8")
    for name in ("self.csv", "appraised.csv"):
        (tmp_path / name).write_text("unit,1.1.rate,1.2,2\na,90,4,5\n", encoding="utf-8")

    with pytest.raises(cchc_index.AssessmentError) as told:
        cchc_index.open_cycle(tmp_path)

    assert "cycle.two_sets" in {problem.key for problem in told.value.problems}
