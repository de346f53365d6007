"""All that is handed in of a cycle, as the files of one folder: documents, workbook, page, tables, pictures."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib.util import find_spec
from typing import Final

from cchc_index.cycles.cycle_result import CycleResult
from cchc_index.messages import phrase
from cchc_index.problems.errors import MissingExtraError
from cchc_index.problems.problem import Language
from cchc_index.writing.charts import chart_files, stage_files
from cchc_index.writing.result_files import RESULT_FILES

_NEEDED: Final = (("office", "xlsxwriter"), ("office", "docxtpl"), ("charts", "matplotlib"))
_RESULT: Final = (".xlsx", ".html", ".csv", ".json")


def handed_in(
    result: CycleResult,
    stages: CycleResult,
    documents: Mapping[str, Callable[[], bytes]],
    language: Language,
) -> dict[str, Callable[[], bytes]]:
    """What makes each file, by its name within the folder; for `writing.files.Made`.

    Args:
        result: The result.
        stages: The results of all its stages, for the picture that sets them side by side.
        documents: What makes the Word documents, by `review` and `annex`.
        language: The language of names and contents.

    Raises:
        MissingExtraError: What makes a part of it is not installed; all that is missing is told at once.

    Example:
        >>> import cchc_index
        >>> result = cchc_index.open_cycle("lai-chau-2021").score()
        >>> list(handed_in(result, result, {}, "vi"))[:4]
        ['ket-qua.xlsx', 'ket-qua.html', 'ket-qua.csv', 'ket-qua.json']
    """
    missing = [(extra, package) for extra, package in _NEEDED if find_spec(package) is None]
    if missing:
        extras, packages = zip(*missing, strict=True)
        raise MissingExtraError(",".join(dict.fromkeys(extras)), ", ".join(packages))
    made = {f"{phrase(f'handed.{kind}', language)}.docx": make for kind, make in documents.items()}
    name = phrase("handed.result", language)
    made |= {f"{name}{ending}": _maker(result, ending, language) for ending in _RESULT}
    folder = phrase("handed.charts", language)
    pictures = {**chart_files(result, language), **stage_files(stages, language)}
    return made | {f"{folder}/{picture}": make for picture, make in pictures.items()}


def _maker(result: CycleResult, ending: str, language: Language) -> Callable[[], bytes]:
    return lambda: b"".join(RESULT_FILES[ending](result, language))
