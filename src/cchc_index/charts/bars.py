"""Rows with a bar each: a name, the printed figure, the bar, and a word at its end."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cached_property
from typing import Final

import attrs

from cchc_index.charts.chart import MARGIN, WIDTH, Body, shades
from cchc_index.charts.lettering import faces
from cchc_index.charts.sheet import INK, PAPER, QUIET, RULE, Sheet

_SIZE, _SMALL, _LINE = 8.0, 7.0, 10.5
_MARK, _NAME, _END = 30.0, 196.0, 76.0  #: widths of the columns beside the bars
_WITHOUT: Final = "...."  #: how a row without a figure is hatched
OUTSIDE: Final = "//"  #: how a bar out of the order is hatched


@attrs.frozen
class Bar:
    """One row.

    Attributes:
        name: Whose it is.
        figure: The figure as it is printed; "" for none.
        value: The figure as a number; None for none.
        mark: What stands before the name, such as a rank.
        end: What stands behind the bar, such as a class.
        level: Its fill among the levels, 0 the darkest.
        outside: Whether it is out of the order, and hatched.
        instead: What is said where there is no figure.
    """

    name: str
    figure: str = ""
    value: Decimal | None = None
    mark: str = ""
    end: str = ""
    level: int = 0
    outside: bool = False
    instead: str = ""


@attrs.frozen
class Cut:
    """A line across the bars.

    Attributes:
        value: Where.
        label: What it says.
    """

    value: Decimal
    label: str


@attrs.frozen(eq=False)
class Bars(Body):
    """Rows with bars.

    Attributes:
        bars: The rows.
        most: The figure that the longest bar can have.
        levels: How many fills there are, dark to light.
        cuts: Lines across the bars.
        heads: What stands above the columns: mark, name, figure, bars, end.
        legend: What a hatched bar means; "" where there is none.
    """

    bars: Sequence[Bar]
    most: Decimal
    levels: int = 1
    cuts: Sequence[Cut] = ()
    heads: tuple[str, str, str, str, str] = ("", "", "", "", "")
    legend: str = ""
    _names: dict[int, list[str]] = attrs.field(factory=dict, init=False)
    _ends: dict[int, list[str]] = attrs.field(factory=dict, init=False)

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self.bars)

    @cached_property
    def _figure_width(self) -> float:
        plain = faces()[0]
        widest = max((plain.width(bar.figure, _SIZE) for bar in self.bars), default=0)
        return max(widest, faces()[1].width(self.heads[2], _SMALL)) + 6

    @cached_property
    def _mark_width(self) -> float:
        return _MARK if self.heads[0] or any(bar.mark for bar in self.bars) else 0

    def _name_width(self) -> float:
        return _NAME + (_MARK - self._mark_width)

    @cached_property
    def _end_width(self) -> float:
        return _END if self.heads[4] or any(bar.end for bar in self.bars) else 0

    def _span(self) -> tuple[float, float]:
        """Where bars begin, and how long the longest can be."""
        start = MARGIN + self._mark_width + self._name_width() + self._figure_width + 8
        return start, WIDTH - MARGIN - self._end_width - start

    def _at(self, value: Decimal) -> float:
        start, length = self._span()
        return start + length * float(value) / float(self.most) if self.most else start

    def _cut_levels(self) -> list[tuple[float, float, int, Cut]]:
        """Labels of lines: where, how wide, and on which level, so that none stands on another."""
        plain, placed = faces()[0], []
        ends: list[float] = []
        for cut in sorted(self.cuts, key=lambda each: each.value):
            width = plain.width(cut.label, _SMALL)
            at = self._at(cut.value)
            left = min(at - width / 2, WIDTH - MARGIN - width)
            level = next((level for level, end in enumerate(ends) if end + 4 < left), len(ends))
            ends[level:] = [left + width, *ends[level + 1 :]]
            placed.append((left, at, level, cut))
        return placed

    def head_height(self) -> float:
        """Heads of columns, and labels of lines on as many levels as they need."""
        levels = max((level for _, _, level, _ in self._cut_levels()), default=-1) + 1
        return 18 + 9 * levels

    def _lines(self, row: int) -> tuple[list[str], list[str]]:
        if row not in self._names:
            plain, bar = faces()[0], self.bars[row]
            self._names[row] = plain.lines(bar.name, _SIZE, self._name_width() - 6)
            self._ends[row] = plain.lines(bar.end, _SIZE, self._end_width - 4) if bar.end else []
        return self._names[row], self._ends[row]

    def height(self, row: int) -> float:
        """As many lines as the longer of name and end takes."""
        names, ends = self._lines(row)
        return max(len(names), len(ends), 1) * _LINE + 4

    def draw(self, sheet: Sheet, y: float, rows: range) -> None:
        """Heads, lines across, and the rows."""
        start, length = self._span()
        first, name_at = y + self.head_height(), MARGIN + self._mark_width
        last = first + sum(map(self.height, rows))
        places = (
            (MARGIN, "left"),
            (name_at, "left"),
            (start - 8, "right"),
            (start, "left"),
            (start + length + 6, "left"),
        )
        for (x, align), head in zip(places, self.heads, strict=True):
            sheet.text(x, y + 8, head, size=_SMALL, bold=True, align="right" if align == "right" else "left")
        sheet.line(start, first - 4, start, last, color=QUIET)
        fills = shades(self.levels)
        for row in rows:
            self._draw_row(sheet, first, row, fills)
            first += self.height(row)
        top = y + self.head_height() - 4
        for left, at, level, cut in self._cut_levels():
            label_at = y + 17 + 9 * level
            sheet.text(left, label_at, cut.label, size=_SMALL)
            sheet.line(at, label_at + 2, at, max(top, last), color=INK, dashed=True)

    def _draw_row(self, sheet: Sheet, y: float, row: int, fills: Sequence[str]) -> None:
        bar, (names, ends) = self.bars[row], self._lines(row)
        start, length = self._span()
        height = self.height(row)
        base = y + _LINE - 1
        sheet.text(MARGIN + self._mark_width - 8, base, bar.mark, size=_SIZE, align="right")
        for number, line in enumerate(names):
            sheet.text(MARGIN + self._mark_width, base + number * _LINE, line, size=_SIZE)
        sheet.text(start - 8, base, bar.figure, size=_SIZE, align="right")
        for number, line in enumerate(ends):
            sheet.text(start + length + 6, base + number * _LINE, line, size=_SIZE)
        if bar.value is not None:
            fill = PAPER if bar.outside else fills[bar.level]
            hatch = OUTSIDE * 2 if bar.outside else None
            sheet.box(
                start, y + 1.5, self._at(bar.value) - start, min(height - 3, _LINE), fill=fill, edge=INK, hatch=hatch
            )
        elif bar.instead:
            sheet.box(start, y + 1.5, length, min(height - 3, _LINE), hatch=_WITHOUT, edge=RULE)
            plain = faces()[0]
            width = plain.width(bar.instead, _SMALL)
            sheet.box(start + 6, y + 1.9, width + 8, min(height - 3, _LINE) - 0.8, fill=PAPER)
            sheet.text(start + 10, base, bar.instead, size=_SMALL)
        sheet.line(MARGIN, y + height, start - 4, y + height, color="#e3e3e3")

    def foot_height(self) -> float:
        """The legend of hatched bars."""
        return 16 if self.legend else 0

    def draw_foot(self, sheet: Sheet, y: float) -> None:
        """The legend of hatched bars."""
        if self.legend:
            sheet.box(MARGIN, y + 5, 18, 8, fill=PAPER, edge=INK, hatch=OUTSIDE * 2)
            sheet.text(MARGIN + 23, y + 12, self.legend, size=_SMALL)
