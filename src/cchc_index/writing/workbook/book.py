"""A result as a workbook: which sheets there are, how they are called, and what a spreadsheet has no room for."""

from __future__ import annotations

import datetime
import io
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final

from cchc_index.messages import phrase
from cchc_index.problems.errors import MissingExtraError, WritingError
from cchc_index.problems.problem import Problem
from cchc_index.values.contexts import own_context
from cchc_index.writing.workbook.adjusted import write_adjustments
from cchc_index.writing.workbook.classes import ClassSheet
from cchc_index.writing.workbook.components import ComponentSheet
from cchc_index.writing.workbook.cover import Cover
from cchc_index.writing.workbook.facts import Facts
from cchc_index.writing.workbook.names import SheetNames
from cchc_index.writing.workbook.points import PointSheets, name_of
from cchc_index.writing.workbook.ranking import RankingSheet
from cchc_index.writing.workbook.sheets import Sheet, Styles
from cchc_index.writing.workbook.stages import StageColumns, StageSheet
from cchc_index.writing.workbook.units import UnitSheet

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook

    from cchc_index.cycles.cycle_result import CycleResult
    from cchc_index.problems.problem import Language
    from cchc_index.results.result import IndexResult

MADE: Final = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)  #: stands for the time of making
MOST_UNIT_SHEETS: Final = 200  #: tabs that somebody can still find a unit among
MOST_UNIT_ROWS: Final = 60_000  #: rows of all units' sheets together
MOST_CELLS: Final = 6_000_000  #: of units and nodes; a spreadsheet opens no more in bearable time
MOST_COLUMNS: Final = 16_000  #: nodes of a set; Excel has 16,384 columns
_OPTIONS: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


@own_context
def result_workbook(
    cycle: CycleResult, language: Language = "vi", *, most_unit_sheets: int = MOST_UNIT_SHEETS
) -> bytes:
    """A result as the bytes of an .xlsx file that can be checked by hand.

    Sums, attainable points, indices, ranks and classes by thresholds are formulas, with the library's figures as their
    results; what no formula says exactly is a value, marked as one.

    Args:
        cycle: The result.
        language: Of its words.
        most_unit_sheets: Of how many units each still has a sheet of its own.

    Raises:
        MissingExtraError: xlsxwriter is not installed (the extra `office`).
        WritingError: There are more criteria or units than a spreadsheet has room for.

    Example:
        >>> import cchc_index
        >>> result_workbook(cchc_index.open_cycle("lai-chau-2021").score())[:2]
        b'PK'
    """
    try:
        import xlsxwriter
    except ImportError as error:
        raise MissingExtraError("office", "xlsxwriter") from error
    _refuse_too_large(cycle)
    data = io.BytesIO()
    with xlsxwriter.Workbook(data, _OPTIONS) as book:
        title = cycle.title or cycle.results[0].criteria.title
        names = ", ".join(dict.fromkeys(result.criteria.name for result in cycle.results))
        book.set_properties({"title": title.say(language)[:250], "subject": names[:250], "created": MADE})
        book.set_calc_mode("auto")
        book.set_size(2400, 1400)
        _BookWriter(book, cycle, language).write(most_unit_sheets)
    return data.getvalue()


def _refuse_too_large(cycle: CycleResult) -> None:
    """Refuse what no spreadsheet opens."""
    nodes = max(len(result.criteria.nodes) for result in cycle.results)
    cells = sum(len(result) * len(result.criteria.nodes) for result in cycle.results)
    if nodes > MOST_COLUMNS or cells > MOST_CELLS:
        said = {"nodes": str(nodes), "cells": str(cells), "most": str(MOST_CELLS), "columns": str(MOST_COLUMNS)}
        raise WritingError(Problem("workbook.too_large", arguments=said))


