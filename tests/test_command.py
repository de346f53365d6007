"""The command as its users meet it: output, exit codes, files, languages."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

import cchc_index
from cchc_index.cli import main
from tests.conftest import ROOT

CORPUS = ROOT / "tests" / "messages"


def _run(*arguments: str, folder: Path | None = None, **environment: str) -> subprocess.CompletedProcess[bytes]:
    command = [sys.executable, "-m", "cchc_index", *arguments]
    return subprocess.run(command, capture_output=True, cwd=folder, env={**os.environ, **environment})


def test_the_demo_shows_the_main_job(capsys: pytest.CaptureFixture[str]) -> None:
    """Ranking, classes, the misprint, one explanation, the other cycles, and what to try next."""
    assert main(["demo"]) == 0

    told = capsys.readouterr()
    assert told.err == ""
    for said in (
        "Nhóm province, 15 đơn vị: 5 Xuất sắc, 10 Tốt",
        "công bố 13,859, tính lại 12,859, chênh lệch 1,000",
        "= 12,859",
        "Cao Bằng 2021: 2 Tốt, 25 Khá, 3 Trung bình (số liệu giả lập",
        "cchc-index explain lai-chau-2021",
    ):
        assert said in told.out


@pytest.mark.parametrize("name", ["pci-2021", "cao-bang-2021", "lai-chau-2021"])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_demo_runs_in_both_languages(name: str, language: str, capsys: pytest.CaptureFixture[str]) -> None:
    """No phrase is missing."""
    assert main(["--lang", language, "demo", name]) == 0
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("verb", ["demo", "score", "check", "explain", "audit", "plugins"])
def test_every_verb_helps(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    """``--help`` ends with 0."""
    with pytest.raises(SystemExit) as end:
        main([verb, "--help"])

    assert end.value.code == 0
    assert verb in capsys.readouterr().out


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
        (["check", "a.txt"], 1),
        (["score", "lai-chau-2021", "-o", "a.xlsx"], 2),
        (["plugins"], 0),
    ],
)
def test_exit_codes(arguments: list[str], code: int, capsys: pytest.CaptureFixture[str]) -> None:
    """0 done, 1 the input or the finding, 2 usage; what is wrong is told on stderr alone."""
    assert main(arguments) == code

    told = capsys.readouterr()
    assert bool(told.err) == (code > 0 and arguments[:2] != ["audit", "lai-chau-2021"])
    assert "Traceback" not in told.err


@pytest.mark.parametrize(
    "arguments", [[], ["frobnicate"], ["score"], ["score", "x", "--format", "xml"], ["--lang", "fr", "demo"]]
)
def test_wrong_usage_is_exit_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """The parser says what is expected."""
    with pytest.raises(SystemExit) as end:
        main(arguments)

    assert end.value.code == 2
    assert "usage" in capsys.readouterr().err


def test_json_is_the_same_in_every_language() -> None:
    """Numbers as text, units by group, rank and identifier."""
    vi, en = (_run("--lang", language, "score", "cao-bang-2021", "--format", "json") for language in ("vi", "en"))
    assert vi.stdout == en.stdout
    made = json.loads(vi.stdout)

    assert made["schema"] == "cchc-index/result/1"
    assert (made["cycle"], made["data"]) == ("cao-bang-2021", "synthetic")
    assert [each["criteria"]["status"] for each in made["results"]] == ["illustrative", "illustrative"]
    units = made["results"][0]["units"]
    assert [unit["rank"] for unit in units] == sorted(unit["rank"] for unit in units)
    first = units[0]
    total = sum(Decimal(first["nodes"][code]["points"]) for code in [*"123456", "bonus"])
    assert Decimal(first["points"]) == total
    assert set(made["provenance"]["plugins"]) == {"bands", "cao_bang"}


def test_csv_repeats_what_the_figures_are() -> None:
    """Every row says set, status, data and stage, and reads back as CSV."""
    import csv
    import io

    rows = list(csv.DictReader(io.StringIO(_run("score", "cao-bang-2021", "--format", "csv").stdout.decode())))

    assert len(rows) == 30
    assert {(row["status"], row["data"], row["stage"]) for row in rows} == {("illustrative", "synthetic", "appraised")}
    fifteen = next(row for row in rows if row["unit"] == "don-vi-05")
    assert (fifteen["index"], fifteen["band"], fifteen["rank"]) == ("84.99", "Khá", "2")


@pytest.mark.parametrize("verb", [["explain", "cao-bang-2021", "don-vi-05"], ["score", "cao-bang-2021"]])
@pytest.mark.parametrize(
    ("language", "words"), [("vi", ("giả lập", "minh họa")), ("en", ("synthetic", "illustrative"))]
)
def test_every_output_says_what_is_made_up(
    verb: list[str], language: str, words: tuple[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    """Synthetic data and illustrative sets are never passed off as real."""
    main(["--lang", language, *verb])

    said = capsys.readouterr().out
    assert all(word in said for word in words)


def test_an_explanation_can_be_added_up_again() -> None:
    """The points printed for the parts give the points printed for the whole, all the way up."""
    told = json.loads(_run("--lang", "en", "explain", "cao-bang-2021", "don-vi-05", "--format", "json").stdout)
    nodes = {node["code"]: node for node in told["nodes"]}
    for code, node in nodes.items():
        parts = [nodes[other] for other in nodes if other.rpartition(".")[0] == code]
        if parts:
            assert Decimal(node["points"]) == sum(Decimal(part["points"]) for part in parts)
            assert node["reason"].endswith(f"= {node['points']}")

    assert told["reasons"]["band"] == "index 84.99 is at least 70; 0.01 short of Good (from 85)"
    assert told["criteria"]["status"] == "illustrative"


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    """An output keeps its permissions, is replaced as a whole, and stays as it was when something fails."""
    target = tmp_path / "ket-qua.json"
    assert _run("score", "lai-chau-2021", "-o", str(target)).returncode == 0
    whole = target.read_bytes()
    assert json.loads(whole)["cycle"] == "lai-chau-2021"
    target.chmod(0o640)
    assert _run("score", "lai-chau-2021", "-o", str(target)).returncode == 0
    assert stat.S_IMODE(target.stat().st_mode) == 0o640

    failed = _run("score", "no-such-cycle", "-o", str(target))

    assert failed.returncode == 1
    assert target.read_bytes() == whole
    assert [path.name for path in tmp_path.iterdir()] == ["ket-qua.json"]


def test_a_folder_that_cannot_be_written_to_is_told(tmp_path: Path) -> None:
    """No traceback and exit 1."""
    done = _run("score", "lai-chau-2021", "-o", str(tmp_path / "absent" / "a.json"))

    assert (done.returncode, done.stdout) == (1, b"")
    assert b"Traceback" not in done.stderr


def test_vietnamese_comes_through_any_pipe() -> None:
    """A console of another encoding neither stops the command nor garbles a file."""
    done = _run("score", "lai-chau-2021", PYTHONIOENCODING="cp1252", PYTHONUTF8="0", LC_ALL="C")

    assert done.returncode == 0
    assert "Sở Tài chính" in done.stdout.decode("utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of a POSIX shell")
def test_a_reader_may_leave() -> None:
    """``cchc-index score ... | head -1`` says nothing about pipes."""
    command = f"{sys.executable} -m cchc_index score lai-chau-2021 --format json | head -1"
    done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, text=True)

    assert (done.stdout, done.stderr) == ("{\n", "")


def test_colour_is_for_terminals() -> None:
    """In a pipe there is no escape sequence."""
    assert b"\x1b" not in _run("demo").stdout


@pytest.mark.skipif(sys.platform == "win32", reason="needs a pseudo-terminal")
def test_a_terminal_gets_colour_and_its_width() -> None:
    """On a terminal the demo is coloured and wrapped to its width."""
    import fcntl
    import struct
    import termios

    leader, follower = os.openpty()
    fcntl.ioctl(follower, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 60, 0, 0))
    environment = {name: value for name, value in os.environ.items() if name != "COLUMNS"}
    command = [sys.executable, "-m", "cchc_index", "explain", "cao-bang-2021", "don-vi-05"]
    process = subprocess.Popen(command, stdout=follower, stderr=follower, env=environment)
    os.close(follower)
    chunks = []
    try:
        while chunk := os.read(leader, 4096):
            chunks.append(chunk)
    except OSError:  # the other side has closed
        pass
    os.close(leader)
    shown = b"".join(chunks).decode()

    assert process.wait() == 0
    assert "\x1b[" in shown
    reasons = [line for line in shown.splitlines() if line.startswith("\x1b[2m")]
    assert max(len(line) for line in reasons) < 80


def test_a_table_is_scored_without_a_cycle(tmp_path: Path) -> None:
    """A set and a table are enough."""
    values = "unit," + ",".join(map(str, range(1, 10))) + "\nso-a," + ",".join(["2"] * 9) + "\n"
    (tmp_path / "a.csv").write_text(values, encoding="utf-8")
    done = _run("score", "a.csv", "--criteria", "nd61-one-stop-2018", "--format", "json", folder=tmp_path)
    made = json.loads(done.stdout)

    assert (made["cycle"], made["data"]) == (None, None)
    assert made["results"][0]["units"][0]["band"] == "Xuất sắc"
    assert list(made["provenance"]["inputs"]) == ["a.csv"]


def test_problems_of_several_files_come_in_one_run(capsys: pytest.CaptureFixture[str]) -> None:
    """`check` reads all files it is given before it answers."""
    faulty = [str(path) for path in sorted((CORPUS / "criteria").glob("*.yaml"))[:3]]

    assert main(["check", *faulty]) == 1
    told = capsys.readouterr().err
    assert all(Path(path).name in told for path in faulty)


def test_the_version(capsys: pytest.CaptureFixture[str]) -> None:
    """The command and the library agree on it."""
    with pytest.raises(SystemExit):
        main(["--version"])

    assert capsys.readouterr().out == f"cchc-index {cchc_index.__version__}\n"
