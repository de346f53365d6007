"""A number format says how its numbers and texts are shown."""

from __future__ import annotations

import pytest

from cchc_index.reading.grids.number_formats import BUILT_IN, conditional, format_of, moment, read_format

ACCOUNTS = '_(* #,##0.00_);_(* (#,##0.00);_(* "-"??_);_(@_)'
AS_IS, OTHERWISE, PER_CENT, DATE = None, "shown", "per_cent", "date"


@pytest.mark.parametrize(
    ("code", "of_3_25", "of_3", "of_0", "of_minus_3"),
    [
        ("General", AS_IS, AS_IS, AS_IS, AS_IS),
        ("@", AS_IS, AS_IS, AS_IS, AS_IS),
        ("", AS_IS, AS_IS, AS_IS, AS_IS),
        ("0", OTHERWISE, AS_IS, AS_IS, AS_IS),
        ("#,##0.00", AS_IS, AS_IS, AS_IS, AS_IS),
        ("0.0##", AS_IS, AS_IS, AS_IS, AS_IS),
        ("#", OTHERWISE, AS_IS, OTHERWISE, AS_IS),
        ("0.00_);(0.00)", AS_IS, AS_IS, AS_IS, AS_IS),
        ("0.00;0.00", AS_IS, AS_IS, AS_IS, OTHERWISE),
        ("-0.00", OTHERWISE, OTHERWISE, AS_IS, AS_IS),
        (ACCOUNTS, AS_IS, AS_IS, AS_IS, AS_IS),
        ('0.00" điểm"', AS_IS, AS_IS, AS_IS, AS_IS),
        ("0.00 đ", AS_IS, AS_IS, AS_IS, AS_IS),
        ("[Red]0.0", OTHERWISE, AS_IS, AS_IS, AS_IS),
        ("[$-42A]0.00", AS_IS, AS_IS, AS_IS, AS_IS),
        ("[$5-42A]0.00", OTHERWISE, OTHERWISE, OTHERWISE, OTHERWISE),
        ("0 000", OTHERWISE, AS_IS, AS_IS, AS_IS),
        ("0-00", OTHERWISE, OTHERWISE, OTHERWISE, OTHERWISE),
        (r"0\.00", OTHERWISE, OTHERWISE, OTHERWISE, OTHERWISE),
        ("[>3]0;0.00", OTHERWISE, AS_IS, AS_IS, AS_IS),
        ("[<1]0;0.00", AS_IS, AS_IS, AS_IS, AS_IS),
        ("[>5]0", AS_IS, AS_IS, AS_IS, AS_IS),
        ('[=0]"không";General', AS_IS, AS_IS, OTHERWISE, AS_IS),
        ("[>5]0;[<0]0.00", OTHERWISE, OTHERWISE, OTHERWISE, OTHERWISE),
        ("0%", PER_CENT, PER_CENT, PER_CENT, PER_CENT),
        ("0.0 %;-0.0 %", PER_CENT, PER_CENT, PER_CENT, PER_CENT),
        ('0"%"', OTHERWISE, AS_IS, AS_IS, AS_IS),
        ("0,", OTHERWISE, OTHERWISE, OTHERWISE, OTHERWISE),
        ("0.0,,", OTHERWISE, OTHERWISE, OTHERWISE, OTHERWISE),
        ("0,.0", OTHERWISE, OTHERWISE, OTHERWISE, OTHERWISE),
        ("# ?/?", OTHERWISE, OTHERWISE, OTHERWISE, OTHERWISE),
        (";;;", OTHERWISE, OTHERWISE, OTHERWISE, OTHERWISE),
        ("0.00;-0.00;;@", AS_IS, AS_IS, OTHERWISE, AS_IS),
        ('"đạt"', OTHERWISE, OTHERWISE, OTHERWISE, OTHERWISE),
        ('"9"0', OTHERWISE, OTHERWISE, OTHERWISE, OTHERWISE),
        (r"\90", OTHERWISE, OTHERWISE, OTHERWISE, OTHERWISE),
        ("*90", OTHERWISE, OTHERWISE, OTHERWISE, OTHERWISE),
        ("[DBNum1]0.00", OTHERWISE, OTHERWISE, OTHERWISE, OTHERWISE),
        ("0.00E+00", AS_IS, AS_IS, AS_IS, AS_IS),
        ("0.0E+00", OTHERWISE, AS_IS, AS_IS, AS_IS),
        ("dd/mm/yyyy", DATE, DATE, DATE, DATE),
        ("[h]:mm", DATE, DATE, DATE, DATE),
        ("h:mm AM/PM", DATE, DATE, DATE, DATE),
        ('0.00" đ"', AS_IS, AS_IS, AS_IS, AS_IS),
    ],
)
def test_a_format_says_what_is_shown(
    code: str, of_3_25: str | None, of_3: str | None, of_0: str | None, of_minus_3: str | None
) -> None:
    """ECMA-376, part 1, 18.8.31: sections by sign and condition, literals, scaling commas, fractions, dates."""
    shown = read_format(code)
    found = [shown.misleads(*number) if shown else None for number in ((325, 2), (3, 0), (0, 0), (-3, 0))]

    assert found == [of_3_25, of_3, of_0, of_minus_3]


@pytest.mark.parametrize(
    ("code", "hides"),
    [
        (";;;", True),
        ("General;-General;0;", True),
        ('0;-0;0;"đạt"', True),
        ('0;-0;0;"9"@', True),
        ("0;-0;0;@", False),
        (";;", False),
        ("0.00", False),
        ("@", False),
        ('@" điểm"', False),
        ('"1"@', True),
    ],
)
def test_a_format_says_whether_it_hides_texts(code: str, hides: bool) -> None:
    """A fourth section is for texts; without one they are shown."""
    shown = read_format(code)

    assert (shown is not None and shown.hides_text) is hides


@pytest.mark.parametrize("number", [0, 49, 100, 23, 26])
def test_some_numbers_stand_for_no_format(number: int) -> None:
    """General, text, and those that no workbook defines."""
    assert format_of(number, {}) is None


@pytest.mark.parametrize("number", [*range(14, 23), *range(27, 37), 45, 46, 47, *range(50, 59)])
def test_dates_are_known_by_number(number: int) -> None:
    """ECMA-376, part 1, 18.8.30, with those of East Asian versions."""
    shown = format_of(number, {})

    assert shown is not None
    assert shown.misleads(36, 0) == "date"


def test_a_workbook_may_define_a_known_number_anew() -> None:
    """Its own definition is what its program shows."""
    assert BUILT_IN[9] == "0%"
    assert format_of(9, {9: "General"}) is None


def test_conditions_of_the_open_format_select_sections() -> None:
    """What is written as ``value()>=0`` there."""
    shown = conditional([("value()>0", "0.0"), ("value()<0", "-0.0"), ("", "")], hides_text=False)

    assert shown is not None
    assert [shown.misleads(*each) for each in ((325, 2), (35, 1), (-35, 1), (0, 0))] == ["shown", None, None, "shown"]


def test_a_number_as_a_date() -> None:
    """The 29th of February 1900, which spreadsheets count, and dates counted from 1904."""
    assert (moment(1, 0), moment(59, 0), moment(61, 0)) == ("1900-01-01", "1900-02-28", "1900-03-01")
    assert moment(1, 0, from_1904=True) == "1904-01-02"
    assert moment(10**9, 0) == "1000000000"
