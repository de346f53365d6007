"""What a caller passes in, held to its kind before anything is done with it."""

from __future__ import annotations

import errno
import os
from collections.abc import Sequence
from pathlib import Path

from cchc_index.problems.errors import UsageError
from cchc_index.problems.problem import Problem


def want(argument: str, value: object, *kinds: type, how: str = "") -> None:
    """Refuse an argument that is of none of some kinds.

    Args:
        argument: Its name in the call.
        value: What was passed.
        kinds: What it may be.
        how: Where one is got from, as a call.

    Raises:
        UsageError: It is something else.

    Example:
        >>> want("criteria", "pci-2021", list, how="load_criteria(name)")
        Traceback (most recent call last):
        ...
        cchc_index.problems.errors.UsageError: the argument 'criteria' is of type str, where list belongs.
          Pass what load_criteria(name) gives.
    """
    if isinstance(value, kinds):
        return
    wanted = ", ".join(kind.__name__ for kind in kinds)
    arguments = {"argument": argument, "found": type(value).__name__, "wanted": wanted, "how": how or wanted}
    raise UsageError(Problem("usage.got_from" if how else "usage.kind", arguments=arguments))


def want_one_of(argument: str, value: object, known: Sequence[str]) -> None:
    """Refuse a word that is none of those known.

    Raises:
        UsageError: It is another, or no word.
    """
    if not isinstance(value, str) or value not in known:
        words = ", ".join(repr(each) for each in known)
        raise UsageError(
            Problem("usage.word", arguments={"argument": argument, "found": repr(value)[:80], "known": words})
        )


def want_path(argument: str, value: object) -> Path:
    """The path that an argument is; a file's content, passed in place of its path, is told as that.

    Raises:
        UsageError: It is no path, or a text that no file can be called.
    """
    want(argument, value, str, os.PathLike)
    path = Path(value)  # type: ignore[arg-type]  # looked at just above
    text = str(path)
    try:
        there = "\0" not in text and path.exists()
    except OSError as error:
        if error.errno != errno.ENAMETOOLONG:  # who opens it tells what is wrong with it
            return path
        there = False
        text += "\n"
    if not there and not text.isprintable() and any(each in text for each in "\n\r\0"):
        raise UsageError(Problem("usage.content", arguments={"argument": argument, "found": text[:40]}))
    return path
