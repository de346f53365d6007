"""Points from counted answers and counted cases: weighted means of whole numbers."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING, ClassVar

import attrs

from cchc_index.problems.problem import Problem
from cchc_index.rules.columns import Case, Column, Field, Method, Wording
from cchc_index.rules.contract import Completeness, Leaf, Points, Probe, Refusal, ScoringRule
from cchc_index.rules.field_names import FIELD_NAME, name_faults
from cchc_index.rules.probing import PROBES
from cchc_index.rules.rate import (
    HUNDRED,
    NoneArose,
    none_arose_probes,
    none_arose_refusal,
    tell_none_arose,
    tell_rate_terms,
    with_none_arose,
)
from cchc_index.values.exact import Integers, Ratios
from cchc_index.values.text import Text
from cchc_index.values.units import Unit

if TYPE_CHECKING:
    from cchc_index.values.exact import BoolArray


@attrs.frozen
class Survey(ScoringRule):
    """Answers to a survey, each worth a share of the maximum, averaged over those who answered.

    points = max_points x sum(weight x answers) / (100 x sum(answers)), over the options

    Attributes:
        options: For each answer its weight in per cent; the best weighs 100.
        excluded: Answers that are counted and leave both sums, such as "no opinion".
        none_arose: What a unit gets that nobody answered for.

    Reads:
        A whole number of answers for each option; or `rate`, the weighted mean in per cent. Excluded answers may be
        reported beside the options, for the record: they enter neither sum, so a unit is scored without them.

    Source:
        Rule R10 of the field: options weighted 100 / 60 / 20 / 0 %, averaged, x maximum.

    Example:
        >>> from cchc_index.testing import points_of
        >>> rule = Survey({"good": Decimal(100), "fair": Decimal(60), "poor": Decimal(0)})
        >>> points_of(rule, 10, {"good": ["60", "1"], "fair": ["30", "1"], "poor": ["10", "1"]})
        ['7.80', '5.33']
    """

    purpose: ClassVar[Text] = Text(
        (("vi", "điều tra: mỗi phương án một trọng số %"), ("en", "survey: a weight in per cent for each answer"))
    )

    options: Mapping[str, Decimal] = attrs.field(hash=False)
    excluded: tuple[str, ...] = ()
    none_arose: NoneArose = "refuse"

    method: ClassVar[Method] = "survey"

    @property
    def reads(self) -> tuple[tuple[Field, ...], ...]:
        """`rate`, or the answers."""
        answers = tuple(Field(name, "whole") for name in (*self.options, *self.excluded))
        return ((Field("rate", most=Decimal(100), measured=True, better="more", small_rates="asked"),), answers)

    def reading(self, given: frozenset[str], unit: Unit, /) -> Completeness:
        """The options' answers, or `rate`; excluded answers may be reported or not, and say nothing by themselves."""
        counted = bool(given & frozenset(self.options))
        found = super().reading(given | frozenset(self.excluded) if counted else given, unit)
        said = found.state == "two_ways"
        fields = (name for name in found.fields if (name in given) is said and (said or name not in self.excluded))
        return attrs.evolve(found, fields=tuple(fields))

    def faults(self, leaf: Leaf, /) -> Iterable[Problem]:
        """Weights lie between 0 and 100, the best is 100, and no name stands twice."""
        yield from name_faults(self.options, "options")
        for name, weight in self.options.items():
            if not 0 <= weight <= 100:
                yield Problem("rule.weight", path=f"options.{name}", arguments={"value": str(weight)})
        if self.options and max(self.options.values()) != 100:
            best = str(max(self.options.values()))
            yield Problem("rule.best", path="options", arguments={"best": best, "most": "100"})
        for number, name in enumerate(self.excluded):
            if name in (*self.options, *self.excluded[:number], "rate") or not FIELD_NAME.fullmatch(name):
                yield Problem("rule.field_name", path=f"excluded[{number}]", arguments={"name": name})

    def refusals(self, column: Column, /) -> Iterable[Refusal]:
        """Nobody answered, where the set does not say what that earns."""
        return _refuse_nobody(column, tuple(self.options), self.none_arose)

    def score(self, column: Column, /) -> Points:
        """The points of each unit."""
        counted = column.has(next(iter(self.options)))
        by_rate = column.number("rate").times(Fraction(column.max_points) / HUNDRED)
        if not counted.any():
            return Points(by_rate)
        mean = _mean(column, self.options)
        points = mean.times(Fraction(column.max_points) / HUNDRED)
        nobody = _nobody(column, tuple(self.options)) & counted
        points = points if counted.all() else points.where(counted, by_rate)
        return with_none_arose(points, nobody if nobody.any() else None, self.none_arose, column.max_points)

    def probes(self, leaf: Leaf, /) -> Iterable[Probe]:
        """Everybody for each option, half and half, and nobody."""
        yield from _weight_probes(self.options, self.excluded, Fraction(leaf.max_points) / HUNDRED)
        yield Probe({"rate": "50"}, Fraction(leaf.max_points) / 2, PROBES["middle"])
        nobody = dict.fromkeys((*self.options, *self.excluded), "0")
        yield from none_arose_probes(nobody, self.none_arose, leaf)

    def describe(self, leaf: Leaf, words: Wording, /) -> str:
        """The weights of the answers."""
        weights = "; ".join(f"{name.replace('_', ' ')}: {words.write(each)} %" for name, each in self.options.items())
        most = words.write(leaf.max_points)
        told = words.say(
            vi=f"{most} × mức trung bình của các câu trả lời ({weights})",
            en=f"{most} × the mean of the answers ({weights})",
        )
        if self.excluded:
            names = ", ".join(name.replace("_", " ") for name in self.excluded)
            told += words.say(vi=f"; không tính: {names}", en=f"; not counted: {names}")
        return told + tell_rate_terms(words, False, self.none_arose)

    def reason(self, case: Case, /) -> str:
        """The answers with their weights, and their mean."""
        most = case.write(case.max_points)
        if "rate" in case.values:
            rate = case.write(case.decimal("rate"))
            return case.say(vi=f"điểm trung bình {rate} %", en=f"mean {rate} %") + f": {most} x {rate} / 100"
        return _tell_mean(case, self.options, self.none_arose, f"{most} x ", " / 100")


