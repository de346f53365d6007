"""Two criteria sets side by side: what was added, dropped, reworded, reweighted, or is scored otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

import attrs

from cchc_index.criteria.content import content_of, written
from cchc_index.criteria.criteria_set import CriteriaSet
from cchc_index.criteria.tree import CriteriaTree, Criterion, Node
from cchc_index.problems.wanted import want
from cchc_index.values.contexts import own_context
from cchc_index.values.text import folded

SCHEMA: Final = "cchc-index/diff/1"
#: What stands in a node and is told by itself, or of its parts.
_TOLD: Final = ("code", "criteria")
_SET_TOLD: Final = ("criteria",)


@attrs.frozen
class Difference:
    """One thing in which two sets differ.

    Attributes:
        what: `added`, `dropped`, `renumbered`, `moved`, `order`, or the key of a criteria file that says something else
            (`max_points`, `title`, `rule`, `rounding`, `classify` ...).
        code: The criterion's code in the later set, or in the earlier one if it was dropped; "" of the set as a whole.
        before: What the earlier set says, in the shape of a criteria file; None for nothing.
        after: What the later one says.
        nodes: The criterion in both sets; None where it is not.
    """

    what: str
    code: str
    before: Any
    after: Any
    nodes: tuple[Node | None, Node | None] = attrs.field(default=(None, None), repr=False)

    def to_dict(self) -> dict[str, Any]:
        """The difference as dicts, lists and texts, the same in every language."""
        return {"what": self.what, "code": self.code, "before": self.before, "after": self.after}


@attrs.frozen
class CriteriaDifference:
    """What two sets say otherwise; without differences they have one fingerprint.

    Attributes:
        before: The earlier set.
        after: The later set.
        differences: In what they differ: the sets as a whole first, then criteria in the order of the later set.
    """

    before: CriteriaSet
    after: CriteriaSet
    differences: tuple[Difference, ...]

    def __len__(self) -> int:
        """In how many things they differ."""
        return len(self.differences)

    def to_dict(self) -> dict[str, Any]:
        """The whole of ``diff --format json``."""
        sides = {"before": dict(self.before.plain()), "after": dict(self.after.plain())}
        return {"schema": SCHEMA, **sides, "differences": [each.to_dict() for each in self.differences]}


@own_context
def diff_criteria(before: CriteriaSet, after: CriteriaSet) -> CriteriaDifference:
    """In what two criteria sets differ; nothing is said of sets with one fingerprint.

    Criteria go by their codes. One whose code is in one set only is taken for a renumbered one where exactly one of
    the other set, there without a counterpart too, has its title and maximum.

    Args:
        before: The earlier set.
        after: The later set.

    Raises:
        TypeError: One of them is no set.

    Example:
        >>> import cchc_index
        >>> criteria = cchc_index.load_criteria("nd61-one-stop-2018")
        >>> found = diff_criteria(criteria, criteria.with_points({"1": 3}))
        >>> [(each.what, each.code, each.before, each.after) for each in found.differences]
        [('max_points', '1', '2', '3')]
    """
    for name, each in (("before", before), ("after", after)):
        want(name, each, CriteriaSet, how="load_criteria(name)")
    if before.sha256 == after.sha256:
        return CriteriaDifference(before, after, ())
    codes = _counterparts(before, after)
    found = [*_of_sets(before, after), *_of_nodes(before, after, codes)]
    kept = [code for code in after.positions if code in codes]
    earlier = sorted(kept, key=lambda code: before.positions[codes[code]])
    if kept != earlier:
        found.append(Difference("order", "", earlier, kept))
    return CriteriaDifference(before, after, tuple(found))


def _counterparts(before: CriteriaSet, after: CriteriaSet) -> dict[str, str]:
    """For codes of the later set those of the earlier one."""
    codes = {code: code for code in after.positions if code in before.positions}
    lonely: list[dict[tuple[object, ...], list[str]]] = []
    for one, other in ((before, after), (after, before)):
        alike: dict[tuple[object, ...], list[str]] = {}
        for node in one.nodes:
            if node.criterion.code not in other.positions:
                title = folded(node.criterion.title.first)
                key: tuple[object, ...] = (title, node.criterion.max_points, bool(node.parts), node.block)
                alike.setdefault(key, []).append(node.criterion.code)
        lonely.append(alike)
    for key, later in lonely[1].items():
        earlier = lonely[0].get(key, [])
        if len(later) == len(earlier) == 1:
            codes[later[0]] = earlier[0]
    return codes


def _of_sets(before: CriteriaTree, after: CriteriaTree) -> Iterator[Difference]:
    """In what the sets as a whole differ."""
    one, other = _said(before, _SET_TOLD), _said(after, _SET_TOLD)
    for key in dict.fromkeys([*one, *other]):
        if one.get(key) != other.get(key):
            yield Difference(key, "", one.get(key), other.get(key))


def _of_nodes(before: CriteriaSet, after: CriteriaSet, codes: Mapping[str, str]) -> Iterator[Difference]:
    """In what the criteria differ."""
    for node in after.nodes:
        code = node.criterion.code
        if code not in codes:
            yield Difference("added", code, None, _said(node.criterion, _TOLD), (None, node))
            continue
        old = before.node(codes[code])
        both = (old, node)
        if old.criterion.code != code:
            yield Difference("renumbered", code, old.criterion.code, code, both)
        above = _above(before, old), _above(after, node)
        if above[0] != (None if above[1] is None else codes.get(above[1])):
            yield Difference("moved", code, above[0], above[1], both)
        one, other = _said(old.criterion, _TOLD), _said(node.criterion, _TOLD)
        for key in dict.fromkeys([*one, *other]):
            if one.get(key) != other.get(key):
                yield Difference(key, code, one.get(key), other.get(key), both)
    kept = set(codes.values())
    for node in before.nodes:
        if node.criterion.code not in kept:
            said = _said(node.criterion, _TOLD)
            yield Difference("dropped", node.criterion.code, said, None, (node, None))


def _above(criteria: CriteriaSet, node: Node) -> str | None:
    return None if node.parent < 0 else criteria.nodes[node.parent].criterion.code


def _said(thing: CriteriaTree | Criterion, told: tuple[str, ...]) -> dict[str, Any]:
    """What a set or a criterion says by itself, in the shape of a file."""
    content: dict[str, Any] = written(content_of(thing))
    extras = content.get("extras")
    if isinstance(extras, dict):  # their blocks are criteria of their own
        content["extras"] = {key: value for key, value in extras.items() if key not in ("bonus", "penalty")}
    return {key: value for key, value in content.items() if key not in told and value != {}}
