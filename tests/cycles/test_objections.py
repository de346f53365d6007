"""What units object to is held to who, what, why and when, and changes no points."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import cchc_index
from cchc_index.cycles.objections import COLUMNS, Objection
from tests.cycles.council import OBJECTIONS, council_cycle, told_of


@pytest.mark.parametrize(
    ("row", "key", "where"),
    [
        ("K1,objection,appraised,a,1,,x,,2022-12-01,,,", "objection.twice", "column id"),
        (",objection,appraised,a,1,,x,,2022-12-01,,,", "row.lacks", "column id"),
        ("K3,complaint,appraised,a,1,,x,,2022-12-01,,,", "objection.kind", "column kind"),
        ("K3,objection,later,a,1,,x,,2022-12-01,,,", "objection.stage", "column stage"),
        ("K3,objection,appraised,a,1,,,,2022-12-01,,,", "row.lacks", "column reason"),
        ("K3,objection,appraised,a,1,,x,,,,,", "row.lacks", "column date"),
        ("K3,objection,appraised,a,1,,x,,2022-12-01,không,,Hội đồng", "row.lacks", "column answered"),
        ("K3,objection,appraised,a,1,,x,,2022-12-01,không,2022-12-02,", "row.lacks", "column by"),
        ("K3,objection,appraised,a,1,,x,,2022-12-01,,2022-12-02,", "row.lacks", "column answer"),
        ("K3,objection,appraised,a,1,,x,,2022-12-01,không,2022-11-30,Hội đồng", "objection.before", "column answered"),
        ("K3,objection,appraised,z,1,,x,,2022-12-01,,,", "row.unit", "row 4 (z)"),
        ("K3,objection,appraised,a,9,,x,,2022-12-01,,,", "row.code", "row 4 (a)"),
    ],
)
def test_an_objection_that_says_too_little_istold_of(tmp_path: Path, row: str, key: str, where: str) -> None:
    """Who, what, why, when; and of an answer by whom and when."""
    ((found, place),) = told_of(council_cycle(tmp_path, "", OBJECTIONS + row + "\n"))

    assert found == key
    assert place.endswith(where)


def test_objections_change_nothing_and_are_there(tmp_path: Path) -> None:
    """Those that are open are known."""
    cycle = cchc_index.open_cycle(council_cycle(tmp_path, ""))

    assert [(each.id, each.is_open) for each in cycle.objections] == [("K1", False), ("K2", True)]
    assert [str(cycle.score("appraised")[unit].node("1").points) for unit in "ab"] == ["8.00", "7.00"]


def test_an_objection_is_open_until_it_is_answered() -> None:
    """Whatever else stands in its row."""
    said: dict[str, Any] = dict.fromkeys(COLUMNS, "x")
    assert Objection(**said | {"answer": ""}).is_open
    assert not Objection(**said).is_open
