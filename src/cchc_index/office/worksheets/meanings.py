"""What a worksheet's words stand for, in marked trees of rules and parameters: each node keeps its cell."""

from __future__ import annotations

from collections.abc import Callable

from cchc_index.notation.marked import Mapping as MarkedMapping
from cchc_index.notation.marked import Marked, Scalar, Sequence
from cchc_index.office.worksheets.words import keys_given, parameter_meant, rule_meant, value_meant


def parameters_meant(node: MarkedMapping) -> MarkedMapping:
    """Parameters by the names that criteria files have for them; what is no word of ours stays."""
    found = MarkedMapping(node.line, node.column, {}, {})
    for key, value in node.entries.items():
        name = parameter_meant(key)
        found.entries[name] = _value(name, value)
        found.keys[name] = Scalar(node.keys[key].line, node.keys[key].column, name)
    return found


def _value(key: str, node: Marked) -> Marked:
    if isinstance(node, Scalar):
        return Scalar(node.line, node.column, value_meant(key, node.text)) if value_meant(key, node.text) else node
    if isinstance(node, Sequence):
        items = [parameters_meant(item) if isinstance(item, MarkedMapping) else item for item in node.items]
        return Sequence(node.line, node.column, items)
    if keys_given(key):
        return node
    if key in ("alternatives", "requires"):
        inner = {name: _inner(key, each) for name, each in node.entries.items()}
        return MarkedMapping(node.line, node.column, inner, node.keys)
    if key == "combine":
        return _renamed(node, lambda name: value_meant(key, name))
    return parameters_meant(node)


def _inner(key: str, node: Marked) -> Marked:
    if key == "alternatives":
        return rule_of(node)
    return parameters_meant(node) if isinstance(node, MarkedMapping) else node


def rule_of(node: Marked) -> Marked:
    """A rule with its parameters by the names that criteria files have for them."""
    if isinstance(node, Scalar):
        return Scalar(node.line, node.column, rule_meant(node.text))
    if not isinstance(node, MarkedMapping):
        return node
    found = _renamed(node, rule_meant)
    for name, inner in found.entries.items():
        if isinstance(inner, MarkedMapping):
            found.entries[name] = parameters_meant(inner)
    return found


def _renamed(node: MarkedMapping, meant: Callable[[str], str]) -> MarkedMapping:
    found = MarkedMapping(node.line, node.column, {}, {})
    for key, value in node.entries.items():
        name = meant(key)
        found.entries[name] = value
        found.keys[name] = Scalar(node.keys[key].line, node.keys[key].column, name)
    return found
