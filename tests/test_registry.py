"""Registries are values; plugins are imported when named; what a plugin does wrong is told as its own fault."""

from __future__ import annotations

from fractions import Fraction
from types import ModuleType

import attrs
import numpy as np
import pytest

import cchc_index
from cchc_index.plugins import (
    Band,
    Case,
    Classification,
    Classifier,
    Column,
    Field,
    Integers,
    Placing,
    Points,
    Ratios,
    ScoringRule,
    Standings,
    Text,
    hookimpl,
)
from cchc_index.reading.yaml.criteria_file import parse_criteria

SET = """
id: a
edition: 1
title: A
source: {status: illustrative}
rounding: {points: 2, index: 2}
criteria:
  - {code: "1", title: Một, max_points: 5, rule: %s}
"""
ROWS = [{"unit": "u", "1": "3"}, {"unit": "v", "1": "4"}]


def _plugin(rule: type | None = None, classifier: type | None = None, **names: object) -> ModuleType:
    """A module that delivers a rule and a classifier, as a plugin's would."""
    module = ModuleType("trial")
    vars(module).update({"cchc_index_api": 1, **names})
    if rule is not None:
        vars(module)["cchc_register_rules"] = hookimpl(specname="cchc_register_rules")(lambda: {"try": rule})
    if classifier is not None:
        hook = hookimpl(specname="cchc_register_classifiers")(lambda: {"try": classifier})
        vars(module)["cchc_register_classifiers"] = hook
    return module


def _result(module: ModuleType, head: str = "", rule: str = "trial.try") -> cchc_index.IndexResult:
    registry = cchc_index.Registry.builtin().with_plugin("trial", module)
    criteria = parse_criteria(head + SET % rule, registry=registry)
    return cchc_index.score(criteria, cchc_index.read_assessment(ROWS, criteria))


@attrs.frozen
class _Base(ScoringRule):
    """Reads one number."""

    reads = ((Field("count"),),)

    def score(self, column: Column, /) -> Points:
        return Points(column.number("count"))

    def reason(self, case: Case, /) -> str:
        return "as counted"


def test_a_rule_of_a_plugin_is_a_rule() -> None:
    """Named with its prefix, it scores like any other."""
    assert [str(card.points) for card in _result(_plugin(_Base))] == ["4.00", "3.00"]


@attrs.frozen
class _Raises(_Base):
    def score(self, column: Column, /) -> Points:
        raise RuntimeError("boom")


@attrs.frozen
class _TooShort(_Base):
    def score(self, column: Column, /) -> Points:
        return Points(Ratios(Integers.of([1])))


@attrs.frozen
class _TooMuch(_Base):
    def score(self, column: Column, /) -> Points:
        return Points(column.number("count").times(Fraction(2)))


@attrs.frozen
class _Negative(_Base):
    def score(self, column: Column, /) -> Points:
        return Points(column.number("count").plus(-Fraction(4)))


@attrs.frozen
class _NoPoints(_Base):
    def score(self, column: Column, /) -> Points:
        return [3.0, 4.0]  # type: ignore[return-value]


@attrs.frozen
class _ReadsNothing(_Base):
    reads = ("count",)  # type: ignore[assignment]


@attrs.frozen
class _Leaves(_Base):
    def score(self, column: Column, /) -> Points:
        raise SystemExit(4)


@attrs.frozen
class _Prints(_Base):
    def score(self, column: Column, /) -> Points:
        print("hello")  # noqa: T201
        return Points(column.number("count"))


@pytest.mark.parametrize("rule", [_Raises, _TooShort, _TooMuch, _Negative, _NoPoints, _ReadsNothing, _Leaves, _Prints])
def test_a_rule_that_breaks_its_contract_is_the_plugins_fault(rule: type[ScoringRule]) -> None:
    """Whatever a plugin does, the answer is a `PluginError` that names it."""
    with pytest.raises(cchc_index.PluginError, match="trial") as told:
        _result(_plugin(rule))

    assert told.value.plugin == "trial"
    assert told.value.problems[0].text("vi")


