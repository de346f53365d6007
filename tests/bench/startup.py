"""What importing costs, beside importing the packages the library stands on."""

from __future__ import annotations

import subprocess
import sys

RUNS = 21
TIMED = "import time; start = time.perf_counter(); {code}; print(time.perf_counter() - start)"
BELOW = "import attrs, cattrs, pluggy, yaml"


def _seconds(code: str) -> float:
    command = [sys.executable, "-c", TIMED.format(code=code)]
    return float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def measure() -> list[tuple[str, str, str]]:
    """The rows of the bench table; the runs take turns, so that a busy moment hits all alike."""
    codes = {
        BELOW: "",
        "import cchc_index": "at most 1.5",
        "import cchc_index; cchc_index.load_criteria": "",
        "import numpy": "",
    }
    taken: dict[str, list[float]] = {code: [] for code in codes}
    for _ in range(RUNS):
        for code, found in taken.items():
            found.append(_seconds(code))
    below = min(taken[BELOW])
    rows = [(f"{code}, ms", f"{1000 * min(found):.1f}", "") for code, found in taken.items()]
    for code, bound in codes.items():
        if code.startswith("import cchc"):
            rows.append((f"{code}, over importing the four", f"{min(taken[code]) / below:.2f}", bound))
    return rows
