"""The one expression on a cluster: two worker processes of Spark give the digest that DuckDB gives."""

from __future__ import annotations

import os
import random
import shutil
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import polars as pl
import pytest

import cchc_index
from cchc_index.evidence.dossiers import count_dossiers

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

pytestmark = pytest.mark.slow
#: what continuous integration installs; a developer's machine may lack it
if "CI" not in os.environ:
    pytest.importorskip("pyspark")
    if shutil.which("java") is None:
        pytest.skip("Spark needs Java 17", allow_module_level=True)


@pytest.fixture(scope="module")
def spark(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SparkSession]:
    """A real cluster on this machine: a master, two workers of one core, each with an executor of its own."""
    from pyspark.sql import SparkSession

    os.environ |= {
        "PYSPARK_PYTHON": sys.executable,
        "SPARK_LOCAL_IP": "127.0.0.1",
        "SPARK_WORKER_DIR": str(tmp_path_factory.mktemp("work")),
    }
    session = (
        SparkSession.builder.master("local-cluster[2,1,1024]")
        .appName("dossiers")
        .config("spark.driver.host", "127.0.0.1")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.executor.memory", "1g")
        .config("spark.ui.enabled", "false")
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.sql.shuffle.partitions", "4")
        .getOrCreate()
    )
    session.sparkContext.setLogLevel("OFF")
    yield session
    session.stop()


def _frame(rows: int, *, wrong: bool = False) -> pl.DataFrame:
    """Random dossiers; with some of each fault."""
    chance = random.Random(7)
    made = []
    for number in range(rows):
        received = date(2021, 1, 1) + timedelta(days=chance.randrange(365))
        due = received + timedelta(days=chance.randrange(1, 20))
        settled = None if chance.random() < 0.05 else received + timedelta(days=chance.randrange(25))
        row = [
            f"H{number}",
            f"u{chance.randrange(50)}",
            chance.choice("234"),
            str(received),
            str(due),
            str(settled) if settled else None,
        ]
        if wrong and number % 97 == 0:
            fault = number // 97 % 4
            row[(0, 1, 3, 5)[fault]] = ("H1", None, "31/02/2021", "2020-01-01")[fault]
        made.append(row)
    schema = ["dossier", "unit", "level", "received", "due", "settled"]
    return pl.DataFrame(made, schema=dict.fromkeys(schema, pl.String), orient="row")


def test_two_workers_count_as_duckdb_does(spark: SparkSession, tmp_path: Path) -> None:
    """By unit, level and month, on 20,000 rows in eight parts."""
    path = tmp_path / "d.parquet"
    _frame(20_000).write_parquet(path)
    counted = count_dossiers(spark.read.parquet(str(path)).repartition(8), by=("level", "period"))
    assert counted.digest == count_dossiers(path, by=("level", "period")).digest
    assert counted.rows == 20_000
    executors = spark.sparkContext._jsc.sc().getExecutorMemoryStatus().size() - 1
    assert executors == 2


def test_the_same_rows_are_at_fault(spark: SparkSession, tmp_path: Path) -> None:
    """By kind and number; and what is left out by permission leaves the same counts."""
    path = tmp_path / "d.parquet"
    _frame(2_000, wrong=True).write_parquet(path)
    frame = spark.read.parquet(str(path))
    told = []
    for data in (frame, path):
        with pytest.raises(cchc_index.AssessmentError) as error:
            count_dossiers(data)
        told.append([(each.key, each.arguments["count"]) for each in error.value.problems])
    assert told[0] == told[1]
    kinds = [key.partition(".")[2] for key, _ in told[0]]
    assert {"duplicate", "no_unit", "date_form", "settled_before_received"} <= set(kinds)
    assert count_dossiers(frame, allow=kinds).digest == count_dossiers(path, allow=kinds).digest
