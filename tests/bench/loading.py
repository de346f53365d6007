"""Reading a criteria set with all checks and positions beside a plain ``yaml.load``, and reading a large table."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path

import yaml

import cchc_index
from tests.bench.scoring import best_of

AREAS, CRITERIA_AN_AREA, LEAVES_A_CRITERION, UNITS = 8, 10, 5, 3_300


def criteria_text() -> str:
    """A set of 400 leaves on three levels, written as people write them."""
    rules = (
        "{steps: {on: rate, steps: [{from: 95, points: 1}, {from: 80, below: 95, points: 0.5}]}}",
        "{proportion: {zero_below: 50, none_arose: full}}",
        "{points: {in_steps_of: 0.25}}",
        "yes_no",
        "{convert: {scale: 100}}",
    )
    lines = [
        "id: large",
        "edition: 2022",
        "title: {vi: Bộ tiêu chí lớn, en: A large set}",
        "source: {status: illustrative}",
        "rounding: {points: 2, index: 2}",
        "classify: {thresholds: {bands: [{label: Tốt, from: 80}, {label: Khá, from: 65}, {label: Trung bình}]}}",
        "criteria:",
    ]
    for area in range(1, AREAS + 1):
        most = CRITERIA_AN_AREA * LEAVES_A_CRITERION
        lines += [f'  - code: "{area}"', f"    title: Lĩnh vực {area}", f"    max_points: {most}", "    criteria:"]
        for number in range(1, CRITERIA_AN_AREA + 1):
            lines += [f'      - code: "{area}.{number}"', f"        title: Tiêu chí {area}.{number}"]
            lines += [f"        max_points: {LEAVES_A_CRITERION}", "        criteria:"]
            for leaf, rule in enumerate(rules, 1):
                code = f"{area}.{number}.{leaf}"
                lines += [f'          - code: "{code}"', f"            title: Tiêu chí thành phần {code}"]
                lines += [
                    "            max_points: 1",
                    f"            rule: {rule}",
                    f"            reference: Điều {leaf}",
                ]
    return "\n".join(lines) + "\n"


def _table(criteria: cchc_index.CriteriaSet, leaves: int) -> str:
    chance = random.Random(1)
    columns = [leaf.criterion for leaf in criteria.leaves[:leaves]]
    made = {  # no rate of at most 1, which would be asked about
        "steps": lambda: f"{chance.randint(101, 10000) / 100:.2f}",
        "proportion": lambda: f"{chance.randint(101, 10000) / 100:.2f}",
        "points": lambda: f"{chance.randint(0, 4) * 0.25:.2f}",
        "yes_no": lambda: chance.choice(["có", "không"]),
        "convert": lambda: f"{chance.randint(101, 10000) / 100:.2f}",
    }
    rows = [",".join(["unit", *(column.code for column in columns)])]
    for unit in range(UNITS):
        values = [made[column.rule.name]() for column in columns if column.rule]
        rows.append(",".join([f"xa-{unit:04}", *values]))
    return "\n".join(rows) + "\n"


def measure() -> list[tuple[str, str, str]]:
    """The rows of the bench table."""
    registry = cchc_index.Registry.builtin()
    text = criteria_text()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "large.yaml"
        path.write_text(text, encoding="utf-8")
        ours = best_of(lambda: cchc_index.load_criteria(path, registry=registry))
        plain = best_of(lambda: yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader))
        criteria = cchc_index.load_criteria(path, registry=registry)
        table = Path(folder) / "xa.csv"
        table.write_text(_table(criteria, len(criteria.leaves)), encoding="utf-8")
        reading = best_of(lambda: cchc_index.read_assessment(table, criteria), runs=2)
        assessment = cchc_index.read_assessment(table, criteria)
        scoring = best_of(lambda: cchc_index.score(criteria, assessment))
        result = cchc_index.score(criteria, assessment)
        shaping = best_of(result.to_dict, runs=2)
    leaves = len(criteria.leaves)
    return [
        (f"load_criteria(), {leaves} leaves, all checks and positions, CPU ms", f"{1000 * ours:.1f}", ""),
        ("yaml.load with the C loader, CPU ms", f"{1000 * plain:.1f}", ""),
        ("ratio", f"{ours / plain:.2f}", "at most 3"),
        (f"read_assessment(), CSV of {UNITS:,} units x {leaves} leaves, CPU s", f"{reading:.2f}", ""),
        ("score() of the same, CPU s", f"{scoring:.3f}", ""),
        ("to_dict() of the same, CPU s", f"{shaping:.2f}", ""),
    ]
