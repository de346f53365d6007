"""A form that did not come back and one in which nobody wrote are told as that, whatever else came of the unit."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

import cchc_index
from cchc_index.cli import main
from cchc_index.cycles.silence import Silence
from cchc_index.reading.facts import Reported
from cchc_index.values.units import Register, Unit
from tests.cycles.council import SET, council_cycle, told_of
from tests.filling import fill

CYCLE = """
id: c
title: C
data: synthetic
assessments:
  - {criteria: set.yaml, stage: self, files: [self.csv]}
  - {criteria: set.yaml, stage: appraised, files: [forms, survey.csv]}
"""
FIRST = {("1", "rate"): "80", ("2.1", "points"): "5", ("2.2", "value"): "40"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two units that assessed themselves; the council's forms of both, empty, and a survey that has come."""
    files = {
        "set.yaml": SET.replace("missing: incomplete\n", ""),
        "cycle.yaml": CYCLE,
        "units.csv": "unit,name,group\na,A,x\nb,B,x\n",
        "self.csv": "unit,1.rate,2.1,2.2\na,90,5,40\nb,70,4,20\n",
        "survey.csv": "unit,3\na,1\nb,2\n",
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "forms").mkdir()
    assert main(["template", str(tmp_path), "--stage", "appraised", "-o", str(tmp_path / "made")]) == 0
    for form in (tmp_path / "made").iterdir():
        form.rename(tmp_path / "forms" / form.name)
    fill(tmp_path / "forms" / "a.xlsx", FIRST)
    return tmp_path


def test_a_form_without_a_word_is_told_as_that(folder: Path) -> None:
    """Once, and not as a blank at each criterion, though the survey has something of its unit."""
    assert told_of(folder) == [("stage.nothing", "b.xlsx, sheet Phiếu, cell B4")]


def test_blanks_of_a_form_that_says_something_are_told_one_by_one(folder: Path) -> None:
    """A single answer is enough."""
    fill(folder / "forms" / "b.xlsx", {("1", "rate"): "70"})
    assert [key for key, _ in told_of(folder)] == ["stage.blank", "stage.blank"]


def test_what_the_survey_lacks_is_told_beside(folder: Path) -> None:
    """It is not the form's."""
    (folder / "survey.csv").write_text("unit,3\na,1\nb,\n", encoding="utf-8")
    assert sorted(key for key, _ in told_of(folder)) == ["stage.nothing", "value.missing"]


def test_a_form_that_did_not_come_back_is_told_as_that(folder: Path) -> None:
    """Once, and not as a blank at each criterion."""
    (folder / "forms" / "b.xlsx").unlink()
    assert told_of(folder) == [("stage.unit", "forms")]


def test_a_criterion_alone_is_told_as_blank(tmp_path: Path) -> None:
    """A table of one column with a blank says which criterion it is, where another table has the unit's others."""
    council_cycle(tmp_path, "", "id,kind,stage,unit,code,reason,date\n")
    (tmp_path / "set.yaml").write_text(SET.replace("missing: incomplete\n", ""), encoding="utf-8")
    cycle = (tmp_path / "cycle.yaml").read_text(encoding="utf-8").replace("[appraised.csv]", "[one.csv, other.csv]")
    (tmp_path / "cycle.yaml").write_text(cycle, encoding="utf-8")
    (tmp_path / "one.csv").write_text("unit,1.rate,2.2,3\na,80,40,1\nb,70,20,2\n", encoding="utf-8")
    (tmp_path / "other.csv").write_text("unit,2.1\na,5\nb,\n", encoding="utf-8")
    assert told_of(tmp_path) == [("stage.blank", "other.csv, row 3 (b), column 2.1")]
    (tmp_path / "one.csv").write_text("unit,1.rate,2.2,3\na,80,40,1\nb,,,\n", encoding="utf-8")
    (tmp_path / "other.csv").write_text("unit,2.1\na,5\nb,4\n", encoding="utf-8")
    assert [each for each in told_of(tmp_path) if each[0] != "value.missing"] == [
        ("stage.nothing", "one.csv, row 3 (b)")
    ]


def test_nobody_is_silent_where_nothing_is_owed() -> None:
    """Without tables there is nothing to tell."""
    criteria = cchc_index.load_criteria("pci-2021")
    reported = Reported(criteria, Register((Unit("a", "A"),)), anew={"1": np.array([True])})
    Silence(reported, reported, (), "appraised").tell()
    assert reported.problems == []
