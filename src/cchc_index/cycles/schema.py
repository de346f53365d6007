"""JSON Schema of ``cycle.yaml``, generated from the classes it is read into."""

from __future__ import annotations

from cchc_index.builders.contract import NamedBuilder
from cchc_index.cycles.documents import AbsentNode, AwaitedFile, CycleDocument
from cchc_index.evidence.builtin import builtin_builders
from cchc_index.reading.declared import FileEntry, PublishedEntry
from cchc_index.reading.yaml.json_schema import Schema, schema_of


def cycle_schema() -> Schema:
    """The schema of a cycle's ``cycle.yaml``.

    Example:
        >>> sorted(cycle_schema()["properties"])[:3]
        ['absent', 'adjustments', 'assessments']
    """
    words = "One year's assessment with cchc_index (đợt đánh giá)"
    either = (FileEntry, PublishedEntry, AbsentNode, AwaitedFile)
    return schema_of(CycleDocument, words, either, {NamedBuilder: builtin_builders()})
