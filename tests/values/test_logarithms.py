"""Logarithms in whole numbers: as close as stated, and comparisons that are exact."""

from __future__ import annotations

import random
from decimal import Context, Decimal
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cchc_index.values.exact import Integers, Ratios, RoundingMode
from cchc_index.values.logarithms import (
    BITS,
    OFF,
    fixed_logarithm,
    logarithms,
    powers,
    rounded_between,
    sign_of_powers,
)

_FINE = Context(prec=60)


def _log2(number: int) -> Fraction:
    return Fraction(_FINE.divide(_FINE.ln(Decimal(number)), _FINE.ln(Decimal(2)))) * (1 << BITS)


def _numbers() -> list[int]:
    chance = random.Random(1)
    powers_of_two = [2**power + off for power in range(63) for off in (-1, 0, 1)]
    drawn = [chance.randint(1, 2 ** chance.randint(1, 63) - 1) for _ in range(2_000)]
    return [each for each in [*range(1, 500), *powers_of_two, *drawn] if 1 <= each < 2**63]


def test_logarithms_are_off_by_less_than_stated() -> None:
    """Logarithms are off by less than stated."""
    numbers = _numbers()
    found = logarithms(Integers.of(numbers)).values.tolist()
    assert max(abs(each - _log2(number)) for number, each in zip(numbers, found, strict=True)) < OFF


def test_logarithms_of_numbers_beyond_64_bits() -> None:
    """Logarithms of numbers beyond 64 bits."""
    numbers = [1, 3, 10**18, 10**19 + 1, 7**40, 2**100]
    found = logarithms(Integers.of(numbers)).values.tolist()
    assert max(abs(each - _log2(number)) for number, each in zip(numbers, found, strict=True)) < OFF


def test_one_number_is_off_by_less_than_a_unit() -> None:
    """One number is off by less than a unit."""
    for number in (Fraction(1), Fraction(2), Fraction(3, 7), Fraction(10**9, 3)):
        wanted = _log2(number.numerator) - _log2(number.denominator)
        assert abs(fixed_logarithm(number) - wanted) < 1


@given(st.lists(st.integers(-40 * 2**BITS, 40 * 2**BITS), min_size=1, max_size=20))
@example([0, -1, 1, 2**BITS - 1, -(2**BITS)])
def test_powers_are_off_by_less_than_stated(exponents: list[int]) -> None:
    """Powers are off by less than stated."""
    mantissas, whole = powers(Integers.of(exponents))
    for exponent, mantissa, power in zip(exponents, mantissas.tolist(), whole.tolist(), strict=True):
        wanted = _FINE.power(2, _FINE.divide(Decimal(exponent), Decimal(2**BITS)))
        off = abs(Fraction(mantissa, 2**61) * Fraction(2) ** power / Fraction(wanted) - 1)
        assert off < Fraction(1, 2**43)


@given(st.lists(st.tuples(st.integers(1, 200), st.integers(1, 200), st.integers(-12, 12)), max_size=5))
@example([(4, 1, 3), (8, 1, -2)])
@example([(6, 1, 1), (10, 1, 1), (15, 1, 1), (30, 1, -2)])
@example([(1, 1, 5)])
def test_signs_are_those_of_the_product(factors: list[tuple[int, int, int]]) -> None:
    """Signs are those of the product."""
    product = Fraction(1)
    for above, below, exponent in factors:
        product *= Fraction(above, below) ** exponent
    found = sign_of_powers((Fraction(above, below), exponent) for above, below, exponent in factors)
    assert found == (product > 1) - (product < 1)


def test_what_differs_in_the_hundredth_digit_differs() -> None:
    """What differs in the hundredth digit differs."""
    big = 10**100
    assert sign_of_powers([(Fraction(big + 1), 1), (Fraction(big), -1)]) == 1
    assert sign_of_powers([(Fraction(big), 1), (Fraction(big + 1), -1)]) == -1
    assert sign_of_powers([(Fraction(big), 3), (Fraction(big**3), -1)]) == 0


@pytest.mark.parametrize(
    ("mode", "wanted"),
    [("half_up", [3, 2, 1, 3]), ("half_even", [2, 2, 1, 3]), ("truncate", [2, 1, 1, 2])],
)
def test_open_roundings_are_settled_by_comparing(mode: RoundingMode, wanted: list[int]) -> None:
    """Open roundings are settled by comparing."""
    exact = [Fraction(5, 2), Fraction(16, 10), Fraction(149, 100), Fraction(2501, 1000)]
    low = Ratios(Integers.of([24, 14, 14, 21]), 10)
    high = Ratios(Integers.of([26, 19, 16, 40]), 10)
    asked: list[int] = []

    def compare(row: int, boundary: Fraction) -> int:
        asked.append(row)
        return (exact[row] > boundary) - (exact[row] < boundary)

    found = rounded_between(low, high, 0, mode, compare)
    assert found.values.tolist() == wanted
    assert set(asked) <= {0, 1, 2, 3}


def test_what_is_settled_is_not_compared() -> None:
    """What is settled is not compared."""
    low, high = Ratios(Integers.of([11, 31]), 10), Ratios(Integers.of([13, 34]), 10)

    def compare(row: int, boundary: Fraction) -> int:
        raise AssertionError(row)

    assert rounded_between(low, high, 0, "half_up", compare).values.tolist() == [1, 3]
    assert rounded_between(low, high, 0, "half_up", compare).values.dtype == np.int64
