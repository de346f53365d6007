"""Data frames and rows of dicts into a grid: each value as the decimal it prints, or as what it cannot be taken for.

A float counts as the decimal it prints, if anybody would type it: with more than fifteen digits (seven for 32 bits) it
is the result of a computation, and refused as in a workbook. Floats are looked at in whole columns: a float that is the
nearest one to a decimal of few digits prints that decimal.
"""

from __future__ import annotations

import datetime
import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

import attrs
import numpy as np

from cchc_index.notation.source_text import UNSEEN
from cchc_index.problems.errors import MissingExtraError
from cchc_index.problems.problem import Place, Problem
from cchc_index.reading.declared import InputFormat
from cchc_index.reading.grids.cells import EMPTY, MOST_PROBLEMS, Grid, Lexicon, Oddity, Oddness, Texts, packed
from cchc_index.reading.grids.sheet_cells import NARROW_PLACES, is_narrow
from cchc_index.values.exact import places_of, to_integer
from cchc_index.values.headings import meaning_of
from cchc_index.values.text import composed

if TYPE_CHECKING:
    import numpy.typing as npt

    from cchc_index.values.exact import IntArray

_DIGITS: Final = {8: 15, 4: 7, 2: 3}  #: significant digits that a float of so many bytes says of any decimal
_WIDE: Final = 8
_MOST_DECIMALS: Final = 6  #: decimals that whole columns are tried for; what has more is looked at by itself
_WIDE_INTEGERS: Final = ("Int128", "UInt128")  #: no array of numbers holds them
_LONGEST_NUMBER: Final = 130  #: bits of a number of forty digits
_LONGEST: Final = 80  #: characters of a refused value that are shown


def read_rows(rows: Sequence[Mapping[object, object]], name: str, declared: InputFormat, texts: Texts) -> Grid:
    """Rows of dicts as a grid: texts, `decimal.Decimal`, int, bool or None; a column for each key.

    A float in a dict is refused: a program that has dicts can say which decimal it means.
    """
    keys: dict[object, None] = {}
    for row in rows:
        keys.update(dict.fromkeys(row))
    reader = _ColumnReader(Lexicon(declared, texts), list(keys), takes_floats=False)
    columns = [reader.read_objects([row.get(key) for row in rows], number) for number, key in enumerate(keys)]
    return _grid(name, list(keys), columns, reader, len(rows))


def read_frame(data: Any, name: str, declared: InputFormat, texts: Texts) -> Grid:
    """A data frame that narwhals knows (pandas, polars, pyarrow ...) as a grid.

    What is no eager data frame is a grid that says so in its problems.

    Raises:
        MissingExtraError: narwhals is not installed (the extra `frames`).
    """
    try:
        import narwhals as nw
    except ImportError as error:
        raise MissingExtraError("frames", "narwhals") from error
    try:
        frame = nw.from_native(data, eager_only=True)
    except TypeError:
        arguments = {"argument": "data" if name == "rows" else name, "kind": type(data).__name__}
        return Grid.unreadable(name, declared, [Problem("table.kind", arguments=arguments)])
    except nw.exceptions.DuplicateError:
        frame = None
    if twice := _repeated_names(data):
        places = [Place(name, header=header) for header in twice]
        problems = [
            Problem("table.header_twice", place, arguments={"header": place.header or "", "first": a, "second": b})
            for place, (a, b) in zip(places, twice.values(), strict=True)
        ]
        return Grid.unreadable(name, declared, problems)
    reader = _ColumnReader(Lexicon(declared, texts), frame.columns, takes_floats=True)
    columns = [reader.read_series(series, number) for number, series in enumerate(frame.iter_columns())]
    return _grid(name, frame.columns, columns, reader, len(frame))


def _repeated_names(data: Any) -> dict[str, tuple[str, str]]:
    """Columns of one name, with the numbers of the first two; libraries refuse or number them without a word."""
    names = [composed(str(each)).strip() for each in _names(data)]
    twice = [each for each, times in Counter(names).items() if times > 1]
    return {each: (str(names.index(each) + 1), str(names.index(each, names.index(each) + 1) + 1)) for each in twice}


