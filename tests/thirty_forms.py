"""Thirty forms filled in without mistake, and thirty mistakes to make in them."""

from __future__ import annotations

import datetime
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from cchc_index.cli import main
from cchc_index.problems.errors import AssessmentError
from cchc_index.problems.problem import Problem
from cchc_index.reading.assessment_file import read_assessment
from cchc_index.reading.yaml.criteria_file import load_criteria
from tests.filling import cells, fill, form_file

SET = """
id: mistakes
edition: 2021
title: Bộ thử
source: {status: illustrative}
rounding: {points: 2, index: 2}
criteria:
  - {code: "1", title: Ban hành kế hoạch, max_points: 2, rule: yes_no}
  - code: "2"
    title: Thủ tục
    max_points: 8
    criteria:
      - {code: "2.1", title: Tỷ lệ, max_points: 4, rule: {proportion: {}}}
      - {code: "2.2", title: Chấm điểm, max_points: 4, not_applicable: allowed, rule: points}
not_applicable_words: [na]
"""
ANSWERS = {("1", ""): "có", ("2.1", "rate"): "85.5", ("2.2", "points"): "3.25"}
UNITS = [f"0{number:02}" for number in range(1, 31)]
VALUE, POINTS = "Giá trị tự chấm", "Điểm tự chấm"


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Thirty forms, filled in without mistake."""
    folder = tmp_path_factory.mktemp("sound")
    criteria, units, forms = folder / "set.yaml", folder / "units.csv", folder / "forms"
    criteria.write_text(SET, encoding="utf-8")
    rows = "".join(f"{unit},Sở {unit},so\n" for unit in UNITS)
    units.write_text("unit,name,group\n" + rows, encoding="utf-8")
    assert main(["template", str(criteria), "--units", str(units), "-o", str(forms)]) == 0
    for unit in UNITS:
        form_file(forms, unit).rename(forms / f"{unit}.xlsx")  # as units do
        fill(forms / f"{unit}.xlsx", ANSWERS, VALUE, POINTS)
    return folder


@pytest.fixture
def folder(sound: Path, tmp_path: Path) -> Path:
    """The same, to be changed."""
    shutil.copytree(sound, tmp_path, dirs_exist_ok=True)
    return tmp_path


def problems(folder: Path) -> tuple[Problem, ...]:
    """What reading the folder of forms finds."""
    criteria = load_criteria(folder / "set.yaml")
    try:
        read_assessment(folder / "forms", criteria, folder / "units.csv", stage="self")
    except AssessmentError as error:
        return error.problems
    return ()


Change = Callable[[Worksheet], None]


def put(code: str, field: str, value: Any, column: str = VALUE, number_format: str = "General") -> Change:
    """Type a value into one cell."""

    def change(sheet: Worksheet) -> None:
        found = next(cell for each, own, cell in cells(sheet, column) if (each, own) == (code, field))
        found.value = value
        found.number_format = number_format

    return change


def head(word: str, value: Any) -> Change:
    """Change what the head of the form says."""

    def change(sheet: Worksheet) -> None:
        cell = next(cell for row in sheet.iter_rows(max_row=7) for cell in row if cell.value == word)
        sheet.cell(int(cell.row or 0), int(cell.column or 0) + 1).value = value

    return change


def row_of(sheet: Worksheet, code: str) -> int:
    """The first row of a criterion."""
    return next(int(cell.row) for each, _, cell in cells(sheet, VALUE) if each == code)


def merged(sheet: Worksheet) -> None:
    """Merge two answers."""
    row = row_of(sheet, "2.1")
    sheet.merge_cells(start_row=row, end_row=row + 1, start_column=7, end_column=7)


def hidden_row(sheet: Worksheet) -> None:
    """Hide an answer."""
    sheet.row_dimensions[row_of(sheet, "1")].hidden = True


def hidden_column(sheet: Worksheet) -> None:
    """Hide the titles."""
    sheet.column_dimensions["B"].hidden = True


def second_sheet(sheet: Worksheet) -> None:
    """Keep notes on a second sheet."""
    assert sheet.parent is not None
    sheet.parent.create_sheet("Nháp")["A1"] = "nháp"


def hidden_sheet(sheet: Worksheet) -> None:
    """Keep them where nobody sees them."""
    second_sheet(sheet)
    assert sheet.parent is not None
    sheet.parent["Nháp"].sheet_state = "hidden"


def code_as_number(sheet: Worksheet) -> None:
    """Type a code anew."""
    row = row_of(sheet, "2.2")
    sheet.cell(row, 1).value = 2.2


def stray(sheet: Worksheet) -> None:
    """Add a row without a code."""
    sheet.cell(sheet.max_row + 1, 7).value = 5


def deleted(sheet: Worksheet) -> None:
    """Delete a row."""
    sheet.delete_rows(row_of(sheet, "1"))


def last_year(sheet: Worksheet) -> None:
    """A form of a set that did not ask for a criterion yet."""
    head("Mã kiểm tra:", "0" * 64)(sheet)
    deleted(sheet)


MISTAKES: dict[str, tuple[str, str, Change]] = {
    "text for a number": ("value.text_number", "F11", put("2.1", "rate", "85,5")),
    "per cent in words": ("value.text_number", "F11", put("2.1", "rate", "85.5%")),
    "per cent by format": ("value.per_cent_cell", "F11", put("2.1", "rate", 0.855, number_format="0.0%")),
    "a date": ("value.date", "G14", put("2.2", "points", datetime.date(2021, 3, 2), POINTS, "dd/mm/yyyy")),
    "a logical value": ("value.boolean", "F9", put("1", "yes_no", True)),
    "an error": ("value.cell_error", "F11", put("2.1", "rate", "#REF!")),
    "a formula": ("value.formula", "F11", put("2.1", "rate", "=80+5.5")),
    "a formula for points": ("value.formula", "G14", put("2.2", "points", "=1+2", POINTS)),
    "a computed number": ("value.digits", "F11", put("2.1", "rate", 100 / 3)),
    "too many points": ("value.points", "G14", put("2.2", "points", 4.5, POINTS)),
    "a decimal point lost": ("value.point_lost", "F11", put("2.1", "rate", 855)),
    "neither yes nor no": ("value.yes_no", "F9", put("1", "yes_no", "đạt")),
    "a word": ("value.number", "F11", put("2.1", "rate", "đạt")),
    "a blank": ("value.missing", "F9", put("1", "yes_no", None)),
    "not applicable where it must apply": ("value.not_allowed", "F9", put("1", "yes_no", "na")),
    "a total typed by hand": ("form.subtotal", "G10", put("2", "", 7, POINTS)),
    "merged cells": ("sheet.merged", "G11", merged),
    "a hidden row": ("sheet.hidden_row", "", hidden_row),
    "a hidden column": ("sheet.hidden_column", "", hidden_column),
    "a second sheet": ("workbook.two_sheets", "", second_sheet),
    "a hidden sheet": ("workbook.hidden_sheet", "", hidden_sheet),
    "a code read as a number": ("table.code_as_number", "A14", code_as_number),
    "a value without a code": ("form.stray", "", stray),
    "a row deleted": ("value.missing", "", deleted),
    "another unit's identifier": ("form.twice", "B4", head("Mã đơn vị:", "001")),
    "zeros dropped": ("unit.zeros", "B4", head("Mã đơn vị:", 26)),
    "no identifier": ("form.no_unit", "B4", head("Mã đơn vị:", None)),
    "last year's form": ("form.other_edition", "E6", last_year),
    "another set's form": ("form.other_criteria", "E4", head("Bộ tiêu chí:", "mistakes-2020")),
    "the council's form": ("form.other_stage", "E5", head("Giai đoạn:", "appraised")),
}


def edit(path: Path, change: Change) -> None:
    """Open a form, change it, save it."""
    book = openpyxl.load_workbook(path)
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    change(sheet)
    book.save(path)
