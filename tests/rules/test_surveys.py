"""Answers weighted over those who answered, and the mean of cases."""

from __future__ import annotations

import pytest

import cchc_index
from tests.rules.several_units import column_of, points_of, result_of, set_of

#: Values to try beside the rule's own probes, and what is refused, for the listing of all that rules say.
SAID = """
mean of cases:
  max: 2
  rule: {mean_of_cases: {scores: {early: 2, on_time: 1, late: 0}, none_arose: full}}
  values: [{early: 3, on_time: 2, late: 1}, {early: 0, on_time: 0, late: 0}]
  refused: [{early: 1}, {early: 1.5, on_time: 0, late: 0}]
mean of cases, none does not apply:
  max: 2
  rule: {mean_of_cases: {scores: {early: 2, late: 0.5}, none_arose: not_applicable}}
  values: [{early: 0, late: 0}, {early: 1, late: 2}]
survey:
  max: 10
  rule: {survey: {options: {very_good: 100, rather: 60, little: 20, none: 0}, excluded: [unsure],
    none_arose: not_applicable}}
  values: [{very_good: 3, rather: 2, little: 1, none: 1, unsure: 4},
    {very_good: 0, rather: 0, little: 0, none: 0, unsure: 3}]
  refused: [{very_good: 1, rather: 0}, {very_good: 1, rather: 0, little: 0, none: 0, unsure: 0, rate: 50},
    {rate: 101}]
survey, zero for none:
  max: 4
  rule: {survey: {options: {"yes": 100, "no": 25}, none_arose: zero}}
  values: [{"yes": 3, "no": 4}, {"yes": 0, "no": 0}]
survey of nobody: {max: 4, rule: {survey: {options: {good: 100, bad: 0}, excluded: [unsure]}}, values: [{good: 1,
    bad: 1, unsure: 0}], refused: [{good: 0, bad: 0, unsure: 5}]}
mean of no cases: {max: 4, rule: {mean_of_cases: {scores: {good: 4, bad: 0}}}, values: [{good: 1, bad: 1}],
    refused: [{good: 0, bad: 0}]}
"""

SURVEY = "{survey: {options: {very: 100, rather: 60, little: 20, none: 0}, excluded: [unsure]}}"


def test_answers_are_weighted_and_averaged_over_those_who_answered() -> None:
    """Excluded answers leave both sums."""
    answers = {"1.very": "60", "1.rather": "25", "1.little": "10", "1.none": "5", "1.unsure": "40"}

    assert points_of(SURVEY, [answers], "10") == ["7.70"]
    assert points_of(SURVEY, column_of("", "77"), "10") == ["7.70"]
    assert set_of(SURVEY).node("1").criterion.assessed_by == "survey"
    with pytest.raises(cchc_index.AssessmentError):
        points_of(SURVEY, [{**answers, "1.very": "0.5"}])


def test_nobody_answered() -> None:
    """Refused, or what the set says."""
    nobody = dict.fromkeys(("1.very", "1.rather", "1.little", "1.none"), "0") | {"1.unsure": "3"}
    with pytest.raises(cchc_index.AssessmentError):
        points_of(SURVEY, [nobody])
    rule = SURVEY.replace("excluded", "none_arose: not_applicable, excluded")
    assert result_of(rule, [nobody])["u0"].node("1").status == "not_applicable"


def test_the_mean_of_cases() -> None:
    """Each case has 0, 1 or 2 points."""
    rule = "{mean_of_cases: {scores: {on_time: 2, late: 1, very_late: 0}}}"
    row = {"1.on_time": "6", "1.late": "2", "1.very_late": "1"}

    assert points_of(rule, [row], "2") == ["1.56"]
    assert "(6 x 2 + 2 x 1 + 1 x 0) / 9" in result_of(rule, [row], "2")["u0"].explain().nodes[0].reason


def test_one_kind_of_case_has_a_mean_too() -> None:
    """Which is its score, and nobody's where no case arose."""
    rule = "{mean_of_cases: {scores: {one: 4}, none_arose: %s}}"

    assert points_of(rule % "zero", [{"1.one": "3"}, {"1.one": "0"}]) == ["4.00", "0.00"]
    with pytest.raises(cchc_index.AssessmentError):
        points_of(rule % "refuse", [{"1.one": "0"}])
