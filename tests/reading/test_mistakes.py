"""A folder of forms, each with a mistake of its own: the report names every one of them and nothing else."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path

import pytest
from openpyxl.worksheet.worksheet import Worksheet

from cchc_index.cli import main
from tests.thirty_forms import MISTAKES, UNITS, edit, head, problems


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
