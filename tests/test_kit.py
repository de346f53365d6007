"""The plugin author's kit: our own rules pass it, and each way to break the contract is found."""

from __future__ import annotations

import os
import random
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import attrs
import numpy as np
import pytest

import cchc_index
from cchc_index.bands.thresholds import Thresholds
from cchc_index.plugins import (
    Band,
    Case,
    Classification,
    Column,
    Field,
    Integers,
    Placing,
    Points,
    Probe,
    Problem,
    Ratios,
    ScoringRule,
    Standings,
    Text,
)
from cchc_index.rules.alternatives import BestOf, Choose
from cchc_index.rules.awards import PointsRule, Unscored, YesNo
from cchc_index.rules.bases import BasePlus, BaseSteps, Factor
from cchc_index.rules.contract import NamedRule
from cchc_index.rules.convert import Convert
from cchc_index.rules.counts import Deduct, PerCase
from cchc_index.rules.proportion import Proportion
from cchc_index.rules.relative import MinMax, RelativeToBest
from cchc_index.rules.steps import Step, Steps
from cchc_index.rules.surveys import MeanOfCases, Survey
from cchc_index.testing import BrokenContractError, check_cases, check_classifier, check_plugin, check_rule
from cchc_index_bands import GoodFairAverage, Limit, NationalGroups, NaturalGaps, Ordered, Quantiles, Quota
from cchc_index_cao_bang import Initiatives, LegalDocuments, OnTime

D = Decimal
HILL = Factor("kind", {"hill": D(75)})
RULES: list[tuple[ScoringRule, int]] = [
    (PointsRule(), 10),
    (PointsRule(in_steps_of=D("0.5")), 10),
    (YesNo(), 10),
    (Unscored(), 0),
    (Convert(scale=D(100)), 10),
    (Convert(scale=D(0), from_=D(10)), 10),
    (Proportion(zero_below=D(50), full_at=D(98), none_arose="full"), 10),
    (Proportion(cap=True, none_arose="not_applicable"), 10),
    (Steps("rate", (Step(D(10), from_=D(95)), Step(D(5), from_=D(80), below=D(95))), none_arose="zero"), 10),
    (Steps("days", (Step(D(10), to=D(0)), Step(D(5), above=D(0), to=D(5)))), 10),
    (PerCase(D("1.5")), 10),
    (Deduct(D("1.5"), down_to=D(1)), 10),
    (Survey({"good": D(100), "fair": D("66.6"), "poor": D(0)}, ("unsure",), none_arose="zero"), 10),
    (MeanOfCases({"good": D(10), "bad": D(0)}, none_arose="full"), 10),
    (RelativeToBest(none_arose="zero"), 10),
    (RelativeToBest(direction="down", among="all"), 10),
    (MinMax(low=D(1), none_arose="full"), 10),
    (MinMax(direction="down", among="all", none_arose="not_applicable"), 10),
    (BestOf({"one": NamedRule("yes_no", YesNo()), "two": NamedRule("proportion", Proportion(none_arose="zero"))}), 10),
    (Choose("kind", {"hill": NamedRule("yes_no", YesNo()), "plain": NamedRule("per_case", PerCase(D(1)))}), 10),
    (BasePlus(D(2), D(100), from_=D(10), factor=HILL), 10),
    (BaseSteps(D(2), D(50), D(10), D("0.5"), below_floor="zero", factor=HILL), 10),
    (OnTime(of="settled", zero_below=D(80), none_arose="full"), 10),
    (OnTime(of="received", none_arose="not_applicable"), 10),
    (LegalDocuments(commented=D(60), none_arose="not_applicable"), 10),
    (LegalDocuments(commented=D(60), none_arose="full"), 10),
    (Initiatives(D("0.5"), D("0.25")), 10),
]


@pytest.mark.parametrize(("rule", "most"), RULES, ids=lambda value: type(value).__name__)
@pytest.mark.parametrize(("places", "mode"), [(2, "half_up"), (0, "truncate")])
def test_our_own_rules_keep_the_contract(rule: ScoringRule, most: int, places: int, mode: Any) -> None:
    """The same kit that a ministry's author runs."""
    check_rule(rule, most, places=places, mode=mode, attributes={"kind": ["hill", "plain"]}, examples=30)


@attrs.frozen
class Sound(ScoringRule):
    """Half of the maximum a case.

    Attributes:
        cases: How many cases count.

    Example:
        >>> Sound(2).cases
        2
    """

    cases: int = 2
    reads = ((Field("count", "whole", better="more"),),)

    def score(self, column: Column, /) -> Points:
        earned = column.number("count").times(Fraction(column.max_points) / self.cases)
        most = Fraction(column.max_points)
        return Points(earned.constant(most).where(earned.above(most), earned))

    def reason(self, case: Case, /) -> str:
        return "so many cases"


