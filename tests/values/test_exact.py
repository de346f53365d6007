"""Columns of whole numbers and ratios give what `fractions.Fraction` gives, whatever their size."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from math import ceil, floor
from typing import get_args

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_index.values.exact import (
    LONGEST_NUMBER,
    Integers,
    Ratios,
    RoundingMode,
    decimal_text,
    order_digits,
    parse_decimal,
    places_of,
    round_fraction,
    to_decimal,
    to_integer,
)

MODES: tuple[RoundingMode, ...] = get_args(RoundingMode)
#: Numbers around zero, around halves and around the edge of 64 bits.
wholes = st.one_of(
    st.integers(-1000, 1000), st.integers(-(2**70), 2**70), st.sampled_from([2**63 - 1, -(2**63), 2**63, 2**31, 2**32])
)
positives = st.one_of(st.integers(1, 1000), st.integers(1, 2**70), st.sampled_from([2**63 - 1, 2**63, 2**32]))
pairs = st.lists(st.tuples(wholes, positives), min_size=1, max_size=8)
fractions = st.builds(Fraction, st.integers(-(10**6), 10**6), st.integers(1, 10**4))


def _ratios(found: list[tuple[int, int]]) -> tuple[Ratios, list[Fraction]]:
    column = Ratios(Integers.of([over for over, _ in found]), Integers.of([under for _, under in found]))
    return column, [Fraction(over, under) for over, under in found]


@given(st.lists(st.tuples(wholes, wholes), min_size=1, max_size=8))
def test_sums_differences_and_products_never_wrap(found: list[tuple[int, int]]) -> None:
    """64 bits are left for Python's integers where they do not suffice."""
    left, right = ([pair[side] for pair in found] for side in (0, 1))
    one, other = Integers.of(left), Integers.of(right)

    assert (one + other).values.tolist() == [a + b for a, b in found]
    assert (one - other).values.tolist() == [a - b for a, b in found]
    assert (one * other).values.tolist() == [a * b for a, b in found]
    assert (one >= other).tolist() == [a >= b for a, b in found]
    assert one.equals(other).tolist() == [a == b for a, b in found]


@given(st.lists(wholes, min_size=1, max_size=8), positives, st.sampled_from(MODES))
def test_quotients_by_one_divisor_round_as_fractions_do(numbers: list[int], by: int, mode: RoundingMode) -> None:
    """Half up goes away from zero, half even to the even neighbour, truncation towards zero."""
    assert Integers.of(numbers).divided(by, mode).values.tolist() == [
        round_fraction(Fraction(number, by), 0, mode) for number in numbers
    ]


@given(pairs, st.integers(0, 6), st.sampled_from(MODES))
def test_ratios_round_as_fractions_do(found: list[tuple[int, int]], places: int, mode: RoundingMode) -> None:
    """A column of quotients is rounded row by row, exactly."""
    column, plain = _ratios(found)

    assert column.rounded(places, mode).values.tolist() == [round_fraction(number, places, mode) for number in plain]


@given(st.integers(-(10**6), 10**6), st.integers(0, 4), st.sampled_from(MODES))
def test_ties_are_decided_by_the_mode(whole: int, places: int, mode: RoundingMode) -> None:
    """Exactly half of a last decimal, the case that binary floats get wrong."""
    tie = Fraction(2 * whole + 1, 2 * 10**places)
    away = whole + 1 if tie > 0 else whole
    expected = {"half_up": away, "half_even": whole if whole % 2 == 0 else whole + 1, "truncate": whole + (tie < 0)}

    assert round_fraction(tie, places, mode) == expected[mode]
    assert Ratios(Integers.of([tie.numerator]), tie.denominator).rounded(places, mode).values.tolist() == [
        expected[mode]
    ]


@given(pairs, fractions)
def test_comparisons_are_exact(found: list[tuple[int, int]], limit: Fraction) -> None:
    """Closed below: a value on the limit is at least the limit, and not above it."""
    column, plain = _ratios([*found, (limit.numerator, limit.denominator)])
    plain_limit = [*plain]

    assert column.at_least(limit).tolist() == [number >= limit for number in plain_limit]
    assert column.above(limit).tolist() == [number > limit for number in plain_limit]
    one = Ratios(column.numerators, 7)
    assert one.at_least(limit).tolist() == [Fraction(over, 7) >= limit for over in column.numerators.values.tolist()]
    assert one.above(limit).tolist() == [Fraction(over, 7) > limit for over in column.numerators.values.tolist()]


