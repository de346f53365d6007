"""Units, groups and who is not ranked come from a register or from the table itself."""

from __future__ import annotations

import hashlib
from decimal import Decimal
from pathlib import Path

import pytest
import xlsxwriter

import cchc_index
from cchc_index.cli import main
from cchc_index.criteria.criteria_set import parse_criteria
from tests.small_set import BUILTIN, ROWS, SET


@pytest.fixture
def criteria() -> cchc_index.CriteriaSet:
    """A small set."""
    return parse_criteria(SET, registry=BUILTIN)


def test_units_come_from_a_register_or_from_the_table(criteria: cchc_index.CriteriaSet, tmp_path: Path) -> None:
    """A register names units, groups, and who is not ranked."""
    register = tmp_path / "units.csv"
    register.write_text("unit,name,group,ranked\nu,Đơn vị U,sở,no\n", encoding="utf-8")
    card = cchc_index.score(criteria, cchc_index.read_assessment(ROWS, criteria, register))["u"]

    assert (card.unit.name, card.group, card.rank, card.index) == ("Đơn vị U", "sở", None, Decimal("70.00"))
    rows = [{**ROWS[0], "name": "U", "group": "x"}]
    assert cchc_index.score(criteria, cchc_index.read_assessment(rows, criteria))["u"].group == "x"


def test_a_register_takes_the_delimiter_of_its_table(criteria: cchc_index.CriteriaSet, tmp_path: Path) -> None:
    """Excel saves both with semicolons where the comma is the decimal mark."""
    register, table = tmp_path / "units.csv", tmp_path / "a.csv"
    register.write_text("unit;name;group\nu;Đơn vị U;sở\n", encoding="utf-8-sig")
    table.write_text("unit;1.1;1.10;2\nu;50,5;có;3\n", encoding="utf-8")
    declared = {"decimal": ",", "delimiter": ";"}
    read = cchc_index.read_assessment(table, criteria, register, **declared)  # type: ignore[arg-type]

    assert read.register["u"].name == "Đơn vị U"
    assert (
        main(["check", str(table), *_options(criteria, tmp_path, register), "--decimal", ",", "--delimiter", ";"]) == 0
    )


def test_a_plain_register_may_stand_beside_a_table_with_decimal_commas(
    criteria: cchc_index.CriteriaSet, tmp_path: Path
) -> None:
    """Without a declared delimiter a register is read as it is written."""
    table = tmp_path / "a.csv"
    table.write_text("unit;1.1;1.10;2\nu;50,5;có;3\n", encoding="utf-8")
    for mark in (",", ";"):
        register = tmp_path / f"units{ord(mark)}.csv"
        register.write_text(f"unit{mark}name\nu{mark}Đơn vị U\n", encoding="utf-8")

        assert cchc_index.read_assessment(table, criteria, register, decimal=",").register["u"].name == "Đơn vị U"


@pytest.mark.parametrize("rows", ["unit,name\n", "unit,name\n,\n", "STT\n1\n2\n", "#\n", "#\n1\n"])
def test_a_register_without_units_is_refused(criteria: cchc_index.CriteriaSet, rows: str, tmp_path: Path) -> None:
    """A header alone, or running numbers alone."""
    register = tmp_path / "units.csv"
    register.write_text(rows, encoding="utf-8")

    with pytest.raises(cchc_index.AssessmentError):
        cchc_index.read_assessment(ROWS, criteria, register)


@pytest.mark.parametrize("rows", ["unit,1.1,1.10,2\n", "#\n1\n", "STT\n1\n", "unit\n"])
def test_a_table_without_units_replaces_no_result(
    criteria: cchc_index.CriteriaSet, rows: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """It is refused, so that an older result stays."""
    table, result = tmp_path / "a.csv", tmp_path / "r.json"
    table.write_text(rows, encoding="utf-8")
    result.write_text("old", encoding="utf-8")

    assert main(["score", str(table), *_options(criteria, tmp_path), "-o", str(result)]) == 1
    assert result.read_text(encoding="utf-8") == "old"
    assert capsys.readouterr().err


@pytest.mark.parametrize(
    ("first", "second"), [("Hòa Bình", "Hoà Bình"), ("Đa", "Ða"), ("so-a", "s\u043e-a"), ("A\u2013B", "A-B")]
)
def test_units_that_look_alike_are_told(
    criteria: cchc_index.CriteriaSet, first: str, second: str, tmp_path: Path
) -> None:
    """With a register or without one."""
    rows = [{**ROWS[0], "unit": first}, {**ROWS[0], "unit": second}]
    units = [{"unit": first}, {"unit": second}]
    for register in (None, units):
        with pytest.raises(cchc_index.AssessmentError) as told:
            cchc_index.read_assessment(rows, criteria, register)

        assert "unit.looks_alike" in [problem.key for problem in told.value.problems]


def _options(criteria: cchc_index.CriteriaSet, folder: Path, register: Path | None = None) -> list[str]:
    path = folder / "set.yaml"
    path.write_text(SET, encoding="utf-8")
    return ["--criteria", str(path), *(["--units", str(register)] if register else [])]


def test_a_register_is_among_the_inputs_in_each_of_its_shapes(criteria: cchc_index.CriteriaSet, tmp_path: Path) -> None:
    """Whoever repeats the scoring needs the same units."""
    plain, book = tmp_path / "units.csv", tmp_path / "units.xlsx"
    plain.write_text("unit,name\nu,U\n", encoding="utf-8")
    with xlsxwriter.Workbook(str(book)) as made:
        sheet = made.add_worksheet()
        sheet.write_row(0, 0, ("unit", "name"))
        sheet.write_row(1, 0, ("u", "U"))

    for register in (plain, book):
        read = cchc_index.read_assessment(ROWS, criteria, register)
        assert read.inputs[str(register)] == hashlib.sha256(register.read_bytes()).hexdigest()


@pytest.mark.parametrize(
    ("register", "told"),
    [
        ("unit,name,ranked\nu,U,perhaps\nv,V,yes\n", ["unit.ranked", "unit.missing", "value.point_lost"]),
        ("unit,name\nu,U\nU,U\n", ["unit.twice", "value.point_lost"]),
        ("unit,name\nu,U\n,V\n", ["unit.blank", "value.point_lost"]),
        ("unit,name\nu,U\nHòa,V\nHoà,W\n", ["unit.looks_alike", "value.point_lost"]),
    ],
)
def test_a_register_and_the_values_are_told_in_one_report(
    criteria: cchc_index.CriteriaSet, register: str, told: list[str], tmp_path: Path
) -> None:
    """Where it is in doubt who is on the register, nobody is said to be missing or unknown."""
    (tmp_path / "units.csv").write_text(register, encoding="utf-8")
    rows = [{**ROWS[0], "2": "900"}]

    with pytest.raises(cchc_index.AssessmentError) as raised:
        cchc_index.read_assessment(rows, criteria, tmp_path / "units.csv")
    assert [problem.key for problem in raised.value.problems] == told
