"""One description of a sheet, written in three formats byte by byte, so that each says the same in its own way."""

from __future__ import annotations

import datetime
import struct
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Final
from xml.sax.saxutils import escape

import attrs

from tests.reading.grids.books import parts, styles, zipped
from tests.reading.grids.test_ods import CELL_STYLE, DATA, FORMATS, NUMBER, package

ERRORS: Final = {"#DIV/0!": 7, "#REF!": 23, "#N/A": 42}
DATE, TIME, HIDDEN, ROUNDED, PER_CENT, NO_ZERO = "dd/mm/yyyy", "hh:mm", ";;;", "0.0", "0.0%", "0.00;-0.00;;@"
_MAPPED: Final = "".join(
    f'<style:map style:condition="value(){sign}0" style:apply-style-name="P"/>' for sign in ("&gt;", "&lt;")
)
#: what stands for a format's code in the open format: a data style of the name N
ODS_FORMATS: Final = {
    ROUNDED: FORMATS["one decimal"][0],
    PER_CENT: FORMATS["per cent"][0],
    DATE: FORMATS["a date"][0],
    TIME: '<number:time-style style:name="N"><number:hours/></number:time-style>',
    HIDDEN: '<number:text-style style:name="N"/>',
    NO_ZERO: f'<number:number-style style:name="P" style:volatile="true">{NUMBER.format(2)}</number:number-style>'
    f'<number:number-style style:name="N">{_MAPPED}</number:number-style>',
}


@attrs.frozen
class Cell:
    """A cell.

    Attributes:
        value: What it holds; None for a formula that holds no result, one of `ERRORS` for an error.
        code: The code of its format; at most one cell of a sheet has any.
        formula: Whether a formula computes it.
    """

    value: float | str | bool | None
    code: str = ""
    formula: bool = False


Row = Sequence[Cell | float | str]


@attrs.frozen
class Sheet:
    """A sheet; what is said of its rows and columns is said of the second row, and of the third column or beside it.

    Attributes:
        rows: Its cells.
        hidden_row: Whether nobody sees its second row.
        hidden_column: Whether nobody sees its third column.
        hidden: Whether nobody sees the sheet.
        merged: Whether B2:C2 are one.
        array: Whether B2:C2 are computed by one formula, which stands in B2.
        condition: Whether C2 is shown without decimals on a condition.
        no_zeros: Whether the sheet shows no 0.
    """

    rows: Sequence[Row]
    hidden_row: bool = False
    hidden_column: bool = False
    hidden: bool = False
    merged: bool = False
    array: bool = False
    condition: bool = False
    no_zeros: bool = False

    def cells(self) -> Iterator[tuple[int, int, Cell]]:
        """All cells with their rows and columns, from 0."""
        for row, line in enumerate(self.rows):
            for column, cell in enumerate(line):
                yield row, column, cell if isinstance(cell, Cell) else Cell(cell)

    def code(self) -> str:
        """The one format."""
        (code,) = {cell.code for _, _, cell in self.cells() if cell.code} or {""}
        return code


def xlsx(sheet: Sheet) -> bytes:
    """As Excel's own format."""
    rows = [""] * len(sheet.rows)
    for row, column, cell in sheet.cells():
        kind, shown = _xlsx_value(cell.value)
        said = ' t="array" ref="B2:C2"' if sheet.array and (row, column) == (1, 1) else ""
        formula = f"<f{said}>1</f>" if cell.formula or said else ""
        style = ' s="1"' if cell.code else ""
        rows[row] += f'<c r="{"ABCDEFGH"[column]}{row + 1}"{style}{kind}>{formula}{shown}</c>'
    hidden = ' hidden="1"'
    body = "".join(
        f'<row r="{number}"{hidden * (sheet.hidden_row and number == 2)}>{row}</row>'
        for number, row in enumerate(rows, 1)
    )
    before = '<sheetViews><sheetView showZeros="0" workbookViewId="0"/></sheetViews>' * sheet.no_zeros
    before += '<cols><col min="3" max="3" hidden="1"/></cols>' * sheet.hidden_column
    after = '<mergeCells><mergeCell ref="B2:C2"/></mergeCells>' * sheet.merged
    after += '<conditionalFormatting sqref="C2"><cfRule dxfId="0"/></conditionalFormatting>' * sheet.condition
    style = styles(*filter(None, [sheet.code()]), differences='<dxf><numFmt numFmtId="170" formatCode="0"/></dxf>')
    return zipped(parts(body, before=before, after=after, style=style, state=' state="hidden"' * sheet.hidden))


