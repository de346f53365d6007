"""How far figures may be off: intervals that others have published, and draws that are the same everywhere."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import hypothesis.strategies as st
import pytest
from hypothesis import given

import cchc_index
from cchc_index.evidence.surveys.intervals import bootstrap, outward, wilson
from tests.evidence.surveys.answering import HEAD, answers, survey_of
from tests.evidence.surveys.test_builder import ROWS


@pytest.mark.parametrize(
    ("successes", "size", "low", "high"),
    [
        (81, 263, "0.2553", "0.3662"),
        (15, 148, "0.0624", "0.1605"),
        (0, 20, "0.0000", "0.1611"),
        (1, 29, "0.0061", "0.1718"),
    ],
)
def test_wilson_is_what_newcombe_published(successes: int, size: int, low: str, high: str) -> None:
    """Two-sided confidence intervals for the single proportion, Statistics in Medicine 17 (1998), table I, method 3."""
    found = [each / 100 for each in wilson(successes, size, places=8)]

    assert [each.quantize(Decimal("0.0001")) for each in found] == [Decimal(low), Decimal(high)]


@given(st.integers(1, 3000).flatmap(lambda size: st.tuples(st.integers(0, size), st.just(size))), st.integers(0, 6))
def test_wilson_holds_the_share_and_turns_with_it(pair: tuple[int, int], places: int) -> None:
    """The bounds solve (p - share)² = z² p (1 - p) / n, outward by less than a last decimal; and 99 % is wider."""
    successes, size = pair
    low, high = wilson(successes, size, "95", places)
    share = Fraction(100 * successes, size)
    z = Fraction("1.959963984540054")

    assert 0 <= low <= share <= high <= 100
    assert (100 - high, 100 - low) == wilson(size - successes, size, "95", places)
    for bound in (low, high):
        p, step = Fraction(bound) / 100, Fraction(1, 100 * 10**places)
        if 0 < bound < 100:  # on the bound or outside of it, and less than a step away from it
            assert (p - share / 100) ** 2 >= z * z * p * (1 - p) / size
            inner = p + step if bound == low else p - step
            if (inner - share / 100) * (p - share / 100) > 0:
                assert (inner - share / 100) ** 2 < Fraction("1.9599639845401") ** 2 * inner * (1 - inner) / size
    wide = wilson(successes, size, "99", places)
    assert wide[0] <= low
    assert high <= wide[1]


def test_draws_are_the_same_everywhere() -> None:
    """The seed alone decides; another one gives others."""
    groups = {0: ([100, 60, 0, 100, 60, 0, 100], [1] * 7), 1: ([0, 60, 60], [1, 1, 1])}
    people = {0: Fraction(3), 1: Fraction(1)}
    found = bootstrap(groups, people, "a", replicates=199)

    assert found == bootstrap(groups, people, "a", replicates=199) == (Fraction(200, 7), Fraction(565, 7))
    assert found != bootstrap(groups, people, "b", replicates=199)


def test_what_does_not_vary_has_no_width_and_one_respondent_no_interval() -> None:
    """Everybody says the same; or nobody can know how others would differ."""
    assert bootstrap({0: ([60] * 9, [1] * 9)}, {0: Fraction(1)}, "a", replicates=19) == (Fraction(60), Fraction(60))
    assert bootstrap({0: ([60], [1])}, {0: Fraction(1)}, "a") is None
    assert outward(Fraction(1, 8), Fraction(1, 8), 2) == (Decimal("0.12"), Decimal("0.13"))


def test_large_weights_are_added_exactly() -> None:
    """Beyond 64 bits as well."""
    large = 10**30
    assert bootstrap({0: ([large, large], [1, 1])}, {0: Fraction(1)}, "a", replicates=19) == (
        Fraction(large),
        Fraction(large),
    )


def test_a_survey_gives_an_interval_for_each_rate() -> None:
    """Wilson's where each respondent gave one answer; over respondents where answers hang together."""
    one = survey_of(questions={"service": ("q1",)}, satisfied=("good",)).read(
        [dict(zip(HEAD, row, strict=True)) for row in ROWS if row[2] == "q1"]
    )
    mean, share = one.intervals()
    assert (share.way, share.value, share.low, share.high) == ("wilson", Decimal("47.62"), *wilson(10, 21))
    assert mean.way == "bootstrap"
    assert mean.low < mean.value < mean.high
    assert one.intervals() == one.intervals("95", "")
    assert one.intervals("90", "other seed") != one.intervals()
    with pytest.raises(cchc_index.UsageError):
        one.intervals("95 %")  # type: ignore[arg-type]

    strata = ("citizen", "business")
    rows = [*ROWS, *answers("b", "q1", "good", range(9))]
    both = survey_of(
        strata=strata, design_weights={"citizen": 9, "business": 1}, allow=("empty_stratum",), satisfied=("good",)
    )
    found = both.read([dict(zip(HEAD, row, strict=True)) for row in rows]).intervals()
    assert {(each.unit, each.figure.partition("_")[2]) for each in found} == {
        (unit, f"{kind}_of_{base}")
        for unit in "ab"
        for kind in ("rate", "satisfied")
        for base in ("answers", "population")
    }
    assert {each.way for each in found} == {"bootstrap"}
    assert all(str(each.to_dict()["low"]) <= str(each.to_dict()["high"]) or each.high == 100 for each in found)
