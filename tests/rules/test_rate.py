"""Rates, in per cent or of counts, and what is said when no case arose."""

from __future__ import annotations

from decimal import Decimal

import pytest

import cchc_index
from cchc_index.rules.rate import among_small, hundredfold, quotient_of
from cchc_index.values.exact import Integers, Ratios
from tests.rules.one_unit import STEPS, card_of, points_of


@pytest.mark.parametrize(
    ("answer", "status", "points"),
    [("full", "scored", "4.00"), ("zero", "scored", "0.00"), ("not_applicable", "not_applicable", "None")],
)
def test_no_case_arose(answer: str, status: str, points: str) -> None:
    """Nought of nought is what the set says it is."""
    card = card_of(f"{{proportion: {{none_arose: {answer}}}}}", {"1.done": "0", "1.planned": "0"})

    assert (card.node("1").status, str(card.node("1").points)) == (status, points)
    assert card.index is not None or answer == "not_applicable"
    assert {warning.particulars.get("by") for warning in card.result.warnings} <= {"rule"}


def test_no_case_arose_is_refused_unless_the_set_decides() -> None:
    """The default is to ask."""
    with pytest.raises(cchc_index.AssessmentError) as told:
        card_of("{proportion: {}}", {"1.done": "0", "1.planned": "0"})

    assert "none_arose" in told.value.report()


def test_a_rate_above_everything_is_refused_or_capped() -> None:
    """Over 100 per cent is a mistake unless the set says cap."""
    with pytest.raises(cchc_index.AssessmentError):
        card_of("{proportion: {}}", {"1.done": "5", "1.planned": "4"})
    assert points_of("{proportion: {cap: yes}}", done="5", planned="4") == "4.00"


@pytest.mark.parametrize(
    ("done", "planned", "points"),
    [("19", "20", "4.00"), ("949999999999", "1000000000000", "2.00"), ("950000000000", "1000000000000", "4.00")],
)
def test_a_rate_of_counts_is_compared_exactly(done: str, planned: str, points: str) -> None:
    """Counts are cross-multiplied; nothing is divided."""
    assert points_of(STEPS, done=done, planned=planned) == points


@pytest.mark.parametrize(
    ("share", "rate"), [("0.95", "95"), ("1", "100"), ("0.835", "83.5"), ("0.00001", "0.001"), ("1e-3", "0.1")]
)
def test_a_share_in_per_cent_loses_no_digit(share: str, rate: str) -> None:
    """And is written as a number is typed."""
    assert hundredfold(Decimal(share)) == rate


def test_a_quotient_is_exact_whatever_the_decimals() -> None:
    """1.5 of 2 are 75 per cent, and 1 of 0.8 are 125."""
    quotient, none_arose = quotient_of(Ratios(Integers.of([15, 10]), 10), Ratios(Integers.of([200, 80]), 100))

    assert [quotient.fraction(row) for row in range(2)] == [75, 125]
    assert none_arose is None


@pytest.mark.parametrize("wrong", ["done", "planned"])
def test_quotients_of_quotients_are_refused(wrong: str) -> None:
    """What was done and what was planned are written as decimals."""
    decimals, thirds = Ratios(Integers.of([1])), Ratios(Integers.of([1]), Integers.of([3]))

    with pytest.raises(TypeError, match=r"^done and planned are columns of decimals$"):
        quotient_of(*((thirds, decimals) if wrong == "done" else (decimals, thirds)))


@pytest.mark.parametrize(
    ("threshold", "small"),
    [("0", False), ("0.01", True), ("0.5", True), ("1", True), ("1.01", False), ("2", False), (None, False)],
)
def test_a_threshold_is_small_above_nothing_and_up_to_one_per_cent(threshold: str | None, small: bool) -> None:
    """Whoever sets one there has thought of rates as small as that."""
    asked = None if threshold is None else Decimal(threshold)

    assert among_small([Decimal(50), asked]) is small


def test_the_bounds_of_a_quotient_hold_where_one_case_was_planned() -> None:
    """And where none was, whose quotient is not looked at."""
    quotient, none_arose = quotient_of(Ratios(Integers.of([10, 0])), Ratios(Integers.of([1, 0])))

    rounded = quotient.rounded(0, "half_up")
    assert rounded.values[0] == 1000 <= rounded.high
    assert none_arose is not None
    assert none_arose.tolist() == [False, True]
