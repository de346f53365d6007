"""What all tests share."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import hypothesis
import pytest

from cchc_index import Registry

TESTS = Path(__file__).parent
ROOT = TESTS.parent

hypothesis.settings.register_profile("dev", max_examples=50, deadline=None)
hypothesis.settings.register_profile("quick", max_examples=10, deadline=None)
hypothesis.settings.register_profile("ci", max_examples=50, deadline=None, derandomize=True, print_blob=True)
hypothesis.settings.register_profile("mutation", max_examples=25, deadline=None, derandomize=True, database=None)
hypothesis.settings.load_profile("ci" if os.environ.get("CI") else "dev")


Converter = Callable[[list[Path], str], list[Path]]


@pytest.fixture(scope="session")
def converted(tmp_path_factory: pytest.TempPathFactory) -> Converter:
    """Opens files in LibreOffice and saves them in another format, as an office would."""
    office = shutil.which("soffice")
    if office is None:
        assert not os.environ.get("CI"), "LibreOffice is wanted (Debian: libreoffice-calc-nogui)"
        pytest.skip("LibreOffice is not installed")
    profile = tmp_path_factory.mktemp("office")

    def convert(paths: list[Path], ending: str) -> list[Path]:
        folder = tmp_path_factory.mktemp("converted")
        command = [office, f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", ending]
        named = [*command, "--outdir", str(folder), *map(str, paths)]
        subprocess.run(named, check=True, capture_output=True, timeout=240)
        return [folder / f"{path.stem}.{ending.partition(':')[0]}" for path in paths]

    return convert


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What waits for LibreOffice is slow."""
    for item in items:
        if "converted" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session")
def registry() -> Registry:
    """The built-in rules and no plugins."""
    return Registry.builtin()
