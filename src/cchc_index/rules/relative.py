"""Points relative to other units: to the best one, or to the range of all."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import ClassVar, Literal

import attrs
import numpy as np

from cchc_index.problems.problem import Problem
from cchc_index.rules.columns import Case, Column, Field, FieldColumn, Wording
from cchc_index.rules.contract import Leaf, Points, Probe, Refusal, ScoringRule
from cchc_index.rules.probing import PROBES
from cchc_index.rules.rate import NoneArose, none_arose_refusal, tell_answer, tell_none_arose, with_none_arose
from cchc_index.values.exact import Integers, Ratios
from cchc_index.values.text import Text

Direction = Literal["up", "down"]


@attrs.frozen
class RelativeToBest(ScoringRule):
    """Points in proportion to the best unit's value.

    points = max_points x value / best (more is better, `up`), or max_points x best / value (less is better, `down`)

    The best value is that of the ranked, complete units to which the leaf applies; a unit outside the ranking that is
    better still gets the maximum. Where less is better and the best value is 0, it gets the maximum and others nothing.

    Attributes:
        direction: `up` when more is better, `down` when less is.
        among: Whether units are compared within their `group`, or `all` together.
        none_arose: What units get when the best value is 0 and more is better.

    Reads:
        `value`, 0 or more.

    Source:
        Rule R3 of the field: value / best value x maximum.

    Example:
        >>> from cchc_index.testing import points_of
        >>> points_of(RelativeToBest(), 10, {"value": ["40", "30", "0"]})
        ['10.00', '7.50', '0.00']
        >>> points_of(RelativeToBest(direction="down"), 10, {"value": ["40", "30", "60"]})
        ['7.50', '10.00', '5.00']
    """

    purpose: ClassVar[Text] = Text((("vi", "so với đơn vị tốt nhất"), ("en", "against the best unit")))

    direction: Direction = "up"
    among: Literal["group", "all"] = "group"
    none_arose: NoneArose = "refuse"
    relative: bool = attrs.field(default=True, init=False)

    @property
    def reads(self) -> tuple[tuple[Field, ...], ...]:
        """`value`."""
        return ((Field("value", better="more" if self.direction == "up" else "less"),),)

    def refusals(self, column: Column, /) -> Iterable[Refusal]:
        """A best value of 0 where more is better, unless the set says what that earns."""
        if self.direction == "up":
            yield from none_arose_refusal(
                _extremes(column, self.among)[1].equals(0), "value", self.none_arose, "value.no_best"
            )

    def score(self, column: Column, /) -> Points:
        """The points of each unit."""
        value = column.number("value")
        low, high = _extremes(column, self.among)
        most = Fraction(column.max_points)
        if self.direction == "up":
            nothing = high.equals(0)
            share = Ratios(_least(value.numerators, high), _positive(high)).times(most)
            return with_none_arose(share, nothing if nothing.any() else None, self.none_arose, column.max_points)
        share = Ratios(_least(low, value.numerators), _positive(value.numerators)).times(most)
        best = ~(value.numerators > low)
        return Points(share.constant(most).where(best, share))

    def probes(self, leaf: Leaf, /) -> Iterable[Probe]:
        """The best value, the least, and half the best."""
        most = Fraction(leaf.max_points)
        if self.direction == "up":
            yield Probe({"value": "100"}, most, PROBES["full"])
            yield Probe({"value": "0"}, Fraction(0), PROBES["least"])
            yield Probe({"value": "50"}, most / 2, PROBES["middle"])
        else:
            yield Probe({"value": "10"}, most, PROBES["full"])
            yield Probe({"value": "1000"}, most / 100, PROBES["least"])
            yield Probe({"value": "20"}, most / 2, PROBES["middle"])

    def describe(self, leaf: Leaf, words: Wording, /) -> str:
        """The formula, and whom it compares with."""
        most = words.write(leaf.max_points)
        among = _tell_among(words, self.among)
        if self.direction == "up":
            told = words.say(vi=f"{most} × giá trị / cao nhất {among}", en=f"{most} × value / the highest {among}")
            return told + tell_answer(words, self.none_arose, vi="cao nhất là 0", en="the highest is 0")
        return words.say(vi=f"{most} × thấp nhất {among} / giá trị", en=f"{most} × the lowest {among} / value")

    def compared_with(self, column: Column, /) -> Mapping[str, FieldColumn]:
        """The `best` value."""
        low, high = _extremes(column, self.among)
        return {"best": _as_reported(column, high if self.direction == "up" else low)}

    def reason(self, case: Case, /) -> str:
        """The value, the best one, and the quotient of the two."""
        value, best = case.decimal("value"), case.compared_with["best"]
        written, most = case.write(value), case.write(case.max_points)
        words = case.say(vi=f"giá trị {written}, ", en=f"value {written}, ")
        words += _tell_end(case, self.among, vi="tốt nhất", en="the best") + f" {case.write(best)}"
        if best == 0 and self.direction == "up":
            return f"{words}: {tell_none_arose(case, self.none_arose)}"
        if value == best or (value > best) == (self.direction == "up"):
            return words + case.say(vi=", không kém hơn", en=", no worse") + f": {most}"
        over, under = (written, case.write(best)) if self.direction == "up" else (case.write(best), written)
        return f"{words}: {most} x {over} / {under}"


@attrs.frozen
class MinMax(ScoringRule):
    """Points by where a value lies in the range of all units.

    points = low + (high - low) x (value - min) / (max - min), or with (max - value) when less is better

    The range is that of the ranked, complete units to which the leaf applies; a unit outside the ranking that lies
    beyond it gets the end of the scale.

    Attributes:
        direction: `up` when more is better, `down` when less is.
        low: Points of the worst unit.
        high: Points of the best unit; the leaf's maximum unless it is given.
        among: Whether units are compared within their `group`, or `all` together.
        none_arose: What units get when all have the same value, so that there is no range.

    Reads:
        `value`.

    Source:
        Rule R4 of the field: the sub-indices of PCI and DDCI on a scale of 1 to 10, in either direction. OECD/JRC,
        Handbook on Constructing Composite Indicators (2008), min-max normalisation.

    Example:
        >>> from cchc_index.testing import points_of
        >>> points_of(MinMax(low=Decimal(1)), 10, {"value": ["20", "30", "60"]})
        ['1.00', '3.25', '10.00']
    """

    purpose: ClassVar[Text] = Text(
        (("vi", "giữa đơn vị thấp nhất và cao nhất"), ("en", "between the lowest and the highest unit"))
    )

    direction: Direction = "up"
    low: Decimal = Decimal(0)
    high: Decimal | None = None
    among: Literal["group", "all"] = "group"
    none_arose: NoneArose = "refuse"
    relative: bool = attrs.field(default=True, init=False)

    @property
    def reads(self) -> tuple[tuple[Field, ...], ...]:
        """`value`."""
        return ((Field("value", least=None, better="more" if self.direction == "up" else "less"),),)

    def faults(self, leaf: Leaf, /) -> Iterable[Problem]:
        """The scale rises from `low` to the leaf's maximum."""
        high = leaf.max_points if self.high is None else self.high
        if high > leaf.max_points or (leaf.in_full and high < leaf.max_points):
            yield Problem("rule.best", path="high", arguments={"best": str(high), "most": str(leaf.max_points)})
        if not 0 <= self.low < high:
            yield Problem("rule.low", path="low", arguments={"value": str(self.low), "most": str(high)})

    def refusals(self, column: Column, /) -> Iterable[Refusal]:
        """No range, unless the set says what that earns."""
        low, high = _extremes(column, self.among)
        yield from none_arose_refusal((high - low).equals(0), "value", self.none_arose, "value.no_range")

    def score(self, column: Column, /) -> Points:
        """The points of each unit."""
        value = column.number("value").numerators
        low, high = _extremes(column, self.among)
        inside = _most(_least(value, high), low)
        reached = inside - low if self.direction == "up" else high - inside
        span = high - low
        flat = span.equals(0)
        reached = Integers.of(reached.values)
        best = column.max_points if self.high is None else self.high
        share = Ratios(reached, _positive(span)).times(Fraction(best) - Fraction(self.low))
        points = share.plus(Fraction(self.low)) if self.low else share
        return with_none_arose(points, flat if flat.any() else None, self.none_arose, column.max_points)

    def probes(self, leaf: Leaf, /) -> Iterable[Probe]:
        """Both ends of the range, and its middle."""
        low, high = Fraction(self.low), Fraction(leaf.max_points if self.high is None else self.high)
        best, worst = ("100", "0") if self.direction == "up" else ("0", "100")
        yield Probe({"value": best}, high, PROBES["full"])
        yield Probe({"value": worst}, low, PROBES["least"])
        yield Probe({"value": "50"}, (low + high) / 2, PROBES["middle"])

    def describe(self, leaf: Leaf, words: Wording, /) -> str:
        """The ends of the scale, and whom it compares with."""
        low = words.write(self.low)
        high = words.write(leaf.max_points if self.high is None else self.high)
        among = _tell_among(words, self.among)
        ends = [words.say(vi="thấp nhất", en="lowest"), words.say(vi="cao nhất", en="highest")]
        worst, best = ends if self.direction == "up" else reversed(ends)
        told = words.say(
            vi=f"từ {low} (giá trị {worst} {among}) đến {high} (giá trị {best})",
            en=f"from {low} (the {worst} value {among}) to {high} (the {best})",
        )
        return told + tell_answer(words, self.none_arose, vi="mọi giá trị bằng nhau", en="all values are the same")

    def compared_with(self, column: Column, /) -> Mapping[str, FieldColumn]:
        """The `least` and the `greatest` value."""
        low, high = _extremes(column, self.among)
        return {"least": _as_reported(column, low), "greatest": _as_reported(column, high)}

    def reason(self, case: Case, /) -> str:
        """The value, the ends of the range, and where it lies between them."""
        value, least, greatest = case.decimal("value"), case.compared_with["least"], case.compared_with["greatest"]
        written, bottom, top = case.write(value), case.write(least), case.write(greatest)
        words = case.say(vi=f"giá trị {written}, ", en=f"value {written}, ")
        words += _tell_end(case, self.among, vi="nhỏ nhất", en="the least") + f" {bottom}, "
        words += case.say(vi=f"lớn nhất {top}", en=f"the greatest {top}")
        if least == greatest:
            return f"{words}: {tell_none_arose(case, self.none_arose)}"
        low, high = case.write(self.low), case.write(case.max_points if self.high is None else self.high)
        if not least < value < greatest:
            up = (value >= greatest) == (self.direction == "up")
            return f"{words}: {high if up else low}"
        over = f"({_minus(written, bottom)})" if self.direction == "up" else f"({_minus(top, written)})"
        before = f"{low} + " if self.low else ""
        climb = f"({high} - {low})" if self.low else high
        return f"{words}: {before}{climb} x {over} / ({_minus(top, bottom)})"


