"""Units compared with the best, or with the range."""

from __future__ import annotations

from decimal import Decimal

import pytest

import cchc_index
from cchc_index import testing as kit
from cchc_index.rules.columns import Column, FieldColumn
from cchc_index.rules.relative import MinMax, RelativeToBest
from cchc_index.values.exact import Integers
from cchc_index.values.units import Register, Unit
from tests.rules.several_units import UNITS, column_of, points_of, result_of

#: Values to try beside the rule's own probes, and what is refused, for the listing of all that rules say.
SAID = """
relative to the best: {max: 5, rule: relative_to_best, values: [{value: 3}, {value: 4.5}], refused: [[{value: 0},
    {value: 0}], {value: -1}]}
relative to the least:
  max: 5
  rule: {relative_to_best: {direction: down, among: all, none_arose: full}}
  values: [{value: 25}, {value: 70}]
relative, nothing for none:
  max: 5
  rule: {relative_to_best: {none_arose: zero}}
  values: [{value: 3}]
relative, none does not apply:
  max: 5
  rule: {relative_to_best: {none_arose: not_applicable, among: all}}
  values: [{value: 0.7}]
min-max: {max: 10, rule: {min_max: {none_arose: full}}, values: [{value: 3}, {value: 5}]}
min-max of nothing: {max: 10, rule: min_max, values: [{value: 3}], refused: [[{value: 5}, {value: 5}]]}
min-max between ends:
  max: 10
  rule: {min_max: {direction: down, low: 1, high: 10, among: all, none_arose: zero}}
  values: [{value: 4}, {value: 7}]
  refused: [{value: x}]
min-max, no end:
  max: 7
  rule: {min_max: {low: 2.5, among: all, none_arose: not_applicable}}
  values: [{value: 3}, {value: 9}]
"""


def test_relative_to_the_best_ranked_unit_of_the_group() -> None:
    """An unranked unit is not the measure; one that is better still has the maximum."""
    values = column_of("", "40", "30", "50", "8", "6")

    assert points_of("relative_to_best", values, "10", units=UNITS) == ["10.00", "7.50", "10.00", "10.00", "7.50"]
    everyone = "{relative_to_best: {among: all}}"
    assert points_of(everyone, values, "10", units=UNITS) == ["10.00", "7.50", "10.00", "2.00", "1.50"]


def test_less_may_be_better() -> None:
    """Best / value, and nought is the best there is."""
    rule = "{relative_to_best: {direction: down}}"

    assert points_of(rule, column_of("", "40", "30", "60"), "10") == ["7.50", "10.00", "5.00"]
    assert points_of(rule, column_of("", "0", "3"), "10") == ["10.00", "0.00"]


def test_min_max_to_a_scale() -> None:
    """1 to 10 in either direction."""
    up, down = (f"{{min_max: {{low: 1, high: 10, direction: {each}}}}}" for each in ("up", "down"))
    values = column_of("", "20", "30", "60")

    assert points_of(up, values, "10") == ["1.00", "3.25", "10.00"]
    assert points_of(down, values, "10") == ["10.00", "7.75", "1.00"]
    assert points_of(up, column_of("", "-5", "5"), "10") == ["1.00", "10.00"]


def test_no_range_is_what_the_set_says() -> None:
    """All units alike."""
    alike = column_of("", "5", "5")
    with pytest.raises(cchc_index.AssessmentError):
        points_of("min_max", alike)
    assert points_of("{min_max: {none_arose: full}}", alike) == ["4.00", "4.00"]
    with pytest.raises(cchc_index.AssessmentError):
        points_of("relative_to_best", column_of("", "0", "0"))


def test_a_missing_value_makes_all_it_serves_incomplete() -> None:
    """In its own group, and not in the other; a unit that lacks something else is not compared with."""
    values = column_of("", "40", "", "50", "8", "6")
    result = result_of("relative_to_best", values, "10", units=UNITS, head="missing: incomplete\n")
    assert [result[f"u{number}"].complete for number in range(5)] == [False, False, False, True, True]
    assert result["u0"].node("1").status == "missing"
    assert "U1 has no value for 1" in result["u0"].explain().nodes[0].reason

    values = [*column_of("", "40", "30", "50", "8"), {"1": "6", "2": ""}]
    values[0]["2"] = ""
    result = result_of("relative_to_best", values, "10", units=UNITS, head="missing: incomplete\n")
    assert [str(result[f"u{number}"].node("1").points) for number in range(5)] == [
        "10.00",
        "10.00",
        "10.00",
        "10.00",
        "7.50",
    ]
    assert [result[f"u{number}"].complete for number in range(5)] == [False, True, True, True, False]


