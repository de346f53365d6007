"""The further rules of the field: cases, surveys, comparisons, alternatives, bases."""

from __future__ import annotations

from typing import Any

import pytest

import cchc_index
from cchc_index.reading.yaml.criteria_file import parse_criteria

HEAD = "id: a\nedition: 1\ntitle: A\nsource: {status: illustrative}\nrounding: {points: 2, index: 2}\n"


def _criteria(rule: str, most: str = "4", head: str = "", more: str = "") -> cchc_index.CriteriaSet:
    leaf = f"  - {{code: '1', title: Leaf, max_points: {most}{more}, rule: {rule}}}\n"
    rest = "  - {code: '2', title: Other, max_points: 1, rule: points}\n"
    return parse_criteria(f"{HEAD}{head}criteria:\n{leaf}{rest}", registry=cchc_index.Registry.builtin())


def _result(
    rule: str,
    rows: list[dict[str, Any]],
    most: str = "4",
    units: list[dict[str, str]] | None = None,
    **options: str,
) -> cchc_index.IndexResult:
    criteria = _criteria(rule, most, **options)
    full = [{"unit": f"u{number}", "2": "1", **row} for number, row in enumerate(rows)]
    return cchc_index.score(criteria, cchc_index.read_assessment(full, criteria, units))


def _points(rule: str, rows: list[dict[str, Any]], most: str = "4", **options: Any) -> list[str]:
    result = _result(rule, rows, most, **options)
    return [str(result[f"u{number}"].node("1").points) for number in range(len(rows))]


def _column(field: str, *values: str) -> list[dict[str, Any]]:
    return [{f"1{field}": value} for value in values]


def test_so_many_points_a_case() -> None:
    """Capped at the maximum, in points."""
    assert _points("{per_case: {points_each: 1.5}}", _column("", "0", "1", "2", "3")) == [
        "0.00",
        "1.50",
        "3.00",
        "4.00",
    ]
    with pytest.raises(cchc_index.CriteriaError, match="at_most"):
        _criteria("{per_case: {points_each: 1, at_most: 3}}")


def test_so_many_off_for_each_case() -> None:
    """Down to the floor."""
    rule = "{deduct: {points_each: 0.75, down_to: 1}}"

    assert _points(rule, _column(".count", "0", "1", "4", "5")) == ["4.00", "3.25", "1.00", "1.00"]


def test_typed_points_must_be_possible() -> None:
    """0.75 a case gives 0, 0.75, 1.5 ... and the cap."""
    assert _points("{per_case: {points_each: 0.75}}", _column(".points", "0.75", "4", "0")) == ["0.75", "4.00", "0.00"]
    with pytest.raises(cchc_index.AssessmentError):
        _points("{per_case: {points_each: 0.75}}", _column(".points", "0.7"))


SURVEY = "{survey: {options: {very: 100, rather: 60, little: 20, none: 0}, excluded: [unsure]}}"


def test_answers_are_weighted_and_averaged_over_those_who_answered() -> None:
    """Excluded answers leave both sums."""
    answers = {"1.very": "60", "1.rather": "25", "1.little": "10", "1.none": "5", "1.unsure": "40"}

    assert _points(SURVEY, [answers], "10") == ["7.70"]
    assert _points(SURVEY, _column("", "77"), "10") == ["7.70"]
    assert _criteria(SURVEY).node("1").criterion.assessed_by == "survey"
    with pytest.raises(cchc_index.AssessmentError):
        _points(SURVEY, [{**answers, "1.very": "0.5"}])


def test_nobody_answered() -> None:
    """Refused, or what the set says."""
    nobody = dict.fromkeys(("1.very", "1.rather", "1.little", "1.none"), "0") | {"1.unsure": "3"}
    with pytest.raises(cchc_index.AssessmentError):
        _points(SURVEY, [nobody])
    rule = SURVEY.replace("excluded", "none_arose: not_applicable, excluded")
    assert _result(rule, [nobody])["u0"].node("1").status == "not_applicable"


def test_the_mean_of_cases() -> None:
    """Each case has 0, 1 or 2 points."""
    rule = "{mean_of_cases: {scores: {on_time: 2, late: 1, very_late: 0}}}"
    row = {"1.on_time": "6", "1.late": "2", "1.very_late": "1"}

    assert _points(rule, [row], "2") == ["1.56"]
    assert "(6 x 2 + 2 x 1 + 1 x 0) / 9" in _result(rule, [row], "2")["u0"].explain().nodes[0].reason


