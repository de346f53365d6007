"""An output is written whole or not at all."""

from __future__ import annotations

import json
import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from cchc_index.writing.files import write_whole
from tests.command import run
from tests.small_set import SET


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    """An output keeps its permissions, is replaced as a whole, and stays as it was when something fails."""
    target = tmp_path / "ket-qua.json"
    assert run("score", "lai-chau-2021", "-o", str(target)).returncode == 0
    whole = target.read_bytes()
    assert json.loads(whole)["cycle"] == "lai-chau-2021"
    target.chmod(0o640)
    assert run("score", "lai-chau-2021", "-o", str(target)).returncode == 0
    assert stat.S_IMODE(target.stat().st_mode) == 0o640

    failed = run("score", "no-such-cycle", "-o", str(target))

    assert failed.returncode == 1
    assert target.read_bytes() == whole
    assert [path.name for path in tmp_path.iterdir()] == ["ket-qua.json"]


def test_a_folder_that_cannot_be_written_to_is_told(tmp_path: Path) -> None:
    """No traceback and exit 1."""
    done = run("score", "lai-chau-2021", "-o", str(tmp_path / "absent" / "a.json"))

    assert (done.returncode, done.stdout) == (1, b"")
    assert b"Traceback" not in done.stderr


def test_what_goes_wrong_between_two_pieces_leaves_the_old_file(tmp_path: Path) -> None:
    """Contents that are made while they are written may fail halfway: no half of them is seen, and no other file."""
    target = tmp_path / "a.csv"
    target.write_bytes(b"old")
    seen = []

    def pieces() -> Iterator[bytes]:
        yield b"n" * 100_000
        seen.append(target.read_bytes())
        raise ValueError("halfway")

    with pytest.raises(ValueError, match="halfway"):
        write_whole(target, pieces())

    assert seen == [b"old"]
    assert (target.read_bytes(), list(tmp_path.iterdir())) == (b"old", [target])

    write_whole(target, iter([b"n", b"", b"ew"]))
    assert (target.read_bytes(), list(tmp_path.iterdir())) == (b"new", [target])


@pytest.mark.skipif(sys.platform != "linux", reason="names of files are text elsewhere")
def test_a_file_says_the_bytes_of_its_inputs_names(tmp_path: Path) -> None:
    """A name that is no UTF-8 stands in the provenance of a file as it does on stdout, and stops neither."""
    table, criteria, target = tmp_path / os.fsdecode(b"b\xff.csv"), tmp_path / "a.yaml", tmp_path / "a.json"
    table.write_text("unit,1.1,1.10,2\nu,50,có,3\n", encoding="utf-8")
    criteria.write_text(SET, encoding="utf-8")

    assert run("score", str(table), "--criteria", str(criteria), "-o", str(target)).returncode == 0
    assert b"b\xff.csv" in target.read_bytes()
    assert target.read_bytes() == run("score", str(table), "--criteria", str(criteria), "--format", "json").stdout
