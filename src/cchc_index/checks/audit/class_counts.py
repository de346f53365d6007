"""How many units were published to be in each class, held against the classes printed and computed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from cchc_index.checks.audit.basis import Basis
from cchc_index.checks.findings import Against, Cause, Finding
from cchc_index.problems.problem import Problem
from cchc_index.reading.published import PublishedCount
from cchc_index.values.text import folded

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

    Ends = tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]


def count_problems(counts: Sequence[PublishedCount], bases: Sequence[Basis]) -> Iterator[Problem]:
    """Groups and classes that no set of the cycle has."""
    groups = {folded(unit.group) for basis in bases for unit in basis.register}
    labels = {
        folded(text) for basis in bases for band in basis.outcome.classification.bands for _, text in band.label.texts
    }
    for each in counts:
        if each.group and folded(each.group) not in groups:
            yield Problem("published.no_group", each.place, arguments={"found": each.group})
        if folded(each.band) not in labels:
            yield Problem("published.no_band", each.place, arguments={"found": each.band})


def wrong_counts(
    counts: Sequence[PublishedCount], held: Sequence[tuple[Basis, Ends]], bands: Mapping[str, str], *, wider: bool
) -> Iterator[Finding]:
    """The counts that neither the printed nor the computed classes give, nor any that values printed so can have had.

    Args:
        counts: The counts.
        held: What the table is held against, each with the first and the last class that its units can have.
        bands: The printed classes, by unit.
        wider: Whether the counts are over more units than the table has.
    """
    for each in counts:
        printed = computed = least = most = 0
        is_printed, is_computed = True, True
        for basis, (first, last) in held:
            names = [band.label for band in basis.outcome.classification.bands]
            alike = [folded(each.band) in [folded(text) for _, text in name.texts] for name in names]
            for row, unit in enumerate(basis.register):
                if each.group and folded(each.group) != folded(unit.group):
                    continue
                own = int(basis.outcome.classification.band_of[row])
                computed += own >= 0 and alike[own]
                can = alike[max(first[row], 0) : last[row] + 1]
                least += first[row] >= 0 and all(can)
                most += any(can)
                is_computed &= basis.result is not None
                text = bands.get(unit.id)
                is_printed &= text is not None or own < 0
                printed += text is not None and folded(text) == folded(each.band)
        known = [number for number, is_known in ((printed, is_printed), (computed, is_computed)) if is_known]
        fewest = min([*known, *([least] if is_computed else [])], default=0)
        explained = each.units in known or (is_computed and least <= each.units <= most)
        if not known or explained or (wider and each.units >= fewest):
            continue
        cause = Cause("", "units", each.band, str(each.units))
        sources = (("published", printed, is_printed), ("computed", computed, is_computed))
        against = tuple(
            Against("", "units", each.band, str(number), "published" if source == "published" else "computed")
            for source, number, is_known in sources
            if is_known
        )
        found = str(known[-1])
        difference = str(each.units - known[-1])
        yield Finding(
            "", "units", each.band, str(each.units), found, difference, cause, against=against, group=each.group
        )


def no_units(bases: Sequence[Basis], listed: Sequence[str]) -> tuple[str, ...]:
    """The units of which nothing is published."""
    known = frozenset(listed)
    return tuple(unit.id for basis in bases for unit in basis.register if unit.id not in known)
