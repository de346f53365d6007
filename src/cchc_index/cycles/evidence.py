"""Evidence in a cycle: builders run on the files that cycle.yaml names, and their figures as a table of the stage.

The figures go the way of every other table: to columns of facts, to answers, to points. Only their places differ: a
figure stands in no cell, but was counted from so many rows of some files.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Set
from typing import Final

import attrs

from cchc_index.assessment.assessment import Assessment
from cchc_index.assessment.origin import LeftOutRows, Origin
from cchc_index.builders.contract import Evidence, Figure, Interval, Measure
from cchc_index.criteria.criteria_set import CriteriaSet
from cchc_index.criteria.tree import Node, Stage, enters
from cchc_index.cycles.awaiting import Fault
from cchc_index.cycles.documents import CycleDocument, EvidenceEntry
from cchc_index.evidence.building import intervals_of, measures_of
from cchc_index.evidence.totals import totals_of
from cchc_index.problems.problem import Place
from cchc_index.reading.facts import Doubt, bare_field, fields_of
from cchc_index.reading.grids.cells import Texts
from cchc_index.reading.sources import table_of
from cchc_index.reading.tables import Table
from cchc_index.values.units import Register, near_names

_LAST: Final = "final"
_SELF: Final = "self"
_OF_TABLES: Final = ("changes", "printed", "totals", "rates")  #: what is said of tables of values, and of no records
_REMARKS: Final = ("evidence", "note")  #: fields of words, which no figure is


@attrs.frozen(eq=False)
class CountedEvidence:
    """What the builder of one entry counted.

    Attributes:
        entry: What cycle.yaml says of it.
        evidence: The figures; None where something is wrong with the files.
        name: The files as the user named them.
        paths: Their names within the cycle's folder, by the names that the user gave them.
    """

    entry: EvidenceEntry
    evidence: Evidence | None
    name: str
    paths: Mapping[str, str] = attrs.field(factory=dict)

    @property
    def builder(self) -> str:
        """The name of the builder."""
        return self.entry.builder.name if self.entry.builder else ""

    @property
    def is_for_the_report(self) -> bool:
        """Whether the figures feed no criterion, and stand in the yearly review alone."""
        return not self.entry.feeds

    @property
    def measures(self) -> tuple[Measure, ...]:
        """The figures that were counted."""
        return measures_of(self.entry.builder) if self.entry.builder and self.evidence else ()

    @property
    def totals(self) -> dict[str, Figure]:
        """By measure the figure of all units together; None where it is not known. See `totals_of`."""
        return totals_of(self.measures, self.evidence) if self.evidence else {}

    def intervals(self) -> tuple[Interval, ...]:
        """How far figures that come from a sample may be off: made when they are asked for, which may take a while."""
        return intervals_of(self.entry.builder, self.evidence) if self.entry.builder and self.evidence else ()

    def to_dict(self) -> dict[str, object]:
        """What a result's provenance says of it: the builder, its files with rows and hashes, what was left out."""
        files = self.evidence.files if self.evidence else ()
        left_out = self.evidence.left_out if self.evidence else ()
        return {
            "builder": self.builder,
            "files": {self.paths[each.name]: {"sha256": each.sha256, "rows": each.rows} for each in files},
            "feeds": sorted(self.entry.feeds),
            "left_out": {each.kind: each.rows for each in left_out},
        }


@attrs.frozen(eq=False)
class CountedTable(Table):
    """A table of figures that were counted: their places are the files they were counted from.

    Attributes:
        source: The files as the user named them.
        counted: From how many rows each unit's figures were counted.
        measures: By header the measure that feeds it.
    """

    source: str = ""
    counted: Mapping[str, int] = attrs.field(factory=dict)
    measures: Mapping[str, str] = attrs.field(factory=dict)

    def of_units(self, units: Set[str]) -> CountedTable:
        """The rows of some units."""
        kept = [unit in units for unit in self.texts("unit")]
        return attrs.evolve(self, rows=self.rows[kept])

    @property
    def is_counted(self) -> bool:
        """That nobody handed it in."""
        return True

    def place(self, row: int, column: int | None = None, code: str = "") -> Place:
        """The files, how many of their rows tell of the unit, and the measure."""
        plain = super().place(row, column, code)
        unit = plain.unit or ""
        title = None if plain.header is None else self.measures.get(plain.header, plain.header)
        return Place(self.source, unit=unit or None, header=title, rows=self.counted.get(unit, 0))


