"""The columns of a result: every node and unit at once, as scoring leaves them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from cchc_index.bands.contract import Classification
from cchc_index.results.components import Components
from cchc_index.results.relative_leaves import RelativeLeaves
from cchc_index.results.sums import Sums

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    from cchc_index.values.exact import BoolArray, IntArray


@attrs.frozen(eq=False)
class Outcome:
    """The columns of a result.

    Attributes:
        sums: Points, maxima and status of every node and unit.
        index: Each unit's index, in units of its last decimal.
        has_index: Which units have one.
        rank: Ranks; 0 for none.
        classification: Bands.
        components: The index of each node, and ranks by it.
        carried: How many of each unit's answers an earlier stage gave and no later one; None where there are none.
        relative_leaves: What relative rules gave, and what they compared with, as far as reasons have asked.
    """

    sums: Sums
    index: IntArray
    has_index: BoolArray
    rank: npt.NDArray[np.int64]
    classification: Classification
    components: Components
    carried: npt.NDArray[np.int64] | None = None
    relative_leaves: RelativeLeaves = attrs.field(factory=RelativeLeaves, repr=False)
