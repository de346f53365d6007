"""One misprint is one finding; where a sum or a part may be wrong, both are said."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.audit.small_cycle import alone, report, told

TABLE = "unit,1.1,1.2,1,2,points,index\nu,25.5,15.00,40.50,45,85.50,85.50\nv,20,20,40.00,40.2,80.20,80.20\n"


def test_a_right_table_agrees_with_itself(tmp_path: Path) -> None:
    """Without anything to hold it against."""
    assert told(alone(tmp_path, TABLE)) == []


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("85.50,85.50", "86.50,85.50", ("u", "points", "86.50", "85.50")),
        ("85.50,85.50", "85.50,88.50", ("u", "index", "88.50", "85.50")),
        ("u,25.5", "u,26.5", ("u", "1.1.points", "26.5", "25.50")),
        ("40.50,45", "40.50,46", ("u", "2.points", "46", "45.00")),
    ],
)
def test_the_figure_without_which_all_others_agree_is_the_misprint(
    old: str, new: str, found: tuple[str, ...], tmp_path: Path
) -> None:
    """Its value is worked out from the others."""
    assert told(alone(tmp_path, TABLE.replace(old, new))) == [found]


def test_where_a_part_may_be_wrong_as_well_it_is_a_sum(tmp_path: Path) -> None:
    """Nothing tells 15 from 40.50."""
    found = alone(tmp_path, "unit,1.1,1.2,1\nu,25.5,15,41.50\n")

    assert told(found) == [("u", "1.sum", "41.50", "40.5")]
    assert [(each.what, each.code, each.value, each.source) for each in found.findings[0].against] == [
        ("points", "1.1", "25.5", "published"),
        ("points", "1.2", "15", "published"),
    ]


def test_parts_printed_to_fewer_decimals_explain_a_total(tmp_path: Path) -> None:
    """8.4 + 8.4 may be 16.87, and not 16.91."""
    table = "unit,1.1,1.2,1\nu,8.4,8.4,{}\nv,8.1,8.1,16.20\n"

    assert told(alone(tmp_path, table.format("16.87"))) == []
    assert told(alone(tmp_path, table.format("16.91"))) == [("u", "1.sum", "16.91", "16.8")]


def test_two_misprints_of_a_unit_are_two_causes(tmp_path: Path) -> None:
    """A leaf with the sums that follow it, and an index that does not."""
    table = "unit,1.1,1,points,index,2.index\nu,26.50,41.50,86.50,86.50,95.00\n"
    found = report(tmp_path, table)

    causes = {(each.what, each.code): each.cause and (each.cause.what, each.cause.code) for each in found.findings}
    assert causes == {
        ("points", "1.1"): ("points", "1.1"),
        ("points", "1"): ("points", "1.1"),
        ("points", ""): ("points", "1.1"),
        ("index", ""): ("points", "1.1"),
        ("index", "2"): ("index", "2"),
    }