class _BookWriter:
    """Adds the sheets in their order, then fills them."""

    def __init__(self, book: Workbook, cycle: CycleResult, language: Language) -> None:
        self.book = book
        self.cycle = cycle
        self.language: Language = language
        self.styles = Styles(book)
        self.names = SheetNames()

    def write(self, most_unit_sheets: int) -> None:
        cover = self._sheet("cover")
        parts = self._parts()
        shown = _of_units(parts)
        units = sum(len(facts.cards) for facts in shown)
        rows = sum(len(facts.cards) * len(facts.criteria.nodes) for facts in shown)
        has_pages = units <= most_unit_sheets and rows <= MOST_UNIT_ROWS
        said = {"units": str(units), "most": str(most_unit_sheets)}
        missing = "" if has_pages else phrase("workbook.no_unit_sheets", self.language, **said)
        sheets = [self._sheets(facts) for facts in parts]
        pages = [
            {card.unit.id: self.names.take(name_of(card.unit)) for card in facts.cards}
            if has_pages and facts in shown
            else {}
            for facts in parts
        ]
        Cover(self.cycle, cover, self.language, missing).write(
            [(facts, {key: sheet.name for key, sheet in own.items()}) for facts, own in zip(parts, sheets, strict=True)]
        )
        for facts, own, page in zip(parts, sheets, pages, strict=True):
            self._fill(facts, own, page)

    def _parts(self) -> list[Facts]:
        """The results that have units, each with those of the same set's earlier stages."""
        results = self.cycle.results
        histories = self.cycle.histories
        every = histories().results if histories is not None and any(map(len, results)) else results
        found = []
        for number, result in enumerate(results, 1):
            earlier: list[IndexResult] = []
            for each in every:
                if each.stage == result.stage:
                    break
                if each.criteria.id == result.criteria.id or set(each.register.rows) & set(result.register.rows):
                    earlier.append(each)
            found.append(Facts(result, self.language, number if len(results) > 1 else 0, tuple(earlier)))
        return found

    def _sheet(self, key: str, number: int = 0) -> Sheet:
        name = phrase(f"workbook.{key}", self.language) + (f" {number}" if number else "")
        return Sheet(self.book, self.styles, self.names.take(name))

    def _sheets(self, facts: Facts) -> dict[str, Sheet]:
        """The sheets of one result, by what they hold."""
        keys = ["ranking", "points", "maxima", "components"]
        keys += ["classes"] if facts.criteria.classify else []
        keys += ["stages"] if facts.earlier else []
        keys += ["adjustments"] if facts.assessment.adjustments or facts.assessment.overtaken else []
        return {key: self._sheet(key, facts.number) for key in keys}

    def _fill(self, facts: Facts, sheets: Mapping[str, Sheet], pages: Mapping[str, str]) -> None:
        """Everything of one result."""
        figures = PointSheets(facts, sheets["points"], sheets["maxima"])
        figures.write()
        classes = ClassSheet(facts, sheets["classes"]) if "classes" in sheets else None
        ranking = RankingSheet(facts, sheets["ranking"], figures, classes.cut_offs() if classes else {}, pages)
        ranking.write()
        ComponentSheet(facts, sheets["components"], figures, ranking).write()
        if classes is not None:
            classes.write(ranking.bands())
        stages = tuple(StageColumns(each) for each in facts.earlier)
        if stages:
            StageSheet(facts, sheets["stages"], (*stages, StageColumns(facts.result))).write()
        if "adjustments" in sheets:
            write_adjustments(facts, sheets["adjustments"])
        for at, card in enumerate(facts.cards):
            if (page := pages.get(card.unit.id)) is not None:
                sheet = Sheet(self.book, self.styles, page)
                UnitSheet(facts, sheet, figures, ranking, stages).write(at)


def _of_units(parts: list[Facts]) -> list[Facts]:
    """The results whose units have sheets: of each set the last stage."""
    last: dict[Any, Facts] = {facts.criteria.name: facts for facts in parts}
    return [facts for facts in parts if last[facts.criteria.name] is facts]
