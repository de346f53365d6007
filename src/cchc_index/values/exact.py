"""Exact columns: whole numbers and ratios of whole numbers, for thousands of units at once.

A column of decimals is a numpy array of int64 and a denominator; a rate is a pair of integer columns, compared by
cross-multiplication. No operation here uses binary floating point. Each column knows bounds of its values, so that
an operation that could leave 64 bits is carried out in Python's unlimited integers instead: slower, never wrapped.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING, Literal, Self

import attrs
import numpy as np

if TYPE_CHECKING:
    import numpy.typing as npt

    IntArray = npt.NDArray[np.int64]  #: int64, or Python integers in an object array where 64 bits do not suffice
    BoolArray = npt.NDArray[np.bool_]

RoundingMode = Literal["half_up", "half_even", "truncate"]

_LIMIT = 2**63 - 1
_DECIMAL = re.compile(r"-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
LONGEST_NUMBER = 40  #: characters; longer ones are mistakes, and slow to convert


def parse_decimal(text: str) -> Decimal | None:
    """The decimal that a text spells, or None.

    Digits, at most one decimal point with digits on both sides, an optional minus; nothing else: no exponent, no
    thousands separators, no leading zeros, no digits of other scripts, at most 40 characters.

    Example:
        >>> parse_decimal("1.10"), parse_decimal("0,5"), parse_decimal("0123"), parse_decimal("NaN")
        (Decimal('1.10'), None, None, None)
    """
    if len(text) > LONGEST_NUMBER or not _DECIMAL.fullmatch(text):
        return None
    return Decimal(text)


def places_of(number: Decimal) -> int:
    """How many decimals a number is written with.

    Example:
        >>> places_of(Decimal("1.10")), places_of(Decimal("100"))
        (2, 0)
    """
    return max(0, -int(number.as_tuple().exponent)) if number.is_finite() else 0


def to_integer(number: Decimal, places: int) -> int:
    """The number in units of its last decimal.

    Raises:
        ValueError: The number has more decimals than `places`.

    Example:
        >>> to_integer(Decimal("1.5"), 3)
        1500
    """
    scaled = Fraction(number) * _power(places)
    if scaled.denominator != 1:
        raise ValueError(f"{number} has more than {places} decimals")
    return scaled.numerator


def to_decimal(integer: int, places: int) -> Decimal:
    """The decimal that an integer in units of the last decimal stands for.

    Example:
        >>> to_decimal(1500, 3), to_decimal(0, 2)
        (Decimal('1.500'), Decimal('0.00'))
    """
    return Decimal(decimal_text(integer, places))


def decimal_text(integer: int, places: int) -> str:
    """The text of the decimal that an integer in units of the last decimal stands for: digits, never an exponent.

    Example:
        >>> decimal_text(1500, 3), decimal_text(-5, 2), decimal_text(7, 0)
        ('1.500', '-0.05', '7')
    """
    digits = str(abs(integer)).zfill(places + 1)
    cut = len(digits) - places
    return ("-" if integer < 0 else "") + (f"{digits[:cut]}.{digits[cut:]}" if places else digits)


def round_fraction(number: Fraction, places: int, mode: RoundingMode) -> int:
    """One exact number rounded, in units of its last decimal.

    Example:
        >>> round_fraction(Fraction("2.675"), 2, "half_up"), round_fraction(Fraction("2.665"), 2, "half_even")
        (268, 266)
    """
    if number.numerator < 0:  # a tie goes away from zero
        return -round_fraction(-number, places, mode)
    whole, rest = divmod(number.numerator * _power(places), number.denominator)
    twice = 2 * rest - number.denominator
    if (mode == "half_up" and twice >= 0) or (mode == "half_even" and (twice > 0 or (twice == 0 and whole % 2))):
        whole += 1
    return whole


def is_below(number: Fraction, limit: Decimal) -> bool:
    """Whether an exact number is less than a decimal, without making the decimal a fraction first.

    Example:
        >>> is_below(Fraction(1, 3), Decimal("0.34")), is_below(Fraction(1, 2), Decimal("0.5"))
        (True, False)
    """
    over, by = limit.as_integer_ratio()
    return number.numerator * by < over * number.denominator


def _whole_numbers(numbers: list[int] | IntArray) -> IntArray:
    """Numbers as a column that nobody can write to, whoever made it: 64 bits where all fit, else Python's own."""
    if isinstance(numbers, np.ndarray) and numbers.dtype == np.int64:
        return _frozen(numbers.copy() if _can_be_written_to(numbers) else numbers.view())
    listed = numbers.tolist() if isinstance(numbers, np.ndarray) else list(numbers)
    if not all(isinstance(each, int | np.integer) and not isinstance(each, bool) for each in listed):
        raise TypeError("a column of whole numbers holds ints, and no bool, float or Decimal")
    low, high = (min(listed), max(listed)) if listed else (0, 0)
    return _frozen(np.array(listed, dtype=np.int64 if _fits(low, high) else object))


