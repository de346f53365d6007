"""Workbooks (.xlsx, .xls, .ods) into sheets of cells, with whatever a cell's value does not say told by its address."""

from __future__ import annotations

import datetime
import hashlib
import io
import math
import re
from collections.abc import Mapping
from decimal import Decimal
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import attrs

from cchc_index.problems.errors import MissingExtraError
from cchc_index.problems.problem import Place, Problem
from cchc_index.reading.declared import Formulas
from cchc_index.reading.grids.cells import column_letters
from cchc_index.reading.grids.files import UNSEEN
from cchc_index.reading.grids.legacy import xls_facts
from cchc_index.reading.grids.number_formats import looks_so
from cchc_index.reading.grids.package import PackageFault
from cchc_index.reading.grids.sheet_facts import SheetFacts, ods_facts, xlsx_facts
from cchc_index.reading.sources import read_bytes
from cchc_index.values.text import composed

MOST_WORKBOOK: Final = 20 * 10**6
ENDINGS: Final = (".xlsx", ".xls", ".ods")
Ranges = list[tuple[tuple[int, int], tuple[int, int]]]  #: merged cells: first and last, as row and column from 0
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_NUMBER_LIKE: Final = re.compile(r"[-+(]?[0-9][0-9.,\s\u00a0\u202f]*%?\)?")
DIGITS: Final = 15  #: significant digits that a spreadsheet keeps of what is typed


@attrs.frozen(eq=False)
class Sheet:
    """One sheet's cells as texts.

    Attributes:
        name: Its name.
        rows: The cells, row by row from A1, all rows of one length.
        odd: Cells that cannot be taken as a value, by row and column from 0: the message's key and its blanks.
        numeric: Cells that hold a number, by row and column from 0.
        formulas: Cells that hold a formula, by row and column from 0.
        problems: What is wrong with the sheet as such.
        on_its_side: Whether rows stand for the file's columns.
    """

    name: str
    rows: list[list[str]]
    odd: Mapping[tuple[int, int], tuple[str, dict[str, str]]]
    numeric: frozenset[tuple[int, int]]
    formulas: frozenset[tuple[int, int]]
    problems: tuple[Problem, ...] = ()
    on_its_side: bool = False

    def oddity(self, row: int, column: int, formulas: Formulas = "refuse") -> tuple[str, dict[str, str]] | None:
        """Why a cell cannot be taken as a value: the message's key and its blanks; None for one that can."""
        found = self.odd.get((row, column))
        if (row, column) in self.formulas and (found is None or found[0] != "value.cell_error"):
            if formulas == "refuse":
                return "value.formula", {}
            if not self.rows[row][column]:
                return "value.no_cache", {}
        return found

    def address(self, row: int, column: int) -> str:
        """The address of a cell in the file, its row and column here counted from 0."""
        return address(column, row) if self.on_its_side else address(row, column)

    def turned(self) -> Sheet:
        """The sheet with rows for columns."""
        return Sheet(
            self.name,
            [list(column) for column in zip(*self.rows, strict=True)],
            {(column, row): found for (row, column), found in self.odd.items()},
            frozenset((column, row) for row, column in self.numeric),
            frozenset((column, row) for row, column in self.formulas),
            self.problems,
            on_its_side=not self.on_its_side,
        )


@attrs.frozen(eq=False)
class Workbook:
    """A workbook's visible sheets that hold something.

    Attributes:
        name: The file as the user named it.
        sheets: The sheets.
        sha256: SHA-256 of its bytes.
        problems: What keeps it from being read, or is wrong with it as a whole.
    """

    name: str
    sheets: tuple[Sheet, ...] = ()
    sha256: str = ""
    problems: tuple[Problem, ...] = ()


def address(row: int, column: int) -> str:
    """A cell's address, its row and column counted from 0.

    Example:
        >>> address(11, 5)
        'F12'
    """
    return f"{column_letters(column + 1)}{row + 1}"


def read_workbook(path: Path, name: str) -> Workbook:
    """A workbook's sheets; what is wrong stands in `problems`.

    Raises:
        MissingExtraError: python-calamine is not installed (the extra `office`).
    """
    data = read_bytes(path, name, MOST_WORKBOOK)
    if isinstance(data, list):
        return Workbook(name, problems=tuple(data))
    try:
        facts = _facts(data, path.suffix.lower())
        sheets = _sheets(data, facts, name)
    except PackageFault as fault:
        return Workbook(name, sha256=hashlib.sha256(data).hexdigest(), problems=(fault.problem(name),))
    return Workbook(name, tuple(sheets), hashlib.sha256(data).hexdigest())


def _facts(data: bytes, ending: str) -> dict[str, SheetFacts]:
    if data.startswith(_OLE):
        if ending == ".xls":
            return xls_facts(data)
        raise PackageFault("workbook.encrypted" if ending != ".xls" else "workbook.kind", wanted=ending)
    if not data.startswith(b"PK") or ending == ".xls":
        raise PackageFault("workbook.kind", wanted=ending)
    return ods_facts(data) if ending == ".ods" else xlsx_facts(data)


