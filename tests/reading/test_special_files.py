"""What is no plain file is refused before it is opened, and nothing of what is no table or set is repeated."""

from __future__ import annotations

import os
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

import cchc_index
from cchc_index.cli import main
from cchc_index.notation.source_text import MOST_CSV
from cchc_index.problems.errors import CchcError
from cchc_index.reading.sources import read_bytes

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no FIFOs on this system")

SET = (
    "id: t\nedition: 2022\ntitle: T\nsource: {status: illustrative}\nrounding: {points: 2, index: 2}\n"
    "criteria:\n  - {code: '1', title: A, max_points: 2, rule: points}\n"
)
CYCLE = "id: c\ntitle: C\ndata: synthetic\nassessments:\n  - {criteria: set.yaml, files: [FILE]}\n"


def _socket(path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as made:
        made.bind(path.name)


MADE: dict[str, tuple[Callable[[Path], None], str]] = {
    "FIFO": (os.mkfifo, "file.special"),
    "device": (lambda path: path.symlink_to("/dev/zero"), "file.special"),
    "socket": (_socket, "file.special"),
    "folder": (lambda path: path.mkdir(), "file.folder"),
    "link to nothing": (lambda path: path.symlink_to("nowhere"), "file.absent"),
    "circle of links": (lambda path: path.symlink_to(path.name), "file.unreadable"),
}


@pytest.fixture(autouse=True)
def _there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "set.yaml").write_text(SET, encoding="utf-8")
    (tmp_path / "a.csv").write_text("unit,1\na,1\n", encoding="utf-8")


@pytest.mark.parametrize("kind", MADE)
def test_what_is_no_file_is_told_as_what_it_is(kind: str, tmp_path: Path) -> None:
    """Without waiting for what may never come."""
    make, key = MADE[kind]
    make(tmp_path / "x.csv")

    found = read_bytes(tmp_path / "x.csv", "x.csv", MOST_CSV)

    assert isinstance(found, list)
    assert [problem.key for problem in found] == [key]


@pytest.mark.parametrize("name", ["a\0b", "x" * 5_000, "a.csv/b"])
def test_a_name_that_no_file_can_have_is_told(name: str) -> None:
    """A zero in it, too long, or below a file."""
    assert isinstance(read_bytes(Path(name), "x", MOST_CSV), list)


@pytest.mark.parametrize("kind", MADE)
@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "x.xlsx", "--criteria", "set.yaml"],
        ["check", "x.csv", "--criteria", "set.yaml"],
        ["check", "a.csv", "--criteria", "x.yaml"],
        ["check", "a.csv", "--criteria", "set.yaml", "--units", "x.csv"],
        ["check", "x.yaml"],
        ["criteria-sheet", "x.xlsx"],
        ["criteria-sheet", "x.yaml"],
        ["template", "x.yaml"],
        ["init", "new", "--criteria", "x.yaml"],
        ["selftest", "x.yaml"],
    ],
    ids=" ".join,
)
def test_every_door_refuses_it(
    kind: str, arguments: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """In one report, with exit code 1."""
    for ending in (".csv", ".xlsx", ".yaml"):
        MADE[kind][0](tmp_path / f"x{ending}")

    assert main(arguments) == 1
    assert capsys.readouterr().err


@pytest.mark.parametrize("kind", MADE)
@pytest.mark.parametrize("inner", ["cycle.yaml", "units.csv", "published.csv", "set.yaml", "b.csv", "forms/b.xlsx"])
def test_a_cycle_refuses_it(kind: str, inner: str, tmp_path: Path) -> None:
    """Whichever of its files it stands for; a folder is one of forms, where forms may lie."""
    folder = tmp_path / "cycle"
    (folder / "forms").mkdir(parents=True)
    listed = "forms" if inner.startswith("forms") else "b.csv"
    (folder / "cycle.yaml").write_text(CYCLE.replace("FILE", listed), encoding="utf-8")
    (folder / "set.yaml").write_text(SET, encoding="utf-8")
    (folder / "b.csv").write_text("unit,1\na,1\n", encoding="utf-8")
    (folder / inner).unlink(missing_ok=True)
    os.chdir((folder / inner).parent)
    MADE[kind][0](folder / inner)

    with pytest.raises(CchcError):
        cchc_index.open_cycle(folder, registry=cchc_index.Registry.builtin())


SECRETS = {
    "passwd": "root:x:0:0:SECRET:/root:/bin/bash\ndaemon:x:1:1:SECRET:/:/x\n",
    "key": "-----BEGIN PRIVATE KEY-----\nSECRET/+=\n-----END PRIVATE KEY-----\n",
    "settings": "user: SECRET\nSECRET_TOKEN: x\n",
    "page": "<html><body>SECRET</body></html>\n",
    "program": 'import os\nSECRET = "x: y"\n\tprint(SECRET)\n',
    "aliases": "a: *SECRET\nb: &SECRET x\n!SECRET c: 1\n",
}


@pytest.mark.parametrize("what", SECRETS)
@pytest.mark.parametrize(
    "arguments",
    [
        ["check", "x.csv", "--criteria", "set.yaml"],
        ["check", "a.csv", "--criteria", "set.yaml", "--units", "x.csv"],
        ["check", "a.csv", "--criteria", "x.yaml"],
        ["check", "cycle"],
    ],
    ids=" ".join,
)
def test_nothing_of_another_kind_of_file_is_repeated(
    what: str, arguments: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Beyond its name."""
    (tmp_path / "cycle").mkdir()
    for name in ("x.csv", "x.yaml", "cycle/cycle.yaml"):
        (tmp_path / name).write_text(SECRETS[what], encoding="utf-8")

    assert main(arguments) == 1
    assert "SECRET" not in capsys.readouterr().err
