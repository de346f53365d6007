"""Explaining every unit into a folder beside reading what they handed in: forms, and the same as one table."""

from __future__ import annotations

import contextlib
import io
import shutil
import tempfile
from pathlib import Path

import cchc_index
from cchc_index.cli import main
from tests.bench import forms
from tests.bench.scoring import best_of

_CYCLE = """
id: explaining
title: Thử
data: synthetic
assessments:
  - {criteria: set.yaml, stage: self, files: [forms]}
"""


def _explained(folder: Path, *more: str) -> None:
    shutil.rmtree(folder / "out", ignore_errors=True)
    assert main(["explain", str(folder), "-o", str(folder / "out"), *more]) == 0


def measure() -> list[tuple[str, str, str]]:
    """The figures, each with its bound."""
    rows = []
    with tempfile.TemporaryDirectory() as name, contextlib.redirect_stdout(io.StringIO()):
        folder = Path(name)
        forms._write(folder)
        (folder / "cycle.yaml").write_text(_CYCLE, encoding="utf-8")
        reading = best_of(lambda: cchc_index.open_cycle(folder), 2)
        for kind in ("table", "html"):
            whole = best_of(lambda kind=kind: _explained(folder, "--format", kind), 2)  # type: ignore[misc]
            units = f"{forms.FORMS} units of {forms.AREAS * forms.LEAVES} leaves"
            what = f"{units} into a folder ({kind}) / reading their forms"
            rows.append((what, f"{whole:.2f} s / {reading:.2f} s = {whole / reading:.2f}", "bound 3"))
    return rows
