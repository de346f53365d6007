"""Prizes within their limits, against a second way to give them."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from cchc_index.evidence.initiatives.prizes import Prize, prizes_won
from cchc_index.problems.problem import Problem


def _places(means: list[Fraction]) -> list[int]:
    return [1 + sum(other > each for other in means) for each in means]


@given(
    st.lists(st.integers(0, 6), max_size=12),
    st.lists(st.tuples(st.integers(0, 4), st.none() | st.integers(0, 6)), max_size=4),
)
def test_no_limit_is_passed_and_equals_are_equal(points: list[int], classes: list[tuple[int, int | None]]) -> None:
    """However many are equal: limits hold, equal ones get one prize, none behind gets a higher one."""
    means = sorted(map(Fraction, points), reverse=True)
    prizes = [
        Prize(f"P{number}", most, None if least is None else Decimal(least))
        for number, (most, least) in enumerate(classes)
    ]
    order = [*(each.title for each in prizes), ""]
    won = prizes_won(means, _places(means), prizes, "below")
    assert not isinstance(won, Problem)
    assert len(won) == len(means)
    for prize in prizes:
        assert won.count(prize.title) <= prize.most
        assert all(
            prize.least is None or mean >= prize.least
            for mean, title in zip(means, won, strict=True)
            if title == prize.title
        )
    for mean in set(means):
        assert len({title for own, title in zip(means, won, strict=True) if own == mean}) == 1
    assert [order.index(title) for title in won] == sorted(order.index(title) for title in won)
    strict = prizes_won(means, _places(means), prizes, "refuse")
    if isinstance(strict, Problem):
        assert len(set(means)) < len(means)
        assert strict.text("vi") != strict.text("en")
    else:
        assert strict == won
