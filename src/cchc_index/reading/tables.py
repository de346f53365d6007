"""Tables of text: CSV files, rows of dicts and data frames, before anything is made of their cells."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from numbers import Integral
from pathlib import Path
from typing import Any, Final

import attrs

from cchc_index.problems.errors import MissingExtraError
from cchc_index.problems.problem import Place, Problem
from cchc_index.reading.grids.files import MOST_CSV, read_text
from cchc_index.values.headings import IGNORED, is_known, meaning_of
from cchc_index.values.text import composed

MOST_CELLS: Final = 5 * 10**6  #: of a table, or of the rectangle that holds all cells of a sheet
MOST_PROBLEMS: Final = 10_000  #: after so many a table is not read further: they come from one cause
UNREADABLE = "\x00"  #: stands for a cell whose problem has been told
_MOST_TEXTS: Final = 100_000  #: different cells whose text is kept once
_DELIMITERS: Final = (";", ",", "\t")
_SEPARATOR: Final = re.compile(r"sep=(.)\r?\n", re.IGNORECASE)  #: a first line by which Excel knows the delimiter
_LINE: Final = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_GROUPED = r"-?[1-9][0-9]{{0,2}}(?:{mark}[0-9]{{3}})+(?:{decimal}[0-9]+)?"
_LIKE_CODE = re.compile(r"[0-9]+(?:[.,][0-9]+)+")


@attrs.frozen
class FormHead:
    """What the head of a form says of itself.

    Attributes:
        unit: The unit that fills it in.
        criteria: The set's id and edition.
        sha256: The set's fingerprint; "" where the form has none.
        stage: `self`, `appraised` or `survey`; "" where the form does not say.
        places: Where each of these stands.
    """

    unit: str
    criteria: str = ""
    sha256: str = ""
    stage: str = ""
    places: Mapping[str, Place] = attrs.field(factory=dict)


@attrs.frozen
class Table:
    """A table's header and rows, as texts.

    Attributes:
        name: The file as the user named it.
        header: What each column is: a word of the closed list in English, or the header as it stands.
        rows: For each row its line and its cells, as many as there are headers.
        decimal: How decimals are written in it, "." or ",".
        sha256: SHA-256 of the file's bytes; "" for a table that is no file.
        problems: What is wrong with its shape.
        doubtful_units: First cells of rows that were left out because of their shape.
        doubtful_codes: Codes that could not be read for certain.
        whole: Whether every line could be read.
        titles: The headers as the file has them; () where they are the same.
        sheet: The sheet of a workbook.
        address: The address of a cell, by its row and column from 0; None for a table without addresses. The row
            None stands for the header.
        form: What the form says of itself; None for a table that is no form.
        totals: Whether its rows of totals are declared, and so checked.
        thousands: What stands between groups of three digits in it; "" for nothing.
        formulas: Rows of a form whose points are a formula: a subtotal, or what a leaf must not hold.
        cached: Cells, by row and column, whose value is what a formula gave when the file was saved.
    """

    name: str
    header: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    decimal: str = "."
    sha256: str = ""
    problems: tuple[Problem, ...] = ()
    doubtful_units: tuple[str, ...] = ()
    whole: bool = True
    titles: tuple[str, ...] = ()
    sheet: str = ""
    address: Callable[[int | None, int], str] | None = attrs.field(default=None, eq=False, repr=False)
    form: FormHead | None = None
    totals: bool = False
    formulas: frozenset[int] = frozenset()
    cached: frozenset[tuple[int, int]] = frozenset()
    doubtful_codes: tuple[str, ...] = ()
    thousands: str = ""

    def place(self, row: int, column: int | None = None) -> Place:
        """Where the row stands, or one cell of it; rows and columns are counted from 0."""
        line, cells = self.rows[row]
        unit = (cells[self.header.index("unit")] or None) if "unit" in self.header else None
        title = None
        if column is not None:
            long = self.header[column] in ("value", "points") and "code" in self.header
            title = cells[self.header.index("code")] if long else (self.titles or self.header)[column]
        return Place(
            self.name,
            line,
            unit=unit,
            header=title or None,
            sheet=self.sheet or None,
            cell=None if column is None or self.address is None else self.address(row, column),
        )

    def heading(self, column: int | None = None) -> Place:
        """Where a column's header stands, or the row of headers."""
        title = None if column is None else (self.titles or self.header)[column]
        cell = self.address(None, column) if self.address is not None and column is not None else None
        return Place(self.name, None if cell else 1, header=title, sheet=self.sheet or None, cell=cell)

    def number(self, text: str) -> str | None:
        """A number's text with a decimal point and without groups; None if it is not written as the file declares.

        Example:
            >>> table = Table("a.csv", (), (), decimal=",", thousands=".")
            >>> [table.number(text) for text in ("1.234,5", "1234,5", "1.23", "12.34,5")]
            ['1234.5', '1234.5', None, None]
        """
        mark = self.thousands
        if mark == " ":
            text = text.replace("\u00a0", " ").replace("\u202f", " ")
        if mark and mark in text:
            if not re.fullmatch(_GROUPED.format(mark=re.escape(mark), decimal=re.escape(self.decimal)), text):
                return None
            text = text.replace(mark, "")
        if self.decimal == ",":
            return None if "." in text else text.replace(",", ".")
        return text

    @property
    def marked(self) -> bool:
        """Whether its numbers have marks other than a decimal point."""
        return self.decimal == "," or bool(self.thousands)

    @property
    def repeated(self) -> frozenset[str]:
        """Headers that stand twice."""
        return frozenset(header for header, times in Counter(self.header).items() if times > 1)

    def has(self, *headers: str) -> bool:
        """Whether the table has all these columns."""
        return all(header in self.header for header in headers)


