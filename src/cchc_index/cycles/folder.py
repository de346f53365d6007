"""A cycle's folder into its document, register, sets and assessments, with the problems of all its files in one run."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import attrs

from cchc_index.assessment.adjustment import Adjustment
from cchc_index.assessment.assessment import Assessment
from cchc_index.criteria.criteria_set import CriteriaSet
from cchc_index.criteria.tree import Stage
from cchc_index.cycles.absent import absent_faults, absent_of
from cchc_index.cycles.assessors import PanelTables, assessor_name
from cchc_index.cycles.awaiting import awaited_of, awaiting_faults
from cchc_index.cycles.begun import stages_begun
from cchc_index.cycles.council_rows import CouncilRows, about_nobody, council_rows
from cchc_index.cycles.counting import count_evidence
from cchc_index.cycles.documents import AssessmentEntry, Assessors, CycleDocument, CycleStructurer
from cchc_index.cycles.entries import declared_files, entry_faults
from cchc_index.cycles.evidence import CountedEvidence, CountedTables, origin_given
from cchc_index.cycles.inside import is_named_inside, stays_inside
from cchc_index.cycles.last_result import LastResult, last_result_of
from cchc_index.cycles.membership import membership_faults
from cchc_index.cycles.objections import Objection
from cchc_index.cycles.row_tables import followable
from cchc_index.cycles.since_last import SinceLast, since_last
from cchc_index.cycles.stages import StageReader, StageTables
from cchc_index.cycles.step_log import LOG_FILE, StepLog, log_beside
from cchc_index.notation.marked import Marked, MarkedReader, node_at
from cchc_index.notation.source_text import MOST_YAML
from cchc_index.notation.structure import fault_of_kind
from cchc_index.problems.errors import AssessmentError, CchcError, CriteriaError, PluginError, UnknownNameError
from cchc_index.problems.problem import Blank, Place, Problem
from cchc_index.problems.receipts import Receipt
from cchc_index.problems.wanted import want_path
from cchc_index.reading.assessment_file import beside_register
from cchc_index.reading.declared import FileEntry
from cchc_index.reading.forms import Form
from cchc_index.reading.grids.cells import Texts, mark_faults
from cchc_index.reading.listing import units_of
from cchc_index.reading.receiving import receipt_of
from cchc_index.reading.register import register_of
from cchc_index.reading.shipped import refuse_two, worked_cycles
from cchc_index.reading.sources import (
    files_in,
    is_folder,
    is_there,
    read_table,
    read_tables,
    read_text,
)
from cchc_index.reading.tables import Table
from cchc_index.reading.yaml.criteria_file import find_named, read_criteria, shipped_criteria
from cchc_index.registry.registry import Registry
from cchc_index.values.contexts import own_context
from cchc_index.values.units import Register, near_names

CYCLE_FILE, UNITS_FILE = "cycle.yaml", "units.csv"
PUBLISHED_FILE, COUNTS_FILE = "published.csv", "published_bands.csv"
SUCCESSION_FILE, MAPPING_FILE = "succession.csv", "mapping.csv"
_KINDS = (False, True)  #: of tables: those that say everything, those that hold changes


@attrs.frozen(eq=False)
class CycleFiles:
    """Everything read from a cycle's folder.

    Attributes:
        folder: The folder.
        document: What cycle.yaml says.
        assessments: By stage, the assessments of each set, in the order of the entries; only stages with data.
        inputs: SHA-256 of every file that was read, by its name within the folder.
        published: The published results; None without any.
        counts: The published counts of units in classes; None without any.
        log: The log of the cycle's steps; None without any. It is no input: no figure is made from it.
        evidence: What was counted from raw records.
        receipts: What came in, for each folder of forms.
        objections: What units explained and objected to.
        since: Which units and which criteria became which since the years before.
    """

    folder: Path
    document: CycleDocument
    assessments: dict[Stage, tuple[Assessment, ...]]
    inputs: dict[str, str]
    published: Form | Table | None
    receipts: tuple[Receipt, ...] = ()
    objections: tuple[Objection, ...] = ()
    counts: Form | Table | None = None
    since: SinceLast = attrs.field(factory=SinceLast)
    log: StepLog | None = None
    previous: dict[str, str] = attrs.field(factory=dict)
    evidence: tuple[CountedEvidence, ...] = ()


def find_cycle(name: str | Path) -> Path:
    """The folder of a cycle: a path, or the name of a worked cycle.

    Raises:
        UnknownNameError: There is neither, or there are both.
    """
    path = want_path("path", name)
    worked = worked_cycles()
    if isinstance(name, str) and name in worked:
        refuse_two(name, worked[name])
    if is_there(path / CYCLE_FILE):
        return path
    if path.name == CYCLE_FILE and is_there(path):
        return path.parent
    if str(name) in worked:
        return worked[str(name)]
    hint = ", ".join(near_names(str(name), worked))
    raise UnknownNameError(Problem("cycle.absent", arguments={"name": str(name), "hint": hint}))


@own_context
def read_cycle(
    name: str | Path, registry: Registry, until: str | None = None, step: Callable[[str], None] | None = None
) -> CycleFiles:
    """Read a cycle's folder; with a stage no further than to it, whatever has come in after.

    Raises:
        CriteriaError: Only criteria files have problems.
        AssessmentError: Other files have problems too; all are in ``.problems``.
        UnknownNameError: There is no such cycle.
    """
    return _CycleReader(find_cycle(name), registry, until, step).read()


class _CycleReader:
    def __init__(self, folder: Path, registry: Registry, until: str | None, step: Callable[[str], None] | None) -> None:
        self.folder = folder
        self.step = step
        self.until = until
        self.registry = registry
        self.problems: list[Problem] = []
        self.criteria_problems: list[Problem] = []
        self.register_problems: list[Problem] = []
        self.inputs: dict[str, str] = {}
        self.folders: dict[str, list[Form | Table]] = {}
        self.receipts: list[Receipt] = []
        self.scored: dict[str, list[tuple[CriteriaSet, Register]]] = {}
        self.texts = Texts()
        self.units = FileEntry(UNITS_FILE)
        self.last: LastResult | None = None
        self.counted: tuple[CountedEvidence, ...] = ()
        self.panels: dict[Assessors, Place] = {}

    def read(self) -> CycleFiles:
        document, tree = self._document()
        self._check_entries(document, tree)
        self.units = document.units or FileEntry(UNITS_FILE)
        register = self._register(document)
        sets = self._sets(document, tree)
        for key, path, arguments in (*absent_faults(document, sets), *awaiting_faults(document, sets)):
            self._tell(key, tree, path, **arguments)
        self._count(document, tree, sets, register)
        with_data = set(stages_begun(document, self.folder))
        rows = self._rows(document, with_data)
        if rows.reach_the_end:
            with_data.add("final")
        with_data &= self._asked_for(document)
        tables = self._since_tables(document)
        self.last = self._last_result(document, tree, tables)
        assessments = self._assessments(document, register, sets, with_data, rows.adjustments)
        self._tell_nobody(rows, register, sets)
        published = self._beside(document.published, PUBLISHED_FILE)
        if published is not None:
            entry = document.published or FileEntry(PUBLISHED_FILE)
            self.problems += followable(published.problems, "published", entry)
        counts = self._beside(None, COUNTS_FILE)
        since = self._since_last(tables, register, assessments, sets, published)
        log = log_beside(self.folder, self._name(LOG_FILE), self.problems)
        self._stop_if_wrong()
        previous = self.last.provenance if self.last else {}
        beside = (published, tuple(self.receipts), rows.objections, counts, since, log, previous, self.counted)
        return CycleFiles(self.folder, document, assessments, dict(sorted(self.inputs.items())), *beside)

    def _rows(self, document: CycleDocument, with_data: set[Stage]) -> CouncilRows:
        """What units objected to, and what the council changed."""
        if self.until == "self":  # what follows has not happened yet
            return CouncilRows()
        rows = council_rows(document, with_data, self._beside)
        self.problems += rows.problems
        return rows

    def _tell_nobody(self, rows: CouncilRows, register: Register | None, sets: dict[str, CriteriaSet]) -> None:
        """Rows about nobody, where it is known who is scored by what: by the register, or by tables that are sound."""
        is_known = not self.register_problems if register is not None else not self.problems
        if is_known and not self.criteria_problems and set(self.scored) >= set(sets):
            self.problems += about_nobody(rows.named, [each for found in self.scored.values() for each in found])

    def _since_tables(self, document: CycleDocument) -> list[Form | Table | None]:
        """The tables of what became of units, and of criteria."""
        tables = []
        for key, usual in (("succession", SUCCESSION_FILE), ("mapping", MAPPING_FILE)):
            entry: FileEntry | None = getattr(document, key)
            table = self._beside(entry, usual)
            if table is not None:
                told = tuple(followable(table.problems, key, entry or FileEntry(usual)))
                table = attrs.evolve(table, problems=told)
            tables.append(table)
        return tables

    def _last_result(
        self, document: CycleDocument, tree: Marked, tables: list[Form | Table | None]
    ) -> LastResult | None:
        """Last year's result, where the cycle names one."""
        name = document.previous
        if not name:
            return None
        if not self._is_inside(name):
            self._tell_outside(name, tree, "previous")
            return None
        found = last_result_of(self.folder / name, name, document.data, self.registry)
        if isinstance(found, list):
            self.problems += found
            return None
        self.inputs[name] = found.sha256
        return attrs.evolve(found, since=since_last(tables[0], tables[1], {}, (), [])[0])

    def _since_last(
        self,
        tables: list[Form | Table | None],
        register: Register | None,
        assessments: dict[Stage, tuple[Assessment, ...]],
        sets: dict[str, CriteriaSet],
        published: Form | Table | None,
    ) -> SinceLast:
        """What became of units and criteria; rows that name former units are told with the successors."""
        own = [unit.id for each in assessments.values() for one in each for unit in one.register]
        listed = own if register is None else [unit.id for unit in register]
        place = None if register is None else Place(self._name(self.units.path))
        units = {unit: place and attrs.evolve(place, unit=unit) for unit in listed}
        found, self.problems = since_last(tables[0], tables[1], units, sets.values(), self.problems, published)
        return found

    def _stop_if_wrong(self) -> None:
        if self.problems:
            raise AssessmentError([*self.criteria_problems, *self.problems], self.receipts)
        if self.criteria_problems:
            raise CriteriaError(self.criteria_problems)

    def _name(self, inner: str) -> str:
        return str(self.folder / inner)

    def _document(self) -> tuple[CycleDocument, Marked]:
        if not self._stays_inside(CYCLE_FILE):
            raise AssessmentError(self._link(CYCLE_FILE))
        source = read_text(self.folder / CYCLE_FILE, self._name(CYCLE_FILE), MOST_YAML)
        if isinstance(source, list):
            raise AssessmentError(source)
        self.inputs[CYCLE_FILE] = source.sha256
        reader = MarkedReader(source.name)
        tree = reader.read(source.text)
        if tree is not None and (other := fault_of_kind(tree, CycleDocument, source.name)):
            raise AssessmentError(other)
        self.problems += reader.problems
        if tree is None:
            raise AssessmentError(self.problems)
        structurer = CycleStructurer(source.name, self.registry)
        document: CycleDocument = structurer.structure(tree, CycleDocument)
        self.problems += structurer.problems
        return document, tree

    def _tell(self, key: str, tree: Marked, path: str, /, **arguments: Blank) -> None:
        node = node_at(tree, path)
        self.problems.append(Problem(key, Place(self._name(CYCLE_FILE), node.line, node.column), path, arguments))

    def _check_entries(self, document: CycleDocument, tree: Marked) -> None:
        for path, file in declared_files(document):
            self._check_file(file, tree, path)
        for key, path, arguments in entry_faults(document):
            self._tell(key, tree, path, **arguments)
        for number, entry in enumerate(document.assessments):
            if entry.assessors is not None:
                node = node_at(tree, f"assessments[{number}].assessors")
                self.panels[entry.assessors] = Place(self._name(CYCLE_FILE), node.line, node.column)

    def _check_file(self, file: FileEntry, tree: Marked, path: str) -> None:
        for attribute, key, found in mark_faults(file):
            self._tell(key, tree, f"{path}.{attribute}", found=found)
        if file.path and not self._is_inside(file.path):
            self._tell_outside(file.path, tree, path)

    def _tell_outside(self, found: str, tree: Marked, path: str) -> None:
        key = "cycle.leads_outside" if is_named_inside(found) else "cycle.outside"
        self._tell(key, tree, path, found=found)

    def _link(self, inner: str) -> Problem:
        return Problem("cycle.leads_outside", Place(self._name(inner)), arguments={"found": inner})

    def _is_inside(self, inner: str) -> bool:
        """Whether a path lies in the cycle's folder: by its name, and wherever links lead."""
        return is_named_inside(inner) and self._stays_inside(inner)

    def _stays_inside(self, inner: str) -> bool:
        """Whether no link on the way leads outside; what cannot be followed is told when it is read."""
        return stays_inside(self.folder, inner)

    def _register(self, document: CycleDocument) -> Register | None:
        """The register; None where there is none, or none that could be read: the units are then those of the files."""
        table = self._beside(document.units, UNITS_FILE)
        if table is None:
            return None
        register, problems = register_of(table)
        self.register_problems = problems
        self.problems += followable(problems, "units", self.units)
        return register if len(register) else None

    def _beside(self, declared: FileEntry | None, usual: str) -> Form | Table | None:
        """A table that belongs to the whole cycle: the declared one, or the usual one if it is there."""
        file = declared or FileEntry(usual)
        if declared is None and not is_there(self.folder / usual):
            return None
        if self._is_inside(file.path):
            return self._table(file)
        if declared is None:
            self.problems.append(self._link(usual))
        return None

    def _table(self, file: FileEntry) -> Form | Table:
        table = read_table(self.folder / file.path, self._name(file.path), file, self.texts)
        self.inputs[file.path] = table.grid.sha256
        return table

    def _tables(self, file: FileEntry, stage: Stage, criteria: CriteriaSet | None) -> list[Form | Table]:
        path = self.folder / file.path
        inner_files = [f"{file.path.rstrip('/')}/{each.name}" for each in files_in(path)] if is_folder(path) else []
        if leading_outside := [inner for inner in inner_files if not self._stays_inside(inner)]:
            self.problems += [self._link(inner) for inner in leading_outside]
            return []
        tables = read_tables(path, self._name(file.path), file, self.texts, stage=stage, criteria=criteria)
        if is_folder(path):
            self.folders[file.path] = tables
        for table in tables:
            inner = f"{file.path.rstrip('/')}/{Path(table.name).name}" if is_folder(path) else file.path
            self.inputs[inner] = table.grid.sha256
        return tables

    def _sets(self, document: CycleDocument, tree: Marked) -> dict[str, CriteriaSet]:
        sets: dict[str, CriteriaSet] = {}
        for number, entry in enumerate(document.assessments):
            if not entry.criteria or entry.criteria in {each.criteria for each in document.assessments[:number]}:
                continue
            name = entry.criteria
            is_path = self._is_path(name)
            if is_path and not self._is_inside(name):
                self._tell_outside(name, tree, f"assessments[{number}].criteria")
                continue
            if is_path and name in shipped_criteria():
                self._tell("name.two_candidates", tree, f"assessments[{number}].criteria", name=name)
                continue
            try:
                path = self.folder / name if is_path else find_named(name, self.registry)
                sets[name] = read_criteria(path, str(path) if is_path else path.name, self.registry)
                self._note_criteria(name, path)
            except PluginError:
                raise
            except UnknownNameError as error:
                for problem in error.problems:
                    self._tell(problem.key, tree, f"assessments[{number}].criteria", **problem.arguments)
            except CchcError as error:
                self.criteria_problems += error.problems
        return sets

    def _is_path(self, name: str) -> bool:
        """Whether the set of an entry is a file of the cycle, and no name of a shipped set or a plugin's."""
        inside = self.folder / name
        ends_so = name.endswith((".yaml", ".yml")) or "/" in name or "\\" in name
        return ends_so or (is_there(inside) and not is_folder(inside))

    def _note_criteria(self, name: str, path: Path) -> None:
        source = read_text(path, name, MOST_YAML)
        if not isinstance(source, list):
            self.inputs[name] = source.sha256

    def _assessments(
        self,
        document: CycleDocument,
        register: Register | None,
        sets: dict[str, CriteriaSet],
        with_data: set[Stage],
        adjustments: tuple[Adjustment, ...],
    ) -> dict[Stage, tuple[Assessment, ...]]:
        chains: dict[tuple[str, tuple[str, ...]], list[AssessmentEntry]] = {}
        for entry in document.assessments:
            chains.setdefault((entry.criteria, entry.groups), []).append(entry)
        if register is not None:
            self.problems += membership_faults(chains, register, Place(self._name(self.units.path)))
        found: dict[Stage, list[Assessment]] = {}
        for (name, groups), entries in chains.items():
            if not name:
                continue
            begun = [stage for stage in document.stages if stage in with_data]
            staged = [self._stage_tables(stage, entries, sets.get(name)) for stage in begun]
            if name in sets:
                chosen = register.in_groups(groups) if register is not None and groups else register
                counted = CountedTables(self.counted, name, sets[name], chosen, tuple(begun), self.texts)
                staged = [attrs.evolve(each, counted=counted.at(each.stage)) for each in staged]
            tables = [table for each in staged for table in each.tables]
            if name not in sets:
                for table in tables:
                    self.problems += table.problems
                continue
            units = self._units_of_chain(register, groups, tables)
            if units is not None:
                self.scored.setdefault(name, []).append((sets[name], units))
                self._receive(sets[name], units, entries)
                absent = absent_of(document, name, sets[name])
                register_name = self._name(self.units.path) if register is not None else ""
                place = Place(self._name(CYCLE_FILE))
                reader = StageReader(
                    sets[name], units, self.texts, register_name, absent, place, document.stages, adjustments
                )
                awaiting = awaited_of(document, name, sets[name])
                named = bool(document.previous)
                reader = attrs.evolve(reader, awaiting=awaiting, last=self.last, names_last=named)
                self._chain(reader.read(staged), found)
        ordered = [stage for stage in document.stages if stage in found]
        return {stage: tuple(origin_given(document, self.counted, each) for each in found[stage]) for stage in ordered}

    def _receive(self, criteria: CriteriaSet, units: Register, entries: list[AssessmentEntry]) -> None:
        """Note what came into the folders of some entries."""
        for path in (file.path for entry in entries for file in entry.all_files):
            if path in self.folders:
                self.receipts.append(receipt_of(self._name(path), self.folders[path], criteria, units))

    def _asked_for(self, document: CycleDocument) -> set[Stage]:
        """The stages up to the one that is asked for; what was changed later is no matter of theirs."""
        if self.until is None:
            return set(document.stages)
        if self.until not in document.stages:
            known = ", ".join(document.stages)
            raise UnknownNameError(Problem("cycle.stage", arguments={"stage": self.until, "stages": known}))
        return set(document.stages[: document.stages.index(self.until) + 1])

    def _units_of_chain(
        self, register: Register | None, groups: tuple[str, ...], tables: list[Form | Table]
    ) -> Register | None:
        if register is not None:
            chosen = register.in_groups(groups) if groups else register
            if not len(chosen) and len(register):
                known = ", ".join(sorted({unit.group for unit in register}))
                arguments = {"groups": ", ".join(groups), "known": known}
                self.problems.append(Problem("cycle.no_units", Place(self._name(CYCLE_FILE)), arguments=arguments))
                return None
            return chosen
        units = units_of(tables)
        if isinstance(units, list):
            self.problems += units
            return None
        return units.in_groups(groups) if groups else units

    def _stage_tables(self, stage: Stage, entries: list[AssessmentEntry], criteria: CriteriaSet | None) -> StageTables:
        """The tables of some entries at one stage: those that say everything, and those that hold changes."""
        own = [entry for entry in entries if entry.stage == stage]
        files = [file for entry in own for file in entry.files if self._is_inside(file.path)]
        read = [(file.changes, self._tables(file, stage, criteria)) for file in files]
        whole, changes = (tuple(each for said, tables in read if said is kind for each in tables) for kind in _KINDS)
        panels = [self._panel(entry.assessors, stage, criteria) for entry in own if entry.assessors and stage != "self"]
        return StageTables(stage, whole, changes, any(entry.council == "decides" for entry in own), tuple(panels))

    def _count(
        self, document: CycleDocument, tree: Marked, sets: dict[str, CriteriaSet], register: Register | None
    ) -> None:
        """Count what stands in raw records."""
        counting = count_evidence(document, sets, register, self.folder, self._name, self._is_inside, self.step)
        for key, path, arguments in counting.faults:
            self._tell(key, tree, path, **arguments)
        self.counted = counting.counted
        self.problems += counting.problems
        self.inputs |= counting.inputs

    def _panel(self, said: Assessors, stage: Stage, criteria: CriteriaSet | None) -> PanelTables:
        """The tables of several assessors."""
        files = [file for file in said.files if self._is_inside(file.path)]
        tables = {assessor_name(file): tuple(self._tables(file, stage, criteria)) for file in files}
        return PanelTables(said, self.panels[said], tables)

    def _chain(self, assessments: Iterator[Assessment | list[Problem]], found: dict[Stage, list[Assessment]]) -> None:
        """Enter the assessments of one set by stage, and what is wrong with one of them."""
        for result in assessments:
            if isinstance(result, list):
                told = beside_register(result, self.register_problems)
                self.problems += [problem for problem in told if problem not in self.problems]
            else:
                found.setdefault(result.stage, []).append(result)
