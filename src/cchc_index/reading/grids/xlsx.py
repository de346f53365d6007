"""Workbooks in Excel's own format (.xlsx): one walk through each sheet, its parts found by their relations.

Source:
    ECMA-376, Office Open XML, part 1, chapter 18 (SpreadsheetML), and part 2 (packages and relations).
"""

from __future__ import annotations

import contextlib
import posixpath
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final
from xml.parsers import expat

from cchc_index.reading.declared import InputFormat
from cchc_index.reading.grids.cells import Grid, Lexicon, Texts
from cchc_index.reading.grids.number_formats import NumberFormat, format_of
from cchc_index.reading.grids.package import (
    DEEPEST_PART,
    Element,
    Package,
    PackageFault,
    elements,
    feed,
    is_prefixed_plainly,
    local,
    unescaped,
    whole,
)
from cchc_index.reading.grids.sheet_cells import LAST_COLUMN, Area, SheetCells, place_of

_MACROS: Final = ("vbaproject.bin", "vbadata.xml")
_MACRO_RELATIONS: Final = frozenset({"vbaProject", "xlMacrosheet", "xlIntlMacrosheet"})
_LINK: Final = "hyperlink"  #: an address typed as evidence is such a relation, and nothing opens it
_AS_TYPED: Final = frozenset({0, 49})  #: the formats General and text
_YES: Final = frozenset({"1", "true"})
_NO: Final = frozenset({"0", "false"})
#: what tells something of cells beside the cells themselves; what follows them is only walked through if it has these
_TELLING: Final = (b"sheetData", b"mergeCell", b"onditionalFormatting", b"sheetFormatPr", b"sheetView", b"<col")
#: where the walk is, what lies above each of these places, and what is passed over there
_SHEET, _ROW, _CELL, _VALUE, _FORMULA, _INLINE, _TEXT, _RUN, _RUN_TEXT, _PASSED = range(10)
_ABOVE: Final = (_SHEET, _SHEET, _ROW, _CELL, _CELL, _CELL, _INLINE, _INLINE, _RUN)
_SAYING: Final = frozenset({_VALUE, _TEXT, _RUN_TEXT})
_PASSED_OVER: Final = {_ROW: ("extLst",), _CELL: ("extLst",), _INLINE: ("rPh", "phoneticPr"), _RUN: ("rPr",)}

Styles = Mapping[str, NumberFormat | None]


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
        return _Workbook(Package(data, ".xlsx")).read(name, texts.lexicon(declared), sha256)
    except PackageFault as fault:
        return [Grid.unreadable(name, declared, [fault.problem(name)], sha256)]


class _Workbook:
    """The parts of a package that are a workbook."""

    def __init__(self, package: Package) -> None:
        self.package = package
        if any(each.lower().endswith(_MACROS) for each in package.names):
            raise PackageFault("workbook.macros")
        for each in package.names:
            if each.lower().endswith(".rels"):
                self._look_at_relations(each)
        documents = [part for kind, part in package.relations("").values() if kind == "officeDocument" and part]
        book = elements(package.read(documents[0])) if len(documents) == 1 else []
        if not book or book[0][1] != "workbook":
            raise PackageFault("workbook.kind", wanted=".xlsx")
        self.parts = package.relations(documents[0])
        self.book = book
        self.from_1904 = any(kind == "workbookPr" and _says(said, "date1904") for _, kind, said in book)
        self.styles, self.differences = _styles_of(package.read(self._part("styles")))
        self._shared: list[str] | None = None

    def _look_at_relations(self, name: str) -> None:
        """Refuse what may not be related to anything in the package."""
        folder, base = posixpath.split(name)
        for kind, part in self.package.relations(posixpath.join(posixpath.dirname(folder), base[:-5])).values():
            if part is None and kind != _LINK:
                raise PackageFault("workbook.external", part=name)
            if kind in _MACRO_RELATIONS:
                raise PackageFault("workbook.macros")

    def _part(self, kind: str) -> str:
        """The part of a kind that all sheets share; "" for none."""
        found = {part for relation, part in self.parts.values() if relation == kind and part}
        if len(found) > 1:
            raise PackageFault("workbook.damaged", fault=", ".join(sorted(found)))
        return next(iter(found), "")

    @property
    def shared(self) -> list[str]:
        """The texts that cells share."""
        if self._shared is None:
            part = self._part("sharedStrings")
            self._shared = _read_shared(self.package.pieces(part)) if part in self.package else []
        return self._shared

    def read(self, file: str, lexicon: Lexicon, sha256: str) -> list[Grid]:
        """The grids of the sheets that hold something."""
        found: list[Grid] = []
        names: set[str] = set()
        for _, kind, said in self.book:
            if kind != "sheet":
                continue
            name = said.get("name", "")
            relation, part = self.parts.get(said.get("id", ""), ("", None))
            if name in names or part is None or part not in self.package:
                raise PackageFault("workbook.damaged", fault=name)
            names.add(name)
            if relation != "worksheet":
                continue
            cells = SheetCells(file, name, lexicon)
            cells.from_1904 = self.from_1904
            _SheetWalk(self, cells).walk(part)
            if cells.is_empty:
                continue
            if said.get("state", "visible") != "visible":
                raise PackageFault("workbook.hidden_sheet", sheet=name)
            found.append(cells.grid(sha256))
        return found


