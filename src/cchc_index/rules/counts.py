"""Points by the number of cases: so many for each, or so many off for each."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar

import attrs

from cchc_index.problems.problem import Problem
from cchc_index.rules.columns import Case, Column, Field, Wording
from cchc_index.rules.contract import Leaf, Points, Probe, ScoringRule
from cchc_index.rules.multiples import is_award
from cchc_index.rules.probing import PROBES
from cchc_index.values.text import Text

if TYPE_CHECKING:
    from cchc_index.values.exact import BoolArray, Ratios


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

    points = max(max_points - points_each x count, down_to)

    Attributes:
        points_each: Points off for one case.
        down_to: The least that is left.

    Reads:
        `count`, a whole number of cases, for example of late or missing reports.

    Source:
        Rule R15 of the field: "trừ 0,25 điểm cho mỗi báo cáo chậm".

    Example:
        >>> from cchc_index.testing import points_of
        >>> points_of(Deduct(Decimal("0.5")), 2, {"count": ["0", "1", "9"]})
        ['2.00', '1.50', '0.00']
    """

    purpose: ClassVar[Text] = Text((("vi", "trừ điểm mỗi trường hợp"), ("en", "points off for each case")))

    points_each: Decimal
    down_to: Decimal = Decimal(0)

    @property
    def reads(self) -> tuple[tuple[Field, ...], ...]:
        """`count`."""
        return _LESS

    def faults(self, leaf: Leaf, /) -> Iterable[Problem]:
        """A case costs something, and the floor lies below the maximum."""
        yield from _each_faults(self.points_each)
        if not 0 <= self.down_to < leaf.max_points:
            arguments = {"value": str(self.down_to), "most": str(leaf.max_points)}
            yield Problem("rule.down_to", path="down_to", arguments=arguments)

    def score(self, column: Column, /) -> Points:
        """The points of each unit."""
        left = column.number("count").times(-Fraction(self.points_each)).plus(Fraction(column.max_points))
        floor = Fraction(self.down_to)
        return Points(left.where(left.at_least(floor), left.constant(floor)))

    def probes(self, leaf: Leaf, /) -> Iterable[Probe]:
        """No case, one, and enough for the floor."""
        most, floor = Fraction(leaf.max_points), Fraction(self.down_to)
        enough = -((floor - most) // Fraction(self.points_each))
        yield Probe({"count": "0"}, most, PROBES["full"])
        yield Probe({"count": str(enough)}, floor, PROBES["least"])
        yield Probe({"count": "1"}, max(most - Fraction(self.points_each), floor), PROBES["one"])

    def describe(self, leaf: Leaf, words: Wording, /) -> str:
        """What each case costs."""
        most, each, least = (words.write(each) for each in (leaf.max_points, self.points_each, self.down_to))
        return words.say(
            vi=f"{most} điểm, mỗi trường hợp trừ {each}, không dưới {least}",
            en=f"{most} {'point' if leaf.max_points == 1 else 'points'}, less {each} a case, not below {least}",
        )

    def reason(self, case: Case, /) -> str:
        """The difference, and the floor where it was reached."""
        count = case.decimal("count")
        left = case.max_points - count * self.points_each
        words = _tell_count(case, count)
        words += f": {case.write(case.max_points)} - {case.write(count)} x {case.write(self.points_each)}"
        words += f" = {case.write(left)}"
        if left < self.down_to:
            words += case.say(
                vi=f", không dưới {case.write(self.down_to)}", en=f", not under {case.write(self.down_to)}"
            )
        return words

    def can_give(self, points: Ratios, leaf: Leaf, /) -> BoolArray:
        """The maximum less multiples of what one case costs, rounded, and the floor."""
        most, floor = Fraction(leaf.max_points), Fraction(self.down_to)
        return is_award(points, most, -Fraction(self.points_each), floor, leaf)


def _each_faults(points_each: Decimal) -> Iterable[Problem]:
    if not points_each > 0:
        yield Problem("rule.positive", path="points_each", arguments={"value": str(points_each)})


def _tell_count(case: Case, count: Decimal) -> str:
    written = case.write(count)
    return case.say(vi=f"{written} trường hợp", en=f"{written} {'case' if count == 1 else 'cases'}")
