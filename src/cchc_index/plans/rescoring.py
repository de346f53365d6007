"""Scoring anew with other answers of one unit, all others as they are."""

from __future__ import annotations

from collections.abc import Mapping

import attrs
import numpy as np

from cchc_index.assessment.answers import POINTS, Answers
from cchc_index.assessment.applicability import leaf_rule_is_points
from cchc_index.plans.levers import Lever
from cchc_index.plans.reaching import Reach, answered, with_value, without_decisions
from cchc_index.results.result import IndexResult
from cchc_index.rules.columns import Field
from cchc_index.scoring.method import score
from cchc_index.values.exact import to_decimal
from cchc_index.values.statuses import GIVEN


def rescored(result: IndexResult, unit: str, changes: Mapping[Lever, int | Reach]) -> IndexResult:
    """The result if a unit had other answers, scored as any other is: relative rules, quotas and ranks follow.

    Args:
        result: The result.
        unit: The unit's identifier.
        changes: For each leaf what is reported then; or the points it then gets, in units of the last decimal.

    Raises:
        CchcError: Units cannot be classed any more, as where a quota would divide equal ones.

    Example:
        >>> import cchc_index
        >>> from cchc_index.plans.levers import levers_of
        >>> result = cchc_index.open_cycle("lai-chau-2021").score().results[0]
        >>> lever = levers_of(result["so-tai-chinh"])[0]
        >>> rescored(result, "so-tai-chinh", {lever: 2000})["so-tai-chinh"].points
        Decimal('16.747')
    """
    assessment = result.assessment
    row = assessment.register.row(unit)
    answers = dict(assessment.answers)
    for lever, change in changes.items():
        named = lever.node.criterion.rule
        if isinstance(change, Reach) and named is not None:
            answers[lever.code] = answered(answers[lever.code], named, row, change.values)
        elif isinstance(change, int):
            answers[lever.code] = _given(answers[lever.code], lever, row, change, result.criteria.rounding.points)
    adjustments = tuple(
        each
        for each in assessment.adjustments
        if each.unit != unit or each.code not in {lever.code for lever in changes}
    )
    return score(result.criteria, attrs.evolve(assessment, answers=answers, adjustments=adjustments))


def _given(answers: Answers, lever: Lever, row: int, points: int, places: int) -> Answers:
    """A leaf's column with points of one unit that are given as such."""
    value = to_decimal(points, places)
    size = len(answers.status)
    if leaf_rule_is_points(lever.node):
        fields = {**answers.fields, POINTS: with_value(answers.fields.get(POINTS), Field(POINTS), row, size, value)}
        return without_decisions(attrs.evolve(answers, fields=fields), row)
    status = answers.status.copy()
    status[row] = GIVEN
    typed = with_value(answers.typed, Field(POINTS), row, size, value)
    if answers.typed is None and typed.given is None:
        typed = attrs.evolve(typed, given=np.ones(size, dtype=np.bool_))
    return without_decisions(attrs.evolve(answers, status=status, typed=typed), row)
