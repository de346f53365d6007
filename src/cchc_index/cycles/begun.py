"""The stages of a cycle for which something has come in."""

from __future__ import annotations

from pathlib import Path

from cchc_index.criteria.tree import Stage
from cchc_index.cycles.documents import CycleDocument
from cchc_index.cycles.inside import is_named_inside, stays_inside
from cchc_index.reading.sources import is_empty_folder


def stages_begun(document: CycleDocument, folder: Path) -> tuple[Stage, ...]:
    """The stages that have files, in order: folders that are all still empty wait for theirs.

    Example:
        >>> from cchc_index.cycles.documents import AssessmentEntry
        >>> from cchc_index.reading.declared import FileEntry
        >>> from cchc_index.values.text import Text
        >>> entry = AssessmentEntry("a-1", (FileEntry("a.csv"),), stage="appraised")
        >>> stages_begun(CycleDocument("a", Text.plain("A"), "real", (entry,)), Path())
        ('appraised',)
    """
    entries = [(entry.stage, file.path) for entry in document.assessments for file in entry.all_files]
    begun = {stage for stage, path in entries if not _waits(folder, path)}
    begun |= {entry.stage for entry in document.assessments if document.evidence and not entry.all_files}
    return tuple(stage for stage in document.stages if stage in (begun or {stage for stage, _ in entries}))


def _waits(folder: Path, inner: str) -> bool:
    """Whether it is a folder in which nothing lies yet; what leads outside is not looked at, and is told."""
    return is_named_inside(inner) and stays_inside(folder, inner) and is_empty_folder(folder / inner)
