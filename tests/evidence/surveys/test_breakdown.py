"""The breakdown that may be published: no small number in it, and none that can be worked out."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping

import hypothesis.strategies as st
import numpy as np
import pytest
from hypothesis import given

from cchc_index.evidence.surveys.breakdown import HIDDEN, SUM
from cchc_index.evidence.surveys.builder import Counts
from tests.evidence.surveys.answering import HEAD, answers, survey_of
from tests.evidence.surveys.test_builder import ROWS
from tests.evidence.surveys.test_suppressing import tables_of

STRATA = ("citizen", "business")
OPTIONS = ("good", "poor")
Shown = Mapping[tuple[str, str, str], int | None]


def _shown(counts: Counts, questions: tuple[str, ...], cells: list[list[list[int]]]) -> tuple[Shown, list[int]]:
    """The breakdown of a unit in which nobody answers two questions, and the counts of options that results tell."""
    people = iter(range(10_000))
    rows = [
        (f"p{next(people)}", "a", question, option, stratum)
        for question, by_option in zip(questions, cells, strict=True)
        for option, by_stratum in zip(OPTIONS, by_option, strict=True)
        for stratum, number in zip(STRATA, by_stratum, strict=True)
        for _ in range(number)
    ]
    builder = survey_of(
        questions={"service": questions}, options={"good": 100, "poor": 0}, excluded=(), strata=STRATA, counts=counts
    )
    survey = builder.read([dict(zip(HEAD, row, strict=True)) for row in rows])
    found = {(each.question, each.option, each.stratum): each.answers for each in survey.breakdown().cells}
    return found, [] if counts == "none" else [int(str(survey.evidence.of("a")[f"service_{each}"])) for each in OPTIONS]


@pytest.mark.parametrize("counts", ["none", "safe"])
@given(
    st.integers(1, 2).flatmap(
        lambda size: st.lists(st.integers(0, 9 if size == 1 else 4), min_size=4 * size, max_size=4 * size).filter(
            lambda numbers: 5 <= sum(numbers) <= (18 if len(numbers) == 4 else 11)
        )
    )
)
def test_nothing_hidden_can_be_worked_out_from_what_is_told(counts: Counts, numbers: list[int]) -> None:
    """Neither from the breakdown nor with the answers and counts that results tell beside it."""
    cells = np.array(numbers).reshape(-1, 2, 2)
    by_option = cells.sum(axis=(0, 2))
    if (cells.sum(axis=(1, 2)) == 1).any() or (counts == "safe" and ((by_option > 0) & (by_option < 5)).any()):
        return  # refused before
    questions = ("q1", "q2")[: len(cells)]
    found, told = _shown(counts, questions, cells.tolist())

    assert all(number is None or number >= 5 or not number for number in found.values())
    assert all(number is None or number >= 5 for key, number in found.items() if key[1] == SUM or counts == "none")
    every = tables_of(cells.shape, int(cells.sum()))
    shape = (-1, *(size + 1 for size in cells.shape))
    every = every.reshape(shape)
    axes = ((*questions, SUM) if len(questions) > 1 else questions, (*OPTIONS, SUM), (*STRATA, SUM))
    agreeing = every[every[:, -1, -1, -1] == cells.sum()]
    for option, count in enumerate(told):
        agreeing = agreeing[agreeing[:, -1, option, -1] == count]
    at = {key: (axes[0].index(key[0]), axes[1].index(key[1]), axes[2].index(key[2])) for key in found}
    for key, number in found.items():
        if number is not None:
            agreeing = agreeing[agreeing[(slice(None), *at[key])] == number]
    assert len(agreeing)
    for key, number in found.items():
        if number is None and not (counts == "safe" and key == (axes[0][-1], SUM, SUM)):
            possible = agreeing[(slice(None), *at[key])]
            assert possible.min() < possible.max(), key


def test_numbers_of_one_respondent_who_says_much_are_small() -> None:
    """Five answers of one respondent to five questions are one respondent's."""
    questions = tuple(f"q{number}" for number in range(5))
    rows = [row for question in questions for row in answers("a", question, "good", range(12))]
    rows += [row for question in questions for row in answers("a", question, "poor", [12], "business")]
    builder = survey_of(questions={"service": questions}, counts="none", strata=STRATA)
    found = builder.read([dict(zip(HEAD, row, strict=True)) for row in rows]).breakdown()
    poor = [each.answers for each in found.cells if each.option == "poor"]

    assert len(poor) > 1
    assert set(poor) == {None}


def test_it_is_written_for_programs_and_spreadsheets() -> None:
    """A number that is not shown is "c", confidential, or null; a sum has an asterisk."""
    builder = survey_of(strata=STRATA, counts="all")
    survey = builder.read([dict(zip(HEAD, row, strict=True)) for row in ROWS])
    found = survey.breakdown()
    table = list(csv.DictReader(io.StringIO(found.csv_text())))

    assert len(table) == len(found.cells) == 3 * 4 * 3
    assert {row["answers"] for row in table} > {HIDDEN, "18", "37"}
    said = found.to_dict()
    assert said["suppress_below"] == 5
    assert "person" not in str(said) + found.csv_text()


def test_a_unit_that_was_left_out_shows_nothing() -> None:
    """Too few respondents, by permission: all of its numbers are hidden."""
    rows = [*ROWS, *answers("b", "q1", "good", range(4))]
    survey = survey_of(allow=("small_sample",)).read([dict(zip(HEAD, row, strict=True)) for row in rows])

    assert {each.answers for each in survey.breakdown().cells if each.unit == "b"} == {None}
