"""The command as its users meet it: output, exit codes, files, languages."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cchc_index.cli import main
from tests.command import run
from tests.conftest import ROOT
from tests.cycles.council import council_cycle

CORPUS = ROOT / "tests" / "messages"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["score", "lai-chau-2021"], 0),
        (["check", str(ROOT / "criteria" / "pci-2021.yaml")], 0),
        (["audit", "pci-2021"], 0),
        (["audit", "lai-chau-2021"], 1),
        (["audit", "cao-bang-2021"], 1),
        (["score", "no-such-folder"], 1),
        (["explain", "lai-chau-2021", "so-khong-co"], 1),
        (["explain", "lai-chau-2021", "so-tu-phap", "99"], 1),
        (["score", "lai-chau-2021", "--stage", "self"], 1),
        (["check", "a.txt"], 2),
        (["check", "a.txt", "no-such.yaml"], 1),
        (["check", "a.txt", "--format", "json"], 2),
        (["score", str(ROOT / "docs" / "examples" / "pci-2021" / "subindices.csv")], 2),
        (["score", "lai-chau-2021", "-o", "a.xlsx"], 2),
        (["plugins"], 0),
    ],
)
def test_exit_codes(arguments: list[str], code: int, capsys: pytest.CaptureFixture[str]) -> None:
    """0 done, 1 the input or the finding, 2 usage; what is wrong is told on stderr alone."""
    assert main(arguments) == code

    told = capsys.readouterr()
    assert bool(told.err) == (code > 0 and arguments[:2] != ["audit", "lai-chau-2021"] and "json" not in arguments)
    assert "Traceback" not in told.err


def test_a_table_is_scored_without_a_cycle(tmp_path: Path) -> None:
    """A set and a table are enough."""
    values = "unit," + ",".join(map(str, range(1, 10))) + "\nso-a," + ",".join(["2"] * 9) + "\n"
    (tmp_path / "a.csv").write_text(values, encoding="utf-8")
    done = run("score", "a.csv", "--criteria", "nd61-one-stop-2018", "--format", "json", folder=tmp_path)
    made = json.loads(done.stdout)

    assert (made["cycle"], made["data"]) == (None, None)
    assert made["results"][0]["units"][0]["band"] == "Xuất sắc"
    assert list(made["provenance"]["inputs"]) == ["a.csv"]


def test_a_published_table_is_audited_without_a_cycle(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """By its set; exit 1 where it contradicts itself, 2 where nobody says by which set it is."""
    table = tmp_path / "published.csv"
    table.write_text("unit,name,1,2,3,points\nso-a,Sở A,1.5,2,1,4.5\n", encoding="utf-8")
    assert main(["audit", str(table)]) == 2
    capsys.readouterr()
    assert main(["audit", str(table), "--criteria", "nd61-one-stop-2018"]) == 0
    table.write_text("unit,name,1,1.index\nso-a,Sở A,1.5,57.00\n", encoding="utf-8")
    for language, words in (
        ("vi", "Sở A [so-a]: chỉ số 1 đã in, 57,00,"),
        ("en", "Sở A [so-a]: the index 1 printed, 57.00,"),
    ):
        capsys.readouterr()
        assert main(["--lang", language, "audit", str(table), "--criteria", "nd61-one-stop-2018"]) == 1
        said = capsys.readouterr()
        assert "nd61-one-stop-2018" in said.out.splitlines()[0]
        assert said.err == ""
        assert words in said.out


def test_problems_of_several_files_come_in_one_run(capsys: pytest.CaptureFixture[str]) -> None:
    """`check` reads all files it is given before it answers."""
    faulty = [str(path) for path in sorted((CORPUS / "criteria").glob("*.yaml"))[:3]]

    assert main(["check", *faulty]) == 1
    told = capsys.readouterr().err
    assert all(Path(path).name in told for path in faulty)


def test_a_fault_of_a_set_that_is_shared_is_told_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """By whatever is checked with it: two cycles, or a cycle and the set itself."""
    folder = council_cycle(tmp_path, "")
    text = (folder / "set.yaml").read_text(encoding="utf-8").replace("rule: points", "rule: pionts", 1)
    (folder / "set.yaml").write_text(text, encoding="utf-8")
    assert main(["check", str(folder), str(folder), str(folder / "set.yaml")]) == 1
    assert capsys.readouterr().err.count("pionts") == 1
