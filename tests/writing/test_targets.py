"""What may be written over, and what a folder that is written holds."""

from __future__ import annotations

import os
import socket
import stat
import sys
import threading
from pathlib import Path

import pytest

from cchc_index.problems.errors import WritingError
from cchc_index.writing.files import write_folder, write_whole
from tests.command import run

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="links, pipes and permissions of POSIX")
CYCLE = """
id: x
title: X
data: synthetic
assessments: [{criteria: set.yaml, stage: final, files: [a.csv]}]
"""
SET = """
id: t
edition: 2022
title: Thử
source: {status: illustrative}
rounding: {points: 2, index: 2}
criteria: [{code: "1", title: A, max_points: 10, rule: points}]
"""


@pytest.fixture
def cycle(tmp_path: Path) -> Path:
    """A cycle of one unit."""
    folder = tmp_path / "cycle"
    folder.mkdir()
    for name, text in {
        "cycle.yaml": CYCLE,
        "set.yaml": SET,
        "a.csv": "unit,1\na,5\n",
        "units.csv": "unit,name\na,A\n",
    }.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize("spelling", ["units.csv", "a.csv", "../cycle/./a.csv", "hard.csv"])
def test_no_input_of_a_cycle_is_written_over(cycle: Path, spelling: str) -> None:
    """However its name is spelt, and by a second name for the same file."""
    os.link(cycle / "a.csv", cycle / "hard.csv")
    before = {path.name: path.read_bytes() for path in cycle.iterdir()}

    done = run("--lang", "en", "score", ".", "-o", spelling, folder=cycle)

    assert (done.returncode, done.stdout) == (1, b"")
    assert b"was read to make this" in done.stderr
    assert {path.name: path.read_bytes() for path in cycle.iterdir()} == before


@pytest.mark.parametrize("target", ["a.csv", "units.csv"])
def test_no_input_of_a_table_is_written_over(cycle: Path, target: str) -> None:
    """The table and its register, read from where the command runs."""
    before = (cycle / target).read_bytes()

    done = run("score", "a.csv", "--criteria", "set.yaml", "--units", "units.csv", "-o", target, folder=cycle)

    assert done.returncode == 1
    assert (cycle / target).read_bytes() == before


def test_what_is_no_file_is_not_written_to(tmp_path: Path) -> None:
    """Links, folders, pipes, sockets and devices are refused by what they are."""
    (tmp_path / "file").write_bytes(b"old")
    (tmp_path / "link").symlink_to("file")
    (tmp_path / "dangling").symlink_to("nowhere")
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")
    listening = socket.socket(socket.AF_UNIX)
    listening.bind(str(tmp_path / "socket"))
    targets = {name: tmp_path / name for name in ("link", "folder", "pipe", "socket")}
    targets |= {"device": Path("/dev/full")}

    for what, path in [*targets.items(), ("link", tmp_path / "dangling")]:
        with pytest.raises(WritingError) as told:
            write_whole(path, b"new")
        assert [problem.key for problem in told.value.problems] == [f"write.{what}"]
        assert str(path) in told.value.report("vi")
    listening.close()
    assert (tmp_path / "file").read_bytes() == b"old"
    assert not [path for path in tmp_path.iterdir() if path.suffix == ".part"]


def test_a_failing_chmod_does_not_fail_the_write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As on file systems without permissions."""

    def refuse(*_: object, **__: object) -> None:
        raise PermissionError("no such thing here")

    target = tmp_path / "a.csv"
    target.write_bytes(b"old")
    monkeypatch.setattr(Path, "chmod", refuse)

    write_whole(target, b"new")

    assert target.read_bytes() == b"new"


def test_a_new_file_has_the_permissions_of_any_new_file(tmp_path: Path) -> None:
    """As the process's mask has it, which is not touched."""
    (tmp_path / "plain").write_bytes(b"")
    write_whole(tmp_path / "ours", b"")
    write_folder(tmp_path / "folder", {"inner": b""})
    (tmp_path / "plain folder").mkdir()

    modes = [stat.S_IMODE((tmp_path / name).stat().st_mode) for name in ("plain", "ours", "folder/inner")]
    assert len(set(modes)) == 1
    assert (tmp_path / "folder").stat().st_mode == (tmp_path / "plain folder").stat().st_mode


def test_a_folder_of_a_stopped_run_can_be_written_again(tmp_path: Path) -> None:
    """What is there and the same stays; what is there and another is told, and nothing is written."""
    folder = tmp_path / "made"
    write_folder(folder, {"a": b"1", "b/c": b"2", "d": None})
    (folder / "b" / "c").unlink()

    write_folder(folder, {"a": b"1", "b/c": b"2", "d": None})
    assert (folder / "b" / "c").read_bytes() == b"2"
    (folder / "b" / "c").unlink()
    (folder / "a").write_bytes(b"mine")
    with pytest.raises(WritingError, match="made/a"):
        write_folder(folder, {"a": b"1", "b/c": b"2"})

    assert not (folder / "b" / "c").exists()
    assert (folder / "d").is_dir()


def test_two_writers_leave_one_whole_file(tmp_path: Path) -> None:
    """The later one stays, and neither is mixed with the other."""
    target = tmp_path / "a.bin"
    writers = [threading.Thread(target=write_whole, args=(target, letter * 3_000_000)) for letter in (b"a", b"b")]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()

    found = target.read_bytes()
    assert found in (b"a" * 3_000_000, b"b" * 3_000_000)
    assert list(tmp_path.iterdir()) == [target]


def test_a_link_is_no_folder_to_write_to(tmp_path: Path) -> None:
    """Whether it leads anywhere or not; nor is a pipe."""
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to("real")
    (tmp_path / "dangling").symlink_to("nowhere")
    os.mkfifo(tmp_path / "pipe")

    for name, key in (("link", "write.link"), ("dangling", "write.link"), ("pipe", "write.pipe")):
        with pytest.raises(WritingError) as told:
            write_folder(tmp_path / name, {"a": b"1"})
        assert told.value.problems[0].key == key
    assert not list((tmp_path / "real").iterdir())


def test_two_writers_leave_one_whole_folder(tmp_path: Path) -> None:
    """Of the same files; neither is told that the other was there."""
    files: dict[str, bytes | None] = {f"{number}/file": b"x" * 100_000 for number in range(20)}
    faults: list[BaseException] = []

    def write() -> None:
        try:
            write_folder(tmp_path / "made", files)
        except WritingError as error:
            faults.append(error)

    writers = [threading.Thread(target=write) for _ in range(4)]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()

    assert faults == []
    assert len(list((tmp_path / "made").rglob("file"))) == len(files)
    assert [path.name for path in tmp_path.iterdir()] == ["made"]
