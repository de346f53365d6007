"""What a later stage says of a leaf takes the place of what the council changed at an earlier one, and is listed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import cchc_index
from cchc_index.cli import main
from cchc_index.cycles.overtaken import LastSaid
from tests.cycles.council import CYCLE, council_cycle

OBJECTIONS = "id,kind,stage,unit,code,reason,date,answer,answered,by\n"
SECOND = "  - {criteria: set.yaml, stage: lần 2, files: [FILES]}\n"


def _cycle(folder: Path, adjustments: str, second: str, *, changes: bool = True, objections: str = "") -> Path:
    """Two appraisals: the first is adjusted, the second is a table of changes, or says everything."""
    council_cycle(folder, adjustments, OBJECTIONS + objections)
    files = "{path: second.csv, changes: yes}" if changes else "second.csv"
    cycle = CYCLE.replace("data:", "stages: [self, appraised, lần 2, final]\ndata:")
    (folder / "cycle.yaml").write_text(cycle + SECOND.replace("FILES", files), encoding="utf-8")
    (folder / "appraised.csv").write_text("unit,1.rate,2.1,2.2,3\na,80,5,40,1\nb,70,4,20,2\n", encoding="utf-8")
    (folder / "second.csv").write_text(second, encoding="utf-8")
    return folder


def _of_kind(result: cchc_index.CycleResult, kind: str) -> list[tuple[str, str]]:
    return [(each.unit, each.code) for each in result.results[0].warnings if each.kind == kind]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ("a,appraised,1,set,4,x,y,,,\n", "1"),
        ("a,appraised,1,add,0.5,x,y,,,\n", "1"),
        ("a,appraised,2,na,,x,y,,,\n", "2"),
    ],
)
@pytest.mark.parametrize("changes", [True, False])
def test_a_value_said_anew_counts(tmp_path: Path, change: str, code: str, changes: bool) -> None:
    """Points set, points added and a node taken away give way to it, at that stage and after; each is listed."""
    second = "unit,1.rate,2.1,2.2,3\na,85,3,40,1\nb,70,4,20,2\n"
    cycle = cchc_index.open_cycle(_cycle(tmp_path, change, second, changes=changes))
    first, last = (cycle.score(stage) for stage in ("appraised", "lần 2"))

    assert _of_kind(first, "adjusted") == [("a", code)]
    assert _of_kind(first, "overtaken") == []
    assert (_of_kind(last, "adjusted"), _of_kind(last, "overtaken")) == ([], [("a", code)])
    assert ("a", code) in _of_kind(last, "overturned") or code == "1"
    assert [str(last["a"].node(each).points) for each in ("1", "2.1", "2")] == ["8.50", "3.00", "7.00"]


def test_what_is_left_alone_stays_adjusted(tmp_path: Path) -> None:
    """A table of changes that says nothing of the leaf leaves the council's decision as it is, also of a gap."""
    rows = "a,appraised,2.1,set,4,x,y,,,\nb,appraised,3,set,1,x,y,,,\nb,appraised,2,na,,x,y,,,\n"
    folder = _cycle(tmp_path, rows, "unit,1.rate\na,85\nb,75\n")
    (folder / "appraised.csv").write_text("unit,1.rate,2.1,2.2\na,80,5,40\nb,70,4,20\n", encoding="utf-8")
    last = cchc_index.open_cycle(folder).score("lần 2")

    assert sorted(_of_kind(last, "adjusted")) == [("a", "2.1"), ("b", "2"), ("b", "3")]
    assert _of_kind(last, "overtaken") == []
    assert (str(last["a"].node("2.1").points), str(last["b"].node("3").points)) == ("4.00", "1.00")
    assert last["b"].node("2").points is None


def test_a_word_above_takes_back_points_below(tmp_path: Path) -> None:
    """The other way round: points of a leaf give way to a later word for its parent."""
    folder = _cycle(tmp_path, "a,appraised,2.1,set,4,x,y,,,\n", "unit,2\na,na\n")
    last = cchc_index.open_cycle(folder).score("lần 2")

    assert last["a"].node("2").points is None
    assert _of_kind(last, "overtaken") == [("a", "2.1")]


def test_it_counts_at_the_end_too_and_a_decision_there_stands(tmp_path: Path) -> None:
    """At `final`, which has no tables, only what was changed since the leaf was said last stands."""
    rows = "a,appraised,1,set,4,x,y,,,\na,final,2.1,set,2,z,y,,,\nb,lần 2,1,add,1,x,y,,,\n"
    last = cchc_index.open_cycle(_cycle(tmp_path, rows, "unit,1.rate\na,85\nb,75\n")).score("final")

    assert (_of_kind(last, "adjusted"), _of_kind(last, "overtaken")) == ([("a", "2.1"), ("b", "1")], [("a", "1")])
    assert (str(last["a"].node("1").points), str(last["b"].node("1").points)) == ("8.50", "8.50")


def test_the_reader_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In both languages, with the stage, the reason and the author; and an objection so answered stays answered."""
    row = "K1,objection,appraised,a,1,vì,2022-12-01,chấp nhận,2022-12-05,Hội đồng\n"
    _cycle(tmp_path, "a,appraised,1,set,4,thiếu hồ sơ,Hội đồng,,K1,\n", "unit,1.rate\na,85\n", objections=row)
    assert main(["--lang", "en", "score", str(tmp_path)]) == 0
    assert main(["score", str(tmp_path)]) == 0
    said = " ".join(capsys.readouterr().out.split())

    assert "A, 1, appraised: set to 4 points: thiếu hồ sơ (Hội đồng, K1)" in said
    assert "A, 1, thẩm định: tính 4 điểm: thiếu hồ sơ (Hội đồng, K1)" in said
    assert main(["review", str(tmp_path), "--format", "json"]) == 0
    (own,) = json.loads(capsys.readouterr().out)["sets"]
    assert [each["state"] for each in own["objections"]] == ["adjusted"]


def test_assessors_who_are_divided_later_need_another_decision(tmp_path: Path) -> None:
    """What settled a vote at one stage does not settle the next one."""
    _cycle(tmp_path, "a,appraised,2.1,set,4,x,y,,,\n", "unit,1.rate\na,85\n")
    cycle, panel = tmp_path / "cycle.yaml", "], assessors: {files: [g.csv, h.csv], combine: majority}}\n"
    cycle.write_text(cycle.read_text(encoding="utf-8").removesuffix("]}\n") + panel, encoding="utf-8")
    (tmp_path / "g.csv").write_text("unit,2.1\na,3\nb,4\n", encoding="utf-8")
    (tmp_path / "h.csv").write_text("unit,2.1\na,2\nb,4\n", encoding="utf-8")
    with pytest.raises(cchc_index.AssessmentError) as told:
        cchc_index.open_cycle(tmp_path)
    assert [each.key for each in told.value.problems] == ["assessors.divided"]


def test_nothing_is_overtaken_before_a_second_stage(tmp_path: Path) -> None:
    """With one stage that appraises, all that was changed stands."""
    cycle = cchc_index.open_cycle(council_cycle(tmp_path, "a,final,1,set,9,x,y,,,\n"))
    (assessment,) = cycle.assessments("final")
    said = LastSaid(assessment.criteria, assessment.register, assessment.stages)

    assert said.parted(assessment.adjustments) == (assessment.adjustments, ())
    assert assessment.overtaken == ()
