"""Logarithms and powers of two in whole numbers: columns with a known error, and exact comparisons for what is close.

A rounded result needs no more of an irrational number than on which side of a boundary it lies. Columns are worked out
in 64-bit fixed point by shifts and sums, no further off than is stated; where that leaves the rounding open, the number
is compared with the boundary exactly: powers of fractions are equal if and only if the exponents of a coprime base
agree, and if they are not, decimals of growing precision part them.

Source:
    Shift-and-add logarithms: J.-M. Muller, Elementary Functions (2016), chapter 8. Coprime bases: D. J. Bernstein,
    Factoring into coprimes in essentially linear time, J. Algorithms 54 (2005).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Context, Decimal
from fractions import Fraction
from functools import cache
from math import gcd
from typing import TYPE_CHECKING, Final

import numpy as np

from cchc_index.values.exact import Integers, Ratios, RoundingMode, round_fraction, to_decimal

if TYPE_CHECKING:
    import numpy.typing as npt

    from cchc_index.values.exact import IntArray

BITS: Final = 48  #: binary digits behind the point of a logarithm
OFF: Final = 64  #: how far a logarithm may be off, in units of its last binary digit
_TOP: Final = 61  #: binary digits behind the point of a number between 1 and 2
_STEPS: Final = 44  #: factors 1 + 2^-i that a number is taken apart into
_FIRST_DIGITS: Final = 30
_SURE: Final = 30  #: decimals that 40 digits are sure of
_SHOWN: Final = 6  #: decimals of a logarithm or a root in a reason, at least
_OFTEN: Final = 4  #: times that numbers stand on average, so that a table of all of them is worth its while


def fixed_logarithm(number: Fraction) -> int:
    """The logarithm of one positive number to the base 2, in units of 2^-48, to the nearest unit or one beside it.

    Example:
        >>> fixed_logarithm(Fraction(8)) / 2**BITS, fixed_logarithm(Fraction(1, 2)) == -(2**BITS)
        (3.0, True)
    """
    context = Context(prec=_FIRST_DIGITS)
    over, under, two = (Fraction(context.ln(Decimal(each))) for each in (number.numerator, number.denominator, 2))
    return round_fraction((over - under) / two * (1 << BITS), 0, "half_up")


def logarithms(numbers: Integers) -> Integers:
    """The logarithms of positive whole numbers to the base 2, in units of 2^-48, each off by less than `OFF`.

    Each number is brought between 1 and 2 by a power of two, and from there up to 2 by factors 1 + 2^-i, whose
    logarithms are known: log2(x) = 1 - sum of those.

    Example:
        >>> [value / 2**BITS for value in logarithms(Integers.of([1, 2, 1024])).values.tolist()]
        [0.0, 1.0, 10.0]
    """
    if numbers.low >= 1 and numbers.high * _OFTEN <= len(numbers):  # each is worked out once
        each = logarithms(Integers.of(np.arange(1, numbers.high + 1, dtype=np.int64)))
        return each.take(numbers.values - 1)
    values, whole = _normal(numbers.values)
    found = (whole + 1) << BITS
    limit = 1 << (_TOP + 1)
    for step, part in enumerate(_parts(), 1):
        grown = values + (values >> step)
        fits = grown <= limit
        np.copyto(values, grown, where=fits)
        found -= fits * part
    return Integers.of(np.where(numbers.values == 1, 0, found))


def powers(exponents: Integers) -> tuple[IntArray, IntArray]:
    """2 to the power of numbers in units of 2^-48: mantissas between 1 and 2, in units of 2^-61, and whole exponents.

    A mantissa is off by less than 2^-43 of itself.

    Example:
        >>> mantissas, whole = powers(Integers.of([3 << 47]))
        >>> round(mantissas.tolist()[0] / 2**61, 9), whole.tolist()
        (1.414213562, [1])
    """
    whole = exponents.values >> BITS
    left = exponents.values - (whole << BITS)
    mantissas = np.full(len(left), 1 << _TOP, dtype=np.int64)
    for step, part in enumerate(_parts(), 1):
        taken = left >= part
        left = left - taken * part
        mantissas += (mantissas >> step) * taken
    return mantissas, whole


def rounded_between(
    low: Ratios, high: Ratios, places: int, mode: RoundingMode, compare: Callable[[int, Fraction], int]
) -> Integers:
    """Numbers that are known to lie between two others, rounded, in units of the last decimal.

    Args:
        low: Where each number lies at least; not negative.
        high: Where it lies at most.
        places: To how many decimals it is rounded.
        mode: How.
        compare: Says exactly whether the number of a row is less than a boundary (-1), equal to it (0) or more (1).

    Example:
        >>> two = Ratios(Integers.of([14]), 10), Ratios(Integers.of([15]), 10)  # the square root of 2
        >>> rounded_between(*two, 0, "half_up", lambda row, at: (2 > at * at) - (2 < at * at)).values.tolist()
        [1]
    """
    least, most = (ends.rounded(places, mode).values for ends in (low, high))
    return settled_between(least, most, places, mode, compare)


def settled_between(
    least: IntArray, most: IntArray, places: int, mode: RoundingMode, compare: Callable[[int, Fraction], int]
) -> Integers:
    """Rounded numbers of which is known what they are at least and at most, in units of the last decimal.

    Args:
        least: What each number is rounded to at least.
        most: What it is rounded to at most.
        places: To how many decimals it is rounded.
        mode: How.
        compare: As in `rounded_between`; asked where the two differ.

    Example:
        >>> two = lambda row, at: (2 > at * at) - (2 < at * at)  # the square root of 2, to two decimals
        >>> settled_between(np.array([0]), np.array([200]), 2, "half_up", two).values.tolist()
        [141]
    """
    open_rows = np.flatnonzero(least != most)
    if not len(open_rows):
        return Integers.of(least)
    settled = least.copy()
    back = Fraction(0) if mode == "truncate" else Fraction(1, 2)
    for row in open_rows.tolist():
        reached, beyond = int(least[row]), int(most[row]) + 1
        while beyond - reached > 1:
            tried = (reached + beyond) // 2
            side = compare(row, (tried - back) / 10**places)
            if side > 0 or (side == 0 and not (mode == "half_even" and tried % 2)):
                reached = tried
            else:
                beyond = tried
        settled[row] = reached
    return Integers.of(settled)


def cut_for_reading(number: Fraction, places: int) -> Decimal:
    """A number known to some 35 digits, cut to two decimals more than it is rounded to, so that both agree to the eye.

    Example:
        >>> str(cut_for_reading(Fraction(2, 3), 2)), str(cut_for_reading(2 - Fraction(1, 10**36), 2))
        ('0.666666', '2.000000')
    """
    sure = Fraction(round_fraction(number, _SURE, "half_up"), 10**_SURE)  # a whole number looks like one
    shown = max(_SHOWN, places + 2)
    return to_decimal(round_fraction(sure, shown, "truncate"), shown)


def sign_of_powers(factors: Iterable[tuple[Fraction, int]]) -> int:
    """Whether a product of powers of positive fractions is less than 1 (-1), equal to it (0) or more (1), exactly.

    Example:
        >>> sign_of_powers([(Fraction(4), 3), (Fraction(8), -2)]), sign_of_powers([(Fraction(3), 5), (Fraction(2), -8)])
        (0, -1)
    """
    exponents = _coprime(factors)
    if not exponents:
        return 0
    digits = _FIRST_DIGITS
    while True:
        context = Context(prec=digits)
        logs = [(Fraction(context.ln(Decimal(base))), exponent) for base, exponent in exponents.items()]
        total = sum((log * exponent for log, exponent in logs), Fraction(0))
        off = sum((log * abs(exponent) for log, exponent in logs), Fraction(0)) / 10 ** (digits - 1)
        if abs(total) > off:
            return 1 if total > 0 else -1
        digits *= 2


def _coprime(factors: Iterable[tuple[Fraction, int]]) -> dict[int, int]:
    """The same product of powers, of whole numbers without common factors: it is 1 if and only if none is left."""
    waiting = [
        pair for number, exponent in factors for pair in ((number.numerator, exponent), (number.denominator, -exponent))
    ]
    found: dict[int, int] = {}
    while waiting:
        number, exponent = waiting.pop()
        if number == 1 or not exponent:
            continue
        base = next((base for base in found if gcd(base, number) > 1), None)
        if base is None:
            found[number] = exponent
            continue
        common, other = gcd(base, number), found.pop(base)
        waiting += [(number // common, exponent), (base // common, other), (common, exponent + other)]
    return found


@cache
def _parts() -> tuple[int, ...]:
    """The logarithms of 1 + 2^-i, in units of 2^-48."""
    return tuple(fixed_logarithm(1 + Fraction(1, 2**step)) for step in range(1, _STEPS + 1))


def _normal(numbers: IntArray) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """Positive whole numbers as numbers between 1 and 2, in units of 2^-61, and their powers of two."""
    if numbers.dtype == object:  # more digits than 62 leave no trace in so many
        lengths = [int(number).bit_length() - 1 for number in numbers.tolist()]
        cut = [number >> max(length - _TOP, 0) for number, length in zip(numbers.tolist(), lengths, strict=True)]
        lifted = [number << max(_TOP - length, 0) for number, length in zip(cut, lengths, strict=True)]
        return np.array(lifted, dtype=np.int64), np.array(lengths, dtype=np.int64)
    values, whole = numbers >> (numbers >= 1 << (_TOP + 1)), np.full(len(numbers), _TOP, dtype=np.int64)
    whole += numbers >= 1 << (_TOP + 1)
    for shift in (32, 16, 8, 4, 2, 1):
        small = values < 1 << (_TOP + 1 - shift)
        values = values << np.where(small, shift, 0)
        whole -= small * shift
    return values, whole
