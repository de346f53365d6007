"""What the pictures of a result say: every unit, every printed figure, and what a reader must know."""

from __future__ import annotations

from decimal import Decimal

import pytest

import cchc_index
from cchc_index.charts.bars import Bar, Bars
from cchc_index.charts.chart import Chart
from cchc_index.charts.grid import Grid
from cchc_index.charts.stacked import Stacked
from cchc_index.problems.errors import UsageError
from cchc_index.results.plotting import CardPlots, ResultPlots
from cchc_index.results.provenance import said_of
from cchc_index.values.units import Register
from tests.charts.communes import communes, set_of
from tests.charts.looking import misplaced, texts_of

CYCLES = ("cao-bang-2021", "lai-chau-2021", "pci-2021", "cap-xa-2024", "cap-xa-2025")


def _vi(figure: object) -> str:
    return str(figure).replace(".", ",")


def _bars(chart: Chart) -> list[Bar]:
    """The rows of a picture of bars."""
    bodies = [each.body for each in chart.body.sections] if isinstance(chart.body, Stacked) else [chart.body]
    return [bar for body in bodies if isinstance(body, Bars) for bar in body.bars]


@pytest.mark.parametrize("name", CYCLES)
def test_a_ranking_says_every_unit_and_its_figures(name: str) -> None:
    """Name, index as printed, rank and class of each; and no text stands on another."""
    for result in cchc_index.open_cycle(name).score().results:
        chart = result.plot.ranking()
        bars = _bars(chart)

        assert [bar.name for bar in bars] == [card.unit.name for card in result]
        assert [bar.figure for bar in bars] == [_vi(card.index) for card in result]
        assert [bar.value for bar in bars] == [card.index for card in result]
        assert [bar.mark for bar in bars] == [str(card.rank or "–") for card in result]
        assert [bar.end for bar in bars] == [card.band.label.say("vi") if card.band else "" for card in result]
        texts = " ".join(texts_of(chart))
        for card in result:
            assert all(word in texts for word in (*card.unit.name.split(), _vi(card.index)))
        assert misplaced(chart) == []


@pytest.mark.parametrize("name", CYCLES)
def test_areas_say_each_component_index(name: str) -> None:
    """A cell for each unit and top-level node, with what its node says, or why there is nothing."""
    for result in cchc_index.open_cycle(name).score().results:
        chart = result.plot.areas()
        assert isinstance(chart.body, Stacked)
        rows = [row for each in chart.body.sections if isinstance(each.body, Grid) for row in each.body.table]
        for card, row in zip(result, rows, strict=True):
            nodes = [card.node(top.criterion.code) for top in result.criteria.top]
            assert [cell.value for cell in row.cells] == [node.index for node in nodes]
            assert [cell.figures for cell in row.cells if cell.figures] == [
                (_vi(node.index),) for node in nodes if node.index is not None
            ]
            gone = [cell.kind for cell, node in zip(row.cells, nodes, strict=True) if node.status == "not_applicable"]
            assert set(gone) <= {1}
        assert misplaced(chart) == []


@pytest.mark.parametrize("name", CYCLES)
def test_lost_points_are_what_the_cards_lost(name: str) -> None:
    """Added up over the units, leaf by leaf and area by area, most first."""
    for result in cchc_index.open_cycle(name).score().results:
        leaves = [leaf.criterion.code for leaf in result.criteria.leaves]
        areas = [node.criterion.code for node in (*result.criteria.top, *result.criteria.blocks)]
        for chart, codes in ((result.plot.lost(), leaves), (result.plot.lost(by="areas"), areas)):
            lost = {code: sum((card.node(code).lost or Decimal(0) for card in result), Decimal(0)) for code in codes}
            found = {bar.name.split(" ")[0]: bar.value for bar in _bars(chart)}

            assert found == {code: points for code, points in lost.items() if points}
            assert list(found.values()) == sorted(found.values(), reverse=True)  # type: ignore[type-var]
            assert misplaced(chart) == []


def test_each_picture_says_where_it_comes_from() -> None:
    """Set, status, data and stage stand in every picture, in both languages."""
    result = cchc_index.open_cycle("cao-bang-2021").score()
    card, first = result["don-vi-06"], result.results[0]
    for language, words in (
        (
            "vi",
            ("[departments-2021], giai đoạn: thẩm định", "minh họa, không phải văn bản thật", "giả lập (synthetic)"),
        ),
        ("en", ("[departments-2021], stage: appraised", "illustrative, not a real decision", "synthetic data")),
    ):
        plots = [first.plot.ranking, first.plot.areas, first.plot.lost, card.plot.areas, card.plot.lost]
        for plot in plots:
            texts = " ".join(texts_of(plot(language)))  # type: ignore[arg-type]
            assert all(word in texts for word in words), (plot, language)


