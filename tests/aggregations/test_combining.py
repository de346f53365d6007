"""The built-in ways to combine parts: worked by hand, at their edges, and told in words."""

from __future__ import annotations

from decimal import Context, Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cchc_index
from cchc_index.aggregations.combining import Geometric
from cchc_index.aggregations.contract import Parts
from cchc_index.values.exact import Integers, RoundingMode
from tests.aggregations.nodes import cards_of, node_set, points_of


@pytest.mark.parametrize(
    ("combine", "typed", "points"),
    [
        ("minimum", ("3", "1", "4"), "2.50"),
        ("minimum", ("3", "na", "4"), "7.50"),
        ("minimum", ("0", "4", "4"), "0.00"),
        ("{best: 2}", ("3", "1", "4"), "8.75"),
        ("{best: 2}", ("3", "na", "na"), "7.50"),
        ("{best: 1}", ("0", "0", "0"), "0.00"),
        ("{best: {count: 3}}", ("1", "1", "1"), "2.50"),
        ("{drop_lowest: 1}", ("3", "1", "4"), "8.75"),
        ("{drop_lowest: 2}", ("3", "1", "na"), "7.50"),
        ("{drop_lowest: 1}", ("1", "na", "na"), "2.50"),
        ("geometric", ("1", "4", "4"), "6.30"),
        ("geometric", ("1", "4", "na"), "5.00"),
        ("geometric", ("0", "4", "4"), "0.00"),
        ("geometric", ("4", "4", "4"), "10.00"),
        ("harmonic", ("2", "4", "4"), "7.50"),
        ("harmonic", ("2", "0", "4"), "0.00"),
        ("harmonic", ("2", "na", "na"), "5.00"),
    ],
)
def test_parts_are_combined(combine: str, typed: tuple[str, ...], points: str) -> None:
    """Of parts of 4 points each and a node of 10; the cube root of a quarter is 0.62996."""
    assert points_of(f"combine: {combine}", *typed) == points


@pytest.mark.parametrize(
    ("combine", "typed", "points"),
    [
        ("minimum", ("1", "5"), "5.00"),  # half of 2, and half of 10
        ("{best: 1}", ("2", "9"), "10.00"),
        ("geometric", ("1", "10"), "8.91"),  # (1/2) ^ (2/12) of 10
        ("harmonic", ("1", "10"), "8.57"),  # 12 / (2 / (1/2) + 10) of 10
    ],
)
def test_parts_weigh_as_their_maxima(combine: str, typed: tuple[str, ...], points: str) -> None:
    """Shares are compared and combined, not points."""
    assert points_of(f"combine: {combine}", *typed, maxima=("2", "10")) == points


def test_of_equal_shares_the_earlier_counts() -> None:
    """Both have half; which one counts is seen in the words, and in the weight that it brings."""
    criteria = node_set("combine: {best: 2}", ("2", "4", "4"))
    (card,) = cards_of(criteria, {1: "2", 2: "2", 3: "2"})
    assert "1.1, 1.2" in card.explain("en", "1").nodes[0].reason
    assert str(card.node("1").points) == "6.67"


def test_whoever_does_not_apply_is_out_and_the_node_keeps_its_maximum() -> None:
    """Until nothing applies; and a missing part makes the node missing."""
    criteria = node_set("combine: minimum")
    some, none, missing = cards_of(
        criteria, {1: "3", 2: "na", 3: "na"}, {1: "na", 2: "na", 3: "na"}, {1: "3", 2: "", 3: "na"}
    )
    assert (str(some.node("1").points), str(some.node("1").max_points), str(some.index)) == ("7.50", "10.00", "62.50")
    assert (none.node("1").status, none.node("1").max_points, str(none.index)) == ("not_applicable", None, "50.00")
    assert (missing.node("1").status, missing.node("1").points, missing.complete) == ("missing", None, False)
    assert str(missing.points) == "5.00"


@pytest.mark.parametrize(("mode", "points"), [("half_up", "3"), ("half_even", "2"), ("truncate", "2")])
def test_a_tie_of_roots_is_a_tie(mode: str, points: str) -> None:
    """The root of a quarter is a half: 2.5 of 5 points, exactly, in every row and with the same weights."""
    criteria = node_set("combine: geometric", ("4", "4"), "5", 0, mode)
    cards = cards_of(criteria, {1: "1", 2: "4"}, {1: "4", 2: "1"}, {1: "2", 2: "2"})
    assert {str(card.node("1").points) for card in cards} == {points}


@given(
    st.lists(st.tuples(st.integers(1, 10**4), st.integers(1, 10**4)), min_size=1, max_size=5),
    st.integers(1, 10**5),
    st.integers(0, 6),
)
@settings(max_examples=200)
def test_roots_are_rounded_as_sixty_digits_say(parts: list[tuple[int, int]], most: int, places: int) -> None:
    """Against decimals of 60 digits."""
    shares = [(min(pair), max(pair)) for pair in parts]
    columns = Parts(
        tuple(Integers.of([points]) for points, _ in shares),
        tuple(Integers.of([maximum]) for _, maximum in shares),
        Decimal(most),
        places,
        "half_up",
    )
    found = Geometric().combine(columns).ratios.fraction(0)
    context = Context(prec=60)
    total = sum(maximum for _, maximum in shares)
    logs = [Fraction(context.ln(context.divide(Decimal(points), Decimal(each)))) * each for points, each in shares]
    log = sum(logs, Fraction(0))
    mean = context.exp(context.divide(Decimal(log.numerator), Decimal(log.denominator * total)))
    assert abs(found - Fraction(mean) * most) <= Fraction(1, 2 * 10**places) + Fraction(1, 10**40)


