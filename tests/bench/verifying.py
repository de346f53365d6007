"""A result file verified, by itself and against the same scored again, beside scoring and writing it."""

from __future__ import annotations

import tempfile
from pathlib import Path

import cchc_index
from cchc_index.checks.verifying import verify
from cchc_index.criteria.criteria_set import parse_criteria
from cchc_index.cycles.cycle import CycleResult
from cchc_index.writing.formats import result_json
from tests.bench.scoring import best_of, criteria_text, exact_assessment, raw_values

UNITS = 3_300


def measure() -> list[tuple[str, str, str]]:
    """The rows of the bench table."""
    criteria = parse_criteria(criteria_text(), registry=cchc_index.Registry.builtin())
    assessment = exact_assessment(criteria, *raw_values(criteria, UNITS))

    def scored() -> CycleResult:
        return CycleResult((cchc_index.score(criteria, assessment),))

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "r.json"

        def writing() -> None:
            path.write_text("".join(result_json(scored())), encoding="utf-8")

        score = best_of(writing, 3)
        alone = best_of(lambda: verify(path), 3)
        against = best_of(lambda: verify(path, scored()), 3)
    size = f"{UNITS:,} units x {len(criteria.leaves)} leaves"
    return [
        (f"score and write {size}, CPU s", f"{score:.2f}", ""),
        ("verify over it", f"{alone / score:.2f} ({alone:.2f} s)", "at most 2"),
        ("verify against the same scored again, over it", f"{against / score:.2f} ({against:.2f} s)", "at most 2"),
    ]
