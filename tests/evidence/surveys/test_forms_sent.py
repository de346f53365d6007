"""The small table of forms that were sent and of people they stand for."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from cchc_index.evidence.surveys.forms_sent import Sample
from tests.evidence.surveys.answering import counted, file_of, survey_of, told
from tests.evidence.surveys.test_builder import ROWS

HEAD = ("unit", "stratum", "sent", "population")
SOUND = [("a", "citizen", "40", "900"), ("a", "business", "25", "100")]


@pytest.mark.parametrize(
    ("rows", "keys"),
    [
        ([("a", "citizen", "40", "900"), ("a", "citizen", "25", "100")], ["survey.sample_twice"]),
        ([*SOUND, ("c", "citizen", "4", "9")], ["row.unit"]),
        ([*SOUND, ("b", "officials", "4", "9")], ["survey.sample_stratum"]),
        ([*SOUND, ("b", "", "4", "9")], ["row.lacks"]),
        ([*SOUND, ("b", "citizen", "4.5", "9")], ["survey.sample_number"]),
        ([*SOUND, ("b", "citizen", "some", "0")], ["survey.sample_number", "survey.sample_number"]),
        ([*SOUND, ("b", "citizen", "", "9")], ["survey.sample_gap"]),
        ([("a", "citizen", "20", "900"), ("a", "business", "5", "100")], ["survey.over_sent"]),
        ([(*row[:3], "") for row in SOUND], ["survey.no_population"]),
        ([SOUND[0]], ["survey.not_sampled"]),
        ([], ["survey.sample_empty"]),
    ],
)
def test_what_is_wrong_with_it_is_told(rows: list[tuple[str, ...]], keys: list[str], tmp_path: Path) -> None:
    """Units and groups that are not known, numbers that are none, gaps, more answers than forms."""
    builder = survey_of(strata=("citizen", "business"), sample="forms.csv", population=True)
    forms = file_of(tmp_path, rows, "forms.csv", HEAD)
    found = [each.key for each in told(builder, file_of(tmp_path, ROWS), forms, units=["a", "b"])]

    assert [key for key in found if key in keys] == keys


def test_it_must_be_one_of_the_files(tmp_path: Path) -> None:
    """And is known by the end of its path."""
    builder = survey_of(sample="forms.csv")
    forms = file_of(tmp_path, [("a", "30")], "forms.csv", ("unit", "Số phiếu phát ra"))

    assert [each.key for each in told(builder, file_of(tmp_path, ROWS))] == ["survey.sample_file"]
    assert counted(builder, file_of(tmp_path, ROWS), forms).of("a")["respondents_of_sent"] == Decimal("86.67")


def test_a_program_hands_it_in() -> None:
    """Rows of dicts, beside the answers."""
    listed = [dict(zip(("respondent", "unit", "question", "option"), row[:4], strict=True)) for row in ROWS]
    survey = survey_of().read(listed, sample=[{"unit": "a", "sent": 52}])

    assert survey.evidence.of("a")["respondents_of_sent"] == Decimal("50.00")


def test_units_that_it_says_nothing_of_have_no_rate_of_response(tmp_path: Path) -> None:
    """No form was counted, and none is made up."""
    assert Sample({}, {}, frozenset({("a", 0)})).sent_to("a") is None
    forms = file_of(tmp_path, [("a",)], "forms.csv", ("unit",))
    assert counted(survey_of(sample="forms.csv"), file_of(tmp_path, ROWS), forms).of("a")["respondents_of_sent"] is None


def test_answers_that_are_named_as_the_forms_are_not_repeated(tmp_path: Path) -> None:
    """Whatever the mistake, nothing of a respondent is told."""
    builder = survey_of(sample="forms.csv")
    for head in (ROWS[0], ("respondent", "unit", "question", "option", "stratum")):
        forms = file_of(tmp_path, ROWS, "forms.csv", head)
        problems = told(builder, file_of(tmp_path, ROWS), forms, units=["b"])
        assert "person" not in "".join(each.text("vi") + str(each.to_dict()) for each in problems)
