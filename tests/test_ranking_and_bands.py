"""Ranks with declared comparison and ties, and bands with cut-offs closed below."""

from __future__ import annotations

from decimal import Decimal

import pytest

import cchc_index
from cchc_index.reading.yaml.criteria_file import parse_criteria

HEAD = "id: a\nedition: 1\ntitle: A\nsource: {status: illustrative}\nrounding: {points: 3, index: 1}\n"
LEAVES = (
    "criteria:\n"
    "  - {code: '1', title: One, max_points: 60, rule: points}\n"
    "  - {code: '2', title: Two, max_points: 40, not_applicable: allowed, rule: points}\n"
)


def _result(
    head: str, values: dict[str, tuple[str, str]], units: list[dict[str, str]] | None = None
) -> cchc_index.IndexResult:
    criteria = parse_criteria(HEAD + head + LEAVES, registry=cchc_index.Registry.builtin())
    rows = [{"unit": unit, "1": one, "2": two} for unit, (one, two) in values.items()]
    return cchc_index.score(criteria, cchc_index.read_assessment(rows, criteria, units))


def _ranks(head: str, values: dict[str, tuple[str, str]]) -> dict[str, int | None]:
    return {card.unit.id: card.rank for card in _result(head, values)}


TIED = {"a": ("50", "30"), "b": ("50.02", "30"), "c": ("40", "40"), "d": ("60", "40"), "e": ("10", "10")}


def test_two_equal_printed_figures_share_a_rank() -> None:
    """80.00 and 80.02 are both printed 80.0."""
    assert _ranks("rank: {compare: published}\n", TIED) == {"d": 1, "a": 2, "b": 2, "c": 2, "e": 5}


def test_dense_ranks_leave_no_gap() -> None:
    """1, 2, 2, 3."""
    assert _ranks("rank: {ties: dense}\n", TIED) == {"d": 1, "a": 2, "b": 2, "c": 2, "e": 3}


def test_an_exact_comparison_looks_behind_the_printed_figure() -> None:
    """80.02 is better than 80.00, which two units share."""
    assert _ranks("rank: {compare: exact}\n", TIED) == {"d": 1, "b": 2, "a": 3, "c": 3, "e": 5}


def test_points_are_always_compared_as_they_are() -> None:
    """Points are exact short decimals."""
    assert _ranks("rank: {by: points}\n", TIED) == {"d": 1, "b": 2, "a": 3, "c": 3, "e": 5}


def test_ties_are_broken_in_order() -> None:
    """First by 2, then by 1."""
    assert _ranks("rank: {then: ['2', '1']}\n", TIED) == {"d": 1, "c": 2, "b": 3, "a": 4, "e": 5}


def test_a_tie_break_without_points_decides_nothing() -> None:
    """Where 2 does not apply to one of the tied units, it cannot tell them apart."""
    tied = {"a": ("48", "32"), "b": ("48", "na"), "c": ("45", "35")}

    assert _ranks("rank: {then: ['2']}\n", tied) == {"a": 1, "b": 1, "c": 1}
    assert _ranks("rank: {then: ['2', '1']}\n", tied) == {"a": 1, "b": 1, "c": 3}


def test_the_explanation_names_what_broke_the_tie() -> None:
    """A director asks why he stands behind somebody with the same figure."""
    result = _result("rank: {then: ['2']}\n", TIED)

    assert (
        result["a"].explain().rank
        == "rank 3 of 5 units (all), shared by 2 units; level with c, told apart by 2: 30.000 to 40.000"
    )


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
        return {card.unit.id: card.rank for card in _result(head, values, units)}

    assert ranks("") == {"a": 1, "c": 1, "e": 3, "b": 1, "d": None}
    assert ranks("rank: {within: [region]}\n") == {"a": 1, "b": 1, "c": 1, "e": 2, "d": None}
    assert ranks("rank: {within: [], compare: exact}\n") == {"b": 1, "a": 2, "c": 2, "e": 4, "d": None}


BANDS = "classify: {thresholds: {%s bands: [{label: Good, from: 80}, {label: Fair, from: 70.5}, {label: Average}]}}\n"


@pytest.mark.parametrize(
    ("points", "settings", "band"),
    [
        (("40", "40"), "", "Good"),
        (("39.95", "40"), "", "Good"),  # printed 80.0
        (("39.95", "40"), "compare: exact,", "Fair"),
        (("39.949", "40"), "", "Fair"),
        (("30.5", "40"), "", "Fair"),
        (("30.4", "40"), "", "Average"),
        (("60", "na"), "", "Good"),
        (("60", "na"), "on: points,", "Average"),
    ],
)
def test_cut_offs_are_closed_below(points: tuple[str, str], settings: str, band: str) -> None:
    """Who reaches a cut-off has the band; printed or exact figures, index or points, as the set says."""
    card = _result(BANDS % settings, {"u": points})["u"]

    assert card.band is not None
    assert card.band.label.first == band


def test_units_near_a_cut_off_are_listed() -> None:
    """Within one last decimal, on either side."""
    values = {"a": ("39.9", "40"), "b": ("40.1", "40"), "c": ("39.8", "40"), "d": ("40", "40")}
    warnings = _result(BANDS % "", values).warnings

    assert {each.unit: each.particulars["value"] for each in warnings if each.kind == "near_cut_off"} == {
        "a": "79.9",
        "b": "80.1",
        "d": "80.0",
    }


def test_each_group_may_have_its_own_bands() -> None:
    """A mapping of group to bands."""
    one, other = "[{label: Good, from: 90}, {label: Rest}]", "[{label: Good, from: 50}, {label: Low}]"
    head = f"classify: {{thresholds: {{bands: {{x: {one}, y: {other}}}}}}}\n"
    units = [{"unit": "a", "group": "x"}, {"unit": "b", "group": "y"}]
    result = _result(head, {"a": ("40", "40"), "b": ("40", "40")}, units)

    assert {card.unit.id: str(card.band) for card in result} == {"a": "Rest", "b": "Good"}
    assert result.band_counts() == {"x": {"Rest": 1}, "y": {"Good": 1}}


def test_what_is_missing_is_not_ranked_and_not_classified() -> None:
    """Points of what is known, the full maximum, and nothing else."""
    card = _result("missing: incomplete\n" + BANDS % "", {"u": ("50", ""), "v": ("40", "40")})["u"]

    assert (card.points, card.max_points, card.complete) == (Decimal("50.000"), Decimal("100.000"), False)
    assert (card.index, card.rank, card.band) == (None, None, None)
    assert card.node("2").status == "missing"
    assert card.result["v"].rank == 1


def test_nothing_applicable_is_no_index_and_not_zero() -> None:
    """A unit to which no node applies has neither points nor an index."""
    leaves = LEAVES.replace("max_points: 60,", "max_points: 60, not_applicable: allowed,")
    criteria = parse_criteria(HEAD + leaves, registry=cchc_index.Registry.builtin())
    rows = [{"unit": "u", "1": "na", "2": "na"}, {"unit": "v", "1": "0", "2": "na"}]
    result = cchc_index.score(criteria, cchc_index.read_assessment(rows, criteria))

    nothing, zero = result["u"], result["v"]
    assert (nothing.points, nothing.max_points, nothing.index, nothing.rank) == (None, None, None, None)
    assert (zero.points, zero.max_points, zero.index, zero.rank) == (
        Decimal("0.000"),
        Decimal("60.000"),
        Decimal("0.0"),
        1,
    )
