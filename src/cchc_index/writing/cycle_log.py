"""The log of a cycle's steps on disk: read, and a step added to it."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from cchc_index.cycles.cycle import open_cycle
from cchc_index.cycles.cycle_result import CycleResult
from cchc_index.cycles.folder import find_cycle
from cchc_index.cycles.step_log import LOG_FILE, STEPS, LogStep, StepLog, is_date, log_in
from cchc_index.notation.source_text import UNSEEN
from cchc_index.problems.errors import AssessmentError, UsageError
from cchc_index.problems.problem import Place, Problem
from cchc_index.reading.shipped import worked_cycles
from cchc_index.registry.registry import Registry
from cchc_index.writing.files import write_whole
from cchc_index.writing.locking import locked

_VIETNAM: Final = datetime.timezone(datetime.timedelta(hours=7))


def read_log(path: str | Path) -> StepLog:
    """The log of a cycle's steps; without a step where the cycle has no log.

    Args:
        path: The cycle's folder.

    Raises:
        AssessmentError: The log was changed, cut, or is none; all of that is in ``.problems``.
        UnknownNameError: There is no such cycle.

    Example:
        >>> import cchc_index
        >>> cchc_index.read_log("lai-chau-2021").steps
        ()
    """
    log = log_in(find_cycle(path))
    if isinstance(log, list):
        raise AssessmentError(log)
    return StepLog() if log is None else log


def append_step(
    path: str | Path,
    step: str,
    *,
    by: str,
    stage: str | None = None,
    date: str | None = None,
    note: str = "",
    registry: Registry | None = None,
) -> LogStep:
    """Score a cycle and add a step about its result to its log; a note is added without scoring.

    Interrupted or refused, the log is as it was. Programs that do so at once add one step after the other.

    Args:
        path: The cycle's folder.
        step: `scored`, `published`, `corrected` or `note`.
        by: Who does it.
        stage: The stage of the result; by default the last that has data.
        date: The day, as 2021-12-31; by default today's in Vietnam, wherever the machine thinks it is.
        note: What else is to be said; of a `note` all that is said.
        registry: The plugins its sets may name; by default those installed.

    Raises:
        UsageError: The step, who does it, the date or the note cannot be taken.
        AssessmentError: The cycle or its log has problems, or the result is the one that was published last.
        UnknownNameError: There is no such cycle, or it has no such stage.
        WritingError: The log cannot be written.

    Example:
        >>> import shutil, tempfile, pathlib, cchc_index
        >>> from cchc_index.cycles.folder import find_cycle
        >>> with tempfile.TemporaryDirectory() as made:
        ...     folder = shutil.copytree(find_cycle("lai-chau-2021"), pathlib.Path(made) / "cycle")
        ...     step = cchc_index.append_step(folder, "published", by="UBND tỉnh", date="2021-12-31")
        ...     result = cchc_index.open_cycle(folder).score()
        >>> step.number, step.digest == result.digest, step.hash == result.log
        (1, True, True)
    """
    if problems := list(step_faults(step, by=by, stage=stage, date=date, note=note)):
        raise UsageError(problems)
    folder = find_cycle(path)
    if not Path(path).exists() and folder in worked_cycles().values():
        raise AssessmentError(Problem("log.worked", arguments={"name": str(path)}))
    said = {"step": step, "by": by, "date": date or today(), "note": note, "stage": "", "digest": "", "inputs": {}}
    if step != "note":
        result = open_cycle(path, registry=registry, until=stage).score(stage)
        said |= {"stage": result.results[-1].stage, "digest": result.digest, "inputs": dict(result.inputs)}
        if problems := list(_unreadable_names(result)):
            raise AssessmentError(problems)
    file = folder / LOG_FILE
    with locked(file):  # from before it is read: a step that comes in between would be lost, or the chain would fork
        log = read_log(folder)
        if step in ("published", "corrected"):
            _refuse_the_same(log, str(said["stage"]), str(said["digest"]), str(file))
        made = LogStep.following(log, **said)
        write_whole(file, StepLog((*log.steps, made)).text.encode())
    return made


def today() -> str:
    """The day it is in Vietnam, which has one time and no summer time, however the machine's clock is set up."""
    return datetime.datetime.now(_VIETNAM).date().isoformat()


def step_faults(step: str, *, by: str, stage: str | None, date: str | None, note: str) -> Iterator[Problem]:
    """What is wrong with what is said of a step, before anything is read."""
    if step not in STEPS:
        yield Problem("usage.word", arguments={"argument": "step", "found": repr(step), "known": ", ".join(STEPS)})
    if not by.strip():
        yield Problem("log.by")
    if date is not None and not is_date(date):
        yield Problem("log.date", arguments={"found": date})
    if step == "note" and not note.strip():
        yield Problem("log.no_note")
    if step == "note" and stage is not None:
        yield Problem("log.stage_of_note")
    for name, text in (("by", by), ("note", note)):
        yield from _unseen(f"--{name}", text)


def _unseen(what: str, text: str) -> Iterator[Problem]:
    found = next((letter for letter in text if letter in "\t\n\r" or UNSEEN.match(letter)), None)
    if found is not None:
        yield Problem("log.unseen", arguments={"what": what, "code": f"U+{ord(found):04X}"})


def _unreadable_names(result: CycleResult) -> Iterator[Problem]:
    for name in result.inputs:
        yield from _unseen(name, name)


def _refuse_the_same(log: StepLog, stage: str, digest: str, name: str) -> None:
    """Nothing is published or corrected where the result is the one that was published last."""
    public = [step for step in log.steps if step.step in ("published", "corrected") and step.stage == stage]
    if public and public[-1].digest == digest:
        last = public[-1]
        arguments = {"number": str(last.number), "date": last.date, "by": last.by}
        raise AssessmentError(Problem("log.same", Place(name), arguments=arguments))
