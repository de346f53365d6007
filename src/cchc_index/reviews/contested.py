"""What is contested: objections open and answered, what followed from them, and adjustments that answer none."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

import attrs

from cchc_index.assessment.adjustment import Adjustment
from cchc_index.cycles.objections import Objection
from cchc_index.values.text import folded

#: How an answer begins that accepts what was objected.
_ACCEPTS: Final = ("chấp nhận", "chấp thuận", "đồng ý", "nhất trí", "accept", "agreed", "granted", "upheld")


@attrs.frozen
class Contested:
    """One objection, and what came of it.

    Attributes:
        objection: The objection or explanation.
        adjustments: The adjustments that cite it.
        state: `open`, `adjusted` (an adjustment cites it), `accepted` (its answer accepts it, and none cites it) or
            `answered` (its answer says something else, and none cites it).
    """

    objection: Objection
    adjustments: tuple[Adjustment, ...] = ()

    @property
    def state(self) -> str:
        """What came of it."""
        if self.objection.is_open:
            return "open"
        if self.adjustments:
            return "adjusted"
        return "accepted" if accepts(self.objection.answer) else "answered"


def accepts(answer: str) -> bool:
    """Whether an answer begins with a word that accepts.

    Example:
        >>> accepts("Chấp nhận một phần"), accepts("Không chấp nhận"), accepts("see the minutes")
        (True, False, False)
    """
    return folded(answer).startswith(tuple(map(folded, _ACCEPTS)))


def contested(objections: Iterable[Objection], adjustments: Iterable[Adjustment]) -> tuple[Contested, ...]:
    """The objections in their order, each with the adjustments that cite it."""
    cited: dict[str, list[Adjustment]] = {}
    for each in adjustments:
        cited.setdefault(each.objection, []).append(each)
    return tuple(Contested(each, tuple(cited.get(each.id, ()))) for each in objections)
