"""What the command prints: no file, name or value moves a cursor, and data formats keep their data."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from cchc_index.cli import main

SET = """
id: p
edition: 1
title: T
source: {status: illustrative}
rounding: {points: 2, index: 2}
criteria:
  - {code: "1", title: M, max_points: 10, rule: points}
"""
ODD = "a\x1b[2J\x1b]0;owned\x07b"
SHOWN = "a\\x1b[2J\\x1b]0;owned\\x07b"

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such names")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A set and a table in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "set.yaml").write_text(SET, encoding="utf-8")
    (tmp_path / "t.csv").write_text('unit,name,1\na,"SỞ TÀI\nCHÍNH",5\n', encoding="utf-8")
    return tmp_path


@posix
@pytest.mark.parametrize(
    "arguments",
    [
        ["check", f"{ODD}.yaml"],
        ["score", f"{ODD}.csv", "--criteria", "set.yaml"],
        ["score", "t.csv", "--criteria", f"{ODD}.yaml"],
        ["score", "t.csv", "--criteria", "set.yaml", "--units", f"{ODD}-2.csv"],
        ["score", "t.csv", "--criteria", "set.yaml", "-o", f"{ODD}.txt"],
        ["score", "t.csv", "--criteria", "set.yaml", "-o", f"{ODD}/x.csv"],
        ["explain", "t.csv", ODD, "--criteria", "set.yaml"],
        ["score", ODD],
        ["check", ODD],
    ],
)
def test_a_name_with_an_escape_is_written_out(
    folder: Path, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """Files, folders and units that the command was given, there or not, are told with their escapes written out."""
    (folder / f"{ODD}.csv").write_text("unit,1\na,x\n", encoding="utf-8")

    assert main(["--lang", "en", *arguments]) in (1, 2)

    told = capsys.readouterr()
    assert (told.out, "\x1b" in told.err, "\x07" in told.err) == ("", False, False)
    assert SHOWN in told.err


def test_wrong_usage_is_told_without_escapes(capsys: pytest.CaptureFixture[str]) -> None:
    """A name that the shell took for one argument more is repeated as any other."""
    with pytest.raises(SystemExit) as end:
        main(["score", "a.csv", ODD])

    told = capsys.readouterr().err
    assert (end.value.code, "\x1b" in told) == (2, False)
    assert SHOWN in told


@posix
def test_a_receipt_names_a_form_with_an_escape(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What came into a folder of forms is listed by the files' names."""
    (folder / "forms").mkdir()
    (folder / "forms" / f"{ODD}.csv").write_text("unit,1\na,5\n", encoding="utf-8")
    (folder / "forms" / "b.csv").write_text("unit,1\nb,\x1b[2J\n", encoding="utf-8")
    (folder / "units.csv").write_text("unit,name\na,A\n", encoding="utf-8")

    main(["check", "forms", "--criteria", "set.yaml", "--units", "units.csv"])

    told = capsys.readouterr()
    assert "\x1b" not in told.out + told.err
    assert told.err


def test_a_refused_cell_is_repeated_in_one_line_and_cut(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A page of text where a number belongs."""
    page = "dòng một\ndòng hai " + "x" * 5000
    (folder / "t.csv").write_text(f'unit,1\na,"{page}"\n', encoding="utf-8")

    assert main(["--lang", "en", "score", "t.csv", "--criteria", "set.yaml"]) == 1

    first = capsys.readouterr().err.splitlines()[0]
    assert first.startswith("t.csv, row 2 (a), column 1: 'dòng một dòng hai xxx")
    assert f"{page.replace(chr(10), ' ')[:80]}…'" in first


@pytest.mark.parametrize("verb", [["score"], ["explain"]])
def test_a_line_break_in_a_name_breaks_no_table(
    folder: Path, verb: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    """A cell of two lines is one line of the output."""
    unit = ["a"] if verb == ["explain"] else []

    assert main([*verb, "t.csv", *unit, "--criteria", "set.yaml"]) == 0
    assert "SỞ TÀI CHÍNH" in capsys.readouterr().out


def test_data_formats_keep_the_line_break(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """CSV and JSON in a pipe carry the name as it was read."""
    for kind in ("csv", "json"):
        assert main(["score", "t.csv", "--criteria", "set.yaml", "--format", kind]) == 0
        told = capsys.readouterr().out
        assert ("SỞ TÀI\nCHÍNH" if kind == "csv" else "SỞ TÀI\\nCHÍNH") in told


@posix
def test_a_terminal_gets_json_with_the_same_values(folder: Path) -> None:
    """What JSON may hold raw and a terminal obeys is escaped there, and reads back the same."""
    name = "t\x9b31m\u202e.csv"
    (folder / name).write_text("unit,1\na,5\n", encoding="utf-8")
    leader, follower = os.openpty()
    command = [sys.executable, "-m", "cchc_index", "score", name, "--criteria", "set.yaml", "--format", "json"]
    process = subprocess.Popen(command, stdout=follower, stderr=follower)
    os.close(follower)
    chunks = []
    try:
        while chunk := os.read(leader, 4096):
            chunks.append(chunk)
    except OSError:  # the other side has closed
        pass
    os.close(leader)
    told = b"".join(chunks).decode()

    assert process.wait() == 0
    assert not {"\x9b", "\u202e"} & set(told)
    assert name in json.loads(told)["provenance"]["inputs"]
