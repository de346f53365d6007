"""A set of two leaves, and units with points for both."""

from __future__ import annotations

import cchc_index
from cchc_index.criteria.criteria_set import parse_criteria

HEAD = "id: a\nedition: 1\ntitle: A\nsource: {status: illustrative}\nrounding: {points: 3, index: 1}\n"
LEAVES = (
    "criteria:\n"
    "  - {code: '1', title: One, max_points: 60, rule: points}\n"
    "  - {code: '2', title: Two, max_points: 40, not_applicable: allowed, rule: points}\n"
)


def result_of(
    head: str, values: dict[str, tuple[str, str]], units: list[dict[str, str]] | None = None
) -> cchc_index.IndexResult:
    """Units scored by the set, with what stands in its head."""
    criteria = parse_criteria(HEAD + head + LEAVES, registry=cchc_index.Registry.builtin())
    rows = [{"unit": unit, "1": one, "2": two} for unit, (one, two) in values.items()]
    return cchc_index.score(criteria, cchc_index.read_assessment(rows, criteria, units))


def ranks_of(head: str, values: dict[str, tuple[str, str]]) -> dict[str, int | None]:
    """Each unit's rank."""
    return {card.unit.id: card.rank for card in result_of(head, values)}


TIED = {"a": ("50", "30"), "b": ("50.02", "30"), "c": ("40", "40"), "d": ("60", "40"), "e": ("10", "10")}


BANDS = "classify: {thresholds: {%s bands: [{label: Good, from: 80}, {label: Fair, from: 70.5}, {label: Average}]}}\n"
