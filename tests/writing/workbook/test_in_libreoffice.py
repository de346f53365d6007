"""Workbooks and CSV files in LibreOffice: every formula is computed anew there, and no text is taken for one."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest

import cchc_index
from cchc_index.cli import main
from cchc_index.writing.csv_file import MARK
from cchc_index.writing.workbook.book import result_workbook
from tests.conftest import Converter
from tests.writing.workbook.recalculating import formulas_of, spoilt
from tests.writing.workbook.test_book import SMALL, WORKED, of_text, of_tree

pytestmark = pytest.mark.slow
#: A profile in which formulas are computed anew when a file is opened, whatever is stored with them.
_ALWAYS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""
_NAMES = ('=HYPERLINK("http://a")', "@SUM(A1)", "+1", "-1+2", "=1+1", "Sở Mẫu")


def _office() -> str:
    """LibreOffice; in the run that every change must pass it has to be there."""
    office = shutil.which("soffice")
    if office is None:
        assert not os.environ.get("CI"), "LibreOffice is wanted (Debian: libreoffice-calc-nogui)"
        pytest.skip("LibreOffice is not installed")
    return office


def recalculated(books: dict[str, bytes], folder: Path) -> dict[str, openpyxl.Workbook]:
    """The workbooks as LibreOffice saves them, every formula computed anew."""
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_ALWAYS, encoding="utf-8")
    for name, data in books.items():
        (folder / f"{name}.xlsx").write_bytes(data)
    named = [str(folder / f"{name}.xlsx") for name in books]
    command = [_office(), f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", "xlsx"]
    out = ["--outdir", str(folder / "out")]
    subprocess.run([*command, *out, *named], check=True, capture_output=True, timeout=240)
    return {name: openpyxl.load_workbook(folder / "out" / f"{name}.xlsx", data_only=True) for name in books}


def test_libreoffice_finds_the_same_figures(tmp_path: Path) -> None:
    """Of every formula of the worked cycles and of random sets; a stored figure that is wrong is not kept."""
    books = {name: result_workbook(cchc_index.open_cycle(name).score()) for name in WORKED}
    books |= {f"tree-{seed}": result_workbook(of_tree(seed)) for seed in (0, 3, 7)}
    stored = {name: formulas_of(data) for name, data in books.items()}
    books["lai-chau-2021"] = spoilt(books["lai-chau-2021"], "Xếp hạng", "F7", "1.23")

    found = recalculated(books, tmp_path)

    for name, formulas in stored.items():
        different = {
            (place, value, found[name][place[0]][place[1]].value)
            for place, (_, value) in formulas.items()
            if found[name][place[0]][place[1]].value != value
        }
        assert different == set(), name


def test_what_a_unit_typed_stays_a_text_there(converted: Converter, tmp_path: Path) -> None:
    """A name that begins as a formula does is shown as it was typed, on every sheet."""
    rows = [{"unit": f"u{at}", "name": name, "1": "4", "2": "3"} for at, name in enumerate(_NAMES)]
    path = tmp_path / "names.xlsx"
    path.write_bytes(result_workbook(of_text(SMALL, rows)))

    (made,) = converted([path], "xlsx")

    book = openpyxl.load_workbook(io.BytesIO(made.read_bytes()))
    for sheet in ("Xếp hạng", "Điểm", "Điểm tối đa", "Chỉ số thành phần"):
        cells = [each for row in book[sheet].iter_rows() for each in row if each.value in _NAMES]
        assert {each.value for each in cells} == set(_NAMES), sheet
        assert {each.data_type for each in cells} == {"s"}
    assert {sheet["A1"].value for sheet in book.worksheets[-len(_NAMES) :]} == set(_NAMES)


def test_a_marked_csv_opens_with_its_letters(tmp_path: Path) -> None:
    """Read as UTF-8, which a spreadsheet proposes where it sees the mark; the mark is no part of the first heading."""
    path = tmp_path / "ket-qua.csv"
    assert main(["score", "lai-chau-2021", "-o", str(path)]) == 0
    assert path.read_bytes().startswith(MARK)

    command = [_office(), f"-env:UserInstallation={(tmp_path / 'own').as_uri()}", "--headless"]
    command += ["--infilter=CSV:44,34,76", "--convert-to", "xlsx", "--outdir", str(tmp_path), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=240)

    sheet = openpyxl.load_workbook(tmp_path / "ket-qua.xlsx").worksheets[0]
    assert sheet["A1"].value == "criteria"
    assert "Sở Kế hoạch và đầu tư" in {row[5].value for row in sheet.iter_rows(min_row=2)}
