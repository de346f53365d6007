"""What is odd about a cell is the same in every format."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_index.reading.grids.cells import Oddity
from cchc_index.reading.grids.sheet_cells import Area, typed_number
from tests.reading.grids.books import CONDITIONS, ODD_CELLS, grids

DOORS = {"written": "a.xlsx", "xlsx": "a.xlsx", "ods": "a.ods", "xls": "a.xls"}


@pytest.mark.parametrize(
    ("label", "door"),
    # LibreOffice drops what a condition does to a number's format when it saves .xls: that is tested in test_xls.py
    [(label, door) for label in (*ODD_CELLS, *CONDITIONS) for door in DOORS if door != "xls" or label in ODD_CELLS],
)
def test_each_kind_of_cell_is_told_alike(label: str, door: str, odd_books: Mapping[str, bytes]) -> None:
    """As Excel's format is written by a library, and as another program saves it in three formats."""
    cells = {**ODD_CELLS, **CONDITIONS}
    (grid,) = grids(odd_books[door], DOORS[door])
    row = list(cells).index(label)
    found = grid.odd.get((row, 1))

    what, is_formula = cells[label][1:]
    if door == "xls" and what == "hidden_text" and is_formula:
        what = "shown"  # LibreOffice keeps a 0 as the result, which the format hides as well
    assert grid.text(row, 0) == label
    assert (found.what if found else "", (row, 1) in grid.formulas) == (what, is_formula)


@pytest.mark.parametrize("door", DOORS)
def test_what_is_hidden_or_merged_is_told_alike(door: str, odd_books: Mapping[str, bytes]) -> None:
    """In the same order: characters, rows, columns, merged cells."""
    (grid,) = grids(odd_books[door], DOORS[door])
    told = [(each.key, each.arguments) for each in grid.problems]

    assert told == [
        ("file.unseen", {"code": "U+200B"}),
        ("sheet.hidden_row", {}),
        ("sheet.hidden_column", {"column": "F"}),
        ("sheet.merged", {"range": "D1:E2"}),
    ]
    assert [each.place.line for each in grid.problems if each.place and each.key == "sheet.hidden_row"] == [4]


@pytest.mark.parametrize("door", DOORS)
def test_numbers_are_those_that_were_typed(door: str, odd_books: Mapping[str, bytes]) -> None:
    """As texts with a point, whatever the format keeps."""
    (grid,) = grids(odd_books[door], DOORS[door])

    assert [grid.text(row, 1) for row in (0, 1, 2, 4)] == ["49.38", "49.384", "49.4", "12345"]


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=5))
def test_a_decimal_that_was_typed_comes_back(number: object) -> None:
    """Through the 64 bits that a spreadsheet keeps of it, however they are spelt."""
    mantissa, places = int(number * 10**5), 5  # type: ignore[operator]  # a decimal
    while places and mantissa % 10 == 0:
        mantissa, places = mantissa // 10, places - 1

    for spelt in (str(number), repr(float(str(number))), f"{float(str(number)):.17g}"):
        assert typed_number(spelt) == (mantissa, places)


@pytest.mark.parametrize(
    ("spelt", "what"),
    [
        ("33.333333333333336", "digits"),
        ("0.30000000000000004", "digits"),
        ("95.0999984741211", "digits"),
        ("NaN", "error"),
        ("1e999", "error"),
    ],
)
def test_a_number_that_nobody_typed_is_told(spelt: str, what: str) -> None:
    """More digits than a spreadsheet keeps of what is typed, or no number at all."""
    found = typed_number(spelt)

    assert isinstance(found, Oddity)
    assert found.what == what


@pytest.mark.parametrize("spelt", ["", "x", "1_0", "1,5", "0x10", "1 2", "--1"])
def test_what_spells_no_number_is_damage(spelt: str) -> None:
    """Nothing that a program writes into a cell for numbers."""
    with pytest.raises(ValueError, match=f"^{re.escape(spelt)}$"):
        typed_number(spelt)


def test_areas_are_read_in_any_order_of_corners() -> None:
    """And with dollar signs."""
    assert Area.read("$C$10:B2") == Area.read("B2:C10") == Area(1, 1, 9, 2)
    assert str(Area(0, 0, 1, 1)) == "A1:B2"
