"""Workbooks in the old binary format (.xls): values by python-calamine, what is odd about them by the file's records.

Source:
    [MS-XLS], Excel Binary File Format: records 2.4, DXFN 2.5.92.
"""

from __future__ import annotations

import datetime
import io
import struct
from collections.abc import Iterator, Mapping
from typing import Any, Final

import attrs

from cchc_index.problems.errors import MissingExtraError
from cchc_index.reading.declared import InputFormat
from cchc_index.reading.grids.cells import MOST_CELLS, Grid, Lexicon, Texts
from cchc_index.reading.grids.number_formats import NumberFormat, format_of
from cchc_index.reading.grids.package import OLE, PackageFault
from cchc_index.reading.grids.sheet_cells import Area, SheetCells, address

_MOST_RECORDS: Final = 2_000_000  #: each takes a step here; 20,000 units of 100 leaves have as many cells
_BOF, _EOF, _FILEPASS, _BOUNDSHEET, _FORMAT, _XF, _SUPBOOK = 0x809, 0x0A, 0x2F, 0x85, 0x41E, 0xE0, 0x1AE
_FORMULA, _NUMBER, _RK, _MULRK, _BOOLERR, _LABEL, _LABELSST, _RSTRING = (
    0x06,
    0x203,
    0x27E,
    0xBD,
    0x205,
    0x204,
    0xFD,
    0xD6,
)
_ROW, _COLINFO, _DEFAULT_HEIGHT, _DEFAULT_WIDTH, _WINDOW, _MERGED = 0x208, 0x7D, 0x225, 0x55, 0x23E, 0xE5
_ARRAY, _TABLE, _CONDFMT, _CF, _CONDFMT12, _CF12 = 0x221, 0x236, 0x1B0, 0x1B1, 0x879, 0x87A
_CELLS: Final = frozenset({_FORMULA, _NUMBER, _RK, _MULRK, _BOOLERR, _LABEL, _LABELSST, _RSTRING})
_SELF, _ADD_IN = 0x0401, 0x3A01  #: kinds of linked workbooks that are no file: this one, and functions
_UNSEEN_ROW, _UNSEEN_COLUMN, _UNSEEN_ROWS, _ZEROS_SEEN, _HEIGHT = 0x20, 1, 2, 0x10, 0x7FFF
_NO_NUMBER, _IS_ERROR = b"\xff\xff", 2  #: of a formula's result
_ERRORS: Final = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}
_HAS_FORMAT, _OWN_FORMAT = 1 << 25, 1  #: of what a condition changes
_WIDE: Final = 1
_MACRO_SHEET: Final = 1
_DIMENSIONS: Final = 0x200
_LAST_COLUMN: Final = 255
_MOST_ROWS: Final = 1 << 16  #: the format's own


def read(data: bytes, name: str, declared: InputFormat, texts: Texts, sha256: str) -> list[Grid]:
    """The visible sheets that hold something; what keeps the whole file from being read is the problem of one grid.

    Args:
        data: The file's bytes.
        name: The file as the user named it.
        declared: How it is to be read.
        texts: The list that its texts go to.
        sha256: SHA-256 of its bytes.

    Raises:
        MissingExtraError: python-calamine or olefile is not installed (the extra `office`).
    """
    try:
        if not data.startswith(OLE):
            raise PackageFault("workbook.kind", wanted=".xls")
        try:
            facts = _read_records(_stream(data))
            return [sheet.grid(sha256) for sheet in _sheets(data, facts, name, texts.lexicon(declared))]
        except (struct.error, IndexError, ValueError, OverflowError) as error:
            raise PackageFault("workbook.damaged", fault=str(error)) from error
    except PackageFault as fault:
        return [Grid.unreadable(name, declared, [fault.problem(name)], sha256)]


