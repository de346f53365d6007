"""Two results side by side, and what notebooks show."""

from __future__ import annotations

from decimal import Decimal

import pytest

import cchc_index
from cchc_index.results.comparing import Comparison, Standing, UnitChange

CYCLE = cchc_index.open_cycle("lai-chau-2021")
(ASSESSMENT,) = CYCLE.assessments()
BEFORE = cchc_index.score(ASSESSMENT.criteria, ASSESSMENT)


def _after(code: str) -> cchc_index.IndexResult:
    changed = ASSESSMENT.criteria.without(code)
    return cchc_index.score(changed, ASSESSMENT.for_criteria(changed))


def test_what_changed_and_who_moved() -> None:
    """Points, index, rank and band of each unit, before and after."""
    comparison = BEFORE.compare(_after("6"))
    assert len(comparison) == len(BEFORE) == 17
    for change in comparison.changes:
        before, after = BEFORE[change.unit], _after("6")[change.unit]
        assert (change.before.points, change.after.points) == (before.points, after.points)
        assert change.points == after.points - before.points  # type: ignore[operator]
        assert change.places == before.rank - after.rank  # type: ignore[operator]
        assert change.has_moved == ((before.rank, str(before.band)) != (after.rank, str(after.band)))
    assert {change.unit for change in comparison.moved} == {each.unit for each in comparison.changes if each.has_moved}
    assert comparison.moved


def test_the_same_result_moves_nobody() -> None:
    """No change is none."""
    assert BEFORE.compare(BEFORE).moved == ()
    assert CYCLE.score().compare(CYCLE.score()).moved == ()


def test_units_of_one_side_are_named() -> None:
    """Nothing is made of what is not there."""
    fewer = [card for card in BEFORE if card.unit.id != "so-tai-chinh"]
    assert Comparison.of(BEFORE, fewer).gone == ("so-tai-chinh",)
    assert Comparison.of(fewer, BEFORE).new == ("so-tai-chinh",)
    nothing = Standing(None, None, None, None)
    change = UnitChange("u", "U", nothing, Standing(Decimal(1), Decimal(2), 1, "Tốt"))
    assert (change.points, change.index, change.places, change.has_moved) == (None, None, None, True)


def test_a_comparison_is_plain_data() -> None:
    """Numbers as text."""
    plain = BEFORE.compare(_after("6")).to_dict()
    unit = next(each for each in plain["units"] if each["unit"] == "so-tai-chinh")
    assert unit["before"]["points"] == "15.747"
    assert set(unit) == {"unit", "name", "before", "after", "change"}
    assert (plain["gone"], plain["new"]) == ([], [])


def test_only_results_are_compared() -> None:
    """A scorecard is none."""
    with pytest.raises(TypeError):
        BEFORE.compare(BEFORE["so-tai-chinh"])  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "thing",
    [BEFORE, CYCLE.score(), BEFORE["so-tai-chinh"], BEFORE["so-tai-chinh"].explain(), ASSESSMENT, ASSESSMENT.criteria],
    ids=lambda thing: type(thing).__name__,
)
def test_notebooks_show_a_table_and_one_line(thing: object) -> None:
    """With the set and its status; nothing in it is markup."""
    table = thing._repr_html_()  # type: ignore[attr-defined]
    assert table.startswith("<table><caption>")
    assert table.count("<table>") == table.count("</table>") == 1
    assert "excerpt" in table
    line = repr(thing)
    assert line.startswith(f"{type(thing).__name__}(")
    assert "\n" not in line
    assert len(line) < 300
