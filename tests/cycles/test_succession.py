"""What became of units: each fault of the table with its cell, and former units named with their successors."""

from __future__ import annotations

from pathlib import Path

import pytest

import cchc_index
from cchc_index.cycles.succession import Succession, Successions
from tests.cycles.council import council_cycle, told_of

HEAD = "from,to,kind,share,date,decision\n"
WHEN = "2025-07-01,QĐ 1"


@pytest.mark.parametrize(
    ("rows", "key", "where"),
    [
        (f"x,y,married,,{WHEN}", "succession.kind", "column kind"),
        (f"x,,split,,{WHEN}", "succession.into_nothing", "column to"),
        (f"x,,merged,,{WHEN}", "succession.into_nothing", "column to"),
        (f"x,x,merged,,{WHEN}", "succession.itself", "column to"),
        (f"x,y,abolished,,{WHEN}", "succession.abolished", "column to"),
        (f"x,y,split,,{WHEN}", "succession.into_one", "column to"),
        (f"x,y,split,60,{WHEN}\nx,z,split,0.4,{WHEN}", "succession.share", "column share"),
        (f"x,y,split,0,{WHEN}\nx,z,split,1,{WHEN}", "succession.share", "column share"),
        (f"x,y,split,0.6,{WHEN}\nx,z,split,0.3,{WHEN}", "succession.split_shares", "column share"),
        (f"x,y,split,0.6,{WHEN}\nx,z,split,,{WHEN}", "succession.share_lacks", "column share"),
        (f"x,y,merged,0.6,{WHEN}\nw,y,merged,0.6,{WHEN}", "succession.merged_shares", "column share"),
        (f"x,y,renamed,0.6,{WHEN}", "succession.no_share", "column share"),
        (f"x,y,merged,,{WHEN}\nx,y,merged,,{WHEN}", "succession.twice", "row 3"),
        (f"x,y,merged,,{WHEN}\nx,z,merged,,{WHEN}", "succession.two_fates", "column kind"),
        (f"x,y,renamed,,{WHEN}\nw,y,renamed,,{WHEN}", "succession.renamed_to_one", "row 3, column to"),
        (f"x,y,renamed,,{WHEN}\ny,z,renamed,,{WHEN}\nz,x,renamed,,{WHEN}", "succession.circle", "row 2"),
        ("x,y,merged,,,QĐ 1", "row.lacks", "column date"),
        ("x,y,merged,,2025-07-01,", "row.lacks", "column decision"),
        ("x,y,merged,,2025-02-31,QĐ 1", "row.date", "column date"),
        ("x,y,merged,,31/02,QĐ 1", "row.date", "column date"),
        (f",y,merged,,{WHEN}", "row.lacks", "column from"),
    ],
)
def test_each_fault_is_told_in_its_cell(tmp_path: Path, rows: str, key: str, where: str) -> None:
    """One finding for one fault, in both languages."""
    folder = council_cycle(tmp_path, "")
    (folder / "succession.csv").write_text(f"{HEAD}{rows}\n", encoding="utf-8")
    ((found, place),) = told_of(folder)

    assert found == key
    assert place.endswith(where)


def test_a_sound_table_may_be_vietnamese(tmp_path: Path) -> None:
    """Headers and kinds; shares that make exactly 1."""
    folder = council_cycle(tmp_path, "")
    text = "Đơn vị cũ,Đơn vị mới,Hình thức,Tỷ lệ,Ngày,Quyết định\n"
    text += f"x,a,chia tách,0.1,{WHEN}\nx,b,Chia tách,0.9,{WHEN}\ny,a,sáp nhập,,{WHEN}\nz,,giải thể,,{WHEN}\n"
    (folder / "succession.csv").write_text(text, encoding="utf-8")
    rows = cchc_index.open_cycle(folder).files.since.successions.rows
    assert [row.kind for row in rows] == ["split", "split", "merged", "abolished"]
    (folder / "succession.csv").write_text(text.replace("Đơn vị mới", "from", 1), encoding="utf-8")
    with pytest.raises(cchc_index.AssessmentError, match="twice"):
        cchc_index.open_cycle(folder)