def origin_given(document: CycleDocument, counted: Iterable[CountedEvidence], made: Assessment) -> Assessment:
    """The assessment with what the cycle says of its values, and the rows that none of them was counted from."""
    left_out = tuple(
        LeftOutRows(", ".join(each.paths.values()), left_out.kind, left_out.rows)
        for each in counted
        if each.evidence is not None and any(code in made.criteria.positions for code in each.entry.feeds)
        for left_out in each.evidence.left_out
    )
    return attrs.evolve(made, origin=Origin(document.data, document.source, left_out))


def fed_fields(entry: EvidenceEntry) -> Iterator[tuple[str, str, str]]:
    """What an entry feeds: each code, the field ("" for a bare column) and the measure.

    A code with one measure feeds its bare column; a list feeds fields that are called as the measures are.
    """
    for code, fed in entry.feeds.items():
        if isinstance(fed, str):
            yield code, "", fed
        elif isinstance(fed, tuple):
            yield from ((code, each, each) for each in fed)
        else:
            yield from ((code, field, measure) for field, measure in fed.items())


@attrs.frozen(eq=False)
class CountedTables:
    """What evidence feeds one set and its units.

    Attributes:
        counted: What was counted.
        name: The set, as the entries name it.
        criteria: The set.
        register: Its units; None where there is no register, and any may be named.
        stages: The stages for which something has come in, in order.
        texts: The list that the tables' texts go to.
    """

    counted: tuple[CountedEvidence, ...]
    name: str
    criteria: CriteriaSet
    register: Register | None
    stages: tuple[Stage, ...]
    texts: Texts

    def at(self, stage: Stage) -> tuple[CountedTable, ...]:
        """The tables of a stage: an entry feeds all stages from its own on, since the records stay what they are.

        The last stage only where it is the first one too: what is decided there are adjustments.
        """
        return tuple(self._table(each) for each in self.counted if self._feeds(each.entry, stage))

    def _feeds(self, entry: EvidenceEntry, stage: Stage) -> bool:
        if entry.criteria not in ("", self.name) or not any(code in self.criteria.positions for code in entry.feeds):
            return False
        first = entry.stage or self.stages[0]
        begun = first in self.stages and self.stages.index(stage) >= self.stages.index(first)
        return begun and (stage != _LAST or first == _LAST or stage == self.stages[0])

    def _table(self, counted: CountedEvidence) -> CountedTable:
        """The figures of one entry, with a row for each unit."""
        fed = [each for each in fed_fields(counted.entry) if each[0] in self.criteria.positions]
        heads = {
            f"{code}.{field}" if field else code: (code, measure)
            for code, field, measure in fed
            if _takes(self.criteria.node(code), field)
        }
        evidence, register = counted.evidence, self.register
        known = () if evidence is None else evidence.units
        rows: list[dict[str, object]] = []
        for at, unit in enumerate(known):
            if evidence is not None and (register is None or unit in register.rows):
                figures = {head: evidence.figures[measure][at] for head, (_, measure) in heads.items()}
                rows.append({"unit": unit, **figures})
        doubts: list[Doubt] = []
        if evidence is None:  # what is wrong with the files is told already
            doubts = [("", code) for code in dict.fromkeys(code for code, _, _ in fed)]
        if not rows:
            units = ["-"] if register is None else [unit.id for unit in register]
            rows = [{"unit": unit, **dict.fromkeys(heads)} for unit in units]
        table = table_of(rows, counted.name, self.texts, self.criteria)
        given = {field.name: getattr(table, field.name) for field in attrs.fields(Table)}
        given["doubts"] = (*table.doubts, *doubts)
        spread = {} if evidence is None else dict(zip(evidence.units, evidence.rows, strict=True))
        measures = {head: measure for head, (_, measure) in heads.items()}
        return CountedTable(**given, source=counted.name, counted=spread, measures=measures)


