"""Cycles: stages, groups, files that are merged; the real and the synthetic ones that are shipped."""

from __future__ import annotations

import csv
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

import cchc_index
from tests.conftest import ROOT

EXAMPLES = ROOT / "docs" / "examples"
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
  - {criteria: a.yaml, stage: appraised, files: [one.csv, two.csv]}
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


def test_lai_chau_agrees_in_sixteen_rows_and_all_classes() -> None:
    """Totals and classes as published, but for one total."""
    result = cchc_index.open_cycle("lai-chau-2021").score()
    with (EXAMPLES / "lai-chau-2021" / "published.csv").open(encoding="utf-8", newline="") as file:
        published = {row["unit"]: row for row in csv.DictReader(file)}

    differing = {unit for unit, row in published.items() if Decimal(row["points"]) != result[unit].points}
    assert len(published) == 17
    assert differing == {"so-ke-hoach-va-dau-tu"}
    assert all(str(result[unit].band) == row["band"] for unit, row in published.items())


def test_pci_agrees_within_two_hundredths() -> None:
    """The published index follows from parts that are themselves rounded."""
    result = cchc_index.open_cycle("pci-2021").score()
    with (EXAMPLES / "pci-2021" / "published.csv").open(encoding="utf-8", newline="") as file:
        published = {row["unit"]: row for row in csv.DictReader(file)}

    off = {unit: abs(Decimal(row["index"]) - (result[unit].index or 0)) for unit, row in published.items()}
    assert len(off) == 21
    assert max(off.values()) == Decimal("0.02")
    assert sum(bool(each) for each in off.values()) == 13


def test_cao_bang_has_the_classes_it_published() -> None:
    """2 tốt, 25 khá, 3 trung bình among 30 units, one of which lost a class by 0.01; all of it said to be synthetic."""
    cycle = cchc_index.open_cycle("cao-bang-2021")
    result = cycle.score()
    counts: dict[str, int] = {}
    for card in result:
        counts[str(card.band)] = counts.get(str(card.band), 0) + 1

    assert counts == {"Tốt": 2, "Khá": 25, "Trung bình": 3}
    assert result.data == "synthetic"
    assert {each.criteria.source.status for each in result.results} == {"illustrative"}
    assert [len(each) for each in result.results] == [20, 10]
    assert all(card.unit.name.startswith("Đơn vị ") for card in result)
    assert (str(result["don-vi-05"].index), str(result["don-vi-05"].band)) == ("84.99", "Khá")
    assert {card.unit.id for card in result if card.node("2").status == "not_applicable"} == {
        "don-vi-06",
        "don-vi-13",
        "don-vi-18",
    }
    notes = " ".join(str(node.note) for card in (result["don-vi-01"],) for node in card.explain("vi"))
    for figure in ("148.000", "140.500", "4.400", "3.100", "229", "60 văn bản", "28 sáng kiến"):
        assert figure in notes


def test_cao_bang_is_made_by_its_script() -> None:
    """The committed tables are what the script makes from its seed."""
    script = EXAMPLES / "cao-bang-2021" / "generate.py"

    done = subprocess.run([sys.executable, str(script), "--check"], capture_output=True, text=True)

    assert (done.returncode, done.stderr) == (0, "")


def test_a_set_of_the_ministry_has_its_real_points() -> None:
    """2948/QĐ-BNV: eight areas that add up to 100."""
    criteria = cchc_index.load_criteria("moha-provinces-2017", registry=cchc_index.Registry.builtin())

    points = [str(node.criterion.max_points) for node in criteria if not node.depth]
    assert points == ["10", "10", "14.5", "11", "16", "7", "16", "15.5"]
    assert criteria.max_points == 100
    assert criteria.source.status == "excerpt"


@pytest.mark.parametrize("name", ["lai-chau-2021", "pci-2021", "cao-bang-2021"])
def test_shipped_cycles_are_those_of_the_documentation(name: str) -> None:
    """What the wheel carries is byte for byte what docs/examples shows."""
    shipped = cchc_index.open_cycle(name).folder

    for path in (EXAMPLES / name).iterdir():
        if path.is_file():
            assert (shipped / path.name).read_bytes() == path.read_bytes()
