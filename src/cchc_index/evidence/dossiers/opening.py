"""Files and frames opened: rows of dossiers on an engine, or tables of counts, told apart by their columns."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, TypeVar

import attrs

from cchc_index.builders.contract import CountedFile
from cchc_index.evidence.dossiers.count_tables import doubled, missing
from cchc_index.evidence.dossiers.engines import (
    PARQUET,
    ROW,
    DuckFiles,
    Piece,
    hashed,
    headers_of,
    is_text_file,
    numbered,
)
from cchc_index.evidence.dossiers.rows import Rows, Wanted
from cchc_index.evidence.dossiers.words import ROW_COLUMNS, ROWS_NEED, columns_of
from cchc_index.problems.errors import AssessmentError, MissingExtraError
from cchc_index.problems.problem import Place, Problem
from cchc_index.reading.declared import InputFormat
from cchc_index.reading.forms import Form
from cchc_index.reading.grids.cells import Texts
from cchc_index.reading.sources import TEXTS, WORKBOOKS, read_table, table_of
from cchc_index.reading.tables import Table

_FRAME: Final = "rows"  #: what a frame is called in reports
_ROWS_ALONE: Final = frozenset(("dossier", "due", "status", "channel"))  #: columns that tables of counts do not have
Answer = TypeVar("Answer")


@attrs.frozen(eq=False)
class Source:
    """What was opened: rows, or tables of counts.

    Attributes:
        name: What it is called in reports.
        rows: The rows of dossiers; None where there are tables of counts.
        tables: The tables of counts.
        asked: What asks an engine, and tells of files that cannot be read to their end.
        files: The files, given how many rows there are in all.
    """

    name: str
    rows: Rows | None
    tables: tuple[Form | Table, ...]
    asked: Callable[[Callable[[], Any]], Any]
    files: Callable[[int], tuple[CountedFile, ...]]


def paths_of(data: object) -> list[str] | None:
    """The paths that are meant; None for a frame."""
    if isinstance(data, str | os.PathLike):
        return [os.fspath(data)]
    if isinstance(data, Sequence) and data and all(isinstance(each, str | os.PathLike) for each in data):
        return [os.fspath(each) for each in data]
    return None


@contextlib.contextmanager
def opened_frame(
    data: object, columns: Mapping[str, str] | None, wanted: Wanted, declared: InputFormat
) -> Iterator[Source]:
    """A frame, or rows of dicts with counts.

    Raises:
        MissingExtraError: narwhals is not installed.
        AssessmentError: Columns are missing or doubled, or it is no frame.
    """
    framed = _framed(data)
    named = {} if framed is None else columns_of(framed[1], columns)
    if framed is None or not _ROWS_ALONE & set(named):
        yield Source(_FRAME, None, (table_of(data, _FRAME, Texts(), None, declared),), _plain, lambda _: ())
        return
    frame, headers = framed
    if problems := _column_problems(_FRAME, named, headers, wanted):
        raise AssessmentError(problems)
    chosen = _chosen(named)

    def pieces() -> Iterator[tuple[str, Any]]:
        own = frame if (counted := numbered(frame)) is None else counted
        yield _FRAME, _selected(own, chosen, with_rows=counted is not None)

    rows = Rows(_FRAME, _selected(frame, chosen), pieces)
    yield Source(_FRAME, rows, (), _plain, lambda _: ())


def _plain(ask: Callable[[], Answer]) -> Answer:
    return ask()


def _framed(data: object) -> tuple[Any, list[str]] | None:
    """The frame with its headers; None for what is no frame, and for a frame whose headers repeat, which is told."""
    if isinstance(data, Sequence) and not isinstance(data, str):  # of dicts: counts
        return None
    try:
        import narwhals as nw
    except ImportError as error:
        raise MissingExtraError("dossiers", "narwhals") from error
    try:
        frame: Any = nw.from_native(data)
        return frame, list(frame.collect_schema().names())
    except (TypeError, nw.exceptions.DuplicateError):
        return None


def _chosen(named: Mapping[str, Sequence[str]]) -> list[tuple[str, str]]:
    """The columns of rows that are there, each with its header."""
    return [(name, named[name][0]) for name in ROW_COLUMNS if name in named]


def _selected(frame: Any, chosen: Sequence[tuple[str, str]], *, with_rows: bool = False) -> Any:
    import narwhals as nw

    columns = [nw.col(header).alias(name) for name, header in chosen]
    return frame.select(*columns, *([nw.col(ROW)] if with_rows else []))


def _column_problems(
    name: str, named: Mapping[str, Sequence[str]], headers: Sequence[str], wanted: Wanted
) -> list[Problem]:
    needed = [*ROWS_NEED, *(["due"] if wanted.calendar is None else ["procedure"])]
    needed += [each for each in wanted.by if each != "period"]
    return doubled(name, named) + missing(name, [each for each in dict.fromkeys(needed) if each not in named], headers)


@contextlib.contextmanager
def opened_files(
    paths: Sequence[str],
    columns: Mapping[str, str] | None,
    wanted: Wanted,
    declared: Callable[[str], InputFormat],
    memory: str,
    step: Callable[[str], None],
) -> Iterator[Source]:
    """Files of rows, or of counts; all of one kind.

    Raises:
        MissingExtraError: duckdb or narwhals, or for a workbook the extra `office`, is not installed.
        AssessmentError: Files cannot be read, or columns are missing or doubled.
    """
    problems: list[Problem] = []
    hashes: dict[str, str] = {}
    for name in dict.fromkeys(paths):
        step("files")
        found = hashed(Path(name), name)
        if isinstance(found, list):
            problems += found
        elif Path(name).suffix.lower() not in (*PARQUET, *TEXTS, *WORKBOOKS, ""):
            known = ", ".join((*PARQUET, *TEXTS, *WORKBOOKS))
            problems.append(Problem("file.kind", Place(name), arguments={"known": known}))
        elif found in hashes.values():
            first = next(each for each, sha256 in hashes.items() if sha256 == found)
            problems.append(Problem("dossiers.file_twice", Place(name), arguments={"other": first}))
        else:
            hashes[name] = found
    if len(set(paths)) != len(paths):
        again = next(name for name in paths if list(paths).count(name) > 1)
        problems.append(Problem("dossiers.file_twice", Place(again), arguments={"other": again}))
    tables = [] if problems else [name for name in hashes if _holds_counts(name, columns, declared(name), problems)]
    if not problems and tables and len(tables) < len(hashes):
        problems.append(Problem("dossiers.two_kinds", arguments={"counts": ", ".join(tables)}))
    if problems:
        raise AssessmentError(problems)
    if tables:
        read = tuple(read_table(Path(name), name, declared(name), Texts()) for name in tables)

        def counted(_: int) -> tuple[CountedFile, ...]:
            return tuple(CountedFile(each.name, hashes[each.name], _size(each)) for each in read)

        yield Source(tables[0], None, read, _plain, counted)
        return
    with DuckFiles(memory) as files:
        pieces = _pieces(files, list(hashes), columns, wanted, declared)
        chosen = {piece.name: _chosen(columns_of(piece.headers, columns)) for piece in pieces}

        def placed() -> Iterator[tuple[str, Any]]:
            files.in_order()
            for piece in pieces:
                yield piece.name, files.frame([piece.select(chosen[piece.name], with_rows=True)])

        def sizes(total: int) -> tuple[CountedFile, ...]:
            known = {piece.name: total if len(pieces) == 1 else files.count(piece) for piece in pieces}
            return tuple(CountedFile(name, hashes[name], size) for name, size in known.items())

        def asked(ask: Callable[[], Any]) -> Any:
            return files.asked(pieces, ask)

        frame = asked(lambda: files.frame([piece.select(chosen[piece.name]) for piece in pieces]))
        yield Source(pieces[0].name, Rows(pieces[0].name, frame, placed, step), (), asked, sizes)


def _size(table: Form | Table) -> int:
    return 0 if isinstance(table, Form) else len(table.rows)


def _holds_counts(name: str, columns: Mapping[str, str] | None, declared: InputFormat, problems: list[Problem]) -> bool:
    """Whether a file holds counts, and not a row for each dossier."""
    path = Path(name)
    if path.suffix.lower() in PARQUET:
        return False
    if is_text_file(path):
        headers = headers_of(path, name, declared)
        if isinstance(headers, list):
            problems += headers
            return False
        return not _ROWS_ALONE & set(columns_of(headers, columns))
    table = read_table(path, name, declared, Texts())
    if not isinstance(table, Form) and _ROWS_ALONE & set(columns_of(table.titles, columns)):
        problems.append(Problem("dossiers.rows_in_workbook", Place(name)))
    return True


def _pieces(
    files: DuckFiles,
    names: Sequence[str],
    columns: Mapping[str, str] | None,
    wanted: Wanted,
    declared: Callable[[str], InputFormat],
) -> list[Piece]:
    problems: list[Problem] = []
    pieces: list[Piece] = []
    for name in names:
        piece = files.piece(Path(name), name, declared(name))
        if isinstance(piece, list):
            problems += piece
            continue
        problems += _column_problems(name, columns_of(piece.headers, columns), piece.headers, wanted)
        pieces.append(piece)
    if problems:
        raise AssessmentError(problems)
    first = {column for column, _ in _chosen(columns_of(pieces[0].headers, columns))}
    for piece in pieces[1:]:
        if different := first ^ {column for column, _ in _chosen(columns_of(piece.headers, columns))}:
            arguments = {"other": pieces[0].name, "columns": ", ".join(sorted(different))}
            problems.append(Problem("dossiers.columns_differ", Place(piece.name), arguments=arguments))
    if problems:
        raise AssessmentError(problems)
    return pieces
