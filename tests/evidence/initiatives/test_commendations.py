"""Commendations are counted for their units, by whom they went to."""

from __future__ import annotations

from pathlib import Path

import pytest

from cchc_index.evidence.initiatives.commendations import Commendations
from tests.evidence.tables import built, table, told

HEADER = "id,unit,recipient,date\n"


def test_collectives_and_individuals_are_counted(tmp_path: Path) -> None:
    """Of a period, by words of either language."""
    text = (
        HEADER
        + "1,a,tập thể,2021-05-01\n2,a,Cá nhân,2021-05-01\n3,a,individual,2021-05-01\n4,b,collective,2022-05-01\n"
    )
    found = built(Commendations(period="2021"), table(tmp_path, text))
    assert (found.units, found.of("a")) == (("a",), {"collectives": 1, "individuals": 2})
    assert [(each.kind, each.rows) for each in found.left_out] == [("outside_period", 1)]


@pytest.mark.parametrize(
    ("row", "key"),
    [
        ("1,a,hộ gia đình,2021-05-01", "unknown_recipient"),
        ("1,a,tập thể,2021-05-32", "no_such_day"),
        ("1,a,tập thể,", "no_date"),
        ("1,x,tập thể,2021-05-01", "unknown_unit"),
        (",a,tập thể,2021-05-01", "no_id"),
    ],
)
def test_each_fault_is_told_and_can_be_left_out(tmp_path: Path, row: str, key: str) -> None:
    """Alone, by the word that allows it."""
    file = table(tmp_path, f"{HEADER}{row}\n2,a,cá nhân,2021-05-01\n")
    assert set(told(Commendations(period="2021"), file, units=("a",))) == {f"evidence.{key}"}
    found = built(Commendations(period="2021", allow=(key,)), file, units=("a",))
    assert found.of("a") == {"collectives": 0, "individuals": 1}


def test_what_a_table_calls_recipients_can_be_declared(tmp_path: Path) -> None:
    """Beside the words that are known."""
    file = table(tmp_path, HEADER + "1,a,phòng,\n")
    assert built(Commendations(recipients={"collective": ("phòng",)}), file).of("a")["collectives"] == 1
