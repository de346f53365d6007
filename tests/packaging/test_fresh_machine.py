"""The newest suitable Python is found, and a machine without one gets one line that says what to do."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

pytestmark = [pytest.mark.slow, pytest.mark.skipif(sys.platform == "win32", reason="a POSIX shell script")]


def _python(folder: Path, name: str, version: str, *, venv: bool = True) -> None:
    """An interpreter by name that answers the script's two questions as a real one of that version would."""
    major, minor = version.split(".")
    fits = (int(major), int(minor)) >= (3, 11)
    answer = version if fits else "old"
    lines = [
        "#!/bin/sh",
        f'case "$2" in *ensurepip*) exit {0 if venv else 1};;',
        f'*version_info*) echo "{answer}";;',
        f'*sys.executable*) echo "{folder}/{name}";; esac',
    ]
    path = folder / name
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    path.chmod(0o755)


def _find(folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    command = ["/bin/sh", str(ROOT / ".ci" / "find-python")]
    return subprocess.run(command, capture_output=True, text=True, env={"PATH": str(folder), **environment})


def test_the_newest_suitable_python_is_taken(tmp_path: Path) -> None:
    """Not the oldest, not the default."""
    for name, version in (("python3", "3.11"), ("python3.11", "3.11"), ("python3.13", "3.13"), ("python3.12", "3.12")):
        _python(tmp_path, name, version)

    assert _find(tmp_path).stdout.strip() == f"{tmp_path}/python3.13"


def test_one_without_venv_is_passed_over(tmp_path: Path) -> None:
    """Another that has it is good enough."""
    _python(tmp_path, "python3.13", "3.13", venv=False)
    _python(tmp_path, "python3.11", "3.11")

    assert _find(tmp_path).stdout.strip() == f"{tmp_path}/python3.11"


def test_a_missing_venv_module_gets_the_one_line_cure(tmp_path: Path) -> None:
    """As Debian has it."""
    _python(tmp_path, "python3", "3.12", venv=False)
    done = _find(tmp_path)

    assert done.returncode == 1
    assert done.stderr == "Python 3.12 has no venv module: apt-get install python3.12-venv\n"


def test_an_old_python_is_told(tmp_path: Path) -> None:
    """With how to name another."""
    _python(tmp_path, "python3", "3.10")
    done = _find(tmp_path)

    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "Python 3.11 or newer" in done.stderr


def test_a_shim_that_fails_is_passed_over(tmp_path: Path) -> None:
    """Version managers leave commands for versions that are not installed."""
    shim = tmp_path / "python3.14"
    shim.write_text("#!/bin/sh\necho 'version not installed' >&2\nexit 127\n", encoding="utf-8")
    shim.chmod(0o755)
    _python(tmp_path, "python3.11", "3.11")

    assert _find(tmp_path).stdout.strip() == f"{tmp_path}/python3.11"


def test_a_python_may_be_named(tmp_path: Path) -> None:
    """The real one, which is asked for real."""
    done = _find(tmp_path, PYTHON=sys.executable)

    assert done.returncode == 0
    assert Path(done.stdout.strip()).samefile(sys.executable)


def test_a_failing_step_shows_its_output() -> None:
    """And a step that succeeds shows nothing."""
    quiet = str(ROOT / ".ci" / "quiet")
    fine = subprocess.run(["/bin/sh", quiet, "echo", "words"], capture_output=True, text=True)
    failed = subprocess.run(["/bin/sh", quiet, "ls", "/no/such/place"], capture_output=True, text=True)

    assert (fine.returncode, fine.stdout, fine.stderr) == (0, "", "")
    assert failed.returncode == 1
    assert "/no/such/place" in failed.stderr
