"""A problem says where, what, why and what to do; a report of many repeats nothing."""

from __future__ import annotations

import pytest

from cchc_index.problems.problem import MOST_TOLD, Language, Place, Problem, report_lines


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_problem_is_one_sentence_and_its_cure(language: Language) -> None:
    """The parts that a program gets are those that a person reads."""
    problem = Problem("value.missing", Place("a.csv", 3, unit="u", header="1"), arguments={"code": "1"})
    told = problem.to_dict(language)

    assert (told["file"], told["line"], told["unit"], told["header"]) == ("a.csv", 3, "u", "1")
    assert "cell" not in told
    assert problem.place is not None
    assert (
        problem.text(language) == f"{problem.place.text(language)}: {told['found']}, {told['why']}.\n  {told['cure']}"
    )


def test_a_report_stops_at_its_bound_and_counts_the_rest() -> None:
    """Each of other columns, so that nothing recurs; the last line names the files of what is left."""
    found = [
        Problem("value.missing", Place(f"{number}.csv", 2, header=str(number)), arguments={"code": str(number)})
        for number in range(MOST_TOLD + 2)
    ]
    lines = list(report_lines(found))

    assert len(lines) == MOST_TOLD + 1
    assert "and 2 more" in lines[-1]
    assert f"{MOST_TOLD}.csv, {MOST_TOLD + 1}.csv" in lines[-1]


def test_what_recurs_down_a_column_is_told_three_times() -> None:
    """Then only the rows; five in a column are still told one by one."""
    rows = [Problem("value.missing", Place("a.csv", row, header="1"), arguments={"code": "1"}) for row in range(2, 9)]

    assert len(list(report_lines(rows[:5]))) == 5
    told = list(report_lines([*rows[:5], *rows[6:]]))
    assert len(told) == 4
    assert told[-1].endswith("rows 5-6, 8.")


def test_a_plugin_may_bring_its_own_words() -> None:
    """In one language they are told in both."""
    own = Problem("trial.odd", own={"vi": ("số lẻ", "phải chẵn", "Nhập số chẵn.")})

    assert own.text("vi") == own.text("en") == "số lẻ, phải chẵn.\n  Nhập số chẵn."
