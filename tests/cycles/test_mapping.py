"""What became of criteria: each fault of the table with its cell."""

from __future__ import annotations

from pathlib import Path

import pytest

import cchc_index
from tests.cycles.council import council_cycle, told_of

HEAD = "from_criteria,from_code,to_criteria,to_code,kind\n"


@pytest.mark.parametrize(
    ("rows", "key", "where"),
    [
        ("t-2021,1,t-2022,1,alike", "mapping.kind", "column kind"),
        ("t-2021,1,t-2022,1,new", "mapping.new", "column from_code"),
        ("t-2021,1,t-2022,1,dropped", "mapping.dropped", "column to_code"),
        ("t-2021,,t-2022,1,same", "row.lacks", "column from_code"),
        ("t-2021,1,t-2022,,changed", "row.lacks", "column to_code"),
        (",1,t-2022,1,same", "row.lacks", "column from_criteria"),
        ("t-2021,1,t-2022,1,same\nt-2021,1,t-2022,2,same", "mapping.twice", "column from_code"),
        ("t-2021,1,t-2022,1,same\nt-2021,2,t-2022,1,same", "mapping.twice", "column to_code"),
        ("t-2021,1,t-2022,9,same", "mapping.code", "column to_code"),
    ],
)
def test_each_fault_is_told_in_its_cell(tmp_path: Path, rows: str, key: str, where: str) -> None:
    """One finding for one fault, in both languages."""
    folder = council_cycle(tmp_path, "")
    (folder / "mapping.csv").write_text(f"{HEAD}{rows}\n", encoding="utf-8")
    ((found, place),) = told_of(folder)

    assert found == key
    assert place.endswith(where)


def test_a_sound_table_may_be_vietnamese_and_declared(tmp_path: Path) -> None:
    """Headers and kinds, a semicolon between cells."""
    folder = council_cycle(tmp_path, "")
    text = "Bộ tiêu chí cũ;Mã tiêu chí cũ;Bộ tiêu chí mới;Mã tiêu chí mới;Hình thức\nt-2021;1;t-2022;1;giữ nguyên\n"
    (folder / "codes.csv").write_text(text, encoding="utf-8")
    with (folder / "cycle.yaml").open("a", encoding="utf-8") as file:
        file.write('mapping: {path: codes.csv, delimiter: ";"}\n')
    (row,) = cchc_index.open_cycle(folder).files.since.mapping
    assert (row.from_code, row.to_code, row.kind) == ("1", "1", "same")
