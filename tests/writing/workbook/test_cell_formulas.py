"""Formulas as text: rounded as a set says by an engine that computes in binary floats."""

from __future__ import annotations

import io
from fractions import Fraction

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_index.values.exact import RoundingMode, round_fraction
from cchc_index.writing.workbook.cell_formulas import EXACT, LONGEST, Line, formula, is_exact, quotient, whole
from tests.writing.workbook.recalculating import computed

MODES: tuple[RoundingMode, ...] = ("half_up", "half_even", "truncate")


def sheet_of(rows: list[tuple[str, str, str]]) -> list[object]:
    """What an engine makes of formulas that stand beside two numbers each."""
    data = io.BytesIO()
    with xlsxwriter.Workbook(data, {"in_memory": True}) as book:
        sheet = book.add_worksheet("P")
        for row, (first, second, text) in enumerate(rows):
            sheet.write_number(row, 0, Fraction(first))
            sheet.write_number(row, 1, Fraction(second))
            sheet.write_formula(row, 2, text)
    model = computed(data.getvalue())
    return [model.get_cell_value(0, row + 1, 3) for row in range(len(rows))]


def index_formula(row: int, places: tuple[int, int], mode: RoundingMode) -> str:
    """The formula of an index of points in column A of attainable points in column B."""
    points, attainable = (whole(f"{letter}{row + 1}", places[0]) for letter in "AB")
    return f"={quotient(f'{points}*{100 * 10 ** places[1]}', attainable, places[1], mode)}"


@settings(max_examples=8)
@given(data=st.data(), places=st.tuples(st.integers(0, 3), st.integers(0, 3)))
def test_an_index_is_rounded_as_the_set_says(data: st.DataObject, places: tuple[int, int]) -> None:
    """Ties above all: of a hundred random points in each mode none is off by a last decimal."""
    rows: list[tuple[str, str, str]] = []
    wanted: list[float] = []
    for mode in MODES:
        for _ in range(40):
            most = data.draw(st.sampled_from([8, 16, 32, 40, 64, 80, 125, 1000, 1600])) * 10 ** places[0] // 8 or 1
            points = data.draw(st.integers(0, most))
            assert is_exact(points * 100 * 10 ** places[1], most)
            first, second = (f"{Fraction(each, 10 ** places[0])}" for each in (points, most))
            rows.append((first, second, index_formula(len(rows), places, mode)))
            exact = round_fraction(Fraction(100 * points, most), places[1], mode)
            wanted.append(exact / 10 ** places[1])

    assert sheet_of(rows) == wanted


@pytest.mark.parametrize(
    ("mode", "wanted"),
    [("half_up", [0.13, 0.38, 1.01]), ("half_even", [0.12, 0.38, 1.0]), ("truncate", [0.12, 0.37, 1.0])],
)
def test_a_half_goes_as_the_mode_says(mode: RoundingMode, wanted: list[float]) -> None:
    """0.125, 0.375 and 1.005, which binary floats put a little below."""
    rows = [
        (points, "1000", f"={quotient(f'A{row}*100', f'B{row}', 2, mode)}")
        for row, points in enumerate(("125", "375", "1005"), 1)
    ]

    assert sheet_of(rows) == wanted


def test_a_sum_of_many_parts_is_one_formula() -> None:
    """Parts that do not stand together are taken a part at a time; a formula that grows too long is none."""
    line = Line(0, 0)

    assert line.sum(range(5_000)) == "SUM(A1:GJH1)"
    assert line.sum(range(0, 600, 2)).startswith("SUM(SUM(A1,C1,")
    assert formula(line.sum(range(0, 9_000, 2))) is None
    assert len(line.sum(range(0, 2_000, 2))) < LONGEST


def test_numbers_that_floats_do_not_hold_have_no_formula() -> None:
    """A quotient is a formula as long as both numbers are whole and told apart."""
    assert is_exact(EXACT // 2 - 1, 1)
    assert not is_exact(EXACT // 2, 1)
