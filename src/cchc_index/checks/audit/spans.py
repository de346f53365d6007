"""A printed figure is an interval of what it can have been: whole columns of figures as intervals of whole numbers.

Half up, 8.1 stands for [8.05, 8.15); half to even for one that is closed or open at both ends; cut off for
[8.1, 8.2). Ends are whole numbers in units of one decimal more than is printed; no binary float is on the way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

import attrs
import numpy as np

from cchc_index.values.exact import Integers, RoundingMode

if TYPE_CHECKING:
    import numpy.typing as npt

    from cchc_index.values.exact import BoolArray, IntArray

_FITS = 2**62


@attrs.frozen(eq=False)
class Spans:
    """Intervals, row by row.

    Attributes:
        low: The lower ends, in units of the last decimal.
        high: The upper ends.
        with_low: Whether the lower end belongs to the interval.
        with_high: Whether the upper end does.
        places: The decimals of the ends.

    Example:
        >>> spans = Spans.printed(np.array([81, 80]), 1, "half_up")
        >>> spans.low.tolist(), spans.high.tolist(), spans.with_high.tolist()
        ([805, 795], [815, 805], [False, False])
        >>> [ends.tolist() for ends in spans.whole(2)]
        [[805, 795], [814, 804]]
    """

    low: IntArray
    high: IntArray
    with_low: BoolArray
    with_high: BoolArray
    places: int

    @classmethod
    def printed(cls, numbers: IntArray, places: int, mode: RoundingMode) -> Self:
        """What numbers printed with so many decimals can have been before they were rounded.

        Args:
            numbers: The figures, in units of their last decimal.
            places: The decimals they are printed with.
            mode: How they were rounded.
        """
        tens = Integers.of(numbers) * 10
        values, size = tens.values, len(numbers)
        if mode == "truncate":
            low = np.where(values > 0, values, values - 10)
            high = np.where(values < 0, values, values + 10)
            return cls(low, high, np.asarray(values > 0), np.asarray(values < 0), places + 1)
        low, high = values - 5, values + 5
        if mode == "half_even":
            even = np.asarray((values // 10) % 2 == 0, dtype=np.bool_)
            return cls(low, high, even, even, places + 1)
        above, below = np.asarray(values > 0), np.asarray(values < 0)
        return cls(low, high, above, below, places + 1) if size else cls(low, high, above, above, places + 1)

    @classmethod
    def printed_again(cls, numbers: IntArray, places: int, first: int, mode: RoundingMode) -> Self:
        """What they can have been if they may have been rounded to `first` decimals before, as an index is.

        Example:
            >>> again = Spans.printed_again(np.array([80]), 0, 2, "half_up")  # 79.495 is 79.50, and that is 80
            >>> again.low.tolist(), again.high.tolist(), again.places
            ([79495], [80500], 3)
        """
        if places == first or (mode == "truncate" and places < first):
            return cls.printed(numbers, places, mode)
        if places < first:
            own = cls.printed(numbers, places, mode)
            more = 10 ** (first - places)
            low, high = (Integers.of(end) * more for end in (own.low, own.high))
            even = mode == "half_even"
            return cls(
                (low - 5).values,
                (high + 5 * even).values,
                np.ones(len(numbers), dtype=np.bool_),
                own.with_high | even,
                first + 1,
            )
        more = 10 ** (places - first)  # printed finer than the set rounds: the exact figure, or the rounded one
        own, whole = cls.printed(numbers, places, mode), np.asarray(Integers.of(numbers).values % more == 0)
        coarse = cls.printed(Integers.of(numbers).values // more, first, mode)
        return cls(
            np.where(whole, (Integers.of(coarse.low) * more).values, own.low),
            np.where(whole, (Integers.of(coarse.high) * more).values, own.high),
            np.where(whole, coarse.with_low, own.with_low),
            np.where(whole, coarse.with_high, own.with_high),
            places + 1,
        )

    def whole(self, places: int) -> tuple[IntArray, IntArray]:
        """The least and the greatest number with so many decimals in each interval; least above greatest for none."""
        return self._ends(1, 10**places, 10**self.places)

    def shares(self, maxima: IntArray) -> tuple[IntArray, IntArray]:
        """The least and the greatest whole number of which so many per cent of a maximum lie in each interval.

        Example:
            >>> spans = Spans.printed(np.array([8550]), 2, "half_up")
            >>> [ends.tolist() for ends in spans.shares(np.array([2000]))]
            [[1710], [1710]]
        """
        return self._ends(maxima, 1, 100 * 10**self.places)

    def _ends(self, times: IntArray | int, more: int, by: int) -> tuple[IntArray, IntArray]:
        factor = Integers.of(np.asarray(times).reshape(-1)) if not isinstance(times, int) else times
        low, high = ((Integers.of(end) * more * factor).values for end in (self.low, self.high))
        least = -((-low) // by)
        least = np.where(~self.with_low & (low % by == 0), least + 1, least)
        most = high // by
        most = np.where(~self.with_high & (high % by == 0), most - 1, most)
        return narrowed(least), narrowed(most)


def narrowed(values: npt.NDArray[np.int64] | IntArray) -> IntArray:
    """Whole numbers as 64 bits; what lies beyond them, and beyond all points, at their ends."""
    if values.dtype == object:
        return np.array([max(-_FITS, min(_FITS, int(each))) for each in values.tolist()], dtype=np.int64)
    return values
