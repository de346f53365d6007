"""Small tables of HTML."""

from __future__ import annotations

from cchc_index.values.html_table import MOST_ROWS, html_table


def test_markup_and_what_cannot_be_seen_are_written_out() -> None:
    """A name of a unit is no script."""
    table = html_table("<script>", ["<b>"], [["<i>\u202e", None]], 1)
    assert "<script>" not in table
    assert "&lt;i&gt;" in table
    assert "\u202e" not in table
    assert "<td>–</td>" in table


def test_long_tables_are_cut_and_say_so() -> None:
    """How many rows are left."""
    table = html_table("a", ["n"], ([n] for n in range(MOST_ROWS + 7)), MOST_ROWS + 7)
    assert table.count("<tr>") == MOST_ROWS + 2
    assert "… 7" in table
