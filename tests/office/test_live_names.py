"""Names that a spreadsheet would take for formulas, in the register that `init` writes."""

from __future__ import annotations

import csv
from pathlib import Path

import cchc_index
from cchc_index.cli import main
from cchc_index.reading.register import read_register

NAMES = ["=1+1", "+84 24", "-a", "@b", "Sở Y tế", "'quoted'"]


def test_no_name_is_live_and_each_comes_back(tmp_path: Path) -> None:
    """In no cell stands what a spreadsheet computes, and the library reads the same units."""
    source = tmp_path / "source.csv"
    with source.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(
            [["unit", "name", "group"], *([f"u{n}", name, name] for n, name in enumerate(NAMES))]
        )
    made = tmp_path / "made"

    arguments = ["--criteria", "moha-provinces-2017", "--units", str(source)]
    assert main(["init", str(made), *arguments]) == 0

    with (made / "units.csv").open(encoding="utf-8-sig", newline="") as file:
        cells = [cell for row in csv.reader(file) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
    read = read_register(made / "units.csv")
    assert [(unit.name, unit.group) for unit in read] == [(name, name) for name in NAMES]
    assert isinstance(read, cchc_index.Register)
