"""The built-in aggregations: sums and selections, which are fractions, and weighted means of shares."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator
from decimal import Context, Decimal
from fractions import Fraction
from functools import lru_cache, reduce
from math import gcd
from typing import TYPE_CHECKING, ClassVar, Final, Self

import attrs
import numpy as np

from cchc_index.aggregations.contract import Aggregation, Combination, Part, Parts
from cchc_index.problems.problem import Problem
from cchc_index.rules.contract import Points
from cchc_index.values.exact import Integers, Ratios, RoundingMode
from cchc_index.values.logarithms import (
    OFF,
    cut_for_reading,
    logarithms,
    powers,
    rounded_between,
    settled_between,
    sign_of_powers,
)

if TYPE_CHECKING:
    from cchc_index.values.exact import BoolArray, IntArray

_ROOM: Final = 61  #: bits of whole numbers that stay in 64 when they are added to
_MANTISSA: Final = 61  #: binary digits behind the point of a power's mantissa
_CLOSE: Final = 38  #: a mean is known but for this binary digit of itself
_FAR: Final = 1 << 62  #: beyond every logarithm
_BLOCK: Final = 1 << 14  #: units that are combined at a time
_MOST_UNITS: Final = 10**5  #: points of which each has its mark, 2^31 units of a logarithm apart or more
_MOST_SPARE: Final = 20  #: bits that may be cut off logarithms, so that they are off by less than that


def _total(columns: Iterable[Integers]) -> Integers:
    return reduce(Integers.__add__, columns)


@attrs.frozen
class Sum(Aggregation):
    """What the parts got together, of what they could get: the default.

    points = max_points x sum(points) / sum(maxima), over the parts that apply

    Source:
        Rule R12 of the field: "Điểm tổng = tổng điểm các tiêu chí thành phần".

    Example:
        >>> from cchc_index.testing import combined
        >>> combined(Sum(), 10, [("3", "4"), ("1", "4")])
        '5.00'
    """

    def combine(self, parts: Parts, /) -> Points:
        """The node's points for each unit."""
        return parts.weigh(Ratios(_total(parts.points), parts.attainable))

    def reason(self, case: Combination, /) -> str:
        """The sums."""
        return _quotient(case, case.parts)


@attrs.frozen
class Minimum(Aggregation):
    """The weakest part: no part makes up for another.

    points = max_points x min(points / maximum), over the parts that apply; 0 where one of them got nothing

    Source:
        The "weakest link" of PEFA's scoring method M1 (PEFA Framework 2016).

    Example:
        >>> from cchc_index.testing import combined
        >>> combined(Minimum(), 10, [("3", "4"), ("1", "4")])
        '2.50'
    """

    def combine(self, parts: Parts, /) -> Points:
        """The node's points for each unit."""
        ones = Integers.of(np.ones(parts.size, dtype=np.int64))
        least = Ratios(ones, ones)  # no share is more than 1
        for points, maximum, applies in zip(parts.points, parts.maxima, parts.applying, strict=True):
            share = Ratios(points, maximum.where(applies, 1))
            least = share.where(applies & least.exceeds(share), least)
        return parts.weigh(least)

    def reason(self, case: Combination, /) -> str:
        """The weakest part and its share."""
        weakest = min(case.parts, key=lambda part: part.share)
        words = case.say(vi=f"thành phần thấp nhất {weakest.code}", en=f"the weakest part {weakest.code}")
        return f"{words}: {_quotient(case, (weakest,))}"


@attrs.frozen
class Best(Aggregation):
    """The best of the parts, by their shares: so many of them count.

    points = max_points x sum(points) / sum(maxima), over the `count` parts with the highest points / maximum; of equal
    ones the earlier counts, and where fewer apply all do

    Attributes:
        count: How many parts count.

    Source:
        "Best k of n" of gradebooks and of the Seal of Good Local Governance (Philippines), where councils choose.

    Example:
        >>> from cchc_index.testing import combined
        >>> combined(Best(2), 10, [("3", "4"), ("1", "4"), ("4", "4")])
        '8.75'
    """

    count: int

    def combine(self, parts: Parts, /) -> Points:
        """The node's points for each unit."""
        return _of_the_best(parts, lambda applying: np.full(len(applying), self.count, dtype=np.int64))

    def faults(self, count: int, /) -> Iterable[Problem]:
        """At least one part counts, and no more than there are."""
        if not 1 <= self.count <= count:
            yield Problem("combine.best", arguments={"found": str(self.count), "parts": str(count)})

    def reason(self, case: Combination, /) -> str:
        """The parts that count."""
        kept = _best_parts(case.parts, self.count)
        words = case.say(vi=f"{len(kept)} thành phần tốt nhất", en=f"the best {len(kept)}")
        return f"{words} ({', '.join(part.code for part in kept)}): {_quotient(case, kept)}"


