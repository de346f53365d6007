"""Columns of a printed table stand under each other, whatever letters are in them."""

from __future__ import annotations

import re
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from cchc_index.writing.table import Style, fitted, table_lines, width_of, wrapped

WORDS = st.lists(st.sampled_from([*"abốẤđ ", "評", "e\u0301"]), max_size=8).map("".join).map(str.strip)


@given(st.lists(st.tuples(WORDS, WORDS), max_size=5))
def test_columns_stand_under_each_other(rows: list[tuple[str, str]]) -> None:
    """The second column, set to the right, ends where the rule below the header ends."""
    lines = table_lines(["Đơn vị", "Điểm"], rows, [False, True], Style())

    end = width_of(lines[1])
    assert {width_of(line) for line, (_, last) in zip(lines[2:], rows, strict=True) if last} <= {end}
    assert width_of(lines[0]) == end


def test_marks_apart_from_their_letters_take_no_room() -> None:
    """A name from a Mac is as wide as the same name from Windows."""
    name = "Sở Tài nguyên và Môi trường"

    assert width_of(unicodedata.normalize("NFD", name)) == width_of(name) == len(name)


def test_colour_changes_no_width() -> None:
    """Only the header and the rule are painted."""
    plain, painted = (table_lines(["a"], [["b"]], [False], Style(colour=colour)) for colour in (False, True))

    assert plain[2] == painted[2]
    assert plain[0] != painted[0]
    assert plain[0] in painted[0]


NUMBERS = st.integers(0, 10**6).map(str)


@given(st.lists(st.tuples(WORDS, NUMBERS, WORDS), max_size=4), st.integers(12, 60))
def test_a_table_has_room_or_cannot_be_narrower(rows: list[tuple[str, str, str]], width: int) -> None:
    """Every word and number is whole and in its order; no line is wider, unless a single word or number is."""
    header = ["Đơn vị", "Điểm tối đa", "Lý do được và không được"]
    lines = table_lines(header, rows, [False, True, False], Style(width=width))

    rule = next(at for at, line in enumerate(lines) if set(line) == {"-", " "})
    words = [word for cell in header for word in cell.split()]
    assert sorted(" ".join(lines[:rule]).split()) == sorted(words)
    least = [max(map(width_of, " ".join(column).split())) for column in zip(header, *rows, strict=True)]
    narrowest = max(10, least[0]) + least[1] + max(10, least[2]) + 4
    assert max(map(width_of, lines)) <= max(width, narrowest)
    said = [word for row in rows for cell in row for word in cell.split()]
    assert sorted(" ".join(lines[rule + 1 :]).split()) == sorted(said)


@given(st.text("ab đ ", max_size=60), st.integers(4, 30), st.booleans())
def test_a_line_fits_a_terminal_and_loses_nothing(line: str, width: int, colour: bool) -> None:
    """Broken between words, further in; as it is without a terminal."""
    style = Style(colour=colour, width=width)
    made = list(fitted([style.paint(line, "\x1b[2m")], style))

    plain = [re.sub("\x1b\\[\\d+m", "", each) for each in made]
    assert " ".join(plain).split() == line.split()
    if not colour:
        assert made == [line]
        return
    assert len(made) == 1 or all(each.startswith(" " * (len(line) - len(line.lstrip(" ")))) for each in plain)
    indent = len(line) - len(line.lstrip(" "))
    longest = max(map(len, line.split()), default=0)
    assert max(map(len, plain)) <= max(width, indent + 2 + longest, len(line) if not line.strip() else 0)


def test_a_paragraph_is_never_narrower_than_can_be_read() -> None:
    """On a tiny terminal lines have twenty columns nonetheless."""
    assert wrapped("a " * 20, 3, "  ")[0] == "  a a a a a a a a a"
