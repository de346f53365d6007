"""`compare` and `diff`: what they say, and their exit codes."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cchc_index.cli import main
from cchc_index.cycles.pairing import Remark
from tests.years.two_years import EARLIER_ROWS, set_of, two_years, year_folder


@pytest.fixture(scope="module")
def folders(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str]:
    """The folders of both years."""
    before, after = two_years(tmp_path_factory.mktemp("years"))
    return str(before), str(after)


def test_two_folders_are_compared(folders: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    """As text, JSON and CSV, with nothing on stderr."""
    assert main(["compare", *folders]) == 0
    assert "Tiến bộ nhất" in capsys.readouterr().out
    assert main(["compare", *folders, "--format", "csv"]) == 0
    assert capsys.readouterr().out.startswith("unit,name,")
    assert main(["compare", *folders, "--format", "json"]) == 0
    told = capsys.readouterr()
    assert (json.loads(told.out)["schema"], told.err) == ("cchc-index/comparison/1", "")


def test_classes_and_stages_are_in_the_language_of_the_reader(capsys: pytest.CaptureFixture[str]) -> None:
    """As in every other output, and not as the set's first language or the cycle's file has them."""
    assert main(["--lang", "en", "compare", "cap-xa-2024", "cap-xa-2025"]) == 0
    said = capsys.readouterr().out
    assert "Xã Ví dụ 2: Good → Excellent (by its values)" in said
    assert "Khá" not in said
    assert main(["compare", "cap-xa-2024", "cap-xa-2025"]) == 0
    assert "Xã Ví dụ 2: Tốt → Xuất sắc (do số liệu)" in capsys.readouterr().out
    remark = Remark("stages", {"before": "final", "after": "appraised"})
    assert remark.text("vi") == "Hai kết quả ở hai giai đoạn: kết quả và thẩm định."


def test_two_result_files_are_compared(
    folders: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """With the tables named."""
    files = [str(tmp_path / f"{name}.json") for name in "ab"]
    for folder, file in zip(folders, files, strict=True):
        assert main(["score", folder, "-o", file]) == 0
    tables = [word for name in ("succession", "mapping") for word in (f"--{name}", f"{folders[1]}/{name}.csv")]
    assert main(["--lang", "en", "compare", *files, *tables]) == 0
    assert "cannot be told apart" in " ".join(capsys.readouterr().out.split())


def test_the_problems_of_both_years_are_told_at_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit 1, nothing on stdout."""
    criteria = set_of(2023, 10, "3")
    names = ("one", "two")
    paths = [str(year_folder(tmp_path / name, criteria, EARLIER_ROWS.replace("a,80", "a,x"))) for name in names]
    assert main(["compare", *paths]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert all(f"{name}/d.csv" in told.err.replace("\\", "/") for name in names)


_COMPARED = "while compare takes the folders of two cycles, or two result files (.json)."
_DIFFERED = "while diff takes two criteria sets (id-edition, or a YAML file)."


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["compare", "in/t.csv", "in/t.xlsx"], f"'in/t.csv' is a table, {_COMPARED}"),
        (["compare", "in/t.csv", "in/t.xlsx"], f"'in/t.xlsx' is a table, {_COMPARED}"),
        (["compare", "in/s.yaml", "in/s.yaml"], f"'in/s.yaml' is a criteria set, {_COMPARED}\n  Use: cchc-index diff"),
        (["compare", "lai-chau-2021", "moha-provinces-2017"], "'moha-provinces-2017' is a criteria set"),
        (["compare", "sub", "lai-chau-2021"], f"the folder 'sub' has no cycle.yaml, {_COMPARED}"),
        (["diff", "pci-2021", "in/cycle.yaml"], f"'in/cycle.yaml' is a cycle, {_DIFFERED}\n  Use: cchc-index compare"),
        (["diff", "pci-2021", "in/r.json"], f"'in/r.json' is a result file, {_DIFFERED}\n  Use: cchc-index compare"),
        (["diff", "sub", "in/s.yaml"], f"'sub' is a folder, {_DIFFERED}"),
        (["diff", "in/t.xlsx", "in/s.yaml"], f"'in/t.xlsx' is a table, {_DIFFERED}\n  A sheet of criteria"),
    ],
)
def test_what_another_command_is_for_is_told(
    arguments: list[str],
    told: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """With its folder, what the command takes, and the command that fits: wrong usage, where nothing else is wrong."""
    code = 1 if "in/s.yaml" in arguments and "diff" in arguments else 2  # a set that was read, and has problems
    for folder in ("in", "sub"):
        (tmp_path / folder).mkdir()
    for name in ("t.csv", "t.xlsx", "s.yaml", "r.json", "cycle.yaml"):
        (tmp_path / "in" / name).write_text("unit,1\na,2\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["--lang", "en", *arguments]) == code
    said = capsys.readouterr()
    assert (told in said.err, said.out) == (True, ""), said.err
    assert main(arguments) == code
    assert "while" not in capsys.readouterr().err


def test_a_stage_without_data_is_told_with_those_that_have_some(capsys: pytest.CaptureFixture[str]) -> None:
    """As people call them, with the name to type; also where nothing up to that stage was read."""
    name = "lai-chau-2021"
    for verb in (["compare", name, name], ["score", name], ["review", name], ["plan", name, "so-tai-chinh"]):
        assert main([*verb, "--stage", "self"]) == 1
        said = capsys.readouterr().err
        assert "giai đoạn tự đánh giá chưa có dữ liệu, có dữ liệu: kết quả (final)." in said, verb
    assert main(["score", "lai-chau-2021", "--stage", "x"]) == 1
    said = capsys.readouterr().err
    assert "giai đoạn 'x', đợt này có: tự đánh giá (self), thẩm định (appraised), kết quả (final)." in said


def test_sets_are_told_apart(folders: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    """Exit 1 where they differ, 0 where they do not, 1 with a report where one cannot be read."""
    sets = [f"{folder}/set.yaml" for folder in folders]
    assert main(["diff", *sets]) == 1
    assert "điểm tối đa: 10 → 20" in capsys.readouterr().out
    assert main(["diff", sets[0], sets[0]]) == 0
    assert main(["diff", *sets, "--format", "csv"]) == 1
    capsys.readouterr()
    assert main(["diff", *sets, "--format", "json"]) == 1
    assert json.loads(capsys.readouterr().out)["schema"] == "cchc-index/diff/1"
    assert main(["diff", "nothing-1", "nothing-2"]) == 1
    told = capsys.readouterr()
    assert ("nothing-1" in told.err, "nothing-2" in told.err, told.out) == (True, True, "")
