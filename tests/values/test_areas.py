"""The reform areas have names of their own."""

from __future__ import annotations

from cchc_index.values.areas import ReformArea


def test_each_area_has_a_name_in_both_languages() -> None:
    """Six areas and two blocks across them, no two of one name."""
    assert len(ReformArea) == 8
    assert len({area.vi for area in ReformArea}) == len({area.en for area in ReformArea}) == 8
    assert all(area.vi and area.en for area in ReformArea)
