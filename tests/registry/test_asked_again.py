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
        values = count.numerators.values
        if self.on.startswith("the best") or self.on == "the least":
            extreme = int(values.min() if self.on == "the least" else values.max())
            return Points(Ratios(count.numerators, Integers.of([extreme] * column.size)))
        if self.on == "others, for who is out":
            out = values % 2 == 0
            return Points(Ratios.of([Decimal(column.size if gone else 1) for gone in out.tolist()]), out)
        if self.on == "who applies":
            return Points(count, np.full(column.size, len(self.sizes) > 1))
        return Points(Ratios(count.numerators, Integers.of([3] * column.size)))

    def reason(self, case: Case, /) -> str:
        """None is asked for."""
        return ""


def _sizes(on: str, units: int) -> list[int]:
    rule = Asked(on, [])
    register = Register(tuple(Unit(f"u{number}", "U") for number in range(units)))
    counts = list(range(1, units + 1))
    fields = {"count": FieldColumn(Integers.of(counts[::-1] if on == "the best, first" else counts))}
    column = Column(units, Decimal(5), 2, "half_up", Asked.reads, fields, register)
    GuardedRule(rule, "asked.rule", "cchc-index-asked 1.0", "1").score(column)
    return rule.sizes


@pytest.mark.parametrize("units", [1, 2, 64, 65, 5_000])
def test_a_sound_rule_is_asked_again_for_a_few(units: int) -> None:
    """Of many units for sixty-four, so that being asked twice does not take twice as long."""
    first, *again = _sizes("its own values", units)

    assert (first, sum(again)) == (units, min(units, 64))


@pytest.mark.parametrize("units", [2, 64, 65, 5_000])
@pytest.mark.parametrize("on", ["the time", "who applies"])
def test_a_rule_that_changes_is_told(on: str, units: int) -> None:
    """Points, and to whom the leaf applies."""
    with pytest.raises(PluginError, match="plugin 'asked'"):
        _sizes(on, units)


@pytest.mark.parametrize("units", [2, 3, 30, 63, 64, 65, 100, 5_000])
@pytest.mark.parametrize("on", ["others", "the best", "the best, first", "the least"])
def test_a_rule_that_looks_at_others_says_so(on: str, units: int) -> None:
    """Else a unit's points would depend on who was read with it, wherever the one it looks at stands."""
    with pytest.raises(PluginError):
        _sizes(on, units)


@pytest.mark.parametrize("units", [1, 2, 63, 64, 65, 200])
def test_points_where_a_leaf_does_not_apply_are_nobodys(units: int) -> None:
    """Whatever a rule writes there, it may be another thing the next time."""
    assert _sizes("others, for who is out", units)[0] == units


def test_no_unit_is_asked_for_nothing() -> None:
    """A column of nobody, and a leaf that is scored for none of them."""
    assert _sizes("its own values", 0)[0] == 0


def test_a_rule_that_compares_is_asked_for_all_or_none() -> None:
    """It needs them."""
    assert _sizes("others, and says so", 100) == [100]
    assert _sizes("others, and says so", 64) == [64, 64]
