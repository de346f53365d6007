"""Writing results: dicts, frames, JSON and CSV beside what a library does with values that are ready.

The peak memory is that of a whole process, the command itself, beside a process that reads the same table and stops.
"""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

import numpy as np

import cchc_index
from cchc_index.criteria.criteria_set import parse_criteria
from cchc_index.cycles.cycle_result import CycleResult
from cchc_index.writing.formats import result_csv, result_json
from tests.bench.scoring import best_of, criteria_text, exact_assessment, raw_values

UNITS = 19_000
WIDE_UNITS, WIDE_AREAS, WIDE_CRITERIA, WIDE_LEAVES = 20_000, 8, 5, 6
#: The most memory that this process has held, as Linux counts it; `ru_maxrss` would begin with that of the parent.
PEAK = (
    "; import pathlib, sys"
    "; lines = pathlib.Path('/proc/self/status').read_text().splitlines()"
    "; sys.stderr.write(next(line.split()[1] for line in lines if line.startswith('VmHWM')))"
)
READING = "import cchc_index; kept = cchc_index.read_assessment({table!r}, cchc_index.load_criteria({criteria!r}))"
SCORING = "import cchc_index.cli; cchc_index.cli.main(['score', {table!r}, '--criteria', {criteria!r}, '-o', {out!r}])"


def _result(absent: bool) -> cchc_index.IndexResult:
    criteria = parse_criteria(criteria_text(), registry=cchc_index.Registry.builtin())
    values, gone = raw_values(criteria, UNITS)
    return cchc_index.score(criteria, exact_assessment(criteria, values, gone & absent))


def _drained(pieces: Callable[[CycleResult], Any], cycle: CycleResult) -> None:
    for _ in pieces(cycle):
        pass


def _frame_rows(result: cchc_index.IndexResult) -> list[tuple[str, str, str]]:
    """A frame of decimals, of texts and of floats, beside the same frame made of lists that are ready."""
    import pandas
    import polars

    builders: dict[Literal["pandas", "polars"], Any] = {"pandas": pandas.DataFrame, "polars": polars.DataFrame}
    kinds: tuple[Literal["decimal", "text", "float"], ...] = ("decimal", "text", "float")
    rows = []
    for backend, build in builders.items():
        for numbers in kinds:
            frame = result.to_frame(backend, numbers=numbers)
            ready = {name: list(frame[name]) for name in frame.columns}
            ours = best_of(lambda backend=backend, numbers=numbers: result.to_frame(backend, numbers=numbers), 7)  # type: ignore[misc]
            plain = best_of(lambda build=build, ready=ready: build(ready), 7)  # type: ignore[misc]
            what = f"to_frame({backend!r}) of {numbers}s over the same frame of ready lists"
            rows.append((what, f"{ours / plain:.2f} ({1000 * ours:.0f} ms)", "at most 2"))
    return rows


def _wide_criteria() -> str:
    lines = ["id: wide", "edition: 1", "title: Wide", "source: {status: illustrative}"]
    lines += ["rounding: {points: 2, index: 2}", "classify: {thresholds: {bands: [{label: A, from: 80}, {label: B}]}}"]
    lines.append("criteria:")
    for area in range(1, WIDE_AREAS + 1):
        most = WIDE_CRITERIA * WIDE_LEAVES
        lines.append(f'  - {{code: "{area}", title: Area, max_points: {most}, criteria: [')
        for number in range(1, WIDE_CRITERIA + 1):
            lines.append(f'      {{code: "{area}.{number}", title: Criterion, max_points: {WIDE_LEAVES}, criteria: [')
            lines += [
                f'        {{code: "{area}.{number}.{leaf}", title: Leaf, max_points: 1, rule: points}},'
                for leaf in range(1, WIDE_LEAVES + 1)
            ]
            lines.append("      ]},")
        lines.append("    ]}")
    return "\n".join(lines) + "\n"


def _wide_table(codes: list[str]) -> str:
    chance = np.random.default_rng(9)
    cells = chance.integers(0, 2, (WIDE_UNITS, len(codes))).tolist()
    rows = (",".join([f"xa-{unit:05}", *map(str, row)]) for unit, row in enumerate(cells))
    return "\n".join([",".join(["unit", *codes]), *rows]) + "\n"


def _peak(code: str) -> int:
    """The most bytes that a process holds which runs some code."""
    done = subprocess.run([sys.executable, "-c", code + PEAK], capture_output=True, text=True, check=True)
    return 1024 * int(done.stderr.split()[-1])


def _memory_rows() -> list[tuple[str, str, str]]:
    """The whole command's peak memory, over that of reading its input."""
    if not Path("/proc/self/status").exists():
        return [("score -o of a wide table, peak memory over that of reading it", "no /proc", "")]
    with tempfile.TemporaryDirectory() as folder:
        criteria, table = Path(folder) / "wide.yaml", Path(folder) / "wide.csv"
        criteria.write_text(_wide_criteria(), encoding="utf-8")
        leaves = cchc_index.load_criteria(criteria).leaves
        table.write_text(_wide_table([leaf.criterion.code for leaf in leaves]), encoding="utf-8")
        given = {"table": str(table), "criteria": str(criteria)}
        reading = _peak(READING.format(**given))
        what = f"{len(leaves)} leaves x {WIDE_UNITS:,} units"
        rows = [(f"reading {what}, {table.stat().st_size / 1e6:.0f} MB, peak memory, MB", f"{reading / 1e6:.0f}", "")]
        for ending in ("json", "csv"):
            out = Path(folder) / f"r.{ending}"
            peak = _peak(SCORING.format(**given, out=str(out)))
            figure = f"{peak / reading:.2f} ({out.stat().st_size / 1e6:.0f} MB written)"
            rows.append((f"score -o r.{ending} of the same, peak memory over reading", figure, "at most 3"))
    return rows


def measure() -> list[tuple[str, str, str]]:
    """The rows of the bench table."""
    result = _result(absent=False)
    cycle = CycleResult((result,))
    made = result.to_dict()
    what = f"{UNITS:,} units x {len(result.criteria.leaves)} leaves"
    dumping = best_of(lambda: json.dumps(made), 3)
    shaping = best_of(result.to_dict, 3)
    rows = list(csv.reader(io.StringIO("".join(result_csv(cycle)))))
    plain = best_of(lambda: csv.writer(io.StringIO()).writerows(rows))
    table = best_of(lambda: _drained(result_csv, cycle))
    text = best_of(lambda: _drained(result_json, cycle), 3)
    indented = best_of(lambda: json.dumps(made, ensure_ascii=False, indent=1), 1)
    mixed = best_of(_result(absent=True).to_dict, 3)
    return [
        (f"to_dict() of {what}, over json.dumps of it", f"{shaping / dumping:.2f} ({shaping:.2f} s)", "at most 1.5"),
        ("the same where an area does not apply to a tenth of the units, CPU s", f"{mixed:.2f}", ""),
        *_frame_rows(result),
        ("CSV of the same, over csv.writer of ready rows", f"{table / plain:.2f} ({table:.2f} s)", "at most 3"),
        ("JSON of the same with its digest, over json.dumps", f"{text / indented:.2f} ({text:.2f} s)", "at most 1"),
        *_memory_rows(),
    ]