def _xlsx_value(value: float | str | bool | None) -> tuple[str, str]:
    if value is None:
        return "", ""
    if isinstance(value, bool):
        return ' t="b"', f"<v>{int(value)}</v>"
    if isinstance(value, str):
        return (' t="e"' if value in ERRORS else ' t="str"'), f"<v>{escape(value)}</v>"
    return "", f"<v>{value!r}</v>"


def ods(sheet: Sheet) -> bytes:
    """As the open format."""
    rows = [""] * len(sheet.rows)
    for row, column, cell in sheet.cells():
        said = ' table:style-name="c"' if cell.code or (sheet.condition and (row, column) == (1, 2)) else ""
        if sheet.array and (row, column) == (1, 1):
            said += ' table:formula="of:=1"'
            said += ' table:number-matrix-columns-spanned="2" table:number-matrix-rows-spanned="1"'
        elif cell.formula:
            said += ' table:formula="of:=1"'
        said += ' table:number-columns-spanned="2"' * (sheet.merged and (row, column) == (1, 1))
        kind, shown = _ods_value(cell)
        rows[row] += f"<table:table-cell{said}{kind}>{shown}</table:table-cell>"
    seen = ' table:visibility="collapse"'
    body = f'<table:table-column table:number-columns-repeated="2"/><table:table-column{seen * sheet.hidden_column}/>'
    body += '<table:table-column table:number-columns-repeated="5"/>'
    for number, line in enumerate(rows):
        body += f"<table:table-row{seen * (sheet.hidden_row and number == 1)}>{line}</table:table-row>"
    style = ODS_FORMATS.get(sheet.code(), "") + CELL_STYLE.format("c", DATA * bool(sheet.code()))
    if sheet.condition:
        plain = FORMATS["one decimal"][0] + CELL_STYLE.format("d", DATA)
        style = f'{plain}<style:style style:name="c" style:family="table-cell">'
        style += '<style:map style:condition="cell-content()&gt;1" style:apply-style-name="d"/></style:style>'
    style += '<style:style style:name="h" style:family="table"><style:table-properties table:display="false"/>'
    style += "</style:style>"
    zeros = '<config:config-item config:name="ShowZeroValues" config:type="boolean">false</config:config-item>'
    settings = f'<config:config-item-set config:name="x">{zeros}</config:config-item-set>' * sheet.no_zeros
    said = ' table:style-name="h"' * sheet.hidden
    return zipped(package(body, automatic=style, settings=settings, said=said))


def _ods_value(cell: Cell) -> tuple[str, str]:
    value = cell.value
    kind = "percentage" if cell.code == PER_CENT else "float"
    if value is None:
        return "", ""
    if isinstance(value, bool):
        return f' office:value-type="boolean" office:boolean-value="{str(value).lower()}"', ""
    if isinstance(value, str):
        error = ' calcext:value-type="error"' if value in ERRORS else ""
        return f' office:value-type="string"{error}', f"<text:p>{escape(value)}</text:p>"
    if cell.code == DATE:
        day = datetime.date(1899, 12, 30) + datetime.timedelta(value)
        return f' office:value-type="date" office:date-value="{day}"', ""
    if cell.code == TIME:
        return f' office:value-type="time" office:time-value="PT{round(value * 1440)}M"', "<text:p>12:00</text:p>"
    return f' office:value-type="{kind}" office:value="{value!r}"', ""


def xls(sheet: Sheet) -> bytes:
    """As Excel's old format: records in a stream, in a compound file ([MS-XLS], [MS-CFB])."""
    first = _record(0x809, struct.pack("<8H", 0x600, 5, 0, 0, 0, 0, 0, 0)) + _record(0x42, struct.pack("<H", 1200))
    if code := sheet.code():
        first += _record(0x41E, struct.pack("<H", 164) + _long(code))
    first += b"".join(_record(0xE0, struct.pack("<HH", 0, number) + bytes(16)) for number in (0, 164))
    bound = struct.pack("<BB", sheet.hidden, 0) + b"\x01\x00A"
    at = len(first) + 4 + 4 + len(bound) + 4
    stream = first + _record(0x85, struct.pack("<I", at) + bound) + _record(0x0A)
    return _compound(stream + b"".join(_xls_records(sheet)) + _record(0x0A))


