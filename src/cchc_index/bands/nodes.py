"""One node of all units, as whole columns: what a class can ask of it."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Literal

import attrs
import numpy as np

from cchc_index.values.exact import Integers, Ratios, RoundingMode

if TYPE_CHECKING:
    import numpy.typing as npt

    from cchc_index.values.exact import BoolArray


@attrs.frozen(eq=False)
class NodeColumns:
    """One node's points, applicable maximum and per cent, for all units at once.

    Attributes:
        got: Points obtained, in units of the last decimal; 0 where there are none.
        attainable: Applicable maximum points, in the same units, one number for all units or one for each; 0 where the
            node does not apply, or does not enter at the stage.
        point_places: Decimals of points.
        index_places: Decimals of the index, to which its per cent is rounded where it is printed.
        mode: How that is rounded.
        top: Whether it is a top-level node.

    Example:
        >>> node = NodeColumns(np.array([2, 0]), np.array([3, 0]), 0, 2)
        >>> node.index.values.tolist(), node.applies.tolist(), node.per_cent("exact").fraction(0)
        ([6667, 0], [True, False], Fraction(200, 3))
    """

    got: npt.NDArray[np.int64]
    attainable: int | npt.NDArray[np.int64]
    point_places: int
    index_places: int
    mode: RoundingMode = "half_up"
    top: bool = False

    @cached_property
    def points(self) -> Integers:
        """Points obtained, as a column that cannot overflow."""
        return Integers.of(self.got)

    @cached_property
    def max_points(self) -> Integers:
        """Applicable maximum points; 0 where the node does not apply."""
        return Integers.of(np.full(len(self.got), self.attainable))

    @property
    def applies(self) -> BoolArray:
        """Which units it applies to."""
        return self.max_points > 0

    @cached_property
    def index(self) -> Integers:
        """Its per cent of what it could attain, rounded as the index; 0 where it does not apply."""
        return self._exact.rounded(self.index_places, self.mode)

    def per_cent(self, compare: Literal["published", "exact"]) -> Ratios:
        """Its per cent of what it could attain, rounded as the index or exact; 0 where it does not apply."""
        return Ratios(self.index, 10**self.index_places) if compare == "published" else self._exact

    @cached_property
    def _exact(self) -> Ratios:
        return Ratios(self.points * 100, Integers.of(np.maximum(self.max_points.values, 1)))

    def row(self, row: int) -> NodeColumns:
        """The same of one unit."""
        one = slice(row, row + 1)
        most = self.attainable if isinstance(self.attainable, int) else self.attainable[one]
        return attrs.evolve(self, got=self.got[one], attainable=most)
