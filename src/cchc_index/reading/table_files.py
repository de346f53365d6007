"""Files and folders of reported values into tables, whatever program wrote them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Final

import attrs

from cchc_index.criteria.tree import CriteriaSet, Stage
from cchc_index.problems.problem import Place, Problem
from cchc_index.reading.declared import FileEntry
from cchc_index.reading.grids.workbooks import ENDINGS, read_workbook
from cchc_index.reading.sheets import table_of_workbook
from cchc_index.reading.tables import Table, read_csv, split_head
from cchc_index.values.headings import is_known, meaning_of

TEXTS: Final = (".csv", ".tsv", ".txt")
_KEPT_BY_WINDOWS: Final = ("thumbs.db", "ehthumbs.db", "desktop.ini")
MACROS: Final = (".xlsm", ".xlsb", ".xltm", ".xlam")


def read_tables(
    path: Path, name: str, file: FileEntry, *, stage: Stage = "final", criteria: CriteriaSet | None = None
) -> list[Table]:
    """The tables of a file, or of all files of a folder; what is wrong with them stands in their `problems`.

    Args:
        path: The file or folder.
        name: As the user named it.
        file: How it is to be read: decimals, delimiter, sheet, totals.
        stage: The stage whose columns of forms are read.
        criteria: The set by whose codes a table on its side is known.

    Raises:
        MissingExtraError: It is a workbook and the extra `office` is not installed.
    """
    if not path.is_dir():
        return [read_table(path, name, file, stage=stage, criteria=criteria)]
    inner = _files_in(path)
    unread = _inner_folders(path, name)
    if not inner:
        unread = unread or [Problem("folder.empty", Place(name))]
        return [Table(name, (), (), problems=tuple(unread), whole=False)]
    found = [Table(name, (), (), problems=tuple(unread))] if unread else []
    for each in inner:
        table = read_table(each, f"{name.rstrip('/')}/{each.name}", file, stage=stage, criteria=criteria)
        if not table.whole:  # whose it was meant to be is told by its name, if at all
            table = attrs.evolve(table, doubtful_units=(*table.doubtful_units, each.stem))
        found.append(table)
    return found


def _files_in(folder: Path) -> list[Path]:
    """The files of a folder, without those that programs and systems keep in it for themselves."""
    return sorted(each for each in folder.iterdir() if each.is_file() and not _is_nobodys(each))


def _is_nobodys(path: Path) -> bool:
    return path.name.startswith((".", "~$", "__MACOSX")) or path.name.lower() in _KEPT_BY_WINDOWS


def _inner_folders(folder: Path, name: str) -> list[Problem]:
    """Folders inside a folder of forms: what they hold would be read by nobody."""
    inner = sorted(each for each in folder.iterdir() if each.is_dir() and not _is_nobodys(each) and _files_in(each))
    return [Problem("folder.inner", Place(f"{name.rstrip('/')}/{each.name}")) for each in inner]


def is_empty_folder(path: Path) -> bool:
    """Whether it is a folder without any file to read."""
    return path.is_dir() and not _files_in(path) and not _inner_folders(path, "")


def read_table(
    path: Path, name: str, file: FileEntry, *, stage: Stage = "final", criteria: CriteriaSet | None = None
) -> Table:
    """The table of one file; what is wrong with it stands in its `problems`.

    Raises:
        MissingExtraError: It is a workbook and the extra `office` is not installed.
    """
    ending = path.suffix.lower()
    heads = _heads(criteria)
    if ending in ENDINGS:
        book = read_workbook(path, name)
        return table_of_workbook(book, stage, heads, file)
    if ending in MACROS or ending not in (*TEXTS, ""):
        key = "workbook.macros" if ending in MACROS else "file.kind"
        known = ", ".join((*TEXTS, *ENDINGS))
        return Table(name, (), (), problems=(Problem(key, Place(name), arguments={"known": known}),), whole=False)
    delimiter = file.delimiter or ("\t" if ending == ".tsv" else ";" if file.decimal == "," else ",")
    table = read_csv(path, name, decimal=file.decimal, delimiter=delimiter, totals=file.totals, heads=heads)
    return attrs.evolve(table, thousands=file.thousands)


def _heads(criteria: CriteriaSet | None) -> Callable[[str], bool]:
    """Whether a text heads a column: a word of the list, or a code of the set, alone or with a field or its title."""

    def heads(text: str) -> bool:
        if is_known(text):
            return meaning_of(text) in ("name", "group", "criteria")
        return criteria is not None and any(code in criteria.positions for code in split_head(text))

    return heads
