"""What a class of a plugin must be before anything is asked of it."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from typing import Any, ClassVar, Literal

import attrs
import pytest

import cchc_index
from cchc_index.plugins import Aggregation, Band, Classifier, ScoringRule, Text
from cchc_index.registry.classes import fault_of_class, misspelt_members
from tests.registry.trial_plugin import Base


class _Size(Enum):
    SMALL = "small"


@attrs.frozen
class _Part:
    at: Decimal


#: kinds of parameters that a criteria file can give exactly
READ: tuple[Any, ...] = (
    Decimal,
    int,
    bool,
    str,
    Text,
    Band,
    _Part,
    _Size,
    Literal["a", "b"],
    Decimal | None,
    tuple[Decimal, ...],
    tuple[_Part, ...],
    dict[str, Decimal],
    Mapping[str, tuple[int, ...]],
    tuple[Band, ...] | dict[str, tuple[Band, ...]],
)
#: and those that none can
UNREAD: tuple[Any, ...] = (
    float,
    complex,
    Fraction,
    bytes,
    object,
    Any,
    list,
    tuple,
    dict,
    float | None,
    list[int],
    set[str],
    frozenset[str],
    tuple[float, ...],
    tuple[int, str],
    dict[int, str],
    dict[str, float],
    Mapping[str, list[int]],
)


def _rule(kind: Any, **more: Any) -> type[ScoringRule]:
    made: type[ScoringRule] = attrs.frozen(
        type("Rule", (Base,), {"__annotations__": {"parameter": kind}, "__module__": __name__, **more})
    )
    return made


@pytest.mark.parametrize("kind", READ, ids=str)
def test_what_a_criteria_file_can_give_is_a_parameter(kind: Any) -> None:
    """Numbers as decimals, words, and what is made of them."""
    assert fault_of_class(_rule(kind), ScoringRule, "try") is None


@pytest.mark.parametrize("kind", UNREAD, ids=str)
def test_what_no_criteria_file_can_give_is_none(kind: Any) -> None:
    """It would be something else than its type says, or a binary float."""
    fault = fault_of_class(_rule(kind), ScoringRule, "try")

    assert fault is not None
    assert fault.key == "plugin.parameter"


@pytest.mark.parametrize("default", [0.5, (Decimal(1), 0.5), 1j])
def test_a_default_is_exact_too(default: object) -> None:
    """A float in the place of a decimal is found before it is one tenth and something."""
    fault = fault_of_class(_rule(Decimal, parameter=default), ScoringRule, "try")

    assert fault is not None
    assert fault.key == "plugin.parameter"


def test_a_class_that_forgets_its_decorator_is_found_though_it_inherits_one() -> None:
    """Its own parameters would not be any; constants of a class are none, and need none."""

    class _Forgets(Base):
        asked: int = 4

    class _Constant(Base):
        MOST: ClassVar[int] = 4

    assert (fault := fault_of_class(_Forgets, ScoringRule, "try")) is not None
    assert fault.key == "plugin.no_attrs"
    assert fault_of_class(_Constant, ScoringRule, "try") is None


@pytest.mark.parametrize("decorate", [attrs.define, attrs.define(slots=False), attrs.mutable])
def test_a_class_that_may_change_is_found(decorate: Any) -> None:
    """With slots and without, with parameters and without."""
    for members in ({}, {"__annotations__": {"asked": int}}):
        changing = decorate(type("Rule", (ScoringRule,), {**vars_of(Base), **members}))
        fault = fault_of_class(changing, ScoringRule, "try")
        assert fault is not None
        assert fault.key == "plugin.no_attrs"


def vars_of(kind: type) -> dict[str, Any]:
    """What a rule needs, without what attrs made of it."""
    return {name: vars(kind)[name] for name in ("reads", "score", "reason")}


@pytest.mark.parametrize("base", [ScoringRule, Classifier, Aggregation])
def test_what_is_of_another_kind_is_found(base: type) -> None:
    """And so is a class that lacks what it must have."""
    for found in (int, base, Base() if base is not ScoringRule else 0, "name", None):
        assert fault_of_class(found, base, "try") is not None


def test_our_own_classes_are_sound() -> None:
    """Those of the library and of the plugins that come with it."""
    registry = cchc_index.Registry.discover()
    for plugin in (registry.builtins, *registry.plugins):
        offer = plugin.offer
        for base, classes in ((ScoringRule, offer.rules), (Classifier, offer.classifiers)):
            for name, kind in classes.items():
                assert fault_of_class(kind, base, name) is None, name
                assert misspelt_members(kind, base) == {}, name
        for name, combines in offer.aggregations.items():
            assert fault_of_class(combines, Aggregation, name) is None, name


def test_a_misspelt_member_is_nearly_one_of_the_contract() -> None:
    """One of another name is the author's own affair, and so is a parameter."""
    own = type("Rule", (Base,), {"refusal": None, "halved": None, "_probe": None})

    assert misspelt_members(own, ScoringRule) == {"refusal": "refusals"}
    parameter = attrs.frozen(type("Rule", (Base,), {"__annotations__": {"column": str}, "column": "a"}))
    assert misspelt_members(parameter, ScoringRule) == {}
