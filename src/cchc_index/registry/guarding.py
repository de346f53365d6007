"""Calls into plugins: whatever a plugin does there ends as its own error, with its name, distribution and rule."""

from __future__ import annotations

import contextlib
import io
import os
from collections.abc import Iterator
from contextvars import ContextVar
from decimal import (
    Clamped,
    Context,
    DecimalException,
    DivisionByZero,
    FloatOperation,
    Inexact,
    InvalidOperation,
    Rounded,
    localcontext,
)
from typing import Final, NoReturn

from cchc_index.problems.errors import AssessmentError, PluginError, PluginInterrupt
from cchc_index.problems.problem import Advice, Place, Problem
from cchc_index.registry.locating import calling_at, defined_at, raised_at

_MOST_WORDS: Final = 300  #: characters that are repeated of what a plugin says
MOST_SENTENCE: Final = 2_000  #: characters of what a plugin writes for people
#: messages that name no criterion, by those that do
_UNPLACED: Final = {
    "plugin.rule_raised": "plugin.rule_raised_unplaced",
    "plugin.interrupted": "plugin.interrupted_unplaced",
    "plugin.prints": "plugin.prints_unplaced",
    "plugin.answer": "plugin.answer_unplaced",
    "plugin.inexact": "plugin.inexact_unplaced",
}
_PLACED: Final = {unplaced: key for key, unplaced in _UNPLACED.items()}
#: Numbers on the way to a point: sums and products of decimals are exact up to so many digits, and what is not is an
#: error; so is a decimal made of a float, or compared with one. Whatever a caller has set for decimals of its own has
#: no say here.
_EXACT: Final = Context(prec=100, traps=[Inexact, InvalidOperation, DivisionByZero, FloatOperation], flags=[])
#: Numbers on the way to a sentence: Python's own default.
_PLAIN: Final = Context(prec=28, flags=[])
#: Whether stdout is the output of a command, so that nothing else may be printed there.
_catching: ContextVar[bool] = ContextVar("catching", default=False)


@contextlib.contextmanager
def catching_prints() -> Iterator[None]:
    """Make it a plugin's fault to print: for a command, whose output other programs read.

    Elsewhere stdout belongs to the program that imports the library, and to its other threads: it is left alone.
    """
    token = _catching.set(True)
    try:
        yield
    finally:
        _catching.reset(token)


@contextlib.contextmanager
def catching_exits() -> Iterator[None]:
    """Make `os._exit` an exit that can be caught: for a command, which would end with 0 and nothing done.

    What a plugin starts as a process of its own ends as ever.
    """
    leave, own = os._exit, os.getpid()

    def refuse(code: int) -> NoReturn:
        if os.getpid() == own:
            raise SystemExit(code)
        leave(code)

    os._exit = refuse  # type: ignore[assignment]  # the wall: nothing else sees that a plugin ends the process
    try:
        yield
    finally:
        os._exit = leave


def plugin_error(
    key: str,
    name: str,
    distribution: str,
    /,
    code: str = "",
    *,
    place: Place | None = None,
    **arguments: str | Advice,
) -> PluginError:
    """An error of the plugin that a rule or a classifier came from.

    Args:
        key: The message, which names the criterion at fault; where none is known, the one that names none.
        name: The rule's or classifier's name, with the plugin's prefix.
        distribution: The plugin's distribution and its version.
        code: The criterion.
        place: Where it stands in the plugin's source.
        arguments: What fills the message's other blanks.
    """
    plugin = name.rpartition(".")[0]
    filled = {"plugin": plugin or "cchc_index", "distribution": distribution, "rule": name, **arguments}
    key = key if code else _UNPLACED.get(key, key)
    return PluginError(
        Problem(key, place, arguments={**filled, "code": code or "-"}), plugin=plugin, distribution=distribution
    )


def range_error(named: tuple[str, str], code: str, asked: object, call: str, *, found: str, most: str) -> PluginError:
    """The error of what gives points below 0 or above the maximum.

    Args:
        named: Its name and its distribution.
        code: The criterion.
        asked: What was asked, as its author wrote it.
        call: What was called.
        found: The points.
        most: The maximum.
    """
    place = defined_at(asked, call)
    return plugin_error("plugin.range", *named, code, place=place, found=found, most=most, advice=Advice("range"))


def placed(error: PluginError, code: str) -> PluginError:
    """The error at a criterion, if its message can name one and does not yet."""
    problem = error.problems[0]
    if not code or problem.arguments.get("code") != "-":
        return error
    told = Problem(_PLACED.get(problem.key, problem.key), problem.place, arguments={**problem.arguments, "code": code})
    return PluginError(told, plugin=error.plugin, distribution=error.distribution)


