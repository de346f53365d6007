"""Steps: closed below, without gaps."""

from __future__ import annotations

from decimal import Decimal

import pytest

from cchc_index.rules.contract import Leaf
from cchc_index.rules.steps import Step, Steps
from tests.rules.one_unit import STEPS, points_of

#: Values to try beside the rule's own probes, and what is refused, for the listing of all that rules say.
SAID = """
steps on a rate:
  max: 4
  rule: {steps: {"on": rate, none_arose: full, steps: [{from: 100, points: 4}, {from: 80, below: 100, points: 2.5},
    {from: 50, below: 80, points: 1}]}}
  values: [{done: 2, planned: 3}, {done: 0, planned: 0}, {rate: 66.665}, {done: 1, planned: 9}]
  refused: [{done: 7, planned: 2}, {rate: 100.5}]
steps on a rate, capped:
  max: 4
  rule: {steps: {"on": rate, cap: yes, none_arose: not_applicable, steps: [{above: 95, points: 4},
    {above: 70.5, to: 95, points: 2}]}}
  values: [{rate: 120}, {done: 12, planned: 10}, {done: 0, planned: 0}, {rate: 70.5}]
steps on a rate that ends at all:
  max: 4
  rule: {steps: {"on": rate, cap: yes, steps: [{above: 95, to: 100, points: 4}, {from: 50, to: 95, points: 2}]}}
  values: [{rate: 120}, {done: 12, planned: 10}, {rate: 100}]
  refused: [{done: 0, planned: 0}]
steps on a rate, nothing for none:
  max: 4
  rule: {steps: {"on": rate, none_arose: zero, steps: [{from: 80, points: 4}]}}
  values: [{done: 0, planned: 0}, {done: 1234, planned: 4567}]
steps on days:
  max: 2
  rule: {steps: {"on": days, steps: [{to: 0, points: 2}, {above: 0, to: 5, points: 1},
    {above: 5, below: 10, points: 0.25}]}}
  values: [{days: 3}, {days: 400}]
steps on a number:
  max: 2
  rule: {steps: {"on": number, steps: [{from: 3, points: 2}, {from: 1, points: 1}]}}
  values: [{number: 2}, {number: 1234567}]
steps on a number on both sides of nothing:
  max: 3
  rule: {steps: {"on": number, steps: [{above: 150.5, points: 3}, {from: 0, to: 150.5, points: 2},
    {from: -5, below: 0, points: 1}]}}
  values: [{number: -5.5}, {number: -0.1}, {number: 1000}]
steps on a small rate:
  max: 2
  rule: {steps: {"on": rate, steps: [{from: 0.5, points: 2}, {from: 0, below: 0.5, points: 1}]}}
  leaf: {small_rates: yes}
  values: [{rate: 0.3}, {rate: 40}]
"""


@pytest.mark.parametrize(
    ("rate", "points"), [("100", "4.00"), ("95", "4.00"), ("94.999999999", "2.00"), ("80", "2.00"), ("79.99", "0.00")]
)
def test_steps_are_closed_below(rate: str, points: str) -> None:
    """The bound itself belongs to the step that starts there."""
    assert points_of(STEPS, rate=rate) == points


def test_steps_on_days_reach_from_the_bound_they_state() -> None:
    """`to` is closed above, `above` is open below, outside all steps there is nothing."""
    rule = "{steps: {on: days, steps: [{to: 0, points: 4}, {above: 0, to: 5, points: 1}]}}"
    found = {days: points_of(rule, days=days) for days in ("0", "1", "5", "6")}

    assert found == {"0": "4.00", "1": "1.00", "5": "1.00", "6": "0.00"}


def test_a_bound_left_out_reaches_to_the_next_step() -> None:
    """Neither a gap nor an overlap."""
    rule = "{steps: {on: number, steps: [{from: 10, points: 4}, {from: 5, points: 2}, {below: 5, points: 1}]}}"
    found = [points_of(rule, number=number) for number in ("10", "9.99", "5", "4.99", "-3")]

    assert found == ["4.00", "2.00", "2.00", "1.00", "1.00"]


