"""Several assessors: what each gives is kept and shown, combined exactly, rounded once, and never filled in."""

from __future__ import annotations

import itertools
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cchc_index
from cchc_index.assessment.panel import combined, kept
from cchc_index.cli import main
from cchc_index.cycles.assessors import assessor_name
from cchc_index.reading.declared import FileEntry
from tests.cycles.council import told_of
from tests.filling import fill

SET = """
id: t
edition: 2022
title: Thử
source: {status: illustrative}
rounding: {points: 2, index: 2}
criteria:
  - {code: "1", title: M, max_points: 10, rule: proportion}
  - {code: "2", title: H, max_points: 6, not_applicable: allowed, rule: {points: {in_steps_of: 0.5}}}
  - {code: "3", title: B, max_points: 5, rule: points}
  - {code: "4", title: C, max_points: 2, not_applicable: {when: {has_c: no}}, rule: points}
"""
CYCLE = """
id: c
title: C
data: synthetic
assessments:
  - {criteria: set.yaml, stage: self, files: [self.csv]}
  - criteria: set.yaml
    stage: appraised
    files: [office.csv]
    assessors: {files: [gk1.csv, {path: gk2.csv, decimal: ","}, gk3.csv], combine: median}
"""
FILES = {
    "set.yaml": SET,
    "cycle.yaml": CYCLE,
    "units.csv": "unit,name,group,has_c\na,A,x,yes\nb,B,x,no\n",
    "self.csv": "unit,1.rate,2,3,4\na,90,6,5,2\nb,70,6,5,\n",
    "office.csv": "unit,1.rate\na,80\nb,70\n",
    "gk1.csv": "unit,2,3,4\na,3,5,2\nb,4,5,\n",
    "gk2.csv": "unit;2;3.points\na;4,5;4,25\nb;4;4\n",
    "gk3.csv": "unit,2,3,3.note\na,5,4,đủ minh chứng\nb,6,3,\n",
}


def _cycle(folder: Path, **changed: str) -> Path:
    for name, text in {**FILES, **{key.replace("_", "."): text for key, text in changed.items()}}.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def _combine(words: str) -> str:
    return CYCLE.replace("combine: median", words)


def _points(folder: Path, code: str) -> list[str]:
    result = cchc_index.open_cycle(folder).score()
    return [str(result[unit].node(code).points) for unit in "ab"]


_POINTS = st.lists(st.fractions(0, 10, max_denominator=8), min_size=1, max_size=7)


@settings(max_examples=30, deadline=None)
@given(_POINTS, st.sampled_from(["mean", "median", "majority"]), st.integers(0, 2))
def test_one_figure_lies_among_those_that_were_given(points: list[Fraction], combine: str, drop: int) -> None:
    """Neither order nor the extremes that are left out matter; what all give is the figure."""
    if len(points) <= 2 * drop:
        return
    figure = combined(points, combine, drop)  # type: ignore[arg-type]

    assert figure == combined(points[::-1], combine, drop)  # type: ignore[arg-type]
    assert figure == combined(sorted(points)[drop : len(points) - drop], combine)  # type: ignore[arg-type]
    assert figure is None or min(points) <= figure <= max(points)
    assert sum(kept(points, drop)) == len(points) - 2 * drop
    assert combined([points[0]] * len(points), combine, drop) == points[0]  # type: ignore[arg-type]


def test_the_median_is_taken_and_every_assessor_shown(tmp_path: Path) -> None:
    """An assessor may have no column for a criterion; who needs no points has none; each one's points are told."""
    result = cchc_index.open_cycle(_cycle(tmp_path)).score()

    assert _points(tmp_path, "2") == ["4.50", "4.00"]
    assert _points(tmp_path, "3") == ["4.25", "4.00"]
    assert [result["a"].node("4").status, result["b"].node("4").status] == ["scored", "not_applicable"]
    reasons = {node.code: node.reason for node in result["a"].explain("vi").nodes}
    assert reasons["2"].endswith("giám khảo gk1: 3; gk2: 4,5; gk3: 5; trung vị 4,5")
    assert "ghi chú: gk3: đủ minh chứng" in reasons["3"]
    assert reasons["4"].endswith("giám khảo gk1: 2; trung vị 2")


