"""What a cycle's ``cycle.yaml`` says, as the file says it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, TypeVar

import attrs

from cchc_index.builders.contract import NamedBuilder
from cchc_index.criteria.binding import BindingStructurer
from cchc_index.criteria.tree import STAGES, Stage
from cchc_index.evidence.builtin import builder_class
from cchc_index.notation.marked import Mapping, Marked, Scalar
from cchc_index.problems.problem import Problem
from cchc_index.reading.declared import FileEntry, PublishedEntry
from cchc_index.registry.registry import Registry
from cchc_index.values.text import Text, folded

_Entry = TypeVar("_Entry", bound=FileEntry)
_STAGE_NAME = re.compile(r"\w(?:[\w .-]{0,58}\w)?")


@attrs.frozen
class Assessors:
    """Several assessors, each with a table of points, or a folder of forms.

    Attributes:
        files: Each one's table; an assessor is called as it is, without its ending.
        combine: How the points that they give for a leaf become one figure.
        drop: How many of the highest points, and of the lowest, are left out.
    """

    files: tuple[FileEntry, ...]
    combine: Literal["mean", "median", "majority"]
    drop: int = 0


@attrs.frozen
class AssessmentEntry:
    """One set, the groups it scores, and the tables of one stage.

    Attributes:
        criteria: A set's id and edition, a plugin's, or the path of a YAML file within the cycle's folder.
        files: The tables.
        groups: The groups of the register it scores; all when empty.
        stage: The stage of the tables, one of the cycle's.
        council: What becomes of points that are typed beside a value and differ from the rule's, after the stage
            `self`: they are refused, or the council `decides`, and they stand.
        assessors: Those who give points beside the tables, or instead of them.
    """

    criteria: str
    files: tuple[FileEntry, ...] = ()
    groups: tuple[str, ...] = ()
    stage: Stage = "final"
    council: Literal["refuse", "decides"] = "refuse"
    assessors: Assessors | None = None

    @property
    def all_files(self) -> tuple[FileEntry, ...]:
        """Its tables and those of its assessors."""
        return (*self.files, *(self.assessors.files if self.assessors else ()))


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
class AwaitedFile:
    """Criteria whose file is still to come: a survey that is late, figures of another body.

    Attributes:
        codes: The codes; of a node that has parts all of them are meant.
        criteria: The set they belong to, as the entries name it; every set that has them, unless it is given.
        until: The date by which the file is to come.
    """

    codes: tuple[str, ...]
    criteria: str = ""
    until: str = ""


@attrs.frozen
class EvidenceEntry:
    """Raw records that are counted: into the reported values of some leaves, or for the report alone.

    Attributes:
        builder: What counts them, with its parameters; None in a file in which it cannot be read, and that is refused.
        files: The files of raw records.
        feeds: For each code the measure that its bare column takes, a list of measures that are called as its fields,
            or the measure of each field. Without it the figures stand in the yearly review and feed nothing.
        criteria: The set that the codes belong to, as the entries name it; every set that has them, unless it is given.
        stage: The stage from which on the figures are reported; by default the first one.
    """

    builder: NamedBuilder | None
    files: tuple[FileEntry, ...]
    feeds: dict[str, str | tuple[str, ...] | dict[str, str]] = attrs.field(factory=dict)
    criteria: str = ""
    stage: Stage = ""


@attrs.frozen
class CycleDocument:
    """One year's assessment (đợt đánh giá).

    Attributes:
        id: Its identifier.
        title: Its title.
        data: Whether the reported values are real or made up.
        assessments: What is scored by what.
        stages: The stages it has, in order: `self`, one or more that appraise, `final`.
        source: Where the values come from.
        absent: Optional blocks left out this year.
        awaiting: Criteria whose files are still to come: the result is provisional until then.
        evidence: Raw records that are counted into reported values.
        units: The register of units, where its file is not a plain units.csv.
        adjustments: What the council changed, where its file is not a plain adjustments.csv.
        objections: What units objected to, where their file is not a plain objections.csv.
        published: The published results, where their file is not a plain published.csv.
        succession: Which units became which, where its file is not a plain succession.csv.
        mapping: Which criteria became which, where its file is not a plain mapping.csv.
        previous: Last year's result, a file that ``score -o`` wrote: criteria that earn points for a change since then
            are compared with it.
    """

    id: str
    title: Text
    data: Literal["real", "synthetic"]
    assessments: tuple[AssessmentEntry, ...]
    stages: tuple[Stage, ...] = STAGES
    source: Text | None = None
    absent: tuple[AbsentNode, ...] = ()
    awaiting: tuple[AwaitedFile, ...] = ()
    evidence: tuple[EvidenceEntry, ...] = ()
    units: FileEntry | None = None
    adjustments: FileEntry | None = None
    objections: FileEntry | None = None
    published: PublishedEntry | None = None
    succession: FileEntry | None = None
    mapping: FileEntry | None = None
    previous: str = ""


def stage_faults(stages: tuple[Stage, ...]) -> Iterator[tuple[str, str, dict[str, str]]]:
    """What is wrong with a cycle's stages: the message, the place within them, and what it is about.

    `self` comes first and `final` last where they are there; appraising stages between have any names of letters,
    digits, spaces, points and hyphens, each once.

    Example:
        >>> list(stage_faults(("self", "appraised", "appraised 2", "final")))
        []
        >>> [key for key, *_ in stage_faults(("appraised", "self", "all"))]
        ['cycle.stage_order', 'cycle.stage_name']
    """
    ends = {"self": 0, "final": len(stages) - 1}
    if any(ends.get(stage, place) != place for place, stage in enumerate(stages)) or len(
        set(map(folded, stages))
    ) < len(stages):
        yield "cycle.stage_order", "", {}
    for place, stage in enumerate(stages):
        means_other = stage not in STAGES and folded(stage) in (*STAGES, "all", "survey")  # as the command says them
        if means_other or not _STAGE_NAME.fullmatch(stage):
            yield "cycle.stage_name", f"[{place}]", {"stage": stage}


def council_faults(entries: tuple[AssessmentEntry, ...]) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Entries of one set, its groups and a stage of which some let the council decide and others do not.

    Their tables are one stage's: what one entry lets stand would stand in the other's as well.

    Example:
        >>> one = AssessmentEntry("a.yaml", stage="appraised")
        >>> list(council_faults((one, attrs.evolve(one, council="decides"))))
        [('cycle.council_differs', '[1].council', {'found': 'decides', 'first': '0', 'other': 'refuse'})]
    """
    first: dict[tuple[str, tuple[str, ...], Stage], tuple[int, AssessmentEntry]] = {}
    for number, entry in enumerate(entries):
        at, other = first.setdefault((entry.criteria, entry.groups, entry.stage), (number, entry))
        if other.council != entry.council and entry.stage != "self":
            arguments = {"found": entry.council, "first": str(at), "other": other.council}
            yield "cycle.council_differs", f"[{number}].council", arguments