def _sheets(data: bytes, facts: Mapping[str, SheetFacts], name: str) -> list[Sheet]:
    try:
        import python_calamine
    except ImportError as error:
        raise MissingExtraError("office", "python-calamine") from error
    try:
        with python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data)) as book:
            found = []
            for place, meta in enumerate(book.sheets_metadata):
                if meta.typ != python_calamine.SheetTypeEnum.WorkSheet:
                    continue
                visible = meta.visible == python_calamine.SheetVisibleEnum.Visible
                sheet = book.get_sheet_by_index(place)
                cells = sheet.to_python(skip_empty_area=False)
                if any(cell != "" for row in cells for cell in row):
                    if not visible:
                        raise PackageFault("workbook.hidden_sheet", sheet=meta.name)
                    if meta.name not in facts:  # it would be read without what its part says of it
                        raise PackageFault("workbook.damaged", fault=meta.name)
                    known = facts[meta.name]
                    found.append(_sheet(name, meta.name, cells, known, sheet.merged_cell_ranges or known.merged))
            return found
    except PackageFault:
        raise
    except BaseException as error:
        if isinstance(error, KeyboardInterrupt | SystemExit | MemoryError):
            raise
        raise PackageFault("workbook.damaged", fault=str(error)) from error


def _sheet(file: str, name: str, cells: list[list[Any]], facts: SheetFacts, merged: Ranges) -> Sheet:
    odd: dict[tuple[int, int], tuple[str, dict[str, str]]] = {}
    numeric: set[tuple[int, int]] = set()
    rows: list[list[str]] = []
    problems: list[Problem] = []
    for number, row in enumerate(cells):
        texts: list[str] = []
        rows.append(texts)
        for column, cell in enumerate(row):
            if cell == "":
                texts.append("")
                continue
            if cell.__class__ is str:
                text, key, unseen = _read_text(cell)
                if unseen:
                    place = Place(file, sheet=name, cell=address(number, column))
                    problems.append(Problem("file.unseen", place, arguments={"code": unseen}))
                if key:
                    odd[number, column] = (key, {"value": text})
                texts.append(text)
            elif cell.__class__ is float or cell.__class__ is int:
                numeric.add((number, column))
                written = number_text(cell)
                if written is None:
                    written = repr(cell)
                    key = "value.digits" if math.isfinite(cell) else "value.cell_error"
                    odd[number, column] = (key, {"value": written})
                texts.append(written)
            else:
                key, shown = _odd_kind(cell)
                odd[number, column] = (key, {"value": shown})
                texts.append(shown)
    formulas = {_position(where) for where in facts.formulas}
    for where in facts.per_cent:
        at = _position(where)
        if at in numeric:
            odd[at] = ("value.per_cent_cell", {"value": rows[at[0]][at[1]]})
    for where, decimals in facts.shown.items():
        at = _position(where)
        if at in numeric and at not in odd and not looks_so(rows[at[0]][at[1]], decimals):
            odd[at] = ("value.shown", {"value": rows[at[0]][at[1]]})
    for where in facts.computed:
        at = _position(where)
        odd[at] = ("value.digits", {"value": rows[at[0]][at[1]]})
    for where in facts.errors:
        odd[_position(where)] = ("value.cell_error", {"value": "#"})
    problems += _sheet_problems(file, name, rows, facts, merged)
    return Sheet(name, rows, odd, frozenset(numeric), frozenset(formulas), tuple(problems))


@lru_cache(maxsize=10_000)  # codes and titles are the same in all forms
def _read_text(cell: str) -> tuple[str, str, str]:
    """A cell's text without what surrounds it, what is odd about it, and a character in it that cannot be seen."""
    text, unseen = cell, ""
    if not text.isascii() or not text.isprintable():
        text = composed(text)
        if found := UNSEEN.search(text):
            unseen = f"U+{ord(found.group()):04X}"
    text = text.strip()
    first = text[:1]
    if first.isdecimal() or (first and first in "-+("):
        return text, "value.text_number" if _NUMBER_LIKE.fullmatch(text) else "", unseen
    odd = first == "#" and text.endswith(("!", "?", "/A"))
    return text, "value.cell_error" if odd else "", unseen


def _odd_kind(cell: object) -> tuple[str, str]:
    if isinstance(cell, bool):
        return "value.boolean", "TRUE" if cell else "FALSE"
    if isinstance(cell, datetime.date | datetime.time | datetime.timedelta):
        return "value.date", str(cell)
    return "value.cell_error", str(cell)


def _position(where: str) -> tuple[int, int]:
    letters = where.rstrip("0123456789")
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return int(where[len(letters) :]) - 1, number - 1


def number_text(number: Any) -> str | None:
    """A spreadsheet's number as the decimal that was typed; None where it has more digits than one can type.

    Example:
        >>> number_text(85.3), number_text(3.0), number_text(1e-07), number_text(100 / 3)
        ('85.3', '3', '0.0000001', None)
    """
    if not math.isfinite(number):
        return None
    whole = int(number)
    if whole == number and abs(whole) < 10**DIGITS:
        return str(whole)
    decimal = Decimal(repr(number))
    return f"{decimal:f}" if decimal.is_finite() and len(decimal.as_tuple().digits) <= DIGITS else None


def _sheet_problems(
    file: str,
    name: str,
    rows: list[list[str]],
    facts: SheetFacts,
    merged: Ranges,
) -> list[Problem]:
    problems = [Problem("sheet.hidden_row", Place(file, row, sheet=name)) for row in facts.hidden_rows]
    for first, last in facts.hidden_columns:
        for column in range(first, min(last, len(rows[0]) if rows else 0) + 1):
            if any(row[column - 1] for row in rows):
                arguments = {"column": column_letters(column)}
                problems.append(Problem("sheet.hidden_column", Place(file, sheet=name), arguments=arguments))
    if facts.repeated:
        problems.append(Problem("sheet.repeated_cell", Place(file, sheet=name, cell=facts.repeated)))
    for (top, left), (bottom, right) in merged:
        arguments = {"range": f"{address(top, left)}:{address(bottom, right)}"}
        problems.append(Problem("sheet.merged", Place(file, sheet=name, cell=address(top, left)), arguments=arguments))
    return problems
