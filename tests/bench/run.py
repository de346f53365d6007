"""All measurements in one table, with the machine and the versions they were taken on."""

from __future__ import annotations

import os
import platform
import sys
from importlib.metadata import version
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from tests.bench import (
    auditing,
    charts,
    dossiers,
    explaining,
    families,
    forms,
    guards,
    loading,
    means,
    page,
    planning,
    reading,
    results,
    scenario,
    scoring,
    startup,
    verifying,
    way,
    word,
    workbook,
    years,
)


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "")


def main() -> None:
    """Measure and print."""
    named = ("attrs", "cattrs", "numpy", "pluggy", "pyyaml", "python-calamine")
    packages = ", ".join(f"{name} {version(name)}" for name in named)
    print(
        f"{_processor()}, {os.cpu_count()} cores; {platform.system()}; Python {platform.python_version()}; {packages}"
    )
    for name, bench in (
        ("importing", startup),
        ("criteria files", loading),
        ("reading", reading),
        ("scoring", scoring),
        ("a scenario", scenario),
        ("writing results", results),
        ("the page of a result", page),
        ("rule families", families),
        ("combining parts", means),
        ("guards around plugins", guards),
        ("a result as a workbook", workbook),
        ("forms", forms),
        ("the way of a form", way),
        ("audits", auditing),
        ("explanations", explaining),
        ("Word documents", word),
        ("years", years),
        ("plans", planning),
        ("verifying results", verifying),
        ("counting dossiers", dossiers),
        ("drawing", charts),
    ):
        print(f"\n{name}")
        for what, figure, bound in bench.measure():
            print(f"  {what:72} {figure:>22}  {bound}".rstrip())


if __name__ == "__main__":
    main()