@pytest.mark.parametrize(("none_arose", "points"), [("full", "4.00"), ("zero", "0.00"), ("not_applicable", "None")])
def test_where_the_best_is_nothing_the_set_says_what_that_earns(none_arose: str, points: str) -> None:
    """In the groups where it is; elsewhere units are compared."""
    units = [{"unit": f"u{row}", "name": "U", "group": group} for row, group in enumerate("xxyy")]
    rows = column_of("", "0", "0", "0", "5")
    rule = f"{{relative_to_best: {{among: group, none_arose: {none_arose}}}}}"

    assert points_of(rule, rows, units=units) == [points, points, "0.00", "4.00"]
    assert points_of(f"{{min_max: {{among: group, none_arose: {none_arose}}}}}", rows, units=units) == [
        points, points, "0.00", "4.00"
    ]  # fmt: skip


def test_a_best_of_one_is_no_nothing() -> None:
    """Nor is a least of nothing, where less is better."""
    assert points_of("{relative_to_best: {none_arose: full}}", column_of("", "1", "0")) == ["4.00", "0.00"]
    assert points_of("{relative_to_best: {none_arose: full}}", column_of("", "1", "1")) == ["4.00", "4.00"]


@pytest.mark.parametrize(
    ("rule", "values", "points", "key"),
    [
        ("min_max", "3312", ["4.00", "4.00", "0.00", "2.00"], "value.no_range"),
        ("relative_to_best", "0012", ["0.00", "0.00", "2.00", "4.00"], "value.no_best"),
    ],
)
def test_what_is_refused_in_a_group_may_be_sound_among_all(rule: str, values: str, points: list[str], key: str) -> None:
    """A group of equal values has no range, and one of nothing has no best, though all units together have one."""
    units = [{"unit": f"u{row}", "name": "U", "group": group} for row, group in enumerate("xxyy")]
    rows = column_of("", *values)

    assert points_of(f"{{{rule}: {{among: all}}}}", rows, units=units) == points
    with pytest.raises(cchc_index.AssessmentError) as caught:
        points_of(f"{{{rule}: {{among: group}}}}", rows, units=units)
    assert [problem.key for problem in caught.value.problems] == [key, key]


def test_everybody_counts_where_nobody_is_left_out() -> None:
    """As where a rule is tried by itself."""
    assert kit.points_of(RelativeToBest(), 4, {"value": ["1", "4", "2"]}) == ["1.00", "4.00", "2.00"]
    assert kit.points_of(MinMax("up"), 4, {"value": ["1", "5", "2"]}) == ["0.00", "4.00", "1.00"]


def test_values_beyond_64_bits_are_compared_as_all_others_are() -> None:
    """Both ends of the range may lie there."""
    values = [str(2**63 + more) for more in (0, 4, 1)]

    assert kit.points_of(MinMax("up"), 4, {"value": values}) == ["0.00", "4.00", "1.00"]
    assert kit.points_of(MinMax("down"), 4, {"value": values}) == ["4.00", "0.00", "3.00"]


def test_a_best_of_nothing_is_told_at_the_value() -> None:
    """It is the value that all have reported as 0."""
    units = Register((Unit("a", "A"), Unit("b", "B")))
    rule = RelativeToBest()
    values = {"value": FieldColumn(Integers.of([0, 0]), 0)}

    (refusal,) = rule.refusals(Column(2, Decimal(4), 2, "half_up", rule.reads, values, units))

    assert (refusal.field, refusal.rows.tolist()) == ("value", [True, True])


def test_a_reason_names_what_was_compared_with() -> None:
    """In the unit's own group, of those that count; a unit beyond the range gets its end."""
    values = column_of("", "40", "30", "50", "8", "6")
    best = result_of("relative_to_best", values, "10", units=UNITS)
    assert best["u1"].explain("en").nodes[0].reason == "value 30, the best in the group 40: 10 x 30 / 40"
    assert best["u2"].explain("en").nodes[0].reason == "value 50, the best in the group 40, no worse: 10"
    assert best["u4"].explain("vi").nodes[0].reason == "giá trị 6, tốt nhất trong nhóm 8: 10 x 6 / 8"

    span = result_of("{min_max: {low: 1, direction: down}}", column_of("", "-20", "30.5", "60"), "10")
    assert span["u1"].explain("en").nodes[0].reason == (
        "value 30.5, the least in the group -20, the greatest 60: 1 + (10 - 1) x (60 - 30.5) / (60 - (-20)); "
        "4.31875 rounded to 4.32"
    )


def test_a_leaf_that_some_do_not_have_is_explained_for_the_others() -> None:
    """The column that the rule sees leaves them out: rows are found again."""
    values = column_of("", "na", "20", "na", "40")
    result = result_of("relative_to_best", values, "10", more=", not_applicable: allowed")

    assert result["u3"].explain("en").nodes[0].reason == "value 40, the best in the group 40, no worse: 10"
    assert result["u1"].explain("en").nodes[0].reason == "value 20, the best in the group 40: 10 x 20 / 40"
