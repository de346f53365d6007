"""A result file verified: its digest, its sums, and what scoring the same again gives."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

import attrs
import numpy as np

from cchc_index.cycles.corrections import other_stages, result_changes
from cchc_index.cycles.cycle import Cycle, open_cycle
from cchc_index.cycles.cycle_result import CycleResult
from cchc_index.cycles.result_file import WrittenResult, read_written
from cchc_index.problems.problem import Language, Place, Problem
from cchc_index.problems.wanted import want
from cchc_index.registry.registry import Registry
from cchc_index.results.result import IndexResult, Said
from cchc_index.scoring.aggregation import LeafPoints, add_up
from cchc_index.scoring.method import stand
from cchc_index.values.contexts import own_context
from cchc_index.values.exact import to_decimal

_OWN: Final = frozenset({"unit", "name", "group", "ranked"})  #: columns of the register that a result file has
_NODE: Final = ("points", "max_points", "status", "index", "rank")
_HEAD: Final = ("points", "max_points", "index", "complete", "band", "rank")
_MOST: Final = 50  #: figures that are told of one result


@attrs.frozen(eq=False)
class Verification:
    """What verifying a result file found.

    Attributes:
        name: The file.
        digest: SHA-256 of the results that stand in it.
        units: How many units were re-added.
        results: How many results there are.
        figures: How many nodes of units were re-added.
        findings: What is wrong, the digest first.
        read_only: What could only be read: pairs of the phrase that says so and what fills it.
        against: The cycle or table that was scored again; "" for none.
        changes: What has changed since: input files, sets, versions.
        replaced: The published result that the file says it replaces, where it was held against that; "" otherwise.
        listed: How many figures the file lists as different from it.
        read: The files of the cycle that was scored again.
    """

    name: str
    digest: str
    units: int
    results: int
    figures: int
    findings: tuple[Problem, ...]
    read_only: tuple[tuple[str, Mapping[str, str]], ...] = ()
    against: str = ""
    changes: tuple[Problem, ...] = ()
    replaced: str = ""
    listed: int = 0
    read: tuple[Path, ...] = ()

    @property
    def passed(self) -> bool:
        """Whether nothing is wrong."""
        return not self.findings

    def notes(self, language: Language) -> Iterator[str]:
        """What could only be read, in words, with the stage that each is of; no leaves that were scored again."""
        from cchc_index.messages import phrase, stage_word

        for key, filled in self.read_only:
            if key == "verify.leaves" and self.against:
                continue
            stage = {"stage": stage_word(filled["stage"], language)} if "stage" in filled else {}
            yield phrase(key, language, **{**filled, **stage})

    def to_dict(self, language: Language = "en") -> dict[str, Any]:
        """The verification for programs, its messages in a language."""
        return {
            "file": self.name,
            "digest": self.digest,
            "verified": self.passed,
            "units": self.units,
            "results": self.results,
            "nodes": self.figures,
            "against": self.against or None,
            "replaced": self.replaced or None,
            "findings": [each.to_dict(language) for each in self.findings],
            "changes": [each.to_dict(language) for each in self.changes],
            "read_only": list(self.notes(language)),
        }


@own_context
def verify(
    path: str | Path,
    cycle: str | Path | Cycle | CycleResult | None = None,
    *,
    replaced: str | Path | None = None,
    registry: Registry | None = None,
) -> Verification:
    """Verify a result file: its digest, and every sum, index, rank, band and mean that its own figures decide.

    With a cycle it is scored again at the file's stages, and the first difference is told with what has changed.

    Args:
        path: The result file.
        cycle: The cycle that it is of: its folder, opened, or scored again.
        replaced: The published result file that it says it replaces.
        registry: The plugins that its sets may name; by default those installed.

    Raises:
        AssessmentError: It is no result file, truncated or of another schema; or the cycle has problems.
        UnknownNameError: There is no such cycle, or it has no data for a stage of the file.

    Example:
        >>> import json, tempfile, cchc_index
        >>> result = cchc_index.open_cycle("lai-chau-2021").score()
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     file = Path(folder) / "r.json"
        ...     _ = file.write_text(json.dumps(result.to_dict()), encoding="utf-8")
        ...     verify(file, "lai-chau-2021").passed
        True
    """
    want("cycle", cycle, str, Path, Cycle, CycleResult, type(None), how="open_cycle(path)")
    written = read_written(path, registry=registry)
    stated = written.document["provenance"]["digest"]
    findings = [] if written.digest == stated else [Problem("result.changed", Place(written.name))]
    read_only: list[tuple[str, Mapping[str, str]]] = [("verify.leaves", {})]
    expected: list[IndexResult] = []
    for result in written.result.results:
        again, notes = _readded(result)
        read_only += notes
        expected.append(again)
        findings += _out_of_range(written, result)
    made = attrs.evolve(written.result, results=tuple(expected))
    if made.digest != written.digest:
        told = [
            problem
            for plain, again in zip(written.document["results"], expected, strict=True)
            for problem in _contradictions(written, plain, again)
        ]
        findings += told
        if not findings:
            findings.append(Problem("result.changed", Place(written.name)))
    if replaced is not None:
        findings += _correction(written, read_written(replaced, registry=registry))
    sizes = [(len(each), len(each.criteria.nodes)) for each in written.result.results]
    found = Verification(
        written.name,
        written.digest,
        len(written.result),
        len(sizes),
        sum(units * nodes for units, nodes in sizes),
        tuple(findings),
        tuple(read_only),
        replaced="" if replaced is None else str(replaced),
        listed=len(written.result.replaces.changes) if written.result.replaces else 0,
    )
    return found if cycle is None else _recomputed(found, written, cycle, registry)


def _of_stage(written: WrittenResult, stage: str) -> str:
    """The stage that a figure is of, where the file has several; "" otherwise."""
    return stage if len({each.stage for each in written.result.results}) > 1 else ""


def _readded(result: IndexResult) -> tuple[IndexResult, list[tuple[str, Mapping[str, str]]]]:
    """The result that its leaves' points give, and what of it was taken as it is written."""
    criteria, outcome, assessment = result.criteria, result.outcome, result.assessment
    named = {"criteria": criteria.name, "stage": result.stage}
    sums = outcome.sums
    leaves = {
        leaf.position: LeafPoints(sums.points[leaf.position], sums.status[leaf.position]) for leaf in criteria.leaves
    }
    made = stand(assessment, add_up(criteria, leaves, len(assessment.register), assessment.stage))
    notes: list[tuple[str, Mapping[str, str]]] = []
    if columns := [column for column in criteria.rank.within if column not in _OWN]:
        notes.append(("verify.ranks", {**named, "columns": ", ".join(columns)}))
        made = attrs.evolve(made, rank=outcome.rank)
        made.components.ranks.update(outcome.components.ranks)
    classify = criteria.classify
    unknown = [] if classify is None else [column for column in classify.classifier.columns if column not in _OWN]
    if classify is not None and (columns or unknown):
        read = ", ".join(dict.fromkeys([*columns, *unknown]))
        notes.append(("verify.bands", {**named, "classifier": classify.name, "columns": read}))
        made = attrs.evolve(made, classification=outcome.classification)
    made = attrs.evolve(made, carried=outcome.carried)
    said = result.said or Said((), ())
    if bool(sums.complete.all()):
        said = attrs.evolve(said, means=made.components.means(made.index, made.has_index))
    else:
        notes.append(("verify.means", named))
    return IndexResult(assessment, made, said=said), notes


