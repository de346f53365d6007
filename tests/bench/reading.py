"""The whole way of a table: read from CSV and from frames, beside what nobody can do without.

Reading CSV is held against `csv.reader` alone, frames against making a `Decimal` of each printed cell, the command
against the same ranking written by hand in pandas. The tables are made here, of decimals with two places.
"""

from __future__ import annotations

import csv
import itertools
import random
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import numpy as np
import pandas as pd
import polars as pl

import cchc_index
from cchc_index.criteria.criteria_set import CriteriaSet, parse_criteria
from tests.bench.scoring import best_of, peak_of

UNITS, LEAVES = 19_000, 100
BY_HAND = """
import sys, pandas as pd
table = pd.read_csv(sys.argv[1])
codes = [name for name in table.columns if name not in ("unit", "name", "group")]
table["points"] = table[codes].sum(axis=1).round(2)
table["index"] = (100 * table["points"] / (100 * len(codes))).round(2)
table["rank"] = table.groupby("group")["index"].rank(method="min", ascending=False).astype(int)
table["band"] = pd.cut(table["index"], [-1, 40, 50, 60, 101], right=False, labels=["D", "C", "B", "A"])
table[["unit", "name", "group", "rank", "points", "index", "band"]].to_csv(sys.argv[2], index=False)
"""
OURS = """
import sys
from cchc_index.cli import main
sys.exit(main(["score", sys.argv[1], "--criteria", sys.argv[3], "-o", sys.argv[2]]))
"""


def codes_of(leaves: int) -> list[str]:
    """The codes of a set's leaves, ten a parent."""
    return [f"{number // 10 + 1}.{number % 10 + 1}" for number in range(leaves)]


def criteria_text(leaves: int) -> str:
    """A set of so many leaves whose points are typed."""
    lines = ["id: reading", "edition: 1", "title: Reading", "source: {status: illustrative}"]
    lines += ["rounding: {points: 2, index: 2}"]
    lines += [
        "classify: {thresholds: {bands: "
        "[{label: A, from: 60}, {label: B, from: 50}, {label: C, from: 40}, {label: D}]}}"
    ]
    lines += ["criteria:"]
    codes = codes_of(leaves)
    for parent in range(0, leaves, 10):
        own = codes[parent : parent + 10]
        lines.append(f"  - {{code: '{parent // 10 + 1}', title: Area, max_points: {100 * len(own)}, criteria: [")
        lines += [f"      {{code: '{code}', title: Leaf, max_points: 100, rule: points}}," for code in own]
        lines.append("    ]}")
    return "\n".join(lines) + "\n"


def criteria_of(leaves: int) -> CriteriaSet:
    """The set, read."""
    return parse_criteria(criteria_text(leaves), registry=cchc_index.Registry.builtin())


def write_table(path: Path, units: int, leaves: int, *, spoil: Callable[[int, list[str]], None] | None = None) -> None:
    """A wide table of decimals with two places; `spoil` may change a row."""
    chance = random.Random(units * leaves)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["unit", "name", "group", *codes_of(leaves)])
        for unit in range(units):
            row = [f"u{unit:06}", f"Unit {unit}", f"g{unit % 4}"]
            row += [f"{chance.randrange(10_001) / 100:.2f}" for _ in range(leaves)]
            if spoil is not None:
                spoil(unit, row)
            writer.writerow(row)


