"""A band's reason names the figure that was compared: as published, or exact with as many decimals as it takes."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

import cchc_index
from cchc_index.bands.contract import Band, Placing
from cchc_index.bands.legible import legible
from cchc_index.bands.thresholds import Thresholds
from cchc_index.criteria.criteria_set import parse_criteria
from cchc_index.values.text import Text
from cchc_index.values.units import Unit
from cchc_index.writing.table import Style
from cchc_index.writing.text import note_lines
from cchc_index_bands import NaturalGaps

SET = """
id: t
edition: 1
title: T
source: {status: illustrative}
rounding: {points: 2, index: %d}
classify: {thresholds: {on: index, compare: %s, bands: [{label: X, from: %s}, {label: Y}]}}
criteria:
  - {code: "1", title: A, max_points: %d, rule: points}
"""


def _result(places: int, compare: str, cut_off: str, most: int, points: str) -> cchc_index.IndexResult:
    criteria = parse_criteria(SET % (places, compare, cut_off, most), registry=cchc_index.Registry.builtin())
    return cchc_index.score(criteria, cchc_index.read_assessment([{"unit": "a", "1": points}], criteria))


@pytest.mark.parametrize(
    ("places", "compare", "cut_off", "most", "points", "told"),
    [
        (0, "exact", "75", 100, "74.99", "index 74.99; 0.01 short of X (from 75)"),
        (0, "exact", "75", 100, "75", "index 75 is at least 75"),
        (0, "published", "75", 100, "74.99", "index 75 is at least 75"),
        (2, "exact", "66.67", 3, "2", "index ≈ 66.6667; ≈ 0.0033 short of X (from 66.67)"),
        (2, "published", "66.67", 3, "2", "index 66.67 is at least 66.67"),
        (2, "exact", "66.6666666", 3, "2", "index ≈ 66.666666667 is at least 66.6666666"),
        (2, "published", "90", 100, "89.5", "index 89.50; 0.50 short of X (from 90)"),
    ],
)
def test_the_reason_names_the_figure_compared(
    places: int, compare: str, cut_off: str, most: int, points: str, told: str
) -> None:
    """Nothing is "0 short" of a cut-off, and what is cut is marked."""
    assert _result(places, compare, cut_off, most, points)["a"].explain("en").band == told


@pytest.mark.parametrize(
    ("places", "compare", "cut_off", "most", "points", "told"),
    [
        (2, "exact", "66.67", 3, "2", "chỉ số ≈ 66,6667; còn thiếu ≈ 0,0033 để đạt X (từ 66,67)"),
        (2, "published", "66.5", 3, "2", "chỉ số 66,67 đạt từ 66,5"),
        (2, "exact", "66.6666667", 3, "2", "chỉ số ≈ 66,666666667; còn thiếu ≈ 0,000000033 để đạt X (từ 66,6666667)"),
    ],
)
def test_the_reason_is_written_as_vietnamese_writes_it(
    places: int, compare: str, cut_off: str, most: int, points: str, told: str
) -> None:
    """In its words, with its commas, also where the gap needs many decimals."""
    assert _result(places, compare, cut_off, most, points)["a"].explain("vi").band == told


@pytest.mark.parametrize(
    ("label", "told"),
    [
        ("Tốt", "điểm 90 đạt từ 80"),
        ("Khá", "điểm 90 đạt từ 50; còn thiếu 5 để đạt Tốt (từ 95)"),
        ("Kém", "điểm 90; còn thiếu 5 để đạt Khá (từ 95)"),
    ],
)
def test_each_group_has_its_own_bands(label: str, told: str) -> None:
    """The best of them is short of nothing; names are said in the language that is wanted."""
    names = {name: Text((("vi", name), ("en", f"{name} in English"))) for name in ("Tốt", "Khá", "Kém")}
    cuts = {"Tốt": [80, 50], "Khá": [95, 50], "Kém": [99, 95]}[label]
    own = tuple(Band(names[name], Decimal(cut)) for name, cut in zip(("Tốt", "Khá"), cuts, strict=True))
    bands = Thresholds({"so": (*own, Band(names["Kém"])), "x": (Band(names["Tốt"]),)}, on="points")
    place = ("Tốt", "Khá", "Kém").index(label)
    placing = Placing(Unit("a", "A", "so"), Decimal(90), Decimal(90), bands.bands_of("so")[place], "vi")

    assert bands.reason(placing) == told


def test_a_unit_near_a_cut_off_is_listed_with_its_exact_figure() -> None:
    """An index printed as 75 and a band under 75 are explained where they stand."""
    result = _result(0, "exact", "75", 100, "74.99")
    (warning,) = [each.to_dict() for each in result.warnings]

    assert warning == {
        "kind": "near_cut_off", "unit": "a", "value": "75", "cut_off": "75", "exact": "74.99", "band": "Y"
    }  # fmt: skip
    assert list(note_lines(result, "vi", Style()))[1] == "  a: 75 (trước khi làm tròn 74,99), ngưỡng 75, xếp loại Y"


@given(st.fractions(0, 100, max_denominator=10**6), st.decimals(0, 100, places=2))
def test_what_is_missing_is_never_nothing(figure: Fraction, cut_off: Decimal) -> None:
    """How far a unit is from a band is shown to its first digit at least, and rightly."""
    apart = Fraction(cut_off) - figure
    number, whole = legible(apart, 2, apart)

    assert (number == 0) is (apart == 0)
    assert (Fraction(number) == apart) is whole
    assert abs(Fraction(number) - apart) * 10 <= abs(apart) or whole


def test_points_are_compared_as_they_are() -> None:
    """Where points are compared, they are named with their own decimals."""
    bands = Thresholds((Band(Text.plain("X"), Decimal(15)), Band(Text.plain("Y"))), on="points")
    placing = Placing(Unit("a", "A"), Decimal("14.500"), Decimal("96.67"), bands.bands_of("")[1])

    assert bands.reason(placing) == "points 14.500; 0.500 short of X (from 15)"


def test_tiers_name_the_exact_figure_too() -> None:
    """A plugin's classifier that compares exact figures says which they are."""
    gaps = NaturalGaps((Text.plain("I"), Text.plain("II")), compare="exact")
    placing = Placing(Unit("a", "A"), Decimal(2), Decimal("66.67"), Band(Text.plain("I")), "vi", Decimal(3))

    assert gaps.reason(placing) == "chỉ số ≈ 66,6667, theo khoảng cách tự nhiên (ngưỡng thay đổi)"


