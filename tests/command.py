"""Runs the command as its users do, in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


def run(*arguments: str, folder: Path | None = None, **environment: str) -> subprocess.CompletedProcess[bytes]:
    """What came of it: its code and both streams."""
    command = [sys.executable, "-m", "cchc_index", *arguments]
    return subprocess.run(command, capture_output=True, cwd=folder, env={**os.environ, **environment})
