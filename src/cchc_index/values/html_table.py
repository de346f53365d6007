"""Results as small tables of HTML, for notebooks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from cchc_index.problems.shown import shown

MOST_ROWS = 60  #: rows that a notebook shows; the rest is counted


def html_table(caption: str, header: Sequence[str], rows: Iterable[Sequence[object]], size: int) -> str:
    """A table with a caption, its first rows, and how many there are beside.

    Args:
        caption: What it is, with where it comes from.
        header: The columns' heads.
        rows: Cells, of which nothing is None; None is shown as a dash.
        size: How many rows there are.

    Example:
        >>> html_table("A <b>", ["unit"], [["x"]], 1).partition("<thead>")[0]
        '<table><caption>A &lt;b&gt;</caption>'
    """
    head = "".join(f"<th>{escape(each)}</th>" for each in header)
    body = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for _, row in zip(range(MOST_ROWS), rows, strict=False))
    more = f'<tr><td colspan="{len(header)}">… {size - MOST_ROWS}</td></tr>' if size > MOST_ROWS else ""
    head = f"<caption>{escape(shown(caption))}</caption><thead><tr>{head}</tr></thead>"
    return f"<table>{head}<tbody>{body}{more}</tbody></table>"


def _cell(value: object) -> str:
    return f"<td>{'–' if value is None else escape(shown(str(value)))}</td>"
