"""Comparisons of years and differences of sets in words, in both languages."""

from __future__ import annotations

import csv
import io
import json
import re
from decimal import Decimal

import pytest

import cchc_index
from cchc_index.problems.problem import Language
from cchc_index.writing.table import Style
from cchc_index.writing.years import comparison_csv, comparison_lines, difference_csv, difference_lines
from cchc_index.years.comparison import YearComparison, compare_years
from cchc_index.years.differing import diff_criteria
from tests.years.two_years import result_of, set_of, successions, two_years


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> YearComparison:
    """The two years compared."""
    before, after = two_years(tmp_path_factory.mktemp("years"))
    return compare_years(cchc_index.open_cycle(before), cchc_index.open_cycle(after))


def test_each_row_adds_up_as_it_is_printed(found: YearComparison) -> None:
    """The reader can add the parts by hand, and gets the change to the last digit."""
    lines = list(comparison_lines(found, "en", Style()))
    rows = [re.split(r"\s{2,}", line) for line in lines if re.match(r"Đơn vị \w\s{2,}", line)]
    assert len(rows) == 6
    for row in rows:
        before, after, change, *parts = map(Decimal, row[1:])
        assert abs(change) == abs(after - before)
        assert sum(parts) == change


def test_a_comparison_says_what_it_is_and_what_to_know(found: YearComparison) -> None:
    """That data and set are made up, the way, mergers with their decision, who is new."""
    mean = str(found["f"].before and found["f"].before.index)
    vietnamese, english = ("\n".join(comparison_lines(found, language, Style())) for language in ("vi", "en"))
    for text, wanted in (
        (
            vietnamese,
            ("giả lập", "minh họa", "cộng lại đúng", "sáp nhập, QĐ 2", mean.replace(".", ","), "Đơn vị mới: Đơn vị g"),
        ),
        (english, ("synthetic", "illustrative", "add up to", "merged, QĐ 2", mean, "New units: Đơn vị g")),
    ):
        flat = " ".join(text.split())
        assert [each for each in wanted if each not in flat] == []


def test_everything_to_know_is_said(found: YearComparison) -> None:
    """Units gone in three ways, and remarks; and where nobody improved."""
    rows = [{"unit": unit, "1.rate": "80", "2.1": "5", "2.2": "4", "3": "1"} for unit in "abcd"]
    one = set_of(2023, 10, "3")
    table = successions(("b", "", "abolished"), ("c", "x", "renamed"))
    years = compare_years(result_of(one, rows), result_of(set_of(2022, 20, "3"), rows[:1]), succession=table)
    for language in ("vi", "en"):
        text = " ".join(" ".join(comparison_lines(years, language, Style())).split())
        assert "x" in text
        assert "t-2023" in text
        assert "QĐ 1" in text


def test_the_table_of_a_comparison_is_csv(found: YearComparison) -> None:
    """One row a unit and predecessor."""
    rows = list(csv.DictReader(io.StringIO(comparison_csv(found))))
    assert [(row["unit"], row["from"]) for row in rows] == [("a", "a"), ("f", "d"), ("f", "e"), ("b", "b"), ("h", "c")]
    assert (rows[1]["share"], rows[1]["index_change"], rows[0]["index_change"]) == ("0.6", "", str(found["a"].change))


@pytest.mark.parametrize("language", ["vi", "en"])
def test_differences_are_said_in_words(language: Language) -> None:
    """No key of a criteria file where a person's word exists; rules as the form says them."""
    after = set_of(2024, 20, "4", rounding={"points": 3, "index": 1, "mode": "truncate"}, missing="incomplete")
    after = after.replace("2.1", rule={"per_case": {"points_each": "0.5", "at_most": 6}}, not_applicable="allowed")
    found = diff_criteria(set_of(2023, 10, "3"), after)
    text = " ".join(" ".join(difference_lines(found, language, Style())).split())
    wanted = {
        "vi": ("làm tròn: điểm 2 chữ số", "điểm tối đa: 10 → 20", "thêm mới, tối đa 5 điểm", "cắt bỏ phần dư"),
        "en": ("rounding: points to 2 decimals", "maximum points: 10 → 20", "added, at most 5 points", "truncated"),
    }[language]
    assert [each for each in wanted if each not in text] == []
    assert not re.search(r"max_points|at_most|per_case|half_up|not_applicable", text)
    assert difference_csv(found, language).startswith("what,code,title,words\n")
    json.dumps(found.to_dict())


def test_sets_that_say_the_same_are_said_to_be_equal() -> None:
    """In one line."""
    same = diff_criteria(set_of(2023, 10, "3"), set_of(2023, 10, "3"))
    assert list(difference_lines(same, "en", Style())) == ["The two sets say the same."]


def test_every_shipped_set_can_be_told_from_every_other() -> None:
    """Classes, areas, sources: all in words."""
    sets = [cchc_index.load_criteria(name) for name in ("nd61-one-stop-2018", "moha-provinces-2017")]
    languages: tuple[Language, ...] = ("vi", "en")
    for language in languages:
        text = "\n".join(difference_lines(diff_criteria(*sets), language, Style()))
        assert len(text) > 1000
        assert "reform_area" not in text
