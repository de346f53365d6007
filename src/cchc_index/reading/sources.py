"""Paths, folders, data frames and rows of dicts into text, or into tables and forms."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

import attrs

from cchc_index.criteria.criteria_set import CriteriaSet
from cchc_index.criteria.tree import Stage
from cchc_index.notation.source_text import MOST_CSV, SourceText, text_of, too_large
from cchc_index.problems.errors import AssessmentError
from cchc_index.problems.problem import Place, Problem
from cchc_index.reading.declared import InputFormat
from cchc_index.reading.forms import Form, form_of
from cchc_index.reading.grids.cells import Grid, Texts
from cchc_index.reading.tables import Table, table_of_grid

MOST_WORKBOOK: Final = 20 * 10**6
TEXTS: Final = (".csv", ".tsv", ".txt")
WORKBOOKS: Final = (".xlsx", ".xls", ".ods")
_MACROS: Final = (".xlsm", ".xlsb", ".xltm", ".xlam")
_KEPT_BY_SYSTEMS: Final = ("thumbs.db", "ehthumbs.db", "desktop.ini")


def read_text(path: Path, name: str, most: int) -> SourceText | list[Problem]:
    """The text of a UTF-8 file, or what keeps it from being read."""
    data = read_bytes(path, name, most)
    return data if isinstance(data, list) else text_of(data, name, most)


def read_bytes(path: Path, name: str, most: int) -> bytes | list[Problem]:
    """A file's bytes, or what keeps them from being read."""
    try:
        # looked at before it is opened: opening a FIFO may wait for ever, and opening a device may do something
        if (fault := _kind_fault(path.stat().st_mode)) is None:
            # and again when it is open, since it may have become another; without waiting for a FIFO's other end
            with open(path, "rb", opener=_open_at_once) as file:
                fault = _kind_fault(os.fstat(file.fileno()).st_mode)
                data = b"" if fault else file.read(most + 1)
    except (FileNotFoundError, NotADirectoryError):
        return [Problem("file.absent", Place(name))]
    except IsADirectoryError:
        return [Problem("file.folder", Place(name))]
    except OSError as error:
        return [Problem("file.unreadable", Place(name), arguments={"fault": error.strerror or str(error)})]
    except ValueError:  # a zero in its name, which no file can have
        return [Problem("file.absent", Place(name))]
    if fault:
        return [Problem(fault, Place(name))]
    return [too_large(name, most)] if len(data) > most else data


def _kind_fault(mode: int) -> str | None:
    """The message for what is no plain file and must not be read: a folder, a FIFO, a device, a socket."""
    if stat.S_ISDIR(mode):
        return "file.folder"
    return None if stat.S_ISREG(mode) else "file.special"


def _open_at_once(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0))


def read_grids(path: Path, name: str, declared: InputFormat, texts: Texts) -> list[Grid]:
    """The sheets of a workbook that hold something, or the one grid of a text file; always at least one.

    Args:
        path: The file.
        name: As the user named it.
        declared: How it is to be read.
        texts: The list that its texts go to.

    Raises:
        MissingExtraError: It is a workbook and the extra `office` is not installed.
    """
    ending = path.suffix.lower()
    if ending not in (*TEXTS, *WORKBOOKS, ""):
        key = "workbook.macros" if ending in _MACROS else "file.kind"
        known = ", ".join((*TEXTS, *WORKBOOKS))
        return [Grid.unreadable(name, declared, [Problem(key, Place(name), arguments={"known": known})])]
    data = read_bytes(path, name, MOST_WORKBOOK if ending in WORKBOOKS else MOST_CSV)
    if isinstance(data, list):
        return [Grid.unreadable(name, declared, data)]
    if ending not in WORKBOOKS:
        from cchc_index.reading.grids import delimited

        source = text_of(data, name, MOST_CSV)
        if isinstance(source, list):
            return [Grid.unreadable(name, declared, source)]
        sha256 = source.sha256
        del source  # the whole text has been looked at; from here on it is read in blocks
        return [delimited.read(data, name, declared, texts, sha256, declared.separator(ending))]
    sha256 = hashlib.sha256(data).hexdigest()
    if ending == ".xlsx":
        from cchc_index.reading.grids import xlsx

        return xlsx.read(data, name, declared, texts, sha256)
    if ending == ".ods":
        from cchc_index.reading.grids import ods

        return ods.read(data, name, declared, texts, sha256)
    from cchc_index.reading.grids import xls

    return xls.read(data, name, declared, texts, sha256)


def read_tables(
    path: Path,
    name: str,
    file: InputFormat,
    texts: Texts,
    *,
    stage: Stage = "final",
    criteria: CriteriaSet | None = None,
) -> list[Form | Table]:
    """The tables of a file, or of all files of a folder; what is wrong with them stands in their `problems`.

    Args:
        path: The file or folder.
        name: As the user named it.
        file: How it is to be read.
        texts: The list that its texts go to.
        stage: The stage whose columns of forms are read.
        criteria: The set by whose codes a table on its side is known.

    Raises:
        MissingExtraError: It is a workbook and the extra `office` is not installed.
    """
    if not name:  # Path("") would be whatever folder the program happens to run in
        return [Table(nowhere := Grid.unreadable(name, file, [Problem("file.absent")]), problems=nowhere.problems)]
    if not is_folder(path):
        return [read_table(path, name, file, texts, stage=stage, criteria=criteria)]
    inner = files_in(path)
    unread = folder_faults(path, name)
    found: list[Form | Table] = []
    if unread:
        nothing = Grid.unreadable(name, file, unread)
        found.append(Table(attrs.evolve(nothing, whole=bool(inner)), problems=nothing.problems))
    for each in inner:
        shape = read_table(each, f"{name.rstrip('/')}/{each.name}", file, texts, stage=stage, criteria=criteria)
        if not shape.grid.whole:  # whose it was meant to be is told by its name, if at all
            shape = attrs.evolve(shape, doubts=(*shape.doubts, (each.stem, "")))
        found.append(shape)
    return found


