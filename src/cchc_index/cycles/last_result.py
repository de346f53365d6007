"""Last year's result, as a cycle names it: read, held against this year's units and criteria, and put beside them."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property
from pathlib import Path

import attrs
import numpy as np

from cchc_index.assessment.assessment import Assessment
from cchc_index.assessment.last_year import Before, LastYear
from cchc_index.criteria.criteria_set import CriteriaSet
from cchc_index.cycles.cycle_result import CycleResult
from cchc_index.cycles.mapping import about_no_code
from cchc_index.cycles.pairing import ALONE, CriteriaPairs, paired_criteria, related
from cchc_index.cycles.result_file import read_written
from cchc_index.cycles.since_last import SinceLast
from cchc_index.problems.errors import CchcError, PluginError
from cchc_index.problems.problem import Place, Problem
from cchc_index.registry.registry import Registry
from cchc_index.rules.columns import FieldColumn
from cchc_index.rules.improvement import AREAS, Figure
from cchc_index.scoring.following import figures_of, followed, following
from cchc_index.values.exact import Integers
from cchc_index.values.statuses import SCORED

FINAL = "final"  #: the stage at which a year is compared with: what was decided, and not what came before
_WHY: dict[Before, str] = {
    "new": "previous.unit_new",
    "merged": "previous.unit_not_alone",
    "split": "previous.unit_not_alone",
    "elsewhere": "previous.unit_elsewhere",
}


@attrs.frozen(eq=False)
class LastResult:
    """Last year's result at its last stage, and what became of its units and criteria.

    Attributes:
        name: The file, as cycle.yaml names it.
        place: Where it is.
        digest: SHA-256 of its results.
        sha256: SHA-256 of the file.
        result: Its results at the stage `final`.
        since: What became of units and criteria since.
    """

    name: str
    place: Place
    digest: str
    sha256: str
    result: CycleResult
    since: SinceLast = attrs.field(factory=SinceLast)

    @property
    def provenance(self) -> dict[str, str]:
        """What results say of it."""
        return {"path": self.name, "digest": self.digest}

    @cached_property
    def _homes(self) -> dict[str, int]:
        """For each of its units the place of its result."""
        return {unit: at for at, each in enumerate(self.result.results) for unit in each.register.rows}

    def beside(self, assessment: Assessment) -> Assessment | list[Problem]:
        """An assessment with last year's figures beside it, or what they lack; one that asks for none as it is."""
        leaves = following(assessment.criteria)
        if not leaves:
            return assessment
        pairs = self._pairs(assessment.criteria)
        if isinstance(pairs, list):
            return pairs
        if not pairs:
            names = ", ".join(each.criteria.name for each in self.result.results)
            arguments = {"criteria": assessment.criteria.name, "found": names}
            return [Problem("previous.no_set", self.place, arguments=arguments)]
        if told := list(self._unknown(assessment.criteria, pairs)):
            return told
        made = followed(attrs.evolve(assessment, last=self._last_year(assessment, pairs)))
        return list(self._lacking(made)) or made

    def _pairs(self, criteria: CriteriaSet) -> dict[int, CriteriaPairs] | list[Problem]:
        """For the place of each result whose set goes with this year's the criteria of both."""
        mapping = self.since.mapping
        told = list(about_no_code(mapping, 0, [each.criteria for each in self.result.results]))
        if told or next(about_no_code(mapping, 1, [criteria]), None) is not None:
            return told  # a code that this year's set lacks is told with the table itself
        found: dict[int, CriteriaPairs] = {}
        for at, each in enumerate(self.result.results):
            pairs = paired_criteria(each.criteria, criteria, mapping)
            if isinstance(pairs, list):
                return pairs
            if pairs is not None:
                found[at] = pairs
        return found

    def _unknown(self, criteria: CriteriaSet, pairs: dict[int, CriteriaPairs]) -> Iterator[Problem]:
        """Leaves that follow a node of which last year's set had none, or one with another maximum."""
        for leaf in following(criteria):
            rule, code = leaf.criterion.improvement, leaf.criterion.code
            if rule is None:
                continue
            for each in pairs.values():
                said = {"code": code, "other": rule.of, "criteria": each.before.name, "file": self.name}
                if rule.of not in (AREAS, *each.codes):
                    yield Problem("previous.no_criterion", self.place, arguments=said)
                    continue
                before: Decimal = each.before.max_points
                after: Decimal = criteria.max_points
                if rule.of != AREAS:
                    before = each.before.node(each.codes[rule.of]).criterion.max_points
                    after = criteria.node(rule.of).criterion.max_points
                if rule.figure == "points" and before != after:
                    maxima = {"before": f"{before:f}", "after": f"{after:f}"}
                    yield Problem("previous.other_maximum", self.place, arguments={**said, **maxima})

    def _last_year(self, assessment: Assessment, pairs: dict[int, CriteriaPairs]) -> LastYear:
        """Which unit was which, and where its figures stand."""
        units: list[str] = []
        kinds: list[Before] = []
        homes: list[tuple[int, int]] = []
        for relation in related(self._homes, assessment.register.rows, self.since.successions):
            kind: Before = next(each for each in _KINDS if each == relation.kind)
            former = relation.before[0][0] if relation.kind in ALONE else ""
            home = self._homes.get(former, -1)
            if former and home not in pairs:
                former, kind = "", "elsewhere"
            units.append(former)
            kinds.append(kind)
            homes.append((home, self.result.results[home].register.rows[former]) if former else (-1, -1))

        def figures(code: str, figure: Figure) -> FieldColumn:
            columns = {
                at: figures_of(each.assessment, each.outcome.sums, pairs[at].codes.get(code, code), figure)
                for at, each in enumerate(self.result.results)
                if at in pairs
            }
            return _gathered(columns, homes)

        known = set.intersection(*(set(each.codes) for each in pairs.values()))
        first = next(iter(pairs.values()))
        codes = {AREAS: AREAS, **{code: first.codes[code] for code in first.codes if code in known}}
        return LastYear(self.name, self.digest, tuple(units), tuple(kinds), codes, figures)

    def _lacking(self, made: Assessment) -> Iterator[Problem]:
        """Units without a figure of last year, where the rule does not say what that earns."""
        last = made.last
        for leaf in following(made.criteria):
            rows = made.answers[leaf.criterion.code].rows(SCORED)
            column, rule = made.column(leaf, rows), leaf.criterion.improvement
            for refusal in rule.refusals(column) if rule else ():
                for at in np.flatnonzero(refusal.rows).tolist():
                    row = at if rows is None else int(rows[at])
                    unit = made.register.units[row]
                    kind = last.kinds[row] if last else "new"
                    said = {"code": leaf.criterion.code, "unit": unit.id, "name": unit.name, "file": self.name}
                    place = attrs.evolve(self.place, unit=unit.id)
                    yield Problem(_WHY.get(kind, "previous.no_figure"), place, arguments=said)


