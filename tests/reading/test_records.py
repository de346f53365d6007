"""Tables of which each row is a record: another shape is told, dates are dates."""

from __future__ import annotations

from pathlib import Path

import pytest

from cchc_index.problems.problem import Problem
from cchc_index.reading.declared import FileEntry
from cchc_index.reading.grids.cells import Texts
from cchc_index.reading.records import Record, records_of
from cchc_index.reading.sources import read_table
from tests.cycles.council import HEAD, council_cycle, told_of


@pytest.mark.parametrize(
    ("head", "key"),
    [("unit,stage,code,action,value,reason\n", "row.no_column"), (HEAD.replace("by", "whom,by"), "row.column")],
)
def test_a_table_of_another_shape_istold_of(tmp_path: Path, head: str, key: str) -> None:
    """A column that is lacking, and one that nobody reads."""
    folder = council_cycle(tmp_path, "")
    (folder / "adjustments.csv").write_text(head, encoding="utf-8")

    assert [key for key, _ in told_of(folder)] == [key]


@pytest.mark.parametrize(
    ("date", "is_one"), [("2022-12-05", True), ("20221205", False), ("2022-2-5", False), ("x", False)]
)
def test_a_row_says_what_it_lacks_and_which_dates_are_none(tmp_path: Path, date: str, is_one: bool) -> None:
    """Each with the cell; a column that the table does not have is lacking in every row."""
    path = tmp_path / "t.csv"
    path.write_text(f"unit,reason,date\na,,{date}\n", encoding="utf-8")
    table = read_table(path, "t.csv", FileEntry("t.csv"), Texts())
    (record,) = records_of(table, ("unit", "reason", "date", "by"), ("unit",))
    assert isinstance(record, Record)

    lacking = list(record.lacking(("unit", "reason", "by")))
    assert [(each.key, each.arguments["column"]) for each in lacking] == [("row.lacks", "reason"), ("row.lacks", "by")]
    undated: list[Problem] = list(record.undated(("date",)))
    assert [each.place.text("en") for each in undated if each.place] == (
        [] if is_one else ["t.csv, row 2 (a), column date"]
    )
