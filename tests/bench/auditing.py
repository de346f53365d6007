"""An audit of a large table of which every figure is printed, beside the scoring of what was reported."""

from __future__ import annotations

from collections.abc import Callable

import cchc_index
from cchc_index.checks.audit.basis import Basis
from cchc_index.checks.auditing import hold
from cchc_index.criteria.criteria_set import parse_criteria
from cchc_index.reading.declared import PublishedEntry
from cchc_index.reading.grids.cells import Texts
from cchc_index.reading.sources import table_of
from cchc_index.reading.tables import Table
from tests.bench.scoring import best_of, criteria_text, exact_assessment, raw_values

UNITS = 3_300


def _table(result: cchc_index.IndexResult, wrong_every: int = 0) -> Table:
    """Every figure of a result as a table; with a total that is wrong in every so many-th row."""
    rows = []
    for number, card in enumerate(result):
        row = {"unit": card.unit.id, "points": card.points, "index": card.index, "rank": card.rank}
        row |= {"max_points": card.max_points, "band": card.band.label.first if card.band else ""}
        row |= {code: node.points for code, node in card.nodes.items()}
        if wrong_every and number % wrong_every == 0 and card.points is not None:
            row["points"] = card.points + 1
        rows.append({name: "" if value is None else str(value) for name, value in row.items()})
    return table_of(rows, "published", Texts())


def measure() -> list[tuple[str, str, str]]:
    """The rows of the bench table."""
    criteria = parse_criteria(criteria_text(), registry=cchc_index.Registry.builtin())
    assessment = exact_assessment(criteria, *raw_values(criteria, UNITS))
    result = cchc_index.score(criteria, assessment)

    def auditing(table: Table) -> Callable[[], object]:
        return lambda: hold(
            [Basis.of_result(cchc_index.score(criteria, assessment))], table, PublishedEntry("published"), None
        )

    scoring = best_of(lambda: cchc_index.score(criteria, assessment))
    right, wrong = (best_of(auditing(_table(result, every))) for every in (0, 3))
    size = f"{UNITS:,} units x {len(criteria.leaves)} leaves"
    return [
        (f"score {size}, CPU ms", f"{1000 * scoring:.1f}", ""),
        (f"audit, all of {len(criteria.nodes)} nodes printed, CPU ms", f"{1000 * right:.1f}", ""),
        ("ratio", f"{right / scoring:.1f}", "at most 10"),
        (f"audit, {UNITS // 3:,} totals misprinted, CPU ms", f"{1000 * wrong:.1f}", ""),
    ]
