"""The log of a cycle's steps, ``log.jsonl``: each line holds the hash of the line before, and its own.

A line is a JSON object in one form alone (keys sorted, no spaces, UTF-8, one line), so that a step can be written in
one way: whatever else stands in the file was not written by the log, and is told with the line's number.
"""

from __future__ import annotations

import datetime
import hashlib
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Final, Literal, get_args

import attrs

from cchc_index.problems.problem import Place, Problem
from cchc_index.reading.sources import is_there, read_bytes
from cchc_index.results.json_text import CANONICAL

LOG_FILE: Final = "log.jsonl"
MOST_LOG: Final = 50 * 10**6  #: bytes
StepName = Literal["scored", "published", "corrected", "note"]
STEPS: Final[tuple[StepName, ...]] = get_args(StepName)
_BOM: Final = b"\xef\xbb\xbf"
_HASH: Final = re.compile("[0-9a-f]{64}")
_CHANGED: Final = "log.changed"


@attrs.frozen
class LogStep:
    """One step of a cycle, as a line of its log says it.

    Attributes:
        number: 1 for the first.
        step: What was done: a result was `scored`, `published` or `corrected`, or a `note` was made.
        stage: The stage of the result; "" for a note.
        digest: The digest of the result; "" for a note.
        inputs: SHA-256 of every file the result was made from, by its name; empty for a note.
        by: Who did it.
        date: The day, as 2021-12-31.
        note: What else is to be said.
        previous: The hash of the line before; "" for the first.
        hash: SHA-256 of all this, as canonical JSON.
    """

    number: int
    step: str
    stage: str
    digest: str
    inputs: Mapping[str, str] = attrs.field(hash=False)
    by: str
    date: str
    note: str
    previous: str
    hash: str

    @classmethod
    def following(cls, log: StepLog, **said: Any) -> LogStep:
        """The step that follows a log's last one, with the hash that belongs to it."""
        content = {**said, "number": len(log.steps) + 1, "previous": log.head}
        return cls(**content, hash=hash_of(content))

    def to_dict(self) -> dict[str, Any]:
        """The step for programs, with all that its line holds."""
        return attrs.asdict(self)

    @property
    def line(self) -> str:
        """Its line, with its end."""
        return CANONICAL.text(self.to_dict(), 0) + "\n"


_KEYS: Final = {field.name for field in attrs.fields(LogStep)}


@attrs.frozen
class StepLog:
    """The log of a cycle's steps (nhật ký), whole and unchanged.

    Attributes:
        steps: The steps, in order.

    Example:
        >>> first = LogStep.following(StepLog(), step="note", stage="", digest="", inputs={}, by="A", date="", note="x")
        >>> log = StepLog((first,))
        >>> log.head == first.hash, log.holds(first.hash), log.holds("0" * 64)
        (True, True, False)
    """

    steps: tuple[LogStep, ...] = ()

    @property
    def head(self) -> str:
        """The hash of the last line, which stands for the whole log; "" where there is none."""
        return self.steps[-1].hash if self.steps else ""

    @property
    def text(self) -> str:
        """The log's file."""
        return "".join(step.line for step in self.steps)

    def holds(self, head: str) -> bool:
        """Whether the log ended so once: no step up to that one was changed or cut off since."""
        return not head or any(step.hash == head for step in self.steps)

    def to_dict(self) -> dict[str, Any]:
        """The log for programs."""
        return {"head": self.head, "steps": [step.to_dict() for step in self.steps]}


@attrs.frozen
class LogLine:
    """What a line of a log's file holds.

    Attributes:
        step: The step; None where there is none.
        faults: What is wrong with the line by itself: keys of messages.
        hashed: The hash that belongs to what it says; "" without a step.
    """

    step: LogStep | None
    faults: tuple[str, ...] = ()
    hashed: str = ""


def hash_of(content: Mapping[str, Any]) -> str:
    """SHA-256 of the canonical JSON of what a line says beside its hash."""
    said = {key: value for key, value in content.items() if key != "hash"}
    return hashlib.sha256(CANONICAL.text(said, 0).encode(errors="surrogatepass")).hexdigest()