@attrs.frozen
class Floats(Sound):
    def score(self, column: Column, /) -> Points:
        return np.ones(column.size)  # type: ignore[return-value]


@attrs.frozen
class WrongLength(Sound):
    def score(self, column: Column, /) -> Points:
        return Points(Ratios(Integers.of([1] * (column.size + 1))))


@attrs.frozen
class AboveMaximum(Sound):
    def score(self, column: Column, /) -> Points:
        return Points(column.number("count").times(Fraction(column.max_points)))


@attrs.frozen
class BelowNothing(Sound):
    def score(self, column: Column, /) -> Points:
        return Points(column.number("count").constant(Fraction(-1)))


@attrs.frozen
class Dice(Sound):
    def score(self, column: Column, /) -> Points:
        return Points(Ratios(Integers.of([random.randint(0, 9) for _ in range(column.size)])))


@attrs.frozen
class ByPosition(Sound):
    def score(self, column: Column, /) -> Points:
        return Points(Ratios(Integers.of([row % 3 for row in range(column.size)])))


@attrs.frozen
class SecretlyRelative(Sound):
    def score(self, column: Column, /) -> Points:
        best = int(column.number("count").numerators.values.max())
        return Points(column.number("count").times(Fraction(column.max_points) / max(best, 1)))


@attrs.frozen
class LessIsBetter(Sound):
    def score(self, column: Column, /) -> Points:
        few = ~column.number("count").above(Fraction(3))
        return Points(column.number("count").constant(Fraction(column.max_points)).kept(few))


@attrs.frozen
class Prints(Sound):
    def score(self, column: Column, /) -> Points:
        print("scoring")  # noqa: T201
        return Sound.score(self, column)


@attrs.frozen
class ChangesTheProcess(Sound):
    def score(self, column: Column, /) -> Points:
        os.environ["CCHC_TRIAL"] = str(int(os.environ.get("CCHC_TRIAL", "0")) + 1)
        return Sound.score(self, column)


@attrs.frozen
class Mutates(Sound):
    def score(self, column: Column, /) -> Points:
        column.fields["count"].numbers.values[0] = 7
        return Sound.score(self, column)


@attrs.frozen
class Speechless(Sound):
    def reason(self, case: Case, /) -> str:
        return ""


@attrs.frozen
class Undocumented(Sound):
    extra: int = 1


@attrs.frozen
class RefusesItself(Sound):
    def faults(self, leaf: Any, /) -> Any:
        return [Problem("rule.positive", path="cases", arguments={"value": "0"})]


@attrs.frozen
class TakesAnything(Sound):
    cases: Any = "2"


def _another(_: object) -> int:
    return random.randint(3, 10**9)


@attrs.frozen
class Forgetful(Sound):
    cases: int = attrs.field(default=2, converter=_another)  # every time another


@attrs.frozen
class WrongProbe(Sound):
    def probes(self, leaf: Any, /) -> Any:
        return [Probe({"count": "9"}, Fraction(11), Text.plain("much"))]


def test_a_sound_rule_passes() -> None:
    """So that the others fail for what they do."""
    check_rule(Sound())


@pytest.mark.parametrize(
    ("kind", "said"),
    [
        (Floats, "returns ndarray"),
        (WrongLength, "points for"),
        (AboveMaximum, "points of 10"),
        (BelowNothing, "it gives -1 points"),
        (Dice, "the second time|order of the units"),
        (ByPosition, "order of the units|other units"),
        (SecretlyRelative, "not declared relative|scores less"),
        (LessIsBetter, "'more' of count scores less"),
        (Prints, "it prints 'scoring"),
        (ChangesTheProcess, "changes the process: environment"),
        (Speechless, "no line of text"),
        (Undocumented, "does not document extra"),
        (RefusesItself, "refuses its own parameters"),
        (TakesAnything, r"score\(\) raises TypeError"),
        (Forgetful, "come back from YAML as"),
        (WrongProbe, "the probe 'much' expects 11"),
    ],
)
def test_each_broken_contract_is_found(kind: type[Sound], said: str) -> None:
    """With the rule's name and what is wrong with it."""
    with pytest.raises(BrokenContractError, match=rf"{kind.__name__}.*({said})"):
        check_rule(kind())


