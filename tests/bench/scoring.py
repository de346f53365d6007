"""Scores 100,000 units x 100 leaves, side by side with the same method written by hand in binary floating point.

The hand-written version is the lower bound: it knows the tree, keeps no statuses, reasons or checks, and is wrong where
a decimal has no binary form. Both round leaves, leave out what does not apply, rank and classify.
"""

from __future__ import annotations

import time
import tracemalloc
from collections.abc import Callable

import numpy as np
import numpy.typing as npt

import cchc_index
from cchc_index.assessment.assessment import Assessment
from cchc_index.criteria.criteria_set import CriteriaSet, parse_criteria
from cchc_index.rules.columns import FieldColumn
from cchc_index.values.exact import Integers

UNITS, AREAS, CRITERIA_AN_AREA, LEAVES_A_CRITERION = 100_000, 5, 4, 5
KINDS = ("steps", "proportion", "points", "yes_no", "convert")
FloatColumn = npt.NDArray[np.float64]


def criteria_text() -> str:
    """A set of three levels: 5 areas x 4 criteria x 5 leaves of 1 point, one leaf of each kind in every criterion."""
    rules = {
        "steps": "{steps: {on: rate, steps: [{from: 95, points: 1}, {from: 80, below: 95, points: 0.5}, "
        "{from: 60, below: 80, points: 0.25}]}}",
        "proportion": "{proportion: {zero_below: 50}}",
        "points": "{points: {}}",
        "yes_no": "{yes_no: {}}",
        "convert": "{convert: {scale: 10}}",
    }
    lines = [
        "id: bench",
        "edition: 2021",
        "title: Bench",
        "source: {status: illustrative}",
        "rounding: {points: 2, index: 2}",
        "classify: {thresholds: {bands: "
        "[{label: A, from: 80}, {label: B, from: 70}, {label: C, from: 50}, {label: D}]}}",
        "criteria:",
    ]
    for area in range(1, AREAS + 1):
        most = CRITERIA_AN_AREA * LEAVES_A_CRITERION
        lines.append(f"  - code: '{area}'\n    title: Area {area}\n    max_points: {most}")
        if area == 2:
            lines.append("    not_applicable: allowed")
        lines.append("    criteria:")
        for criterion in range(1, CRITERIA_AN_AREA + 1):
            lines.append(f"      - code: '{area}.{criterion}'\n        title: Criterion\n        max_points: 5")
            lines.append("        criteria:")
            for number, kind in enumerate(KINDS, 1):
                leaf = f"code: '{area}.{criterion}.{number}', title: Leaf, max_points: 1, rule: {rules[kind]}"
                lines.append(f"          - {{{leaf}}}")
    return "\n".join(lines) + "\n"


def raw_values(
    criteria: CriteriaSet, units: int
) -> tuple[dict[str, dict[str, npt.NDArray[np.int64]]], npt.NDArray[np.bool_]]:
    """Reported values by leaf and field, as integers of two decimals or counts, and who has no area 2."""
    random = np.random.default_rng(20211231)
    values: dict[str, dict[str, npt.NDArray[np.int64]]] = {}
    for leaf in criteria.leaves:
        kind = KINDS[int(leaf.criterion.code.rpartition(".")[2]) - 1]
        if kind in ("steps", "proportion"):
            planned = random.integers(1, 5_000, units)
            values[leaf.criterion.code] = {"done": random.integers(0, planned + 1), "planned": planned}
        elif kind == "yes_no":
            values[leaf.criterion.code] = {"yes_no": random.integers(0, 2, units)}
        elif kind == "points":
            values[leaf.criterion.code] = {"points": random.integers(0, 101, units)}
        else:
            values[leaf.criterion.code] = {"value": random.integers(0, 1_001, units)}
    return values, random.random(units) < 0.1


def exact_assessment(
    criteria: CriteriaSet, values: dict[str, dict[str, npt.NDArray[np.int64]]], absent: npt.NDArray[np.bool_]
) -> Assessment:
    """The values as the library holds them."""
    register = cchc_index.Register(
        tuple(cchc_index.Unit(f"unit-{n:06}", f"Unit {n}", f"group-{n % 4}") for n in range(len(absent)))
    )
    columns = {
        code: {
            name: FieldColumn(Integers.of(column), 2 if name in ("points", "value") else 0)
            for name, column in fields.items()
        }
        for code, fields in values.items()
    }
    gone = {leaf.criterion.code: absent for leaf in criteria.leaves if leaf.criterion.code.startswith("2.")}
    return Assessment.from_columns(criteria, register, columns, not_applicable=gone)


