"""Two sheets with a row for each unit and a column for each node: points, and beside them what could be attained."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Final

import attrs

from cchc_index.messages import phrase
from cchc_index.writing.workbook.cell_formulas import Line
from cchc_index.writing.workbook.facts import Facts
from cchc_index.writing.workbook.provenance import heading
from cchc_index.writing.workbook.sheets import lines_of

if TYPE_CHECKING:
    from cchc_index.criteria.tree import Node
    from cchc_index.results.plain import NodeColumn
    from cchc_index.values.units import Unit
    from cchc_index.writing.workbook.sheets import Sheet

HEADER: Final = 4  #: the row of the codes; below it titles and maxima
FIRST: Final = 7  #: the row of the first heading or unit
TOTAL: Final = 1  #: the column of a unit's points, or of its attainable points
NODES: Final = 2  #: the column of the first node
NAME_WIDTH: Final = 34
_WIDE, _NARROW = 12, 10
_TITLE: Final = 60  #: letters of a node's title above its column; unit sheets have all of it
_TITLE_LINES: Final = 6

number_of = cache(Decimal)


@attrs.frozen(eq=False)
class PointSheets:
    """The sheets of points and of attainable points of one result, with the same cells for the same node and unit.

    Attributes:
        facts: What is written.
        points: The sheet of points.
        maxima: The sheet of attainable points.
    """

    facts: Facts
    points: Sheet
    maxima: Sheet

    def line(self, at: int, sheet: str = "") -> Line:
        """Where the nodes of a unit stand."""
        return Line(FIRST + self.facts.offsets[at], NODES, sheet=sheet)

    def total(self, at: int) -> str:
        """The cell of a unit's points."""
        return self.points.at(FIRST + self.facts.offsets[at], TOTAL)

    def attainable(self, at: int) -> str:
        """The cell of a unit's attainable points."""
        return self.maxima.at(FIRST + self.facts.offsets[at], TOTAL)

    def column(self, position: int) -> str:
        """The points of a node, of all units."""
        return self.points.rows(FIRST, FIRST + self.facts.height - 1, NODES + position)

    def write(self) -> None:
        """Write both sheets."""
        for sheet, key in ((self.points, "points"), (self.maxima, "maxima")):
            _frame(self.facts, sheet, key)
        places = self.facts.criteria.rounding.points
        numbers = {name: self.facts.numbers(name) for name in ("points", "max_points")}
        for at, offset in enumerate(self.facts.offsets):
            self._totals(at, FIRST + offset, numbers, places)
        for node, column in zip(self.facts.criteria.nodes, self.facts.nodes, strict=False):
            self._node(node, column, places)

    def _totals(self, at: int, row: int, numbers: dict[str, list[Decimal | None]], places: int) -> None:
        own = self.facts.formulas
        for sheet, name in ((self.points, "points"), (self.maxima, "max_points")):
            value = numbers[name][at]
            sheet.text(row, 0, name_of(self.facts.cards[at].unit), "text")
            if value is None:
                sheet.text(row, TOTAL, "–", "cell area centre")
                continue
            is_total = name == "points"
            said = own.total(self.line(at), self.attainable(at)) if is_total else own.attainable(self.line(at))
            sheet.figure(row, TOTAL, said, value, "cell area", places)

    def _node(self, node: Node, column: NodeColumn, places: int) -> None:
        """One node's column on both sheets."""
        facts, at_column = self.facts, NODES + node.position
        own, words = facts.formulas, status_words(facts)
        style = f"cell{style_of(node)}"
        figures = zip(facts.offsets, column.points, column.max_points, column.status, strict=True)
        for at, (offset, points, most, status) in enumerate(figures):
            row = FIRST + offset
            if points is None:
                self.points.text(row, at_column, words[status], f"{style} centre")
            elif node.parts:
                said = own.points(node, self.line(at), self.line(at, self.maxima.name))
                self.points.figure(row, at_column, said, number_of(points), style, places)
            else:
                self.points.number(row, at_column, number_of(points), f"{style} input", places)
            if most is None:
                self.maxima.text(row, at_column, words["not_applicable"], f"{style} centre")
            elif node.parts and not node.heads_block:
                said = own.maximum(node, self.line(at))
                self.maxima.figure(row, at_column, said, number_of(most), style, places)
            else:
                self.maxima.number(row, at_column, number_of(most), f"{style} input", places)


def status_words(facts: Facts) -> dict[str, str]:
    """What stands in a cell that has no points, by status."""
    return {
        "scored": "–",
        "given": "–",
        "not_applicable": phrase("workbook.cell_not_applicable", facts.language),
        "missing": phrase("workbook.cell_missing", facts.language),
        "unscored": phrase("workbook.cell_unscored", facts.language),
    }


def style_of(node: Node) -> str:
    """How a node looks: areas stand out, then other nodes that have parts."""
    return " area" if node.depth == 0 else " inner" if node.parts else ""


def node_title(facts: Facts, node: Node) -> str:
    """A node's title above its column, cut where it is long."""
    title = node.criterion.title.say(facts.language)
    kept = title if len(title) <= _TITLE else f"{title[: _TITLE - 1].rstrip()}…"
    return f"{kept} {phrase('workbook.taken_away', facts.language)}" if node.block == "penalty" else kept


def write_names(facts: Facts, sheet: Sheet, first: int, columns: int, width: int = NAME_WIDTH) -> None:
    """The headings of the groups, across so many columns, and room for names in a column of a width."""
    for group in facts.groups:
        words = {"group": group.name, "units": str(len(group.units))}
        said = phrase("heading.group", facts.language, **words)
        sheet.across(first + group.heading, columns - 1, said, "group")
    for offset, card in zip(facts.offsets, facts.cards, strict=True):
        if (lines := lines_of(name_of(card.unit), width)) > 1:
            sheet.heights(first + offset, lines)


def name_of(unit: Unit) -> str:
    """What a unit is called: its name, or its identifier where it has none."""
    return unit.name or unit.id


def _frame(facts: Facts, sheet: Sheet, key: str) -> None:
    """Everything but the figures: heading, header, names of groups, widths and pages."""
    language, nodes = facts.language, facts.criteria.nodes
    foot = heading(facts, sheet, f"workbook.{key}", phrase(f"workbook.{key}_hint", language))
    header: Sequence[tuple[str, str]] = (
        (phrase("heading.unit", language), "head"),
        (phrase("heading.total" if key == "points" else "workbook.total_maximum", language), "head"),
    )
    for column, (text, style) in enumerate(header):
        sheet.raw.merge_range(HEADER, column, FIRST - 1, column, "", sheet.styles.of(style))
        sheet.text(HEADER, column, text, style)
    for node in nodes:
        column = NODES + node.position
        sheet.text(HEADER, column, node.criterion.code, "head")
        sheet.text(HEADER + 1, column, node_title(facts, node), "head small")
        places = facts.criteria.rounding.points
        sheet.number(HEADER + 2, column, node.criterion.max_points, "cell told centre", places)
    sheet.heights(HEADER + 1, _TITLE_LINES)
    write_names(facts, sheet, FIRST, NODES + len(nodes))
    sheet.raw.set_column(0, 0, NAME_WIDTH)
    sheet.raw.set_column(TOTAL, TOTAL, _WIDE)
    sheet.raw.set_column(NODES, NODES + len(nodes) - 1, _NARROW)
    sheet.raw.freeze_panes(FIRST, NODES)
    widths = [NAME_WIDTH, _WIDE, *[_NARROW] * len(nodes)]
    sheet.print_on(widths, range(HEADER, FIRST), FIRST + facts.height - 1, foot, NODES)
