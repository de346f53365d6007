"""The points of a node whose parts are weights: combined, then read by its rule."""

from __future__ import annotations

from fractions import Fraction

from cchc_index.aggregations.combining import Sum
from cchc_index.aggregations.contract import NamedAggregation, Parts
from cchc_index.rules.contract import Leaf, NamedRule, Points


def weighed(combine: NamedAggregation | None, rule: NamedRule | None, parts: Parts) -> Points:
    """What the parts come to, or what the node's rule makes of their per cent.

    per cent = 100 x combined points / max_points, exact

    Args:
        combine: How the parts are combined; None for their sum.
        rule: The node's rule, if it has one.
        parts: What the parts got.
    """
    combined = (combine.aggregation if combine else Sum()).combine(parts)
    if rule is None:
        return combined
    rates = combined.ratios.times(100 / Fraction(parts.max_points))
    leaf = Leaf(parts.max_points, parts.places, parts.mode, small_rates=True, has_parts=True)
    return rule.rule.of_rates(rates, leaf)
