"""Stage beside stage: what units gave themselves, what was appraised, and what came out, by total and area."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Final

import attrs
import numpy as np

from cchc_index.messages import phrase, stage_word
from cchc_index.writing.workbook.cell_formulas import cell, decimal, formula
from cchc_index.writing.workbook.facts import Facts
from cchc_index.writing.workbook.points import NAME_WIDTH, name_of, number_of, write_names
from cchc_index.writing.workbook.provenance import heading

if TYPE_CHECKING:
    from cchc_index.problems.problem import Language
    from cchc_index.results.result import IndexResult
    from cchc_index.writing.workbook.sheets import Sheet

HEADER: Final = 4
FIRST: Final = 6
_WIDTH: Final = 12


@attrs.frozen(eq=False)
class StageColumns:
    """The points that one stage gave, by unit and node.

    Attributes:
        result: The stage's result.
    """

    result: IndexResult

    @cached_property
    def _points(self) -> Mapping[str, tuple[list[str | None], ...]]:
        """By unit its points, attainable points and index, and the points of each node."""
        plain = self.result.plain()
        head = plain.head()
        nodes = zip(*plain.node_points(), strict=True) if len(head["unit"]) else ()
        found = zip(head["unit"], head["points"], head["max_points"], head["index"], nodes, strict=True)
        return {unit: ([points, most, index], list(each)) for unit, points, most, index, each in found}

    def total(self, unit: str) -> list[str | None]:
        """A unit's points, attainable points and index at the stage."""
        return self._points[unit][0] if unit in self._points else [None, None, None]

    def node(self, unit: str, code: str) -> str | None:
        """A unit's points for a node at the stage; None where there are none, or no such node."""
        position = self.result.criteria.positions.get(code)
        if unit not in self._points or position is None:
            return None
        return self._points[unit][1][position]

    def attains(self, unit: str, code: str) -> int:
        """What a unit could attain at a node at the stage, in units of the last decimal."""
        position = self.result.criteria.positions.get(code)
        if unit not in self.result.register.rows or position is None:
            return -1
        maximum = self.result.outcome.sums.maxima[position]
        return int(np.broadcast_to(maximum, len(self.result))[self.result.register.row(unit)])


def stage_title(result: IndexResult, language: Language) -> str:
    """The name of a result's stage above a column."""
    word = stage_word(result.stage, language)
    return word[:1].upper() + word[1:]


@attrs.frozen(eq=False)
class StageSheet:
    """The sheet of stages.

    Attributes:
        facts: What is written.
        sheet: The sheet.
        stages: The stages in order, the result's own at the end.
    """

    facts: Facts
    sheet: Sheet
    stages: tuple[StageColumns, ...]

    def write(self) -> None:
        """Write the sheet: for the total, then each area, the stages' points and what the last adds to the first."""
        facts, sheet, language = self.facts, self.sheet, self.facts.language
        words = [stage_title(each.result, language) for each in self.stages]
        foot = heading(
            facts,
            sheet,
            "workbook.stages",
            phrase("workbook.stages_hint", language, first=stage_word(self.stages[0].result.stage, language)),
        )
        sheet.raw.merge_range(HEADER, 0, FIRST - 1, 0, "", sheet.styles.of("head"))
        sheet.text(HEADER, 0, phrase("heading.unit", language), "head")
        tops = [
            (node.criterion.code, f"{node.criterion.code} {node.criterion.title.say(language)}")
            for node in facts.criteria.top
        ]
        column = 1
        for code, title in [("", phrase("heading.total", language)), *tops]:
            self._columns(column, code, title, words)
            column += len(words) + 1
        for at, card in enumerate(facts.cards):
            sheet.text(FIRST + facts.offsets[at], 0, name_of(card.unit), "text")
        sheet.heights(HEADER, 3)
        sheet.heights(HEADER + 1, 2)
        write_names(facts, sheet, FIRST, column)
        sheet.raw.set_column(0, 0, NAME_WIDTH)
        sheet.raw.set_column(1, column - 1, _WIDTH)
        sheet.raw.freeze_panes(FIRST, 1)
        widths = [NAME_WIDTH, *[_WIDTH] * (column - 1)]
        sheet.print_on(widths, range(HEADER, FIRST), FIRST + facts.height - 1, foot, 1)

    def _columns(self, column: int, code: str, title: str, words: list[str]) -> None:
        """The stages of the total, or of one area."""
        facts, sheet, places = self.facts, self.sheet, self.facts.criteria.rounding.points
        last = column + len(words)
        sheet.raw.merge_range(HEADER, column, HEADER, last, "", sheet.styles.of("head small"))
        sheet.text(HEADER, column, title, "head small")
        for number, word in enumerate([*words, phrase("workbook.difference", facts.language)]):
            sheet.text(HEADER + 1, column + number, word, "head small")
        for at, card in enumerate(facts.cards):
            row, unit = FIRST + facts.offsets[at], card.unit.id
            values = [stage.node(unit, code) if code else stage.total(unit)[0] for stage in self.stages]
            for number, value in enumerate(values):
                if value is None:
                    sheet.text(row, column + number, "–", "cell")
                else:
                    sheet.number(row, column + number, number_of(value), "cell", places)
            first, final = values[0], values[-1]
            if first is None or final is None or not self._comparable(unit, code):
                if not code and (differing := self._differing(unit)):
                    self._added(row, last, differing)
                else:
                    sheet.text(row, last, "", "cell inner")
                continue
            said = formula(decimal(f"{cell(row, last - 1)}-{cell(row, column)}", places))
            sheet.figure(row, last, said, Decimal(final) - Decimal(first), "cell inner", places)

    def _differing(self, unit: str) -> dict[int, Decimal]:
        """By area's number by how much the last stage differs from the first, where both could give as many points."""
        found = {}
        for number, node in enumerate(self.facts.criteria.top):
            code = node.criterion.code
            first, final = (stage.node(unit, code) for stage in (self.stages[0], self.stages[-1]))
            if first is not None and final is not None and self._comparable(unit, code):
                found[number] = Decimal(final) - Decimal(first)
        return found

    def _added(self, row: int, column: int, differing: dict[int, Decimal]) -> None:
        """The sum of the areas' differences, where the total could not be as high at both stages."""
        step, places = len(self.stages) + 1, self.facts.criteria.rounding.points
        cells = ",".join(cell(row, column + step * (number + 1)) for number in differing)
        value = sum(differing.values(), Decimal(0))
        self.sheet.figure(row, column, formula(decimal(f"SUM({cells})", places)), value, "cell inner", places)

    def _comparable(self, unit: str, code: str) -> bool:
        """Whether the first stage and the last could give as many points: else a difference would say nothing."""
        if not code:
            return self.stages[0].total(unit)[1] == self.stages[-1].total(unit)[1]
        return self.stages[0].attains(unit, code) == self.stages[-1].attains(unit, code)
