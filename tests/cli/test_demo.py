"""The demo shows the main job, in both languages."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from cchc_index.cli import main
from tests.conftest import ROOT


def test_the_demo_shows_the_main_job(capsys: pytest.CaptureFixture[str]) -> None:
    """Ranking, classes, the misprint, a unit just below a class, the other cycles, and what to try next."""
    assert main(["demo"]) == 0

    told = capsys.readouterr()
    assert told.err == ""
    for said in (
        "Nhóm province, 15 đơn vị: 5 Xuất sắc, 10 Tốt",
        "công bố 13,859, tính lại 12,859, chênh lệch 1,000",
        "Đơn vị 05  [don-vi-05, department]",
        "7 x 81,87 / 100; 5,7309",
        "còn thiếu 0,01 để đạt Tốt (từ 85)",
        "Cao Bằng 2021: 2 Tốt, 25 Khá, 3 Trung bình (số liệu giả lập",
        "cchc-index explain cao-bang-2021 don-vi-05",
    ):
        assert said in told.out


@pytest.mark.parametrize("name", ["pci-2021", "cao-bang-2021", "cao-bang-2022", "lai-chau-2021"])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_demo_runs_in_both_languages(name: str, language: str, capsys: pytest.CaptureFixture[str]) -> None:
    """No phrase is missing."""
    assert main(["--lang", language, "demo", name]) == 0
    assert capsys.readouterr().err == ""


def test_the_demo_is_shown_beside_a_folder_of_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What lies there is not asked for; an officer has perhaps begun a cycle of that name."""
    assert main(["demo"]) == 0
    expected = capsys.readouterr()
    monkeypatch.chdir(tmp_path)
    for name in ("lai-chau-2021", "cao-bang-2021"):
        (tmp_path / name).mkdir()

    assert main(["demo"]) == 0
    told = capsys.readouterr()
    commands = [line.split()[1:] for line in told.out.splitlines() if line.startswith("  cchc-index")]
    assert told.out.split("cchc-index explain")[0] == expected.out.split("cchc-index explain")[0]
    for command in commands:
        assert main(command) in (0, 1)
        assert "two of" not in capsys.readouterr().err


def test_who_reads_english_is_told_at_the_top(capsys: pytest.CaptureFixture[str]) -> None:
    """Two lines below the first, and by the variable as well."""
    assert main(["demo"]) == 0
    assert capsys.readouterr().out.splitlines()[1] == "English: cchc-index --lang en demo, or CCHC_LANG=en"


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="another shell, and another folder for commands")
def test_every_printed_command_runs_where_the_reader_stands(tmp_path: Path) -> None:
    """In a real shell, from a folder whose environment is on no PATH, as after `make demo` in a fresh clone."""
    (tmp_path / ".venv").symlink_to(sys.prefix, target_is_directory=True)
    shell = {"PATH": "/usr/bin:/bin", "HOME": str(tmp_path)}

    def run(command: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["/bin/sh", "-c", command], cwd=tmp_path, env=shell, capture_output=True, text=True, encoding="utf-8"
        )

    shown = run(".venv/bin/cchc-index demo")
    assert (shown.returncode, shown.stderr) == (0, "")
    commands = [line.strip() for line in shown.stdout.splitlines() if line.startswith("  .venv/bin/cchc-index ")]
    assert len(commands) == 7
    for command in commands:
        done = run(command)
        assert done.returncode == ("audit" in command), (command, done.stderr)
        assert (done.stdout != "", done.stderr) == (True, ""), command


def _terminal(*command: str) -> list[str]:
    """What a command prints on a terminal of 80 columns, without its colours."""
    import fcntl
    import pty
    import struct
    import termios

    here, there = pty.openpty()
    fcntl.ioctl(there, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    environment = {name: value for name, value in os.environ.items() if name != "COLUMNS"}
    process = subprocess.Popen(
        [sys.executable, "-m", "cchc_index", *command],
        stdin=there,
        stdout=there,
        stderr=subprocess.PIPE,
        env={**environment, "PYTHONUTF8": "1"},
    )
    os.close(there)
    said = b""
    while True:
        try:
            piece = os.read(here, 65536)
        except OSError:  # how Linux says that nobody writes any more
            break
        if not piece:
            break
        said += piece
    os.close(here)
    process.communicate()
    return re.sub(r"\x1b\[\d+m", "", said.decode("utf-8")).replace("\r\n", "\n").splitlines()


SETS = [str(ROOT / "docs" / "examples" / f"cap-xa-{year}" / f"bo-tieu-chi-{year}.yaml") for year in (2024, 2025)]
COUNTED = str(ROOT / "docs" / "examples" / "cao-bang-2021" / "dossiers.csv")


def _too_wide(lines: list[str]) -> list[str]:
    """Lines that a terminal would break anywhere; paths and commands have no gap to break at."""
    assert lines
    return [line for line in lines if len(line) > 80 and str(ROOT) not in line and "cchc_index" not in line]


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="a terminal is made as Unix makes it")
@pytest.mark.parametrize("language", ["vi", "en"])
def test_the_demo_breaks_inside_no_word_on_a_terminal(language: str) -> None:
    """A real one of eighty columns."""
    assert _too_wide(_terminal("--lang", language, "demo")) == []


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize(
    "command",
    [
        ["score", "cap-xa-2024"],
        ["audit", "lai-chau-2021"],
        ["explain", "cap-xa-2024", "xa-1"],
        ["review", "cap-xa-2024"],
        ["compare", "cap-xa-2024", "cap-xa-2025"],
        ["plan", "cao-bang-2021", "don-vi-05"],
        ["compare-units", "cao-bang-2021", "don-vi-05", "don-vi-18"],
        ["diff", *SETS],
        ["dossiers", COUNTED],
        ["selftest", "nd61-one-stop-2018"],
        ["plugins"],
    ],
    ids=lambda command: command[0],
)
def test_nothing_breaks_inside_a_word_at_eighty_columns(
    command: list[str], language: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """What each command says has the width of the terminal it is said on."""
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)

    main(["--lang", language, *command])
    assert _too_wide(re.sub(r"\x1b\[\d+m", "", capsys.readouterr().out).splitlines()) == []