def test_a_rule_cannot_change_what_it_is_given() -> None:
    """Arrays are read-only."""
    with pytest.raises(BrokenContractError, match="read-only"):
        check_rule(Mutates())


BANDS = (Band(Text.plain("A"), D(80)), Band(Text.plain("B"), D(65)), Band(Text.plain("C")))
LIMITS = (Limit({"head_disciplined": "yes"}, Text.plain("C")),)


@pytest.mark.parametrize(
    "classifier",
    [
        Thresholds(BANDS),
        Thresholds({"x": BANDS, "y": BANDS[1:]}, on="points", compare="exact"),
        GoodFairAverage(D(80), D(65)),
        GoodFairAverage(D(80), D(65), limits=(Limit({"head_disciplined": "yes"}, Text.plain("Khá")),)),
        Ordered(BANDS, limits=LIMITS, quotas=(Quota(Text.plain("A"), D(20), ties="all_in"),)),
        Ordered(BANDS, quotas=(Quota(Text.plain("A"), D(20)),)),
        NationalGroups(),
        NaturalGaps((Text.plain("I"), Text.plain("II"), Text.plain("III"))),
        Quantiles((Text.plain("I"), Text.plain("II")), (D(40), D(60))),
    ],
    ids=lambda value: type(value).__name__,
)
def test_our_own_classifiers_keep_the_contract(classifier: Any) -> None:
    """Cut-offs, knock-outs, quotas and tiers alike."""
    check_classifier(classifier)


@attrs.frozen
class UpsideDown(Thresholds):
    """Gives the worst band to the best: bands, on, compare.

    >>> 1
    1
    """

    def classify(self, standings: Standings, /) -> Classification:
        found = super().classify(standings)
        return attrs.evolve(found, band_of=np.where(found.band_of >= 0, 2 - found.band_of, -1))


@attrs.frozen
class Everybody(Thresholds):
    """Gives a band to units without an index: bands, on, compare.

    >>> 1
    1
    """

    def classify(self, standings: Standings, /) -> Classification:
        return Classification(self.bands_of(""), np.zeros(len(standings.register), dtype=np.int64))


@attrs.frozen
class Mute(Thresholds):
    """Gives no reason: bands, on, compare.

    >>> 1
    1
    """

    def reason(self, case: Placing, /) -> str:
        return " "


@pytest.mark.parametrize("kind", [UpsideDown, Everybody, Mute])
def test_each_broken_classifier_is_found(kind: type[Thresholds]) -> None:
    """With its name."""
    with pytest.raises(BrokenContractError, match=kind.__name__):
        check_classifier(kind(BANDS))


def test_the_plugins_we_ship_keep_their_contract() -> None:
    """Sets, rules and classifiers; what no set uses is said."""
    checked = check_plugin("cao_bang")

    assert checked.criteria == ["cao_bang.departments-2021", "cao_bang.districts-2021"]
    assert set(checked.rules) == {"cao_bang.on_time", "cao_bang.legal_documents", "cao_bang.initiatives"}
    assert checked.unreached == ()
    assert "bands.good_fair_average" in check_plugin("bands").unreached
    with pytest.raises(BrokenContractError, match="cchc-index-ha-giang"):
        check_plugin("ha_giang")


CASES = """
rule:
  choose: {by: kind, alternatives: {hill: {proportion: {full_at: 75, none_arose: not_applicable}}, plain: proportion}}
max_points: 4
rounding: {points: 2, index: 2}
cases:
  - {given: {hill.rate: 75}, unit: {kind: hill}, expect: 4.00, source: "Điều 3"}
  - {given: {hill.done: 0, hill.planned: 0}, unit: {kind: hill}, expect: not_applicable, source: "Điều 3"}
  - {given: {hill.rate: 75}, unit: {kind: plain}, expect: refused, source: "Điều 3"}
  - {given: {plain.rate: 75}, unit: {kind: plain}, expect: 3, source: "Điều 3"}
"""


def test_worked_cases_are_run(tmp_path: Path) -> None:
    """A file that a legal officer can read; a case that comes out otherwise is named."""
    path = tmp_path / "cases.yaml"
    path.write_text(CASES, encoding="utf-8")
    assert check_cases(path) == 4

    path.write_text(CASES.replace("expect: 3,", "expect: 3.01,"), encoding="utf-8")
    with pytest.raises(BrokenContractError, match=r"case 4 gives 3\.00, and expects 3\.01"):
        check_cases(path)
    path.write_text(CASES.replace("expect: refused", "expected: refused"), encoding="utf-8")
    with pytest.raises(cchc_index.CriteriaError, match="expected"):
        check_cases(path)
