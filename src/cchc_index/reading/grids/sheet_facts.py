"""What a sheet says beyond its values: formulas, per cent, errors, hidden and merged cells, how far it reaches.

A reader of values tells neither formulas from typed numbers, nor 95 % from 0.95, nor hidden rows from visible ones.
The parts of a workbook say all of these.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from typing import Any, Final
from xml.parsers import expat

import attrs

from cchc_index.reading.grids.cells import MOST_CELLS, column_letters, column_number
from cchc_index.reading.grids.number_formats import PER_CENT, styles_shown
from cchc_index.reading.grids.package import (
    _CHUNK,
    _LARGE,
    DEEPEST_PART,
    MOST_PARTS,
    MOST_TAGS,
    MOST_UNPACKED,
    MOST_WALKED,
    PackageFault,
    _has_dtd,
    _refuse_dtd,
    _too_large,
)

MOST_REPEATED: Final = 100_000  #: times that an .ods file may repeat one cell that is no plain value
_COMPUTED: Final = 15
_LETTERS: Final = re.compile(r"[A-Z]{1,3}")
_CELLS: Final = re.compile(rb'<c r="([A-Z]{1,3}[1-9][0-9]*)"')
_DIGITS: Final = b"0123456789"
_FORMATS: Final = re.compile(rb'numFmtId="([0-9]+)"')
_AS_TYPED: Final = frozenset({b"0", b"49"})  #: the formats General and text
_ROWS: Final = re.compile(rb'<row r="([1-9][0-9]*)"([^>]*)>')
_FORMULAS: Final = re.compile(rb'<c r="([A-Z]+[0-9]+)"[^>]*><f[ >/]')
_ERRORS: Final = re.compile(rb'<c r="([A-Z]+[0-9]+)"[^>]* t="e"')
_STYLED: Final = re.compile(rb'<c r="([A-Z]+[0-9]+)"[^>]*? s="([0-9]+)"(?: t="([a-mo-zA-Z][a-zA-Z]*)")?')
_LINKS: Final = "/hyperlink"  #: an address typed as evidence is such a relation, and nothing opens it


_MOST_OPEN: Final = 100 * DEEPEST_PART
_WALKED: Final = (".rels", "xl/workbook.xml", "xl/styles.xml")


class Parts(Mapping[str, bytes]):
    """The parts of a package by name: all unpacked once up to the limits, the large ones again when asked for."""

    def __init__(self, data: bytes) -> None:
        """Unpack a package.

        Raises:
            PackageFault: It is over a limit, is damaged, or holds what may not be inside.
        """
        self.data = data
        self.parts: dict[str, bytes | None] = {}
        self.left = MOST_UNPACKED
        self.tags = 0
        try:
            with zipfile.ZipFile(io.BytesIO(data)) as package:
                self._unpack(package)
        except PackageFault:
            raise
        except Exception as error:  # zipfile's own, zlib's, and what else damaged bytes can cause
            raise PackageFault("workbook.damaged", fault=str(error)) from error

    def __getitem__(self, name: str) -> bytes:
        """A part's bytes."""
        part = self.parts[name]
        if part is None:
            with zipfile.ZipFile(io.BytesIO(self.data)) as package:
                return package.read(name)
        return part

    def __iter__(self) -> Iterator[str]:
        """The names of all parts."""
        return iter(self.parts)

    def __len__(self) -> int:
        """How many parts there are."""
        return len(self.parts)

    def _unpack(self, package: zipfile.ZipFile) -> None:
        entries = package.infolist()
        if len(entries) > MOST_PARTS:
            raise PackageFault("workbook.parts", most=str(MOST_PARTS))
        if sum(entry.file_size for entry in entries) > MOST_UNPACKED:  # never more is unpacked than is stated
            raise _too_large()
        if not self.data.startswith(b"PK"):
            raise PackageFault("workbook.damaged", fault="the file does not start as a package does")
        for entry in entries:
            name = entry.filename
            if name in self.parts or name.startswith(("/", "\\")) or ".." in re.split(r"[/\\]", name):
                raise PackageFault("workbook.damaged", fault=f"part {name!r}")
            if entry.flag_bits & 1:
                raise PackageFault("workbook.encrypted")
            if entry.file_size > MOST_WALKED and name.lower().endswith(_WALKED):
                raise PackageFault("workbook.damaged", fault=f"{name}: {entry.file_size // 10**6} MB")
            self.parts[name] = self._part(package, entry)

    def _part(self, package: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes | None:
        """A part's bytes; None for one that is large or of no interest."""
        is_xml = entry.filename.endswith((".xml", ".rels"))
        large = entry.file_size > _LARGE
        chunks = []
        open_tags = 0
        parser = expat.ParserCreate()
        parser.StartDoctypeDeclHandler = _refuse_dtd
        with package.open(entry) as file:
            while chunk := file.read(_CHUNK):
                self.left -= len(chunk)
                if self.left < 0:
                    raise _too_large()
                if not is_xml:
                    continue
                tags = chunk.count(b"<")
                self.tags += tags
                if self.tags > MOST_TAGS:
                    raise PackageFault("workbook.many_cells", most=f"{MOST_TAGS:,}")
                if large:
                    if tags:
                        open_tags += tags - 2 * chunk.count(b"</") - chunk.count(b"/>")
                    if open_tags > _MOST_OPEN:
                        raise PackageFault("workbook.damaged", fault=f"more than {DEEPEST_PART} levels")
                    parser.Parse(chunk, False)
                else:
                    chunks.append(chunk)
        if large and is_xml:
            parser.Parse(b"", True)
            return None
        part = b"".join(chunks)
        if is_xml and (_has_dtd(part) or b"\x00" in part[:4]):
            raise PackageFault("workbook.dtd", part=entry.filename)
        return part


def parse(part: bytes, start: Any, end: Any = None) -> None:
    """Run a part through the parser; no program nests elements as deep as the limit."""
    depth = 0

    def down(name: str, attributes: dict[str, str]) -> None:
        nonlocal depth
        depth += 1
        if depth > DEEPEST_PART:
            raise PackageFault("workbook.damaged", fault=f"more than {DEEPEST_PART} levels")
        start(name, attributes)

    def up(name: str) -> None:
        nonlocal depth
        depth -= 1
        if end is not None:
            end(name)

    parser = expat.ParserCreate()
    parser.StartElementHandler = down
    parser.EndElementHandler = up
    parser.StartDoctypeDeclHandler = _refuse_dtd
    try:
        parser.Parse(part, True)
    except expat.ExpatError as error:
        raise PackageFault("workbook.damaged", fault=str(error)) from error


@attrs.define
class SheetFacts:
    """What a sheet's part says beyond its values.

    Attributes:
        formulas: Addresses of cells that hold a formula.
        per_cent: Addresses of numbers shown in per cent.
        shown: How many decimals are shown of numbers whose format limits them (see `decimals_shown`), by address.
        errors: Addresses of cells that show an error.
        hidden_rows: Rows that are hidden and hold something, from 1.
        hidden_columns: Columns that are hidden, from 1, as first and last.
        computed: Addresses of numbers with more digits than one types, where the format rounds them.
        merged: Merged cells, first and last, as row and column from 0, where the reader of values does not say so.
        repeated: An address that stands twice; "" for none.
        last: The last row and column that hold a cell, from 1.
    """

    formulas: set[str] = attrs.field(factory=set)
    per_cent: set[str] = attrs.field(factory=set)
    shown: dict[str, int] = attrs.field(factory=dict)
    errors: set[str] = attrs.field(factory=set)
    hidden_rows: list[int] = attrs.field(factory=list)
    hidden_columns: list[tuple[int, int]] = attrs.field(factory=list)
    computed: set[str] = attrs.field(factory=set)
    merged: list[tuple[tuple[int, int], tuple[int, int]]] = attrs.field(factory=list)
    repeated: str = ""
    last: tuple[int, int] = (0, 0)


def xlsx_facts(data: bytes) -> dict[str, SheetFacts]:
    """The facts of each sheet of an .xlsx file, by the sheet's name.

    Raises:
        PackageFault: The file is over a limit, is damaged, or holds what may not be inside.
    """
    parts = Parts(data)
    if any(name.lower().endswith(("vbaproject.bin", "vbadata.xml")) for name in parts):
        raise PackageFault("workbook.macros")
    for name in parts:
        if name.endswith(".rels"):
            for kind, mode in _relations(parts[name]).values():
                if mode == "External" and not kind[0].endswith(_LINKS):
                    raise PackageFault("workbook.external", part=name)
    book = next((name for name in parts if name.lower() == "xl/workbook.xml"), None)
    if book is None:
        raise PackageFault("workbook.kind", wanted=".xlsx")
    styles = _styles(parts.get("xl/styles.xml", b""))
    targets = {key: kind[1] for key, (kind, _) in _relations(parts.get("xl/_rels/workbook.xml.rels", b"")).items()}
    names = {name.lower(): name for name in parts}  # readers of workbooks do not mind capitals
    facts: dict[str, SheetFacts] = {}
    for sheet, relation in _sheets(parts[book]):
        target = targets.get(relation, "").lower()
        part = names.get(target.lstrip("/") if target.startswith("/") else f"xl/{target}")
        if sheet in facts:
            raise PackageFault("workbook.damaged", fault=f"{sheet}, {sheet}")
        if part is not None:
            facts[sheet] = _sheet_facts(parts[part], styles)
    return facts


def ods_facts(data: bytes) -> dict[str, SheetFacts]:
    """The facts of each sheet of an .ods file, by the sheet's name.

    Raises:
        PackageFault: The file is over a limit, is damaged, or holds what may not be inside.
    """
    parts = Parts(data)
    if b"encryption-data" in parts.get("META-INF/manifest.xml", b""):
        raise PackageFault("workbook.encrypted")
    if any(name.startswith(("Basic/", "Scripts/")) and not name.endswith("/") for name in parts):
        raise PackageFault("workbook.macros")
    if "content.xml" not in parts:
        raise PackageFault("workbook.kind", wanted=".ods")
    return _OdsReader().read(parts["content.xml"])


def _local(name: str) -> str:
    return name.rpartition(":")[2]


def _relations(part: bytes) -> dict[str, tuple[tuple[str, str], str]]:
    """A part's relations by id: their kind and target, and whether they lead outside."""
    found: dict[str, tuple[tuple[str, str], str]] = {}

    def start(name: str, attributes: dict[str, str]) -> None:
        if _local(name) == "Relationship":
            kind = (attributes.get("Type", ""), attributes.get("Target", ""))
            found[attributes.get("Id", str(len(found)))] = (kind, attributes.get("TargetMode", ""))

    if part:
        parse(part, start)
    return found


def _sheets(part: bytes) -> Iterator[tuple[str, str]]:
    found: list[tuple[str, str]] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        if _local(name) == "sheet":
            relation = next((value for key, value in attributes.items() if _local(key) == "id" and ":" in key), "")
            found.append((attributes.get("name", ""), relation))

    parse(part, start)
    yield from found


def _styles(part: bytes) -> dict[str, int]:
    """The cell styles under which a number may look like another, as `styles_shown` has them."""
    formats: dict[int, str] = {}
    styles: list[int] = []
    within: list[str] = []

    def start(name: str, attributes: dict[str, str]) -> None:
        name = _local(name)
        within.append(name)
        if name == "numFmt":
            formats[int(attributes.get("numFmtId", "0"))] = attributes.get("formatCode", "")
        elif name == "xf" and "cellXfs" in within:
            styles.append(int(attributes.get("numFmtId", "0")))

    def end(_: str) -> None:
        within.pop()

    if b"'" in part or not set(_FORMATS.findall(part)) <= _AS_TYPED:
        try:
            parse(part, start, end)
        except ValueError as error:
            raise PackageFault("workbook.damaged", fault=str(error)) from error
    return {str(style): decimals for style, decimals in styles_shown(styles, formats).items()}


def _sheet_facts(part: bytes, styles: Mapping[str, int]) -> SheetFacts:
    """What a sheet's cells say beside their values; what follows the cells says nothing of them."""
    end = part.rfind(b"</sheetData>")
    facts = written_plainly(part[:end], styles) if end >= 0 else None
    if facts is None:
        facts = _FactsReader(styles).read(part)
    if facts.last[0] * facts.last[1] > MOST_CELLS:
        raise PackageFault("workbook.far", cell=f"{column_letters(facts.last[1])}{facts.last[0]}")
    return facts


def written_plainly(cells: bytes, styles: Mapping[str, int]) -> SheetFacts | None:
    """The facts of a sheet written as all common programs do, found by searching; None for one written otherwise.

    Every cell then starts with its address, without prefixes or comments. It is some ten times as fast as the walk
    through the elements, which says the same of any sheet.
    """
    if any(each in cells for each in (b"<!", b":c ", b":row", b"hidden=", b'ht="0', b'width="0', b"zeroHeight")):
        return None
    addresses = _CELLS.findall(cells)
    rows = _ROWS.findall(cells)
    if len(addresses) != cells.count(b"<c ") or len(rows) != cells.count(b"<row"):
        return None
    if len(set(addresses)) < len(addresses):
        return None
    facts = SheetFacts()
    last_row = int(rows[-1][0]) if rows else 0
    letters = {found.rstrip(_DIGITS) for found in addresses}
    facts.last = (last_row, max((column_number(each.decode()) for each in letters), default=0))
    if b"<f" in cells:
        facts.formulas.update(found.decode() for found in _FORMULAS.findall(cells))
    if b't="e"' in cells:
        facts.errors.update(found.decode() for found in _ERRORS.findall(cells))
    if any(b's="%s"' % style.encode() in cells for style in styles):
        for found, style, kind in _STYLED.findall(cells):
            decimals = styles.get(style.decode())
            if decimals is not None and not kind:
                note(facts, found.decode(), decimals)
    return facts


def note(facts: SheetFacts, here: str, decimals: int) -> None:
    """Note how a cell's number is shown."""
    if decimals == PER_CENT:
        facts.per_cent.add(here)
    else:
        facts.shown[here] = decimals


class _FactsReader:
    """Notes what the elements of a sheet say, beside the values of its cells."""

    def __init__(self, styles: Mapping[str, int]) -> None:
        self.styles = styles
        self.facts = SheetFacts()
        self.numbers: dict[str, int] = {}
        self.row = self.column = self.last_column = 0
        self.row_text = "0"
        self.here = ""
        self.hidden = self.unseen = False

    def read(self, part: bytes) -> SheetFacts:
        try:
            parse(part, self._start)
        except ValueError as error:
            raise PackageFault("workbook.damaged", fault=str(error)) from error
        self.facts.last = (self.row, self.last_column)
        return self.facts

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "c":
            self._cell(attributes.get("r", ""), attributes.get("t", "n"), attributes.get("s"))
        elif name in ("v", "is"):
            if self.hidden:
                self.facts.hidden_rows.append(self.row)
                self.hidden = False
        elif name == "f":
            self.facts.formulas.add(self.here)
        elif name == "row":
            before, self.row = self.row, int(attributes.get("r", self.row + 1))
            self.row_text = str(self.row)
            self.column = 0
            if self.row <= before:
                self.facts.repeated = f"A{self.row}"
            unseen = self.unseen and "ht" not in attributes and attributes.get("hidden") not in ("0", "false")
            self.hidden = unseen or _is_hidden(attributes, "ht")
        elif name == "sheetFormatPr":
            self.unseen = attributes.get("zeroHeight") in ("1", "true")
        elif name == "col":
            if _is_hidden(attributes, "width"):
                self.facts.hidden_columns.append((int(attributes.get("min", "0")), int(attributes.get("max", "0"))))
        elif ":" in name:
            self._start(_local(name), attributes)

    def _cell(self, here: str, kind: str, style: str | None) -> None:
        before = self.column
        if here:
            letters = here.removesuffix(self.row_text)
            number = self.numbers.get(letters)
            if number is None:
                if letters == here or not _LETTERS.fullmatch(letters):
                    raise PackageFault("workbook.damaged", fault=f"cell {here}")
                number = self.numbers[letters] = column_number(letters)
            self.column = number
        else:
            self.column += 1
            here = f"{column_letters(self.column)}{self.row}"
        self.here = here
        if self.column <= before:
            self.facts.repeated = here
        self.last_column = max(self.last_column, self.column)
        if kind == "e":
            self.facts.errors.add(here)
        elif kind == "n" and style is not None and style in self.styles:
            note(self.facts, here, self.styles[style])


def _is_hidden(attributes: Mapping[str, str], size: str) -> bool:
    """Whether a row or column is hidden, or drawn together to nothing."""
    return attributes.get("hidden") in ("1", "true") or not attributes.get(size, "1").strip("0.")


def _is_computed(value: str) -> bool:
    """Whether a number has all the digits of a computed one: LibreOffice writes fifteen of them, and no zeros."""
    return "." in value and len(value.lstrip("-0.").replace(".", "")) >= _COMPUTED


class _OdsReader:
    """Walks the content of an .ods file; its rows and cells are written once and repeated."""

    def __init__(self) -> None:
        self.sheets: dict[str, SheetFacts] = {}
        self.facts = SheetFacts()
        self.row = self.column = 0
        self.rows = 1
        self.hidden = False

    def read(self, part: bytes) -> dict[str, SheetFacts]:
        try:
            parse(part, self._start, self._end)
        except ValueError as error:
            raise PackageFault("workbook.damaged", fault=str(error)) from error
        return self.sheets

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if name == "table:table":
            self.facts = self.sheets[attributes.get("table:name", "")] = SheetFacts()
            self.row = self.column = 0
        elif name == "table:table-column":
            many = int(attributes.get("table:number-columns-repeated", "1"))
            if attributes.get("table:visibility", "visible") != "visible":
                self.facts.hidden_columns.append((self.column + 1, self.column + many))
            self.column += many
        elif name == "table:table-row":
            self.rows = int(attributes.get("table:number-rows-repeated", "1"))
            self.hidden = attributes.get("table:visibility", "visible") != "visible"
            self.column = 0
        elif name in ("table:table-cell", "table:covered-table-cell"):
            self._cell(attributes)

    def _cell(self, attributes: dict[str, str]) -> None:
        many = int(attributes.get("table:number-columns-repeated", "1"))
        kind = attributes.get("office:value-type", attributes.get("calcext:value-type", ""))
        if kind or "table:formula" in attributes:
            last = (self.row + self.rows, self.column + many)
            self.facts.last = (max(last[0], self.facts.last[0]), max(last[1], self.facts.last[1]))
            if self.facts.last[0] * self.facts.last[1] > MOST_CELLS:
                raise PackageFault("workbook.far", cell=f"{column_letters(last[1])}{last[0]}")
            if self.hidden:
                self.facts.hidden_rows.append(self.row + 1)
            for holds, noted in (
                ("table:formula" in attributes, self.facts.formulas),
                (kind == "percentage", self.facts.per_cent),
                (attributes.get("calcext:value-type") == "error", self.facts.errors),
                (_is_computed(attributes.get("office:value", "")), self.facts.computed),
            ):
                if holds:
                    noted.update(self._addresses(many))
        wide = int(attributes.get("table:number-columns-spanned", "1"))
        high = int(attributes.get("table:number-rows-spanned", "1"))
        if wide > 1 or high > 1:
            first = (self.row, self.column)
            self.facts.merged.append((first, (self.row + high - 1, self.column + wide - 1)))
        self.column += many

    def _addresses(self, many: int) -> Iterator[str]:
        """The addresses of a cell that is written once and repeated."""
        if self.rows * many > MOST_REPEATED:
            raise PackageFault("workbook.far", cell=f"{column_letters(self.column + many)}{self.row + self.rows}")
        for row in range(self.row + 1, self.row + self.rows + 1):
            for column in range(self.column + 1, self.column + many + 1):
                yield f"{column_letters(column)}{row}"

    def _end(self, name: str) -> None:
        if name == "table:table-row":
            self.row += self.rows
