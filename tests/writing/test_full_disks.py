"""Disks that are full, folders that may not be written to or read, and two commands on one target: real processes.

A limit on the size of files stands for a full disk: a write fails in the middle, as it does there. Root may do
everything, so that the processes give up what lets it before they start.
"""

from __future__ import annotations

import ctypes
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cchc_index.cli import main
from cchc_index.reading.shipped import shipped_folder
from tests.conftest import TESTS

if sys.platform == "win32":
    pytest.skip("limits and permissions of POSIX", allow_module_level=True)

import resource

pytestmark = pytest.mark.slow
CYCLE = str(shipped_folder("examples") / "lai-chau-2021")
MADE = {"new-plugin": "cchc-index-new"}  #: what a command calls its target, if that is not its last word
WRITING = {
    "score": ["score", CYCLE, "-o", "new.json"],
    "score-csv": ["score", CYCLE, "-o", "new.csv"],
    "score-xlsx": ["score", CYCLE, "-o", "new.xlsx"],
    "score-html": ["score", CYCLE, "-o", "new.html"],
    "explain": ["explain", CYCLE, "so-tai-chinh", "-o", "new.html"],
    "compare": ["compare", CYCLE, CYCLE, "-o", "new.csv"],
    "plan": ["plan", CYCLE, "so-noi-vu", "-o", "new.json"],
    "compare-units": ["compare-units", CYCLE, "so-noi-vu", "so-tai-chinh", "-o", "new.txt"],
    "review": ["review", CYCLE, "-o", "new.txt"],
    "score-docx": ["score", CYCLE, "-o", "new.docx"],
    "report": ["report", CYCLE, "-o", "new.docx"],
    "report-folder": ["report", CYCLE, "-o", "new"],
    "verify": ["verify", "RESULT", CYCLE, "-o", "new.json"],
    "init": ["init", "--criteria", "moha-provinces-2017", "new"],
    "template": ["template", "moha-provinces-2017", "-o", "new.xlsx"],
    "criteria-sheet": ["criteria-sheet", "ANNEX", "-o", "new.xlsx"],
    "new-plugin": ["new-plugin", "new"],
}
_PLACES: dict[str, str] = {}  # where what the commands name was made
_DROP, _OVERRIDE, _SEARCH = 24, 1, 2  # of prctl and of Linux's capabilities


@pytest.fixture(scope="module", autouse=True)
def _result(tmp_path_factory: pytest.TempPathFactory) -> None:
    """A result file and an annex for the commands that read one."""
    _PLACES["RESULT"] = str(tmp_path_factory.mktemp("result") / "result.json")
    assert main(["score", CYCLE, "-o", _PLACES["RESULT"]]) == 0
    _PLACES["ANNEX"] = str(TESTS / "data" / "annexes" / "so-mau.xlsx")


def _bounded() -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (300, 300))


def _without_privileges() -> None:
    for capability in (_OVERRIDE, _SEARCH):
        ctypes.CDLL(None).prctl(_DROP, capability, 0, 0, 0)


def _run(*arguments: str, folder: Path, before: Callable[[], None]) -> subprocess.CompletedProcess[str]:
    command = [
        sys.executable,
        "-B",
        "-m",
        "cchc_index",
        "--lang",
        "en",
        *(_PLACES.get(each, each) for each in arguments),
    ]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, preexec_fn=before, check=False)


def _is_told(done: subprocess.CompletedProcess[str]) -> bool:
    """One finding and its cure; no traceback."""
    return done.returncode == 1 and "Traceback" not in done.stderr and len(done.stderr.splitlines()) == 2


@pytest.mark.parametrize("verb", WRITING)
def test_a_full_disk_leaves_nothing_behind(verb: str, tmp_path: Path) -> None:
    """Neither the target nor a part of it; and when there is room again, the command works."""
    done = _run(*WRITING[verb], folder=tmp_path, before=_bounded)

    assert _is_told(done), done.stderr
    assert "File too large" in done.stderr
    assert list(tmp_path.iterdir()) == []
    assert _run(*WRITING[verb], folder=tmp_path, before=lambda: None).returncode == 0
    assert [path.name for path in tmp_path.iterdir()] == [MADE.get(verb, WRITING[verb][-1])]


@pytest.mark.parametrize("verb", WRITING)
def test_a_full_disk_leaves_what_was_there(verb: str, tmp_path: Path) -> None:
    """The old result is not half replaced."""
    target = tmp_path / MADE.get(verb, WRITING[verb][-1])
    if not target.suffix:
        target.mkdir()
        target /= "mine.txt"
    target.write_text("old", encoding="utf-8")

    done = _run(*WRITING[verb], folder=tmp_path, before=_bounded)

    assert done.returncode == 1
    assert target.read_text(encoding="utf-8") == "old"
    assert not list(tmp_path.rglob("*.part"))


