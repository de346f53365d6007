"""Points from a value on another scale: an outside index, a share of satisfied answers."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from typing import ClassVar

import attrs

from cchc_index.problems.problem import Problem
from cchc_index.rules.columns import Case, Column, Field, Method, Wording
from cchc_index.rules.contract import Leaf, Points, Probe, ScoringRule
from cchc_index.rules.probing import PROBES
from cchc_index.rules.rate import SmallRates


@attrs.frozen
class Convert(ScoringRule):
    """Points in proportion to where a value lies between two ends of its own scale.

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

    scale: Decimal
    from_: Decimal = Decimal(0)

    method: ClassVar[Method] = "outside"

    @property
    def reads(self) -> tuple[tuple[Field, ...], ...]:
        """`value`."""
        ends = sorted((self.from_, self.scale))
        small: SmallRates = "asked" if self.scale == 100 and not self.from_ else "taken"
        return ((Field("value", least=ends[0], most=ends[1], measured=True, small_rates=small),),)

    def faults(self, leaf: Leaf, /) -> Iterable[Problem]:
        """The two ends of the scale differ."""
        if self.scale == self.from_:
            yield Problem("rule.empty_scale", path="scale", arguments={"value": str(self.scale)})

    def score(self, column: Column, /) -> Points:
        """The points of each unit."""
        each = Fraction(column.max_points) / (Fraction(self.scale) - Fraction(self.from_))
        value = column.number("value")
        return Points((value.plus(-Fraction(self.from_)) if self.from_ else value).times(each))

    def probes(self, leaf: Leaf, /) -> Iterable[Probe]:
        """Both ends of the scale, and its middle."""
        most = Fraction(leaf.max_points)
        yield Probe({"value": f"{self.scale:f}"}, most, PROBES["full"])
        yield Probe({"value": f"{self.from_:f}"}, Fraction(0), PROBES["least"])
        yield Probe({"value": f"{(self.scale + self.from_) / 2:f}"}, most / 2, PROBES["middle"])

    def describe(self, leaf: Leaf, words: Wording, /) -> str:
        """The formula."""
        most, scale, start = (words.write(each) for each in (leaf.max_points, self.scale, self.from_))
        value = words.say(vi="giá trị", en="value")
        if not self.from_:
            return f"{most} × {value} / {scale}"
        return f"{most} × ({value} - {start}) / ({scale} - {start})"

    def reason(self, case: Case, /) -> str:
        """The value and the proportion."""
        value, start = case.write(case.decimal("value")), case.write(self.from_)
        over, under = (
            (f"({value} - {start})", f"({case.write(self.scale)} - {start})")
            if self.from_
            else (
                value,
                case.write(self.scale),
            )
        )
        words = case.say(vi="giá trị", en="value")
        return f"{words} {value}: {case.write(case.max_points)} x {over} / {under}"
