"""What is still to come: criteria whose file a cycle awaits, which are missing for every unit until then."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
import numpy as np

from cchc_index.assessment.applicability import ancestors
from cchc_index.criteria.criteria_set import CriteriaSet
from cchc_index.criteria.tree import Node, Stage, enters

if TYPE_CHECKING:
    from cchc_index.values.exact import BoolArray


@attrs.frozen
class Awaited:
    """A node whose values are still to come.

    Attributes:
        code: Its code.
        until: The date by which they are to come; "" where nobody says.
    """

    code: str
    until: str = ""


def awaited_with(criteria: CriteriaSet, node: Node, awaiting: tuple[Awaited, ...]) -> Awaited | None:
    """What is said of a node, or of one above it, whose values are still to come; None where nothing is.

    Example:
        >>> import cchc_index
        >>> criteria = cchc_index.load_criteria("pci-2021")
        >>> leaf = criteria.leaves[0]
        >>> awaited_with(criteria, leaf, (Awaited(leaf.criterion.code, "2022-03-01"),))
        Awaited(code='1', until='2022-03-01')
        >>> awaited_with(criteria, leaf, ()) is None
        True
    """
    if not awaiting:
        return None
    by_code = {each.code: each for each in awaiting}
    found = (by_code.get(above.criterion.code) for above in ancestors(criteria, node))
    return next((each for each in found if each is not None), None)


def awaited_rows(criteria: CriteriaSet, awaiting: tuple[Awaited, ...], size: int) -> dict[str, BoolArray]:
    """For the code of each leaf whose values are still to come every row: nobody is at fault for what all await.

    A unit that lacks nothing else is compared with others all the same.
    """
    leaves = criteria.leaves if awaiting else ()
    return {
        leaf.criterion.code: np.ones(size, dtype=np.bool_)
        for leaf in leaves
        if awaited_with(criteria, leaf, awaiting) is not None
    }


def awaited_at(criteria: CriteriaSet, awaiting: tuple[Awaited, ...], stage: Stage) -> tuple[Awaited, ...]:
    """What of it enters the sums of a stage."""
    found = []
    for each in awaiting:
        node = criteria.node(each.code)
        leaves = (criteria.nodes[place] for place in node.leaves or (node.position,))
        if any(enters(leaf, stage) for leaf in leaves):
            found.append(each)
    return tuple(found)