def test_the_mean_is_exact_and_rounded_once(tmp_path: Path) -> None:
    """12.5 / 3 = 4.1666...: rounded at the criterion, though nobody could give 4.17 where points go by halves."""
    _cycle(tmp_path, cycle_yaml=_combine("combine: mean"))

    assert _points(tmp_path, "2") == ["4.17", "4.67"]
    words = cchc_index.open_cycle(tmp_path).score()["a"].explain("en", "2").nodes[0].reason
    assert words.endswith("assessors gk1: 3; gk2: 4.5; gk3: 5; mean 4.17; 4.166666… rounded to 4.17")


def test_the_highest_and_the_lowest_are_left_out_and_marked(tmp_path: Path) -> None:
    """One of each side; what is left out is shown all the same."""
    four = CYCLE.replace("gk3.csv]", "gk3.csv, gk4.csv]").replace("combine: median", "combine: mean, drop: 1")
    _cycle(tmp_path, cycle_yaml=four, gk4_csv="unit,2,3\na,0,0\nb,0,0\n", gk1_csv="unit,2,3\na,3,5\nb,4,5\n")
    (tmp_path / "office.csv").write_text("unit,1.rate,4\na,80,2\nb,70,\n", encoding="utf-8")

    assert _points(tmp_path, "2") == ["3.75", "4.00"]
    words = cchc_index.open_cycle(tmp_path).score()["a"].explain("en", "2").nodes[0].reason
    assert "gk1: 3; gk2: 4.5; gk3: 5 (left out); gk4: 0 (left out); mean 3.75" in words


def test_a_majority_is_more_than_half_and_else_the_council_decides(tmp_path: Path) -> None:
    """Three opinions are no majority: told with all of them, until an adjustment decides."""
    _cycle(tmp_path, cycle_yaml=_combine("combine: majority"))

    assert ("assessors.divided", "gk1.csv, row 2 (a), column 2") in told_of(tmp_path)
    head = "unit,stage,code,action,value,reason,by\n"
    rows = "a,appraised,2,set,4,r,B\na,appraised,3,set,4,r,B\nb,appraised,3,set,5,r,B\n"
    (tmp_path / "adjustments.csv").write_text(head + rows, encoding="utf-8")
    assert _points(tmp_path, "2") == ["4.00", "4.00"]
    words = cchc_index.open_cycle(tmp_path).score()["a"].explain("en", "2").nodes[0].reason
    assert words.endswith("assessors gk1: 3; gk2: 4.5; gk3: 5; no majority")


def test_where_each_cell_stands_and_every_file_are_known(tmp_path: Path) -> None:
    """The three cells of the three tables; the sums of all files."""
    cycle = cchc_index.open_cycle(_cycle(tmp_path))

    (assessment,) = cycle.assessments("appraised")
    places = [place.text("en").rpartition("/")[2] for place in assessment.places("a", "2")]
    assert places == [f"gk{number}.csv, row 2 (a), column 2" for number in (1, 2, 3)]
    assert {"gk1.csv", "gk2.csv", "gk3.csv"} <= set(cycle.score().inputs)


def test_assessors_may_stand_alone_and_then_owe_everything(tmp_path: Path) -> None:
    """Without other tables a criterion that no assessor has is a gap, and nothing is taken over."""
    _cycle(tmp_path, cycle_yaml=CYCLE.replace("    files: [office.csv]\n", ""))

    assert [key for key, _ in told_of(tmp_path)] == ["stage.no_column"]


def test_beside_a_table_of_changes_the_rest_is_carried(tmp_path: Path) -> None:
    """Neither the office nor an assessor says anything of criterion 4: it stays as the unit said, and is listed."""
    changes = CYCLE.replace("office.csv", "{path: office.csv, changes: yes}")
    _cycle(tmp_path, cycle_yaml=changes, gk1_csv="unit,2,3\na,3,5\nb,4,5\n")

    warnings = cchc_index.open_cycle(tmp_path).score().results[0].warnings

    assert [(each.unit, each.code) for each in warnings if each.kind == "carried"] == [("a", "4")]


