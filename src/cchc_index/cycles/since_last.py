"""What a cycle says of the years before it: which units and which criteria became which."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import attrs

from cchc_index.criteria.criteria_set import CriteriaSet
from cchc_index.cycles.mapping import MappedCode, about_no_code, mapping_of
from cchc_index.cycles.succession import Successions, successions_of
from cchc_index.problems.problem import Place, Problem
from cchc_index.reading.forms import Form
from cchc_index.reading.tables import Table


@attrs.frozen
class SinceLast:
    """What became of units and criteria since the years before.

    Attributes:
        successions: Of the units.
        mapping: Of the criteria.
    """

    successions: Successions = attrs.field(factory=Successions)
    mapping: tuple[MappedCode, ...] = ()


def since_last(
    succession: Form | Table | None,
    mapping: Form | Table | None,
    units: Mapping[str, Place | None],
    sets: Iterable[CriteriaSet],
    problems: list[Problem],
    published: Form | Table | None = None,
) -> tuple[SinceLast, list[Problem]]:
    """What the two tables of a cycle say, and all its problems: those of former units name the successors.

    Args:
        succession: The table of units; None where there is none.
        mapping: The table of criteria; None where there is none.
        units: The cycle's units, with where they stand.
        sets: The cycle's sets.
        problems: What is wrong with the cycle otherwise.
        published: The published results; None without any.
    """
    found = SinceLast()
    if succession is not None:
        successions, told = successions_of(succession)
        found = attrs.evolve(found, successions=successions)
        problems = [*problems, *told] if told else list(successions.refused(problems, units))
        if published is not None and not told:
            problems += _published_of_former(published, successions)
    if mapping is not None:
        rows, told = mapping_of(mapping)
        problems = [*problems, *told, *about_no_code(rows, 1, sets)]
        found = attrs.evolve(found, mapping=rows)
    return found, problems


def _published_of_former(published: Form | Table, successions: Successions) -> Iterator[Problem]:
    """Published rows of units that are there no more."""
    for unit, _, _, where in published.units():
        if successions.is_former(unit):
            yield successions.told(unit, where if isinstance(where, Place) else published.place(where))