def test_cut_offs_are_lines() -> None:
    """Of the index as they are; of points where all units can attain as many; in the group's own words."""
    cao_bang = cchc_index.open_cycle("cao-bang-2021").score().results
    texts = [texts_of(result.plot.ranking()) for result in cao_bang]
    assert {"Tốt: từ 85", "Khá: từ 70"} <= set(texts[0])
    assert {"Tốt: từ 84", "Khá: từ 68"} <= set(texts[1])

    lai_chau = cchc_index.open_cycle("lai-chau-2021").score().results[0].plot.ranking()
    assert isinstance(lai_chau.body, Stacked)
    body = lai_chau.body.sections[0].body
    assert isinstance(body, Bars)
    assert next((cut.label, cut.value * 18 / 100) for cut in body.cuts) == ("Xuất sắc: từ 15 điểm", Decimal(15))


def test_who_is_not_ranked_is_hatched_and_last() -> None:
    """With index and class, and no rank; the legend says what the hatching is."""
    chart = cchc_index.open_cycle("cap-xa-2024").score().results[0].plot.ranking()
    outside = [bar for bar in _bars(chart) if bar.outside]

    assert [bar.name for bar in outside] == ["Đặc khu Ví dụ"]
    assert outside[0].mark == "–"
    assert "không xếp hạng" in texts_of(chart)


def test_who_has_no_index_says_why() -> None:
    """Incomplete, or nothing applies: words in place of a bar, and a hatched cell."""
    result = communes(3, blank=1).results[0]
    bars = {bar.name: bar for bar in _bars(result.plot.ranking())}

    assert bars["Xã Thử 2"].value is None
    assert bars["Xã Thử 2"].instead == "chưa đủ số liệu"
    assert "chưa đủ số liệu" in texts_of(result.plot.areas())
    assert "1 đơn vị thiếu số liệu" in " ".join(texts_of(result.plot.lost()))


def test_nobody_ranked_is_still_a_picture() -> None:
    """It says so, and nothing divides by nothing."""
    criteria = set_of(2, 2)
    names = [leaf.criterion.code for leaf in criteria.leaves]
    rows = [{"unit": "a", "name": "Xã A", "group": "xã", **{f"{code}.rate": "50" for code in names}}]
    units = [{"unit": "a", "name": "Xã A", "group": "xã", "ranked": "no"}]
    result = cchc_index.score(criteria, cchc_index.read_assessment(rows, criteria, units=_register(units)))

    assert "Không đơn vị nào được xếp hạng." in texts_of(result.plot.ranking())
    for chart in (result.plot.areas(), result.plot.lost()):
        assert chart.png(40).startswith(b"\x89PNG")


def _register(rows: list[dict[str, str]]) -> Register:
    from cchc_index.reading.register import read_register

    return read_register(rows)


def test_nothing_applies_is_still_a_picture() -> None:
    """No index, no lost point: the pictures say so."""
    criteria = set_of(2, 1)
    rows = [{"unit": "a", "name": "Xã A", "group": "xã", "1": "na", "2": "na"}]
    result = cchc_index.score(criteria, cchc_index.read_assessment(rows, criteria))

    assert "không tiêu chí nào áp dụng" in texts_of(result.plot.ranking())
    assert "không áp dụng" in texts_of(result.plot.areas())
    assert any("1.1, 2.1" in text for text in texts_of(result.plot.lost()))
    assert any("không áp dụng" in text for text in texts_of(result["a"].plot.areas()))


def test_a_card_draws_its_own_figures() -> None:
    """Areas with index and points; lost points with the maximum, a note on the rest."""
    card = cchc_index.open_cycle("cao-bang-2021").score()["don-vi-06"]
    areas = {bar.name.split(" ")[0]: bar for bar in _bars(card.plot.areas("en"))}
    lost = {bar.name.split(" ")[0]: bar.value for bar in _bars(card.plot.lost("en"))}

    assert areas["1"].figure == str(card.node("1").index)
    assert areas["2"].instead == "not applicable"
    assert lost == {node.code: node.lost for node in card.explain("en").losses}


@pytest.mark.parametrize("wrong", ["fr", None])
def test_a_language_that_is_none_is_refused(wrong: object) -> None:
    """In one line, with those that there are."""
    result = communes(1).results[0]
    for plot in (result.plot.ranking, result.plot.areas, result.plot.lost, result["xa-1"].plot.lost):
        with pytest.raises(UsageError, match="'vi', 'en'"):
            plot(wrong)  # type: ignore[arg-type]


def test_what_there_is_to_draw_is_said() -> None:
    """In a notebook or a terminal."""
    result = communes(1).results[0]

    assert repr(ResultPlots(result.plain())) == "ResultPlots('cap-xa-2025': ranking(), areas(), lost())"
    assert repr(CardPlots(result["xa-1"])) == "CardPlots('xa-1': areas(), lost())"


def test_a_stage_of_a_part_of_the_set_says_so() -> None:
    """At the self-assessment only appraised criteria are scored."""
    first = cchc_index.open_cycle("cao-bang-2021").score("appraised").results[0]

    assert not any("chỉ chấm" in line for line in said_of(first.assessment, first.awaiting, "vi"))
