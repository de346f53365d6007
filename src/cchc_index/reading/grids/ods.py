"""Workbooks in the open format (.ods): one walk through the content, where rows and cells are written once for many.

Source:
    OASIS Open Document Format 1.3, part 3, chapters 9 (tables) and 19.385 (types of values).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final
from xml.parsers import expat

import attrs

from cchc_index.reading.declared import InputFormat
from cchc_index.reading.grids.cells import Grid, Lexicon, Texts
from cchc_index.reading.grids.number_formats import NumberFormat
from cchc_index.reading.grids.ods_styles import OdsStyles
from cchc_index.reading.grids.package import DEEPEST_PART, Package, PackageFault, feed
from cchc_index.reading.grids.sheet_cells import MOST_NAMED, Area, SheetCells, address

_NAMESPACE: Final = re.compile(r"urn:(?:[^}]*:)?xmlns:([a-z]+)(?::[0-9.]+)?\}(.*)", re.DOTALL)
_PREFIXES: Final[Mapping[str, str]] = {"datastyle": "number", "drawing": "draw"}
_LAST: Final = (1 << 20, 1 << 14)  #: rows and columns of a sheet
_COMPUTED: Final = 15  #: digits of a computed number: LibreOffice writes so many, and no zeros at the end
_BLANKS: Final = re.compile(r"[ \t\r\n]+")
_AREA: Final = re.compile(
    r"\.(\$?[A-Z]{1,3}\$?[0-9]+)(?::(?:'(?:[^']|'')*'|[^'\s:.]*)?\.?(\$?[A-Z]{1,3}\$?[0-9]+))?(?=\s|$)"
)
_OUTSIDE: Final = frozenset({"table:table-source", "table:cell-range-source", "table:dde-link"})
_CELLS: Final = frozenset({"table:table-cell", "table:covered-table-cell"})
_WITHIN_TEXT: Final = frozenset({"text:span", "text:a", "text:ruby", "text:ruby-base", "text:meta"})
_MARKS: Final = {"text:tab": "\t", "text:line-break": "\n"}


def read(data: bytes, name: str, declared: InputFormat, texts: Texts, sha256: str) -> list[Grid]:
    """The visible sheets that hold something; what keeps the whole file from being read is the problem of one grid.

    Args:
        data: The file's bytes.
        name: The file as the user named it.
        declared: How it is to be read.
        texts: The list that its texts go to.
        sha256: SHA-256 of its bytes.
    """
    try:
        package = Package(data, ".ods")
        if b"encryption-data" in package.read("META-INF/manifest.xml"):
            raise PackageFault("workbook.encrypted")
        if any(part.lower().startswith(("basic/", "scripts/")) and not part.endswith("/") for part in package.names):
            raise PackageFault("workbook.macros")
        if "content.xml" not in package:
            raise PackageFault("workbook.kind", wanted=".ods")
        walk = _Walk(name, texts.lexicon(declared))
        for part in ("styles.xml", "settings.xml", "content.xml"):
            if part in package:
                walk.read(package, part)
        return [sheet.grid(sha256) for sheet in walk.sheets]
    except PackageFault as fault:
        return [Grid.unreadable(name, declared, [fault.problem(name)], sha256)]


class _Names(dict[str, str]):
    """Names of elements and attributes with the usual prefixes, whatever a file's own prefixes are."""

    def __missing__(self, name: str) -> str:
        found = _NAMESPACE.fullmatch(name)
        plain = f"{_PREFIXES.get(found[1], found[1])}:{found[2]}" if found else name
        self[name] = plain
        return plain


@attrs.frozen
class _Cell:
    """A cell as it is written: where it stands in its row, how often, what is said of it, and its text."""

    column: int
    many: int
    said: Mapping[str, str]
    text: str | None


