"""A base, and what is earned above it."""

from __future__ import annotations

from tests.rules.several_units import UNITS, column_of, points_of, result_of

#: Values to try beside the rule's own probes, and what is refused, for the listing of all that rules say.
SAID = """
base and proportion: {max: 10, rule: {base_plus: {base: 2, scale: 95, from: 50}}, values: [{value: 30}, {value: 77},
    {value: 99}]}
base and proportion with a factor:
  max: 10
  rule: {base_plus: {base: 1, scale: 80, factor: {by: terrain, per_cent: {mountain: 75, far_island: 33.3}}}}
  register: [terrain]
  values: [{value: 33, terrain: mountain}, {value: 33, terrain: plain}, {value: 60, terrain: mountain},
    {value: 20, terrain: far_island}]
base from a value, with a factor:
  max: 7
  rule: {base_plus: {base: 1, scale: 95, from: 50, factor: {by: terrain, per_cent: {mountain: 66.6667}}}}
  register: [terrain]
  values: [{value: 40, terrain: mountain}, {value: 33.3, terrain: mountain}, {value: 64, terrain: mountain}]
base and steps:
  max: 5
  rule: {base_steps: {base: 2, floor: 50, per: 10, points_each: 0.5, factor: {by: terrain, per_cent: {mountain: 75}}}}
  register: [terrain]
  values: [{value: 52, terrain: mountain}, {value: 79.9, terrain: plain}, {value: 20, terrain: plain},
    {value: 500, terrain: plain}]
base and steps, nothing below:
  max: 4
  rule: {base_steps: {base: 1, floor: 20, per: 2.5, points_each: 0.75, below_floor: zero}}
  values: [{value: 19}, {value: 24}, {value: 100}]
base and a value below nothing: {max: 4, rule: {base_plus: {base: 1, scale: 10}}, refused: [{value: -1}, {value: x}]}
"""


def test_a_base_and_a_proportion() -> None:
    """What is asked of special units is scaled, not their points."""
    rule = "{base_plus: {base: 2, scale: 100, from: 50, factor: {by: kind, per_cent: {hill: 75}}}}"
    values = column_of("", "75", "75", "40")

    assert points_of(rule, values, "10", units=UNITS[:3]) == ["6.00", "10.00", "2.00"]
    assert "75 % is asked" in result_of(rule, values, "10", units=UNITS[:3])["u1"].explain().nodes[0].reason


def test_a_base_and_steps() -> None:
    """Whole steps above a floor, capped."""
    parameters = "base: 2, floor: 50, per: 10, points_each: 0.5"
    assert points_of(f"{{base_steps: {{{parameters}}}}}", column_of("", "20", "59.9", "60", "200")) == [
        "2.00",
        "2.00",
        "2.50",
        "4.00",
    ]
    rule = f"{{base_steps: {{{parameters}, below_floor: zero, factor: {{by: kind, per_cent: {{hill: 50}}}}}}}}"
    assert points_of(rule, column_of("", "24", "24", "60"), units=UNITS[:3]) == ["0.00", "0.00", "2.50"]
    assert points_of(rule, column_of("", "50", "30", "60"), units=UNITS[:3]) == ["2.00", "2.50", "2.50"]


def test_what_is_asked_is_told_with_six_decimals_at_most() -> None:
    """A share of a share of per cent is cut there, and marked."""
    rule = "{base_plus: {base: 2, scale: 100, from: 33.3333, factor: {by: kind, per_cent: {hill: 33.3333}}}}"

    reason = result_of(rule, column_of("", "75", "20"), "10", units=UNITS[:2])["u1"].explain().nodes[0].reason

    assert "20 - ≈ 11.111089" in reason
