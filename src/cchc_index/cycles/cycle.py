"""A cycle: one year's assessment, as a folder of plain files that can be scored."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import attrs

from cchc_index.assessment.assessment import Assessment
from cchc_index.criteria.tree import Stage
from cchc_index.cycles.begun import stages_begun
from cchc_index.cycles.cycle_result import CycleResult
from cchc_index.cycles.documents import CycleDocument
from cchc_index.cycles.evidence import CountedEvidence
from cchc_index.cycles.folder import CycleFiles, read_cycle
from cchc_index.cycles.history import Histories, History
from cchc_index.cycles.objections import Objection
from cchc_index.problems.errors import UnknownNameError
from cchc_index.problems.problem import Problem
from cchc_index.problems.receipts import Receipt
from cchc_index.problems.wanted import want
from cchc_index.registry.registry import Plugin, Registry
from cchc_index.results.result import IndexResult
from cchc_index.scoring.method import score
from cchc_index.values.contexts import own_context


@attrs.frozen(eq=False)
class Cycle:
    """One year's assessment (đợt đánh giá), read and checked.

    Attributes:
        files: What was read from its folder.
        registry: The plugins its sets may name.
    """

    files: CycleFiles = attrs.field(repr=False)
    registry: Registry = attrs.field(repr=False)

    @property
    def folder(self) -> Path:
        """Its folder."""
        return self.files.folder

    @property
    def document(self) -> CycleDocument:
        """What its cycle.yaml says."""
        return self.files.document

    @property
    def stages(self) -> tuple[Stage, ...]:
        """The stages that have data, in order."""
        return tuple(self.files.assessments)

    @property
    def receipts(self) -> tuple[Receipt, ...]:
        """What came into each folder of forms."""
        return self.files.receipts

    @property
    def objections(self) -> tuple[Objection, ...]:
        """What units explained and objected to, in the order of objections.csv."""
        return self.files.objections

    @property
    def counted(self) -> tuple[CountedEvidence, ...]:
        """What each entry of evidence counted, by unit, and of all units where that adds up."""
        return self.files.evidence

    def assessments(self, stage: str | None = None) -> tuple[Assessment, ...]:
        """The assessments of a stage, one for each set; of the last stage that has data, if none is named.

        Raises:
            UnknownNameError: The cycle has no such stage, or no data for it.
        """
        if stage is None:
            stage = self.stages[-1]
        for name, assessments in self.files.assessments.items():
            if name == stage:
                return assessments
        if stage not in self.document.stages:
            arguments = {"stage": stage, "stages": ", ".join(self.document.stages)}
            raise UnknownNameError(Problem("cycle.stage", arguments=arguments))
        begun = {*self.stages, *stages_begun(self.document, self.folder)}  # also what was not read, as `until` says
        known = ", ".join(each for each in self.document.stages if each in begun)
        raise UnknownNameError(Problem("cycle.no_data", arguments={"stage_name": stage, "stages": known}))

    @own_context
    def score(self, stage: str | None = None) -> CycleResult:
        """Score a stage, or ``"all"`` stages that have data; without a name the last one that has.

        Raises:
            UnknownNameError: The cycle has no such stage, or no data for it.
            PluginError: A plugin breaks its contract.
        """
        stages = self.stages if stage == "all" else (stage,)
        results = tuple(score(each.criteria, each) for name in stages for each in self.assessments(name))
        document = self.document
        return CycleResult(
            results,
            document.id,
            document.title,
            document.data,
            document.source,
            dict(self.files.inputs),
            plugins_of(results, self.registry),
            log=self.files.log.head if self.files.log else None,
            previous=dict(self.files.previous),
            evidence=tuple(each.to_dict() for each in self.files.evidence),
            histories=partial(self.histories, None if stage == "all" else stage),
            counted=self.files.evidence,
        )

    def histories(self, stage: str | None = None) -> Histories:
        """Each unit's points through all stages that have data, up to the one that is named.

        Raises:
            UnknownNameError: The cycle has no such stage, or no data for it.
        """
        last = self.assessments(stage)[0].stage
        stages = self.stages[: self.stages.index(last) + 1]
        return Histories(tuple(each for name in stages for each in self.score(name).results), self.objections)

    def history(self, unit: str, code: str | None = None, stage: str | None = None) -> History:
        """What each stage gave a unit for each node, who changed it and why; or for one node and what is in it.

        Raises:
            UnknownNameError: There is no such unit, node or stage.

        Example:
            >>> cycle = open_cycle("lai-chau-2021")
            >>> [(step.stage, str(step.points)) for step in cycle.history("so-tai-chinh", "1").nodes["1"]]
            [('final', '2.000')]
        """
        return self.histories(stage).of(unit, code)


def plugins_of(results: tuple[IndexResult, ...], registry: Registry) -> tuple[Plugin, ...]:
    """The plugins that the sets of some results name."""
    names = sorted({name for result in results for name in result.criteria.plugins})
    return tuple(plugin for plugin in map(registry.plugin, names) if isinstance(plugin, Plugin))


@own_context
def open_cycle(
    path: str | Path,
    *,
    registry: Registry | None = None,
    until: Stage | None = None,
    step: Callable[[str], None] | None = None,
) -> Cycle:
    """Open a cycle: its folder, or the name of one that is shipped. Every file is read and checked.

    Args:
        path: The folder, or a worked cycle's name such as ``lai-chau-2021``.
        registry: The plugins its sets may name; by default those installed.
        until: The last stage that is read, whatever has come in after it; by default all are.
        step: What is called with a word as counting each entry of evidence begins, which may take long.

    Raises:
        AssessmentError: Its files have problems; all of them are in ``.problems``.
        CriteriaError: Only its criteria files have problems.
        UnknownNameError: There is no such cycle, or it has no such stage.

    Example:
        >>> result = open_cycle("lai-chau-2021").score()
        >>> result["so-tai-chinh"].points, result["so-tai-chinh"].rank
        (Decimal('15.747'), 2)
    """
    want("registry", registry, Registry, type(None), how="Registry.discover()")
    registry = Registry.discover() if registry is None else registry
    want("until", until, str, type(None), how='"self"')
    return Cycle(read_cycle(path, registry, until, step), registry)
