"""A result file verified, by itself and against its table, beside reading, scoring and writing: whole ways."""

from __future__ import annotations

import tempfile
from pathlib import Path

import cchc_index
from cchc_index.checks.verifying import verify
from cchc_index.cycles.cycle_result import CycleResult
from cchc_index.writing.formats import result_json
from tests.bench.reading import LEAVES, criteria_of, write_table
from tests.bench.scoring import best_of

UNITS = 3_300


def measure() -> list[tuple[str, str, str]]:
    """The rows of the bench table."""
    criteria = criteria_of(LEAVES)
    with tempfile.TemporaryDirectory() as folder:
        table, path = Path(folder) / "table.csv", Path(folder) / "r.json"
        write_table(table, UNITS, LEAVES)

        def scored() -> CycleResult:
            return CycleResult((cchc_index.score(criteria, cchc_index.read_assessment(table, criteria)),))

        def writing() -> None:
            path.write_text("".join(result_json(scored())), encoding="utf-8")

        score = best_of(writing, 3)
        alone = best_of(lambda: verify(path), 3)
        against = best_of(lambda: verify(path, scored()), 3)
    return [
        (f"read, score and write {UNITS:,} units x {LEAVES} leaves, CPU s", f"{score:.2f}", ""),
        ("verify over it", f"{alone / score:.2f} ({alone:.2f} s)", "at most 2"),
        ("verify against the same scored again, over it", f"{against / score:.2f} ({against:.2f} s)", "at most 2"),
    ]
