"""A set of one node with parts, and what units get for it."""

from __future__ import annotations

from collections.abc import Mapping

import cchc_index
from cchc_index.criteria.criteria_set import parse_criteria

HEAD = "id: a\nedition: 1\ntitle: A\nsource: {status: illustrative}\nrounding: {points: %s, index: 2, mode: %s}\n"


def node_set(
    more: str, maxima: tuple[str, ...] = ("4", "4", "4"), most: str = "10", places: int = 2, mode: str = "half_up"
) -> cchc_index.CriteriaSet:
    """A node with so many parts, which units may say do not apply, and a leaf beside it."""
    lines = [HEAD % (places, mode) + "missing: incomplete", "criteria:"]
    lines += [f"  - code: '1'\n    title: Node\n    max_points: {most}\n    {more}\n    criteria:"]
    lines += [
        f"      - {{code: '1.{number}', title: Part, max_points: {each}, not_applicable: allowed, rule: points}}"
        for number, each in enumerate(maxima, 1)
    ]
    lines += ["  - {code: '2', title: Leaf, max_points: 10, rule: points}"]
    return parse_criteria("\n".join(lines) + "\n", registry=cchc_index.Registry.discover())


def cards_of(criteria: cchc_index.CriteriaSet, *rows: Mapping[int, str]) -> list[cchc_index.Scorecard]:
    """What each unit gets, by the number of the part."""
    table = [
        {"unit": f"u{place}", "2": "5", **{f"1.{number}": text for number, text in row.items()}}
        for place, row in enumerate(rows)
    ]
    result = cchc_index.score(criteria, cchc_index.read_assessment(table, criteria))
    return [result[f"u{place}"] for place in range(len(rows))]


def points_of(more: str, *typed: str, maxima: tuple[str, ...] = ("4", "4", "4"), most: str = "10") -> str:
    """The node's points of one unit, by the points of its parts."""
    (card,) = cards_of(node_set(more, maxima, most), dict(enumerate(typed, 1)))
    return str(card.node("1").points)