@pytest.mark.parametrize(
    ("figure", "least", "apart", "number", "whole"),
    [
        (Fraction(1, 10**6), 0, None, "0.000001", True),
        (Fraction(3, 10**6), 0, None, "0.000003", True),
        (Fraction(10**7 + 1, 10**7), 0, None, "1.0000", False),
        (Fraction(200, 3), 2, Fraction(1, 1000), "66.6667", False),
        (Fraction(200, 3), 2, Fraction(21, 20_000), "66.6667", False),
        (Fraction(200, 3), 2, Fraction(-9, 10_000), "66.66667", False),
        (Fraction(5), 3, None, "5.000", True),
    ],
)
def test_six_decimals_say_it_all_or_the_gap_is_seen(
    figure: Fraction, least: int, apart: Fraction | None, number: str, whole: bool
) -> None:
    """Two digits of the gap are seen, and no more decimals written than that takes."""
    found, is_whole = legible(figure, least, apart)

    assert (str(found), is_whole) == (number, whole)


def test_a_band_is_named_in_the_language_that_is_wanted() -> None:
    """Also the better one, which was missed."""
    names = [Text((("vi", vi), ("en", en))) for vi, en in (("Tốt", "Good"), ("Khá", "Fair"))]
    bands = Thresholds((Band(names[0], Decimal(80)), Band(names[1])))
    placing = Placing(Unit("a", "A"), Decimal(79), Decimal("79.00"), bands.bands_of("")[1])

    assert bands.reason(placing) == "index 79.00; 1.00 short of Good (from 80)"


def test_an_index_has_its_decimals_and_points_have_theirs() -> None:
    """A figure is an index unless it is said to be points."""
    placing = Placing(Unit("a", "A"), Decimal("2.000"), Decimal("66.7"), Band(Text.plain("B")), "en")

    assert placing.write(Fraction(2)) == placing.write(Fraction(2), on="index") == "2.0"
    assert placing.write(Fraction(2), on="points") == "2.000"