def line_of(data: bytes) -> LogLine:
    """The bytes of a line, without its end, as a step; and what is wrong with it by itself."""
    faults: list[str] = []
    if data.startswith(_BOM):
        faults.append("log.bom")
        data = data.removeprefix(_BOM)
    if data.endswith(b"\r"):
        faults.append("log.line_end")
        data = data.removesuffix(b"\r")
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return LogLine(None, (*faults, "log.byte"))
    if not text.strip():
        return LogLine(None, (*faults, "log.blank"))
    content = _content(text)
    if content is None:
        return LogLine(None, (*faults, "log.foreign"))
    step, hashed = LogStep(**content), hash_of(content)
    if step.hash != hashed:
        faults.append(_CHANGED)
    elif text != CANONICAL.text(content, 0):
        faults.append("log.rewritten")
    elif not _makes_sense(step):
        return LogLine(None, (*faults, "log.foreign"))
    return LogLine(step, tuple(faults), hashed)


def _content(text: str) -> dict[str, Any] | None:
    """What a line says, where it has the keys of a step and texts for them."""
    try:
        content = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(content, dict) or content.keys() != _KEYS:
        return None
    inputs = content["inputs"]
    texts = [value for key, value in content.items() if key not in ("number", "inputs")]
    if type(content["number"]) is not int or not isinstance(inputs, dict):
        return None
    return content if all(isinstance(each, str) for each in (*texts, *inputs.values())) else None


def _makes_sense(step: LogStep) -> bool:
    """Whether a step could have been written by the log: its hash may be right, and made by another program."""
    is_note = step.step == "note"
    hashes = [*step.inputs.values(), *([] if is_note else [step.digest])]
    about = not (step.stage or step.digest or step.inputs) if is_note else bool(step.stage)
    known = step.step in STEPS and is_date(step.date) and bool(step.by)
    return known and about and all(map(_HASH.fullmatch, hashes))


def is_date(text: str) -> bool:
    """Whether a text is a day as ISO 8601 writes it: 2021-12-31."""
    try:
        return datetime.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def lines_of(data: bytes) -> list[LogLine]:
    """The lines of a log's file; what stands after the last line's end is a line that was cut off."""
    *whole, rest = data.split(b"\n")
    lines = [line_of(each) for each in whole]
    if rest:
        cut = line_of(rest)
        lines.append(LogLine(cut.step, ("log.cut", *(cut.faults if cut.step else ())), cut.hashed))
    return lines


def chain_faults(lines: Sequence[LogLine], after: LogStep | None = None) -> Iterator[tuple[int, str, dict[str, str]]]:
    """What is wrong with some lines, each by itself and as one after another: line number, message, particulars.

    A line that was changed is told once: the next one follows it if it names the hash that it had or states.

    Args:
        lines: The lines.
        after: The step that they follow; None where they are a log's first.
    """
    first = after.number + 1 if after else 1
    wanted: int | None = first
    before: tuple[str, ...] = (after.hash if after else "",)
    for place, line in enumerate(lines, first):
        for key in line.faults:
            yield place, key, {}
        step = line.step
        if step is None:  # nobody knows what should follow
            wanted = None
            continue
        number = step.number
        if _CHANGED in line.faults:
            number = number if wanted is None else wanted
        elif wanted is not None and number != wanted:
            yield place, "log.number", {"found": str(number), "wanted": str(wanted)}
        elif wanted is not None and step.previous not in before:
            yield place, "log.previous", {}
        wanted, before = number + 1, (step.hash, line.hashed)


def log_of(data: bytes, name: str) -> StepLog | list[Problem]:
    """The log in the bytes of its file, or everything that is wrong with it.

    Args:
        data: The bytes.
        name: The file as the user named it.
    """
    if not data:
        return [Problem("log.empty", Place(name))]
    lines = lines_of(data)
    told = [Problem(key, Place(name, at), arguments=said) for at, key, said in chain_faults(lines)]
    return told or StepLog(tuple(line.step for line in lines if line.step))


def log_in(folder: Path, name: str = "") -> StepLog | list[Problem] | None:
    """The log in a cycle's folder; None where there is none, or everything that is wrong with it.

    Args:
        folder: The folder.
        name: The log's file as the user named it; by default its path.
    """
    path = folder / LOG_FILE
    name = name or str(path)
    if not is_there(path) and not path.is_symlink():
        return None
    try:
        inside = path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # a circle of links: told when it is read
        inside = True
    if not inside:
        return [Problem("cycle.leads_outside", Place(name), arguments={"found": LOG_FILE})]
    data = read_bytes(path, name, MOST_LOG)
    return data if isinstance(data, list) else log_of(data, name)


def log_beside(folder: Path, name: str, problems: list[Problem]) -> StepLog | None:
    """The log in a cycle's folder, if there is one and nothing is wrong with it; what is goes to some problems."""
    log = log_in(folder, name)
    if isinstance(log, list):
        problems += log
        return None
    return log
