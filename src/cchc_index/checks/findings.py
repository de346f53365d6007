"""What an audit reports: differences, and the figures that cause them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import attrs

if TYPE_CHECKING:
    from cchc_index.results.result import IndexResult


@attrs.frozen
class Cause:
    """The published figure whose correction makes findings vanish.

    Attributes:
        unit: The unit.
        what: Which of its figures.
        code: The node's code, for the points of a node; "" else.
        published: The figure as printed.
        parts: The computed parts it should be the sum of, written out; "" when it is no sum.
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
class Finding:
    """A published figure that differs from the computed one.

    Attributes:
        unit: The unit.
        what: `points`, `max_points`, `index`, `rank`, `band` or `sum` (published parts that do not add up).
        code: The node's code, for figures of a node; "" else.
        published: The figure as printed.
        computed: The figure as computed, with its own decimals; None if there is none.
        difference: Published less computed; None for bands.
        cause: The figure whose correction makes the finding vanish.
        low: The least that rounded inputs allow; None if there are none.
        high: The most they allow.
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

    def to_dict(self) -> dict[str, Any]:
        """The finding as plain values."""
        plain = attrs.asdict(
            self, recurse=False, filter=lambda field, value: field.name not in ("cause", "low", "high")
        )
        span = {"low": self.low, "high": self.high} if self.low is not None else {}
        return {**plain, "cause": self.cause.to_dict() if self.cause else None, **span}


@attrs.frozen
class AuditReport:
    """What an audit found.

    Attributes:
        findings: Differences that rounding cannot explain.
        within_rounding: Differences that rounded inputs can explain.
        compared: How many published figures were compared.
        results: What they were compared with.
    """

    findings: tuple[Finding, ...]
    within_rounding: tuple[Finding, ...]
    compared: int
    results: tuple[IndexResult, ...] = attrs.field(default=(), repr=False, eq=False)

    @property
    def causes(self) -> tuple[Cause, ...]:
        """The distinct causes, in the order of the findings."""
        return tuple(dict.fromkeys(finding.cause for finding in self.findings if finding.cause))

    def to_dict(self) -> dict[str, Any]:
        """The whole of ``audit --format json``."""
        return {
            "criteria": [dict(result.criteria.plain()) for result in self.results],
            "data": next((result.data for result in self.results), None),
            "findings": [finding.to_dict() for finding in self.findings],
            "within_rounding": [finding.to_dict() for finding in self.within_rounding],
            "causes": [cause.to_dict() for cause in self.causes],
            "compared": self.compared,
        }
