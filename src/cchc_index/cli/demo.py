"""The first thing people see: a worked cycle scored, audited and explained."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Final

import attrs

from cchc_index.checks.auditing import audit
from cchc_index.checks.findings import AuditReport
from cchc_index.cli.called import own_command, quoted
from cchc_index.cycles.cycle import Cycle, open_cycle
from cchc_index.cycles.cycle_result import CycleResult
from cchc_index.messages import phrase
from cchc_index.problems.errors import CchcError
from cchc_index.problems.problem import Language
from cchc_index.problems.shown import shown
from cchc_index.reading.shipped import worked_cycles
from cchc_index.reading.sources import is_there
from cchc_index.results.result import Scorecard
from cchc_index.rules.awards import PointsRule
from cchc_index.rules.columns import write_number
from cchc_index.writing.table import BOLD, DIM, Style, fitted
from cchc_index.writing.text import (
    audit_lines,
    counts_words,
    explanation_lines,
    figure_lines,
    lost_lines,
    provenance_lines,
    result_lines,
)

_MOST: Final = 7  #: criteria where a unit lost points, so that the demo stays readable at a glance


def demo_lines(name: str, language: Language, style: Style) -> Iterator[str]:
    """Score a worked cycle, hold it against what was published, explain a unit, and name what to try next."""
    worked = worked_cycles()  # shown also where a folder of the same name lies beside: nothing of it is asked for
    cycle = open_cycle(worked.get(name, name))
    others = {other: _scored(folder) for other, folder in worked.items() if folder != cycle.folder}
    command = own_command()
    explained = _worth_explaining(name, cycle, others)
    yield from fitted(_shown_lines(cycle, explained, others, command, language, style), style)
    scored = (other for other, result in others.items() if isinstance(result, CycleResult))
    for words in _next_commands(cycle, name, explained, next(scored, None), language):
        yield style.paint(f"  {command} {quoted(words)}", DIM)  # whole, to be copied


def _shown_lines(
    cycle: Cycle,
    explained: _Explained,
    others: Mapping[str, CycleResult | str],
    command: str,
    language: Language,
    style: Style,
) -> Iterator[str]:
    """All but the commands."""
    yield style.paint(phrase("demo.title", language), BOLD)
    other = "vi" if language == "en" else "en"
    yield style.paint(phrase("demo.hint", language, command=f"{command} --lang {other} demo"), DIM)
    yield ""
    yield from result_lines(explained.result, language, style)
    yield ""
    yield style.paint(f"== {phrase('demo.audit', language)}", BOLD)
    if explained.report is None:
        yield phrase("demo.no_published", language)
    else:
        yield from audit_lines(explained.report, language, style)
    yield ""
    explanation = explained.card.explain(language)
    if explained.missing is None:
        yield style.paint(f"== {phrase('demo.explain', language)}", BOLD)
        yield from explanation_lines(explanation, language, style)
    else:
        missing = write_number(explained.missing, language)
        yield style.paint(f"== {phrase('demo.near', language, missing=missing, cycle=explained.cycle)}", BOLD)
        yield from provenance_lines([explained.card.result], language, style)
        yield from lost_lines(explanation.losses, language, style, _MOST)
        yield ""
        yield from figure_lines(explanation, language)
    yield ""
    yield style.paint(f"== {phrase('demo.others', language)}", BOLD)
    for name, scored in others.items():
        yield shown(_other_line(name, scored, language))
    yield ""
    yield style.paint(f"== {phrase('demo.next', language)}", BOLD)


@attrs.frozen
class _Explained:
    """What the demo shows of its cycle, and whom it explains.

    Attributes:
        result: The cycle's result.
        report: How that stands against what was published, if anything was.
        cycle: The cycle of the unit that is explained.
        card: That unit's.
        missing: How little the unit lacks to a better band, where that is what makes it worth explaining.
    """

    result: CycleResult
    report: AuditReport | None
    cycle: str
    card: Scorecard
    missing: Decimal | None


def _worth_explaining(name: str, cycle: Cycle, others: Mapping[str, CycleResult | str]) -> _Explained:
    """A unit that just missed a better band; else the one whose misprint was found, or the last.

    Where all points were awarded directly, their reasons say little: then a unit of another cycle, if one just missed.
    """
    result = cycle.score()
    report = None if cycle.files.published is None else audit(cycle)
    candidates = {name: result}
    rules = [leaf.criterion.rule for each in result.results for leaf in each.criteria.leaves]
    if all(named is not None and isinstance(named.rule, PointsRule) for named in rules):
        candidates |= {other: scored for other, scored in others.items() if isinstance(scored, CycleResult)}
    for other, scored in candidates.items():
        for each in scored.results:
            for warning in each.warnings:
                said = warning.particulars
                if warning.kind == "near_cut_off" and Decimal(said["value"]) < Decimal(said["cut_off"]):
                    missing = Decimal(said["cut_off"]) - Decimal(said["value"])
                    return _Explained(result, report, other, each[warning.unit], missing)
    unit = report.causes[0].unit if report is not None and report.causes else ""
    return _Explained(result, report, name, result[unit] if unit in result else list(result)[-1], None)


def _scored(folder: Path) -> CycleResult | str:
    """Another cycle's result, or the packages that it lacks."""
    try:
        return open_cycle(folder).score()
    except CchcError as error:
        commands = [str(problem.arguments.get("package", "")) for problem in error.problems]
        packages = " ".join(dict.fromkeys(package for package in commands if package))
        if not packages:
            raise
        return packages


def _other_line(name: str, scored: CycleResult | str, language: Language) -> str:
    if isinstance(scored, str):
        return f"  {name}: " + phrase("demo.absent", language, command=f"pip install {scored}")
    totals: dict[str, int] = {}
    for each in scored.results:
        for counts in each.band_counts().values():
            for label, count in counts.items():
                totals[label] = totals.get(label, 0) + count
    order = [band.label.first for each in scored.results for band in each.outcome.classification.bands]
    counted = {label: totals[label] for label in dict.fromkeys(order) if label in totals}
    words = counts_words(scored.results[0], counted, language)
    data = phrase(f"data.{scored.data}", language)
    title = scored.title.say(language) if scored.title else name
    return f"  {title}: {words} ({data}) [{name}]"


def _next_commands(
    cycle: Cycle, name: str, explained: _Explained, other: str | None, language: Language
) -> Iterator[list[str]]:
    """The words of each command that comes next, each as it runs from where the reader stands."""

    def named(cycle_name: str) -> str:  # its name alone would mean two where such a folder lies beside
        beside = is_there(Path(cycle_name)) and cycle_name in worked_cycles()
        return str(worked_cycles()[cycle_name]) if beside else cycle_name

    yield ["explain", named(explained.cycle), explained.card.unit.id]
    if explained.missing is not None:
        yield ["plan", named(explained.cycle), explained.card.unit.id]
    if explained.report is not None:
        yield ["audit", named(name)]
    yield ["score", named(name), "--format", "json"]
    if other is not None:
        yield ["demo", named(other)]
    yield ["plugins"]
    yield ["--lang", "vi" if language == "en" else "en", "demo"]
