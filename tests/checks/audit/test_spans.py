"""Spans hold exactly the numbers that are printed so, whatever the decimals and the rounding."""

from __future__ import annotations

from fractions import Fraction
from typing import get_args

import numpy as np
import pytest

from cchc_index.checks.audit.spans import Spans, narrowed
from cchc_index.values.exact import RoundingMode, round_fraction


@pytest.mark.parametrize("mode", get_args(RoundingMode))
@pytest.mark.parametrize(("fine", "coarse"), [(3, 1), (2, 0), (1, 1), (0, 2)])
def test_a_span_holds_what_is_printed_so_and_nothing_else(mode: RoundingMode, fine: int, coarse: int) -> None:
    """Every number with three decimals lies in the span of what it is printed as, and in no other."""
    for figure in range(-3, 4):
        low, high = (int(end[0]) for end in Spans.printed(np.array([figure]), coarse, mode).whole(fine))
        printed = {
            number
            for number in range(-5 * 10**fine, 5 * 10**fine + 1)
            if round_fraction(Fraction(number, 10**fine), coarse, mode) == figure
        }
        assert set(range(low, high + 1)) == printed


@pytest.mark.parametrize("mode", get_args(RoundingMode))
@pytest.mark.parametrize("places", [0, 1, 2, 3])
def test_an_index_is_printed_as_it_is_or_as_it_was_rounded(mode: RoundingMode, places: int) -> None:
    """Of 700 points those belong to a printed index whose per cent, or rounded per cent, is printed so."""
    first = 1
    for points in range(1, 701):
        exact = Fraction(100 * points, 700)
        rounded = Fraction(round_fraction(exact, first, mode), 10**first)
        for figure in {round_fraction(each, places, mode) for each in (exact, rounded)}:
            spans = Spans.printed_again(np.array([figure]), places, first, mode)
            low, high = (int(end[0]) for end in spans.shares(np.array([700])))
            assert low <= points <= high


def test_an_index_that_no_points_give_has_an_empty_span() -> None:
    """80.25 per cent of 10.0 are no points with one decimal."""
    low, high = Spans.printed(np.array([8025]), 2, "half_up").shares(np.array([100]))

    assert low.tolist() > high.tolist()


def test_numbers_beyond_64_bits_are_kept_at_their_end() -> None:
    """No printed figure wraps around."""
    spans = Spans.printed(np.array([10**30], dtype=object), 0, "half_up")

    assert spans.whole(2)[0].tolist() == [2**62]
    assert narrowed(np.array([-(10**30)], dtype=object)).tolist() == [-(2**62)]
