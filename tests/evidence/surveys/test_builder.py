"""A survey goes in as rows of answers and comes out as exact figures of units."""

from __future__ import annotations

import json
import random
from collections import defaultdict
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import hypothesis.strategies as st
import pandas
import polars
import pytest
from hypothesis import given

import cchc_index
from cchc_index.builders.contract import NamedBuilder
from cchc_index.evidence.building import build_evidence
from cchc_index.evidence.builtin import builtin_builders
from cchc_index.evidence.raw import TableFile
from cchc_index.evidence.surveys.builder import SurveyAnswers
from cchc_index.evidence.surveys.figures import rounded
from cchc_index.rules.surveys import Survey as SurveyRule
from cchc_index.testing import points_of
from tests.evidence.surveys.answering import HEAD, answers, counted, file_of, survey_of, told

#: q1: 10 good, 6 fair, 5 poor, 5 unsure; q2: 8 good, 8 poor
ROWS = [
    *answers("a", "q1", "good", range(10)),
    *answers("a", "q1", "fair", range(10, 16)),
    *answers("a", "q1", "poor", range(16, 21), "business"),
    *answers("a", "q1", "unsure", range(21, 26), "business"),
    *answers("a", "q2", "good", range(8)),
    *answers("a", "q2", "poor", range(16, 24), "business"),
]


def test_each_figure_is_what_a_hand_counts(tmp_path: Path) -> None:
    """Counts, answers, respondents, and rates over the answers."""
    found = counted(survey_of(satisfied=("good", "fair")), file_of(tmp_path, ROWS))

    assert found.of("a") == {
        "service_good": 18,
        "service_fair": 6,
        "service_poor": 13,
        "service_unsure": 5,
        "service_answers": 37,
        "service_respondents": 24,
        "service_rate_of_answers": Decimal("58.38"),  # (18 x 100 + 6 x 60) / 37 = 58.378...
        "service_satisfied_of_answers": Decimal("64.86"),  # 24 / 37 = 64.864...
        "respondents": 26,
    }
    assert found.rows == (42,)
    assert [(each.name, each.rows, len(each.sha256)) for each in found.files] == [("answers.csv", 42, 64)]
    assert found.left_out == ()


def test_the_figures_feed_the_rule_of_surveys(tmp_path: Path) -> None:
    """By counts exactly, or by the rate."""
    found = counted(survey_of(), file_of(tmp_path, ROWS)).of("a")
    rule = SurveyRule({"good": Decimal(100), "fair": Decimal(60), "poor": Decimal(0)}, ("unsure",))
    fed = {option: [str(found[f"service_{option}"])] for option in ("good", "fair", "poor", "unsure")}

    assert points_of(rule, 10, fed) == ["5.84"]
    assert points_of(rule, 10, {"rate": [str(found["service_rate_of_answers"])]}) == ["5.84"]


def test_groups_of_respondents_weigh_what_they_stand_for(tmp_path: Path) -> None:
    """The mean of each group, weighted by people: citizens (1800 + 360) / 24 = 90, business 0 of 13."""
    weights = {"citizen": Decimal(900), "business": Decimal(100)}
    builder = survey_of(strata=("citizen", "business"), design_weights=weights, satisfied=("good",))
    found = counted(builder, file_of(tmp_path, ROWS)).of("a")

    assert found["service_rate_of_population"] == Decimal("81.00")
    assert found["service_satisfied_of_population"] == Decimal("67.50")  # 18 of 24 citizens' answers, x 0.9
    assert found["service_rate_of_answers"] == Decimal("58.38")


def test_forms_sent_give_the_rate_of_response_and_the_weights(tmp_path: Path) -> None:
    """A small table beside the answers, named by the parameter."""
    forms = file_of(
        tmp_path,
        [("a", "citizen", "40", "900"), ("a", "business", "25", "100.0"), ("b", "citizen", "9", "10")],
        "forms.csv",
        ("unit", "stratum", "sent", "population"),
    )
    builder = survey_of(strata=("citizen", "business"), sample="forms.csv", population=True)
    found = counted(builder, file_of(tmp_path, ROWS), forms)

    assert found.of("a")["respondents_of_sent"] == Decimal("40.00")  # 26 of 65
    assert found.of("a")["service_rate_of_population"] == Decimal("81.00")
    assert {each.name: each.rows for each in found.files} == {"answers.csv": 42, "forms.csv": 3}


