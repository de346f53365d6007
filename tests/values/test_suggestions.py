"""Suggestions of names stop after twenty: many unknown names come from one cause, and each is compared with all."""

from __future__ import annotations

from collections.abc import Iterator

from cchc_index.values.suggestions import MOST_ASKED, Suggestions


def test_no_more_than_twenty_names_are_compared() -> None:
    """Whatever is asked afterwards is answered at once, with nothing."""

    class Counting(dict[str, object]):
        looked = 0

        def __iter__(self) -> Iterator[str]:
            Counting.looked += 1
            return super().__iter__()

    known, suggestions = Counting.fromkeys(["so-y-te", "so-noi-vu"]), Suggestions()

    found = [suggestions.near("so-y-tee", known) for _ in range(200)]

    assert found == [["so-y-te"]] * MOST_ASKED + [[]] * (200 - MOST_ASKED)
    assert Counting.looked == MOST_ASKED


def test_a_name_of_a_page_is_not_compared() -> None:
    """The time of a comparison grows with the square of the letters."""
    assert Suggestions().near("x" * 10_000, ("x" * 9_999,)) == []
