"""Results, explanations and audits as text that people like to read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

import attrs

from cchc_index.checks.findings import AuditReport, Cause, Finding
from cchc_index.criteria.tree import enters
from cchc_index.messages import adjusted_words, localised, phrase, stage_word
from cchc_index.problems.problem import Language
from cchc_index.problems.shown import shown
from cchc_index.results.explaining import Explanation
from cchc_index.results.figures import ScorecardNode
from cchc_index.rules.columns import write_number
from cchc_index.writing.corrected import correction_lines
from cchc_index.writing.missing import carried_words, missing_words
from cchc_index.writing.table import (
    BOLD,
    DIM,
    RED,
    YELLOW,
    Style,
    padded,
    table_lines,
    width_of,
    wrapped,
)

if TYPE_CHECKING:
    from cchc_index.checks.selftest import SelfTest
    from cchc_index.criteria.criteria_set import CriteriaSet
    from cchc_index.cycles.cycle_result import CycleResult
    from cchc_index.cycles.history import History
    from cchc_index.results.result import IndexResult
    from cchc_index.results.warnings import ResultWarning


def result_lines(cycle: CycleResult, language: Language, style: Style) -> Iterator[str]:
    """The ranking of every result of a cycle, with bands, class counts and notes."""
    if cycle.title:
        yield style.paint(cycle.title.say(language), BOLD)
    yield from origin_lines(cycle.results[0], language, style)
    if cycle.log:
        yield style.paint(phrase("heading.log", language, head=cycle.log), DIM)
    yield from correction_lines(cycle, language, style)
    for number, result in enumerate(cycle.results):
        if number or cycle.title:
            yield ""
        yield from set_lines(result, language, style)
        for group in sorted({unit.group for unit in result.register}):
            yield ""
            yield from group_lines(result, group, language, style)
        notes = list(note_lines(result, language, style))
        if notes:
            yield ""
            yield from notes


def origin_lines(result: IndexResult, language: Language, style: Style) -> Iterator[str]:
    """Whether the values are real or synthetic, and where they come from."""
    origin = result.assessment.origin
    if origin is None:
        return
    words = phrase("heading.data", language, data=phrase(f"data.{origin.data}", language))
    words += f" ({origin.source.say(language)})" if origin.source else ""
    for line in wrapped(words, style.width, "", later="  "):
        yield style.paint(line, YELLOW if origin.data == "synthetic" else DIM)


def set_lines(result: IndexResult, language: Language, style: Style) -> Iterator[str]:
    """The set's name, source and status."""
    criteria = result.criteria
    yield (
        style.paint(criteria.title.say(language), BOLD)
        + shown(f"  [{criteria.name}, {stage_word(result.stage, language)}]")
    )
    source = criteria.source
    status = phrase(f"source.{source.status}", language)
    said = "; ".join(part for part in (source.decision, source.date) if part)
    line = phrase("heading.set", language, status=status) + (f" ({said})" if said else "")
    yield style.paint(line, YELLOW) if source.status == "illustrative" else style.paint(line, DIM)
    yield from awaiting_lines(result, language, style)
    yield from left_out_lines(result, language, style)
    leaves = [leaf for leaf in criteria.leaves if enters(leaf, result.stage)]
    if len(leaves) < len(criteria.leaves):
        scored = sum((leaf.criterion.max_points for leaf in leaves), Decimal(0))
        most = sum((leaf.criterion.max_points for leaf in criteria.leaves), Decimal(0))
        figures = {"points": write_number(scored, language), "most": write_number(most, language)}
        for words in wrapped(phrase("heading.partial", language, **figures), style.width, "", later="  "):
            yield style.paint(words, YELLOW)


def awaiting_lines(result: IndexResult, language: Language, style: Style) -> Iterator[str]:
    """That the result is provisional, and which criteria still wait for their file; nothing where all is there."""
    words = awaiting_words(result.criteria, result.awaiting, language)
    for line in wrapped(words, style.width, "", later="  ") if words else ():
        yield style.paint(line, YELLOW)


