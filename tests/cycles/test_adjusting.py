"""What a council changed after it appraised: applied, listed, explained, or told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import cchc_index
from cchc_index.checks.auditing import audit
from cchc_index.cli import main
from tests.cycles.council import HEAD, council_cycle, told_of
from tests.results.reading_back import Reader


def _points(result: Any, code: str) -> dict[str, str]:
    return {unit: str(result[unit].node(code).points) for unit in "ab"}


def test_points_are_set_then_added(tmp_path: Path) -> None:
    """At the stage that the row names and after it, not before; the reason ends in the points."""
    rows = (
        "a,final,1,add,0.5,có minh chứng bổ sung,Hội đồng,2022-12-05,K1,\n"
        "a,appraised,2.1,add,-1,trừ báo cáo chậm,Tổ thẩm định,,,\n"
        "a,appraised,2.1,set,6,đủ hồ sơ,Hội đồng,,,12/QĐ\n"
    )
    cycle = cchc_index.open_cycle(council_cycle(tmp_path, rows))
    own, appraised, final = (cycle.score(stage) for stage in ("self", "appraised", "final"))

    assert cycle.stages == ("self", "appraised", "final")
    assert [_points(each, "1")["a"] for each in (own, appraised, final)] == ["9.00", "8.00", "8.50"]
    assert [_points(each, "2.1")["a"] for each in (own, appraised, final)] == ["5.00", "5.00", "5.00"]
    assert _points(final, "2.1") == {"a": "5.00", "b": "4.00"}
    reasons = {node.code: node.reason for node in final["a"].explain("en").nodes}
    assert reasons["1"] == (
        "rate 80 %: maximum x rate = 10 x 80 / 100; "
        "adjusted: 8.00 + 0.5 = 8.50 (Hội đồng, 2022-12-05, K1: có minh chứng bổ sung)"
    )
    assert reasons["2.1"].startswith("set to 6 (Hội đồng, 12/QĐ: đủ hồ sơ); adjusted: 6.00 - 1 = 5.00 (Tổ thẩm định")
    assert Reader("en", 2, "half_up").points(reasons["1"].partition(" (H")[0].replace("adjusted: ", ""), 10) == 8.5  # type: ignore[arg-type]


def test_a_node_is_taken_away(tmp_path: Path) -> None:
    """With all beneath it: it leaves both sums, others are compared without it, and it is listed."""
    rows = "a,final,2,na,,không có nhiệm vụ,Hội đồng,,,\n"
    result = cchc_index.open_cycle(council_cycle(tmp_path, rows)).score("final")

    assert (str(result["a"].points), str(result["a"].max_points)) == ("9.00", "12.00")
    assert _points(result, "2.2") == {"a": "None", "b": "None"}  # b is incomplete for its survey
    told = [each.to_dict() for each in result.results[0].warnings if each.kind in ("adjusted", "not_applicable")]
    said = {"stage": "final", "action": "na", "reason": "không có nhiệm vụ", "by": "Hội đồng"}
    assert told == [
        {"kind": "adjusted", "unit": "a", "code": "2", **said},
        {"kind": "not_applicable", "unit": "a", "code": "2", "by": "declared"},
    ]
    assert result["a"].explain("en", "2").nodes[0].reason == "does not apply (Hội đồng: không có nhiệm vụ)"


def test_points_set_fill_a_gap(tmp_path: Path) -> None:
    """A unit that lacked a value is complete with points in its place."""
    rows = "b,final,3,set,1.5,theo báo cáo bổ sung,Hội đồng,,,\n"
    cycle = cchc_index.open_cycle(council_cycle(tmp_path, rows))

    assert [cycle.score(stage)["b"].complete for stage in ("appraised", "final")] == [False, True]
    node = cycle.score("final")["b"].explain("en", "3").nodes[0]
    assert (str(node.points), node.status) == ("1.50", "given")
    assert node.reason == "set to 1.5 (Hội đồng: theo báo cáo bổ sung)"


def test_they_are_told_in_the_table_and_change_the_digest(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The file belongs to the inputs, and the ranking's notes say who changed what at which stage, and why."""
    rows = "a,final,1,add,0.5,có minh chứng,Hội đồng,,K1,\nb,appraised,2.1,set,3,không có biên bản,Tổ,,,\n"
    folder = council_cycle(tmp_path, rows)
    assert main(["--lang", "en", "score", str(folder), "--stage", "final"]) == 0
    said = "Adjusted (2):\n  A, 1, final: 0.5 points added: có minh chứng (Hội đồng, K1)\n  B, 2.1, appraised: set to 3"
    assert said in capsys.readouterr().out
    result = cchc_index.open_cycle(folder).score("final")
    assert {"adjustments.csv", "objections.csv"} <= set(result.inputs)


