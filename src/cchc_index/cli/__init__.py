"""The command ``cchc-index``: thin, and light until a verb needs more."""

from __future__ import annotations

import contextlib
import errno
import io
import os
import sys
from argparse import Namespace
from collections.abc import Sequence
from io import TextIOWrapper
from typing import Literal

USAGE, PLUGIN, INTERRUPTED = 2, 3, 130  #: exit codes beside 0 (done) and 1 (the input has problems, or a check found)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code.

    0 done; 1 the input has problems or a check found something; 2 wrong usage or a missing extra; 3 a plugin failed;
    130 somebody pressed Ctrl-C.
    """
    try:  # from the first moment: Ctrl-C while modules are imported is no fault of anybody's
        _speak_unicode()
        from cchc_index.cli.parser import parse

        try:
            options = parse(sys.argv[1:] if arguments is None else arguments)
        except SystemExit:
            sys.stdout.flush()
            raise
        code = _run(options)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # the reader has left, for example `head`
        _leave_stdout()
        return 0
    except OSError as error:  # files are told of by themselves: this is stdout, full or closed
        _leave_stdout()
        from cchc_index.cli.language import asked_for
        from cchc_index.cli.printing import complain
        from cchc_index.problems.errors import WritingError
        from cchc_index.problems.problem import Problem

        problem = Problem("cli.unwritable", arguments={"path": "stdout", "fault": error.strerror or str(error)})
        complain(
            WritingError(problem).report(
                "en" if asked_for(sys.argv[1:] if arguments is None else arguments) == "en" else "vi"
            )
        )
        return 1
    return code


def _leave_stdout() -> None:
    """What is left to be written goes nowhere: otherwise the interpreter tries once more when it ends."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


class _Closed(io.TextIOBase):
    """A stream that was closed before the program began."""

    def write(self, text: str, /) -> int:
        """Refuse whatever is written."""
        raise OSError(errno.EBADF, os.strerror(errno.EBADF))


def _run(options: Namespace) -> int:
    """Run a verb; whatever its input or a plugin can cause ends in a report and an exit code."""
    from cchc_index.cli.printing import complain
    from cchc_index.problems.errors import CchcError, MissingExtraError, PluginError, PluginInterrupt, UsageError
    from cchc_index.registry.guarding import catching_exits, catching_prints
    from cchc_index.values.contexts import own_context

    language: Literal["vi", "en"] = "en" if options.lang == "en" else "vi"
    try:
        from cchc_index.cli.commands import COMMANDS

        with catching_prints(), catching_exits():
            code = own_context(COMMANDS[options.command])(options)
    except PluginInterrupt as interrupt:
        complain(interrupt.error.report(language))
        return INTERRUPTED
    except CchcError as error:
        complain(error.report(language))
        if isinstance(error, PluginError):
            return PLUGIN
        return USAGE if isinstance(error, MissingExtraError | UsageError) else 1
    return code


def _speak_unicode() -> None:
    """Vietnamese, and file names of any bytes, must come through pipes and consoles whatever their encoding."""
    sys.stdout = sys.stdout or _Closed()
    sys.stderr = sys.stderr or io.StringIO()  # nobody hears it
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            if stream.isatty():
                stream.reconfigure(errors="backslashreplace")
            else:
                stream.reconfigure(encoding="utf-8", errors="surrogateescape")