def split_head(text: str) -> Iterable[str]:
    """The codes that a header may start with, the longest first: all of its first word, then ever less of it."""
    head = text.split(maxsplit=1)[0] if text else ""
    yield head
    while "." in head:
        head = head.rpartition(".")[0]
        yield head


def lies_on_its_side(rows: Sequence[Sequence[str]], heads: Callable[[str], bool]) -> bool:
    """Whether a table has its headers in the first column, and a column for each unit."""
    return (
        bool(rows and rows[0])
        and meaning_of(rows[0][0]) == "unit"
        and not any(is_known(text) or heads(text) for text in rows[0][1:])
        and any(heads(row[0]) for row in rows[1:] if row)
    )


def read_csv(
    path: Path,
    name: str,
    *,
    decimal: str = ".",
    delimiter: str = ",",
    totals: bool = False,
    heads: Callable[[str], bool] = lambda _: False,
) -> Table:
    """A CSV file as a table; what is wrong with its shape stands in `problems`."""
    source = read_text(path, name, MOST_CSV)
    if isinstance(source, list):
        return Table(name, (), (), problems=tuple(source), whole=False)
    text = source.text.rstrip("\r\n")
    if text.count(delimiter) + max(text.count("\n"), text.count("\r")) >= MOST_CELLS:
        found = Problem("table.many_cells", Place(name), arguments={"most": f"{MOST_CELLS:,}"})
        return Table(name, (), (), problems=(found,), whole=False)
    problems: list[Problem] = []
    records: list[tuple[int, list[str]]] = []
    blank: list[tuple[int, list[str]]] = []  # rows that only matter if something follows them
    named = _SEPARATOR.match(text)
    if named is not None and named[1] != delimiter:
        return Table(name, (), (), decimal, source.sha256, (_other_delimiter(name, delimiter, named[1]),))
    lines = _Lines(text, named.end() if named else 0)
    reader = csv.reader(lines, delimiter=delimiter, strict=True)
    texts = _Texts()
    above = int(named is not None)
    line = 1 + above
    try:
        for record in reader:
            cells = [texts[cell] for cell in record]
            if any(cells):
                records += blank
                records.append((line, cells))
                blank.clear()
            else:
                blank.append((line, cells))
                if len(blank) > MOST_PROBLEMS:
                    records += blank if text[lines.end :].strip(f'{delimiter}" \t\r\n') else []
                    break
            line = reader.line_num + 1 + above
    except csv.Error as error:
        problems.append(Problem("table.broken", Place(name, line), arguments={"fault": str(error)}))
    if not records:
        return Table(name, (), (), decimal, source.sha256, (*problems, Problem("table.empty", Place(name))))
    if lies_on_its_side([cells for _, cells in records], heads) and len({len(cells) for _, cells in records}) == 1:
        return _turned(records, name, decimal, source.sha256, problems, totals)
    header, *body = records
    return _shaped(name, header[1], body, decimal, source.sha256, problems, delimiter, totals)


