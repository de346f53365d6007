"""One leaf's points for all units: what its rule gives for what was reported, held against its contract."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np

from cchc_index.assessment.answers import NOTHING
from cchc_index.assessment.applicability import is_unscored
from cchc_index.assessment.assessment import Assessment
from cchc_index.criteria.tree import Node
from cchc_index.registry.guarded import unguarded
from cchc_index.registry.guarding import range_error
from cchc_index.rules.contract import NamedRule
from cchc_index.scoring.aggregation import LeafPoints
from cchc_index.values.exact import Ratios, to_decimal, to_integer
from cchc_index.values.statuses import GIVEN, NOT_APPLICABLE, SCORED, UNSCORED

if TYPE_CHECKING:
    import numpy.typing as npt

_READABLE: Final = 10**18  #: points from which a plugin's fault is told by its size only


def score_leaf(leaf: Node, assessment: Assessment) -> LeafPoints:
    """One leaf's points for all units, rounded as the set says, with what adjustments set and add."""
    made, answers = _reported(leaf, assessment), assessment.answers[leaf.criterion.code]
    if answers.fixed is None:
        return made
    status = np.where(answers.fixed != NOTHING, np.int8(GIVEN), made.status)
    return LeafPoints(answers.adjusted(made.points), status, made.ruled, made.points)


def _reported(leaf: Node, assessment: Assessment) -> LeafPoints:
    """One leaf's points for what was reported."""
    criteria = assessment.criteria
    answers = assessment.answers[leaf.criterion.code]
    status = answers.status.copy()
    rule = leaf.criterion.rule
    if rule is None or is_unscored(leaf):
        status[status == SCORED] = UNSCORED
        return LeafPoints(np.zeros(len(status), dtype=np.int64), status)
    rows = answers.rows(SCORED)
    if rows is None and answers.decided is None:
        points, not_applicable = _ruled(rule, leaf, assessment, None)
        if not_applicable is not None:
            status[not_applicable] = NOT_APPLICABLE
        return LeafPoints(points, status)
    rows = np.arange(len(status)) if rows is None else rows
    scattered = np.zeros(len(status), dtype=np.int64)
    if len(rows):
        points, not_applicable = _ruled(rule, leaf, assessment, rows)
        scattered[rows] = points
        if not_applicable is not None:
            status[rows[not_applicable]] = NOT_APPLICABLE
    ruled = None if answers.decided is None else scattered
    given = answers.rows(GIVEN)
    if answers.typed is not None and (given is None or len(given) or answers.decided is not None):
        typed = Ratios(answers.typed.numbers, 10**answers.typed.places)
        rounded = typed.rounded(criteria.rounding.points, criteria.rounding.mode).values
        typed_rows = answers.status == GIVEN
        if answers.decided is not None:  # the council's points stand, whatever the rule gives
            typed_rows |= answers.decided
            status[answers.decided] = GIVEN
        scattered = np.where(typed_rows, rounded, scattered)
    return LeafPoints(scattered, status, ruled)


def _ruled(
    rule: NamedRule, leaf: Node, assessment: Assessment, rows: npt.NDArray[np.intp] | None
) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.bool_] | None]:
    """What the leaf's rule gives, rounded, held against its contract."""
    rounding = assessment.criteria.rounding
    column = assessment.column(leaf, rows)
    given = rule.rule.score(column)
    points = given.ratios.rounded(rounding.points, rounding.mode).values
    most = to_integer(leaf.criterion.max_points, rounding.points)
    if points.dtype == object or (column.size and int(points.view(np.uint64).max()) > most):
        wrong = next((int(each) for each in points.tolist() if not 0 <= each <= most), None)
        if wrong is not None:
            most_points = str(leaf.criterion.max_points)
            found = str(to_decimal(wrong, rounding.points)) if abs(wrong) < _READABLE else _far(wrong)
            named, code = (rule.name, rule.owner), leaf.criterion.code
            raise range_error(named, code, unguarded(rule.rule), "score", found=found, most=most_points)
        points = points.astype(np.int64)
    not_applicable = given.not_applicable
    if not_applicable is not None and not not_applicable.any():
        not_applicable = None
    return (points if not_applicable is None else np.where(not_applicable, 0, points)), not_applicable


def _far(wrong: int) -> str:
    """So many points that their digits tell nobody anything."""
    return f"> {_READABLE:.0e}" if wrong > 0 else f"< -{_READABLE:.0e}"
