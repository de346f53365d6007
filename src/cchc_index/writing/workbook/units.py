"""A sheet for one unit: its whole tree with points, status, reason and reference, added up on the sheet itself."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

import attrs

from cchc_index.messages import phrase
from cchc_index.writing.workbook.cell_formulas import Line, cell, decimal, formula
from cchc_index.writing.workbook.facts import Facts
from cchc_index.writing.workbook.points import PointSheets, name_of, number_of, status_words, style_of
from cchc_index.writing.workbook.provenance import heading
from cchc_index.writing.workbook.ranking import BAND, INDEX, RANK, RankingSheet
from cchc_index.writing.workbook.sheets import lines_of
from cchc_index.writing.workbook.stages import StageColumns, stage_title

if TYPE_CHECKING:
    from cchc_index.criteria.tree import Node
    from cchc_index.results.figures import ScorecardNode
    from cchc_index.results.result import Scorecard
    from cchc_index.writing.workbook.sheets import Sheet

HEADER: Final = 9
FIRST: Final = 10  #: the row of the first node
TOTAL, RANKED, CLASSED = 5, 6, 7  #: the rows of the unit's own figures
CODE, TITLE, MAXIMUM = range(3)
_WIDTHS: Final = {"code": 9, "title": 44, "maximum": 10, "stage": 11, "points": 10, "index": 10, "status": 15}
_TEXTS: Final = {"reason": 52, "reference": 20, "note": 30}


@attrs.frozen(eq=False)
class UnitSheet:
    """The sheet of a unit.

    Attributes:
        facts: The result.
        sheet: The sheet.
        figures: The sheets of points.
        ranking: The sheet of ranks.
        stages: The stages before the result's own, in order.
    """

    facts: Facts
    sheet: Sheet
    figures: PointSheets
    ranking: RankingSheet
    stages: tuple[StageColumns, ...]

    @property
    def points(self) -> int:
        """The column of points; the earlier stages' stand before it, and what they differ by after it."""
        return MAXIMUM + 1 + len(self.stages)

    @property
    def names(self) -> list[str]:
        """The columns."""
        stages = ["stage"] * len(self.stages)
        return ["code", "title", "maximum", *stages, "points", *stages[:1], "index", "status", *_TEXTS]

    def write(self, at: int) -> None:
        """Write the sheet of the unit at a place in the order of the result."""
        facts, sheet, card = self.facts, self.sheet, self.facts.cards[at]
        explanation = card.explain(facts.language)
        names = self.names
        widths = [(_WIDTHS | _TEXTS)[name] for name in names]
        foot = heading(facts, sheet, "workbook.unit", "")
        room = sum(widths) * 2 // 3  # of the larger letters of a title
        if (lines := lines_of(name_of(card.unit), room)) > 1:
            sheet.across(0, len(names) - 1, name_of(card.unit), "title wrap")
            sheet.heights(0, lines + 2)
        else:
            sheet.text(0, 0, name_of(card.unit), "title")
        sheet.link(4, 0, self.ranking.sheet.name, phrase("workbook.back", facts.language), "plain")
        said = {"id": card.unit.id, "group": card.group}
        sheet.text(3, 0, phrase("workbook.unit_of", facts.language, **said), "told")
        band = explanation.band if card.band else ""
        self._own(at, card, explanation.total, explanation.index, explanation.rank, band)
        self._header(names)
        maxima = Line(MAXIMUM, FIRST, down=True)
        points = Line(self.points, FIRST, down=True)
        for node, told in zip(facts.criteria.nodes, explanation.nodes, strict=True):
            self._node(at, node, told, points, maxima)
        for column, width in enumerate(widths):
            sheet.raw.set_column(column, column, width)
        sheet.raw.freeze_panes(FIRST, TITLE + 1)
        sheet.print_on(widths, range(HEADER, FIRST), FIRST + len(facts.criteria.nodes) - 1, foot)

    def _own(self, at: int, card: Scorecard, total: str, index: str, rank: str, band: str) -> None:
        """The unit's points, index, rank and class, and how they follow."""
        facts, sheet, row = self.facts, self.sheet, self.ranking.row(at)
        rounding, language = facts.criteria.rounding, facts.language
        reasons = len(self.names) - len(_TEXTS)
        points = Line(self.points, FIRST, down=True)
        if card.points is None or card.max_points is None:
            sheet.text(TOTAL, self.points, "–", "cell area")
            sheet.text(TOTAL, MAXIMUM, "–", "cell area")
        else:
            attainable = facts.formulas.attainable(Line(MAXIMUM, FIRST, down=True))
            sheet.figure(TOTAL, MAXIMUM, attainable, card.max_points, "cell area", rounding.points)
            said = facts.formulas.total(points, cell(TOTAL, MAXIMUM))
            sheet.figure(TOTAL, self.points, said, card.points, "cell area", rounding.points)
        sheet.text(TOTAL, TITLE, phrase("heading.total", language), "text area")
        sheet.text(TOTAL, reasons, "; ".join(filter(None, (total, index))), "wrap")
        source = self.ranking.sheet.at(row, INDEX)
        column = self.points + 1 + bool(self.stages)
        if card.index is None:
            sheet.text(TOTAL, column, "–", "cell area")
        else:
            sheet.formula(TOTAL, column, f"={source}", card.index, "cell area", rounding.index)
        for own, key, place, value, words in (
            (RANKED, "rank", RANK, card.rank, rank),
            (CLASSED, "band", BAND, card.band.label.say(language) if card.band else None, band),
        ):
            sheet.text(own, TITLE, phrase(f"heading.{key}", language), "text area")
            if value is None:
                sheet.text(own, self.points, "–", "cell area")
            else:
                sheet.formula(own, self.points, f"={self.ranking.sheet.at(row, place)}", value, "cell area", 0)
            sheet.text(own, reasons, words, "wrap")
        for own, words in ((TOTAL, f"{total}; {index}"), (RANKED, rank), (CLASSED, band)):
            sheet.heights(own, lines_of(words, _TEXTS["reason"]))

    def _header(self, names: list[str]) -> None:
        """The names of the columns."""
        language = self.facts.language
        stages = iter([stage_title(each.result, language) for each in self.stages])
        for column, name in enumerate(names):
            if name != "stage":
                text = phrase(f"workbook.column_{name}", language)
            elif column < self.points:
                text = next(stages)
            else:
                text = phrase("workbook.difference", language)
            self.sheet.text(HEADER, column, text, "head")
        self.sheet.heights(HEADER, 3)

    def _node(self, at: int, node: Node, told: ScorecardNode, points: Line, maxima: Line) -> None:
        """The row of one node."""
        facts, sheet, row = self.facts, self.sheet, FIRST + node.position
        look = style_of(node)
        sheet.text(row, CODE, told.code, f"text{look}")
        title = "   " * node.depth + told.title
        if node.block == "penalty" and node.heads_block:
            title += f" {phrase('workbook.taken_away', facts.language)}"
        sheet.text(row, TITLE, title, f"text{look}")
        words = status_words(facts)
        self._figure(row, MAXIMUM, at, node, told.max_points, words["not_applicable"], look, maxima=maxima)
        self._figure(row, self.points, at, node, told.points, words[told.status], look, points=points, maxima=maxima)
        column = self.points + 1
        if self.stages:
            self._stages(row, facts.cards[at].unit.id, node, told.points, look)
            column += 1
        if told.index is None:
            sheet.text(row, column, "", f"cell{look}")
        else:
            said = facts.formulas.index(cell(row, self.points), cell(row, MAXIMUM))
            sheet.figure(row, column, said, told.index, f"cell{look}", facts.criteria.rounding.index)
        texts = {
            "status": phrase(f"workbook.status_{told.status}", facts.language),
            "reason": told.reason,
            "reference": told.reference,
            "note": told.note,
        }
        for number, text in enumerate(texts.values(), 1):
            sheet.text(row, column + number, text, f"text{look} centre" if number == 1 else "text")
        sheet.heights(
            row, max(lines_of(title, _WIDTHS["title"]), *(lines_of(texts[name], _TEXTS[name]) for name in _TEXTS))
        )

    def _figure(
        self,
        row: int,
        column: int,
        at: int,
        node: Node,
        value: Decimal | None,
        words: str,
        look: str,
        *,
        maxima: Line,
        points: Line | None = None,
    ) -> None:
        """Points or attainable points: added up here, or looked up where units stand side by side."""
        facts, style = self.facts, f"cell{look}"
        elsewhere = self.figures.maxima if points is None else self.figures.points
        source = f"={self.figures.line(at, elsewhere.name).cell(node.position)}"
        if value is None:
            self.sheet.formula(row, column, source, words, f"{style} centre")
            return
        own = facts.formulas.maximum(node, maxima) if points is None else facts.formulas.points(node, points, maxima)
        if own is not None:
            self.sheet.formula(row, column, own, value, style, facts.criteria.rounding.points)
            return
        is_marked = bool(node.parts) and not (points is None and node.heads_block)
        self.sheet.formula(
            row, column, source, value, f"{style} value" if is_marked else style, facts.criteria.rounding.points
        )

    def _stages(self, row: int, unit: str, node: Node, value: Decimal | None, look: str) -> None:
        """What the earlier stages gave, and by how much the result differs from the first."""
        code, places = node.criterion.code, self.facts.criteria.rounding.points
        for number, stage in enumerate(self.stages):
            found = stage.node(unit, code)
            if found is None:
                self.sheet.text(row, MAXIMUM + 1 + number, "–", f"cell{look} centre")
            else:
                self.sheet.number(row, MAXIMUM + 1 + number, number_of(found), f"cell{look}", places)
        first, column = self.stages[0].node(unit, code), self.points + 1
        if first is None or value is None or not self._comparable(unit, code):
            self.sheet.text(row, column, "", f"cell{look}")
            return
        said = formula(decimal(f"{cell(row, self.points)}-{cell(row, MAXIMUM + 1)}", places))
        self.sheet.figure(row, column, said, value - number_of(first), f"cell{look}", places)

    def _comparable(self, unit: str, code: str) -> bool:
        """Whether the first stage could give as many points as the last."""
        return self.stages[0].attains(unit, code) == StageColumns(self.facts.result).attains(unit, code)
