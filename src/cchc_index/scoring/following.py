"""Criteria that earn points for a change since last year: this year's figure put beside last year's.

What they follow is added up first, so that each of them sees the figure that the result will print.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs
import numpy as np

from cchc_index.assessment.assessment import Assessment
from cchc_index.criteria.criteria_set import CriteriaSet
from cchc_index.criteria.tree import Node, enters
from cchc_index.problems.errors import AssessmentError
from cchc_index.problems.problem import Place, Problem
from cchc_index.results.components import Components
from cchc_index.results.sums import Sums
from cchc_index.rules.columns import FieldColumn
from cchc_index.rules.improvement import AREAS, NOW, PREVIOUS, Figure
from cchc_index.scoring.aggregation import LeafPoints, add_up
from cchc_index.scoring.leaves import score_leaf
from cchc_index.values.exact import Integers, Ratios
from cchc_index.values.statuses import GIVEN, MISSING, NOT_APPLICABLE, SCORED, UNSCORED

if TYPE_CHECKING:
    from cchc_index.values.exact import BoolArray


def following(criteria: CriteriaSet) -> tuple[Node, ...]:
    """The leaves that earn points for a change since last year, each after what it follows."""
    nodes = (criteria.nodes[at] for at in criteria.order) if _follows(criteria) else ()
    return tuple(node for node in nodes if node.criterion.improvement)


def _follows(criteria: CriteriaSet) -> bool:
    return any(leaf.criterion.improvement for leaf in criteria.leaves)


def followed(assessment: Assessment) -> Assessment:
    """The assessment with both years' figures as the answers of the leaves that compare them.

    Without a result of last year it is left as it is: the figures were reported then.

    Raises:
        AssessmentError: A leaf follows a node that last year's set did not have.
    """
    last, criteria = assessment.last, assessment.criteria
    if last is None:
        return assessment
    leaves = [node for node in following(criteria) if enters(node, assessment.stage)]
    for leaf in leaves:
        rule, code = leaf.criterion.improvement, leaf.criterion.code
        if rule is None:
            continue
        if rule.of not in last.codes:
            arguments = {"code": code, "other": rule.of, "file": last.file}
            raise AssessmentError(Problem("previous.no_criterion", Place(last.file), arguments=arguments))
        now, waits = this_year(assessment, leaf, leaves)
        own = assessment.answers[code]
        status = np.where((own.status == GIVEN) | (own.status == NOT_APPLICABLE), own.status, np.int8(SCORED))
        status[waits & (status == SCORED)] = MISSING
        fields = {NOW: now, PREVIOUS: last.figure(rule.of, rule.figure)}
        answers = {**assessment.answers, code: attrs.evolve(own, status=status, fields=fields)}
        assessment = attrs.evolve(assessment, answers=answers)
    return assessment


def this_year(assessment: Assessment, leaf: Node, later: list[Node]) -> tuple[FieldColumn, BoolArray]:
    """The figures that a leaf follows, and the units of which something is missing in what it follows.

    Args:
        assessment: What was reported.
        leaf: The leaf.
        later: The leaves that compare years, of which those from this one on have no part in the figure.
    """
    criteria, rule = assessment.criteria, leaf.criterion.improvement
    size = len(assessment.register)
    nothing = LeafPoints(np.zeros(size, dtype=np.int64), np.full(size, UNSCORED, dtype=np.int8))
    unknown = {each.position for each in later[later.index(leaf) :]}
    points = {
        each.position: nothing if each.position in unknown else score_leaf(each, assessment) for each in criteria.leaves
    }
    sums = add_up(criteria, points, size, assessment.stage)
    waits = np.zeros(size, dtype=np.bool_)
    for at in criteria.followed(leaf):
        for each in criteria.nodes[at].leaves:
            waits |= sums.status[each] == MISSING
    if rule is None:
        raise ValueError(f"{leaf.criterion.code} compares no years")
    return figures_of(assessment, sums, rule.of, rule.figure), waits


def figures_of(assessment: Assessment, sums: Sums, code: str, figure: Figure) -> FieldColumn:
    """The printed figures of a node, or of all areas together: only of units that have its index.

    Args:
        assessment: What was scored.
        sums: What came of it.
        code: The node's code, or `areas`.
        figure: Whether its `index` or its `points` are wanted.
    """
    criteria, components = assessment.criteria, Components(assessment, sums)
    rounding = criteria.rounding
    places = rounding.index if figure == "index" else rounding.points
    if code != AREAS:
        node = criteria.node(code)
        known, points = components.has(node), sums.points[node.position]
        percents = components.index(node)
    else:
        size = len(assessment.register)
        points, most = np.zeros(size, dtype=np.int64), np.zeros(size, dtype=np.int64)
        known = np.ones(size, dtype=np.bool_)
        for node in criteria.top:
            points = points + sums.points[node.position]
            most = most + sums.maxima[node.position]
            for leaf in node.leaves:
                known &= sums.status[leaf] != MISSING
        known &= most > 0
        ratios = Ratios(Integers.of(points) * 100, Integers.of(np.maximum(most, 1)))
        percents = ratios.rounded(rounding.index, rounding.mode).values
    return FieldColumn(Integers.of(np.where(known, percents if figure == "index" else points, 0)), places, known)