class _Lines:
    """A text's lines one by one with their ends, and how far one has come: a list of all would take much memory."""

    def __init__(self, text: str, start: int) -> None:
        self.text = text
        self.end = start

    def __iter__(self) -> Iterator[str]:
        start = self.end
        while start < len(self.text):
            self.end = (self.text.find("\n", start) + 1) or len(self.text)
            line = self.text[start : self.end]
            if "\r" in line[:-2]:
                yield from _LINE.findall(line)
            else:
                yield line
            start = self.end


class _Texts(dict[str, str]):
    """Cells without what surrounds them, each text kept once: a table says the same few things in most of its cells."""

    def __missing__(self, cell: str) -> str:
        if len(self) >= _MOST_TEXTS:
            self.clear()
        text = self[cell] = composed(cell).strip()
        return text


def _turned(
    records: list[tuple[int, list[str]]], name: str, decimal: str, sha256: str, problems: list[Problem], totals: bool
) -> Table:
    """A table with a column for each unit; the places of its cells are those that a spreadsheet shows."""
    columns = [list(column) for column in zip(*[cells for _, cells in records], strict=True)]
    table = _shaped(name, columns[0], list(enumerate(columns[1:], 2)), decimal, sha256, problems, "", totals)
    lines = {title: line for line, title in zip([line for line, _ in records], columns[0], strict=True)}
    rows = [line for line, _ in table.rows]

    def address(row: int | None, column: int) -> str:
        return f"{column_letters(1 if row is None else rows[row])}{lines[table.titles[column]]}"

    return attrs.evolve(table, address=address)


def column_letters(number: int) -> str:
    """The letters of a spreadsheet's column, counted from 1.

    Example:
        >>> column_letters(1), column_letters(27), column_letters(16384)
        ('A', 'AA', 'XFD')
    """
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _shaped(
    name: str,
    header: list[str],
    body: list[tuple[int, list[str]]],
    decimal: str,
    sha256: str,
    problems: list[Problem],
    delimiter: str,
    totals: bool,
) -> Table:
    while header and not header[-1] and all(len(row) < len(header) or not row[-1] for _, row in body):
        header = header[:-1]
        body = [(line, row[: len(header)]) for line, row in body]
    other = next((each for each in _DELIMITERS if each != delimiter and each in header[0]), "") if header else ""
    if len(header) == 1 and other:
        problems.append(_other_delimiter(name, delimiter, other))
        return Table(name, (), (), decimal, sha256, tuple(problems))
    meanings = [meaning_of(title) for title in header]
    problems += header_problems(header, lambda number: Place(name, 1))
    kept = [number for number, meaning in enumerate(meanings) if meaning != IGNORED]
    rows = []
    doubtful = []
    for line, row in body:
        if len(problems) > MOST_PROBLEMS:
            break
        if not any(row):
            problems.append(Problem("table.blank_row", Place(name, line)))
        elif len(row) != len(header):
            arguments = {"cells": str(len(row)), "columns": str(len(header))}
            problems.append(Problem("table.ragged", Place(name, line), arguments=arguments))
            doubtful.append(row[meanings.index("unit")] if "unit" in meanings[: len(row)] else row[0])
        else:
            rows.append((line, tuple(row) if len(kept) == len(row) else tuple(row[number] for number in kept)))
    return Table(
        name,
        tuple(meanings[number] for number in kept),
        tuple(rows),
        decimal,
        sha256,
        tuple(problems),
        tuple(doubtful),
        not any(problem.key == "table.broken" for problem in problems),
        tuple(header[number] for number in kept),
        totals=totals,
    )


