"""What a verb gives: said, or written whole into a file whose ending says in which format."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Final

from cchc_index.cli.options import language_of, style_of
from cchc_index.cli.printing import complain, say
from cchc_index.cycles.cycle import Cycle
from cchc_index.cycles.cycle_result import CycleResult
from cchc_index.cycles.folder import find_cycle
from cchc_index.problems.problem import Problem
from cchc_index.writing.csv_file import file_bytes
from cchc_index.writing.files import write_whole
from cchc_index.writing.table import Style

TEXT_JSON_CSV: Final = {".txt": "table", ".json": "json", ".csv": "csv"}  #: formats by the ending of the file
TEXT_JSON: Final = {".txt": "text", ".json": "json"}
_UNSAID: Final = ("table", "text")  #: what --format says where nobody gives it


def output_kind(options: Namespace, endings: Mapping[str, str] = TEXT_JSON_CSV) -> str:
    """The format of what is given; "" where the file's ending fits none, or another than --format, which is told."""
    if not options.output:
        return str(options.format)
    kind = endings.get(Path(options.output).suffix.lower(), "")
    if not kind or options.format not in (*_UNSAID, kind):
        problem = Problem("cli.ending", arguments={"path": options.output, "known": ", ".join(endings)})
        complain(problem.text(language_of(options)))
        return ""
    return kind


def give(
    options: Namespace, kind: str, made: Mapping[str, Callable[[Style], str]], read: Callable[[], Iterable[Path]]
) -> None:
    """Say what was made, or write it whole into the file that is named, which must be none of those that were read.

    Args:
        options: The command line.
        kind: The format.
        made: What makes the text in each format.
        read: What tells the files that were read.
    """
    if options.output:
        write_whole(Path(options.output), file_bytes(made[kind](Style()), kind), read=read())
        return
    text = made[kind](style_of())
    say(text, "json" if kind == "json" else "csv" if kind == "csv" else "text")


def inputs_of(options: Namespace, result: CycleResult) -> Iterator[Path]:
    """Every file that a result was made from."""
    folder = Path() if options.criteria is not None else find_cycle(options.path)
    yield from (folder / name for name in result.inputs)
    named = (options.path, options.criteria, options.units, getattr(options, "replaces", None))
    yield from map(Path, filter(None, named))


def files_of(cycle: Cycle) -> Iterator[Path]:
    """Every file of a cycle that was read."""
    yield from (cycle.folder / name for name in cycle.files.inputs)
