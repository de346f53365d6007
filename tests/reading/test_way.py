"""Whoever follows a value from a form to an assessment opens few modules."""

from __future__ import annotations

from tests.bench.way import measure


def test_a_form_passes_at_most_nine_modules() -> None:
    """They are counted by watching every call; one more is one more to read for everybody who comes after."""
    (_, entered, _), (_, names, _), *_ = measure()

    assert int(entered) <= 9, names