@attrs.define
class _Facts:
    """What the records of a sheet say beside the values of its cells; rows and columns are counted from 0.

    Attributes:
        shown: How cells are shown that are not shown as they are.
        formulas: Cells that hold a formula.
        errors: The errors that cells show, by their number.
        repeated: The address of a cell that stands twice.
        rows: Rows that say of themselves whether they are seen.
        rows_hidden: Whether the others are not.
        hidden_rows: Rows that nobody sees.
        columns: Columns that say of themselves how wide they are, as first and last.
        columns_hidden: Whether the others have no width.
        hidden_columns: Columns that nobody sees, as first and last.
        merged: Areas that are merged.
        computed: Areas of which a formula computes every cell.
        conditional: Areas that are sometimes shown in another way.
        zeros_hidden: Whether the sheet shows no 0.
        last: The last row and column that hold a cell, each from 1.
    """

    shown: dict[tuple[int, int], NumberFormat] = attrs.field(factory=dict)
    cells: set[tuple[int, int]] = attrs.field(factory=set)
    formulas: set[tuple[int, int]] = attrs.field(factory=set)
    errors: dict[tuple[int, int], int] = attrs.field(factory=dict)
    repeated: str = ""
    rows: set[int] = attrs.field(factory=set)
    rows_hidden: bool = False
    hidden_rows: set[int] = attrs.field(factory=set)
    columns: list[tuple[int, int]] = attrs.field(factory=list)
    columns_hidden: bool = False
    hidden_columns: list[tuple[int, int]] = attrs.field(factory=list)
    merged: list[Area] = attrs.field(factory=list)
    computed: list[Area] = attrs.field(factory=list)
    conditional: list[tuple[Area, NumberFormat]] = attrs.field(factory=list)
    zeros_hidden: bool = False
    last: tuple[int, int] = (0, 0)


def _stream(data: bytes) -> bytes:
    try:
        import olefile
    except ImportError as error:
        raise MissingExtraError("office", "olefile") from error
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as package:
            names = {"/".join(path) for path in package.listdir()}
            if any(name.startswith("_VBA_PROJECT") for name in names):
                raise PackageFault("workbook.macros")
            if "EncryptedPackage" in names:
                raise PackageFault("workbook.encrypted")
            found = next((name for name in ("Workbook", "Book") if name in names), None)
            if found is None:
                raise PackageFault("workbook.kind", wanted=".xls")
            with package.openstream(found) as stream:
                content: bytes = stream.read()
            return content
    except PackageFault:
        raise
    except Exception as error:  # whatever damaged bytes can cause in the reader of compound files
        raise PackageFault("workbook.damaged", fault=str(error)) from error


def _records(stream: bytes, start: int = 0) -> Iterator[tuple[int, bytes]]:
    """The records of a substream, from where it begins to its end."""
    at, depth = start, 0
    for _ in range(_MOST_RECORDS):
        if at + 4 > len(stream):
            return
        kind, size = struct.unpack_from("<HH", stream, at)
        yield kind, stream[at + 4 : at + 4 + size]
        depth += (kind == _BOF) - (kind == _EOF)
        if depth <= 0:
            return
        at += 4 + size
    raise PackageFault("workbook.damaged", fault=f"more than {_MOST_RECORDS:,} records")


def _read_records(stream: bytes) -> dict[str, _Facts]:
    """The facts of each sheet, by the sheet's name."""
    sheets: list[tuple[str, int]] = []
    formats: dict[int, str] = {}
    styles: list[int] = []
    for kind, record in _records(stream):
        if kind == _FILEPASS:
            raise PackageFault("workbook.encrypted")
        if kind == _BOUNDSHEET:
            if record[5] == _MACRO_SHEET:
                raise PackageFault("workbook.macros")
            sheets.append((_text(record, 6, 1), struct.unpack_from("<I", record)[0]))
        elif kind == _FORMAT:
            formats[struct.unpack_from("<H", record)[0]] = _text(record, 2, 2)
        elif kind == _XF:
            styles.append(struct.unpack_from("<HH", record)[1])
        elif kind == _SUPBOOK and len(record) >= 4 and struct.unpack_from("<H", record, 2)[0] not in (_SELF, _ADD_IN):
            raise PackageFault("workbook.external", part="SUPBOOK")
    shown = {style: found for style, number in enumerate(styles) if (found := format_of(number, formats)) is not None}
    return {name: _RecordReader(shown, formats).read(_records(stream, start)) for name, start in sheets}


