"""The builders of a cycle's evidence run, each entry once for all sets and stages."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping
from pathlib import Path

import attrs

from cchc_index.criteria.criteria_set import CriteriaSet
from cchc_index.cycles.awaiting import Fault
from cchc_index.cycles.documents import CycleDocument, EvidenceEntry
from cchc_index.cycles.evidence import CountedEvidence, evidence_faults
from cchc_index.evidence.building import build_evidence
from cchc_index.evidence.raw import TableFile
from cchc_index.problems.problem import Place, Problem
from cchc_index.reading.sources import files_in, folder_faults, is_folder
from cchc_index.values.units import Register


@attrs.frozen(eq=False)
class Counting:
    """What came of counting a cycle's raw records.

    Attributes:
        counted: What was counted, or could not be.
        faults: What is wrong with what cycle.yaml says of it.
        problems: What is wrong with the files.
        inputs: SHA-256 of each file, by its name within the folder.
    """

    counted: tuple[CountedEvidence, ...]
    faults: tuple[Fault, ...]
    problems: tuple[Problem, ...]
    inputs: Mapping[str, str]


def count_evidence(
    document: CycleDocument,
    sets: Mapping[str, CriteriaSet],
    register: Register | None,
    folder: Path,
    name_of: Callable[[str], str],
    is_inside: Callable[[str], bool],
    step: Callable[[str], None] | None = None,
) -> Counting:
    """Count the raw records of every entry of which nothing wrong is said.

    Args:
        document: The cycle.
        sets: Its sets by the names that the entries give them.
        register: Its units; None where there is no register.
        folder: Its folder.
        name_of: What a file within the folder is called.
        is_inside: Whether a path stays within the folder; what does not is told already.
        step: What is called with a word as counting each entry begins.

    Raises:
        PluginError: A plugin's builder breaks its contract.
        MissingExtraError: A builder needs an extra that is not installed.
    """
    faults = list(evidence_faults(document, sets))
    wrong = {path.partition(".")[0] for _, path, _ in faults}
    units = None if register is None else tuple(register.rows)
    counted: list[CountedEvidence] = []
    problems: list[Problem] = []
    inputs: dict[str, str] = {}
    for number, entry in enumerate(document.evidence):
        if f"evidence[{number}]" in wrong or not all(is_inside(file.path) for file in entry.files):
            counted.append(CountedEvidence(entry, None, ", ".join(file.path for file in entry.files)))
            continue
        files, unread = _raw_files(entry, folder, name_of, is_inside)
        if unread:
            problems += [each for each in unread if each not in problems]
            counted.append(CountedEvidence(entry, None, ", ".join(file.path for file in entry.files)))
            continue
        if step is not None and entry.builder is not None:
            step(f"{entry.builder.name}: {', '.join(file.path for file in entry.files)}")
        found = None if entry.builder is None else build_evidence(entry.builder, files, units)
        if isinstance(found, list):
            for each in found:
                if (parameter := _parameter_fault(each, number, entry)) is not None:
                    faults.append(parameter)
                elif each not in problems:  # several entries may count one file
                    problems.append(each)
            found = None
        paths = {file.name: file.declared.path for file in files}
        if found is not None:
            inputs |= {paths[each.name]: each.sha256 for each in found.files if each.name in paths}
        counted.append(CountedEvidence(entry, found, ", ".join(paths), paths))
    return Counting(tuple(counted), tuple(faults), tuple(problems), inputs)


def _parameter_fault(problem: Problem, number: int, entry: EvidenceEntry) -> Fault | None:
    """A problem of a builder's parameter with its place in cycle.yaml; None for one of the files."""
    if problem.place is not None or not problem.path or problem.own is not None or entry.builder is None:
        return None
    said = {name: value for name, value in problem.arguments.items() if isinstance(value, str)}
    return problem.key, f"evidence[{number}].builder.{entry.builder.name}.{problem.path}", said


def _raw_files(
    entry: EvidenceEntry, folder: Path, name_of: Callable[[str], str], is_inside: Callable[[str], bool]
) -> tuple[list[TableFile], list[Problem]]:
    """The files of an entry and of its folders, each once; and why they are not all that it means."""
    files: list[TableFile] = []
    problems: list[Problem] = []
    first: dict[Path, str] = {}  # by where it really is the name of a file
    for file in entry.files:
        path, inner = folder / file.path, [file]
        if is_folder(path):
            problems += folder_faults(path, name_of(file.path))
            inner = [attrs.evolve(file, path=f"{file.path.rstrip('/')}/{each.name}") for each in files_in(path)]
        for each in inner:
            found, name = folder / each.path, name_of(each.path)
            if not is_inside(each.path):
                problems.append(Problem("cycle.leads_outside", Place(name), arguments={"found": each.path}))
                continue
            with contextlib.suppress(OSError, RuntimeError):  # a circle of links, which is told when it is read
                found = found.resolve()
            if found in first:  # whatever the builder makes of it, its rows would count twice
                problems.append(Problem("evidence.file_twice", Place(name), arguments={"other": first[found]}))
                continue
            first[found] = name
            files.append(TableFile(folder / each.path, name, each))
    return files, problems