def test_neither_the_order_of_rows_nor_that_of_files_changes_anything(tmp_path: Path) -> None:
    """Nor where rows are cut into files."""
    rows = [*ROWS, *(("b-" + row[0], "b", *row[2:]) for row in ROWS)]
    straight = counted(survey_of(satisfied=("good",)), file_of(tmp_path, rows))
    random.Random(3).shuffle(rows)
    first, second = file_of(tmp_path, rows[:30], "z.csv"), file_of(tmp_path, rows[30:], "y.csv")
    other = counted(survey_of(satisfied=("good",)), first, second)

    assert (straight.units, straight.figures, straight.rows) == (other.units, other.figures, other.rows)


ANY_ROWS = st.lists(
    st.tuples(
        st.integers(0, 30),
        st.sampled_from("ab"),
        st.sampled_from(["q1", "q2"]),
        st.sampled_from(["good", "fair", "poor", "unsure"]),
    ),
    min_size=40,
    max_size=90,
    unique_by=lambda row: row[:3],
)


@given(ANY_ROWS)
def test_a_plain_loop_gives_the_same_figures(rows: list[tuple[int, str, str, str]]) -> None:
    """Each row looked at by itself, in fractions."""
    listed = [dict(zip(HEAD, (f"p{who}", *rest, "x"), strict=True)) for who, *rest in rows]
    builder = survey_of(counts="all", satisfied=("good", "fair"), allow=("lone_respondent", "small_sample"))
    found = builder.read(listed).evidence
    weights = {"good": 100, "fair": 60, "poor": 0}
    for unit in found.units:
        own = [row for row in rows if row[1] == unit]
        askers = defaultdict(set)
        for who, _, question, _ in own:
            askers[question].add(who)
        own = [row for row in own if len(askers[row[2]]) > 1]
        said = [row for row in own if row[3] in weights]
        figures = found.of(unit)
        if len({row[0] for row in said}) < 5:
            assert figures["service_rate_of_answers"] is None
            continue
        assert figures["service_rate_of_answers"] == rounded(
            Fraction(sum(weights[row[3]] for row in said), len(said)), 2
        )
        assert figures["service_satisfied_of_answers"] == rounded(
            Fraction(100 * sum(row[3] != "poor" for row in said), len(said)), 2
        )
        assert figures["service_unsure"] == sum(row[3] == "unsure" for row in own)
        assert figures["service_respondents"] == len({row[0] for row in said})


def test_frames_and_dicts_are_read_as_files_are() -> None:
    """pandas, polars, dicts; and several at once."""
    listed = [dict(zip(HEAD, row, strict=True)) for row in ROWS]
    builder = survey_of()
    found = [
        builder.read(listed).evidence.figures,
        builder.read(pandas.DataFrame(listed)).evidence.figures,
        builder.read(polars.DataFrame(listed[:20]), polars.DataFrame(listed[20:])).evidence.figures,
    ]
    assert found[0] == found[1] == found[2]
    with pytest.raises(cchc_index.AssessmentError) as error:
        builder.read([{**listed[0], "option": "splendid"}], sample=[{"unit": "a", "sent": 3}])
    assert {each.key for each in error.value.problems} >= {"survey.unknown_option"}


