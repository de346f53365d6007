"""The verbs that set years side by side: compare, diff."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final, TypeVar

from cchc_index.cli.options import cycle_until, json_text, language_of, lines_of
from cchc_index.cli.output import files_of, give, output_kind
from cchc_index.cycles.cycle import Cycle
from cchc_index.cycles.cycle_result import CycleResult
from cchc_index.cycles.folder import CYCLE_FILE
from cchc_index.cycles.result_file import read_result
from cchc_index.problems.errors import AssessmentError, CchcError, PluginError, UsageError
from cchc_index.problems.problem import Problem
from cchc_index.reading.shipped import worked_cycles
from cchc_index.reading.sources import TEXTS, WORKBOOKS, is_file, is_folder, is_there
from cchc_index.reading.yaml.criteria_file import load_criteria, shipped_criteria
from cchc_index.registry.registry import Registry
from cchc_index.writing.table import Style
from cchc_index.writing.years import comparison_csv, comparison_lines, difference_csv, difference_lines
from cchc_index.years.comparison import compare_years
from cchc_index.years.differing import diff_criteria

_Side = TypeVar("_Side")
_WANTED: Final = {"compare": ("cycle", "result"), "diff": ("set",)}


def compare(options: Namespace) -> int:
    """Compare two years; the problems of both are told in one run."""
    if not (kind := output_kind(options)):
        return 2
    before, after = _both(options, lambda path: year_of(path, options.stage))
    tables = {"succession": options.succession, "mapping": options.mapping}
    found = compare_years(before, after, stage=options.stage, **tables)
    language = language_of(options)
    text: dict[str, Callable[[Style], str]] = {
        "json": lambda _: json_text(found.to_dict()),
        "csv": lambda _: comparison_csv(found),
        "table": lambda style: lines_of(comparison_lines(found, language, style), style),
    }
    give(options, kind, text, lambda: _read(options, before, after))
    return 0


def _read(options: Namespace, *years: Cycle | CycleResult) -> Iterator[Path]:
    """Every file that a comparison was made from."""
    for each in years:
        yield from files_of(each) if isinstance(each, Cycle) else ()
    yield from map(Path, filter(None, (options.before, options.after, options.succession, options.mapping)))


def _both(options: Namespace, read: Callable[[str], _Side]) -> tuple[_Side, _Side]:
    """Both sides of what is compared; their problems are told in one run, each once as they may be one file."""
    problems: list[Problem] = []
    misused: list[Problem] = []
    sides: list[_Side] = []
    for name in (options.before, options.after):
        try:
            _refuse_other(options.command, name)
            sides.append(read(name))
        except PluginError:
            raise
        except CchcError as error:
            problems += [each for each in error.problems if each not in problems]
            misused += error.problems if isinstance(error, UsageError) else ()
    if problems:
        raise UsageError(problems) if all(each in misused for each in problems) else AssessmentError(problems)
    return sides[0], sides[1]


def _refuse_other(command: str, name: str) -> None:
    """Refuse what another command is for, before it is read as what it is not."""
    kind = _kind_of(name)
    if kind and kind not in _WANTED[command]:
        key = f"usage.compare_{kind}" if command == "compare" else f"usage.diff_{kind}"
        raise UsageError(Problem(key, arguments={"path": name}))


def _kind_of(name: str) -> str:
    """What a name on the command line stands for; "" where nothing is there, or that must be read to be known."""
    path = Path(name)
    if name in worked_cycles() or path.name == CYCLE_FILE:
        return "cycle"
    if is_folder(path):
        return "cycle" if is_there(path / CYCLE_FILE) else "folder"
    if not is_file(path):
        return "set" if name in shipped_criteria() else ""
    kinds = {
        ".json": "result",
        **dict.fromkeys((".yaml", ".yml"), "set"),
        **dict.fromkeys((*TEXTS, *WORKBOOKS), "table"),
    }
    return kinds.get(path.suffix.lower(), "")


def year_of(path: str, stage: str | None) -> Cycle | CycleResult:
    """A cycle's folder, or a result file."""
    if is_file(Path(path)) and not path.endswith(CYCLE_FILE):
        return read_result(path)
    return cycle_until(path, stage)


def diff(options: Namespace) -> int:
    """Say in what two sets differ: exit code 1 if they do, as other programs of that name."""
    if not (kind := output_kind(options)):
        return 2
    registry = Registry.discover()
    before, after = _both(options, lambda name: load_criteria(name, registry=registry))
    found = diff_criteria(before, after)
    language = language_of(options)
    text: dict[str, Callable[[Style], str]] = {
        "json": lambda _: json_text(found.to_dict()),
        "csv": lambda _: difference_csv(found, language),
        "table": lambda style: lines_of(difference_lines(found, language, style), style),
    }
    give(options, kind, text, lambda: (Path(options.before), Path(options.after)))
    return 1 if found.differences else 0
