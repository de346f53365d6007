"""What a stage takes over from the one before it is told or listed, and never assumed (messages of `stages`)."""

from __future__ import annotations

import json
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
  - {code: "1", title: M, max_points: 10, rule: proportion}
  - {code: "2", title: H, max_points: 10, rule: points}
  - {code: "3", title: N, max_points: 5, not_applicable: allowed, rule: yes_no}
"""
OTHER = "  - {criteria: other.yaml, groups: [y], stage: appraised, files: [other.csv]}\n"
OWN = "unit,1.rate,2,3\na,90,8,yes\nb,70,6,na\n"


def _cycle(folder: Path, appraised: dict[str, str], *, entry: str = "", stages: str = "") -> Path:
    """A cycle whose units scored themselves, with tables of the stage after; `changes` in a name declares them so."""
    files = ", ".join(f"{{path: {name}, changes: {'yes' if 'changes' in name else 'no'}}}" for name in appraised)
    (folder / "set.yaml").write_text(SET, encoding="utf-8")
    (folder / "units.csv").write_text("unit,name,group\na,A,x\nb,B,x\n", encoding="utf-8")
    (folder / "self.csv").write_text(OWN, encoding="utf-8")
    (folder / "cycle.yaml").write_text(
        f"id: c\ntitle: C\ndata: synthetic\n{stages}assessments:\n"
        "  - {criteria: set.yaml, stage: self, files: [self.csv]}\n"
        f"  - {{criteria: set.yaml, stage: appraised, files: [{files}]{entry}}}\n",
        encoding="utf-8",
    )
    for name, text in appraised.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def _told(folder: Path) -> list[tuple[str, str, str]]:
    with pytest.raises(cchc_index.AssessmentError) as told:
        cchc_index.open_cycle(folder)
    assert all(each.found("vi") and each.cure("en") for each in told.value.problems)
    return [
        (
            each.key,
            str(each.arguments.get("code", each.arguments.get("unit", ""))),
            each.place.text("en").rpartition("/")[2],
        )
        for each in told.value.problems
        if each.place
    ]


@pytest.mark.parametrize(
    ("table", "told"),
    [
        ("unit,1.rate,2,3\na,80,,yes\nb,70,6,na\n", [("stage.blank", "2", "a.csv, row 2 (a), column 2")]),
        ("unit,1.rate,2,3\na,80,7,yes\n", [("stage.unit", "b", "a.csv")]),
        ("unit,1.rate,3\na,80,yes\nb,70,na\n", [("stage.no_column", "2", "a.csv")]),
        ("unit,1.rate,2,3\na,80,7,yes\nb,,,\n", [("stage.nothing", "b", "a.csv, row 3 (b)")]),
        ("unit,1.rate,2,3\na,80,7,yes\nb,70,6,\n", [("stage.blank", "3", "a.csv, row 3 (b), column 3")]),
        ("unit,code,value\na,1,80\na,2,7\na,3,yes\nb,1,70\nb,2,6\n", [("stage.blank", "3", "a.csv (b)")]),
    ],
    ids=["a blank", "a unit", "a column", "nothing written", "a word of the unit's", "a long table"],
)
def test_a_gap_is_no_consent(tmp_path: Path, table: str, told: list[tuple[str, str, str]]) -> None:
    """The unit's own claim never becomes the appraised value; the gap is told with its place in the stage's table."""
    assert _told(_cycle(tmp_path, {"a.csv": table})) == told


def test_an_appraisal_that_says_everything_takes_nothing_over(tmp_path: Path) -> None:
    """A value is replaced, an `na` overturned in either direction and listed, and nothing else remains of the claim."""
    cycle = cchc_index.open_cycle(_cycle(tmp_path, {"a.csv": "unit,1.rate,2,3\na,80,7,na\nb,70,6,no\n"}))
    result = cycle.score("appraised").results[0]

    assert {unit: str(result[unit].points) for unit in "ab"} == {"a": "15.00", "b": "13.00"}
    assert [(each.kind, each.unit, each.code) for each in result.warnings] == [
        ("not_applicable", "a", "3"),
        ("overturned", "a", "3"),
        ("overturned", "b", "3"),
    ]


def test_what_changes_leave_alone_is_listed_as_carried(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Counted in every output and said in the explanation; a value given anew is not among it."""
    folder = _cycle(tmp_path, {"changes.csv": "unit,code,value\na,2,7\n"})
    result = cchc_index.open_cycle(folder).score("appraised").results[0]

    carried = [(each.unit, each.code, each.particulars) for each in result.warnings if each.kind == "carried"]
    assert carried == [(unit, code, {"stage": "self"}) for unit, code in ("a1", "a3", "b1", "b2", "b3")]
    assert result["a"].explain("en", "1").nodes[0].reason == (
        "rate 90 %: maximum x rate = 10 x 90 / 100; self-assessed, not appraised"
    )
    assert result["a"].explain("en", "2").nodes[0].reason == "awarded 7"
    assert [card.carried for card in result] == [2, 3]
    assert main(["score", str(folder), "--stage", "appraised", "--format", "csv"]) == 0
    header, *rows = capsys.readouterr().out.splitlines()
    assert [row.split(",")[header.split(",").index("carried")] for row in rows] == ["2", "3"]
    assert main(["score", str(folder), "--stage", "appraised", "--format", "json"]) == 0
    assert [unit["carried"] for unit in json.loads(capsys.readouterr().out)["results"][0]["units"]] == [2, 3]
    assert main(["--lang", "en", "score", str(folder), "--stage", "appraised"]) == 0
    assert (
        "Taken over from an earlier stage, and not of this one (5):\n  1, 3: A, B\n  2 H: B" in capsys.readouterr().out
    )


