"""The cells of one sheet of a workbook, from whatever format: what each holds, and what is odd about it.

Every reader of a format only says what stands where and how it is shown; what follows from it is decided here, so that
no format knows less than another.
"""

from __future__ import annotations

import math
import re
from array import array
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, Final

import attrs
import numpy as np

from cchc_index.notation.source_text import UNSEEN
from cchc_index.problems.problem import Place, Problem
from cchc_index.reading.grids.cells import (
    EMPTY,
    MOST_CELLS,
    Grid,
    Lexicon,
    Oddity,
    Oddness,
    column_letters,
    column_number,
    is_text,
)
from cchc_index.reading.grids.number_formats import NumberFormat, moment
from cchc_index.reading.grids.package import PackageFault
from cchc_index.values.text import composed

if TYPE_CHECKING:
    from cchc_index.values.exact import IntArray

MOST_NAMED: Final = 100_000  #: cells of one range that are named one by one, whether they hold something or not
_MOST_SOUND: Final = 100_000  #: texts that are remembered to have nothing odd about them
_LONGEST_TEXT: Final = 100  #: characters of texts that are remembered
_NUMBER_LIKE: Final = re.compile(r"[-+(]?[0-9][0-9.,\s\u00a0\u202f]*%?\)?")
_RANGE: Final = re.compile(r"\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6})(?::\$?([A-Z]{1,3})\$?([1-9][0-9]{0,6}))?")
_ADDRESS: Final = re.compile("([A-Z]{1,3})([1-9][0-9]{0,8})")
LAST_COLUMN: Final = 1 << 14  #: columns of a sheet
DIGITS: Final = 15  #: significant digits that a spreadsheet keeps of what is typed
_PLAIN_NUMBER: Final = re.compile(r"(-?)([0-9]+)(?:\.([0-9]*))?")
_NUMBER: Final = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]{1,9})?")
_NO_NUMBERS: Final = frozenset({"nan", "inf", "-inf", "+inf"})
_COLUMN_BITS: Final = 15  #: of a place: its column, and whether a number stands there
_COLUMN_MASK: Final = (1 << _COLUMN_BITS) - 1
NARROW_PLACES: Final = 6  #: decimals from which a number of 32 bits shows digits that nobody types
_LONGEST: Final = 30  #: places before or after the point that anybody types


def is_narrow(number: float) -> bool:
    """Whether a number of 64 bits is one of 32 made wider, whose last digits nobody typed.

    Example:
        >>> is_narrow(95.0999984741211), is_narrow(95.1), is_narrow(0.015625), is_narrow(99.9999999999)
        (True, False, False, False)
    """
    with np.errstate(over="ignore"):
        narrow = np.float32(number)
    return float(narrow) == number and float(str(narrow)) != number


@lru_cache(maxsize=10_000)  # the same numbers stand in all forms
def typed_number(text: str) -> tuple[int, int] | Oddity:
    """A spreadsheet's number as the decimal that was typed: its digits, and how many of them are decimals.

    A number counts as the decimal that its 64 bits print; one with more digits than a spreadsheet keeps of what is
    typed is the result of a computation.

    Raises:
        ValueError: It is no number.

    Example:
        >>> typed_number("85.30"), typed_number("1e-07"), typed_number("33.333333333333336").what
        ((853, 1), (1, 7), 'digits')
    """
    plain = _PLAIN_NUMBER.fullmatch(text)
    if plain is not None:
        sign, whole, fraction = plain[1], plain[2].lstrip("0"), (plain[3] or "").rstrip("0")
        # so few digits are what the number prints
        if len(whole + fraction) <= DIGITS and not (len(fraction) >= NARROW_PLACES and is_narrow(float(text))):
            return int(f"{sign}{whole}{fraction}" if whole or fraction else "0"), len(fraction)
    if not _NUMBER.fullmatch(text):
        if text.lower() in _NO_NUMBERS:
            return Oddity("error", text)
        raise ValueError(text[:40])
    number = float(text)
    if not math.isfinite(number):
        return Oddity("error", repr(number))
    decimal = Decimal(repr(number)).normalize()
    digits, exponent = decimal.as_tuple().digits, decimal.adjusted()
    places = max(0, len(digits) - 1 - exponent)
    if len(digits) > DIGITS or abs(exponent) > _LONGEST or (places >= NARROW_PLACES and is_narrow(number)):
        return Oddity("digits", f"{decimal:f}" if abs(exponent) <= _LONGEST else repr(number))
    return int(decimal.scaleb(places)), places


