"""Tables of raw records as files, and what builders say of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from cchc_index.builders.contract import Evidence, EvidenceBuilder, NamedBuilder
from cchc_index.evidence.building import build_evidence
from cchc_index.evidence.raw import TableFile


def table(folder: Path, text: str, name: str = "d.csv") -> TableFile:
    """A file with some text."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return TableFile(path, name, TableFile.of(path).declared)


def rows_of(header: str, rows: Iterable[Iterable[object]]) -> str:
    """A header and rows as CSV."""
    return "\n".join([header, *(",".join(map(str, row)) for row in rows)]) + "\n"


def built(builder: EvidenceBuilder, *files: TableFile, units: Sequence[str] | None = None) -> Evidence:
    """The evidence of sound files."""
    found = build_evidence(NamedBuilder("b", builder), files, units)
    assert isinstance(found, Evidence), [each.text("en") for each in found]
    return found


def told(builder: EvidenceBuilder, *files: TableFile, units: Sequence[str] | None = None) -> dict[str, str]:
    """What is wrong with files: by key the English text; both languages can be told."""
    found = build_evidence(NamedBuilder("b", builder), files, units)
    assert isinstance(found, list)
    assert all(each.text("vi") != each.text("en") for each in found)
    return {each.key: each.text("en") for each in found}
