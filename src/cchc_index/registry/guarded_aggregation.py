"""Aggregations of plugins as the library calls them: guarded, and held to what they may answer."""

from __future__ import annotations

from typing import Any

import attrs

from cchc_index.aggregations.contract import Aggregation, Combination, Parts
from cchc_index.problems.problem import Problem
from cchc_index.registry.asking import Guard, can_be_told, is_line
from cchc_index.registry.guarding import MOST_SENTENCE, cut
from cchc_index.rules.contract import Points


def guard_aggregation(aggregation: Aggregation, name: str, distribution: str) -> Aggregation:
    """The aggregation of a plugin with a guard around it; a built-in one as it is.

    Raises:
        PluginError: It does not say in a readable way whether it rounds.
    """
    return GuardedAggregation(aggregation, name, distribution) if distribution else aggregation


def unguarded_aggregation(aggregation: Aggregation) -> Aggregation:
    """The aggregation as its author wrote it."""
    return aggregation.aggregation if isinstance(aggregation, GuardedAggregation) else aggregation


@attrs.frozen
class GuardedAggregation(Aggregation):
    """A plugin's aggregation.

    Attributes:
        aggregation: The aggregation itself.
        name: Its name in criteria files.
        distribution: The distribution that answers for it.
        code: The criterion whose parts it combines.
    """

    aggregation: Aggregation
    name: str = attrs.field(eq=False)
    distribution: str = attrs.field(eq=False)
    code: str = attrs.field(default="", eq=False)
    rounds: bool = attrs.field(init=False, eq=False, repr=False)  # type: ignore[misc]  # the class's own elsewhere

    @rounds.default
    def _rounds(self) -> Any:
        return self._guard.ask("rounds", "bool", lambda: self.aggregation.rounds, lambda each: isinstance(each, bool))

    @property
    def _guard(self) -> Guard:
        return Guard(self.aggregation, self.name, self.distribution, self.code)

    def combine(self, parts: Parts, /) -> Points:
        """The node's points for each unit.

        Raises:
            PluginError: They are none, too few, or no ratios of whole numbers.
        """
        given: object = self._guard.ask("combine", "Points", lambda: self.aggregation.combine(parts), lambda each: True)
        return self._guard.points("combine", given, parts.size)

    def reason(self, case: Combination, /) -> str:
        """How one unit's points follow from its parts, in one line."""
        return cut(self._guard.ask("reason", "str", lambda: self.aggregation.reason(case), is_line), MOST_SENTENCE)

    def faults(self, count: int, /) -> list[Problem]:
        """What is wrong with the parameters."""
        return self._guard.ask_all("faults", Problem, lambda: self.aggregation.faults(count), can_be_told)