@attrs.frozen
class MeanOfCases(ScoringRule):
    """The mean of points given to each case, for example 0, 1 or 2 for each dossier.

    points = sum(score x cases) / sum(cases)

    Attributes:
        scores: For each kind of case its points; the best is the leaf's maximum.
        none_arose: What a unit gets that had no case.

    Reads:
        A whole number of cases for each kind.

    Source:
        Rule R9 of the field: the mean of scores of 0, 1 or 2, for example of the indicators of Circular
        01/2018/TT-VPCP as published.

    Example:
        >>> from cchc_index.testing import points_of
        >>> rule = MeanOfCases({"on_time": Decimal(2), "late": Decimal(1), "very_late": Decimal(0)})
        >>> points_of(rule, 2, {"on_time": ["6"], "late": ["2"], "very_late": ["1"]})
        ['1.56']
    """

    purpose: ClassVar[Text] = Text((("vi", "bình quân các trường hợp"), ("en", "mean of the cases")))

    scores: Mapping[str, Decimal] = attrs.field(hash=False)
    none_arose: NoneArose = "refuse"

    @property
    def reads(self) -> tuple[tuple[Field, ...], ...]:
        """The numbers of cases."""
        return (tuple(Field(name, "whole") for name in self.scores),)

    def faults(self, leaf: Leaf, /) -> Iterable[Problem]:
        """Scores lie between 0 and the maximum, which the best reaches."""
        yield from name_faults(self.scores, "scores")
        for name, points in self.scores.items():
            if points < 0:
                yield Problem("rule.weight", path=f"scores.{name}", arguments={"value": str(points)})
        best = max(self.scores.values(), default=leaf.max_points)
        if best > leaf.max_points or (leaf.in_full and best < leaf.max_points):
            arguments = {"best": str(best), "most": str(leaf.max_points)}
            yield Problem("rule.best", path="scores", arguments=arguments)

    def refusals(self, column: Column, /) -> Iterable[Refusal]:
        """No case, where the set does not say what that earns."""
        return _refuse_nobody(column, tuple(self.scores), self.none_arose)

    def score(self, column: Column, /) -> Points:
        """The points of each unit."""
        nobody = _nobody(column, tuple(self.scores))
        points = _mean(column, self.scores)
        return with_none_arose(points, nobody if nobody.any() else None, self.none_arose, column.max_points)

    def probes(self, leaf: Leaf, /) -> Iterable[Probe]:
        """All cases of each kind, and no case."""
        yield from _weight_probes(self.scores, (), Fraction(1))
        yield from none_arose_probes(dict.fromkeys(self.scores, "0"), self.none_arose, leaf)

    def describe(self, leaf: Leaf, words: Wording, /) -> str:
        """The score of each kind of case."""
        scores = "; ".join(f"{name.replace('_', ' ')}: {words.write(each)}" for name, each in self.scores.items())
        told = words.say(vi=f"điểm trung bình của các trường hợp ({scores})", en=f"the mean over the cases ({scores})")
        return told + tell_rate_terms(words, False, self.none_arose)

    def reason(self, case: Case, /) -> str:
        """The cases with their points, and their mean."""
        return _tell_mean(case, self.scores, self.none_arose, "", "")


