"""What every sheet repeats: the set with its status and source, what the data are, the stage, what is awaited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cchc_index.messages import phrase
from cchc_index.writing.table import Style
from cchc_index.writing.text import awaiting_words, origin_lines, set_lines

if TYPE_CHECKING:
    from cchc_index.problems.problem import Language
    from cchc_index.results.result import IndexResult
    from cchc_index.writing.workbook.facts import Facts
    from cchc_index.writing.workbook.sheets import Sheet

PAGE = Style(width=100_000)  #: a spreadsheet breaks lines by itself


def heading(facts: Facts, sheet: Sheet, title: str, hint: str) -> str:
    """The first rows of a sheet: its title, the set and stage, status and data, a hint; back comes the page's foot."""
    result, language = facts.result, facts.language
    own, status, data = said_of(result, language)
    sheet.text(0, 0, phrase(title, language), "title")
    sheet.text(1, 0, own, "told")
    awaiting = awaiting_words(result.criteria, result.awaiting, language)
    sheet.text(2, 0, ". ".join(filter(None, (status, data, awaiting))), "warn" if awaiting else "told")
    sheet.text(3, 0, hint, "told")
    return f"{own} – {status}"


def said_of(result: IndexResult, language: Language) -> tuple[str, str, str]:
    """The set and the stage, the set's status and source, and what the data are."""
    own, status, *_ = set_lines(result, language, PAGE)
    data = " ".join(origin_lines(result, language, PAGE))
    return own, status, data