UNITS = [
    {"unit": f"u{number}", "name": f"U{number}", "group": group, "ranked": ranked, "kind": kind}
    for number, (group, ranked, kind) in enumerate(
        [("x", "yes", "plain"), ("x", "yes", "hill"), ("x", "no", "plain"), ("y", "yes", "plain"), ("y", "yes", "hill")]
    )
]


def test_relative_to_the_best_ranked_unit_of_the_group() -> None:
    """An unranked unit is not the measure; one that is better still has the maximum."""
    values = _column("", "40", "30", "50", "8", "6")

    assert _points("relative_to_best", values, "10", units=UNITS) == ["10.00", "7.50", "10.00", "10.00", "7.50"]
    everyone = "{relative_to_best: {among: all}}"
    assert _points(everyone, values, "10", units=UNITS) == ["10.00", "7.50", "10.00", "2.00", "1.50"]


def test_less_may_be_better() -> None:
    """Best / value, and nought is the best there is."""
    rule = "{relative_to_best: {direction: down}}"

    assert _points(rule, _column("", "40", "30", "60"), "10") == ["7.50", "10.00", "5.00"]
    assert _points(rule, _column("", "0", "3"), "10") == ["10.00", "0.00"]


def test_min_max_to_a_scale() -> None:
    """1 to 10 in either direction."""
    up, down = (f"{{min_max: {{low: 1, high: 10, direction: {each}}}}}" for each in ("up", "down"))
    values = _column("", "20", "30", "60")

    assert _points(up, values, "10") == ["1.00", "3.25", "10.00"]
    assert _points(down, values, "10") == ["10.00", "7.75", "1.00"]
    assert _points(up, _column("", "-5", "5"), "10") == ["1.00", "10.00"]


def test_no_range_is_what_the_set_says() -> None:
    """All units alike."""
    alike = _column("", "5", "5")
    with pytest.raises(cchc_index.AssessmentError):
        _points("min_max", alike)
    assert _points("{min_max: {none_arose: full}}", alike) == ["4.00", "4.00"]
    with pytest.raises(cchc_index.AssessmentError):
        _points("relative_to_best", _column("", "0", "0"))


def test_a_missing_value_makes_all_it_serves_incomplete() -> None:
    """In its own group, and not in the other; a unit that lacks something else is not compared with."""
    values = _column("", "40", "", "50", "8", "6")
    result = _result("relative_to_best", values, "10", units=UNITS, head="missing: incomplete\n")
    assert [result[f"u{number}"].complete for number in range(5)] == [False, False, False, True, True]
    assert result["u0"].node("1").status == "missing"
    assert "another unit's value" in result["u0"].explain().nodes[0].reason

    values = [*_column("", "40", "30", "50", "8"), {"1": "6", "2": ""}]
    values[0]["2"] = ""
    result = _result("relative_to_best", values, "10", units=UNITS, head="missing: incomplete\n")
    assert [str(result[f"u{number}"].node("1").points) for number in range(5)] == [
        "10.00",
        "10.00",
        "10.00",
        "10.00",
        "7.50",
    ]
    assert [result[f"u{number}"].complete for number in range(5)] == [False, True, True, True, False]


BEST = "{best_of: {alternatives: {award: yes_no, ideas: {per_case: {points_each: 1, at_most: 3}}, share: proportion}}}"


def test_the_best_alternative_counts() -> None:
    """One is enough; several are compared exactly."""
    rows = [
        {"1.award.yes_no": "có"},
        {"1.ideas.count": "2", "1.share.done": "1", "1.share.planned": "3"},
        {"1.ideas.count": "1", "1.share.rate": "30", "1.award.yes_no": "no"},
    ]

    assert _points(BEST, rows) == ["4.00", "2.00", "1.20"]
    reason = _result(BEST, rows)["u1"].explain().nodes[0].reason
    assert "ideas: 2 cases" in reason
    assert "the best counts" in reason


def test_an_alternative_is_answered_whole() -> None:
    """Half an alternative, or a value without its field, is told."""
    for row in ({"1.share.done": "1"}, {"1": "3"}, {"1.share.done": "1", "1.share.planned": "3", "1.share.rate": "5"}):
        with pytest.raises(cchc_index.AssessmentError) as told:
            _points(BEST, [row])
        assert all(problem.text("vi") and problem.place for problem in told.value.problems)
    assert _result(BEST, [{"1": "na"}], more=", not_applicable: allowed")["u0"].node("1").status == "not_applicable"


CHOOSE = "{choose: {by: kind, alternatives: {plain: proportion, hill: {proportion: {full_at: 75}}}}}"