def test_a_later_stage_replaces_what_assessors_gave(tmp_path: Path) -> None:
    """Where the next appraisal changes the points their panel is no longer their reason; elsewhere it stays."""
    text = CYCLE.replace("data: synthetic\n", "data: synthetic\nstages: [self, appraised, second, final]\n")
    text += "  - {criteria: set.yaml, stage: second, files: [{path: second.csv, changes: yes}]}\n"
    _cycle(tmp_path, cycle_yaml=text, second_csv="unit,2\na,6\n")

    reasons = [cchc_index.open_cycle(tmp_path).score()[unit].explain("en", "2").nodes[0].reason for unit in "ab"]

    assert "assessors" not in reasons[0]
    assert "assessors gk1: 4; gk2: 4; gk3: 6; median 4" in reasons[1]


def test_points_beside_a_value_are_refused_or_decided(tmp_path: Path) -> None:
    """A rate worth 8, and the assessors' 7: told with all they gave, or standing where the council decides."""
    points = {f"gk{number}_csv": f"unit,1.points,2,3,4\na,{7},3,4,2\nb,7,3,4,\n" for number in (1, 3)}
    points["gk2_csv"] = "unit;2;3\na;3;4\nb;3;4\n"
    _cycle(tmp_path, **points)

    assert told_of(tmp_path) == [("assessors.other_points", "gk1.csv, row 2 (a), column 1.points")]
    (tmp_path / "cycle.yaml").write_text(CYCLE + "    council: decides\n", encoding="utf-8")
    assert _points(tmp_path, "1") == ["7.00", "7.00"]
    assert "the council decides 7; assessors gk1: 7; gk3: 7; median 7" in (
        cchc_index.open_cycle(tmp_path).score()["a"].explain("en", "1").nodes[0].reason
    )


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"gk1_csv": "unit,2,3,4\na,,5,2\nb,4,5,\n"}, [("assessors.blank", "gk1.csv, row 2 (a), column 2")]),
        ({"gk1_csv": "unit,2,3,4\na,3,5,2\n"}, [("assessors.unit", "gk1.csv")]),
        ({"gk1_csv": "unit,2,3,4\na,7,5,2\nb,4,5,\n"}, [("value.points", "gk1.csv, row 2 (a), column 2")]),
        ({"gk1_csv": "unit,2,3,4\na,-1,5,2\nb,4,5,\n"}, [("value.points", "gk1.csv, row 2 (a), column 2")]),
        ({"gk1_csv": "unit,2,3,4\na,3.3,5,2\nb,4,5,\n"}, [("value.not_in_steps", "gk1.csv, row 2 (a), column 2")]),
        ({"gk1_csv": "unit,2,3,4\na,x,5,2\nb,4,5,\n"}, [("value.number", "gk1.csv, row 2 (a), column 2")]),
        ({"gk1_csv": "unit,2,3,4\na,na,5,2\nb,4,5,\n"}, [("assessors.not_all", "gk1.csv, row 2 (a), column 2")]),
        ({"gk1_csv": "unit,2,3,4\na,3,5,2\nb,4,5,1\n"}, [("value.beside_condition", "gk1.csv, row 3 (b), column 4")]),
        (
            {"gk1_csv": "unit,1.rate,2,3,4\na,9,3,5,2\nb,,4,5,\n"},
            [("assessors.points_only", "gk1.csv, row 2 (a), column 1.rate")],
        ),
        ({"gk3_csv": "unit\na\nb\n"}, [("assessors.nothing", "gk3.csv")]),
        ({"office_csv": "unit,1.rate,3\na,80,1\nb,70,\n"}, [("value.twice", "gk1.csv, row 2 (a), column 3")]),
        ({"cycle_yaml": _combine("combine: mean, drop: 1")}, [("assessors.too_few", "cycle.yaml:10:16")]),
        ({"cycle_yaml": _combine("combine: mean, drop: -1")}, [("assessors.drop", "cycle.yaml:10:96")]),
        ({"cycle_yaml": CYCLE.replace("gk3.csv", "gk1.csv")}, [("assessors.alike", "cycle.yaml:10:65")]),
        ({"cycle_yaml": CYCLE.replace("stage: appraised", "stage: self")}, [("assessors.self", "cycle.yaml:10:16")]),
        (
            {"cycle_yaml": CYCLE.replace("gk3.csv", "{path: gk3.csv, changes: yes}")},
            [("assessors.changes", "cycle.yaml:10:65")],
        ),
        ({"cycle_yaml": CYCLE.replace("gk3.csv", "../gk3.csv")}, [("cycle.outside", "cycle.yaml:10:65")]),
    ],
)
def test_nothing_is_filled_in_and_every_fault_is_told(
    tmp_path: Path, changed: dict[str, str], told: list[tuple[str, str]]
) -> None:
    """Each with its cell, once, and with nothing told that follows from it."""
    found = told_of(_cycle(tmp_path, **changed))

    keys = {key for key, _ in told}
    assert [each for each in found if each[0] in keys] == told
    others = {key for key, _ in found} - keys
    assert not others or "cycle_yaml" in changed


