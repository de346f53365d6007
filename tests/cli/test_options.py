"""What the verbs share."""

from __future__ import annotations

import pytest

from cchc_index.cli.options import language_of, lines_of, result_of, unit_of
from cchc_index.cli.parser import parse
from cchc_index.problems.errors import UnknownNameError, UsageError
from cchc_index.writing.table import Style


def test_a_worked_cycle_is_scored_by_its_name() -> None:
    """And a unit is found by its name as well as by its identifier, whatever its capitals."""
    result = result_of(parse(["explain", "lai-chau-2021", "so-tai-chinh"]))

    assert len(result) == 17
    assert unit_of(result, "so-tai-chinh") == unit_of(result, "SỞ TÀI CHÍNH") == "so-tai-chinh"


def test_a_name_that_nobody_has_is_told_when_it_is_looked_up() -> None:
    """It comes back as it was said, for the result to tell with what is near to it."""
    result = result_of(parse(["explain", "lai-chau-2021", "x"]))

    with pytest.raises(UnknownNameError):
        result[unit_of(result, "so-tai-chin")]


def test_a_table_without_its_criteria_is_told(tmp_path_factory: pytest.TempPathFactory) -> None:
    """It is no cycle, and nobody guesses the set."""
    table = tmp_path_factory.mktemp("t") / "t.csv"
    table.write_text("unit,1\na,2\n", encoding="utf-8")

    with pytest.raises(UsageError) as error:
        result_of(parse(["score", str(table)]))
    assert [problem.key for problem in error.value.problems] == ["cli.criteria_wanted"]


def test_the_language_and_lines() -> None:
    """Vietnamese unless another is asked for."""
    assert language_of(parse(["plugins"])) == "vi"
    assert language_of(parse(["plugins", "--lang", "en"])) == "en"
    assert lines_of(["a", "b"], Style()) == "a\nb\n"
