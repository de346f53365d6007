"""A value is converted along a line."""

from __future__ import annotations

from tests.rules.one_unit import points_of


def test_convert_reaches_from_nothing_to_everything() -> None:
    """Linear between `from` and `scale`, in either direction of the number line."""
    assert [points_of("{convert: {scale: 10, from: 1}}", "9", value=each) for each in ("1", "5.5", "10")] == [
        "0.00",
        "4.50",
        "9.00",
    ]
    assert [points_of("{convert: {scale: 0, from: 10}}", value=each) for each in ("10", "2.5", "0")] == [
        "0.00",
        "3.00",
        "4.00",
    ]
