"""What an aggregation is: it turns what the parts of a node got into the node's points.

An aggregation sees whole columns, as rules do. Built-in and plugin aggregations keep the same contract; authors import
these names from `cchc_index.plugins`.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar

import attrs

from cchc_index.problems.problem import Language, Problem
from cchc_index.rules.columns import Wording
from cchc_index.rules.contract import Points
from cchc_index.values.exact import Integers, Ratios, RoundingMode

if TYPE_CHECKING:
    from cchc_index.values.exact import BoolArray


@attrs.frozen(eq=False)
class Parts:
    """What the parts of a node got: all units at once.

    Attributes:
        points: For each part its points, in units of the last decimal; 0 where it does not apply.
        maxima: For each part what it could attain, in the same units; 0 where it does not apply or does not enter.
        max_points: The node's own maximum.
        places: To how many decimals points are rounded.
        mode: How they are rounded.
    """

    points: tuple[Integers, ...]
    maxima: tuple[Integers, ...]
    max_points: Decimal
    places: int
    mode: RoundingMode

    @property
    def size(self) -> int:
        """How many units there are."""
        return len(self.points[0])

    @property
    def applying(self) -> tuple[BoolArray, ...]:
        """For each part the units to which it applies."""
        return tuple(maximum > 0 for maximum in self.maxima)

    @property
    def attainable(self) -> Integers:
        """What all parts together could attain; 1 where none applies, so that it divides."""
        total = sum(self.maxima[1:], start=self.maxima[0])
        return total.where(total > 0, 1)

    def weigh(self, shares: Ratios) -> Points:
        """The node's points for a share of its maximum."""
        return Points(shares.times(Fraction(self.max_points)))


@attrs.frozen
class Part:
    """One part of one unit's node, which applies.

    Attributes:
        code: Its code.
        points: What it got.
        max_points: What it could attain.
    """

    code: str
    points: Decimal
    max_points: Decimal

    @property
    def share(self) -> Fraction:
        """What it got of what it could attain."""
        return Fraction(self.points) / Fraction(self.max_points)


@attrs.frozen
class Combination(Wording):
    """One unit's parts: what an aggregation explains.

    Attributes:
        parts: The parts that apply.
        max_points: The node's own maximum.
        language: The language the reason is wanted in.
        places: To how many decimals points are rounded.
        mode: How they are rounded.
    """

    parts: tuple[Part, ...]
    max_points: Decimal
    language: Language = "en"
    places: int = 2
    mode: RoundingMode = "half_up"


class Aggregation(ABC):
    """Turns what parts got into their node's points (cách tổng hợp).

    An aggregation is a frozen attrs class whose fields are its parameters in YAML. Each unit's points depend on its own
    parts alone.

    Attributes:
        rounds: Whether its points are rounded already, since they are no fractions; no rule can read them then.
    """

    rounds: ClassVar[bool] = False

    @abstractmethod
    def combine(self, parts: Parts, /) -> Points:
        """The node's points for each unit, between 0 and ``parts.max_points``; any where no part applies."""

    @abstractmethod
    def reason(self, case: Combination, /) -> str:
        """How one unit's points follow from its parts, in one line that can be checked by hand."""

    def faults(self, count: int, /) -> Iterable[Problem]:  # optional
        """What is wrong with the parameters for a node of so many parts."""
        return ()


@attrs.frozen
class NamedAggregation:
    """An aggregation and the name criteria files know it by.

    Attributes:
        name: The name; a plugin's has its prefix.
        aggregation: The aggregation with its parameters.
        distribution: Name and version of the plugin's distribution; "" for the built-in ones.
    """

    name: str
    aggregation: Aggregation
    distribution: str = attrs.field(default="", eq=False)

    @property
    def owner(self) -> str:
        """The distribution that answers for it, as a rule's `owner`."""
        return self.distribution
