"""Vietnamese comes through any pipe and any terminal, and a reader may leave."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.command import run

pytestmark = pytest.mark.slow


def test_vietnamese_comes_through_any_pipe() -> None:
    """A console of another encoding neither stops the command nor garbles a file."""
    done = run("score", "lai-chau-2021", PYTHONIOENCODING="cp1252", PYTHONUTF8="0", LC_ALL="C")

    assert done.returncode == 0
    assert "Sở Tài chính" in done.stdout.decode("utf-8")


@pytest.mark.skipif(sys.platform == "win32", reason="pipes of a POSIX shell")
def test_a_reader_may_leave() -> None:
    """``cchc-index score ... | head -1`` says nothing about pipes."""
    command = f"{sys.executable} -m cchc_index score lai-chau-2021 --format json | head -1"
    done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, text=True)

    assert (done.stdout, done.stderr) == ("{\n", "")


@pytest.mark.parametrize("encoding", ["cp1252", "cp1258", "ascii", "utf-16"])
def test_vietnamese_is_printed_on_any_stream(encoding: str) -> None:
    """Results and messages go through a pipe whatever its encoding is said to be."""
    environment = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0", "LC_ALL": "C"}
    for arguments, code in ((["demo"], 0), (["check", "không-có.yaml"], 1)):
        command = [sys.executable, "-m", "cchc_index", *arguments]
        done = subprocess.run(command, capture_output=True, env=environment)
        assert done.returncode == code
        assert b"Traceback" not in done.stderr
        assert ("Đơn vị" if code == 0 else "không có tệp này").encode() in (done.stdout or done.stderr)


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal of a POSIX system")
@pytest.mark.parametrize("encoding", ["cp1252", "cp1258", "ascii"])
def test_vietnamese_is_printed_on_any_terminal(encoding: str) -> None:
    """A console that lacks a letter gets its number instead, and no traceback."""
    import pty

    own, other = pty.openpty()
    environment = {**os.environ, "PYTHONIOENCODING": encoding, "PYTHONUTF8": "0", "LC_ALL": "C"}
    command = [sys.executable, "-m", "cchc_index", "check", "không-có.yaml"]
    process = subprocess.Popen(command, stdout=other, stderr=other, env=environment)
    code = process.wait(timeout=60)
    told = os.read(own, 10_000).decode(encoding, errors="strict")
    os.close(own)
    os.close(other)

    assert code == 1
    assert "Traceback" not in told
    assert "\\u1ec7" in told  # ệ
