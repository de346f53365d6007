"""A result as a workbook beside xlsxwriter alone, which is handed the same cells, formulas and formats ready made."""

from __future__ import annotations

import io
import time
import zipfile
from collections.abc import Callable
from contextlib import ExitStack
from typing import Any
from unittest import mock

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

import cchc_index
from cchc_index.criteria.criteria_set import parse_criteria
from cchc_index.cycles.cycle_result import CycleResult
from cchc_index.writing.workbook.book import result_workbook
from tests.bench.scoring import best_of, criteria_text, exact_assessment, raw_values

UNITS = 170
_WRITERS = ("write_string", "write_number", "write_formula", "write_url", "set_row", "merge_range")
Call = tuple[str, str, tuple[Any, ...]]


def result(units: int = UNITS) -> CycleResult:
    """170 units of a set of 100 leaves."""
    criteria = parse_criteria(criteria_text(), registry=cchc_index.Registry.builtin())
    return CycleResult((cchc_index.score(criteria, exact_assessment(criteria, *raw_values(criteria, units))),))


def calls_of(cycle: CycleResult) -> list[Call]:
    """What the workbook asks of xlsxwriter, in its order: sheet, method, arguments."""
    calls: list[Call] = []

    def noting(name: str) -> Callable[..., Any]:
        own = getattr(Worksheet, name)

        def noted(sheet: Worksheet, *arguments: Any) -> Any:
            calls.append((sheet.name, name, arguments))
            return own(sheet, *arguments)

        return noted

    with ExitStack() as patches:
        for name in _WRITERS:
            patches.enter_context(mock.patch.object(Worksheet, name, noting(name)))
        result_workbook(cycle)
    return calls


def by_hand(calls: list[Call]) -> float:
    """CPU seconds that xlsxwriter alone takes for the same cells, with as many formats, from the first to the bytes."""
    data = io.BytesIO()
    with xlsxwriter.Workbook(data, {"in_memory": True, "strings_to_urls": False}) as book:
        looks: dict[int, Format] = {}
        own: list[tuple[Callable[..., Any], tuple[Any, ...]]] = []
        sheets: dict[str, Worksheet] = {}
        for sheet, name, arguments in calls:
            if sheet not in sheets:
                sheets[sheet] = book.add_worksheet(sheet)
            for each in arguments:
                if isinstance(each, Format) and id(each) not in looks:
                    looks[id(each)] = book.add_format()
            given = tuple(looks[id(each)] if isinstance(each, Format) else each for each in arguments)
            own.append((getattr(sheets[sheet], name), given))
        start = time.process_time()
        for method, given in own:
            method(*given)
    return time.process_time() - start


def measure() -> list[tuple[str, str, str]]:
    """The figures, each with its bound."""
    cycle = result()
    calls = calls_of(cycle)
    bare = min(by_hand(calls) for _ in range(2))
    whole = best_of(lambda: result_workbook(cycle), 2)
    cells = sum(name.startswith("write") for _, name, _ in calls)
    size = sum(each.file_size for each in zipfile.ZipFile(io.BytesIO(result_workbook(cycle))).infolist())
    what = f"a workbook of {UNITS} units x 100 leaves, {cells:,} cells ({size // 2**20} MB of XML) / xlsxwriter alone"
    return [(what, f"{whole:.2f} s / {bare:.2f} s = {whole / bare:.2f}", "bound 2")]
