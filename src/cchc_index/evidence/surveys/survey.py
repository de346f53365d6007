"""A survey that was counted: its figures, how far they may be off, and the table of it that may be published."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import lcm
from typing import get_args

import attrs

from cchc_index.builders.contract import Evidence, Interval, Level
from cchc_index.evidence.surveys.breakdown import Breakdown, breakdown_of
from cchc_index.evidence.surveys.counted import CountedAnswers
from cchc_index.evidence.surveys.figures import Wanted, rate_of
from cchc_index.evidence.surveys.intervals import bootstrap, outward, wilson
from cchc_index.problems.wanted import want_one_of
from cchc_index.values.contexts import own_context


@attrs.frozen(eq=False)
class Survey:
    """A survey that was counted.

    Attributes:
        evidence: The figures of each unit, as a cycle is fed with them.
        counted: The answers, counted.
        wanted: Which figures are given.
        suppress_below: From how many respondents a number must come to be shown in a breakdown.
    """

    evidence: Evidence
    counted: CountedAnswers = attrs.field(repr=False)
    wanted: Wanted = attrs.field(repr=False)
    suppress_below: int = 5

    @own_context
    def breakdown(self, *, beside_results: bool = True) -> Breakdown:
        """The answers by question, option and group of respondents, as they may be published.

        Args:
            beside_results: Whether points or figures of this survey are published as well, from which a reader could
                work out numbers that the table hides: less is shown then.
        """
        return breakdown_of(self.counted, self.suppress_below, self.wanted if beside_results else None)

    @own_context
    def intervals(self, level: Level = "95", seed: str = "") -> tuple[Interval, ...]:
        """How far each rate of each unit may be off: for analysis, and never for points.

        Wilson's interval of a share where each respondent gave one answer; else a bootstrap over respondents, since
        the answers of one of them hang together. A rate whose groups have one respondent each has none.

        Args:
            level: The level in per cent.
            seed: What the bootstrap's draws follow from: the same seed gives the same intervals on every machine.

        Raises:
            UsageError: It is no level.
        """
        want_one_of("level", level, get_args(Level))
        return tuple(self._intervals(level, seed))

    def _intervals(self, level: Level, seed: str) -> Iterator[Interval]:
        for number, unit in enumerate(self.counted.units):
            for measure in self.counted.measures:
                for rate in self.wanted.rates:
                    found = self._interval(number, measure, rate, level, f"{seed}/{unit}/{measure}/{rate}")
                    if found is not None:
                        yield found

    def _interval(self, unit: int, measure: str, rate: str, level: Level, seed: str) -> Interval | None:
        counted, places = self.counted, self.wanted.places or 0
        value = rate_of(counted, unit, measure, rate, self.wanted)
        if value is None:
            return None
        people = counted.respondents(unit, measure)
        name, figure = counted.units[unit], f"{measure}_{rate}"
        scores = self.wanted.scores(rate, counted.asked)
        if rate == "satisfied_of_answers" and len(counted.asked.asked(measure)) == 1:
            counts = counted.options(unit, measure)[: len(scores)]
            satisfied = sum(count for count, score in zip(counts, scores, strict=True) if score)
            return Interval(
                name, figure, value, *wilson(satisfied, sum(counts), level, places), level, "wilson", people
            )
        scale = lcm(*(score.denominator for score in scores))
        groups = counted.each_respondent(unit, measure, [int(score * scale) for score in scores])
        if rate.endswith("_population"):
            weights = counted.weights(unit)
        else:  # all respondents are one group
            pairs = sorted(pair for sums, sizes in groups.values() for pair in zip(sums, sizes, strict=True))
            groups, weights = {0: ([each for each, _ in pairs], [each for _, each in pairs])}, {0: Fraction(1)}
        bounds = bootstrap(groups, weights, seed, level)
        if bounds is None:
            return None
        low, high = (bound / scale for bound in bounds)
        return Interval(name, figure, value, *outward(low, high, places), level, "bootstrap", people)
