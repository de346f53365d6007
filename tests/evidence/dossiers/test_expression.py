"""One expression, the same counts on every engine, and the same as a plain loop over the rows."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from typing import Any, get_args

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_index.evidence.dossiers import count_dossiers
from cchc_index.evidence.dossiers.expression import ROW_FAULTS, By, Period, bit_of, kinds_of, period_text
from cchc_index.evidence.dossiers.fault import KINDS
from cchc_index.evidence.dossiers.tally import MEASURES
from cchc_index.values.units import Unit
from tests.evidence.dossiers.by_hand import Row, count, dossiers, faults_of

AS_OF = datetime.date(2021, 12, 31)
LATER = datetime.date(2023, 12, 31)
KNOWN = ("xã A", "xã B", "phường Hòa", "so-y-te")
UNITS = [Unit(name, name) for name in KNOWN]


def _duck(rows: list[Row]) -> Any:
    table = pa.Table.from_pylist(rows)
    connection = duckdb.connect()
    connection.register("rows_of_test", table)
    return connection.sql("SELECT * FROM rows_of_test")


def _pandas(rows: list[Row]) -> Any:
    """A frame of pandas, which knows days only as times."""
    frame = pd.DataFrame(rows)
    if any(isinstance(row["received"], datetime.date) for row in rows):
        frame = frame.assign(**{name: pd.to_datetime(frame[name]) for name in ("received", "due", "settled")})
    return frame


ENGINES: dict[str, Callable[[list[Row]], Any]] = {
    "pandas": _pandas,
    "polars": pl.DataFrame,
    "polars lazy": pl.LazyFrame,
    "pyarrow": pa.Table.from_pylist,
    "duckdb": _duck,
}


def _dated(rows: list[Row]) -> list[dict[str, Any]]:
    """The same rows, with dates in place of texts."""
    dates = ("received", "due", "settled")
    return [
        {**row, **{name: datetime.date.fromisoformat(text) if (text := row[name]) else None for name in dates}}
        for row in rows
    ]


@pytest.fixture(scope="module")
def five_thousand() -> list[Row]:
    """5,000 sound rows."""
    return dossiers(5_000, 7)


@pytest.fixture(scope="module")
def by_hand(five_thousand: list[Row]) -> str:
    """What the plain loop says of them, as a digest of the library's counts that were held against it."""
    found = count_dossiers(five_and(five_thousand), by=("level", "period", "procedure"), as_of=LATER)
    wanted = count(five_thousand, ("level", "period", "procedure"), "month", LATER)
    assert {each.key: {name: each.counts[name] for name in MEASURES} for each in found} == {
        key: {name: counts[name] for name in MEASURES} for key, counts in wanted.items()
    }
    return found.digest


def five_and(rows: list[Row]) -> Any:
    """A frame of polars of rows."""
    return pl.DataFrame(rows)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("dated", [False, True], ids=["texts", "dates"])
def test_all_engines_give_one_digest(engine: str, dated: bool, five_thousand: list[Row], by_hand: str) -> None:
    """5,000 random rows, as texts and as dates: the digest of all counts is the one of the loop by hand."""
    rows: Any = _dated(five_thousand) if dated else five_thousand

    found = count_dossiers(ENGINES[engine](rows), by=("level", "period", "procedure"), as_of=LATER)

    assert found.digest == by_hand
    assert found.rows == 5_000


@pytest.mark.parametrize("engine", ENGINES)
def test_times_are_days(engine: str, five_thousand: list[Row]) -> None:
    """A dossier that is settled on its due day is on time, at whatever hour: times count by their days."""
    rows: list[dict[str, Any]] = _dated(five_thousand[:500])
    for row in rows:
        for name in ("received", "due", "settled"):
            if row[name] is not None:
                row[name] = datetime.datetime.combine(
                    row[name], datetime.time(23, 59) if name == "settled" else datetime.time()
                )

    found = count_dossiers(ENGINES[engine](rows), as_of=LATER)

    assert found.digest == count_dossiers(five_and(five_thousand[:500]), as_of=LATER).digest


@settings(max_examples=max(5, settings().max_examples // 2))
@given(
    seed=st.integers(0, 10**6),
    spoilt=st.sampled_from([0, 3, 10]),
    engine=st.sampled_from(list(ENGINES)),
    by=st.sets(st.sampled_from(get_args(By))),
    period=st.sampled_from(get_args(Period)),
    as_of=st.sampled_from([None, AS_OF, LATER]),
)
def test_the_counts_are_those_of_a_plain_loop(
    seed: int, spoilt: int, engine: str, by: set[By], period: Period, as_of: datetime.date | None
) -> None:
    """Any rows on any engine, sound or not: each kind of fault has its count, and no faulty row is counted."""
    rows = dossiers(60, seed, spoilt)
    wrong = faults_of(rows, set(KNOWN), as_of)
    sound = [row for row, faults in zip(rows, wrong, strict=True) if not faults]

    found = count_dossiers(ENGINES[engine](rows), units=UNITS, by=tuple(by), period=period, as_of=as_of, allow=KINDS)

    assert found.allowed == {kind: sum(kind in each for each in wrong) for kind in set().union(*wrong)}
    wanted = count(sound, tuple(by), period, as_of)
    silent = {"overdue"} if as_of is None else set()
    assert {each.key: {name: each.counts[name] for name in MEASURES} for each in found} == {
        key: {name: None if name in silent else counts[name] for name in MEASURES} for key, counts in wanted.items()
    }
    assert [each.rows for each in found] == [each.counts["received"] for each in found]


def test_each_fault_has_a_bit() -> None:
    """A number stands for any set of faults."""
    assert kinds_of(sum(map(bit_of, ROW_FAULTS))) == ROW_FAULTS
    assert kinds_of(0) == ()


def test_periods_are_written_one_way() -> None:
    """As they are read in tables of counts."""
    assert [period_text(202112, "month"), period_text(20214, "quarter")] == ["2021-12", "2021-Q4"]
