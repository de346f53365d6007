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