@pytest.mark.parametrize(
    ("row", "key", "where"),
    [
        ("a,final,1,add,0.5,,Hội đồng,,,", "row.lacks", "column reason"),
        ("a,final,1,add,0.5,x,,,,", "row.lacks", "column by"),
        ("a,final,1,add,,x,y,,,", "row.lacks", "column value"),
        ("a,final,1,add,nửa điểm,x,y,,,", "adjustment.number", "column value"),
        ("a,self,1,add,0.5,x,y,,,", "adjustment.stage", "column stage"),
        ("a,later,1,add,0.5,x,y,,,", "adjustment.stage", "column stage"),
        ("a,final,1,give,0.5,x,y,,,", "adjustment.action", "column action"),
        ("a,final,2,na,0,x,y,,,", "adjustment.value_of_na", "column value"),
        ("a,final,1,add,0.5,x,y,5/12/2022,,", "row.date", "column date"),
        ("a,final,1,add,0.5,x,y,2022-02-30,,", "row.date", "column date"),
        ("a,final,1,add,0.5,x,y,,K9,", "adjustment.objection", "column objection"),
        ("b,final,1,add,0.5,x,y,,K1,", "adjustment.other_objection", "column objection"),
        ("z,final,1,add,0.5,x,y,,,", "row.unit", "row 2 (z)"),
        ("a,final,7,add,0.5,x,y,,,", "row.code", "row 2 (a)"),
        ("a,final,1,na,,x,y,,,", "adjustment.must_apply", "row 2 (a)"),
        ("a,final,2,set,5,x,y,,,", "adjustment.parent", "row 2 (a)"),
        ("a,final,1,set,10.5,x,y,,,", "adjustment.beyond", "row 2 (a)"),
        ("a,final,1,add,-8.5,x,y,,,", "adjustment.beyond", "row 2 (a)"),
        ("a,final,1,add,0.125,x,y,,,", "adjustment.places", "row 2 (a)"),
        ("b,final,3,add,0.5,x,y,,,", "adjustment.nothing", "row 2 (b)"),
        ("a,final,2,na,,x,y,,,\na,final,2.1,add,1,x,y,,,", "adjustment.gone", "row 3 (a)"),
        ("a,final,1,set,5,x,y,,,\na,final,1,set,6,x,y,,,", "adjustment.twice", "row 3 (a)"),
    ],
)
def test_a_row_that_cannot_stand_istold_of(tmp_path: Path, row: str, key: str, where: str) -> None:
    """One report with the place; nothing of the file is applied."""
    ((found, place),) = told_of(council_cycle(tmp_path, row + "\n"))

    assert found == key
    assert place.endswith(where)


def test_a_scenario_keeps_what_was_changed_or_tells_that_it_cannot(tmp_path: Path) -> None:
    """Adjusted points belong to a leaf as it was: with another maximum, rule or rounding they would be other points."""
    rows = "a,final,1,add,0.5,x,y,,,\nb,final,3,set,1.5,x,y,,,\n"
    (assessment,) = cchc_index.open_cycle(council_cycle(tmp_path, rows)).assessments("final")
    before = cchc_index.score(assessment.criteria, assessment)
    elsewhere = assessment.criteria.with_points({"2.1": 7})
    after = cchc_index.score(elsewhere, assessment.for_criteria(elsewhere))
    assert _points(after, "1") == _points(before, "1") == {"a": "8.50", "b": "7.00"}
    without = assessment.criteria.without("1")
    left = cchc_index.score(without, assessment.for_criteria(without))
    assert [(each.unit, each.code) for each in left.warnings if each.kind == "adjusted"] == [("b", "3")]

    for changed in (
        assessment.criteria.with_points({"1": 8}),
        assessment.criteria.replace("1", rule={"proportion": {"full_at": 90}}),
        cchc_index.CriteriaSet.from_dict(
            {**assessment.criteria.to_dict(), "rounding": {"points": 3, "index": 2}},
            registry=cchc_index.Registry.builtin(),
        ),
    ):
        with pytest.raises(cchc_index.AssessmentError) as told:
            assessment.for_criteria(changed)
        assert {each.key for each in told.value.problems} == {"adjustment.other_leaf"}


