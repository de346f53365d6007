"""Rows and columns of figures on fills: the darker, the more; what has no figure is hatched and says why."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Final

import attrs

from cchc_index.charts.chart import MARGIN, WIDTH, Body, ink_on, shade
from cchc_index.charts.lettering import faces
from cchc_index.charts.sheet import INK, PAPER, QUIET, Sheet

_SIZE, _SMALL, _LINE = 8.0, 7.0, 10.5
_MARK, _NAME, _LEAST, _FIGURE = 26.0, 150.0, 50.0, 4.0
_LEGEND: Final = 11.0
_MOST_LINES: Final = 6  #: of a head; a longer one stands beneath the rows, and its code above them
#: how cells without a figure are hatched, in the order of the legend
_HATCHES: Final = ("////", "..", "xxx", "---")


@attrs.frozen
class Cell:
    """One figure, or why there is none.

    Attributes:
        figures: Figures as they are printed, one a line.
        value: The figure that the fill shows; None for none.
        kind: Where there is none, which of the kinds it is.
    """

    figures: tuple[str, ...] = ()
    value: Decimal | None = None
    kind: int = 0


@attrs.frozen
class Row:
    """One row.

    Attributes:
        name: Whose it is.
        cells: One for each column.
        mark: What stands before the name.
    """

    name: str
    cells: Sequence[Cell]
    mark: str = ""


@attrs.frozen(eq=False)
class Grid(Body):
    """Rows and columns of figures.

    Attributes:
        table: The rows.
        columns: The columns' heads.
        span: The figures of the lightest and the darkest fill.
        heads: What stands above marks and names.
        kinds: What each kind of cell without a figure is called.
        scale: What the fills mean, in words.
        codes: What stands above a column whose head is too long; its head is then said beneath the rows.
    """

    table: Sequence[Row]
    columns: Sequence[str]
    span: tuple[Decimal, Decimal]
    heads: tuple[str, str] = ("", "")
    kinds: Sequence[str] = ()
    scale: str = ""
    codes: Sequence[str] = ()
    _names: dict[int, list[str]] = attrs.field(factory=dict, init=False)
    _heads: list[list[str]] = attrs.field(factory=list, init=False)
    _below: list[str] = attrs.field(factory=list, init=False)

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self.table)

    def _cell_width(self) -> float:
        room = (WIDTH - 2 * MARGIN - _MARK - _NAME) / max(len(self.columns), 1)
        return max(_LEAST, min(room, 90.0))

    @property
    def width(self) -> float:
        """Wider than a page where there are more columns than fit."""
        return max(WIDTH, 2 * MARGIN + _MARK + self._name_width() + len(self.columns) * self._cell_width())

    def _name_width(self) -> float:
        return max(_NAME, WIDTH - 2 * MARGIN - _MARK - len(self.columns) * self._cell_width())

    def _head_lines(self) -> list[list[str]]:
        if not self._heads:
            plain, bold = faces()
            for number, head in enumerate(self.columns):
                lines = bold.lines(head, _SMALL, self._cell_width() - 4)
                if len(lines) > _MOST_LINES and self.codes:
                    lines = bold.lines(self.codes[number], _SMALL, self._cell_width() - 4)
                    self._below.extend(plain.lines(head, _SMALL, self.width - 2 * MARGIN))
                self._heads.append(lines)
        return self._heads

    def head_height(self) -> float:
        """As many lines as the longest head takes."""
        return max(map(len, self._head_lines()), default=1) * 9 + 6

    def _lines(self, row: int) -> list[str]:
        if row not in self._names:
            self._names[row] = faces()[0].lines(self.table[row].name, _SIZE, self._name_width() - 6)
        return self._names[row]

    def height(self, row: int) -> float:
        """As many lines as the name, or the cell with most figures, takes."""
        most = max((len(cell.figures) for cell in self.table[row].cells), default=1)
        return max(len(self._lines(row)), most, 1) * _LINE + _FIGURE

    def draw(self, sheet: Sheet, y: float, rows: range) -> None:
        """Heads and rows."""
        start, wide = MARGIN + _MARK + self._name_width(), self._cell_width()
        bottom = y + self.head_height()
        for (x, align), head in zip(((MARGIN, "left"), (MARGIN + _MARK, "left")), self.heads, strict=True):
            sheet.text(x, bottom - 6, head, size=_SMALL, bold=True, align="right" if align == "right" else "left")
        for number, lines in enumerate(self._head_lines()):
            for place, line in enumerate(lines):
                base = bottom - 6 - 9 * (len(lines) - 1 - place)
                sheet.text(start + (number + 0.5) * wide, base, line, size=_SMALL, bold=True, align="center")
        for row in rows:
            self._draw_row(sheet, bottom, row, start, wide)
            bottom += self.height(row)

    def _draw_row(self, sheet: Sheet, y: float, row: int, start: float, wide: float) -> None:
        said, height = self.table[row], self.height(row)
        sheet.text(MARGIN + _MARK - 8, y + _LINE - 0.5, said.mark, size=_SIZE, align="right")
        for number, line in enumerate(self._lines(row)):
            sheet.text(MARGIN + _MARK, y + _LINE - 0.5 + number * _LINE, line, size=_SIZE)
        for number, cell in enumerate(said.cells):
            x = start + number * wide
            if cell.value is None:
                sheet.box(x, y, wide - 1, height - 1, fill=PAPER, hatch=_HATCHES[cell.kind % len(_HATCHES)])
                continue
            fill = shade(self._share(cell.value))
            sheet.box(x, y, wide - 1, height - 1, fill=fill)
            for place, figure in enumerate(cell.figures):
                base = y + _LINE - 0.5 + place * _LINE
                sheet.text(x + wide / 2, base, figure, size=_SIZE, align="center", color=ink_on(fill))

    def _share(self, value: Decimal) -> float:
        low, high = self.span
        return float(value - low) / float(high - low) if high > low else 1.0

    def foot_height(self) -> float:
        """A line for the scale, one for each kind of cell without a figure, and heads that are too long."""
        self._head_lines()
        return _LEGEND * (len(self._used()) + bool(self.scale) + len(self._below)) + 6

    def _used(self) -> list[int]:
        """The kinds of cells without a figure that there are."""
        found = {cell.kind for row in self.table for cell in row.cells if cell.value is None}
        return [kind for kind in range(len(self.kinds)) if kind in found]

    def draw_foot(self, sheet: Sheet, y: float) -> None:
        """The scale from light to dark, what is hatched how, and heads that are too long."""
        y += 6
        if self.scale:
            for step in range(5):
                sheet.box(MARGIN + step * 14, y, 14, 8, fill=shade(step / 4))
            sheet.text(MARGIN + 76, y + 7, self.scale, size=_SMALL, color=QUIET)
            y += _LEGEND
        for kind in self._used():
            sheet.box(MARGIN, y, 18, 8, fill=PAPER, hatch=_HATCHES[kind % len(_HATCHES)])
            sheet.text(MARGIN + 23, y + 7, self.kinds[kind], size=_SMALL, color=INK)
            y += _LEGEND
        for line in self._below:
            sheet.text(MARGIN, y + 7, line, size=_SMALL)
            y += _LEGEND
