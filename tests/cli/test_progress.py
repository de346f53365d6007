"""Long work says on a terminal which step is under way; nowhere else is anything said."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
import termios

import pytest

from cchc_index.cli import main
from cchc_index.cli.progress import progress

SCORE = "from cchc_index.cli import main; raise SystemExit(main(['score', 'cao-bang-2021', '--format', 'csv']))"


def test_no_terminal_no_word(capsys: pytest.CaptureFixture[str]) -> None:
    """Programs read stderr as well."""
    with progress() as step:
        step("dossiers: d.csv")
    assert main(["score", "cao-bang-2021", "--format", "csv"]) == 0
    assert capsys.readouterr().err == ""


def test_a_terminal_sees_what_is_counted() -> None:
    """A real one; what is printed on stdout is none of it, and the line is gone at the end."""
    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, 80))
    done = subprocess.run([sys.executable, "-c", SCORE], stdout=subprocess.PIPE, stderr=theirs, check=True)
    os.close(theirs)
    said = os.read(ours, 100_000).decode()
    os.close(ours)
    assert "dossiers: dossiers.csv" in said
    assert "dossiers:" not in done.stdout.decode()
    assert said.endswith("\r")