def _names(data: Any) -> Iterable[object]:
    names = getattr(data, "column_names", None)  # pyarrow's columns are their values
    found = getattr(data, "columns", ()) if names is None else names
    return found if isinstance(found, Iterable) else ()


def _grid(name: str, keys: Sequence[object], columns: list[IntArray], reader: _ColumnReader, size: int) -> Grid:
    lexicon = reader.lexicon
    cells = np.empty((size + 1, len(keys)), dtype=np.int64, order="F")
    for number, (key, column) in enumerate(zip(keys, columns, strict=True)):
        title = composed(str(key)).strip()
        if isinstance(key, datetime.date):
            title = str(key)[: len("2024-01-02")]
            reader.odd[0, number] = Oddity("date", title)
        elif isinstance(key, float | np.floating):
            reader.float_codes.add((0, number))
        cells[0, number], cells[1:, number] = lexicon[title], column
    grid = Grid(
        name,
        lexicon,
        cells,
        np.arange(size + 1, dtype=np.int64),
        odd=reader.odd,
        floats=frozenset(reader.float_codes),
        problems=() if size and keys else (Problem("table.empty", Place(name)),),
    )
    return _without_unseen(grid)


def _without_unseen(grid: Grid) -> Grid:
    """The grid, which tells of texts with characters in them that cannot be seen; such a cell counts for nothing."""
    texts = grid.lexicon.texts
    hidden = {
        texts.word(text, texts.spelt.get(place)): found.group()
        for place, text in enumerate(texts.texts)
        if not (text.isascii() and text.isprintable()) and (found := UNSEEN.search(text))
    }
    if not hidden:
        return grid
    problems = list(grid.problems)
    odd = dict(grid.odd)
    for row, column in np.argwhere(np.isin(grid.cells, list(hidden))).tolist()[:MOST_PROBLEMS]:
        place = grid.place(row, header=grid.text(0, column)) if row else Place(grid.name, header=grid.text(0, column))
        code = f"U+{ord(hidden[int(grid.cells[row, column])]):04X}"
        problems.append(Problem("file.unseen", place, arguments={"code": code}))
        odd[row, column] = Oddity("unseen", grid.text(row, column))
    return attrs.evolve(grid, odd=odd, problems=tuple(problems))


