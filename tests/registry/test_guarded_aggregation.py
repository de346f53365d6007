"""An aggregation of a plugin: named in a set, and its misdeeds its own error."""

from __future__ import annotations

import types
from collections.abc import Callable
from typing import Any

import attrs
import pytest

import cchc_index
from cchc_index.criteria.criteria_set import parse_criteria
from cchc_index.plugins import Aggregation, Combination, Parts, Points, Ratios, hookimpl
from cchc_index.problems.errors import PluginError
from cchc_index.registry.guarded_aggregation import GuardedAggregation
from cchc_index.values.exact import Integers
from tests.rules.one_unit import HEAD

SET = HEAD + (
    "criteria:\n  - {code: '1', title: Node, max_points: 10, combine: hostile.first, criteria: [\n"
    "      {code: '1.1', title: A, max_points: 4, rule: points},\n"
    "      {code: '1.2', title: B, max_points: 4, rule: points}]}\n"
)


@attrs.frozen
class First(Aggregation):
    """The first part alone."""

    def combine(self, parts: Parts, /) -> Points:
        """The share of the first part."""
        return parts.weigh(Ratios(parts.points[0], parts.maxima[0]))

    def reason(self, case: Combination, /) -> str:
        """Which part counts."""
        return f"only {case.parts[0].code}"


def _registry(kind: Any) -> cchc_index.Registry:
    module = types.ModuleType("hostile")
    module.cchc_index_api = 1  # type: ignore[attr-defined]

    @hookimpl
    def cchc_register_aggregations() -> dict[str, Any]:
        return {"first": kind}

    module.cchc_register_aggregations = cchc_register_aggregations  # type: ignore[attr-defined]
    return cchc_index.Registry.builtin().with_plugin("hostile", module)


def _card(kind: Any) -> cchc_index.Scorecard:
    criteria = parse_criteria(SET, registry=_registry(kind))
    assessment = cchc_index.read_assessment([{"unit": "u", "1.1": "3", "1.2": "1"}], criteria)
    return cchc_index.score(criteria, assessment)["u"]


def test_a_plugins_aggregation_combines_and_explains() -> None:
    """By the name that the set writes, and its distribution is among the set's plugins."""
    card = _card(First)
    assert str(card.node("1").points) == "7.50"
    assert card.explain("en", "1").nodes[0].reason == "only 1.1"
    assert card.criteria.plugins == ("hostile",)
    combine = card.criteria.criteria[0].combine
    assert combine is not None
    assert isinstance(combine.aggregation, GuardedAggregation)


def _raises(*_: object) -> Any:
    raise SystemExit(0)


def _ratios(numbers: list[int]) -> Callable[..., Points]:
    return lambda *_: Points(Ratios(Integers.of(numbers)))


@pytest.mark.parametrize(
    "combine", [_raises, lambda *_: None, lambda *_: 5, _ratios([1, 2]), _ratios([11]), _ratios([-1])]
)
def test_whatever_it_gives_instead_is_its_own_error(combine: Callable[..., object]) -> None:
    """With the plugin's name, not a fault of the set."""
    broken = attrs.frozen(type("Broken", (First,), {"combine": combine}))
    with pytest.raises(PluginError) as told:
        _card(broken)
    assert told.value.plugin == "hostile"


@pytest.mark.parametrize("answer", [_raises, lambda *_: None, lambda *_: " "])
def test_a_reason_that_is_none_is_its_own_error(answer: Callable[..., object]) -> None:
    """A blank line is none."""
    card = _card(attrs.frozen(type("Broken", (First,), {"reason": answer})))
    with pytest.raises(PluginError):
        card.explain("en", "1")


@pytest.mark.parametrize("found", [int, "first", Aggregation])
def test_what_is_no_aggregation_is_refused_when_the_plugin_is_asked(found: object) -> None:
    """And so is one that lacks its methods."""
    with pytest.raises(PluginError):
        _card(found)
