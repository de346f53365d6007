"""Points from a value's place between two ends of its own scale: goalposts, outside indices, satisfied answers."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable
from decimal import Context, Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar, Literal

import attrs
import numpy as np

from cchc_index.problems.problem import Problem
from cchc_index.rules import rate
from cchc_index.rules.columns import Case, Column, Field, Method, Wording
from cchc_index.rules.contract import Leaf, Points, Probe, ScoringRule
from cchc_index.rules.probing import PROBES
from cchc_index.rules.rate import SmallRates
from cchc_index.values.exact import Integers, Ratios, round_fraction
from cchc_index.values.logarithms import (
    OFF,
    cut_for_reading,
    fixed_logarithm,
    logarithms,
    rounded_between,
    sign_of_powers,
)
from cchc_index.values.text import Text

if TYPE_CHECKING:
    from cchc_index.values.exact import BoolArray

_ROOM = 58  #: bits of a share of the way times points, so that they stay in 64


class Ramp(ScoringRule):
    """Points that rise from one end of a scale to the other, in proportion or by logarithms."""

    @property
    @abstractmethod
    def ends(self) -> tuple[Decimal, Decimal]:
        """The value that earns least, and the one that earns all points."""

    @property
    def start(self) -> Decimal:
        """The points at the worse end."""
        return Decimal(0)

    @property
    def caps(self) -> bool:
        """Whether what lies beyond an end counts as the end; otherwise it is refused."""
        return False

    @property
    def logarithmic(self) -> bool:
        """Whether logarithms are compared."""
        return False

    @property
    def reads(self) -> tuple[tuple[Field, ...], ...]:
        """`value`."""
        worst, best = self.ends
        least, most = (None, None) if self.caps else sorted((worst, best))
        small: SmallRates = "asked" if best == 100 and not worst else "taken"
        better: Literal["more", "less"] = "more" if best > worst else "less"
        return ((Field("value", least=least, most=most, measured=True, better=better, small_rates=small),),)

    def score(self, column: Column, /) -> Points:
        """The points of each unit."""
        return self.of_rates(column.number("value"), Leaf(column.max_points, column.places, column.mode))

    def of_rates(self, rates: Ratios, leaf: Leaf, /) -> Points:
        """The points of values, or of the per cent of parts."""
        if self.logarithmic:
            return Points(self._by_logarithms(rates, leaf))
        worst, best = map(Fraction, self.ends)
        each = (Fraction(leaf.max_points) - Fraction(self.start)) / (best - worst)
        kept = rates.within(min(worst, best), max(worst, best)) if self.caps else rates
        climbed = (kept.plus(-worst) if worst else kept).times(each)
        return Points(climbed.plus(Fraction(self.start)) if self.start else climbed)

    def _by_logarithms(self, values: Ratios, leaf: Leaf) -> Ratios:
        """Start + (maximum - start) x (log value - log worst) / (log best - log worst), correctly rounded."""
        worst, best = map(Fraction, self.ends)
        start, climb = Fraction(self.start), Fraction(leaf.max_points) - Fraction(self.start)
        kept = values.within(min(worst, best), max(worst, best))
        by = kept.denominators
        under = fixed_logarithm(Fraction(by)) if isinstance(by, int) else logarithms(by).values
        way = fixed_logarithm(best / worst)
        sign, way = (1, way) if best > worst else (-1, -way)
        gone = (logarithms(kept.numerators).values - under - fixed_logarithm(worst)) * sign
        units = climb * 10**leaf.places
        shift = max(0, way.bit_length() + (units.numerator * units.denominator).bit_length() - _ROOM)
        whole, off = max(way >> shift, 1), (4 * OFF >> shift) + 2
        ends = (
            Ratios(Integers.of(np.clip((gone >> shift) + side, 0, whole)), whole).times(climb).plus(start)
            for side in (-off, off)
        )

        def compare(row: int, boundary: Fraction) -> int:
            if not climb:
                return (start > boundary) - (start < boundary)
            share = (boundary - start) / climb
            return sign * sign_of_powers(
                [(kept.fraction(row) / worst, share.denominator), (best / worst, -share.numerator)]
            )

        low, high = ends
        return Ratios(rounded_between(low, high, leaf.places, leaf.mode, compare), 10**leaf.places)

    def probes(self, leaf: Leaf, /) -> Iterable[Probe]:
        """Both ends, what lies between them, and what lies beyond."""
        (worst, best), start, most = self.ends, Fraction(self.start), Fraction(leaf.max_points)
        yield Probe({"value": f"{best:f}"}, most, PROBES["full"])
        yield Probe({"value": f"{worst:f}"}, start, PROBES["least"])
        if not self.logarithmic:
            yield Probe({"value": f"{(worst + best) / 2:f}"}, (start + most) / 2, PROBES["middle"])
        if self.caps:
            step = abs(best - worst) * (1 if best > worst else -1)
            yield Probe({"value": f"{best + step:f}"}, most, PROBES["beyond"])
            yield Probe({"value": f"{worst - step:f}"}, start, PROBES["beyond"])

    def describe(self, leaf: Leaf, words: Wording, /) -> str:
        """The formula."""
        most, worst, best = (words.write(each) for each in (leaf.max_points, *self.ends))
        value = words.say(vi="giá trị", en="value")
        over, under = self._quotient(value, worst, best)
        told = f"{most} × {over} / {under}"
        if self.start:
            start, climb = words.write(self.start), words.write(leaf.max_points - self.start)
            told = f"{start} + {climb} × {over} / {under}"
        if self.caps:
            told += words.say(
                vi=f"; từ {best} trở đi: {most}, đến {worst}: {words.write(self.start)}",
                en=f"; {best} and better: {most}, {worst} and worse: {words.write(self.start)}",
            )
        return told

    def _quotient(self, value: str, worst: str, best: str) -> tuple[str, str]:
        if self.logarithmic:
            return f"(ln {value} - ln {worst})", f"(ln {best} - ln {worst})"
        if not self.ends[0]:
            return value, best
        return f"({value} - {_signed(worst)})", f"({best} - {_signed(worst)})"

    def reason(self, case: Case, /) -> str:
        """The value and the proportion."""
        value, words, written = self._value(case)
        worst, best = self.ends
        climb = case.max_points - self.start
        if self.caps and (value >= best if best > worst else value <= best):
            end = case.say(vi="không kém hơn", en="no worse than")
            return f"{words}, {end} {case.write(best)}: {case.write(case.max_points)}"
        if self.caps and (value <= worst if best > worst else value >= worst):
            end = case.say(vi="không tốt hơn", en="no better than")
            return f"{words}, {end} {case.write(worst)}: {case.write(self.start)}"
        over, under = self._quotient(written, case.write(worst), case.write(best))
        before = f"{case.write(self.start)} + " if self.start else ""
        told = f"{words}: {before}{case.write(climb)} x {over} / {under}"
        return f"{told} ≈ {case.write(self._about(value, case))}" if self.logarithmic else told

    def _value(self, case: Case) -> tuple[Fraction, str, str]:
        """The value, how it is told, and how it stands in a formula."""
        if "value" in case.values:
            written = case.write(case.decimal("value"))
            return Fraction(case.decimal("value")), case.say(vi="giá trị", en="value") + f" {written}", written
        words, found = rate.tell_rate(case, cap=False)
        done, planned = case.write(case.decimal("done")), case.write(case.decimal("planned"))
        product = f"100 x {done} / {planned}"
        return found or Fraction(0), words, f"({product})" if self.logarithmic else product

    def _about(self, value: Fraction, case: Case) -> Decimal:
        """What the logarithms come to, for reading: cut, so that it agrees with how it is rounded."""
        context = Context(prec=40)
        ln = [
            context.ln(context.divide(Decimal(each.numerator), Decimal(each.denominator)))
            for each in (value, *map(Fraction, self.ends))
        ]
        share = (Fraction(ln[0]) - Fraction(ln[1])) / (Fraction(ln[2]) - Fraction(ln[1]))
        exact = Fraction(self.start) + Fraction(case.max_points - self.start) * share
        return cut_for_reading(exact, case.places)

    def can_give(self, points: Ratios, leaf: Leaf, /) -> BoolArray:
        """Points with the leaf's decimals from those at the worse end on."""
        least = Fraction(round_fraction(Fraction(self.start), leaf.places, leaf.mode), 10**leaf.places)
        return super().can_give(points, leaf) & points.at_least(least)


