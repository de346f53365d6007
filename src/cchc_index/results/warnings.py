"""What a reader of a result should know: claims, "not applicable", gaps, clamps, moves, units near a cut-off."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING

import attrs
import numpy as np

from cchc_index.assessment.adjustment import Adjustment
from cchc_index.assessment.applicability import ancestors
from cchc_index.assessment.assessment import Assessment
from cchc_index.assessment.awaited import awaited_at
from cchc_index.bands.legible import legible
from cchc_index.criteria.tree import Node, NotApplicableWhen
from cchc_index.results.gaps import Gaps
from cchc_index.results.outcome import Outcome
from cchc_index.values.exact import to_decimal
from cchc_index.values.statuses import NOT_APPLICABLE
from cchc_index.values.text import Text
from cchc_index.values.units import Unit

if TYPE_CHECKING:
    import numpy.typing as npt


@attrs.frozen
class ResultWarning:
    """Something a reader of the result should know, as data: its kind, the unit and node, and particulars.

    Attributes:
        kind: `adjusted`, `awaiting`, `claim`, `decided`, `carried`, `not_applicable`, `absent`, `clamped`, `edited`,
            `excused`, `formula`, `left_out`, `missing`, `moved`, `near_cut_off`, `overtaken` or `overturned`.
        unit: The unit's identifier; "" when it concerns all units.
        code: The node's code; "" when it concerns the whole unit.
        particulars: Further figures, as text; labels and reasons in the language that the set names first.
        texts: Those of the particulars that are told in several languages.
    """

    kind: str
    unit: str
    code: str = ""
    particulars: Mapping[str, str] = attrs.field(factory=dict)
    texts: Mapping[str, Text] = attrs.field(factory=dict, repr=False)

    def to_dict(self) -> dict[str, str]:
        """The warning as one flat mapping."""
        code = {"code": self.code} if self.code else {}
        return {"kind": self.kind, "unit": self.unit, **code, **self.particulars}


def warnings_of(assessment: Assessment, outcome: Outcome, claims: Iterable[ResultWarning]) -> tuple[ResultWarning, ...]:
    """All warnings of a result, by kind, unit and node."""
    found = [*claims, *_absent(assessment), *_not_applicable(assessment, outcome), *_clamped(assessment, outcome)]
    found += [*awaiting_of(assessment), *_missing(assessment)]
    found += _left_out(assessment)
    found += [ResultWarning("formula", unit, code) for unit, code in assessment.computed]
    found += [ResultWarning("overturned", unit, code) for unit, code in assessment.overturned]
    found += _carried(assessment)
    found += [_adjusted(each) for each in assessment.adjustments]
    found += [_overtaken(each) for each in assessment.overtaken]
    for unit, codes in assessment.edited.items():
        found.append(ResultWarning("edited", unit, "", {"codes": ", ".join(codes)} if codes else {}))
    units, bands = assessment.register.units, outcome.classification.bands
    for move in outcome.classification.moved:
        band = bands[int(outcome.classification.band_of[move.row])]
        texts = {"by_points": move.by_points.label, "band": band.label, "reason": move.reason}
        found.append(_told("moved", units[move.row], texts))
    for excused in outcome.classification.excused:
        label = excused.band.label
        told = {"band": label.first}
        found.append(ResultWarning("excused", units[excused.row].id, excused.code, told, {"band": label}))
    for near in outcome.classification.near:
        figures = {"value": str(near.value), "cut_off": str(near.cut_off)}
        if near.exact is not None:
            figures["exact"] = str(legible(near.exact, 0, Fraction(near.cut_off) - near.exact)[0])
        band = bands[int(outcome.classification.band_of[near.row])]  # after knock-outs and quotas
        found.append(_told("near_cut_off", units[near.row], {"band": band.label}, figures))
    order = assessment.criteria.positions
    return tuple(sorted(found, key=lambda warning: (warning.kind, warning.unit, order.get(warning.code, -1))))


def _left_out(assessment: Assessment) -> Iterator[ResultWarning]:
    """Rows of raw records that were left out by permission, as a matter of all units."""
    for each in assessment.origin.left_out if assessment.origin else ():
        yield ResultWarning("left_out", "", "", {"files": each.files, "what": each.kind, "rows": str(each.rows)})


def _told(kind: str, unit: Unit, texts: Mapping[str, Text], figures: Mapping[str, str] | None = None) -> ResultWarning:
    return ResultWarning(
        kind, unit.id, "", {**(figures or {}), **{key: each.first for key, each in texts.items()}}, texts
    )


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
            if (fails := outcome.sums.unmet.get(node.position)) is not None and fails[row]:
                yield ResultWarning("not_applicable", unit.id, code, {"by": "requirement"})
                continue
            by = "declared" if (unit.id, code) in declared else _who_says(assessment, node, unit)
            yield ResultWarning("not_applicable", unit.id, code, {"by": by})


def _adjusted(change: Adjustment) -> ResultWarning:
    """What a council changed, with its reason and its author."""
    said = {
        "stage": change.stage,
        "action": change.action,
        **({} if change.value is None else {"value": f"{change.value:f}"}),
    }
    said |= {name: getattr(change, name) for name in ("reason", "by", "date", "objection", "decision")}
    return ResultWarning("adjusted", change.unit, change.code, {name: text for name, text in said.items() if text})


def _overtaken(change: Adjustment) -> ResultWarning:
    """What a council changed at one stage, and what a later one said anew."""
    said = {**_adjusted(change).particulars, "stage": change.stage}
    return ResultWarning("overtaken", change.unit, change.code, said)


def _carried(assessment: Assessment) -> Iterator[ResultWarning]:
    """Each answer that a table of changes left as an earlier stage has it."""
    for code, stages in assessment.carried.items():
        for row in np.flatnonzero(stages >= 0).tolist():
            said = {"stage": assessment.stages[int(stages[row])]}
            yield ResultWarning("carried", assessment.register.units[row].id, code, said)


def _missing(assessment: Assessment) -> Iterator[ResultWarning]:
    """Each unit and leaf without a value, and each that waits for another's to be compared with."""
    gaps, units = Gaps(assessment), assessment.register.units
    for leaf in assessment.criteria.leaves:
        code = leaf.criterion.code
        for row in gaps.rows[code].tolist():
            yield ResultWarning("missing", units[row].id, code)
        for wait in gaps.waits(leaf):
            said = {"waits_for": "" if wait.unit is None else wait.unit.id}
            said |= {"waits_for_code": wait.code} if wait.code else {}
            said |= {"waits_for_others": str(wait.others)} if wait.others else {}
            for row in wait.rows.tolist():
                yield ResultWarning("missing", units[row].id, code, said)


