"""Both tables of a cycle about the years before are told of in one run with all else."""

from __future__ import annotations

from pathlib import Path

from cchc_index.cycles.since_last import SinceLast, since_last
from tests.cycles.council import council_cycle, told_of


def test_a_cycle_without_the_tables_says_nothing() -> None:
    """And its problems stay as they are."""
    assert since_last(None, None, {}, (), []) == (SinceLast(), [])


def test_all_faults_come_in_one_report(tmp_path: Path) -> None:
    """Of both tables, and of others."""
    folder = council_cycle(tmp_path, "a,appraised,1,take,,vì,HĐ,,,\n")
    (folder / "succession.csv").write_text("from;to;kind;share;date;decision\nx;y;merged;;2025-07-01;1\n", "utf-8")
    (folder / "mapping.csv").write_text("from_criteria,from_code,to_criteria,to_code\na,b,c,d\n", "utf-8")
    keys = {key for key, _ in told_of(folder)}
    assert keys == {"adjustment.action", "cycle.table_delimiter", "row.no_column"}
