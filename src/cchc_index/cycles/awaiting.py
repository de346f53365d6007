"""What a cycle says of files still to come, held against its sets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from cchc_index.assessment.applicability import ancestors
from cchc_index.assessment.awaited import Awaited
from cchc_index.criteria.criteria_set import CriteriaSet
from cchc_index.cycles.documents import AwaitedFile, CycleDocument
from cchc_index.reading.records import is_date

Fault = tuple[str, str, dict[str, str]]  #: the message, the place in cycle.yaml, and what it is about


def awaited_of(document: CycleDocument, name: str, criteria: CriteriaSet) -> tuple[Awaited, ...]:
    """The nodes of a set that are still to come: those said of it, or of every set that has them.

    Args:
        document: The cycle.
        name: The set, as the entries name it.
        criteria: The set.
    """
    return tuple(
        Awaited(code, each.until)
        for each in document.awaiting
        if not each.criteria or each.criteria == name
        for code in each.codes
        if code in criteria.positions
    )


def awaiting_faults(document: CycleDocument, sets: Mapping[str, CriteriaSet]) -> Iterator[Fault]:
    """What is wrong with what a cycle awaits.

    Args:
        document: The cycle.
        sets: Its sets by the names that the entries give them, as far as they could be read.
    """
    named = tuple(dict.fromkeys(entry.criteria for entry in document.assessments))
    first: dict[tuple[str, str], str] = {}
    for number, each in enumerate(document.awaiting):
        path = f"awaiting[{number}]"
        if not each.codes:
            yield "awaiting.no_codes", f"{path}.codes", {}
        if each.until and not is_date(each.until):
            yield "awaiting.until", f"{path}.until", {"value": each.until}
        if each.criteria and each.criteria not in named:
            yield "awaiting.set", f"{path}.criteria", {"criteria": each.criteria, "known": ", ".join(named) or "-"}
            continue
        for place, code in enumerate(each.codes):
            yield from _code_faults(document, each, code, f"{path}.codes[{place}]", sets, first)


def _code_faults(
    document: CycleDocument,
    said: AwaitedFile,
    code: str,
    path: str,
    sets: Mapping[str, CriteriaSet],
    first: dict[tuple[str, str], str],
) -> Iterator[Fault]:
    """What is wrong with one code; `first` holds where each code of each set stood first."""
    names = [said.criteria] if said.criteria else list(dict.fromkeys(entry.criteria for entry in document.assessments))
    having = [name for name in names if name in sets and code in sets[name].positions]
    if not having:
        if all(name in sets for name in names):  # what could not be read may have it
            yield "awaiting.code", path, {"code": code, "criteria": ", ".join(sets[name].name for name in names)}
        return
    for name in having:
        criteria = sets[name]
        above = [node.criterion.code for node in ancestors(criteria, criteria.node(code))]
        absent = next((each.code for each in document.absent if each.code in above and each.criteria in ("", name)), "")
        if absent:
            yield "awaiting.absent", path, {"code": code, "absent": absent}
        earlier = next((each for each in above if (name, each) in first), "")
        if earlier:
            yield "awaiting.twice", path, {"code": code, "first": earlier}
            return
    first.update({(name, code): path for name in having})
