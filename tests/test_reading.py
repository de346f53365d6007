"""Reading sets, tables, frames and registers: what is accepted, and what it means."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pandas
import pytest
from hypothesis import given
from hypothesis import strategies as st

import cchc_index
from cchc_index.reading.yaml.criteria_file import parse_criteria

BUILTIN = cchc_index.Registry.builtin()
SET = """
id: a
edition: 1.10
title: {vi: Bộ, en: Set}
source: {status: illustrative}
rounding: {points: 2, index: 2}
not_applicable_words: [na, Không áp dụng]
criteria:
  - code: 1
    title: Một, hai
    max_points: 6
    not_applicable: allowed
    criteria:
      - {code: 1.1, title: Tỷ lệ, max_points: 4, rule: proportion}
      - {code: 1.10, title: Có, max_points: 2, rule: yes_no}
  - {code: "2", title: Điểm, max_points: 4, rule: points}
"""
ROWS = [{"unit": "u", "1.1": "50", "1.10": "có", "2": "3"}]


@pytest.fixture
def criteria() -> cchc_index.CriteriaSet:
    """A small set."""
    return parse_criteria(SET, registry=BUILTIN)


def _points(criteria: cchc_index.CriteriaSet, rows: object, **options: Any) -> Decimal | None:
    return cchc_index.score(criteria, cchc_index.read_assessment(rows, criteria, **options))["u"].points


def test_scalars_stay_what_was_typed(criteria: cchc_index.CriteriaSet) -> None:
    """1.10 is neither 1.1 nor a number."""
    assert criteria.name == "a-1.10"
    assert [node.criterion.code for node in criteria] == ["1", "1.1", "1.10", "2"]
    assert criteria.title.say("en") == "Set"
    assert criteria.max_points == Decimal(10)


def test_a_set_is_found_by_name_or_path(tmp_path: Path) -> None:
    """Shipped id-edition, a plugin's, or a path."""
    path = tmp_path / "a.yaml"
    path.write_text(SET, encoding="utf-8")

    assert cchc_index.load_criteria(str(path), registry=BUILTIN).name == "a-1.10"
    assert cchc_index.load_criteria("pci-2021", registry=BUILTIN).id == "pci"
    with pytest.raises(cchc_index.UnknownNameError):
        cchc_index.load_criteria("pci-2020", registry=BUILTIN)
    with pytest.raises(cchc_index.CchcError, match="cchc-index-cao-bang"):
        cchc_index.load_criteria("cao_bang.departments-2021", registry=BUILTIN)


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


@pytest.mark.parametrize("value", [50.5, 97.84, 100 * (0.1 + 0.2)])
def test_a_float_in_a_frame_is_the_decimal_it_prints(criteria: cchc_index.CriteriaSet, value: float) -> None:
    """A data frame has no decimals, so a float counts as its shortest spelling."""
    frame = pandas.DataFrame({"unit": ["u", "v"], "1.1": [value, 50.0], "1.10": ["có", "không"], "2": [3, 4]})
    card = cchc_index.score(criteria, cchc_index.read_assessment(frame, criteria))["u"]

    assert repr(value) in card.explain().nodes[1].reason


def test_a_gap_in_a_frame_is_a_gap(criteria: cchc_index.CriteriaSet) -> None:
    """NaN of a frame is an empty cell, not a number."""
    frame = pandas.DataFrame({"unit": ["u", "v"], "1.1": [50.0, None], "1.10": ["có", "không"], "2": [3.0, 4.0]})

    with pytest.raises(cchc_index.AssessmentError) as told:
        cchc_index.read_assessment(frame, criteria)

    assert [problem.key for problem in told.value.problems] == ["value.missing"]


def test_not_applicable_may_be_said_of_a_parent_or_of_all_its_leaves(criteria: cchc_index.CriteriaSet) -> None:
    """Both leave area 1 out of both sums, and the highest node is listed."""
    whole = [{"unit": "u", "1": "NA", "1.1": "", "1.10": "", "2": "3"}]
    leaves = [{"unit": "u", "1.1": "na", "1.10": "không áp dụng", "2": "3"}]
    for rows in (whole, leaves):
        card = cchc_index.score(criteria, cchc_index.read_assessment(rows, criteria))["u"]
        assert (card.points, card.max_points, card.index) == (Decimal("3.00"), Decimal("4.00"), Decimal("75.00"))
        assert [(each.code, each.particulars["by"]) for each in card.result.warnings] == [("1", "declared")]


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


def test_units_come_from_a_register_or_from_the_table(criteria: cchc_index.CriteriaSet, tmp_path: Path) -> None:
    """A register names units, groups, and who is not ranked."""
    register = tmp_path / "units.csv"
    register.write_text("unit,name,group,ranked\nu,Đơn vị U,sở,no\n", encoding="utf-8")
    card = cchc_index.score(criteria, cchc_index.read_assessment(ROWS, criteria, register))["u"]

    assert (card.unit.name, card.group, card.rank, card.index) == ("Đơn vị U", "sở", None, Decimal("70.00"))
    rows = [{**ROWS[0], "name": "U", "group": "x"}]
    assert cchc_index.score(criteria, cchc_index.read_assessment(rows, criteria))["u"].group == "x"


def test_an_assessment_belongs_to_its_set(criteria: cchc_index.CriteriaSet) -> None:
    """Scoring with another set is refused."""
    other = parse_criteria(SET.replace("max_points: 2, rule: yes_no", "max_points: 2, rule: points"), registry=BUILTIN)

    with pytest.raises(ValueError, match="read for"):
        cchc_index.score(other, cchc_index.read_assessment(ROWS, criteria))


@given(st.text(max_size=200))
def test_no_text_breaks_the_criteria_reader(text: str) -> None:
    """Whatever a file holds, the answer is a set or a report."""
    with pytest.raises(cchc_index.CriteriaError) as told:
        parse_criteria(text, registry=BUILTIN, name="a.yaml")
    assert told.value.report("vi")
    assert told.value.report("en")


@given(
    st.integers(0, len(SET) - 1), st.sampled_from([*"{}[]:,-#&*!|>'\"%@` \n\t0x", "\x00", "\ufeff", "é"]), st.booleans()
)
def test_no_slip_breaks_the_criteria_reader(at: int, slip: str, replaces: bool) -> None:
    """One wrong character gives a set or a report, never anything else."""
    text = SET[:at] + slip + SET[at + replaces :]
    try:
        parse_criteria(text, registry=BUILTIN, name="a.yaml")
    except cchc_index.CriteriaError as told:
        assert told.problems
        assert told.report("vi")


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
