"""A plugin's rule is asked again for some of its units: it gives them the same points, whoever stands beside them."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import attrs
import numpy as np
import pytest

from cchc_index.plugins import Case, Column, Field, Points, Ratios, ScoringRule
from cchc_index.problems.errors import PluginError
from cchc_index.registry.guarded import GuardedRule
from cchc_index.rules.columns import FieldColumn
from cchc_index.values.exact import Integers
from cchc_index.values.units import Register, Unit


@attrs.frozen
class Asked(ScoringRule):
    """The count over what it depends on; notes how many units it was asked for."""

    on: str
    sizes: list[int]

    reads = ((Field("count", "whole"),),)

    @property
    def relative(self) -> bool:  # type: ignore[override]  # the class's own elsewhere
        """Whether it says that it compares units."""
        return self.on == "others, and says so"

    def score(self, column: Column, /) -> Points:
        """Points."""
        self.sizes.append(column.size)
        count = column.number("count")
        if self.on == "the time":
            return Points(count.plus(Fraction(len(self.sizes))))
        if self.on == "others":
            return Points(count.times(Fraction(1, column.size)))
        if self.on == "who applies":
            return Points(count, np.full(column.size, len(self.sizes) > 1))
        return Points(Ratios(count.numerators, Integers.of([3] * column.size)))

    def reason(self, case: Case, /) -> str:
        """None is asked for."""
        return ""


def _sizes(on: str, units: int) -> list[int]:
    rule = Asked(on, [])
    register = Register(tuple(Unit(f"u{number}", "U") for number in range(units)))
    fields = {"count": FieldColumn(Integers.of(list(range(1, units + 1))))}
    column = Column(units, Decimal(5), 2, "half_up", Asked.reads, fields, register)
    GuardedRule(rule, "asked.rule", "cchc-index-asked 1.0", "1").score(column)
    return rule.sizes


@pytest.mark.parametrize("units", [1, 2, 64, 65, 5_000])
def test_a_sound_rule_is_asked_again_for_a_few(units: int) -> None:
    """Of many units for sixty-four, so that being asked twice does not take twice as long."""
    assert _sizes("its own values", units) == [units, min(units, 64)]


@pytest.mark.parametrize("units", [2, 64, 65, 5_000])
@pytest.mark.parametrize("on", ["the time", "who applies"])
def test_a_rule_that_changes_is_told(on: str, units: int) -> None:
    """Points, and to whom the leaf applies."""
    with pytest.raises(PluginError, match="plugin 'asked'"):
        _sizes(on, units)


def test_a_rule_that_looks_at_others_says_so() -> None:
    """Else a unit's points would depend on who was read with it."""
    with pytest.raises(PluginError):
        _sizes("others", 100)
    assert _sizes("others, and says so", 100) == [100]
    assert _sizes("others, and says so", 64) == [64, 64]
