"""What the verbs share: the options of a command line as the library takes them, and results said."""

from __future__ import annotations

import json
import shutil
import sys
from argparse import Namespace
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import attrs

from cchc_index.cli.printing import say
from cchc_index.cli.progress import progress
from cchc_index.criteria.tree import STAGES, Stage
from cchc_index.cycles.cycle import Cycle, open_cycle, plugins_of
from cchc_index.cycles.cycle_result import CycleResult
from cchc_index.cycles.folder import CYCLE_FILE
from cchc_index.notation.source_text import MOST_YAML
from cchc_index.problems.errors import AssessmentError, CchcError, PluginError, UnknownNameError, UsageError
from cchc_index.problems.problem import Language, Problem
from cchc_index.reading.assessment_file import read_assessment
from cchc_index.reading.declared import InputFormat
from cchc_index.reading.register import read_register
from cchc_index.reading.shipped import worked_cycles
from cchc_index.reading.sources import is_file, is_folder, is_there, read_text
from cchc_index.reading.yaml.criteria_file import load_criteria
from cchc_index.registry.registry import Registry
from cchc_index.scoring.method import score
from cchc_index.values.text import folded
from cchc_index.writing.table import Style, fitted


def result_of(options: Namespace) -> CycleResult:
    """What a command line wants scored: a table by a set, or a cycle at a stage."""
    if options.criteria is not None:
        return assessment_result(options.path, options)
    refuse_table(options)
    return cycle_until(options.path, options.stage).score(options.stage)


def cycle_until(path: str, stage: str | None) -> Cycle:
    """A cycle as far as the stage that is asked for: what comes after it may still be half filled in."""
    with progress() as step:
        return open_cycle(path, until=None if stage == "all" else stage, step=step)


def one_stage(options: Namespace) -> None:
    """Refuse all stages where one is wanted."""
    if options.stage == "all":
        raise UsageError(Problem("usage.one_stage", arguments={"command": options.command}))


def refuse_table(options: Namespace) -> None:
    """Refuse a table, or a folder of tables, without the criteria that it is by."""
    path = Path(options.path)
    no_folder = is_file(path) and path.name != CYCLE_FILE
    is_no_cycle = no_folder or (is_folder(path) and not is_there(path / CYCLE_FILE))
    if is_no_cycle and options.path not in worked_cycles():  # of two candidates it is told when it is opened
        raise UsageError(Problem("cli.criteria_wanted", arguments={"path": options.path}))


def assessment_result(name: str, options: Namespace) -> CycleResult:
    """A table scored by itself; the problems of its criteria, register and values are told in one run."""
    registry = Registry.discover()
    try:
        criteria = load_criteria(options.criteria, registry=registry)
    except PluginError:
        raise
    except CchcError as error:
        raise AssessmentError([*error.problems, *_register_problems(options)]) from error
    stage: Stage = _stage(getattr(options, "stage", None))
    assessment = read_assessment(name, criteria, options.units, stage=stage, **declared(options))
    inputs = dict(assessment.inputs)
    source = read_text(Path(options.criteria), options.criteria, MOST_YAML) if is_file(Path(options.criteria)) else []
    if not isinstance(source, list):
        inputs[options.criteria] = source.sha256
    results = (score(criteria, assessment),)
    return CycleResult(results, inputs=inputs, plugins=plugins_of(results, registry))


def declared(options: Namespace) -> dict[str, Any]:
    """How the command declares its input to be read: each option that `InputFormat` has."""
    return {field.name: getattr(options, field.name) or field.default for field in attrs.fields(InputFormat)}


def _register_problems(options: Namespace) -> Sequence[Problem]:
    """What is wrong with a register beside criteria that cannot be read: both are told in one run."""
    try:
        if options.units:
            read_register(options.units, InputFormat(**declared(options)))
    except CchcError as error:
        return error.problems
    return ()


def _stage(name: str | None) -> Stage:
    for stage in STAGES:
        if stage == (name or "final"):
            return stage
    raise UnknownNameError(Problem("cycle.stage", arguments={"stage": str(name), "stages": ", ".join(STAGES)}))


def language_of(options: Namespace) -> Language:
    """The language that was asked for."""
    return "en" if options.lang == "en" else "vi"


def style_of() -> Style:
    """How lines are painted and broken: a terminal has colours and a width, a pipe has neither."""
    on_terminal = sys.stdout.isatty()
    return Style(on_terminal, shutil.get_terminal_size((100, 24)).columns if on_terminal else 100)


def lines_of(lines: Iterable[str], style: Style) -> str:
    """Lines as one text, as wide as a terminal."""
    return "".join(f"{line}\n" for line in fitted(lines, style))


def json_text(value: object) -> str:
    """A value as JSON."""
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def say_json(value: object) -> None:
    """Say a value as JSON."""
    say(json_text(value), "json")


def unit_of(result: CycleResult, said: str) -> str:
    """The identifier of a unit that is named by it, or by its name where only one unit has that."""
    if said in result:
        return said
    named = {card.unit.id for card in result if folded(card.unit.name) == folded(said)}
    if len(named) > 1:
        raise UnknownNameError(
            Problem("name.several_units", arguments={"name": said, "known": ", ".join(sorted(named))})
        )
    return next(iter(named), said)
