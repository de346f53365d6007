"""``verify`` on the command line: silence is no answer."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cchc_index.cli import main
from cchc_index.cli.verify import verification_lines


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
    assert main(["--lang", language, "verify", str(path)]) == 1
    assert main(["score", "lai-chau-2021", "-o", str(tmp_path / "r.csv")]) == 0
    assert main(["--lang", language, "verify", str(tmp_path / "r.csv")]) == 1
    assert verification_lines.__doc__
