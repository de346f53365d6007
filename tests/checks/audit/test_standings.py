"""Ranks and classes against the indices printed beside them."""

from __future__ import annotations

from pathlib import Path

from tests.checks.audit.small_cycle import CYCLE, PRINTED, SET, VALUES, alone, report, told

RIGHT = "unit,index,rank,band\nu,85.50,1,Good\nv,80.20,2,Good\nw,68.00,3,Fair\nx,30.00,4,Weak\n"


def test_exchanged_neighbours_are_one_cause(tmp_path: Path) -> None:
    """Two figures were typed into each other's cells."""
    found = report(tmp_path, RIGHT.replace("80.20,2", "80.20,3").replace("68.00,3", "68.00,2"))

    assert told(found) == [("v", "rank", "3", "2"), ("w", "rank", "2", "3")]
    assert len(found.causes) == 1


def test_a_rank_is_held_against_the_printed_index(tmp_path: Path) -> None:
    """Also where the values leave room for either order."""
    table = RIGHT.replace("85.50,1", "80.31,1")
    values = VALUES.replace("u,25.5,15.0,45.0", "u,25.5,15.0,39.8")  # 80.30 and 80.20, each by 0.15 more or less
    right = report(tmp_path, table, values=values, cycle=PRINTED)
    wrong = report(
        tmp_path, table.replace("80.31,1", "80.31,2").replace("80.20,2", "80.20,1"), values=values, cycle=PRINTED
    )

    assert told(right) == []
    assert len(wrong.findings) == 1
    assert {each.unit for each in wrong.findings[0].against} == {"u", "v"}


def test_ranks_are_held_within_their_block(tmp_path: Path) -> None:
    """Alone in its region a unit is first."""
    text = SET.replace("rounding:", "rank: {within: [region]}\nrounding:")
    units = "unit,name,group,region\nu,U,g,a\nv,V,g,b\nw,W,g,b\nx,X,g,b\n"
    table = "unit,rank\nu,{}\nv,1\nw,2\nx,3\n"

    assert told(report(tmp_path, table.format(1), criteria=text, units=units)) == []
    assert told(report(tmp_path, table.format(3), criteria=text, units=units)) == [("u", "rank", "3", "1")]


def test_ranks_over_more_units(tmp_path: Path) -> None:
    """Order and room count; 3 of 63 may have others above it, and two cannot turn around."""
    wider = CYCLE + "published: {path: published.csv, ranks_among: 63}\n"
    table = "unit,rank\nu,5\nv,9\nw,40\nx,63\n"

    assert told(report(tmp_path, table, cycle=wider)) == []
    assert told(report(tmp_path, table.replace("v,9", "v,4"), cycle=wider)) != []
    assert told(report(tmp_path, table.replace("u,5", "u,61"), cycle=wider)) != []
    assert told(report(tmp_path, "unit,rank\nu,5 of 63\nv,9/63\nw,40/63\nx,63 trên 63\n")) == []


def test_equal_printed_figures_may_share_a_rank(tmp_path: Path) -> None:
    """As the figures are printed, or as they are; but no better one stands below."""
    values = VALUES.replace("v,20.0,20.0,40.2", "v,25.5,15.0,44.9")
    table = "unit,index,rank\nu,85,{}\nv,85,{}\nw,68,3\nx,30,4\n"
    coarse = SET.replace("index: 2}", "index: 2, mode: truncate}")

    assert told(report(tmp_path, table.format(1, 2), values=values, criteria=coarse)) == []
    assert told(report(tmp_path, table.format(1, 1), values=values, criteria=coarse)) == []
    assert told(report(tmp_path, table.format(2, 1), values=values, criteria=coarse)) != []


def test_labels_are_read_without_their_capitals_in_any_language(tmp_path: Path) -> None:
    """khá is Good."""
    assert told(report(tmp_path, RIGHT.replace("Good", "khá").replace("Weak", "WEAK"))) == []
    assert told(report(tmp_path, RIGHT.replace("30.00,4,Weak", "30.00,4,fair"))) == [("x", "band", "fair", "Weak")]


def test_a_table_alone_has_ranks_and_classes(tmp_path: Path) -> None:
    """By its printed indices; a misprinted rank is told apart from a misprinted index."""
    assert told(alone(tmp_path, RIGHT)) == []
    assert told(alone(tmp_path, RIGHT.replace("68.00,3", "68.00,1"))) == [("w", "rank", "1", "3")]
    assert told(alone(tmp_path, RIGHT.replace("68.00,3,Fair", "68.00,3,Good"))) == [("w", "band", "Good", "Fair")]


def test_a_misprint_that_explains_no_rank_is_not_its_cause(tmp_path: Path) -> None:
    """Units u and w are as wrongly exchanged with the lower index of w taken as it stands."""
    table = "unit,points,index,rank\nu,85.50,85.50,2\nv,68.00,68.00,3\nw,68.10,68.00,1\n"

    assert {(cause.unit, cause.what) for cause in alone(tmp_path, table).causes} == {("u", "rank"), ("w", "index")}
