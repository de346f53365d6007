"""Points by the number of cases: so many for each, or so many off for each."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING, ClassVar, Final

import attrs

from cchc_index.problems.problem import Problem
from cchc_index.rules.columns import Case, Column, Field, Wording
from cchc_index.rules.contract import Leaf, Points, Probe, ScoringRule
from cchc_index.rules.field_names import name_faults
from cchc_index.rules.multiples import is_award
from cchc_index.rules.probing import PROBES
from cchc_index.values.exact import Integers, Ratios
from cchc_index.values.text import Text

if TYPE_CHECKING:
    from cchc_index.values.exact import BoolArray


_MORE = ((Field("count", "whole", better="more"),),)
_LESS = ((Field("count", "whole", better="less"),),)


@attrs.frozen
class PerCase(ScoringRule):
    """So many points for each case, up to a cap.

    points = min(points_each x count, at_most)

    Attributes:
        points_each: Points for one case.
        at_most: The most that can be earned, in points; the leaf's maximum unless it is given.

    Reads:
        `count`, a whole number of cases.

    Source:
        Rule R5 of the field: "1 điểm cho mỗi sáng kiến, tối đa 5 điểm".

    Example:
        >>> from cchc_index.testing import points_of
        >>> points_of(PerCase(Decimal("0.75")), 2, {"count": ["0", "2", "3"]})
        ['0.00', '1.50', '2.00']
    """

    purpose: ClassVar[Text] = Text((("vi", "mỗi trường hợp một số điểm"), ("en", "points for each case")))

    points_each: Decimal
    at_most: Decimal | None = None

    @property
    def reads(self) -> tuple[tuple[Field, ...], ...]:
        """`count`."""
        return _MORE

    def faults(self, leaf: Leaf, /) -> Iterable[Problem]:
        """A case earns something, and the cap is the leaf's maximum."""
        yield from _each_faults(self.points_each)
        most = leaf.max_points if self.at_most is None else self.at_most
        if most > leaf.max_points or (leaf.in_full and most < leaf.max_points):
            arguments = {"value": str(most), "most": str(leaf.max_points)}
            yield Problem("rule.at_most", path="at_most", arguments=arguments)

    def score(self, column: Column, /) -> Points:
        """The points of each unit."""
        most = Fraction(column.max_points if self.at_most is None else self.at_most)
        earned = column.number("count").times(Fraction(self.points_each))
        return Points(earned.within(Fraction(0), most))

    def probes(self, leaf: Leaf, /) -> Iterable[Probe]:
        """No case, one, and enough for the cap."""
        most = Fraction(leaf.max_points if self.at_most is None else self.at_most)
        enough = -((-most) // Fraction(self.points_each))
        yield Probe({"count": str(enough)}, most, PROBES["full"])
        yield Probe({"count": "0"}, Fraction(0), PROBES["least"])
        yield Probe({"count": "1"}, min(Fraction(self.points_each), most), PROBES["one"])

    def describe(self, leaf: Leaf, words: Wording, /) -> str:
        """What each case earns."""
        each = words.write(self.points_each)
        most = words.write(leaf.max_points if self.at_most is None else self.at_most)
        points = "point" if self.points_each == 1 else "points"
        return words.say(vi=f"mỗi trường hợp {each} điểm, tối đa {most}", en=f"{each} {points} a case, at most {most}")

    def reason(self, case: Case, /) -> str:
        """The product, and the cap where it was reached."""
        count = case.decimal("count")
        most = case.max_points if self.at_most is None else self.at_most
        earned = count * self.points_each
        words = _tell_count(case, count)
        words += f": {case.write(count)} x {case.write(self.points_each)} = {case.write(earned)}"
        if earned > most:
            words += case.say(vi=f", tối đa {case.write(most)}", en=f", at most {case.write(most)}")
        return words

    def can_give(self, points: Ratios, leaf: Leaf, /) -> BoolArray:
        """Multiples of what one case earns, rounded, and the cap."""
        most = leaf.max_points if self.at_most is None else self.at_most
        return is_award(points, Fraction(0), Fraction(self.points_each), Fraction(most), leaf)


@attrs.frozen
class Deduct(ScoringRule):
    """The maximum, less so many points for each case, down to a floor.

    points = max(max_points - points_each x count, down_to), or, where kinds of cases cost differently,
    max(max_points - sum(kind's points x kind's count), down_to)

    Attributes:
        points_each: Points off for one case.
        down_to: The least that is left.
        kinds: For each kind of case its points off, in place of `points_each`: late and missing reports, for example.

    Reads:
        `count`, a whole number of cases, for example of late or missing reports; with `kinds`, a whole number for each
        kind.

    Source:
        Rule R15 of the field: "trừ 0,25 điểm cho mỗi báo cáo chậm"; "mỗi báo cáo chậm trừ 0,25, mỗi báo cáo thiếu
        trừ 0,5".

    Example:
        >>> from cchc_index.testing import points_of
        >>> points_of(Deduct(Decimal("0.5")), 2, {"count": ["0", "1", "9"]})
        ['2.00', '1.50', '0.00']
        >>> reports = Deduct(kinds={"late": Decimal("0.25"), "missing": Decimal("0.5")})
        >>> points_of(reports, 2, {"late": ["0", "1", "3"], "missing": ["0", "1", "9"]})
        ['2.00', '1.25', '0.00']
    """

    purpose: ClassVar[Text] = Text((("vi", "trừ điểm mỗi trường hợp"), ("en", "points off for each case")))

    points_each: Decimal | None = None
    down_to: Decimal = Decimal(0)
    kinds: Mapping[str, Decimal] = attrs.field(factory=dict, hash=False)

    @property
    def _costs(self) -> Mapping[str, Decimal]:
        """What one case costs, by field."""
        return self.kinds or {"count": self.points_each or Decimal(1)}

    @property
    def reads(self) -> tuple[tuple[Field, ...], ...]:
        """`count`, or the numbers of cases of each kind."""
        return (tuple(Field(name, "whole", better="less") for name in self.kinds),) if self.kinds else _LESS

    def faults(self, leaf: Leaf, /) -> Iterable[Problem]:
        """A case costs something, said once, and the floor lies below the maximum."""
        if self.points_each is not None:
            yield from _each_faults(self.points_each)
        if (self.points_each is None) is not bool(self.kinds):
            yield Problem("rule.deduct_once", path="kinds" if self.kinds else "")
        elif self.kinds:
            yield from name_faults(self.kinds, "kinds")
        for name, points in self.kinds.items():
            if not points > 0:
                yield Problem("rule.positive", path=f"kinds.{name}", arguments={"value": str(points)})
        if not 0 <= self.down_to < leaf.max_points:
            arguments = {"value": str(self.down_to), "most": str(leaf.max_points)}
            yield Problem("rule.down_to", path="down_to", arguments=arguments)

    def score(self, column: Column, /) -> Points:
        """The points of each unit."""
        scale = lcm(*(Fraction(cost).denominator for cost in self._costs.values()))
        lost = functools.reduce(
            Integers.__add__,
            (column.number(name).numerators * int(Fraction(cost) * scale) for name, cost in self._costs.items()),
        )
        left = Ratios(lost, scale).times(Fraction(-1)).plus(Fraction(column.max_points))
        floor = Fraction(self.down_to)
        return Points(left.where(left.at_least(floor), left.constant(floor)))

    def probes(self, leaf: Leaf, /) -> Iterable[Probe]:
        """No case, one of each kind, and enough for the floor."""
        most, floor = Fraction(leaf.max_points), Fraction(self.down_to)
        none = dict.fromkeys(self._costs, "0")
        yield Probe(none, most, PROBES["full"])
        for name, cost in self._costs.items():
            enough = -((floor - most) // Fraction(cost))
            yield Probe(none | {name: str(enough)}, floor, PROBES["least"])
            yield Probe(none | {name: "1"}, max(most - Fraction(cost), floor), PROBES["one"])

    def describe(self, leaf: Leaf, words: Wording, /) -> str:
        """What each case costs."""
        most, least = words.write(leaf.max_points), words.write(self.down_to)
        points = "point" if leaf.max_points == 1 else "points"
        if not self.kinds:
            each = words.write(self.points_each or 0)
            return words.say(
                vi=f"{most} điểm, mỗi trường hợp trừ {each}, không dưới {least}",
                en=f"{most} {points}, less {each} a case, not below {least}",
            )
        told = ((Field(name).say(words.language), words.write(cost)) for name, cost in self.kinds.items())
        kinds = [
            words.say(vi=f"mỗi trường hợp {name} trừ {cost}", en=f"less {cost} for each {name}") for name, cost in told
        ]
        return words.say(
            vi=f"{most} điểm, {', '.join(kinds)}, không dưới {least}",
            en=f"{most} {points}, {', '.join(kinds)}, not below {least}",
        )

    def reason(self, case: Case, /) -> str:
        """The difference, and the floor where it was reached."""
        counts = {name: case.decimal(name) for name in self._costs}
        lost = sum((count * self._costs[name] for name, count in counts.items()), Decimal(0))
        left = case.max_points - lost
        if self.kinds:
            words = ", ".join(f"{Field(name).say(case.language)} {case.write(count)}" for name, count in counts.items())
        else:
            words = _tell_count(case, counts["count"])
        words += f": {case.write(case.max_points)}"
        words += "".join(f" - {case.write(count)} x {case.write(self._costs[name])}" for name, count in counts.items())
        words += f" = {case.write(left)}"
        if left < self.down_to:
            words += case.say(
                vi=f", không dưới {case.write(self.down_to)}", en=f", not under {case.write(self.down_to)}"
            )
        return words

    def can_give(self, points: Ratios, leaf: Leaf, /) -> BoolArray:
        """The maximum less what some numbers of cases cost, rounded, and the floor."""
        most, floor = Fraction(leaf.max_points), Fraction(self.down_to)
        costs = sorted({Fraction(cost) for cost in self._costs.values()})
        starts = _before(costs[1:], most, floor)
        if starts is None:  # so fine that hardly a number between the ends is left out
            return super().can_give(points, leaf) & points.at_least(floor) & ~points.above(most)
        found = (is_award(points, start, -costs[0], floor, leaf) for start in starts)
        return functools.reduce(lambda one, other: one | other, found)


_FEW: Final = 1_000  #: sums of kinds of cases that are tried


def _before(costs: Iterable[Fraction], most: Fraction, floor: Fraction) -> set[Fraction] | None:
    """What is left of the maximum after any numbers of dearer cases; None for too many to try."""
    left = {most}
    for cost in costs:
        left = {start - cost * count for start in left for count in range(int((start - floor) // cost) + 1)}
        if len(left) > _FEW:
            return None
    return left


def _each_faults(points_each: Decimal) -> Iterable[Problem]:
    if not points_each > 0:
        yield Problem("rule.positive", path="points_each", arguments={"value": str(points_each)})


def _tell_count(case: Case, count: Decimal) -> str:
    written = case.write(count)
    return case.say(vi=f"{written} trường hợp", en=f"{written} {'case' if count == 1 else 'cases'}")
