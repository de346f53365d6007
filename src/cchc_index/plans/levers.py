"""What a unit can improve: each leaf with the points that its rule can really give beyond those that it has."""

from __future__ import annotations

from typing import Final

import attrs
import numpy as np

from cchc_index.assessment.answers import NOTHING
from cchc_index.assessment.applicability import is_unscored
from cchc_index.criteria.tree import Node, enters
from cchc_index.registry.guarded import unguarded
from cchc_index.results.figures import Figures
from cchc_index.results.last_year import is_followed
from cchc_index.rules.alternatives import Choose
from cchc_index.rules.columns import Method
from cchc_index.rules.contract import Leaf, NamedRule
from cchc_index.scoring.leaves import score_leaf
from cchc_index.values.exact import Integers, Ratios, to_integer
from cchc_index.values.statuses import GIVEN

MOST_LEVELS: Final = 100_000  #: points of a leaf that are looked at one by one


@attrs.frozen
class Lever:
    """A leaf that a unit can improve.

    Attributes:
        node: The leaf.
        now: Its points, in units of the last decimal.
        levels: The points that would be better, from the nearest to the farthest: more, or less of a penalty.
        sign: 1 where more is better; -1 in a block of penalty points.
        method: How it is assessed; only `appraised` leaves are the unit's own to improve.
        assumed: Whether it is only assumed that each of the points can be given, since the rule does not say so.
        relative: Whether its points depend on other units.
        decided: Whether a council set its points, so that more needs another decision.
    """

    node: Node
    now: int
    levels: tuple[int, ...]
    sign: int
    method: Method
    assumed: bool
    relative: bool
    decided: bool

    @property
    def code(self) -> str:
        """The leaf's code."""
        return self.node.criterion.code

    @property
    def most(self) -> int:
        """What it could gain."""
        return abs(self.levels[-1] - self.now)

    @property
    def is_own(self) -> bool:
        """Whether the unit can improve it by its own act: a survey, and what comes from elsewhere, it cannot."""
        return self.method == "appraised"


def levers_of(card: Figures) -> tuple[Lever, ...]:
    """The leaves that a unit can improve, in the order of the set.

    Example:
        >>> import cchc_index
        >>> card = cchc_index.open_cycle("lai-chau-2021").score()["so-tai-chinh"]
        >>> [(lever.code, lever.now, lever.levels[-1]) for lever in levers_of(card)]
        [('5', 1000, 2000), ('6', 1500, 2000), ('7', 1907, 2000), ('9', 1340, 2000)]
    """
    found = (_lever(card, leaf) for leaf in card.criteria.leaves)
    return tuple(lever for lever in found if lever is not None)


def reported(card: Figures, leaf: Node) -> tuple[int, int]:
    """A leaf's points, in units of the last decimal, and its status: as reported, whatever it requires of others."""
    sums, row = card.outcome.sums, card.row
    if not leaf.criterion.requires:
        return int(sums.points[leaf.position][row]), int(sums.status[leaf.position][row])
    scored = score_leaf(leaf, card.assessment)
    return int(scored.points[row]), int(scored.status[row])


def sign_of(card: Figures, node: Node) -> int:
    """1 where more points of a node are better for the total; -1 in what is taken away."""
    sign, nodes = 1, card.criteria.nodes
    at = node.position
    while at >= 0:
        if nodes[at].heads_block and nodes[at].block == "penalty":
            sign = -sign
        at = nodes[at].parent
    return sign


def _lever(card: Figures, leaf: Node) -> Lever | None:
    criterion, row = leaf.criterion, card.row
    named = criterion.rule
    now, status = reported(card, leaf)
    most = to_integer(criterion.max_points, card.criteria.rounding.points)
    if named is None or is_unscored(leaf) or status > GIVEN or not most or not enters(leaf, card.assessment.stage):
        return None
    if is_followed(card.assessment, leaf):  # nobody reports it: it moves with what it compares
        return None
    sign = sign_of(card, leaf)
    levels, assumed = _levels(card, leaf, named, now, most, sign)
    if not levels:
        return None
    answers = card.assessment.answers[criterion.code]
    decided = answers.fixed is not None and int(answers.fixed[row]) != NOTHING
    decided |= answers.decided is not None and bool(answers.decided[row])
    return Lever(leaf, now, levels, sign, criterion.assessed_by, assumed, named.rule.relative, decided)


def own_rule(card: Figures, named: NamedRule) -> tuple[str, NamedRule]:
    """The rule that scores the unit, with what stands before its fields: of `choose` the alternative meant for it."""
    rule = unguarded(named.rule)
    if isinstance(rule, Choose):
        name = rule.meant_for(card.unit)
        if name:
            return f"{name}.", rule.alternatives[name]
    return "", named


def _levels(
    card: Figures, leaf: Node, named: NamedRule, now: int, most: int, sign: int
) -> tuple[tuple[int, ...], bool]:
    """The points beyond those that the unit has, nearest first, and whether they are only assumed."""
    rounding, criterion = card.criteria.rounding, leaf.criterion
    span = range(now + 1, most + 1) if sign > 0 else range(now)
    _, own = own_rule(card, named)
    assumed = bool(named.owner)
    if len(span) > MOST_LEVELS:
        return tuple(span if sign > 0 else reversed(span)), True
    points = np.array(span, dtype=np.int64)
    if criterion.free_points:
        able = np.ones(len(points), dtype=np.bool_)
    else:
        ratios = Ratios(Integers.of(points), 10**rounding.points)
        able = own.rule.can_give(ratios, Leaf(criterion.max_points, rounding.points, rounding.mode))
    kept = points[able].tolist()
    if sign > 0 and now < most and (not kept or kept[-1] != most):  # the best is the maximum, whatever it says
        kept.append(most)
    return tuple(kept if sign > 0 else reversed(kept)), assumed
