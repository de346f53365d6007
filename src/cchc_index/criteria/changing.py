"""A tree with some of its nodes changed: parents that add up to their parts follow."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal

import attrs

from cchc_index.criteria.tree import Block, CriteriaTree, Criterion, Extras

Change = Callable[[Criterion], Criterion | None]  #: what becomes of a node; None removes it


def changed(
    tree: CriteriaTree, changes: Mapping[str, Change], named: frozenset[str]
) -> tuple[tuple[Criterion, ...], Extras | None]:
    """The top-level nodes and the blocks of a tree with the nodes of some codes changed; nothing is checked.

    A parent whose parts were changed gets the sum of its parts as its maximum, or as `parts_points` where it scales
    them, unless it is named itself, or its parts are weights that need not add up.

    Args:
        tree: The tree.
        changes: What becomes of the node of each code.
        named: Codes whose maximum is given, and stays as it is.
    """
    return _parts(tree.criteria, changes, named), _extras(tree.extras, "", changes, named)


def _parts(parts: tuple[Criterion, ...], changes: Mapping[str, Change], named: frozenset[str]) -> tuple[Criterion, ...]:
    return tuple(found for part in parts for found in _node(part, changes, named))


def _node(node: Criterion, changes: Mapping[str, Change], named: frozenset[str]) -> Iterator[Criterion]:
    parts = _parts(node.criteria, changes, named)
    extras = _extras(node.extras, node.code, changes, named)
    if parts != node.criteria or extras != node.extras:
        node = following(node, parts, named) if parts != node.criteria else node
        node = attrs.evolve(node, criteria=parts, extras=extras)
    found = changes[node.code](node) if node.code in changes else node
    if found is not None:
        yield found


def following(node: Criterion, parts: tuple[Criterion, ...], named: frozenset[str]) -> Criterion:
    """The parent of changed parts with what these add up to."""
    total = sum((part.max_points for part in parts), Decimal(0))
    if node.parts_points is not None:
        return attrs.evolve(node, parts_points=total)
    return node if node.weighs or node.code in named else attrs.evolve(node, max_points=total)


def _extras(extras: Extras | None, within: str, changes: Mapping[str, Change], named: frozenset[str]) -> Extras | None:
    """Blocks of extra points with their parts changed; a block's maximum is a cap, and no sum."""
    if extras is None:
        return None
    found: dict[str, Block | None] = {}
    for kind, criterion in extras.blocks(within):
        block = extras.bonus if kind == "bonus" else extras.penalty
        whole = attrs.evolve(criterion, criteria=_parts(criterion.criteria, changes, named))
        after = changes[criterion.code](whole) if criterion.code in changes else whole
        found[kind] = None if block is None or after is None else _block(block, criterion, after)
    return attrs.evolve(extras, bonus=found.get("bonus"), penalty=found.get("penalty"))


def _block(block: Block, before: Criterion, after: Criterion) -> Block:
    code = block.code if after.code == before.code else after.code
    title = block.title if after.title == before.title else after.title
    return Block(after.max_points, after.criteria, code, title)