class _ColumnReader:
    """Makes words of columns of values, and notes those that cannot be taken."""

    def __init__(self, lexicon: Lexicon, keys: Sequence[object], *, takes_floats: bool) -> None:
        self.lexicon = lexicon
        self.odd: dict[tuple[int, int], Oddity] = {}
        self.takes_floats = takes_floats
        self.codes = {number for number, key in enumerate(keys) if meaning_of(composed(str(key)).strip()) == "code"}
        self.float_codes: set[tuple[int, int]] = set()

    def read_series(self, series: Any, column: int) -> IntArray:
        """A frame's column; whole columns of numbers without a loop."""
        kind = series.dtype
        if kind.is_float():
            numbers = np.asarray(series.to_numpy())  # a missing number is NaN there
            if numbers.dtype.kind == "f":
                return self._read_floats(numbers, column)
        if kind.is_integer() and str(kind) not in _WIDE_INTEGERS and not series.is_null().any():
            numbers = np.asarray(series.to_numpy())
            if numbers.dtype.kind in "iu" and numbers.size and _is_short(numbers):
                return packed(numbers.astype(np.int64), 0)
        absent = series.is_null().to_list()
        values = series.to_list()
        return self.read_objects([None if gone else each for each, gone in zip(values, absent, strict=True)], column)

    def _read_floats(self, numbers: npt.NDArray[np.floating[Any]], column: int) -> IntArray:
        words = np.full(len(numbers), EMPTY, dtype=np.int64)
        if column in self.codes:
            self.float_codes.update((row, column) for row in range(1, len(numbers) + 1))
        left = ~np.isnan(numbers)
        for places in range(_MOST_DECIMALS + 1) if numbers.dtype.itemsize == 8 else ():
            short = left & (np.abs(numbers) < 10 ** (_DIGITS[8] - places))
            scaled = np.rint(np.where(short, numbers, 0) * 10**places)
            # the quotient is the float nearest to the decimal: the number prints so if, and only if, it is that float
            found = short & (scaled / 10**places == numbers)
            if places >= NARROW_PLACES:  # of 32 bits before: looked at by itself
                with np.errstate(over="ignore"):
                    found &= numbers.astype(np.float32) != numbers
            words[found] = packed(scaled[found].astype(np.int64), places)
            left &= ~found
            if not left.any():
                return words
        for row in np.flatnonzero(left).tolist():
            words[row] = self._read_float(numbers[row], row, column)
        return words

    def _read_float(self, number: Any, row: int, column: int) -> int:
        """One float, by the shortest decimal that says it at its own width."""
        if not math.isfinite(number):
            return self._odd(row, column, "infinite", str(number))
        decimal = Decimal(np.format_float_positional(number, unique=True, trim="-"))
        digits = len(decimal.normalize().as_tuple().digits)
        width = np.asarray(number).dtype.itemsize
        was_narrow = width == _WIDE and places_of(decimal) >= NARROW_PLACES and is_narrow(float(number))
        if digits > _DIGITS.get(width, _DIGITS[_WIDE]) or was_narrow:
            return self._odd(row, column, "noise", f"{decimal:f}")
        return self._read_decimal(decimal)

    def _read_decimal(self, decimal: Decimal) -> int:
        places = places_of(decimal)
        return self.lexicon.number(to_integer(decimal, places), places)

    def read_objects(self, values: list[object], column: int) -> IntArray:
        """Values of any kind; each distinct text is looked at once."""
        lexicon = self.lexicon
        words = [
            lexicon[value]
            if value.__class__ is str
            else EMPTY
            if value is None
            else self._read_value(value, row, column)
            for row, value in enumerate(values)
        ]
        return np.array(words, dtype=np.int64)

    def _read_value(self, value: object, row: int, column: int) -> int:
        if isinstance(value, str):
            return self.lexicon[str(value)]
        if isinstance(value, bool | np.bool_):
            return self.lexicon["yes" if value else "no"]
        if isinstance(value, int) and value.bit_length() > _LONGEST_NUMBER:
            return self._odd(row, column, "noise", f"{value:#x}"[:_LONGEST] + "…")
        if isinstance(value, int | np.integer):
            return self.lexicon.number(int(value), 0)
        if isinstance(value, Decimal) and value.is_finite():
            return self._read_decimal(value) if value.adjusted() < _LONGEST else self._odd_kind(value, row, column)
        if self.takes_floats and isinstance(value, float | np.floating):
            if column in self.codes:
                self.float_codes.add((row + 1, column))
            return EMPTY if math.isnan(value) else self._read_float(value, row, column)
        if isinstance(value, datetime.date | datetime.timedelta) and value != value:  # noqa: PLR0124 - pandas' NaT
            return EMPTY
        if isinstance(value, datetime.date | datetime.time | datetime.timedelta | np.datetime64 | np.timedelta64):
            return self._odd(row, column, "date", str(value))
        return self._odd_kind(value, row, column)

    def _odd_kind(self, value: object, row: int, column: int) -> int:
        shown = repr(value)
        shown = shown if len(shown) <= _LONGEST else f"{shown[:_LONGEST]}…"
        self.odd[row + 1, column] = Oddity("kind", shown, type(value).__name__)
        return self.lexicon.texts.word(shown)

    def _odd(self, row: int, column: int, what: Oddness, value: str) -> int:
        self.odd[row + 1, column] = Oddity(what, value)
        return self.lexicon.texts.word(value)


def _is_short(numbers: npt.NDArray[np.integer[Any]]) -> bool:
    return bool(numbers.max() < 10**15 and numbers.min() > -(10**15))
