"""What every rule has that says nothing of itself."""

from __future__ import annotations

from decimal import Decimal

import attrs

from cchc_index.rules.columns import Case, Column, Words
from cchc_index.rules.contract import Leaf, Points, ScoringRule
from cchc_index.rules.probing import at_threshold
from cchc_index.values.exact import Integers, Ratios

LEAF = Leaf(Decimal(4), 2, "half_up")


@attrs.frozen
class Plain(ScoringRule):
    """Points as they come.

    Nothing else.
    """

    reads = ()

    def score(self, column: Column, /) -> Points:
        """None."""
        return Points(Ratios(Integers.of([])))

    def reason(self, case: Case, /) -> str:
        """None."""
        return ""


class Mute(Plain):
    __doc__ = None


def test_a_rule_is_described_by_the_first_line_of_what_its_author_wrote() -> None:
    """Unless it says more of itself; "" where nothing is written."""
    assert Plain().describe(LEAF, Words("vi")) == "Points as they come."
    assert Mute().describe(LEAF, Words("vi")) == ""


def test_points_with_the_decimals_of_the_leaf_can_be_given() -> None:
    """By a rule that says nothing of it."""
    points = Ratios.of([Decimal(text) for text in ("0", "1.25", "1.255", "4", "3.9999")])

    assert Plain().can_give(points, LEAF).tolist() == [True, True, False, True, False]


def test_a_threshold_is_named_in_both_languages() -> None:
    """With the comma or the point of each."""
    assert [at_threshold(Decimal("99.5"), side).texts for side in (-1, 0, 1)] == [
        (("vi", f"{vi} 99,5"), ("en", f"{en} 99.5"))
        for vi, en in (("sát dưới", "just under"), ("đúng", "on"), ("sát trên", "just over"))
    ]
