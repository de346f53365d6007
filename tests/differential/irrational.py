"""Rounding what is no fraction, for the second scorer: logarithms as series in whole numbers, of growing precision."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from functools import cache

_MOST_BITS = 400  #: what is not parted by so many is held to be equal, and proved to be by whole powers


@cache
def _ln(number: int, bits: int) -> int:
    """The natural logarithm of a whole number times 2^bits, off by less than 2^10: ln n = 2 artanh((n - 1) / (n + 1)).

    A number is first divided by a power of two, so that the series is short.
    """
    if number == 1:
        return 0
    power = number.bit_length() - 1
    found = power * _series(1, 3, bits) if power else 0  # ln 2 = 2 artanh(1/3)
    rest = Fraction(number, 1 << power)
    return (
        found + _series((rest - 1).numerator, ((rest + 1) * rest.denominator).numerator, bits) if rest != 1 else found
    )


def _series(above: int, below: int, bits: int) -> int:
    """2 artanh(above / below) times 2^bits."""
    term, total, place = (2 * above << bits) // below, 0, 1
    while term:
        total += term // place
        term = term * above * above // (below * below)
        place += 2
    return total


def compared(factors: list[tuple[Fraction, int]]) -> int:
    """Whether a product of powers is below 1, 1, or above it."""
    bits = 64
    while bits <= _MOST_BITS:
        total = sum(
            exponent * (_ln(number.numerator, bits) - _ln(number.denominator, bits)) for number, exponent in factors
        )
        if abs(total) > sum(abs(exponent) for _, exponent in factors) << 12:
            return 1 if total > 0 else -1
        bits *= 2
    above = below = 1
    for number, exponent in factors:
        up, down = (number.numerator, number.denominator)[:: 1 if exponent > 0 else -1]
        above, below = above * up ** abs(exponent), below * down ** abs(exponent)
    return (above > below) - (above < below)


def rounded_by(side: Callable[[Fraction], int], most: Fraction, places: int, mode: str) -> Fraction:
    """A number from 0 to `most`, of which only is known on which side of a boundary it lies, to so many decimals."""
    unit = Fraction(1, 10**places)
    low, high = 0, int(most / unit) + 2
    while high - low > 1:  # the number rounds to `low` at least, and to less than `high`
        tried = (low + high) // 2
        at = side((tried - (Fraction(0) if mode == "truncate" else Fraction(1, 2))) * unit)
        if at > 0 or (at == 0 and (mode != "half_even" or tried % 2 == 0)):
            low = tried
        else:
            high = tried
    return low * unit
