"""Calls into plugins: whatever a plugin does there ends as its own error, with its name, distribution and rule."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Iterator
from contextvars import ContextVar
from decimal import Clamped, Context, Inexact, InvalidOperation, Rounded, localcontext
from typing import Final

from cchc_index.problems.errors import AssessmentError, PluginError, PluginInterrupt
from cchc_index.problems.problem import Problem

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
#: error. Whatever a caller has set for decimals of its own has no say here.
_EXACT: Final = Context(prec=100, traps=[Inexact, InvalidOperation], flags=[])
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


def plugin_error(key: str, name: str, distribution: str, /, code: str = "", **arguments: str) -> PluginError:
    """An error of the plugin that a rule or a classifier came from.

    Args:
        key: The message, which names the criterion at fault; where none is known, the one that names none.
        name: The rule's or classifier's name, with the plugin's prefix.
        distribution: The plugin's distribution and its version.
        code: The criterion.
        arguments: What fills the message's other blanks.
    """
    plugin = name.rpartition(".")[0]
    filled = {"plugin": plugin or "cchc_index", "distribution": distribution, "rule": name, **arguments}
    key = key if code else _UNPLACED.get(key, key)
    return PluginError(
        Problem(key, arguments={**filled, "code": code or "-"}), plugin=plugin, distribution=distribution
    )


def placed(error: PluginError, code: str) -> PluginError:
    """The error at a criterion, if its message can name one and does not yet."""
    problem = error.problems[0]
    if not code or problem.arguments.get("code") != "-":
        return error
    told = Problem(_PLACED.get(problem.key, problem.key), arguments={**problem.arguments, "code": code})
    return PluginError(told, plugin=error.plugin, distribution=error.distribution)


def fault_of(error: BaseException) -> str:
    r"""What was raised, in a line of bounded length; an exception may fail to say it.

    Example:
        >>> fault_of(ValueError("a\nb")), len(fault_of(ValueError("x" * 1000)))
        ('ValueError: a b', 301)
    """
    return cut(f"{type(error).__name__}: {_words(str, error)}".rstrip(": "))


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
def guarded(name: str, distribution: str, code: str = "", *, exact: bool = False) -> Iterator[None]:
    """Run a plugin's rule or classifier; what it raises is its own fault, and in a command what it prints.

    Args:
        name: The rule's or classifier's name.
        distribution: The distribution that answers for it.
        code: The criterion.
        exact: Whether it gives points: a decimal that loses digits is a fault then.

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
    printed = io.StringIO()
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
            raise plugin_error("plugin.rule_raised", name, distribution, code, fault="AssessmentError") from error
        raise
    except KeyboardInterrupt as interrupt:
        raise PluginInterrupt(plugin_error("plugin.interrupted", name, distribution, code)) from interrupt
    except Inexact as error:
        raise plugin_error("plugin.inexact", name, distribution, code) from error
    except BaseException as error:
        raise plugin_error("plugin.rule_raised", name, distribution, code, fault=fault_of(error)) from error
    if said := printed.getvalue():
        raise plugin_error("plugin.prints", name, distribution, code, said=cut(said)[:60])


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