def _says(said: Mapping[str, str], key: str) -> bool:
    return said.get(key, "").strip() in _YES


@lru_cache(maxsize=32)  # forms made by one program have one and the same part of styles
def _styles_of(part: bytes) -> tuple[Mapping[str, NumberFormat | None], Sequence[NumberFormat | None]]:
    return _read_styles(elements(part))


def _read_styles(found: list[Element]) -> tuple[dict[str, NumberFormat | None], list[NumberFormat | None]]:
    """How the styles of cells show numbers, by their number; and how the differences do that conditions make."""
    formats: dict[int, str] = {}
    numbers: list[int] = []
    differences: list[NumberFormat | None] = []
    within = ""
    for level, kind, said in found:
        if level == 2:
            within = kind
        elif kind == "numFmt":
            number, code = whole(said.get("numFmtId", "0")), said.get("formatCode", "")
            if within == "dxfs" and differences:
                differences[-1] = format_of(number, {number: code} if code else formats)
            elif within == "numFmts":
                formats[number] = code
        elif kind == "xf" and within == "cellXfs":
            numbers.append(whole(said.get("numFmtId", "0")))
        elif kind == "dxf" and within == "dxfs":
            differences.append(None)
    own = formats.keys() & _AS_TYPED
    known = {each: None if each in _AS_TYPED - own else format_of(each, formats) for each in set(numbers)}
    return {str(style): known[number] for style, number in enumerate(numbers)}, differences


def _read_shared(pieces: Iterator[bytes]) -> list[str]:
    """The texts that cells share; of a rich one its runs, without what tells how to pronounce it."""
    found: list[str] = []
    level = 0
    text = ""
    in_run = collecting = False

    def start(name: str, _: object) -> None:
        nonlocal level, text, in_run, collecting
        level += 1
        kind = local(name)
        if level == 2:
            text = ""
        elif level == 3:
            in_run, collecting = kind == "r", kind == "t"
        elif level == 4:
            collecting = in_run and kind == "t"
        elif level > DEEPEST_PART:
            raise PackageFault("workbook.damaged", fault=f"more than {DEEPEST_PART} levels")

    def end(name: str) -> None:
        nonlocal level, collecting
        level -= 1
        collecting = False
        if level == 1 and local(name) == "si":
            found.append(text)

    def data(said: str) -> None:
        nonlocal text
        if collecting:
            text += said

    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = start, end, data
    feed(parser, pieces)
    return found


@lru_cache(maxsize=50_000)  # the same rows stand in all forms
def _row_number(text: str) -> int:
    """The number of a row, from 0."""
    number = whole(text)
    if not number:
        raise PackageFault("workbook.damaged", fault="row 0")
    return number - 1


class _Enough(Exception):
    """What follows says nothing of cells."""


