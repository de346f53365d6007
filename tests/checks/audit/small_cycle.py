"""A small cycle to audit: two areas, of which the first has two leaves."""

from __future__ import annotations

from pathlib import Path

import cchc_index
from cchc_index.checks.auditing import audit_table
from cchc_index.criteria.criteria_set import parse_criteria

SET = """
id: a
edition: 1
title: A
source: {status: illustrative}
rounding: {points: 2, index: 2}
classify: {thresholds: {bands: [{label: {vi: Khá, en: Good}, from: 80}, {label: Fair, from: 60}, {label: Weak}]}}
criteria:
  - code: "1"
    title: Area
    max_points: 50
    criteria:
      - {code: "1.1", title: One, max_points: 30, rule: {convert: {scale: 30}}}
      - {code: "1.2", title: Two, max_points: 20, rule: {convert: {scale: 20}}}
  - {code: "2", title: Three, max_points: 50, rule: {convert: {scale: 50}}}
"""
CYCLE = "id: c-1\ntitle: C\ndata: synthetic\nassessments:\n  - {criteria: a.yaml, files: [v.csv]}\n"
PRINTED = CYCLE.replace("[v.csv]", "[{path: v.csv, printed: yes}]")
VALUES = "unit,1.1,1.2,2\nu,25.5,15.0,45.0\nv,20.0,20.0,40.2\nw,20.0,10.0,38.0\nx,10.0,10.0,10.0\n"


def report(
    folder: Path, published: str, *, values: str = VALUES, criteria: str = SET, cycle: str = CYCLE, **files: str
) -> cchc_index.AuditReport:
    """The audit of a cycle; further files by their name without the ending."""
    texts = {"a.yaml": criteria, "cycle.yaml": cycle, "v.csv": values, "published.csv": published}
    for name, text in (texts | {f"{name}.csv": text for name, text in files.items()}).items():
        (folder / name).write_text(text, encoding="utf-8")
    return cchc_index.audit(cchc_index.open_cycle(folder))


def alone(folder: Path, published: str, criteria: str = SET, **declared: str) -> cchc_index.AuditReport:
    """The audit of a table without a cycle."""
    (folder / "published.csv").write_text(published, encoding="utf-8")
    read = parse_criteria(criteria, registry=cchc_index.Registry.builtin())
    return audit_table(folder / "published.csv", read, **declared)


def told(found: cchc_index.AuditReport) -> list[tuple[str, str, str, str | None]]:
    """Each finding: unit, what, published and computed."""
    return [
        (each.unit, f"{each.code}.{each.what}".lstrip("."), each.published, each.computed) for each in found.findings
    ]
