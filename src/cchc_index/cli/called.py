"""How the command was called, so that a command it prints works where the reader stands."""

from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

NAME: Final = "cchc-index"


def own_command(
    called: str | None = None, python: str | None = None, environment: Mapping[str, str] = os.environ
) -> str:
    """The command as a reader types it again: by its name where that finds it, or else by its way from here.

    Args:
        called: What the program was started as; by default what Python says.
        python: The interpreter, which is named where the package itself was started (`python -m cchc_index`).
        environment: The variables, of which `PATH` says where commands are found; uv leaves one of its own.

    Example:
        >>> own_command("/usr/lib/jupyter/kernel.py")
        'cchc-index'
    """
    at = Path(sys.argv[0] if called is None else called)
    if "UV_RUN_RECURSION_DEPTH" in environment:  # the PATH that uv gave us is not the reader's
        return f"uv run {NAME}"
    if at.name == "__main__.py" and at.parent.name == "cchc_index":
        return f"{_way_to(Path(sys.executable if python is None else python), environment)} -m cchc_index"
    if at.name.removesuffix(".exe") != NAME:  # a program or a notebook that calls the library
        return NAME
    return _way_to(at, environment)


def _way_to(program: Path, environment: Mapping[str, str]) -> str:
    """The program's name alone where `PATH` finds it by that, or else the shorter of its ways, from here and whole."""
    found = shutil.which(program.name, path=environment.get("PATH", ""))
    if found is not None and _same(Path(found), program):
        return program.name.removesuffix(".exe")
    whole = os.path.abspath(program)  # noqa: PTH100  # `resolve` would follow the link of a virtual environment away
    try:
        here = os.path.relpath(whole)
    except ValueError:  # another drive
        here = whole
    if os.sep not in here:
        here = os.path.join(os.curdir, here)  # noqa: PTH118  # a Path would drop the dot again
    return quoted([min((here, whole), key=len)])


def _same(one: Path, other: Path) -> bool:
    return os.path.abspath(one) == os.path.abspath(other)  # noqa: PTH100  # as above


def quoted(words: Sequence[str]) -> str:
    """Words of a command as the system's own shell takes them."""
    return subprocess.list2cmdline(words) if os.name == "nt" else shlex.join(words)
