"""What people see on the screen is what counts; where a program would read something else, it stops."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter

import cchc_index
from cchc_index.problems.errors import AssessmentError
from tests.conftest import Converter
from tests.form_set import FORM_SET, PLAIN

UNITS = [{"unit": "a", "name": "A"}]
SHEET = "xl/worksheets/sheet1.xml"
COLUMN = list(PLAIN).index("3")
Hook = Callable[[Any, Any], object]


def _book(path: Path, hook: Hook = lambda book, sheet: None) -> Path:
    with xlsxwriter.Workbook(str(path), {"strings_to_numbers": True}) as book:
        sheet = book.add_worksheet()
        for place, (header, text) in enumerate(PLAIN.items()):
            sheet.write_string(0, place, header)
            sheet.write(1, place, text)
        hook(book, sheet)
    return path


def _changed(path: Path, part: str, *changes: tuple[str, str]) -> Path:
    """The workbook with texts of one part replaced, each of which must be there."""
    with zipfile.ZipFile(path) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    text = parts[part].decode()
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    parts[part] = text.encode()
    with zipfile.ZipFile(path, "w") as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return path


def _read(path: Path, **how: Any) -> list[str]:
    """The keys of the problems; none where the table is read, and then to the same points as typed."""
    try:
        read = cchc_index.read_assessment(path, FORM_SET, UNITS, **how)
    except AssessmentError as error:
        return [problem.key for problem in error.problems]
    typed = cchc_index.read_assessment([PLAIN], FORM_SET, UNITS)
    assert cchc_index.score(FORM_SET, read).to_dict()["units"] == cchc_index.score(FORM_SET, typed).to_dict()["units"]
    return []


@pytest.mark.parametrize(
    ("code", "keys"),
    [
        ("0.0", ["value.shown"]),
        ("0", ["value.shown"]),
        ("0,", ["value.shown"]),
        (";;;", ["value.shown"]),
        ("0.0%", ["value.per_cent_cell"]),
        ("0.00", []),
        ("#,##0.000", []),
        ('0.00" điểm"', []),
    ],
)
@pytest.mark.parametrize("ending", ["xlsx", "xls"])
def test_a_number_that_is_shown_as_another_is_refused(
    code: str, keys: list[str], ending: str, tmp_path: Path, converted: Converter
) -> None:
    """3.25 that the screen shows as 3.3 or as nothing; the same after another program saved it."""
    path = _book(
        tmp_path / "a.xlsx", lambda book, sheet: sheet.write(1, COLUMN, 3.25, book.add_format({"num_format": code}))
    )
    if ending == "xls":
        (path,) = converted([path], ending)

    assert _read(path) == keys


@pytest.mark.parametrize(
    ("hook", "keys"),
    [
        (lambda _, sheet: sheet.set_column(COLUMN, COLUMN, 0), ["sheet.hidden_column"]),
        (lambda _, sheet: sheet.set_column(COLUMN, COLUMN, 0.5), []),
        (lambda _, sheet: sheet.set_row(1, 0), ["sheet.hidden_row"]),
        (lambda _, sheet: sheet.set_row(1, 0.75), []),
        (lambda _, sheet: sheet.set_row(1, None, None, {"level": 1, "hidden": True}), ["sheet.hidden_row"]),
    ],
)
def test_what_is_drawn_together_to_nothing_is_hidden(hook: Hook, keys: list[str], tmp_path: Path) -> None:
    """A column without width hides as well as one that is hidden."""
    assert _read(_book(tmp_path / "a.xlsx", hook)) == keys


def test_rows_hidden_by_default_are_hidden(tmp_path: Path) -> None:
    """A sheet may hide every row that does not say otherwise."""
    path = _book(tmp_path / "a.xlsx")
    _changed(path, SHEET, ('defaultRowHeight="15"', 'defaultRowHeight="15" zeroHeight="1"'))

    assert _read(path) == ["sheet.hidden_row", "sheet.hidden_row"]


def test_a_hidden_row_of_texts_in_place_is_hidden(tmp_path: Path) -> None:
    """Texts may stand in the sheet itself and not in the list of shared ones."""

    def hook(_: Any, sheet: Any) -> None:
        sheet.set_row(2, None, None, {"hidden": True})
        sheet.write_string(2, 0, "b")

    path = _book(tmp_path / "a.xlsx", hook)
    with zipfile.ZipFile(path) as package:
        found = re.search(r'<c r="A3" t="s"><v>[0-9]+</v></c>', package.read(SHEET).decode())
    assert found
    _changed(path, SHEET, (found.group(), '<c r="A3" t="inlineStr"><is><t>b</t></is></c>'))

    assert "sheet.hidden_row" in _read(path)


@pytest.mark.parametrize("target", ["Worksheets/Sheet1.xml", "/XL/worksheets/sheet1.xml"])
def test_a_sheet_is_looked_into_however_its_part_is_spelt(target: str, tmp_path: Path) -> None:
    """Names of parts are the same in capitals; what reads values finds them, so must what looks for formulas."""
    path = _book(tmp_path / "a.xlsx", lambda _, sheet: sheet.write_formula(1, COLUMN, "=3+0.25", None, 3.25))
    _changed(path, "xl/_rels/workbook.xml.rels", ('Target="worksheets/sheet1.xml"', f'Target="{target}"'))

    assert _read(path) in (["value.formula"], ["workbook.damaged"])


@pytest.mark.parametrize("value", ["NaN", "1e999"])
def test_a_number_that_is_none_is_told_at_its_cell(value: str, tmp_path: Path) -> None:
    """Programs have written these."""
    assert _read(_changed(_book(tmp_path / "a.xlsx"), SHEET, ("<v>3.25</v>", f"<v>{value}</v>"))) == [
        "value.cell_error"
    ]


def test_the_line_by_which_excel_knows_a_delimiter_is_no_row(tmp_path: Path) -> None:
    """`sep=;` above the headers is passed over where the delimiter is the declared one, and told where it is not."""
    path = tmp_path / "a.csv"
    rows = [";".join(PLAIN), ";".join(PLAIN.values())]
    path.write_text("\r\n".join(["sep=;", *rows, ""]), encoding="utf-8", newline="")

    assert _read(path, delimiter=";") == []
    assert _read(path) == ["table.delimiter"]
    path.write_text("\n".join(["SEP=;", rows[0], rows[1].replace("3.25", "x")]), encoding="utf-8")
    with pytest.raises(AssessmentError) as caught:
        cchc_index.read_assessment(path, FORM_SET, UNITS, delimiter=";")
    assert [problem.place.line for problem in caught.value.problems if problem.place] == [3]


def test_a_table_with_tabs_is_told_so(tmp_path: Path) -> None:
    """As copied from a spreadsheet into a text file."""
    path = tmp_path / "a.csv"
    path.write_text("\t".join(PLAIN) + "\n" + "\t".join(PLAIN.values()), encoding="utf-8")

    with pytest.raises(AssessmentError) as caught:
        cchc_index.read_assessment(path, FORM_SET, UNITS)

    (problem,) = [each for each in caught.value.problems if each.key == "table.delimiter"]
    assert r'delimiter: "\t"' in problem.cure("en")
    assert _read(path, delimiter="\t") == []