def test_a_scenario_of_a_table_of_changes_forgets_what_is_gone(tmp_path: Path) -> None:
    """What was carried for a leaf that the other set does not have is no longer listed."""
    folder = council_cycle(tmp_path, "")
    cycle = folder / "cycle.yaml"
    text = cycle.read_text(encoding="utf-8").replace("[appraised.csv]", "[{path: appraised.csv, changes: yes}]")
    cycle.write_text(text, encoding="utf-8")
    (folder / "appraised.csv").write_text("unit,1.rate,2.1,2.2,3\na,,5,40,1\nb,70,4,20,\n", encoding="utf-8")
    (assessment,) = cchc_index.open_cycle(folder).assessments("appraised")
    without = assessment.criteria.without("1")

    assert [each.code for each in cchc_index.score(assessment.criteria, assessment).warnings if each.kind == "carried"]
    result = cchc_index.score(without, assessment.for_criteria(without))
    assert not [each for each in result.warnings if each.kind == "carried"]


def test_an_audit_of_printed_values_knows_what_was_changed(tmp_path: Path) -> None:
    """A value may be anything that it was printed for; points set are what they are, points added are added to it."""
    rows = "a,final,1,add,0.5,x,y,,,\nb,final,1,set,9,x,y,,,\nb,final,3,set,1,x,y,,,\n"
    folder = council_cycle(tmp_path, rows)
    cycle = folder / "cycle.yaml"
    text = cycle.read_text(encoding="utf-8").replace("[appraised.csv]", "[{path: appraised.csv, printed: yes}]")
    cycle.write_text(text, encoding="utf-8")
    found = {}
    for a, b in (("8.54", "9.00"), ("8.04", "9.00"), ("8.54", "9.01")):
        (folder / "published.csv").write_text(f"unit,1\na,{a}\nb,{b}\n", encoding="utf-8")
        report = audit(cchc_index.open_cycle(folder), stage="final")
        found[a, b] = [each.unit for each in report.findings]

    assert found == {("8.54", "9.00"): [], ("8.04", "9.00"): ["a"], ("8.54", "9.01"): ["b"]}


RANGE = """
id: r
edition: 2022
title: Thử
source: {status: illustrative}
rounding: {points: 2, index: 2}
missing: incomplete
criteria:
  - {code: "1", title: M, max_points: 10, not_applicable: allowed, rule: relative_to_best}
  - {code: "2", title: H, max_points: 10, rule: points}
"""


def _range(folder: Path, values: str, rows: str) -> Path:
    """A cycle of units that are compared with each other at criterion 1."""
    council_cycle(folder, rows, "id,kind,stage,unit,code,reason,date\nK1,objection,appraised,a,2,x,2022-12-01\n")
    (folder / "set.yaml").write_text(RANGE, encoding="utf-8")
    (folder / "units.csv").unlink()
    for name in ("self.csv", "appraised.csv"):
        (folder / name).write_text(f"unit,1,2\n{values}", encoding="utf-8")
    return folder


def test_a_later_change_of_the_range_is_held_against_earlier_points(tmp_path: Path) -> None:
    """Points that were within the maximum may no longer be so once the best unit is gone."""
    folder = _range(tmp_path, "a,100,5\nb,50,5\n", "b,appraised,1,add,5,x,y,,,\na,final,1,na,,x,y,,,\n")

    assert [key for key, _ in told_of(folder)] == ["adjustment.beyond"]


def test_what_a_later_stage_sets_replaces_what_was_before(tmp_path: Path) -> None:
    """Earlier additions with it; the reason names the points that stand."""
    rows = "b,appraised,2,add,1,x,y,,,\nb,appraised,2,set,3,x,y,,,\nb,final,2,set,7,z,y,,,\nb,final,2,add,0.5,w,y,,,\n"
    cycle = cchc_index.open_cycle(_range(tmp_path, "a,100,5\nb,50,5\n", rows))
    appraised, final = (cycle.score(stage)["b"].explain("en", "2").nodes[0] for stage in ("appraised", "final"))

    assert (str(appraised.points), appraised.reason) == ("4.00", "set to 3 (y: x); adjusted: 3.00 + 1 = 4.00 (y: x)")
    assert (str(final.points), final.reason) == ("7.50", "set to 7 (y: z); adjusted: 7.00 + 0.5 = 7.50 (y: w)")


@pytest.mark.parametrize("change", ["b,appraised,1,set,1,x,y,,,\n", "b,appraised,1,na,,x,y,,,\n"])
def test_who_waited_for_a_value_is_compared_once_it_is_decided(tmp_path: Path, change: str) -> None:
    """As if the council's table had said so; a scenario of the same set says the same."""
    cycle = cchc_index.open_cycle(_range(tmp_path, "a,100,5\nb,,5\nc,40,5\n", change))
    (assessment,) = cycle.assessments("appraised")
    result = cchc_index.score(assessment.criteria, assessment)

    assert {unit: str(result[unit].node("1").points) for unit in "ac"} == {"a": "10.00", "c": "4.00"}
    assert [card.complete for card in result] == [True] * 3
    assert not [each for each in result.warnings if each.kind == "missing"]
    again = cchc_index.score(assessment.criteria, assessment.for_criteria(assessment.criteria))
    assert again.to_dict() == result.to_dict()


