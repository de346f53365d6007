"""What a council changes after it appraised: one row of adjustments.csv, with its reason and its author."""

from __future__ import annotations

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
