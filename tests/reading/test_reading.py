"""Reading tables, frames and registers: what is accepted, and what it means."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas
import pytest
from hypothesis import given
from hypothesis import strategies as st

import cchc_index
from cchc_index.criteria.criteria_set import parse_criteria
from tests.small_set import BUILTIN, ROWS, SET


@pytest.fixture
def criteria() -> cchc_index.CriteriaSet:
    """A small set."""
    return parse_criteria(SET, registry=BUILTIN)


def _points(criteria: cchc_index.CriteriaSet, rows: object, **options: Any) -> Decimal | None:
    return cchc_index.score(criteria, cchc_index.read_assessment(rows, criteria, **options))["u"].points


@pytest.mark.parametrize(
    "rows",
    [
        ROWS,
        [{"unit": "u", "1.1 Tỷ lệ": "50", "1.10 Có": "CÓ", "2 Điểm": " 3 "}],
        [{"unit": "u", "1.1.rate": "50.0", "1.10.yes_no": "yes", "2.points": "3.00"}],
        [{"unit": "u", "1.1.done": "7", "1.1.planned": "14", "1.10": True, "2": 3}],
        [{"unit": "u", "1.1": Decimal("50"), "1.10": "có", "2": Decimal("3.0")}],
        [
            {"unit": "u", "code": "1.1", "field": "", "value": "50"},
            {"unit": "u", "code": "1.10", "field": "yes_no", "value": "có"},
            {"unit": "u", "code": "2", "field": "points", "value": "3"},
        ],
    ],
)
def test_many_spellings_one_meaning(criteria: cchc_index.CriteriaSet, rows: list[dict[str, object]]) -> None:
    """Wide or long, with titles, fields, Vietnamese or English words, texts or exact numbers."""
    assert _points(criteria, rows) == Decimal("7.00")


def test_a_float_in_rows_is_refused(criteria: cchc_index.CriteriaSet) -> None:
    """Rows of dicts hold texts and exact numbers; 0.1 of binary is no decimal."""
    with pytest.raises(cchc_index.AssessmentError):
        _points(criteria, [{"unit": "u", "1.1": 50.5, "1.10": "có", "2": "3"}])


@pytest.mark.parametrize("value", [50.5, 97.84, 1.00001, 99.9999999999])
def test_a_float_in_a_frame_is_the_decimal_it_prints(criteria: cchc_index.CriteriaSet, value: float) -> None:
    """A data frame has no decimals, so a float counts as its shortest spelling."""
    frame = pandas.DataFrame({"unit": ["u", "v"], "1.1": [value, 50.0], "1.10": ["có", "không"], "2": [3, 4]})
    card = cchc_index.score(criteria, cchc_index.read_assessment(frame, criteria))["u"]

    assert repr(value) in card.explain().nodes[1].reason


@pytest.mark.parametrize("value", [100 * (0.1 + 0.2), 94.99999999999999, 0.29 * 100, 100 / 3])
def test_a_float_that_nobody_typed_is_refused_with_the_cure(criteria: cchc_index.CriteriaSet, value: float) -> None:
    """More digits than a double needs to say a typed decimal come of a computation, as in a workbook."""
    frame = pandas.DataFrame({"unit": ["u", "v"], "1.1": [value, 50.0], "1.10": ["có", "không"], "2": [3, 4]})

    with pytest.raises(cchc_index.AssessmentError, match=r"more digits than anybody types(.|\n)*round\(2\)"):
        cchc_index.read_assessment(frame, criteria)


def test_a_gap_in_a_frame_is_a_gap(criteria: cchc_index.CriteriaSet) -> None:
    """NaN of a frame is an empty cell, not a number."""
    frame = pandas.DataFrame({"unit": ["u", "v"], "1.1": [50.0, None], "1.10": ["có", "không"], "2": [3.0, 4.0]})

    with pytest.raises(cchc_index.AssessmentError) as told:
        cchc_index.read_assessment(frame, criteria)

    assert [problem.key for problem in told.value.problems] == ["value.missing"]


def test_a_file_with_decimal_commas_says_so(criteria: cchc_index.CriteriaSet, tmp_path: Path) -> None:
    """Cells are then separated by semicolons."""
    path = tmp_path / "a.csv"
    path.write_text("unit;1.1;1.10;2\nu;50,5;có;2,25\n", encoding="utf-8")

    assert _points(criteria, path, decimal=",") == Decimal("6.27")
    with pytest.raises(cchc_index.AssessmentError):
        _points(criteria, path)


def test_evidence_and_notes_stand_beside_values(criteria: cchc_index.CriteriaSet) -> None:
    """They are repeated in the explanation."""
    rows = [{**ROWS[0], "1.1.evidence": "BC 12/BC-SNV", "2.note": "hội đồng"}]
    card = cchc_index.score(criteria, cchc_index.read_assessment(rows, criteria))["u"]
    reasons = {node.code: node.reason for node in card.explain("vi")}

    assert "BC 12/BC-SNV" in reasons["1.1"]
    assert "hội đồng" in reasons["2"]


@given(st.lists(st.lists(st.text(max_size=8), max_size=6), max_size=6))
def test_no_cell_breaks_the_table_reader(cells: list[list[str]]) -> None:
    """Whatever a table holds, the answer is an assessment or a report."""
    import csv
    import tempfile

    criteria = parse_criteria(SET, registry=BUILTIN)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.csv"
        with path.open("w", encoding="utf-8", errors="replace", newline="") as file:
            csv.writer(file).writerows([["unit", "1.1", "1.10", "2"], *cells])
        try:
            cchc_index.read_assessment(path, criteria)
        except cchc_index.AssessmentError as told:
            assert told.report("vi")


@given(st.binary(max_size=300))
def test_no_bytes_break_the_readers(data: bytes) -> None:
    """Files that are no text at all end in a report."""
    import tempfile

    criteria = parse_criteria(SET, registry=BUILTIN)
    with tempfile.TemporaryDirectory() as folder:
        table, document = Path(folder) / "a.csv", Path(folder) / "a.yaml"
        table.write_bytes(data)
        document.write_bytes(data)
        with pytest.raises(cchc_index.CchcError):
            cchc_index.read_assessment(table, criteria)
        with pytest.raises(cchc_index.CchcError):
            cchc_index.load_criteria(document, registry=BUILTIN)


def test_a_value_below_a_node_that_the_unit_said_does_not_apply_names_the_node() -> None:
    """The unit's own word is to be deleted, or the value; the register has nothing to do with it."""
    text = """
id: s
edition: 2021
title: Bộ thử
source: {status: illustrative}
rounding: {points: 2, index: 2}
criteria:
  - code: "1"
    title: A
    max_points: 2
    not_applicable: allowed
    criteria:
      - {code: "1.1", title: B, max_points: 1, rule: yes_no}
      - {code: "1.2", title: C, max_points: 1, rule: yes_no}
  - {code: "2", title: D, max_points: 1, rule: yes_no}
"""
    rows = [
        {"unit": "u", "1": "na", "1.1": "", "1.2": "có", "2": "có"},
        {"unit": "v", "1": "", "1.1": "có", "1.2": "có", "2": "có"},
    ]

    with pytest.raises(cchc_index.AssessmentError) as refused:
        cchc_index.read_assessment(rows, parse_criteria(text, registry=BUILTIN))

    (problem,) = refused.value.problems
    assert problem.key == "value.beside_parent"
    assert {key: problem.arguments[key] for key in ("code", "parent", "said")} == {
        "code": "1.2",
        "parent": "1",
        "said": "na",
    }
