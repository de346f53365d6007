"""Points of the one-stop service and of the service to citizens, added up and held to what is printed."""

from __future__ import annotations

import csv
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from cchc_index.evidence.service_points import OneStop61, Service766
from tests.conftest import ROOT
from tests.evidence.tables import built, rows_of, table, told

LAI_CHAU = ROOT / "docs" / "examples" / "lai-chau-2021"
NINE = "unit,1,2,3,4,5,6,7,8,9,total"


def _lai_chau() -> list[list[str]]:
    with (LAI_CHAU / "indicators.csv").open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    with (LAI_CHAU / "published.csv").open(encoding="utf-8") as file:
        totals = {row["unit"]: row["points"] for row in csv.DictReader(file)}
    return [[row["unit"], *(row[str(number)] for number in range(1, 10)), totals[row["unit"]]] for row in rows]


def test_a_published_table_adds_up_but_for_its_misprint(tmp_path: Path) -> None:
    """17 bodies of Lai Châu, 2021: one printed total is off by exactly 1, and is told with its place."""
    file = table(tmp_path, rows_of(NINE, _lai_chau()))
    found = told(OneStop61(), file)
    assert set(found) == {"evidence.total_differs"}
    assert "13.859; 12.859" in found["evidence.total_differs"]
    sound = built(OneStop61(allow=("total_differs",)), file)
    assert len(sound.units) == 16
    assert {unit: str(sound.of(unit)["total"]) for unit in sound.units}["so-tai-chinh"] == "15.747"
    assert sound.of("so-tai-chinh")["indicator_7"] == Decimal("1.907")
    printed = {row[0]: Fraction(row[-1]) for row in _lai_chau()}
    assert all(Fraction(str(sound.of(unit)["total"])) == printed[unit] for unit in sound.units)


@pytest.mark.parametrize(
    ("row", "key"),
    [
        ("b,2,2,2,2,2,2,2,2,2.001,", "off_scale"),
        ("b,2,2,2,2,2,2,2,2,-1,", "off_scale"),
        ("b,2,2,2,2,2,2,2,2,,", "no_points"),
        ("b,2,2,2,2,2,2,2,2,đạt,", "no_points"),
        ("b,2,2,2,2,2,2,2,2,2,18.1", "total_differs"),
        ("b,2,2,2,2,2,2,2,2,2,mười tám", "total_differs"),
        ("x,2,2,2,2,2,2,2,2,2,18", "unknown_unit"),
        ("Tổng,2,2,2,2,2,2,2,2,2,18", "total_row"),
        (",2,2,2,2,2,2,2,2,2,18", "no_unit"),
    ],
)
def test_each_fault_is_told_and_can_be_left_out(tmp_path: Path, row: str, key: str) -> None:
    """Alone, by the word that allows it."""
    file = table(tmp_path, f"{NINE}\na,1,1,1,1,1,1,1,1,1.5,\n{row}\n")
    assert set(told(OneStop61(), file, units=("a", "b"))) == {f"evidence.{key}"}
    found = built(OneStop61(allow=(key,)), file, units=("a", "b"))
    assert (found.units, found.of("a")["total"]) == (("a",), Decimal("9.5"))


def test_a_unit_stands_once(tmp_path: Path) -> None:
    """Two rows of one unit are both told."""
    row = "a,1,1,1,1,1,1,1,1,1,"
    assert set(told(OneStop61(), table(tmp_path, f"{NINE}\n{row}\n{row}\n"))) == {"evidence.duplicate"}


def test_the_five_groups_are_held_to_their_declared_maxima(tmp_path: Path) -> None:
    """Which add up to 100; none is known here by itself."""
    maxima = tuple(map(Decimal, (10, 30, 20, 20, 20)))
    file = table(tmp_path, "Mã đơn vị,Nhóm 1,Nhóm 2,Nhóm 3,Nhóm 4,Nhóm 5,Tổng điểm\na,10,29.5,20,0,1.25,60.75\n")
    found = built(Service766(maxima), file)
    assert found.of("a") == dict(
        zip(
            ("group_1", "group_2", "group_3", "group_4", "group_5", "total"),
            map(Decimal, ("10", "29.5", "20", "0", "1.25", "60.75")),
            strict=True,
        )
    )
    for wrong in (maxima[:4], (*maxima[:4], Decimal(21)), (Decimal(0), Decimal(40), *maxima[2:]), ()):
        assert set(told(Service766(wrong), file)) == {"evidence.maxima"}
