"""Points in proportion to a rate."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar

import attrs

from cchc_index.problems.problem import Problem
from cchc_index.rules import rate
from cchc_index.rules.columns import Case, Column, Field, Wording
from cchc_index.rules.contract import Leaf, Points, Probe, Refusal, ScoringRule
from cchc_index.rules.probing import HAIR, PROBES, at_threshold
from cchc_index.rules.rate import NoneArose
from cchc_index.values.exact import is_below, round_fraction
from cchc_index.values.text import Text

if TYPE_CHECKING:
    from cchc_index.values.exact import BoolArray, Ratios


@attrs.frozen
class Proportion(ScoringRule):
    """Points in proportion to a rate, none below a floor.

    points = max_points x min(rate / full_at, 1), and 0 where rate < zero_below

    Attributes:
        zero_below: Rates under this earn nothing, in per cent; the floor itself earns.
        full_at: The rate that earns all points, in per cent.
        cap: Whether rates over 100 % count as 100 %; otherwise they are refused.
        none_arose: What a unit gets in which no case arose (0 of 0).

    Reads:
        `rate` in per cent, or `done` and `planned`; on a node that has parts, what they got, in per cent.

    Source:
        Rule R2 of the field: "Điểm = Tỷ lệ x điểm tối đa", in most provincial sets.

    Example:
        >>> from cchc_index.testing import points_of
        >>> points_of(Proportion(zero_below=Decimal(50)), 2, {"rate": ["97.84", "50", "49.9"]})
        ['1.96', '1.00', '0.00']
    """

    purpose: ClassVar[Text] = Text((("vi", "theo tỷ lệ"), ("en", "in proportion to a rate")))

    zero_below: Decimal | None = None
    full_at: Decimal = Decimal(100)
    cap: bool = False
    none_arose: NoneArose = "refuse"

    reads_parts: ClassVar[bool] = True

    @property
    def reads(self) -> tuple[tuple[Field, ...], ...]:
        """`rate`, or `done` and `planned`."""
        small = rate.among_small((self.zero_below, self.full_at))
        return rate.rate_fields(self.cap, "taken" if small else "asked")

    def faults(self, leaf: Leaf, /) -> Iterable[Problem]:
        """`full_at` lies above 0 and up to 100, `zero_below` between 0 and `full_at`."""
        if not 0 < self.full_at <= 100:
            yield Problem("rule.per_cent", path="full_at", arguments={"value": str(self.full_at)})
        elif self.zero_below is not None and not 0 <= self.zero_below <= self.full_at:
            yield Problem(
                "rule.zero_below",
                path="zero_below",
                arguments={"value": str(self.zero_below), "full_at": str(self.full_at)},
            )
        else:
            yield from rate.fractions_fault((self.full_at,), "full_at", leaf)

    def refusals(self, column: Column, /) -> Iterable[Refusal]:
        """Rates that cannot be."""
        return rate.refuse_rates(column, cap=self.cap, none_arose=self.none_arose)

    def score(self, column: Column, /) -> Points:
        """The points of each unit."""
        rates = rate.rate_of(column, cap=self.cap)
        points = self._points_at(rates.ratios, Fraction(column.max_points))
        return rate.with_none_arose(points, rates.none_arose, self.none_arose, column.max_points)

    def of_rates(self, rates: Ratios, leaf: Leaf, /) -> Points:
        """The points of what parts got, in per cent."""
        return Points(self._points_at(rates, Fraction(leaf.max_points)))

    def _points_at(self, rates: Ratios, most: Fraction) -> Ratios:
        points = rates.times(most / Fraction(self.full_at))
        if self.full_at < 100:
            points = points.constant(most).where(rates.at_least(Fraction(self.full_at)), points)
        return points.kept(rates.at_least(Fraction(self.zero_below))) if self.zero_below else points

    def probes(self, leaf: Leaf, /) -> Iterable[Probe]:
        """The full rate, the floor from both sides, nothing done, and no case."""
        most = Fraction(leaf.max_points)
        yield Probe({"rate": f"{self.full_at:f}"}, most, PROBES["full"])
        yield Probe({"done": "0", "planned": "7"}, Fraction(0), PROBES["least"])
        below = self.full_at - HAIR
        if self.zero_below is None or self.zero_below <= below:  # else it is the floor's own probe, and earns nothing
            yield Probe(
                {"rate": f"{below:f}"}, most * Fraction(below) / Fraction(self.full_at), at_threshold(self.full_at, -1)
            )
        if self.zero_below:
            floor = most * Fraction(self.zero_below) / Fraction(self.full_at)
            yield Probe({"rate": f"{self.zero_below:f}"}, floor, at_threshold(self.zero_below, 0))
            yield Probe({"rate": f"{self.zero_below - HAIR:f}"}, Fraction(0), at_threshold(self.zero_below, -1))
        yield from rate.none_arose_probes({"done": "0", "planned": "0"}, self.none_arose, leaf)

    def describe(self, leaf: Leaf, words: Wording, /) -> str:
        """The formula and its floor."""
        most, full = words.write(leaf.max_points), words.write(self.full_at)
        told = words.say(vi=f"{most} × tỷ lệ / {full} %, tối đa {most}", en=f"{most} × rate / {full} %, at most {most}")
        if self.zero_below is not None:
            floor = words.write(self.zero_below)
            told += words.say(vi=f"; dưới {floor} %: 0", en=f"; below {floor} %: 0")
        return told + rate.tell_rate_terms(words, self.cap, self.none_arose)

    def reason(self, case: Case, /) -> str:
        """The rate and the product."""
        words, value = rate.tell_rate(case, cap=self.cap)
        if value is None:
            return f"{words}: {rate.tell_none_arose(case, self.none_arose)}"
        if self.zero_below is not None and is_below(value, self.zero_below):
            below = case.say(vi="dưới", en="below")
            return f"{words}, {below} {case.write(self.zero_below)} %: {case.write(0)}"
        if not is_below(value, self.full_at):
            enough = case.say(vi="đạt từ", en="at least")
            return f"{words}, {enough} {case.write(self.full_at)} %: {case.write(case.max_points)}"
        share = self._share(case)
        return case.say(vi=f"{words}: điểm tối đa x tỷ lệ = {share}", en=f"{words}: maximum x rate = {share}")

    def _share(self, case: Case) -> str:
        """The product in figures that can be typed into a calculator."""
        most = case.write(case.max_points)
        if "rate" in case.values:
            return f"{most} x {case.write(case.decimal('rate'))} / {case.write(self.full_at)}"
        share = f"{most} x {case.write(case.decimal('done'))} / {case.write(case.decimal('planned'))}"
        return share if self.full_at == 100 else f"{share} x 100 / {case.write(self.full_at)}"

    def can_give(self, points: Ratios, leaf: Leaf, /) -> BoolArray:
        """Points with the leaf's decimals that are 0 or not under what the floor earns."""
        usual = super().can_give(points, leaf)
        if not self.zero_below:
            return usual
        floor = Fraction(leaf.max_points) * Fraction(self.zero_below) / Fraction(self.full_at)
        least = Fraction(round_fraction(floor, leaf.places, leaf.mode), 10**leaf.places)
        return usual & (points.at_least(least) | ~points.above(Fraction(0)))
