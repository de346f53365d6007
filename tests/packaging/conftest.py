"""The built distributions, and a fresh environment that holds them."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import attrs
import pytest


@attrs.frozen
class Environment:
    """A virtual environment of its own, which sees the third-party packages of the one that runs the tests."""

    folder: Path

    @property
    def python(self) -> Path:
        """Its interpreter."""
        return self.folder / "bin" / "python"

    @property
    def site(self) -> Path:
        """Where its packages lie."""
        return Path(sysconfig.get_path("purelib", vars={"base": str(self.folder), "platbase": str(self.folder)}))

    def run(self, *arguments: str, folder: Path | None = None) -> subprocess.CompletedProcess[str]:
        """A command in it, without what the surrounding environment would add."""
        bare = {key: value for key, value in os.environ.items() if key not in ("PYTHONPATH", "VIRTUAL_ENV")}
        command = [str(self.python), *arguments]
        return subprocess.run(command, capture_output=True, text=True, cwd=folder or self.folder, env=bare)

    def install(self, *paths: Path | str) -> None:
        """Install wheels or folders, and nothing from anywhere else."""
        options = ["-m", "pip", "install", "--quiet", "--no-index", "--no-deps", "--disable-pip-version-check"]
        done = self.run(*options, *map(str, paths))
        assert done.returncode == 0, done.stderr


@pytest.fixture(scope="session")
def dist() -> Path:
    """Where the built distributions lie; `make test` says so."""
    named = os.environ.get("CCHC_DIST")
    if not named:
        pytest.skip("CCHC_DIST names no folder of built distributions; make test does")
    return Path(named)


@pytest.fixture
def environment(tmp_path: Path, dist: Path) -> Environment:
    """A fresh environment with the library's wheel and no plugin."""
    made = Environment(tmp_path / "fresh")
    subprocess.run([sys.executable, "-m", "venv", str(made.folder)], check=True, capture_output=True)
    (made.site / "_surrounding.pth").write_text(_third_party(made) + "\n", encoding="utf-8")
    made.install(next(dist.glob("cchc_index-*.whl")))
    return made


def _third_party(made: Environment) -> str:
    """A folder of links to what the library needs, without the library or its plugins."""
    needed = made.folder / "needed"
    needed.mkdir()
    source = Path(sysconfig.get_path("purelib"))
    for path in source.iterdir():
        if not path.name.lower().startswith(("cchc", "__editable", "_virtualenv", "distutils-precedence")):
            (needed / path.name).symlink_to(path)
    return str(needed)
