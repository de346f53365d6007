"""Whether what a program made has the types that a file's reader would have made: no float, no misspelt word."""

from __future__ import annotations

import functools
import typing
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from types import NoneType, UnionType
from typing import Any, Final, Literal

import attrs

from cchc_index.aggregations.contract import NamedAggregation
from cchc_index.criteria.tree import CriteriaTree, NamedClassifier
from cchc_index.notation.structure import fields_of, key_of
from cchc_index.problems.problem import Problem
from cchc_index.registry.guarded import unguarded, unguarded_classifier
from cchc_index.registry.guarded_aggregation import unguarded_aggregation
from cchc_index.registry.registry import Registry
from cchc_index.rules.contract import NamedRule
from cchc_index.values.text import Text

Check = Callable[[Any], bool]

_SURE: Final = frozenset({str, int, bool, NoneType, Text})  #: of which the class says everything
_PLAIN: Final = _SURE | {Decimal}


def kind_faults(thing: object, path: str = "") -> Iterator[Problem]:
    """Attributes that no file could have given, each with its path; those of rules and classifiers too.

    Example:
        >>> from cchc_index.criteria.tree import Rounding
        >>> [(fault.key, fault.path) for fault in kind_faults(Rounding(2, 2, "up"), "rounding")]
        [('criteria.kind', 'rounding.mode')]
    """
    if isinstance(thing, NamedRule | NamedAggregation | NamedClassifier):
        yield from _named_faults(thing, path)
        return
    kind: type = CriteriaTree if isinstance(thing, CriteriaTree) else type(thing)
    for name, key, check, wanted, is_plain in _checks(kind):
        value = getattr(thing, name)
        if value is None or type(value) in _PLAIN or is_plain or not value:  # nothing in it to look at
            if not check(value):
                here = f"{path}.{key}".lstrip(".")
                yield Problem("criteria.kind", path=here, arguments={"found": repr(value)[:60], "wanted": wanted})
            continue
        here = f"{path}.{key}".lstrip(".")
        if not check(value):
            yield Problem("criteria.kind", path=here, arguments={"found": repr(value)[:60], "wanted": wanted})
        elif isinstance(value, tuple):
            for number, part in enumerate(value):
                if type(part) not in _PLAIN and attrs.has(type(part)):
                    yield from kind_faults(part, f"{here}[{number}]")
        elif isinstance(value, Mapping):
            for inner, part in value.items():
                if type(part) not in _PLAIN and attrs.has(type(part)):
                    yield from kind_faults(part, f"{here}.{inner}")
        elif attrs.has(type(value)):
            yield from kind_faults(value, here)


def _named_faults(named: NamedRule | NamedAggregation | NamedClassifier, path: str) -> Iterator[Problem]:
    """The parameters of what a name stands for, and whether it is what the name says."""
    if isinstance(named, NamedRule):
        thing: object = unguarded(named.rule)
    elif isinstance(named, NamedClassifier):
        thing = unguarded_classifier(named.classifier)
    else:
        thing = unguarded_aggregation(named.aggregation)
    kind: Any = type(thing)
    own = _built_in(kind)
    if "." not in named.name and own not in (None, named.name):  # a class of nobody has no other name to go by
        arguments = {"found": kind.__name__, "name": named.name, "own": own or ""}
        yield Problem("criteria.other_name", path=path, arguments=arguments)
    elif own is not None and attrs.has(kind):
        yield from kind_faults(thing, f"{path}.{named.name}")


@functools.cache
def _built_in(kind: Any) -> str | None:
    return Registry.builtin().name_of(kind)


@functools.cache
def _checks(kind: type) -> tuple[tuple[str, str, Check, str, bool], ...]:
    """For each field of a class its name, its key, a check of its type, what that is called, and if it is plain."""
    found = []
    for field in fields_of(kind):
        text = str(field.type if typing.get_origin(field.type) else getattr(field.type, "__name__", field.type))
        words = text.replace("typing.", "").replace("cchc_index.", "")
        found.append((field.name, key_of(field), _check(field.type), words[:80], _is_plain(field.type)))
    return tuple(found)


def _is_plain(kind: Any) -> bool:
    """Whether nothing of a type has attributes of its own to look at."""
    inner = typing.get_args(kind)
    if typing.get_origin(kind) is Literal:
        return True
    return all(map(_is_plain, inner)) if inner else kind in _PLAIN or kind is Ellipsis


def _check(kind: Any) -> Check:
    """Whether a value is of a type, with what it holds."""
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if kind is Any:
        return lambda value: True
    if origin is Literal:
        known = frozenset(inner)
        return lambda value: isinstance(value, str) and value in known
    if origin is tuple:
        each = _check(inner[0]) if inner else _check(Any)
        return lambda value: isinstance(value, tuple) and all(map(each, value))
    if origin in (dict, Mapping):
        key, of = (_check(one) for one in inner)
        return lambda value: isinstance(value, Mapping) and all(key(k) and of(v) for k, v in value.items())
    if origin in (UnionType, typing.Union):
        checks = tuple(map(_check, inner))
        sure = frozenset(each for each in inner if each in _SURE)  # most values are None, and asked for nothing else
        return lambda value: type(value) in sure or any(check(value) for check in checks)
    if kind is Decimal:
        return lambda value: isinstance(value, Decimal) and value.is_finite()
    if kind is int:
        return lambda value: isinstance(value, int) and not isinstance(value, bool)
    if kind is NoneType or kind is None:
        return lambda value: value is None
    if isinstance(kind, type):
        return lambda value: isinstance(value, kind)
    return lambda value: True
