"""The table of a run tells survivors without a reason, reasons without a survivor, and too many alive."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.mutation import report
from tests.mutation.report import PARTS, Mutant, Run, faults, reasons, table

ALIVE = Mutant("cchc_index.rules.a.x_f__mutmut_1", "rules", "rules.a.x_f", "-a\n+b")


def test_the_table_counts_by_part() -> None:
    """Made, killed and alive."""
    assert "| rules | 200 | 199 | 99.5 | 1 |" in table(Run({"rules": 200}, [ALIVE], 0)).splitlines()


def test_survivors_and_reasons_belong_together(tmp_path: Path) -> None:
    """One without the other is told."""
    path = tmp_path / "survivors.yaml"
    path.write_text("the same number:\n  rules.a.x_f:\n    - |\n      -a\n      +b\n", encoding="utf-8")
    run = Run({"rules": 200}, [ALIVE], 0)

    assert faults(run, reasons(path)) == []
    assert faults(run, []) == ["no reason for cchc_index.rules.a.x_f__mutmut_1\n-a\n+b"]
    assert faults(Run({"rules": 200}, [], 0), reasons(path)) == ["a reason, though it is killed: rules.a.x_f\n-a\n+b"]


def test_too_many_alive_and_mutants_not_tried_are_told() -> None:
    """More than one in twenty."""
    known = [(ALIVE.function, ALIVE.change, "the same")]

    assert faults(Run({"rules": 19}, [ALIVE], 2), known) == [
        "2 mutants were not tried",
        "less than 95 per cent of rules killed",
    ]
    assert faults(Run({"rules": 20}, [ALIVE], 0), known) == []


def test_reasons_name_parts_that_are_mutated() -> None:
    """And each reason is a sentence, not a word."""
    known = reasons()

    assert {function.split(".")[0] for function, _, _ in known} <= set(PARTS)
    assert all(" " in reason for _, _, reason in known)


def test_a_change_that_survives_twice_needs_two_reasons() -> None:
    """The same words in two places of a function are two mutants."""
    known = [(ALIVE.function, ALIVE.change, "the same")]

    assert len(faults(Run({"rules": 200}, [ALIVE, ALIVE], 0), known)) == 1
    assert faults(Run({"rules": 200}, [ALIVE, ALIVE], 0), known * 2) == []


@pytest.mark.parametrize("ended", [0, 2, 5, 33, 34, 35, -11, -9, 37])
def test_only_a_failed_test_kills(ended: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was broken off, skipped or had no test is alive; and no run is no success."""
    monkeypatch.setattr(report, "_change", lambda name: "-a\n+b")
    names = {f"cchc_index.rules.a.x_f__mutmut_{number}": code for number, code in enumerate((ended, 1, 36, -24, None))}
    (tmp_path / "a.py.meta").write_text(json.dumps({"exit_code_by_key": names}), encoding="utf-8")

    run = report.read_run(tmp_path)

    assert (run.made, len(run.survivors), run.unfinished) == ({"rules": 5}, 1, 1)
    assert faults(report.read_run(tmp_path / "nothing"), []) == ["there is no run"]
