"""Who signs a form stands at its foot, and is no answer: `office/signatures.py`."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

import cchc_index
from cchc_index.office.form import FORM_STAGES, form_workbook
from cchc_index.office.signatures import signature_lines
from cchc_index.values.units import Unit
from tests.filling import fill

SET = """
id: s
edition: 2022
title: Thử
source: {status: illustrative}
rounding: {points: 2, index: 2}
criteria:
  - {code: "1", title: M, max_points: 10, rule: points}
  - {code: "2", title: N, max_points: 5, rule: yes_no}
  - {code: "3", title: S, max_points: 5, method: survey, rule: points}
"""
WHO = {"self": "Thủ trưởng đơn vị", "appraised": "Chủ tịch Hội đồng thẩm định", "survey": "Trưởng nhóm điều tra"}
ANSWERS = {("1", "points"): "8", ("2", "yes_no"): "có"}


def _sheet(path: Path) -> tuple[openpyxl.Workbook, Worksheet]:
    book = openpyxl.load_workbook(path)
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    return book, sheet


def _filled(folder: Path, criteria: cchc_index.CriteriaSet) -> Path:
    (folder / "forms").mkdir()
    path = folder / "forms" / "a.xlsx"
    path.write_bytes(form_workbook(criteria, Unit("a", "A")))
    fill(path, ANSWERS, "Giá trị tự chấm", "Điểm tự chấm")
    return path


@pytest.mark.parametrize("stage", FORM_STAGES)
def test_each_form_says_who_signs(stage: str, tmp_path: Path) -> None:
    """The unit's head signs its own form, the chair the council's; inside what is printed."""
    criteria = cchc_index.CriteriaSet.from_yaml(SET)
    path = tmp_path / "form.xlsx"
    path.write_bytes(form_workbook(criteria, Unit("a", "A"), stage=stage))  # type: ignore[arg-type]
    _, sheet = _sheet(path)
    found = {cell.value: cell for row in sheet.iter_rows() for cell in row if cell.value}

    assert WHO[stage] in found
    assert found[WHO[stage]].row + 2 <= int(str(sheet.print_area).rpartition("$")[2])
    assert signature_lines.__doc__


def test_what_is_signed_is_no_answer(tmp_path: Path) -> None:
    """Names, and a date that looks like a number, change nothing; nor is a form without these lines read otherwise."""
    criteria = cchc_index.CriteriaSet.from_yaml(SET)
    path = _filled(tmp_path, criteria)
    plain = cchc_index.read_assessment(str(tmp_path / "forms"), criteria, stage="self")
    book, sheet = _sheet(path)
    at = next(cell for row in sheet.iter_rows() for cell in row if cell.value == WHO["self"])
    sheet.cell(at.row + 1, at.column).value = "5/12/2022"
    sheet.cell(at.row + 2, at.column).value = "Nguyễn Văn A"
    book.save(path)
    signed = cchc_index.read_assessment(str(tmp_path / "forms"), criteria, stage="self")
    sheet.delete_rows(at.row, 3)  # as an older version wrote it
    book.save(path)
    older = cchc_index.read_assessment(str(tmp_path / "forms"), criteria, stage="self")
    scored = [cchc_index.score(criteria, each).to_dict()["units"] for each in (plain, signed, older)]

    assert scored[0] == scored[1] == scored[2]
    assert scored[0][0]["points"] == "13.00"
