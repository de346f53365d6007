"""What a class of a plugin must be before anything is asked of it: frozen, complete, its parameters written in YAML."""

from __future__ import annotations

import inspect
import types
import typing
from collections.abc import Iterator, Mapping
from decimal import Decimal
from enum import Enum
from typing import Any, Final

import attrs

from cchc_index.problems.problem import Advice, Blank, Problem
from cchc_index.registry.guarding import written
from cchc_index.registry.locating import defined_at
from cchc_index.rules.contract import NamedRule
from cchc_index.values.text import Text
from cchc_index.values.units import near_names

_SIMPLE: Final = (str, Decimal, int, bool, Text, NamedRule)
_BINARY: Final = ("float", "complex")  #: kinds of numbers that cannot say which decimal they mean
_READABLE: Final = "Decimal, int, bool, str, Literal, Enum, Text, tuple[X, ...], dict[str, X], X | None, attrs"


def fault_of_class(found: object, base: type, name: str) -> Problem | None:
    """What keeps a class from being used as a rule, a classifier or an aggregation; None for nothing.

    The problem's message still lacks the plugin and its distribution.

    Args:
        found: What a hook delivers.
        base: What it must be derived from.
        name: Its short name.

    Example:
        >>> from cchc_index.rules.contract import ScoringRule
        >>> fault_of_class(int, ScoringRule, "count").key
        'plugin.no_class'
    """
    if not isinstance(found, type) or not issubclass(found, base):
        return _no_class(found, base, name)
    if not attrs.has(found) or _undecorated(found):
        return _problem("plugin.no_attrs", found, name=name, base=base.__name__, advice=_frozen(found))
    lacking = sorted(getattr(found, "__abstractmethods__", ()))
    if lacking:
        near = next((names[0] for each in lacking if (names := near_names(each, tuple(_own_members(found, base))))), "")
        advice = Advice("rename" if near else "write", {"near": near, "call": ", ".join(lacking)})
        return _problem("plugin.abstract", found, name=name, lacking=", ".join(lacking), advice=advice)
    if not _is_frozen(found):
        return _problem("plugin.no_attrs", found, name=name, base=base.__name__, advice=_frozen(found))
    return next(_wrong_members(found, base, name), None) or next(_wrong_parameters(found, name), None)


def misspelt_members(kind: type, base: type) -> Mapping[str, str]:
    """Public members of a class that nobody asks for, each with the one of the contract that was perhaps meant.

    Example:
        >>> from cchc_index.rules.contract import ScoringRule
        >>> misspelt_members(type("Rule", (ScoringRule,), {"probe": None}), ScoringRule)
        {'probe': 'probes'}
    """
    known = tuple(each for each in vars(base) if not each.startswith("_"))
    near = {each: near_names(each, known, 1) for each in _own_members(kind, base)}
    parameters = [field.name for field in attrs.fields(kind)] if attrs.has(kind) else []
    return {each: meant[0] for each, meant in near.items() if meant and each not in parameters}


def _problem(key: str, thing: object, member: str = "", /, **arguments: Blank) -> Problem:
    return Problem(key, defined_at(thing, member), arguments=arguments)


def _frozen(kind: type) -> Advice:
    return Advice("frozen", {"name": kind.__name__})


def _no_class(found: object, base: type, name: str) -> Problem:
    kind = type(found)
    made = not isinstance(found, type) and issubclass(kind, base)
    advice = Advice("the_class", {"name": kind.__name__}) if made else Advice("derive", {"base": base.__name__})
    place = found if isinstance(found, type) or inspect.isroutine(found) else None  # an object: where it is returned
    return _problem("plugin.no_class", place, name=name, base=base.__name__, found=written(found), advice=advice)


def _undecorated(kind: type) -> bool:
    """Whether a class derived from an attrs class has parameters of its own that attrs was not told of."""
    if "__attrs_attrs__" in vars(kind):
        return False
    return any("ClassVar" not in str(said) for said in inspect.get_annotations(kind).values())


def _is_frozen(kind: type) -> bool:
    """Whether nothing can be written to the objects of a class; tried on one that is thrown away."""
    thrown_away: Any = object.__new__(kind)
    try:
        thrown_away.cchc_index = None
    except attrs.exceptions.FrozenInstanceError:
        return True
    except (AttributeError, TypeError):
        return False
    return False


