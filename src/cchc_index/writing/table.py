"""Aligned tables of text, for a terminal or a file."""

from __future__ import annotations

import re
import textwrap
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from itertools import zip_longest

import attrs

from cchc_index.problems.shown import shown

BOLD, DIM, GREEN, YELLOW, RED, PLAIN = "\x1b[1m", "\x1b[2m", "\x1b[32m", "\x1b[33m", "\x1b[31m", "\x1b[0m"
_CODES = re.compile(r"\x1b\[\d+m")
_HEAD = re.compile(r"((?:\x1b\[\d+m)*)( *)")


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

    Where that is more than the style's width, headings break between words, and then the cells of columns set to the
    left; no word and no number is broken.

    Example:
        >>> print("\n".join(table_lines(["a", "b"], [["x", "10"], ["yy", "9"]], [False, True], Style())))
        a    b
        --  --
        x   10
        yy   9
        >>> print("\n".join(table_lines(["Unit", "Points lost"], [["a", "10"]], [False, True], Style(width=14))))
              Points
        Unit    lost
        ----  ------
        a         10
    """
    head = [shown(cell) for cell in header]
    body = [[shown(cell) for cell in row] for row in rows]
    widths = _widths(head, body, right, style.width)
    above = [_broken(cell, width) for cell, width in zip(head, widths, strict=True)]
    deep = max(map(len, above))
    above = [[*[""] * (deep - len(lines)), *lines] for lines in above]  # headings stand on the rule
    lines = [style.paint(_line(cells, widths, right), BOLD) for cells in zip(*above, strict=True)]
    lines.append(style.paint("  ".join("-" * width for width in widths).rstrip(), DIM))
    for row in body:
        cells = [_broken(cell, width) for cell, width in zip(row, widths, strict=True)]
        lines += [_line(parts, widths, right) for parts in zip_longest(*cells, fillvalue="")]
    return lines


def _widths(head: Sequence[str], body: Sequence[Sequence[str]], right: Sequence[bool], room: int) -> list[int]:
    """How wide each column is: as its longest cell, or less where all together have no room."""
    columns = list(zip(head, *body, strict=True))
    cells = [max(map(width_of, column[1:]), default=0) for column in columns]
    widths = [max(width, width_of(column[0])) for column, width in zip(columns, cells, strict=True)]
    if sum(widths) + 2 * (len(widths) - 1) <= room:
        return widths
    words = [_longest_word(column[:1]) for column in columns]  # a heading gives way first
    least = [max(pair) for pair in zip(words, cells, strict=True)]
    widths = _narrowed(widths, least, room, head)
    least = [  # then texts
        width if to_right else min(width, max(_longest_word(column), 10))
        for width, column, to_right in zip(widths, columns, right, strict=True)
    ]
    return _narrowed(widths, least, room)


def _narrowed(widths: Sequence[int], least: Sequence[int], room: int, head: Sequence[str] | None = None) -> list[int]:
    """The columns narrowed, the widest of those that may be first, until all have room or none may be.

    Where headings are given that are to break, no column stays wider than their lines.
    """
    made = list(widths)
    while sum(made) + 2 * (len(made) - 1) > room:
        at = max(range(len(made)), key=lambda at: made[at] if made[at] > least[at] else -1)
        if made[at] <= least[at]:
            break
        made[at] -= 1
        if head is not None:
            made[at] = max(least[at], *map(width_of, _broken(head[at], made[at])))
    return made


def _longest_word(cells: Iterable[str]) -> int:
    return max((width_of(word) for cell in cells for word in cell.split()), default=0)


def _broken(cell: str, width: int) -> list[str]:
    """A cell in lines no wider than its column, broken between words alone."""
    if width_of(cell) <= width:
        return [cell]
    lines = [""]
    for word in cell.split():
        longer = f"{lines[-1]} {word}".strip()
        if width_of(longer) <= width or not lines[-1]:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _line(cells: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> str:
    return "  ".join(padded(cell, widths[at], right[at]) for at, cell in enumerate(cells)).rstrip()


def wrapped(text: str, width: int, indent: str, later: str | None = None) -> list[str]:
    """A paragraph in lines of a width, each after the indent; lines after the first after `later`, if it is given."""
    rest = indent if later is None else later
    said = shown(text)
    if said and said == said.strip() and len(indent) + len(said) <= max(20, width):  # most are one line
        return [indent + said]
    return textwrap.wrap(said, max(20, width), initial_indent=indent, subsequent_indent=rest) or [indent.rstrip()]


def fitted(lines: Iterable[str], style: Style) -> Iterator[str]:
    r"""Lines as a terminal has room for them, broken between words; as they are where there is no terminal.

    What goes through a pipe keeps its lines, and a word that is wider than the terminal stays whole.

    Example:
        >>> list(fitted(["  Sở Mẫu: 12,859 of 15"], Style(colour=True, width=16)))
        ['  Sở Mẫu: 12,859', '    of 15']
        >>> list(fitted(["  Sở Mẫu: 12,859 of 15"], Style(width=16)))
        ['  Sở Mẫu: 12,859 of 15']
    """
    for line in lines:
        if not style.colour or _seen(line) <= style.width:
            yield line
            continue
        head = _HEAD.match(line)
        codes, indent = (head[1], head[2]) if head else ("", "")
        made, empty = codes + indent, True
        for gap, word in re.findall(r"( *)([^ ]+)", line[len(made) :]):
            if not empty and _seen(made) + len(gap) + _seen(word) > style.width:
                yield made
                made, empty = indent + "  ", True
            made, empty = made + ("" if empty else gap) + word, False
        yield made


def _seen(line: str) -> int:
    """The width of a painted line."""
    return width_of(_CODES.sub("", line))
