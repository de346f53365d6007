"""The verb `dossiers`: a table, JSON or CSV of counts; one report and exit 1 where rows are wrong."""

from __future__ import annotations

import contextlib
import json
import os
import pty
import subprocess
import sys
import termios
from pathlib import Path

import pytest

from cchc_index.cli import main
from cchc_index.cli.dossiers import count_files
from tests.command import run

HEAD = "dossier,unit,received,due,settled\n"
ROWS = "1,a,2021-01-04,2021-01-08,2021-01-07\n2,a,2021-01-04,2021-01-08,2021-01-11\n3,b,2021-01-04,2021-01-08,\n"


@pytest.fixture
def file(tmp_path: Path) -> str:
    """Three dossiers."""
    path = tmp_path / "d.csv"
    path.write_text(HEAD + ROWS, encoding="utf-8")
    return str(path)


def test_json_csv_and_table_say_the_same(file: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """On stdout, and nothing on stderr."""
    assert main(["dossiers", file, "--format", "json"]) == 0
    told = capsys.readouterr()
    found = json.loads(told.out)
    assert [(each["unit"], each["received"], each["late"]) for each in found["units"]] == [("a", 2, 1), ("b", 1, 0)]
    assert found["problems"] == []
    assert told.err == ""

    assert main(["dossiers", file, "--format", "csv"]) == 0
    assert capsys.readouterr().out.splitlines()[1].startswith("a,2,2,1,0,1,1,0,")

    assert main(["--lang", "en", "dossiers", file]) == 0
    assert found["digest"] in capsys.readouterr().out

    for ending in (".json", ".csv", ".txt"):
        output = tmp_path / f"out{ending}"
        assert main(["dossiers", file, "-o", str(output)]) == 0
        assert output.read_text(encoding="utf-8")
    assert json.loads((tmp_path / "out.json").read_text(encoding="utf-8")) == found


def test_faults_end_in_one_report(file: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Exit 1, nothing on stdout, no file; allowed by name, every output lists them with their count."""
    with Path(file).open("a", encoding="utf-8") as more:
        more.write("4,,2021-02-31,2021-03-08,\n4,a,2021-01-04,2021-01-08,\n")
    output = tmp_path / "out.json"

    assert main(["--lang", "en", "dossiers", file, "-o", str(output)]) == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert not output.exists()
    assert [kind in told.err for kind in ("duplicate", "no_unit", "no_such_day")] == [True] * 3

    allow = ["--allow", "duplicate,no_unit", "--allow", "no_such_day"]
    assert main(["dossiers", file, *allow, "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["allowed"] == {"duplicate": 2, "no_unit": 1, "no_such_day": 1}
    assert main(["dossiers", file, *allow, "--format", "csv"]) == 0
    assert "duplicate=2; no_unit=1; no_such_day=1" in capsys.readouterr().out
    assert main(["--lang", "en", "dossiers", file, *allow]) == 0
    assert "rows with identifiers that stand twice (2)" in capsys.readouterr().out


@pytest.mark.parametrize(
    "wrong",
    [
        ["--allow", "everything"],
        ["--by", "month"],
        ["--as-of", "31/12/2021"],
        ["--column", "unit"],
        ["--status", "lost=x"],
        ["--days", "days.csv"],
        ["-o", "out.doc"],
    ],
)
def test_wrong_usage_is_2(wrong: list[str], file: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A line that says what is known."""
    assert main(["dossiers", file, *wrong]) == 2
    assert capsys.readouterr().err


def test_an_input_is_not_written_over(file: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Which is told before anything is counted."""
    assert main(["dossiers", file, "-o", file]) == 1
    assert Path(file).read_text(encoding="utf-8") == HEAD + ROWS
    assert count_files.__doc__
    assert capsys.readouterr().err


def test_steps_are_told_on_a_terminal_alone(file: str) -> None:
    """Through a pipe nothing is said of them."""
    assert run("dossiers", file).stderr == b""

    ours, theirs = pty.openpty()
    termios.tcsetwinsize(theirs, (24, 80))
    command = [sys.executable, "-m", "cchc_index", "dossiers", file]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=theirs) as process:
        os.close(theirs)
        said = b""
        with contextlib.suppress(OSError):  # the other end is gone
            while piece := os.read(ours, 4096):
                said += piece
    os.close(ours)
    assert process.returncode == 0
    assert b"counts" in said