def _bounded(values: IntArray, low: int, high: int) -> Integers:
    """A column whose bounds are known without a look at its values: for this module's arithmetic alone.

    All others write `Integers.of`, which reads the bounds: one that is wrong would be a wrong number.
    """
    column = Integers.__new__(Integers)
    for name, value in (("values", values), ("low", low), ("high", high)):
        object.__setattr__(column, name, value)
    return column


@attrs.frozen(eq=False)
class Integers:
    """A column of whole numbers that cannot overflow.

    Attributes:
        values: The numbers, read-only.
        low: No value is below it.
        high: No value is above it.

    Example:
        >>> big = Integers.of([2**62, 5])
        >>> (big * 4).values.tolist()
        [18446744073709551616, 20]
    """

    values: IntArray = attrs.field(converter=_whole_numbers)
    low: int = attrs.field(init=False)
    high: int = attrs.field(init=False)

    @low.default
    def _low(self) -> int:
        return int(self.values.min()) if self.values.size else 0

    @high.default
    def _high(self) -> int:
        return int(self.values.max()) if self.values.size else 0

    @classmethod
    def of(cls, numbers: list[int] | IntArray) -> Self:
        """A column of these numbers, with its bounds read from them.

        Raises:
            TypeError: They are no whole numbers.
        """
        return cls(numbers)

    def __len__(self) -> int:
        """How many numbers there are."""
        return len(self.values)

    def _apply(self, other: Integers | int, act: Callable[..., IntArray], low: int, high: int) -> Integers:
        left, right = self.values, other.values if isinstance(other, Integers) else other
        if not _fits(low, high) or (isinstance(other, int) and not _fits(other, other)):
            left = left.astype(object)
        return _bounded(_frozen(act(left, right)), low, high)

    def __add__(self, other: Integers | int) -> Integers:
        """Sums, row by row."""
        low, high = _bounds(other)
        return self._apply(other, operator.add, self.low + low, self.high + high)

    def __sub__(self, other: Integers | int) -> Integers:
        """Differences, row by row."""
        low, high = _bounds(other)
        return self._apply(other, operator.sub, self.low - high, self.high - low)

    def __mul__(self, other: Integers | int) -> Integers:
        """Products, row by row."""
        if isinstance(other, int) and other == 1:
            return self
        corners = [a * b for a in (self.low, self.high) for b in _bounds(other)]
        return self._apply(other, operator.mul, min(corners), max(corners))

    def __ge__(self, other: Integers | int) -> BoolArray:
        """Where a number is at least the other."""
        reached: BoolArray = self.values >= (other.values if isinstance(other, Integers) else other)
        return reached

    def __gt__(self, other: Integers | int) -> BoolArray:
        """Where a number is more than the other."""
        exceeded: BoolArray = self.values > (other.values if isinstance(other, Integers) else other)
        return exceeded

    def equals(self, other: Integers | int) -> BoolArray:
        """Where a number equals the other."""
        equal: BoolArray = self.values == (other.values if isinstance(other, Integers) else other)
        return equal

    def take(self, rows: npt.NDArray[np.signedinteger] | slice) -> Integers:
        """The numbers of some rows; those of a slice are not copied."""
        taken = self.values[rows] if isinstance(rows, slice) else _frozen(self.values.take(rows))
        return _bounded(taken, self.low, self.high)

    def where(self, mask: BoolArray, other: Integers | int) -> Integers:
        """These numbers where the mask holds, the others elsewhere."""
        low, high = _bounds(other)
        low, high = min(self.low, low), max(self.high, high)
        left, right = self.values, other.values if isinstance(other, Integers) else other
        if not _fits(low, high):
            left = left.astype(object)
        return _bounded(_frozen(np.where(mask, left, right)), low, high)

    def divided(self, divisor: Integers | int, mode: RoundingMode) -> Integers:
        """Quotients by positive divisors, each rounded to a whole number.

        Half up goes away from zero at exactly one half; half even to the even neighbour; truncation towards zero.

        Example:
            >>> Integers.of([5, 15, -5, 7]).divided(10, "half_up").values.tolist()
            [1, 2, -1, 1]
        """
        if isinstance(divisor, int) and divisor == 1:
            return self
        if self.low < 0:
            sign = Integers.of(np.sign(self.values))
            size = Integers.of((self * sign).values)  # its bounds, read anew, are not negative
            return size.divided(divisor, mode) * sign
        least, _ = _bounds(divisor)
        high = self.high // max(least, 1) + 1
        numerator = self
        if mode != "truncate":
            if isinstance(divisor, Integers) or mode == "half_even":
                numerator, divisor = self * 2 + divisor, divisor * 2
            else:
                numerator = self + divisor // 2
        quotient = numerator._apply(divisor, operator.floordiv, 0, high)._narrowed()
        if mode == "half_even":
            tied = Ratios(numerator, divisor).whole()
            even = quotient.values - (tied & (quotient.values % 2 == 1))
            return _bounded(_frozen(even), quotient.low, quotient.high)
        return quotient

    def _narrowed(self) -> Integers:
        if self.values.dtype == object and _fits(self.low, self.high):
            return _bounded(_frozen(self.values.astype(np.int64)), self.low, self.high)
        return self


