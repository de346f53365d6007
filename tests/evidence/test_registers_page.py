"""The page about registers shows what comes of its tables, and these are what their generator makes."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.pages import run_page

EXAMPLE = ROOT / "docs" / "examples" / "registers-2021"


def test_the_page_shows_what_comes_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The published figures of Cao Bằng among it, from tables that are made up."""
    for path in EXAMPLE.glob("*.csv"):
        shutil.copy(path, tmp_path)
    monkeypatch.chdir(tmp_path)
    for printed, shown in run_page("registers.md"):
        assert printed == shown


def test_the_tables_are_what_the_generator_makes() -> None:
    """To the byte."""
    done = subprocess.run([sys.executable, str(EXAMPLE / "generate.py"), "--check"], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
