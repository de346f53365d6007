"""The plugin author's kit: our own rules pass it, and each way to break the contract of a rule is found."""

from __future__ import annotations

import os
import random
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import numpy as np
import pytest

from cchc_index.plugins import (
    PROBES,
    Case,
    Column,
    Field,
    Integers,
    Leaf,
    Points,
    Probe,
    Problem,
    Ratios,
    ScoringRule,
    Text,
)
from cchc_index.rules.alternatives import BestOf, Choose
from cchc_index.rules.awards import PointsRule, Unscored, YesNo
from cchc_index.rules.bases import BasePlus, BaseSteps, Factor
from cchc_index.rules.between import Between, Convert
from cchc_index.rules.choice import Choice
from cchc_index.rules.contract import NamedRule
from cchc_index.rules.counts import Deduct, PerCase
from cchc_index.rules.proportion import Proportion
from cchc_index.rules.relative import MinMax, RelativeToBest
from cchc_index.rules.steps import Step, Steps
from cchc_index.rules.surveys import MeanOfCases, Survey
from cchc_index.testing import BrokenContractError, check_rule
from cchc_index_cao_bang import Initiatives, LegalDocuments, OnTime

pytestmark = pytest.mark.slow

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
    (Choice({"A": D(10), "B, c": D("2.5"), "Đ": D(0)}, not_applicable=("E",)), 10),
    (Between(worst=D(80), best=D(-20)), 10),
    (Between(worst=D(0), best=D(4), at_worst=D(1), beyond="refuse"), 10),
    (Between(worst=D(100), best=D(75000), scale="log"), 10),
    (Between(worst=D(32), best=D("0.5"), scale="log", at_worst=D(1), beyond="refuse"), 10),
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
        return case.say(vi="số trường hợp", en="so many cases")

    def probes(self, leaf: Leaf, /) -> Iterable[Probe]:
        yield Probe({"count": str(self.cases)}, Fraction(leaf.max_points), PROBES["full"])
        yield Probe({"count": "0"}, Fraction(0), PROBES["least"])


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
        (TakesAnything, "the parameter cases of 'TakesAnything' is of type Any"),
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