def _other_delimiter(name: str, declared: str, other: str) -> Problem:
    said = {"declared": declared.replace("\t", "\\t"), "other": other.replace("\t", "\\t")}
    return Problem("table.delimiter", Place(name, 1), arguments=said)


def header_problems(titles: Sequence[str], place: Callable[[int], Place]) -> list[Problem]:
    """Headers that are blank or stand twice; two codes alike are most often one that was read as a number."""
    problems: list[Problem] = []
    seen: dict[str, int] = {}
    for number, title in enumerate(titles, 1):
        meaning = meaning_of(title)
        if not title:
            problems.append(Problem("table.unnamed", place(number - 1), arguments={"number": str(number)}))
        elif meaning != IGNORED and (first := seen.setdefault(meaning.casefold(), number)) != number:
            arguments = {"header": title, "first": str(first), "second": str(number)}
            key = "table.code_twice" if _LIKE_CODE.fullmatch(title) else "table.header_twice"
            problems.append(Problem(key, place(number - 1), arguments=arguments))
    return problems


def table_of(data: object, name: str = "rows") -> Table:
    """Rows of dicts, or a data frame that narwhals knows, as a table.

    Raises:
        MissingExtraError: It is a data frame and narwhals is not installed.
    """
    found = _rows_of_dicts(data)
    rows = _frame_rows(data) if found is None else found
    header: dict[str, None] = {}
    for row in rows:
        header.update(dict.fromkeys(composed(str(key)).strip() for key in row))
    problems: list[Problem] = []
    body = []
    for number, row in enumerate(rows, 1):
        cells = {composed(str(key)).strip(): value for key, value in row.items()}
        texts = []
        for title in header:
            text = cell_text(cells.get(title))
            if text is None:
                arguments = {"value": repr(cells[title]), "kind": type(cells[title]).__name__}
                problems.append(Problem("value.kind", Place(name, number, header=title), arguments=arguments))
            texts.append(text or "")
        body.append((number, tuple(texts)))
    if not body:
        problems.append(Problem("table.empty", Place(name)))
    return Table(name, tuple(map(meaning_of, header)), tuple(body), problems=tuple(problems), titles=tuple(header))


def cell_text(value: object) -> str | None:
    """A cell of a program's table as text; None for a kind of value that cannot be taken.

    Example:
        >>> cell_text(Decimal("1.50")), cell_text(True), cell_text(None), cell_text(0.1)
        ('1.50', 'yes', '', None)
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str):
        return composed(value).strip()
    if isinstance(value, int):
        return str(value)
    if isinstance(value, Decimal) and value.is_finite():
        return f"{value:f}"
    return None


def _rows_of_dicts(data: object) -> list[Mapping[str, object]] | None:
    if isinstance(data, Sequence) and not isinstance(data, str) and all(isinstance(row, Mapping) for row in data):
        return list(data)
    return None


def _frame_rows(data: Any) -> list[Mapping[str, object]]:
    """A data frame's rows; a float counts as the decimal it prints, and a NaN as an empty cell."""
    try:
        import narwhals as nw
    except ImportError as error:
        raise MissingExtraError("frames", "narwhals") from error
    frame = nw.from_native(data, eager_only=True)
    columns = []
    for column in frame.iter_columns():
        absent = column.is_null().to_list()
        values = column.to_list()
        columns.append([None if gone else _printed(value) for value, gone in zip(values, absent, strict=True)])
    return [dict(zip(frame.columns, row, strict=True)) for row in zip(*columns, strict=True)]


def _printed(value: object) -> object:
    if isinstance(value, Integral) and not isinstance(value, bool):
        return int(value)
    if isinstance(value, float):
        if value != value:  # noqa: PLR0124  # NaN, the data frame's empty cell
            return None
        return Decimal(repr(float(value))) if value % 1 else Decimal(int(value)) if abs(value) < 2**53 else value
    return value
