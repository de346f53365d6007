"""Points and maxima from the leaves up to the whole set, with what does not apply left out of both sums."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

import attrs
import numpy as np

from cchc_index.aggregations.contract import Parts
from cchc_index.aggregations.weighing import weighed
from cchc_index.criteria.criteria_set import CriteriaSet
from cchc_index.criteria.tree import Criterion, Node, Stage, enters
from cchc_index.problems.errors import PluginError
from cchc_index.registry.guarded import unguarded
from cchc_index.registry.guarded_aggregation import unguarded_aggregation
from cchc_index.registry.guarding import range_error
from cchc_index.results.sums import Sums
from cchc_index.values.exact import Integers, to_decimal, to_integer
from cchc_index.values.statuses import GIVEN, MISSING, NOT_APPLICABLE, SCORED, UNSCORED

if TYPE_CHECKING:
    import numpy.typing as npt

    from cchc_index.values.exact import BoolArray, IntArray

TOTAL: Final = -1  #: stands for the whole set where a node's position is wanted


@attrs.frozen(eq=False)
class LeafPoints:
    """A leaf's points, rounded, and each unit's status.

    Attributes:
        points: In units of the last decimal; 0 where there are none.
        status: For each unit one of `cchc_index.values.statuses`.
        ruled: What the rule gives by itself, where the council may have decided otherwise; None where it did not.
        before: The points before adjustments; None where there are none.
    """

    points: npt.NDArray[np.int64]
    status: npt.NDArray[np.int8]
    ruled: npt.NDArray[np.int64] | None = None
    before: npt.NDArray[np.int64] | None = None


def add_up(
    criteria: CriteriaSet,
    leaves: Mapping[int, LeafPoints],
    size: int,
    stage: Stage,
    taken: Mapping[int, Mapping[int, int]] | None = None,
) -> Sums:
    """Sum the leaves' points up the tree.

    points of a node = sum of its applicable parts' points; scaled to the node's own maximum, and rounded there, if
    its parts add up to something else (`parts_points`) or keep their weight (`redistribute`); what its aggregation
    (`combine`) and its rule make of its parts, rounded there, if it has one; then its own bonus and penalty, kept
    between 0 and its applicable maximum; of a block of extra points no more than its maximum

    total = sum of the top-level nodes + bonus - penalty, kept between 0 and the applicable maximum

    Args:
        criteria: The set.
        leaves: The leaves' points by position.
        size: How many units there are.
        stage: The stage: at `self` only appraised leaves enter either sum.
        taken: Points that are taken as they stand, by position (or `TOTAL`) and row, whatever the parts add up to.
    """
    places = criteria.rounding.points
    points: dict[int, npt.NDArray[np.int64]] = {}
    maxima: dict[int, int | npt.NDArray[np.int64]] = {}
    status: dict[int, npt.NDArray[np.int8]] = {}
    unmet: dict[int, BoolArray] = {}
    unclamped: dict[int, npt.NDArray[np.int64]] = {}
    for at in criteria.order:
        node = criteria.nodes[at]
        if not node.parts:
            leaf = leaves[at]
            maximum = to_integer(node.criterion.max_points, places) if enters(node, stage) else 0
            points[at], status[at] = leaf.points, leaf.status
            maxima[at] = maximum
            applies_not = leaf.status == NOT_APPLICABLE
            if applies_not.any():
                maxima[at] = np.where(applies_not, 0, maximum)
        elif node.criterion.weighs:
            points[at], maxima[at], status[at] = weighed_points(criteria, node, points, maxima, status)
        else:
            points[at], maxima[at] = parent_points(criteria, node, points, maxima, stage)
            status[at] = _status([status[part] for part in node.parts])
        if node.blocks:
            unclamped[at] = _with_extras(criteria, node, points, status[at])
            points[at] = np.clip(unclamped[at], 0, maxima[at])
        if node.criterion.requires:
            points[at], maxima[at], status[at], unmet[at] = _required(criteria, node, points, maxima[at], status)
        for row, value in (taken or {}).get(at, {}).items():
            points[at] = points[at].copy()
            points[at][row] = value
    top = [node.position for node in criteria.top]
    order = range(len(criteria.nodes))
    complete = np.ones(size, dtype=np.bool_)
    for node in criteria.leaves:
        if status[node.position].any():
            complete &= status[node.position] != MISSING
    total_maximum = _sum([maxima[at] for at in top], size)
    total = _sum([points[at] for at in top], size)
    if criteria.blocks:
        for block in criteria.blocks:
            np.add(total, points[block.position] if block.block == "bonus" else -points[block.position], out=total)
        np.maximum(total, 0, out=total)
        if criteria.extras is not None and criteria.extras.above_maximum == "clamp":
            np.minimum(total, total_maximum, out=total)
    for row, value in (taken or {}).get(TOTAL, {}).items():
        total[row] = value
    return Sums(
        tuple(points[at] for at in order),
        tuple(maxima[at] for at in order),
        tuple(status[at] for at in order),
        total,
        total_maximum,
        complete,
        unmet,
        unclamped,
    )


def parent_points(
    criteria: CriteriaSet,
    node: Node,
    points: Mapping[int, npt.NDArray[np.int64]],
    maxima: Mapping[int, int | npt.NDArray[np.int64]],
    stage: Stage,
) -> tuple[npt.NDArray[np.int64], int | npt.NDArray[np.int64]]:
    """Points and maximum of a node that adds its parts up, scaled to its own maximum where it says so."""
    criterion, places, mode = node.criterion, criteria.rounding.points, criteria.rounding.mode
    size = len(points[node.parts[0]])
    got = _sum([points[part] for part in node.parts], size)
    attainable: int | npt.NDArray[np.int64] = _sum_maxima([maxima[part] for part in node.parts])
    if node.heads_block:
        cap = to_integer(criterion.max_points, places)
        return np.minimum(got, cap), cap
    redistributes = criterion.not_applicable_parts == "redistribute"
    if criterion.parts_points is None and not redistributes:
        return got, attainable
    own = to_integer(criterion.max_points, places)
    whole = _whole(criteria, node)
    reached = sum(_stage_maximum(criteria, part, stage) for part in node.parts)
    staged = int((Integers.of([reached]) * own).divided(whole, mode).values[0])
    if not redistributes:
        if isinstance(attainable, int):
            maximum: int | npt.NDArray[np.int64] = staged
        else:
            maximum = (Integers.of(attainable) * own).divided(whole, mode).values
        return (Integers.of(got) * own).divided(whole, mode).values, maximum
    column = np.full(size, attainable)
    by = Integers.of(np.maximum(column, 1))
    scaled = (Integers.of(got) * staged).divided(by, mode).values
    return scaled, np.where(column > 0, staged, 0)


def weighed_points(
    criteria: CriteriaSet,
    node: Node,
    points: Mapping[int, npt.NDArray[np.int64]],
    maxima: Mapping[int, int | npt.NDArray[np.int64]],
    status: Mapping[int, npt.NDArray[np.int8]],
) -> tuple[npt.NDArray[np.int64], int | npt.NDArray[np.int64], npt.NDArray[np.int8]]:
    """A node that keeps its whole maximum while a part applies, and is missing where a part is."""
    criterion, places, mode = node.criterion, criteria.rounding.points, criteria.rounding.mode
    size = len(points[node.parts[0]])
    parts = Parts(
        tuple(Integers.of(points[part]) for part in node.parts),
        tuple(Integers.of(np.full(size, maxima[part])) for part in node.parts),
        criterion.max_points,
        places,
        mode,
    )
    given = weighed(criterion.combine, criterion.rule, parts)
    rounded = given.ratios.rounded(places, mode).values
    own = to_integer(criterion.max_points, places)
    applies = np.logical_or.reduce(parts.applying)
    missing = np.logical_or.reduce([status[part] == MISSING for part in node.parts])
    found = _status([status[part] for part in node.parts])
    found[missing] = MISSING
    counts = applies & ~missing
    wrong = counts & ((rounded < 0) | (rounded > own))
    if wrong.any():
        raise _out_of_range(criterion, str(to_decimal(int(rounded[wrong.argmax()]), places)))
    awarded = np.where(counts, rounded, 0).astype(np.int64)
    return awarded, own if bool(applies.all()) else np.where(applies, own, 0), found


def _with_extras(
    criteria: CriteriaSet,
    node: Node,
    points: Mapping[int, npt.NDArray[np.int64]],
    status: npt.NDArray[np.int8],
) -> npt.NDArray[np.int64]:
    """A node's points with its bonus added and its penalty taken away, wherever that leads; 0 where it has none."""
    found = points[node.position]
    for block in node.blocks:
        found = found + (points[block] if criteria.nodes[block].block == "bonus" else -points[block])
    return np.where(status <= GIVEN, found, 0)


