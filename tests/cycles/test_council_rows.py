"""Everything that is wrong with what units objected to and the council changed is told at once."""

from __future__ import annotations

from pathlib import Path

from cchc_index.cycles.council_rows import CouncilRows
from tests.cycles.council import council_cycle, told_of

OBJECTIONS = """id,kind,stage,unit,code,claimed,reason,evidence,date,answer,answered,by
K1,objection,appraised,a,1,9,,CV 12,2022-12-01,chấp nhận,2022-12-05,Hội đồng
K2,objection,appraised,z,1,9,vì,CV 12,2022-12-01,,,
K3,objection,appraised,a,9,9,,CV 12,2022-12-01,,,
"""


def test_rows_about_nobody_are_told_beside_all_others(tmp_path: Path) -> None:
    """Whatever else is wrong with them, or with another row; and an objection that is faulty can be cited."""
    rows = (
        "a,final,1,set,9,vì,HĐ,,K1,\n"
        "z,final,1,set,9,vì,HĐ,,,\n"
        "a,final,9,set,9,vì,,,,\n"
        "b,final,2.1,set,7,vì,HĐ,,,\n"
        ",final,,set,7,vì,HĐ,,,\n"
    )
    assert sorted(told_of(council_cycle(tmp_path, rows, OBJECTIONS))) == [
        ("adjustment.beyond", "adjustments.csv, row 5 (b)"),
        ("row.code", "adjustments.csv, row 4 (a)"),
        ("row.code", "objections.csv, row 4 (a)"),
        ("row.lacks", "adjustments.csv, row 4 (a), column by"),
        ("row.lacks", "adjustments.csv, row 6, column code"),
        ("row.lacks", "adjustments.csv, row 6, column unit"),
        ("row.lacks", "objections.csv, row 2 (a), column reason"),
        ("row.lacks", "objections.csv, row 4 (a), column reason"),
        ("row.unit", "adjustments.csv, row 3 (z)"),
        ("row.unit", "objections.csv, row 3 (z)"),
    ]


def test_where_nobody_knows_who_is_scored_nothing_is_made_up(tmp_path: Path) -> None:
    """A register in doubt, or units of tables in doubt, say of no row that it is about nobody."""
    folder = council_cycle(tmp_path, "z,final,1,set,9,vì,HĐ,,,\n")
    (folder / "units.csv").write_text("unit,name,group\na,A,x\nb,B,x\nb,B,x\n", encoding="utf-8")
    assert "row.unit" not in {key for key, _ in told_of(folder)}
    (folder / "units.csv").unlink()
    (folder / "appraised.csv").write_text("unit,1.rate,2.1,2.2,3\na,x,5,40,1\nb,70,4,20,\n", encoding="utf-8")
    assert {key for key, _ in told_of(folder)} == {"value.number"}
    (folder / "appraised.csv").write_text("unit,1.rate,2.1,2.2,3\na,80,5,40,1\nb,70,4,20,\n", encoding="utf-8")
    assert {key for key, _ in told_of(folder)} == {"row.unit"}


def test_without_tables_there_are_no_rows() -> None:
    """Nothing reaches the end."""
    assert not CouncilRows().reach_the_end
