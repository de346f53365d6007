"""A cycle begun with init is filled in, checked and scored without a look into its YAML."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from cchc_index.cli import main
from tests.filling import CAO_BANG, fill, reported

pytestmark = pytest.mark.slow

SETS = "cao_bang.departments-2021=department,cao_bang.districts-2021=district"


@pytest.fixture
def begun(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A cycle of two sets with its register, just begun."""
    monkeypatch.chdir(tmp_path)
    assert main(["init", "Cao Bằng 2022", "--criteria", SETS, "--units", str(CAO_BANG / "units.csv")]) == 0
    return tmp_path / "Cao Bằng 2022"


def test_init_then_filling_in_then_check_and_score(begun: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The forms that went out come back filled in; the result has the classes of the worked cycle."""
    tables = {"departments": ("departments.csv", "."), "districts": ("districts.csv", ",")}
    for inner, (table, decimal) in tables.items():
        for folder, columns in (
            ("tham-dinh", ("Giá trị thẩm định", "Điểm thẩm định")),
            ("khao-sat", ("Giá trị", "Điểm")),
        ):
            for unit, answers in reported(table, decimal).items():
                back = begun / "phieu-nhan-ve" / inner / folder / f"{unit}.xlsx"
                shutil.copy(begun / "phieu-gui-di" / inner / folder / f"{unit}.xlsx", back)
                fill(back, answers, *columns)
    capsys.readouterr()

    assert main(["check", str(begun)]) == 0
    assert capsys.readouterr() == ("", "")
    assert main(["score", str(begun), "--format", "json"]) == 0

    result = json.loads(capsys.readouterr().out)
    counts: dict[str, int] = {}
    for each in result["results"]:
        for bands in each["bands"].values():
            for label, count in bands.items():
                counts[label] = counts.get(label, 0) + count
    assert counts == {"Tốt": 2, "Khá": 25, "Trung bình": 3}
    assert result["cycle"] == "cao-bang-2022"


def test_forms_that_are_still_to_come_are_told(begun: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With nothing back, the empty folders are named; with one stage begun, its units that lack a form."""
    capsys.readouterr()
    assert main(["--lang", "en", "check", str(begun)]) == 1
    assert capsys.readouterr().err.count("there is no file in the folder") == 2

    out, back = begun / "phieu-gui-di" / "departments", begun / "phieu-nhan-ve" / "departments"
    shutil.copy(out / "tu-cham" / "don-vi-01.xlsx", back / "tu-cham")
    assert main(["--lang", "en", "check", str(begun)]) == 1
    told = capsys.readouterr().err
    assert "don-vi-02" in told
    assert told.count("Add its row or its form") == 3
    assert "missing as well: don-vi-05, don-vi-06" in told
    assert "districts" in told


def test_nothing_is_overwritten(begun: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A second init changes no file and names what is there."""
    before = {path: path.read_bytes() for path in begun.rglob("*") if path.is_file()}

    assert main(["--lang", "en", "init", str(begun), "--criteria", SETS, "--units", str(CAO_BANG / "units.csv")]) == 1

    assert "not overwritten" in capsys.readouterr().err
    assert before == {path: path.read_bytes() for path in begun.rglob("*") if path.is_file()}


def test_several_sets_need_their_groups(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Which set scores which units is asked, not guessed; nothing is written."""
    folder = tmp_path / "x"
    sets = "cao_bang.departments-2021,cao_bang.districts-2021=town"
    units = str(CAO_BANG / "units.csv")

    assert main(["--lang", "en", "init", str(folder), "--criteria", sets, "--units", units]) == 1

    told = capsys.readouterr().err
    assert "cao_bang.departments-2021=GROUP" in told
    assert "department, district" in told
    assert not folder.exists()


def test_without_a_register_there_is_one_form_to_copy(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The register has its columns, the form a place for the identifier; the guide names the next commands."""
    folder = tmp_path / "dot-1"
    assert main(["init", str(folder), "--criteria", "cao_bang.departments-2021"]) == 0

    assert (folder / "units.csv").read_text(encoding="utf-8-sig").strip() == "unit,name,group,ranked,has_procedures"
    assert (folder / "phieu-gui-di" / "tu-cham" / "departments-2021.xlsx").is_file()
    guide = (folder / "HUONG-DAN.txt").read_text(encoding="utf-8")
    assert "cchc-index template cao_bang.departments-2021 --units units.csv" in guide
    assert len(guide.splitlines()) < 50
    assert capsys.readouterr().err == ""


def test_an_own_set_is_copied_into_the_folder(tmp_path: Path) -> None:
    """The folder holds all it needs, so that it can be kept and sent."""
    own = tmp_path / "bo-tieu-chi.yaml"
    own.write_text(
        "id: own\nedition: 2022\ntitle: Riêng\nsource: {status: illustrative}\nrounding: {points: 2, index: 2}\n"
        'criteria:\n  - {code: "1", title: A, max_points: 1, rule: yes_no}\n',
        encoding="utf-8",
    )
    assert main(["init", str(tmp_path / "dot-2"), "--criteria", str(own)]) == 0

    assert (tmp_path / "dot-2" / "bo-tieu-chi.yaml").read_bytes() == own.read_bytes()
    assert "criteria: bo-tieu-chi.yaml" in (tmp_path / "dot-2" / "cycle.yaml").read_text(encoding="utf-8")
