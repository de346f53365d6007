"""The same formulas on made-up values, worked by hand: every figure is a fraction before it is rounded."""

from __future__ import annotations

import itertools
import math
from collections.abc import Mapping
from decimal import Context, Decimal
from fractions import Fraction

import pytest

import cchc_index
from tests.parity.holding import SETS

Row = Mapping[str, str]


def _result(name: str, *rows: Row) -> cchc_index.IndexResult:
    criteria = cchc_index.load_criteria(SETS / name)
    table = [{"unit": f"u{place}", "name": f"Ví dụ {place}", "group": "2021", **row} for place, row in enumerate(rows)]
    return cchc_index.score(criteria, cchc_index.read_assessment(table, criteria))


def _half_up(number: Fraction, places: int) -> Decimal:
    return Decimal(math.floor(number * 10**places + Fraction(1, 2))).scaleb(-places)


def _plain(number: Fraction) -> str:
    written = Decimal(number.numerator) / Decimal(number.denominator)
    assert Fraction(written) == number
    return f"{written:f}"


def _lives(health: Fraction, education: Fraction) -> Row:
    """A unit with these shares of the way in two dimensions, and all of it in income."""
    years = {"1.2.1": _plain(18 * education), "1.2.2": _plain(15 * education)}
    return {"1.1": _plain(20 + 65 * health), **years, "1.3": "75000"}


def test_human_development_where_the_root_comes_out_even() -> None:
    """0.8 x 0.64 x 1 is 0.8 cubed; all goalposts give 1, one of the worst 0, and beyond them nothing is added."""
    even = _lives(Fraction(8, 10), Fraction(64, 100))
    best = {"1.1": "85", "1.2.1": "18", "1.2.2": "15", "1.3": "75000"}
    beyond = {"1.1": "90", "1.2.1": "23", "1.2.2": "15.5", "1.3": "146829.7"}
    worst = {**best, "1.3": "100"}

    cards = list(_result("hdi.yaml", even, best, beyond, worst).ranking())

    assert {card.unit.id: str(card.index) for card in cards} == {
        "u0": "80.0",
        "u1": "100.0",
        "u2": "100.0",
        "u3": "0.0",
    }


def test_human_development_on_ties_where_binary_floats_are_not_exact() -> None:
    """Shares s, s squared and 1 have the mean s. Where s is 0.5505, 0.5515 ... it lies on a tie, and goes up."""
    ties = [Fraction(number, 10000) for number in range(5505, 10000, 10)]

    result = _result("hdi.yaml", *(_lives(tie, tie * tie) for tie in ties))

    assert [result[f"u{place}"].index for place in range(len(ties))] == [_half_up(100 * tie, 1) for tie in ties]
    floats = [math.exp((math.log(float(tie)) + math.log(float(tie * tie))) / 3) for tie in ties]
    missed = [tie for tie, found in zip(ties, floats, strict=True) if math.floor(1000 * found + 0.5) < 1000 * tie]
    assert missed


def test_human_development_with_logarithms() -> None:
    """By 50 digits: ln(9000 / 100) / ln 750, and the cube root of the three."""
    exact = Context(prec=50)
    income = exact.divide(exact.ln(Decimal(90)), exact.ln(Decimal(750)))
    product = exact.multiply(Decimal("0.8") * Decimal("0.7"), income)
    index = exact.multiply(exact.power(product, exact.divide(1, 3)), 100)

    (card,) = _result("hdi.yaml", {**_lives(Fraction(8, 10), Fraction(7, 10)), "1.3": "9000"}).ranking()

    assert card.index == _half_up(Fraction(index), 1) == Decimal("72.5")
    assert card.node("1.3").points == _half_up(Fraction(income) * 100, 6)


def test_e_government_shares_ranks_as_printed() -> None:
    """A third of 2.0002 and of 2.0003 differ, and print alike with four decimals of 0 to 1 but not with five."""
    rows = [{"1": "0.9", "2": "0.6", "3": each} for each in ("0.5002", "0.5003", "0.4")]

    four, five = (_result(name, *rows) for name in ("egdi-2018.yaml", "egdi.yaml"))

    thirds = [Fraction(total) * 100 / 3 for total in ("2.0002", "2.0003", "1.9")]
    assert [four[f"u{place}"].index for place in range(3)] == [_half_up(third, 2) for third in thirds]
    assert [five[f"u{place}"].index for place in range(3)] == [_half_up(third, 3) for third in thirds]
    assert [four[f"u{place}"].rank for place in range(3)] == [2, 1, 3]
    assert (four["u0"].index, four["u1"].index) == (Decimal("66.67"), Decimal("66.68"))


_DOWN = ("5.1", "5.2", "5.3", "5.4", "7.4")
_PARTS = {"5": 5, "7": 5, "8": 6, "9": 4}
_CODES = [f"{node}.{part}" for node, count in _PARTS.items() for part in range(1, count + 1)]
#: Three provinces that do not exist; every indicator has a least, a greatest and a middle value, in turn.
_INDICATORS = [
    {code: str(20 + 7 * ((place + at) % 3) ** 2 + at) for at, code in enumerate(_CODES)} for place in range(3)
]


def _sub_index(node: str, row: Row) -> Fraction:
    """1 + 9 x sum of w x (x - least) / (greatest - least), by hand."""
    total = Fraction(0)
    for code in (code for code in _CODES if code.startswith(f"{node}.")):
        column = [Fraction(each[code]) for each in _INDICATORS]
        way = (Fraction(row[code]) - min(column)) / (max(column) - min(column))
        weight = Fraction(2, 5) if code == "9.4" else Fraction(1, 6 if node == "8" else 5)
        total += weight * (1 - way if code in _DOWN else way)
    return 1 + 9 * total


def test_competitiveness_from_indicators() -> None:
    """Four sub-indices of each province, in both directions, weighted, on 1 to 10."""
    result = _result("pci-2006.yaml", *_INDICATORS)

    for (place, row), node in itertools.product(enumerate(_INDICATORS), _PARTS):
        found = Fraction(result[f"u{place}"].node(node).points or 0)
        assert abs(found - _sub_index(node, row)) <= Fraction(3, 10**6), (place, node)  # of five leaves rounded apart


@pytest.mark.parametrize(
    ("value", "points"),
    [
        ("22.73", "2.000000"),  # the best end that the workbook holds
        ("65.09", "0.200000"),  # the worst
        ("43.91", "1.100000"),  # the middle
        ("65.94", "0.163881"),  # beyond, along the line: 0.2 - 1.8 x 0.85 / 42.36
    ],
)
def test_competitiveness_between_rounded_ends_goes_on_beyond_them(value: str, points: str) -> None:
    """0.2 to 2 points for 65.09 to 22.73, and the same line beyond."""
    middle = {"5.2": "70", "5.3": "20", "5.4": "50", "5.5": "40"}
    others = {"7.1": "70", "7.2": "60", "7.3": "40", "7.4": "30", "7.5": "60"}

    (card,) = _result("pci-2006-bounds.yaml", {"5.1": value, **middle, **others}).ranking()

    assert str(card.node("5.1").points) == points
    assert _half_up(
        Fraction("0.2") + Fraction("1.8") * (Fraction("65.09") - Fraction(value)) / Fraction("42.36"), 6
    ) == (Decimal(points))