def _out_of_range(written: WrittenResult, result: IndexResult) -> Iterator[Problem]:
    """Leaves with more points than they can have, or fewer than none."""
    sums, places = result.outcome.sums, result.criteria.rounding.points
    for leaf in result.criteria.leaves:
        points, most = sums.points[leaf.position], np.broadcast_to(sums.maxima[leaf.position], len(result))
        for row in np.flatnonzero((points < 0) | (points > most))[:_MOST].tolist():
            figures = {
                "of_stage": _of_stage(written, result.stage),
                "written_figure": str(to_decimal(int(points[row]), places)),
                "computed_figure": str(to_decimal(int(most[row]), places)),
            }
            unit = result.register.units[row].id
            yield Problem(
                "verify.range", Place(written.name), arguments={"unit": unit, "where": leaf.criterion.code, **figures}
            )


def _differences(
    plain: Mapping[str, Any], again: Mapping[str, Any], codes: list[str]
) -> Iterator[tuple[str, str, str]]:
    """The figures of one unit that differ, what is beneath first: where, written, computed."""
    for code in codes:
        one, other = plain["nodes"][code], again["nodes"][code]
        yield from (
            (f"{code} {key}", _said(one.get(key)), _said(other.get(key)))
            for key in _NODE
            if one.get(key) != other.get(key)
        )
    yield from ((key, _said(plain[key]), _said(again[key])) for key in _HEAD if plain[key] != again[key])


