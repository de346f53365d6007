"""One leaf's answers: what each unit reported, as columns."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

import attrs
import numpy as np

from cchc_index.assessment.panel import Panel
from cchc_index.rules.columns import FieldColumn
from cchc_index.rules.contract import Refusal
from cchc_index.values.statuses import SCORED

if TYPE_CHECKING:
    import numpy.typing as npt

    from cchc_index.values.exact import BoolArray

NOTHING: Final = -1  #: instead of points that an adjustment sets
POINTS: Final = "points"  #: the field every leaf accepts


@attrs.frozen(eq=False)
class Answers:
    """One leaf's column: what each unit reported.

    Attributes:
        status: For each unit one of `cchc_index.values.statuses`: SCORED where the rule's fields have values.
        fields: The rule's fields.
        typed: Points typed in the leaf's `points` column, where the rule reads something else; None for none.
        waiting: Units that are MISSING only since a relative rule cannot compare them yet; None for none.
        fixed: Points that adjustments set, in units of the last decimal, `NOTHING` for none; None where there are none.
        added: Points that adjustments add, in the same units; None where there are none.
        panels: What several assessors gave, where the typed points, or those that the rule reads, are made of it.
        decided: Units whose typed points stand as the council's decision, whatever the rule gives; None for none.
    """

    status: npt.NDArray[np.int8]
    fields: Mapping[str, FieldColumn]
    typed: FieldColumn | None = None
    waiting: BoolArray | None = None
    decided: BoolArray | None = None
    fixed: npt.NDArray[np.int64] | None = None
    added: npt.NDArray[np.int64] | None = None
    panels: tuple[Panel, ...] = ()

    def rows(self, status: int) -> npt.NDArray[np.intp] | None:
        """The rows in a status; None when all are."""
        mask = self.status == status
        return None if mask.all() else np.flatnonzero(mask)

    @property
    def combined(self) -> BoolArray:
        """Which units have points made of several assessors' points, so that nobody need be able to give them."""
        found: BoolArray = np.zeros(len(self.status), dtype=np.bool_)
        for panel in self.panels:
            found |= panel.rows
        return found

    def own(self, refusal: Refusal, rows: npt.NDArray[np.intp] | None) -> Refusal:
        """A refusal of some rows, without those whose points are made of several assessors'."""
        combined = self.combined if rows is None else self.combined[rows]
        return attrs.evolve(refusal, rows=refusal.rows & ~combined)

    def panel(self, row: int) -> Panel | None:
        """The assessors whose points a unit's are made of; None where there are none."""
        return next((panel for panel in self.panels if panel.rows[row]), None)

    @property
    def by_rule(self) -> BoolArray:
        """Which units have the points that the rule gives, where nobody decided otherwise or sets others."""
        found: BoolArray = self.status == SCORED
        if self.decided is not None:
            found &= ~self.decided
        return found if self.fixed is None else found & (self.fixed == NOTHING)

    @property
    def is_changed(self) -> bool:
        """Whether a council decided or adjusted points of some unit."""
        return self.fixed is not None or (self.decided is not None and bool(self.decided.any()))

    def adjusted(self, points: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
        """Points, in units of the last decimal, with what adjustments set and add."""
        if self.fixed is None or self.added is None:
            return points
        return np.where(self.fixed != NOTHING, self.fixed, points) + self.added
