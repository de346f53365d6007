"""Notebooks of the documentation run from top to bottom, each in a kernel of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

NOTEBOOKS = sorted((ROOT / "docs" / "notebooks").glob("*.ipynb"))
RUN = """
import sys, nbformat
from nbclient import NotebookClient
NotebookClient(nbformat.read(sys.argv[1], 4), timeout=300, kernel_name="python3").execute()
"""


@pytest.mark.slow
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs(path: Path) -> None:
    """Its asserts hold, and nothing is raised."""
    done = subprocess.run([sys.executable, "-c", RUN, str(path)], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-3000:]


def test_there_are_notebooks_and_they_keep_no_outputs() -> None:
    """What a reader sees is what running them gives, and no remembered figure."""
    assert NOTEBOOKS
    assert all('"outputs": []' in path.read_text(encoding="utf-8") for path in NOTEBOOKS)
    assert all('"output_type"' not in path.read_text(encoding="utf-8") for path in NOTEBOOKS)
