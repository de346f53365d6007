"""A result as a file: which ending stands for which format, and what makes its bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Final

from cchc_index.writing.csv_file import MARK
from cchc_index.writing.formats import result_csv, result_json

if TYPE_CHECKING:
    from cchc_index.cycles.cycle_result import CycleResult
    from cchc_index.problems.problem import Language

Maker = Callable[["CycleResult", "Language"], Iterable[bytes]]


def _json(result: CycleResult, language: Language) -> Iterator[bytes]:
    return _encoded(result_json(result))


def _csv(result: CycleResult, language: Language) -> Iterator[bytes]:
    yield MARK
    yield from _encoded(result_csv(result))


def _workbook(result: CycleResult, language: Language) -> Iterator[bytes]:
    from cchc_index.writing.workbook.book import result_workbook

    yield result_workbook(result, language)


def _html(result: CycleResult, language: Language) -> Iterator[bytes]:
    from cchc_index.writing.page.result_page import result_page

    return (piece.encode(errors="replace") for piece in result_page(result, language))


def _docx(result: CycleResult, language: Language) -> Iterator[bytes]:
    from cchc_index.writing.word.filled import filled
    from cchc_index.writing.word.filling import annex_fields

    yield filled("annex", annex_fields(result, language), language)


def _encoded(pieces: Iterable[str]) -> Iterator[bytes]:
    return (piece.encode(errors="surrogateescape") for piece in pieces)


#: By ending, what makes the file of a result in a language. A format imports its extra when it is asked for.
RESULT_FILES: Final[Mapping[str, Maker]] = {
    ".json": _json,
    ".csv": _csv,
    ".xlsx": _workbook,
    ".html": _html,
    ".docx": _docx,
}
