"""Dialogue sessions with citizens and businesses, of those a decision asks for."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

import attrs

from cchc_index.plugins import PROBES, Case, Field, Leaf, Probe, Problem, ScoringRule, Wording, per_unit


@attrs.frozen
class Sessions(ScoringRule):
    """Points in proportion to the sessions held, all of them from the number that is asked for.

    points = max_points x min(held / asked, 1)

    Attributes:
        asked: How many sessions earn all points.

    Reads:
        `held`: a whole number of sessions.

    Source:
        Made up to show how a rule is written.

    Example:
        >>> from cchc_index.testing import points_of
        >>> points_of(Sessions(asked=4), 2, {"held": ["1", "4", "9"]})
        ['0.50', '2.00', '2.00']
    """

    asked: int

    reads = ((Field("held", "whole", better="more"),),)

    @per_unit
    def score(self, case: Case) -> Fraction:
        """The points of one unit, exactly."""
        return Fraction(case.max_points) * min(Fraction(case.decimal("held")) / self.asked, Fraction(1))

    def describe(self, leaf: Leaf, words: Wording, /) -> str:
        """What the form that units fill in says."""
        most = words.write(leaf.max_points)
        return words.say(
            vi=f"{most} × số cuộc đối thoại / {self.asked}, tối đa {most}",
            en=f"{most} × sessions held / {self.asked}, at most {most}",
        )

    def reason(self, case: Case, /) -> str:
        """What a unit is told."""
        held, most = case.write(case.decimal("held")), case.write(case.max_points)
        words = case.say(vi=f"{held} cuộc đối thoại trên {self.asked}", en=f"{held} of {self.asked} sessions")
        return f"{words}: {most} x {held} / {self.asked}"

    def faults(self, leaf: Leaf, /) -> Iterable[Problem]:
        """What is wrong with the parameters."""
        if self.asked < 1:
            yield Problem("rule.positive", path="asked", arguments={"value": str(self.asked)})

    def probes(self, leaf: Leaf, /) -> Iterable[Probe]:
        """What a self-test tries."""
        yield Probe({"held": str(self.asked)}, Fraction(leaf.max_points), PROBES["full"])
        yield Probe({"held": "0"}, Fraction(0), PROBES["least"])
        yield Probe({"held": "1"}, Fraction(leaf.max_points) / self.asked, PROBES["one"])