def test_the_units_kind_picks_the_rule() -> None:
    """Mountain communes have a rule of their own."""
    rows: list[dict[str, Any]] = [{"1.plain.rate": "75"}, {"1.hill.rate": "75"}, {"1.plain.rate": "60"}]
    units = UNITS[:3]

    assert _points(CHOOSE, rows, units=units) == ["3.00", "4.00", "2.40"]
    assert "kind = hill" in _result(CHOOSE, rows, units=units)["u1"].explain().nodes[0].reason
    rows[1] = {"1.plain.rate": "75"}
    with pytest.raises(cchc_index.AssessmentError) as told:
        _points(CHOOSE, rows, units=units)
    assert [problem.key for problem in told.value.problems] == ["value.elsewhere"]
    with pytest.raises(cchc_index.AssessmentError, match="kind"):
        _points(CHOOSE, rows)


def test_a_base_and_a_proportion() -> None:
    """What is asked of special units is scaled, not their points."""
    rule = "{base_plus: {base: 2, scale: 100, from: 50, factor: {by: kind, per_cent: {hill: 75}}}}"
    values = _column("", "75", "75", "40")

    assert _points(rule, values, "10", units=UNITS[:3]) == ["6.00", "10.00", "2.00"]
    assert "75 % is asked" in _result(rule, values, "10", units=UNITS[:3])["u1"].explain().nodes[0].reason


def test_a_base_and_steps() -> None:
    """Whole steps above a floor, capped."""
    parameters = "base: 2, floor: 50, per: 10, points_each: 0.5"
    assert _points(f"{{base_steps: {{{parameters}}}}}", _column("", "20", "59.9", "60", "200")) == [
        "2.00",
        "2.00",
        "2.50",
        "4.00",
    ]
    rule = f"{{base_steps: {{{parameters}, below_floor: zero, factor: {{by: kind, per_cent: {{hill: 50}}}}}}}}"
    assert _points(rule, _column("", "24", "24", "60"), units=UNITS[:3]) == ["0.00", "0.00", "2.50"]
    assert _points(rule, _column("", "50", "30", "60"), units=UNITS[:3]) == ["2.00", "2.50", "2.50"]


@pytest.mark.parametrize(
    "rule",
    [
        "{per_case: {points_each: 0}}",
        "{deduct: {points_each: 1, down_to: 4}}",
        "{survey: {options: {very: 90, none: 0}}}",
        "{survey: {options: {very: 100, none: -1}}}",
        "{survey: {options: {Very: 100}}}",
        "{survey: {options: {}}}",
        "{survey: {options: {very: 100}, excluded: [very]}}",
        "{mean_of_cases: {scores: {good: 3}}}",
        "{relative_to_best: {direction: sideways}}",
        "{min_max: {low: 4}}",
        "{min_max: {high: 3}}",
        "{best_of: {alternatives: {only: yes_no}}}",
        "{best_of: {alternatives: {one: min_max, two: yes_no}}}",
        "{best_of: {alternatives: {one: {per_case: {points_each: 1, at_most: 2}}, two: {deduct: {points_each: 0}}}}}",
        "{choose: {by: kind, alternatives: {one: {per_case: {points_each: 1, at_most: 2}}, two: yes_no}}}",
        "{choose: {alternatives: {one: yes_no, two: yes_no}}}",
        "{best_of: {alternatives: {one: ha_noi.rule, two: yes_no}}}",
        "{base_plus: {base: 4, scale: 100}}",
        "{base_plus: {base: 1, scale: 10, from: 10}}",
        "{base_steps: {base: 1, floor: 1, per: 0, points_each: 1}}",
        "{base_steps: {base: 1, floor: 1, per: 1, points_each: 1, factor: {by: kind, per_cent: {hill: 0}}}}",
    ],
)
def test_parameters_that_cannot_be_are_told(rule: str) -> None:
    """Each with its line, its path, and a cure in both languages."""
    with pytest.raises(cchc_index.CriteriaError) as told:
        _criteria(rule)

    for problem in told.value.problems:
        assert problem.place
        assert problem.place.line
        assert problem.cure("vi")
        assert problem.cure("en")


def test_values_beyond_64_bits_are_compared_exactly() -> None:
    """Twenty digits and more, in every rule that compares or scales."""
    huge = ["1" + "0" * 24, "5" + "0" * 23, "2" + "0" * 23 + ".5"]

    assert _points("relative_to_best", _column("", *huge), "10") == ["10.00", "5.00", "2.00"]
    assert _points("min_max", _column("", *huge), "8") == ["8.00", "3.00", "0.00"]
    assert _points("{base_steps: {base: 1, floor: 0, per: 1, points_each: 1}}", _column("", *huge)) == ["4.00"] * 3
    assert _points(f"{{convert: {{scale: {huge[0]}}}}}", _column("", *huge), "10") == ["10.00", "5.00", "2.00"]
