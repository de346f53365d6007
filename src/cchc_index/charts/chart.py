"""A picture: its heading, its rows and its notes, as SVG, PNG or a figure of matplotlib."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

import attrs

from cchc_index.charts.lettering import clean, faces
from cchc_index.charts.sheet import INK, QUIET, Sheet, drawing
from cchc_index.problems.wanted import want

if TYPE_CHECKING:
    from matplotlib.figure import Figure

MARGIN: Final = 18.0
WIDTH: Final = 576.0  #: eight inches; fits the width of a page of paper
PAGE: Final = 780.0  #: points that a page of paper of that width has room for
_TITLE, _SUBTITLE, _NOTE = 12.0, 8.5, 7.5


@attrs.frozen
class Heading:
    """What stands above and below a picture.

    Attributes:
        title: What it shows.
        said: Lines beneath the title: the set with its status, the data, the stage.
        notes: Lines at the bottom.
        page: How a page of several is called, with {page} and {pages} in it.
    """

    title: str
    said: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    page: str = "{page}/{pages}"


class Body(ABC):
    """The rows of a picture. They are numbered, so that they can be spread over pages."""

    @property
    def width(self) -> float:
        """How wide the picture is."""
        return WIDTH

    @abstractmethod
    def __len__(self) -> int:
        """How many rows there are."""

    @abstractmethod
    def head_height(self) -> float:
        """How high what stands above the rows is, on each page."""

    @abstractmethod
    def height(self, row: int) -> float:
        """How high a row is."""

    @abstractmethod
    def draw(self, sheet: Sheet, y: float, rows: range) -> None:
        """Draw what stands above the rows, from there on downwards, and some rows."""

    def foot_height(self) -> float:
        """How high what stands beneath the rows is: the legend."""
        return 0

    def draw_foot(self, sheet: Sheet, y: float) -> None:  # noqa: B027  # most pictures have no legend
        """Draw what stands beneath the rows."""

    def parts(self, heading: Heading) -> Iterator[tuple[Heading, Body]]:
        """What begins a page of its own, with its heading."""
        yield heading, self


@attrs.frozen(eq=False, repr=False)
class Chart:
    """A picture (biểu đồ) as SVG or PNG; a notebook shows it. The same figures give the same bytes.

    Attributes:
        heading: What stands above and below.
        body: The rows.
        rows: Which of them are on this page; None for all.
        page: Which page it is, of how many.
    """

    heading: Heading
    body: Body
    rows: range | None = None
    page: tuple[int, int] = (1, 1)

    def __repr__(self) -> str:
        """The title, how many rows there are, and the page of several."""
        number, pages = self.page
        page = f", page {number} of {pages}" if pages > 1 else ""
        return f"Chart({self.heading.title!r}, rows={len(self._rows)}{page})"

    @property
    def _rows(self) -> range:
        return range(len(self.body)) if self.rows is None else self.rows

    @property
    def title(self) -> str:
        """The title with the page, in one line."""
        number, pages = self.page
        title = clean(self.heading.title)
        return f"{title} ({self.heading.page.format(page=number, pages=pages)})" if pages > 1 else title

    def pages(self, height: float = PAGE) -> tuple[Chart, ...]:
        """The same on pages of paper, each with heading and notes; one page where all fits.

        Args:
            height: The points that a page has room for: 780 of the 576 wide are a page of A4 with its margins.
        """
        want("height", height, int, float, how="780")
        with drawing():
            cut = [each for part in self.body.parts(self.heading) for each in self._cut(*part, height)]
        return tuple(attrs.evolve(each, page=(number, len(cut))) for number, each in enumerate(cut, start=1))

    @staticmethod
    def _cut(heading: Heading, body: Body, height: float) -> Iterator[Chart]:
        """One body on as many pages as its rows need."""
        whole = Chart(heading, body, page=(1, 2))  # as high as with a page's number in its title
        room = height - whole._fixed()
        starts, left = [0], room
        for row in range(len(body)):
            own = body.height(row)
            if own > left and row > starts[-1]:
                starts.append(row)
                left = room
            left -= own
        for start, end in zip(starts, [*starts[1:], len(body)], strict=True):
            yield Chart(heading, body, range(start, end))

    def _lines(self) -> tuple[list[str], list[str], list[str]]:
        """Title, what is said beneath it, and notes, broken into lines."""
        plain, bold = faces()
        room = self.body.width - 2 * MARGIN
        title = bold.lines(self.title, _TITLE, room)
        said = [line for each in self.heading.said for line in plain.lines(each, _SUBTITLE, room)]
        notes = [line for each in self.heading.notes for line in plain.lines(each, _NOTE, room)]
        return title, said, notes

    def _fixed(self) -> float:
        """The height of all but the rows."""
        title, said, notes = self._lines()
        lines = len(title) * _TITLE * 1.3 + len(said) * _SUBTITLE * 1.35 + len(notes) * _NOTE * 1.35
        return 2 * MARGIN + 12 + lines + self.body.head_height() + self.body.foot_height() + 8

    def _draw(self) -> Sheet:
        height = self._fixed() + sum(map(self.body.height, self._rows))
        sheet = Sheet(self.body.width, height)
        title, said, notes = self._lines()
        y = MARGIN
        for line in title:
            y += _TITLE * 1.3
            sheet.text(MARGIN, y - 4, line, size=_TITLE, bold=True)
        for line in said:
            y += _SUBTITLE * 1.35
            sheet.text(MARGIN, y - 3, line, size=_SUBTITLE, color=QUIET)
        y += 12
        self.body.draw(sheet, y, self._rows)
        y += self.body.head_height() + sum(map(self.body.height, self._rows))
        self.body.draw_foot(sheet, y)
        y += self.body.foot_height() + 8
        for line in notes:
            y += _NOTE * 1.35
            sheet.text(MARGIN, y - 2, line, size=_NOTE, color=INK)
        return sheet

    @property
    def figure(self) -> Figure:
        """A figure of matplotlib, made anew, to be changed or shown.

        Raises:
            MissingExtraError: matplotlib is not installed; the extra is `charts`.
        """
        with drawing():
            return self._draw().figure

    def svg(self) -> bytes:
        """The picture as SVG: letters as outlines, and each text once more, unseen, to be found, copied and read aloud.

        Raises:
            MissingExtraError: matplotlib is not installed; the extra is `charts`.
        """
        with drawing():
            return self._draw().svg(self.title)

    def png(self, dpi: int = 150) -> bytes:
        """The picture as PNG; a picture longer than matplotlib can draw has fewer dots to the inch.

        Args:
            dpi: Dots to the inch, from 20 to 1200.

        Raises:
            MissingExtraError: matplotlib is not installed; the extra is `charts`.
            TypeError: The dots are no whole number.
        """
        want("dpi", dpi, int, how="150")
        with drawing():
            return self._draw().png(min(max(dpi, 20), 1200))

    def _repr_svg_(self) -> str:
        return self.svg().decode()

    def _repr_png_(self) -> bytes:
        return self.png(100)


def shades(count: int) -> list[str]:
    """So many fills from dark to light, each lighter in grey print than the one before it.

    Example:
        >>> shades(3)
        ['#17456e', '#6a8eae', '#bdd7ee']
    """
    return [shade(1 - place / max(count - 1, 1)) for place in range(count)]


def shade(share: float) -> str:
    """The fill of a share between 0, light, and 1, dark; of one hue, so that nobody needs to see colours.

    Example:
        >>> shade(1), shade(0)
        ('#17456e', '#bdd7ee')
    """
    dark, light = (0x17, 0x45, 0x6E), (0xBD, 0xD7, 0xEE)
    part = min(max(share, 0.0), 1.0)
    return "#" + "".join(f"{round(low + (high - low) * part):02x}" for high, low in zip(dark, light, strict=True))


def ink_on(fill: str) -> str:
    """Black or white letters, whichever stands out more: on every fill by 4.5 to one and better.

    Example:
        >>> ink_on("#17456e"), ink_on("#bdd7ee")
        ('#ffffff', '#000000')
    """
    return "#ffffff" if contrast("#ffffff", fill) > contrast("#000000", fill) else "#000000"


def contrast(one: str, other: str) -> float:
    """How much two colours stand out from each other, from 1 to 21, as WCAG 2 reckons it.

    Example:
        >>> contrast("#ffffff", "#000000")
        21.0
    """
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: str) -> float:
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
