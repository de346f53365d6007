"""Prizes by class, within their limits."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import Literal

import attrs

from cchc_index.problems.problem import Problem

AtLimit = Literal["refuse", "below"]


@attrs.frozen
class Prize:
    """A class of prizes.

    Attributes:
        title: What it is called.
        most: How many may be given.
        least: The mean from which it may be given; None where the place alone counts.
    """

    title: str
    most: int
    least: Decimal | None = None


def prizes_won(
    means: Sequence[Fraction], places: Sequence[int], prizes: Sequence[Prize], at_limit: AtLimit
) -> list[str] | Problem:
    """The prize of each initiative, or which equal ones no limit can tell apart.

    Initiatives come by place. A class is given from the first place on until its limit; then the next class begins.
    Equal ones get one class: if not all of them fit in it, either nobody can say which of them get it, or, where that
    is declared, all of them and all behind them get the class below.

    Args:
        means: Their means, the first place first.
        places: Their places.
        prizes: The classes, the highest first.
        at_limit: `refuse`, or `below`.

    Example:
        >>> classes = (Prize("I", 1), Prize("II", 2))
        >>> prizes_won([Fraction(9), Fraction(8), Fraction(8), Fraction(7)], [1, 2, 2, 4], classes, "refuse")
        ['I', 'II', 'II', '']
        >>> prizes_won([Fraction(9), Fraction(9), Fraction(8)], [1, 1, 3], classes, "below")
        ['II', 'II', '']
        >>> prizes_won([Fraction(9), Fraction(9), Fraction(8)], [1, 1, 3], classes, "refuse").key
        'evidence.tie_at_limit'
    """
    won: list[str] = []
    at, left = 0, prizes[0].most if prizes else 0
    while len(won) < len(means):
        tied = places.count(places[len(won)])
        mean = means[len(won)]
        while at < len(prizes) and (left == 0 or _is_under(mean, prizes[at]) or (tied > left and at_limit == "below")):
            at += 1
            left = prizes[at].most if at < len(prizes) else 0
        if at < len(prizes) and tied > left:
            said = {"title": prizes[at].title, "left": str(left), "tied": str(tied), "place": str(places[len(won)])}
            return Problem("evidence.tie_at_limit", arguments=said)
        won += [prizes[at].title if at < len(prizes) else ""] * tied
        left -= tied
    return won


def _is_under(mean: Fraction, prize: Prize) -> bool:
    return prize.least is not None and mean < Fraction(prize.least)
