"""A cycle as a council reads it before it decides: what changed, what is claimed, uncovered, missing and contested."""

from __future__ import annotations

from typing import Any

import attrs

from cchc_index.assessment.adjustment import Adjustment
from cchc_index.cycles.cycle import Cycle
from cchc_index.cycles.objections import Objection
from cchc_index.problems.wanted import want
from cchc_index.results.result import IndexResult
from cchc_index.results.stage_gaps import Changes, Disagreement, Gap
from cchc_index.results.warnings import ResultWarning
from cchc_index.reviews.contested import Contested, contested
from cchc_index.reviews.coverage import Bare, Coverage, Covered
from cchc_index.values.contexts import own_context


@attrs.frozen
class Claimed:
    """Points that a unit or the council typed beside a value, unlike what the rule gives for it.

    Attributes:
        stage: The stage.
        unit: The unit.
        code: The criterion.
        claimed: The points that were typed.
        ruled: The points that the rule gives.
        stands: Whether the typed points stand, as the council's decision.
    """

    stage: str
    unit: str
    code: str
    claimed: str
    ruled: str
    stands: bool = False


@attrs.frozen
class Missing:
    """One value that is not there, or that cannot be worked out before another unit's is.

    Attributes:
        unit: The unit.
        code: The criterion.
        waits_for: The unit whose gap keeps this one from being compared; "" where the unit's own value is missing.
        waits_for_code: The criterion that is missing there.
        compared: Whether it is only the comparison that is missing.
    """

    unit: str
    code: str
    waits_for: str = ""
    waits_for_code: str = ""
    compared: bool = False


@attrs.frozen(eq=False)
class SetReview:
    """The review of the units that one set scores.

    Attributes:
        result: The result of the last stage.
        first: That of the first stage that has data; None where the last is the only one.
        units: Each unit's points at both stages, those that lost most first.
        areas: Each top-level node's, all units together.
        cells: Each criterion of each unit that changed, the largest changes first.
        disagreements: The criteria about which the stages disagree, the most points first.
        claims: Typed points that differ from the rule's.
        by_unit: Evidence and explanations, by unit.
        by_code: The same, by criterion.
        bare: Each answer without evidence or explanation.
        missing: What is missing, cell by cell.
        contested: The objections, with what came of them.
        uncited: Adjustments that answer no objection.
    """

    result: IndexResult = attrs.field(repr=False)
    first: IndexResult | None = attrs.field(repr=False)
    units: tuple[Gap, ...]
    areas: tuple[Gap, ...]
    cells: tuple[Gap, ...]
    disagreements: tuple[Disagreement, ...]
    claims: tuple[Claimed, ...]
    by_unit: tuple[Covered, ...]
    by_code: tuple[Covered, ...]
    bare: tuple[Bare, ...]
    missing: tuple[Missing, ...]
    contested: tuple[Contested, ...]
    uncited: tuple[Adjustment, ...]

    @property
    def stages(self) -> tuple[str, ...]:
        """The two stages that are compared, or the only one."""
        return (self.result.stage,) if self.first is None else (self.first.stage, self.result.stage)

    def to_dict(self) -> dict[str, Any]:
        """The review as plain values, numbers as text."""
        return {
            "criteria": dict(self.result.criteria.plain()),
            "stages": list(self.stages),
            "units": [_plain(each) for each in self.units],
            "areas": [_plain(each) for each in self.areas],
            "cells": [_plain(each) for each in self.cells],
            "disagreements": [
                {
                    "code": each.code,
                    "units": each.units,
                    "changed": each.changed,
                    **{name: f"{getattr(each, name):f}" for name in ("moved", "raised", "lowered", "largest")},
                    "largest_unit": each.unit,
                }
                for each in self.disagreements
            ],
            "claims": [attrs.asdict(each) for each in self.claims],
            "coverage": {
                "units": [attrs.asdict(each) for each in self.by_unit],
                "criteria": [attrs.asdict(each) for each in self.by_code],
                "lacking": [attrs.asdict(each) for each in self.bare],
            },
            "missing": [attrs.asdict(each) for each in self.missing],
            "objections": [
                {
                    **_without_place(each.objection),
                    "state": each.state,
                    "adjustments": [_adjusted(change) for change in each.adjustments],
                }
                for each in self.contested
            ],
            "adjustments_without_objection": [_adjusted(each) for each in self.uncited],
        }


