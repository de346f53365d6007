"""Published columns as they are printed: decimals, marks, units that are not there."""

from __future__ import annotations

from pathlib import Path

from tests.checks.audit.small_cycle import CYCLE, alone, report, told


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
