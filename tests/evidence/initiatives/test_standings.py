"""Numbers of a contest are written as they are."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_index.evidence.initiatives.standings import ContestResult, exact_text


@given(st.fractions(-1000, 1000, max_denominator=2000))
def test_the_text_is_the_number(number: Fraction) -> None:
    """Its decimals where they end, a fraction where they do not; with a comma in Vietnamese."""
    assert Fraction(exact_text(number)) == number
    assert exact_text(number, "vi") == exact_text(number).replace(".", ",")


def test_an_initiative_that_is_not_there_is_told() -> None:
    """By its name."""
    with pytest.raises(KeyError):
        ContestResult(())["S1"]