def test_units_of_a_table_of_changes_owe_nothing_beside_whole_tables(tmp_path: Path) -> None:
    """What the council went through is whole; of another unit only what it changed."""
    tables = {"a.csv": "unit,1.rate,2,3\na,80,7,yes\n", "changes.csv": "unit,2\nb,5\n"}
    result = cchc_index.open_cycle(_cycle(tmp_path, tables)).score("appraised").results[0]

    assert {unit: str(result[unit].points) for unit in "ab"} == {"a": "20.00", "b": "12.00"}
    assert [(each.unit, each.code) for each in result.warnings if each.kind == "carried"] == [("b", "1"), ("b", "3")]


def test_an_incomplete_stage_lists_what_is_missing(tmp_path: Path) -> None:
    """With `missing: incomplete` a gap is a gap of the stage, and the claim does not fill it."""
    folder = _cycle(tmp_path, {"a.csv": "unit,1.rate,2,3\na,80,,yes\nb,70,6,na\n"})
    (folder / "set.yaml").write_text(SET.replace("criteria:", "missing: incomplete\ncriteria:", 1), encoding="utf-8")
    result = cchc_index.open_cycle(folder).score("appraised").results[0]

    assert (result["a"].complete, str(result["a"].points), result["b"].complete) == (False, "13.00", True)
    assert [(each.unit, each.code) for each in result.warnings if each.kind == "missing"] == [("a", "2")]


def test_points_beside_a_value_do_not_count_for_nothing(tmp_path: Path) -> None:
    """The council writes 0 points beside a value that earns 8: refused, unless the entry says that it decides."""
    table = "unit,1.rate,1.points,1.note,2,3\na,80,0,không có minh chứng,7,yes\nb,70,7,,6,na\n"
    folder = _cycle(tmp_path, {"a.csv": table})
    assert _told(folder) == [("stage.other_points", "1", "a.csv, row 2 (a), column 1.points")]

    result = cchc_index.open_cycle(_cycle(tmp_path, {"a.csv": table}, entry=", council: decides")).score("appraised")
    node = result["a"].explain("en", "1").nodes[0]
    assert (str(node.points), node.status) == ("0.00", "given")
    assert node.reason == (
        "rate 80 %: maximum x rate = 10 x 80 / 100; the council decides 0; note: không có minh chứng"
    )
    assert [each.to_dict() for each in result.results[0].warnings if each.kind == "decided"] == [
        {"kind": "decided", "unit": "a", "code": "1", "points": "0.00", "ruled": "8.00"}
    ]


def test_entries_of_one_stage_say_the_same_of_the_council(tmp_path: Path) -> None:
    """One that decides would let points stand in the table of another that does not say so."""
    folder = _cycle(tmp_path, {"a.csv": "unit,1.rate,1.points,2\na,80,9,7\nb,70,7,6\n"})
    (folder / "b.csv").write_text("unit,3\na,yes\nb,na\n", encoding="utf-8")
    cycle = folder / "cycle.yaml"
    line = "  - {criteria: set.yaml, stage: appraised, files: [b.csv], council: decides}\n"
    both = cycle.read_text(encoding="utf-8")
    cycle.write_text(both + line, encoding="utf-8")
    assert [key for key, *_ in _told(folder)] == ["cycle.council_differs"]
    cycle.write_text(both + line.replace(", council: decides", ""), encoding="utf-8")
    assert [key for key, *_ in _told(folder)] == ["stage.other_points"]
    cycle.write_text(both.replace("no}]}", "no}], council: decides}") + line, encoding="utf-8")
    assert str(cchc_index.open_cycle(folder).score()["a"].node("1").points) == "9.00"


