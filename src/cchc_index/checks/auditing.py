"""Holds published results against recomputed ones: misprints found, rounding told apart, one cause for many findings.

Values that are measurements printed rounded (rates, other bodies' indices) could have been anything within half of
their last decimal. The audit scores both ends of that span; a published figure that some point of the span explains
is no finding.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

import attrs
import numpy as np

from cchc_index.assessment.answers import Answers
from cchc_index.assessment.assessment import Assessment
from cchc_index.checks.findings import AuditReport, Cause, Finding
from cchc_index.cycles.cycle import Cycle
from cchc_index.problems.errors import AssessmentError
from cchc_index.problems.problem import Problem
from cchc_index.problems.wanted import want
from cchc_index.reading.published import PublishedFigure, published_figures
from cchc_index.results.result import IndexResult, Scorecard
from cchc_index.results.sums import Sums
from cchc_index.rules.columns import Field, FieldColumn
from cchc_index.scoring.aggregation import TOTAL, LeafPoints, add_up
from cchc_index.scoring.method import score, score_leaf, stand
from cchc_index.values.contexts import own_context
from cchc_index.values.exact import Integers, places_of, round_fraction, to_decimal

if TYPE_CHECKING:
    import numpy.typing as npt


@own_context
def audit(cycle: Cycle, *, stage: str | None = None) -> AuditReport:
    """Compare a cycle's published results with what is computed from its reported values.

    Figures are compared at the decimals they are printed with.

    Args:
        cycle: A cycle with a published.csv.
        stage: The stage that was published; by default the last one that has data.

    Raises:
        AssessmentError: There is no published.csv, or it has problems.

    Example:
        >>> import cchc_index
        >>> report = audit(cchc_index.open_cycle("lai-chau-2021"))
        >>> [(cause.unit, cause.what, cause.published) for cause in report.causes]
        [('so-ke-hoach-va-dau-tu', 'points', '13.859')]
    """
    want("cycle", cycle, Cycle, how="open_cycle(path)")
    table = cycle.files.published
    if table is None:
        raise AssessmentError(Problem("published.none"))
    results = [score(each.criteria, each) for each in cycle.assessments(stage)]
    units = tuple(name for result in results for name in result.register.rows)
    codes = tuple(dict.fromkeys(code for result in results for code in result.criteria.positions))
    tops = tuple(dict.fromkeys(node.criterion.code for result in results for node in result.criteria.top))
    figures, problems = published_figures(table, units, codes, tops)
    if problems:
        raise AssessmentError(problems)
    findings: list[Finding] = []
    within: list[Finding] = []
    for result in results:
        own = [figure for figure in figures if figure.unit in result.register.rows]
        found, excused = _Audit(result, own).report()
        findings += found
        within += excused
    return AuditReport(tuple(findings), tuple(within), len(figures), tuple(results))


class _Audit:
    def __init__(self, result: IndexResult, figures: list[PublishedFigure]) -> None:
        self.result = result
        self.figures = figures
        self.places = result.criteria.rounding.points
        self.leaves = {leaf.position: score_leaf(leaf, result.assessment) for leaf in result.criteria.leaves}
        span = _span(result.assessment, self.leaves)
        self.ends = tuple(attrs.evolve(result, outcome=stand(result.assessment, sums)) for sums in span)

    def report(self) -> tuple[list[Finding], list[Finding]]:
        differing = [figure for figure in self.figures if not _agrees(self.result, figure)]
        excused = {figure for figure in differing if self.ends and self._excused(figure)}
        found = [figure for figure in differing if figure not in excused]
        causes = self._causes(found)
        findings = [self._finding(figure, causes[figure]) for figure in found]
        findings += self._sums(found)
        return findings, [self._finding(figure, None) for figure in differing if figure in excused]

    def _finding(self, figure: PublishedFigure, cause: PublishedFigure | None) -> Finding:
        computed = _computed(self.result[figure.unit], figure)
        difference = None
        if figure.number is not None and isinstance(computed, Decimal | int):
            difference = f"{figure.number - computed:f}"
        low, high = self._ends(figure) if cause is None else (None, None)
        return Finding(
            figure.unit,
            figure.figure,
            figure.code,
            figure.text,
            None if computed is None else str(computed),
            difference,
            None if cause is None else self._cause(cause),
            low,
            high,
        )

    def _cause(self, figure: PublishedFigure) -> Cause:
        what, code = figure.figure, figure.code
        card = self.result[figure.unit]
        parts = ""
        if what == "points":
            nodes = card.node(code).parts if code else [node.criterion.code for node in card.criteria.top]
            if code and not card.criteria.node(code).criterion.adds_up:
                nodes = ()  # its parts add up to something else
            known = [str(points) for part in nodes if (points := card.node(part).points) is not None]
            parts = " + ".join(known)
        return Cause(figure.unit, what, code, figure.text, parts)

    def _ends(self, figure: PublishedFigure) -> tuple[str | None, str | None]:
        if not self.ends or figure.figure in ("rank", "band"):
            return None, None
        low, high = (_computed(end[figure.unit], figure) for end in self.ends)
        return (None if low is None else str(low)), (None if high is None else str(high))

    def _excused(self, figure: PublishedFigure) -> bool:
        """Whether values within the rounding of the inputs give the published figure."""
        low, high = self.ends
        if figure.figure == "band":
            found = [int(end.outcome.classification.band_of[end.register.row(figure.unit)]) for end in (low, high)]
            bands = low.outcome.classification.bands
            return figure.text in [bands[at].label.first for at in range(min(found), max(found) + 1) if at >= 0]
        if figure.figure == "rank":
            return self._rank_possible(figure, low, high)
        ends = [_computed(end[figure.unit], figure) for end in (low, high)]
        if figure.number is None or not all(isinstance(end, Decimal) for end in ends):
            return False
        half = Fraction(1, 2 * 10 ** places_of(figure.number))
        least, most = sorted(Fraction(end) for end in ends if isinstance(end, Decimal))
        return least - half <= Fraction(figure.number) <= most + half

    def _rank_possible(self, figure: PublishedFigure, low: IndexResult, high: IndexResult) -> bool:
        _, blocks = self.result.register.blocks(self.result.criteria.rank.within)
        block = blocks[self.result.register.row(figure.unit)]
        ranked = [card for card in self.result if _computed(card, figure) is not None]
        peers = [card.unit.id for card in ranked if blocks[card.row] == block]
        least, most = sorted(_measure(end[figure.unit], figure.code) for end in (low, high))
        spans = [sorted(_measure(end[unit], figure.code) for end in (low, high)) for unit in peers]
        above = sum(lower > most for lower, _ in spans)
        reach = sum(upper >= least for _, upper in spans)
        return figure.number is not None and above + 1 <= figure.number <= max(reach, above + 1)

    def _causes(self, found: list[PublishedFigure]) -> dict[PublishedFigure, PublishedFigure]:
        """For each finding the published figure that, taken as it stands, explains it; else itself."""
        explained: dict[PublishedFigure, list[PublishedFigure]] = {}
        for candidate in found:
            if candidate.figure in ("rank", "band", "max_points") or candidate.number is None:
                continue
            taken = self._taken(candidate)
            explained[candidate] = [other for other in found if other != candidate and _agrees(taken, other)]
        causes: dict[PublishedFigure, PublishedFigure] = {}
        for candidate, others in sorted(explained.items(), key=lambda item: -len(item[1])):
            if candidate in causes:
                continue
            causes[candidate] = candidate
            for other in others:
                causes.setdefault(other, candidate)
        return {figure: causes.get(figure, figure) for figure in found}

    def _taken(self, figure: PublishedFigure) -> IndexResult:
        """The result with one published figure taken as it stands, and everything above it made anew."""
        criteria, outcome = self.result.criteria, self.result.outcome
        row = self.result.register.row(figure.unit)
        number = Fraction(figure.number or 0)
        if figure.figure == "index" and figure.code:
            printed = round_fraction(number, criteria.rounding.index, criteria.rounding.mode)
            taken = {criteria.positions[figure.code]: {row: printed}}
            components = attrs.evolve(outcome.components, taken=taken)
            return attrs.evolve(self.result, outcome=attrs.evolve(outcome, components=components))
        if figure.figure == "index":
            index = self.result.outcome.index.copy()
            index[row] = round_fraction(number, criteria.rounding.index, criteria.rounding.mode)
            return attrs.evolve(self.result, outcome=stand(self.result.assessment, self.result.outcome.sums, index))
        value = round_fraction(number, self.places, criteria.rounding.mode)
        at = criteria.positions[figure.code] if figure.code else TOTAL
        sums = add_up(criteria, self.leaves, len(self.result), self.result.stage, {at: {row: value}})
        return attrs.evolve(self.result, outcome=stand(self.result.assessment, sums))

    def _sums(self, found: list[PublishedFigure]) -> Iterator[Finding]:
        """Published parents whose published parts do not add up, where nothing else was found about them."""
        blamed = {(figure.unit, figure.code) for figure in found if figure.figure == "points"}
        printed: dict[tuple[str, str], Decimal] = {
            (figure.unit, figure.code): figure.number
            for figure in self.figures
            if figure.number is not None and figure.figure == "points"
        }
        criteria = self.result.criteria
        top = [node.criterion.code for node in criteria.top]
        totals = [] if criteria.blocks else [("", top)]
        sums = totals + [
            (node.criterion.code, [criteria.nodes[part].criterion.code for part in node.parts])
            for node in criteria.nodes
            if node.parts
            and node.criterion.adds_up
            and not node.criterion.requires
            and node.criterion.parts_points is None
            and node.criterion.not_applicable_parts == "leave"
        ]
        for unit in self.result.register.rows:
            for code, parts in sums:
                stated = printed.get((unit, code))
                known = [printed[unit, part] for part in parts if (unit, part) in printed]
                if stated is None or len(known) < len(parts) or (unit, code) in blamed:
                    continue
                total = sum(known, Decimal(0))
                if total != stated:
                    cause = Cause(unit, "sum", code, str(stated), " + ".join(map(str, known)))
                    yield Finding(unit, "sum", code, str(stated), str(total), str(stated - total), cause)


def _computed(card: Scorecard, figure: PublishedFigure) -> Decimal | int | str | None:
    if figure.figure == "band":
        return None if card.band is None else card.band.label.first
    found: Decimal | int | None = getattr(card.node(figure.code) if figure.code else card, figure.figure)
    return found


def _measure(card: Scorecard, code: str) -> Decimal:
    """What a unit is ranked by, on the whole or by a node."""
    own = card.points if card.result.criteria.rank.by == "points" else card.index
    measure = card.node(code).index if code else own
    return measure if measure is not None else Decimal(-1)


def _agrees(result: IndexResult, figure: PublishedFigure) -> bool:
    """Whether a published figure equals the computed one at the decimals it is printed with."""
    card = result[figure.unit]
    computed = _computed(card, figure)
    if figure.figure == "band":
        return card.band is not None and figure.text in [text for _, text in card.band.label.texts]
    if computed is None or isinstance(computed, str) or figure.number is None:
        return False
    places = min(places_of(figure.number), places_of(Decimal(computed)))
    mode = result.criteria.rounding.mode
    return figure.number == to_decimal(round_fraction(Fraction(computed), places, mode), places)


def _span(assessment: Assessment, leaves: Mapping[int, LeafPoints]) -> tuple[Sums, ...]:
    """The sums at the low and at the high end of what rounded inputs could have been; none if no input is rounded."""
    ends: dict[int, tuple[npt.NDArray[np.int64], npt.NDArray[np.int64]]] = {}
    for leaf in assessment.criteria.leaves:
        rule = leaf.criterion.rule
        fields = {field.name: field for group in (rule.rule.reads if rule else ()) for field in group}
        code = leaf.criterion.code
        measured = [name for name in assessment.answers[code].fields if fields[name].measured]
        if not measured:
            continue
        points = [leaves[leaf.position].points]
        for direction in (-1, 1):
            answers = _moved(assessment.answers[code], [fields[name] for name in measured], direction)
            moved = attrs.evolve(assessment, answers={**assessment.answers, code: answers})
            points.append(score_leaf(leaf, moved).points)
        low, high = np.minimum.reduce(points), np.maximum.reduce(points)
        ends[leaf.position] = (high, low) if leaf.block == "penalty" else (low, high)
    if not ends:
        return ()
    both = []
    for end in (0, 1):
        moved_leaves = {
            at: LeafPoints(ends[at][end], leaf.status) if at in ends else leaf for at, leaf in leaves.items()
        }
        both.append(add_up(assessment.criteria, moved_leaves, len(assessment.register), assessment.stage))
    return tuple(both)


def _moved(answers: Answers, fields: list[Field], direction: int) -> Answers:
    """The answers with measured values moved by half of their column's last decimal, within what makes sense."""
    moved = dict(answers.fields)
    for field in fields:
        column = moved[field.name]
        places = column.places + 1
        values = (column.numbers * 10 + 5 * direction).values
        low = None if field.least is None else math.ceil(Fraction(field.least) * 10**places)
        high = None if field.most is None else math.floor(Fraction(field.most) * 10**places)
        clipped = np.clip(values, low, high) if low is not None or high is not None else values
        moved[field.name] = FieldColumn(Integers.of(clipped), places, column.given)
    return attrs.evolve(answers, fields=moved)
