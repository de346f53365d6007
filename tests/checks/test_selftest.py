"""The logic-and-accuracy run: every shipped set passes, and a rule that is wrong does not."""

from __future__ import annotations

import json
from decimal import Decimal
from fractions import Fraction
from types import ModuleType

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

import cchc_index
from cchc_index.checks.selftest import selftest
from cchc_index.cli import main
from cchc_index.criteria.criteria_set import parse_criteria
from cchc_index.plugins import Column, Points, ScoringRule, hookimpl
from cchc_index.rules.proportion import Proportion
from tests.conftest import ROOT
from tests.differential.trees import Tree

SETS = [
    *sorted(str(path) for path in (ROOT / "criteria").glob("*.yaml")),
    *(str(ROOT / "tests" / "data" / "tinh-mau-2022" / f"{name}.yaml") for name in ("so-nganh", "huyen")),
    "cao_bang.departments-2021",
    "cao_bang.districts-2021",
]


@pytest.mark.parametrize("name", SETS)
def test_every_shipped_set_passes_with_full_coverage(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit 0, every figure as expected, every leaf, rule, threshold and band exercised."""
    assert main(["selftest", name, "--format", "json"]) == 0

    told = json.loads(capsys.readouterr().out)
    assert told["passed"]
    assert all(done == of for done, of in told["coverage"].values())
    assert all(trial["agrees"] for trial in told["trials"])
    full, least = told["trials"][:2]
    assert (full["unit"], full["obtained"].rstrip("0").rstrip(".")) == ("full", "100")
    assert least["unit"] == "least"


@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_chart_can_be_signed(language: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Expected beside obtained, coverage, and room for two names."""
    assert main(["--lang", language, "selftest", "nd61-one-stop-2018"]) == 0

    told = capsys.readouterr().out
    assert "9/9" in told
    assert told.rstrip().endswith("....")


def _wrong(rule: type[ScoringRule], text: str) -> cchc_index.CriteriaSet:
    module = ModuleType("trial")
    vars(module)["cchc_index_api"] = 1
    vars(module)["cchc_register_rules"] = hookimpl(specname="cchc_register_rules")(lambda: {"try": rule})
    registry = cchc_index.Registry.builtin().with_plugin("trial", module)
    return parse_criteria(text, registry=registry)


TEXT = """
id: a
edition: 1
title: A
source: {status: illustrative}
rounding: {points: 2, index: 2}
criteria:
  - {code: "1", title: One, max_points: 5, rule: {trial.try: {zero_below: 50, none_arose: zero}}}
  - {code: "2", title: Two, max_points: 5, rule: points}
"""


@attrs.frozen
class _OpenBelow(Proportion):
    """A proportion whose floor itself earns nothing, which is wrong."""

    def score(self, column: Column, /) -> Points:
        found = super().score(column)
        on_floor = column.number("rate").at_least(self.floor()) & ~column.number("rate").above(self.floor())
        return Points(found.ratios.kept(~on_floor), found.not_applicable)

    def floor(self) -> Fraction:
        return Fraction(self.zero_below or Decimal(0))


@attrs.frozen
class _Silent(Proportion):
    """A rule that says nothing of what it can be tried with."""

    def probes(self, leaf: object, /) -> tuple[()]:
        return ()


def test_a_threshold_on_the_wrong_side_is_found() -> None:
    """The floor from both sides and on it."""
    found = selftest(_wrong(_OpenBelow, TEXT))

    assert not found.passed
    assert [(trial.code, trial.what, trial.expected, trial.obtained) for trial in found.trials if not trial.agrees] == [
        ("1", "on 50", "2.50", "0.00")
    ]


def test_what_is_not_exercised_is_said() -> None:
    """A rule without probes leaves the coverage short."""
    found = selftest(_wrong(_Silent, TEXT))

    assert not found.passed
    assert found.coverage["leaves"] == (1, 2)
    assert found.coverage["rules"] == (1, 2)


@given(st.integers(20_000, 10_000_000))
def test_every_set_of_built_in_rules_passes(seed: int) -> None:
    """Whatever the tree, the rounding, the extras and the rules."""
    criteria = parse_criteria(Tree(seed).text, registry=cchc_index.Registry.builtin())
    found = selftest(criteria)

    assert [trial for trial in found.trials if not trial.agrees] == []
    assert found.passed
