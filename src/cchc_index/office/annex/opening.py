"""A workbook as an annex: which of its sheets is one, and what a draft of it is."""

from __future__ import annotations

from pathlib import Path

from cchc_index.messages.worksheet import SHEETS
from cchc_index.office.annex.draft import Draft, draft_of
from cchc_index.office.annex.table import annex_of, faults_of
from cchc_index.problems.errors import CriteriaError
from cchc_index.problems.problem import Language, Place, Problem
from cchc_index.reading.declared import InputFormat
from cchc_index.reading.grids.cells import Grid, Texts
from cchc_index.reading.sources import read_grids
from cchc_index.registry.registry import Registry
from cchc_index.values.text import folded


def read_annex(path: Path, name: str, registry: Registry, language: Language) -> Draft | None:
    """The draft of the annex that a workbook holds; None for a workbook that is a worksheet of ours.

    Raises:
        CriteriaError: It is neither, holds several annexes, or cannot be read.
        MissingExtraError: python-calamine is not installed (the extra `office`).
    """
    grids = read_grids(path, name, InputFormat(formulas="cached"), Texts())
    if unreadable := [problem for grid in grids if not grid.whole for problem in grid.problems]:
        raise CriteriaError(unreadable)
    if is_worksheet(grids):
        return None
    there = ", ".join(grid.sheet for grid in grids)
    annexes = [annex for grid in grids if (annex := annex_of(grid)) is not None]
    if len(annexes) != 1:
        key = "annex.two_tables" if annexes else "annex.no_table"
        found = ", ".join(annex.grid.sheet for annex in annexes) or there
        raise CriteriaError(Problem(key, Place(name), arguments={"count": str(len(annexes)), "there": found}))
    if faults := faults_of(annexes[0].grid):
        raise CriteriaError(faults)
    return draft_of(annexes[0], language, registry)


def is_worksheet(grids: list[Grid]) -> bool:
    """Whether sheets bear the names of a worksheet's."""
    known = {folded(word) for key in ("settings", "criteria") for word in SHEETS[key]}
    return sum(folded(grid.sheet) in known for grid in grids) > 1 or any(
        folded(grid.sheet) in {folded(word) for word in SHEETS["settings"]} for grid in grids
    )