def _said(value: object) -> str:
    """A figure as messages repeat it."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return "-" if value is None else str(value)


def _contradictions(written: WrittenResult, plain: Mapping[str, Any], again: IndexResult) -> Iterator[Problem]:
    """For each unit the first figure that its parts contradict, ranks last; then what is said of all of them."""
    computed = again.to_dict()
    units = {each["unit"]: each for each in computed["units"]}
    codes = [again.criteria.nodes[at].criterion.code for at in again.criteria.order]
    told: list[tuple[str, str, str, str]] = []
    ranks: list[tuple[str, str, str, str]] = []
    for unit in plain["units"]:
        found = next(_differences(unit, units[unit["unit"]], codes), None)
        if found is not None:
            (ranks if found[0].endswith("rank") else told).append((unit["unit"], *found))
    for one, where, was, is_now in [*told, *ranks][:_MOST]:
        arguments = {
            "unit": one,
            "of_stage": _of_stage(written, again.stage),
            "figure_name": where,
            "written_figure": was,
            "computed_figure": is_now,
        }
        yield Problem("verify.figure", Place(written.name), arguments=arguments)
    for key in ("bands", "means"):
        if plain[key] != computed[key] and not told:
            yield Problem(
                "verify.summary",
                Place(written.name),
                arguments={"figure_name": key, "criteria": again.criteria.name, "stage_name": again.stage},
            )


def _correction(written: WrittenResult, replaced: WrittenResult) -> Iterator[Problem]:
    """What a correction says wrongly of the result that it replaces."""
    yield from replaced.faults
    correction, place = written.result.replaces, Place(written.name)
    if correction is None:
        yield Problem("verify.no_correction", place, arguments={"path": replaced.name})
        return
    if correction.digest != replaced.digest:
        arguments = {"path": replaced.name, "written": correction.digest[:12], "computed": replaced.digest[:12]}
        yield Problem("verify.other_replaced", place, arguments=arguments)
        return
    if others := other_stages(*([each.stage for each in one.result.results] for one in (replaced, written))):
        yield Problem("correction.other_stages", Place(replaced.name), arguments=others)
        return
    differing = tuple(result_changes(replaced.document["results"], written.document["results"]))
    stray = [*(each for each in differing if each not in set(correction.changes))]
    stray += [each for each in correction.changes if each not in set(differing)]
    for change in stray[:_MOST]:
        where = f"{change.code} {change.what}".strip()
        listed = change in correction.changes
        key = "verify.not_different" if listed else "verify.not_listed"
        stage = _of_stage(written, change.stage)
        arguments = {"unit": change.unit or change.criteria, "of_stage": stage, "figure_name": where}
        figures = {"written_figure": change.before or "-", "computed_figure": change.after or "-"}
        yield Problem(key, place, arguments={**arguments, **figures})


def _recomputed(
    found: Verification, written: WrittenResult, cycle: str | Path | Cycle | CycleResult, registry: Registry | None
) -> Verification:
    """With what scoring the same again gives."""
    against = str(cycle) if isinstance(cycle, str | Path) else ""
    stages = tuple(dict.fromkeys(each.stage for each in written.result.results))
    if isinstance(cycle, str | Path):
        opened = open_cycle(cycle, registry=registry, until=stages[-1] if stages else None)
        cycle = opened if opened.stages else open_cycle(cycle, registry=registry)
    against = against or (str(cycle.folder) if isinstance(cycle, Cycle) else cycle.id or "-")
    if isinstance(cycle, Cycle):
        found = attrs.evolve(found, findings=(*found.findings, *_log_faults(written, cycle)))
        scored = [cycle.score(stage) for stage in stages if stage in cycle.stages] or [cycle.score()]
        found = attrs.evolve(found, read=tuple(cycle.folder / name for name in cycle.files.inputs))
        cycle = attrs.evolve(scored[0], results=tuple(each for one in scored for each in one.results))
    changes = tuple(_changes(written, cycle))
    if (cycle.digest, cycle.id, cycle.data) == (written.digest, written.result.id, written.result.data):
        return attrs.evolve(found, against=against, changes=changes)
    if cycle.digest == written.digest and cycle.id == written.result.id:
        said = {"written": str(written.result.data), "computed": str(cycle.data)}
        differing = Problem("verify.other_data", Place(written.name), arguments=said)
    else:
        differing = _first_difference(written, cycle)
    return attrs.evolve(found, against=against, changes=changes, findings=(*found.findings, differing))


def _log_faults(written: WrittenResult, cycle: Cycle) -> Iterator[Problem]:
    """That the cycle's log has lost the step at which it stood when the result was written."""
    head, log = written.result.log, cycle.files.log
    if head and (log is None or not log.holds(head)):
        yield Problem("verify.log", Place(written.name), arguments={"head": head[:12]})


