"""What a cycle says of optional blocks that are left out this year, held against its sets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from cchc_index.assessment.applicability import Absent
from cchc_index.criteria.criteria_set import CriteriaSet
from cchc_index.cycles.awaiting import Fault
from cchc_index.cycles.documents import CycleDocument


def absent_of(document: CycleDocument, name: str, criteria: CriteriaSet) -> tuple[Absent, ...]:
    """What a set leaves out: the nodes declared for it, or for every set that has them as optional.

    Args:
        document: The cycle.
        name: The set, as the entries name it.
        criteria: The set.
    """
    return tuple(
        Absent(each.code, each.decision)
        for each in document.absent
        if each.criteria == name or (not each.criteria and each.code in criteria.optional)
    )


def absent_faults(document: CycleDocument, sets: Mapping[str, CriteriaSet]) -> Iterator[Fault]:
    """Nodes that are said to be absent and are optional in none of the sets that are meant.

    Args:
        document: The cycle.
        sets: Its sets by the names that the entries give them, as far as they could be read.
    """
    for number, each in enumerate(document.absent):
        named = [sets[each.criteria]] if each.criteria in sets else list(sets.values())
        if sets and not any(each.code in criteria.optional for criteria in named):
            known = ", ".join(dict.fromkeys(code for criteria in named for code in criteria.optional))
            names = ", ".join(criteria.name for criteria in named)
            yield (
                "value.not_optional",
                f"absent[{number}]",
                {"code": each.code, "criteria": names, "known": known or "-"},
            )