@pytest.mark.parametrize(
    ("rows", "file", "text", "said"),
    [
        ("old,a,merged", "self.csv", "unit,1.rate,2.1,2.2\na,90,5,40\nb,70,4,20\nold,60,4,20\n", "merged into 'a'"),
        ("old,new,merged\nnew,a,renamed", "units.csv", "unit,name,group\na,A,x\nb,B,x\nold,O,x\n", "into 'a'"),
        ("old,,abolished", "units.csv", "unit,name,group\na,A,x\nb,B,x\nold,O,x\n", "abolished"),
        ("old,a,split\nold,b,split", "objections.csv", "", "split into 'a', 'b'"),
        ("old,a,renamed", "adjustments.csv", "", "became 'a'"),
        ("old,a,renamed", "published.csv", "unit,index\na,80\nold,70\n", "became 'a'"),
    ],
)
def test_a_row_of_a_former_unit_is_told_its_successor(
    tmp_path: Path, rows: str, file: str, text: str, said: str
) -> None:
    """In tables, the register, objections and adjustments alike: no plain unknown unit."""
    folder = council_cycle(tmp_path, "")
    lines = "".join(f"{row},,{WHEN}\n" for row in rows.splitlines())
    (folder / "succession.csv").write_text(HEAD + lines, encoding="utf-8")
    if file == "objections.csv":
        head = "id,kind,stage,unit,code,claimed,reason,evidence,date,answer,answered,by\n"
        text = head + "K1,objection,appraised,old,1,9,vì,,2022-12-01,,,\n"
    elif file == "adjustments.csv":
        text = "unit,stage,code,action,value,reason,by\nold,appraised,1,set,3,vì,HĐ\n"
    (folder / file).write_text(text, encoding="utf-8")
    with pytest.raises(cchc_index.AssessmentError) as told:
        cchc_index.open_cycle(folder)
    found = [each for each in told.value.problems if each.key.startswith("former.")]

    assert len(found) == 1
    assert said in found[0].text("en")
    assert "QĐ 1" in found[0].text("vi")
    assert not {"unit.unknown", "row.unit"} & {each.key for each in told.value.problems}


def test_a_row_of_the_table_itself_that_names_a_former_unit_is_told_its_successor(tmp_path: Path) -> None:
    """Nothing becomes a unit that was there no more on that day; what became something later is no fault."""
    folder = council_cycle(tmp_path, "")
    first, later = "x,old,merged,,2024-07-01,QĐ 1\n", "old,a,renamed,,2025-07-01,QĐ 2\n"
    (folder / "succession.csv").write_text(HEAD + first + later, encoding="utf-8")
    assert cchc_index.open_cycle(folder).files.since.successions.successors("x") == ("a",)
    (folder / "succession.csv").write_text(HEAD + first.replace("2024", "2026") + later, encoding="utf-8")
    assert told_of(folder) == [("former.renamed", "succession.csv, row 2, column to")]


def test_successors_and_predecessors_follow_chains() -> None:
    """Over any number of rows; a unit that splits and keeps its identifier is no former one."""
    rows = (
        Succession("a", "b", "renamed"),
        Succession("b", "c", "split"),
        Succession("b", "d", "split"),
        Succession("e", "e", "split"),
        Succession("e", "f", "split"),
        Succession("g", "", "abolished"),
    )
    table = Successions(rows)
    assert table.successors("a") == ("c", "d")
    assert table.successors("e") == ("e", "f")
    assert table.successors("g") == ()
    assert (table.is_former("a"), table.is_former("e"), table.is_former("c")) == (True, False, False)
    assert table.predecessors("d", {"a": 0}) == ("a",)
    assert table.predecessors("e", {"e": 0}) == ("e",)