def left_out_lines(result: IndexResult, language: Language, style: Style) -> Iterator[str]:
    """Which rows of raw records were left out by permission; nothing where there are none."""
    origin = result.assessment.origin
    rows = [
        phrase("warning.left_out", language, files=each.files, what=each.kind, rows=str(each.rows))
        for each in (origin.left_out if origin else ())
    ]
    words = f"{phrase('note.left_out', language)} {'; '.join(rows)}" if rows else ""
    for line in wrapped(words, style.width, "", later="  ") if words else ():
        yield style.paint(line, YELLOW)


def awaiting_words(criteria: CriteriaSet, awaiting: Iterable[ResultWarning], language: Language) -> str:
    """The same in one line; "" where nothing is awaited."""
    said = []
    for each in awaiting:
        until = each.particulars.get("until", "")
        words = f"{each.code} {criteria.node(each.code).criterion.title.say(language)}"
        said.append(words + (phrase("awaiting.until", language, until=until) if until else ""))
    return phrase("heading.awaiting", language, criteria="; ".join(said)) if said else ""


def group_lines(result: IndexResult, group: str, language: Language, style: Style) -> Iterator[str]:
    """One group's ranking and class counts."""
    cards = [card for card in result if card.group == group]
    columns = 6 if result.criteria.classify else 5
    header = [phrase(f"heading.{name}", language) for name in ("rank", "unit", "points", "max_points", "index", "band")]
    rows = [
        [
            str(card.rank or "-"),
            card.unit.name,
            _number(card.points, language),
            _number(card.max_points, language),
            _number(card.index, language) if card.complete else phrase("heading.incomplete", language),
            (card.band.label.say(language) if card.band else "-"),
        ]
        for card in cards
    ]
    counts = result.band_counts()[group]
    heading = phrase("heading.group", language, group=group, units=str(len(cards)))
    yield shown(heading + (": " + counts_words(result, counts, language, group) if counts else ""))
    cells = [row[:columns] for row in rows]
    yield from table_lines(header[:columns], cells, [True, False, True, True, True, False][:columns], style)


def counts_words(result: IndexResult, counts: dict[str, int], language: Language, group: str | None = None) -> str:
    """Class counts in words, of a group or of all: ``2 Tốt, 25 Khá, 3 Trung bình``."""
    found = result.outcome.classification
    places = range(len(found.bands)) if group is None else found.places_of(group)
    said = {(label := found.bands[place].label).first: label.say(language) for place in places}
    return ", ".join(f"{count} {said[label]}" for label, count in counts.items())


def note_lines(result: IndexResult, language: Language, style: Style) -> Iterator[str]:
    """What a reader should know: uses of "not applicable", claims, units near a cut-off."""
    by_kind: dict[str, list[ResultWarning]] = {}
    for warning in (
        each for each in result.warnings if each.kind not in ("awaiting", "left_out")
    ):  # the heading says these
        by_kind.setdefault(warning.kind, []).append(warning)
    for kind, warnings in by_kind.items():
        yield style.paint(phrase(f"note.{kind}", language, count=str(len(warnings))), BOLD)
        if kind in ("not_applicable", "formula", "overturned"):
            by_node: dict[str, list[str]] = {}
            for warning in warnings:
                by_node.setdefault(warning.code, []).append(result.register[warning.unit].name)
            words = [
                f"{code} {result.criteria.node(code).criterion.title.say(language)}: {', '.join(names)}"
                for code, names in by_node.items()
            ]
        elif kind == "missing":
            words = list(missing_words(result, warnings, language))
        elif kind == "carried":
            words = list(carried_words(result, warnings, language))
        elif kind == "absent":
            words = [
                f"{warning.code} {result.criteria.node(warning.code).criterion.title.say(language)}"
                + (f" ({warning.particulars['decision']})" if "decision" in warning.particulars else "")
                for warning in warnings
            ]
        else:
            words = [_warning_words(result, warning, language) for warning in warnings]
        for word in words:
            yield from wrapped(word, style.width, "  ")


