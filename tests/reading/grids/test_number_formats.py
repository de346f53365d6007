"""A number format says how its numbers are shown."""

from __future__ import annotations

import pytest

from cchc_index.reading.grids.number_formats import OTHER, PER_CENT, decimals_shown


@pytest.mark.parametrize(
    ("code", "decimals"),
    [
        ("General", None),
        ("@", None),
        ("0", 0),
        ("#,##0.00", 2),
        ("0.0##", 3),
        ("0.00_);(0.00)", 2),
        ('_(* #,##0.00_);_(* (#,##0.00);_(* "-"??_);_(@_)', 2),
        ('0.00" điểm"', 2),
        ("[Red]0.0", 1),
        ("[$-42A]0.00", 2),
        ("[>5]0;0.00", None),
        ("0%", PER_CENT),
        ("0.0 %;-0.0 %", PER_CENT),
        ('0"%"', 0),
        ("0,", OTHER),
        ("0.0,,", OTHER),
        ("# ?/?", OTHER),
        (";;;", OTHER),
        ('"đạt"', OTHER),
        ('"9"0', OTHER),
        (r"\90", OTHER),
        ("0.00E+00", None),
        ("dd/mm/yyyy", None),
        ("", None),
    ],
)
def test_a_format_says_how_many_decimals_it_shows(code: str, decimals: int | None) -> None:
    """ECMA-376, part 1, 18.8.31: sections, literals, colours and conditions, scaling commas, fractions."""
    assert decimals_shown(code) == decimals
