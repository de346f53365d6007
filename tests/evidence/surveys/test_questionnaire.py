"""What a survey asks is held to its names and weights before a row is read."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from cchc_index.evidence.surveys.questionnaire import Questionnaire
from cchc_index.evidence.surveys.settings import LEAST_SHOWN
from tests.evidence.surveys.answering import survey_of, told


@pytest.mark.parametrize(
    ("given", "key", "path"),
    [
        ({"questions": {}}, "survey.no_questions", "questions"),
        ({"questions": {"service": ()}}, "survey.no_questions", "questions"),
        ({"questions": {"Dịch vụ": ("q1",)}}, "survey.name", "questions.Dịch vụ"),
        ({"questions": {"service": ("q1", "Q1 ")}}, "survey.twice", "questions"),
        ({"questions": {"service": ("q1",), "staff": ("q1",)}}, "survey.twice", "questions"),
        ({"ignored": ("q2",)}, "survey.twice", "ignored"),
        ({"options": {}}, "survey.no_options", "options"),
        ({"options": {"good": Decimal(90)}}, "survey.best", "options"),
        ({"options": {"good": Decimal(100), "bad": Decimal(-1)}}, "survey.weight", "options.bad"),
        ({"options": {"good": Decimal(100), "Rất tốt": Decimal(50)}}, "survey.name", "options.Rất tốt"),
        ({"excluded": ("good",)}, "survey.twice", "excluded"),
        ({"excluded": ("answers",)}, "survey.figure_twice", "questions"),
        (
            {"questions": {"a": ("q1",), "a_good": ("q2",)}, "excluded": ("good_answers",)},
            "survey.figure_twice",
            "questions",
        ),
        ({"spelt": {"good": ("poor",)}}, "survey.twice", "spelt.good"),
        ({"spelt": {"best": ("tốt",)}}, "survey.spelt", "spelt.best"),
        ({"satisfied": ("unsure",)}, "survey.satisfied", "satisfied"),
        ({"satisfied": ("good", "good")}, "survey.twice", "satisfied"),
        ({"strata": ("citizen", "Citizen")}, "survey.twice", "strata"),
        ({"strata": ("citizen", " ")}, "survey.twice", "strata"),
        ({"strata": ("citizen",), "design_weights": {"business": Decimal(1)}}, "survey.design", "design_weights"),
        ({"strata": ("x",), "design_weights": {"x": Decimal(0)}}, "survey.design_weight", "design_weights.x"),
        ({"places": 13}, "survey.places", "places"),
        ({"places": -1}, "survey.places", "places"),
        ({"suppress_below": 1}, "survey.suppress_below", "suppress_below"),
        ({"suppress_below": 10}, "survey.least", "least"),
        ({"population": True}, "survey.population", "population"),
        ({"allow": ("small_cell",)}, "survey.allow", "allow"),
    ],
)
def test_what_cannot_be_asked_so_is_told(given: dict[str, Any], key: str, path: str) -> None:
    """By the parameter, in both languages, before any file is looked at."""
    problems = told(survey_of(**given))

    assert (key, path) in [(each.key, each.path) for each in problems]


def test_texts_are_known_however_they_are_spelt() -> None:
    """Case, blanks and Unicode form apart; what is declared beside a name means it."""
    asked = Questionnaire(
        {"service": ("Câu 1",), "staff": ("Câu 2", "Câu 3")},
        {"good": Decimal(100)},
        spelt={"good": ("Rất hài lòng",)},
        ignored=("Ý kiến",),
        strata=("Người dân",),
    )

    assert asked.question("câu  2") == 1
    assert asked.option("RẤT HÀI LÒNG") == asked.option("good") == 0
    assert asked.stratum("người dân") == 0
    assert asked.ignores("ý kiến")
    assert list(asked.asked("staff")) == [1, 2]
    assert list(asked.faults()) == []
    with pytest.raises(KeyError):
        asked.asked("other")


def test_numbers_are_hidden_below_five() -> None:
    """The least that a cycle can write."""
    assert LEAST_SHOWN == survey_of().suppress_below == survey_of().least == 5
