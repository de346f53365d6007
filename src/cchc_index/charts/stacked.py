"""Several bodies one beneath another in one picture, each with a line above it: a group, or a set."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import attrs

from cchc_index.charts.chart import MARGIN, Body, Heading
from cchc_index.charts.lettering import faces
from cchc_index.charts.sheet import Sheet

_LABEL, _SIZE, _BETWEEN = 12.0, 9.0, 16.0


@attrs.frozen
class Section:
    """One of them.

    Attributes:
        label: What stands above it; "" for nothing.
        body: Its rows.
    """

    label: str
    body: Body


@attrs.frozen(eq=False)
class Stacked(Body):
    """Bodies one beneath another. On pages each of them begins a page of its own.

    Attributes:
        sections: They, from above.
    """

    sections: Sequence[Section]

    @property
    def width(self) -> float:
        """That of the widest."""
        return max(each.body.width for each in self.sections)

    def __len__(self) -> int:
        """How many rows all have."""
        return sum(len(each.body) for each in self.sections)

    def head_height(self) -> float:
        """What stands above the first rows of each, and below its last."""
        return sum(map(self._around, self.sections)) + _BETWEEN * (len(self.sections) - 1)

    def _label(self, section: Section) -> list[str]:
        return faces()[1].lines(section.label, _SIZE, self.width - 2 * MARGIN) if section.label else []

    def _label_height(self, section: Section) -> float:
        lines = self._label(section)
        return len(lines) * _LABEL + 8 if lines else 0

    def _around(self, section: Section) -> float:
        return self._label_height(section) + section.body.head_height() + section.body.foot_height()

    def _rows(self) -> Iterator[tuple[Section, int]]:
        """Each section with the number of its first row."""
        first = 0
        for section in self.sections:
            yield section, first
            first += len(section.body)

    def height(self, row: int) -> float:
        """The height of a row, whosever it is."""
        section, first = max((each for each in self._rows() if each[1] <= row), key=lambda each: each[1])
        return section.body.height(row - first)

    def parts(self, heading: Heading) -> Iterator[tuple[Heading, Body]]:
        """Each of them, its label in the title."""
        for section in self.sections:
            title = f"{heading.title}. {section.label}" if section.label else heading.title
            yield attrs.evolve(heading, title=title), section.body

    def draw(self, sheet: Sheet, y: float, rows: range) -> None:
        """All of them."""
        for section in self.sections:
            for number, line in enumerate(self._label(section)):
                sheet.text(MARGIN, y + 11 + number * _LABEL, line, size=_SIZE, bold=True)
            y += self._label_height(section)
            body, own = section.body, range(len(section.body))
            body.draw(sheet, y, own)
            y += body.head_height() + sum(map(body.height, own))
            body.draw_foot(sheet, y)
            y += body.foot_height() + _BETWEEN