def test_points_set_for_who_waits_are_not_missing(tmp_path: Path) -> None:
    """The others still wait; to what was reported points may be added only once it can be compared."""
    cycle = cchc_index.open_cycle(_range(tmp_path, "a,100,5\nb,,5\nc,40,5\n", "a,appraised,1,set,9,x,y,,,\n"))
    result = cycle.score("appraised").results[0]

    assert (result["a"].complete, result["c"].complete) == (True, False)
    assert sorted(each.unit for each in result.warnings if each.kind == "missing") == ["b", "c"]


def test_what_the_council_sets_is_no_longer_carried(tmp_path: Path) -> None:
    """It is the council's own; what it leaves alone, or adds to, is still listed."""
    folder = _range(tmp_path, "a,100,5\nb,50,5\n", "a,final,2,set,9,x,y,,,\nb,final,2,add,1,x,y,,,\n")
    cycle = folder / "cycle.yaml"
    text = cycle.read_text(encoding="utf-8").replace("[appraised.csv]", "[{path: appraised.csv, changes: yes}]")
    cycle.write_text(text, encoding="utf-8")
    (folder / "appraised.csv").write_text("unit,1\na,100\n", encoding="utf-8")
    result = cchc_index.open_cycle(folder).score("final").results[0]

    assert [(each.unit, each.code) for each in result.warnings if each.kind == "carried"] == [("b", "1"), ("b", "2")]
    assert "self-assessed" not in result["a"].explain("en", "2").nodes[0].reason


def test_a_decision_is_listed_as_it_was_made(tmp_path: Path) -> None:
    """Whatever is added to it afterwards."""
    folder = council_cycle(tmp_path, "a,final,1,add,-1,x,y,,,\n")
    cycle = folder / "cycle.yaml"
    text = cycle.read_text(encoding="utf-8").replace("[appraised.csv]", "[appraised.csv], council: decides")
    cycle.write_text(text, encoding="utf-8")
    (folder / "appraised.csv").write_text(
        "unit,1.rate,1.points,2.1,2.2,3\na,80,9,5,40,1\nb,70,,4,20,1\n", encoding="utf-8"
    )
    result = cchc_index.open_cycle(folder).score("final")

    (decided,) = [each.to_dict() for each in result.results[0].warnings if each.kind == "decided"]
    assert decided == {"kind": "decided", "unit": "a", "code": "1", "points": "9.00", "ruled": "8.00"}
    assert str(result["a"].node("1").points) == "8.00"


def test_the_same_row_twice_is_told(tmp_path: Path) -> None:
    """Nobody means to take a point off twice by pasting a row twice; another reason makes another row."""
    row = "a,appraised,2,add,-1,x,y,,,\n"
    assert [key for key, _ in told_of(_range(tmp_path, "a,100,5\nb,50,5\n", row * 2))] == ["adjustment.twice"]


def test_own_claims_do_not_become_final_by_a_change(tmp_path: Path) -> None:
    """Where nobody has appraised yet there is nothing that could be adjusted."""
    folder = council_cycle(tmp_path, "a,final,1,add,0.5,x,y,,,\n", "id,kind,stage,unit,code,reason,date\n")
    cycle = folder / "cycle.yaml"
    text = cycle.read_text(encoding="utf-8")
    cycle.write_text(
        text.replace("  - {criteria: set.yaml, stage: appraised, files: [appraised.csv]}\n", ""), encoding="utf-8"
    )

    assert [key for key, _ in told_of(folder)] == ["adjustment.stage"]


def test_a_table_that_excel_saved_is_declared(tmp_path: Path) -> None:
    """With semicolons, decimal commas and capitals; undeclared it is told where to declare it."""
    row = "a;Final;1;ADD;0,5;có minh chứng;Hội đồng;;;\n"
    folder = council_cycle(tmp_path, "")
    (folder / "adjustments.csv").write_text(HEAD.replace(",", ";") + row, encoding="utf-8")
    assert [key for key, _ in told_of(folder)] == ["cycle.table_delimiter"]

    cycle = folder / "cycle.yaml"
    declared = 'adjustments: {path: adjustments.csv, decimal: ","}\n'
    cycle.write_text(cycle.read_text(encoding="utf-8") + declared, encoding="utf-8")
    assert str(cchc_index.open_cycle(folder).score("final")["a"].node("1").points) == "8.50"