def test_not_applicable_stands_where_all_say_it(tmp_path: Path) -> None:
    """And is listed as any other."""
    texts = {"gk1_csv": "unit,2,3,4\na,na,5,2\nb,4,5,\n", "gk2_csv": "unit;2;3\na;na;4\nb;4;4\n"}
    _cycle(tmp_path, **texts, gk3_csv="unit,2,3\na,na,4\nb,6,3\n")

    card = cchc_index.open_cycle(tmp_path).score()["a"]

    assert card.node("2").status == "not_applicable"


def test_orders_of_rows_and_of_files_change_no_digest(tmp_path: Path) -> None:
    """The figures are the same whoever comes first."""
    digests = set()
    for order in itertools.permutations(["gk1.csv", '{path: gk2.csv, decimal: ","}', "gk3.csv"]):
        text = CYCLE.replace('gk1.csv, {path: gk2.csv, decimal: ","}, gk3.csv', ", ".join(order))
        digests.add(cchc_index.open_cycle(_cycle(tmp_path, cycle_yaml=text)).score().digest)

    assert len(digests) == 1


def test_check_and_score_say_nothing_more(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Points of several assessors are points: a sound cycle is checked in silence."""
    assert main(["check", str(_cycle(tmp_path))]) == 0
    assert capsys.readouterr() == ("", "")
    assert assessor_name(FileEntry("council/gk 1.xlsx")) == "gk 1"


def test_an_assessor_may_fill_in_the_councils_forms(tmp_path: Path) -> None:
    """A folder of forms is one assessor; criteria in which none of the forms says anything are not his."""
    text = CYCLE.replace("gk1.csv", "gk1")
    _cycle(tmp_path, cycle_yaml=text)
    main(["template", str(tmp_path), "--stage", "appraised", "-o", str(tmp_path / "gk1")])
    for unit, answers in {
        "a": {("2", ""): "3", ("3", ""): "5", ("4", ""): "2"},
        "b": {("2", ""): "4", ("3", ""): "5"},
    }.items():
        (form,) = (tmp_path / "gk1").glob(f"{unit}*.xlsx")
        fill(form, answers)

    assert _points(tmp_path, "2") == ["4.50", "4.00"]
    (assessment,) = cchc_index.open_cycle(tmp_path).assessments("appraised")
    assert assessment.places("a", "2")[0].sheet


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        ({}, [("assessors.silent", "b.xlsx, sheet Phiếu, cell B4")]),
        ({("2", ""): "4"}, [("assessors.blank", "b.xlsx, sheet Phiếu, cell I13 (b), column 3")]),
        (None, [("assessors.unit", "gk1")]),
    ],
    ids=["nothing", "one blank", "no form"],
)
def test_what_one_form_of_an_assessor_lacks_is_told_of_that_form(
    tmp_path: Path, answers: dict[tuple[str, str], str] | None, told: list[tuple[str, str]]
) -> None:
    """A form without a word once, and each finding where it belongs, not at another unit's form."""
    _cycle(tmp_path, cycle_yaml=CYCLE.replace("gk1.csv", "gk1"))
    main(["template", str(tmp_path), "--stage", "appraised", "-o", str(tmp_path / "gk1")])
    fill(tmp_path / "gk1" / "a.xlsx", {("2", ""): "3", ("3", ""): "5", ("4", ""): "2"})
    if answers is None:
        (tmp_path / "gk1" / "b.xlsx").unlink()
    else:
        fill(tmp_path / "gk1" / "b.xlsx", answers)
    assert told_of(tmp_path) == told
