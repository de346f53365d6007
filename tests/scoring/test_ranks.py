"""Ranks with declared comparison and ties."""

from __future__ import annotations

from tests.scoring.two_leaves import TIED, ranks_of, result_of


def test_two_equal_printed_figures_share_a_rank() -> None:
    """80.00 and 80.02 are both printed 80.0."""
    assert ranks_of("rank: {compare: published}\n", TIED) == {"d": 1, "a": 2, "b": 2, "c": 2, "e": 5}


def test_dense_ranks_leave_no_gap() -> None:
    """1, 2, 2, 3."""
    assert ranks_of("rank: {ties: dense}\n", TIED) == {"d": 1, "a": 2, "b": 2, "c": 2, "e": 3}


def test_an_exact_comparison_looks_behind_the_printed_figure() -> None:
    """80.02 is better than 80.00, which two units share."""
    assert ranks_of("rank: {compare: exact}\n", TIED) == {"d": 1, "b": 2, "a": 3, "c": 3, "e": 5}


def test_points_are_always_compared_as_they_are() -> None:
    """Points are exact short decimals."""
    assert ranks_of("rank: {by: points}\n", TIED) == {"d": 1, "b": 2, "a": 3, "c": 3, "e": 5}


def test_ties_are_broken_in_order() -> None:
    """First by 2, then by 1."""
    assert ranks_of("rank: {then: ['2', '1']}\n", TIED) == {"d": 1, "c": 2, "b": 3, "a": 4, "e": 5}


def test_a_tie_break_without_points_decides_nothing() -> None:
    """Where 2 does not apply to one of the tied units, it cannot tell them apart."""
    tied = {"a": ("48", "32"), "b": ("48", "na"), "c": ("45", "35")}

    assert ranks_of("rank: {then: ['2']}\n", tied) == {"a": 1, "b": 1, "c": 1}
    assert ranks_of("rank: {then: ['2', '1']}\n", tied) == {"a": 1, "b": 1, "c": 3}


def test_units_are_ranked_within_columns_of_the_register() -> None:
    """By group, by another column, or all together."""
    units = [
        {"unit": unit, "name": unit, "group": group, "region": region, "ranked": ranked}
        for unit, group, region, ranked in (
            ("a", "x", "n", "yes"),
            ("b", "y", "n", "yes"),
            ("c", "x", "s", "yes"),
            ("d", "y", "s", "no"),
            ("e", "x", "s", "yes"),
        )
    ]
    values = {unit["unit"]: TIED[unit["unit"]] for unit in units}

    def ranks(head: str) -> dict[str, int | None]:
        return {card.unit.id: card.rank for card in result_of(head, values, units)}

    assert ranks("") == {"a": 1, "c": 1, "e": 3, "b": 1, "d": None}
    assert ranks("rank: {within: [region]}\n") == {"a": 1, "b": 1, "c": 1, "e": 2, "d": None}
    assert ranks("rank: {within: [], compare: exact}\n") == {"b": 1, "a": 2, "c": 2, "e": 4, "d": None}
