"""Published columns as they are printed: decimals, marks, units that are not there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.audit.small_cycle import CYCLE, PRINTED, SET, alone, report, told


def test_decimal_commas_are_declared(tmp_path: Path) -> None:
    """For the cycle's table, and for a table alone."""
    comma = CYCLE + 'published: {path: published.csv, decimal: ","}\n'

    assert told(report(tmp_path, "unit;points\nu;85,5\n", cycle=comma)) == []
    found = report(tmp_path, "unit;points\nu;86,50\n", cycle=comma)
    assert told(found) == [("u", "points", "86.50", "85.50")]
    assert told(alone(tmp_path, "unit;1.1;1.2;1\nu;25,5;15;40,5\n", decimal=",")) == []


def test_units_of_which_nothing_is_published_are_listed(tmp_path: Path) -> None:
    """They are no findings, and are told."""
    found = report(tmp_path, "unit,rank\nu,1\nw,3\n")

    assert told(found) == []
    assert found.unpublished == ("v", "x")
    assert found.to_dict()["unpublished"] == ["v", "x"]


def test_a_figure_finer_than_the_set_is_the_exact_one(tmp_path: Path) -> None:
    """An index may be printed with more decimals than the set rounds to; points have no more."""
    assert told(report(tmp_path, "unit,index,points\nu,85.500,85.5000\n")) == []
    assert told(report(tmp_path, "unit,points\nu,85.503\n")) == [("u", "points", "85.503", "85.50")]


@pytest.mark.parametrize(
    "number", ["9" * 38, "-" + "9" * 22, "0." + "0" * 31 + "1", "-0", "18446744073709551616", "1.5"]
)
def test_no_printed_number_is_too_odd(number: str, tmp_path: Path) -> None:
    """Each is held against what it can be, and wraps nowhere."""
    columns = ["points", "max_points", "index", "rank", "1", "1.1", "1.index", "1.rank", "previous.index", "change"]
    table = f"unit,{','.join(columns)}\nu,{','.join([number] * len(columns))}\nv,{','.join(['1'] * len(columns))}\n"
    for cycle in (CYCLE, PRINTED):
        assert {each.unit for each in report(tmp_path, table, cycle=cycle).findings} == {"u", "v"}
    assert alone(tmp_path, table).to_dict()["findings"]


def test_a_figure_of_another_set_is_a_finding(tmp_path: Path) -> None:
    """A cycle of two sets: z has no criterion 2."""
    (tmp_path / "b.yaml").write_text(SET.replace("id: a", "id: b").replace('"2"', '"9"'), encoding="utf-8")
    (tmp_path / "w.csv").write_text("unit,group,1.1,1.2,9\nz,g2,10,10,10\n", encoding="utf-8")
    entries = "{criteria: a.yaml, groups: [g1], files: [v.csv]}\n  - {criteria: b.yaml, groups: [g2], files: [w.csv]}"
    cycle = CYCLE.replace("{criteria: a.yaml, files: [v.csv]}", entries)
    values, units = "unit,1.1,1.2,2\nu,25.5,15.0,45.0\n", "unit,name,group\nu,U,g1\nz,Z,g2\n"
    table = "unit,2,9,points\nu,45.00,,85.50\nz,4,10.00,30\n"

    assert told(report(tmp_path, table, values=values, cycle=cycle, units=units)) == [("z", "2.points", "4", None)]