def _read(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def _columns(units: int, leaves: int) -> dict[str, object]:
    numbers = np.random.default_rng(7).integers(0, 10_001, (leaves, units)) / 100
    return {"unit": [f"u{unit:06}" for unit in range(units)]} | dict(zip(codes_of(leaves), numbers, strict=True))


def _csv_rows(folder: Path) -> list[tuple[str, str, str]]:
    path, criteria = folder / "table.csv", criteria_of(LEAVES)
    write_table(path, UNITS, LEAVES)
    own, alone = best_of(lambda: cchc_index.read_assessment(path, criteria)), best_of(lambda: _read(path))
    peak, size = peak_of(lambda: cchc_index.read_assessment(path, criteria)), path.stat().st_size
    return [
        (f"read_assessment, CSV of {UNITS:,} x {LEAVES}, CPU s", f"{own:.3f}", ""),
        ("over list(csv.reader(file))", f"{own / alone:.2f} ({alone:.3f} s)", "at most 4"),
        ("peak memory of reading it over the file's size", f"{peak / size:.1f} ({peak / 1e6:.0f} MB)", "at most 12"),
    ]


def _frame_rows() -> list[tuple[str, str, str]]:
    rows = []
    columns, criteria = _columns(UNITS, LEAVES), criteria_of(LEAVES)
    cells = [str(number) for code in codes_of(LEAVES) for number in np.asarray(columns[code]).tolist()]
    decimals = best_of(lambda: [Decimal(cell) for cell in cells], 3)
    for library, frame in (("pandas", pd.DataFrame(columns)), ("polars", pl.DataFrame(columns))):
        own = best_of(lambda frame=frame: cchc_index.read_assessment(frame, criteria))  # type: ignore[misc]
        figure = f"{own / decimals:.2f} ({own:.3f} of {decimals:.3f} s)"
        rows.append(
            (f"the same from a {library} frame of floats, over making Decimals of its cells", figure, "at most 1")
        )
    return rows


def _process(code: str, *arguments: str) -> tuple[float, float]:
    """CPU seconds and peak memory in MB of a program of its own."""
    watched = (
        "import resource, subprocess, sys; done = subprocess.run([sys.executable, '-c', *sys.argv[1:]]);"
        "used = resource.getrusage(resource.RUSAGE_CHILDREN);"
        "print(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024); sys.exit(done.returncode)"
    )
    command = [sys.executable, "-c", watched, code, *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    seconds, megabytes = done.stdout.split()[-2:]
    return float(seconds), float(megabytes)


def _whole_way(folder: Path) -> list[tuple[str, str, str]]:
    (folder / "set.yaml").write_text(criteria_text(LEAVES), encoding="utf-8")
    names = [str(folder / name) for name in ("table.csv", "out.csv", "set.yaml")]
    ours, by_hand = (min(_process(code, *names) for _ in range(3)) for code in (OURS, BY_HAND))
    return [
        (
            "that CSV in, ranks and classes out as CSV, as a process, over the same by hand in pandas: CPU",
            f"{ours[0] / by_hand[0]:.2f} ({ours[0]:.2f} of {by_hand[0]:.2f} s)",
            "at most 5",
        ),
        ("its peak memory", f"{ours[1] / by_hand[1]:.2f} ({ours[1]:.0f} of {by_hand[1]:.0f} MB)", "at most 3"),
    ]


def _problems_of(path: Path, criteria: CriteriaSet, units: cchc_index.Register | None = None) -> int:
    try:
        cchc_index.read_assessment(path, criteria, units)
    except cchc_index.AssessmentError as error:
        return len(error.problems)
    return 0


def _spoil_value(_: int, row: list[str]) -> None:
    row[5] = "1,5"


def _spoil_unit(unit: int, row: list[str]) -> None:
    row[0] = f"x{unit}"


def _mistakes(folder: Path) -> list[tuple[str, str, str]]:
    criteria, units = criteria_of(LEAVES), 9_000
    write_table(folder / "clean.csv", units, LEAVES)
    write_table(folder / "spoilt.csv", units, LEAVES, spoil=_spoil_value)
    clean = best_of(lambda: _problems_of(folder / "clean.csv", criteria))
    spoilt = best_of(lambda: _problems_of(folder / "spoilt.csv", criteria))
    found = _problems_of(folder / "spoilt.csv", criteria)
    return [
        (
            f"{units:,} units with a mistake in every row ({found:,} problems), over the clean table",
            f"{spoilt / clean:.2f} ({spoilt:.2f} of {clean:.2f} s)",
            "at most 2",
        )
    ]


def _growth(folder: Path) -> list[tuple[str, str, str]]:
    """CPU seconds while units, leaves, problems and unknown units double, and rows of a frame up to a million."""
    path = folder / "grown.csv"
    rows = []

    def curve(what: str, sizes: list[int], once: Callable[[int], float]) -> None:
        taken = [once(size) for size in sizes]
        told = ", ".join(f"{size:,}: {seconds:.2f}" for size, seconds in zip(sizes, taken, strict=True))
        worst = max(b / max(a, 1e-9) for a, b in itertools.pairwise(taken))
        rows.append((f"growth with {what}, CPU s at each doubling", told, f"linear: about 2 ({worst:.1f} at most)"))

    def table(units: int, leaves: int, spoil: Callable[[int, list[str]], None] | None, register: bool) -> float:
        write_table(path, units, leaves, spoil=spoil)
        known = cchc_index.Register(
            tuple(cchc_index.Unit(f"u{unit:06}", f"Unit {unit}", f"g{unit % 4}") for unit in range(units))
        )
        criteria = criteria_of(leaves)
        return best_of(lambda: _problems_of(path, criteria, known if register else None), 2)

    curve("units", [2_500, 5_000, 10_000, 20_000], lambda size: table(size, 50, None, False))
    curve("leaves", [50, 100, 200, 400], lambda size: table(2_500, size, None, False))
    curve("problems", [2_000, 4_000, 8_000], lambda size: table(size, 10, _spoil_value, True))
    curve("unknown units", [2_000, 4_000, 8_000], lambda size: table(size, 10, _spoil_unit, True))

    def frame(size: int) -> float:
        made, criteria = pl.DataFrame(_columns(size, 10)), criteria_of(10)
        return best_of(lambda: cchc_index.read_assessment(made, criteria), 1)

    curve("rows of a polars frame of 10 leaves", [125_000, 250_000, 500_000, 1_000_000], frame)
    return rows


def measure() -> list[tuple[str, str, str]]:
    """The rows of the bench table."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rows = _csv_rows(folder) + _frame_rows() + _whole_way(folder) + _mistakes(folder) + _growth(folder)
    return [
        *rows,
        ("peak memory of the bench itself, MB", f"{resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f}", ""),
    ]
