"""The stages for which something has come in."""

from __future__ import annotations

from pathlib import Path

from cchc_index.cycles.begun import stages_begun
from cchc_index.cycles.documents import AssessmentEntry, CycleDocument
from cchc_index.reading.declared import FileEntry
from cchc_index.values.text import Text


def _document(**folders: str) -> CycleDocument:
    entries = tuple(AssessmentEntry("a-1", (FileEntry(path),), stage=stage) for stage, path in folders.items())
    return CycleDocument("a", Text.plain("A"), "synthetic", entries)


def test_an_empty_folder_is_waited_for(tmp_path: Path) -> None:
    """Unless all are empty: then all are, and reading them tells that; a path that leads outside is told likewise."""
    for name in ("own", "council"):
        (tmp_path / name).mkdir()
    document = _document(self="own", appraised="council")
    assert stages_begun(document, tmp_path) == ("self", "appraised")
    (tmp_path / "own" / "a.csv").write_text("unit\n", encoding="utf-8")
    assert stages_begun(document, tmp_path) == ("self",)
    assert stages_begun(_document(self="own", final="../elsewhere"), tmp_path) == ("self", "final")
