"""The two ways to learn a sheet's facts say the same, whoever wrote the sheet."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from cchc_index.reading.grids.package import PackageFault
from cchc_index.reading.grids.sheet_facts import SheetFacts, _FactsReader, written_plainly, xlsx_facts

KINDS = st.sampled_from(["number", "text", "formula", "error", "per cent", "boolean", "blank", "text formula"])
CELLS = st.dictionaries(st.tuples(st.integers(0, 30), st.integers(0, 40)), KINDS, min_size=1, max_size=60)


def _written(cells: dict[tuple[int, int], str]) -> bytes:
    data = io.BytesIO()
    with xlsxwriter.Workbook(data) as book:
        sheet = book.add_worksheet()
        per_cent, plain = book.add_format({"num_format": "0.0%"}), book.add_format({"bold": True})
        for (row, column), kind in cells.items():
            if kind == "number":
                sheet.write_number(row, column, 1.5, plain)
            elif kind == "text":
                sheet.write_string(row, column, '<c r="A1"><f>', plain)
            elif kind == "formula":
                sheet.write_formula(row, column, "=1+1", plain, 2)
            elif kind == "text formula":
                sheet.write_formula(row, column, '="a"', per_cent, "a")
            elif kind == "error":
                sheet.write_formula(row, column, "=1/0", per_cent, "#DIV/0!")
            elif kind == "per cent":
                sheet.write_number(row, column, 0.95, per_cent)
            elif kind == "boolean":
                sheet.write_boolean(row, column, True, per_cent)
            else:
                sheet.write_blank(row, column, None, plain)
    return data.getvalue()


def _part(data: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return package.read("xl/worksheets/sheet1.xml")


def _both(part: bytes, styles: dict[str, int]) -> tuple[SheetFacts | None, SheetFacts]:
    return written_plainly(part[: part.rfind(b"</sheetData>")], styles), _FactsReader(styles).read(part)


@given(CELLS)
def test_searching_and_walking_find_the_same(cells: dict[tuple[int, int], str]) -> None:
    """Formulas, errors, per cent and the last cell of sheets of all kinds of cells."""
    part = _part(_written(cells))

    for styles in ({}, {"1": -1}, {"1": -1, "2": 2}):
        found, walked = _both(part, styles)
        assert found == walked


@given(CELLS)
def test_what_another_program_saved_has_the_same_facts(cells: dict[tuple[int, int], str]) -> None:
    """Formulas and per cent survive openpyxl, which numbers styles anew."""
    data = _written(cells)
    again = io.BytesIO()
    openpyxl.load_workbook(io.BytesIO(data)).save(again)
    before = next(iter(xlsx_facts(data).values()))
    after = next(iter(xlsx_facts(again.getvalue()).values()))

    assert (after.formulas, after.last) == (before.formulas, before.last)
    assert {each for each in before.per_cent if each not in before.formulas} <= after.per_cent


@pytest.mark.parametrize(
    "part",
    [
        b"<x:s xmlns:x='m'><x:sheetData><x:row r='1'><x:c r='A1'><x:f>1</x:f></x:c></x:row></x:sheetData></x:s>",
        b"<worksheet><sheetData><row><c><f>1</f></c></row></sheetData></worksheet>",
        b'<worksheet><sheetData><row r="1"><c t="n" r="A1"><f>1</f></c></row></sheetData></worksheet>',
        b'<worksheet><sheetData><!-- --><row r="1"><c r="A1"><f>1</f></c></row></sheetData></worksheet>',
    ],
)
def test_a_sheet_written_otherwise_is_walked_through(part: bytes) -> None:
    """Prefixes, addresses left out, attributes in another order, comments: the formula is found."""
    found, walked = _both(part, {})

    assert found is None
    assert walked.formulas == {"A1"}


def test_a_cell_that_stands_twice_is_noticed() -> None:
    """Two values for one address leave no single reading."""
    part = b'<worksheet><sheetData><row r="1"><c r="A1"/><c r="A1"/></row></sheetData></worksheet>'

    found, walked = _both(part, {})

    assert found is None
    assert walked.repeated == "A1"


def test_the_parts_of_a_workbook_are_told_from_a_zip_of_anything(tmp_path: Path) -> None:
    """A package without a workbook is no .xlsx file."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as package:
        package.writestr("word/document.xml", "<a/>")

    with pytest.raises(PackageFault) as fault:
        xlsx_facts(data.getvalue())

    assert fault.value.key == "workbook.kind"
