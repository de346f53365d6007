"""`review`: the report for the council on the screen, as JSON and as CSV (`cli/review.py`, `writing/reviewed.py`)."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from cchc_index.cli import main
from cchc_index.cli.review import review_cycle
from tests.cycles.council import council_cycle

ROWS = (
    "a,final,1,add,0.5,chấp nhận một phần,Hội đồng,2022-12-05,K1,\n"
    "b,appraised,2.1,set,3,không có biên bản,Tổ thẩm định,,,12/QĐ\n"
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cycle of three stages."""
    return council_cycle(tmp_path_factory.mktemp("cycle"), ROWS)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("vi", ["số liệu giả lập", "So tự đánh giá với kết quả", "-1,00", "Còn thiếu (1):", "B, tiêu chí 3",
                "Chưa trả lời (1):", "(đề nghị 9) → chấp nhận", "Điều chỉnh không trả lời kiến nghị nào (1):"]),
        ("en", ["synthetic data", "self-assessment beside final", "-1.00", "Missing (1):", "B, criterion 3",
                "Open (1):", "(9 wanted) → chấp nhận", "Adjustments that answer no objection (1):"]),
    ],
)  # fmt: skip
def test_the_council_reads_it(language: str, said: list[str], folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In the reader's language, with the provenance of every output, and no word of the files' own."""
    assert main(["--lang", language, "review", str(folder)]) == 0
    out = capsys.readouterr().out

    assert all(each in out for each in said)
    assert not {"self", "missing", "final" if language == "vi" else "kết quả"} & set(out.split())
    assert review_cycle.__doc__


def test_one_stage_has_nothing_to_compare(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It says so, and tells the rest."""
    assert main(["--lang", "en", "review", str(folder), "--stage", "self"]) == 0
    out = capsys.readouterr().out

    assert "There is one stage alone (self-assessment): nothing to compare" in out
    assert "Without evidence (6):" in out


def test_as_json_and_csv(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Both have every line; each row of the CSV repeats what it is of, and its numbers are numbers."""
    assert main(["review", str(folder), "--format", "json"]) == 0
    plain = json.loads(capsys.readouterr().out)["sets"][0]
    assert main(["review", str(folder), "--format", "csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))

    assert {row["data"] for row in rows} == {"synthetic"}
    assert {row["status"] for row in rows} == {"illustrative"}
    changes = [(row["unit"], row["code"], row["difference"]) for row in rows if row["part"] == "change"]
    assert changes == [(each["unit"], each["code"], each["difference"]) for each in plain["cells"]]
    assert changes[0] == ("b", "2.1", "-1.00")
    assert [row["code"] for row in rows if row["part"] == "missing"] == [each["code"] for each in plain["missing"]]
    assert [row["part"] for row in rows if row["part"].startswith("objection")] == [
        "objection_adjusted",
        "objection_open",
    ]


def test_the_same_however_the_rows_stand(folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The order of units in the files changes nothing."""
    council_cycle(tmp_path, ROWS)
    for name in ("self.csv", "appraised.csv", "units.csv"):
        head, *rows = (tmp_path / name).read_text(encoding="utf-8").splitlines()
        (tmp_path / name).write_text("\n".join([head, *reversed(rows)]) + "\n", encoding="utf-8")
    outs = []
    for each in (folder, tmp_path):
        main(["review", str(each), "--format", "json"])
        outs.append(json.loads(capsys.readouterr().out))
        for own in outs[-1]["sets"]:
            del own["criteria"]

    assert outs[0] == outs[1]


def test_a_long_list_is_cut_on_the_screen(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """So many lines, and how many more there are, with where they stand."""
    council_cycle(tmp_path, "", "id,kind,stage,unit,code,reason,date\n")
    units = [f"u{at:02}" for at in range(40)]
    for name, rate in (("self.csv", "90"), ("appraised.csv", "80")):
        rows = "".join(f"{unit},{rate},5,40{',1' if name[0] == 'a' else ''}\n" for unit in units)
        head = (tmp_path / name).read_text(encoding="utf-8").splitlines()[0]
        (tmp_path / name).write_text(f"{head}\n{rows}", encoding="utf-8")
    (tmp_path / "units.csv").write_text("unit,name,group\n" + "".join(f"{each},{each},x\n" for each in units), "utf-8")
    assert main(["--lang", "en", "review", str(tmp_path)]) == 0

    assert "… and 10 more lines: see --format csv or json" in capsys.readouterr().out


def test_what_is_no_cycle(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It is told, and nothing is printed."""
    assert main(["review", str(tmp_path / "nothing")]) == 1
    assert capsys.readouterr().out == ""
