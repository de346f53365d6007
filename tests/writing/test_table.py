"""Columns of a printed table stand under each other, whatever letters are in them."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from cchc_index.writing.table import Style, table_lines, width_of, wrapped

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


def test_a_paragraph_is_never_narrower_than_can_be_read() -> None:
    """On a tiny terminal lines have twenty columns nonetheless."""
    assert wrapped("a " * 20, 3, "  ")[0] == "  a a a a a a a a a"
