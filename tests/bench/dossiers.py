"""Ten million dossiers of 11,000 units in twelve months: counted and checked, beside hand-written SQL of DuckDB.

Each is measured in a process of its own. The SQL makes the same counts and the same checks, identifiers that stand
twice included; the library hashes the files as well, and looks up the words that they hold.
"""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROWS, UNITS, PARTS = 10_000_000, 11_000, 4
_DRAWN = """
COPY (
  WITH base AS (SELECT i, hash(i) AS h, hash(i + 1000000007) AS g FROM range({first}, {last}) r(i)),
  days AS (SELECT *, DATE '2021-01-01' + CAST(h % 365 AS INTEGER) AS received, CAST(5 + g % 20 AS INTEGER) AS n,
           CAST(g // 64 % 100 AS INTEGER) AS c FROM base)
  SELECT printf('H%010d', i) AS dossier, printf('xa-%05d', h // 512 % {units}) AS unit,
    printf('tt-%04d', h // 8192 % 2000) AS procedure, printf('Mức %d', 2 + g % 3) AS level,
    CASE WHEN g % 3 = 2 THEN 'trực tiếp' ELSE 'trực tuyến' END AS channel, received, received + n AS due,
    CASE WHEN c < 5 THEN received + n + 1 + CAST(g % 9 AS INTEGER) WHEN c < 30 THEN received + n
         WHEN c < 92 THEN received + CAST(g % n AS INTEGER) END AS settled,
    CASE WHEN c < 92 THEN 'đã giải quyết' WHEN c < 97 THEN 'đang giải quyết' WHEN c < 99 THEN 'trả lại' ELSE 'rút' END
      AS status
  FROM days) TO '{path}' (FORMAT parquet, COMPRESSION zstd)
"""
_COUNTS = """
SELECT unit, year(received) * 100 + month(received) AS period, count(*),
  count(*) FILTER (status = 'đã giải quyết' AND settled < due),
  count(*) FILTER (status = 'đã giải quyết' AND settled = due),
  count(*) FILTER (status = 'đã giải quyết' AND settled > due), count(*) FILTER (status = 'đang giải quyết'),
  count(*) FILTER (status = 'đang giải quyết' AND due < DATE '2022-12-31'), count(*) FILTER (status = 'trả lại'),
  count(*) FILTER (status = 'rút'), count(*) FILTER (channel = 'trực tuyến'),
  sum(CASE WHEN status = 'đã giải quyết' AND settled > due THEN settled - due END), max(settled - due),
  count(*) FILTER (unit IS NULL OR unit = ''), count(*) FILTER (received IS NULL), count(*) FILTER (due IS NULL),
  count(*) FILTER (settled < received), count(*) FILTER (due < received),
  count(*) FILTER (least(received, due, settled) < DATE '1990-01-01'
    OR greatest(received, due, settled) > DATE '2099-12-31'),
  count(*) FILTER (status IS NULL OR status NOT IN ('đã giải quyết', 'đang giải quyết', 'trả lại', 'rút')),
  count(*) FILTER ((status = 'đã giải quyết' AND settled IS NULL)
    OR (status = 'đang giải quyết' AND settled IS NOT NULL)),
  count(*) FILTER (channel IS NULL OR channel NOT IN ('trực tuyến', 'trực tiếp', 'bưu chính')),
  count(*) FILTER (received > DATE '2022-12-31' OR settled > DATE '2022-12-31')
FROM dossiers GROUP BY ALL
"""
_TWICE = (
    "SELECT count(*), sum(n) FROM (SELECT dossier, count(*) AS n FROM dossiers GROUP BY dossier HAVING count(*) > 1)"
)
_BLANK = "SELECT count(*) FROM dossiers WHERE dossier IS NULL OR dossier = ''"


def draw(folder: Path, rows: int) -> list[str]:
    """Files of dossiers that hold no fault."""
    import duckdb

    paths = []
    with duckdb.connect() as connection:
        for part in range(PARTS):
            path = folder / f"part-{part}.parquet"
            first, last = rows * part // PARTS, rows * (part + 1) // PARTS
            connection.execute(_DRAWN.format(first=first, last=last, units=UNITS, path=path))
            paths.append(str(path))
    return paths


def by_library(paths: list[str]) -> int:
    """The rows of counts that the library gives."""
    from cchc_index.evidence.dossiers import count_dossiers

    return len(count_dossiers(paths, by="period", as_of="2022-12-31"))


def by_sql(paths: list[str]) -> int:
    """The rows of counts that hand-written SQL gives."""
    import duckdb

    with duckdb.connect() as connection:
        connection.execute("SET preserve_insertion_order = false")
        connection.execute(f"CREATE VIEW dossiers AS SELECT * FROM read_parquet({paths})")  # noqa: S608  # our own
        assert connection.execute(_TWICE).fetchall() == [(0, None)]
        assert connection.execute(_BLANK).fetchall() == [(0,)]
        rows = connection.execute(_COUNTS).fetchall()
    assert not any(any(row[13:]) for row in rows)
    return len(rows)


def _measured(way: str, paths: list[str]) -> tuple[int, float, float, float]:
    """Rows of counts, CPU seconds, seconds and MB, in a process of its own."""
    command = [sys.executable, "-m", "tests.bench.dossiers", way, *paths]
    done = subprocess.run(command, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2])
    return tuple(json.loads(done.stdout))


def measure(rows: int = ROWS, times: int = 3) -> list[tuple[str, str, str]]:
    """The rows of the bench table."""
    with tempfile.TemporaryDirectory() as folder:
        paths = draw(Path(folder), rows)
        runs = {way: [_measured(way, paths) for _ in range(times)] for way in ("sql", "library")}
    best = {way: tuple(min(run[place] for run in found) for place in range(4)) for way, found in runs.items()}
    (ours, cpu, wall, memory), (theirs, cpu_sql, wall_sql, memory_sql) = best["library"], best["sql"]
    assert ours == theirs
    what = f"{rows:,} dossiers, {ours:,} units and months"
    return [
        (f"{what}: hand-written SQL of DuckDB, CPU s", f"{cpu_sql:.2f}", ""),
        ("the library over it, CPU", f"{cpu / cpu_sql:.2f} ({cpu:.2f} s)", "at most 1.25"),
        ("the library over it, elapsed", f"{wall / wall_sql:.2f} ({wall:.2f} s)", "at most 1.25"),
        ("the library over it, most memory", f"{memory / memory_sql:.2f} ({memory:.0f} MB)", "at most 1.5"),
    ]


def _say(way: str, paths: list[str]) -> None:
    start = time.perf_counter()
    found = {"library": by_library, "sql": by_sql}[way](paths)
    wall, used = time.perf_counter() - start, os.times()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps([found, used.user + used.system, wall, memory]))


if __name__ == "__main__":
    _say(sys.argv[1], sys.argv[2:])
