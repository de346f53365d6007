"""Workbooks made for tests: of strings, so that every byte is known, and of each kind of odd cell."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, Final

import xlsxwriter

from cchc_index.reading.declared import InputFormat
from cchc_index.reading.grids import ods, xls, xlsx
from cchc_index.reading.grids.cells import Grid, Texts

MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
RELATIONS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
SHEET: Final = "xl/worksheets/sheet1.xml"
READERS: Final = {".xlsx": xlsx.read, ".ods": ods.read, ".xls": xls.read}


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """A package of some parts."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return data.getvalue()


def relations(*of: tuple[str, str, str]) -> str:
    """A part of relations: id, kind and target of each."""
    inner = "".join(f'<Relationship Id="{key}" Type="{RELATIONS}/{kind}" Target="{to}"/>' for key, kind, to in of)
    return f'<Relationships xmlns="{PACKAGE}">{inner}</Relationships>'


def styles(*codes: str, differences: str = "") -> str:
    """A part of styles: the first shows cells as they are, each other one as a code says."""
    formats = "".join(
        f'<numFmt numFmtId="{164 + number}" formatCode="{code}"/>' for number, code in enumerate(codes) if code
    )
    cells = "".join(f'<xf numFmtId="{164 + number if code else 0}"/>' for number, code in enumerate(codes))
    return (
        f'<styleSheet xmlns="{MAIN}"><numFmts>{formats}</numFmts><cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>'
        f'<cellXfs><xf numFmtId="0"/>{cells}</cellXfs><dxfs>{differences}</dxfs></styleSheet>'
    )


def parts(
    rows: str, *, before: str = "", after: str = "", style: str = "", shared: str = "", state: str = "", book: str = ""
) -> dict[str, str]:
    """The parts of a workbook of one sheet, A: what is in its rows, and what stands before and after them."""
    found = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": relations(("r1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}">{book}<sheets>'
        f'<sheet name="A" sheetId="1" r:id="r1"{state}/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relations(
            ("r1", "worksheet", "worksheets/sheet1.xml"),
            ("r2", "styles", "styles.xml"),
            ("r3", "sharedStrings", "sharedStrings.xml"),
        ),
        "xl/styles.xml": style or styles(),
        SHEET: f'<worksheet xmlns="{MAIN}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>',
    }
    if shared:
        found["xl/sharedStrings.xml"] = f'<sst xmlns="{MAIN}">{shared}</sst>'
    return found


def grids(data: bytes, name: str = "a.xlsx", **how: Any) -> list[Grid]:
    """The grids of a workbook."""
    return READERS[Path(name).suffix](data, name, InputFormat(**how), Texts(), "")


def grid(rows: str, **how: Any) -> Grid:
    """The one grid of a workbook of one sheet."""
    (found,) = grids(zipped(parts(rows, **how)))
    return found


def odd(found: Grid) -> dict[str, str]:
    """What is odd about the cells of a grid, by their addresses."""
    return {found.address(*at): each.what for at, each in sorted(found.odd.items())}


def formulas(found: Grid) -> list[str]:
    """The addresses of cells that hold a formula."""
    return [found.address(*at) for at in sorted(found.formulas)]


def keys(found: Grid) -> list[str]:
    """The keys of what is wrong with a grid as a whole."""
    return [problem.key for problem in found.problems]


Write = Callable[[Any, Any, int], object]


def _number(number: float, code: str = "") -> Write:
    return lambda book, sheet, row: sheet.write_number(
        row, 1, number, book.add_format({"num_format": code or "General"})
    )


def _text(text: str, code: str = "") -> Write:
    return lambda book, sheet, row: sheet.write_string(row, 1, text, book.add_format({"num_format": code or "General"}))


def _formula(formula: str, result: object, code: str = "") -> Write:
    return lambda book, sheet, row: sheet.write_formula(
        row, 1, formula, book.add_format({"num_format": code or "General"}), result
    )


def _condition(number: float, **said: Any) -> Write:
    def write(book: Any, sheet: Any, row: int) -> None:
        code = said.pop("code", "")
        form = {"format": book.add_format({"num_format": code})} if code else {}
        sheet.write_number(row, 1, number)
        sheet.conditional_format(row, 1, row, 1, {**said, **form})

    return write


