"""The breakdown that may be published: no small number in it, and none that can be worked out."""

from __future__ import annotations

import csv
import io
from fractions import Fraction
from typing import Any

import hypothesis.strategies as st
import numpy as np
import numpy.typing as npt
import pytest
from hypothesis import given

from cchc_index.evidence.surveys.breakdown import HIDDEN, SUM
from cchc_index.evidence.surveys.counted import mean_of
from cchc_index.evidence.surveys.suppressing import with_margins
from cchc_index.evidence.surveys.survey import Survey
from tests.evidence.surveys.answering import HEAD, answers, survey_of
from tests.evidence.surveys.test_builder import ROWS
from tests.evidence.surveys.test_suppressing import tables_of

STRATA = ("citizen", "business")
OPTIONS = ("good", "poor")
Table = npt.NDArray[np.int64]
#: what is published beside the breakdown; None for nothing
BESIDE: dict[str, dict[str, Any] | None] = {
    "nothing": None,
    "answers": {"counts": "none", "places": None},
    "counts": {"counts": "safe", "places": None},
    "all counts": {"counts": "all", "places": None},
    "rates": {"counts": "none", "places": 6},
    "weighted rates": {"counts": "none", "places": 6, "design_weights": {"citizen": 7, "business": 2}},
}


def _survey(questions: tuple[str, ...], cells: Table, given: dict[str, Any]) -> Survey:
    """A survey of one unit with so many answers; nobody answers two questions."""
    people = iter(range(10_000))
    rows = [
        (f"p{next(people)}", "a", questions[question], OPTIONS[option], STRATA[stratum])
        for (question, option, stratum), number in np.ndenumerate(cells)
        for _ in range(number)
    ]
    builder = survey_of(
        questions={"service": questions}, options={"good": 100, "poor": 0}, excluded=(), strata=STRATA, **given
    )
    return builder.read([dict(zip(HEAD, row, strict=True)) for row in rows])


def _numbers(tables: Table, at: tuple[int, int, int]) -> Table:
    """What stands in one place of many tables."""
    found: Table = tables[:, at[0], at[1], at[2]]
    return found


def _agreeing(every: Table, cells: Table, given: dict[str, Any]) -> Table:
    """The tables in which all that results tell is as in the true one, which is the last of them."""
    true = with_margins(cells)
    kept = every[every[:, -1, -1, -1] == true[-1, -1, -1]]
    if given["counts"] != "none":
        return np.asarray(kept[(kept[:, -1, :, -1] == true[-1, :, -1]).all(axis=1)])
    if given["places"]:  # with two options the mean tells both
        kept = kept[kept[:, -1, 0, -1] * true[-1, -1, -1] == true[-1, 0, -1] * kept[:, -1, -1, -1]]
    weights: dict[str, int] = given.get("design_weights", {})
    if weights:

        def rate(table: Table) -> Fraction:
            by_group = [mean_of(table[-1, :2, group].tolist(), (Fraction(100), Fraction(0))) for group in (0, 1)]
            means = {group: each for group, each in enumerate(by_group) if each is not None}
            people = sum(weights[STRATA[group]] for group in means)
            return sum((weights[STRATA[group]] * each for group, each in means.items()), Fraction(0)) / people

        wanted = rate(true)
        kept = kept[[abs(rate(each) - wanted) < Fraction(1, 10**6) for each in kept]]
    return np.asarray(kept)


@pytest.mark.parametrize("beside", BESIDE)
@given(
    st.integers(1, 2).flatmap(
        lambda size: st.lists(st.integers(0, 9 if size == 1 else 4), min_size=4 * size, max_size=4 * size).filter(
            lambda numbers: 5 <= sum(numbers) <= (18 if len(numbers) == 4 else 11)
        )
    )
)
def test_nothing_hidden_can_be_worked_out_from_what_is_told(beside: str, numbers: list[int]) -> None:
    """Neither from the breakdown nor with what results tell beside it, by trying every table there can be."""
    given = BESIDE[beside]
    cells = np.array(numbers).reshape(-1, 2, 2)
    by_option = cells.sum(axis=(0, 2))
    if (cells.sum(axis=(1, 2)) == 1).any() or (beside == "counts" and ((by_option > 0) & (by_option < 5)).any()):
        return  # refused before
    allow = {"allow": ("empty_stratum",)}
    questions = ("q1", "q2")[: len(cells)]
    survey = _survey(questions, cells, {"counts": "all", **(given or {}), **allow})
    found = {
        (each.question, each.option, each.stratum): each.answers
        for each in survey.breakdown(beside_results=given is not None).cells
    }
    every = tables_of(cells.shape, int(cells.sum()) + (given is None))
    every = every.reshape(-1, *(size + 1 for size in cells.shape))
    known = every if given is None else _agreeing(every, cells, given)
    axes = ((*questions, SUM) if len(questions) > 1 else questions, (*OPTIONS, SUM), (*STRATA, SUM))
    at = {key: (axes[0].index(key[0]), axes[1].index(key[1]), axes[2].index(key[2])) for key in found}
    agreeing = known
    for key, number in found.items():
        assert number is None or number >= 5 or (number == 0 and by_option[at[key][1]] == 0)
        if number is not None:
            agreeing = agreeing[_numbers(agreeing, at[key]) == number]
    assert len(agreeing)
    for key, number in found.items():
        before, after = (np.unique(_numbers(each, at[key])) for each in (known, agreeing))
        assert number is not None or len(after) > 1 or len(before) == 1, key


def test_what_stands_beside_it_decides_how_much_is_shown() -> None:
    """Weighted rates join options and groups; where nothing else is published, more may be shown."""
    given = {"strata": STRATA, "counts": "none", "design_weights": {"citizen": 9, "business": 1}}
    listed = [dict(zip(HEAD, row, strict=True)) for row in ROWS]
    survey = survey_of(**given).read(listed)
    beside, alone = (
        {(each.question, each.option, each.stratum) for each in found.cells if each.answers is not None}
        for found in (survey.breakdown(), survey.breakdown(beside_results=False))
    )

    assert {stratum for _, _, stratum in beside} == {SUM}
    assert ("q1", "good", SUM) in beside
    assert {stratum for _, _, stratum in alone} == {*STRATA, SUM}


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