def _out_of_range(criterion: Criterion, found: str) -> PluginError:
    """The error of what gave a node points below 0 or above its maximum: its rule, else its aggregation."""
    most = str(criterion.max_points)
    if (rule := criterion.rule) is not None:
        named, asked = (rule.name, rule.owner), unguarded(rule.rule)
        return range_error(named, criterion.code, asked, "of_rates", found=found, most=most)
    combine = criterion.combine
    named = (combine.name, combine.owner) if combine else ("sum", "")
    own = unguarded_aggregation(combine.aggregation) if combine else None
    return range_error(named, criterion.code, own, "combine", found=found, most=most)


def _required(
    criteria: CriteriaSet,
    node: Node,
    points: Mapping[int, npt.NDArray[np.int64]],
    maximum: int | npt.NDArray[np.int64],
    status: Mapping[int, npt.NDArray[np.int8]],
) -> tuple[npt.NDArray[np.int64], int | npt.NDArray[np.int64], npt.NDArray[np.int8], BoolArray]:
    """The node where another that it requires has too few points: 0, or out; missing where that one is.

    What does not apply, or does not enter at the stage, demands nothing.
    """
    own = status[node.position]
    fails, waits = np.zeros(len(own), dtype=np.bool_), np.zeros(len(own), dtype=np.bool_)
    for code, requirement in node.criterion.requires.items():
        at = criteria.positions[code]
        waits |= status[at] == MISSING
        fails |= (status[at] <= GIVEN) & (points[at] < to_integer(requirement.at_least, criteria.rounding.points))
    counts = (own != NOT_APPLICABLE) & (own != UNSCORED)
    waits &= counts
    fails &= counts & ~waits
    out = node.criterion.otherwise == "not_applicable"
    found = own.copy()
    found[waits] = MISSING
    found[fails] = NOT_APPLICABLE if out else SCORED
    left = np.where(fails, 0, maximum) if out and fails.any() else maximum
    return np.where(fails | waits, 0, points[node.position]), left, found, fails


