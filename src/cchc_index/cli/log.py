"""The log of a cycle's steps: shown, held against a result, or a step added to it."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator

from cchc_index.cli.options import language_of, lines_of, say_json, style_of
from cchc_index.cli.printing import complain, say
from cchc_index.cycles.result_file import read_result
from cchc_index.cycles.step_log import LogStep, StepLog
from cchc_index.messages import phrase, stage_word
from cchc_index.problems.errors import AssessmentError, UsageError
from cchc_index.problems.problem import Language, Place, Problem
from cchc_index.writing.cycle_log import append_step, read_log, step_faults
from cchc_index.writing.table import BOLD, Style, table_lines, wrapped

_COLUMNS = ("number", "date", "step", "stage", "by", "digest")
_SHOWN_DIGITS = 12  #: of a result's digest in a table; the head is shown whole


def log_command(options: Namespace) -> int:
    """Show the log, or add a step to it; 1 where the log is broken, or lacks what a result names."""
    if faults := list(_wrong_usage(options)):
        complain(UsageError(faults).report(language_of(options)))
        return 2
    if options.step is not None:
        return _add(options)
    log = read_log(options.path)
    if options.result is not None:
        return _hold(log, options)
    if options.format == "json":
        say_json(log.to_dict())
    else:
        style = style_of()
        say(lines_of(log_lines(log, language_of(options), style), style))
    return 0


def _wrong_usage(options: Namespace) -> Iterator[Problem]:
    if options.step is None:
        if options.by or options.note or options.stage is not None or options.date is not None:
            yield Problem("log.no_step")
        return
    if options.result is not None:
        yield Problem("log.result_alone")
    said = {name: getattr(options, name) for name in ("by", "stage", "date", "note")}
    yield from step_faults(options.step, **said)


def _add(options: Namespace) -> int:
    language = language_of(options)
    said = {name: getattr(options, name) for name in ("by", "stage", "date", "note")}
    made = append_step(options.path, options.step, **said)
    if options.format == "json":
        say_json(made.to_dict())
        return 0
    step = phrase(f"logged.step_{made.step}", language)
    written = phrase("log.written", language, number=str(made.number), step=step)
    say(lines_of([written, phrase("heading.log", language, head=made.hash)], style_of()))
    return 0


def _hold(log: StepLog, options: Namespace) -> int:
    """Hold the log against the head that a result names: it must have ended so once."""
    head = read_result(options.result).log
    place = Place(options.result)
    if head is None:
        raise AssessmentError(Problem("log.no_head", place))
    if not log.holds(head):
        raise AssessmentError(Problem("log.lacks", place, arguments={"head": head}))
    if options.format == "json":
        say_json({"head": log.head, "result": head, "holds": True})
    else:
        say(phrase("log.holds", language_of(options), head=head) + "\n")
    return 0


def log_lines(log: StepLog, language: Language, style: Style) -> Iterator[str]:
    """The log as a table, the notes beneath their steps' numbers, and its head."""
    if not log.steps:
        yield phrase("log.none", language)
        return
    header = [phrase(f"logged.head_{name}", language) for name in _COLUMNS]
    yield from table_lines(header, [_cells(step, language) for step in log.steps], [True, *[False] * 5], style)
    if any(step.note for step in log.steps):
        yield ""
        yield style.paint(phrase("logged.head_note", language), BOLD)
    for step in log.steps:
        if step.note:
            yield from wrapped(f"{step.number}. {step.note}", style.width, "  ", later="     ")
    yield ""
    yield phrase("heading.log", language, head=log.head)


def _cells(step: LogStep, language: Language) -> list[str]:
    stage = stage_word(step.stage, language) if step.stage else "-"
    what = phrase(f"logged.step_{step.step}", language)
    return [str(step.number), step.date, what, stage, step.by, step.digest[:_SHOWN_DIGITS] or "-"]
