"""Texts are measured as they are drawn, and broken without losing a letter."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_index.charts.lettering import clean, faces

VIETNAMESE = "".join(
    unicodedata.normalize("NFC", letter + mark + tone)
    for letter in "aeiouyAEIOUY"
    for mark in ("", "\u0302", "\u0306", "\u031b")
    for tone in ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
)


def test_the_font_has_every_vietnamese_letter() -> None:
    """Each vowel with each mark and tone that compose to one letter, and đ, in both faces."""
    letters = {letter for letter in VIETNAMESE if not unicodedata.combining(letter)} | set("đĐ₫–")
    for face in faces():
        assert face.drawable("".join(sorted(letters))) == "".join(sorted(letters))


def test_what_the_font_lacks_is_a_sign() -> None:
    """A letter of another script is one replacement sign and no warning."""
    assert faces()[0].drawable("Xã 漢") == "Xã \N{REPLACEMENT CHARACTER}"


@pytest.mark.parametrize(
    "text", ["Sở Kế hoạch và Đầu tư", "0123456789,", "Ủy ban nhân dân huyện Bảo Lạc", "WAVE To. Ty"]
)
@pytest.mark.parametrize("bold", [False, True])
def test_a_text_is_as_long_as_it_was_measured(text: str, bold: bool) -> None:
    """Never shorter than it is drawn, so that it fits; pairs of letters such as AV are drawn nearer to each other."""
    from matplotlib.font_manager import FontProperties
    from matplotlib.textpath import TextPath

    face = faces()[bold]
    drawn = TextPath((0, 0), text, size=100, prop=FontProperties(fname=face.path)).get_extents().width

    assert drawn <= face.width(text, 100) * 1.002
    assert drawn >= face.width(text, 100) * 0.9


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=80), st.floats(8, 300))
@settings(max_examples=200)
def test_no_letter_is_lost_and_each_line_fits(text: str, room: float) -> None:
    """Lines joined again are the text; each is shorter than the room, or one letter."""
    face = faces()[0]
    lines = face.lines(text, 8, room)

    assert "".join(lines).replace(" ", "") == clean(text).replace(" ", "")
    assert all(face.width(line, 8) <= room or len(line) == 1 for line in lines)
