"""Counts by unit as rows are gone through, and the evidence that is made of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Literal

from cchc_index.builders.contract import CountedFile, Evidence, Figure, Measure
from cchc_index.evidence.faulty_rows import FaultyRows

Unlisted = Literal["missing", "zero"]  #: what a unit has that no row names


class Tallies:
    """Counts rows for each unit.

    Example:
        >>> found = Tallies()
        >>> found.count("b", ["drafts"]), found.count("a", ["drafts", "commented"]), found.count("b", ())
        (None, None, None)
        >>> found.evidence([Measure("drafts", None), Measure("commented", None)], (), FaultyRows(())).of("b")
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
        self,
        measures: Sequence[Measure],
        files: tuple[CountedFile, ...],
        faulty: FaultyRows,
        unlisted: Unlisted = "missing",
    ) -> Evidence:
        """The counts of each unit that has rows, in the order of identifiers.

        Args:
            measures: The figures.
            files: The files that were counted.
            faulty: What was wrong with rows.
            unlisted: `zero` where the tables list everything, so that a known unit that no row names has none. Of one
                whose rows were left out nobody can say so.
        """
        named = set(self._rows)
        if unlisted == "zero" and faulty.units is not None:
            named |= faulty.units - faulty.left_out_of
        units = tuple(sorted(named))
        figures: dict[str, tuple[Figure, ...]] = {
            each.name: tuple(self._counts.get(unit, Counter())[each.name] for unit in units) for each in measures
        }
        return Evidence(units, figures, tuple(self._rows[unit] for unit in units), files, faulty.left_out)
