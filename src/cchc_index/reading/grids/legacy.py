"""What the records of an .xls file say before any cell is read: the same facts that the parts of an .xlsx file say.

Source:
    [MS-XLS], Excel Binary File Format: BOUNDSHEET8 2.4.28, FORMAT 2.4.126, XF 2.4.353, SUPBOOK 2.4.271, ROW 2.4.221,
    COLINFO 2.4.53, FORMULA 2.4.127, NUMBER 2.4.180, RK 2.4.220, MULRK 2.4.175, BOOLERR 2.4.24, FILEPASS 2.4.117.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Iterator, Mapping
from typing import Final

from cchc_index.problems.errors import MissingExtraError
from cchc_index.reading.grids.cells import MOST_CELLS, column_letters
from cchc_index.reading.grids.number_formats import styles_shown
from cchc_index.reading.grids.package import PackageFault
from cchc_index.reading.grids.sheet_facts import SheetFacts, note

_MOST_RECORDS: Final = 2_000_000
_BOF, _EOF, _FILEPASS, _BOUNDSHEET, _FORMAT, _XF, _SUPBOOK = 0x809, 0x0A, 0x2F, 0x85, 0x41E, 0xE0, 0x1AE
_FORMULA, _NUMBER, _RK, _MULRK, _BOOLERR, _ROW, _COLINFO = 0x06, 0x203, 0x27E, 0xBD, 0x205, 0x208, 0x7D
_LABEL, _LABELSST, _RSTRING, _BLANK = 0x204, 0xFD, 0xD6, 0x201
_CELLS: Final = frozenset({_FORMULA, _NUMBER, _RK, _MULRK, _BOOLERR, _LABEL, _LABELSST, _RSTRING})
_SELF, _ADD_IN = 0x0401, 0x3A01  #: kinds of linked workbooks that are no file: this one, and functions
_HIDDEN_ROW, _HIDDEN_COLUMN, _WIDE = 0x20, 1, 1


def xls_facts(data: bytes) -> dict[str, SheetFacts]:
    """The facts of each sheet of an .xls file, by the sheet's name.

    Raises:
        PackageFault: The file is damaged, encrypted, holds macros, or links to another file.
        MissingExtraError: olefile is not installed (the extra `office`).
    """
    try:
        return _facts(_stream(data))
    except PackageFault:
        raise
    except (struct.error, IndexError, ValueError, OverflowError) as error:
        raise PackageFault("workbook.damaged", fault=str(error)) from error


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


def _facts(stream: bytes) -> dict[str, SheetFacts]:
    sheets: list[tuple[str, int]] = []
    formats: dict[int, str] = {}
    styles: list[int] = []
    for kind, record in _records(stream):
        if kind == _FILEPASS:
            raise PackageFault("workbook.encrypted")
        if kind == _BOUNDSHEET:
            sheets.append((_text(record, 6, 1), struct.unpack_from("<I", record)[0]))
        elif kind == _FORMAT:
            formats[struct.unpack_from("<H", record)[0]] = _text(record, 2, 2)
        elif kind == _XF:
            styles.append(struct.unpack_from("<HH", record)[1])
        elif kind == _SUPBOOK and len(record) >= 4 and struct.unpack_from("<H", record, 2)[0] not in (_SELF, _ADD_IN):
            raise PackageFault("workbook.external", part="SUPBOOK")
    shown = styles_shown(styles, formats)
    return {name: _sheet_facts(_records(stream, start), shown) for name, start in sheets}


def _text(record: bytes, at: int, width: int) -> str:
    """A text with its length before it, of one byte or two, and a flag that says how wide its letters are."""
    length = int.from_bytes(record[at : at + width], "little")
    wide = record[at + width] & _WIDE
    start = at + width + 1
    return record[start : start + length * (wide + 1)].decode("utf-16-le" if wide else "latin-1")


def _sheet_facts(records: Iterator[tuple[int, bytes]], shown: Mapping[int, int]) -> SheetFacts:
    facts = SheetFacts()
    hidden: set[int] = set()
    filled: set[int] = set()
    last_row = last_column = 0
    for kind, record in records:
        if kind == _ROW:
            row, flags = struct.unpack_from("<H", record)[0], struct.unpack_from("<H", record, 12)[0]
            if flags & _HIDDEN_ROW:
                hidden.add(row)
        elif kind == _COLINFO:
            first, last, _, _, flags = struct.unpack_from("<5H", record)
            if flags & _HIDDEN_COLUMN:
                facts.hidden_columns.append((first + 1, last + 1))
        elif kind in _CELLS:
            row, column, style = struct.unpack_from("<3H", record)
            filled.add(row)
            many = (len(record) - 6) // 6 if kind == _MULRK else 1
            last_row, last_column = max(last_row, row + 1), max(last_column, column + many)
            here = f"{column_letters(column + 1)}{row + 1}"
            if kind == _FORMULA:
                facts.formulas.add(here)
            elif kind == _BOOLERR:
                if record[7]:
                    facts.errors.add(here)
            elif kind == _MULRK:
                for number in range(many):
                    each = struct.unpack_from("<H", record, 4 + 6 * number)[0]
                    if each in shown:
                        note(facts, f"{column_letters(column + number + 1)}{row + 1}", shown[each])
            elif kind in (_NUMBER, _RK) and style in shown:
                note(facts, here, shown[style])
    facts.last = (last_row, last_column)
    facts.hidden_rows += sorted(row + 1 for row in hidden & filled)
    if last_row * last_column > MOST_CELLS:
        raise PackageFault("workbook.far", cell=f"{column_letters(last_column)}{last_row}")
    return facts
