"""Counts by unit as rows are gone through, and the evidence that is made of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from cchc_index.builders.contract import CountedFile, Evidence, Figure, LeftOut, Measure


class Tallies:
    """Counts rows for each unit.

    Example:
        >>> found = Tallies()
        >>> found.count("b", ["drafts"]), found.count("a", ["drafts", "commented"]), found.count("b", ())
        (None, None, None)
        >>> found.evidence([Measure("drafts", None), Measure("commented", None)], (), ()).of("b")
        {'drafts': 1, 'commented': 0}
    """

    def __init__(self) -> None:
        """Nothing is counted yet."""
        self._rows: Counter[str] = Counter()
        self._counts: dict[str, Counter[str]] = {}

    def count(self, unit: str, measures: Iterable[str]) -> None:
        """Count a row for some measures of its unit."""
        self._rows[unit] += 1
        self._counts.setdefault(unit, Counter()).update(measures)

    def evidence(
        self, measures: Sequence[Measure], files: tuple[CountedFile, ...], left_out: tuple[LeftOut, ...]
    ) -> Evidence:
        """The counts of each unit that has rows, in the order of identifiers."""
        units = tuple(sorted(self._rows))
        figures: dict[str, tuple[Figure, ...]] = {
            each.name: tuple(self._counts[unit][each.name] for unit in units) for each in measures
        }
        return Evidence(units, figures, tuple(self._rows[unit] for unit in units), files, left_out)
