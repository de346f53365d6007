"""What builders answer: figures by unit and measure, from files that are named with their rows."""

from __future__ import annotations

from decimal import Decimal

import pytest

from cchc_index.builders.contract import CountedFile, Evidence


def test_the_figures_of_a_unit_are_found_by_its_identifier() -> None:
    """Exact ones as they are, and None where nothing arose."""
    files = (CountedFile("d.csv", "0" * 64, 14),)
    found = Evidence(("a", "b"), {"late": (3, 0), "late_of_settled": (Decimal("30.00"), None)}, (10, 4), files)
    assert found.of("a") == {"late": 3, "late_of_settled": Decimal("30.00")}
    assert found.of("b") == {"late": 0, "late_of_settled": None}
    with pytest.raises(ValueError, match="not in tuple"):
        found.of("c")
