"""CSV files that -o writes: marked as UTF-8 for Excel, and read back by our own readers; what is said has no mark."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import cchc_index
from cchc_index.cli import main
from cchc_index.writing.csv_file import MARK, file_bytes
from cchc_index.writing.formats import result_csv


def test_every_verb_marks_its_csv_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """After the mark stands what is said on the terminal, where there is none."""
    cycle = "lai-chau-2021"
    verbs = {
        "score": ["score", cycle],
        "explain": ["explain", cycle, "so-noi-vu"],
        "compare": ["compare", cycle, cycle],
        "plan": ["plan", cycle, "so-noi-vu"],
        "compare-units": ["compare-units", cycle, "so-noi-vu", "so-tai-chinh"],
        "review": ["review", "cap-xa-2025"],
    }
    for verb, arguments in verbs.items():
        path = tmp_path / f"{verb}.csv"
        assert main([*arguments, "-o", str(path)]) == 0
        assert main([*arguments, "--format", "csv"]) == 0
        said = capsys.readouterr().out
        assert path.read_bytes() == MARK + said.encode()
        assert not said.startswith("\ufeff")


def test_other_files_have_no_mark(tmp_path: Path) -> None:
    """JSON may not begin with one, and text needs none."""
    path = tmp_path / "out.json"
    assert main(["score", "lai-chau-2021", "-o", str(path)]) == 0

    assert json.loads(path.read_bytes())["cycle"] == "lai-chau-2021"
    assert file_bytes("Sở", "table") == "Sở".encode()


def test_a_marked_file_is_read_back(tmp_path: Path) -> None:
    """A result as a file of what was published is audited by our own reader, which takes the mark for none of it."""
    text = "".join(result_csv(cchc_index.open_cycle("lai-chau-2021").score()))
    (tmp_path / "table.csv").write_bytes(file_bytes("unit,name,group,1,2\na,Sở A,x,4,3\n", "csv"))
    (tmp_path / "set.yaml").write_text(
        "id: s\nedition: 1\ntitle: S\nsource: {status: illustrative}\nrounding: {points: 2, index: 2}\ncriteria:\n"
        "  - {code: '1', title: A, max_points: 4, rule: points}\n"
        "  - {code: '2', title: B, max_points: 6, rule: points}\n",
        encoding="utf-8",
    )
    criteria = cchc_index.load_criteria(str(tmp_path / "set.yaml"))
    card = cchc_index.score(criteria, cchc_index.read_assessment(str(tmp_path / "table.csv"), criteria))["a"]

    assert card.unit.name == "Sở A"
    assert str(card.index) == "70.00"
    assert text.startswith("criteria,")
