"""The tables of the page about registers are what their generator makes; the page itself is run as all pages are."""

from __future__ import annotations

import subprocess
import sys

from tests.conftest import ROOT


def test_the_tables_are_what_the_generator_makes() -> None:
    """To the byte."""
    script = ROOT / "docs" / "examples" / "registers-2021" / "generate.py"
    done = subprocess.run([sys.executable, str(script), "--check"], capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (0, "")
