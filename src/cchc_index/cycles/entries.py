"""What cycle.yaml says of its tables and stages, before any of them is read: what is wrong with it, and its files."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cchc_index.cycles.assessors import assessor_faults
from cchc_index.cycles.awaiting import Fault
from cchc_index.cycles.documents import AssessmentEntry, CycleDocument, document_faults
from cchc_index.reading.declared import FileEntry

_OF_THE_CYCLE: Final = ("units", "published", "adjustments", "objections", "succession", "mapping")


def declared_files(document: CycleDocument) -> Iterator[tuple[str, FileEntry]]:
    """Every file that a cycle declares, each with the place where it does."""
    for key in _OF_THE_CYCLE:
        if (file := getattr(document, key)) is not None:
            yield key, file
    for number, entry in enumerate(document.assessments):
        path = f"assessments[{number}]"
        yield from ((f"{path}.files[{place}]", file) for place, file in enumerate(entry.files))
        panel = entry.assessors.files if entry.assessors else ()
        yield from ((f"{path}.assessors.files[{place}]", file) for place, file in enumerate(panel))
    for number, counted in enumerate(document.evidence):
        yield from ((f"evidence[{number}].files[{place}]", file) for place, file in enumerate(counted.files))


def entry_faults(document: CycleDocument) -> Iterator[Fault]:
    """What is wrong with a cycle's stages and entries: the message, the place in cycle.yaml, what it is about."""
    if not document.assessments:
        yield "cycle.no_assessments", "assessments", {}
    yield from document_faults(document)
    for number, entry in enumerate(document.assessments):
        path = f"assessments[{number}]"
        if entry.stage not in document.stages:
            yield "cycle.stage", f"{path}.stage", {"stage": entry.stage, "stages": ", ".join(document.stages)}
        for key, step, arguments in assessor_faults(entry):
            yield key, f"{path}.{step}", arguments
        if not entry.files and entry.assessors is None and not _is_counted(document, entry):
            yield "cycle.no_files", f"{path}.files", {}


def _is_counted(document: CycleDocument, entry: AssessmentEntry) -> bool:
    """Whether evidence may feed an entry, so that it needs no table of its own."""
    return any(counted.criteria in ("", entry.criteria) for counted in document.evidence)
