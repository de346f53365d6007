"""Raw files as builders get them: a path, a name, and their rows through the door of every other table."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import attrs

from cchc_index.builders.contract import RawRow
from cchc_index.problems.problem import Problem
from cchc_index.reading.declared import FileEntry
from cchc_index.reading.grids.cells import Texts
from cchc_index.reading.records import records_of
from cchc_index.reading.sources import read_table


@attrs.frozen(eq=False)
class TableFile:
    r"""One file of raw records.

    Attributes:
        path: Where it is.
        name: The file as the user named it.
        declared: How it is to be read.

    Example:
        >>> import tempfile
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     path = Path(folder) / "d.csv"
        ...     _ = path.write_text("unit,drafts\na,12\n", encoding="utf-8")
        ...     (row,) = TableFile.of(path).rows(("unit", "drafts"), ("unit",))
        >>> row["unit"], row.number("drafts")
        ('a', Decimal('12'))
    """

    path: Path
    name: str
    declared: FileEntry

    @classmethod
    def of(cls, path: str | Path, declared: FileEntry | None = None) -> TableFile:
        """The file of a path that a user named."""
        return cls(Path(path), str(path), declared or FileEntry(str(path)))

    def rows(
        self, columns: Sequence[str], obligatory: Sequence[str], words: Mapping[str, str] | None = None
    ) -> Iterator[RawRow | Problem]:
        """The rows of the table, and what is wrong with it.

        Args:
            columns: The columns that it may have.
            obligatory: Those that it must have.
            words: Vietnamese headers, each with its column.

        Raises:
            MissingExtraError: It is a workbook, and the extra `office` is not installed.
        """
        table = read_table(self.path, self.name, self.declared, Texts(), records=True)
        yield from records_of(table, columns, obligatory, words)


def sha256_of(path: Path) -> str:
    """SHA-256 of a file's bytes, of which only a block at a time stands in memory.

    Raises:
        OSError: It cannot be read.
    """
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
