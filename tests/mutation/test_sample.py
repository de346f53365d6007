"""A sample of ``make mutation``: one line changed where points, ranks and classes are made, and a test that notices."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.conftest import ROOT

pytestmark = pytest.mark.slow

SAMPLE = [
    (
        "values.exact",
        'mode == "half_up" and twice >= 0',
        'mode == "half_up" and twice > 0',
        "tests/values/test_exact.py",
    ),
    ("values.exact", "twice == 0 and whole % 2", "twice == 0 and not whole % 2", "tests/values/test_exact.py"),
    ("values.ranking", "before - first_of_block[block] + 1", "before - first_of_block[block]", "tests/scoring"),
    ("values.ranking", "unknown[places] == 0", "unknown[places] == 1", "tests/scoring"),
    ("scoring.method", "Ratios(points * 100, attainable)", "Ratios(points * 101, attainable)", "tests/scoring"),
    ("bands.contract", "values.at_least(Fraction(self.from_ or", "values.above(Fraction(self.from_ or", "tests/bands"),
    ("bands.contract", "values.above(Fraction(self.above", "values.at_least(Fraction(self.above", "tests/bands"),
    ("bands.needs", "axis=0) >= need.count", "axis=0) > need.count", "tests/bands"),
    ("bands.needs", "| ~self.nodes[need.node].applies", "& self.nodes[need.node].applies", "tests/bands"),
    ("bands.thresholds", "len(bands) - 1)", "len(bands) - 2)", "tests/bands"),
    ("rules.counts", "earned.within(Fraction(0), most)", "earned.within(Fraction(1), most)", "tests/rules"),
]


def _run(module: str, old: str, new: str, tests: str) -> subprocess.CompletedProcess[str]:
    swap = {"CCHC_SWAP": "\t".join((f"cchc_index.{module}", old, new))}
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "tests.mutation.swap", "-p", "no:xdist", tests]
    return subprocess.run(command, cwd=ROOT, env=os.environ | swap, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(("module", "old", "new", "tests"), SAMPLE, ids=lambda value: str(value)[:30])
def test_a_changed_line_is_noticed(module: str, old: str, new: str, tests: str) -> None:
    """By a failing test: not by a module that no longer loads."""
    done = _run(module, old, new, tests)

    assert done.returncode == 1, done.stdout[-2000:] + done.stderr[-2000:]
    assert "ImportError" not in done.stdout


def test_an_unchanged_line_is_none() -> None:
    """The way of changing changes nothing else."""
    line = "before - first_of_block[block] + 1"
    done = _run("values.ranking", line, f"{line} + 0", "tests/scoring")

    assert done.returncode == 0, done.stdout[-2000:]
