"""Component indices: per cent of what could be attained, of areas and criteria that have parts, with ranks by area."""

from __future__ import annotations

from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Final

import attrs

from cchc_index.criteria.tree import Node
from cchc_index.messages import phrase
from cchc_index.writing.workbook.cell_formulas import cell, column_range
from cchc_index.writing.workbook.comparing import rank
from cchc_index.writing.workbook.facts import Facts
from cchc_index.writing.workbook.points import NAME_WIDTH, PointSheets, name_of, node_title, style_of, write_names
from cchc_index.writing.workbook.provenance import heading
from cchc_index.writing.workbook.ranking import BLOCK, RankingSheet
from cchc_index.writing.workbook.ranking import FIRST as RANKING_FIRST

if TYPE_CHECKING:
    from cchc_index.writing.workbook.sheets import Sheet

HEADER: Final = 4
FIRST: Final = 6
_WIDTH: Final = 10
_TITLE_LINES: Final = 6


@attrs.frozen(eq=False)
class ComponentSheet:
    """The sheet of component indices.

    Attributes:
        facts: What is written.
        sheet: The sheet.
        figures: The sheets of points.
        ranking: The sheet of ranks, which says who is compared with whom.
    """

    facts: Facts
    sheet: Sheet
    figures: PointSheets
    ranking: RankingSheet

    @cached_property
    def columns(self) -> list[tuple[Node, int, bool]]:
        """Each node with the column of its index, and whether ranks by it stand beside it."""
        found, column = [], 1
        for node in self.facts.bare:
            ranked = node.parent < 0
            found.append((node, column, ranked))
            column += 2 if ranked else 1
        return found

    @property
    def width(self) -> int:
        """How many columns there are."""
        _, column, ranked = self.columns[-1]
        return column + 1 + ranked

    def write(self) -> None:
        """Write the sheet."""
        facts, sheet = self.facts, self.sheet
        self._frame()
        for at, card in enumerate(facts.cards):
            sheet.text(FIRST + facts.offsets[at], 0, name_of(card.unit), "text")
        for node, column, ranked in self.columns:
            plain = facts.nodes[node.position] if facts.nodes else None
            if plain is None:
                continue
            for at, index in enumerate(plain.index):
                self._index(node, column, at, None if index is None else Decimal(index))
                if ranked and plain.rank is not None:
                    self._rank(column, at, plain.rank[at])

    def _index(self, node: Node, column: int, at: int, value: Decimal | None) -> None:
        row, style = FIRST + self.facts.offsets[at], f"cell{style_of(node)}"
        if value is None:
            self.sheet.text(row, column, "–", style)
            return
        points, maxima = (
            self.figures.line(at, sheet.name).cell(node.position)
            for sheet in (self.figures.points, self.figures.maxima)
        )
        places = self.facts.criteria.rounding.index
        self.sheet.figure(row, column, self.facts.formulas.index(points, maxima), value, style, places)

    def _rank(self, column: int, at: int, value: int | None) -> None:
        row, by = FIRST + self.facts.offsets[at], self.facts.criteria.rank
        if value is None:
            self.sheet.text(row, column + 1, "–", "cell centre")
            return
        said = None
        if by.compare == "published" and by.ties == "shared":
            own = self.ranking.sheet.at(RANKING_FIRST + self.facts.offsets[at], BLOCK)
            blocks = self.ranking.rows(BLOCK)
            indices = column_range(FIRST, FIRST + self.facts.height - 1, column)
            said = f"={rank([(blocks, own), (indices, cell(row, column))])}"
        self.sheet.figure(row, column + 1, said, value, "cell centre", 0)

    def _frame(self) -> None:
        """Everything but the figures."""
        facts, sheet, language = self.facts, self.sheet, self.facts.language
        foot = heading(facts, sheet, "workbook.components", phrase("workbook.components_hint", language))
        sheet.raw.merge_range(HEADER, 0, FIRST - 1, 0, "", sheet.styles.of("head"))
        sheet.text(HEADER, 0, phrase("heading.unit", language), "head")
        for node, column, ranked in self.columns:
            sheet.text(HEADER, column, node.criterion.code, "head")
            sheet.text(HEADER + 1, column, node_title(facts, node), "head small")
            if ranked:
                sheet.text(HEADER, column + 1, phrase("heading.rank", language), "head")
                sheet.text(
                    HEADER + 1, column + 1, phrase("workbook.rank_by", language, code=node.criterion.code), "head small"
                )
        sheet.heights(HEADER + 1, _TITLE_LINES)
        write_names(facts, sheet, FIRST, self.width)
        sheet.raw.set_column(0, 0, NAME_WIDTH)
        sheet.raw.set_column(1, self.width - 1, _WIDTH)
        sheet.raw.freeze_panes(FIRST, 1)
        widths = [NAME_WIDTH, *[_WIDTH] * (self.width - 1)]
        sheet.print_on(widths, range(HEADER, FIRST), FIRST + facts.height - 1, foot, 1)