@attrs.frozen
class Area:
    """A rectangle of cells: its first and last row and column, from 0."""

    top: int
    left: int
    bottom: int
    right: int

    @classmethod
    def read(cls, text: str) -> Area:
        """An area by the addresses of its corners.

        Raises:
            ValueError: It is none.

        Example:
            >>> Area.read("B2:C10"), Area.read("A1").is_cell
            (Area(top=1, left=1, bottom=9, right=2), True)
        """
        found = _RANGE.fullmatch(text)
        if found is None:
            raise ValueError(text[:40])
        top, left = int(found[2]) - 1, column_number(found[1]) - 1
        bottom, right = (int(found[4]) - 1, column_number(found[3]) - 1) if found[3] else (top, left)
        return cls(min(top, bottom), min(left, right), max(top, bottom), max(left, right))

    @property
    def is_cell(self) -> bool:
        """Whether it is one cell."""
        return self.top == self.bottom and self.left == self.right

    def __str__(self) -> str:
        """The addresses of its corners."""
        return f"{address(self.top, self.left)}:{address(self.bottom, self.right)}"


def address(row: int, column: int) -> str:
    """A cell's address, its row and column counted from 0.

    Example:
        >>> address(11, 5)
        'F12'
    """
    return f"{column_letters(column + 1)}{row + 1}"


@lru_cache(maxsize=50_000)  # the same addresses stand in all forms
def place_of(text: str) -> int:
    """The place of an address on its sheet: so many columns in all rows above, and those before it.

    Raises:
        ValueError: It is no address.

    Example:
        >>> place_of("C1"), place_of("A2") == LAST_COLUMN
        (2, True)
    """
    found = _ADDRESS.fullmatch(text)
    number = column_number(found[1]) if found else 0
    if found is None or not 0 < number <= LAST_COLUMN:
        raise ValueError(f"cell {text[:40]}")
    return (int(found[2]) - 1) * LAST_COLUMN + number - 1


@lru_cache(maxsize=10_000)  # codes and titles are the same in all forms
def _oddity_of(text: str) -> tuple[Oddity | None, str]:
    """What is odd about a text, and a character in it that cannot be seen."""
    unseen = ""
    if not text.isascii() or not text.isprintable():
        text = composed(text)
        if found := UNSEEN.search(text):
            unseen = f"U+{ord(found.group()):04X}"
    text = text.strip()
    first = text[:1]
    if first.isdecimal() or (first and first in "-+("):
        return (Oddity("text_number", text) if _NUMBER_LIKE.fullmatch(text) else None), unseen
    if first == "#" and text.endswith(("!", "?", "/A")):
        return Oddity("error", text), unseen
    return None, unseen


