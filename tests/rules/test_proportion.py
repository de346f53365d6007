"""A proportion has a floor and a full mark."""

from __future__ import annotations

import pytest

from tests.rules.one_unit import points_of


@pytest.mark.parametrize(
    ("rate", "points"),
    [("97.84", "7.99"), ("50", "4.08"), ("80", "6.53"), ("49.99", "0.00"), ("98", "8.00"), ("99", "8.00")],
)
def test_proportion_has_a_floor_and_a_full_mark(rate: str, points: str) -> None:
    """Maximum x rate / full_at, nothing under the floor, which itself earns."""
    assert points_of("{proportion: {zero_below: 50, full_at: 98}}", "8", rate=rate) == points
