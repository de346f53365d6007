"""A sample of ``make crash``: a few points of each command."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.conftest import ROOT
from tests.crash.run import COMMANDS


@pytest.mark.skipif(sys.platform == "win32", reason="processes are forked")
def test_a_killed_command_leaves_its_target_whole_or_as_it_was() -> None:
    """And run again it gives the whole result."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.crash.run", "--points", "2"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout + done.stderr
    assert len(done.stdout.splitlines()) == 1 + len(COMMANDS)
