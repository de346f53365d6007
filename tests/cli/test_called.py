"""A command that is printed is one that works from where the reader stands."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from cchc_index.cli.called import own_command, quoted

posix = pytest.mark.skipif(sys.platform == "win32", reason="the ways are written as Unix writes them")


@pytest.fixture
def venv(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a virtual environment's commands, below where the reader stands."""
    commands = tmp_path / "a clone" / ".venv" / "bin"
    commands.mkdir(parents=True)
    for name in ("cchc-index", "python"):
        (commands / name).touch(mode=0o755)
    monkeypatch.chdir(tmp_path / "a clone")
    return commands


@posix
def test_it_is_named_as_it_was_called(venv: Path) -> None:
    """By its name where PATH finds that very one, else by the way that leads there."""
    ways = {
        ".venv/bin/cchc-index": {"PATH": ""},
        "cchc-index": {"PATH": f"/usr/bin:{venv}"},
        "uv run cchc-index": {"PATH": str(venv), "UV_RUN_RECURSION_DEPTH": "1"},
    }
    for called in (".venv/bin/cchc-index", str(venv / "cchc-index")):
        for said, environment in ways.items():
            assert own_command(called, environment=environment) == said


@posix
def test_another_installation_on_the_path_is_not_meant(venv: Path, tmp_path: Path) -> None:
    """What PATH finds by that name may be an older one."""
    other = tmp_path / "other"
    other.mkdir()
    (other / "cchc-index").touch(mode=0o755)

    assert own_command(str(venv / "cchc-index"), environment={"PATH": str(other)}) == ".venv/bin/cchc-index"


@posix
def test_a_way_is_as_short_as_it_can_be_and_quoted(venv: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """From beside the command, from another folder, and where a name has a space."""
    program = str(venv / "cchc-index")
    monkeypatch.chdir(venv)
    assert own_command(program, environment={}) == "./cchc-index"
    monkeypatch.chdir(venv.parents[2])
    assert own_command(program, environment={}) == "'a clone/.venv/bin/cchc-index'"
    monkeypatch.chdir("/")
    assert own_command("/opt/bin/cchc-index", environment={}) == "opt/bin/cchc-index"


@posix
def test_a_package_that_was_run_is_run_again(venv: Path) -> None:
    """By the interpreter that ran it."""
    package, python = "/lib/cchc_index/__main__.py", str(venv / "python")

    assert own_command(package, python, {"PATH": ""}) == ".venv/bin/python -m cchc_index"
    assert own_command(package, python, {"PATH": str(venv)}) == "python -m cchc_index"


def test_what_calls_the_library_is_no_command() -> None:
    """A notebook or a test names the command by its name."""
    assert own_command("/lib/ipykernel_launcher.py", environment={}) == "cchc-index"
    assert quoted(["explain", "a b"]).startswith("explain ")