@attrs.frozen
class _Odd(Classifier):
    """Says what a test wants it to say."""

    def bands_of(self, group: str, /) -> tuple[Band, ...]:
        return (Band(Text.plain("A")),)

    def classify(self, standings: Standings, /) -> Classification:
        return Classification(self.bands_of(""), np.full(len(standings.register) + 1, 0))

    def reason(self, case: Placing, /) -> str:
        return "because"


@attrs.frozen
class _OutOfBands(_Odd):
    def classify(self, standings: Standings, /) -> Classification:
        return Classification(self.bands_of(""), np.full(len(standings.register), 7))


@attrs.frozen
class _Breaks(_Odd):
    def classify(self, standings: Standings, /) -> Classification:
        raise ZeroDivisionError("nobody")


@pytest.mark.parametrize("classifier", [_Odd, _OutOfBands, _Breaks])
def test_a_classifier_that_breaks_its_contract_is_the_plugins_fault(classifier: type[Classifier]) -> None:
    """A band that is not there, a unit too many, an exception."""
    with pytest.raises(cchc_index.PluginError, match="trial"):
        _result(_plugin(_Base, classifier), head="classify: trial.try\n")


@pytest.mark.parametrize(
    "module",
    [
        ModuleType("empty"),
        _plugin(_Base, cchc_index_api=99),
        _plugin(int),
        _plugin(cchc_register_rulez=hookimpl(lambda: {})),
        _plugin(cchc_register_rules=hookimpl(lambda: ["try"])),
        _plugin(cchc_register_rules=hookimpl(lambda: 1 / 0)),
        _plugin(cchc_register_rules=hookimpl(lambda: exec("raise SystemExit(3)"))),  # noqa: S102
    ],
    ids=["no hook", "newer api", "no rule class", "misspelt hook", "no mapping", "raises", "exits"],
)
def test_a_plugin_that_cannot_be_used_is_told(module: ModuleType) -> None:
    """With what it did and which distribution it came in."""
    with pytest.raises(cchc_index.PluginError, match="trial"):
        _result(module)


def test_a_plugin_nobody_names_is_not_imported() -> None:
    """Discovery reads metadata only."""
    import sys

    before = {name for name in sys.modules if name.startswith("cchc_index_")}
    for name in before:
        del sys.modules[name]
    try:
        cchc_index.open_cycle("lai-chau-2021", registry=cchc_index.Registry.discover()).score()
        assert not {name for name in sys.modules if name.startswith("cchc_index_")}
    finally:
        for name in before:
            __import__(name)


def test_a_registry_can_be_limited() -> None:
    """Only the plugins that are allowed; one that is not there is told with its pip command."""
    assert [plugin.name for plugin in cchc_index.Registry.discover(only=["bands"]).plugins] == ["bands"]
    with pytest.raises(cchc_index.PluginError, match="pip install cchc-index-ha-giang"):
        cchc_index.Registry.discover(only=["ha_giang"])
    with pytest.raises(cchc_index.CchcError, match="cchc-index-cao-bang"):
        parse_criteria(SET % "{cao_bang.on_time: {of: settled}}", registry=cchc_index.Registry.builtin())


def test_two_distributions_with_one_name_are_an_error_for_who_names_them() -> None:
    """And for no other set."""
    registry = cchc_index.Registry.builtin().with_plugin("trial", _plugin(_Base)).with_plugin("trial", _plugin(_Base))

    assert parse_criteria(SET % "points", registry=registry).name == "a-1"
    with pytest.raises(cchc_index.PluginError, match="trial"):
        parse_criteria(SET % "trial.try", registry=registry)
    with pytest.raises(cchc_index.PluginError, match="trial"):
        cchc_index.load_criteria("trial.set-1", registry=registry)


def test_no_plugin_can_take_the_name_of_a_built_in_rule() -> None:
    """Names without a prefix are the library's own."""
    registry = cchc_index.Registry.builtin().with_plugin("points", _plugin(_Base))

    assert registry.rule("points") is cchc_index.Registry.builtin().rule("points")