def document_faults(document: CycleDocument) -> Iterator[tuple[str, str, dict[str, str]]]:
    """What is wrong with a document by itself: the message, the place within it, and what it is about."""
    yield from ((key, f"stages{step}", said) for key, step, said in stage_faults(document.stages))
    yield from ((key, f"assessments{step}", said) for key, step, said in council_faults(document.assessments))


class CycleStructurer(BindingStructurer):
    """Reads cycle.yaml; files, absent and awaited nodes may be named alone, or with more."""

    def __init__(self, name: str, registry: Registry) -> None:
        """For a file of a name, and the plugins whose builders it may name."""
        super().__init__(name, registry)
        register = self.converter.register_structure_hook
        register(FileEntry, lambda node, _: self._file(node, FileEntry))
        register(PublishedEntry, lambda node, _: self._file(node, PublishedEntry))
        register(AbsentNode, lambda node, _: self._absent(node))
        register(AwaitedFile, lambda node, _: self._awaited(node))
        register(NamedBuilder, lambda node, _: self._builder(node))

    def class_of(self, kind: str, name: str) -> type | Problem:
        """The class of a name, or why there is none; the built-in builders stand above the registry."""
        return builder_class(name, self.registry) if kind == "builder" else super().class_of(kind, name)

    def _builder(self, node: Marked) -> NamedBuilder | None:
        found = self.named(node, "builder")
        return None if found is None else NamedBuilder(*found)

    def _absent(self, node: Marked) -> AbsentNode:
        if isinstance(node, Scalar):
            return AbsentNode(self.structure(node, str))
        return AbsentNode(**self.fields(node, AbsentNode))

    def _awaited(self, node: Marked) -> AwaitedFile:
        if isinstance(node, Scalar):
            return AwaitedFile((self.structure(node, str),))
        return AwaitedFile(**self.fields(node, AwaitedFile))

    def _file(self, node: Marked, kind: type[_Entry]) -> _Entry:
        if isinstance(node, Scalar):
            return kind(self.structure(node, str))
        marks: dict[str, str] = {}
        if isinstance(node, Mapping):  # a tab and a space are texts here, and no blanks
            found = {key: node.entries.get(key) for key in ("delimiter", "thousands")}
            marks = {key: mark.text for key, mark in found.items() if isinstance(mark, Scalar)}
            node = attrs.evolve(node, entries={key: each for key, each in node.entries.items() if key not in marks})
        return kind(**{**self.fields(node, kind), **marks})
