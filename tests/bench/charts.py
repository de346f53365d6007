"""Drawing: every picture of 170 communes with 100 criteria, as SVG and as PNG, loading matplotlib included."""

from __future__ import annotations

import time

from cchc_index.writing.charts import chart_files
from tests.charts.communes import communes

UNITS, AREAS, LEAVES = 170, 10, 10


def measure() -> list[tuple[str, str, str]]:
    """The figures, each with its bound."""
    result = communes(UNITS, AREAS, LEAVES)
    rows = []
    for kinds in (("svg", "png"), ("svg",), ("png",)):
        start = time.process_time()
        made = {name: make() for name, make in chart_files(result, "vi", kinds).items()}
        taken = time.process_time() - start
        size = sum(map(len, made.values())) / 1_000_000
        what = f"all charts of {UNITS} units of {AREAS * LEAVES} leaves, {' and '.join(kinds)}"
        rows.append((what, f"{taken:.2f} s, {len(made)} files, {size:.1f} MB", "bound 5 s"))
    return rows
