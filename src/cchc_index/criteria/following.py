"""What a leaf may follow that earns points for a change since last year, held against the tree."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cchc_index.criteria.tree import CriteriaTree, Criterion
from cchc_index.problems.problem import Problem
from cchc_index.rules.contract import NamedRule
from cchc_index.rules.improvement import AREAS, Improvement
from cchc_index.values.suggestions import Suggestions


def following_faults(criteria: CriteriaTree, walked: Iterable[tuple[str, Criterion, bool]]) -> Iterator[Problem]:
    """What is followed is a node outside the blocks of extra points, by a leaf of its own that comes from elsewhere.

    Args:
        criteria: The set.
        walked: Its nodes, each with its path.
    """
    for path, criterion, _ in walked:
        if criterion.rule is None or criterion.criteria:
            continue
        said = {"code": criterion.code}
        if _is_within(criterion.rule):
            yield Problem("criteria.follows_within", path=f"{path}.rule", arguments=said)
        rule = criterion.improvement
        if rule is None:
            continue
        if criterion.assessed_by != "outside":
            yield Problem("criteria.follows_method", path=f"{path}.method", arguments=said)
        here = f"{path}.rule.{criterion.rule.name}.of"
        known = tuple(node.criterion.code for node in criteria if not node.block)
        if rule.of not in (AREAS, *known):
            hint = ", ".join(Suggestions().near(rule.of, known)) or ", ".join([AREAS, *known[:12]])
            yield Problem("criteria.follows_unknown", path=here, arguments={**said, "other": rule.of, "hint": hint})


def _is_within(named: NamedRule) -> bool:
    """Whether such a rule is an alternative of another one."""
    return any(isinstance(part.rule, Improvement) or _is_within(part) for part in named.rule.parts.values())
