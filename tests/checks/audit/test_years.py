"""Last year's figures and the change since."""

from __future__ import annotations

from pathlib import Path

from tests.checks.audit.small_cycle import alone, report, told

TABLE = "unit,index,previous.index,change\nu,85.50,83.21,{}\nv,80.20,81.5,-1.3\n"


def test_a_change_is_a_difference(tmp_path: Path) -> None:
    """Of figures that were rounded apart: by one last decimal it may differ."""
    for change in ("2.29", "2.3", "2.30"):
        assert told(report(tmp_path, TABLE.format(change))) == []
    found = report(tmp_path, TABLE.format("3.29"))
    assert told(found) == [("u", "change", "3.29", "2.29")]
    assert [(each.what, each.value) for each in found.findings[0].against] == [
        ("index", "85.50"),
        ("previous.index", "83.21"),
    ]


def test_a_change_without_this_years_figure_is_held_against_the_computed_one(tmp_path: Path) -> None:
    """And that of points against points."""
    assert told(report(tmp_path, "unit,previous.points,change\nu,80.5,5\nv,81.2,-1\n")) == []
    assert told(report(tmp_path, "unit,previous.points,change\nu,80.5,4\nv,81.2,-1\n")) == [
        ("u", "change", "4", "5.00")
    ]


def test_a_table_alone_has_changes(tmp_path: Path) -> None:
    """And a change of a misprinted index is not told twice."""
    assert told(alone(tmp_path, TABLE.format("2.29"))) == []
    assert told(alone(tmp_path, TABLE.format("9.29"))) == [("u", "change", "9.29", "2.29")]
    wrong = report(tmp_path, TABLE.format("2.29").replace("u,85.50", "u,88.50"))
    assert told(wrong) == [("u", "index", "88.50", "85.50")]