def _text(record: bytes, at: int, width: int) -> str:
    """A text with its length before it, of one byte or two, and a flag that says how wide its letters are."""
    length = int.from_bytes(record[at : at + width], "little")
    wide = record[at + width] & _WIDE
    start = at + width + 1
    return record[start : start + length * (wide + 1)].decode("utf-16-le" if wide else "latin-1")


class _RecordReader:
    """Reads the records of one sheet."""

    def __init__(self, shown: Mapping[int, NumberFormat], formats: Mapping[int, str]) -> None:
        self.shown = shown
        self.formats = formats
        self.facts = _Facts()
        self.areas: list[Area] = []

    def read(self, records: Iterator[tuple[int, bytes]]) -> _Facts:
        depth = 0
        for kind, record in records:
            depth += (kind == _BOF) - (kind == _EOF)
            if depth > 1:  # a chart within the sheet
                continue
            if kind in _CELLS:
                self._cell(kind, record)
            else:
                self._other(kind, record)
        facts = self.facts
        if facts.rows_hidden:
            facts.hidden_rows |= {row for row, _ in facts.cells} - facts.rows
        if facts.columns_hidden:
            own = {column for first, last in facts.columns for column in range(first, last + 1)}
            facts.hidden_columns += [(each, each) for each in range(_LAST_COLUMN + 1) if each not in own]
        if facts.last[0] * facts.last[1] > MOST_CELLS:
            raise PackageFault("workbook.far", cell=address(facts.last[0] - 1, facts.last[1] - 1))
        return facts

    def _cell(self, kind: int, record: bytes) -> None:
        row, column, style = struct.unpack_from("<3H", record)
        many = (len(record) - 6) // 6 if kind == _MULRK else 1
        for number in range(many):
            if kind == _MULRK:
                style = struct.unpack_from("<H", record, 4 + 6 * number)[0]
            self._place(row, column + number, style)
        if kind == _FORMULA:
            self.facts.formulas.add((row, column))
            if record[12:14] == _NO_NUMBER and record[6] == _IS_ERROR:
                self.facts.errors[row, column] = record[8]
        elif kind == _BOOLERR and record[7]:
            self.facts.errors[row, column] = record[6]

    def _place(self, row: int, column: int, style: int) -> None:
        facts, at = self.facts, (row, column)
        if at in facts.cells:
            facts.repeated = address(row, column)
        facts.cells.add(at)
        facts.last = (max(facts.last[0], row + 1), max(facts.last[1], column + 1))
        if (shown := self.shown.get(style)) is not None:
            facts.shown[at] = shown

    def _other(self, kind: int, record: bytes) -> None:
        facts = self.facts
        if kind == _ROW:
            row, _, _, height = struct.unpack_from("<4H", record)
            facts.rows.add(row)
            if struct.unpack_from("<H", record, 12)[0] & _UNSEEN_ROW or not height & _HEIGHT:
                facts.hidden_rows.add(row)
        elif kind == _COLINFO:
            first, last, width, _, flags = struct.unpack_from("<5H", record)
            facts.columns.append((first, last))
            if flags & _UNSEEN_COLUMN or not width:
                facts.hidden_columns.append((first, last))
        elif kind == _DEFAULT_HEIGHT:
            facts.rows_hidden = bool(struct.unpack_from("<H", record)[0] & _UNSEEN_ROWS)
        elif kind == _DEFAULT_WIDTH:
            facts.columns_hidden = not struct.unpack_from("<H", record)[0]
        elif kind == _WINDOW:
            facts.zeros_hidden = not struct.unpack_from("<H", record)[0] & _ZEROS_SEEN
        elif kind == _DIMENSIONS:  # the other library takes as much memory as is stated here
            top, rows, left, columns = struct.unpack_from("<IIHH", record)
            if not (top <= rows <= _MOST_ROWS and left <= columns <= _LAST_COLUMN + 1):
                raise PackageFault("workbook.damaged", fault=f"{rows:,} x {columns:,}")
        elif kind == _MERGED:
            facts.merged += _areas(record, 0)
        elif kind in (_ARRAY, _TABLE):
            top, bottom, left, right = struct.unpack_from("<HHBB", record)
            facts.computed.append(Area(top, left, bottom, right))
        elif kind in (_CONDFMT, _CONDFMT12):
            self.areas = _areas(record, 24 if kind == _CONDFMT12 else 12)
        elif kind in (_CF, _CF12):
            self._condition(record, 22 if kind == _CF12 else 6)

    def _condition(self, record: bytes, at: int) -> None:
        """What a condition changes, if that is how numbers are shown."""
        if len(record) < at + 6:
            return
        flags, more = struct.unpack_from("<IH", record, at)
        if not flags & _HAS_FORMAT:
            return
        if more & _OWN_FORMAT:
            shown = format_of(0, {0: _text(record, at + 8, 2)})
        else:
            shown = format_of(record[at + 7], self.formats)
        if shown is not None:
            self.facts.conditional += [(area, shown) for area in self.areas]


