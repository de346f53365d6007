"""What a reader of a result should know: claims, uses of "not applicable", clamps, moves, units near a cut-off."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

import attrs
import numpy as np

from cchc_index.assessment.applicability import ancestors
from cchc_index.assessment.assessment import Assessment
from cchc_index.criteria.tree import Node, NotApplicableWhen
from cchc_index.results.outcome import Outcome
from cchc_index.values.exact import to_decimal
from cchc_index.values.statuses import NOT_APPLICABLE
from cchc_index.values.units import Unit

if TYPE_CHECKING:
    import numpy.typing as npt


@attrs.frozen
class ResultWarning:
    """Something a reader of the result should know, as data: its kind, the unit and node, and particulars.

    Attributes:
        kind: `claim`, `not_applicable`, `absent`, `clamped`, `formula`, `moved` or `near_cut_off`.
        unit: The unit's identifier; "" when it concerns all units.
        code: The node's code; "" when it concerns the whole unit.
        particulars: Further figures, as text.
    """

    kind: str
    unit: str
    code: str = ""
    particulars: Mapping[str, str] = attrs.field(factory=dict)

    def to_dict(self) -> dict[str, str]:
        """The warning as one flat mapping."""
        code = {"code": self.code} if self.code else {}
        return {"kind": self.kind, "unit": self.unit, **code, **self.particulars}


def warnings_of(assessment: Assessment, outcome: Outcome, claims: Iterable[ResultWarning]) -> tuple[ResultWarning, ...]:
    """All warnings of a result, by kind, unit and node."""
    found = [*claims, *_absent(assessment), *_not_applicable(assessment, outcome), *_clamped(assessment, outcome)]
    found += [ResultWarning("formula", unit, code) for unit, code in assessment.computed]
    units, bands = assessment.register.units, outcome.classification.bands
    for move in outcome.classification.moved:
        particulars = {
            "by_points": move.by_points.label.first,
            "band": bands[int(outcome.classification.band_of[move.row])].label.first,
            "reason": move.reason.first,
        }
        found.append(ResultWarning("moved", units[move.row].id, "", particulars))
    for near in outcome.classification.near:
        particulars = {"value": str(near.value), "cut_off": str(near.cut_off), "band": near.band.label.first}
        found.append(ResultWarning("near_cut_off", units[near.row].id, "", particulars))
    order = assessment.criteria.positions
    return tuple(sorted(found, key=lambda warning: (warning.kind, warning.unit, order.get(warning.code, -1))))


def _not_applicable(assessment: Assessment, outcome: Outcome) -> Iterator[ResultWarning]:
    """The highest nodes that do not apply to a unit, with who says so."""
    status = outcome.sums.status
    declared = set(assessment.declared)
    absent = {each.code for each in assessment.absent}
    for node in assessment.criteria.nodes:
        if absent.intersection(above.criterion.code for above in ancestors(assessment.criteria, node)):
            continue
        rows = np.flatnonzero(status[node.position] == NOT_APPLICABLE)
        if node.parent >= 0:
            rows = rows[status[node.parent][rows] != NOT_APPLICABLE]
        for row in rows.tolist():
            unit, code = assessment.register.units[row], node.criterion.code
            by = "declared" if (unit.id, code) in declared else _who_says(assessment, node, unit)
            yield ResultWarning("not_applicable", unit.id, code, {"by": by})


def _who_says(assessment: Assessment, node: Node, unit: Unit) -> str:
    conditions = (above.criterion.not_applicable for above in ancestors(assessment.criteria, node))
    if any(isinstance(condition, NotApplicableWhen) and unit.agrees(condition.when) for condition in conditions):
        return "condition"
    return "parts" if node.parts else "rule"


def _absent(assessment: Assessment) -> Iterator[ResultWarning]:
    """The blocks that the cycle leaves out for everybody."""
    for each in assessment.absent:
        yield ResultWarning("absent", "", each.code, {"decision": each.decision} if each.decision else {})


def _clamped(assessment: Assessment, outcome: Outcome) -> Iterator[ResultWarning]:
    """Where a block of extra points, or the total with it, was kept within its bounds."""
    sums, criteria = outcome.sums, assessment.criteria
    if not criteria.blocks:
        return
    for block in criteria.blocks:
        got = np.sum([sums.points[part] for part in block.parts], axis=0)
        for row in np.flatnonzero(got > sums.points[block.position]).tolist():
            figures = {"sum": got[row], "points": sums.points[block.position][row]}
            yield _clamp(assessment, row, block.criterion.code, figures)
    total = unclamped(assessment, outcome)
    for row in np.flatnonzero((total != sums.total) & (sums.total_maximum > 0)).tolist():
        yield _clamp(assessment, row, "", {"sum": total[row], "points": sums.total[row]})


def _clamp(assessment: Assessment, row: int, code: str, figures: Mapping[str, int]) -> ResultWarning:
    places = assessment.criteria.rounding.points
    said = {name: str(to_decimal(int(figure), places)) for name, figure in figures.items()}
    return ResultWarning("clamped", assessment.register.units[row].id, code, said)


def unclamped(assessment: Assessment, outcome: Outcome) -> npt.NDArray[np.int64]:
    """Each unit's points with bonus and penalty, before they are kept between 0 and the maximum."""
    sums, criteria = outcome.sums, assessment.criteria
    total: npt.NDArray[np.int64] = np.zeros(len(assessment.register), dtype=np.int64)
    for node in (*criteria.top, *criteria.blocks):
        total = total + (-sums.points[node.position] if node.block == "penalty" else sums.points[node.position])
    return total
