"""Rows become numbers; who answered is told apart and not kept."""

from __future__ import annotations

import pickle
from fractions import Fraction
from pathlib import Path

import numpy as np

from cchc_index.evidence.surveys.answers import GivenAnswers, distinct
from cchc_index.evidence.surveys.counted import CountedAnswers, mean_of
from cchc_index.evidence.surveys.survey import Survey
from tests.evidence.surveys.answering import HEAD, answers, counted, file_of, survey_of
from tests.evidence.surveys.test_builder import ROWS


def _survey() -> Survey:
    return survey_of().read([dict(zip(HEAD, row, strict=True)) for row in ROWS])


def test_no_identifier_of_a_respondent_is_kept() -> None:
    """Nowhere in what is counted; nor is the salt, with which one could look for a known respondent."""
    survey = _survey()
    kept = pickle.dumps((survey.counted.answers, survey.evidence, survey.breakdown(), survey.intervals()))

    assert b"person" not in kept
    assert b"service" in kept
    assert "person" not in repr(survey)
    assert {each.name for each in GivenAnswers.__attrs_attrs__} == {
        *("units", "unit", "question", "option", "stratum", "respondent", "table", "line", "tables")
    }


def test_one_respondent_may_answer_for_two_units(tmp_path: Path) -> None:
    """Who rates several bodies answers each question once for each of them."""
    rows = [
        *answers("a", "q1", "good", range(6)),
        *[(row[0], "b", *row[2:]) for row in answers("a", "q1", "poor", range(6))],
    ]
    found = counted(survey_of(), file_of(tmp_path, rows))

    assert [found.of(unit)["respondents"] for unit in found.units] == [6, 6]


def test_answers_of_a_unit_stand_together() -> None:
    """However the rows came, so that a unit's are a slice."""
    rows = [*ROWS[:3], *answers("0", "q1", "good", range(9)), *ROWS[3:]]
    found = survey_of().read([dict(zip(HEAD, row, strict=True)) for row in rows]).counted

    assert isinstance(found, CountedAnswers)
    assert found.units == ("0", "a")
    assert [len(found.answers.of(unit)) for unit in (0, 1)] == [9, len(ROWS)]
    assert found.cells.sum() == len(rows)
    assert found.by_stratum(0, "service") == {0: (9, 0, 0)}


def test_a_mean_of_nothing_is_none() -> None:
    """And keys of several numbers are one number each."""
    assert mean_of((0, 0), (Fraction(100), Fraction(0))) is None
    assert distinct([np.array([0, 1]), np.array([2, 0])], (2, 3)).tolist() == [2, 3]
