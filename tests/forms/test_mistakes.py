"""A folder of forms, each with a mistake of its own: the report names every one of them and nothing else."""

from __future__ import annotations

import datetime
import json
import shutil
import zipfile
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
from tests.forms.filling import cells, fill

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


MISTAKES: dict[str, tuple[str, str, Change]] = {
    "text for a number": ("value.text_number", "G11", put("2.1", "rate", "85,5")),
    "per cent in words": ("value.text_number", "G11", put("2.1", "rate", "85.5%")),
    "per cent by format": ("value.per_cent_cell", "G11", put("2.1", "rate", 0.855, number_format="0.0%")),
    "a date": ("value.date", "H14", put("2.2", "points", datetime.date(2021, 3, 2), POINTS, "dd/mm/yyyy")),
    "a logical value": ("value.boolean", "G9", put("1", "yes_no", True)),
    "an error": ("value.cell_error", "G11", put("2.1", "rate", "#REF!")),
    "a formula": ("value.formula", "G11", put("2.1", "rate", "=80+5.5")),
    "a formula for points": ("value.formula", "H14", put("2.2", "points", "=1+2", POINTS)),
    "a computed number": ("value.digits", "G11", put("2.1", "rate", 100 / 3)),
    "too many points": ("value.points", "H14", put("2.2", "points", 4.5, POINTS)),
    "a decimal point lost": ("value.point_lost", "G11", put("2.1", "rate", 855)),
    "neither yes nor no": ("value.yes_no", "G9", put("1", "yes_no", "đạt")),
    "a word": ("value.number", "G11", put("2.1", "rate", "đạt")),
    "a blank": ("value.missing", "G9", put("1", "yes_no", None)),
    "not applicable where it must apply": ("value.not_allowed", "G9", put("1", "yes_no", "na")),
    "a total typed by hand": ("form.subtotal", "H10", put("2", "", 7, POINTS)),
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
    "last year's form": ("form.other_edition", "E6", head("Mã kiểm tra:", "0" * 64)),
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


def test_forms_without_mistake_are_read_in_silence(folder: Path) -> None:
    """So that each problem below is its change's own."""
    assert problems(folder) == ()


@pytest.mark.parametrize("mistake", MISTAKES)
def test_one_mistake_is_told_once_with_its_cell(folder: Path, mistake: str) -> None:
    """One form of thirty has it: one problem, with the file, the sheet and the cell."""
    key, cell, change = MISTAKES[mistake]
    edit(folder / "forms" / "026.xlsx", change)

    found = problems(folder)

    assert [problem.key for problem in found] == [key], [problem.text() for problem in found]
    place = found[0].place
    assert place is not None
    assert place.file.endswith("026.xlsx")
    assert (place.cell or "") == cell


def test_thirty_forms_with_a_mistake_each_are_told_in_one_report(
    sound: Path, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every mistake and nothing else; after mending the folder is accepted."""
    expected = []
    for unit, (key, cell, change) in zip(UNITS, MISTAKES.values(), strict=True):
        edit(folder / "forms" / f"{unit}.xlsx", change if key != "unit.zeros" else head("Mã đơn vị:", int(unit)))
        expected.append((f"{unit}.xlsx", key, cell))

    found = problems(folder)

    told = [(Path(each.place.file).name, each.key, each.place.cell or "") for each in found if each.place]
    twice = [each for each in expected if each[1] == "form.twice"]  # unit 001 sent its own form first
    assert sorted(told) == sorted(expected), set(told) ^ set(expected)
    assert len(twice) == 1

    arguments = ["--criteria", str(folder / "set.yaml"), "--units", str(folder / "units.csv"), "--stage", "self"]
    capsys.readouterr()
    assert main(["score", str(folder / "forms"), *arguments]) == 1
    report = capsys.readouterr()
    assert report.out == ""
    assert all(f"{unit}.xlsx" in report.err for unit in UNITS)

    for unit in UNITS:  # mended
        shutil.copy(sound / "forms" / f"{unit}.xlsx", folder / "forms")
    capsys.readouterr()
    assert main(["score", str(folder / "forms"), *arguments, "--format", "json"]) == 0
    by_form = json.loads(capsys.readouterr().out)["results"][0]["units"]
    table = "unit,1,2.1.rate,2.2\n" + "".join(f"{unit},có,85.5,3.25\n" for unit in UNITS)
    (folder / "table.csv").write_text(table, encoding="utf-8")
    assert main(["score", str(folder / "table.csv"), *arguments, "--format", "json"]) == 0
    by_table = json.loads(capsys.readouterr().out)["results"][0]["units"]
    assert by_form == by_table
    assert len(by_form) == 30


@pytest.mark.parametrize(
    ("name", "data", "key"),
    [
        ("026.xlsx", b"", "workbook.kind"),
        ("026.xlsx", b"unit,1\n026,2\n", "workbook.kind"),
        ("026.xlsx", b"<html><table></table></html>", "workbook.kind"),
        ("026.xlsx", b"PK\x03\x04broken", "workbook.damaged"),
        ("026.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "workbook.encrypted"),
        ("026.pdf", b"%PDF-1.7", "file.kind"),
        ("026.docx", b"PK\x03\x04", "file.kind"),
        ("026.xlsm", b"PK\x03\x04", "workbook.macros"),
        ("026.csv", "Mã đơn vị;1".encode("utf-16"), "file.encoding"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_and_its_unit_not_missed_twice(
    folder: Path, name: str, data: bytes, key: str
) -> None:
    """The file is named; its unit is not told to be missing as well."""
    (folder / "forms" / "026.xlsx").unlink()
    (folder / "forms" / name).write_bytes(data)

    assert [problem.key for problem in problems(folder)] == [key]


def test_a_form_that_did_not_come_is_told(folder: Path) -> None:
    """The unit is named."""
    (folder / "forms" / "026.xlsx").unlink()

    assert [(each.key, each.arguments["unit"]) for each in problems(folder)] == [("unit.missing", "026")]


def test_lock_files_of_open_programs_are_passed_over(folder: Path) -> None:
    """Excel leaves a file of its own beside a workbook that is open."""
    (folder / "forms" / "~$026.xlsx").write_bytes(b"lock")
    (folder / "forms" / ".~lock.026.xlsx#").write_bytes(b"lock")

    assert problems(folder) == ()


@pytest.mark.parametrize("name", ["Thumbs.db", "desktop.ini", ".DS_Store", "__MACOSX/026.xlsx"])
def test_what_systems_keep_in_a_folder_is_passed_over(name: str, folder: Path) -> None:
    """Windows keeps its pictures and settings in any folder, a Mac what it packed beside the files."""
    path = folder / "forms" / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"kept")

    assert problems(folder) == ()


def test_forms_in_an_inner_folder_are_not_overlooked(folder: Path) -> None:
    """A district that sent its forms as a folder: nobody would read them, so it is told; an empty one is no matter."""
    forms = folder / "forms"
    (forms / "cu").mkdir()
    assert problems(folder) == ()

    (forms / "026.xlsx").rename(forms / "cu" / "026.xlsx")

    assert [(each.key, each.place.file.rpartition("/")[2] if each.place else "") for each in problems(folder)] == [
        ("folder.inner", "cu")
    ]


def _with_part(path: Path, name: str, data: bytes) -> None:
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr(name, data)


@pytest.mark.parametrize(
    ("name", "data", "key"),
    [
        ("xl/vbaProject.bin", b"macro", "workbook.macros"),
        ("xl/worksheets/sheet9.xml", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", "workbook.dtd"),
        ("xl/media/bomb.xml", b"0" * 201_000_000, "workbook.unpacked"),
        ("../outside.xml", b"<a/>", "workbook.damaged"),
        ("xl/workbook.xml", b"<a/>", "workbook.damaged"),
        (
            "xl/externalLinks/_rels/externalLink1.xml.rels",
            b'<Relationships xmlns="r"><Relationship Id="r1" Type="x/externalLinkPath" Target="file:///c:/a.xlsx"'
            b' TargetMode="External"/></Relationships>',
            "workbook.external",
        ),
    ],
)
@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_what_may_not_be_inside_a_workbook_is_refused(folder: Path, name: str, data: bytes, key: str) -> None:
    """Macros, DTDs, links to other files, bombs and doubled parts are refused before a cell is read."""
    _with_part(folder / "forms" / "026.xlsx", name, data)

    assert [problem.key for problem in problems(folder)] == [key]


def test_a_cell_far_away_does_not_fill_the_memory(folder: Path) -> None:
    """A cell in the last row and column would make a sheet of 17 billion cells."""

    def change(sheet: Worksheet) -> None:
        sheet["XFD1048576"] = 1

    edit(folder / "forms" / "026.xlsx", change)

    assert [problem.key for problem in problems(folder)] == ["workbook.far"]


def test_the_report_ends_with_what_came_in(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Received, missing, sent twice, unreadable, of another set, of nobody: a line of its own for the folder."""
    forms = folder / "forms"
    (forms / "001.xlsx").unlink()
    shutil.copy(forms / "002.xlsx", forms / "002 (1).xlsx")
    (forms / "003.xlsx").write_bytes(b"PK\x03\x04broken")
    edit(forms / "004.xlsx", head("Mã kiểm tra:", "0" * 64))
    edit(forms / "005.xlsx", head("Mã đơn vị:", "phòng 5"))
    capsys.readouterr()
    named = ["--criteria", str(folder / "set.yaml"), "--units", str(folder / "units.csv")]

    assert main(["--lang", "en", "check", str(forms), *named, "--format", "json"]) == 1
    (received,) = json.loads(capsys.readouterr().out)["received"]
    assert received["expected"] == 30
    assert received["missing"] == ["001", "003", "004", "005"]
    assert received["duplicate"] == {"002": ["002 (1).xlsx", "002.xlsx"]}
    assert received["unreadable"] == ["003.xlsx"]
    assert received["other_set"] == ["004.xlsx"]
    assert received["unknown"] == ["005.xlsx"]
    assert len(received["received"]) == 26

    assert main(["--lang", "vi", "check", str(forms), *named]) == 1
    last = capsys.readouterr().err.splitlines()[-1]
    assert last.startswith(f"{forms}: đã nhận 26/30 đơn vị. Chưa nhận: 001, 003, 004, 005. Gửi nhiều lần: 002 (")