@pytest.mark.parametrize("stage", ["appraised", "final"])
def test_a_council_that_comes_first_decides_too(tmp_path: Path, stage: str) -> None:
    """Without a self-assessment its points are refused or stand too; a table of `final` alone appraises nothing."""
    folder = _cycle(tmp_path, {"a.csv": "unit,1.rate,1.points,2,3\na,80,9,7,yes\nb,70,7,6,na\n"})
    cycle = folder / "cycle.yaml"
    lines = cycle.read_text(encoding="utf-8").replace("stage: appraised", f"stage: {stage}").splitlines(keepends=True)
    alone = "".join(line for line in lines if "stage: self" not in line)
    cycle.write_text(alone, encoding="utf-8")
    if stage == "appraised":
        assert _told(folder) == [("stage.other_points", "1", "a.csv, row 2 (a), column 1.points")]
    else:
        (result,) = cchc_index.open_cycle(folder).score().results
        assert [(each.kind, each.code) for each in result.warnings][:1] == [("claim", "1")]
    cycle.write_text(alone.replace("files:", "council: decides, files:"), encoding="utf-8")
    (result,) = cchc_index.open_cycle(folder).score().results
    assert str(result["a"].node("1").points) == "9.00"
    assert [(each.kind, each.unit, each.code) for each in result.warnings][:1] == [("decided", "a", "1")]


def test_a_claim_beside_a_value_stays_a_claim(tmp_path: Path) -> None:
    """At the stage self nothing changes, nor where a later table of changes leaves the claim alone."""
    folder = _cycle(tmp_path, {"changes.csv": "unit,2\na,7\n"}, entry=", council: decides")
    (folder / "self.csv").write_text("unit,1.rate,1.points,2,3\na,90,10,8,yes\nb,70,7,6,na\n", encoding="utf-8")
    for result in cchc_index.open_cycle(folder).score("all").results:
        assert [(each.unit, each.code) for each in result.warnings if each.kind == "claim"] == [("a", "1")]
        assert str(result["a"].node("1").points) == "9.00"


def test_decided_points_may_be_ones_that_no_rule_gives(tmp_path: Path) -> None:
    """Within the maximum; beyond it they are refused."""
    table = "unit,1.rate,2,3,3.points\na,80,7,,3.5\nb,70,6,na,\n"
    cycle = cchc_index.open_cycle(_cycle(tmp_path, {"a.csv": table}, entry=", council: decides"))
    assert str(cycle.score("appraised")["a"].node("3").points) == "3.50"

    folder = _cycle(tmp_path, {"a.csv": table.replace("3.5", "5.5")}, entry=", council: decides")
    assert _told(folder) == [("value.points", "3", "a.csv, row 2 (a), column 3.points")]


@pytest.mark.parametrize(
    ("line", "key"),
    [
        (f"{OTHER}  - {{criteria: set.yaml, stage: final, files: [self.csv]}}\n", "stage.final_files"),
        (OTHER.replace("appraised", "self"), "stage.silent"),
    ],
)
def test_stages_that_would_take_silence_for_consent(tmp_path: Path, line: str, key: str) -> None:
    """Files at the final stage; a set that has nothing at a stage at which others have."""
    folder = _cycle(tmp_path, {"a.csv": "unit,1.rate,2,3\na,80,7,yes\nb,70,6,na\n"})
    cycle = folder / "cycle.yaml"
    text = cycle.read_text(encoding="utf-8") + line
    cycle.write_text(text.replace("set.yaml,", "set.yaml, groups: [x],"), encoding="utf-8")
    (folder / "other.yaml").write_text(SET.replace("id: t", "id: o"), encoding="utf-8")
    (folder / "other.csv").write_text(OWN.replace("a,", "c,").replace("b,", "d,"), encoding="utf-8")
    (folder / "units.csv").write_text("unit,name,group\na,A,x\nb,B,x\nc,C,y\nd,D,y\n", encoding="utf-8")

    assert [key for key, *_ in _told(folder)] == [key]


def test_changes_of_nothing_are_told(tmp_path: Path) -> None:
    """A first stage has nothing to change."""
    folder = _cycle(tmp_path, {"changes.csv": "unit,2\na,7\n"})
    cycle = folder / "cycle.yaml"
    text = cycle.read_text(encoding="utf-8")
    cycle.write_text(text.replace("  - {criteria: set.yaml, stage: self, files: [self.csv]}\n", ""), encoding="utf-8")

    assert [key for key, *_ in _told(folder)] == ["stage.no_before"]


def test_a_stage_that_scores_a_part_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """At the stage self what is surveyed is not scored: nobody is to compare it with the appraised result."""
    folder = _cycle(tmp_path, {"a.csv": "unit,1.rate,2,3,4\na,80,7,na,3\nb,70,6,no,2\n"})
    leaf = '  - {code: "4", title: S, max_points: 5, method: survey, rule: points}\n'
    (folder / "set.yaml").write_text(SET + leaf, encoding="utf-8")
    told = "At this stage only criteria of 25 of 30 points are scored"
    said = {}
    for stage in ("self", "appraised"):
        assert main(["--lang", "en", "score", str(folder), "--stage", stage]) == 0
        said[stage] = told in capsys.readouterr().out

    assert said == {"self": True, "appraised": False}
