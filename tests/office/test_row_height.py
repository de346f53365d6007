"""Rows as high as their texts."""

from __future__ import annotations

import io

import openpyxl
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from cchc_index.office.form import form_workbook
from cchc_index.office.row_height import row_height
from tests.form_set import FORM_SET

AREA = "CÔNG TÁC CHỈ ĐẠO, ĐIỀU HÀNH VÀ TỔ CHỨC THỰC HIỆN NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH CỦA CƠ QUAN, ĐƠN VỊ"


@given(st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyẤỆ ,.%0123456789", max_size=400), st.integers(5, 60))
def test_a_longer_text_never_has_a_lower_row(text: str, width: int) -> None:
    """Nor a narrower column; bold letters are wider."""
    height = row_height({text: width})

    assert height <= row_height({text + " và": width})
    assert height <= row_height({text: width - 1})
    assert height <= row_height({text: width}, bold=True)
    assert not height or height % 15 == 0 or height == 409


def test_a_word_that_is_longer_than_a_line_is_broken() -> None:
    """A hundred letters without a space take the lines that they need."""
    assert row_height({"x" * 100: 20}) >= 60


def test_the_title_of_an_area_has_the_lines_that_it_needs() -> None:
    """A title in bold capitals is wider than its letters' number says."""
    sheet = openpyxl.load_workbook(io.BytesIO(form_workbook(FORM_SET.replace("4", title=AREA)))).active
    assert isinstance(sheet, Worksheet)
    (row,) = [cell.row for cell in sheet["B"] if cell.value == AREA]

    assert (sheet.row_dimensions[row].height or 0) >= 45
