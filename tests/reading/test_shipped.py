"""What the library carries along."""

from __future__ import annotations

import pytest

import cchc_index
from tests.conftest import ROOT

EXAMPLES = ROOT / "docs" / "examples"


@pytest.mark.parametrize("name", ["lai-chau-2021", "pci-2021", "cao-bang-2021", "cao-bang-2022"])
def test_shipped_cycles_are_those_of_the_documentation(name: str) -> None:
    """What the wheel carries is byte for byte what docs/examples shows."""
    shipped = cchc_index.open_cycle(name).folder

    for path in (EXAMPLES / name).iterdir():
        if path.is_file():
            assert (shipped / path.name).read_bytes() == path.read_bytes()