def _whole(criteria: CriteriaSet, node: Node) -> int:
    stated = node.criterion.parts_points
    places = criteria.rounding.points
    if stated is not None:
        return to_integer(stated, places)
    return to_integer(node.criterion.max_points, places)


def _stage_maximum(criteria: CriteriaSet, position: int, stage: Stage) -> int:
    """The maximum of a node at a stage, when everything applies."""
    node, places = criteria.nodes[position], criteria.rounding.points
    own = to_integer(node.criterion.max_points, places)
    if not node.parts:
        return own if enters(node, stage) else 0
    reached = sum(_stage_maximum(criteria, part, stage) for part in node.parts)
    if node.criterion.weighs:
        return own if reached else 0
    whole = _whole(criteria, node)
    if reached == whole:
        return own
    return int((Integers.of([reached]) * own).divided(whole, criteria.rounding.mode).values[0])


def _status(parts: list[npt.NDArray[np.int8]]) -> npt.NDArray[np.int8]:
    """A parent is scored where a part has points, missing where parts are only missing, and so on down."""
    if not any(part.any() for part in parts):
        return np.zeros(len(parts[0]), dtype=np.int8)
    has_points = np.zeros(len(parts[0]), dtype=np.bool_)
    missing = has_points.copy()
    unscored = has_points.copy()
    for part in parts:
        has_points |= part <= GIVEN
        missing |= part == MISSING
        unscored |= part == UNSCORED
    status = np.full_like(parts[0], NOT_APPLICABLE)
    status[unscored] = UNSCORED
    status[missing] = MISSING
    status[has_points] = SCORED
    return status


def _sum(columns: list[npt.NDArray[np.int64]] | list[int | npt.NDArray[np.int64]], size: int) -> npt.NDArray[np.int64]:
    total = np.zeros(size, dtype=np.int64)
    for column in columns:
        np.add(total, column, out=total)
    return total


def _sum_maxima(maxima: list[int | npt.NDArray[np.int64]]) -> int | npt.NDArray[np.int64]:
    total: int | IntArray = 0
    for maximum in maxima:
        total = total + maximum
    return total