def _signed(number: str) -> str:
    return f"({number})" if number.startswith("-") else number


@attrs.frozen
class Between(Ramp):
    """Points in proportion to where a value lies between two goalposts, the same beyond them.

    points = at_worst + (max_points - at_worst) x t, with t = (value - worst) / (best - worst), kept between 0 and 1;
    under `log` t is that of the logarithms

    Attributes:
        worst: The value that earns `at_worst` points.
        best: The value that earns all points. It may lie below `worst`, where less is better.
        beyond: Whether a value beyond a goalpost counts as the goalpost (`cap`) or is refused.
        at_worst: The points at the worse end, for scales that start at 1.
        scale: `linear`, or `log` to compare logarithms; values of 0 or less then lie beyond the lower end.

    Reads:
        `value`, in the units of the goalposts; on a node that has parts, what they got in per cent.

    Source:
        Dimension indices of the Human Development Report's technical notes (UNDP); the "distance to frontier" of
        Doing Business (World Bank).

    Example:
        >>> from cchc_index.testing import points_of
        >>> points_of(Between(worst=Decimal(80), best=Decimal(0)), 4, {"value": ["20", "0", "95"]})
        ['3.00', '4.00', '0.00']
        >>> income = Between(worst=Decimal(100), best=Decimal(75000), scale="log")
        >>> points_of(income, 100, {"value": ["7500", "100", "-5"]})
        ['65.22', '0.00', '0.00']
    """

    purpose: ClassVar[Text] = Text((("vi", "giữa hai mốc cố định"), ("en", "between two fixed goalposts")))

    worst: Decimal
    best: Decimal
    beyond: Literal["cap", "refuse"] = "cap"
    at_worst: Decimal = Decimal(0)
    scale: Literal["linear", "log"] = "linear"

    reads_parts: ClassVar[bool] = True

    @property
    def ends(self) -> tuple[Decimal, Decimal]:
        """The goalposts."""
        return self.worst, self.best

    @property
    def start(self) -> Decimal:
        """`at_worst`."""
        return self.at_worst

    @property
    def caps(self) -> bool:
        """Whether values beyond the goalposts count."""
        return self.beyond == "cap"

    @property
    def logarithmic(self) -> bool:
        """Whether the scale is `log`."""
        return self.scale == "log"

    def faults(self, leaf: Leaf, /) -> Iterable[Problem]:
        """The goalposts differ, and are positive under logarithms; `at_worst` lies from 0 to below the maximum."""
        if self.worst == self.best:
            yield Problem("rule.equal_ends", path="best", arguments={"value": str(self.best)})
        if self.logarithmic:
            for name, end in (("worst", self.worst), ("best", self.best)):
                if end <= 0:
                    yield Problem("rule.log_end", path=name, arguments={"value": str(end)})
        if leaf.has_parts and self.beyond == "refuse":
            yield Problem("rule.refuses_parts", path="beyond")
        if not 0 <= self.at_worst < leaf.max_points:
            arguments = {"value": str(self.at_worst), "most": str(leaf.max_points)}
            yield Problem("rule.low", path="at_worst", arguments=arguments)