def _warning_words(result: IndexResult, warning: ResultWarning, language: Language) -> str:
    name = result.register[warning.unit].name
    filled = {key: localised(value, language) for key, value in warning.particulars.items()}
    filled |= {key: text.say(language) for key, text in warning.texts.items()}
    code = f", {warning.code}" if warning.kind == "clamped" and warning.code else warning.code
    if "exact" in filled:
        filled["value"] += phrase("warning.exact", language, exact=filled["exact"])
    if warning.kind in ("adjusted", "overtaken"):
        said = warning.particulars
        what = adjusted_words(said["action"], filled.get("value", ""), language)
        details = ", ".join(said[each] for each in ("by", "date", "decision", "objection") if each in said)
        where = [name, warning.code, *([stage_word(said["stage"], language)] if "stage" in said else [])]
        return f"{', '.join(where)}: {what}: {said['reason']} ({details})"
    if warning.kind == "edited" and "codes" in filled:
        return phrase("warning.edited_titles", language, unit=name, **filled)
    return phrase(f"warning.{warning.kind}", language, unit=name, code=code, **filled)


def provenance_lines(results: Iterable[IndexResult], language: Language, style: Style) -> Iterator[str]:
    """What every output repeats: the sets with their status, and what the values are."""
    for number, result in enumerate(results):
        if not number:
            yield from origin_lines(result, language, style)
        yield from set_lines(result, language, style)
    yield ""


def explanation_lines(
    explanation: Explanation,
    language: Language,
    style: Style,
    history: History | None = None,
    *,
    sources: bool = False,
) -> Iterator[str]:
    """A unit's scorecard: the tree with points, maximum and reason at every node, then total, index, rank and band.

    Args:
        explanation: The explanation.
        language: The language.
        style: How lines are painted and broken.
        history: What each stage gave, which is said under each node.
        sources: Whether the cells of the values are said under each leaf; of a part of the tree they always are.
    """
    card = explanation.scorecard
    yield style.paint(card.unit.name, BOLD) + shown(f"  [{card.unit.id}, {card.group}]")
    yield ""
    nodes = explanation.nodes
    base = min(node.depth for node in nodes)
    codes = max(width_of(shown(node.code)) + 2 * (node.depth - base) for node in nodes)
    points = max(width_of(_number(node.points, language)) for node in nodes)
    most = max(width_of(_number(node.max_points, language)) for node in nodes)
    above: dict[int, str] = {}
    for node in nodes:
        said = node.status == "not_applicable" and above.get(node.depth - 1) == node.reason
        above[node.depth] = node.reason
        told = attrs.evolve(node, reason="") if said else node
        yield from _node_lines(told, node.depth - base, (codes, points, most), language, style)
        indent = " " * (codes + points + most + 7)
        if history is not None and (steps := history.words(node.code, language)):
            words = phrase("history.stages", language, steps=steps)
            changed = len({step.points for step in history.nodes[node.code] if step.is_scored}) > 1
            yield from (style.paint(line, YELLOW if changed else DIM) for line in wrapped(words, style.width, indent))
        if sources or len(nodes) < len(card.criteria.nodes):  # of a part that was asked for as well
            for place in node.sources:
                words = phrase("explain.source", language, place=place.text(language))
                yield from (style.paint(line, DIM) for line in wrapped(words, style.width, indent))
    if len(nodes) == len(card.criteria.nodes):
        yield ""
        yield from figure_lines(explanation, language)


def figure_lines(explanation: Explanation, language: Language) -> Iterator[str]:
    """How a unit's total, index, rank and band come about, a line each."""
    band = explanation.scorecard.band
    for heading, words in (
        ("total", explanation.total),
        ("index", explanation.index),
        ("rank", explanation.rank),
        ("band", (band.label.say(language) + ": " if band else "") + explanation.band),
    ):
        if words:
            yield shown(f"{padded(phrase(f'heading.{heading}', language), 10)}  {words}")


