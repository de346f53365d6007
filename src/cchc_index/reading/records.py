"""Tables of which each row is a record by itself: adjustments, objections, raw records of evidence."""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal

import attrs

from cchc_index.problems.problem import Place, Problem
from cchc_index.reading.forms import Form
from cchc_index.reading.tables import Table
from cchc_index.values.suggestions import Suggestions
from cchc_index.values.text import folded


@attrs.frozen(eq=False)
class Record:
    """One row.

    Attributes:
        table: The table.
        at: The grid's row.
        texts: What stands in it, by column; "" for a blank and for a column that the table lacks.
    """

    table: Table
    at: int
    texts: dict[str, str]

    def __getitem__(self, column: str) -> str:
        """The text of a column."""
        return self.texts.get(column, "")

    def place(self, column: str = "") -> Place:
        """Where the row stands, or one of its cells."""
        if column not in self.table.header:
            return self.table.place(self.at)
        number = self.table.header.index(column)
        place = self.table.place(self.at, self.table.columns[number])
        return attrs.evolve(place, header=self.table.titles[number])  # of a long table it would be the code

    def number(self, column: str) -> Decimal | None:
        """The number in a column; None where there is none, or one of whose marks nobody can be sure."""
        if column not in self.table.header:
            return None
        at = self.table.columns[self.table.header.index(column)]
        return None if self.table.grid.fault(self.at, at) else self.table.grid.number(self.at, at)

    def lacking(self, columns: Sequence[str]) -> Iterator[Problem]:
        """The columns that must say something and do not."""
        for column in columns:
            if not self[column]:
                yield Problem("row.lacks", self.place(column), arguments={"column": column})

    def undated(self, columns: Sequence[str]) -> Iterator[Problem]:
        """The columns of dates that hold something else."""
        for column in columns:
            if self[column] and not is_date(self[column]):
                arguments = {"column": column, "value": self[column]}
                yield Problem("row.date", self.place(column), arguments=arguments)


def records_of(
    table: Form | Table, columns: Sequence[str], obligatory: Sequence[str], words: Mapping[str, str] | None = None
) -> Iterator[Record | Problem]:
    """The rows of a table, and what is wrong with its shape.

    Args:
        table: The table.
        columns: The columns that it may have.
        obligatory: Those that it must have.
        words: Vietnamese headers that this table has beside those of every table, each with its column.
    """
    yield from table.problems
    if isinstance(table, Form) or not table.header:
        if isinstance(table, Form):
            yield Problem("row.form", Place(table.name))
        return
    if words:
        table = attrs.evolve(table, header=tuple(words.get(folded(each), each) for each in table.header))
        for number, header in enumerate(table.header):
            if (first := table.header.index(header)) != number:
                said = {"header": table.titles[number], "first": str(first + 1), "second": str(number + 1)}
                yield Problem("table.header_twice", table.heading(number), arguments=said)
    near = Suggestions()
    for number, header in enumerate(table.header):
        if header and header not in columns:
            arguments = {
                "found": header,
                "hint": ", ".join(near.near(header, tuple(columns))),
                "known": ", ".join(columns),
            }
            yield Problem("row.column", table.heading(number), arguments=arguments)
    lacking = [column for column in obligatory if column not in table.header]
    if lacking:
        yield Problem("row.no_column", Place(table.name, 1), arguments={"columns": ", ".join(lacking)})
        return
    for at, cells in zip(table.rows.tolist(), table.records(), strict=True):
        yield Record(table, at, dict(zip(table.header, cells, strict=True)))


def is_date(text: str) -> bool:
    """Whether a text is a day of the calendar, as 2022-03-01 writes it."""
    try:
        return datetime.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
