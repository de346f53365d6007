"""Formulas are refused unless a file's are declared to be taken as stored, and then a warning says where."""

from __future__ import annotations

import json
import re
import shutil
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import xlsxwriter

import cchc_index
from cchc_index.cli import main
from cchc_index.office.form import form_workbook
from cchc_index.problems.errors import AssessmentError
from cchc_index.values.units import Unit
from tests.conftest import ROOT, Converter
from tests.filling import cells, fill
from tests.form_set import FORM_SET, PLAIN

UNITS = [{"unit": "a", "name": "A"}]


def _table(path: Path, formula: str = "=1+2.25", value: object = 3.25, column: str = "3") -> Path:
    """A wide table in which one value is a formula with a stored result."""
    with xlsxwriter.Workbook(str(path), {"strings_to_numbers": True}) as book:
        sheet = book.add_worksheet()
        for place, (header, text) in enumerate(PLAIN.items()):
            sheet.write_string(0, place, header)
            sheet.write(1, place, text)
        sheet.write_formula(1, list(PLAIN).index(column), formula, None, value)
    return path


def _read(path: Path, **how: Any) -> Any:
    return cchc_index.score(FORM_SET, cchc_index.read_assessment(path, FORM_SET, UNITS, **how))


def _refusals(path: Path, **how: Any) -> list[tuple[str, str]]:
    with pytest.raises(AssessmentError) as caught:
        _read(path, **how)
    return [(problem.key, problem.place.cell or "" if problem.place else "") for problem in caught.value.problems]


def _formulas(result: Any) -> list[tuple[str, str]]:
    return [(each.unit, each.code) for each in result.warnings if each.kind == "formula"]


