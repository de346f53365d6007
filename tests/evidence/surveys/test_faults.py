"""What is wrong with answers is counted by kind and told by its row; what stands there is not repeated."""

from __future__ import annotations

from pathlib import Path

import pytest

from cchc_index.evidence.surveys.faults import ALLOWED, ROW_KINDS
from tests.evidence.surveys.answering import Row, answers, counted, file_of, survey_of, told
from tests.evidence.surveys.test_builder import ROWS

STRATA = ("citizen", "business")
#: one row for each kind, after the sound ones; what stands in it is somebody's secret
WRONG: dict[str, list[Row]] = {
    "blank": [("", "a", "q1", "good", "citizen"), ("secret-1", "", "q1", "good", "citizen")],
    "unknown_unit": [("secret-1", "secret-unit", "q1", "good", "citizen")],
    "unknown_question": [("secret-1", "a", "secret-question", "good", "citizen")],
    "no_answer": [("secret-1", "a", "q1", "", "citizen")],
    "unknown_option": [("secret-1", "a", "q1", "secret-answer", "citizen")],
    "unknown_stratum": [("secret-1", "a", "q1", "good", "secret-group")],
    "answered_twice": [("secret-1", "a", "q1", "good", "citizen"), ("secret-1", "a", "q1", "poor", "citizen")],
    "two_strata": [("secret-1", "a", "q1", "good", "citizen"), ("secret-1", "a", "q2", "poor", "business")],
    "lone_respondent": [("secret-1", "a", "q3", "good", "citizen")],
}
QUESTIONS = {"service": ("q1", "q2", "q3")}


@pytest.mark.parametrize("kind", WRONG)
def test_each_kind_is_refused_or_left_out_by_name(kind: str, tmp_path: Path) -> None:
    """The first row is told, no figure is given; where it is allowed, the figures are those without these rows."""
    file = file_of(tmp_path, [*ROWS, *WRONG[kind]])
    builder = survey_of(strata=STRATA, questions=QUESTIONS)
    (problem,) = told(builder, file, units=["a"])

    assert (problem.key, problem.arguments["rows"]) == (f"survey.{kind}", str(len(WRONG[kind])))
    assert problem.place is not None
    assert (problem.place.file, problem.place.line, problem.place.unit) == ("answers.csv", len(ROWS) + 2, None)
    assert "secret" not in problem.text("vi") + problem.text("en") + str(problem.to_dict("vi"))

    found = counted(survey_of(strata=STRATA, questions=QUESTIONS, allow=(kind,)), file, units=["a"])
    sound = counted(builder, file_of(tmp_path, ROWS, "sound.csv"), units=["a"])
    assert [(each.kind, each.rows, each.first) for each in found.left_out] == [(kind, len(WRONG[kind]), problem.place)]
    assert (found.figures, found.rows) == (sound.figures, sound.rows)


def test_all_kinds_are_told_at_once(tmp_path: Path) -> None:
    """In one report, each once, however many rows have it."""
    rows = [*ROWS]
    for kind, wrong in WRONG.items():
        rows += [(row[0] and f"{kind}-{row[0]}", *row[1:]) for row in wrong]
    problems = told(survey_of(strata=STRATA, questions=QUESTIONS), file_of(tmp_path, rows), units=["a"])

    assert [each.key.partition(".")[2] for each in problems] == [kind for kind in ROW_KINDS if kind in WRONG]
    assert "secret" not in "".join(each.text("vi") + each.text("en") for each in problems)


def test_a_unit_with_too_few_respondents_has_no_figure(tmp_path: Path) -> None:
    """It is refused; by permission the others have theirs."""
    file = file_of(tmp_path, [*ROWS, *answers("b", "q1", "good", range(4))])
    (problem,) = told(survey_of(), file, units=["a", "b"])
    assert (problem.key, problem.arguments["unit"]) == ("survey.small_sample", "b")
    assert told(survey_of(), file)[0].arguments["unit"] == "-"  # any text may stand there

    found = counted(survey_of(allow=("small_sample",)), file, units=["a", "b"])
    assert set(found.of("b").values()) == {None}
    assert found.of("a")["service_answers"] == 37
    assert [(each.kind, each.rows) for each in found.left_out] == [("small_sample", 4)]


def test_more_respondents_than_five_may_be_wanted(tmp_path: Path) -> None:
    """And never fewer."""
    file = file_of(tmp_path, ROWS)
    assert [each.key for each in told(survey_of(least=25), file)] == ["survey.small_sample"]
    assert [each.key for each in told(survey_of(suppress_below=4), file)] == ["survey.suppress_below"]
    assert [each.key for each in told(survey_of(least=4), file)] == ["survey.least"]


def test_a_group_of_which_nobody_answered_has_no_mean(tmp_path: Path) -> None:
    """Refused; by permission the others count alone, and that is told."""
    weights = {"citizen": 3, "business": 1, "official": 9}
    file = file_of(tmp_path, ROWS)
    given = {"strata": tuple(weights), "design_weights": weights}
    assert [each.key for each in told(survey_of(**given), file)] == ["survey.empty_stratum"]

    found = counted(survey_of(**given, allow=("empty_stratum",)), file)
    assert str(found.of("a")["service_rate_of_population"]) == "67.50"
    assert [(each.kind, each.rows) for each in found.left_out] == [("empty_stratum", 1)]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("", {"table.empty", "file.empty"}),
        ("respondent,unit,question,option\n", {"survey.empty", "table.no_rows"}),
        ("respondent,unit,question\nsecret,a,q1\n", {"row.no_column"}),
        ("secret,a,q1,good\nsecret2,a,q1,good\n", {"row.no_column"}),
        ("respondent,unit,question,option,option\nsecret,a,q1,good,poor\n", {"table.header_twice"}),
        ("respondent,unit,question,option,comment\nsecret,a,q1,good,secret words\n", {"row.column"}),
        ("respondent,unit,question,option\nsecret,a,q1,good,secret\n", {"table.ragged", "survey.empty"}),
        ('respondent,unit,question,option\nsecret,a,q1,"secret\n', {"table.broken"}),
    ],
)
def test_a_file_that_is_no_table_of_answers_is_told(text: str, keys: set[str], tmp_path: Path) -> None:
    """Empty, without a header, with a column too few or too many; and nothing of its rows is said."""
    file = file_of(tmp_path, ())
    file.path.write_text(text, encoding="utf-8")
    problems = told(survey_of(), file)

    assert {each.key for each in problems} & keys
    assert "secret" not in "".join(each.text("vi") + each.text("en") + str(each.to_dict()) for each in problems)


def test_every_kind_that_may_be_allowed_is_known() -> None:
    """Others are told, with what there is."""
    (problem,) = survey_of(allow=("answerd_twice",)).build([], None)  # type: ignore[misc]
    assert (problem.key, problem.arguments["hint"]) == ("survey.allow", "answered_twice")
    assert set(WRONG) | {"not_sampled", "small_sample", "empty_stratum"} == set(ALLOWED)
