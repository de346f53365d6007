"""A grid: the cells of any source, each a text, a place, and what is odd about it.

A cell is kept as one whole number, its *word*: a number that is written plainly says itself (mantissa and decimals),
any other text is a place in a list of distinct texts. So a table of two million cells is two million integers, each
distinct text is looked at once, and whole columns are parsed without a loop.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Final, Literal

import attrs
import numpy as np

from cchc_index.problems.problem import Place, Problem
from cchc_index.reading.declared import InputFormat
from cchc_index.values.exact import LONGEST_NUMBER, to_decimal
from cchc_index.values.text import composed

if TYPE_CHECKING:
    import numpy.typing as npt

    from cchc_index.values.exact import BoolArray, IntArray

MOST_CELLS: Final = 5 * 10**6  #: of a table, or of the rectangle that holds all cells of a sheet
MOST_PROBLEMS: Final = 10_000  #: after so many a table is not read further: they come from one cause
_MOST_KEPT: Final = 100_000  #: distinct cells whose word is remembered; more are looked at again

#: the last bits of a word say what the cell is: up to 15 decimals of a number, or one of these
_BITS: Final = 5
_KIND: Final = (1 << _BITS) - 1
_MOST_PLACES: Final = 15
_MOST_MANTISSA: Final = 1 << (62 - _BITS)
TEXT: Final = 16  #: kind: a text, of which the word holds the place in the list
EMPTY: Final = 17  #: word and kind: nothing, or blanks alone
FAULTY: Final = 18  #: word and kind: something of which it has been told that it cannot be taken

#: what may be odd about a cell, as its source's inspection says
Oddness = Literal[
    "per_cent",  # a number shown as a hundred times what is kept
    "shown",  # a number whose format shows another one, or none
    "shown_conditionally",  # a number that a conditional format shows otherwise
    "hidden_text",  # a text that its format hides
    "date",  # a date, a time or a duration
    "boolean",
    "error",  # an error of a formula
    "digits",  # more digits than anybody types
    "noise",  # the same of a program's float
    "infinite",
    "text_number",  # a number kept as text where numbers are kept as numbers
    "kind",  # a value of a program that says no decimal
    "unseen",  # a character in it that cannot be seen, which the source tells
]
#: the message of each, the same whatever the source
MESSAGES: Final[Mapping[str, str]] = {
    "per_cent": "value.per_cent_cell",
    "shown": "value.shown",
    "shown_conditionally": "value.shown_conditionally",
    "hidden_text": "value.hidden_text",
    "date": "value.date",
    "boolean": "value.boolean",
    "error": "value.cell_error",
    "digits": "value.digits",
    "noise": "value.noise",
    "infinite": "value.infinite",
    "text_number": "value.text_number",
    "kind": "value.kind",
    "unseen": "",  # told of the source as a whole, whether the cell counts or not
}


@attrs.frozen
class Oddity:
    """What is odd about a cell.

    Attributes:
        what: The kind of oddity.
        value: The cell as a message shows it.
        kind: The type of a program's value.
    """

    what: Oddness
    value: str
    kind: str = ""


class Texts:
    """The distinct texts of sources that are read together, by their places in words.

    Attributes:
        texts: The texts.
        spelt: The whole number and decimals of those texts that spell a number a word cannot hold plainly (with
            marks between thousands, -0, too many digits), by place.
    """

    def __init__(self) -> None:
        """Begin without any."""
        self.texts: list[str] = []
        self.spelt: dict[int, tuple[int, int]] = {}
        self._places: dict[tuple[str, tuple[int, int] | None], int] = {}
        self._lexicons: dict[InputFormat, Lexicon] = {}

    def lexicon(self, declared: InputFormat) -> Lexicon:
        """The lexicon of all sources declared alike, so that each distinct cell of theirs is looked at once."""
        found = self._lexicons.get(declared)
        if found is None:
            found = self._lexicons[declared] = Lexicon(declared, self)
        return found

    def word(self, text: str, number: tuple[int, int] | None = None) -> int:
        """The word of a text, which may spell a number where it stands."""
        place = self._places.setdefault((text, number), len(self.texts))
        if place == len(self.texts):
            self.texts.append(text)
            if number is not None:
                self.spelt[place] = number
        return (place << _BITS) | TEXT

    def text(self, word: int) -> str:
        """The text that a word is the place of."""
        return self.texts[word >> _BITS]

    def read_numbers(self, words: IntArray) -> tuple[IntArray, IntArray, BoolArray]:
        """A column's numbers, each in units of its own last decimal, their decimals, and which words are numbers.

        What is no number is 0. Numbers beyond 64 bits come in a column of Python's whole numbers.
        """
        kinds = words & _KIND
        is_number = np.asarray(kinds < TEXT, dtype=np.bool_)
        mantissas, places = words >> _BITS, kinds
        if is_number.all():
            return mantissas, places, is_number
        mantissas, places = np.where(is_number, mantissas, 0), np.where(is_number, places, 0)
        texts = np.flatnonzero(kinds == TEXT) if self.spelt else np.zeros(0, dtype=np.int64)
        if len(texts):
            distinct, which = np.unique(words[texts] >> _BITS, return_inverse=True)
            spelt = [self.spelt.get(place) for place in distinct.tolist()]
            numbers = [found or (0, 0) for found in spelt]
            is_large = any(abs(mantissa) >= _MOST_MANTISSA for mantissa, _ in numbers)
            mantissas = mantissas.astype(object) if is_large else mantissas
            mantissas[texts] = np.array([each for each, _ in numbers], dtype=mantissas.dtype)[which]
            places[texts] = np.array([each for _, each in numbers], dtype=np.int64)[which]
            is_number[texts] = np.array([found is not None for found in spelt], dtype=np.bool_)[which]
        return mantissas, places, is_number


class _Said(dict[int, str]):
    """The texts of words, each written once while there is room."""

    def __init__(self, say: Callable[[int], str]) -> None:
        super().__init__()
        self.say = say

    def __missing__(self, word: int) -> str:
        if len(self) >= _MOST_KEPT:
            self.clear()
        text = self[word] = self.say(word)
        return text


def mark_faults(declared: InputFormat) -> Iterator[tuple[str, str, str]]:
    """What cannot be declared of marks: the attribute, the message's key, and what was found.

    Two marks that are one would leave a number with two readings.

    Example:
        >>> list(mark_faults(InputFormat(thousands=".")))
        [('thousands', 'cycle.thousands', '.')]
    """
    decimal, thousands, delimiter = declared.decimal, declared.thousands, declared.delimiter
    if decimal not in (".", ","):
        yield "decimal", "cycle.decimal", decimal
    if thousands not in ("", ".", ",", " ") or thousands in (decimal, delimiter or None):
        yield "thousands", "cycle.thousands", thousands
    if delimiter and (len(delimiter) != 1 or delimiter == decimal or delimiter in '"\n\r'):
        yield "delimiter", "cycle.delimiter", delimiter


class Lexicon(dict[str, int]):
    """The words of cells as a source's format declares them; each distinct cell is looked at once.

    Attributes:
        declared: How the source is to be read.
        texts: The list that its texts go to.
        sound: The words of texts of sheets of which nothing is odd; forms say the same in most of their cells.
        plain: The words of numbers of sheets, as a file spells them, that are shown as they are.
        alike: The words of texts of sheets that look like numbers, each with what is odd about it.

    Example:
        >>> lexicon = Lexicon(InputFormat(decimal=",", thousands="."), Texts())
        >>> words = [lexicon[cell] for cell in ("95,50", "1.234,5", "1.23", " ", "có")]
        >>> [lexicon.text(word) for word in words]
        ['95,50', '1.234,5', '1.23', '', 'có']
        >>> numbers, places, is_number = lexicon.texts.read_numbers(np.array(words))
        >>> numbers.tolist(), places.tolist(), is_number.tolist()
        ([9550, 12345, 0, 0, 0], [2, 1, 0, 0, 0], [True, True, False, False, False])
    """

    def __init__(self, declared: InputFormat, texts: Texts) -> None:
        """Take how the source is to be read, and the list that its texts go to."""
        super().__init__()
        self.declared = declared
        self.texts = texts
        self.sound: dict[str, int] = {}
        self.plain: dict[str, int] = {}
        self.alike: dict[str, tuple[int, Oddity]] = {}
        self._said = _Said(self._say)
        mark, point = re.escape(declared.thousands), re.escape(declared.decimal)
        whole = "0|[1-9][0-9]*"
        if declared.thousands:
            whole += f"|[1-9][0-9]{{0,2}}(?:{mark}[0-9]{{3}})+"
        self._number = re.compile(rf"(-?)({whole})(?:{point}([0-9]+))?")

    def __missing__(self, cell: str) -> int:
        """Look at a cell that is new, or forgotten."""
        if len(self) >= _MOST_KEPT:
            self.clear()
        word = self[cell] = self.word(composed(cell).strip())
        return word

    def word(self, text: str) -> int:
        """The word of a text that is composed, and has no blanks around it."""
        if not text:
            return EMPTY
        number = self._parse(text)
        if number is None:
            return self.texts.word(text)
        mantissa, places = number
        if places <= _MOST_PLACES and -_MOST_MANTISSA < mantissa < _MOST_MANTISSA:
            word = (mantissa << _BITS) | places
            if self.text(word) == text:
                return word
        return self.texts.word(text, number)

    def number(self, mantissa: int, places: int) -> int:
        """The word of a number that is no text in its source."""
        if places <= _MOST_PLACES and -_MOST_MANTISSA < mantissa < _MOST_MANTISSA:
            return (mantissa << _BITS) | places
        return self.texts.word(_written(mantissa, places, self.declared.decimal), (mantissa, places))

    def _parse(self, text: str) -> tuple[int, int] | None:
        """The whole number and decimals that a text spells as its source declares; None for one that spells none.

        Digits, at most one decimal mark with digits on both sides, an optional minus, and groups of three as
        declared; no exponent, no leading zeros, no digits of other scripts.
        """
        if len(text) > LONGEST_NUMBER:
            return None
        if self.declared.thousands == " ":
            text = text.replace("\u00a0", " ").replace("\u202f", " ")
        found = self._number.fullmatch(text)
        if found is None:
            return None
        sign, whole, decimals = found.groups()
        if self.declared.thousands:
            whole = whole.replace(self.declared.thousands, "")
        return int(sign + whole + (decimals or "")), len(decimals or "")

    def text(self, word: int) -> str:
        """The text of a word, as its source writes it; "" for one that holds none."""
        return self._said[word]

    def said(self, words: Iterable[int]) -> list[str]:
        """The texts of words; what stands in many cells is written once."""
        return list(map(self._said.__getitem__, words))

    def _say(self, word: int) -> str:
        kind = word & _KIND
        if kind < TEXT:
            return _written(word >> _BITS, kind, self.declared.decimal)
        return self.texts.texts[word >> _BITS] if kind == TEXT else ""


def _written(mantissa: int, places: int, decimal: str) -> str:
    if not places:
        return str(mantissa)
    digits = str(abs(mantissa)).rjust(places + 1, "0")
    return f"{'-' if mantissa < 0 else ''}{digits[:-places]}{decimal}{digits[-places:]}"


def packed(mantissas: IntArray, places: int) -> IntArray:
    """The words of numbers of at most fifteen digits, in units of a last decimal.

    Example:
        >>> lexicon = Lexicon(InputFormat(), Texts())
        >>> [lexicon.text(word) for word in packed(np.array([9550, -7]), 2).tolist()]
        ['95.50', '-0.07']
    """
    return np.asarray((mantissas << _BITS) | places, dtype=np.int64)


def is_text(words: IntArray) -> BoolArray:
    """Which words are texts that are not plainly written numbers."""
    return np.asarray(words & _KIND == TEXT, dtype=np.bool_)


def is_plain_number(word: int) -> bool:
    """Whether a word is a plainly written number."""
    return word & _KIND < TEXT


@attrs.frozen(eq=False)
class Grid:
    """The cells of a table, a sheet or a program's rows.

    Attributes:
        name: The source as the user named it.
        lexicon: What its words mean.
        cells: The words, row by row and column by column; all rows are of one length.
        lines: The line of each row, as the source counts them.
        sheet: The sheet of a workbook.
        is_sheet: Whether its cells have addresses as a spreadsheet's do.
        across: The line of each column, where rows stand for the source's columns; None where they do not.
        odd: What is odd about cells, by row and column from 0.
        formulas: Cells that hold a formula, by row and column from 0.
        typed: Which cells a spreadsheet keeps as numbers, whatever they look like; None where it cannot be told.
        floats: Codes that a program keeps as floats, by row and column from 0.
        text_numbers: In raw records, texts that look like numbers; of what they mean nobody can be sure.
        ragged: Rows that have more or fewer cells than the first, with line and words; they stand in no other place.
        blank: Lines of rows without anything in them, before the last that has something.
        problems: What is wrong with the source as a whole.
        sha256: SHA-256 of the file's bytes; "" for what is no file.
        whole: Whether all of it could be read.
    """

    name: str
    lexicon: Lexicon
    cells: IntArray
    lines: npt.NDArray[np.int64]
    sheet: str = ""
    is_sheet: bool = False
    across: npt.NDArray[np.int64] | None = None
    odd: Mapping[tuple[int, int], Oddity] = attrs.field(factory=dict)
    formulas: frozenset[tuple[int, int]] = frozenset()
    typed: BoolArray | None = None
    floats: frozenset[tuple[int, int]] = frozenset()
    text_numbers: frozenset[tuple[int, int]] = frozenset()
    ragged: Sequence[tuple[int, tuple[int, ...]]] = ()
    blank: Sequence[int] = ()
    problems: tuple[Problem, ...] = ()
    sha256: str = ""
    whole: bool = True

    @property
    def has_addresses(self) -> bool:
        """Whether a cell is told by its address; where rows stand for columns, a line says too little."""
        return self.is_sheet or self.across is not None

    @property
    def declared(self) -> InputFormat:
        """How it is to be read."""
        return self.lexicon.declared

    @classmethod
    def unreadable(cls, name: str, declared: InputFormat, problems: Sequence[Problem], sha256: str = "") -> Grid:
        """A source of which nothing could be read."""
        nothing = np.full((0, 0), EMPTY, dtype=np.int64)
        lexicon = Lexicon(declared, Texts())
        lines = np.zeros(0, dtype=np.int64)
        return cls(name, lexicon, nothing, lines, problems=tuple(problems), sha256=sha256, whole=False)

    def text(self, row: int, column: int) -> str:
        """A cell's text, as the source writes it."""
        return self.lexicon.text(int(self.cells[row, column]))

    def number(self, row: int, column: int) -> Decimal | None:
        """The number in a cell; None where there is none."""
        if (row, column) in self.text_numbers:
            return None
        mantissas, places, is_number = self.lexicon.texts.read_numbers(self.cells[row : row + 1, column])
        return to_decimal(int(mantissas[0]), int(places[0])) if is_number[0] else None

    def texts(self, row: int) -> list[str]:
        """A row's texts."""
        return self.lexicon.said(self.cells[row].tolist())

    def down(self, column: int) -> list[str]:
        """A column's texts."""
        return self.lexicon.said(self.cells[:, column].tolist())

    def is_typed_number(self, row: int, column: int) -> bool:
        """Whether a spreadsheet keeps a cell as a number, or a program a code as a float, whatever it looks like."""
        return bool(self.typed[row, column]) if self.typed is not None else (row, column) in self.floats

    def is_whole(self, row: int, column: int) -> bool:
        """Whether a number has no decimals: typed as a code, 1 can be no 1.10."""
        return int(self.cells[row, column]) & _KIND == 0

    def fault(self, row: int, column: int, *, is_label: bool = False) -> tuple[str, Mapping[str, str]] | None:
        """Why a cell cannot be taken as a value: a message's key and its blanks; None for one that can.

        The key is "" where the source's own problems tell of it.

        The one place that judges oddities, whatever door a cell comes by: a formula counts only where its result may
        be taken, and a number kept as text only where its marks are declared, or the answer is a label and no number.
        """
        odd = self.odd.get((row, column))
        if (row, column) in self.formulas and (odd is None or odd.what != "error"):
            if self.declared.formulas == "refuse":
                return "value.formula", {}
            if self.cells[row, column] == EMPTY:
                return "value.no_cache", {}
        if odd is None or (odd.what == "text_number" and (self.declared.marked or is_label)):
            return None
        return MESSAGES[odd.what], {"value": odd.value, "kind": odd.kind}

    def of_records(self) -> Grid:
        """The grid of raw records, in which a date is a day and no code that was turned into one, and 01 is a text.

        Values of criteria are asked for as numbers; records hold days and identifiers beside numbers.
        """
        texts = frozenset(at for at, odd in self.odd.items() if odd.what == "text_number")
        odd = {at: odd for at, odd in self.odd.items() if odd.what not in ("date", "text_number")}
        return attrs.evolve(self, odd=odd, text_numbers=frozenset() if self.declared.marked else texts)

    def address(self, row: int, column: int) -> str:
        """The address of a cell as a spreadsheet shows it, its row and column here counted from 0."""
        if self.across is not None:
            return f"{column_letters(int(self.lines[row]))}{int(self.across[column])}"
        return f"{column_letters(column + 1)}{int(self.lines[row])}"

    def place(self, row: int, column: int | None = None, *, unit: str = "", header: str = "") -> Place:
        """Where a row stands, or one cell of it; a row that is a column of the source is told by its first cell."""
        if column is None and self.across is not None:
            column = 0
        cell = self.address(row, column) if column is not None and self.has_addresses else None
        return Place(
            self.name,
            int(self.lines[row]),
            unit=unit or None,
            header=header or None,
            sheet=self.sheet or None,
            cell=cell,
        )

    def turned(self) -> Grid:
        """The grid with rows for columns; places stay those of the source."""
        return attrs.evolve(
            self,
            cells=self.cells.T,
            lines=np.arange(1, self.cells.shape[1] + 1, dtype=np.int64),
            across=self.lines,
            odd={(column, row): found for (row, column), found in self.odd.items()},
            formulas=frozenset((column, row) for row, column in self.formulas),
            typed=self.typed.T if self.typed is not None else None,
            floats=frozenset((column, row) for row, column in self.floats),
        )


def column_letters(number: int) -> str:
    """The letters of a spreadsheet's column, counted from 1.

    Example:
        >>> column_letters(1), column_letters(27), column_letters(16384)
        ('A', 'AA', 'XFD')
    """
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """The number of a column, from 1.

    Example:
        >>> column_number("A"), column_number("AA"), column_number("XFD")
        (1, 27, 16384)
    """
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number
