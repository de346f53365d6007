"""Counts of one unit, what they must add up to, and their rates: whole numbers, divided exactly and last of all."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Final

import attrs

from cchc_index.values.exact import round_fraction, to_decimal

#: what is counted, in the order of every output
MEASURES: Final = (
    *("received", "settled", "early", "on_time", "late", "in_time", "in_process", "overdue"),
    *("returned", "withdrawn", "online", "late_days", "late_days_max"),
)
#: numerator and denominator of each rate
RATES: Final = (
    *(("in_time", "settled"), ("late", "settled"), ("early", "settled"), ("on_time", "settled")),
    *(("in_time", "received"), ("late", "received"), ("settled", "received")),
    *(("online", "received"), ("returned", "received"), ("overdue", "in_process")),
)
KEYS: Final = ("unit", "level", "period", "procedure")
RATE_PLACES: Final = 2

Key = tuple[str, str, str, str]  #: unit, level, period, procedure
Values = tuple[int | None, ...]  #: how many rows, then the measures in their order
Tallies = Mapping[Key, Values]


@attrs.frozen
class UnitCounts:
    """The counts of one unit, at one level and in one period where these are told apart.

    Attributes:
        unit: The unit's identifier.
        level: The level of the one-stop service; "" where levels are not told apart.
        period: `2021-03`, `2021-Q1` or `2021`; "" where periods are not told apart.
        procedure: The procedure; "" where procedures are not told apart.
        rows: How many rows of the source stand behind the counts.
        counts: What was counted, by the names of `MEASURES`; None for what the source does not say.

    Example:
        >>> counts = {"received": 148000, "settled": 143600, "in_time": 140500}
        >>> cao_bang = UnitCounts("cao-bang", "", "2021", "", 1, counts)
        >>> str(cao_bang.rates["in_time_of_settled"]), str(cao_bang.rates["in_time_of_received"])
        ('97.84', '94.93')
        >>> cao_bang.rate("in_time", "settled")
        Fraction(1405, 1436)
        >>> print(cao_bang.rates["late_of_settled"])
        None
    """

    unit: str
    level: str
    period: str
    procedure: str
    rows: int
    counts: Mapping[str, int | None] = attrs.field(hash=False)

    @classmethod
    def of(cls, key: Key, values: Values) -> UnitCounts:
        """The counts of a group."""
        return cls(*key, values[0] or 0, dict(zip(MEASURES, values[1:], strict=True)))

    @property
    def values(self) -> Values:
        """The rows and the measures, in their order."""
        return self.rows, *map(self.counts.get, MEASURES)

    @property
    def key(self) -> Key:
        """By what it is told from the others."""
        return self.unit, self.level, self.period, self.procedure

    def rate(self, part: str, whole: str) -> Fraction | None:
        """One count by another, exactly; None where the source lacks one, or the denominator is 0."""
        above, below = self.counts.get(part), self.counts.get(whole)
        return Fraction(above, below) if above is not None and below else None

    @property
    def rates(self) -> dict[str, Decimal | None]:
        """Per cent, rounded half up to two decimals; each name says the denominator (`late_of_settled`)."""
        return {f"{part}_of_{whole}": _per_cent(self.rate(part, whole)) for part, whole in RATES}

    def to_dict(self, by: Sequence[str]) -> dict[str, object]:
        """The counts for programs: those keys by which units are told apart, counts, rates as text."""
        keys = {name: value for name, value in zip(KEYS, self.key, strict=True) if name in ("unit", "period", *by)}
        counts = {name: self.counts.get(name) for name in MEASURES}
        rates = {name: None if rate is None else str(rate) for name, rate in self.rates.items()}
        return {**keys, **counts, "rows": self.rows, "rates": rates}

    def gaps(self) -> Iterator[Gap]:
        """Where counts that must add up do not; what the source does not say takes no part."""
        counts = self.counts
        for kind, whole, parts in _SUMS:
            stated = counts.get(whole)
            told = {name: count for name in parts if (count := counts.get(name)) is not None}
            wanted = parts if kind == "settled_gap" else parts[:2]
            if stated is not None and all(name in told for name in wanted) and stated != sum(told.values()):
                yield Gap(kind, self.key, whole, stated, told)


#: what must add up: settled of its parts, received of what became of it (returned and withdrawn where these are told)
_SUMS: Final = (
    ("settled_gap", "settled", ("early", "on_time", "late")),
    ("received_gap", "received", ("settled", "in_process", "returned", "withdrawn")),
)


@attrs.frozen
class Gap:
    """Counts that must add up to another, and do not.

    Attributes:
        kind: `settled_gap` or `received_gap`.
        key: Whose counts they are.
        whole: The count that they must add up to.
        stated: What the source says of it.
        parts: The counts.

    Example:
        >>> gap, = UnitCounts("a", "", "", "", 1, {"settled": 10, "early": 5, "on_time": 3, "late": 1}).gaps()
        >>> gap.figures
        '5 + 3 + 1 = 9 ≠ 10 (1)'
    """

    kind: str
    key: Key
    whole: str
    stated: int
    parts: Mapping[str, int] = attrs.field(hash=False)

    @property
    def figures(self) -> str:
        """The sum, what is stated, and by how much that is more."""
        total = sum(self.parts.values())
        return f"{' + '.join(map(str, self.parts.values()))} = {total} ≠ {self.stated} ({self.stated - total})"

    def to_dict(self) -> dict[str, object]:
        """The gap for programs."""
        keys = {name: value for name, value in zip(KEYS, self.key, strict=True) if value}
        missing = self.stated - sum(self.parts.values())
        return {**keys, "whole": self.whole, "stated": self.stated, "parts": dict(self.parts), "gap": missing}


def _per_cent(rate: Fraction | None) -> Decimal | None:
    return None if rate is None else to_decimal(round_fraction(rate * 100, RATE_PLACES, "half_up"), RATE_PLACES)


def completed(counts: dict[str, int | None]) -> dict[str, int | None]:
    """Counts with those that follow from them: settled within the time is early or on time."""
    early, on_time = counts.get("early"), counts.get("on_time")
    if counts.get("in_time") is None and early is not None and on_time is not None:
        counts["in_time"] = early + on_time
    return counts


def added_values(one: Values, other: Values) -> Values:
    """Two groups together; what one of them does not say, the sum does not say.

    Example:
        >>> one = UnitCounts("a", "", "", "", 1, {"late": 1, "late_days_max": 4, "returned": 1})
        >>> other = UnitCounts("a", "", "", "", 1, {"late": 2, "late_days_max": 3})
        >>> both = UnitCounts.of(one.key, added_values(one.values, other.values))
        >>> both.rows, both.counts["late"], both.counts["late_days_max"], both.counts["returned"]
        (2, 3, 4, None)
    """
    found = [None if a is None or b is None else a + b for a, b in zip(one, other, strict=True)]
    most = 1 + MEASURES.index("late_days_max")
    if found[most] is not None:
        found[most] = max(one[most] or 0, other[most] or 0)
    return tuple(found)
