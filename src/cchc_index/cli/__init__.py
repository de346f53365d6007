"""The command ``cchc-index``: thin, and light until a verb needs more."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper

from cchc_index.cli.parser import parse

USAGE, PLUGIN = 2, 3  #: exit codes beside 0 (done) and 1 (the input has problems, or a check found something)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code.

    0 done; 1 the input has problems or a check found something; 2 wrong usage or a missing extra; 3 a plugin failed.
    """
    _speak_unicode()
    options = parse(sys.argv[1:] if arguments is None else arguments)
    from cchc_index.cli.printing import complain
    from cchc_index.problems.errors import CchcError, MissingExtraError, PluginError

    try:
        from cchc_index.cli.commands import COMMANDS

        code = COMMANDS[options.command](options)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader has left, for example `head`
        with contextlib.suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130
    except CchcError as error:
        complain(error.report("en" if options.lang == "en" else "vi"))
        return PLUGIN if isinstance(error, PluginError) else USAGE if isinstance(error, MissingExtraError) else 1
    return code


def _speak_unicode() -> None:
    """Vietnamese, and file names of any bytes, must come through pipes and consoles whatever their encoding."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            if stream.isatty():
                stream.reconfigure(errors="backslashreplace")
            else:
                stream.reconfigure(encoding="utf-8", errors="surrogateescape")