def _extremes(column: Column, among: Literal["group", "all"]) -> tuple[Integers, Integers]:
    """For each unit the least and the greatest value of those it is compared with, in the column's own decimals."""
    numbers = column.number("value").numerators
    blocks = column.blocks(among)
    counts = np.ones(column.size, dtype=np.bool_) if column.counts is None else column.counts
    values, within = numbers.values[counts], blocks[counts]
    size = int(blocks.max()) + 1 if column.size else 0
    low, high = np.full(size, numbers.high, dtype=values.dtype), np.full(size, numbers.low, dtype=values.dtype)
    np.minimum.at(low, within, values)
    np.maximum.at(high, within, values)
    return Integers.of(low).take(blocks), Integers.of(high).take(blocks)


def _least(one: Integers, other: Integers) -> Integers:
    return one.where(~(one > other), other)


def _most(one: Integers, other: Integers) -> Integers:
    return one.where(one >= other, other)


def _positive(numbers: Integers) -> Integers:
    """Divisors: 1 where a number is not above 0, for rows that are answered otherwise."""
    return Integers.of(numbers.where(numbers > 0, 1).values)


def _as_reported(column: Column, numbers: Integers) -> FieldColumn:
    """Numbers with the decimals that the values have."""
    reported = column.fields.get("value")
    return FieldColumn(numbers, reported.places if reported else 0)


def _minus(one: str, other: str) -> str:
    """A difference of two written numbers, of which the second may be negative."""
    return f"{one} - ({other})" if other.startswith("-") else f"{one} - {other}"


def _tell_end(case: Case, among: str, *, vi: str, en: str) -> str:
    """An end of a range, and whose."""
    return case.say(vi=f"{vi} {_tell_among(case, among)}", en=f"{en} {_tell_among(case, among)}")


def _tell_among(words: Wording, among: str) -> str:
    if among == "group":
        return words.say(vi="trong nhóm", en="in the group")
    return words.say(vi="của tất cả đơn vị", en="of all units")
