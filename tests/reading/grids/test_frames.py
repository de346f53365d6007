"""A frame's numbers count as the decimals they print; what nobody types is odd, whatever the frame's library."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import hypothesis.strategies as st
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given

from cchc_index.reading.declared import InputFormat
from cchc_index.reading.grids.cells import Grid, Texts
from cchc_index.reading.grids.frames import read_frame, read_rows
from cchc_index.reading.grids.sheet_cells import is_narrow

Maker = Callable[[dict[str, Any]], Any]
MAKERS: dict[str, Maker] = {"pandas": pd.DataFrame, "polars": pl.DataFrame, "pyarrow": pa.table}


def _grid(frame: object) -> Grid:
    return read_frame(frame, "frame", InputFormat(), Texts())


def _column(grid: Grid, column: int) -> list[str]:
    return [grid.text(row, column) for row in range(1, len(grid.cells))]


@given(st.lists(st.floats(allow_nan=False, allow_infinity=False), min_size=1))
def test_a_float_is_the_decimal_it_prints_or_odd(values: list[float]) -> None:
    """Those floats count that print at most fifteen digits and were no 32 bits before, each as what it prints."""
    grid = _grid(pd.DataFrame({"a": values}))

    for row, value in enumerate(values, 1):
        printed = Decimal(repr(value))
        was_narrow = is_narrow(value) and "." in f"{printed:f}" and len(f"{printed:f}".partition(".")[2]) >= 6
        if len(printed.normalize().as_tuple().digits) <= 15 and not was_narrow:
            assert (row, 0) not in grid.odd
            assert grid.number(row, 0) == printed
        else:
            assert grid.odd[row, 0].what == "noise"


@pytest.mark.parametrize("library", MAKERS)
@pytest.mark.parametrize("places", range(5))
def test_whole_columns_of_typed_decimals_are_read_as_typed(library: str, places: int) -> None:
    """Every decimal of so many places from -100 to 100 comes back as itself."""
    numbers = range(-(10 ** (places + 2)), 10 ** (places + 2), max(1, 10**places // 7))
    decimals = [Decimal(number).scaleb(-places) for number in numbers]
    grid = _grid(MAKERS[library]({"a": [float(decimal) for decimal in decimals]}))

    assert not grid.odd
    assert [grid.number(row, 0) for row in range(1, len(grid.cells))] == decimals


@pytest.mark.parametrize(
    ("frame", "texts"),
    [
        (pd.DataFrame({"a": np.array([95.1, 3.3], dtype=np.float32)}), ["95.1", "3.3"]),
        (pd.DataFrame({"a": np.array([95.1, 3.3], dtype=np.float16)}), ["95.1", "3.3"]),
        (pd.DataFrame({"a": pd.array([95.1, None], dtype="Float32")}), ["95.1", ""]),
        (pd.DataFrame({"a": pd.Series([np.float32(95.1), float("nan")], dtype=object)}), ["95.1", ""]),
        (pd.DataFrame({"a": pd.array([96, pd.NA], dtype="Int64")}), ["96", ""]),
        (pd.DataFrame({"a": pd.Categorical([95.1, 1])}), ["95.1", "1"]),
        (pd.DataFrame({"a": pd.Categorical(["1.5", "na"])}), ["1.5", "na"]),
        (pd.DataFrame({"a": [True, False]}), ["yes", "no"]),
        (pd.DataFrame({"a": np.array([95.5, 1], dtype=np.longdouble)}), ["95.5", "1"]),
        (pd.DataFrame({"a": pd.Series([pd.NaT, 1], dtype=object)}), ["", "1"]),
        (pl.DataFrame({"a": pl.Series([7, None], dtype=pl.Int128)}), ["7", ""]),
        (pd.DataFrame({"a": [Decimal("1.50"), None]}), ["1.50", ""]),
        (pl.DataFrame({"a": pl.Series([95.1, None], dtype=pl.Float32)}), ["95.1", ""]),
        (pl.DataFrame({"a": [Decimal("95.10"), None]}), ["95.10", ""]),
        (pl.DataFrame({"a": pl.Series([1.5, float("nan"), None])}), ["1.5", "", ""]),
        (pl.DataFrame({"a": pl.Series(["x", None], dtype=pl.Categorical)}), ["x", ""]),
        (pa.table({"a": pa.array([95.1, None], pa.float32())}), ["95.1", ""]),
        (pa.table({"a": pa.array([Decimal("1.50"), None], pa.decimal128(9, 2))}), ["1.50", ""]),
        (pa.table({"a": pa.array([True, None])}), ["yes", ""]),
        (pd.DataFrame({"a": [1e16, 1e-7, -0.0]}), ["10000000000000000", "0.0000001", "0"]),
    ],
)
def test_each_kind_of_column_has_an_answer(frame: object, texts: list[str]) -> None:
    """Nullable, categorical, Decimal, Arrow decimal, boolean, and floats of every width."""
    grid = _grid(frame)

    assert not grid.odd
    assert _column(grid, 0) == texts


@pytest.mark.parametrize(
    ("frame", "what"),
    [
        (pd.DataFrame({"a": [94.99999999999999]}), "noise"),
        (pd.DataFrame({"a": np.array([100 / 3], dtype=np.float32)}), "noise"),
        (pd.DataFrame({"a": np.array([95.1], dtype=np.float32).astype(float)}), "noise"),
        (pd.DataFrame({"a": np.array([123456.7], dtype=np.float32).astype(float)}), "noise"),
        (pl.DataFrame({"a": pl.Series([1 / 3], dtype=pl.Float32)}), "noise"),
        (pd.DataFrame({"a": [float("inf")]}), "infinite"),
        (pd.DataFrame({"a": pd.to_datetime(["2020-01-01"])}), "date"),
        (pd.DataFrame({"a": pd.to_timedelta([1], unit="D")}), "date"),
        (pl.DataFrame({"a": [datetime.date(2020, 1, 1)]}), "date"),
        (pa.table({"a": pa.array([3], pa.time32("s"))}), "date"),
        (pd.DataFrame({"a": [1j]}), "kind"),
        (pl.DataFrame({"a": [[1, 2]]}), "kind"),
        (pd.DataFrame({"a": np.array([1 / 3], dtype=np.longdouble)}), "noise"),
    ],
)
def test_what_is_no_decimal_is_odd(frame: object, what: str) -> None:
    """It stands in its cell with the kind of its oddity."""
    assert _grid(frame).odd[1, 0].what == what


@pytest.mark.parametrize(
    ("frame", "key"),
    [
        (pd.DataFrame([["a", 1, 2]], columns=["unit", "1", "1"]), "table.header_twice"),
        (pl.DataFrame({"unit": ["a"]}).lazy(), "table.kind"),
        (pl.Series([1]), "table.kind"),
        (pd.DataFrame(), "table.empty"),
        (5, "table.kind"),
        ("text", "table.kind"),
    ],
)
def test_what_is_no_table_is_told(frame: object, key: str) -> None:
    """Nobody's error but ours, with its cure."""
    assert [problem.key for problem in _grid(frame).problems] == [key]


def test_rows_of_dicts_take_no_floats() -> None:
    """A program that has dicts can say which decimal it means."""
    rows: list[dict[object, object]] = [{"a": Decimal("1.50"), "b": True, "c": None, "d": 7, "e": "x"}, {"a": 1.5}]
    grid = read_rows(rows, "rows", InputFormat(), Texts())

    assert [_column(grid, column)[0] for column in range(5)] == ["1.50", "yes", "", "7", "x"]
    assert grid.odd[2, 0].what == "kind"


def test_numbers_with_more_digits_than_a_word_holds_are_kept_whole() -> None:
    """A count of twenty digits is no smaller for being kept in a table of integers."""
    rows: list[dict[object, object]] = [{"a": 12345678901234567890}, {"a": Decimal("0.12345678901234567890")}]
    grid = read_rows(rows, "rows", InputFormat(), Texts())

    assert [grid.number(row, 0) for row in (1, 2)] == [12345678901234567890, Decimal("0.12345678901234567890")]
