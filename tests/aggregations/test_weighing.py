"""A rule on a node: what its parts got, in per cent, turned into its points."""

from __future__ import annotations

import pytest

import cchc_index
from cchc_index.criteria.criteria_set import parse_criteria
from tests.aggregations.nodes import HEAD, cards_of, node_set, points_of
from tests.rules.one_unit import one_leaf

STEPS = "rule: {steps: {on: rate, steps: [{from: 75, points: 10}, {from: 50, points: 4}]}}"


@pytest.mark.parametrize(
    ("more", "typed", "points"),
    [
        (STEPS, ("3", "3", "3"), "10.00"),
        (STEPS, ("2.99", "3", "3"), "4.00"),
        (STEPS, ("2", "2", "2"), "4.00"),
        (STEPS, ("2", "2", "1.99"), "0.00"),
        (STEPS, ("3", "na", "na"), "10.00"),
        ("rule: {proportion: {zero_below: 25, full_at: 80}}", ("2", "2", "2"), "6.25"),
        ("rule: {proportion: {zero_below: 25, full_at: 80}}", ("1", "1", "0.99"), "0.00"),
        ("rule: {between: {worst: 20, best: 80}}", ("2", "2", "2"), "5.00"),
        ("rule: {between: {worst: 20, best: 80}}", ("0", "0", "1"), "0.00"),
        ("rule: {between: {worst: 6.25, best: 100, scale: log}}", ("1", "1", "1"), "5.00"),
        ("combine: minimum\n    rule: {proportion: {full_at: 50}}", ("4", "1", "4"), "5.00"),
        ("combine: {best: 1}\n    rule: {between: {worst: 50, best: 100}}", ("3", "1", "0"), "5.00"),
        ("combine: harmonic\n    rule: {proportion: {full_at: 75}}", ("2", "4", "4"), "10.00"),
        ("combine: sum\n    rule: proportion", ("2", "2", "2"), "5.00"),
    ],
)
def test_the_per_cent_of_parts_is_read(more: str, typed: tuple[str, ...], points: str) -> None:
    """Exact and unrounded: a hundredth of a point below three quarters is below them."""
    assert points_of(more, *typed) == points


def test_a_third_is_no_decimal_and_is_read_as_it_is() -> None:
    """One of three parts: 33.33... per cent is above 33.33 and below 33.34."""
    steps = "{to: 33.33, points: 1}, {above: 33.33, below: 33.34, points: 10}, {from: 33.34, points: 1}"
    table = f"rule: {{steps: {{on: rate, peak: yes, steps: [{steps}]}}}}"
    assert points_of(table, "4", "0", "0") == "10.00"


def test_both_the_sum_and_the_rule_are_told() -> None:
    """In figures that can be added up, in both languages."""
    (card,) = cards_of(node_set(STEPS), {1: "2", 2: "2.5", 3: "na"})
    reason = card.explain("en", "1").nodes[0].reason
    assert reason == "2.00 + 2.50 = 4.50; 4.50 / 8.00 = 56.25 %, from 50 below 75: 4; not applicable: 1.3"
    assert card.explain("vi", "1").nodes[0].reason.startswith("2,00 + 2,50 = 4,50; 4,50 / 8,00 = 56,25 %")


def test_what_is_combined_for_a_rule_is_told_in_per_cent() -> None:
    """The best two come to 87.5 per cent, of which the rule makes points."""
    (card,) = cards_of(node_set(f"combine: {{best: 2}}\n    {STEPS}"), {1: "3", 2: "1", 3: "4"})
    told = "the best 2 (1.1, 1.3): 100 x (3.00 + 4.00) / (4.00 + 4.00); 7 / 8 = 87.5 %, from 75: 10"
    assert card.explain("en", "1").nodes[0].reason == told


def test_parts_whose_scaled_maxima_round_to_nothing_are_explained() -> None:
    """The node has nothing to weigh then, and says so instead of failing."""
    text = HEAD % (0, "half_up") + (
        "criteria:\n  - code: '1'\n    title: Node\n    max_points: 10\n    combine: minimum\n    criteria:\n"
        "      - code: '1.1'\n        title: Small\n        max_points: 1\n        parts_points: 9\n        criteria:\n"
        "          - {code: '1.1.1', title: A, max_points: 1, rule: points}\n"
        "          - {code: '1.1.2', title: B, max_points: 8, not_applicable: allowed, rule: points}\n"
        "  - {code: '2', title: Leaf, max_points: 10, rule: points}\n"
    )
    criteria = parse_criteria(text, registry=cchc_index.Registry.builtin())
    row = {"unit": "u", "1.1.1": "1", "1.1.2": "na", "2": "5"}
    card = cchc_index.score(criteria, cchc_index.read_assessment([row], criteria))["u"]
    assert str(card.node("1").max_points) == "0"
    assert card.explain("en", "1").nodes[0].reason == "no part applies; left out of both sums"
    assert str(card.index) == "50.00"


def test_the_logarithm_of_a_per_cent_is_that_of_the_whole_product() -> None:
    """It is typed into a calculator as it stands."""
    (card,) = cards_of(node_set("rule: {between: {worst: 6.25, best: 100, scale: log}}"), {1: "1", 2: "1", 3: "1"})
    assert "(ln (100 x 3.00 / 12.00) - ln 6.25) / (ln 100 - ln 6.25)" in card.explain("en", "1").nodes[0].reason


def test_parts_of_no_weight_are_told() -> None:
    """The node could never have points."""
    text = HEAD % (2, "half_up") + (
        "criteria:\n  - code: '1'\n    title: Node\n    max_points: 10\n    combine: minimum\n    criteria:\n"
        "      - {code: '1.1', title: Reported, max_points: 0, rule: unscored}\n"
    )
    with pytest.raises(cchc_index.CriteriaError) as told:
        parse_criteria(text, registry=cchc_index.Registry.builtin())
    assert [problem.key for problem in told.value.problems] == ["criteria.no_weight"]


def test_a_leaf_takes_neither_combine() -> None:
    """It has no parts to combine."""
    with pytest.raises(cchc_index.CriteriaError) as told:
        one_leaf("yes_no", more=", combine: minimum")
    assert [problem.key for problem in told.value.problems] == ["criteria.only_parent"]


def test_parts_that_do_not_enter_at_a_stage_are_out() -> None:
    """At stage self only what is appraised is weighed, and the node keeps its maximum for it."""
    criteria = node_set("combine: minimum")
    text = {"1.1": "2", "1.2": "3", "1.3": "4"}
    assessment = cchc_index.read_assessment([{"unit": "u", "2": "5", **text}], criteria, stage="self")
    assert str(cchc_index.score(criteria, assessment)["u"].node("1").points) == "5.00"
