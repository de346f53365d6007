"""What each engine is asked for in its own words: files opened, rows taken, rows numbered. No counting stands here."""

from __future__ import annotations

import csv
import re
import tempfile
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import attrs

from cchc_index.evidence.raw import sha256_of
from cchc_index.notation.source_text import text_of
from cchc_index.problems.errors import AssessmentError, MissingExtraError, UsageError
from cchc_index.problems.problem import Place, Problem
from cchc_index.reading.declared import InputFormat
from cchc_index.reading.sources import TEXTS, is_file, read_bytes

ROW: Final = "row"  #: the column that numbers rows, where they are named
PARQUET: Final = (".parquet", ".pq")
_HEAD: Final = 1 << 20  #: bytes in which the header of a text file must end
_GLOBS: Final = frozenset("*?[]{}")
_LINE: Final = re.compile(r"Line: (\d+)")


@attrs.frozen(eq=False)
class Piece:
    """One file of dossiers, with what heads its columns.

    Attributes:
        name: As the user named it.
        headers: The headers, in the order of the file.
        sql: What the file is to DuckDB.
        first: What is added to a row's number from 0 so that it is the number by which people know it.
    """

    name: str
    headers: tuple[str, ...]
    sql: str
    first: int
    numbered: str = ""

    def select(self, columns: Sequence[tuple[str, str]], *, with_rows: bool = False) -> str:
        """A query for some of its columns, each with the name it gets."""
        quoted = [f"{_quoted(self._own(header))} AS {_quoted(name)}" for name, header in columns]
        if not with_rows:
            return f"SELECT {', '.join(quoted)} FROM {self.sql}"
        if self.numbered:
            quoted.append(f"file_row_number + {self.first} AS {ROW}")
            return f"SELECT {', '.join(quoted)} FROM {self.numbered}"
        quoted.append(f"row_number() OVER () - 1 + {self.first} AS {ROW}")
        return f"SELECT {', '.join(quoted)} FROM {self.sql}"

    def _own(self, header: str) -> str:
        return header if self.numbered else f"c{self.headers.index(header)}"


class DuckFiles:
    """Files that DuckDB reads, however large: in a connection of its own, which reaches nothing but files."""

    def __init__(self, memory: str = "") -> None:
        """Open a connection; with `memory` it holds no more, and puts what is over into a temporary folder."""
        try:
            import duckdb
            import narwhals  # noqa: F401  # without it nothing is counted
        except ImportError as error:
            raise MissingExtraError("dossiers", error.name or "duckdb") from error
        self._errors = duckdb.Error
        self._out_of_memory = duckdb.OutOfMemoryException
        self._folder = tempfile.TemporaryDirectory(prefix="cchc-index-")
        self.connection = duckdb.connect()
        settings = {
            "temp_directory": self._folder.name,
            "preserve_insertion_order": "false",
            "autoinstall_known_extensions": "false",
            "autoload_known_extensions": "false",
            "enable_progress_bar": "false",
            **({"memory_limit": memory} if memory else {}),
        }
        try:
            for name, value in settings.items():
                self.connection.execute(f"SET {name} = {_text(value)}")
        except self._errors as error:
            self.__exit__()
            raise UsageError(Problem("dossiers.memory", arguments={"found": memory[:40]})) from error

    def __enter__(self) -> DuckFiles:
        """The files."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the connection, and take its temporary files away."""
        self.connection.close()
        self._folder.cleanup()

    def piece(self, path: Path, name: str, declared: InputFormat) -> Piece | list[Problem]:
        """A file's headers, or what keeps it from being read."""
        if _GLOBS & set(str(path)):
            return [Problem("dossiers.file_name", Place(name))]
        if path.suffix.lower() in PARQUET:
            return self._parquet(path, name)
        found = headers_of(path, name, declared)
        if isinstance(found, list):
            return found
        columns = ", ".join(f"'c{place}': 'VARCHAR'" for place in range(len(found)))
        options = f"header = true, auto_detect = false, columns = {{{columns}}}, quote = '\"', escape = '\"'"
        delimiter = declared.separator(path.suffix.lower())
        return Piece(name, found, f"read_csv({_text(str(path))}, delim = {_text(delimiter)}, {options})", 2)

    def _parquet(self, path: Path, name: str) -> Piece | list[Problem]:
        sql = f"read_parquet({_text(str(path))})"
        try:
            described = self.connection.execute(f"DESCRIBE SELECT * FROM {sql}").fetchall()
        except self._errors as error:
            return [self._parquet_fault(name, error)]
        numbered = f"read_parquet({_text(str(path))}, file_row_number = true)"
        return Piece(name, tuple(str(row[0]) for row in described), sql, 1, numbered)

    def frame(self, selects: Sequence[str]) -> Any:
        """The rows of some queries, one after another, as a frame of narwhals."""
        import narwhals as nw

        return nw.from_native(self.connection.sql(" UNION ALL BY NAME ".join(selects)))

    def in_order(self) -> None:
        """From here on rows come as they stand in their files, so that they can be numbered."""
        self.connection.execute("SET preserve_insertion_order = true")

    def count(self, piece: Piece) -> int:
        """How many rows a file has."""
        found = self.connection.execute(f"SELECT count(*) FROM {piece.sql}").fetchone()
        return int(found[0]) if found else 0

    def asked(self, pieces: Sequence[Piece], ask: Callable[[], Any]) -> Any:
        """What a question is answered with.

        Raises:
            AssessmentError: A file cannot be read to its end; which, and in which line, is told, and nothing it holds.
        """
        try:
            return ask()
        except self._errors as error:
            problems = [problem for piece in pieces for problem in self._unreadable(piece)]
            raise AssessmentError(problems or _stopped(error)) from error

    def _unreadable(self, piece: Piece) -> Iterator[Problem]:
        try:
            columns = [(f"k{place}", header) for place, header in enumerate(dict.fromkeys(piece.headers))]
            inner = piece.select(columns)
            cells = ", ".join(f"bit_xor(hash(k{place}))" for place in range(len(columns)))  # a count reads none of them
            self.connection.execute(f"SELECT {cells} FROM ({inner})").fetchall()
        except self._errors as error:
            line = _LINE.search(str(error))
            if piece.numbered:
                yield self._parquet_fault(piece.name, error)
            elif isinstance(error, self._out_of_memory):
                yield _stopped(error)
            else:
                yield Problem("dossiers.broken_line", Place(piece.name, int(line[1]) if line else None))

    def _parquet_fault(self, name: str, error: Exception) -> Problem:
        return _stopped(error) if isinstance(error, self._out_of_memory) else Problem("dossiers.parquet", Place(name))


