"""Results go by the Arrow PyCapsule interface into each library that takes it, as they are."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from decimal import Decimal
from typing import Any

import duckdb
import narwhals as nw
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import cchc_index
from cchc_index.results.frames import arrow_stream
from cchc_index.years.series import series


def _by_duckdb(taken: object) -> list[tuple[Any, ...]]:
    found = duckdb.sql("select unit, points, rank from taken")
    assert found is not None
    return found.fetchall()


def _by_pandas(taken: object) -> pd.DataFrame:
    made: Any = pd.DataFrame  # whose stubs do not know it yet
    return made.from_arrow(taken)  # type: ignore[no-any-return]


NAMES = ("unit", "points", "rank")
TAKERS: dict[str, Callable[[Any], list[tuple[Any, ...]]]] = {
    "polars": lambda taken: pl.DataFrame(taken)["unit", "points", "rank"].rows(),
    "pyarrow": lambda taken: [tuple(row.values()) for row in pa.table(taken).select([*NAMES]).to_pylist()],
    "pandas": lambda taken: list(_by_pandas(taken)[["unit", "points", "rank"]].itertuples(index=False)),
    "narwhals": lambda taken: nw.from_arrow(taken, backend="polars").select(*NAMES).rows(),
    "duckdb": _by_duckdb,
}


@pytest.mark.parametrize("taker", TAKERS)
def test_every_library_gets_exact_decimals(taker: str) -> None:
    """Of one result and of a cycle's all: units, points and ranks as the cards say them, points as decimals."""
    cycle = cchc_index.open_cycle("cao-bang-2021").score()
    for taken in (cycle.results[0], cycle):
        rows = [tuple(row) for row in TAKERS[taker](taken)]

        assert rows == [(card.unit.id, card.points, card.rank) for card in taken]
        assert all(type(points) is Decimal for _, points, _ in rows)


def test_years_are_streams_as_well() -> None:
    """A series and a comparison give the rows of their frames."""
    both = [cchc_index.open_cycle(f"cap-xa-{year}") for year in (2024, 2025)]
    for years in (series(both), cchc_index.compare_years(*both)):
        assert pl.DataFrame(years).equals(years.to_frame("polars"))


def test_a_schema_that_is_asked_for_reaches_the_library() -> None:
    """What the consumer asks for is passed on, here to pyarrow, which casts."""
    result = cchc_index.open_cycle("lai-chau-2021").score().results[0]
    asked = pa.table(result).schema
    asked = asked.set(asked.get_field_index("unit"), pa.field("unit", pa.large_string()))

    assert pa.table(result, schema=asked).schema.field("unit").type == pa.large_string()


_WITHOUT = """
import sys
for name in sys.argv[1].split():
    sys.modules[name] = None
import importlib.util, cchc_index
find = importlib.util.find_spec
importlib.util.find_spec = lambda name, package=None: None if name in sys.argv[1].split() else find(name, package)
from cchc_index.problems.errors import MissingExtraError
result = cchc_index.open_cycle("lai-chau-2021").score().results[0]
try:
    stream = result.__arrow_c_stream__()
except ImportError as error:
    print(type(error).__name__, error.extra, error)
else:
    import polars
    print(type(stream).__name__)
"""


@pytest.mark.parametrize(
    ("missing", "said"),
    [
        ("pyarrow", "PyCapsule"),
        ("pyarrow polars", "MissingExtraError frames the package 'pyarrow' is not installed"),
        ("narwhals", "MissingExtraError frames the package 'narwhals' is not installed"),
    ],
)
def test_without_pyarrow_polars_makes_the_stream(missing: str, said: str) -> None:
    """Without either, and without narwhals, the error names the extra and a command that helps."""
    done = subprocess.run([sys.executable, "-c", _WITHOUT, missing], capture_output=True, text=True)

    assert done.stdout.startswith(said), done
    if "polars" in missing:
        assert "pip install 'cchc-index[frames]' pyarrow" in done.stdout


def test_the_stream_is_made_when_it_is_asked_for() -> None:
    """The frame is made by the library that is there, and its own capsule is handed on."""
    frame = pa.table({"a": [1]})

    assert pa.RecordBatchReader.from_stream(_Stream(arrow_stream(lambda _: frame, None))).read_all() == frame


class _Stream:
    def __init__(self, capsule: object) -> None:
        self._capsule = capsule

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        return self._capsule
