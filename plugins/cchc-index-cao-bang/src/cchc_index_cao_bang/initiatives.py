"""Initiatives recognised and awarded, as capped points."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

import attrs

from cchc_index.plugins import (
    PROBES,
    Case,
    Column,
    Field,
    Leaf,
    Points,
    Probe,
    Problem,
    Refusal,
    ScoringRule,
    Text,
    Wording,
)

TOO_MANY = {
    "vi": ("số được trao giải nhiều hơn số được công nhận", "điều đó không thể có", "Sửa một trong hai số."),
    "en": ("more were awarded than recognised", "which cannot be", "Correct one of the two numbers."),
}


COUNTS = (
    Field("recognised", "whole", better="more", title=Text((("vi", "sáng kiến được công nhận"), ("en", "recognised")))),
    Field(
        "awarded", "whole", better="more", title=Text((("vi", "trong đó được trao giải"), ("en", "of these awarded")))
    ),
)


@attrs.frozen
class Initiatives(ScoringRule):
    """So many points for each initiative recognised, and more for each of them awarded, up to the maximum.

    points = min(recognised x each + awarded x extra, max_points)

    Attributes:
        each: Points for one initiative recognised.
        extra: Further points for one that was awarded.

    Reads:
        `recognised` and, of those, `awarded`: whole numbers.

    Source:
        Conference on administrative reform of Cao Bằng, report on 2021: 28 initiatives recognised, 10 awarded. How
        the province scores them was not published; the formula is illustrative.

    Example:
        >>> from cchc_index.testing import points_of
        >>> rule = Initiatives(each=Decimal("0.5"), extra=Decimal("0.25"))
        >>> points_of(rule, 2, {"recognised": ["1", "2", "28"], "awarded": ["1", "0", "10"]})
        ['0.75', '1.00', '2.00']
    """

    each: Decimal
    extra: Decimal = Decimal(0)

    @property
    def reads(self) -> tuple[tuple[Field, ...], ...]:
        """The two counts."""
        return (COUNTS,)

    def faults(self, leaf: Leaf, /) -> Iterable[Problem]:
        """An initiative earns something, an award no less than nothing."""
        if not self.each > 0:
            yield Problem("rule.positive", path="each", arguments={"value": str(self.each)})
        if self.extra < 0:
            yield Problem("rule.positive", path="extra", arguments={"value": str(self.extra)})

    def refusals(self, column: Column, /) -> Iterable[Refusal]:
        """More awarded than recognised."""
        refused = column.number("awarded").numerators > column.number("recognised").numerators
        if refused.any():
            yield Refusal(refused, "awarded", own=TOO_MANY)

    def score(self, column: Column, /) -> Points:
        """The points of each unit."""
        most = Fraction(column.max_points)
        earned = column.number("recognised").times(Fraction(self.each))
        earned = earned.added(column.number("awarded").times(Fraction(self.extra)))
        return Points(earned.within(Fraction(0), most))

    def probes(self, leaf: Leaf, /) -> Iterable[Probe]:
        """None, one, one awarded, and enough for the maximum."""
        most, each = Fraction(leaf.max_points), Fraction(self.each)
        enough = str(-((-most) // each))
        yield Probe({"recognised": enough, "awarded": "0"}, most, PROBES["full"])
        yield Probe({"recognised": "0", "awarded": "0"}, Fraction(0), PROBES["least"])
        yield Probe({"recognised": "1", "awarded": "1"}, min(each + Fraction(self.extra), most), PROBES["one"])

    def describe(self, leaf: Leaf, words: Wording, /) -> str:
        """What each initiative earns."""
        each, extra, most = (words.write(number) for number in (self.each, self.extra, leaf.max_points))
        return words.say(
            vi=f"mỗi sáng kiến {each} điểm, được trao giải thêm {extra}, tối đa {most}",
            en=f"{each} points an initiative, {extra} more if awarded, at most {most}",
        )

    def reason(self, case: Case, /) -> str:
        """The sum, and the cap where it was reached."""
        recognised, awarded = case.decimal("recognised"), case.decimal("awarded")
        earned = recognised * self.each + awarded * self.extra
        words = case.say(
            vi=f"{recognised} sáng kiến, {awarded} được trao giải", en=f"{recognised} initiatives, {awarded} awarded"
        )
        words += (
            f": {recognised} x {case.write(self.each)} + {awarded} x {case.write(self.extra)} = {case.write(earned)}"
        )
        if earned > case.max_points:
            most = case.write(case.max_points)
            words += case.say(vi=f", tối đa {most}", en=f", at most {most}")
        return words
