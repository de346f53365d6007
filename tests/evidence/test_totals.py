"""Figures of all units: counts add up, rates are taken of the sums, and what one unit lacks is not known."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from cchc_index.builders.contract import Evidence, Figure, Measure
from cchc_index.evidence.dossiers.builder import Dossiers
from cchc_index.evidence.totals import totals_of
from cchc_index.values.text import Text

_TEXT = Text(())
_MEASURES = (
    Measure("late", _TEXT, adds=True),
    Measure("settled", _TEXT, adds=True),
    Measure("late_of_settled", _TEXT, share=("late", "settled")),
    Measure("worst", _TEXT),
)


def _totals(*rows: tuple[Figure, Figure, Figure, Figure]) -> dict[str, Figure]:
    columns = dict(zip((each.name for each in _MEASURES), zip(*rows, strict=True), strict=True))
    units = tuple(f"u{number}" for number in range(len(rows)))
    return totals_of(_MEASURES, Evidence(units, columns, (1,) * len(rows)))


@given(st.lists(st.tuples(st.integers(0, 10**6), st.integers(1, 10**6)), min_size=1, max_size=30))
def test_a_rate_of_all_is_that_of_the_sums(rows: list[tuple[int, int]]) -> None:
    """Never a mean of rates, and within half of the last decimal of the exact one."""
    found = _totals(*((min(late, settled), settled, Decimal(0), 1) for late, settled in rows))
    late, settled = (sum(min(a, b) for a, b in rows), sum(b for _, b in rows))
    assert (found["late"], found["settled"], found["worst"]) == (late, settled, None)
    rate = found["late_of_settled"]
    assert isinstance(rate, Decimal)
    assert abs(Fraction(rate) - Fraction(100 * late, settled)) <= Fraction(1, 200)


def test_what_one_unit_lacks_is_not_known_of_all() -> None:
    """Missing is not zero; and of nothing there is no rate."""
    assert _totals((1, 10, None, 1), (None, 5, None, 1)) == dict(zip(("late", "settled"), (None, 15), strict=True)) | {
        "late_of_settled": None,
        "worst": None,
    }
    assert _totals((0, 0, None, 1))["late_of_settled"] is None


def test_dossiers_say_which_of_their_figures_add_up() -> None:
    """All counts but the most days of being late; every rate names two counts that do."""
    measures = {each.name: each for each in Dossiers().measures}
    assert [name for name, each in measures.items() if not each.adds and not each.share] == ["late_days_max"]
    assert all(measures[part].adds for each in measures.values() for part in each.share)
    assert all(f"{each.share[0]}_of_{each.share[1]}" == name for name, each in measures.items() if each.share)
