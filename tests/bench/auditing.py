"""An audit of a large table of which every figure is printed, beside the scoring of what was reported.

Whole ways of a folder, both of which read the reported values, and the audit the published table as well; and what is
left of them once all files are read, where an audit is held against nothing but the scoring in it. That has no bound:
with `printed: yes` every leaf is scored at the ends of what its values may have been as well, and hundreds of columns
are read and narrow what each node can be, where scoring looks at each leaf once.
"""

from __future__ import annotations

import csv
import tempfile
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import cchc_index
from cchc_index.checks.audit.basis import Basis
from cchc_index.checks.auditing import audit, hold
from cchc_index.criteria.criteria_set import CriteriaSet, parse_criteria
from cchc_index.reading.declared import PublishedEntry
from cchc_index.reading.grids.cells import Texts
from cchc_index.reading.sources import table_of
from tests.bench import reading
from tests.bench.scoring import best_of, criteria_text, exact_assessment, raw_values

UNITS = 3_300
Row = dict[str, str]


def _rows(result: cchc_index.IndexResult, *, indices: bool = False, wrong_every: int = 0) -> list[Row]:
    """Every figure of a result as a table; with a total that is wrong in every so many-th row."""
    rows = []
    for number, card in enumerate(result):
        row: dict[str, object] = {"unit": card.unit.id, "points": card.points, "index": card.index, "rank": card.rank}
        row |= {"max_points": card.max_points, "band": card.band.label.first if card.band else ""}
        nodes = card.nodes
        row |= {code: node.points for code, node in nodes.items()}
        if indices:
            row |= {f"{code}.index": node.index for code, node in nodes.items()}
        if wrong_every and number % wrong_every == 0 and card.points is not None:
            row["points"] = card.points + 1
        rows.append({name: "" if value is None else str(value) for name, value in row.items()})
    return rows


def _write(path: Path, rows: list[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def _write_values(path: Path, criteria: CriteriaSet) -> None:
    """The values of the bench of scoring as a table, where everything applies to all."""
    columns: dict[str, list[str]] = {"unit": [f"unit-{number:06}" for number in range(UNITS)]}
    for code, fields in raw_values(criteria, UNITS)[0].items():
        for name, column in fields.items():
            numbers = column.tolist()
            if name == "yes_no":
                columns[f"{code}.{name}"] = ["có" if number else "không" for number in numbers]
            elif name in ("points", "value"):
                columns[f"{code}.{name}"] = [str(Decimal(number).scaleb(-2)) for number in numbers]
            else:
                columns[f"{code}.{name}"] = [str(number) for number in numbers]
    _write(path, [dict(zip(columns, row, strict=True)) for row in zip(*columns.values(), strict=True)])


def _whole_ways(name: str, text: str, write_values: Callable[[Path], None]) -> list[tuple[str, str, str]]:
    """An audit of a folder over scoring it: every point printed, every index as well, and values that were printed."""
    lines = []
    criteria = parse_criteria(text, registry=cchc_index.Registry.builtin())
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        (folder / "set.yaml").write_text(text, encoding="utf-8")
        write_values(folder / "values.csv")
        result = cchc_index.score(criteria, cchc_index.read_assessment(folder / "values.csv", criteria))
        for indices, printed in ((False, False), (True, False), (False, True), (True, True)):
            _write(folder / "published.csv", _rows(result, indices=indices))
            entry = f"{{path: values.csv{', printed: yes' if printed else ''}}}"
            (folder / "cycle.yaml").write_text(
                "id: bench\ntitle: Bench\ndata: synthetic\npublished: {path: published.csv}\nassessments:\n"
                f"  - {{criteria: set.yaml, stage: final, files: [{entry}]}}\n",
                encoding="utf-8",
            )
            cycle = cchc_index.open_cycle(folder)
            assert not audit(cycle).findings
            scoring = best_of(lambda: cchc_index.open_cycle(folder).score(), 3)
            auditing = best_of(lambda: audit(cchc_index.open_cycle(folder)), 3)
            ratio = best_of(lambda: audit(cycle)) / best_of(cycle.score)  # noqa: B023
            said = f"{name}{', every CODE.index printed' if indices else ''}{', printed: yes' if printed else ''}"
            times = f"({1000 * auditing:.0f} of {1000 * scoring:.0f} ms)"
            lines.append((f"{said}: audit over score", f"{auditing / scoring:.1f} {times}", "at most 10"))
            lines.append(("  once the files are read", f"{ratio:.1f}", ""))
    return lines


def _misprints() -> list[tuple[str, str, str]]:
    """Values as the library holds them, and a table with misprints."""
    criteria = parse_criteria(criteria_text(), registry=cchc_index.Registry.builtin())
    assessment = exact_assessment(criteria, *raw_values(criteria, UNITS))
    result = cchc_index.score(criteria, assessment)
    lines = []
    for every in (0, 3):
        table = table_of(_rows(result, wrong_every=every), "published", Texts())

        def auditing(table: object = table) -> object:
            bases = [Basis.of_result(cchc_index.score(criteria, assessment))]
            return hold(bases, table, PublishedEntry("published"), None)  # type: ignore[arg-type]

        said = f"{UNITS // every:,} totals misprinted" if every else f"all of {len(criteria.nodes)} nodes printed"
        lines.append((f"audit of a table in memory, {said}, CPU ms", f"{1000 * best_of(auditing):.1f}", ""))
    scoring = best_of(lambda: cchc_index.score(criteria, assessment))
    return [("score of the same, CPU ms", f"{1000 * scoring:.1f}", ""), *lines]


def measure() -> list[tuple[str, str, str]]:
    """The rows of the bench table."""
    mixed = parse_criteria(criteria_text(), registry=cchc_index.Registry.builtin())
    size = f"{UNITS:,} units x {len(mixed.leaves)} leaves"
    return [
        *_whole_ways(f"{size} of five rules", criteria_text(), lambda path: _write_values(path, mixed)),
        *_whole_ways(
            f"{size} of typed points",
            reading.criteria_text(len(mixed.leaves)),
            lambda path: reading.write_table(path, UNITS, len(mixed.leaves)),
        ),
        *_misprints(),
    ]