def _store(path: Path, results: dict[str, str]) -> None:
    """Give formulas that another program left without a result the one that a spreadsheet would store."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    (sheet,) = [name for name in parts if name.startswith("xl/worksheets/sheet")]
    text = parts[sheet].decode()
    for cell, result in results.items():
        text, times = re.subn(rf'(<c r="{cell}"[^>]*><f>[^<]*</f>)<v\s*(?:/>|></v>)', rf"\g<1><v>{result}</v>", text)
        assert times == 1
    parts[sheet] = text.encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)


def test_a_stored_result_is_taken_only_where_that_is_declared(tmp_path: Path) -> None:
    """The same results as if it were typed, and a warning that names unit and criterion."""
    path = _table(tmp_path / "a.xlsx")
    typed = cchc_index.score(FORM_SET, cchc_index.read_assessment([PLAIN], FORM_SET, UNITS))

    found = _read(path, formulas="cached")

    assert _refusals(path) == [("value.formula", "D2")]
    assert found["a"].points == typed["a"].points
    assert _formulas(found) == [("a", "3")]
    assert _formulas(typed) == []


@pytest.mark.parametrize(
    ("formula", "value", "key"),
    [
        ("=100/30", 100 / 30, "value.digits"),
        ("=#REF!", "#REF!", "value.cell_error"),
        ("=1=1", True, "value.boolean"),
        ('="3,25"', "3,25", "value.text_number"),
        ("=2+2", 4, "value.points"),
    ],
)
def test_a_stored_result_must_be_one_that_could_be_typed(formula: str, value: object, key: str, tmp_path: Path) -> None:
    """What would be refused as a typed value is refused as a stored one, by its own reason."""
    assert _refusals(_table(tmp_path / "a.xlsx", formula, value), formulas="cached") == [(key, "D2")]


def test_a_formula_without_a_stored_result_is_told(tmp_path: Path) -> None:
    """Programs that write formulas without computing them leave nothing to take."""
    path = _table(tmp_path / "a.xlsx")
    book = openpyxl.load_workbook(path)
    book.save(path)

    assert _refusals(path, formulas="cached") == [("value.no_cache", "D2")]
    assert _refusals(path) == [("value.formula", "D2")]


@pytest.mark.parametrize("ending", ["ods", "xls", "xlsx"])
def test_stored_results_of_another_program_are_taken(ending: str, tmp_path: Path, converted: Converter) -> None:
    """A table that LibreOffice saved says the same, in each of its formats."""
    (path,) = converted([_table(tmp_path / "a.xlsx")], ending)

    assert _refusals(path) == [("value.formula", "D2")]
    assert _formulas(_read(path, formulas="cached")) == [("a", "3")]


def test_declared_totals_may_be_formulas_and_are_checked(tmp_path: Path) -> None:
    """A row of sums under the table, as most offices keep one."""
    for stored, wanted in ((3.25, []), (4, [("table.total_differs", "D3")])):
        path = tmp_path / "a.xlsx"
        with xlsxwriter.Workbook(str(path), {"strings_to_numbers": True}) as book:
            sheet = book.add_worksheet()
            for place, (header, text) in enumerate(PLAIN.items()):
                sheet.write_string(0, place, header)
                sheet.write(1, place, text)
            sheet.write(2, 0, "Tổng cộng")
            sheet.write_formula(2, 3, "=SUM(D2:D2)", None, stored)
        if wanted:
            assert _refusals(path, formulas="cached", totals=True) == wanted
        else:
            assert _formulas(_read(path, formulas="cached", totals=True)) == []


def test_a_form_may_hold_formulas_in_its_answers(tmp_path: Path) -> None:
    """Typed points and values that are formulas are taken; the form's own subtotals are no matter of warning."""
    path = tmp_path / "a.xlsx"
    path.write_bytes(form_workbook(FORM_SET, Unit("a", "A"), stage="appraised"))
    fill(path, {("1", "yes_no"): "có", ("2", "days"): "0", ("4.1", "rate"): "50", ("4.10", "count"): "3"})
    book = openpyxl.load_workbook(path)
    sheet: Any = book.active
    stored = {}
    for meaning, code, field, formula, result in (
        ("Giá trị thẩm định", "2", "days", "=2+3", "5"),
        ("Điểm thẩm định", "3", "points", "=1+1.5", "2.5"),
    ):
        (cell,) = [cell for name, kind, cell in cells(sheet, meaning) if (name, kind) == (code, field)]
        cell.value = formula
        stored[cell.coordinate] = result
    book.save(path)
    _store(path, stored)

    found = _read(path, formulas="cached", stage="appraised")

    assert sorted(_refusals(path, stage="appraised")) == sorted(("value.formula", cell) for cell in stored)
    assert _formulas(found) == [("a", "2"), ("a", "3")]
    assert (str(found["a"].node("2").points), str(found["a"].node("3").points)) == ("1.00", "2.50")


def test_a_cycle_and_the_command_declare_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Beside the file's path in cycle.yaml, or as an option; each output repeats the warning."""
    shutil.copy(ROOT / "criteria" / "moha-provinces-2017.yaml", tmp_path / "set.yaml")
    with xlsxwriter.Workbook(str(tmp_path / "a.xlsx")) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["unit", *"12345678"])
        sheet.write_row(1, 0, ["a", 5, 5, 5, 5, 5, 5, 5, 5])
        sheet.write_formula(1, 1, "=2+3.5", None, 5.5)
    head = "id: a\ntitle: A\ndata: synthetic\nassessments:\n  - {criteria: set.yaml, files: [{path: a.xlsx, formulas: "
    cycle = tmp_path / "cycle.yaml"
    cycle.write_text(f"{head}cached}}]}}\n", encoding="utf-8")

    assert main(["score", str(tmp_path)]) == 0
    assert "kết quả công thức đã lưu" in capsys.readouterr().out
    assert main(["score", str(tmp_path), "--format", "json"]) == 0
    (result,) = json.loads(capsys.readouterr().out)["results"]
    assert {"kind": "formula", "unit": "a", "code": "1"} in result["warnings"]
    table = [str(tmp_path / "a.xlsx"), "--criteria", str(tmp_path / "set.yaml")]
    assert main(["score", *table, "--formulas", "cached"]) == 0
    assert main(["score", *table]) == 1
    capsys.readouterr()
    cycle.write_text(f"{head}yes}}]}}\n", encoding="utf-8")
    assert main(["check", str(tmp_path)]) == 1
    assert "cached" in capsys.readouterr().err
