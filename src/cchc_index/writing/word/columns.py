"""Columns of tables that were gone through when a template was filled: they share the width that is left."""

from __future__ import annotations

from typing import Any, Final

_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WIDEST: Final = 2551  #: of such a column, in twentieths of a point: 45 mm
_TWIPS: Final = 20


def spread_columns(body: Any) -> None:
    """Give the columns at the right end of tables, of which there are as many as a list has, an equal width.

    Filling keeps the width of a table and gives every column the same part of it, the names of units too. Here those
    that the template had keep theirs, and the rest is shared.
    """
    for table in body.iter(f"{_W}tbl"):
        grid = table.find(f"{_W}tblGrid")
        row = table.find(f"{_W}tr")
        columns = [] if grid is None else grid.findall(f"{_W}gridCol")
        widths = [] if row is None else _widths(row)
        if not widths or len(widths) != len(columns) or 0 in widths:
            continue
        whole = sum(_twips(column) for column in columns)
        alike = next((at for at, width in enumerate(reversed(widths)) if width != widths[-1]), len(widths))
        rest = whole - sum(widths[: len(widths) - alike])
        if abs(sum(widths) - whole) <= _TWIPS * len(widths) or alike == len(widths) or rest <= 0:
            continue
        widths[len(widths) - alike :] = [min(rest // alike, _WIDEST)] * alike
        for column, width in zip(columns, widths, strict=True):
            column.set(f"{_W}w", str(width))
        for each in table.findall(f"{_W}tr"):
            cells = each.findall(f"{_W}tc")
            for cell, width in zip(cells, widths, strict=False) if len(cells) == len(widths) else ():
                cell.find(f"{_W}tcPr/{_W}tcW").set(f"{_W}w", str(width))


def _twips(element: Any) -> int:
    """A width as it is written; 0 where that is no whole number."""
    text = element.get(f"{_W}w", "")
    return int(text) if text.isascii() and text.isdigit() else 0


def _widths(row: Any) -> list[int]:
    """The widths of a row's cells; [] where one of them says none, or spans several columns."""
    found = []
    for cell in row.findall(f"{_W}tc"):
        width, span = cell.find(f"{_W}tcPr/{_W}tcW"), cell.find(f"{_W}tcPr/{_W}gridSpan")
        if width is None or span is not None or width.get(f"{_W}type") != "dxa":
            return []
        found.append(_twips(width))
    return found
