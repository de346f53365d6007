"""Answers weighted over those who answered, and the mean of cases."""

from __future__ import annotations

import pytest

import cchc_index
from tests.rules.several_units import column_of, points_of, result_of, set_of

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
