"""A form says whose it is, and takes answers in its own cells only; what stands elsewhere is told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

import cchc_index
from cchc_index.office.form import form_workbook
from cchc_index.values.units import Register, Unit
from tests.filling import fill
from tests.form_set import FORM_SET

UNIT = Unit("a", "Sở A")
ANSWERS = {
    ("1", "yes_no"): "có",
    ("2", "days"): "0",
    ("3", "points"): "3.25",
    ("4.1", "done"): "50",
    ("4.1", "planned"): "100",
    ("4.10", "count"): "1000",
}


#: what the form calls the fields
ASKED = {"points": "điểm", "done": "hoặc: số đã thực hiện", "days": "số ngày"}


def _row(sheet: Worksheet, code: str, field: str = "") -> int:
    for row in range(1, sheet.max_row + 1):
        if str(sheet.cell(row, 1).value) == code and (not field or sheet.cell(row, 5).value == ASKED[field]):
            return row
    raise AssertionError(code)


def _told(tmp_path: Path, change: Callable[[Worksheet], object], units: object = None) -> list[tuple[str, str]]:
    """The problems of a form after a change, each with its cell."""
    path = tmp_path / "a.xlsx"
    path.write_bytes(form_workbook(FORM_SET, UNIT))
    fill(path, ANSWERS, "Giá trị tự chấm", "Điểm tự chấm")
    book = openpyxl.load_workbook(path)
    assert isinstance(book.active, Worksheet)
    change(book.active)
    book.save(path)
    try:
        cchc_index.read_assessment(path, FORM_SET, units or Register((UNIT,)), stage="self")
    except cchc_index.AssessmentError as error:
        return [(each.key, (each.place.cell or "") if each.place else "") for each in error.problems]
    return []


def test_a_sound_form_is_silent(tmp_path: Path) -> None:
    """As the unit filled it in."""
    assert _told(tmp_path, lambda sheet: None) == []


def _set(cell: str, value: str) -> Callable[[Worksheet], object]:
    def change(sheet: Worksheet) -> None:
        sheet[cell] = value

    return change


def test_the_name_of_another_unit_is_told(tmp_path: Path) -> None:
    """Somebody filled in a copy of another unit's form."""
    assert _told(tmp_path, _set("B5", "Sở B")) == [("unit.other_name", "B5")]


def test_a_changed_maximum_is_told(tmp_path: Path) -> None:
    """A form cannot change the set."""
    at = 0

    def change(sheet: Worksheet) -> None:
        nonlocal at
        at = _row(sheet, "2")
        sheet.cell(at, 3, 5)

    assert _told(tmp_path, change) == [("form.other_maximum", f"C{at}")]


def test_a_maximum_that_is_a_text_is_told(tmp_path: Path) -> None:
    """Whoever typed "5 điểm" over a number changed it."""
    assert [key for key, _ in _told(tmp_path, lambda sheet: sheet.cell(_row(sheet, "2"), 3, "5 điểm"))] == [
        "form.other_maximum"
    ]


def test_a_value_beside_points_to_fill_in_is_told(tmp_path: Path) -> None:
    """The row asks for points; its cell for a value is locked, and who wrote there thinks that it counts."""
    assert [key for key, _ in _told(tmp_path, lambda sheet: sheet.cell(_row(sheet, "3"), 6, "3.5"))] == [
        "form.stray_number"
    ]


@pytest.mark.parametrize(("row", "column"), [(0, 13), (0, 2), (0, 4), (3, 7)])
def test_a_number_outside_the_cells_to_fill_in_is_told(tmp_path: Path, row: int, column: int) -> None:
    """Beside the form, in a locked column, or below its last row: whoever typed it thinks that it counts."""

    def change(sheet: Worksheet) -> None:
        at = _row(sheet, "1") if not row else sheet.max_row + row
        sheet.cell(at, column, 7)

    assert [key for key, _ in _told(tmp_path, change)] in (["form.stray_number"], ["form.stray"])


def test_a_footnote_is_told_at_its_own_cell(tmp_path: Path) -> None:
    """In the column of codes it is taken for one, and told there."""
    at = 0

    def change(sheet: Worksheet) -> None:
        nonlocal at
        at = sheet.max_row + 1
        sheet.cell(at, 1, "Ghi chú: số liệu đến 15/11")

    assert _told(tmp_path, change) == [("table.unknown_code", f"A{at}")]


@pytest.mark.parametrize(
    ("code", "key"), [("3", "value.number_or_word"), ("4.1", "value.number_or_word"), ("2", "value.number_no_word")]
)
def test_a_word_for_nothing_is_told_with_the_word_that_the_set_declares(tmp_path: Path, code: str, key: str) -> None:
    """Không phát sinh is no number, and not the word either."""

    def change(sheet: Worksheet) -> None:
        column = 7 if code == "3" else 6
        sheet.cell(_row(sheet, code, {"4.1": "done", "2": "days"}.get(code, "points")), column, "Không phát sinh")

    assert [each for each, _ in _told(tmp_path, change)] == [key]


def test_without_a_register_the_unit_has_the_name_on_its_form(tmp_path: Path) -> None:
    """And its identifier."""
    path = tmp_path / "a.xlsx"
    path.write_bytes(form_workbook(FORM_SET, UNIT))
    fill(path, ANSWERS, "Giá trị tự chấm", "Điểm tự chấm")
    (unit,) = cchc_index.read_assessment(path, FORM_SET, stage="self").register

    assert (unit.id, unit.name) == ("a", "Sở A")


@pytest.mark.parametrize("field", ["value", "code", "unit", "name"])
def test_a_character_that_cannot_be_seen_is_told_once(field: str, tmp_path: Path) -> None:
    """At its cell, and without what would follow from it."""
    cells: dict[str, str] = {}

    def change(sheet: Worksheet) -> None:
        row = _row(sheet, "1")
        column = next(each for each in range(1, 20) if str(sheet.cell(row, each).value) == "có")
        cell = {"value": sheet.cell(row, column), "code": sheet.cell(row, 1), "unit": sheet["B4"], "name": sheet["B5"]}
        cells["at"] = cell[field].coordinate
        cell[field].value = f"{cell[field].value}\u200b"

    told = _told(tmp_path, change)
    assert told == [("file.unseen", cells["at"])]


def test_a_form_that_names_its_fields_is_read_as_before(tmp_path: Path) -> None:
    """Forms that went out with a column of fields, and stages and blocks by their keys, may still come back."""

    def change(sheet: Worksheet) -> None:
        top = _row(sheet, "Mã tiêu chí")
        sheet.cell(top, 5, "Trường")
        for row in range(top + 1, sheet.max_row + 1):
            names = {words: name for name, words in ASKED.items()} | {"có hay không": "yes_no"}
            names |= {"số kế hoạch hoặc phát sinh": "planned", "tỷ lệ (%)": "rate", "số lượng": "count"}
            sheet.cell(row, 5, names.get(str(sheet.cell(row, 5).value), sheet.cell(row, 5).value))
        sheet["E5"] = "self"

    assert _told(tmp_path, change) == []


def test_words_that_somebody_changed_are_told(tmp_path: Path) -> None:
    """What a row asks is locked; a row that asks something else is no answer to what the set asks."""

    def change(sheet: Worksheet) -> None:
        sheet.cell(_row(sheet, "2"), 5, "số tháng")

    assert [key for key, _ in _told(tmp_path, change)] == ["table.no_column", "table.unknown_field"]
