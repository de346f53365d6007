"""Sets and their parts as dicts, lists and texts, in the shape of a criteria file."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from typing import Any

import attrs

from cchc_index.aggregations.contract import Aggregation, NamedAggregation
from cchc_index.bands.contract import Classifier
from cchc_index.criteria.tree import NamedClassifier
from cchc_index.notation.structure import fields_of, key_of
from cchc_index.registry.guarded import unguarded, unguarded_classifier
from cchc_index.registry.guarded_aggregation import unguarded_aggregation
from cchc_index.registry.registry import Registry
from cchc_index.rules.contract import NamedRule, ScoringRule
from cchc_index.values.text import Text


def content_of(value: Any, registry: Registry | None = None) -> Any:
    """A value in the shape of a file: objects become dicts without their defaults; what is plain stays as it is.

    Args:
        value: A set, a part of one, or dicts and lists of them.
        registry: Who knows the names of rules, classifiers and aggregations that come without.

    Example:
        >>> from cchc_index.rules.contract import NamedRule
        >>> from cchc_index.rules.proportion import Proportion
        >>> content_of({"rule": NamedRule("proportion", Proportion(full_at=Decimal("90.0"))), "max_points": 30})
        {'rule': {'proportion': {'full_at': Decimal('90.0')}}, 'max_points': 30}
    """
    if isinstance(value, Mapping):
        return {key: content_of(each, registry) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [content_of(each, registry) for each in value]
    if isinstance(value, Text):
        return value.first if all(not language for language, _ in value.texts) else dict(value.texts)
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, NamedRule):
        return _named(value.name, unguarded(value.rule), registry)
    if isinstance(value, NamedAggregation):
        return _named(value.name, unguarded_aggregation(value.aggregation), registry)
    if isinstance(value, NamedClassifier):
        return _named(value.name, unguarded_classifier(value.classifier), registry)
    if isinstance(value, ScoringRule | Aggregation | Classifier):
        name = registry.name_of(type(value)) if registry is not None else None
        return value if name is None else _named(name, value, registry)
    if attrs.has(type(value)):
        return _fields(value, registry)
    return value


def written(value: Any) -> Any:
    """Content with every value as the text that a file holds.

    Example:
        >>> written({"points": 2, "free_points": True, "from": Decimal("1.50")})
        {'points': '2', 'free_points': 'yes', 'from': '1.50'}
    """
    if isinstance(value, dict):
        return {key: written(each) for key, each in value.items()}
    if isinstance(value, list):
        return [written(each) for each in value]
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def _named(name: str, thing: Any, registry: Registry | None) -> Any:
    parameters = _fields(thing, registry)
    return {name: parameters} if parameters else name


def _fields(thing: Any, registry: Registry | None) -> dict[str, Any]:
    """The fields of an attrs object that differ from their defaults."""
    found = {}
    for field in fields_of(type(thing)):
        value = getattr(thing, field.name)
        default = field.default
        if isinstance(default, attrs.Factory):  # type: ignore[arg-type]  # a class, as attrs' own documentation uses it
            default = None if default.takes_self else default.factory()  # type: ignore[union-attr]
        if default is attrs.NOTHING or value != default:
            found[key_of(field)] = content_of(value, registry)
    return found