@pytest.mark.parametrize("steps", [0, 1])
def test_a_full_disk_leaves_the_log_as_it_was(steps: int, tmp_path: Path) -> None:
    """Without the step, without a lock; and when there is room again, the step is added."""
    shutil.copytree(CYCLE, tmp_path / "cycle")
    log = tmp_path / "cycle" / "log.jsonl"
    step = ["log", "cycle", "--step", "note", "--by", "A", "--date", "2021-12-31", "--note", "x" * 700]
    for _ in range(steps):
        assert _run(*step, folder=tmp_path, before=lambda: None).returncode == 0
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}

    done = _run(*step, folder=tmp_path, before=_bounded)

    assert _is_told(done), done.stderr
    assert "File too large" in done.stderr
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before
    assert _run(*step, folder=tmp_path, before=lambda: None).returncode == 0
    assert len(log.read_text(encoding="utf-8").splitlines()) == steps + 1


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="capabilities of Linux")
@pytest.mark.parametrize("verb", WRITING)
def test_a_folder_that_may_not_be_written_to_is_told(verb: str, tmp_path: Path) -> None:
    """In one line, with its path."""
    folder = tmp_path / "closed"
    folder.mkdir(mode=0o555)

    done = _run(*WRITING[verb], folder=folder, before=_without_privileges)

    assert _is_told(done), done.stderr
    assert "Permission denied" in done.stderr
    assert "stdout" not in done.stderr
    assert list(folder.iterdir()) == []


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="capabilities of Linux")
@pytest.mark.parametrize("verb", [verb for verb in WRITING if verb not in MADE])
def test_a_target_in_a_closed_folder_is_named(verb: str, tmp_path: Path) -> None:
    """Though nobody may even see whether it is there."""
    (tmp_path / "closed").mkdir(mode=0o000)
    *arguments, target = WRITING[verb]

    done = _run(*arguments, f"closed/{target}", folder=tmp_path, before=_without_privileges)

    assert _is_told(done), done.stderr
    assert f"closed/{target}" in done.stderr


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="capabilities of Linux")
@pytest.mark.parametrize(
    ("name", "mode", "arguments"),
    [
        ("cycle", 0o000, ["score", "cycle"]),
        ("cycle", 0o400, ["score", "cycle"]),
        ("cycle", 0o000, ["check", "cycle"]),
        ("cycle/cycle.yaml", 0o000, ["score", "cycle"]),
        ("cycle/cycle.yaml", 0o000, ["score", "cycle/cycle.yaml"]),
        ("forms", 0o000, ["score", "forms", "--criteria", "moha-provinces-2017"]),
        ("forms", 0o100, ["score", "forms", "--criteria", "moha-provinces-2017"]),
        ("forms/a.csv", 0o000, ["score", "forms", "--criteria", "moha-provinces-2017"]),
        ("forms/a.csv", 0o000, ["check", "forms/a.csv", "--criteria", "moha-provinces-2017"]),
        ("forms", 0o000, ["check", "forms/a.csv", "--criteria", "moha-provinces-2017"]),
        ("set.yaml", 0o000, ["check", "set.yaml"]),
        ("above", 0o000, ["score", "above/cycle"]),
        ("above", 0o000, ["score", "above/cycle/cycle.yaml"]),
        ("above", 0o000, ["check", "above/cycle"]),
        ("above/cycle", 0o000, ["check", "above/cycle/a.csv", "--criteria", "moha-provinces-2017"]),
    ],
)
def test_what_may_not_be_read_is_told(name: str, mode: int, arguments: list[str], tmp_path: Path) -> None:
    """A folder or a file of it; it is never said to be absent, or to be something else."""
    for each in ("cycle/cycle.yaml", "forms/a.csv", "set.yaml", "above/cycle/cycle.yaml"):
        (tmp_path / each).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / each).write_text("unit\n" if each.endswith(".csv") else "id: x\n", encoding="utf-8")
    (tmp_path / name).chmod(mode)
    try:
        done = _run(*arguments, folder=tmp_path, before=_without_privileges)
    finally:
        (tmp_path / name).chmod(0o700)

    assert _is_told(done), done.stderr
    assert done.stderr.startswith(f"{name}: the fil") or done.stderr.startswith(f"{name}: the folder")
    assert "cannot be read (Permission denied)" in done.stderr


def test_two_commands_on_one_target_leave_it_whole(tmp_path: Path) -> None:
    """Started together, again and again: one of the two results, all of it, and nothing beside it."""
    wanted: dict[str, bytes] = {}
    for name in ("lai-chau-2021", "pci-2021"):
        path = str(shipped_folder("examples") / name)
        assert _run("score", path, "-o", f"{name}.json", folder=tmp_path, before=lambda: None).returncode == 0
        wanted[path] = (tmp_path / f"{name}.json").read_bytes()
        (tmp_path / f"{name}.json").unlink()
    for _ in range(4):
        commands = [[sys.executable, "-m", "cchc_index", "score", path, "-o", "result.json"] for path in wanted]
        running = [subprocess.Popen(command, cwd=tmp_path, env=dict(os.environ)) for command in commands]
        assert [each.wait() for each in running] == [0, 0]
        assert (tmp_path / "result.json").read_bytes() in wanted.values()
        assert [path.name for path in tmp_path.iterdir()] == ["result.json"]
        json.loads((tmp_path / "result.json").read_bytes())