@attrs.frozen
class DropLowest(Aggregation):
    """All parts but the weakest, by their shares.

    points = max_points x sum(points) / sum(maxima), without the `count` parts with the lowest points / maximum; of
    equal ones the later is dropped, and at least one part counts

    Attributes:
        count: How many parts are dropped.

    Source:
        "Drop the lowest" of gradebooks.

    Example:
        >>> from cchc_index.testing import combined
        >>> combined(DropLowest(1), 10, [("3", "4"), ("1", "4"), ("4", "4")])
        '8.75'
    """

    count: int

    def combine(self, parts: Parts, /) -> Points:
        """The node's points for each unit."""
        return _of_the_best(parts, lambda applying: np.maximum(applying - self.count, 1))

    def faults(self, count: int, /) -> Iterable[Problem]:
        """At least one part is dropped, and one is left."""
        if not 1 <= self.count < count:
            yield Problem("combine.drop_lowest", arguments={"found": str(self.count), "parts": str(count)})

    def reason(self, case: Combination, /) -> str:
        """The parts that count, and those that do not."""
        kept = _best_parts(case.parts, max(len(case.parts) - self.count, 1))
        dropped = ", ".join(part.code for part in case.parts if part not in kept)
        words = case.say(vi=f"bỏ thành phần thấp nhất {dropped}", en=f"without the lowest {dropped}") if dropped else ""
        return f"{words}: {_quotient(case, kept)}".removeprefix(": ")


def _of_the_best(parts: Parts, count_of: Callable[[IntArray], IntArray]) -> Points:
    """What as many of the best parts got together as count in each unit, of what these could get."""
    applying = parts.applying
    most = count_of(np.sum(applying, axis=0))
    ahead = [np.zeros(parts.size, dtype=np.int64) for _ in applying]
    for first, second in itertools.combinations(range(len(applying)), 2):
        left, right = parts.points[first] * parts.maxima[second], parts.points[second] * parts.maxima[first]
        later = right > left  # of equal shares the earlier part is ahead
        ahead[first] += later & applying[second]
        ahead[second] += ~later & applying[first]
    kept = [applies & (place < most) for applies, place in zip(applying, ahead, strict=True)]
    got = _total(points.where(mask, 0) for points, mask in zip(parts.points, kept, strict=True))
    attainable = _total(maximum.where(mask, 0) for maximum, mask in zip(parts.maxima, kept, strict=True))
    return parts.weigh(Ratios(got, attainable.where(attainable > 0, 1)))


def _best_parts(parts: tuple[Part, ...], count: int) -> tuple[Part, ...]:
    best = sorted(parts, key=lambda part: -part.share)[:count]
    return tuple(part for part in parts if part in best)


