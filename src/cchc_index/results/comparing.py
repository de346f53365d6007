"""Two results of the same units side by side: what changed, and who moved."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import attrs

from cchc_index.values.contexts import own_context

if TYPE_CHECKING:
    from cchc_index.results.figures import Figures


@attrs.frozen
class Standing:
    """Where a unit stands in one result.

    Attributes:
        points: Its points.
        index: Its index.
        rank: Its rank.
        band: The label of its band, in the language first named.
    """

    points: Decimal | None
    index: Decimal | None
    rank: int | None
    band: str | None

    @classmethod
    def of(cls, card: Figures) -> Standing:
        """That of a scorecard."""
        return cls(card.points, card.index, card.rank, None if card.band is None else card.band.label.first)

    def to_dict(self) -> dict[str, Any]:
        """The figures, numbers as text."""
        return {key: _plain(value) for key, value in attrs.asdict(self).items()}


@attrs.frozen
class UnitChange:
    """One unit in both results.

    Attributes:
        unit: Its identifier.
        name: Its name.
        before: Where it stood.
        after: Where it stands.
    """

    unit: str
    name: str
    before: Standing
    after: Standing

    @property
    def points(self) -> Decimal | None:
        """By how many points it changed; None where it has none on one side."""
        return _difference(self.before.points, self.after.points)

    @property
    def index(self) -> Decimal | None:
        """By how much its index changed."""
        return _difference(self.before.index, self.after.index)

    @property
    def places(self) -> int | None:
        """By how many places it went up (a positive number) or down."""
        if self.before.rank is None or self.after.rank is None:
            return None
        return self.before.rank - self.after.rank

    @property
    def has_moved(self) -> bool:
        """Whether it has another rank or band."""
        return (self.before.rank, self.before.band) != (self.after.rank, self.after.band)


@attrs.frozen
class Comparison:
    """Two results side by side (so sánh hai kết quả).

    Attributes:
        changes: The units that are in both, in the order of the later result.
        gone: Identifiers of the units that only the earlier one has.
        new: Identifiers of the units that only the later one has.

    Example:
        >>> import cchc_index
        >>> (assessment,) = cchc_index.open_cycle("lai-chau-2021").assessments()
        >>> before = cchc_index.score(assessment.criteria, assessment)
        >>> changed = assessment.criteria.without("6")
        >>> comparison = before.compare(cchc_index.score(changed, assessment.for_criteria(changed)))
        >>> len(comparison), len(comparison.moved) > 0
        (17, True)
    """

    changes: tuple[UnitChange, ...]
    gone: tuple[str, ...] = ()
    new: tuple[str, ...] = ()

    @classmethod
    @own_context
    def of(cls, before: Iterable[Figures], after: Iterable[Figures]) -> Comparison:
        """The comparison of two results' scorecards."""
        earlier = {card.unit.id: card for card in before}
        later = {card.unit.id: card for card in after}
        changes = tuple(
            UnitChange(unit, card.unit.name, Standing.of(earlier[unit]), Standing.of(card))
            for unit, card in later.items()
            if unit in earlier
        )
        return cls(changes, tuple(sorted(set(earlier) - set(later))), tuple(sorted(set(later) - set(earlier))))

    def __len__(self) -> int:
        """How many units are in both."""
        return len(self.changes)

    @property
    def moved(self) -> tuple[UnitChange, ...]:
        """The units that have another rank or band."""
        return tuple(change for change in self.changes if change.has_moved)

    def to_dict(self) -> dict[str, Any]:
        """The comparison as dicts, lists and texts."""
        units = []
        for change in self.changes:
            sides = {"before": change.before, "after": change.after}
            plain = {name: side.to_dict() for name, side in sides.items()}
            figures = {"points": _plain(change.points), "index": _plain(change.index), "places": change.places}
            units.append({"unit": change.unit, "name": change.name, **plain, "change": figures})
        return {"units": units, "gone": list(self.gone), "new": list(self.new)}


def _difference(before: Decimal | None, after: Decimal | None) -> Decimal | None:
    return None if before is None or after is None else after - before


def _plain(value: Any) -> Any:
    return f"{value:f}" if isinstance(value, Decimal) else value
