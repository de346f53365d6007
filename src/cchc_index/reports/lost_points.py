"""The criteria where most points were lost, and the units that lost them."""

from __future__ import annotations

from decimal import Decimal

import attrs

from cchc_index.criteria.tree import Node
from cchc_index.results.result import IndexResult
from cchc_index.values.contexts import own_context
from cchc_index.values.units import Unit


@attrs.frozen
class LostPoints:
    """What all units together lost at one criterion.

    Attributes:
        node: The criterion.
        points: The points that were not obtained; of a penalty those that it took.
        attainable: The points that could be obtained, of units that have some there; None for a penalty.
        units: The units that lost some, most first.
        counted: How many units have points there.
    """

    node: Node
    points: Decimal
    attainable: Decimal | None
    units: tuple[tuple[Unit, Decimal], ...]
    counted: int


@own_context
def lost_points(result: IndexResult) -> tuple[LostPoints, ...]:
    """Each criterion at which some unit lost points, most first; of equal ones the earlier in the set.

    What a unit lost is what its scorecard says (`ScorecardNode.lost`). A criterion that does not apply, is missing or
    does not enter at the stage takes no part; nor does a bonus, which nobody has to earn.

    Example:
        >>> import cchc_index
        >>> result = cchc_index.open_cycle("lai-chau-2021").score().results[0]
        >>> worst = lost_points(result)[0]
        >>> worst.node.criterion.code, str(worst.points), worst.units[0][0].id
        ('5', '15.000', 'cong-ty-dien-luc')
    """
    cards = list(result)
    found = []
    for leaf in result.criteria.leaves:
        nodes = [(card.unit, card.node(leaf.criterion.code)) for card in cards]
        lost = [(unit, points) for unit, node in nodes if (points := node.lost) is not None]
        known = [(unit, points) for unit, points in lost if points]
        if not known:
            continue
        maxima = [most for _, node in nodes if node.lost is not None and (most := node.max_points) is not None]
        attainable = None if leaf.block else sum(maxima, Decimal(0))
        units = tuple(sorted(known, key=lambda each: (-each[1], each[0].id)))
        points = sum((each for _, each in known), Decimal(0))
        found.append(LostPoints(leaf, points, attainable, units, len(lost)))
    return tuple(sorted(found, key=lambda each: (-each.points, each.node.position)))
