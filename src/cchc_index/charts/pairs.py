"""Rows with two dots each, before and after, and a line between them that shows the way."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

import attrs

from cchc_index.charts.chart import MARGIN, WIDTH, Body
from cchc_index.charts.lettering import faces
from cchc_index.charts.sheet import INK, PAPER, QUIET, Sheet

_SIZE, _SMALL, _LINE = 8.0, 7.0, 10.5
_NAME, _FIGURE = 176.0, 46.0


@attrs.frozen
class Pair:
    """One row.

    Attributes:
        name: Whose it is.
        figures: Both figures as they are printed, and their difference; "" for none.
        values: Both figures as numbers; None for none.
        instead: What is said where neither has a place.
    """

    name: str
    figures: tuple[str, str, str]
    values: tuple[Decimal | None, Decimal | None]
    instead: str = ""


@attrs.frozen(eq=False)
class Pairs(Body):
    """Rows with two dots.

    Attributes:
        pairs: The rows.
        ticks: The figures of the scale, whole numbers, from its left end to its right.
        heads: What stands above the columns: name, first, second, difference.
        legend: What the open and the filled dot are.
    """

    pairs: Sequence[Pair]
    ticks: Sequence[int]
    heads: tuple[str, str, str, str]
    legend: tuple[str, str]
    _names: dict[int, list[str]] = attrs.field(factory=dict, init=False)
    _heads: list[list[str]] = attrs.field(factory=list, init=False)

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self.pairs)

    def _head_lines(self) -> list[list[str]]:
        if not self._heads:
            bold = faces()[1]
            self._heads.append(bold.lines(self.heads[0], _SMALL, _NAME - 6))
            self._heads.extend(bold.lines(each, _SMALL, _FIGURE - 4) for each in self.heads[1:])
        return self._heads

    def head_height(self) -> float:
        """Heads of columns in as many lines as they need; the ends of the scale stand in the last."""
        return max(map(len, self._head_lines())) * 9 + 6

    def _lines(self, row: int) -> list[str]:
        if row not in self._names:
            self._names[row] = faces()[0].lines(self.pairs[row].name, _SIZE, _NAME - 6)
        return self._names[row]

    def height(self, row: int) -> float:
        """As many lines as the name takes."""
        return len(self._lines(row)) * _LINE + 4

    def draw(self, sheet: Sheet, y: float, rows: range) -> None:
        """Heads, the scale, and the rows."""
        first = y + self.head_height()
        last = first + sum(map(self.height, rows))
        ends = (MARGIN, *(MARGIN + _NAME + _FIGURE * number - 6 for number in (1, 2, 3)))
        for number, (x, lines) in enumerate(zip(ends, self._head_lines(), strict=True)):
            for place, line in enumerate(lines):
                base = first - 6 - 9 * (len(lines) - 1 - place)
                sheet.text(x, base, line, size=_SMALL, bold=True, align="right" if number else "left")
        for tick in self.ticks:
            x = self._at(Decimal(tick))
            sheet.line(x, first - 3, x, last, color="#d9d9d9")
            sheet.text(x, first - 6, str(tick), size=_SMALL, align="center", color=QUIET)
        for row in rows:
            self._draw_row(sheet, first, row)
            first += self.height(row)

    def _track(self) -> tuple[float, float]:
        start = MARGIN + _NAME + 3 * _FIGURE + 12
        return start, WIDTH - MARGIN - 12 - start

    def _at(self, value: Decimal) -> float:
        start, length = self._track()
        low, high = self.ticks[0], self.ticks[-1]
        return start + length * float(value - low) / (high - low)

    def _draw_row(self, sheet: Sheet, y: float, row: int) -> None:
        pair, base = self.pairs[row], y + _LINE - 0.5
        middle = y + _LINE / 2 + 1.5
        for number, line in enumerate(self._lines(row)):
            sheet.text(MARGIN, base + number * _LINE, line, size=_SIZE)
        for number, figure in enumerate(pair.figures):
            sheet.text(MARGIN + _NAME + _FIGURE * (number + 1) - 6, base, figure, size=_SIZE, align="right")
        one, other = pair.values
        if one is not None and other is not None:
            sheet.line(self._at(one), middle, self._at(other), middle, color=INK)
        for value, fill in ((one, PAPER), (other, INK)):
            if value is not None:
                sheet.dot(self._at(value), middle, 3.2, fill=fill)
        if one is None and other is None and pair.instead:
            sheet.text(self._track()[0], base, pair.instead, size=_SMALL, color=INK)
        sheet.line(MARGIN, y + self.height(row), self._track()[0] - 12, y + self.height(row), color="#e3e3e3")

    def foot_height(self) -> float:
        """The legend of both dots."""
        return 17

    def draw_foot(self, sheet: Sheet, y: float) -> None:
        """The legend of both dots."""
        first, second = self.legend
        sheet.dot(MARGIN + 4, y + 9, 3.2, fill=PAPER)
        sheet.text(MARGIN + 11, y + 11.5, first, size=_SMALL)
        x = MARGIN + 11 + faces()[0].width(first, _SMALL) + 14
        sheet.dot(x + 4, y + 9, 3.2, fill=INK)
        sheet.text(x + 11, y + 11.5, second, size=_SMALL)


def ticks_of(values: Iterable[Decimal | None]) -> list[int]:
    """Whole tens, or more, between which all values lie: at most six of them.

    Example:
        >>> ticks_of([Decimal("61.2"), None, Decimal("88")]), ticks_of([])
        ([60, 70, 80, 90], [0, 100])
    """
    known = [each for each in values if each is not None]
    if not known:
        return [0, 100]
    low = int(min(known).to_integral_value(ROUND_FLOOR)) // 10 * 10
    high = max(-(int(-max(known).to_integral_value(ROUND_CEILING)) // 10 * 10), low + 10)
    step = 10
    while (high - low) / step > 5:
        step *= 2
    low = low // step * step
    return [*range(low, high, step), low + -(-(high - low) // step) * step]
