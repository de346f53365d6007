"""Points that several assessors give for one leaf, and how they become one figure: exact, and rounded once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Literal

import attrs

from cchc_index.problems.problem import Place
from cchc_index.rules.columns import FieldColumn

if TYPE_CHECKING:
    from cchc_index.values.exact import BoolArray

Combine = Literal["mean", "median", "majority"]


@attrs.frozen(eq=False)
class Opinion:
    """What one assessor gives for a leaf.

    Attributes:
        assessor: Who gives it.
        points: The points of each unit.
        place: Where those of a row stand.
        computed: The rows of which a formula's stored result was taken.
    """

    assessor: str
    points: FieldColumn
    place: Callable[[int], Place | None] = attrs.field(repr=False)
    computed: BoolArray = attrs.field(repr=False)


@attrs.frozen(eq=False)
class Panel:
    """What several assessors give for a leaf.

    Attributes:
        combine: How their points become one figure.
        drop: How many of the highest, and of the lowest, are left out.
        opinions: Each assessor's points, in the order in which the cycle names them.
        rows: The units whose points come from them.
    """

    combine: Literal["mean", "median", "majority"]
    drop: int
    opinions: tuple[Opinion, ...]
    rows: BoolArray

    def given(self, row: int) -> tuple[tuple[Opinion, Decimal], ...]:
        """Each assessor who gives a unit points, with these."""
        found = ((each, each.points.value(row, "number")) for each in self.opinions)
        return tuple((each, points) for each, points in found if isinstance(points, Decimal))

    def places(self, row: int) -> Iterator[Place]:
        """The cells in which a unit's points stand."""
        found = (opinion.place(row) for opinion, _ in self.given(row))
        return (place for place in found if place is not None)


def kept(points: Sequence[Fraction], drop: int) -> list[bool]:
    """Which of several points are kept when so many of the highest, and of the lowest, are left out.

    Of equal ones the first are left out below, and the last above.

    Example:
        >>> kept([Fraction(5), Fraction(3), Fraction(4), Fraction(5)], 1)
        [True, False, True, False]
    """
    order = sorted(range(len(points)), key=lambda place: points[place])
    out = {*order[:drop], *order[len(order) - drop :]} if drop else set()
    return [place not in out for place in range(len(points))]


def combined(points: Sequence[Fraction], combine: Combine, drop: int = 0) -> Fraction | None:
    """One figure of several, exactly; None where no figure has a majority.

    mean = their sum / how many there are; median = the middle one in order of size, of an even number the mean of the
    middle two; majority = what more than half of them are.

    Args:
        points: What each assessor gives: at least 2 x drop + 1.
        combine: How.
        drop: How many of the highest, and of the lowest, are left out.

    Example:
        >>> given = [Fraction(3), Fraction(4), Fraction(4), Fraction(5)]
        >>> combined(given, "mean"), combined(given, "median"), combined(given, "majority")
        (Fraction(4, 1), Fraction(4, 1), None)
        >>> combined(given, "majority", drop=1)
        Fraction(4, 1)
    """
    counted = sorted(each for each, stays in zip(points, kept(points, drop), strict=True) if stays)
    middle = len(counted) // 2
    if combine == "mean":
        return sum(counted, Fraction(0)) / len(counted)
    if combine == "median":
        return counted[middle] if len(counted) % 2 else (counted[middle - 1] + counted[middle]) / 2
    most, times = Counter(counted).most_common(1)[0]
    return most if 2 * times > len(counted) else None
