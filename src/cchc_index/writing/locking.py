"""One writer at a time: a lock that the system lets go when its holder ends, however it ends."""

from __future__ import annotations

import contextlib
import errno
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from cchc_index.problems.errors import WritingError
from cchc_index.problems.problem import Problem

_TRIES: Final = 500
_PAUSES_A_SECOND: Final = 50
_OPEN: Final = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_CLOEXEC", 0)
_HELD: Final = (errno.EAGAIN, errno.EACCES, errno.EWOULDBLOCK, errno.EDEADLK)


@contextlib.contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold a file alone among all programs that write it so, from before it is read until it is written.

    The lock is on a file beside it, `.NAME.lock`, that goes when it is let go. If its holder is killed it is left
    behind, and is no lock: the system has let it go.

    Raises:
        WritingError: The folder cannot be written to, or somebody else has held the file for ten seconds.
    """
    beside = path.with_name(f".{path.name}.lock")
    try:
        handle = _taken(beside)
    except OSError as error:
        arguments = {"path": str(path), "fault": error.strerror or str(error)}
        raise WritingError(Problem("cli.unwritable", arguments=arguments)) from error
    if handle is None:
        raise WritingError(Problem("log.busy", arguments={"path": str(path)}))
    try:
        yield
    finally:
        with contextlib.suppress(OSError):  # Windows keeps what is open
            beside.unlink()  # while it is held: whoever waits for it sees that it is gone, and makes another
        os.close(handle)


def _taken(path: Path) -> int | None:
    """The open file on which the lock is held; None where somebody else does not let it go."""
    for _ in range(_TRIES):
        handle = os.open(path, _OPEN, 0o666)
        try:
            if _take(handle) and _is_still(path, handle):
                return handle
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)
        time.sleep(1 / _PAUSES_A_SECOND)
    return None


def _take(handle: int) -> bool:
    """Lock an open file, if nobody has."""
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno not in _HELD:
            raise
        return False
    return True


def _is_still(path: Path, handle: int) -> bool:
    """Whether a name still means an open file: its holder before may have taken it away meanwhile."""
    try:
        return os.path.samestat(path.stat(), os.fstat(handle))
    except FileNotFoundError:
        return False