class _SheetWalk:
    """Walks through a sheet: what stands around the cells here, the cells themselves in `_enter_cells`."""

    def __init__(self, book: _Workbook, cells: SheetCells) -> None:
        self.book = book
        self.cells = cells
        self.level = 0
        self.prefix = ""
        self.seen = self.rows_hidden = False
        self.columns: list[tuple[int, int]] = []
        self.columns_hidden = False
        self.areas = ""
        self.formats: list[NumberFormat | None] = []
        self.in_areas = False
        self.tail: Callable[[], bytes] | None = None  #: what a part has at its end; None where that is not known
        self.parser = expat.ParserCreate()

    def walk(self, part: str) -> None:
        pieces = list(self.book.package.pieces(part)) if self.book.package.is_kept(part) else None
        if pieces is None or not is_prefixed_plainly(pieces[0]):
            self.parser = expat.ParserCreate(None, "}")
        parser = self.parser
        parser.buffer_text = True
        self._enter_outside()
        if pieces is not None:
            self.tail = lambda: pieces[0][parser.CurrentByteIndex :]
        with contextlib.suppress(_Enough):
            feed(parser, self.book.package.pieces(part))
        if self.columns_hidden:
            last = 0
            for first, end in [*sorted(self.columns), (LAST_COLUMN, LAST_COLUMN)]:
                if first > last:
                    self.cells.hidden_columns.append((last, first - 1))
                last = max(last, end + 1)

    def _enter_outside(self) -> None:
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._data

    def _start(self, name: str, said: dict[str, str]) -> None:
        self.level += 1
        if self.level > DEEPEST_PART:
            raise PackageFault("workbook.damaged", fault=f"more than {DEEPEST_PART} levels")
        kind = local(name)
        if self.level == 1:
            if kind != "worksheet":
                raise PackageFault("workbook.damaged", fault=name)
            self.prefix = name.removesuffix(kind)
        elif kind in ("sheetData", "sheetFormatPr", "sheetView", "col"):
            if self.seen:
                raise PackageFault("workbook.damaged", fault=kind)
            self._before_cells(kind, name, said)
        else:
            self._after_cells(kind, said)

    def _before_cells(self, kind: str, name: str, said: dict[str, str]) -> None:
        if kind == "sheetData":
            if self.level != 2 or name != f"{self.prefix}{kind}":
                raise PackageFault("workbook.damaged", fault=name)
            self.seen = True
            self._enter_cells()
        elif kind == "sheetFormatPr":
            self.rows_hidden = _says(said, "zeroHeight") or _is_nothing(said.get("defaultRowHeight", "1"))
            self.columns_hidden = _is_nothing(said.get("defaultColWidth", "1"))
        elif kind == "sheetView":
            self.cells.zeros_hidden |= said.get("showZeros", "1").strip() in _NO
        else:
            first, last = whole(said.get("min", "")) - 1, whole(said.get("max", "")) - 1
            self.columns.append((first, last))
            if _says(said, "hidden") or _is_nothing(said.get("width", "0" if self.columns_hidden else "1")):
                self.cells.hidden_columns.append((first, last))

    def _after_cells(self, kind: str, said: dict[str, str]) -> None:
        if kind == "mergeCell":
            area = Area.read(said.get("ref", ""))
            if not area.is_cell:
                self.cells.merged.append(area)
        elif kind == "conditionalFormatting":
            self.areas, self.formats = said.get("sqref", ""), []
        elif kind == "cfRule" and "dxfId" in said:
            number = whole(said["dxfId"])
            if number >= len(self.book.differences):
                raise PackageFault("workbook.damaged", fault=f"dxf {number}")
            if (shown := self.book.differences[number]) is not None:
                self.formats.append(shown)
        elif kind == "numFmt":
            shown = format_of(whole(said.get("numFmtId", "0")), {})
            if code := said.get("formatCode"):
                shown = format_of(0, {0: code})
            if shown is not None:
                self.formats.append(shown)
        elif kind in ("dataBar", "iconSet") and said.get("showValue", "1").strip() in _NO:
            self.formats.append(None)
        self.in_areas = kind == "sqref"

    def _end(self, name: str) -> None:
        self.level -= 1
        self.in_areas = False
        if local(name) == "conditionalFormatting":
            for area in map(Area.read, self.areas.split() if self.formats else ()):
                for shown in self.formats:
                    self.cells.conditional(area, shown)
            self.formats = []

    def _data(self, text: str) -> None:
        if self.in_areas:
            self.areas += text

    def _leave_cells(self) -> None:
        self.level -= 1
        tail = self.tail() if self.tail else None
        if tail and tail.count(_TELLING[0]) == 1 and not any(each in tail for each in _TELLING[1:]):
            raise _Enough
        self._enter_outside()

    def _enter_cells(self) -> None:  # noqa: PLR0915 - the states of one machine, in the order of a cell's elements
        """Read the rows: each element may only stand where the grammar has it, so that nothing is passed over."""
        prefix, cells, styles = self.prefix, self.cells, self.book.styles
        row_name, cell_name, value_name = f"{prefix}row", f"{prefix}c", f"{prefix}v"
        inline_name, text_name = f"{prefix}is", f"{prefix}t"
        steps = {
            (_INLINE, f"{prefix}r"): _RUN,
            (_RUN, text_name): _RUN_TEXT,
            (_CELL, f"{prefix}f"): _FORMULA,
        }
        state, level = _SHEET, 0
        passed: list[int] = []
        hiding: dict[str, object] = {each: how for each, how in styles.items() if how is not None and how.hides_text}
        looks = {"0": None, **dict.fromkeys(styles), **hiding}  #: None where a text is shown as it is
        sound, add_place, add_word = cells.lexicon.sound, cells.places.append, cells.words.append
        plain = {} if cells.zeros_hidden else cells.lexicon.plain
        general = {each for each, how in {"0": None, **styles}.items() if how is None}  #: shows numbers as they are
        by_default = "1" if self.rows_hidden else "0"
        row = at = -1
        first, beyond = 0, LAST_COLUMN  #: places of the row
        cell: dict[str, str] = {}
        value: str | None = None
        inline = has_formula = False
        text = ""

        def start(name: str, said: dict[str, str]) -> None:
            nonlocal state, at, cell, inline, text
            if state == _ROW and name == cell_name:
                state, cell = _CELL, said
                address = said.get("r")
                if address is None:
                    at += 1
                else:
                    before, at = at, place_of(address)
                    if at <= before:
                        cells.repeated = address
                if not first <= at < beyond:
                    raise PackageFault("workbook.damaged", fault=f"cell {(address or '')[:40]} in row {row + 1}")
            elif state == _CELL and name == value_name and value is None:
                text = ""
                state = _VALUE
            elif state == _CELL and name == inline_name and value is None:
                text, inline = "", True
                state = _INLINE
            elif state == _INLINE and name == text_name:
                state = _TEXT
            elif state == _SHEET and name == row_name:
                state = _ROW
                enter_row(said)
            else:
                other(name, said)

        def other(name: str, said: dict[str, str]) -> None:
            nonlocal state, level, has_formula
            step = steps.get((state, name))
            if step == _FORMULA and not has_formula:
                has_formula = True
                if said.get("t") in ("array", "dataTable") and "ref" in said:
                    cells.computed.append(Area.read(said["ref"]))
            elif step is None and state == _PASSED:
                level += 1
                return
            elif step is None and local(name) in _PASSED_OVER.get(state, ()):
                passed.append(state)
                level, step = 0, _PASSED
            elif step is None or step == _FORMULA:
                raise PackageFault("workbook.damaged", fault=f"{local(name)[:40]} in row {row + 1}")
            state = step

        def enter_row(said: dict[str, str]) -> None:
            nonlocal row, at, first, beyond
            before, row = row, _row_number(said["r"]) if "r" in said else row + 1
            first, beyond = row * LAST_COLUMN, (row + 1) * LAST_COLUMN
            at = first - 1
            if row <= before:
                cells.repeated = f"A{row + 1}"
            if "ht" in said:
                is_hidden = _says(said, "hidden") or _is_nothing(said["ht"])
            else:
                is_hidden = said.get("hidden", by_default).strip() in _YES
            if is_hidden:
                cells.hidden_rows.add(row)

        def end(_: str) -> None:
            nonlocal state, level, value, inline, has_formula
            if state == _CELL:
                state = _ROW
                if value is None and not has_formula:  # most cells are drawn only
                    return
                if has_formula:
                    cells.formula(row, at - first)
                if value:
                    style, kind = cell.get("s", "0"), cell.get("t", "n")
                    if inline and kind != "inlineStr":
                        raise PackageFault("workbook.damaged", fault=f"is in row {row + 1}")
                    word = sound.get(value) if inline else plain.get(value) if kind == "n" else None
                    if word is not None and (looks.get(style, cell) is None if inline else style in general):
                        add_place(at << 1 | (not inline))
                        add_word(word)
                    else:
                        keep(value, kind, style)
                value, inline, has_formula = None, False, False
                return
            if state == _ROW:
                state = _SHEET
                return
            if state == _TEXT:
                state = _INLINE
                return
            if state == _VALUE:
                state, value = _CELL, text
                return
            if state == _INLINE:
                value = text
            elif state == _PASSED:
                if level:
                    level -= 1
                else:
                    state = passed.pop()
                return
            elif state == _SHEET:
                self._leave_cells()
            state = _ABOVE[state]

        def data(said: str) -> None:
            nonlocal text
            if state in _SAYING:
                text += said

        def keep(said: str, kind: str, style: str) -> None:
            if style not in styles and style != "0":
                raise PackageFault("workbook.damaged", fault=f"style {style[:40]}")
            shown = styles.get(style)
            column = at - first
            if (kind == "inlineStr" and inline) or kind == "str":
                cells.text(row, column, unescaped(said) if "_x" in said else said, shown)
                return
            said = said.strip()
            if not said:
                return
            if kind == "n":
                cells.number(row, column, said, shown)
            elif kind == "s":
                number = whole(said)
                if number >= len(self.book.shared):
                    raise PackageFault("workbook.damaged", fault=f"text {number}")
                shared = self.book.shared[number]
                cells.text(row, column, unescaped(shared) if "_x" in shared else shared, shown)
            elif kind == "b" and said in _YES | _NO:
                cells.other(row, column, "boolean", "TRUE" if said in _YES else "FALSE")
            elif kind == "e":
                cells.other(row, column, "error", said[:40])
            elif kind == "d":
                cells.other(row, column, "date", said[:40])
            else:
                raise PackageFault("workbook.damaged", fault=f"{kind[:40]} in row {row + 1}")

        self.parser.StartElementHandler = start
        self.parser.EndElementHandler = end
        self.parser.CharacterDataHandler = data


def _is_nothing(size: str) -> bool:
    """Whether a height or width is 0."""
    return not size.strip().strip("0.")
