"""Points awarded as such, yes or no, and what is reported without being scored."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar

import attrs

from cchc_index.problems.problem import Problem
from cchc_index.rules.columns import Case, Column, Field, Wording
from cchc_index.rules.contract import Leaf, Points, Probe, Refusal, ScoringRule
from cchc_index.rules.multiples import is_award
from cchc_index.rules.probing import PROBES
from cchc_index.values.exact import Integers, Ratios
from cchc_index.values.text import Text

if TYPE_CHECKING:
    from cchc_index.values.exact import BoolArray


_POINTS = ((Field("points"),),)
_YES_NO = ((Field("yes_no", "yes_no"),),)
_ANYTHING = ((Field("value", "text"),),)


@attrs.frozen
class PointsRule(ScoringRule):
    """Points awarded directly by the council (``points`` in YAML).

    points = what was typed

    Attributes:
        in_steps_of: If given, only whole multiples of it can be awarded; the maximum always can.

    Reads:
        `points`, between 0 and the maximum.

    Source:
        Rule R16 of the field: points awarded by the appraisal council.

    Example:
        >>> from cchc_index.testing import points_of
        >>> points_of(PointsRule(), 2, {"points": ["1.978", "0"]})
        ['1.98', '0.00']
    """

    purpose: ClassVar[Text] = Text((("vi", "cán bộ chấm ghi điểm"), ("en", "points are awarded")))

    in_steps_of: Decimal | None = None

    @property
    def reads(self) -> tuple[tuple[Field, ...], ...]:
        """`points`."""
        return _POINTS

    def faults(self, leaf: Leaf, /) -> Iterable[Problem]:
        """The step is more than 0 and at most the maximum."""
        if self.in_steps_of is not None and not 0 < self.in_steps_of <= leaf.max_points:
            yield Problem(
                "rule.in_steps_of",
                path="in_steps_of",
                arguments={"value": str(self.in_steps_of), "most": str(leaf.max_points)},
            )

    def refusals(self, column: Column, /) -> Iterable[Refusal]:
        """Points that are no multiple of the step."""
        if self.in_steps_of is not None:
            refused = ~_multiples(column.number("points"), self.in_steps_of, column.max_points)
            if refused.any():
                yield Refusal(refused, "points", "value.not_in_steps", {"step": str(self.in_steps_of)})

    def score(self, column: Column, /) -> Points:
        """The points of each unit."""
        return Points(column.number("points"))

    def can_give(self, points: Ratios, leaf: Leaf, /) -> BoolArray:
        """Multiples of the step, rounded as the leaf rounds, and the maximum."""
        if self.in_steps_of is None:
            return super().can_give(points, leaf)
        return is_award(points, Fraction(0), Fraction(self.in_steps_of), Fraction(leaf.max_points), leaf)

    def probes(self, leaf: Leaf, /) -> Iterable[Probe]:
        """All points, none, and one step."""
        yield Probe({"points": f"{leaf.max_points:f}"}, Fraction(leaf.max_points), PROBES["full"])
        yield Probe({"points": "0"}, Fraction(0), PROBES["least"])
        if self.in_steps_of is not None:
            yield Probe({"points": f"{self.in_steps_of:f}"}, Fraction(self.in_steps_of), PROBES["one"])

    def describe(self, leaf: Leaf, words: Wording, /) -> str:
        """From 0 to the maximum, in what steps."""
        most = words.write(leaf.max_points)
        steps = ""
        if self.in_steps_of is not None:
            by = words.write(self.in_steps_of)
            steps = words.say(vi=f", theo bội số của {by}", en=f", in steps of {by}")
        return (
            words.say(
                vi=f"chấm từ 0 đến {most} điểm",
                en=f"0 to {most} {'point' if leaf.max_points == 1 else 'points'}, as awarded",
            )
            + steps
        )

    def reason(self, case: Case, /) -> str:
        """That the points were awarded."""
        awarded = case.write(case.decimal("points"))
        return case.say(vi=f"chấm trực tiếp {awarded}", en=f"awarded {awarded}")


def _multiples(points: Ratios, step: Decimal, most: Decimal) -> BoolArray:
    return points.times(1 / Fraction(step)).whole() | points.at_least(Fraction(most))


@attrs.frozen
class YesNo(ScoringRule):
    """All points for yes, none for no.

    points = max_points if yes, else 0

    Reads:
        `yes_no`: yes, no, có or không.

    Source:
        Rule R1 of the field, for requirements that are met or not.

    Example:
        >>> from cchc_index.testing import points_of
        >>> points_of(YesNo(), 1, {"yes_no": ["1", "0"]})
        ['1.00', '0.00']
    """

    purpose: ClassVar[Text] = Text((("vi", "có: điểm tối đa; không: 0"), ("en", "yes: all points; no: none")))

    @property
    def reads(self) -> tuple[tuple[Field, ...], ...]:
        """`yes_no`."""
        return _YES_NO

    def score(self, column: Column, /) -> Points:
        """The points of each unit."""
        return Points(column.number("yes_no").times(Fraction(column.max_points)))

    def probes(self, leaf: Leaf, /) -> Iterable[Probe]:
        """Yes and no."""
        yield Probe({"yes_no": "yes"}, Fraction(leaf.max_points), PROBES["full"])
        yield Probe({"yes_no": "no"}, Fraction(0), PROBES["least"])

    def describe(self, leaf: Leaf, words: Wording, /) -> str:
        """What yes earns."""
        most = words.write(leaf.max_points)
        return words.say(vi=f"có: {most} điểm; không: 0", en=f"yes: {most} points; no: 0")

    def reason(self, case: Case, /) -> str:
        """Whether the requirement is met."""
        if case.values["yes_no"]:
            return case.say(vi=f"có: {case.write(case.max_points)}", en=f"yes: {case.write(case.max_points)}")
        return case.say(vi="không: 0", en="no: 0")

    def can_give(self, points: Ratios, leaf: Leaf, /) -> BoolArray:
        """0 and the maximum."""
        return ~points.above(Fraction(0)) | points.at_least(Fraction(leaf.max_points))


@attrs.frozen
class Unscored(ScoringRule):
    """Reported, and not scored; the leaf's maximum is 0.

    points = none, and none are attainable

    Reads:
        `value`: anything; a blank is no fault.

    Source:
        Rule R14 of the field: for example area 6 of the digital transformation index, Decision 922/QĐ-BTTTT (2022).

    Example:
        >>> Unscored().reads[0][0].kind
        'text'
    """

    purpose: ClassVar[Text] = Text((("vi", "chỉ báo cáo, không chấm"), ("en", "reported only")))

    @property
    def reads(self) -> tuple[tuple[Field, ...], ...]:
        """`value`, of any kind."""
        return _ANYTHING

    def faults(self, leaf: Leaf, /) -> Iterable[Problem]:
        """The maximum is 0."""
        if leaf.max_points != 0:
            yield Problem("rule.unscored_maximum", arguments={"value": str(leaf.max_points)})

    def score(self, column: Column, /) -> Points:
        """No points."""
        return Points(Ratios(Integers.of([0] * column.size)))

    def describe(self, leaf: Leaf, words: Wording, /) -> str:
        """That nothing is earned."""
        return words.say(vi="chỉ báo cáo, không chấm điểm", en="reported only, not scored")

    def reason(self, case: Case, /) -> str:
        """What was reported."""
        value = case.values.get("value")
        if value is None:
            return case.say(vi="chỉ báo cáo, không chấm điểm", en="reported only, not scored")
        return case.say(vi=f"chỉ báo cáo: {value}", en=f"reported only: {value}")
