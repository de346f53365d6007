"""Identifiers of raw records are texts as they were typed, and numbers only where their marks are certain."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import xlsxwriter

from cchc_index.evidence.raw import TableFile
from cchc_index.plugins import Problem
from cchc_index.reading.declared import FileEntry


def _workbook(folder: Path) -> Path:
    path = folder / "d.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["unit", "id", "days"])
        for row, (id_, days) in enumerate([("007", 12), ("1.234", "1.234")], 1):
            sheet.write_string(row, 0, "a")
            sheet.write_string(row, 1, id_)
            sheet.write(row, 2, days)
    return path


def test_an_identifier_that_looks_like_a_number_is_a_text(tmp_path: Path) -> None:
    """Of a workbook as of a CSV file; and a text is a number only where its marks are declared."""
    rows = list(TableFile.of(_workbook(tmp_path)).rows(("unit", "id", "days"), ("unit",)))

    assert [each["id"] for each in rows if not isinstance(each, Problem)] == ["007", "1.234"]
    assert [each.number("days") for each in rows if not isinstance(each, Problem)] == [Decimal(12), None]
    declared = TableFile(tmp_path / "d.xlsx", "d.xlsx", FileEntry("d.xlsx", decimal=",", thousands="."))
    numbers = [
        each.number("days")
        for each in declared.rows(("unit", "id", "days"), ("unit",))
        if not isinstance(each, Problem)
    ]
    assert numbers == [Decimal(12), Decimal(1234)]


def test_what_is_no_text_is_still_told(tmp_path: Path) -> None:
    """A formula has no value of its own, whatever the column."""
    path = tmp_path / "f.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["unit", "id"])
        sheet.write_row(1, 0, ["a", "=1+1"])
    assert [each.key for each in TableFile.of(path).rows(("unit", "id"), ()) if isinstance(each, Problem)] == [
        "value.formula"
    ]
