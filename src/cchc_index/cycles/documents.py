"""What a cycle's ``cycle.yaml`` says, as the file says it."""

from __future__ import annotations

from typing import Literal

import attrs

from cchc_index.criteria.tree import STAGES, Stage
from cchc_index.reading.declared import FileEntry, PublishedEntry
from cchc_index.values.text import Text


@attrs.frozen
class AssessmentEntry:
    """One set, the groups it scores, and the tables of one stage.

    Attributes:
        criteria: A set's id and edition, a plugin's, or the path of a YAML file within the cycle's folder.
        files: The tables.
        groups: The groups of the register it scores; all when empty.
        stage: The stage of the tables.
    """

    criteria: str
    files: tuple[FileEntry, ...]
    groups: tuple[str, ...] = ()
    stage: Stage = "final"


@attrs.frozen
class AbsentNode:
    """An optional node that is left out this year.

    Attributes:
        code: Its code.
        decision: Who decided so.
        criteria: The set it belongs to, as the entries name it; every set that has it, unless it is given.
    """

    code: str
    decision: str = ""
    criteria: str = ""


@attrs.frozen
class CycleDocument:
    """One year's assessment (đợt đánh giá).

    Attributes:
        id: Its identifier.
        title: Its title.
        data: Whether the reported values are real or made up.
        assessments: What is scored by what.
        stages: The stages it has, in order.
        source: Where the values come from.
        absent: Optional blocks left out this year.
        awaiting: Files still to come.
        evidence: Builders of reported values.
        units: The register of units, where its file is not a plain units.csv.
        published: The published results, where their file is not a plain published.csv.
    """

    id: str
    title: Text
    data: Literal["real", "synthetic"]
    assessments: tuple[AssessmentEntry, ...]
    stages: tuple[Stage, ...] = STAGES
    source: Text | None = None
    absent: tuple[AbsentNode, ...] = ()
    awaiting: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    units: FileEntry | None = None
    published: PublishedEntry | None = None