def _takes(node: Node, field: str) -> bool:
    """Whether a leaf has a field for a figure; "" for the one that its bare column is."""
    return not node.parts and (field or bare_field(node)) in set(fields_of(node)).difference(_REMARKS)


def _leaf_faults(
    document: CycleDocument, entry: EvidenceEntry, path: str, node: Node, criteria: str
) -> Iterator[Fault]:
    """What is wrong with feeding a node: it takes no values, or not these, or not at that stage."""
    code = node.criterion.code
    if node.parts:
        yield "evidence.parent", f"{path}.feeds.{code}", {"code": code}
        return
    for field in (field for fed, field, _ in fed_fields(entry) if fed == code):
        if not _takes(node, field):
            known = [each for each in fields_of(node) if each not in _REMARKS]
            said = {"code": code, "field": field, "known": ", ".join(known), "criteria": criteria}
            yield "evidence.field" if field else "evidence.bare", f"{path}.feeds.{code}", said
    later = [stage for stage in document.stages if stage != _SELF]
    begins = [entry.stage] if entry.stage else [each.stage for each in document.assessments]
    if _SELF in begins and later and not enters(node, _SELF):
        yield "evidence.not_self_scored", f"{path}.feeds.{code}", {"code": code, "name": later[0]}


def evidence_faults(document: CycleDocument, sets: Mapping[str, CriteriaSet]) -> Iterator[Fault]:
    """What is wrong with what a cycle says of its evidence.

    Args:
        document: The cycle.
        sets: Its sets by the names that the entries give them, as far as they could be read.

    Raises:
        PluginError: A plugin's builder does not say what it gives.
    """
    named = tuple(dict.fromkeys(entry.criteria for entry in document.assessments))
    for number, entry in enumerate(document.evidence):
        path = f"evidence[{number}]"
        if not entry.files:
            yield "evidence.no_files", f"{path}.files", {}
        for place, file in enumerate(entry.files):
            for key in _OF_TABLES:
                if getattr(file, key):
                    yield "evidence.of_tables", f"{path}.files[{place}].{key}", {"key": key}
        for key in () if entry.feeds else ("criteria", "stage"):
            if getattr(entry, key):
                yield "evidence.no_feeds", f"{path}.{key}", {"key": key}
        if entry.stage and entry.stage not in document.stages:
            yield "cycle.stage", f"{path}.stage", {"stage": entry.stage, "stages": ", ".join(document.stages)}
        if entry.criteria and entry.criteria not in named:
            yield "awaiting.set", f"{path}.criteria", {"criteria": entry.criteria, "known": ", ".join(named) or "-"}
            continue
        own = [entry.criteria] if entry.criteria else list(named)
        for code in entry.feeds:
            if all(name in sets and code not in sets[name].positions for name in own):  # unread ones may have it
                names = ", ".join(sets[name].name for name in own)
                yield "awaiting.code", f"{path}.feeds.{code}", {"code": code, "criteria": names}
            for name in own:
                if name in sets and code in sets[name].positions:
                    yield from _leaf_faults(document, entry, path, sets[name].node(code), sets[name].name)
        if entry.builder is None:  # which is told already
            continue
        known = tuple(each.name for each in measures_of(entry.builder))
        for code, _, measure in fed_fields(entry):
            if measure not in known:
                hint = ", ".join(near_names(measure, known))
                said = {"measure": measure, "builder": entry.builder.name, "known": ", ".join(known), "hint": hint}
                yield "evidence.measure", f"{path}.feeds.{code}", said
