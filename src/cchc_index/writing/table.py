"""Aligned tables of text, for a terminal or a file."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Iterable, Sequence

import attrs

from cchc_index.problems.shown import shown

BOLD, DIM, GREEN, YELLOW, RED, PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[32m", "\x1b[33m", "\x1b[31m", "\x1b[0m"


@attrs.frozen
class Style:
    """How text is shown.

    Attributes:
        colour: Whether colours may be used: on a terminal only.
        width: How many columns there are.
    """

    colour: bool = False
    width: int = 100

    def paint(self, text: str, *codes: str) -> str:
        """The text as it may be shown, in colours where they may be used."""
        text = shown(text)
        return f"{''.join(codes)}{text}{PLAIN}" if self.colour and text else text


def width_of(text: str) -> int:
    r"""How many columns a text takes: combining marks none, wide letters two.

    Example:
        >>> width_of("Tốt"), width_of("To\u0302\u0301t")
        (3, 3)
    """
    return sum(
        0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        for letter in text
    )


def padded(text: str, width: int, right: bool = False) -> str:
    """The text as it may be shown, filled up with spaces to a width."""
    text = shown(text)
    fill = " " * max(0, width - width_of(text))
    return fill + text if right else text + fill


def table_lines(header: Sequence[str], rows: Iterable[Sequence[str]], right: Sequence[bool], style: Style) -> list[str]:
    r"""A table as lines: header, rule, rows; columns as wide as their longest cell.

    Example:
        >>> print("\n".join(table_lines(["a", "b"], [["x", "10"], ["yy", "9"]], [False, True], Style())))
        a    b
        --  --
        x   10
        yy   9
    """
    body = [[shown(cell) for cell in row] for row in rows]
    widths = [max(width_of(row[at]) for row in [[*map(shown, header)], *body]) for at in range(len(header))]
    lines = [
        style.paint(_line(header, widths, right), BOLD),
        style.paint("  ".join("-" * width for width in widths), DIM),
    ]
    return lines + [_line(row, widths, right) for row in body]


def _line(cells: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> str:
    return "  ".join(padded(cell, widths[at], right[at]) for at, cell in enumerate(cells)).rstrip()


def wrapped(text: str, width: int, indent: str, later: str | None = None) -> list[str]:
    """A paragraph in lines of a width, each after the indent; lines after the first after `later`, if it is given."""
    rest = indent if later is None else later
    said = shown(text)
    if said and said == said.strip() and len(indent) + len(said) <= max(20, width):  # most are one line
        return [indent + said]
    return textwrap.wrap(said, max(20, width), initial_indent=indent, subsequent_indent=rest) or [indent.rstrip()]
