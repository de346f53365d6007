"""Pictures are complete, readable in grey, and cut into pages without losing a row."""

from __future__ import annotations

import io
import itertools

import matplotlib.image
import pytest
from hypothesis import given
from hypothesis import strategies as st

import cchc_index
from cchc_index.charts.chart import PAGE, Chart, contrast, ink_on, shade, shades
from cchc_index.charts.stacked import Stacked
from cchc_index.problems.errors import UsageError
from tests.charts.communes import communes
from tests.charts.looking import misplaced, sheet_of, texts_of

LONG = "Ủy ban nhân dân <b>xã</b> $\\frac{1}{2}$ =1+1 " + "rất dài và còn dài nữa " * 8 + "khôngcódấucách" * 6


def _all(units: int, names: dict[int, str] | None = None, blank: int | None = None) -> list[Chart]:
    plots = communes(units, names=names, blank=blank).results[0].plot
    return [plots.ranking(), plots.areas(), plots.lost(), plots.lost(by="areas")]


@pytest.mark.parametrize("units", [1, 30, 170])
def test_no_text_stands_on_another_or_outside(units: int) -> None:
    """With one unit, with thirty and with all communes of a province; one of them has a name of 300 letters."""
    for chart in _all(units, {0: LONG}, blank=units - 1):
        assert misplaced(chart) == []


def test_a_picture_is_no_blank_sheet() -> None:
    """It opens as an image of the size that the points say, and has ink and paper."""
    for chart in _all(3):
        image = matplotlib.image.imread(io.BytesIO(chart.png(72)))
        sheet = sheet_of(chart)

        assert abs(image.shape[1] - sheet.width) < 2
        assert abs(image.shape[0] - sheet.height) < 2
        assert image[:, :, :3].min() < 0.2
        assert image[:, :, :3].mean() > 0.6


@given(st.floats(0, 1))
def test_letters_stand_out_from_every_fill(share: float) -> None:
    """By 4.5 to one and better, as WCAG 2 asks of small letters."""
    assert contrast(ink_on(shade(share)), shade(share)) >= 4.5


@pytest.mark.parametrize("count", range(2, 7))
def test_fills_keep_their_order_in_grey(count: int) -> None:
    """The lightness falls from one to the next, by a tenth and more for up to five classes."""
    greys = [contrast("#000000", each) for each in shades(count)]

    assert greys == sorted(greys)
    if count <= 5:
        assert all(other / one > 1.25 for one, other in itertools.pairwise(greys))


def test_pages_have_every_row_once() -> None:
    """Each fits on paper, says which it is, and repeats what the picture is of."""
    chart = communes(170).results[0].plot.ranking()
    pages = chart.pages()
    texts = [texts_of(page) for page in pages]

    assert len(pages) == 4
    assert [sheet_of(page).height <= PAGE for page in pages] == [True] * 4
    names = [text for page in texts for text in page if text.startswith("Xã Thử")]
    assert sorted(names) == sorted(f"Xã Thử {number}" for number in range(1, 171))
    assert all(f"(trang {number}/4)" in page.title for number, page in enumerate(pages, start=1))
    assert all("Bộ tiêu chí: minh họa, không phải văn bản thật" in page for page in texts)


def test_a_row_that_is_higher_than_a_page_has_one_of_its_own() -> None:
    """Nothing is cut, and nothing goes on for ever."""
    pages = communes(3).results[0].plot.ranking().pages(height=10)

    assert [len(page._rows) for page in pages] == [1, 1, 1]


def test_groups_begin_a_page_of_their_own() -> None:
    """A picture of several groups is one picture, and on paper one a group."""
    chart = cchc_index.open_cycle("lai-chau-2021").score().results[0].plot.ranking()

    assert isinstance(chart.body, Stacked)
    assert [page.title for page in chart.pages()] == [
        "Xếp hạng theo chỉ số. Nhóm other, 2 đơn vị (trang 1/2)",
        "Xếp hạng theo chỉ số. Nhóm province, 15 đơn vị (trang 2/2)",
    ]
    assert misplaced(chart) == []


def test_a_notebook_shows_it() -> None:
    """As SVG, and as PNG where it cannot."""
    chart = communes(2).results[0].plot.ranking()

    assert chart._repr_svg_().startswith("<?xml")
    assert chart._repr_png_().startswith(b"\x89PNG")
    assert repr(chart) == "Chart('Xếp hạng theo chỉ số', rows=2)"


def test_the_figure_is_one_of_matplotlib() -> None:
    """It can be changed and saved in another format, without pyplot."""
    figure = communes(2).results[0].plot.ranking().figure
    figure.suptitle("Thêm")
    file = io.BytesIO()
    figure.savefig(file, format="pdf")

    assert file.getvalue().startswith(b"%PDF")


@pytest.mark.parametrize("dpi", ["150", 1.5])
def test_dots_are_a_whole_number(dpi: object) -> None:
    """Anything else is refused in one line."""
    with pytest.raises(UsageError):
        communes(1).results[0].plot.ranking().png(dpi)  # type: ignore[arg-type]


def test_few_dots_are_still_a_picture() -> None:
    """What cannot be drawn is brought to the nearest that can."""
    assert communes(1).results[0].plot.ranking().png(-5).startswith(b"\x89PNG")
