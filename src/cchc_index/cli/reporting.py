"""The verb `report`: the review of a year, or the annex of a decision, as a Word file; or a folder of all there is."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from cchc_index.cli.options import cycle_until, language_of, lines_of, one_stage, refuse_table, style_of
from cchc_index.cli.output import files_of
from cchc_index.cli.printing import complain, say
from cchc_index.cli.progress import progress
from cchc_index.cli.years import year_of
from cchc_index.cycles.cycle import Cycle
from cchc_index.cycles.cycle_result import CycleResult
from cchc_index.messages import phrase
from cchc_index.problems.errors import AssessmentError, CchcError, MissingExtraError, PluginError, WritingError
from cchc_index.problems.problem import Place, Problem
from cchc_index.reports.year import reported_year
from cchc_index.writing.files import Made, refuse_target, write_folder, write_whole
from cchc_index.writing.handed_in import handed_in
from cchc_index.writing.table import table_lines
from cchc_index.writing.word.fields import listed_fields
from cchc_index.writing.word.filled import filled, template_problems
from cchc_index.writing.word.filling import annex_fields
from cchc_index.writing.word.reviewing import review_fields
from cchc_index.writing.word.templates import Kind, own_template


def report_cycle(options: Namespace) -> int:
    """Write the report of a cycle; or its template, or list what a template may name."""
    language = language_of(options)
    kind: Kind = "annex" if options.annex else "review"
    if options.fields:
        head = phrase("word.fields_head", language).split("|")
        rows = [list(each) for each in listed_fields(language)]
        say(lines_of(table_lines(head, rows, [False, False], style_of()), style_of()))
        return 0
    whole = bool(options.output) and not Path(options.output).suffix and not options.annex
    for path in filter(None, (None if whole else options.output, options.make_template)):
        if Path(path).suffix.lower() != ".docx":
            complain(Problem("report.ending", arguments={"path": path}).text(language))
            return 2
    if options.make_template:
        _make(Path(options.make_template), kind, options)
        return 0
    for wanted, key in ((options.path, "report.no_path"), (options.output, "report.no_output")):
        if not wanted:
            complain(Problem(key).text(language))
            return 2
    one_stage(options)
    refuse_table(options)
    cycle, previous = _read(options)
    template = Path(options.template) if options.template else None

    def annex() -> bytes:
        own = template if kind == "annex" else None
        return filled("annex", annex_fields(cycle.score(options.stage), language), language, own)

    def review() -> bytes:
        year = reported_year(cycle, stage=options.stage, previous=previous)
        with progress() as step:
            return filled("review", review_fields(year, language, step), language, template)

    if whole:
        documents = {"review": review, "annex": annex}
        stages = cycle.score("all") if options.stage is None else cycle.score(options.stage)
        made = Made(handed_in(cycle.score(options.stage), stages, documents, language))
        write_folder(Path(options.output), made, read=files_of(cycle))
    else:
        data = annex() if kind == "annex" else review()
        write_whole(Path(options.output), data, read=_inputs(options, cycle, previous))
    return 0


def _make(path: Path, kind: Kind, options: Namespace) -> None:
    """Write a template of the library, over nothing that is there."""
    refuse_target(path)
    if path.exists():
        raise WritingError(Problem("cli.exists", Place(str(path))))
    write_whole(path, own_template(kind, language_of(options)))
    say(phrase("word.template_made", language_of(options), path=str(path)) + "\n")


def _read(options: Namespace) -> tuple[Cycle, Cycle | CycleResult | None]:
    """The cycle and the year before; their problems and those of the template are told in one run."""
    problems: list[Problem] = list(template_problems(Path(options.template))) if options.template else []
    cycle, previous = None, None
    try:
        cycle = cycle_until(options.path, options.stage)
    except (PluginError, MissingExtraError):
        raise
    except CchcError as error:
        problems += error.problems
    try:
        previous = year_of(options.previous, None) if options.previous else None
    except (PluginError, MissingExtraError):
        raise
    except CchcError as error:
        problems += [each for each in error.problems if each not in problems]
    if problems or cycle is None:
        raise AssessmentError(problems)
    return cycle, previous


def _inputs(options: Namespace, cycle: Cycle, previous: Cycle | CycleResult | None) -> Iterator[Path]:
    """Every file that the report was made from."""
    yield from files_of(cycle)
    yield from files_of(previous) if isinstance(previous, Cycle) else ()
    yield from map(Path, filter(None, (options.path, options.previous, options.template)))
