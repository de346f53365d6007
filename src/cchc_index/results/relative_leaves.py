"""What relative rules gave before it was rounded, and what they compared each unit with, for reasons."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

import attrs
import numpy as np

from cchc_index.assessment.assessment import Assessment
from cchc_index.criteria.tree import Node
from cchc_index.rules.columns import FieldColumn, numbers_of
from cchc_index.rules.contract import Points
from cchc_index.values.statuses import SCORED


@attrs.frozen(eq=False)
class RelativeLeaf:
    """One relative leaf, whole: such a rule says nothing of a unit alone.

    Attributes:
        points: What its rule gives, unrounded.
        compared_with: What it compares with, as the rule names it.
    """

    points: Points
    compared_with: Mapping[str, FieldColumn]


@attrs.frozen(eq=False)
class RelativeLeaves:
    """The relative leaves of one result, each asked once however many units are explained."""

    _asked: set[int] = attrs.field(factory=set, init=False, repr=False)
    _found: dict[int, RelativeLeaf] = attrs.field(factory=dict, init=False, repr=False)

    def knows(self, leaf: Node) -> bool:
        """Whether a leaf of another rule was asked for before: from the second unit on it is asked for all at once."""
        asked = leaf.position in self._asked
        self._asked.add(leaf.position)
        return asked

    def exact_points(self, assessment: Assessment, leaf: Node, row: int) -> Fraction:
        """What the leaf's rule gives a unit, before it is rounded."""
        return self.of(assessment, leaf).points.ratios.fraction(_place(assessment, leaf, row))

    def compared_with(self, assessment: Assessment, leaf: Node, row: int) -> Mapping[str, Decimal]:
        """What the leaf's rule compared a unit with, by the names that the rule gives it."""
        return numbers_of(self.of(assessment, leaf).compared_with, _place(assessment, leaf, row))

    def of(self, assessment: Assessment, leaf: Node) -> RelativeLeaf:
        """What the leaf's rule gives to all whom it sees."""
        if leaf.position not in self._found:
            rule = leaf.criterion.rule
            if rule is None:
                raise ValueError(f"{leaf.criterion.code} is no leaf")
            column = assessment.column(leaf, assessment.answers[leaf.criterion.code].rows(SCORED))
            self._found[leaf.position] = RelativeLeaf(rule.rule.score(column), rule.rule.compared_with(column))
        return self._found[leaf.position]


def _place(assessment: Assessment, leaf: Node, row: int) -> int:
    """Where a unit stands in the column that the rule sees, which leaves some units out."""
    rows = assessment.answers[leaf.criterion.code].rows(SCORED)
    return row if rows is None else int(np.searchsorted(rows, row))