_KINDS: tuple[Before, ...] = ("same", "renamed", "merged", "split", "new")


def _gathered(columns: dict[int, FieldColumn], homes: list[tuple[int, int]]) -> FieldColumn:
    """One column of figures that stand in several results; nothing for a unit that is in none."""
    places = max(column.places for column in columns.values())
    numbers: list[int] = []
    given: list[bool] = []
    for at, row in homes:
        column = columns.get(at)
        known = column is not None and (column.given is None or bool(column.given[row]))
        given.append(known)
        numbers.append(int(column.numbers.values[row]) * 10 ** (places - column.places) if column and known else 0)
    return FieldColumn(Integers.of(numbers), places, np.array(given, dtype=np.bool_))


def last_result_of(path: Path, name: str, data: str, registry: Registry) -> LastResult | list[Problem]:
    """Last year's result, or what is wrong with the file.

    Args:
        path: Where the file is.
        name: The file, as cycle.yaml names it.
        data: Whether this year's values are `real` or `synthetic`.
        registry: The plugins that its sets may name.
    """
    try:
        written = read_written(path, registry=registry)
    except PluginError:
        raise
    except CchcError as error:
        return list(error.problems)
    if written.faults:
        return list(written.faults)
    place = Place(written.name)
    final = tuple(each for each in written.result.results if each.stage == FINAL)
    if not final:
        stages = ", ".join(dict.fromkeys(each.stage for each in written.result.results))
        return [Problem("previous.stage", place, arguments={"found": stages})]
    if data == "real" and written.result.data != "real":
        return [Problem("previous.data", place, arguments={"found": str(written.result.data or "-")})]
    return LastResult(name, place, written.digest, written.sha256, attrs.evolve(written.result, results=final))
