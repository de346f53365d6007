"""The table of a run tells survivors without a reason, reasons without a survivor, and too many alive."""

from __future__ import annotations

from pathlib import Path

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
    assert faults(run, {}) == ["no reason for cchc_index.rules.a.x_f__mutmut_1\n-a\n+b"]
    assert faults(Run({"rules": 200}, [], 0), reasons(path)) == ["a reason, though it is killed: rules.a.x_f\n-a\n+b"]


def test_too_many_alive_and_mutants_not_tried_are_told() -> None:
    """More than one in twenty."""
    known = {(ALIVE.function, ALIVE.change): "the same"}

    assert faults(Run({"rules": 19}, [ALIVE], 2), known) == [
        "2 mutants were not tried",
        "less than 95 per cent of rules killed",
    ]
    assert faults(Run({"rules": 20}, [ALIVE], 0), known) == []


def test_reasons_name_parts_that_are_mutated() -> None:
    """And each reason is a sentence, not a word."""
    known = reasons()

    assert {function.split(".")[0] for function, _ in known} <= set(PARTS)
    assert all(" " in reason for reason in known.values())