@given(pairs, fractions, fractions)
def test_scaling_and_shifting_are_exact(found: list[tuple[int, int]], factor: Fraction, amount: Fraction) -> None:
    """A factor and a constant are applied to the ratio, not to a rounded number."""
    column, plain = _ratios(found)
    changed = column.times(abs(factor)).plus(amount)

    assert [changed.fraction(row) for row in range(len(plain))] == [number * abs(factor) + amount for number in plain]


@given(pairs)
def test_digits_order_as_the_ratios_do(found: list[tuple[int, int]]) -> None:
    """Lexicographic order of the digits is the exact order, and equal digits mean equal ratios."""
    column, plain = _ratios([(abs(over), under) for over, under in found])
    digits = list(zip(*(digit.tolist() for digit in order_digits(column)), strict=True))

    for one in range(len(plain)):
        for other in range(len(plain)):
            assert (digits[one] < digits[other]) == (plain[one] < plain[other])
            assert (digits[one] == digits[other]) == (plain[one] == plain[other])


def _digits(numerators: list[int], denominators: list[int]) -> list[tuple[int, ...]]:
    columns = order_digits(Ratios(Integers.of(numerators), Integers.of(denominators)))
    assert all(column.dtype in (object, np.int64) for column in columns)
    return list(zip(*(column.tolist() for column in columns), strict=True))