def fault_of(error: BaseException) -> str:
    r"""What was raised, in a line of bounded length; an exception may fail to say it.

    Example:
        >>> fault_of(ValueError("a\nb")), len(fault_of(ValueError("x" * 1000)))
        ('ValueError: a b', 301)
    """
    said = "" if isinstance(error, DecimalException) else _words(str, error)  # which says its own class again
    return cut(f"{type(error).__name__}: {said}".rstrip(": "))


def written(value: object) -> str:
    """How a value is written, in a line of bounded length; a plugin's value may fail to say it."""
    return cut(_words(repr, value) or type(value).__name__)


def cut(text: str, most: int = _MOST_WORDS) -> str:
    """A text in one line of bounded length."""
    line = " ".join(text[: 4 * most].split())
    return line if len(line) <= most else f"{line[:most]}…"


def _words(say: type[str] | object, value: object) -> str:
    try:
        return str(value) if say is str else repr(value)
    except KeyboardInterrupt:
        raise
    except BaseException:
        return ""


@contextlib.contextmanager
def exact_decimals() -> Iterator[None]:
    """Numbers on the way to a point: a decimal that would lose digits is an error.

    Raises:
        decimal.Inexact: A division or a rounding lost digits.
    """
    with localcontext(_EXACT):
        yield


@contextlib.contextmanager
def guarded(
    name: str, distribution: str, code: str = "", *, exact: bool = False, asked: object = None, call: str = ""
) -> Iterator[None]:
    """Run a plugin's rule or classifier; what it raises is its own fault, and in a command what it prints.

    Args:
        name: The rule's or classifier's name.
        distribution: The distribution that answers for it.
        code: The criterion.
        exact: Whether it gives points: a decimal that loses digits is a fault then.
        asked: What is asked, as its author wrote it, so that a fault can be shown there.
        call: What is called.

    Raises:
        PluginError: It raised something, tried to end the program, or printed to a command's output.
        AssessmentError: It refuses values in this library's own words.
        PluginInterrupt: Somebody has lost patience with it.

    Example:
        >>> try:
        ...     with guarded("ha_giang.sessions", "cchc-index-ha-giang 1.0", "1.1"):
        ...         1 / 0
        ... except PluginError as error:
        ...     print(error.plugin, "|", error.distribution)
        ha_giang | cchc-index-ha-giang 1.0
    """
    printed = Listening()

    def told(key: str, error: BaseException, **arguments: str) -> PluginError:
        place, advice = told_of(error, asked, call)
        return plugin_error(key, name, distribution, code, place=place, advice=advice, **arguments)

    try:
        with contextlib.ExitStack() as stack:
            if _catching.get():
                stack.enter_context(contextlib.redirect_stdout(printed))
            stack.enter_context(localcontext(_EXACT if exact else _PLAIN))
            yield
    except PluginError as error:
        raise placed(error, code) from error.__cause__
    except AssessmentError as error:
        if not _can_be_told(error):
            raise told("plugin.rule_raised", error, fault="AssessmentError") from error
        raise
    except KeyboardInterrupt as interrupt:
        raise PluginInterrupt(told("plugin.interrupted", interrupt)) from interrupt
    except Inexact as error:
        raise told("plugin.inexact", error) from error
    except BaseException as error:
        raise told("plugin.rule_raised", error, fault=fault_of(error)) from error
    if said := printed.getvalue():
        place = printed.place or defined_at(asked, call)
        raise plugin_error("plugin.prints", name, distribution, code, place=place, said=cut(said)[:60])


class Listening(io.StringIO):
    r"""What is printed, and where in a plugin the first of it was.

    Attributes:
        place: Where; None when nothing was printed, or nobody can say.

    Example:
        >>> heard = Listening()
        >>> with contextlib.redirect_stdout(heard):
        ...     print("hello")
        >>> heard.getvalue()
        'hello\n'
    """

    place: Place | None = None

    def write(self, text: str, /) -> int:
        """Take a text down."""
        self.place = self.place or calling_at()
        return super().write(text)


def told_of(error: BaseException, asked: object = None, call: str = "") -> tuple[Place | None, Advice]:
    """Where a plugin raised something, and what its author does about it.

    Example:
        >>> told_of(ZeroDivisionError())[1].key
        'zero'
    """
    from cchc_index.registry.advising import advice_of  # only when something was raised

    try:
        place = raised_at(error) or defined_at(asked, call)
        return place, advice_of(error, asked, call, placed=place is not None)
    except KeyboardInterrupt:
        raise
    except BaseException:  # what was raised defies every question
        return None, Advice("anywhere")


def _can_be_told(error: AssessmentError) -> bool:
    """Whether problems that a plugin made can be put into words."""
    try:
        return bool(error.problems) and all(problem.text(each) for problem in error.problems for each in ("vi", "en"))
    except KeyboardInterrupt:
        raise
    except BaseException:
        return False


# numbers that are rounded or clamped without loss are no fault
_EXACT.traps[Rounded] = _EXACT.traps[Clamped] = False