@pytest.mark.parametrize(
    ("combine", "typed", "told"),
    [
        ("minimum", ("3", "1", "4"), "the weakest part 1.2: 10 x 1.00 / 4.00"),
        ("{best: 2}", ("3", "1", "4"), "the best 2 (1.1, 1.3): 10 x (3.00 + 4.00) / (4.00 + 4.00)"),
        ("{drop_lowest: 1}", ("3", "1", "4"), "without the lowest 1.2: 10 x (3.00 + 4.00) / (4.00 + 4.00)"),
        ("{drop_lowest: 1}", ("3", "na", "na"), "10 x 3.00 / 4.00; not applicable: 1.2, 1.3"),
        (
            "geometric",
            ("1", "4", "na"),
            "10 x (1.00 / 4.00)^(4.00 / 8.00) x (4.00 / 4.00)^(4.00 / 8.00) ≈ 5.000000; not applicable: 1.3",
        ),
        ("geometric", ("0", "4", "na"), "10 x (0.00 / 4.00)^(4.00 / 8.00) x (4.00 / 4.00)^(4.00 / 8.00) ≈ 0"),
        (
            "harmonic",
            ("2", "3", "na"),
            "10 x (4.00 + 4.00) / (4.00 / (2.00 / 4.00) + 4.00 / (3.00 / 4.00)); 6 rounded to 6.00",
        ),
        ("harmonic", ("0", "3", "na"), "part 1.1 got nothing: 0; not applicable: 1.3"),
    ],
)
def test_the_reason_can_be_worked_out_by_hand(combine: str, typed: tuple[str, ...], told: str) -> None:
    """The parts that count, with their figures."""
    criteria = node_set(f"combine: {combine}")
    (card,) = cards_of(criteria, dict(enumerate(typed, 1)))
    assert card.explain("en", "1").nodes[0].reason.startswith(told.partition("; 6 rounded")[0])
    assert card.explain("vi", "1").nodes[0].reason


@pytest.mark.parametrize(
    ("more", "key"),
    [
        ("combine: {best: 4}", "combine.best"),
        ("combine: {best: 0}", "combine.best"),
        ("combine: {drop_lowest: 3}", "combine.drop_lowest"),
        ("combine: {drop_lowest: 0}", "combine.drop_lowest"),
        ("combine: median", "name.aggregations"),
        ("combine: ha_noi.median", "name.plugin_of_aggregations"),
        ("combine: {best: 1, minimum: 2}", "type.one_aggregation"),
        ("combine: minimum\n    not_applicable_parts: redistribute", "criteria.keeps_weight"),
        ("combine: geometric\n    rule: proportion", "criteria.rule_and_mean"),
        ("combine: minimum\n    parts_points: 11", "criteria.sum"),
        ("combine: {geometric: {a: 1}}", "yaml.no_keys"),
        ("rule: yes_no", "criteria.rule_of_leaf"),
        ("rule: {between: {worst: 0, best: 80, beyond: refuse}}", "rule.refuses_parts"),
        ("rule: {steps: {on: days, steps: [{from: 3, points: 10}]}}", "steps.not_rate"),
        ("rule: {steps: {on: rate, steps: [{from: 3, points: 9}]}}", "steps.best"),
        ("rule: {steps: {on: rate, steps: [{from: 0.9, points: 10}]}}", "rule.fractions"),
    ],
)
def test_what_cannot_be_is_told(more: str, key: str) -> None:
    """At its place, and nothing else."""
    with pytest.raises(cchc_index.CriteriaError) as told:
        node_set(more)
    assert [problem.key for problem in told.value.problems] == [key]
    assert told.value.problems[0].place
    assert all(told.value.problems[0].text(language) for language in ("vi", "en"))


@pytest.mark.parametrize("places", [0, 2, 4])
@pytest.mark.parametrize("mode", ["half_up", "half_even", "truncate"])
@pytest.mark.parametrize("maxima", [(4, 4), (3, 5), (10, 20)])
def test_many_units_get_what_each_gets_alone(places: int, mode: RoundingMode, maxima: tuple[int, int]) -> None:
    """By a table of boundaries or by powers: every pair of points, so with every tie, zero and full mark."""
    pairs = [(one, other) for one in range(maxima[0] + 1) for other in range(maxima[1] + 1)] * 40
    columns = [Integers.of([pair[part] for pair in pairs]) for part in (0, 1)]
    most = [Integers.of([maximum] * len(pairs)) for maximum in maxima]
    many = Parts(tuple(columns), tuple(most), Decimal(3), places, mode)
    found = Geometric().combine(many).ratios
    for row in range(len(pairs) // 40):
        alone = Parts(
            tuple(Integers.of([number]) for number in pairs[row]),
            tuple(Integers.of([maximum]) for maximum in maxima),
            Decimal(3),
            places,
            mode,
        )
        assert found.fraction(row) == Geometric().combine(alone).ratios.fraction(0), pairs[row]