@pytest.mark.parametrize(("points", "keys"), [("1.500", []), ("1.25", []), ("1.255", ["number.places"]), ("3", [])])
def test_zeros_at_the_end_are_no_decimals(points: str, keys: list[str]) -> None:
    """A set that rounds to two decimals may write three of them, if the third says nothing."""
    table = Steps("rate", (Step(Decimal("4.000"), Decimal(80)), Step(Decimal(points), Decimal(60), below=Decimal(80))))

    assert [problem.key for problem in table.faults(Leaf(Decimal(4), 2, "half_up"))] == keys


def test_points_may_be_written_with_more_decimals_than_they_need() -> None:
    """As long as those beyond the leaf's are zero."""
    rule = "{steps: {on: number, steps: [{from: 1, points: 4.000}, {below: 1, points: 0.010}]}}"

    assert points_of(rule, number="0") == "0.01"


@pytest.mark.parametrize(
    ("steps", "small_rates", "better"),
    [
        ((Step(Decimal(4), above=Decimal(0)), Step(Decimal(0), to=Decimal(0))), "taken", "more"),
        ((Step(Decimal(4), from_=Decimal(50), to=Decimal(100)), Step(Decimal(0), below=Decimal(50))), "asked", "more"),
        ((Step(Decimal(0), from_=Decimal(50), to=Decimal(100)), Step(Decimal(4), below=Decimal(50))), "taken", "less"),
    ],
)
def test_a_table_of_rates_ends_at_100_per_cent_and_begins_above_nothing(
    steps: tuple[Step, ...], small_rates: str, better: str
) -> None:
    """What rates earn between the two says whether more is better, and whether small ones are doubtful."""
    ((field, *_), *_) = Steps("rate", steps).reads

    assert (field.small_rates, field.better) == (small_rates, better)


def test_a_step_that_is_left_no_room_overlaps() -> None:
    """With both of its neighbours."""
    table = (Step(Decimal(4), from_=Decimal(1), below=Decimal(2)), Step(Decimal(2), to=Decimal(1)))
    no_room = Step(Decimal(2), below=Decimal(2))

    told = [fault.key for fault in Steps("number", (*table, no_room)).faults(Leaf(Decimal(4), 2, "half_up"))]

    assert told == ["steps.overlap", "steps.overlap"]


TABLES = ("0114", "4444", "4110")
UP, LEVEL, DOWN = (
    tuple(Step(Decimal(points), from_=Decimal(at)) for at, points in enumerate(table))
    for table in ("0114", "4444", "4110")
)
TURNS = tuple(Step(Decimal(points), from_=Decimal(at)) for at, points in enumerate("0141"))


@pytest.mark.parametrize(
    ("steps", "peak", "keys"),
    [
        (UP, False, []),
        (DOWN, False, []),
        (LEVEL, False, []),
        (TURNS, False, ["steps.turn"]),
        (TURNS[::-1], True, []),
        (UP, True, ["steps.no_turn"]),
        (LEVEL, True, ["steps.no_turn"]),
    ],
)
def test_points_only_rise_or_only_fall_unless_the_table_says_so(
    steps: tuple[Step, ...], peak: bool, keys: list[str]
) -> None:
    """Whatever the order of the lines; and nothing is said where nothing turns."""
    table = Steps("number", steps, peak=peak)

    assert [fault.key for fault in table.faults(Leaf(Decimal(4), 2, "half_up"))] == keys


def test_a_peak_is_scored_like_every_other_step() -> None:
    """Both too few and too many are worse."""
    steps = "[{below: 10, points: 0}, {from: 10, to: 25, points: 4}, {above: 25, points: 2}]"
    rule = f"{{steps: {{on: rate, peak: yes, steps: {steps}}}}}"

    assert [points_of(rule, rate=rate) for rate in ("9.9", "10", "25", "25.1")] == ["0.00", "4.00", "4.00", "2.00"]
