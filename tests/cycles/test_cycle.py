"""Cycles: stages, groups, files that are merged."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

import cchc_index

SET = """
id: a
edition: 1
title: A
source: {status: illustrative}
rounding: {points: 2, index: 2}
criteria:
  - {code: "1", title: Self-scored, max_points: 6, rule: points}
  - {code: "2", title: Survey, max_points: 4, method: survey, rule: points}
"""
CYCLE = """
id: c-1
title: C
data: synthetic
assessments:
  - {criteria: a.yaml, stage: self, files: [self.csv]}
  - {criteria: a.yaml, stage: appraised, files: [{path: one.csv, changes: yes}, {path: two.csv, changes: yes}]}
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A cycle with two stages."""
    files = {
        "a.yaml": SET,
        "cycle.yaml": CYCLE,
        "units.csv": "unit,name,group,ranked\nu,U,x,yes\nv,V,x,yes\nw,W,x,no\n",
        "self.csv": "unit,1\nu,6\nv,5\nw,4\n",
        "one.csv": "unit,2\nu,3\nv,4\nw,2\n",
        "two.csv": "unit,code,value\nu,1,4.5\n",
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def _points(result: cchc_index.CycleResult) -> dict[str, tuple[Decimal | None, Decimal | None, int | None]]:
    return {card.unit.id: (card.points, card.max_points, card.rank) for card in result}


def test_at_stage_self_only_appraised_leaves_count(folder: Path) -> None:
    """Survey leaves are never self-scored and leave both sums."""
    result = cchc_index.open_cycle(folder).score("self")

    assert _points(result) == {
        "u": (Decimal("6.00"), Decimal("6.00"), 1),
        "v": (Decimal("5.00"), Decimal("6.00"), 2),
        "w": (Decimal("4.00"), Decimal("6.00"), None),
    }
    assert result["u"].node("2").status == "unscored"


def test_a_stage_starts_from_the_one_before_it(folder: Path) -> None:
    """Only what the appraisal changed is in its files; several files are merged; the last stage with data is shown."""
    cycle = cchc_index.open_cycle(folder)

    assert cycle.stages == ("self", "appraised")
    assert {result.stage for result in cycle.score().results} == {"appraised"}
    assert _points(cycle.score()) == {
        "v": (Decimal("9.00"), Decimal("10.00"), 1),
        "u": (Decimal("7.50"), Decimal("10.00"), 2),
        "w": (Decimal("6.00"), Decimal("10.00"), None),
    }
    assert [result.stage for result in cycle.score("all").results] == ["self", "appraised"]


def test_a_note_of_the_appraisal_leaves_the_evidence_of_the_unit(folder: Path) -> None:
    """The one is the appraiser's, the other the unit's; a later stage puts out what it says anew."""
    (folder / "self.csv").write_text(
        "unit,1,1.evidence,1.note\nu,6,BC 12,x\nv,5,BC 13,\nw,4,BC 14,\n", encoding="utf-8"
    )
    (folder / "two.csv").write_text("unit,code,value,evidence,note\nu,1,4.5,,y\nv,1,4,BC 15,\n", encoding="utf-8")
    found = cchc_index.open_cycle(folder).score()

    told = {unit: {node.code: node.reason for node in found[unit].explain("en")}["1"] for unit in "uvw"}
    assert told["u"].endswith("evidence: BC 12; note: y")
    assert told["v"].endswith("evidence: BC 15")
    assert told["w"].endswith("evidence: BC 14")


@pytest.mark.parametrize(("stage", "found"), [("final", "final"), ("second", "second")])
def test_a_stage_without_data_is_told(folder: Path, stage: str, found: str) -> None:
    """A stage that is not there, or has no file yet."""
    with pytest.raises(cchc_index.UnknownNameError, match=found):
        cchc_index.open_cycle(folder).score(stage)


def test_a_cell_given_twice_is_refused(folder: Path) -> None:
    """Files of one entry are merged; two values for one cell are not chosen between."""
    (folder / "two.csv").write_text("unit,code,value\nu,2,4\n", encoding="utf-8")

    with pytest.raises(cchc_index.AssessmentError) as told:
        cchc_index.open_cycle(folder)

    report = told.value.report("en")
    assert "one.csv" in report
    assert "two.csv" in report


def test_inputs_are_fingerprinted(folder: Path) -> None:
    """Every file that was read is named with its SHA-256."""
    import hashlib

    result = cchc_index.open_cycle(folder).score()

    assert sorted(result.inputs) == ["a.yaml", "cycle.yaml", "one.csv", "self.csv", "two.csv", "units.csv"]
    assert result.inputs["one.csv"] == hashlib.sha256((folder / "one.csv").read_bytes()).hexdigest()


def test_a_set_of_several_stages_is_told_once(tmp_path: Path) -> None:
    """One fault of one file is one problem, however many entries name it."""
    (tmp_path / "cycle.yaml").write_text(CYCLE, encoding="utf-8")
    (tmp_path / "a.yaml").write_text(SET.replace("max_points: 6", "max_points: -6"), encoding="utf-8")
    for name in ("self", "one", "two"):
        (tmp_path / f"{name}.csv").write_text("unit,1\na,5\n", encoding="utf-8")

    with pytest.raises(cchc_index.CriteriaError) as told:
        cchc_index.open_cycle(tmp_path)

    assert len(told.value.problems) == len({each.text() for each in told.value.problems})