def _who_says(assessment: Assessment, node: Node, unit: Unit) -> str:
    conditions = (above.criterion.not_applicable for above in ancestors(assessment.criteria, node))
    if any(isinstance(condition, NotApplicableWhen) and unit.agrees(condition.when) for condition in conditions):
        return "condition"
    return "parts" if node.parts else "rule"


def _absent(assessment: Assessment) -> Iterator[ResultWarning]:
    """The blocks that the cycle leaves out for everybody."""
    for each in assessment.absent:
        yield ResultWarning("absent", "", each.code, {"decision": each.decision} if each.decision else {})


def awaiting_of(assessment: Assessment) -> Iterator[ResultWarning]:
    """Each node whose values are still to come, once for all units."""
    for each in awaited_at(assessment.criteria, assessment.awaiting, assessment.stage):
        yield ResultWarning("awaiting", "", each.code, {"until": each.until} if each.until else {})


def _clamped(assessment: Assessment, outcome: Outcome) -> Iterator[ResultWarning]:
    """Where a block of extra points, or a node or the total with it, was kept within its bounds."""
    sums, criteria = outcome.sums, assessment.criteria
    for node in criteria.nodes:
        if node.heads_block:
            got = np.sum([sums.points[part] for part in node.parts], axis=0)
        elif node.blocks:
            got = sums.unclamped[node.position]
        else:
            continue
        kept = np.clip(got, 0, sums.maxima[node.position])  # before a requirement
        for row in np.flatnonzero(got != kept).tolist():
            yield _clamp(assessment, row, node.criterion.code, {"sum": got[row], "points": kept[row]})
    if not criteria.blocks:
        return
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
