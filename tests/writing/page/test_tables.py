"""The tables of a page: shades, bars, and what stands in their cells (`writing/page/tables.py`)."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

import cchc_index
from cchc_index.problems.problem import Language
from cchc_index.rules.columns import write_number
from cchc_index.writing.page.tables import EDGES, heat_map, legend, ranking, shade
from tests.writing.page.reading import PageReader


@given(st.integers(0, 10**8), st.integers(0, 6))
def test_a_shade_is_closed_below(index: int, places: int) -> None:
    """As the legend says: from 40 to under 50, and so on; no rounding moves a figure over an edge."""
    number = Decimal(index).scaleb(-places)
    at = shade(index, places)

    assert at == 0 or number >= EDGES[at - 1]
    assert at == len(EDGES) or number < EDGES[at]


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("name", ["lai-chau-2021", "cao-bang-2021", "cap-xa-2025"])
def test_tables_say_what_the_cards_say(name: str, language: Language) -> None:
    """Each unit's row in both tables: rank, points, maximum, index, band; the index of each area."""
    for result in cchc_index.open_cycle(name).score().results:
        start = 0
        for group in sorted({unit.group for unit in result.register}):
            cards = [card for card in result if card.group == group]
            units = (start, start + len(cards))
            start += len(cards)
            rows = PageReader("".join(ranking(result, 0, group, units, language))).rows
            heat = PageReader("".join(heat_map(result, 0, group, units, language))).rows
            for card, row, cells in zip(cards, rows[1:], heat[1:], strict=False):
                figures = [_text(each, language) for each in (card.points, card.max_points, card.index)]
                band = [card.band.label.say(language)] if card.band else []
                assert row == [str(card.rank or "–"), card.unit.name, *figures, *band]
                areas = [card.node(node.criterion.code).index for node in result.criteria.top]
                assert cells == [card.unit.name, *(_text(each, language) for each in (*areas, card.index))]


def _text(number: Decimal | None, language: Language) -> str:
    return "–" if number is None else write_number(number, language)


def test_every_cell_with_an_index_has_its_shade() -> None:
    """And a cell without one has none, so that no colour says what no number does."""
    (result,) = (each for each in cchc_index.open_cycle("cao-bang-2021").score().results if "dep" in each.criteria.id)
    told = "".join(heat_map(result, 0, "department", (0, 20), "en")).partition("<tbody>")[2].partition("</tbody>")[0]

    for card in result:
        for node in result.criteria.top:
            index = card.node(node.criterion.code).index
            cell = "<td>–</td>" if index is None else f'<td class="h{shade(int(index * 100), 2)}">{index}</td>'
            assert cell in told


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_legend_names_every_edge(language: Language) -> None:
    """Each shade with the figures it stands for."""
    told = PageReader("".join(legend(language))).text

    assert all(told.count(str(edge)) == 2 for edge in EDGES)