ACCOUNTS: Final = '_(* #,##0.00_);_(* (#,##0.00);_(* "-"??_);_(@_)'
#: a cell of each kind: how it is written, what is odd about it, and whether it counts as a formula
ODD_CELLS: Final[Mapping[str, tuple[Write, str, bool]]] = {
    "a number": (_number(49.38), "", False),
    "rounded": (_number(49.384, "0.0"), "shown", False),
    "shown as it is": (_number(49.4, "0.00"), "", False),
    "per cent": (_number(0.95, "0.0%"), "per_cent", False),
    "scaled": (_number(12345, "0,"), "shown", False),
    "a fraction": (_number(3.25, "# ?/?"), "shown", False),
    "scientific": (_number(49.384, "0.00E+00"), "shown", False),
    "scientific as it is": (_number(49.3, "0.00E+00"), "", False),
    "hidden": (_number(5, ";;;"), "shown", False),
    "a hidden 0": (_number(0, "0.00;-0.00;;@"), "shown", False),
    "a dash for 0": (_number(0, ACCOUNTS), "", False),
    "an account": (_number(3.25, ACCOUNTS), "", False),
    "a minus hidden": (_number(-5, "0.00;0.00"), "shown", False),
    "on a condition": (_number(5.6, "[>5]0;0.00"), "shown", False),
    "a condition not met": (_number(3.25, "[>5]0;0.00"), "", False),
    "words": (_number(5, '"đạt"'), "shown", False),
    "a currency": (_number(49.384, "#,##0.00 [$₫-42A]"), "shown", False),
    "a date": (_number(45293, "dd/mm/yyyy"), "date", False),
    "a time": (_number(0.5, "hh:mm"), "date", False),
    "a duration": (_number(1.5, "[h]:mm"), "date", False),
    "a hidden text": (_text("có", ";;;"), "hidden_text", False),
    "a text": (_text("có", "0.00"), "", False),
    "a text like a number": (_text("95,5"), "text_number", False),
    "a formula": (_formula("=1+2", 3), "", True),
    "a formula of an error": (_formula("=1/0", "#DIV/0!"), "error", True),
    "a formula in per cent": (_formula("=0.5+0.45", 0.95, "0%"), "per_cent", True),
    "a formula rounded": (_formula("=49+0.384", 49.384, "0.0"), "shown", True),
    "a formula of a date": (_formula("=45292+1", 45293, "dd/mm/yyyy"), "date", True),
    "a formula of a hidden text": (_formula('="c"&"ó"', "có", ";;;"), "hidden_text", True),
    "an array": (lambda _, sheet, row: sheet.write_array_formula(row, 1, row + 1, 1, "{=C1:C2*2}", None, 10), "", True),
    "an array's second cell": (_number(12), "", True),
}
#: of which the old format, as LibreOffice writes it, keeps nothing
CONDITIONS: Final[Mapping[str, tuple[Write, str, bool]]] = {
    "rounded on a condition": (
        _condition(7.25, type="cell", criteria=">", value=5, code="0"),
        "shown_conditionally",
        False,
    ),
    "as it is on a condition": (_condition(7.25, type="cell", criteria=">", value=5, code="0.00"), "", False),
    "a bar alone": (_condition(7.5, type="data_bar", bar_only=True, data_bar_2010=True), "shown_conditionally", False),
}


def write_odd_book(path: Path) -> None:
    """A workbook with a row for each kind of odd cell, and what else may be hidden or merged on its right."""
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet("A")
        for row, (label, (write, _, _)) in enumerate({**ODD_CELLS, **CONDITIONS}.items()):
            sheet.write_string(row, 0, label)
            write(book, sheet, row)
        sheet.write_column(0, 2, [5, 6])
        sheet.merge_range("D1:E2", "m")
        sheet.write_string(0, 6, "a\u200bb")
        sheet.write_string(3, 5, "x")
        sheet.set_row(3, None, None, {"hidden": True})
        sheet.set_column(5, 5, None, None, {"hidden": True})