class _Walk:
    """Walks through the parts of an .ods file."""

    def __init__(self, file: str, lexicon: Lexicon) -> None:
        self.file = file
        self.lexicon = lexicon
        self.styles = OdsStyles()
        self.sheets: list[SheetCells] = []
        self.names = _Names()
        self.path: list[str] = []
        self.zeros_hidden: set[str] = set()
        self.setting: list[str] = []
        self.sheet: SheetCells | None = None
        self.is_hidden = False
        self.row = self.column = 0
        self.rows = 1
        self.row_said: Mapping[str, str] = {}
        self.groups: list[bool] = []
        self.columns: list[tuple[int, int, str]] = []
        self.cells: list[_Cell] = []
        self.said: Mapping[str, str] | None = None
        self.text: str | None = None
        self.writing = False
        self.skipped = 0
        self.areas: list[Area] = []
        self.known: set[str] = set()

    def read(self, package: Package, part: str) -> None:
        """Walk through a part."""
        parser = expat.ParserCreate(None, "}")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._data
        self.path.clear()
        feed(parser, package.pieces(part))

    def _start(self, spelt: str, attributes: dict[str, str]) -> None:
        name = self.names[spelt]
        said = {self.names[key]: value for key, value in attributes.items()}
        self.path.append(name)
        if len(self.path) > DEEPEST_PART:
            raise PackageFault("workbook.damaged", fault=f"more than {DEEPEST_PART} levels")
        if self.skipped:
            self.skipped += 1
        elif self.said is not None:
            self._start_in_cell(name, said)
        elif name in _OUTSIDE:
            raise PackageFault("workbook.external", part=name)
        elif name == "table:table":
            if self.path[:-1] != ["office:document-content", "office:body", "office:spreadsheet"]:
                self.skipped = 1
            else:
                self._start_sheet(said)
        elif self.sheet is not None:
            self._start_in_sheet(self.sheet, name, said)
        elif name.startswith("config:"):
            self.setting = [*self.setting[: len(self.path)], *[""] * (len(self.path) - len(self.setting))]
            self.setting[-1] = said.get("config:name", "")
        else:
            self.styles.start(name, said)

    def _start_sheet(self, said: Mapping[str, str]) -> None:
        name = said.get("table:name", "")
        if name in self.known:
            raise PackageFault("workbook.damaged", fault=f"{name}, {name}")
        self.known.add(name)
        self.sheet = SheetCells(self.file, name, self.lexicon)
        self.sheet.zeros_hidden = bool(self.zeros_hidden & {"", name})
        self.is_hidden = said.get("table:style-name", "") in self.styles.hidden_tables
        self.row = self.column = 0
        self.columns, self.groups = [], []

    def _start_in_sheet(self, sheet: SheetCells, name: str, said: Mapping[str, str]) -> None:
        if name in _CELLS:
            if "table:table-row" not in self.path[-2:-1]:
                raise PackageFault("workbook.damaged", fault=name)
            self.said, self.text = said, None
        elif name == "table:table-row":
            self.rows = _times(said, "table:number-rows-repeated", _LAST[0])
            self.row_said, self.column, self.cells = said, 0, []
        elif name == "table:table-column":
            many = _times(said, "table:number-columns-repeated", _LAST[1])
            last = self.column + many - 1
            self.columns.append((self.column, last, said.get("table:default-cell-style-name", "")))
            if self._is_unseen(said, "table-column"):
                sheet.hidden_columns.append((self.column, last))
            self.column += many
        elif name in ("table:table-row-group", "table:table-column-group"):
            self.groups.append(said.get("table:display") == "false")
        elif name == "calcext:conditional-format":
            self.areas = _areas(said.get("calcext:target-range-address", ""))
        elif name == "calcext:condition":
            self._condition(sheet, self.styles.format_of(said.get("calcext:apply-style-name", "")))
        elif name in ("calcext:data-bar", "calcext:icon-set") and said.get("calcext:show-value") == "false":
            for area in self.areas:
                sheet.conditional(area, None)
        elif name in ("table:shapes", "office:forms", "table:named-expressions"):
            self.skipped = 1

    def _condition(self, sheet: SheetCells, shown: NumberFormat | None) -> None:
        for area in self.areas if shown is not None else ():
            sheet.conditional(area, shown)

    def _is_unseen(self, said: Mapping[str, str], family: str) -> bool:
        hidden = said.get("table:visibility", "visible") != "visible" or any(self.groups)
        return hidden or (family, said.get("table:style-name", "")) in self.styles.without_size

    def _start_in_cell(self, name: str, said: Mapping[str, str]) -> None:
        if name == "text:p" and not self.writing:
            self.text = "" if self.text is None else f"{self.text}\n"
            self.writing = True
        elif self.writing and name == "text:s":
            self._write(" " * _times(said, "text:c", 1000))
        elif self.writing and name in _MARKS:
            self._write(_MARKS[name])
        elif not (self.writing and name in _WITHIN_TEXT):
            self.skipped = 1

    def _write(self, text: str) -> None:
        self.text = (self.text or "") + text

    def _data(self, text: str) -> None:
        if self.skipped:
            return
        if self.writing:
            self._write(_BLANKS.sub(" ", text))
        elif self.sheet is None:
            is_setting = self.path[-1:] == ["config:config-item"] and self.setting[-1:] == ["ShowZeroValues"]
            if is_setting and text.strip() == "false":
                self.zeros_hidden.add(self.setting[-2] if "Tables" in self.setting[:-2] else "")
            self.styles.data(text)

    def _end(self, _: str) -> None:
        name = self.path.pop()
        if self.skipped:
            self.skipped -= 1
        elif self.said is not None:
            if name == "text:p":
                self.writing = False
            elif name in _CELLS:
                many = _times(self.said, "table:number-columns-repeated", _LAST[1])
                self.cells.append(_Cell(self.column, many, self.said, self.text))
                self.column += many
                self.said = None
        elif self.sheet is None:
            self.styles.end(name)
        elif name == "table:table-row":
            self._end_row(self.sheet)
        elif name in ("table:table-row-group", "table:table-column-group"):
            self.groups.pop()
        elif name == "table:table":
            self._end_sheet(self.sheet)

    def _end_sheet(self, sheet: SheetCells) -> None:
        self.sheet = None
        if not sheet.is_empty:
            if self.is_hidden:
                raise PackageFault("workbook.hidden_sheet", sheet=sheet.name)
            self.sheets.append(sheet)

    def _end_row(self, sheet: SheetCells) -> None:
        hidden = self._is_unseen(self.row_said, "table-row")
        for cell in self.cells:
            self._cell(sheet, cell, hidden)
        self.row += self.rows

    def _cell(self, sheet: SheetCells, cell: _Cell, hidden: bool) -> None:
        said = cell.said
        wide, high = _span(said, "table:number-columns-spanned"), _span(said, "table:number-rows-spanned")
        area = Area(self.row, cell.column, self.row + high - 1, cell.column + wide - 1)
        if not area.is_cell:
            sheet.merged.append(area)
        if "table:number-matrix-columns-spanned" in said or "table:number-matrix-rows-spanned" in said:
            down, right = _span(said, "table:number-matrix-rows-spanned"), _span(said, _MATRIX_COLUMNS)
            sheet.computed.append(Area(self.row, cell.column, self.row + down - 1, cell.column + right - 1))
        kind = said.get("office:value-type", said.get("calcext:value-type", ""))
        if not kind and not (cell.text or "").strip() and "table:formula" not in said:
            return
        if self.rows * cell.many > MOST_NAMED:
            raise PackageFault("workbook.far", cell=address(self.row + self.rows - 1, cell.column + cell.many - 1))
        for row in range(self.row, self.row + self.rows):
            if hidden:
                sheet.hidden_rows.add(row)
            for column in range(cell.column, cell.column + cell.many):
                self._hold(sheet, row, column, kind, cell)

    def _hold(self, sheet: SheetCells, row: int, column: int, kind: str, cell: _Cell) -> None:
        """Take what a cell holds at one of its places."""
        said, text = cell.said, cell.text or ""
        if "table:formula" in said:
            sheet.formula(row, column)
        style = said.get("table:style-name") or self.row_said.get("table:default-cell-style-name", "")
        style = style or next((each for first, last, each in self.columns if first <= column <= last), "")
        style = style or "Default"
        shown = self.styles.format_of(style)
        for other in self.styles.formats_under_conditions(style):
            sheet.conditional(Area(row, column, row, column), other)
        value = said.get("office:value", "").strip()
        failed = "table:formula" in said and text.startswith(("#", "Err:"))
        if said.get("calcext:value-type") == "error" or failed:
            sheet.other(row, column, "error", text or "#")
        elif kind == "float" and text.upper() in ("TRUE", "FALSE"):  # of a formula whose result is one
            sheet.other(row, column, "boolean", text.upper())
        elif kind in ("float", "currency", "percentage"):
            if not value:
                raise PackageFault("workbook.damaged", fault=f"cell {address(row, column)}")
            self._number(sheet, row, column, value, shown, kind)
        elif kind == "date":
            sheet.other(row, column, "date", said.get("office:date-value", text).replace("T", " "))
        elif kind == "time":
            sheet.other(row, column, "date", text or said.get("office:time-value", ""))
        elif kind == "boolean":
            sheet.other(row, column, "boolean", said.get("office:boolean-value", text).upper())
        elif kind in ("string", ""):
            stored = said.get("office:string-value")
            if stored is not None and cell.text is not None and stored.split() != text.split():
                sheet.other(row, column, "hidden_text", stored)
            else:
                sheet.text(row, column, stored or text, shown)
        else:
            raise PackageFault("workbook.damaged", fault=f"{kind[:40]} in {address(row, column)}")

    @staticmethod
    def _number(sheet: SheetCells, row: int, column: int, value: str, shown: NumberFormat | None, kind: str) -> None:
        if kind == "percentage":
            sheet.odd_number(row, column, value, "per_cent")
        elif "." in value and len(value.lstrip("-0.").replace(".", "")) >= _COMPUTED:
            sheet.odd_number(row, column, value, "digits")
        else:
            sheet.number(row, column, value, shown)


_MATRIX_COLUMNS: Final = "table:number-matrix-columns-spanned"


def _times(said: Mapping[str, str], key: str, most: int) -> int:
    text = said.get(key, "1").strip()
    if not (text.isascii() and text.isdigit() and len(text) < 10 and 0 < int(text) <= most):
        raise PackageFault("workbook.damaged", fault=f"{key}: {text[:40]}")
    return int(text)


def _span(said: Mapping[str, str], key: str) -> int:
    return _times(said, key, _LAST[0])


def _areas(text: str) -> list[Area]:
    found = [f"{first}:{last or first}".replace("$", "") for first, last in _AREA.findall(text)]
    return [Area.read(each) for each in found]
