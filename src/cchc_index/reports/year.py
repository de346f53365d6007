"""A year as its report tells it: standings, areas, lost points, the year before, evidence, objections."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

import attrs

from cchc_index.assessment.adjustment import Adjustment
from cchc_index.criteria.tree import Node
from cchc_index.cycles.cycle import Cycle
from cchc_index.cycles.cycle_result import CycleResult
from cchc_index.cycles.evidence import CountedEvidence
from cchc_index.cycles.result_file import read_result
from cchc_index.problems.errors import AssessmentError
from cchc_index.problems.problem import Problem
from cchc_index.reports.lost_points import LostPoints, lost_points
from cchc_index.reports.standings import GroupStandings, group_standings
from cchc_index.results.components import MeanIndex
from cchc_index.results.result import IndexResult
from cchc_index.reviews.contested import Contested, contested
from cchc_index.values.contexts import own_context
from cchc_index.years.comparison import Year, YearComparison, compare_results, result_of_year


@attrs.frozen
class AreaMean:
    """A top-level node: the mean of its index over the ranked units, this year and in the year before.

    Attributes:
        node: The node.
        index: The mean; None where no unit has one.
        before: That of the year before; None where there is none, or where it is not the same criterion.
    """

    node: Node
    index: Decimal | None
    before: Decimal | None = None

    @property
    def change(self) -> Decimal | None:
        """The mean less that of the year before, as they are printed."""
        return None if self.index is None or self.before is None else self.index - self.before


@attrs.frozen(eq=False)
class SetYear:
    """The year of the units that one set scores.

    Attributes:
        result: The result.
        groups: Its groups.
        areas: Its top-level nodes, in the order of the set.
        lost: The criteria at which points were lost, most first.
    """

    result: IndexResult = attrs.field(repr=False)
    groups: tuple[GroupStandings, ...]
    areas: tuple[AreaMean, ...]
    lost: tuple[LostPoints, ...]


@attrs.frozen(eq=False)
class ReportedYear:
    """A year as its report tells it.

    Attributes:
        cycle: The results.
        sets: The year of each set.
        before: The year before beside this one; None where none was given, or where the two cannot be compared.
        refused: Why they cannot be compared; () where they can, or none was given.
        evidence: What was counted from raw records and stands in the report.
        contested: What units explained or objected to, with what came of it.
        adjustments: What the council changed and what stands of it.
    """

    cycle: CycleResult
    sets: tuple[SetYear, ...]
    before: YearComparison | None
    refused: tuple[Problem, ...]
    evidence: tuple[CountedEvidence, ...]
    contested: tuple[Contested, ...]
    adjustments: tuple[tuple[IndexResult, Adjustment], ...]


@own_context
def reported_year(cycle: Cycle, *, stage: str | None = None, previous: Year | None = None) -> ReportedYear:
    """What there is to report of a cycle.

    Args:
        cycle: The cycle.
        stage: The stage; by default the last that has data.
        previous: The year before, a cycle or its result; by default the result that the cycle names in `previous`.

    Raises:
        AssessmentError: The result that the cycle names cannot be read.
        UnknownNameError: The cycle has no such stage, or no data for it.

    Example:
        >>> import cchc_index
        >>> found = reported_year(cchc_index.open_cycle("lai-chau-2021"))
        >>> found.before, found.evidence, [len(each.groups) for each in found.sets]
        (None, (), [2])
    """
    result = cycle.score(stage)
    if previous is None and cycle.document.previous:
        previous = read_result(cycle.folder / cycle.document.previous, registry=cycle.registry)
    before, refused = _beside(cycle, result, previous)
    adjustments = tuple((each, one) for each in result.results for one in each.assessment.adjustments)
    every = [*(one for _, one in adjustments), *(one for each in result.results for one in each.assessment.overtaken)]
    named = [each for each in cycle.objections if each.unit in result]
    sets = tuple(_set_year(each, before) for each in result.results)
    found = contested(named, every)
    return ReportedYear(result, sets, before, refused, tuple(reported_evidence(result)), found, adjustments)


def _beside(
    cycle: Cycle, result: CycleResult, previous: Year | None
) -> tuple[YearComparison | None, tuple[Problem, ...]]:
    if previous is None:
        return None, ()
    since = cycle.files.since
    try:
        return compare_results(result_of_year(previous, None), result, since.successions, since.mapping), ()
    except AssessmentError as error:  # that two years cannot be compared is a fact of the report
        return None, error.problems


def area_means(result: IndexResult, before: YearComparison | None = None) -> tuple[AreaMean, ...]:
    """Each top-level node with its mean, and that of the year before where there is one.

    Example:
        >>> import cchc_index
        >>> result = cchc_index.open_cycle("lai-chau-2021").score().results[0]
        >>> [(each.node.criterion.code, str(each.index)) for each in area_means(result)][5]
        ('6', '77.94')
    """
    means = _mean(result)
    earlier, codes = _earlier(result, before)
    areas = []
    for node in result.criteria.top:
        code = node.criterion.code
        was = None if earlier is None or code not in codes else earlier.nodes.get(codes[code])
        areas.append(AreaMean(node, means.nodes.get(code) if means else None, was))
    return tuple(areas)


def _set_year(result: IndexResult, before: YearComparison | None) -> SetYear:
    return SetYear(result, group_standings(result), area_means(result, before), lost_points(result))


def _mean(result: IndexResult) -> MeanIndex | None:
    return next((each for each in result.means if each.group is None), None)


def _earlier(result: IndexResult, before: YearComparison | None) -> tuple[MeanIndex | None, dict[str, str]]:
    """The means of the result of the year before whose set goes with this one, and its codes by this year's."""
    if before is None:
        return None, {}
    for pairs in before.pairs:
        if pairs.after.sha256 == result.criteria.sha256:
            found = next(each for each in before.before.results if each.criteria.sha256 == pairs.before.sha256)
            return _mean(found), dict(pairs.codes)
    return None, {}


def reported_evidence(result: CycleResult) -> Iterator[CountedEvidence]:
    """What was counted and is reported: of each builder the entries for the report alone, else those that feed.

    Entries are never added up: they may count the same records in two ways.
    """
    alone = {each.builder for each in result.counted if each.is_for_the_report}
    for each in result.counted:
        if each.evidence is not None and (each.is_for_the_report or each.builder not in alone):
            yield each
