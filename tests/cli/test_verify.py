"""``verify`` on the command line: silence is no answer."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest

from cchc_index.cli import main
from cchc_index.cli.verify import verification_lines
from cchc_index.reading.shipped import shipped_folder
from tests.cycles.council import council_cycle


@pytest.mark.parametrize("language", ["vi", "en"])
def test_what_was_verified_is_said(language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """By itself and against the cycle; a changed file ends with 1; no result and a CSV are told."""
    path = tmp_path / "r.json"
    assert main(["score", "lai-chau-2021", "-o", str(path)]) == 0
    digest = json.loads(path.read_text(encoding="utf-8"))["provenance"]["digest"]
    assert main(["--lang", language, "verify", str(path)]) == 0
    assert digest in capsys.readouterr().out
    assert main(["--lang", language, "verify", str(path), "lai-chau-2021", "--format", "json"]) == 0
    said = json.loads(capsys.readouterr().out)
    assert said["verified"] is True
    assert said["against"] == "lai-chau-2021"
    text = path.read_text(encoding="utf-8").replace('"rank": 2', '"rank": 3', 1)
    path.write_text(text, encoding="utf-8")
    capsys.readouterr()
    assert main(["--lang", language, "verify", str(path)]) == 1
    told = capsys.readouterr()
    assert {"vi": ", hạng: ghi 3", "en": ", rank: 3 is written"}[language] in told.out + told.err
    assert main(["score", "lai-chau-2021", "-o", str(tmp_path / "r.csv")]) == 0
    assert main(["--lang", language, "verify", str(tmp_path / "r.csv")]) == 1
    assert verification_lines.__doc__


def test_numbers_have_the_mark_of_the_language(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A comma in Vietnamese, as everywhere else; versions and digests are no numbers."""
    path = tmp_path / "r.json"
    assert main(["score", "lai-chau-2021", "-o", str(path)]) == 0
    document = json.loads(path.read_text(encoding="utf-8"))
    document["results"][0]["units"][0]["points"] = "3.250"
    document["provenance"]["cchc_index"] = "0.1"
    path.write_text(json.dumps(document), encoding="utf-8")
    assert main(["verify", str(path), "lai-chau-2021"]) == 1
    said = capsys.readouterr().out
    assert ", điểm: ghi 3,250, cộng lại được " in said
    assert ", điểm: ghi 3,250, chấm lại được " in said
    assert re.search(r"cộng lại được \d+\.", said) is None
    assert "khi chấm là 0.1, nay là" in said
    assert main(["--lang", "en", "verify", str(path)]) == 1
    assert "3.250 is written" in capsys.readouterr().out


def test_what_was_replaced_is_said_to_have_been_checked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With how many changes were held against it; nothing of it where none was given, or where it is another."""
    old, new = tmp_path / "old.json", tmp_path / "new.json"
    folder = tmp_path / "cycle"
    shutil.copytree(shipped_folder("examples") / "lai-chau-2021", folder)
    assert main(["score", str(folder), "-o", str(old)]) == 0
    table = folder / "indicators.csv"
    header, first, *rest = table.read_text(encoding="utf-8").splitlines()
    cells = first.split(",")
    at = next(number for number, cell in enumerate(cells) if number and cell.replace(".", "").isdigit() and cell != "0")
    cells[at] = "0"
    table.write_text("\n".join([header, ",".join(cells), *rest]) + "\n", encoding="utf-8")
    correction = ["--replaces", str(old), "--reason", "nhập nhầm", "--by", "Hội đồng"]
    assert main(["score", str(folder), "-o", str(new), *correction]) == 0
    count = len(json.loads(new.read_text(encoding="utf-8"))["replaces"]["changes"])
    assert main(["verify", str(new), str(folder), "--replaced", str(old)]) == 0
    said = capsys.readouterr().out
    assert f"Đã đối chiếu với kết quả bị thay, {old}: " in said
    assert f"({count}) đúng và đủ." in said
    assert main(["verify", str(new), "--replaced", str(old), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["replaced"] == str(old)
    assert main(["verify", str(new)]) == 0
    assert main(["verify", str(new), "--replaced", str(new)]) == 1
    assert "Đã đối chiếu" not in capsys.readouterr().out


def test_what_is_only_read_is_said_with_its_stage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Not the same line once for each stage; and leaves that were scored again are not said to be only read."""
    folder, path = council_cycle(tmp_path, ""), tmp_path / "r.json"
    assert main(["score", str(folder), "--stage", "all", "-o", str(path)]) == 0
    assert main(["verify", str(path)]) == 0
    said = [line for line in capsys.readouterr().out.splitlines() if line.startswith("Trung bình")]
    assert said == ["Trung bình của t-2022, thẩm định, chỉ được đọc: có đơn vị chưa đủ số liệu."]
    assert main(["verify", str(path), "--format", "json"]) == 0
    assert len(json.loads(capsys.readouterr().out)["read_only"]) == 2
    assert main(["verify", str(path), str(folder), "--format", "json"]) == 0
    assert len(json.loads(capsys.readouterr().out)["read_only"]) == 1


def test_a_figure_is_told_with_its_stage_where_there_are_several(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """As its unit and criterion stand in each of them."""
    folder, path = council_cycle(tmp_path, "a,final,1,add,0.5,đúng,Hội đồng,2022-12-05,K1,\n"), tmp_path / "r.json"
    assert main(["score", str(folder), "--stage", "all", "-o", str(path)]) == 0
    document = json.loads(path.read_text(encoding="utf-8"))
    assert [each["stage"] for each in document["results"]] == ["self", "appraised", "final"]
    document["results"][1]["units"][0]["points"] = "3.00"
    path.write_text(json.dumps(document), encoding="utf-8")
    assert main(["verify", str(path), str(folder)]) == 1
    said = capsys.readouterr().out
    assert "đơn vị 'a', thẩm định, điểm: ghi 3,00, cộng lại được" in said
    assert "đơn vị 'a', thẩm định, điểm: ghi 3,00, chấm lại được" in said
