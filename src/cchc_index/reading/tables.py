"""Tables of text: CSV files, rows of dicts and data frames, before anything is made of their cells."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs

from cchc_index.errors import MissingExtraError, Place, Problem
from cchc_index.reading.files import MOST_CSV, read_text
from cchc_index.text import composed


@attrs.frozen
class Table:
    """A table's header and rows, as texts.

    Attributes:
        name: The file as the user named it.
        header: The column headers, in order.
        rows: For each row its line and its cells, as many as there are headers.
        decimal: How decimals are written in it, "." or ",".
        sha256: SHA-256 of the file's bytes; "" for a table that is no file.
        problems: What is wrong with its shape.
        doubtful_units: First cells of rows that were left out because of their shape.
        whole: Whether every line could be read.
    """

    name: str
    header: tuple[str, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]
    decimal: str = "."
    sha256: str = ""
    problems: tuple[Problem, ...] = ()
    doubtful_units: tuple[str, ...] = ()
    whole: bool = True

    @property
    def repeated(self) -> frozenset[str]:
        """Headers that stand twice."""
        return frozenset(header for header in self.header if self.header.count(header) > 1)

    def has(self, *headers: str) -> bool:
        """Whether the table has all these columns."""
        return all(header in self.header for header in headers)


def read_csv(path: Path, name: str, *, decimal: str = ".", delimiter: str = ",") -> Table:
    """A CSV file as a table; what is wrong with its shape stands in `problems`."""
    source = read_text(path, name, MOST_CSV)
    if isinstance(source, list):
        return Table(name, (), (), problems=tuple(source))
    problems: list[Problem] = []
    records: list[tuple[int, list[str]]] = []
    reader = csv.reader(io.StringIO(source.text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    try:
        for record in reader:
            records.append((line, [composed(cell).strip() for cell in record]))
            line = reader.line_num + 1
    except csv.Error as error:
        problems.append(Problem("table.broken", Place(name, line), arguments={"fault": str(error)}))
    while records and not any(records[-1][1]):
        records.pop()
    if not records:
        return Table(name, (), (), decimal, source.sha256, (*problems, Problem("table.empty", Place(name))))
    header, *body = records
    return _shaped(name, header[1], body, decimal, source.sha256, problems, delimiter)


def _shaped(
    name: str,
    header: list[str],
    body: list[tuple[int, list[str]]],
    decimal: str,
    sha256: str,
    problems: list[Problem],
    delimiter: str,
) -> Table:
    while header and not header[-1] and all(len(row) < len(header) or not row[-1] for _, row in body):
        header = header[:-1]
        body = [(line, row[: len(header)]) for line, row in body]
    other = ";" if delimiter == "," else ","
    if len(header) == 1 and other in header[0]:
        problems.append(Problem("table.delimiter", Place(name, 1), arguments={"declared": delimiter, "other": other}))
        return Table(name, (), (), decimal, sha256, tuple(problems))
    seen: dict[str, int] = {}
    for number, title in enumerate(header, 1):
        if not title:
            problems.append(Problem("table.unnamed", Place(name, 1), arguments={"number": str(number)}))
        elif (first := seen.setdefault(title.casefold(), number)) != number:
            arguments = {"header": title, "first": str(first), "second": str(number)}
            problems.append(Problem("table.header_twice", Place(name, 1), arguments=arguments))
    rows = []
    doubtful = []
    for line, row in body:
        if not any(row):
            problems.append(Problem("table.blank_row", Place(name, line)))
        elif len(row) != len(header):
            arguments = {"cells": str(len(row)), "columns": str(len(header))}
            problems.append(Problem("table.ragged", Place(name, line), arguments=arguments))
            doubtful.append(row[header.index("unit")] if "unit" in header[: len(row)] else row[0])
        else:
            rows.append((line, tuple(row)))
    whole = not any(problem.key == "table.broken" for problem in problems)
    return Table(name, tuple(header), tuple(rows), decimal, sha256, tuple(problems), tuple(doubtful), whole)


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
    return Table(name, tuple(header), tuple(body), problems=tuple(problems))


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
    rows: Iterable[dict[str, Any]] = nw.from_native(data, eager_only=True).iter_rows(named=True)
    return [{key: _printed(value) for key, value in row.items()} for row in rows]


def _printed(value: object) -> object:
    if isinstance(value, float):
        if value != value:  # noqa: PLR0124  # NaN, the data frame's empty cell
            return None
        return Decimal(repr(value)) if value % 1 else Decimal(int(value)) if abs(value) < 2**53 else value
    return value