@attrs.frozen
class Geometric(Aggregation):
    """The weighted geometric mean of the parts' shares: a low part weighs more than it would in a sum.

    points = max_points x product of (points / maximum) ^ (maximum / sum(maxima)), over the parts that apply; 0 where
    one of them got nothing; correctly rounded

    Source:
        The Human Development Index since 2010 (UNDP technical notes).

    Example:
        >>> from cchc_index.testing import combined
        >>> combined(Geometric(), 10, [("1", "4"), ("4", "4")]), combined(Geometric(), 10, [("0", "4"), ("4", "4")])
        ('5.00', '0.00')
    """

    rounds: ClassVar[bool] = True

    def combine(self, parts: Parts, /) -> Points:
        """The node's points for each unit, rounded."""
        marks, table = _Marks.of(parts), _table(parts.points)
        constants = tuple(map(_one_logarithm, parts.maxima))
        blocks = [self._combined(block, marks, table, constants) for block in _blocks(parts)]
        settled = Integers.of(np.concatenate(blocks)) if blocks else Integers.of([])
        return Points(Ratios(settled, 10**parts.places))

    def _combined(
        self, parts: Parts, marks: _Marks | None, table: Integers | None, constants: tuple[int | None, ...]
    ) -> IntArray:
        """The points of some units, in units of the last decimal."""
        weights = _lowest_terms(parts.maxima)
        total = _total(weights)
        total = total.where(total > 0, 1)
        nothing = np.zeros(parts.size, dtype=np.bool_)
        logs = []
        each = zip(parts.points, parts.maxima, parts.applying, constants, strict=True)
        for points, maximum, applies, constant in each:
            got = points > 0
            nothing |= applies & ~got
            logarithm = logarithms(_where(got, points, 1)) if table is None else table.take(points.values)
            whole = logarithms(_where(applies, maximum, 1)) if constant is None else constant
            logs.append(_where(applies & got, logarithm - whole, 0))
        spare = max(0, max(-log.low for log in logs).bit_length() + total.high.bit_length() - _ROOM)
        cut = (Integers.of(log.values >> spare) if spare else log for log in logs)
        mean = _total(log * _one_or_all(weight) for log, weight in zip(cut, weights, strict=True))
        exponents = Integers.of(_floor_divided(mean, total)) * (1 << spare)
        if marks is not None and spare <= _MOST_SPARE:
            off = 4 * OFF + (4 << spare)  # the logarithms, their cuts, the quotient's, and the boundaries' own
            least, most = marks.reached(exponents.values, off, nothing)
            return settled_between(least, most, parts.places, parts.mode, _Sides(parts, weights)).values
        return self._by_powers(parts, exponents, spare, nothing, weights).values

    @staticmethod
    def _by_powers(
        parts: Parts, exponents: Integers, spare: int, nothing: BoolArray, weights: tuple[Integers, ...]
    ) -> Integers:
        """The mean where the node can have more different points than there are units."""
        mantissas, whole = powers(exponents)
        most = Fraction(parts.max_points) * 10**parts.places
        cut = most.numerator.bit_length()
        scale = 1 << (_MANTISSA - cut)
        numbers = Integers.of(((mantissas >> cut) * most.numerator) >> np.minimum(-whole, _MANTISSA))
        # off by: each logarithm, its cut, the quotient's, the power's, and the two shifts
        off = Integers.of((numbers.values >> (_CLOSE - spare)) + 2 * most.numerator + 2)
        ends = [
            Ratios(
                Integers.of(np.where(nothing, 0, np.clip(end.values, 0, most.numerator * scale))),
                scale * most.denominator,
            )
            for end in (numbers - off, numbers + off)
        ]
        side = _Sides(parts, weights)
        low, high = (end.times(Fraction(1, 10**parts.places)) for end in ends)
        return rounded_between(low, high, parts.places, parts.mode, side)

    def reason(self, case: Combination, /) -> str:
        """The product of powers, and what it comes to."""
        total = sum((part.max_points for part in case.parts), Decimal(0))
        factors = " x ".join(
            f"({case.write(part.points)} / {most})^({most} / {case.write(total)})"
            for part in case.parts
            for most in (case.write(part.max_points),)
        )
        return f"{case.write(case.max_points)} x {factors} ≈ {case.write(self._about(case, total))}"

    @staticmethod
    def _about(case: Combination, total: Decimal) -> Decimal:
        """What the powers come to, for reading: cut, so that it agrees with how it is rounded."""
        if not all(part.points for part in case.parts):
            return Decimal(0)
        context = Context(prec=40)
        log = Fraction(0)
        for part in case.parts:
            share = context.ln(context.divide(part.points, part.max_points))
            log += Fraction(share) * Fraction(part.max_points) / Fraction(total)
        mean = context.exp(context.divide(Decimal(log.numerator), Decimal(log.denominator)))
        return cut_for_reading(Fraction(mean) * Fraction(case.max_points), case.places)


