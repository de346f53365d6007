"""A cycle may appraise several times: each stage starts from the one before it, whatever its name."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import cchc_index
from cchc_index.cli import main
from cchc_index.cycles.documents import stage_faults
from tests.cycles.council import SET, told_of

CYCLE = """
id: c
title: C
data: synthetic
stages: [self, appraised, Thẩm định lần 2, final]
assessments:
  - {criteria: set.yaml, stage: self, files: [self.csv]}
  - {criteria: set.yaml, stage: appraised, files: [first.csv]}
  - {criteria: set.yaml, stage: Thẩm định lần 2, files: [{path: second.csv, changes: yes}]}
"""
HEAD = "unit,stage,code,action,value,reason,by,date,objection,decision\n"
OBJECTION = """id,kind,stage,unit,code,claimed,reason,evidence,date,answer,answered,by
K1,objection,appraised,a,1,9,thiếu,CV 12,2022-12-01,xem lại,2022-12-05,Hội đồng
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two units, appraised twice; the second time one value changed."""
    files = {
        "set.yaml": SET,
        "cycle.yaml": CYCLE,
        "units.csv": "unit,name,group\na,A,x\nb,B,x\n",
        "self.csv": "unit,1.rate,2.1,2.2\na,90,5,40\nb,70,4,20\n",
        "first.csv": "unit,1.rate,2.1,2.2,3\na,80,5,40,1\nb,70,4,20,2\n",
        "second.csv": "unit,1.rate\na,85\n",
        "objections.csv": OBJECTION,
    }
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def _adjust(folder: Path, *rows: str) -> cchc_index.Cycle:
    (folder / "adjustments.csv").write_text(HEAD + "".join(f"{row}\n" for row in rows), encoding="utf-8")
    return cchc_index.open_cycle(folder)


def test_each_appraisal_starts_from_the_one_before(folder: Path) -> None:
    """What the second leaves alone is as the first has it, and its explanation says from where."""
    cycle = cchc_index.open_cycle(folder)

    assert cycle.stages == ("self", "appraised", "Thẩm định lần 2", "final")[:3]
    points = [str(cycle.score(stage)["a"].node("1").points) for stage in cycle.stages]
    assert points == ["9.00", "8.00", "8.50"]
    carried = [each for each in cycle.score().results[0].warnings if each.kind == "carried"]
    assert {(each.unit, each.code) for each in carried} == {
        ("a", "2.1"), ("a", "2.2"), ("a", "3"), ("b", "1"), ("b", "2.1"), ("b", "2.2"), ("b", "3"),
    }  # fmt: skip
    assert {each.particulars["stage"] for each in carried} == {"appraised"}
    assert "as at the stage appraised" in cycle.score()["b"].explain("en", "1").nodes[0].reason


def test_adjustments_take_effect_from_their_stage_on(folder: Path) -> None:
    """A later appraisal's replace what an earlier one set."""
    rows = [
        "a,appraised,2.1,set,3,sửa,HĐ,,,",
        "a,thẩm định lần 2,2.1,set,4,sửa lại,HĐ,,K1,",
        "a,final,2.1,add,1,thêm,HĐ,,,",
    ]
    cycle = _adjust(folder, *rows)

    assert cycle.stages[-1] == "final"
    assert [str(cycle.score(stage)["a"].node("2.1").points) for stage in cycle.stages] == [
        "5.00",
        "3.00",
        "4.00",
        "5.00",
    ]
    assert cycle.objections[0].stage == "appraised"


def test_a_result_of_such_a_stage_is_written_and_read_back(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Its stage is the cycle's own word for it, in every output."""
    file = tmp_path / "r.json"

    assert main(["score", str(folder), "-o", str(file)]) == 0
    assert json.loads(file.read_text(encoding="utf-8"))["results"][0]["stage"] == "Thẩm định lần 2"
    assert cchc_index.read_result(file).results[0].stage == "Thẩm định lần 2"
    assert main(["score", str(folder), "--stage", "Thẩm định lần 2"]) == 0
    assert "[t-2022, Thẩm định lần 2]" in capsys.readouterr().out
    assert main(["score", str(folder), "--stage", "lần 3"]) == 1
    assert "Thẩm định lần 2" in capsys.readouterr().err


def test_forms_of_a_further_appraisal_carry_the_claims(folder: Path, tmp_path: Path) -> None:
    """They are written as those of the first are."""
    assert main(["template", str(folder), "--stage", "Thẩm định lần 2", "-o", str(tmp_path / "phieu")]) == 0
    assert len(list((tmp_path / "phieu").iterdir())) == 2
    assert main(["template", "pci-2021", "--stage", "lần 2", "-o", str(tmp_path / "x.xlsx")]) == 2


@pytest.mark.parametrize(
    ("stages", "told"),
    [
        (("appraised", "self", "final"), ["cycle.stage_order"]),
        (("self", "final", "appraised"), ["cycle.stage_order"]),
        (("self", "x", "X", "final"), ["cycle.stage_order"]),
        (("self", "all", "final"), ["cycle.stage_name"]),
        (("self", "Final", "final"), ["cycle.stage_order", "cycle.stage_name"]),
        (("self", "a/b", "final"), ["cycle.stage_name"]),
        (("self", "", "final"), ["cycle.stage_name"]),
        (("appraised",), []),
        (("self", "vòng 1", "vòng 2", "final"), []),
    ],
)
def test_stages_in_no_order_are_told(stages: tuple[str, ...], told: list[str]) -> None:
    """So are names that mean something else, or that no file and no option can hold."""
    assert [key for key, *_ in stage_faults(stages)] == told


def test_an_entry_of_a_stage_that_the_cycle_has_not(folder: Path) -> None:
    """The stages it has are named."""
    text = (folder / "cycle.yaml").read_text(encoding="utf-8")
    (folder / "cycle.yaml").write_text(text.replace("stage: Thẩm định lần 2", "stage: lần 2"), encoding="utf-8")

    assert [key for key, _ in told_of(folder)][:1] == ["cycle.stage"]


def test_an_earlier_stage_is_shown_whatever_was_changed_later(folder: Path) -> None:
    """What a later appraisal adjusts is no fault of the stages before it, and is not in them."""
    _adjust(folder, "a,thẩm định lần 2,2.1,set,4,sửa lại,HĐ,,K1,", "a,final,2.1,add,1,thêm,HĐ,,,")

    for stage, points in (("self", "5.00"), ("appraised", "5.00"), ("Thẩm định lần 2", "4.00"), ("final", "5.00")):
        cycle = cchc_index.open_cycle(folder, until=stage)
        assert cycle.stages[-1] == stage
        assert str(cycle.score()["a"].node("2.1").points) == points