def _node_lines(
    node: ScorecardNode, depth: int, widths: tuple[int, int, int], language: Language, style: Style
) -> Iterator[str]:
    codes, points, most = widths
    obtained = padded(_number(node.points, language), points, right=True)
    figures = f"{obtained} / {padded(_number(node.max_points, language), most, right=True)}"
    title = style.paint(node.title, BOLD) if not depth else shown(node.title)
    yield f"{padded('  ' * depth + node.code, codes)}  {figures}  {title}{_component(node, language)}"
    indent = " " * (codes + points + most + 7)
    lost = node.points is not None and node.max_points is not None and node.points < node.max_points and not node.parts
    words = node.reason + (f" [{node.reference}]" if node.reference else "")
    for line in wrapped(words, style.width, indent) if words else []:
        yield style.paint(line, YELLOW) if lost else style.paint(line, DIM)
    for line in wrapped(node.note, style.width, indent) if node.note else []:
        yield style.paint(line, DIM)


def lost_lines(explanation: Explanation, language: Language, style: Style, most: int | None = None) -> Iterator[str]:
    """Where a unit lost its points: each criterion with what was lost of what it could give, most first, and why.

    Args:
        explanation: The explanation, of the criteria where points were lost.
        language: The language.
        style: How lines are painted and broken.
        most: How many criteria are listed; all unless given.
    """
    card, nodes = explanation.scorecard, explanation.nodes
    yield style.paint(card.unit.name, BOLD) + shown(f"  [{card.unit.id}, {card.group}]")
    lost = sum((node.lost or Decimal(0) for node in nodes), Decimal(0))
    yield phrase("heading.lost", language, lost=write_number(lost, language), count=str(len(nodes)))
    yield ""
    rest = len(nodes[most:]) if most is not None else 0
    nodes = nodes[:most]
    codes = max((width_of(shown(node.code)) for node in nodes), default=0)
    points = max((width_of(_number(node.lost, language)) for node in nodes), default=0)
    scale = max((width_of(_number(node.max_points, language)) for node in nodes), default=0)
    for node in nodes:
        taken = padded(f"-{_number(node.lost, language)}", points + 1, right=True)
        figures = f"{taken} / {padded(_number(node.max_points, language), scale, right=True)}"
        yield f"{padded(node.code, codes)}  {figures}  {shown(node.title)}"
        for line in wrapped(node.reason, style.width, " " * (codes + points + scale + 8)) if node.reason else []:
            yield style.paint(line, DIM)
    if rest:
        yield phrase("heading.lost_rest", language, count=str(rest))


def _component(node: ScorecardNode, language: Language) -> str:
    """The component index of a node that has parts, and the rank by it."""
    if not node.parts or node.index is None:
        return ""
    rank = f", {phrase('heading.rank', language).lower()} {node.rank}" if node.rank else ""
    return f" ({write_number(node.index, language)} %{rank})"


def audit_lines(report: AuditReport, language: Language, style: Style) -> Iterator[str]:
    """What an audit found: each cause with its findings, then what rounding explains."""
    names = report.names
    summary = {
        "compared": str(report.compared),
        "findings": str(len(report.findings)),
        "causes": str(len(report.causes)),
        "within": str(len(report.within_rounding)),
    }
    yield style.paint(phrase("audit.summary", language, **summary), BOLD)
    found: dict[Cause, list[Finding]] = {}
    for finding in report.findings:
        if finding.cause is not None:
            found.setdefault(finding.cause, []).append(finding)
    for cause, findings in found.items():
        yield ""
        yield style.paint(_cause_words(cause, findings, names, language), RED)
        for finding in findings:
            yield from wrapped(_finding_words(finding, names, language), style.width, "  ")
        if cause.parts:
            parts = cause.parts.replace(".", ",") if language == "vi" else cause.parts
            yield from wrapped(phrase("audit.parts", language, parts=parts), style.width, "  ")
    if report.within_rounding:
        yield ""
        yield style.paint(phrase("audit.within", language), BOLD)
        for finding in report.within_rounding:
            yield "  " + shown(_finding_words(finding, names, language))
    if report.unpublished:
        yield ""
        units = ", ".join(names.get(unit, unit) for unit in report.unpublished)
        yield from wrapped(phrase("audit.unpublished", language, units=units), style.width, "")