@pytest.mark.parametrize(
    "most",
    [
        2,
        3,
        1000,
        2**21 - 1,
        2**21 + 1,
        10**9,
        3037000499,
        3037000500,
        2**62 - 1,
        2**62,
        2**62 + 1,
        2**63 - 1,
        2**70 + 1,
    ],
)
def test_the_nearest_of_fractions_are_told_apart(most: int) -> None:
    """Neighbours among fractions with such denominators differ by one over the product of theirs, and no less."""
    near = [(most - 2, most - 1), (most - 1, most), (1, most), (1, most - 1), (most // 2, most), (most // 2, most - 1)]
    near += [(most + 1, most), (most, most - 1), (3 * most - 1, most), (3 * (most - 1) - 1, most - 1), (0, most)]
    digits = _digits(*(list(part) for part in zip(*near, strict=True)))

    assert all(type(digit) is int for row in digits for digit in row)
    by_digits = sorted(range(len(near)), key=lambda row: digits[row])
    by_value = sorted(range(len(near)), key=lambda row: Fraction(*near[row]))
    assert [Fraction(*near[row]) for row in by_digits] == [Fraction(*near[row]) for row in by_value]
    for one, ours in zip(near, digits, strict=True):
        for other, theirs in zip(near, digits, strict=True):
            assert (ours == theirs) == (Fraction(*one) == Fraction(*other))


@pytest.mark.parametrize(
    ("most", "columns", "narrow"),
    [(1, 1, True), (2, 2, True), (10**4, 2, True), (10**9, 3, True), (2**62 - 1, 125, True), (2**63, 127, False)],
)
def test_no_more_digits_are_made_than_order_needs(most: int, columns: int, narrow: bool) -> None:
    """One column and as many digits as the square of the greatest denominator has, in machine integers if they fit."""
    digits = order_digits(Ratios(Integers.of([1, 2]), Integers.of([most, most])))

    assert len(digits) == columns
    assert all(digit.dtype == np.int64 for digit in digits) is narrow


@given(pairs, pairs)
def test_choosing_between_columns_keeps_values(left: list[tuple[int, int]], right: list[tuple[int, int]]) -> None:
    """`where` takes each row from one column or the other, unchanged."""
    size = min(len(left), len(right))
    (one, ones), (other, others) = _ratios(left[:size]), _ratios(right[:size])
    mask = np.arange(size) % 2 == 0
    chosen = one.where(mask, other)

    wanted = [ones[row] if mask[row] else others[row] for row in range(size)]
    assert [chosen.fraction(row) for row in range(size)] == wanted


@given(st.decimals(allow_nan=False, allow_infinity=False, places=4, min_value=-(10**9), max_value=10**9))
def test_decimals_survive_the_way_through_integers(number: Decimal) -> None:
    """A decimal is the same after it was an integer and a number of places."""
    assert to_decimal(to_integer(number, 4), 4) == number
    assert parse_decimal(f"{number:f}") == number


@pytest.mark.parametrize(
    "text",
    ["1,5", "1.", ".5", "01", "1e3", "NaN", "inf", "+1", "1 000", "1_000", "0x1", "½", "١", " 1", "1\n", "", "9" * 41],
)
def test_what_is_no_plain_decimal_is_none(text: str) -> None:
    """Only digits, one point between digits, and a minus."""
    assert parse_decimal(text) is None


def test_more_decimals_than_wanted_are_no_number_of_units() -> None:
    """Nothing is cut off in silence."""
    with pytest.raises(ValueError, match="more than 1 decimals"):
        to_integer(Decimal("0.25"), 1)


def test_columns_cannot_be_written_to() -> None:
    """A column that a plugin has been given cannot be changed under the library."""
    with pytest.raises(ValueError, match="read-only"):
        Integers.of([1, 2]).values[0] = 5


def test_bounds_are_read_from_the_numbers_and_cannot_be_typed() -> None:
    """A bound that is wrong would be a wrong number in silence; so is a column of floats."""
    with pytest.raises(TypeError):
        Integers(np.array([-5, -15]), 0, 20)  # type: ignore[call-arg]
    for wrong in ([0.5], [True], [Decimal(1)], np.array([1.0])):
        with pytest.raises(TypeError, match="whole numbers"):
            Integers.of(wrong)  # type: ignore[arg-type]

    found = Integers(np.array([-5, -15]))
    assert (found.low, found.high) == (-15, -5)
    assert found.divided(10, "half_up").values.tolist() == [-1, -2]
    assert (Integers.of([2**62]) * 4).values.tolist() == [2**64]


def test_bounds_stay_true_when_the_array_they_were_read_from_changes() -> None:
    """What an author still holds is another array than the column's, be it the whole or a view of it."""
    mine = np.array([1, 2, 3])
    shown = mine[:2]
    shown.flags.writeable = False
    columns = (Integers.of(mine), Integers.of(mine[:2]), Integers.of(shown))
    mine[:] = 2**62

    assert [(column * 4).values.tolist() for column in columns] == [[4, 8, 12], [4, 8], [4, 8]]


@pytest.mark.parametrize("denominator", [1, 10, 3 * 10**17, 10**30, 7 * 10**40])
def test_whole_numbers_are_known_whatever_their_denominator(denominator: int) -> None:
    """Also where it is greater than any machine integer, and where each row has its own."""
    numbers = [0, 1, denominator, denominator - 1, 3 * denominator, 5 * denominator + 1]
    expected = [Fraction(number, denominator).denominator == 1 for number in numbers]

    assert Ratios(Integers.of(numbers), denominator).whole().tolist() == expected
    each = Integers.of([denominator] * len(numbers))
    assert Ratios(Integers.of(numbers), each).whole().tolist() == expected


def test_a_number_may_be_as_long_as_the_longest() -> None:
    """And not one digit longer."""
    longest = "9" * LONGEST_NUMBER
    assert parse_decimal(longest) == int(longest)
    assert parse_decimal(longest + "9") is None


@pytest.mark.parametrize(
    ("integer", "places", "text"),
    [(-5, 2, "-0.05"), (-1500, 3, "-1.500"), (7, 0, "7"), (-7, 0, "-7"), (0, 2, "0.00"), (123456, 2, "1234.56")],
)
def test_an_integer_is_written_with_its_decimals(integer: int, places: int, text: str) -> None:
    """All of them, and the sign before."""
    assert decimal_text(integer, places) == text


def test_a_column_of_no_decimals_has_no_places() -> None:
    """And one of none is one."""
    assert Ratios.of([]).denominators == 1
    assert Ratios.of([Decimal(3), Decimal("0.25")]).denominators == 100


@pytest.mark.parametrize("most", [7, 10**9, 10**10, 2**40 + 1, 2**62 - 1, 2**62 + 1, 2**63 - 1, 2**63 + 5])
def test_digits_are_those_of_long_division(most: int) -> None:
    """In a base that machine integers hold where they can; each column of fractions by itself."""
    base = max(2, (2**63 - 1) // most)
    for numerators in ([most - 1, 1], [most // 3, 2 * most // 7], [most // 2 + 1, 0], [most - 2, most - 1]):
        digits = _digits(numerators, [most, most])
        for numerator, found in zip(numerators, digits, strict=True):
            whole, rest = divmod(numerator, most)
            expected = [whole]
            for _ in found[1:]:
                digit, rest = divmod(rest * base, most)
                expected.append(digit)
            assert list(found) == expected


EDGES = [0, 1, -1, 2**62, -(2**62), 2**62 + 1, -(2**62) - 1, 2**63 - 1, -(2**63) + 1, -(2**63), 2**63]


@pytest.mark.parametrize("left", EDGES)
@pytest.mark.parametrize("right", EDGES)
def test_no_sum_difference_or_product_wraps_at_the_edge(left: int, right: int) -> None:
    """Of columns, and of a column and a number."""
    one, other = Integers.of([left, 0]), Integers.of([right, 0])

    assert (one + other).values.tolist() == [left + right, 0]
    assert (one - other).values.tolist() == [left - right, 0]
    assert (one * other).values.tolist() == [left * right, 0]
    assert (one + right).values.tolist() == [left + right, right]
    assert (one - right).values.tolist() == [left - right, -right]
    assert (one * right).values.tolist() == [left * right, 0]
    assert (one > other).tolist() == [left > right, False]
    assert (one >= other).tolist() == [left >= right, True]
    assert one.equals(other).tolist() == [left == right, True]


@given(st.fractions(-(10**6), 10**6, max_denominator=10**6), st.integers(0, 4), st.sampled_from(MODES))
def test_one_number_is_rounded_as_decimals_are(number: Fraction, places: int, mode: RoundingMode) -> None:
    """By the words of each mode, straight from the number's neighbours."""
    scaled = number * 10**places
    low, high = floor(abs(scaled)), ceil(abs(scaled))
    gap, rest = abs(scaled) - low, high - abs(scaled)
    if mode == "truncate" or low == high or gap < rest:
        size = low
    elif gap > rest or mode == "half_up":
        size = high
    else:
        size = low if low % 2 == 0 else high

    assert round_fraction(number, places, mode) == (size if number >= 0 else -size)


@pytest.mark.parametrize(
    ("number", "mode", "rounded"),
    [
        ("2/3", "half_even", 1),
        ("1/3", "half_even", 0),
        ("2/3", "half_up", 1),
        ("1/2", "half_even", 0),
        ("3/2", "half_even", 2),
        ("-1/2", "half_up", -1),
        ("-3/2", "half_even", -2),
        ("4/7", "half_even", 1),
    ],
)
def test_numbers_about_a_half_are_rounded(number: str, mode: RoundingMode, rounded: int) -> None:
    """A little more than a half goes up in both modes, however little."""
    assert round_fraction(Fraction(number), 0, mode) == rounded


@pytest.mark.parametrize("whole", [2**53 + 1, 2**60 + 1, 2**62 + 3, 2**70 + 1])
@pytest.mark.parametrize("under", [1, 3])
def test_comparisons_see_the_last_digit(whole: int, under: int) -> None:
    """Of numbers that no binary fraction of 53 digits tells apart."""
    column = Ratios(Integers.of([whole - 1, whole, whole + 1]), under)

    assert column.at_least(Fraction(whole, under)).tolist() == [False, True, True]
    assert column.above(Fraction(whole, under)).tolist() == [False, False, True]
    assert column.at_least(Fraction(2 * whole + 1, 2 * under)).tolist() == [False, False, True]
    assert column.above(Fraction(2 * whole - 1, 2 * under)).tolist() == [False, True, True]


def test_what_is_no_number_has_no_decimals() -> None:
    """Nor has a number with an exponent above nothing."""
    assert [places_of(Decimal(text)) for text in ("NaN", "Infinity", "1E+3", "1.50", "5")] == [0, 0, 0, 2, 0]


def test_a_decimal_may_be_as_long_as_the_longest() -> None:
    """And not one digit longer."""
    assert parse_decimal("9" * LONGEST_NUMBER) == Decimal("9" * LONGEST_NUMBER)
    assert parse_decimal("9" * (LONGEST_NUMBER + 1)) is None


def test_the_digits_of_nobody_are_none() -> None:
    """A column of no ratios has an order, too."""
    (digits,) = order_digits(Ratios(Integers.of([]), Integers.of([])))

    assert digits.tolist() == []


@given(st.lists(st.tuples(wholes, positives), min_size=1, max_size=6), st.data())
def test_no_value_lies_beyond_the_bounds_of_its_column(found: list[tuple[int, int]], data: st.DataObject) -> None:
    """They decide whether 64 bits suffice; a bound that is wrong would be a wrong number."""
    column, others = (Integers.of([pair[side] for pair in found]) for side in (0, 1))
    mask = np.array(data.draw(st.lists(st.booleans(), min_size=len(found), max_size=len(found))))
    mode, by = data.draw(st.sampled_from(MODES)), data.draw(positives)
    rows = np.flatnonzero(mask)
    ratios = Ratios(column, by)
    made = [
        column + others,
        column - others,
        column * others,
        column.where(mask, others),
        column.where(mask, by),
        column.divided(others, mode),
        column.divided(by, mode),
        ratios.kept(mask).numerators,
        ratios.take(rows).spread(rows, len(found)).numerators,
        ratios.within(Fraction(-1), Fraction(7, 2)).numerators,
        ratios.constant(Fraction(by)).numerators,
    ]

    for each in made:
        assert each.low <= min(each.values)
        assert max(each.values) <= each.high
        assert type(each.low) is type(each.high) is int


@pytest.mark.parametrize("mode", MODES)
def test_the_bounds_of_a_quotient_are_close(mode: RoundingMode) -> None:
    """Wide ones would make the next operation a slow one."""
    by_one, by_rows = Integers.of([10, 0]).divided(3, mode), Integers.of([10, 4]).divided(Integers.of([1, 3]), mode)
    negative = Integers.of([-10, 4]).divided(3, mode)

    assert (by_one.low, by_one.high) == (0, 4)
    assert (by_rows.low, by_rows.high) == (0, 11)
    assert (negative.low, negative.high) == (-4, 4)


@pytest.mark.parametrize("mode", MODES)
def test_a_quotient_that_fits_in_64_bits_lies_in_them(mode: RoundingMode) -> None:
    """Whatever was divided."""
    found = Integers.of([2**70, 2**69]).divided(2**40, mode)

    assert found.values.dtype == np.int64
    assert found.values.tolist() == [2**30, 2**29]


@pytest.mark.parametrize(
    ("number", "fits"), [(2**63 - 1, True), (2**63, False), (-(2**63 - 1), True), (-(2**63), False), (0, True)]
)
def test_a_column_lies_in_64_bits_as_long_as_its_numbers_do(number: int, fits: bool) -> None:
    """The least that 64 bits hold is left out: without its sign it is none of theirs."""
    assert (Integers.of([number]).values.dtype == np.int64) is fits
    assert (Ratios(Integers.of([1, 2])).constant(Fraction(number)).numerators.values.dtype == np.int64) is fits


@pytest.mark.parametrize("other", [7, 2**63 - 1, 2**63, 2**64, -(2**63)])
def test_another_value_may_be_of_any_size(other: int) -> None:
    """It is that number, and the column stays in 64 bits where it can."""
    found = Integers.of([1, 2]).where(np.array([True, False]), other)

    assert found.values.tolist() == [1, other]
    assert (found.values.dtype == np.int64) is (abs(other) < 2**63)


def test_no_ratio_is_kept_as_nothing() -> None:
    """And the bounds are those of what is left and 0."""
    kept = [Ratios(Integers.of(numbers)).kept(np.array([True, False])).numerators for numbers in ([-5, -2], [5, 2])]

    assert [(each.values.tolist(), each.low, each.high) for each in kept] == [([-5, 0], -5, 0), ([5, 0], 0, 5)]


def test_what_is_no_column_of_whole_numbers_is_said() -> None:
    """In words that name what it holds."""
    with pytest.raises(TypeError, match=r"^a column of whole numbers holds ints, and no bool, float or Decimal$"):
        Integers.of([Decimal(1)])  # type: ignore[list-item]


def test_an_odd_divisor_leaves_no_tie() -> None:
    """Whatever is just over a half goes up, to an odd number too; a tie of an even one goes to the even neighbour."""
    assert Integers.of([1, 2, 4, 5, 7, 8]).divided(3, "half_even").values.tolist() == [0, 1, 1, 2, 2, 3]
    assert Integers.of([1, 2, 3, 5, 6, 10]).divided(4, "half_even").values.tolist() == [0, 0, 1, 1, 2, 2]
