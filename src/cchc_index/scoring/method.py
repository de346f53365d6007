"""The whole method: from reported values to points, index, rank and band.

`score` is a pure function of a criteria set and an assessment. Everything in it is exact: points are integers in
units of their last decimal, rounded at the leaves, at parents that scale, and at the index, and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np

from cchc_index.assessment.answers import Answers
from cchc_index.assessment.assessment import Assessment
from cchc_index.bands.contract import Classification, Standings
from cchc_index.criteria.criteria_set import CriteriaSet
from cchc_index.problems.errors import UsageError
from cchc_index.problems.problem import Problem
from cchc_index.problems.wanted import want
from cchc_index.results.components import Components, node_columns
from cchc_index.results.outcome import Outcome
from cchc_index.results.result import IndexResult
from cchc_index.results.sums import Sums
from cchc_index.results.warnings import ResultWarning
from cchc_index.scoring.aggregation import LeafPoints, add_up
from cchc_index.scoring.following import followed
from cchc_index.scoring.leaves import score_leaf
from cchc_index.values.contexts import own_context
from cchc_index.values.exact import Integers, Ratios, order_digits, to_decimal
from cchc_index.values.ranking import rank_of
from cchc_index.values.statuses import GIVEN, SCORED

if TYPE_CHECKING:
    import numpy.typing as npt

    from cchc_index.values.exact import IntArray


@own_context
def score(criteria: CriteriaSet, assessment: Assessment) -> IndexResult:
    """Score an assessment: each unit's points, index, rank and band, every point with its reason on demand.

    points of a leaf = what its rule gives, rounded; of a parent = sum of its applicable parts

    index = 100 x points / applicable maximum points, in per cent, rounded

    Args:
        criteria: The set.
        assessment: The values reported for it.

    Raises:
        PluginError: A plugin's rule or classifier breaks its contract.
        ValueError: The assessment was read for another set, or for another content of it.

    Example:
        >>> import cchc_index
        >>> cycle = cchc_index.open_cycle("lai-chau-2021")
        >>> assessment = cycle.assessments("final")[0]
        >>> result = score(assessment.criteria, assessment)
        >>> result["so-tai-chinh"].points, result["so-tai-chinh"].rank, str(result["so-tai-chinh"].band)
        (Decimal('15.747'), 2, 'Xuất sắc')
    """
    want("criteria", criteria, CriteriaSet, how="load_criteria(name)")
    want("assessment", assessment, Assessment, how="read_assessment(data, criteria)")
    if criteria is not assessment.criteria and criteria.sha256 != assessment.criteria.sha256:
        sets = {"found": assessment.criteria, "wanted": criteria}
        arguments = {name: f"{each.name} [{each.sha256[:12]}]" for name, each in sets.items()}
        raise UsageError(Problem("usage.other_set", arguments=arguments))
    assessment = followed(assessment)
    leaves = {leaf.position: score_leaf(leaf, assessment) for leaf in criteria.leaves}
    sums = add_up(criteria, leaves, len(assessment.register), assessment.stage)
    return IndexResult(assessment, stand(assessment, sums), tuple(_claims(assessment, leaves)))


def stand(assessment: Assessment, sums: Sums, index_taken: IntArray | None = None) -> Outcome:
    """Index, ranks and bands of units whose points have been added up, or whose published index is taken as it is."""
    criteria, register = assessment.criteria, assessment.register
    rounding = criteria.rounding
    has_index = sums.complete & (sums.total_maximum > 0)
    attainable = Integers.of(np.maximum(sums.total_maximum, 1))
    points = Integers.of(sums.total)
    index = Ratios(points * 100, attainable).rounded(rounding.index, rounding.mode)
    if index_taken is not None:
        index = Integers.of(index_taken)
    ranked = has_index & np.array(register.ranked)
    rank = _rank(assessment, sums, points, attainable, index, ranked)
    classification = Classification((), np.full(len(register), -1))
    if criteria.classify is not None:
        standings = Standings(
            register,
            points,
            attainable,
            index,
            rounding.points,
            rounding.index,
            has_index,
            rank,
            node_columns(criteria, sums),
        )
        classification = criteria.classify.classifier.classify(standings)
    return Outcome(
        sums, index.values, has_index, rank, classification, Components(assessment, sums), assessment.carried_counts
    )


def _rank(
    assessment: Assessment,
    sums: Sums,
    total: Integers,
    attainable: Integers,
    index: Integers,
    ranked: npt.NDArray[np.bool_],
) -> npt.NDArray[np.int64]:
    by = assessment.criteria.rank
    keys: list[IntArray]
    if by.by == "points":
        keys = [total.values]
    elif by.compare == "published":
        keys = [index.values]
    else:
        keys = order_digits(Ratios(total, attainable))
    _, blocks = assessment.register.blocks(by.within)
    then = []
    for code in by.then:
        node = assessment.criteria.node(code)
        points = sums.points[node.position]
        better = -points if node.block == "penalty" else points
        then.append((better, sums.status[node.position] <= GIVEN))
    return rank_of(keys, np.array(blocks), ranked, by.ties, then)


def _claims(assessment: Assessment, leaves: Mapping[int, LeafPoints]) -> Iterator[ResultWarning]:
    """Points typed beside a rule's fields that differ from what the rule gives: a claim, or the council's decision."""
    places = assessment.criteria.rounding.points
    for leaf in assessment.criteria.leaves:
        answers: Answers = assessment.answers[leaf.criterion.code]
        if answers.typed is None:
            continue
        scored = leaves[leaf.position]
        reported = scored.points if scored.before is None else scored.before
        if answers.decided is not None and scored.ruled is not None:
            beside = answers.decided & (answers.status == SCORED) & (scored.ruled != reported)
            for row in np.flatnonzero(beside).tolist():
                figures = {"points": reported[row], "ruled": scored.ruled[row]}
                said = {name: str(to_decimal(int(figure), places)) for name, figure in figures.items()}
                yield ResultWarning("decided", assessment.register.units[row].id, leaf.criterion.code, said)
        claimed = Ratios(answers.typed.numbers, 10**answers.typed.places)
        beside = scored.status == SCORED
        if answers.typed.given is not None:
            beside &= answers.typed.given
        for row in np.flatnonzero(beside).tolist():
            points = to_decimal(int(reported[row]), places)
            claim = _decimal(claimed.fraction(row))
            if claim != points:
                unit = assessment.register.units[row].id
                yield ResultWarning("claim", unit, leaf.criterion.code, {"claimed": str(claim), "points": str(points)})


def _decimal(number: Fraction) -> Decimal:
    return Decimal(number.numerator) / Decimal(number.denominator)
