"""One labelled answer: what a label is, and what is taken for one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import cchc_index
from tests.reading.sheets import Sheet, ods, xls, xlsx
from tests.rules.one_unit import one_leaf, points_of

#: Values to try beside the rule's own probes, and what is refused, for the listing of all that rules say.
SAID = """
choice:
  max: 4
  rule: {choice: {options: {A: 4, "B, một phần": 2.5, C: 0}, not_applicable: [E]}}
  values: [{answer: A}, {answer: "b, MỘT phần"}, {answer: C}, {answer: e}]
  refused: [{answer: D}, {answer: "A, C"}, {answer: "A và C"}, {answer: "A C"}, {answer: 4}]
"""

ABC = "{choice: {options: {A: 4, b: 2.5, Đạt yêu cầu: 1, 'C, nửa': 0}, not_applicable: [E]}}"


@pytest.mark.parametrize(
    ("answer", "points"),
    [
        ("A", "4.00"),
        ("a", "4.00"),
        (" B ", "2.50"),
        ("đạt  YÊU cầu", "1.00"),
        ("\u0111a\u0323t y\u00eau c\u1ea7u", "1.00"),
        ("c, Nửa", "0.00"),
    ],
)
def test_a_label_is_known_in_any_capitals_and_composition(answer: str, points: str) -> None:
    """A label is known in any capitals and composition."""
    assert points_of(ABC, answer=answer) == points


@pytest.mark.parametrize("answer", ["A, b", "A;b", "a/B", "A và b", "A or b", "A b", "A, b, E", "A, C, nửa"])
def test_two_labels_in_one_cell_are_refused(answer: str) -> None:
    """Two labels in one cell are refused."""
    with pytest.raises(cchc_index.AssessmentError) as told:
        points_of(ABC, answer=answer)
    assert [problem.key for problem in told.value.problems] == ["value.two_options"]


@pytest.mark.parametrize("answer", ["D", "4", "có", "A, D", "A.", "nửa"])
def test_anything_else_is_refused_with_the_labels(answer: str) -> None:
    """Anything else is refused with the labels."""
    with pytest.raises(cchc_index.AssessmentError) as told:
        points_of(ABC, answer=answer)
    assert [problem.key for problem in told.value.problems] == ["value.option"]
    assert "Đạt yêu cầu" in told.value.problems[0].text("en")


def test_a_label_may_take_the_leaf_away() -> None:
    """It needs no word of the set for that, and both sums go without the leaf."""
    criteria = one_leaf(ABC)
    result = cchc_index.score(criteria, cchc_index.read_assessment([{"unit": "u", "1": "e"}], criteria))
    assert result["u"].node("1").status == "not_applicable"
    assert result["u"].max_points is None


def test_yes_is_not_read_into_labels() -> None:
    """In a yes/no pair `có` is no `yes`."""
    rule = "{choice: {options: {yes: 4, no: 0}}}"
    assert points_of(rule, answer="YES") == "4.00"
    with pytest.raises(cchc_index.AssessmentError):
        points_of(rule, answer="có")


def test_typed_points_are_those_of_a_label() -> None:
    """Typed points are those of a label."""
    assert points_of(ABC, points="2.5") == "2.50"
    with pytest.raises(cchc_index.AssessmentError):
        points_of(ABC, points="2")


def test_a_label_is_no_word_for_not_applicable() -> None:
    """A label is no word for not applicable."""
    with pytest.raises(cchc_index.CriteriaError) as told:
        one_leaf("{choice: {options: {A: 4, NA: 0}}}")
    assert [problem.key for problem in told.value.problems] == ["rule.label_word"]


NUMBERED = "{choice: {options: {'01': 4, 'Mức 2': 2, '3.5': 1, '50%': 0}}}"


@pytest.mark.parametrize(("answer", "points"), [("01", "4.00"), ("3.5", "1.00"), (3.5, "1.00"), ("50%", "0.00")])
@pytest.mark.parametrize("write", [xlsx, ods, xls])
def test_a_label_may_look_like_a_number_by_every_door(
    answer: str | float, points: str, write: Callable[[Sheet], bytes], tmp_path: Path
) -> None:
    """A worksheet's text 01 is the label 01; a number kept as one is the label that is written so."""
    criteria = one_leaf(NUMBERED)
    for header in (["unit", "1"], ["unit", "1.answer"], ["unit", "1 Leaf"]):
        path = tmp_path / f"a.{write.__name__}"
        path.write_bytes(write(Sheet([header, ["u", answer]])))
        assert str(cchc_index.score(criteria, cchc_index.read_assessment(path, criteria))["u"].points) == points
    path.write_bytes(write(Sheet([["unit", "code", "field", "value"], ["u", "1", "answer", answer]])))
    long = cchc_index.read_assessment(path, criteria)
    assert str(cchc_index.score(criteria, long)["u"].points) == points


@pytest.mark.parametrize("second", ["1", "01", "1.0", "1,00"])
def test_labels_that_a_cell_keeps_alike_are_refused(second: str) -> None:
    """Labels that a worksheet keeps as one number are refused."""
    with pytest.raises(cchc_index.CriteriaError) as told:
        one_leaf(f"{{choice: {{options: {{'1.00': 4, '{second}': 2}}}}}}")
    assert [problem.key for problem in told.value.problems] == ["rule.label_number"]
