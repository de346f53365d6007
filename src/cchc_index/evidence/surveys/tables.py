"""The tables that a survey is read from: their columns, and whatever can give rows of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final, Protocol

import attrs

from cchc_index.builders.contract import RawRow
from cchc_index.evidence.raw import TableFile
from cchc_index.problems.problem import Problem
from cchc_index.reading.grids.cells import Texts
from cchc_index.reading.records import records_of
from cchc_index.reading.sources import table_of
from cchc_index.values.text import folded

COLUMNS: Final = ("respondent", "unit", "question", "option")
STRATUM: Final = "stratum"
#: Vietnamese headers, folded, each with its column
WORDS: Final[Mapping[str, str]] = {
    folded(word): column
    for column, words in {
        "respondent": ("mã phiếu", "mã người trả lời", "phiếu"),
        "question": ("câu hỏi", "mã câu hỏi"),
        "option": ("phương án", "trả lời", "câu trả lời"),
        "stratum": ("nhóm người trả lời", "đối tượng"),
        "sent": ("số phiếu phát ra",),
        "population": ("tổng thể", "số người"),
    }.items()
    for word in words
}


class Rows(Protocol):
    """A table of answers: a file of raw records, or a program's rows."""

    @property
    def name(self) -> str:
        """What places call it."""

    def rows(
        self, columns: Sequence[str], obligatory: Sequence[str], words: Mapping[str, str] | None = None
    ) -> Iterator[RawRow | Problem]:
        """The rows, and what is wrong with the table."""


@attrs.frozen(eq=False)
class ProgramRows:
    """A data frame or rows of dicts.

    Attributes:
        data: The frame or the rows.
        name: What places call it.
    """

    data: object
    name: str

    def rows(
        self, columns: Sequence[str], obligatory: Sequence[str], words: Mapping[str, str] | None = None
    ) -> Iterator[RawRow | Problem]:
        """The rows, and what is wrong with them."""
        yield from records_of(table_of(self.data, self.name, Texts()), columns, obligatory, words)


def rows_of(table: object, name: str) -> Rows:
    """A table that a program passes: a path, a data frame, or rows of dicts."""
    return TableFile.of(table) if isinstance(table, str | Path) else ProgramRows(table, name)
