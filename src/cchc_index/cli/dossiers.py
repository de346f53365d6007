"""The verb `dossiers`: files of dossiers, or tables of counts, counted by unit."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, Final

from cchc_index.cli.options import json_text, language_of, lines_of
from cchc_index.cli.output import give, output_kind
from cchc_index.cli.printing import complain
from cchc_index.cli.progress import progress
from cchc_index.evidence.dossiers.calendar_tables import read_calendar
from cchc_index.evidence.dossiers.counting import count_dossiers
from cchc_index.evidence.dossiers.result import DossierCounts
from cchc_index.evidence.dossiers.words import CHANNELS, COUNT_COLUMNS, COUNT_KEYS, ROW_COLUMNS, STATUSES
from cchc_index.problems.errors import UsageError
from cchc_index.problems.problem import Problem
from cchc_index.reading.declared import InputFormat
from cchc_index.writing.dossiers import dossier_csv, dossier_lines
from cchc_index.writing.files import refuse_target
from cchc_index.writing.table import Style

_FORM: Final = ("decimal", "thousands", "delimiter", "sheet", "formulas")  #: how files are declared to be read


def count_files(options: Namespace) -> int:
    """Count, and say or write the counts."""
    if not (kind := output_kind(options)):
        return 2
    if bool(options.days) != bool(options.holidays):
        complain(Problem("dossiers.calendar").text(language_of(options)))
        return 2
    read = [Path(name) for name in (*options.files, options.units, options.days, options.holidays) if name]
    if options.output:  # before the work, which may be long, and not after it
        refuse_target(Path(options.output), read)
    try:
        found = _counted(options)
    except UsageError as error:
        complain(error.report(language_of(options)))
        return 2
    text: dict[str, Callable[[Style], str]] = {
        "json": lambda _: json_text(found.to_dict()),
        "csv": lambda _: dossier_csv(found),
        "table": lambda style: lines_of(dossier_lines(found, language_of(options), style), style),
    }
    give(options, kind, text, lambda: read)
    return 0


def _counted(options: Namespace) -> DossierCounts:
    names: dict[str, Sequence[str]] = {
        "column": list(dict.fromkeys((*ROW_COLUMNS, *COUNT_KEYS, *COUNT_COLUMNS))),
        "status": list(STATUSES),
        "channel": list(CHANNELS),
    }
    pairs = {option: _pairs(getattr(options, option), option, known) for option, known in names.items()}
    by: Any = tuple(each.strip() for each in options.by.split(",") if each.strip())
    form: dict[str, Any] = {name: getattr(options, name) for name in _FORM if getattr(options, name)}
    with progress() as step:
        return count_dossiers(
            options.files,
            units=options.units,
            by=by,
            period=options.period,
            as_of=options.as_of,
            allow=[kind.strip() for each in options.allow for kind in each.split(",")],
            dates=options.dates,
            columns={name: headers[-1] for name, headers in pairs["column"].items()},
            statuses=pairs["status"],
            channels=pairs["channel"],
            calendar=read_calendar(options.days, options.holidays) if options.days else None,
            declared=InputFormat(**form),
            memory=options.memory,
            step=step,
        )


def _pairs(said: Sequence[str], option: str, known: Sequence[str]) -> dict[str, list[str]]:
    """The options NAME=VALUE, by name.

    Raises:
        UsageError: One has another form, or a name that is none of those known.
    """
    found: dict[str, list[str]] = {}
    for each in said:
        name, mark, value = each.partition("=")
        if not mark or not value.strip() or name not in known:
            arguments = {"option": option, "found": each[:80], "known": ", ".join(known)}
            raise UsageError(Problem("dossiers.pair", arguments=arguments))
        found.setdefault(name, []).append(value.strip())
    return found
