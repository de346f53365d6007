"""Where in a plugin's source something stands: what was raised, and what answered wrongly.

Nothing here decides a point: it is asked only when a plugin has failed already, and whatever it cannot find out it
leaves unsaid.
"""

from __future__ import annotations

import inspect
import itertools
import linecache
import re
import sys
from collections.abc import Iterator
from types import CodeType, FrameType, TracebackType

from cchc_index.problems.problem import Place

#: modules that stand below a plugin: what fails in them was called wrongly by it
_BENEATH = frozenset(
    {"cchc_index", "attr", "attrs", "cattrs", "numpy", "pluggy", "importlib", *sys.stdlib_module_names}
)


def raised_at(error: BaseException) -> Place | None:
    """Where a plugin's own code was when it raised something; None when none of its code was at work.

    Example:
        >>> from fractions import Fraction
        >>> raised_at(ValueError("raised nowhere")) is None
        True
    """
    if isinstance(error, SyntaxError) and error.filename and error.lineno:
        return Place(error.filename, error.lineno, error.offset or 1)
    steps = [step for step in _steps(error.__traceback__) if _is_own(step[0].tb_frame.f_globals.get("__name__"))]
    if not steps:
        return None
    step, code = steps[-1]
    _, _, column, _ = next(itertools.islice(code.co_positions(), step.tb_lasti // 2, None), (None, None, None, None))
    line = linecache.getline(code.co_filename, step.tb_lineno)
    return Place(code.co_filename, step.tb_lineno, _character(line, column or 0) + 1)


def raising_text(error: BaseException) -> str:
    """The expression of the plugin that raised something, as its source has it; "" where there is no source.

    Example:
        >>> raising_text(ValueError("raised nowhere"))
        ''
    """
    steps = [step for step in _steps(error.__traceback__) if _is_own(step[0].tb_frame.f_globals.get("__name__"))]
    if not steps:
        return ""
    step, code = steps[-1]
    line, last, start, end = next(itertools.islice(code.co_positions(), step.tb_lasti // 2, None), (None,) * 4)
    text = linecache.getline(code.co_filename, step.tb_lineno)
    if line is None or line != last or start is None or end is None:
        return text.strip()
    return text.encode()[start:end].decode(errors="replace")


def calling_at() -> Place | None:
    """Where a plugin's code is at work just now; None when none is.

    Example:
        >>> isinstance(calling_at(), Place | None)
        True
    """
    frame: FrameType | None = sys._getframe()
    while frame is not None and not _is_own(frame.f_globals.get("__name__")):
        frame = frame.f_back
    return Place(frame.f_code.co_filename, frame.f_lineno, 1) if frame is not None else None


def defined_at(thing: object, member: str = "") -> Place | None:
    """Where a plugin's class, its member, or a function is written; None for what is no plugin's or has no source.

    Example:
        >>> defined_at(Place, "text") is None
        True
    """
    if thing is None:
        return None
    found = inspect.getattr_static(thing, member, None) if member else thing
    function = inspect.unwrap(getattr(found, "fget", None) or getattr(found, "__func__", None) or found)  # type: ignore[arg-type]
    if isinstance(getattr(function, "__code__", None), CodeType):
        return _written_at(function)
    kind = thing if isinstance(thing, type) else type(thing)
    owner = next((each for each in kind.__mro__ if member in vars(each)), kind)
    if not _is_own(owner.__module__) and owner.__module__ != "abc":  # what was made by a call of its kind is no one's
        return None
    try:
        lines, start = inspect.findsource(owner)
        file = inspect.getsourcefile(owner) or ""
    except (OSError, TypeError, IndexError):
        return next(filter(None, map(_written_at, vars(owner).values())), None)
    number = next((at for at in range(start, len(lines)) if re.match(r"\s*class\s", lines[at])), start)
    number = next(_assignments(lines, number, member), number) if member else number
    return Place(file, number + 1, _indent(lines[number]) + 1)


def _assignments(lines: list[str], start: int, name: str) -> Iterator[int]:
    """The lines of a class, from the one that says ``class``, that give a name a type or a value."""
    body = 0
    for number in range(start + 1, len(lines)):
        deep = _indent(lines[number])
        if lines[number].strip() and deep <= _indent(lines[start]):
            return
        body = body or deep
        if deep == body and re.match(rf"{re.escape(name)}\s*[:=]", lines[number].lstrip()):
            yield number


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _steps(traceback: TracebackType | None) -> Iterator[tuple[TracebackType, CodeType]]:
    while traceback is not None:
        yield traceback, traceback.tb_frame.f_code
        traceback = traceback.tb_next


def _is_own(module: str | None) -> bool:
    """Whether a module is a plugin's: neither the library's nor one of those that both stand on."""
    return bool(module) and str(module).partition(".")[0] not in _BENEATH


def _written_at(thing: object) -> Place | None:
    """Where a function of a plugin is written, without what wraps it; None for what is none."""
    function = inspect.unwrap(thing) if inspect.isfunction(thing) else None
    return _definition(function.__code__) if function is not None and _is_own(function.__module__) else None


def _definition(code: CodeType) -> Place:
    """The line that says ``def``, after the decorators."""
    number = code.co_firstlineno
    for further in () if code.co_name == "<lambda>" else range(number, number + 20):
        line = linecache.getline(code.co_filename, further)
        if re.match(r"\s*(async\s+)?def\s", line):
            return Place(code.co_filename, further, _indent(line) + 1)
    return Place(code.co_filename, number, 1)


def _character(line: str, byte: int) -> int:
    """The place of a byte of a line in characters, as editors count."""
    return len(line.encode()[:byte].decode(errors="replace"))
