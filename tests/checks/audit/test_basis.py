"""A set alone: what is known of attainable points, and what is not."""

from __future__ import annotations

from pathlib import Path

import pytest

import cchc_index
from tests.checks.audit.small_cycle import SET, alone, told

OPTIONAL = SET.replace("title: Three,", "title: Three, not_applicable: allowed,")


def test_where_something_may_not_apply_the_index_says_less(tmp_path: Path) -> None:
    """30 points are 60 per cent of what a unit could attain without area 2; more than all cannot be."""
    table = "unit,1,2,points,index\nu,30,0,30,{}\n"

    assert told(alone(tmp_path, table.format("60.00"), OPTIONAL)) == []
    assert len(told(alone(tmp_path, table.format("60.00")))) == 1
    assert len(told(alone(tmp_path, table.format("29.00"), OPTIONAL))) == 1


def test_printed_attainable_points_are_taken(tmp_path: Path) -> None:
    """Not more than the set has."""
    table = "unit,points,max_points,index\nu,30,{},60.00\n"

    assert told(alone(tmp_path, table.format("50"), OPTIONAL)) == []
    assert [what for _, what, *_ in told(alone(tmp_path, table.format("150"), OPTIONAL))] == ["max_points"]
    assert [what for _, what, *_ in told(alone(tmp_path, "unit,max_points\nu,90\n"))] == ["max_points"]


@pytest.mark.parametrize(
    ("table", "criteria", "key"),
    [
        ("a,b\n1,2\n", SET, "table.no_unit"),
        ("unit;points\nu;1\n", SET, "table.delimiter"),
        ("unit,points\n", SET, "table.no_rows"),
        ("unit,points\nu,x\n", SET, "published.value"),
        ("unit,rank\nu,1\n", SET.replace("rounding:", "rank: {within: [region]}\nrounding:"), "unit.no_rank_column"),
    ],
)
def test_a_faulty_table_is_told(table: str, criteria: str, key: str, tmp_path: Path) -> None:
    """Nothing is held against nothing."""
    with pytest.raises(cchc_index.AssessmentError) as error:
        alone(tmp_path, table, criteria)
    assert [problem.key for problem in error.value.problems] == [key]
