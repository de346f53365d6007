"""The columns of a result: every node and unit at once, as scoring leaves them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import attrs

from cchc_index.bands.contract import Classification
from cchc_index.bands.nodes import NodeColumns
from cchc_index.criteria.tree import CriteriaSet

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from cchc_index.values.exact import BoolArray, IntArray


@attrs.frozen(eq=False)
class Sums:
    """Every node's points, applicable maximum and status, and the totals.

    Attributes:
        points: By node and unit, in units of the last decimal; 0 where there are none.
        maxima: By node: one number for all units, or one for each; 0 where the node does not apply.
        status: By node and unit one of `cchc_index.values.statuses`.
        total: Each unit's points.
        total_maximum: Each unit's attainable points; 0 where nothing applies.
        complete: Whether nothing is missing.
        unmet: By position the units of which a requirement of the node is not met.
    """

    points: tuple[npt.NDArray[np.int64], ...]
    maxima: tuple[int | npt.NDArray[np.int64], ...]
    status: tuple[npt.NDArray[np.int8], ...]
    total: npt.NDArray[np.int64]
    total_maximum: npt.NDArray[np.int64]
    complete: BoolArray
    unmet: Mapping[int, BoolArray] = attrs.field(factory=dict)


def node_columns(criteria: CriteriaSet, sums: Sums) -> dict[str, NodeColumns]:
    """Every node's points, maximum and per cent of all units, by code: what classes ask of them, and results print."""
    rounding = criteria.rounding
    return {
        node.criterion.code: NodeColumns(
            sums.points[node.position],
            sums.maxima[node.position],
            rounding.points,
            rounding.index,
            rounding.mode,
            node.parent < 0 and not node.block,
        )
        for node in criteria.nodes
    }


@attrs.frozen(eq=False)
class Outcome:
    """The columns of a result.

    Attributes:
        sums: Points, maxima and status of every node and unit.
        index: Each unit's index, in units of its last decimal.
        has_index: Which units have one.
        rank: Ranks; 0 for none.
        classification: Bands.
    """

    sums: Sums
    index: IntArray
    has_index: BoolArray
    rank: npt.NDArray[np.int64]
    classification: Classification
