"""What a council changes after it appraised: one row of adjustments.csv, with its reason and its author."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Literal

import attrs

from cchc_index.criteria.tree import Stage
from cchc_index.problems.problem import Place

Action = Literal["set", "add", "na"]


@attrs.frozen
class Adjustment:
    """A change of one unit's points for a leaf, or that a node does not apply to it (điều chỉnh).

    Attributes:
        unit: The unit's identifier.
        stage: The stage at which it takes effect.
        code: The leaf's code, or with `na` a node's.
        action: `set` gives the leaf so many points, `add` adds some, `na` says that the node does not apply.
        value: The points; None with `na`.
        reason: Why.
        by: Who decided it.
        date: When, as YYYY-MM-DD; "" where nobody says.
        objection: The objection that it answers, by its identifier; "" for none.
        decision: The decision's number; "" for none.
        place: Where it stands.
    """

    unit: str
    stage: Stage
    code: str
    action: Action
    value: Decimal | None
    reason: str
    by: str
    date: str = ""
    objection: str = ""
    decision: str = ""
    place: Place | None = None


def standing(
    adjustments: Iterable[Adjustment], stages: tuple[Stage, ...]
) -> dict[tuple[str, str], tuple[Adjustment, ...]]:
    """For each unit and code what stands of its adjustments, in the order in which it is applied.

    Within a stage points are set before others are added; what a later stage sets replaces all that was before.

    Args:
        adjustments: The adjustments.
        stages: The cycle's stages, in order.

    Example:
        >>> def made(stage, action, value):
        ...     return Adjustment("a", stage, "1", action, Decimal(value), "why", "who")
        >>> changes = [made("final", "add", 1), made("final", "set", 7), made("appraised", "add", 2)]
        >>> [(each.stage, each.action) for each in standing(changes, ("self", "appraised", "final"))["a", "1"]]
        [('final', 'set'), ('final', 'add')]
    """
    found: dict[tuple[str, str], tuple[Adjustment, ...]] = {}
    order = ("na", "set", "add")
    for each in sorted(adjustments, key=lambda each: (stages.index(each.stage), order.index(each.action))):
        key = (each.unit, each.code)
        found[key] = (each,) if each.action != "add" else (*found.get(key, ()), each)
    return found