def _first_difference(written: WrittenResult, cycle: CycleResult) -> Problem:
    """The first figure that scoring again gives otherwise, and how many units differ."""
    plain = written.document["results"]
    heads = [f"{each.criteria.name} ({each.stage})" for each in cycle.results]
    own = [f"{each.criteria.name} ({each.stage})" for each in written.result.results]
    place = Place(written.name)
    if heads != own or cycle.id != written.result.id:
        said = {"written": f"{written.result.id}: {', '.join(own)}", "computed": f"{cycle.id}: {', '.join(heads)}"}
        return Problem("verify.other_results", place, arguments=said)
    first: tuple[str, str, str, str, str] | None = None
    differing: set[str] = set()
    for one, result in zip(plain, cycle.results, strict=True):
        units, before = (
            {each["unit"]: each for each in each_of} for each_of in (result.to_dict()["units"], one["units"])
        )
        codes = [result.criteria.nodes[at].criterion.code for at in result.criteria.order]
        for unit in sorted({*units, *before}):
            if unit not in units or unit not in before:
                key = "verify.unit_gone" if unit in before else "verify.unit_new"
                return Problem(key, place, arguments={"unit": unit, "criteria": result.criteria.name})
            if units[unit]["nodes"].keys() != before[unit]["nodes"].keys():
                differs: tuple[str, str, str] | None = (
                    "nodes",
                    str(len(before[unit]["nodes"])),
                    str(len(units[unit]["nodes"])),
                )
            else:
                differs = next(_differences(before[unit], units[unit], codes), None)
            if differs is not None:
                differing.add(unit)
                first = first or (_of_stage(written, result.stage), unit, *differs)
    if first is None:  # all figures are equal: notes, or the order
        return Problem("verify.notes", place, arguments={"written": written.digest[:12], "computed": cycle.digest[:12]})
    stage, unit, where, was, is_now = first
    count = str(len(differing))
    arguments = {
        "unit": unit,
        "of_stage": stage,
        "figure_name": where,
        "written_figure": was,
        "computed_figure": is_now,
    }
    return Problem("verify.recomputed", place, arguments={**arguments, "count": count})


def _changes(written: WrittenResult, cycle: CycleResult) -> Iterator[Problem]:
    """What has changed since the file was written: inputs, sets, plugins, the library."""
    before = written.result
    for name in sorted({*before.inputs, *cycle.inputs}):
        was, is_now = before.inputs.get(name, ""), cycle.inputs.get(name, "")
        if was != is_now:
            key = "verify.input_new" if not was else "verify.input_gone" if not is_now else "verify.input"
            yield Problem(key, arguments={"found": name})
    for old, new in zip(before.results, cycle.results, strict=False):
        one, other = old.criteria, new.criteria
        if one.sha256 != other.sha256:
            nodes = [{node.criterion.code: node.criterion for node in each.nodes} for each in (one, other)]
            codes = [code for code in {**nodes[0], **nodes[1]} if nodes[0].get(code) != nodes[1].get(code)]
            yield Problem("verify.set", arguments={"criteria": one.name, "codes": ", ".join(codes) or "-"})
    versions = [{each.name: each.version for each in cycle_.plugins} for cycle_ in (before, cycle)]
    was_version, now_version = before.version or "", _version(cycle)
    pairs = [("cchc-index", was_version, now_version)]
    pairs += [
        (name, versions[0].get(name, "-"), versions[1].get(name, "-")) for name in sorted({*versions[0], *versions[1]})
    ]
    for name, was, is_now in pairs:
        if was != is_now:
            yield Problem("verify.version", arguments={"found": name, "written": was, "computed": is_now})


def _version(cycle: CycleResult) -> str:
    from importlib.metadata import version

    return cycle.version or version("cchc-index")
