"""A base, and more on top: in proportion, or by steps above a floor, with a factor for special units."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING, ClassVar, Literal

import attrs

from cchc_index.problems.problem import Problem
from cchc_index.rules.columns import Case, Column, Field, Wording
from cchc_index.rules.contract import Leaf, Points, Probe, ScoringRule
from cchc_index.rules.multiples import is_award
from cchc_index.rules.probing import HAIR, NOBODY, PROBES, at_threshold
from cchc_index.rules.rate import SmallRates, among_small
from cchc_index.values.exact import Integers, Ratios
from cchc_index.values.text import Text, value_of
from cchc_index.values.units import Unit

if TYPE_CHECKING:
    from cchc_index.values.exact import BoolArray


@attrs.frozen
class Factor:
    """What is asked of special units, in per cent of what is asked of others.

    Attributes:
        by: The column of the register that tells which units are special.
        per_cent: For each value of the column the share; units with other values have 100.
    """

    by: str
    per_cent: Mapping[str, Decimal] = attrs.field(hash=False)

    def of(self, value: str) -> Decimal:
        """The share of units whose column has that value, in per cent."""
        share = value_of(self.per_cent, value)
        return Decimal(100) if share is None else share

    def faults(self) -> Iterable[Problem]:
        """Some units are special, and every share is above 0."""
        if not self.per_cent:
            yield Problem("rule.no_options", path="factor.per_cent")
        for value, share in self.per_cent.items():
            if not share > 0:
                yield Problem("rule.positive", path=f"factor.per_cent.{value}", arguments={"value": str(share)})


@attrs.frozen
class BasePlus(ScoringRule):
    """A base, plus a part in proportion to where a value lies between two ends.

    points = base + (max_points - base) x (value - from x f) / (scale x f - from x f), between base and max_points

    with f = 1, or the unit's factor / 100: what is asked of a special unit is scaled, not its points.

    Attributes:
        base: Points that every unit has.
        scale: The value that earns all points.
        from_: The value from which more than the base is earned; ``from`` in YAML.
        factor: What is asked of special units.

    Reads:
        `value`, 0 or more.

    Source:
        Rule R7 of the field: a base plus a proportional part.

    Example:
        >>> from cchc_index.testing import points_of
        >>> rule = BasePlus(base=Decimal(2), scale=Decimal(100), from_=Decimal(50))
        >>> points_of(rule, 10, {"value": ["40", "75", "120"]})
        ['2.00', '6.00', '10.00']
    """

    purpose: ClassVar[Text] = Text((("vi", "điểm nền cộng theo tỷ lệ"), ("en", "a base and a proportion above it")))

    base: Decimal
    scale: Decimal
    from_: Decimal = Decimal(0)
    factor: Factor | None = None

    @property
    def reads(self) -> tuple[tuple[Field, ...], ...]:
        """`value`, in per cent where the scale ends at 100."""
        shares = (Decimal(100), *(self.factor.per_cent.values() if self.factor else ()))
        ends = (end * share / 100 for end in (self.from_, self.scale) for share in shares)
        small: SmallRates = "asked" if self.scale == 100 and not among_small(ends) else "taken"
        return ((Field("value", better="more", small_rates=small),),)

    @property
    def columns(self) -> tuple[str, ...]:
        """The column of the factor."""
        return (self.factor.by,) if self.factor else ()

    @property
    def knows(self) -> Mapping[str, tuple[str, ...]]:
        """The special kinds of units, as values of the column of the factor."""
        return {self.factor.by: tuple(self.factor.per_cent)} if self.factor else {}

    def faults(self, leaf: Leaf, /) -> Iterable[Problem]:
        """The base lies below the maximum, and the scale above where it starts."""
        yield from _base_faults(self.base, leaf)
        if not 0 <= self.from_ < self.scale:
            arguments = {"value": str(self.from_), "most": str(self.scale)}
            yield Problem("rule.low", path="from", arguments=arguments)
        if self.factor is not None:
            yield from self.factor.faults()

    def score(self, column: Column, /) -> Points:
        """The points of each unit."""
        value = _asked(self.factor, column)
        base, most = Fraction(self.base), Fraction(column.max_points)
        start, end = Fraction(self.from_), Fraction(self.scale)
        earned = value.plus(-start).times((most - base) / (end - start)).plus(base)
        return Points(earned.within(base, most))

    def probes(self, leaf: Leaf, /) -> Iterable[Probe]:
        """Both ends of the scale and its middle, for ordinary and for special units."""
        base, most = Fraction(self.base), Fraction(leaf.max_points)
        for share, attributes in _kinds(self.factor):
            start, end = self.from_ * share / 100, self.scale * share / 100
            yield Probe({"value": f"{end:f}"}, most, PROBES["full"], attributes)
            yield Probe({"value": f"{start:f}"}, base, PROBES["least"], attributes)
            yield Probe({"value": f"{(start + end) / 2:f}"}, (base + most) / 2, PROBES["middle"], attributes)

    def describe(self, leaf: Leaf, words: Wording, /) -> str:
        """The formula, and what is asked of special units."""
        base, most, start, end = (words.write(each) for each in (self.base, leaf.max_points, self.from_, self.scale))
        value = words.say(vi="giá trị", en="value")
        over = f"({value} - {start}) / ({end} - {start})" if self.from_ else f"{value} / {end}"
        most_said = words.say(vi=f", tối đa {most}", en=f", at most {most}")
        return f"{base} + ({most} - {base}) × {over}{most_said}" + _tell_factor(self.factor, words)

    def reason(self, case: Case, /) -> str:
        """The value and the sum."""
        share = _share(self.factor, case.unit)
        start, end = Fraction(self.from_) * share, Fraction(self.scale) * share
        value = case.decimal("value")
        words = case.say(vi="giá trị", en="value") + f" {case.write(value)}" + _tell_share(case, share)
        base, most = case.write(self.base), case.write(case.max_points)
        if value <= start:
            return (
                words
                + case.say(vi=f", không trên {_exact(case, start)}", en=f", not above {_exact(case, start)}")
                + f": {base}"
            )
        if value >= end:
            return (
                words + case.say(vi=f", đạt từ {_exact(case, end)}", en=f", at least {_exact(case, end)}") + f": {most}"
            )
        over = f"({case.write(value)} - {_exact(case, start)})" if start else case.write(value)
        under = f"({_exact(case, end)} - {_exact(case, start)})" if start else _exact(case, end)
        return f"{words}: {base} + ({most} - {base}) x {over} / {under}"


@attrs.frozen
class BaseSteps(ScoringRule):
    """A base, plus so many points for each so many units of a value above a floor, up to the maximum.

    points = min(base + points_each x steps, max_points), with steps = floor((value - floor x f) / (per x f))

    with f = 1, or the unit's factor / 100: what is asked of a special unit is scaled, not its points.

    Attributes:
        base: Points at the floor.
        floor: The value above which steps are counted.
        per: How much of the value makes one step.
        points_each: Points for one step.
        below_floor: Whether a unit under the floor still has the `base`, or `zero`.
        factor: What is asked of special units, for example 75 per cent of mountain communes.

    Reads:
        `value`, 0 or more.

    Source:
        Rule R8 of the field: a base plus a step for each so many units above a floor, capped, with a factor for
        special units.

    Example:
        >>> from cchc_index.testing import points_of
        >>> rule = BaseSteps(base=Decimal(2), floor=Decimal(50), per=Decimal(10), points_each=Decimal("0.5"))
        >>> points_of(rule, 4, {"value": ["20", "50", "79.9", "95"]})
        ['2.00', '2.00', '3.00', '4.00']
    """

    purpose: ClassVar[Text] = Text((("vi", "điểm nền cộng theo bậc"), ("en", "a base and steps above it")))

    base: Decimal
    floor: Decimal
    per: Decimal
    points_each: Decimal
    below_floor: Literal["base", "zero"] = "base"
    factor: Factor | None = None

    @property
    def reads(self) -> tuple[tuple[Field, ...], ...]:
        """`value`."""
        return ((Field("value", better="more"),),)

    @property
    def columns(self) -> tuple[str, ...]:
        """The column of the factor."""
        return (self.factor.by,) if self.factor else ()

    @property
    def knows(self) -> Mapping[str, tuple[str, ...]]:
        """The special kinds of units, as values of the column of the factor."""
        return {self.factor.by: tuple(self.factor.per_cent)} if self.factor else {}

    def faults(self, leaf: Leaf, /) -> Iterable[Problem]:
        """The base lies below the maximum; steps are more than nothing."""
        yield from _base_faults(self.base, leaf)
        for key, value in (("per", self.per), ("points_each", self.points_each)):
            if not value > 0:
                yield Problem("rule.positive", path=key, arguments={"value": str(value)})
        if self.floor < 0:
            yield Problem("rule.negative", path="floor", arguments={"value": str(self.floor)})
        if self.factor is not None:
            yield from self.factor.faults()

    def score(self, column: Column, /) -> Points:
        """The points of each unit."""
        value = _asked(self.factor, column)
        base, most = Fraction(self.base), Fraction(column.max_points)
        floor = Fraction(self.floor)
        reached = value.at_least(floor)
        steps = value.plus(-floor).kept(reached).times(1 / Fraction(self.per)).rounded(0, "truncate")
        earned = Ratios(steps).times(Fraction(self.points_each)).plus(base).within(base, most)
        return Points(earned.kept(reached) if self.below_floor == "zero" else earned)

    def probes(self, leaf: Leaf, /) -> Iterable[Probe]:
        """The floor from both sides, one step from both sides, and enough for the maximum."""
        base, most, each = Fraction(self.base), Fraction(leaf.max_points), Fraction(self.points_each)
        under = base if self.below_floor == "base" else Fraction(0)
        for share, attributes in _kinds(self.factor):
            floor, per = self.floor * share / 100, self.per * share / 100
            enough = int(-((base - most) // each))
            yield Probe({"value": f"{floor + enough * per:f}"}, most, PROBES["full"], attributes)
            if floor > HAIR:
                yield Probe({"value": f"{floor - HAIR:f}"}, under, at_threshold(floor, -1), attributes)
            yield Probe({"value": f"{floor:f}"}, base, at_threshold(floor, 0), attributes)
            yield Probe({"value": f"{floor + per:f}"}, min(base + each, most), at_threshold(floor + per, 0), attributes)
            if per > HAIR:
                yield Probe({"value": f"{floor + per - HAIR:f}"}, base, at_threshold(floor + per, -1), attributes)

    def describe(self, leaf: Leaf, words: Wording, /) -> str:
        """The base and the steps above the floor, and what is asked of special units."""
        base, floor, per, each, most = (
            words.write(number) for number in (self.base, self.floor, self.per, self.points_each, leaf.max_points)
        )
        points = "point" if self.base == 1 else "points"
        told = words.say(
            vi=f"{base} điểm khi đạt {floor}, thêm {each} cho mỗi {per} trên mức đó, tối đa {most}",
            en=f"{base} {points} at {floor}, and {each} for each {per} above, at most {most}",
        )
        below = words.write(0 if self.below_floor == "zero" else self.base)
        told += words.say(vi=f"; dưới {floor}: {below}", en=f"; below {floor}: {below}")
        return told + _tell_factor(self.factor, words)

    def reason(self, case: Case, /) -> str:
        """The value, the steps and the sum."""
        share = _share(self.factor, case.unit)
        floor, per = Fraction(self.floor) * share, Fraction(self.per) * share
        value = case.decimal("value")
        words = case.say(vi="giá trị", en="value") + f" {case.write(value)}" + _tell_share(case, share)
        if value < floor:
            left = Decimal(0) if self.below_floor == "zero" else self.base
            return words + case.say(vi=", dưới", en=", below") + f" {_exact(case, floor)}: {case.write(left)}"
        steps = int((Fraction(value) - floor) / per)
        counted = f"({case.write(value)} - {_exact(case, floor)}) / {_exact(case, per)}"
        whole = "whole step" if steps == 1 else "whole steps"
        words += case.say(vi=f": {steps} bước trọn ({counted})", en=f": {steps} {whole} ({counted})")
        earned = self.base + steps * self.points_each
        words += f": {case.write(self.base)} + {steps} x {case.write(self.points_each)} = {case.write(earned)}"
        if earned > case.max_points:
            most = case.write(case.max_points)
            words += case.say(vi=f", tối đa {most}", en=f", at most {most}")
        return words

    def can_give(self, points: Ratios, leaf: Leaf, /) -> BoolArray:
        """The base and whole steps above it, rounded, the maximum, and 0 where nothing is earned."""
        most = Fraction(leaf.max_points)
        given = is_award(points, Fraction(self.base), Fraction(self.points_each), most, leaf)
        return given | ~points.above(Fraction(0))


def _kinds(factor: Factor | None) -> Iterable[tuple[Decimal, Mapping[str, str]]]:
    """What is asked of ordinary units and of each kind of special ones, in per cent."""
    yield Decimal(100), {} if factor is None else {factor.by: NOBODY}
    if factor is not None:
        for value, share in factor.per_cent.items():
            yield share, {factor.by: value}


def _base_faults(base: Decimal, leaf: Leaf) -> Iterable[Problem]:
    if not 0 <= base < leaf.max_points:
        yield Problem("rule.low", path="base", arguments={"value": str(base), "most": str(leaf.max_points)})


def _share(factor: Factor | None, unit: Unit) -> Fraction:
    return Fraction(1) if factor is None else Fraction(factor.of(unit.column(factor.by) or "")) / 100


def _asked(factor: Factor | None, column: Column) -> Ratios:
    """The value of each unit, as it weighs against what is asked of ordinary ones: value / f."""
    value = column.number("value")
    if factor is None:
        return value
    names, places = column.attribute(factor.by)
    weights = [100 / Fraction(factor.of(name)) for name in names]
    common = lcm(*(weight.denominator for weight in weights))
    scaled = Integers.of([int(weight * common) for weight in weights]).take(places)
    return value.scaled(scaled).times(Fraction(1, common))


def _tell_share(case: Case, share: Fraction) -> str:
    if share == 1:
        return ""
    per_cent = _exact(case, 100 * share)
    return case.say(vi=f" (yêu cầu bằng {per_cent} %)", en=f" ({per_cent} % is asked)")


def _exact(case: Case, number: Fraction) -> str:
    """A number as it is written; with many decimals, about."""
    return case.write_about(number, 6).removeprefix("= ")


def _tell_factor(factor: Factor | None, words: Wording) -> str:
    if factor is None:
        return ""
    shares = "; ".join(f"{name}: {words.write(share)} %" for name, share in factor.per_cent.items())
    return words.say(
        vi=f"; mức yêu cầu theo '{factor.by}': {shares}", en=f"; what is asked, by '{factor.by}': {shares}"
    )
