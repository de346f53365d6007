"""Which adjustments still stand: what a later stage says of a leaf itself takes the place of earlier changes of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

import attrs
import numpy as np

from cchc_index.assessment.adjustment import Adjustment
from cchc_index.assessment.applicability import ancestors
from cchc_index.assessment.assessment import Assessment
from cchc_index.criteria.criteria_set import CriteriaSet
from cchc_index.criteria.tree import Stage
from cchc_index.values.statuses import NOT_APPLICABLE
from cchc_index.values.units import Register

if TYPE_CHECKING:
    import numpy.typing as npt

    from cchc_index.values.exact import BoolArray


@attrs.frozen(eq=False)
class LastSaid:
    """The stage that said each leaf of each unit last, be it by a value, by a word above it, or by owing it.

    Attributes:
        criteria: The set.
        register: Its units.
        stages: All stages of the cycle, in order.
        at: For the code of a leaf the place of that stage for each unit; -1 before a second stage speaks.
    """

    criteria: CriteriaSet
    register: Register
    stages: tuple[Stage, ...]
    at: dict[str, npt.NDArray[np.int8]] = attrs.field(factory=dict)

    def note(self, stage: Stage, anew: Mapping[str, BoolArray], owed: BoolArray) -> None:
        """Note what a stage after the first says.

        Args:
            stage: The stage.
            anew: For each code the units of which it says something.
            owed: The units of which it must say everything, so that a blank is a gap and no consent to what was.
        """
        for leaf in self.criteria.leaves:
            codes = [leaf.criterion.code, *(each.criterion.code for each in ancestors(self.criteria, leaf))]
            rows = np.any([owed, *(anew[code] for code in codes if code in anew)], axis=0)
            known = self.at.setdefault(codes[0], np.full(len(self.register), -1, dtype=np.int8))
            known[rows] = self.stages.index(stage)

    def parted(self, adjustments: Iterable[Adjustment]) -> tuple[tuple[Adjustment, ...], tuple[Adjustment, ...]]:
        """The adjustments that stand, and those of this set's units that were overtaken."""
        stand: list[Adjustment] = []
        overtaken: list[Adjustment] = []
        for each in adjustments:
            (overtaken if self._is_overtaken(each) else stand).append(each)
        return tuple(stand), tuple(overtaken)

    def _is_overtaken(self, change: Adjustment) -> bool:
        row = self.register.rows.get(change.unit, -1)
        if row < 0 or change.code not in self.criteria.positions:
            return False  # another set's, or nobody's
        place = self.stages.index(change.stage)
        return any(self.at[code][row] > place for code in _leaves(self.criteria, change.code) if code in self.at)


def with_overtaken(assessment: Assessment, overtaken: tuple[Adjustment, ...]) -> Assessment:
    """An assessment that lists what was overtaken, and what applies again since a later stage gave values for it."""
    if not overtaken:
        return assessment
    again = {(each.unit, each.code) for each in overtaken if each.action == "na" and _applies(assessment, each)}
    overturned = tuple(sorted(again.union(assessment.overturned)))
    return attrs.evolve(assessment, overtaken=overtaken, overturned=overturned)


def _applies(assessment: Assessment, change: Adjustment) -> bool:
    row, codes = assessment.register.rows[change.unit], _leaves(assessment.criteria, change.code)
    return any(int(assessment.answers[code].status[row]) != NOT_APPLICABLE for code in codes)


def _leaves(criteria: CriteriaSet, code: str) -> list[str]:
    """The codes of a node's leaves, or its own."""
    node = criteria.node(code)
    return [criteria.nodes[place].criterion.code for place in node.leaves or (node.position,)]