def _stopped(error: Exception) -> Problem:
    """An engine that stopped for reasons of its own; of its message, which may repeat rows, nothing is said."""
    return Problem("dossiers.engine", arguments={"fault": type(error).__name__, "how": "--memory"})


def headers_of(path: Path, name: str, declared: InputFormat) -> tuple[str, ...] | list[Problem]:
    """The headers of a text file, of which no more is read; or what keeps them from being read."""
    if not is_file(path):
        found = read_bytes(path, name, 0)
        return found if isinstance(found, list) else [Problem("file.absent", Place(name))]
    try:
        with path.open("rb") as file:
            head = file.read(_HEAD)
    except OSError as error:
        return [Problem("file.unreadable", Place(name), arguments={"fault": error.strerror or str(error)})]
    source = text_of(head.split(b"\n", 1)[0].removesuffix(b"\r"), name, _HEAD)
    if isinstance(source, list):
        return source
    text = source.text
    if not text.strip():
        return [Problem("table.empty", Place(name))]
    delimiter = declared.separator(path.suffix.lower())
    headers = tuple(each.strip() for each in next(csv.reader([text], delimiter=delimiter)))
    other = next((each for each in ";,\t|" if each != delimiter and each in text), "")
    if len(headers) == 1 and other:
        arguments = {"other": "\\t" if other == "\t" else other, "declared": delimiter}
        return [Problem("table.delimiter", Place(name), arguments=arguments)]
    return headers


def hashed(path: Path, name: str) -> str | list[Problem]:
    """The SHA-256 of a file of any size, or what keeps it from being read."""
    if not is_file(path):
        found = read_bytes(path, name, 0)
        return found if isinstance(found, list) else [Problem("file.absent", Place(name))]
    try:
        return sha256_of(path)
    except OSError as error:
        return [Problem("file.unreadable", Place(name), arguments={"fault": error.strerror or str(error)})]


def is_text_file(path: Path) -> bool:
    """Whether a file is read as text, by its ending."""
    return path.suffix.lower() in (*TEXTS, "")


def rows_of(frame: Any) -> list[tuple[Any, ...]]:
    """The rows of a frame of narwhals, whatever holds it; of a lazy one, this is when its engine works."""
    import narwhals as nw

    engine = frame.implementation
    if isinstance(frame, nw.DataFrame):
        rows = frame.rows()
        if engine.is_pandas_like():  # there a missing text is NaN, the one value that is not itself
            return [tuple(None if each != each else each for each in row) for row in rows]  # noqa: PLR0124
        return rows
    native: Any = frame.to_native()
    if engine.is_duckdb():
        return native.fetchall()  # type: ignore[no-any-return]
    if engine.is_pyspark() or engine.is_pyspark_connect():
        return [tuple(row) for row in native.collect()]
    return frame.collect().rows()  # type: ignore[no-any-return]


def beside(frame: Any, columns: Mapping[str, Sequence[Any]]) -> Any:
    """A small table as a frame of the library and engine that hold another, so that they can be joined."""
    import narwhals as nw

    engine = frame.implementation
    if isinstance(frame, nw.DataFrame):
        return nw.from_dict(columns, backend=engine)
    native: Any = frame.to_native()
    if engine.is_duckdb():
        listed = (
            f"unnest([{', '.join(map(_literal, values))}]) AS {_quoted(name)}" for name, values in columns.items()
        )
        return nw.from_native(native.query("beside", f"SELECT {', '.join(listed)}"))
    if engine.is_pyspark() or engine.is_pyspark_connect():
        rows = list(zip(*columns.values(), strict=True))
        return nw.from_native(native.sparkSession.createDataFrame(rows, list(columns)))
    return nw.from_dict(columns, backend=engine).lazy()


def _literal(value: object) -> str:
    return str(value) if isinstance(value, int) else _text(str(value))


def numbered(frame: Any) -> Any | None:
    """An eager frame with its rows numbered from 1; None for a lazy one, whose rows have no order."""
    import narwhals as nw

    if not isinstance(frame, nw.DataFrame):
        return None
    framed = frame.with_row_index(ROW)
    return framed.with_columns((nw.col(ROW) + 1).alias(ROW))


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _text(value: str) -> str:
    return "'" + value.replace("'", "''") + "'"
