"""All that is handed in, as one folder."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from cchc_index.cli import main
from cchc_index.writing.handed_in import handed_in
from tests.writing.word.reading import EXAMPLES, review_of

_CYCLE, _BEFORE = str(EXAMPLES / "cap-xa-2025"), str(EXAMPLES / "cap-xa-2024")

_SET = """
id: small
edition: 2021
title: A
source: {status: illustrative}
rounding: {points: 2, index: 2}
criteria: [{code: "1", title: A, max_points: 1, rule: points}]
"""
_FORMS = """
id: c
title: C
data: synthetic
assessments: [{criteria: set.yaml, stage: self, files: [forms]}]
"""


def test_a_folder_holds_all_that_is_handed_in(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each file is the one that its own command writes; made again it is the same, and an edited one stays."""
    folder = tmp_path / "nộp"
    assert main(["report", _CYCLE, "--previous", _BEFORE, "-o", str(folder)]) == 0
    found = {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}

    assert {name for name in found if "/" not in name} == {
        *("bao-cao.docx", "phu-luc.docx"),
        *(f"ket-qua{ending}" for ending in (".xlsx", ".html", ".csv", ".json")),
    }
    assert {Path(name).suffix for name in found if name.startswith("bieu-do/")} == {".svg", ".png"}
    assert any("cac-giai-doan" in name or "giai-doan" in name for name in found)
    for name in ("phu-luc.docx", "ket-qua.xlsx", "ket-qua.html", "ket-qua.csv", "ket-qua.json"):
        alone = tmp_path / name
        assert main(["score", _CYCLE, "-o", str(alone)]) == 0
        assert alone.read_bytes() == (folder / name).read_bytes(), name
    assert (folder / "bao-cao.docx").read_bytes() == review_of("cap-xa-2025", "cap-xa-2024")
    assert main(["report", _CYCLE, "--previous", _BEFORE, "-o", str(folder)]) == 0
    (folder / "bao-cao.docx").write_bytes(b"edited")
    assert main(["report", _CYCLE, "--previous", _BEFORE, "-o", str(folder)]) == 1
    assert (folder / "bao-cao.docx").read_bytes() == b"edited"
    assert "bao-cao.docx" in capsys.readouterr().err
    assert callable(handed_in)


def test_all_that_is_missing_is_named_at_once(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With one command to type for it, and no folder begun."""
    for package in ("xlsxwriter", "docxtpl", "matplotlib"):
        monkeypatch.setitem(sys.modules, package, None)

    assert main(["report", _CYCLE, "-o", str(tmp_path / "nộp")]) == 2
    assert capsys.readouterr().err.splitlines() == [
        "gói 'xlsxwriter, docxtpl, matplotlib' chưa được cài: pip install 'cchc-index[office,charts]'"
    ]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("inner", ["", "forms"])
def test_no_report_is_written_among_what_is_read(
    inner: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The next scoring would read its tables with the forms."""
    cycle = tmp_path / "cycle"
    (cycle / "forms").mkdir(parents=True)
    (cycle / "forms" / "a.csv").write_text("unit,1\na,1\n", encoding="utf-8")
    (cycle / "set.yaml").write_text(_SET, encoding="utf-8")
    (cycle / "cycle.yaml").write_text(_FORMS, encoding="utf-8")
    before = sorted(cycle.rglob("*"))

    assert main(["report", str(cycle), "-o", str(cycle / inner)]) == 1
    assert f"thư mục '{cycle / inner}' có tệp vừa được đọc" in capsys.readouterr().err
    assert sorted(cycle.rglob("*")) == before
