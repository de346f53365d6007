"""Which set scores each unit of a cycle: one, and no other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cchc_index.problems.problem import Place, Problem
from cchc_index.values.text import folded
from cchc_index.values.units import Register


def membership_faults(
    entries: Iterable[tuple[str, tuple[str, ...]]], register: Register, place: Place
) -> Iterator[Problem]:
    """Units that no set scores, or more than one.

    Args:
        entries: The sets, each with the groups that it scores; all of them where it names none.
        register: The units.
        place: Where they stand.
    """
    known = tuple(entries)
    for unit in register:
        own = folded(unit.group)
        names = [name for name, groups in known if not groups or own in map(folded, groups)]
        if len(names) > 1:
            arguments = {"unit": unit.id, "first": names[0], "second": names[1]}
            yield Problem("cycle.two_sets", place, arguments=arguments)
        elif not names:
            yield Problem("cycle.unscored_unit", place, arguments={"unit": unit.id, "group": unit.group})
