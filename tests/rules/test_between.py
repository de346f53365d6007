"""A value between two ends: along a line, and by logarithms."""

from __future__ import annotations

from decimal import Context, Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cchc_index
from cchc_index.rules.between import Between
from cchc_index.rules.contract import Leaf
from cchc_index.values.exact import Integers, Ratios, RoundingMode
from tests.rules.one_unit import one_leaf, points_of

#: Values to try beside the rule's own probes, and what is refused, for the listing of all that rules say.
SAID = """
convert: {max: 10, rule: {convert: {scale: 100}}, values: [{value: 82.37}]}
convert from: {max: 7, rule: {convert: {scale: 5, from: 1}}, values: [{value: 3.3},
    {value: 1}], refused: [{value: 0.9}, {value: 5.01}]}
between goalposts: {max: 4, rule: {between: {worst: 80, best: 0}}, values: [{value: 20}, {value: 0}, {value: 95},
    {value: 80.5}]}
between goalposts below nothing:
  max: 5
  rule: {between: {worst: -2.5, best: 2.5, at_worst: 1, beyond: refuse}}
  values: [{value: 0.3}, {value: -2.5}, {value: 2.5}]
  refused: [{value: 2.51}, {value: -3}, {value: x}]
between logarithms:
  max: 10
  rule: {between: {worst: 100, best: 75000, scale: log, at_worst: 1}}
  values: [{value: 7500}, {value: 100}, {value: 80000}, {value: 0}, {value: -12.5}]
between logarithms, less is better: {max: 3, rule: {between: {worst: 32, best: 0.5, scale: log}},
    values: [{value: 4}, {value: 2}, {value: 0}]}
"""

INCOME = "{between: {worst: 100, best: 75000, scale: log}}"


def test_convert_reaches_from_nothing_to_everything() -> None:
    """Linear between `from` and `scale`, in either direction of the number line."""
    assert [points_of("{convert: {scale: 10, from: 1}}", "9", value=each) for each in ("1", "5.5", "10")] == [
        "0.00",
        "4.50",
        "9.00",
    ]
    assert [points_of("{convert: {scale: 0, from: 10}}", value=each) for each in ("10", "2.5", "0")] == [
        "0.00",
        "3.00",
        "4.00",
    ]


@pytest.mark.parametrize(
    ("rule", "value", "points"),
    [
        ("{between: {worst: 80, best: 0}}", "20", "3.00"),
        ("{between: {worst: 80, best: 0}}", "81", "0.00"),
        ("{between: {worst: 80, best: 0}}", "-1", "4.00"),
        ("{between: {worst: -2.5, best: 2.5}}", "0", "2.00"),
        ("{between: {worst: -1, best: -3}}", "-2.5", "3.00"),
        ("{between: {worst: 0, best: 10, at_worst: 1}}", "5", "2.50"),
        ("{between: {worst: 0, best: 10, at_worst: 1}}", "-5", "1.00"),
        ("{between: {worst: 20, best: 85}}", "72.5", "3.23"),
        (INCOME, "7500", "2.61"),
        (INCOME, "100", "0.00"),
        (INCOME, "75000.01", "4.00"),
        (INCOME, "0", "0.00"),
        (INCOME, "-7", "0.00"),
        ("{between: {worst: 1, best: 16, scale: log}}", "4", "2.00"),
        ("{between: {worst: 16, best: 1, scale: log}}", "8", "1.00"),
        ("{between: {worst: 16, best: 1, scale: log}}", "0", "4.00"),
        ("{between: {worst: 16, best: 1, scale: log, at_worst: 1}}", "8", "1.75"),
    ],
)
def test_points_between_goalposts(rule: str, value: str, points: str) -> None:
    """Worked out by hand; 7,500 between 100 and 75,000 is ln 75 / ln 750 = 0.65218 of the way."""
    assert points_of(rule, value=value) == points


@pytest.mark.parametrize("value", ["-0.01", "10.01"])
def test_what_lies_beyond_may_be_refused(value: str) -> None:
    """What lies beyond may be refused."""
    with pytest.raises(cchc_index.AssessmentError):
        points_of("{between: {worst: 0, best: 10, beyond: refuse}}", value=value)


@pytest.mark.parametrize(
    "parameters",
    [
        "worst: 3, best: 3.0",
        "worst: 0, best: 4, scale: log",
        "worst: 1, best: -4, scale: log",
        "worst: 1, best: 2, at_worst: 4",
    ],
)
def test_goalposts_that_cannot_be_are_told(parameters: str) -> None:
    """Goalposts that cannot be are told."""
    with pytest.raises(cchc_index.CriteriaError):
        one_leaf(f"{{between: {{{parameters}}}}}")


@pytest.mark.parametrize(("mode", "points"), [("half_up", 3), ("half_even", 2), ("truncate", 2)])
def test_a_tie_of_logarithms_is_a_tie(mode: RoundingMode, points: int) -> None:
    """32 is the fifth power of 2, half of the way from 1 to its square: 2.5 of 5 points, exactly."""
    rule = Between(worst=Decimal(1), best=Decimal(1024), scale="log")
    found = rule.of_rates(Ratios(Integers.of([32])), Leaf(Decimal(5), 0, mode))
    assert found.ratios.fraction(0) == points


@given(
    st.integers(1, 10**6),
    st.integers(1, 10**6),
    st.lists(st.integers(-10, 2 * 10**6), min_size=1, max_size=8),
    st.integers(0, 6),
    st.sampled_from([Decimal(0), Decimal("0.5")]),
)
@settings(max_examples=150)
def test_logarithms_are_rounded_as_sixty_digits_say(
    worst: int, best: int, values: list[int], places: int, start: Decimal
) -> None:
    """Against decimals of 60 digits, which part whatever these numbers can come to, unless it is a tie."""
    if worst == best:
        best += 1
    rule = Between(Decimal(worst) / 100, Decimal(best) / 100, scale="log", at_worst=start)
    found = rule.of_rates(Ratios(Integers.of(values), 100), Leaf(Decimal(10), places, "half_up"))
    context = Context(prec=60)
    low, high, first = sorted((worst, best))[0], sorted((worst, best))[1], context.ln(Decimal(worst))
    for row, value in enumerate(values):
        kept = Decimal(min(max(value, low), high))
        share = Fraction(context.ln(kept) - first) / Fraction(context.ln(Decimal(best)) - first)
        exact = Fraction(start) + (10 - Fraction(start)) * share
        assert abs(found.ratios.fraction(row) - exact) <= Fraction(1, 2 * 10**places) + Fraction(1, 10**40)


def test_numbers_of_any_size_have_logarithms() -> None:
    """Twenty-eight digits, and goalposts that differ in the last of them."""
    rule = "{between: {worst: 1000000000000000000000000000, best: 1000000000000000000000000002, scale: log}}"
    assert points_of(rule, value="1000000000000000000000000001") == "2.00"
    assert points_of(rule, value="1000000000000000000000000001.9") == "3.80"
