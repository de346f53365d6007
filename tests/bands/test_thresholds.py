"""Bands with cut-offs closed below."""

from __future__ import annotations

import pytest

from tests.scoring.two_leaves import BANDS, result_of


@pytest.mark.parametrize(
    ("points", "settings", "band"),
    [
        (("40", "40"), "", "Good"),
        (("39.95", "40"), "", "Good"),  # printed 80.0
        (("39.95", "40"), "compare: exact,", "Fair"),
        (("39.949", "40"), "", "Fair"),
        (("30.5", "40"), "", "Fair"),
        (("30.4", "40"), "", "Average"),
        (("60", "na"), "", "Good"),
        (("60", "na"), "on: points,", "Average"),
    ],
)
def test_cut_offs_are_closed_below(points: tuple[str, str], settings: str, band: str) -> None:
    """Who reaches a cut-off has the band; printed or exact figures, index or points, as the set says."""
    card = result_of(BANDS % settings, {"u": points})["u"]

    assert card.band is not None
    assert card.band.label.first == band


def test_each_group_may_have_its_own_bands() -> None:
    """A mapping of group to bands."""
    one, other = "[{label: Good, from: 90}, {label: Rest}]", "[{label: Good, from: 50}, {label: Low}]"
    head = f"classify: {{thresholds: {{bands: {{x: {one}, y: {other}}}}}}}\n"
    units = [{"unit": "a", "group": "x"}, {"unit": "b", "group": "y"}]
    result = result_of(head, {"a": ("40", "40"), "b": ("40", "40")}, units)

    assert {card.unit.id: str(card.band) for card in result} == {"a": "Rest", "b": "Good"}
    assert result.band_counts() == {"x": {"Rest": 1}, "y": {"Good": 1}}
