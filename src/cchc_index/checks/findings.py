"""What an audit reports: differences, the figures they contradict, and the figures that cause them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal

import attrs

if TYPE_CHECKING:
    from cchc_index.criteria.criteria_set import CriteriaSet
    from cchc_index.results.result import IndexResult


@attrs.frozen
class Cause:
    """The published figure whose correction makes findings vanish.

    Attributes:
        unit: The unit.
        what: Which of its figures.
        code: The node's code, for the points of a node; "" else.
        published: The figure as printed.
        parts: The parts it should be the sum of, written out; "" when it is no sum.
    """

    unit: str
    what: str
    code: str
    published: str
    parts: str = ""

    def to_dict(self) -> dict[str, str]:
        """The cause as plain values."""
        return {"unit": self.unit, "what": self.what, "code": self.code, "published": self.published}


@attrs.frozen
class Against:
    """A figure that a published one contradicts.

    Attributes:
        unit: The unit it is of.
        what: Which figure.
        code: The node's code; "" for the whole.
        value: The figure.
        source: Whether it is `published` or `computed`.
    """

    unit: str
    what: str
    code: str
    value: str
    source: Literal["published", "computed"]

    def to_dict(self) -> dict[str, str]:
        """The figure as plain values."""
        return {
            "unit": self.unit,
            "what": self.what,
            "code": self.code,
            "value": self.value,
            "source": self.source,
        }


@attrs.frozen
class Finding:
    """A published figure that differs from the computed one, or contradicts others.

    Attributes:
        unit: The unit; "" for a count of units.
        what: `points`, `max_points`, `index`, `rank`, `band`, `sum` (published parts that do not add up, so that
            either they or the sum are wrong), `change` (since the year before) or `units` (how many are in a class).
        code: The node's code, for figures of a node; the class's label for a count; "" else.
        published: The figure as printed.
        computed: The figure as computed, with its own decimals; None if there is none, or if it can be several.
        difference: Published less computed; None for bands.
        cause: The figure whose correction makes the finding vanish.
        low: The least that reported and printed values allow; None where they leave no room.
        high: The most they allow.
        against: The figures it contradicts.
        group: The group, for a count of units; "" else, and for all groups.
    """

    unit: str
    what: str
    code: str
    published: str
    computed: str | None
    difference: str | None
    cause: Cause | None = None
    low: str | None = None
    high: str | None = None
    against: tuple[Against, ...] = ()
    group: str = ""

    def to_dict(self) -> dict[str, Any]:
        """The finding as plain values."""
        plain: dict[str, Any] = {
            name: getattr(self, name) for name in ("unit", "what", "code", "published", "computed", "difference")
        }
        plain["cause"] = self.cause.to_dict() if self.cause else None
        if self.low is not None:
            plain |= {"low": self.low, "high": self.high}
        if self.what == "units":
            plain["group"] = self.group
        return {**plain, "against": [each.to_dict() for each in self.against]}


@attrs.frozen
class AuditReport:
    """What an audit found.

    Attributes:
        findings: Figures that nothing explains.
        within_rounding: Differences that rounding can explain.
        compared: How many published figures were compared.
        results: What they were compared with; none for a table that was held against itself alone.
        unpublished: Units of which nothing is published.
        alone: The sets of tables that were held against themselves alone.
        names: The units' names, by identifier.
    """

    findings: tuple[Finding, ...]
    within_rounding: tuple[Finding, ...]
    compared: int
    results: tuple[IndexResult, ...] = attrs.field(default=(), repr=False, eq=False)
    unpublished: tuple[str, ...] = ()
    alone: tuple[CriteriaSet, ...] = attrs.field(default=(), repr=False, eq=False)
    names: Mapping[str, str] = attrs.field(factory=dict, repr=False, eq=False)

    @property
    def causes(self) -> tuple[Cause, ...]:
        """The distinct causes, in the order of the findings."""
        return tuple(dict.fromkeys(finding.cause for finding in self.findings if finding.cause))

    def to_dict(self) -> dict[str, Any]:
        """The whole of ``audit --format json``."""
        return {
            "criteria": [dict(each.plain()) for each in (*(result.criteria for result in self.results), *self.alone)],
            "data": next((result.data for result in self.results), None),
            "findings": [finding.to_dict() for finding in self.findings],
            "within_rounding": [finding.to_dict() for finding in self.within_rounding],
            "causes": [cause.to_dict() for cause in self.causes],
            "compared": self.compared,
            "unpublished": list(self.unpublished),
        }