class _Sides:
    """Says on which side of a boundary the geometric mean of a row lies; rows that are alike are asked once."""

    def __init__(self, parts: Parts, weights: tuple[Integers, ...]) -> None:
        self.parts, self.weights = parts, weights
        self.known: dict[tuple[object, ...], int] = {}

    def __call__(self, row: int, boundary: Fraction) -> int:
        taken = tuple(
            (int(points.values[row]), int(maximum.values[row]), int(weight.values[row]))
            for points, maximum, weight in zip(self.parts.points, self.parts.maxima, self.weights, strict=True)
            if int(maximum.values[row])
        )
        key = (taken, boundary)
        if key not in self.known:
            factors = [(Fraction(points, maximum), weight) for points, maximum, weight in taken]
            total = sum(weight for _, _, weight in taken)
            self.known[key] = sign_of_powers([*factors, (boundary / Fraction(self.parts.max_points), -total)])
        return self.known[key]


def _lowest_terms(maxima: tuple[Integers, ...]) -> tuple[Integers, ...]:
    """Weights in the proportion of the maxima, as small as they can be where they are the same for all units."""
    common = 0
    for maximum in maxima:
        if maximum.low != maximum.high:
            return maxima
        common = gcd(common, maximum.low)
    if common <= 1:
        return maxima
    return tuple(Integers.of(np.broadcast_to(np.int64(each.low // common), len(each))) for each in maxima)


def _where(mask: BoolArray, numbers: Integers, other: int) -> Integers:
    """Numbers where the mask holds; themselves where it holds for all, as it mostly does."""
    return numbers if bool(mask.all()) else numbers.where(mask, other)


def _one_or_all(numbers: Integers) -> Integers | int:
    """The number that all rows have, or the column: reckoning with one is quicker."""
    return numbers.low if len(numbers) and numbers.low == numbers.high else numbers


def _blocks(parts: Parts) -> Iterator[Parts]:
    """The units in lots whose columns stay near the processor."""
    for start in range(0, parts.size, _BLOCK):
        points, maxima = (
            tuple(each.take(slice(start, start + _BLOCK)) for each in whole) for whole in (parts.points, parts.maxima)
        )
        yield Parts(points, maxima, parts.max_points, parts.places, parts.mode)


def _table(columns: tuple[Integers, ...]) -> Integers | None:
    """The logarithms of 0 (which has none, and counts as 1) to the highest of some points; None where they are many."""
    most = max(column.high for column in columns)
    if most >= sum(map(len, columns)):
        return None
    return _logarithms_to(most)


@lru_cache(maxsize=4)  # a plan combines the parts of the same nodes some hundred times
def _logarithms_to(most: int) -> Integers:
    return logarithms(Integers.of(np.maximum(np.arange(most + 1, dtype=np.int64), 1)))


def _one_logarithm(numbers: Integers) -> int | None:
    """The logarithm of the number that all rows have, as maxima mostly do; None where they differ, or have none."""
    if not len(numbers) or numbers.low != numbers.high or numbers.low < 1:
        return None
    return _logarithm_of(numbers.low)


@lru_cache(maxsize=1000)  # of one number it takes as long as of some hundred
def _logarithm_of(number: int) -> int:
    return int(logarithms(Integers.of([number])).values[0])


@attrs.frozen(eq=False)
class _Marks:
    """The logarithms of the shares from which points are rounded up, and a table to find a share among them.

    They lie so much farther apart than a logarithm is off that only one of them can be in doubt.

    Attributes:
        first: The first of them.
        before: Each but the first with what lies far before them, so that a place names the one passed last.
        after: Each with what lies far behind them, so that a place names the next.
        shift: The binary digits of the table's steps, which are so narrow that at most one mark lies in each.
        passed: For each step how many marks lie before it.
    """

    first: int
    before: IntArray
    after: IntArray
    shift: int
    passed: IntArray

    @classmethod
    def of(cls, parts: Parts) -> _Marks | None:
        """The marks of a node's points; None where there are more than units."""
        units = Fraction(parts.max_points) * 10**parts.places
        if units.denominator != 1 or not 1 < units <= min(parts.size, _MOST_UNITS):
            return None
        return _marks_to(int(units), parts.mode)

    @classmethod
    def to(cls, units: int, mode: RoundingMode) -> Self:
        """The marks of so many points, in units of their last decimal."""
        places = np.arange(1, units + 1, dtype=np.int64)
        above, by = (places, units) if mode == "truncate" else (2 * places - 1, 2 * units)
        marks = logarithms(Integers.of(above)).values - logarithms(Integers.of([by])).values
        first, span = int(marks[0]), int(marks[-1]) - int(marks[0])
        shift = int(np.diff(marks).min()).bit_length() - 1
        starts = first + (np.arange(-1, (span >> shift) + 2, dtype=np.int64) << shift)
        passed = np.searchsorted(marks, starts)
        return cls(first, np.insert(marks, 0, -_FAR), np.append(marks, _FAR), shift, passed)

    def reached(self, exponents: IntArray, off: int, nothing: BoolArray) -> tuple[IntArray, IntArray]:
        """How many marks each share has passed at least, and at most, where its logarithm is off by so much."""
        steps = ((exponents - self.first) >> self.shift) + 1
        found = self.passed.take(np.clip(steps, 0, len(self.passed) - 1))
        found += exponents >= self.after.take(found)
        least: IntArray = found - (self.before.take(found) > exponents - off)
        most: IntArray = found + (self.after.take(found) <= exponents + off)
        if nothing.any():
            least, most = np.where(nothing, 0, least), np.where(nothing, 0, most)
        return least, most


@lru_cache(maxsize=16)
def _marks_to(units: int, mode: RoundingMode) -> _Marks:
    return _Marks.to(units, mode)


def _floor_divided(numbers: Integers, by: Integers) -> IntArray:
    quotient: IntArray = numbers.values // (by.low if by.low == by.high else by.values)
    return quotient.astype(np.int64, copy=False)


@attrs.frozen
class Harmonic(Aggregation):
    """The weighted harmonic mean of the parts' shares.

    points = max_points x sum(maxima) / sum(maximum / (points / maximum)), over the parts that apply; 0 where one of
    them got nothing

    Source:
        Among the means of the OECD/JRC Handbook on Constructing Composite Indicators (2008).

    Example:
        >>> from cchc_index.testing import combined
        >>> combined(Harmonic(), 10, [("2", "4"), ("4", "4")])
        '6.67'
    """

    def combine(self, parts: Parts, /) -> Points:
        """The node's points for each unit."""
        nothing: BoolArray = np.zeros(parts.size, dtype=np.bool_)
        inverse: Ratios | None = None
        for points, maximum, applies in zip(parts.points, parts.maxima, parts.applying, strict=True):
            nothing |= applies & ~(points > 0)
            term = Ratios(maximum * maximum, points.where(applies & (points > 0), 1))
            inverse = term if inverse is None else inverse.added(term)
        if inverse is None or isinstance(inverse.denominators, int):
            raise TypeError("a node has parts")
        above = inverse.numerators
        share = Ratios(parts.attainable * inverse.denominators, above.where(above > 0, 1))
        return parts.weigh(share.kept(~nothing))

    def reason(self, case: Combination, /) -> str:
        """The quotient of the sums."""
        total = " + ".join(case.write(part.max_points) for part in case.parts)
        terms = " + ".join(
            f"{case.write(part.max_points)} / ({case.write(part.points)} / {case.write(part.max_points)})"
            for part in case.parts
        )
        if not all(part.points for part in case.parts):
            nothing = ", ".join(part.code for part in case.parts if not part.points)
            return case.say(vi=f"thành phần {nothing} được 0: 0", en=f"part {nothing} got nothing: 0")
        return f"{case.write(case.max_points)} x ({total}) / ({terms})"


def _quotient(case: Combination, parts: tuple[Part, ...]) -> str:
    """The node's maximum times what some parts got of what they could get, in figures for a calculator."""
    got, attainable = (
        " + ".join(case.write(number) for number in numbers)
        for numbers in ([part.points for part in parts], [part.max_points for part in parts])
    )
    if len(parts) > 1:
        got, attainable = f"({got})", f"({attainable})"
    return f"{case.write(case.max_points)} x {got} / {attainable}"