def files_in(folder: Path) -> list[Path]:
    """What lies in a folder beside folders, without what programs and systems keep in it for themselves.

    A FIFO, a device or a link that leads nowhere is among it: whoever put it there is told that it is no file.
    """
    return [each for each in _inside(folder) if not is_folder(each)]


def _inside(folder: Path) -> list[Path]:
    """All that counts of what lies in a folder; nothing of one that may not be looked into, which is told elsewhere."""
    try:
        return sorted(each for each in folder.iterdir() if not _is_nobodys(each))
    except OSError:
        return []


def _is_nobodys(path: Path) -> bool:
    return path.name.startswith((".", "~$", "__MACOSX")) or path.name.lower() in _KEPT_BY_SYSTEMS


def folder_faults(folder: Path, name: str) -> list[Problem]:
    """Why not everything in a folder can be read, or nothing: folders inside it, none of its own files."""
    found = _inner_folders(folder, name)
    return found if found or files_in(folder) else [Problem("folder.empty", Place(name))]


def _inner_folders(folder: Path, name: str) -> list[Problem]:
    """Folders inside a folder of files: what they hold would be read by nobody. And one that hides what it holds."""
    try:
        next(folder.iterdir(), None)
    except OSError as error:
        return [Problem("folder.unreadable", Place(name), arguments={"fault": error.strerror or str(error)})]
    inner = [each for each in _inside(folder) if is_folder(each) and files_in(each)]
    return [Problem("folder.inner", Place(f"{name.rstrip('/')}/{each.name}")) for each in inner]


def is_empty_folder(path: Path) -> bool:
    """Whether it is a folder without any file to read."""
    return is_folder(path) and not files_in(path) and not _inner_folders(path, "")


def is_there(path: Path) -> bool:
    """Whether there is something of a name, be it a link that leads nowhere, which reading it tells.

    Raises:
        AssessmentError: Its folder may not be looked into, so that nobody can say.
    """
    try:
        path.lstat()
    except PermissionError as error:
        arguments = {"fault": error.strerror or str(error)}
        raise AssessmentError(Problem("folder.unreadable", Place(str(_closed(path))), arguments=arguments)) from error
    except (OSError, ValueError):
        return False
    return True


def _closed(path: Path) -> Path:
    """The folder above a path that may not be looked into."""
    for above in reversed(path.parents):
        try:
            above.lstat()
        except PermissionError:
            return above.parent
    return path.parent


def is_folder(path: Path) -> bool:
    """Whether it is a folder; False for what cannot be looked at, which reading it tells."""
    return os.path.isdir(path)  # noqa: PTH112 - Path.is_dir raises where a name is too long or may not be looked up


def is_file(path: Path) -> bool:
    """Whether it is a plain file; False for what cannot be looked at, which reading it tells."""
    return os.path.isfile(path)  # noqa: PTH113 - Path.is_file raises likewise


def read_table(
    path: Path,
    name: str,
    declared: InputFormat,
    texts: Texts,
    *,
    stage: Stage = "final",
    criteria: CriteriaSet | None = None,
    records: bool = False,
) -> Form | Table:
    """The table or form of one file: of the sheet that is declared, or of the only one that holds something.

    Args:
        path: The file.
        name: As the user named it.
        declared: How it is to be read.
        texts: The list that its texts go to.
        stage: The stage whose columns of forms are read.
        criteria: The set by whose codes a table on its side is known.
        records: Whether it holds raw records, whose cells may be days of the calendar and identifiers.

    Raises:
        MissingExtraError: It is a workbook and the extra `office` is not installed.
    """
    grids = read_grids(path, name, declared, texts)
    wanted = [grid for grid in grids if not (declared.sheet and grid.is_sheet) or grid.sheet == declared.sheet]
    if len(wanted) == 1:
        grid = wanted[0].of_records() if records else wanted[0]
        return form_of(grid, stage, criteria) or table_of_grid(grid, criteria)
    names = ", ".join(grid.sheet for grid in grids)
    key = "workbook.no_sheet" if declared.sheet else "workbook.two_sheets"
    problem = Problem(key, Place(name), arguments={"sheet": declared.sheet, "names": names})
    nothing = Grid.unreadable(name, declared, [problem], grids[0].sha256)
    return Table(nothing, problems=nothing.problems)


def table_of(
    data: object,
    name: str,
    texts: Texts,
    criteria: CriteriaSet | None = None,
    declared: InputFormat | None = None,
) -> Table:
    """Rows of dicts, or a data frame that narwhals knows, as a table.

    Raises:
        MissingExtraError: It is a data frame and narwhals is not installed (the extra `frames`).
    """
    from cchc_index.reading.grids.frames import read_frame, read_rows

    declared = declared or InputFormat()
    if isinstance(data, Sequence) and not isinstance(data, str) and all(isinstance(row, Mapping) for row in data):
        grid = read_rows(data, name, declared, texts)
    else:
        grid = read_frame(data, name, declared, texts)
    return table_of_grid(grid, criteria)