class SheetCells:
    """The cells of one sheet as its reader finds them, whatever the format; rows and columns are counted from 0.

    Attributes:
        name: The sheet's name.
        hidden_rows: Rows that nobody sees.
        hidden_columns: Columns that nobody sees, as first and last.
        merged: Areas that are merged.
        computed: Areas of which a formula computes every cell.
        zeros_hidden: Whether the sheet shows no 0.
        repeated: The address of a cell that stands twice; "" for none.
        from_1904: Whether its dates are counted from 1904.
        places: Of each cell that was found its row, its column in 14 bits, and whether it holds a number in the last.
        words: The word of each of these cells; one of `Lexicon.sound` or `Lexicon.plain` may be added without a look.
    """

    def __init__(self, file: str, name: str, lexicon: Lexicon) -> None:
        """Begin without any cell."""
        self.file = file
        self.name = name
        self.lexicon = lexicon
        self.hidden_rows: set[int] = set()
        self.hidden_columns: list[tuple[int, int]] = []
        self.merged: list[Area] = []
        self.computed: list[Area] = []
        self.zeros_hidden = False
        self.repeated = ""
        self.from_1904 = False
        self._conditional: list[tuple[Area, NumberFormat | None]] = []
        self.places, self.words = array("q"), array("q")
        self._odd: dict[tuple[int, int], Oddity] = {}
        self._formulas: set[tuple[int, int]] = set()
        self._unseen: list[Problem] = []

    def number(self, row: int, column: int, text: str, shown: NumberFormat | None) -> None:
        """A number, as the file spells it, and how it is shown.

        Raises:
            ValueError: It is no number.
        """
        found = typed_number(text)
        if isinstance(found, Oddity):
            odd: Oddity | None = found
            word = self.lexicon.texts.word(found.value)
            if shown is not None and found.what == "digits":
                how = shown.misleads(*_digits(found.value))
                odd = Oddity(how, found.value) if how in ("per_cent", "date") else found
        else:
            odd = None
            word = self.lexicon.number(*found)
            how = shown.misleads(*found) if shown is not None else None
            if how == "date":
                odd = Oddity("date", moment(*found, from_1904=self.from_1904))
                word = self.lexicon.texts.word(odd.value)
            elif how is not None:
                odd = Oddity(how, self.lexicon.text(word))
            elif self.zeros_hidden and not found[0]:
                odd = Oddity("shown", "0")
            elif shown is None and len(self.lexicon.plain) < _MOST_SOUND:
                self.lexicon.plain[text] = word
        self._keep(row, column, word, odd, True)

    def odd_number(self, row: int, column: int, text: str, what: Oddness) -> None:
        """A number of which the file itself says what is odd about it.

        Raises:
            ValueError: It is no number.
        """
        found = typed_number(text)
        if isinstance(found, Oddity):
            self._keep(row, column, self.lexicon.texts.word(found.value), Oddity(what, found.value), True)
        else:
            word = self.lexicon.number(*found)
            self._keep(row, column, word, Oddity(what, self.lexicon.text(word)), True)

    def text(self, row: int, column: int, text: str, shown: NumberFormat | None = None) -> None:
        """A text, and how it is shown."""
        word = self.lexicon.sound.get(text) if shown is None or not shown.hides_text else None
        if word is not None:
            self._keep(row, column, word, None, False)
            return
        if shown is None and (known := self.lexicon.alike.get(text)) is not None:
            self._keep(row, column, *known, False)
            return
        odd, unseen = _oddity_of(text) if len(text) <= _LONGEST_TEXT else _oddity_of.__wrapped__(text)
        word = self.lexicon[text]
        if word == EMPTY and not unseen:
            return
        if unseen:
            place = Place(self.file, sheet=self.name, cell=address(row, column))
            self._unseen.append(Problem("file.unseen", place, arguments={"code": unseen}))
            odd = Oddity("unseen", self.lexicon.text(word))
        elif odd is None and len(self.lexicon.sound) < _MOST_SOUND:
            self.lexicon.sound[text] = word
        elif odd is not None and len(self.lexicon.alike) < _MOST_SOUND:
            self.lexicon.alike[text] = word, odd
        if shown is not None and shown.hides_text and (odd is None or odd.what not in ("error", "unseen")):
            odd = Oddity("hidden_text", self.lexicon.text(word))
        self._keep(row, column, word, odd, False)

    def other(self, row: int, column: int, what: Oddness, shown: str) -> None:
        """A cell that holds neither a number nor a text."""
        self._keep(row, column, self.lexicon.texts.word(shown), Oddity(what, shown), False)

    def formula(self, row: int, column: int) -> None:
        """A cell that holds a formula, whatever else is said of it."""
        self._formulas.add((row, column))

    def conditional(self, area: Area, shown: NumberFormat | None) -> None:
        """An area that is sometimes shown in another way; None for showing no value at all."""
        self._conditional.append((area, shown))

    def _keep(self, row: int, column: int, word: int, odd: Oddity | None, numeric: bool) -> None:
        self.places.append(row << _COLUMN_BITS | column << 1 | numeric)
        self.words.append(word)
        if odd is not None:
            self._odd[row, column] = odd

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing on the sheet."""
        return not self.places and not self._formulas

    def grid(self, sha256: str) -> Grid:
        """All that was found, as a grid.

        Raises:
            PackageFault: The last row and column are so far off that the grid between would be too large.
        """
        places, words = np.array(self.places, dtype=np.int64), np.array(self.words, dtype=np.int64)
        rows, columns = places >> _COLUMN_BITS, (places & _COLUMN_MASK) >> 1
        last_row = max([int(rows.max(initial=-1)), *(row for row, _ in self._formulas)])
        last_column = max([int(columns.max(initial=-1)), *(column for _, column in self._formulas)])
        if (last_row + 1) * (last_column + 1) > MOST_CELLS:
            raise PackageFault("workbook.far", cell=address(last_row, last_column))
        cells = np.full((last_row + 1, last_column + 1), EMPTY, dtype=np.int64)
        cells[rows, columns] = words
        typed = np.zeros(cells.shape, dtype=np.bool_)
        typed[rows, columns] = (places & 1 == 1) & ~is_text(words)
        for area in self.computed:
            self._compute(area, rows, columns, last_row, last_column)
        for area, shown in self._conditional:
            self._judge(_inside(area, rows, columns), shown)
        return Grid(
            self.file,
            self.lexicon,
            cells,
            np.arange(1, len(cells) + 1, dtype=np.int64),
            sheet=self.name,
            is_sheet=True,
            odd=self._odd,
            formulas=frozenset(self._formulas),
            typed=typed,
            problems=tuple(self._unseen + self._problems(rows, columns, last_column)),
            sha256=sha256,
        )

    def _compute(self, area: Area, rows: IntArray, columns: IntArray, last_row: int, last_column: int) -> None:
        """Every cell of an area is computed, of a large one those that hold something."""
        bottom, right = min(area.bottom, last_row), min(area.right, last_column)
        if (bottom - area.top + 1) * (right - area.left + 1) <= MOST_NAMED:
            self._formulas.update((r, c) for r in range(area.top, bottom + 1) for c in range(area.left, right + 1))
            return
        inside = _inside(area, rows, columns)
        self._formulas.update(zip(rows[inside].tolist(), columns[inside].tolist(), strict=True))

    def _judge(self, inside: IntArray, shown: NumberFormat | None) -> None:
        """Note which of some cells are shown otherwise where a condition holds."""
        for at in inside.tolist():
            place, word = self.places[at], self.words[at]
            where = (place >> _COLUMN_BITS, (place & _COLUMN_MASK) >> 1)
            odd = self._odd.get(where)
            if not place & 1:
                if (shown is None or shown.hides_text) and (odd is None or odd.what == "text_number"):
                    self._odd[where] = Oddity("hidden_text", self.lexicon.text(word))
            elif odd is None:
                said = self.lexicon.text(word)
                digits, decimals = _digits(said.replace(self.lexicon.declared.decimal, "."))
                if shown is None or shown.misleads(digits, decimals):
                    self._odd[where] = Oddity("shown_conditionally", said)

    def _problems(self, rows: IntArray, columns: IntArray, last_column: int) -> list[Problem]:
        filled_rows = {*rows.tolist(), *(row for row, _ in self._formulas)}
        filled_columns = {*np.unique(columns).tolist(), *(column for _, column in self._formulas)}
        hidden = sorted(self.hidden_rows & filled_rows)
        problems = [Problem("sheet.hidden_row", Place(self.file, row + 1, sheet=self.name)) for row in hidden]
        for first, last in self.hidden_columns:
            for column in range(first, min(last, last_column) + 1):
                if column in filled_columns:
                    arguments = {"column": column_letters(column + 1)}
                    problems.append(
                        Problem("sheet.hidden_column", Place(self.file, sheet=self.name), arguments=arguments)
                    )
        if self.repeated:
            problems.append(Problem("sheet.repeated_cell", Place(self.file, sheet=self.name, cell=self.repeated)))
        for area in self.merged:
            place = Place(self.file, sheet=self.name, cell=address(area.top, area.left))
            problems.append(Problem("sheet.merged", place, arguments={"range": str(area)}))
        return problems


def _inside(area: Area, rows: IntArray, columns: IntArray) -> IntArray:
    down = (rows >= area.top) & (rows <= area.bottom)
    return np.asarray(np.flatnonzero(down & (columns >= area.left) & (columns <= area.right)))


def _digits(text: str) -> tuple[int, int]:
    """A number's digits and decimals."""
    if "e" in text:
        return 1, 0
    whole, _, fraction = text.partition(".")
    return int(whole + fraction), len(fraction)