def _own_members(kind: type, base: type) -> Iterator[str]:
    """Public names that a class, or one between it and the contract, adds to the contract's."""
    known = {each for above in base.__mro__ for each in vars(above)}
    above = [each for each in kind.__mro__ if issubclass(each, base) and each is not base]
    yield from dict.fromkeys(
        each for one in above for each in vars(one) if not each.startswith("_") and each not in known
    )


def _wrong_members(kind: type, base: type, name: str) -> Iterator[Problem]:
    """Methods that cannot be called as the contract calls them."""
    for call, promised in vars(base).items():
        own = inspect.getattr_static(kind, call, None)
        if call.startswith("_") or own is promised or not inspect.isfunction(own):
            continue
        if isinstance(promised, property):
            yield _problem("plugin.member", kind, call, name=name, call=call, advice=Advice("property", {"call": call}))
        elif inspect.isfunction(promised):
            parameters = inspect.signature(promised).parameters
            try:
                inspect.signature(own).bind(*parameters)
            except TypeError as error:
                signature = f"{call}({', '.join(parameters)})"
                advice = Advice("signature", {"signature": signature})
                yield _problem("plugin.signature", kind, call, name=name, call=call, fault=str(error), advice=advice)


def _wrong_parameters(kind: type, name: str) -> Iterator[Problem]:
    """Parameters of kinds that no criteria file can give exactly."""
    try:
        attrs.resolve_types(kind)
    except NameError as error:
        advice = Advice("imported", {"type": str(error.name)})
        yield _problem("plugin.parameter", kind, name=name, parameter="-", found=str(error.name), advice=advice)
        return
    for field in attrs.fields(kind):
        if not field.init or field.metadata.get("computed"):
            continue
        wrong = _unreadable(field.type) or _binary_default(field.default)
        if wrong:
            key = "parameter_exact" if wrong in _BINARY else "parameter_type"
            advice = Advice(key, {"parameter": field.name, "known": _READABLE})
            yield _problem(
                "plugin.parameter", kind, field.name, name=name, parameter=field.name, found=wrong, advice=advice
            )
        elif not _fits(field.type, field.default):
            said = {"parameter": field.name, "found": written(field.default), "wanted": _name(field.type)}
            advice = Advice("default", {"parameter": field.name})
            yield _problem("plugin.default", kind, field.name, name=name, advice=advice, **said)


def _fits(kind: Any, default: object) -> bool:
    """Whether a default is of a simple type; what is made of several is the author's."""
    if kind not in (str, int, bool, Decimal) or default is attrs.NOTHING or isinstance(default, attrs.Factory):  # type: ignore[arg-type]
        return True
    if isinstance(default, bool):
        return kind is bool
    return isinstance(default, Decimal | int if kind is Decimal else kind)


def _unreadable(kind: Any) -> str:
    """The part of a type that YAML cannot give; "" for none."""
    origin, inner = typing.get_origin(kind), typing.get_args(kind)
    if origin in (typing.Union, types.UnionType):
        return next((wrong for each in inner if each is not type(None) and (wrong := _unreadable(each))), "")
    if origin is typing.Literal:
        return ""
    if origin is tuple:
        return _unreadable(inner[0]) if len(inner) == 1 or inner[1:] == (...,) else _name(kind)
    if origin in (dict, Mapping):
        return _unreadable(inner[1]) if inner[0] is str else _name(kind)
    if origin is None and isinstance(kind, type) and (kind in _SIMPLE or issubclass(kind, Enum)):
        return ""
    if origin is None and isinstance(kind, type) and attrs.has(kind):
        return ""
    return _name(kind)


def _name(kind: Any) -> str:
    return "?" if kind is None else kind.__name__ if isinstance(kind, type) and not typing.get_args(kind) else str(kind)


def _binary_default(default: object) -> str:
    """The kind of a default that cannot say which decimal it means; "" for a sound one."""
    if isinstance(default, tuple):
        return next((wrong for each in default if (wrong := _binary_default(each))), "")
    kind = type(default).__name__
    return kind if kind in _BINARY else ""
