"""Years in a row: each unit's line, and one frame under the codes of the last year."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

import cchc_index
from tests.years.two_years import MAPPING, SUCCESSION, result_of, set_of, successions, two_years


@pytest.fixture(scope="module")
def cycles(tmp_path_factory: pytest.TempPathFactory) -> list[cchc_index.Cycle]:
    """Both years."""
    return [cchc_index.open_cycle(folder) for folder in two_years(tmp_path_factory.mktemp("series"))]


def test_a_line_follows_a_unit_through_its_mergers(cycles: list[cchc_index.Cycle]) -> None:
    """Those that became it are in its line, under the names that they had."""
    found = cchc_index.series(cycles)
    assert len(found) == 2
    assert [(cycle, unit) for cycle, unit, _ in found.line("f")] == [("c2023", "d"), ("c2023", "e"), ("c2024", "f")]
    assert [unit for _, unit, _ in found.line("h")] == ["c", "h"]
    assert found.now("e") == ("f",)


def test_the_frame_has_exact_decimals_under_the_last_codes(cycles: list[cchc_index.Cycle]) -> None:
    """A dropped criterion is left out, a new one is empty in the years before it."""
    frame = cchc_index.series(cycles).to_frame("polars")
    assert frame.shape[0] == 10
    rows = {(row["cycle"], row["unit"]): row for row in frame.to_dicts()}
    assert rows["c2023", "c"]["now"] == "h"
    assert "3" not in frame.columns
    assert (rows["c2023", "a"]["4"], rows["c2024", "a"]["4"]) == (None, Decimal("3.00"))
    results = {year.id: year for year in (cycle.score() for cycle in cycles)}
    for (cycle, unit), row in rows.items():
        card = results[cycle][unit]
        assert (row["index"], row["rank"], row["band"]) == (card.index, card.rank, str(card.band))
        assert row["1"] == card.node("1").points
    text = cchc_index.series(cycles).to_frame("pandas", numbers="text")
    assert text["index"][0] == str(next(iter(results["c2023"])).index)


def test_each_year_stands_beside_the_one_before(cycles: list[cchc_index.Cycle]) -> None:
    """By the same tables."""
    (found,) = cchc_index.series(cycles).comparisons
    assert [each.unit for each in found.changes] == ["a", "f", "b", "h"]


def test_codes_lead_over_several_editions() -> None:
    """From edition to edition to the last, as far as they go."""
    rows = [{"unit": "a", "1.rate": "80", "2.1": "5", "2.2": "4", "3": "1"}]
    years = [result_of(set_of(edition, 10, "3"), rows) for edition in (2021, 2022, 2023)]
    found = cchc_index.series(years)
    assert [dict(each[0]) for each in found.codes] == [{code: code for code in ("1", "2", "2.1", "2.2", "3")}] * 3


def test_a_table_of_many_years_is_read_once(cycles: list[cchc_index.Cycle], tmp_path: Path) -> None:
    """Units that become something only later are still there in the years before."""
    rows = [{"unit": unit, "1.rate": "80", "2.1": "5", "2.2": "4", "3": "1"} for unit in "ab"]
    one, two = (result_of(set_of(edition, 10, "3"), rows) for edition in (2021, 2022))
    three = result_of(set_of(2023, 10, "3"), [{**rows[0], "unit": "z"}])
    table = successions(("a", "z", "merged"), ("b", "z", "merged"))
    found = cchc_index.series([one, two, three], succession=table)
    assert [[each.kind for each in years.changes] for years in found.comparisons] == [["same", "same"], ["merged"]]
    path = tmp_path / "s.csv"
    path.write_text(SUCCESSION + "a,a,renamed,,2024-13-01,\n", encoding="utf-8")
    with pytest.raises(cchc_index.AssessmentError) as told:
        cchc_index.series(cycles, succession=path)
    assert {each.key for each in told.value.problems} == {"succession.itself", "row.date", "row.lacks"}
    assert "changed" in MAPPING


def test_what_is_no_series_is_refused() -> None:
    """Nothing at all, and what is no year."""
    with pytest.raises(cchc_index.AssessmentError, match="there is no year"):
        cchc_index.series([])
    with pytest.raises(TypeError):
        cchc_index.series(["lai-chau-2021"])  # type: ignore[list-item]
