"""What each node and unit got: the sums up the tree, as scoring leaves them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

import attrs

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from cchc_index.values.exact import BoolArray


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
        unclamped: By position of a node with bonus or penalty its points with them, wherever that leads.
    """

    points: tuple[npt.NDArray[np.int64], ...]
    maxima: tuple[int | npt.NDArray[np.int64], ...]
    status: tuple[npt.NDArray[np.int8], ...]
    total: npt.NDArray[np.int64]
    total_maximum: npt.NDArray[np.int64]
    complete: BoolArray
    unmet: Mapping[int, BoolArray] = attrs.field(factory=dict)
    unclamped: Mapping[int, npt.NDArray[np.int64]] = attrs.field(factory=dict)
