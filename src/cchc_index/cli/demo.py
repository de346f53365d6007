"""The first thing people see: a worked cycle scored, audited and explained."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from cchc_index.checks.auditing import audit
from cchc_index.cycles.cycle import Cycle, open_cycle
from cchc_index.cycles.cycle_result import CycleResult
from cchc_index.messages import phrase
from cchc_index.problems.errors import CchcError
from cchc_index.problems.problem import Language
from cchc_index.problems.shown import shown
from cchc_index.reading.shipped import worked_cycles
from cchc_index.reading.sources import is_there
from cchc_index.results.result import Scorecard
from cchc_index.writing.table import BOLD, DIM, Style
from cchc_index.writing.text import (
    audit_lines,
    counts_words,
    explanation_lines,
    result_lines,
)


def demo_lines(name: str, language: Language, style: Style) -> Iterator[str]:
    """Score a worked cycle, hold it against what was published, explain a unit, and name what to try next."""
    worked = worked_cycles()  # shown also where a folder of the same name lies beside: nothing of it is asked for
    cycle = open_cycle(worked.get(name, name))
    result = cycle.score()
    yield style.paint(phrase("demo.title", language), BOLD)
    yield ""
    yield from result_lines(result, language, style)
    yield ""
    yield style.paint(f"== {phrase('demo.audit', language)}", BOLD)
    unit = _worth_explaining(result)
    if cycle.files.published is None:
        yield phrase("demo.no_published", language)
    else:
        report = audit(cycle)
        yield from audit_lines(report, language, style)
        if report.causes:
            unit = result[report.causes[0].unit]
    yield ""
    yield style.paint(f"== {phrase('demo.explain', language)}", BOLD)
    yield from explanation_lines(unit.explain(language), language, style)
    yield ""
    yield style.paint(f"== {phrase('demo.others', language)}", BOLD)
    for other, folder in worked.items():
        if folder != cycle.folder:
            yield shown(_other_line(other, folder, language))
    yield ""
    yield style.paint(f"== {phrase('demo.next', language)}", BOLD)
    for command in _next_commands(cycle, name, unit):
        yield style.paint(f"  {command}", DIM)


def _worth_explaining(result: CycleResult) -> Scorecard:
    """The first unit that missed a better band by one last decimal; the last one if none did."""
    for each in result.results:
        for warning in each.warnings:
            particulars = warning.particulars
            if warning.kind == "near_cut_off" and Decimal(particulars["value"]) < Decimal(particulars["cut_off"]):
                return each[warning.unit]
    return list(result)[-1]


def _other_line(name: str, folder: Path, language: Language) -> str:
    try:
        cycle = open_cycle(folder)
        result = cycle.score()
    except CchcError as error:
        commands = [str(problem.arguments.get("package", "")) for problem in error.problems]
        packages = " ".join(dict.fromkeys(package for package in commands if package))
        if not packages:
            raise
        return f"  {name}: " + phrase("demo.absent", language, command=f"pip install {packages}")
    totals: dict[str, int] = {}
    for each in result.results:
        for counts in each.band_counts().values():
            for label, count in counts.items():
                totals[label] = totals.get(label, 0) + count
    order = [band.label.first for each in result.results for band in each.outcome.classification.bands]
    counted = {label: totals[label] for label in dict.fromkeys(order) if label in totals}
    words = counts_words(result.results[0], counted, language)
    data = phrase(f"data.{result.data}", language)
    title = result.title.say(language) if result.title else name
    return f"  {title}: {words} ({data}) [{name}]"


def _next_commands(cycle: Cycle, name: str, unit: Scorecard) -> list[str]:
    others = [other for other, folder in worked_cycles().items() if folder != cycle.folder]
    if is_there(Path(name)):  # its name alone would mean two
        name = str(cycle.folder)
    return [
        f"cchc-index explain {name} {unit.unit.id}",
        f"cchc-index score {name} --format json",
        f"cchc-index audit {name}",
        *(f"cchc-index demo {other}" for other in others[:1]),
        "cchc-index plugins",
        "cchc-index --lang en demo",
    ]