def float_score(
    values: dict[str, dict[str, FloatColumn]], absent: npt.NDArray[np.bool_], groups: npt.NDArray[np.int64]
) -> tuple[FloatColumn, npt.NDArray[np.int64], npt.NDArray[np.int64]]:
    """The same method by hand in float64: leaves rounded, area 2 masked, summed, ranked, banded."""
    units = len(absent)
    areas: dict[str, FloatColumn] = {}
    tree: dict[str, FloatColumn] = {}
    applies = ~absent
    for code, fields in values.items():
        criterion, _, number = code.rpartition(".")
        kind = KINDS[int(number) - 1]
        if kind in ("steps", "proportion"):
            rate = fields["done"] / fields["planned"] * 100
            if kind == "steps":
                points = np.select([rate >= 95, rate >= 80, rate >= 60], [1.0, 0.5, 0.25], 0.0)
            else:
                points = np.where(rate >= 50, rate / 100, 0.0)
        elif kind == "convert":
            points = fields["value"] / 10
        else:
            points = fields["yes_no" if kind == "yes_no" else "points"]
        points = np.floor(points * 100 + 0.5) / 100
        if code.startswith("2."):
            points = np.where(applies, points, 0.0)
        tree[code] = points
        tree[criterion] = tree[criterion] + points if criterion in tree else points
    for criterion in [code for code in tree if code.count(".") == 1]:
        area = criterion.partition(".")[0]
        areas[area] = areas[area] + tree[criterion] if area in areas else tree[criterion]
    total = np.sum(list(areas.values()), axis=0)
    most = np.where(applies, 100.0, 80.0)
    index = np.floor(100 * total / most * 100 + 0.5) / 100
    rank = np.zeros(units, dtype=np.int64)
    for group in range(int(groups.max()) + 1):
        rows = np.flatnonzero(groups == group)
        ordered = np.sort(-index[rows])
        rank[rows] = np.searchsorted(ordered, -index[rows], side="left") + 1
    band = np.select([index >= 80, index >= 70, index >= 50], [0, 1, 2], 3)
    return index, rank, band


def best_of(action: Callable[[], object], runs: int = 5) -> float:
    """The least CPU seconds of some runs."""
    taken = []
    for _ in range(runs):
        start = time.process_time()
        action()
        taken.append(time.process_time() - start)
    return min(taken)


def peak_of(action: Callable[[], object]) -> int:
    """The most bytes an action holds beside what was there before it."""
    tracemalloc.start()
    kept = action()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    del kept
    return peak


def measure() -> list[tuple[str, str, str]]:
    """The rows of the bench table: what, figure, bound."""
    criteria = parse_criteria(criteria_text(), registry=cchc_index.Registry.builtin())
    values, absent = raw_values(criteria, UNITS)
    assessment = exact_assessment(criteria, values, absent)
    floats = {
        code: {name: column / (100 if name in ("points", "value") else 1) for name, column in fields.items()}
        for code, fields in values.items()
    }
    groups = np.arange(UNITS) % 4
    exact = best_of(lambda: cchc_index.score(criteria, assessment))
    by_hand = best_of(lambda: float_score(floats, absent, groups))
    result = cchc_index.score(criteria, assessment)
    index, rank, band = float_score(floats, absent, groups)
    wrong = int(np.count_nonzero(np.round(index * 100).astype(np.int64) != result.outcome.index))
    wrong_band = int(np.count_nonzero(band != result.outcome.classification.band_of))
    wrong_rank = int(np.count_nonzero(rank != result.outcome.rank))
    held = sum(
        column.numbers.values.nbytes for answers in assessment.answers.values() for column in answers.fields.values()
    ) + sum(answers.status.nbytes for answers in assessment.answers.values())
    peak = peak_of(lambda: cchc_index.score(criteria, assessment)) + held
    return [
        (f"score(), {UNITS:,} units x {len(criteria.leaves)} leaves, CPU s", f"{exact:.3f}", ""),
        ("the same by hand in float64, CPU s", f"{by_hand:.3f}", ""),
        ("ratio", f"{exact / by_hand:.2f}", "at most 2"),
        ("float64: units with a wrong index / rank / band", f"{wrong} / {wrong_rank} / {wrong_band}", ""),
        (
            "peak memory, input included, over input",
            f"{peak / held:.2f} ({peak / 1e6:.0f} of {held / 1e6:.0f} MB)",
            "at most 3",
        ),
    ]