def _without_place(value: Objection | Adjustment) -> dict[str, Any]:
    return attrs.asdict(value, filter=lambda field, _: field.name != "place")


def _plain(gap: Gap) -> dict[str, Any]:
    figures = {"first": gap.first, "last": gap.last, "difference": gap.difference}
    texts = {name: None if each is None else f"{each:f}" for name, each in figures.items()}
    said: dict[str, Any] = {name: each for name, each in (("unit", gap.unit), ("code", gap.code)) if each}
    return said | texts | ({"status": gap.status} if gap.status else {"criteria": gap.criteria})


def _adjusted(change: Adjustment) -> dict[str, Any]:
    return _without_place(change) | {"value": None if change.value is None else f"{change.value:f}"}


@attrs.frozen(eq=False)
class Review:
    """A cycle's review.

    Attributes:
        cycle: The cycle's identifier.
        data: Whether its values are real or synthetic.
        sets: The review of each set.
    """

    cycle: str
    data: str
    sets: tuple[SetReview, ...]

    @own_context
    def to_dict(self) -> dict[str, Any]:
        """The review as plain values, numbers as text."""
        return {"cycle": self.cycle, "data": self.data, "sets": [each.to_dict() for each in self.sets]}


@own_context
def review(cycle: Cycle, stage: str | None = None) -> Review:
    """What a council wants to see of a cycle: gaps, disagreements, claims, coverage, what is missing and contested.

    The first stage that has data is held against the last, or against the one that is named. Points are compared
    criterion by criterion where both stages have some, so that what only one of them scores makes no difference.

    Args:
        cycle: The cycle.
        stage: The stage that is reviewed; by default the last that has data.

    Raises:
        TypeError: It is no cycle.
        UnknownNameError: The cycle has no such stage, or no data for it.

    Example:
        >>> import cchc_index
        >>> (own,) = review(cchc_index.open_cycle("lai-chau-2021")).sets
        >>> own.stages, len(own.missing), own.by_unit[0].reported, own.by_unit[0].with_evidence
        (('final',), 0, 9, 0)
    """
    want("cycle", cycle, Cycle, how="open_cycle(path)")
    results = cycle.histories(stage).results
    last = results[-1].stage
    sets = [
        _of_set(cycle, [each for each in results if each.register.units == own.register.units and _same(each, own)])
        for own in results
        if own.stage == last
    ]
    return Review(cycle.document.id, cycle.document.data, tuple(sets))


def _same(one: IndexResult, other: IndexResult) -> bool:
    return one.criteria.sha256 == other.criteria.sha256


def _of_set(cycle: Cycle, results: list[IndexResult]) -> SetReview:
    """The review of one set, of its results in the order of the stages."""
    first, last = results[0], results[-1]
    units, codes = last.register.rows, last.criteria.positions
    objections = [each for each in cycle.objections if each.unit in units and each.code in codes]
    adjustments = (*last.assessment.adjustments, *last.assessment.overtaken)  # an answer stays one when it is overtaken
    changes = Changes(first, last) if len(results) > 1 else None
    by_unit, by_code, bare = Coverage(first, {(each.unit, each.code) for each in objections}).counted()
    return SetReview(
        last,
        None if changes is None else first,
        tuple(changes.units()) if changes else (),
        tuple(changes.areas()) if changes else (),
        tuple(changes.cells()) if changes else (),
        tuple(changes.disagreements()) if changes else (),
        tuple(claim for result in results for claim in map(_claim, [result] * len(result.claims), result.claims)),
        by_unit,
        by_code,
        bare,
        tuple(_missing(each) for each in last.warnings if each.kind == "missing"),
        contested(objections, adjustments),
        tuple(each for each in adjustments if not each.objection),
    )


def _claim(result: IndexResult, warning: ResultWarning) -> Claimed:
    """Typed points as the result tells them."""
    said, decided = warning.particulars, warning.kind == "decided"
    claimed, ruled = (said["points"], said["ruled"]) if decided else (said["claimed"], said["points"])
    return Claimed(result.stage, warning.unit, warning.code, claimed, ruled, decided)


def _missing(warning: ResultWarning) -> Missing:
    said = warning.particulars
    waits = "waits_for" in said
    return Missing(warning.unit, warning.code, said.get("waits_for", ""), said.get("waits_for_code", ""), waits)
