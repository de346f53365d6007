"""Years in pictures: the figures of comparisons and series, merged units said as such."""

from __future__ import annotations

import cchc_index
from cchc_index.charts.grid import Grid
from cchc_index.charts.pairs import Pairs
from cchc_index.charts.stacked import Stacked
from cchc_index.years.plotting import comparison_chart, series_chart
from cchc_index.years.series import series
from tests.charts.looking import misplaced, texts_of

BOTH = ("cap-xa-2024", "cap-xa-2025")


def test_a_comparison_draws_both_indices() -> None:
    """Of each unit, with the kind of its succession in words; new and gone units are notes."""
    compared = cchc_index.compare_years(*map(cchc_index.open_cycle, BOTH))
    chart = compared.plot()
    assert isinstance(chart.body, Pairs)

    for each, pair in zip(compared.changes, chart.body.pairs, strict=True):
        assert pair.name.startswith(each.name)
        assert pair.values == (each.before and each.before.index, each.after.index)
    assert {"Phường Ví dụ 4 (đổi tên)", "Xã Ví dụ 7 (sáp nhập)"} <= set(texts_of(chart))
    assert misplaced(chart) == []
    english = comparison_chart(compared.before, compared.after, compared.changes, ["a note"], "en")
    assert "a note" in texts_of(english)


def test_a_series_has_a_cell_for_each_year() -> None:
    """The index of each year; of a merged unit those of all that became it, one beneath another."""
    years = series([cchc_index.open_cycle(name) for name in BOTH])
    chart = years.plot()
    assert isinstance(chart.body, Grid)
    rows = {row.name: row for row in chart.body.table}
    before, after = years.years

    assert [cell.figures for cell in rows["Xã Ví dụ 7"].cells] == [
        tuple(str(before[unit].index).replace(".", ",") for unit in ("xa-6", "xa-5")),
        (str(after["xa-7"].index).replace(".", ","),),
    ]
    assert misplaced(chart) == []


def test_groups_are_drawn_apart() -> None:
    """Ranks begin anew in each, and each has its name."""
    both = [cchc_index.open_cycle(f"cao-bang-{year}") for year in (2021, 2022)]
    for chart in (cchc_index.compare_years(*both).plot(), series(both).plot()):
        assert isinstance(chart.body, Stacked)
        assert [section.label for section in chart.body.sections][1] == "Nhóm district, 9 đơn vị"
        assert misplaced(chart) == []


def test_the_same_year_twice_is_two_columns() -> None:
    """Years of one name are told apart by their order."""
    cycle = cchc_index.open_cycle("lai-chau-2021").score()
    twice = series([cycle, cycle])
    chart = series_chart(twice.years, twice.line, "en")
    assert isinstance(chart.body, Stacked)

    for section in chart.body.sections:
        assert isinstance(section.body, Grid)
        for row in section.body.table:
            assert row.cells[0].figures == row.cells[1].figures != ()
