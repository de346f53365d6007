"""One workbook of odd cells, in each format."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.conftest import Converter
from tests.reading.grids.books import write_odd_book


@pytest.fixture(scope="session")
def odd_books(tmp_path_factory: pytest.TempPathFactory, converted: Converter) -> Mapping[str, bytes]:
    """The workbook as it was written, and as LibreOffice saves it in three formats."""
    path = tmp_path_factory.mktemp("odd") / "odd.xlsx"
    write_odd_book(path)
    found = {"written": path.read_bytes()}
    for ending in ("ods", "xls", "xlsx"):
        (saved,) = converted([path], ending)
        found[ending] = saved.read_bytes()
    return found
