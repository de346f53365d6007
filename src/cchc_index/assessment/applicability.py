"""What applies to whom: conditions, absent blocks, and what units say of themselves."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import TYPE_CHECKING

import attrs
import numpy as np

from cchc_index.criteria.criteria_set import CriteriaSet
from cchc_index.criteria.tree import Node, NotApplicableWhen, Stage, enters
from cchc_index.problems.problem import Problem
from cchc_index.registry.guarded import unguarded
from cchc_index.rules.awards import PointsRule, Unscored
from cchc_index.values.units import Register

if TYPE_CHECKING:
    from cchc_index.values.exact import BoolArray


@attrs.frozen
class Absent:
    """An optional node that is left out for all units.

    Attributes:
        code: Its code.
        decision: Who decided so.
    """

    code: str
    decision: str = ""


def leaf_rule_is_points(leaf: Node) -> bool:
    """Whether the leaf's points are typed by its rule itself."""
    return leaf.criterion.rule is not None and isinstance(unguarded(leaf.criterion.rule.rule), PointsRule)


def is_unscored(leaf: Node) -> bool:
    """Whether the leaf is reported only."""
    return leaf.criterion.rule is not None and isinstance(unguarded(leaf.criterion.rule.rule), Unscored)


def ancestors(criteria: CriteriaSet, node: Node) -> Iterator[Node]:
    """The node and what lies above it, upwards."""
    yield node
    while node.parent >= 0:
        node = criteria.nodes[node.parent]
        yield node


def allows(criteria: CriteriaSet, leaf: Node) -> bool:
    """Whether the leaf or a node above it lets units say that it does not apply."""
    return any(node.criterion.not_applicable == "allowed" for node in ancestors(criteria, leaf))


def is_absent(criteria: CriteriaSet, node: Node, absent: tuple[Absent, ...]) -> bool:
    """Whether the node lies in a part of the set that is left out for all units."""
    codes = {each.code for each in absent}
    return any(above.criterion.code in codes for above in ancestors(criteria, node))


def absent_problems(criteria: CriteriaSet, absent: tuple[Absent, ...]) -> Iterator[Problem]:
    """What is wrong with what is left out: only optional nodes can be."""
    for each in absent:
        if each.code not in criteria.optional:
            arguments = {"code": each.code, "criteria": criteria.name, "known": ", ".join(criteria.optional) or "-"}
            yield Problem("value.not_optional", arguments=arguments)


def condition_rows(
    criteria: CriteriaSet, leaf: Node, register: Register, absent: tuple[Absent, ...] = ()
) -> BoolArray | None:
    """The units a condition on the leaf or above it takes it away from; None when there is no condition."""
    if is_absent(criteria, leaf, absent):
        return np.ones(len(register), dtype=np.bool_)
    conditions = [
        node.criterion.not_applicable
        for node in ancestors(criteria, leaf)
        if isinstance(node.criterion.not_applicable, NotApplicableWhen)
    ]
    if not conditions:
        return None
    rows: BoolArray = functools.reduce(np.logical_or, (register.agreeing(each.when) for each in conditions))
    return rows


class Applicability:
    """Where nodes are said not to apply, and where a condition takes leaves away, unit by unit.

    Attributes:
        declared: By code, the units that said so themselves.
        taken_away: By a leaf's position, the units that a condition takes it away from.
    """

    def __init__(self, criteria: CriteriaSet, stage: Stage, size: int) -> None:
        """Begin for a set, a stage and so many units."""
        self.criteria = criteria
        self.stage = stage
        self.size = size
        self.declared: dict[str, BoolArray] = {}
        self.taken_away: dict[int, BoolArray] = {}

    def not_allowed(self) -> Iterator[tuple[str, BoolArray]]:
        """Codes, and the units that may not say so: neither the node nor all of one that allows it is meant."""
        for node in self.criteria:
            rows = self.declared.get(node.criterion.code)
            if rows is None or not rows.any():
                continue
            refused = rows.copy()
            for above in ancestors(self.criteria, node):
                if above.criterion.not_applicable == "allowed":
                    refused &= ~self._is_out(above)
            yield node.criterion.code, refused

    def uses(self) -> list[tuple[int, int]]:
        """The highest nodes that units said do not apply: row and position, by row."""
        if not any(rows.any() for rows in self.declared.values()):
            return []
        uses: list[tuple[int, int]] = []
        covered: dict[int, BoolArray] = {}
        for node in self.criteria:
            own = self._is_out(node) & self._has_declared(node)
            if node.parent in covered:
                own &= ~covered[node.parent]
                covered[node.position] = own | covered[node.parent]
            else:
                covered[node.position] = own
            uses += [(row, node.position) for row in np.flatnonzero(own).tolist()]
        return sorted(uses)

    def _declared_above(self, node: Node) -> BoolArray:
        """The rows in which the node, or one above it, was said not to apply."""
        rows = np.zeros(self.size, dtype=np.bool_)
        for above in ancestors(self.criteria, node):
            if above.criterion.code in self.declared:
                rows |= self.declared[above.criterion.code]
        return rows

    def _is_out(self, node: Node) -> BoolArray:
        """Where all leaves of a node that could earn points are said not to apply, or a condition takes them away."""
        leaves = [self.criteria.nodes[position] for position in node.leaves]
        entering = [leaf for leaf in leaves if enters(leaf, self.stage)]
        earning = [leaf for leaf in entering if not is_unscored(leaf)] or entering
        rows = np.ones(self.size, dtype=np.bool_)
        for leaf in earning:
            own = self._declared_above(leaf)
            if leaf.position in self.taken_away:
                own |= self.taken_away[leaf.position]
            rows &= own
        return rows

    def _has_declared(self, node: Node) -> BoolArray:
        """Where the unit itself said so of the node, of what lies above it or of a part of it."""
        rows = self._declared_above(node)
        for below in self.criteria.nodes[node.position : node.leaves[-1] + 1]:
            if below.criterion.code in self.declared:
                rows |= self.declared[below.criterion.code]
        return rows
