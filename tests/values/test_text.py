"""Names are compared as people spell them, and titles are said in the language that is asked for."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from cchc_index.values.text import Text, alike, composed, folded


@given(st.text(max_size=30))
def test_spellings_of_one_name_fold_into_one(name: str) -> None:
    """Decomposed letters, spaces around and between words, and folding a second time change nothing."""
    spaced = f" {name} ".replace(" ", "  ")

    assert folded(unicodedata.normalize("NFD", name)) == folded(composed(name))
    assert folded(spaced) == folded(name)
    assert alike(folded(name)) == alike(name)


def test_a_title_is_said_in_the_language_that_is_asked_for() -> None:
    """Or in the first one there is."""
    both, one = Text((("vi", "Tốt"), ("en", "Good"))), Text((("en", "Good"),))

    assert (both.say("vi"), both.say("en"), both.first) == ("Tốt", "Good", "Tốt")
    assert (one.say("vi"), str(one), Text.plain("x").say("en")) == ("Good", "Good", "x")
