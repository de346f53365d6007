"""Counts of dossiers as lines and as CSV."""

from __future__ import annotations

import csv
import io

from cchc_index.evidence.dossiers import count_dossiers
from cchc_index.writing.dossiers import dossier_csv, dossier_lines
from cchc_index.writing.table import Style

ROWS = [{"unit": "=cmd", "level": "Mức 4", "received": 10, "settled": 9, "early": 5, "on_time": 1, "late": 2}]


def test_a_gap_stands_above_the_table() -> None:
    """Published figures that do not add up are shown as they stand, and told."""
    found = count_dossiers(ROWS, by="level", allow="settled_gap")

    lines = dossier_lines(found, "en", Style())

    said = " ".join(" ".join(lines).split())
    assert "5 + 1 + 2 = 8 ≠ 9 (1)" in said
    assert "=cmd Mức 4 10 9 5 1 2 66.67 60.00" in said


def test_csv_holds_no_formula() -> None:
    """A unit that a spreadsheet could run is quoted; each row says what was allowed."""
    (row,) = csv.DictReader(io.StringIO(dossier_csv(count_dossiers(ROWS, by="level", allow="settled_gap"))))

    assert (row["unit"], row["in_time_of_settled"], row["online"], row["allowed"]) == (
        "'=cmd",
        "66.67",
        "",
        "settled_gap=1",
    )
