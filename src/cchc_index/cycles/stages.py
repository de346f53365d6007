"""What a stage takes over from the one before it: what its tables let it, and nothing else.

A stage that appraises says everything anew: a blank in its table, a form that did not come back, is a gap and no
consent to what the unit said of itself. Only a table declared to hold changes leaves the rest as it was, which is
listed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs
import numpy as np

from cchc_index.assessment.adjustment import Adjustment
from cchc_index.assessment.answers import POINTS
from cchc_index.assessment.applicability import Absent
from cchc_index.assessment.assessment import Assessment
from cchc_index.assessment.awaited import Awaited
from cchc_index.criteria.criteria_set import CriteriaSet
from cchc_index.criteria.tree import Stage
from cchc_index.cycles.adjusting import adjusted
from cchc_index.cycles.assessors import PanelReader, PanelTables, decided_by
from cchc_index.cycles.claims import claim_faults
from cchc_index.cycles.evidence import CountedTable
from cchc_index.cycles.last_result import LastResult
from cchc_index.cycles.overtaken import LastSaid, with_overtaken
from cchc_index.cycles.silence import Silence
from cchc_index.cycles.taking_over import filled, taken_over
from cchc_index.problems.problem import Place, Problem
from cchc_index.reading.assessment_file import assessment_of, report_shapes
from cchc_index.reading.facts import Reported
from cchc_index.reading.forms import Form
from cchc_index.reading.grids.cells import Texts
from cchc_index.reading.tables import Table
from cchc_index.scoring.leaves import score_leaf
from cchc_index.values.exact import to_decimal
from cchc_index.values.statuses import SCORED
from cchc_index.values.units import Register


@attrs.frozen(eq=False)
class StageTables:
    """What came in for one set and its units at one stage.

    Attributes:
        stage: The stage.
        whole: Tables and forms that say everything of the units they list.
        changes: Tables that hold only what changes.
        decides: Whether points typed beside a value stand, as the council's decision.
        panels: What several assessors gave. It says everything, unless only tables of changes stand beside it.
        counted: Figures that were counted from raw records: they owe nothing else, and stand at every stage.
    """

    stage: Stage
    whole: tuple[Form | Table, ...]
    changes: tuple[Form | Table, ...] = ()
    decides: bool = False
    panels: tuple[PanelTables, ...] = ()
    counted: tuple[CountedTable, ...] = ()

    @property
    def tables(self) -> list[Form | Table]:
        """All of them."""
        return [*self.handed_in, *self.counted]

    @property
    def handed_in(self) -> list[Form | Table]:
        """Those that somebody handed in at this stage."""
        return [*self.whole, *self.changes, *self._given]

    @property
    def _given(self) -> list[Form | Table]:
        """Those of assessors."""
        return [table for panel in self.panels for tables in panel.tables.values() for table in tables]

    def owed(self, register: Register) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
        """The units of which this stage must say everything: all, but those that only a table of changes lists."""
        whole = self.whole if self.changes and not self.whole else (*self.whole, *self._given)
        owed = np.full(len(register), bool(whole), dtype=np.bool_)
        listed = {unit for table in whole for unit, *_ in table.units()}
        for unit in {unit for table in self.changes for unit, *_ in table.units()} - listed:
            if unit in register.rows:
                owed[register.rows[unit]] = False
        return owed


@attrs.frozen(eq=False)
class StageReader:
    """Reads the stages of one set and its units, each with what it takes over from the one before.

    Attributes:
        criteria: The set.
        units: Its units.
        texts: The texts of all tables.
        register_name: The register's file; "" without one.
        absent: What is left out for all units.
        cycle: Where cycle.yaml is.
        stages: All stages of the cycle, in order.
        adjustments: What the council changed.
        awaiting: What is still to come for all units.
        last: Last year's result; None without one.
        names_last: Whether the cycle names one, though it may not be readable.
    """

    criteria: CriteriaSet
    units: Register
    texts: Texts
    register_name: str
    absent: tuple[Absent, ...]
    cycle: Place
    stages: tuple[Stage, ...]
    adjustments: tuple[Adjustment, ...] = ()
    awaiting: tuple[Awaited, ...] = ()
    last: LastResult | None = None
    names_last: bool = False

    def read(self, staged: list[StageTables]) -> Iterator[Assessment | list[Problem]]:
        """The assessment of each stage that has data, up to the first with problems, which come instead of it."""
        before: Reported | None = None
        made: Assessment | None = None
        said = LastSaid(self.criteria, self.units, self.stages)
        for tables in staged:
            if before is None or made is None:
                if not tables.tables:
                    continue
                reported = self._reported(tables)
                faults = [Problem("stage.no_before", self.cycle, arguments={"stage_name": tables.stage})]
                if tables.stage != "self":  # before a council that comes first nobody spoke: all is its own
                    size = len(self.units)
                    reported.anew = {code: filled(each.values(), size) for code, each in reported.columns.items()}
                result = faults if tables.changes else self._assessment(reported, tables, {})
                appraises = tables.stage not in ("self", "final")
            elif tables.stage == "final":  # it is what was said before, and its adjustments
                told = [self._files_at_the_end(made.stage)]
                yield told if tables.handed_in else self._adjusted(attrs.evolve(made, stage="final"), said)
                return
            elif not tables.handed_in:
                arguments = {"stage_name": tables.stage, "criteria": self.criteria.name}
                yield [Problem("stage.silent", self.cycle, arguments=arguments)]
                return
            else:
                owed = tables.owed(self.units)
                # counted figures that nobody owes anew stay as they stand, with what the council changed in them
                left = {unit.id for unit, is_owed in zip(self.units, owed.tolist(), strict=True) if is_owed}
                counted = tuple(each.of_units(left) for each in tables.counted) if left else ()
                later = self._reported(attrs.evolve(tables, counted=counted), before)
                reported = taken_over(before, later, owed, self.stages.index(made.stage))
                said.note(tables.stage, reported.anew, owed)
                Silence(reported, later, tables.whole, tables.stage).tell()
                reported.problems += claim_faults(before, later)
                result = self._assessment(reported, tables, made.inputs)
                appraises = True
            if appraises and not isinstance(result, list) and not tables.decides:
                result = list(other_points(result, reported)) or result
            changed = result if isinstance(result, list) else self._adjusted(result, said)
            yield changed
            if isinstance(result, list) or isinstance(changed, list):
                return
            before, made = reported, result

    def _adjusted(self, assessment: Assessment, said: LastSaid) -> Assessment | list[Problem]:
        """An assessment with what the council changed in it, as far as no later stage said it anew."""
        stand, overtaken = said.parted(self.adjustments)
        made = adjusted(assessment, stand)
        return made if isinstance(made, list) else with_overtaken(made, overtaken)

    def _reported(self, tables: StageTables, before: Reported | None = None) -> Reported:
        """What a stage reports by itself, the points of its assessors among it."""
        reported = report_shapes(
            [*tables.whole, *tables.changes, *tables.counted], self.criteria, self.units, self.texts
        )
        if tables.panels:
            decided = decided_by(self.adjustments, tables.stage)
            reader = PanelReader(
                reported, tables.stage, self.absent, self.awaiting, before, decided, decides=tables.decides
            )
            for panel in tables.panels:
                reader.read(panel)
        return reported

    def _assessment(
        self, reported: Reported, tables: StageTables, inputs: Mapping[str, str]
    ) -> Assessment | list[Problem]:
        """The assessment of a stage, with the sums of the files of those before it."""
        result = assessment_of(
            reported,
            tables.tables,
            tables.stage,
            register_name=self.register_name,
            absent=self.absent,
            decides=tables.decides,
            awaiting=self.awaiting,
            names_last=self.names_last,
        )
        if isinstance(result, list):
            return result
        made = attrs.evolve(result, inputs={**inputs, **result.inputs}, stages=self.stages)
        return made if self.last is None else self.last.beside(made)

    def _files_at_the_end(self, stage: Stage) -> Problem:
        """That there are files at the final stage, which takes adjustments only."""
        arguments = {"stage_name": stage, "criteria": self.criteria.name}
        return Problem("stage.final_files", self.cycle, arguments=arguments)


def other_points(assessment: Assessment, reported: Reported) -> Iterator[Problem]:
    """Points that a stage after the first types beside a value, and that are not what the rule gives for it."""
    places = assessment.criteria.rounding.points
    for leaf in assessment.criteria.leaves:
        code = leaf.criterion.code
        answers, anew = assessment.answers[code], reported.anew.get(code)
        if answers.typed is None or anew is None:
            continue
        given = anew & (answers.status == SCORED)
        if answers.typed.given is not None:
            given &= answers.typed.given
        points = score_leaf(leaf, assessment).points if given.any() else ()
        for row in np.flatnonzero(given).tolist():
            typed, scored = answers.typed.value(row, "number"), to_decimal(int(points[row]), places)
            if typed != scored:
                place = reported.place(reported.columns[code][POINTS], row, code)
                arguments = {"code": code, "points": f"{typed}", "given": f"{scored}"}
                if (panel := answers.panel(row)) is None:
                    yield Problem("stage.other_points", place, arguments=arguments)
                else:
                    said = "; ".join(f"{each.assessor}: {points}" for each, points in panel.given(row))
                    yield Problem("assessors.other_points", place, arguments={**arguments, "said": said})
