"""Forms that the library writes: their names and their formulas."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from cchc_index.cli import main
from cchc_index.office.form import form_names
from cchc_index.problems.errors import AssessmentError
from cchc_index.values.units import Unit
from tests.conftest import Converter
from tests.filling import cells


def test_two_forms_never_take_one_name() -> None:
    """Windows takes no notice of case, and keeps some names for itself."""
    with pytest.raises(AssessmentError) as caught:
        form_names([Unit("01/HU", "A"), Unit("01_hu", "B")])

    assert [problem.key for problem in caught.value.problems] == ["form.same_name"]
    assert list(form_names([Unit("NUL", "A"), Unit("com1.x", "B"), Unit("so-y-te", "C")])) == [
        "NUL_.xlsx",
        "com1.x_.xlsx",
        "so-y-te.xlsx",
    ]


def test_live_subtotals_are_what_the_points_add_up_to(tmp_path: Path, converted: Converter) -> None:
    """The other program computes the form's formulas when it opens it: parents and total are sums of what is typed."""
    form = tmp_path / "a.xlsx"
    assert main(["template", "cao_bang.departments-2021", "--stage", "self", "-o", str(form)]) == 0
    book = openpyxl.load_workbook(form)
    sheet = book.worksheets[0]
    typed = {}
    for code, field, cell in cells(sheet, "Điểm tự chấm"):
        if not cell.protection.locked:
            typed[code, field] = cell.value = 1.25
    book.save(form)
    (again,) = converted([form], "xlsx:Calc MS Excel 2007 XML")

    shown = openpyxl.load_workbook(again, data_only=True).worksheets[0]
    sums = {code: cell.value for code, field, cell in cells(shown, "Điểm tự chấm") if not field}
    for parent in ("1", "2.1", "3"):
        inside = [value for (code, _), value in typed.items() if code.startswith(f"{parent}.")]
        assert sums[parent] == pytest.approx(sum(inside))
