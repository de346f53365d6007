"""How far figures of a survey may be off: Wilson intervals of shares, bootstrap intervals of means.

All in whole numbers and fractions, so that a seed gives the same interval on every machine; bounds are rounded outward.
Intervals stand beside the figures, for analysis: none of them enters points.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from math import isqrt
from typing import Final

import numpy as np

from cchc_index.builders.contract import Level
from cchc_index.values.exact import to_decimal

#: the quantile of the normal distribution on either side, its last decimal rounded up
_QUANTILES: Final[Mapping[Level, Fraction]] = {
    "90": Fraction("1.644853626951473"),
    "95": Fraction("1.959963984540055"),
    "99": Fraction("2.575829303548901"),
}
_FINE: Final = 10**12  #: in whose parts square roots are taken, outward
REPLICATES: Final = 999  #: so that the bounds of all levels are replicates themselves


def wilson(successes: int, answers: int, level: Level = "95", places: int = 2) -> tuple[Decimal, Decimal]:
    """Wilson's interval of a share in per cent, rounded outward.

    (2 k + z² ± z √(z² + 4 k (n - k) / n)) / (2 (n + z²)), with k successes of n and the normal quantile z

    Source:
        E. B. Wilson, Probable inference, the law of succession, and statistical inference, JASA 22 (1927), 209-212.

    Example:
        >>> wilson(81, 263), wilson(0, 20)
        ((Decimal('25.52'), Decimal('36.63')), (Decimal('0.00'), Decimal('16.12')))
    """
    z = _QUANTILES[level]
    under = z * z + Fraction(4 * successes * (answers - successes), answers)
    middle, below = 2 * successes + z * z, 2 * (answers + z * z)
    root = isqrt(under.numerator * _FINE * _FINE // under.denominator)
    out = z * Fraction(root + 1, _FINE)
    low = Fraction(0) if not successes else max((middle - out) / below, Fraction(0))
    high = Fraction(1) if successes == answers else min((middle + out) / below, Fraction(1))
    return outward(100 * low, 100 * high, places)


def outward(low: Fraction, high: Fraction, places: int) -> tuple[Decimal, Decimal]:
    """Bounds with so many decimals, the lower rounded down and the upper up.

    Example:
        >>> outward(Fraction(1, 3), Fraction(2, 3), 2)
        (Decimal('0.33'), Decimal('0.67'))
    """
    scale = 10**places
    return to_decimal(low * scale // 1, places), to_decimal(-(-high * scale // 1), places)


def bootstrap(
    groups: Mapping[int, tuple[Sequence[int], Sequence[int]]],
    people: Mapping[int, Fraction],
    seed: str,
    level: Level = "95",
    replicates: int = REPLICATES,
) -> tuple[Fraction, Fraction] | None:
    """The percentile interval of a mean, over respondents drawn anew with replacement within their groups.

    Args:
        groups: For each group of respondents the sums of their scores, and how many answers each gave.
        people: For how many people each group stands.
        seed: What the draws follow from.
        level: The level in per cent.
        replicates: How many times respondents are drawn.

    Returns:
        The bounds; None where a group has fewer than two respondents, whose spread nobody can know.

    Example:
        >>> bootstrap({0: ([100, 0, 100, 60], [1, 1, 1, 1])}, {0: Fraction(1)}, "seed", replicates=199)
        (Fraction(15, 1), Fraction(100, 1))
    """
    if not groups or any(len(sums) < 2 for sums, _ in groups.values()):
        return None
    means: list[Fraction] = [Fraction(0)] * replicates
    total = sum((people[group] for group in groups), Fraction(0))
    for group, (sums, answers) in groups.items():
        scores, sizes = np.array(sums, dtype=object), np.array(answers, dtype=np.int64)
        if max(map(abs, sums)) * len(sums) < 2**62:
            scores = scores.astype(np.int64)
        share = people[group] / total
        for number in range(replicates):
            drawn = _draws(f"{seed}/{group}/{number}", len(sums))
            means[number] += share * Fraction(int(scores[drawn].sum()), int(sizes[drawn].sum()))
    means.sort()
    cut = (replicates + 1) * (100 - int(level)) // 200
    return means[max(cut, 1) - 1], means[replicates - max(cut, 1)]


def _draws(seed: str, size: int) -> np.ndarray[tuple[int, ...], np.dtype[np.uint64]]:
    """So many places below their number, each as likely as any other up to 2⁻⁴⁰; the same on every machine."""
    stream = hashlib.shake_256(seed.encode()).digest(8 * size)
    return np.frombuffer(stream, dtype="<u8") % np.uint64(size)
