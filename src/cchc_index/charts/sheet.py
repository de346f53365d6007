"""A sheet that pictures are drawn on: texts, boxes and lines at places in points, from the upper left corner.

No setting of the caller's matplotlib reaches it, and it leaves none behind. Texts are drawn as outlines, so that they
look alike where the font is not installed; an SVG has each of them once more, unseen, to be found and read aloud.
"""

from __future__ import annotations

import contextlib
import io
import threading
from collections.abc import Callable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Final, Literal
from xml.sax.saxutils import escape, quoteattr

import attrs

from cchc_index.charts.lettering import clean, faces
from cchc_index.problems.errors import MissingExtraError

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.backend_bases import RendererBase
    from matplotlib.figure import Figure
    from matplotlib.transforms import Transform

Align = Literal["left", "center", "right"]
INK: Final = "#1a1a1a"
QUIET: Final = "#595959"  #: seven to one on white
RULE: Final = "#bdbdbd"
PAPER: Final = "#ffffff"
_STYLE: Final = {
    "svg.fonttype": "path",
    "svg.hashsalt": "cchc_index",
    "hatch.linewidth": 0.7,
    "text.usetex": False,
    "text.hinting": "none",  # letters are as far apart as they were measured, at every size
}
_DRAWING: Final = threading.RLock()  #: matplotlib's settings belong to the process, and drawing lends some of them
_PACKED: Final = {"compress_level": 3}  #: a tenth larger than the tightest, in a third of its time
_MOST_PIXELS: Final = 65_000  #: of a side; matplotlib draws fewer than 2**16


@attrs.frozen
class Lettered:
    """A text on a sheet.

    Attributes:
        x: Where it begins, from the left.
        y: Its base line, from above.
        text: The text.
        size: Points.
        width: How long it is drawn.
        bold: Whether it is bold.
        color: Its colour.
    """

    x: float
    y: float
    text: str
    size: float
    width: float
    bold: bool
    color: str


@contextlib.contextmanager
def drawing() -> Iterator[None]:
    """While it is open matplotlib has its own settings and those of pictures; afterwards the caller's again.

    Raises:
        MissingExtraError: matplotlib is not installed; the extra is `charts`.
    """
    try:
        from matplotlib import style
    except ImportError as error:
        raise MissingExtraError("charts", "matplotlib") from error
    with _DRAWING, style.context(["default", _STYLE]):
        yield


class Sheet:
    """A sheet of so many points, drawn on while `drawing` is open."""

    def __init__(self, width: float, height: float) -> None:
        """An empty sheet."""
        from matplotlib.figure import Figure
        from matplotlib.transforms import Affine2D

        self.width, self.height = width, height
        self.figure: Figure = Figure(figsize=(width / 72, height / 72), facecolor=PAPER)
        place = Affine2D().scale(1 / 72, -1 / 72).translate(0, height / 72)
        self._place: Transform = place + self.figure.dpi_scale_trans
        self.letters: list[Lettered] = []
        self.figure.add_artist(_letters_artist()(self.letters))

    def text(
        self,
        x: float,
        y: float,
        text: str,
        *,
        size: float = 8,
        align: Align = "left",
        bold: bool = False,
        color: str = INK,
    ) -> None:
        """A text on its base line; nothing in it is a formula or markup."""
        said = clean(text)
        if not said:
            return
        width = faces()[bold].width(said, size)
        left = x - {"left": 0.0, "center": width / 2, "right": width}[align]
        self.letters.append(Lettered(left, y, said, size, width, bold, color))

    def box(
        self,
        x: float,
        y: float,
        width: float,
        height: float,
        *,
        fill: str | None = None,
        edge: str | None = None,
        hatch: str | None = None,
    ) -> None:
        """A box with its upper left corner there."""
        from matplotlib.patches import Rectangle

        box = Rectangle(
            (x, y),
            width,
            height,
            facecolor="none" if fill is None else fill,
            edgecolor=edge if edge is not None else QUIET if hatch else "none",
            linewidth=0.6 if edge is not None or hatch else 0,
            hatch=hatch,
            transform=self._place,
        )
        self.figure.add_artist(box)

    def line(self, x: float, y: float, to_x: float, to_y: float, *, color: str = RULE, dashed: bool = False) -> None:
        """A line between two places."""
        from matplotlib.lines import Line2D

        ways: tuple[tuple[str, float, Literal["-", "--"]], ...]
        ways = ((PAPER, 2.4, "-"), (color, 1.0, "--")) if dashed else ((color, 0.6, "-"),)  # seen on dark fills as well
        for own, width, kind in ways:
            self.figure.add_artist(
                Line2D([x, to_x], [y, to_y], color=own, linewidth=width, linestyle=kind, transform=self._place)
            )

    def dot(self, x: float, y: float, radius: float, *, fill: str, edge: str = INK) -> None:
        """A dot around a place."""
        from matplotlib.patches import Circle

        self.figure.add_artist(
            Circle((x, y), radius, facecolor=fill, edgecolor=edge, linewidth=1.0, transform=self._place)
        )

    def svg(self, title: str) -> bytes:
        """The sheet as SVG, with its texts once more as text."""
        file = io.BytesIO()
        said = {"Date": None, "Creator": None, "Title": title}
        self.figure.savefig(file, format="svg", dpi=72, metadata=said)
        head, _, _ = file.getvalue().decode().rpartition("</svg>")
        return (head + self._texts() + "</svg>\n").encode()

    def _texts(self) -> str:
        lines = [
            f'<text x="{each.x:.2f}" y="{each.y:.2f}" font-size="{each.size:g}"'
            f' textLength="{each.width:.2f}" lengthAdjust="spacingAndGlyphs">{escape(each.text)}</text>\n'
            for each in self.letters
        ]
        family = quoteattr("'DejaVu Sans', sans-serif")
        return f' <g id="texts" fill-opacity="0" font-family={family}>\n{"".join(lines)} </g>\n'

    def png(self, dpi: int) -> bytes:
        """The sheet as PNG; a very long one has fewer dots to the inch, as many as matplotlib can draw."""
        file = io.BytesIO()
        most = int(_MOST_PIXELS * 72 / max(self.width, self.height))
        self.figure.savefig(file, format="png", dpi=min(dpi, most), metadata={"Software": None}, pil_kwargs=_PACKED)
        return file.getvalue()


@cache
def _letters_artist() -> Callable[[list[Lettered]], Artist]:
    """The artist that draws all texts of a sheet, where they were measured to stand.

    Texts of matplotlib lay themselves out once more and take three times as long; they would read formulas, too.
    """
    from matplotlib.artist import Artist
    from matplotlib.font_manager import FontProperties

    class Letters(Artist):
        """Texts above everything else."""

        zorder = 10

        def __init__(self, letters: list[Lettered]) -> None:
            super().__init__()
            self._letters = letters
            self.set_in_layout(False)

        def draw(self, renderer: RendererBase) -> None:
            """Draw each text at its place."""
            figure = self.get_figure(root=True)
            assert figure is not None  # noqa: S101  # it is drawn by its figure
            scale, height = figure.dpi / 72, figure.bbox.height
            fonts: dict[tuple[bool, float], FontProperties] = {}
            context = renderer.new_gc()
            for each in self._letters:
                face = faces()[each.bold]
                key = each.bold, each.size
                font = fonts.get(key) or fonts.setdefault(key, FontProperties(fname=face.path, size=each.size))
                y = each.y * scale
                context.set_foreground(each.color)
                text = face.drawable(each.text)
                renderer.draw_text(context, each.x * scale, y if renderer.flipy() else height - y, text, font, 0)
            context.restore()

    return Letters