def _areas(record: bytes, at: int) -> list[Area]:
    """Areas with their number before them."""
    many = struct.unpack_from("<H", record, at)[0]
    corners = [struct.unpack_from("<4H", record, at + 2 + 8 * number) for number in range(many)]
    return [Area(top, left, bottom, right) for top, bottom, left, right in corners]


def _sheets(data: bytes, facts: Mapping[str, _Facts], file: str, lexicon: Lexicon) -> list[SheetCells]:
    try:
        import python_calamine
    except ImportError as error:
        raise MissingExtraError("office", "python-calamine") from error
    found: list[SheetCells] = []
    try:
        with python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            for place, meta in enumerate(book.sheets_metadata):
                if meta.typ != python_calamine.SheetTypeEnum.WorkSheet:
                    continue
                values = book.get_sheet_by_index(place).to_python(skip_empty_area=False)
                if meta.name not in facts:  # it would be read without what its records say of it
                    raise PackageFault("workbook.damaged", fault=meta.name)
                cells = _cells(SheetCells(file, meta.name, lexicon), values, facts[meta.name])
                if cells.is_empty:
                    continue
                if meta.visible != python_calamine.SheetVisibleEnum.Visible:
                    raise PackageFault("workbook.hidden_sheet", sheet=meta.name)
                found.append(cells)
    except PackageFault:
        raise
    except BaseException as error:  # a panic in the other library is no Exception
        if isinstance(error, KeyboardInterrupt | SystemExit | MemoryError):
            raise
        raise PackageFault("workbook.damaged", fault=str(error)) from error
    return found


def _cells(cells: SheetCells, values: list[list[Any]], facts: _Facts) -> SheetCells:
    """The values of a sheet, each with what its records say of it."""
    cells.hidden_rows, cells.hidden_columns = facts.hidden_rows, facts.hidden_columns
    cells.merged, cells.computed = facts.merged, facts.computed
    cells.zeros_hidden, cells.repeated = facts.zeros_hidden, facts.repeated
    for area, shown in facts.conditional:
        cells.conditional(area, shown)
    for row, column in facts.formulas:
        cells.formula(row, column)
    for row, line in enumerate(values):
        for column, value in enumerate(line):
            at = (row, column)
            if at in facts.errors:
                cells.other(row, column, "error", _ERRORS.get(facts.errors[at], "#"))
            elif value == "":
                continue
            elif isinstance(value, str):
                cells.text(row, column, value, facts.shown.get(at))
            elif isinstance(value, bool):
                cells.other(row, column, "boolean", "TRUE" if value else "FALSE")
            elif isinstance(value, datetime.date | datetime.time | datetime.timedelta):
                cells.other(row, column, "date", str(value))
            else:
                cells.number(row, column, repr(value), facts.shown.get(at))
    return cells
