"""Streams that take nothing: the answer is one line and exit 1, whatever verb is run."""

from __future__ import annotations

import subprocess
import sys

import pytest

VERBS = [
    ["score", "lai-chau-2021"],
    ["score", "lai-chau-2021", "--format", "json"],
    ["audit", "lai-chau-2021"],
    ["explain", "lai-chau-2021", "so-tai-chinh"],
    ["selftest", "moha-provinces-2017"],
    ["plugins"],
    ["demo"],
]
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="/dev/full, and a shell that closes streams")


def _run(verb: list[str], redirection: str) -> tuple[int, list[str]]:
    command = f'exec "$@" {redirection}'
    done = subprocess.run(
        ["sh", "-c", command, "sh", sys.executable, "-m", "cchc_index", "--lang", "en", *verb],
        stderr=subprocess.PIPE,
        text=True,
        check=False,
    )
    return done.returncode, done.stderr.splitlines()


@pytest.mark.parametrize("verb", VERBS, ids=" ".join)
@pytest.mark.parametrize("redirection", [">/dev/full", ">&-"], ids=["full", "closed"])
def test_a_stdout_that_takes_nothing_is_told(verb: list[str], redirection: str) -> None:
    """With a cure, and without a word of the interpreter's own."""
    code, told = _run(verb, redirection)

    assert code == 1
    assert told[0].startswith("'stdout' cannot be written"), told
    assert len(told) == 2


def test_what_prints_nothing_needs_no_stdout() -> None:
    """A verb that only checks."""
    assert _run(["check", "docs/no-such-file.yaml"], ">&-")[0] == 1
    assert not [line for line in _run(["--version"], ">&-")[1] if "Traceback" in line]
