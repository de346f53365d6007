"""Columns of ratios do as lists of fractions do, whatever their denominators and however great their numbers."""

from __future__ import annotations

from fractions import Fraction
from typing import get_args

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_index.values.exact import Integers, Ratios, RoundingMode, round_fraction

MODES: tuple[RoundingMode, ...] = get_args(RoundingMode)
numbers = st.one_of(st.integers(-30, 30), st.integers(-(2**66), 2**66), st.sampled_from([2**63 - 1, -(2**63), 2**62]))
positive = st.one_of(st.integers(1, 12), st.sampled_from([10**4, 2**31, 10**19]))
fractions = st.fractions(-50, 50, max_denominator=300)


@st.composite
def columns(draw: st.DrawFn, size: int) -> Ratios:
    """A column with one denominator for all rows, or with one for each."""
    numerators = Integers.of(draw(st.lists(numbers, min_size=size, max_size=size)))
    if draw(st.booleans()):
        return Ratios(numerators, draw(positive))
    return Ratios(numerators, Integers.of(draw(st.lists(positive, min_size=size, max_size=size))))


def _listed(ratios: Ratios) -> list[Fraction]:
    return [ratios.fraction(row) for row in range(len(ratios))]


@given(data=st.data(), size=st.integers(0, 5), factor=fractions, amount=fractions)
def test_one_column(data: st.DataObject, size: int, factor: Fraction, amount: Fraction) -> None:
    """Multiplied, added to, compared, bounded, rounded, in part."""
    column = data.draw(columns(size))
    rows = _listed(column)
    positive_factor = abs(factor) or Fraction(1)
    low, high = sorted((amount, factor))
    places, mode = data.draw(st.integers(0, 3)), data.draw(st.sampled_from(MODES))
    some = [row for row in range(size) if data.draw(st.booleans())]
    mask = np.array(data.draw(st.lists(st.booleans(), min_size=size, max_size=size)), dtype=np.bool_)

    assert _listed(column.times(positive_factor)) == [row * positive_factor for row in rows]
    assert _listed(column.plus(amount)) == [row + amount for row in rows]
    assert column.at_least(amount).tolist() == [row >= amount for row in rows]
    assert column.above(amount).tolist() == [row > amount for row in rows]
    assert column.whole().tolist() == [row.denominator == 1 for row in rows]
    assert _listed(column.within(low, high)) == [min(max(row, low), high) for row in rows]
    assert _listed(column.kept(mask)) == [row if keep else Fraction(0) for row, keep in zip(rows, mask, strict=True)]
    assert _listed(column.constant(amount)) == [amount] * size
    assert column.rounded(places, mode).values.tolist() == [round_fraction(row, places, mode) for row in rows]
    assert _listed(column.take(np.array(some, dtype=np.intp))) == [rows[row] for row in some]


@given(data=st.data(), size=st.integers(0, 5))
def test_two_columns(data: st.DataObject, size: int) -> None:
    """Added, compared, put in for each other, multiplied and divided row by row, spread among others."""
    one, other = data.draw(columns(size)), data.draw(columns(size))
    rows, others = _listed(one), _listed(other)
    mask = np.array(data.draw(st.lists(st.booleans(), min_size=size, max_size=size)), dtype=np.bool_)
    factors = data.draw(st.lists(positive, min_size=size, max_size=size))
    longer = data.draw(st.integers(size, size + 3)) + (not size)
    places = sorted(data.draw(st.lists(st.integers(0, longer - 1), min_size=size, max_size=size, unique=True)))
    spread = [Fraction(0)] * longer
    for place, row in zip(places, rows, strict=True):
        spread[place] = row

    assert _listed(one.added(other)) == [row + by for row, by in zip(rows, others, strict=True)]
    assert one.exceeds(other).tolist() == [row > by for row, by in zip(rows, others, strict=True)]
    assert _listed(one.where(mask, other)) == [
        row if keep else by for row, by, keep in zip(rows, others, mask, strict=True)
    ]
    assert _listed(one.scaled(Integers.of(factors))) == [row * by for row, by in zip(rows, factors, strict=True)]
    held = one.spread(np.array(places, dtype=np.intp), longer)
    assert _listed(held) == spread
    assert all(type(number) is int for number in held.numerators.values.tolist())
    if isinstance(one.denominators, int):
        assert _listed(one.over(Integers.of(factors))) == [row / by for row, by in zip(rows, factors, strict=True)]
    else:
        with pytest.raises(TypeError, match=r"^only ratios with one denominator are divided row by row$"):
            one.over(Integers.of(factors))


@pytest.mark.parametrize("least", [-(2**70), -5, 0, 1])
@pytest.mark.parametrize("most", [1, 5, 2**63, 2**70])
def test_bounds_may_lie_beyond_machine_integers(least: int, most: int) -> None:
    """And no ratio between them changes."""
    for numbers in ([-7, 0, 1, 5, 7], [-(2**66), 3, 2**66]):
        column = Ratios(Integers.of(numbers), 1)

        held = column.within(Fraction(least), Fraction(most))
        assert _listed(held) == [Fraction(min(max(number, least), most)) for number in numbers]
        assert all(type(number) is int for number in held.numerators.values.tolist())