def _counts(column: Column, names: Iterable[str]) -> Integers:
    """The sum of some whole-number fields."""
    return functools.reduce(Integers.__add__, (column.number(name).numerators for name in names))


def _nobody(column: Column, names: tuple[str, ...]) -> BoolArray:
    return _counts(column, names).equals(0)


def _mean(column: Column, weights: Mapping[str, Decimal]) -> Ratios:
    """The weighted mean of the counts; 0 where there are none."""
    scale = lcm(*(Fraction(each).denominator for each in weights.values()))
    scaled = [column.number(name).numerators * int(Fraction(each) * scale) for name, each in weights.items()]
    total = functools.reduce(Integers.__add__, scaled)
    counted = _counts(column, weights)
    return Ratios(total, scale).over(Integers.of(counted.where(counted > 0, 1).values))


def _weight_probes(weights: Mapping[str, Decimal], excluded: tuple[str, ...], times: Fraction) -> Iterable[Probe]:
    """Everything on one option, from the best on; then one of each."""
    ordered = sorted(weights, key=lambda name: -weights[name])
    for place, name in enumerate(ordered):
        values = {each: "3" if each == name else "0" for each in weights} | dict.fromkeys(excluded, "2")
        what = PROBES["full"] if not place else PROBES["least"] if place == len(ordered) - 1 else Text.plain(name)
        yield Probe(values, times * Fraction(weights[name]), what)
    mean = sum((Fraction(weight) for weight in weights.values()), Fraction(0)) / len(weights)
    yield Probe(dict.fromkeys(weights, "1") | dict.fromkeys(excluded, "0"), times * mean, PROBES["middle"])


def _refuse_nobody(column: Column, names: tuple[str, ...], none_arose: NoneArose) -> Iterable[Refusal]:
    counted = column.has(names[0]) if names else None
    if counted is not None and counted.any():
        yield from none_arose_refusal(_nobody(column, names) & counted, names[0], none_arose, "value.nobody")


def _tell_mean(case: Case, weights: Mapping[str, Decimal], none_arose: NoneArose, before: str, after: str) -> str:
    counts = {name: case.decimal(name) for name in weights}
    total = sum(counts.values(), Decimal(0))
    if not total:
        return case.say(vi="không phát sinh", en="no case arose") + f": {tell_none_arose(case, none_arose)}"
    terms = " + ".join(f"{case.write(count)} x {case.write(weights[name])}" for name, count in counts.items())
    return f"{before}({terms}) / {case.write(total)}{after}"