def test_a_workbook_keeps_numbers_and_texts_that_look_like_numbers(tmp_path: Path) -> None:
    """Identifiers such as 007, questions typed as numbers, headers in Vietnamese, columns that are not read."""
    import xlsxwriter

    path = tmp_path / "phieu.xlsx"
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["Mã phiếu", "Mã đơn vị", "Câu hỏi", "Phương án", "Ý kiến khác"])
        for row in range(1, 13):
            sheet.write_string(row, 0, f"00{row}")
            sheet.write_string(row, 1, "a")
            sheet.write_number(row, 2, 1)
            sheet.write_string(row, 3, "5" if row % 2 else "Rất tốt")
            sheet.write_string(row, 4, "a comment")
    spelt = {"good": ("rất tốt",), "poor": ("5",)}
    builder = survey_of(questions={"service": ("1",)}, spelt=spelt, unread=("Ý kiến khác",))

    assert counted(builder, TableFile.of(path)).of("a")["service_rate_of_answers"] == Decimal("50.00")


def test_counts_of_few_respondents_are_not_given_unless_asked_for(tmp_path: Path) -> None:
    """They would stand in explanations; a rate does not name them, and without places there is none."""
    file = file_of(tmp_path, [*ROWS, *answers("a", "q2", "fair", range(8, 10))[:1], *answers("a", "q2", "unsure", [9])])
    rows = [*answers("a", "q1", "good", range(20)), *answers("a", "q1", "poor", range(20, 23))]
    file = file_of(tmp_path, rows)

    assert [each.key for each in told(survey_of(), file)] == ["survey.small_cell"]
    assert counted(survey_of(counts="all"), file).of("a")["service_poor"] == 3
    assert "service_poor" not in counted(survey_of(counts="none"), file).of("a")
    assert not [name for name in counted(survey_of(counts="all", places=None), file).figures if "rate" in name]


def test_it_is_built_in() -> None:
    """By its name, and its parameters can be written in YAML."""
    from cchc_index.evidence.surveys import builder
    from cchc_index.plugins import EvidenceBuilder
    from cchc_index.registry.classes import fault_of_class

    assert builtin_builders()["surveys"] is SurveyAnswers is builder.SurveyAnswers
    assert fault_of_class(SurveyAnswers, EvidenceBuilder, "surveys") is None


def test_what_it_gives_is_what_it_promises(tmp_path: Path) -> None:
    """The same measures, in the same order, as in the list."""
    builder = survey_of(satisfied=("good",), strata=("citizen", "business"))
    found = build_evidence(NamedBuilder("surveys", builder), [file_of(tmp_path, ROWS)], ["a", "b"])

    assert not isinstance(found, list)
    assert list(found.figures) == [each.name for each in builder.measures]
    assert all(each.title.say("vi") and each.title.say("en") for each in builder.measures)


_SET = """
id: surveyed
edition: 2024
title: Thử
source: {status: illustrative}
rounding: {points: 2, index: 2}
criteria:
  - code: "1"
    title: Điều tra
    max_points: 10
    rule: {survey: {options: {good: 100, fair: 60, poor: 0}, excluded: [unsure]}}
"""
_CYCLE = """
id: surveyed
title: Thử
data: synthetic
assessments:
  - {criteria: set.yaml, stage: final}
evidence:
  - builder:
      surveys:
        questions: {service: [q1, q2]}
        options: {good: 100, fair: 60, poor: 0}
        excluded: [unsure]
        allow: [answered_twice]
    files: [answers.csv]
    feeds: {"1": {good: service_good, fair: service_fair, poor: service_poor, unsure: service_unsure}}
"""


def test_a_cycle_scores_a_survey(tmp_path: Path) -> None:
    """From rows to points, and no respondent in any output of it."""
    twice = [*answers("a", "q1", "good", [77]), *answers("a", "q1", "poor", [77])]
    file_of(tmp_path, [*ROWS, *twice])
    (tmp_path / "units.csv").write_text("unit,name,group\na,A,x\n", encoding="utf-8")
    (tmp_path / "set.yaml").write_text(_SET, encoding="utf-8")
    (tmp_path / "cycle.yaml").write_text(_CYCLE, encoding="utf-8")
    result = cchc_index.open_cycle(tmp_path).score()

    assert str(result["a"].node("1").points) == "5.84"
    (said,) = result.to_dict()["provenance"]["evidence"]
    assert (said["builder"], said["left_out"]["answered_twice"]) == ("surveys", 2)
    assert "person" not in json.dumps(result.to_dict())
