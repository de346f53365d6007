"""Parameters of a plugin's class: there and back through YAML, and mistakes in them told."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from enum import Enum
from types import ModuleType
from typing import Any

import attrs

from cchc_index.criteria.criteria_set import parse_criteria
from cchc_index.notation.structure import key_of
from cchc_index.problems.errors import CchcError, CriteriaError
from cchc_index.registry.guarded import unguarded
from cchc_index.registry.hookspecs import hookimpl
from cchc_index.registry.registry import Registry
from cchc_index.rules.contract import Leaf, NamedRule, ScoringRule
from cchc_index.testing.trying import broken
from cchc_index.values.text import Text


def parameters_of(value: object) -> tuple[attrs.Attribute[Any], ...]:
    """The attributes of a thing that its constructor takes.

    Example:
        >>> from cchc_index.rules.counts import PerCase
        >>> [field.name for field in parameters_of(PerCase(Decimal(1)))]
        ['points_each', 'at_most']
    """
    kind: Any = type(value)
    return tuple(field for field in attrs.fields(kind) if field.init)


def check_parameters(rule: ScoringRule, leaf: Leaf) -> None:
    """The parameters come back from YAML as they were, and each kind of mistake in them is told as a problem.

    Raises:
        BrokenContractError: They do not, or one is not.

    Example:
        >>> from cchc_index.rules.proportion import Proportion
        >>> check_parameters(Proportion(zero_below=Decimal(50)), Leaf(Decimal(10), 2, "half_up"))
    """
    module = ModuleType("kit")
    vars(module)["cchc_index_api"] = 1
    vars(module)["cchc_register_rules"] = hookimpl(specname="cchc_register_rules")(lambda: {"it": type(rule)})
    registry = Registry.discover().with_plugin("kit", module)
    written = plain(rule)
    try:
        bound = _bind(rule, leaf, registry, written)
    except CchcError as error:
        raise broken(rule, f"its parameters do not come back from YAML: {error}") from error
    if bound != rule:
        raise broken(rule, f"parameters come back from YAML as {bound}")
    for words, wrong in _mistakes(rule, written):
        try:
            _bind(rule, leaf, registry, wrong)
        except CriteriaError as told:
            if not all(problem.place and problem.text("vi") for problem in told.problems):
                raise broken(rule, f"{words} is refused without a place") from told
        except Exception as error:
            raise broken(rule, f"{words} raises {type(error).__name__} instead of being told as a problem") from error
        else:
            raise broken(rule, f"{words} is taken without a word")


def _mistakes(rule: ScoringRule, written: Any) -> Iterator[tuple[str, Any]]:
    yield "an unknown parameter", {**written, "no_such_parameter": "1"}
    for field in parameters_of(rule):
        if not field.init:
            continue
        if field.default is attrs.NOTHING:
            yield f"a missing '{key_of(field)}'", {key: value for key, value in written.items() if key != key_of(field)}
        if field.type in (Decimal, int, "Decimal", "int"):
            yield f"text as '{key_of(field)}'", {**written, key_of(field): "x"}


def _bind(rule: ScoringRule, leaf: Leaf, registry: Registry, parameters: Any) -> ScoringRule | None:
    import yaml

    document = {
        "id": "kit",
        "edition": "1",
        "title": "Kit",
        "source": {"status": "illustrative"},
        "rounding": {"points": str(leaf.places), "index": "2", "mode": leaf.mode},
        "criteria": [
            {"code": "1", "title": "Leaf", "max_points": f"{leaf.max_points:f}", "rule": {"kit.it": parameters}}
        ],
    }
    text = yaml.safe_dump(document, allow_unicode=True, sort_keys=False)
    named = parse_criteria(text, registry=registry).node("1").criterion.rule
    return unguarded(named.rule) if named else None


def plain(value: object) -> Any:
    """A rule's parameters as YAML writes them, without those left at their defaults.

    Example:
        >>> from cchc_index.rules.proportion import Proportion
        >>> plain(Proportion(zero_below=Decimal("50.0"), cap=True))
        {'zero_below': '50.0', 'cap': 'yes'}
    """
    if isinstance(value, NamedRule):
        return {value.name: plain(value.rule)}
    if isinstance(value, Text):
        return value.first if len(value.texts) == 1 and not value.texts[0][0] else dict(value.texts)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, Mapping):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, tuple | list):
        return [plain(each) for each in value]
    if attrs.has(type(value)):
        return {
            key_of(field): plain(getattr(value, field.name))
            for field in parameters_of(value)
            if field.init and getattr(value, field.name) != _default(field)
        }
    return str(value)


def _default(field: attrs.Attribute[Any]) -> object:
    default: Any = field.default
    return default.factory() if isinstance(default, attrs.Factory) else default  # type: ignore[arg-type]