@attrs.frozen
class Convert(Ramp):
    """Points in proportion to where a value lies between two ends of its own scale: `between` that refuses the rest.

    points = max_points x (value - from) / (scale - from)

    Attributes:
        scale: The value that earns all points.
        from_: The value that earns none; ``from`` in YAML.

    Reads:
        `value`, in the units of the scale, between its two ends. `scale` may lie below `from` when less is better.

    Source:
        Rule R10 of the field: SIPAS 83 % becomes 8.30 of 10 points.

    Example:
        >>> from cchc_index.testing import points_of
        >>> points_of(Convert(scale=Decimal(100)), 10, {"value": ["83", "100"]})
        ['8.30', '10.00']
    """

    purpose: ClassVar[Text] = Text((("vi", "quy đổi từ thang khác"), ("en", "from another scale")))

    scale: Decimal
    from_: Decimal = Decimal(0)

    method: ClassVar[Method] = "outside"

    @property
    def ends(self) -> tuple[Decimal, Decimal]:
        """The two ends of the scale."""
        return self.from_, self.scale

    def faults(self, leaf: Leaf, /) -> Iterable[Problem]:
        """The two ends of the scale differ."""
        if self.scale == self.from_:
            yield Problem("rule.empty_scale", path="scale", arguments={"value": str(self.scale)})
