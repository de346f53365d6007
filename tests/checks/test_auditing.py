"""Audits tell misprints from rounding, and name the figure to correct."""

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
classify: {thresholds: {bands: [{label: Good, from: 80}, {label: Fair, from: 60}, {label: Weak}]}}
criteria:
  - code: "1"
    title: Area
    max_points: 50
    criteria:
      - {code: "1.1", title: One, max_points: 30, rule: points}
      - {code: "1.2", title: Two, max_points: 20, rule: points}
  - {code: "2", title: Three, max_points: 50, rule: points}
"""
CYCLE = "id: c-1\ntitle: C\ndata: synthetic\nassessments:\n  - {criteria: a.yaml, files: [v.csv]}\n"
VALUES = "unit,1.1,1.2,2\nu,25.5,15,45\nv,20,20,40.25\nw,20,10,38\nx,10,10,10\n"
RIGHT = {
    "u": ["85.50", "85.50", "1", "Good", "40.50"],
    "v": ["80.25", "80.25", "2", "Good", "40.00"],
    "w": ["68.00", "68.00", "3", "Fair", "30.00"],
    "x": ["30.00", "30.00", "4", "Weak", "20.00"],
}


def _report(
    folder: Path, published: str, values: str = VALUES, criteria: str = SET, cycle: str = CYCLE
) -> cchc_index.AuditReport:
    for name, text in (("a.yaml", criteria), ("cycle.yaml", cycle), ("v.csv", values), ("published.csv", published)):
        (folder / name).write_text(text, encoding="utf-8")
    return cchc_index.audit(cchc_index.open_cycle(folder))


def _table(**changed: str) -> str:
    """The right table with some cells changed: ``u2="83"`` is the third cell of u."""
    rows = {unit: list(cells) for unit, cells in RIGHT.items()}
    for cell, value in changed.items():
        rows[cell[0]][int(cell[1])] = value
    return "unit,points,index,rank,band,1\n" + "".join(f"{unit},{','.join(cells)}\n" for unit, cells in rows.items())


def test_a_right_table_has_no_findings(tmp_path: Path) -> None:
    """Every figure is compared, and nothing is said."""
    report = _report(tmp_path, _table())

    assert (report.findings, report.within_rounding, report.compared) == ((), (), 20)


def test_a_wrong_total_is_one_finding(tmp_path: Path) -> None:
    """The parts say otherwise; the difference is exact."""
    report = _report(tmp_path, _table(v0="81.25"))

    assert [(each.unit, each.what, each.published, each.computed, each.difference) for each in report.findings] == [
        ("v", "points", "81.25", "80.25", "1.00")
    ]
    assert [cause.parts for cause in report.causes] == ["40.00 + 40.25"]


def test_consequences_name_their_cause(tmp_path: Path) -> None:
    """A wrong index that was then ranked and classified is one cause with its consequences."""
    report = _report(tmp_path, _table(w1="86.00", w2="1", u2="2", v2="3", w3="Good"))

    assert {(each.unit, each.what) for each in report.findings} == {
        ("w", "index"),
        ("w", "rank"),
        ("w", "band"),
        ("u", "rank"),
        ("v", "rank"),
    }
    assert [(cause.unit, cause.what, cause.published) for cause in report.causes] == [("w", "index", "86.00")]


def test_two_mistakes_are_two_causes(tmp_path: Path) -> None:
    """A wrong area and a wrong class elsewhere have nothing to do with each other."""
    report = _report(tmp_path, _table(u4="41.50", x3="Fair"))

    assert {(cause.unit, cause.what, cause.code) for cause in report.causes} == {
        ("u", "points", "1"),
        ("x", "band", ""),
    }


def test_a_figure_is_compared_at_the_decimals_printed(tmp_path: Path) -> None:
    """A column's most, since zeros at the end are left out: 86 is 86.00 there; or, declared so, the cell's own."""
    table = _table(u0="86", u1="85.5", w0="68.0")
    own = CYCLE + "published: {path: published.csv, decimals: cell}\n"

    assert [(each.unit, each.what) for each in _report(tmp_path, table).findings] == [("u", "points")]
    assert _report(tmp_path, table, cycle=own).findings == ()


def test_rounded_parts_can_explain_a_difference(tmp_path: Path) -> None:
    """A total that printed parts can give is no finding, one further off is; typed values are exact."""
    measured = SET.replace("max_points: 50, rule: points", "max_points: 50, rule: {convert: {scale: 50}}")
    printed = CYCLE.replace("[v.csv]", "[{path: v.csv, printed: yes}]")
    values = "unit,1.1,1.2,2\nu,25.5,15.1,45.3\n"

    def units(total: str, cycle: str) -> tuple[list[str], list[str]]:
        report = _report(tmp_path, f"unit,points\nu,{total}\n", values, measured, cycle)
        return [each.unit for each in report.findings], [each.unit for each in report.within_rounding]

    assert units("86.05", printed) == ([], ["u"])  # 25.5499 counts as 25.55
    assert units("86.06", printed) == (["u"], [])
    assert units("85.95", CYCLE) == (["u"], [])


@pytest.mark.parametrize(
    ("published", "told"),
    [
        ("unit,point\nu,85.5\n", "point"),
        ("unit,points\nz,85.5\n", "z"),
        ("unit,points\nu,85.5\nu,85.5\n", "u"),
        ('unit,points\nu,"85,5"\n', "85,5"),
    ],
)
def test_a_faulty_table_is_told(tmp_path: Path, published: str, told: str) -> None:
    """Unknown columns and units, a unit twice, no number."""
    with pytest.raises(cchc_index.AssessmentError, match=told):
        _report(tmp_path, published)


def test_there_must_be_something_to_compare(tmp_path: Path) -> None:
    """Without published.csv there is no audit."""
    _report(tmp_path, _table())
    (tmp_path / "published.csv").unlink()

    with pytest.raises(cchc_index.AssessmentError, match=r"published\.csv"):
        cchc_index.audit(cchc_index.open_cycle(tmp_path))


def test_lai_chau_has_one_misprint() -> None:
    """One cause, a difference of 1.000, and nothing else."""
    report = cchc_index.audit(cchc_index.open_cycle("lai-chau-2021"))

    assert [(each.unit, each.what, each.published, each.computed, each.difference) for each in report.findings] == [
        ("so-ke-hoach-va-dau-tu", "points", "13.859", "12.859", "1.000")
    ]
    assert len(report.causes) == 1
    assert report.within_rounding == ()
    assert report.compared == 34


def test_pci_is_within_rounding() -> None:
    """Thirteen indices differ by up to 0.02, each of which its rounded parts can explain."""
    report = cchc_index.audit(cchc_index.open_cycle("pci-2021"))

    assert report.findings == ()
    assert len(report.within_rounding) == 13
    assert {each.what for each in report.within_rounding} == {"index"}
    assert {str(each.difference).lstrip("-") for each in report.within_rounding} == {"0.01", "0.02"}
    for each in report.within_rounding:
        assert each.low is not None
        assert each.high is not None
        assert Decimal(each.low) <= Decimal(each.published) <= Decimal(each.high)


COMPONENTS = "unit,1.index,1.rank,2.index\nu,81.00,1,90.00\nv,80.00,2,80.50\nw,60.00,3,76.00\nx,40.00,4,20.00\n"


def test_component_indices_are_audited(tmp_path: Path) -> None:
    """Each node's printed per cent and an area's rank by it."""
    assert _report(tmp_path, COMPONENTS).findings == ()
    report = _report(tmp_path, COMPONENTS.replace("60.00,3", "80.60,2").replace("80.00,2", "80.00,3"))
    assert [(each.unit, each.what, each.code, each.computed) for each in report.findings] == [
        ("v", "rank", "1", "2"),
        ("w", "index", "1", "60.00"),
        ("w", "rank", "1", "3"),
    ]
    assert {(cause.unit, cause.what, cause.code) for cause in report.causes} == {("w", "index", "1")}


@pytest.mark.parametrize("column", ["1.1.rank", "1.ranks", "9.index"])
def test_a_component_column_of_nothing_is_told(column: str, tmp_path: Path) -> None:
    """Parts have no rank of their own."""
    with pytest.raises(cchc_index.AssessmentError) as told:
        _report(tmp_path, f"unit,{column}\nu,1\n")
    assert [problem.key for problem in told.value.problems] == ["published.column"]


NEEDING = SET.replace("{label: Good, from: 80}", '{label: Good, from: 80, needs: [{node: "1", points: 40}]}')


def test_a_class_that_a_need_decides_follows_from_the_nodes(tmp_path: Path) -> None:
    """As published it is right: 40.00 of area 1 is just enough, whatever the index."""
    right = _report(tmp_path, _table(), criteria=NEEDING)
    short = _report(tmp_path, _table(v3="Fair"), criteria=NEEDING.replace("points: 40", "points: 40.01"))

    assert (right.findings, short.findings) == ((), ())


def test_a_class_that_was_given_without_a_need_is_a_finding(tmp_path: Path) -> None:
    """And one that follows from a node's misprint names that as its cause."""
    criteria = NEEDING.replace("points: 40", "points: 40.01")
    without = _report(tmp_path, _table(), criteria=criteria)
    misprint = _report(tmp_path, _table(v4="41.00"), criteria=criteria)

    assert [(each.unit, each.what, each.published, each.computed) for each in without.findings] == [
        ("v", "band", "Good", "Fair")
    ]
    causes = {(each.what, each.code): each.cause and each.cause.code for each in misprint.findings if each.unit == "v"}
    assert causes["band", ""] == "1"


def test_two_groups_may_call_a_class_alike_in_one_language(tmp_path: Path) -> None:
    """A published class is held against the words of the unit's own band."""
    bands = "{x: [{label: {vi: Khá, en: Fair}}], y: [{label: {vi: Khá, en: Good}}]}"
    criteria = SET.replace("[{label: Good, from: 80}, {label: Fair, from: 60}, {label: Weak}]", bands)
    values = VALUES.replace("unit,", "unit,group,").replace("u,", "u,x,").replace("v,", "v,y,")
    values = values.replace("w,", "w,y,").replace("\nx,", "\nx,x,")
    report = _report(tmp_path, "unit,band\nu,Fair\nv,Good\nw,Khá\nx,Good\n", values, criteria)

    assert [(each.unit, each.published) for each in report.findings] == [("x", "Good")]
