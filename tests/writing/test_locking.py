"""One holder at a time, and a lock that does not outlive its holder."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from cchc_index.problems.errors import WritingError
from cchc_index.writing import locking
from cchc_index.writing.locking import locked

HOLD = """
import pathlib, sys, time
from cchc_index.writing.locking import locked
with locked(pathlib.Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def test_threads_hold_it_one_after_another(tmp_path: Path) -> None:
    """Also where one takes the lock's file away while others wait for it."""
    inside: list[int] = []
    most: list[int] = []

    def work(number: int) -> None:
        for _ in range(5):
            with locked(tmp_path / "x"):
                inside.append(number)
                most.append(len(inside))
                inside.remove(number)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert most == [1] * 20
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_who_is_killed_holds_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Held by a process nobody else gets it, and is told so; killed, its file lies there and is no lock."""
    monkeypatch.setattr(locking, "_TRIES", 3)
    with subprocess.Popen([sys.executable, "-c", HOLD, str(tmp_path / "x")], stdout=subprocess.PIPE) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == b"held\n"
        with pytest.raises(WritingError, match="another program"), locked(tmp_path / "x"):
            pass
        os.kill(holder.pid, signal.SIGKILL)
        holder.wait()
    assert [path.name for path in tmp_path.iterdir()] == [".x.lock"]

    with locked(tmp_path / "x"):
        pass
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform == "win32", reason="links of POSIX")
def test_where_none_can_be_it_is_told(tmp_path: Path) -> None:
    """No folder; a link in its place, which is not followed."""
    with pytest.raises(WritingError, match="nowhere"), locked(tmp_path / "nowhere" / "x"):
        pass
    (tmp_path / ".x.lock").symlink_to(tmp_path / "made")
    with pytest.raises(WritingError), locked(tmp_path / "x"):
        pass
    assert not (tmp_path / "made").exists()
