"""Raw records in workbooks: days are days, identifiers are texts, numbers are numbers."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest

from cchc_index.evidence.documents import Documents
from cchc_index.evidence.raw import TableFile
from cchc_index.problems.problem import Problem
from tests.evidence.tables import built, table

openpyxl = pytest.importorskip("openpyxl")


def _book(path: Path, rows: list[list[object]]) -> TableFile:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    return TableFile.of(path)


def test_a_register_in_a_workbook_counts_as_in_a_text_file(tmp_path: Path) -> None:
    """Cells that are days, identifiers that look like numbers, an STT column, whatever dates are declared."""
    rows: list[list[object]] = [
        ["STT", "Số, ký hiệu", "Mã đơn vị", "Loại việc", "Ngày nhận", "Thời hạn", "Ngày góp ý"],
        [1, "01", "a", "dự thảo", datetime.date(2021, 3, 1), datetime.date(2021, 3, 9), datetime.date(2021, 3, 9)],
        [2, "02", "a", "dự thảo", "2021-03-01", datetime.date(2021, 3, 9), "10/03/2021"],
        [3, 3, "a", "dự thảo", "01/03/2021", "09/03/2021", None],
    ]
    found = built(Documents(dates="dd/mm/yyyy"), _book(tmp_path / "d.xlsx", rows))
    text = "\n".join("\t".join("" if cell is None else str(cell) for cell in row) for row in rows)
    beside = built(Documents(dates="dd/mm/yyyy"), table(tmp_path, text, "d.tsv"))
    assert found.of("a") == beside.of("a")
    assert [found.of("a")[each] for each in ("drafts", "commented", "commented_in_time")] == [3, 2, 1]


def test_what_is_odd_otherwise_is_told_still(tmp_path: Path) -> None:
    """Formulas and errors; and of a text that looks like a number nobody can be sure what it means."""
    rows: list[list[object]] = [
        ["unit", "points", "day"],
        ["a", "8.5", datetime.datetime.fromisoformat("2021-03-01T07:30:00")],
        ["b", "=1+1", None],
    ]
    read = list(_book(tmp_path / "d.xlsx", rows).rows(("unit", "points", "day"), ("unit",)))
    assert [each.key for each in read if isinstance(each, Problem)] == ["value.formula"]
    first = next(each for each in read if not isinstance(each, Problem))
    assert (first["points"], first.number("points"), first["day"]) == ("8.5", None, "2021-03-01 07:30:00")
    assert [each.key for each in first.undated(("day",))] == ["row.date"]
