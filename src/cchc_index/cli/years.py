"""The verbs that set years side by side: compare, diff."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from cchc_index.cli.options import cycle_until, language_of, lines_of, say_json, style_of
from cchc_index.cli.printing import say
from cchc_index.cycles.cycle import Cycle
from cchc_index.cycles.cycle_result import CycleResult
from cchc_index.cycles.folder import CYCLE_FILE
from cchc_index.cycles.result_file import read_result
from cchc_index.problems.errors import AssessmentError, CchcError, PluginError
from cchc_index.problems.problem import Problem
from cchc_index.reading.sources import is_file
from cchc_index.reading.yaml.criteria_file import load_criteria
from cchc_index.registry.registry import Registry
from cchc_index.writing.years import comparison_csv, comparison_lines, difference_csv, difference_lines
from cchc_index.years.comparison import compare_years
from cchc_index.years.differing import diff_criteria

_Side = TypeVar("_Side")


def compare(options: Namespace) -> int:
    """Compare two years; the problems of both are told in one run."""
    before, after = _both(options, lambda path: _year(path, options.stage))
    tables = {"succession": options.succession, "mapping": options.mapping}
    found = compare_years(before, after, stage=options.stage, **tables)
    if options.format == "json":
        say_json(found.to_dict())
    elif options.format == "csv":
        say(comparison_csv(found), "csv")
    else:
        say(lines_of(comparison_lines(found, language_of(options), style_of())))
    return 0


def _both(options: Namespace, read: Callable[[str], _Side]) -> tuple[_Side, _Side]:
    """Both sides of what is compared; their problems are told in one run, each once as they may be one file."""
    problems: list[Problem] = []
    sides: list[_Side] = []
    for name in (options.before, options.after):
        try:
            sides.append(read(name))
        except PluginError:
            raise
        except CchcError as error:
            problems += [each for each in error.problems if each not in problems]
    if problems:
        raise AssessmentError(problems)
    return sides[0], sides[1]


def _year(path: str, stage: str | None) -> Cycle | CycleResult:
    """A cycle's folder, or a result file."""
    if is_file(Path(path)) and not path.endswith(CYCLE_FILE):
        return read_result(path)
    return cycle_until(path, stage)


def diff(options: Namespace) -> int:
    """Say in what two sets differ: exit code 1 if they do, as other programs of that name."""
    registry = Registry.discover()
    before, after = _both(options, lambda name: load_criteria(name, registry=registry))
    found = diff_criteria(before, after)
    if options.format == "json":
        say_json(found.to_dict())
    elif options.format == "csv":
        say(difference_csv(found, language_of(options)), "csv")
    else:
        say(lines_of(difference_lines(found, language_of(options), style_of())))
    return 1 if found.differences else 0
