"""Every kind of change of a sound file is harmless by design, or refused: none gives other results in silence."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

import cchc_index
from cchc_index.problems.errors import CchcError
from tests.mutations import CRITERIA, CSV, REGISTER, TABLE, XLSX, YAML, Change


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A sound set, register, table and workbook."""
    (tmp_path / "set.yaml").write_text(CRITERIA, encoding="utf-8")
    (tmp_path / "units.csv").write_text(REGISTER, encoding="utf-8")
    (tmp_path / "table.csv").write_text(TABLE, encoding="utf-8")
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    lines = [line.split(",") for line in TABLE.splitlines()]
    for line in lines:
        sheet.append(line)
    for row in sheet.iter_rows(min_row=2, min_col=5):
        for cell in row:
            if cell.value != "na":
                cell.value = float(str(cell.value))
    book.save(tmp_path / "table.xlsx")
    return tmp_path


def _results(folder: Path, table: str) -> Any:
    """Points, indices, ranks, bands and nodes of all units."""
    criteria = cchc_index.load_criteria(folder / "set.yaml", registry=cchc_index.Registry.builtin())
    assessment = cchc_index.read_assessment(folder / table, criteria, folder / "units.csv")
    return cchc_index.score(criteria, assessment).to_dict()["units"]


def _hold(change: Change, folder: Path, table: str, expected: Any) -> None:
    """The law: the same results where the change is harmless; a refusal of the library's own otherwise."""
    if change.harmless:
        assert _results(folder, table) == expected
        return
    with pytest.raises(CchcError) as caught:
        _results(folder, table)
    assert all(problem.text("vi") and problem.text("en") for problem in caught.value.problems)


@pytest.mark.parametrize("kind", YAML)
def test_a_changed_criteria_file(kind: str, folder: Path) -> None:
    """A criteria file, changed in one way."""
    expected = _results(folder, "table.csv")
    changed = YAML[kind].make(CRITERIA)
    data = changed if isinstance(changed, bytes) else changed.encode()
    assert data != CRITERIA.encode()
    (folder / "set.yaml").write_bytes(data)

    _hold(YAML[kind], folder, "table.csv", expected)


@pytest.mark.parametrize("kind", CSV)
def test_a_changed_table(kind: str, folder: Path) -> None:
    """A table, changed in one way."""
    expected = _results(folder, "table.csv")
    changed = CSV[kind].make(TABLE)
    data = changed if isinstance(changed, bytes) else changed.encode()
    assert data != TABLE.encode()
    (folder / "table.csv").write_bytes(data)

    _hold(CSV[kind], folder, "table.csv", expected)


@pytest.mark.parametrize("kind", XLSX)
def test_a_changed_workbook(kind: str, folder: Path) -> None:
    """The same table as a workbook, changed in one way by another program."""
    expected = _results(folder, "table.csv")
    assert _results(folder, "table.xlsx") == expected
    book = openpyxl.load_workbook(folder / "table.xlsx")
    sheet = book.worksheets[0]
    assert isinstance(sheet, Worksheet)
    XLSX[kind].make(sheet)
    book.save(folder / "table.xlsx")

    _hold(XLSX[kind], folder, "table.xlsx", expected)


def test_the_list_is_long() -> None:
    """At least 120 kinds, some of each file harmless."""
    assert len(YAML) + len(CSV) + len(XLSX) >= 120
    for changes in (YAML, CSV, XLSX):
        assert sum(change.harmless for change in changes.values()) >= 8
