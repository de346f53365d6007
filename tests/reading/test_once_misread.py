"""Small inputs that were once read wrongly, and are right at the end of the whole way: read and scored."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import polars as pl
import pytest

import cchc_index
from cchc_index.criteria.criteria_set import parse_criteria
from tests.reading.sheets import WRITERS, Cell, Row, Sheet

HEAD = "id: t\nedition: 2022\ntitle: Thử\nsource: {status: illustrative}\nrounding: {points: 2, index: 2}\ncriteria:\n"


def _set(leaves: str) -> cchc_index.CriteriaSet:
    return parse_criteria(HEAD + leaves, registry=cchc_index.Registry.builtin())


POINTS = _set("  - {code: '1', title: M, max_points: 100, rule: points}\n")
TWO = _set(
    "  - {code: '1', title: M, max_points: 100, rule: points}\n"
    "  - {code: '2', title: H, max_points: 100, rule: points}\n"
)
STEPS = _set(
    "  - {code: '1', title: M, max_points: 10, rule: {steps: {on: rate, steps: ["
    "{from: 90.1, points: 10}, {from: 29, below: 90.1, points: 5}]}}}\n"
)


def _points(data: object, criteria: cchc_index.CriteriaSet) -> Decimal | None:
    return cchc_index.score(criteria, cchc_index.read_assessment(data, criteria))["a"].points


@pytest.mark.parametrize("ending", WRITERS)
def test_a_header_typed_as_a_whole_number_is_read(ending: str, tmp_path: Path) -> None:
    """1 typed as a number can be no 1.10."""
    path = tmp_path / f"a.{ending}"
    path.write_bytes(WRITERS[ending](Sheet([("unit", 1), ("a", 72.5)])))

    assert _points(path, POINTS) == Decimal("72.50")


@pytest.mark.parametrize("ending", WRITERS)
def test_every_cell_of_an_array_is_listed_as_computed(ending: str, tmp_path: Path) -> None:
    """Not the one alone that holds the formula."""
    path = tmp_path / f"a.{ending}"
    path.write_bytes(WRITERS[ending](Sheet([("unit", "1", "2"), ("a", 5, 6)], array=True)))

    result = cchc_index.score(TWO, cchc_index.read_assessment(path, TWO, formulas="cached"))

    assert [(each.kind, each.unit, each.code) for each in result.warnings] == [
        ("formula", "a", "1"),
        ("formula", "a", "2"),
    ]


@pytest.mark.parametrize("ending", WRITERS)
def test_a_formula_beside_a_value_is_told_as_the_value_is(ending: str, tmp_path: Path) -> None:
    """Both are shown rounded, and both are told."""
    rows: list[Row] = [("unit", "1"), ("a", Cell(3.25, "0.0", formula=True)), ("b", Cell(3.25, "0.0"))]
    path = tmp_path / f"a.{ending}"
    path.write_bytes(WRITERS[ending](Sheet(rows)))

    with pytest.raises(cchc_index.AssessmentError) as caught:
        cchc_index.read_assessment(path, POINTS, formulas="cached")

    assert [(each.key, each.place and each.place.cell) for each in caught.value.problems] == [
        ("value.shown", "B2"),
        ("value.shown", "B3"),
    ]


@pytest.mark.parametrize(
    "frame",
    [
        pd.DataFrame({"unit": ["a"], "1": np.array([90.1], dtype=np.float32)}),
        pl.DataFrame({"unit": ["a"], "1": pl.Series([90.1], dtype=pl.Float32)}),
        pd.DataFrame({"unit": ["a"], "1": [90.1]}),
        pd.DataFrame({"unit": ["a"], "1": [Decimal("90.1")]}),
    ],
)
def test_no_class_is_lost_by_a_frames_floats(frame: object) -> None:
    """90.1 reaches the step from 90.1 in 32 bits as in 64."""
    assert _points(frame, STEPS) == Decimal("10.00")


@pytest.mark.parametrize("rate", [0.29 * 100, float(np.float32(90.1)), sum([95.48, 90.94, 92.54, 93.46]) / 7 * 2])
def test_what_a_frame_computed_is_asked_to_be_rounded(rate: float) -> None:
    """28.999999999999996 is no 29, and 90.0999984741211 no 90.1: neither is taken for what it is not."""
    with pytest.raises(cchc_index.AssessmentError, match=r"round\(2\)"):
        _points(pd.DataFrame({"unit": ["a"], "1": [rate]}), STEPS)


@pytest.mark.parametrize(
    ("columns", "values"),
    [(["unit", "1", "1"], ["a", 1, 2]), (["unit", "1", 1], ["a", 1, 2]), (["unit", "Mã đơn vị", "1"], ["a", "b", 1])],
)
def test_columns_that_become_one_name_are_told(columns: list[Any], values: list[Any]) -> None:
    """None of them wins in silence."""
    with pytest.raises(cchc_index.AssessmentError) as caught:
        _points(pd.DataFrame([values], columns=columns), POINTS)

    assert [problem.key for problem in caught.value.problems] == ["table.header_twice"]


def test_a_frame_that_is_not_read_yet_is_told() -> None:
    """A lazy frame has no rows; that is said in our words."""
    with pytest.raises(cchc_index.AssessmentError) as caught:
        _points(pl.DataFrame({"unit": ["a"], "1": [5]}).lazy(), POINTS)

    assert [problem.key for problem in caught.value.problems] == ["table.kind"]
    assert "LazyFrame" in str(caught.value)


def test_what_comes_out_as_a_frame_can_be_computed_with() -> None:
    """Points and indices are numbers where that is asked for, and no unit's name hides among them."""
    result = cchc_index.score(
        POINTS, cchc_index.read_assessment([{"unit": "a", "1": "9"}, {"unit": "b", "1": "10"}], POINTS)
    )
    frame = result.to_frame(numbers="float")

    assert frame["points"].max() == 10.0
    assert list(frame.sort_values("index", ascending=False)["unit"]) == ["b", "a"]
    assert "a" in result
