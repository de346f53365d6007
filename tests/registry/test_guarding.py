"""What a plugin does wrong is told as its own fault."""

from __future__ import annotations

from fractions import Fraction
from types import ModuleType

import attrs
import numpy as np
import pytest

import cchc_index
from cchc_index.plugins import (
    Band,
    Classification,
    Classifier,
    Column,
    Integers,
    Placing,
    Points,
    Ratios,
    ScoringRule,
    Standings,
    Text,
    hookimpl,
)
from cchc_index.registry.guarding import catching_prints
from tests.registry.trial_plugin import Base, plugin_of, result_of


@attrs.frozen
class _Raises(Base):
    def score(self, column: Column, /) -> Points:
        raise RuntimeError("boom")


@attrs.frozen
class _TooShort(Base):
    def score(self, column: Column, /) -> Points:
        return Points(Ratios(Integers.of([1])))


@attrs.frozen
class _TooMuch(Base):
    def score(self, column: Column, /) -> Points:
        return Points(column.number("count").times(Fraction(2)))


@attrs.frozen
class _Negative(Base):
    def score(self, column: Column, /) -> Points:
        return Points(column.number("count").plus(-Fraction(4)))


@attrs.frozen
class _NoPoints(Base):
    def score(self, column: Column, /) -> Points:
        return [3.0, 4.0]  # type: ignore[return-value]


@attrs.frozen
class _ReadsNothing(Base):
    reads = ("count",)  # type: ignore[assignment]


@attrs.frozen
class _Leaves(Base):
    def score(self, column: Column, /) -> Points:
        raise SystemExit(4)


@attrs.frozen
class _Prints(Base):
    def score(self, column: Column, /) -> Points:
        print("hello")  # noqa: T201
        return Points(column.number("count"))


@pytest.mark.parametrize("rule", [_Raises, _TooShort, _TooMuch, _Negative, _NoPoints, _ReadsNothing, _Leaves, _Prints])
def test_a_rule_that_breaks_its_contract_is_the_plugins_fault(rule: type[ScoringRule]) -> None:
    """Whatever a plugin does, the answer is a `PluginError` that names it."""
    with catching_prints(), pytest.raises(cchc_index.PluginError, match="trial") as told:
        result_of(plugin_of(rule))

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
        result_of(plugin_of(Base, classifier), head="classify: trial.try\n")


@pytest.mark.parametrize(
    "module",
    [
        ModuleType("empty"),
        plugin_of(Base, cchc_index_api=99),
        plugin_of(int),
        plugin_of(cchc_register_rulez=hookimpl(lambda: {})),
        plugin_of(cchc_register_rules=hookimpl(lambda: ["try"])),
        plugin_of(cchc_register_rules=hookimpl(lambda: 1 / 0)),
        plugin_of(cchc_register_rules=hookimpl(lambda: exec("raise SystemExit(3)"))),  # noqa: S102
    ],
    ids=["no hook", "newer api", "no rule class", "misspelt hook", "no mapping", "raises", "exits"],
)
def test_a_plugin_that_cannot_be_used_is_told(module: ModuleType) -> None:
    """With what it did and which distribution it came in."""
    with pytest.raises(cchc_index.PluginError, match="trial"):
        result_of(module)
