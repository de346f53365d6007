"""A report ends with what came in and what is still to come."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from cchc_index.cli import main
from tests.thirty_forms import edit, head


def test_the_report_ends_with_what_came_in(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Received, missing, sent twice, unreadable, of another set, of nobody: a line of its own for the folder."""
    forms = folder / "forms"
    (forms / "001.xlsx").unlink()
    shutil.copy(forms / "002.xlsx", forms / "002 (1).xlsx")
    (forms / "003.xlsx").write_bytes(b"PK\x03\x04broken")
    edit(forms / "004.xlsx", head("Bộ tiêu chí:", "mistakes-2020"))
    edit(forms / "005.xlsx", head("Mã đơn vị:", "phòng 5"))
    capsys.readouterr()
    named = ["--criteria", str(folder / "set.yaml"), "--units", str(folder / "units.csv")]

    assert main(["--lang", "en", "check", str(forms), *named, "--format", "json"]) == 1
    (received,) = json.loads(capsys.readouterr().out)["received"]
    assert received["expected"] == 30
    assert received["missing"] == ["001", "003", "004", "005"]
    assert received["duplicate"] == {"002": ["002 (1).xlsx", "002.xlsx"]}
    assert received["unreadable"] == ["003.xlsx"]
    assert received["other_set"] == ["004.xlsx"]
    assert received["unknown"] == ["005.xlsx"]
    assert len(received["received"]) == 26

    assert main(["--lang", "vi", "check", str(forms), *named]) == 1
    last = capsys.readouterr().err.splitlines()[-1]
    assert last.startswith(f"{forms}: đã nhận 26/30 đơn vị. Chưa nhận: 001, 003, 004, 005. Gửi nhiều lần: 002 (")
