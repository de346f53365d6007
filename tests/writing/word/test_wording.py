"""Figures as a document says them, and texts that any document can hold."""

from __future__ import annotations

from decimal import Decimal

from docx import Document
from hypothesis import given
from hypothesis import strategies as st

from cchc_index.writing.word.wording import figure, legal, signed


@given(st.integers(-(10**12), 10**12))
def test_groups_of_thousands_are_read_back(number: int) -> None:
    """In both languages, with the mark that each of them has."""
    assert int(figure(number, "vi").replace(".", "")) == int(figure(number, "en").replace(",", "")) == number


def test_decimals_keep_their_places() -> None:
    """No decimal is rounded, and none is grouped: they are points and per cents."""
    assert [figure(Decimal(text), "vi") for text in ("97.84", "100.000", "-3.50")] == ["97,84", "100,000", "-3,50"]
    assert [signed(each, "en") for each in (Decimal("0.10"), Decimal("-0.10"), 3, None)] == [
        "+0.10",
        "-0.10",
        "+3",
        "-",
    ]


@given(st.text(max_size=80))
def test_any_text_can_stand_in_a_document(text: str) -> None:
    """Control characters, halves of pairs and noncharacters are written out or replaced."""
    made = legal(text)
    Document().add_paragraph(made)
    assert "\n" not in made
