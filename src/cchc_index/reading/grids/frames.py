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

import numpy as np

from cchc_index.problems.errors import MissingExtraError
from cchc_index.problems.problem import Place, Problem
from cchc_index.reading.declared import InputFormat
from cchc_index.reading.grids.cells import EMPTY, Grid, Lexicon, Oddity, Oddness, Texts, packed
from cchc_index.values.exact import places_of, to_integer
from cchc_index.values.text import composed

if TYPE_CHECKING:
    import numpy.typing as npt

    from cchc_index.values.exact import IntArray

_DIGITS: Final = {8: 15, 4: 7, 2: 3}  #: significant digits that a float of so many bytes says of any decimal
_MOST_DECIMALS: Final = 6  #: decimals that whole columns are tried for; what has more is looked at by itself
_EXACT: Final = 2**53
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
    reader = _ColumnReader(Lexicon(declared, texts), floats=False)
    columns = [reader.read_objects([row.get(key) for row in rows], number) for number, key in enumerate(keys)]
    return _grid(name, list(keys), columns, reader, len(rows))


def read_frame(data: Any, name: str, declared: InputFormat, texts: Texts) -> Grid:
    """A data frame that narwhals knows (pandas, polars, pyarrow ...) as a grid.

    Raises:
        MissingExtraError: narwhals is not installed (the extra `frames`).
        TypeError: It is no eager data frame.
    """
    try:
        import narwhals as nw
    except ImportError as error:
        raise MissingExtraError("frames", "narwhals") from error
    try:
        frame = nw.from_native(data, eager_only=True)
    except TypeError:
        problem = Problem("table.kind", Place(name), arguments={"kind": type(data).__name__})
        return Grid.unreadable(name, declared, [problem])
    except nw.exceptions.DuplicateError:
        frame = None
    if twice := _repeated_names(data):
        places = [Place(name, header=header) for header in twice]
        problems = [
            Problem("table.header_twice", place, arguments={"header": place.header or "", "first": a, "second": b})
            for place, (a, b) in zip(places, twice.values(), strict=True)
        ]
        return Grid.unreadable(name, declared, problems)
    reader = _ColumnReader(Lexicon(declared, texts), floats=True)
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
    head = [reader.lexicon[composed(str(key)).strip()] for key in keys]
    cells = np.empty((size + 1, len(keys)), dtype=np.int64, order="F")
    for number, column in enumerate(columns):
        cells[0, number], cells[1:, number] = head[number], column
    problems = () if size and keys else (Problem("table.empty", Place(name)),)
    return Grid(name, reader.lexicon, cells, np.arange(size + 1, dtype=np.int64), odd=reader.odd, problems=problems)


class _ColumnReader:
    """Makes words of columns of values, and notes those that cannot be taken."""

    def __init__(self, lexicon: Lexicon, *, floats: bool) -> None:
        self.lexicon = lexicon
        self.odd: dict[tuple[int, int], Oddity] = {}
        self.floats = floats

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
        left = ~np.isnan(numbers)
        for places in range(_MOST_DECIMALS + 1) if numbers.dtype.itemsize == 8 else ():
            short = left & (np.abs(numbers) < 10 ** (_DIGITS[8] - places))
            scaled = np.rint(np.where(short, numbers, 0) * 10**places)
            # the quotient is the float nearest to the decimal: the number prints so if, and only if, it is that float
            found = short & (scaled / 10**places == numbers)
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
        if digits > _DIGITS.get(np.asarray(number).dtype.itemsize, _DIGITS[8]):
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
        if self.floats and isinstance(value, float | np.floating):
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
