"""One sheet of the workbook: texts as texts, numbers as they are printed, formulas with the library's figures."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from cchc_index.problems.shown import shown
from cchc_index.writing.workbook.cell_formulas import cell, column_range

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

MOST_LETTERS: Final = 32_000  #: that a cell is given; Excel takes 32,767
_A4: Final = 9
_PAGE: Final = 190  #: characters that an A4 page on its side has room for, as small as they still can be read
_LINE: Final = 15
_TITLE: Final = 24  #: height of the first row, which is in larger letters
_TAIL: Final = 3  #: letters that a line leaves free, since words are not broken
_FONT: Final = "Times New Roman"
_LINES: Final = {"border": 1, "border_color": "#9AA3AF"}
_STYLES: Final[Mapping[str, Mapping[str, Any]]] = {
    "title": {"bold": True, "font_size": 14},
    "plain": {},
    "told": {"italic": True, "font_color": "#444444"},
    "warn": {"bold": True, "font_color": "#9C2A00"},
    "label": {"bold": True},
    "wrap": {"text_wrap": True, "align": "left", "indent": 1},
    "text": {**_LINES, "text_wrap": True, "align": "left", "indent": 1},
    "cell": {**_LINES, "align": "right"},
    "head": {**_LINES, "bold": True, "text_wrap": True, "align": "center", "valign": "vcenter", "bg_color": "#C9D8EC"},
    "small": {"font_size": 9},
    "area": {"bold": True, "bg_color": "#DCE6F4"},
    "inner": {"bold": True, "bg_color": "#F1F5FB"},
    "input": {"font_color": "#1F3FA0"},
    "value": {"italic": True, "bg_color": "#FFF2C4"},
    "aside": {**_LINES, "align": "right", "font_color": "#7A7A7A", "font_size": 9},
    "link": {"font_color": "#0B4FA8", "underline": 1},
    "centre": {"align": "center", "indent": 0},
    "group": {**_LINES, "bold": True, "bg_color": "#E9E9E9", "align": "left", "indent": 1},
}


class Styles:
    """The formats of a workbook, each made once."""

    def __init__(self, book: Workbook) -> None:
        """Know no format yet."""
        self._book = book
        self._made: dict[tuple[tuple[str, ...], int | None], Format] = {}

    def of(self, names: str, places: int | None = None) -> Format:
        """The format of some styles, later ones over earlier ones, for numbers of so many decimals."""
        key = (tuple(names.split()), places)
        if key not in self._made:
            look: dict[str, Any] = {"font_name": _FONT, "font_size": 11, "valign": "top"}
            for name in key[0]:
                look |= _STYLES[name]
            if places is not None:
                look["num_format"] = "0." + "0" * places if places else "0"
            self._made[key] = self._book.add_format(look)
        return self._made[key]


class Sheet:
    """A sheet that is being written.

    Attributes:
        name: Its name.
        raw: The sheet itself.
    """

    def __init__(self, book: Workbook, styles: Styles, name: str) -> None:
        """Add an empty sheet to a workbook."""
        self.name = name
        self.styles = styles
        self.raw: Worksheet = book.add_worksheet(name)
        self.raw.set_row(0, _TITLE)

    def text(self, row: int, column: int, text: str, style: str) -> None:
        """A text, which never is a formula, a link or a number."""
        said = shown(text)
        if len(said) > MOST_LETTERS:
            said = f"{said[:MOST_LETTERS]} […]"
        self.raw.write_string(row, column, said, self.styles.of(style))

    def number(self, row: int, column: int, number: Decimal | int, style: str, places: int | None = None) -> None:
        """A number as it is."""
        self.raw.write_number(row, column, number, self.styles.of(style, places))

    def formula(
        self, row: int, column: int, formula: str, value: Decimal | int | str, style: str, places: int | None = None
    ) -> None:
        """A formula, with what the library found for it."""
        self.raw.write_formula(row, column, formula, self.styles.of(style, places), value)

    def figure(
        self,
        row: int,
        column: int,
        formula: str | None,
        value: Decimal | int | str,
        style: str,
        places: int | None = None,
    ) -> None:
        """A formula with its value; where there is no formula, the value marked as one."""
        if formula is not None:
            self.formula(row, column, formula, value, style, places)
        elif isinstance(value, str):
            self.text(row, column, value, f"{style} value")
        else:
            self.number(row, column, value, f"{style} value", places)

    def link(self, row: int, column: int, sheet: str, text: str, style: str) -> None:
        """A text that leads to another sheet of the workbook."""
        said = shown(text)[:MOST_LETTERS]
        self.raw.write_url(row, column, f"internal:'{sheet}'!A1", self.styles.of(f"{style} link"), said)

    def across(self, row: int, last: int, text: str, style: str) -> None:
        """A text from the first column to another."""
        if last:
            self.raw.merge_range(row, 0, row, last, "", self.styles.of(style))
        self.text(row, 0, text, style)

    def at(self, row: int, column: int) -> str:
        """The address of a cell, from other sheets."""
        return cell(row, column, self.name)

    def rows(self, first: int, last: int, column: int) -> str:
        """The address of some rows of a column, from other sheets."""
        return column_range(first, last, column, self.name)

    def heights(self, row: int, lines: int) -> None:
        """How many lines of text a row has room for."""
        self.raw.set_row(row, _LINE * lines)

    def print_on(self, widths: list[int], header: range, last_row: int, foot: str, repeat: int = 0) -> None:
        """Pages: A4 on its side, all columns on one, or on several with header and names on each.

        Args:
            widths: The columns' widths; those that are not printed are left out.
            header: The rows that are repeated.
            last_row: The last row.
            foot: What stands at the foot of each page.
            repeat: How many columns stand on each page, where others go on to the next; 0 for one page.
        """
        self.raw.set_landscape()
        self.raw.set_paper(_A4)
        self.raw.set_margins(*map(Decimal, ("0.4", "0.4", "0.5", "0.6")))
        pages = max(1, -(-sum(widths) // _PAGE)) if repeat else 1
        self.raw.fit_to_pages(pages, 0)
        self.raw.print_area(0, 0, last_row, len(widths) - 1)
        if header:
            self.raw.repeat_rows(header[0], header[-1])
        if pages > 1:
            self.raw.repeat_columns(0, repeat - 1)
        said = shown(foot).replace("&", "&&")[:200]
        self.raw.set_footer(f"&L&8{said}&R&8&P/&N")


def lines_of(text: str, width: int) -> int:
    """How many lines a text takes in a column of a width.

    Example:
        >>> lines_of("a short one", 20), lines_of("a longer text that needs two", 20)
        (1, 2)
    """
    return max(1, -(-(len(text) + _TAIL * (len(text) // width)) // width))