def _xls_records(sheet: Sheet) -> Iterator[bytes]:
    yield _record(0x809, struct.pack("<8H", 0x600, 0x10, 0, 0, 0, 0, 0, 0))
    if sheet.hidden_column:
        yield _record(0x7D, struct.pack("<6H", 2, 2, 2000, 0, 1, 0))
    yield _record(0x200, struct.pack("<IIHHH", 0, len(sheet.rows), 0, max(map(len, sheet.rows)), 0))
    for number, line in enumerate(sheet.rows):
        hidden = 0x20 * (sheet.hidden_row and number == 1)
        yield _record(0x208, struct.pack("<8H", number, 0, len(line), 255, 0, 0, hidden, 0))
    for row, column, cell in sheet.cells():
        at = struct.pack("<3H", row, column, bool(cell.code))
        if cell.formula or (sheet.array and (row, column) == (1, 1)):
            yield from _xls_formula(at, cell.value)
        elif isinstance(cell.value, bool):
            yield _record(0x205, at + struct.pack("<BB", cell.value, 0))
        elif isinstance(cell.value, str):
            is_error = cell.value in ERRORS
            yield (
                _record(0x205, at + struct.pack("<BB", ERRORS[cell.value], 1))
                if is_error
                else _record(0x204, at + _long(cell.value))
            )
        elif cell.value is not None:
            yield _record(0x203, at + struct.pack("<d", cell.value))
        if sheet.array and (row, column) == (1, 1):
            yield _record(0x221, struct.pack("<HHBB", 1, 1, 1, 2) + bytes(6) + struct.pack("<H", 3) + b"\x1e\x01\x00")
    yield _record(0x23E, struct.pack("<9H", 0x6B6 & ~(0x10 * sheet.no_zeros), 0, 0, 0, 0, 0, 0, 0, 0))
    if sheet.merged:
        yield _record(0xE5, struct.pack("<5H", 1, 1, 1, 1, 2))
    if sheet.condition:
        yield _record(0x1B0, bytes(12) + struct.pack("<5H", 1, 1, 1, 2, 2))
        yield _record(0x1B1, bytes(6) + struct.pack("<IH", 1 << 25, 1) + struct.pack("<HHB", 6, 1, 0) + b"0")


def _xls_formula(at: bytes, value: float | str | bool | None) -> Iterator[bytes]:
    """A formula with its result: a number, or what a word of 0xFFFF says it is."""
    text = b""
    if isinstance(value, bool):
        result = bytes([1, 0, value, 0, 0, 0, 0xFF, 0xFF])
    elif value is None:
        result = bytes([3, 0, 0, 0, 0, 0, 0xFF, 0xFF])
    elif isinstance(value, str) and value in ERRORS:
        result = bytes([2, 0, ERRORS[value], 0, 0, 0, 0xFF, 0xFF])
    elif isinstance(value, str):
        result, text = bytes([0, 0, 0, 0, 0, 0, 0xFF, 0xFF]), _record(0x207, _long(value))
    else:
        result = struct.pack("<d", value)
    yield _record(0x06, at + result + struct.pack("<HIH", 0, 0, 3) + b"\x1e\x01\x00") + text


def _record(kind: int, said: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(said)) + said


def _long(text: str) -> bytes:
    return struct.pack("<HB", len(text), 1) + text.encode("utf-16-le")


def _compound(stream: bytes) -> bytes:
    """A compound file of one stream, which is padded until it lies in whole sectors."""
    stream = stream.ljust(4096, b"\0")
    sectors = -(-len(stream) // 512)
    free, end, own, none = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD, 0xFFFFFFFF
    chain = [own, end, *range(3, 2 + sectors), end]
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    head += struct.pack("<5H6x", 0x3E, 3, 0xFFFE, 9, 6) + struct.pack("<9I", 0, 1, 1, 0, 4096, end, 0, end, 0)
    head += struct.pack("<109I", 0, *[free] * 108)
    entries = b"".join(
        name.encode("utf-16-le").ljust(64, b"\0")
        + struct.pack("<HBB3I", 2 * len(name) + 2, kind, 1, none, none, child)
        + bytes(36)
        + struct.pack("<IQ", start, size)
        for name, kind, child, start, size in (
            ("Root Entry", 5, 1, end, 0),
            ("Workbook", 2, none, 2, len(stream)),
        )
    )
    table = struct.pack(f"<{len(chain)}I", *chain).ljust(512, b"\xff")
    return head + table + entries.ljust(512, b"\0") + stream.ljust(512 * sectors, b"\0")


WRITERS: Final[Mapping[str, Callable[[Sheet], bytes]]] = {"xlsx": xlsx, "xls": xls, "ods": ods}
