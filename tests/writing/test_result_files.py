"""A result as a file, by its ending."""

from __future__ import annotations

import pytest

import cchc_index
from cchc_index.writing.result_files import RESULT_FILES


@pytest.mark.parametrize("ending", RESULT_FILES)
@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_ending_gives_the_same_bytes_twice(ending: str, language: str) -> None:
    """Two runs of one result make one file, byte for byte, in either language."""
    first, second = (
        b"".join(
            RESULT_FILES[ending](cchc_index.open_cycle("lai-chau-2021").score(), "vi" if language == "vi" else "en")
        )
        for _ in range(2)
    )

    assert len(first) > 500
    assert first == second
