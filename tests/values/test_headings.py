"""Each heading that the library writes is one that it reads, in both languages."""

from __future__ import annotations

import pytest

from cchc_index.values.headings import heading_word, is_known, meaning_of, says_total

MEANINGS = (
    *("unit", "name", "group", "code", "field", "value", "value.self", "value.appraised", "points", "points.self"),
    *("points.appraised", "evidence", "note", "criteria", "stage", "sha256", "rank", "band"),
)


@pytest.mark.parametrize("meaning", MEANINGS)
@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("dress", ["{}", "{}:", " {} ", "{}".upper()])
def test_what_is_written_is_read(meaning: str, language: str, dress: str) -> None:
    """Whatever its case, with a colon or spaces around it."""
    word = dress.format(heading_word(meaning, language))

    assert is_known(word)
    assert meaning_of(word) == meaning_of(word.upper()) == meaning


def test_no_word_has_two_meanings() -> None:
    """In either language."""
    for language in ("vi", "en"):
        assert len({heading_word(meaning, language).casefold() for meaning in MEANINGS}) == len(MEANINGS)


def test_a_row_of_totals_says_so() -> None:
    """In one of its first cells; a unit whose name begins so is none."""
    assert says_total(["", "TỔNG CỘNG"])
    assert says_total(["Total:"])
    assert not says_total(["Tổng cục Thuế", "12"])