@attrs.frozen(eq=False)
class Ratios:
    """A column of exact ratios; with one denominator for all rows, a column of decimals.

    Attributes:
        numerators: Whole numbers.
        denominators: Positive whole numbers, one a row or one for all.

    Example:
        >>> rates = Ratios(Integers.of([2, 1]), Integers.of([3, 8])).times(Fraction(100))
        >>> rates.rounded(2, "half_up").values.tolist(), rates.at_least(Fraction("12.5")).tolist()
        ([6667, 1250], [True, True])
    """

    numerators: Integers
    denominators: Integers | int = 1

    @classmethod
    def of(cls, numbers: list[Decimal]) -> Self:
        """A column of decimals."""
        places = max((places_of(number) for number in numbers), default=0)
        return cls(Integers.of([to_integer(number, places) for number in numbers]), 10**places)

    def __len__(self) -> int:
        """How many ratios there are."""
        return len(self.numerators)

    def at_least(self, limit: Fraction) -> BoolArray:
        """Where the ratio is `limit` or more: closed below."""
        if isinstance(self.denominators, int):
            return self.numerators >= -((-limit.numerator * self.denominators) // limit.denominator)
        return self.numerators * limit.denominator >= self.denominators * limit.numerator

    def above(self, limit: Fraction) -> BoolArray:
        """Where the ratio is more than `limit`."""
        if isinstance(self.denominators, int):
            return self.numerators > (limit.numerator * self.denominators) // limit.denominator
        return self.numerators * limit.denominator > self.denominators * limit.numerator

    def times(self, factor: Fraction) -> Ratios:
        """Each ratio multiplied by a constant."""
        if isinstance(self.denominators, int):
            reduced = factor / self.denominators
            return Ratios(self.numerators * reduced.numerator, reduced.denominator)
        return Ratios(self.numerators * factor.numerator, self.denominators * factor.denominator)

    def plus(self, amount: Fraction) -> Ratios:
        """Each ratio with a constant added."""
        numerators = self.numerators * amount.denominator
        return Ratios(numerators + self.denominators * amount.numerator, self.denominators * amount.denominator)

    def where(self, mask: BoolArray, other: Ratios) -> Ratios:
        """These ratios where the mask holds, the others elsewhere."""
        if isinstance(self.denominators, int) and isinstance(other.denominators, int):
            left, right = self.numerators * other.denominators, other.numerators * self.denominators
            return Ratios(left.where(mask, right), self.denominators * other.denominators)
        left_by, right_by = (_column(ratios.denominators, len(self)) for ratios in (self, other))
        return Ratios(self.numerators.where(mask, other.numerators), left_by.where(mask, right_by))

    def take(self, rows: npt.NDArray[np.intp]) -> Ratios:
        """The ratios of some rows."""
        by = self.denominators
        return Ratios(self.numerators.take(rows), by if isinstance(by, int) else by.take(rows))

    def added(self, other: Ratios) -> Ratios:
        """The sums with another column, row by row.

        Example:
            >>> third = Ratios(Integers.of([1]), 3)
            >>> third.added(Ratios(Integers.of([1]), Integers.of([6]))).fraction(0)
            Fraction(1, 2)
        """
        left, right = self.numerators * other.denominators, other.numerators * self.denominators
        by, under = self.denominators, other.denominators
        if isinstance(by, int) and isinstance(under, int):
            return Ratios(left + right, by * under)
        return Ratios(left + right, _column(by, len(self)) * under)

    def scaled(self, factors: Integers) -> Ratios:
        """Each ratio multiplied by a whole number of its row."""
        return Ratios(self.numerators * factors, self.denominators)

    def over(self, divisors: Integers) -> Ratios:
        """Each ratio of one denominator divided by a positive whole number of its row."""
        if not isinstance(self.denominators, int):
            raise TypeError("only ratios with one denominator are divided row by row")
        return Ratios(self.numerators, divisors * self.denominators)

    def exceeds(self, other: Ratios) -> BoolArray:
        """Where the ratio is more than the other, row by row."""
        left, right = self.numerators * other.denominators, other.numerators * self.denominators
        return left > right

    def spread(self, rows: npt.NDArray[np.intp], size: int) -> Ratios:
        """A longer column that holds these ratios in some rows, and 0 elsewhere."""
        by = self.denominators
        return Ratios(
            _spread(self.numerators, rows, size, 0), by if isinstance(by, int) else _spread(by, rows, size, 1)
        )

    def within(self, least: Fraction, most: Fraction) -> Ratios:
        """Each ratio, or the nearer of two bounds where it lies beyond them.

        Example:
            >>> within = Ratios(Integers.of([1, 5, 9]), 4).within(Fraction(1, 3), Fraction(2))
            >>> [str(within.fraction(row)) for row in range(3)]
            ['1/3', '5/4', '2']
        """
        by = self.denominators
        if isinstance(by, int):
            common = lcm(by, least.denominator, most.denominator)
            low, high = int(least * common), int(most * common)
            scaled = self.numerators * (common // by)
            if scaled.low >= low and scaled.high <= high:
                return Ratios(scaled, common)
            values = np.clip(scaled.values, low, high) if _fits(low, high) else None
            if values is not None:
                return Ratios(_bounded(_frozen(values), low, high), common)
        capped = self.constant(most).where(self.above(most), self)
        return capped.where(capped.at_least(least), capped.constant(least))

    def kept(self, mask: BoolArray) -> Ratios:
        """These ratios where the mask holds, 0 elsewhere."""
        numerators = self.numerators
        kept = _bounded(_frozen(numerators.values * mask), min(numerators.low, 0), max(numerators.high, 0))
        return Ratios(kept, self.denominators)

    def rounded(self, places: int, mode: RoundingMode) -> Integers:
        """The ratios in units of the last of so many decimals, rounded."""
        scaled = self.times(Fraction(10**places))
        return scaled.numerators.divided(scaled.denominators, mode)

    def whole(self) -> BoolArray:
        """Which of them are whole numbers.

        Example:
            >>> Ratios(Integers.of([10, 5]), 10).whole().tolist()
            [True, False]
        """
        return self.numerators._apply(self.denominators, operator.mod, 0, _bounds(self.denominators)[1]).equals(0)

    def constant(self, value: Fraction) -> Ratios:
        """A column of the same length that holds one value."""
        return Ratios(_column(value.numerator, len(self)), value.denominator)

    def fraction(self, row: int) -> Fraction:
        """The exact ratio of one row."""
        by = self.denominators
        return Fraction(int(self.numerators.values[row]), by if isinstance(by, int) else int(by.values[row]))


def order_digits(ratios: Ratios) -> list[IntArray]:
    """Columns of whole numbers whose lexicographic order is the exact order of the ratios.

    Two different fractions with denominators up to M differ by at least 1 / M². The quotient and as many further
    digits in a large base as M² needs therefore order them, and equal digits mean equal fractions.

    Example:
        >>> [digit.tolist() for digit in order_digits(Ratios(Integers.of([1, 2]), Integers.of([3, 6])))][0]
        [0, 0]
    """
    if isinstance(ratios.denominators, int) or not len(ratios):
        return [ratios.numerators.values]
    by = ratios.denominators
    base = max(2, _LIMIT // by.high)
    quotient = ratios.numerators.values // by.values
    rest = ratios.numerators.values - quotient * by.values
    digits = [quotient]
    reach = 1
    while reach < by.high**2:
        scaled = _bounded(rest, 0, by.high - 1) * base
        digits.append(scaled.values // by.values)
        rest = scaled.values - digits[-1] * by.values
        reach *= base
    return digits


def _power(places: int) -> int:
    """10 to a power that is not negative, which type checkers cannot know to be a whole number."""
    return int(10**places)


def _spread(column: Integers, rows: npt.NDArray[np.intp], size: int, other: int) -> Integers:
    values = np.full(size, other, dtype=column.values.dtype)
    values[rows] = column.values
    return _bounded(_frozen(values), min(column.low, other), max(column.high, other))


def _column(value: Integers | int, size: int) -> Integers:
    if isinstance(value, Integers):
        return value
    return _bounded(_frozen(np.full(size, value, dtype=np.int64 if _fits(value, value) else object)), value, value)


def _bounds(value: Integers | int) -> tuple[int, int]:
    return (value.low, value.high) if isinstance(value, Integers) else (value, value)


def _fits(low: int, high: int) -> bool:
    return low >= -_LIMIT and high <= _LIMIT


def _can_be_written_to(values: object) -> bool:
    """Whether an array, or one whose numbers it shows, can be changed under the bounds that were read from it."""
    while isinstance(values, np.ndarray):
        if values.flags.writeable:
            return True
        values = values.base
    return False


def _frozen(values: IntArray) -> IntArray:
    values.flags.writeable = False
    return values
