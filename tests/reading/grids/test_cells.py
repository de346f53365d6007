"""A cell's word says what the cell said: its text, and the number that the text spells where it stands."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_index.reading.declared import InputFormat
from cchc_index.reading.grids.cells import Lexicon, Texts, column_letters, column_number

NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**25), max_value=10**25, places=None)
PLAIN = NUMBERS.map(lambda number: f"{number:f}").filter(lambda text: len(text) <= 40)


def _number(lexicon: Lexicon, cell: str) -> Fraction | None:
    numbers, places, is_number = lexicon.texts.read_numbers(np.array([lexicon[cell]]))
    return Fraction(int(numbers[0]), 10 ** int(places[0])) if is_number[0] else None


@given(st.lists(PLAIN | st.text(max_size=12), max_size=8))
def test_a_word_keeps_its_text(cells: list[str]) -> None:
    """Whatever else the source holds; only blanks around a cell are gone, and letters are composed."""
    lexicon = Lexicon(InputFormat(), Texts())
    words = [lexicon[cell] for cell in cells]

    for cell, word in zip(cells, words, strict=True):
        assert lexicon[lexicon.text(word)] == word
        if cell.isascii():
            assert lexicon.text(word) == cell.strip()


@given(PLAIN, st.sampled_from([".", ","]))
def test_a_plain_number_is_the_number_it_spells(text: str, decimal: str) -> None:
    """Of any size and any number of decimals, with the declared mark."""
    cell = text.replace(".", decimal)
    lexicon = Lexicon(InputFormat(decimal=decimal), Texts())

    assert _number(lexicon, cell) == Fraction(text)
    assert lexicon.text(lexicon[cell]) == cell


@pytest.mark.parametrize(
    "cell", ["1,5", "1.", ".5", "01", "1e3", "+1", "1 000", "1_000", "½", "١", "--1", "1.2.3", "có"]
)
def test_what_spells_no_number_is_a_text(cell: str) -> None:
    """Only digits, one point between digits, and a minus."""
    lexicon = Lexicon(InputFormat(), Texts())

    assert _number(lexicon, cell) is None
    assert lexicon.text(lexicon[cell]) == cell


@pytest.mark.parametrize(
    ("cell", "number"), [("1.234.567,5", "1234567.5"), ("1.23", None), ("0.123", None), ("1234,5", "1234.5")]
)
def test_groups_are_three_digits(cell: str, number: str | None) -> None:
    """Or the mark between thousands is none."""
    found = _number(Lexicon(InputFormat(decimal=",", thousands="."), Texts()), cell)

    assert found == (None if number is None else Fraction(number))


@given(st.integers(1, 10**6))
def test_columns_have_the_letters_of_a_spreadsheet(number: int) -> None:
    """There and back."""
    assert column_number(column_letters(number)) == number
