"""Bars, grids and pairs: what has no figure, labels that would collide, and scales."""

from __future__ import annotations

import itertools
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.patches import Rectangle

from cchc_index.charts.bars import Bar, Bars, Cut
from cchc_index.charts.chart import WIDTH, Body, Chart, Heading
from cchc_index.charts.grid import Cell, Grid, Row
from cchc_index.charts.pairs import Pair, Pairs, ticks_of
from cchc_index.charts.stacked import Section, Stacked
from tests.charts.looking import misplaced, sheet_of, texts_of

WHOLE = (Decimal(0), Decimal(100))


def _chart(body: Body) -> Chart:
    return Chart(Heading("Thử", ("một dòng",), ("ghi chú",)), body)


def test_labels_of_cut_offs_never_collide() -> None:
    """Five classes within two per cent stand on as many levels as they need."""
    cuts = [Cut(Decimal(cut), f"từ {cut}: Loại {cut}") for cut in (90, 91, 92, "99.5", 100)]
    bars = Bars([Bar("Xã A", "95,00", Decimal(95))], Decimal(100), cuts=cuts)

    assert misplaced(_chart(bars)) == []


def test_a_bar_is_as_long_as_its_figure() -> None:
    """Half the figure is half the bar, and nothing is no bar."""
    bars = Bars([Bar(str(at), str(at), Decimal(at)) for at in (0, 50, 100)], Decimal(100))
    start, length = bars._span()

    assert [bars._at(Decimal(at)) - start for at in (0, 50, 100)] == pytest.approx([0, length / 2, length])


def test_more_columns_make_a_wider_grid() -> None:
    """Thirty areas are no narrower than their figures."""
    row = Row("Xã A", [Cell(("100,00",), Decimal(100))] * 30)
    grid = Grid([row], [f"{at} Lĩnh vực" for at in range(30)], WHOLE)

    assert grid.width > 2 * WIDTH
    assert misplaced(_chart(grid)) == []


def test_the_legend_has_what_is_there() -> None:
    """A kind of cell that no unit has is not explained; one that some have is hatched and explained."""
    cells = [Cell(("1",), Decimal(1)), Cell(kind=1)]
    grid = Grid([Row("Xã A", cells)], ["1", "2"], WHOLE, kinds=("thiếu", "không áp dụng"), scale="nhạt, đậm")
    texts = texts_of(_chart(grid))

    assert "không áp dụng" in texts
    assert "thiếu" not in texts
    drawn = [each for each in sheet_of(_chart(grid)).figure.artists if isinstance(each, Rectangle)]
    hatches = [each.get_hatch() for each in drawn if each.get_hatch()]
    assert len(hatches) == 2
    assert len(set(hatches)) == 1


def test_a_long_head_stands_below() -> None:
    """Its code stands above the column, and all of it beneath the rows; no letter is lost."""
    long = "3 " + "Kết quả thực hiện nhiệm vụ cải cách hành chính " * 7
    cells = [Cell(("1",), Decimal(1))] * 8
    heads = [long, *(f"{at} Ngắn" for at in range(4, 11))]
    grid = Grid([Row("Xã A", cells)], heads, WHOLE, codes=[head.split(" ")[0] for head in heads])
    chart = _chart(grid)
    texts = texts_of(chart)

    assert "3" in texts
    assert " ".join(long.split()) in " ".join(texts)
    assert sheet_of(chart).height < 200
    assert misplaced(chart) == []


def test_a_grid_of_equal_figures_is_dark() -> None:
    """A span of nothing divides by nothing."""
    grid = Grid([Row("Xã A", [Cell(("5",), Decimal(5))])], ["1"], (Decimal(5), Decimal(5)))

    assert _chart(grid).svg()


def test_pairs_say_what_has_no_place() -> None:
    """One figure alone is one dot; none is a remark."""
    pairs = [
        Pair("Xã A", ("–", "80,00", ""), (None, Decimal(80))),
        Pair("Xã B", ("–", "–", ""), (None, None), "không có chỉ số"),
    ]
    chart = _chart(Pairs(pairs, [0, 100], ("Đơn vị", "Trước", "Sau", "Chênh lệch"), ("Năm trước", "Năm sau")))

    assert "không có chỉ số" in texts_of(chart)
    assert misplaced(chart) == []


@given(st.lists(st.decimals(-200, 2000, places=2), max_size=6))
def test_a_scale_holds_all_figures(values: list[Decimal]) -> None:
    """From a whole number under the least to one over the most, in even steps, at most eight ticks."""
    ticks = ticks_of(values)

    assert 2 <= len(ticks) <= 8
    assert len({other - one for one, other in itertools.pairwise(ticks)}) == 1
    assert all(ticks[0] <= value <= ticks[-1] for value in values)


def test_stacked_rows_are_those_of_their_sections() -> None:
    """In order, each with its own height, and each section with its label."""
    long = Bars([Bar("Xã " + "dài " * 60, "1", Decimal(1))], Decimal(1))
    nameless = "Nhóm có tên rất dài " * 12
    short = Bars([Bar("Xã B", "1", Decimal(1)), Bar("Xã C", "1", Decimal(1))], Decimal(1))
    stacked = Stacked([Section("Một", long), Section("Hai", short), Section(nameless, short), Section("", short)])
    sheet_of(_chart(stacked))

    assert len(stacked) == 7
    assert [stacked.height(at) for at in range(3)] == [long.height(0), short.height(0), short.height(1)]
    assert {"Một", "Hai"} <= set(texts_of(_chart(stacked)))
    assert misplaced(_chart(stacked)) == []