def selftest_lines(found: SelfTest, language: Language, style: Style) -> Iterator[str]:
    """The chart of a self-test: expected beside obtained, what was exercised, and room for two signatures."""
    yield style.paint(phrase("selftest.heading", language, criteria=found.criteria.name), BOLD)
    status = phrase(f"source.{found.criteria.source.status}", language)
    yield phrase("heading.set", language, status=status) + f"  [{found.criteria.sha256[:12]}]"
    yield ""
    header = phrase("selftest.columns", language).split("|")
    rows = [
        [
            _made_unit(each.unit, language),
            each.code,
            each.what,
            localised(each.expected, language),
            localised(each.obtained, language),
            "" if each.agrees else "<<<",
        ]
        for each in found.trials
    ]
    yield from table_lines(header, rows, [False, False, False, True, True, False], style)
    failed = sum(not trial.agrees for trial in found.trials)
    key = "failed" if failed else "passed" if found.passed else "uncovered"
    yield ""
    words = phrase(f"selftest.{key}", language, failed=str(failed), trials=str(len(found.trials)))
    yield words if found.passed else style.paint(words, RED)
    counts = {name: f"{done}/{of}" for name, (done, of) in found.coverage.items()}
    yield phrase("selftest.coverage", language, **counts)
    if "needs" in counts:
        yield phrase("selftest.coverage_needs", language, needs=counts["needs"])
    yield ""
    yield phrase("selftest.signed", language)


def _made_unit(name: str, language: Language) -> str:
    """What a self-test calls one of its units, whose identifiers are English, and "" beside a class."""
    kind, blank, code = name.partition(" ")
    return f"{phrase(f'selftest.unit_{kind}', language)}{blank}{code}" if name else ""


def _cause_words(cause: Cause, findings: Sequence[Finding], names: Mapping[str, str], language: Language) -> str:
    published = localised(cause.published, language)
    if cause.what == "units":
        group = findings[0].group or phrase("audit.everybody", language)
        return phrase("audit.count", language, group=group, band=cause.code, published=published)
    either = cause.what == "sum"
    what = _figure_words("points" if either else cause.what, cause.code, language)
    key = "audit.either" if either else "audit.cause"
    unit = names.get(cause.unit, cause.unit)
    return phrase(key, language, unit=unit, id=cause.unit, what=what, published=published)


def _figure_words(what: str, code: str, language: Language) -> str:
    return phrase(f"figure.{what.replace('.', '_')}", language) + (f" {code}" if code else "")


def _finding_words(finding: Finding, names: Mapping[str, str], language: Language) -> str:
    words = phrase(
        "audit.finding",
        language,
        unit=names.get(finding.unit, finding.group or phrase("audit.everybody", language)),
        what=_figure_words(finding.what, finding.code, language),
        published=localised(finding.published, language),
        computed=localised(finding.computed or "-", language),
    )
    if finding.difference is not None:
        words += phrase("audit.difference", language, difference=localised(finding.difference, language))
    if finding.low is not None and finding.high is not None:
        low, high = localised(finding.low, language), localised(finding.high, language)
        words += phrase("audit.span", language, low=low, high=high)
    cause = finding.cause  # whose parts are written out below it
    sums = cause is not None and bool(cause.parts) and (finding.what, finding.code) == (cause.what, cause.code)
    if finding.against and not (sums and all(each.source == "computed" for each in finding.against)):
        figures = []
        for each in finding.against:
            figure = f"{_figure_words(each.what, each.code, language)} {localised(each.value, language)}"
            if each.unit != finding.unit:
                figure = f"{names.get(each.unit, each.unit)}: {figure}"
            figures.append(phrase(f"audit.{each.source}", language, figure=figure))
        words += phrase("audit.against", language, figures=", ".join(figures))
    return words


def _number(number: Decimal | None, language: Language) -> str:
    return "-" if number is None else write_number(number, language)
