"""Combining parts, beside the same by hand in float64."""

from __future__ import annotations

from decimal import Decimal

import numpy as np
import numpy.typing as npt

from cchc_index.aggregations.combining import Best, Geometric, Harmonic, Minimum
from cchc_index.aggregations.contract import Aggregation, Parts
from cchc_index.values.exact import Integers
from tests.bench.scoring import best_of

UNITS, PARTS, MOST = 100_000, 4, 1_000
Floats = npt.NDArray[np.float64]


def _by_hand(shares: list[Floats]) -> Floats:
    """The geometric mean of shares, of 10 points, rounded to two decimals."""
    logs = [np.log(share) for share in shares]
    rounded: Floats = np.floor(10 * np.exp(np.sum(logs, axis=0) / PARTS) * 100 + 0.5) / 100
    return rounded


def measure() -> list[tuple[str, str, str]]:
    """The rows of the bench table."""
    random = np.random.default_rng(11)
    columns = [random.integers(1, MOST + 1, UNITS) for _ in range(PARTS)]
    maximum = Integers.of(np.full(UNITS, MOST))
    parts = Parts(tuple(map(Integers.of, columns)), (maximum,) * PARTS, Decimal(10), 2, "half_up")
    shares = [column / MOST for column in columns]

    def took(aggregation: Aggregation) -> float:
        return best_of(lambda: aggregation.combine(parts).ratios.rounded(2, "half_up"))

    by_hand = best_of(lambda: _by_hand(shares))
    geometric = took(Geometric())
    rows = [
        (f"geometric, {UNITS:,} units x {PARTS} parts, CPU ms", f"{1000 * geometric:.1f}", ""),
        ("exp(log) in float64, CPU ms", f"{1000 * by_hand:.1f}", ""),
        ("ratio", f"{geometric / by_hand:.1f}", "at most 10"),
    ]
    found = Geometric().combine(parts).ratios.rounded(2, "half_up").values
    wrong = int(np.count_nonzero(np.rint(_by_hand(shares) * 100).astype(np.int64) != found))
    rows.append(("float64: units with wrong points", f"{wrong}", ""))
    for name, aggregation in (("minimum", Minimum()), ("best 2", Best(2)), ("harmonic", Harmonic())):
        rows.append((f"{name}, CPU ms", f"{1000 * took(aggregation):.1f}", ""))
    return rows
