"""What ranks are compared by, as whole numbers: the key, what breaks ties, and who stands first among equals."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, Final

import attrs

from cchc_index.values.exact import Integers
from cchc_index.values.statuses import GIVEN
from cchc_index.writing.workbook.cell_formulas import EXACT, is_exact, whole
from cchc_index.writing.workbook.facts import Facts

if TYPE_CHECKING:
    from cchc_index.criteria.tree import Node
    from cchc_index.results.sums import Sums

_ANY: Final = '">-1E+15"'  #: every number that stands in a cell


@attrs.frozen(eq=False)
class Compared:
    """The numbers by which the units of a result are ranked, and the formulas that find them.

    Of two units the one with the larger key is ahead; of equal keys, the one with the larger first tie-break.
    Exact indices are compared as whole numbers so far apart that two different fractions never become one.

    Attributes:
        facts: The result.
    """

    facts: Facts

    @cached_property
    def power(self) -> int | None:
        """By what exact indices are multiplied; None where no number that a spreadsheet holds tells them apart."""
        most = max((int(each) for each in self._sums.total_maximum.tolist()), default=1)
        top = max((int(each) for each in self._sums.total.tolist()), default=1)
        power = 1
        while power < 2 * most * most:
            power *= 10
        return power if is_exact(max(top, most) * power, most) else None

    @property
    def _sums(self) -> Sums:
        return self.facts.result.outcome.sums

    def key(self, points: str, attainable: str, index: str) -> str | None:
        """The formula of a unit's key, of the cells of its figures; None where there is none."""
        by, rounding = self.facts.criteria.rank, self.facts.criteria.rounding
        if by.by == "points":
            return whole(points, rounding.points)
        if by.compare == "published":
            return whole(index, rounding.index)
        if self.power is None:
            return None
        return f"ROUND({whole(points, rounding.points)}*{self.power}/{whole(attainable, rounding.points)},0)"

    @cached_property
    def keys(self) -> list[int]:
        """Each unit's key; of no meaning for units that are not ranked."""
        by, outcome, rows = self.facts.criteria.rank, self.facts.result.outcome, self._rows
        points = [int(self._sums.total[row]) for row in rows]
        if by.by == "points":
            return points
        if by.compare == "published":
            return [int(outcome.index[row]) for row in rows]
        power = self.power or 1
        maxima = [max(1, int(self._sums.total_maximum[row])) for row in rows]
        figures = Integers.of([each * power for each in points])
        return [int(each) for each in figures.divided(Integers.of(maxima), "half_up").values.tolist()] if rows else []

    @property
    def _rows(self) -> list[int]:
        return [card.row for card in self.facts.cards]

    @property
    def then(self) -> list[Node]:
        """The nodes whose points break ties."""
        return [self.facts.criteria.node(code) for code in self.facts.criteria.rank.then]

    @cached_property
    def ties(self) -> list[list[int]]:
        """By tie-break and unit its points, 0 where one of those that are tied so far has none there."""
        found: list[list[int]] = []
        for node in self.then:
            status, points = self._sums.status[node.position], self._sums.points[node.position]
            sign = -1 if node.block == "penalty" else 1
            tied: dict[tuple[object, ...], list[int]] = defaultdict(list)
            for at in range(len(self._rows)):
                tied[self._place(at, found)].append(at)
            column = [0] * len(self._rows)
            for units in tied.values():
                if all(status[self._rows[at]] <= GIVEN for at in units):
                    for at in units:
                        column[at] = sign * int(points[self._rows[at]])
            found.append(column)
        return found

    def _place(self, at: int, ties: list[list[int]]) -> tuple[object, ...]:
        block = self.facts.blocks[at]
        return (at if block is None else -block, self.keys[at], *(column[at] for column in ties))

    @cached_property
    def firsts(self) -> list[int]:
        """1 for the first of units that share a place, 0 for the others."""
        met: set[tuple[object, ...]] = set()
        found = []
        for at in range(len(self._rows)):
            place = self._place(at, self.ties)
            found.append(0 if place in met else 1)
            met.add(place)
        return found

    @property
    def fits(self) -> bool:
        """Whether keys and tie-breaks are numbers that a spreadsheet compares exactly."""
        return all(abs(each) < EXACT for column in (self.keys, *self.ties) for each in column)


def tie_break(same: str, points: str, own: str, places: int, sign: str) -> str:
    r"""A unit's points that break a tie, 0 where one of the tied has none.

    Args:
        same: Ranges and cells by which the tied ones are found.
        points: The node's points, of all units.
        own: The unit's own.
        places: Their decimals.
        sign: "-" where fewer are better.

    Example:
        >>> tie_break("$J$6:$J$9,J6", "'P'!$C$8:$C$11", "'P'!C8", 1, "")
        'IF(COUNTIFS($J$6:$J$9,J6)=COUNTIFS($J$6:$J$9,J6,\'P\'!$C$8:$C$11,">-1E+15"),ROUND(\'P\'!C8*10,0),0)'
    """
    return f"IF(COUNTIFS({same})=COUNTIFS({same},{points},{_ANY}),{sign}{whole(own, places)},0)"


def rank(pairs: list[tuple[str, str]], firsts: str = "") -> str:
    """The rank of a unit: one more than those ahead of it, or than the places ahead of it.

    Args:
        pairs: Each column that is compared, and the unit's cell in it: the block first, where they are equal, then the
            key, then the tie-breaks.
        firsts: The column of those that stand first among equals, where equal ranks are counted once.

    Example:
        >>> rank([("B", "b"), ("K", "k"), ("T", "t")])
        '1+COUNTIFS(B,b,K,">"&k)+COUNTIFS(B,b,K,k,T,">"&t)'
        >>> rank([("B", "b"), ("K", "k")], "F")
        '1+SUMIFS(F,B,b,K,">"&k)'
    """
    terms = ["1"]
    for at in range(1, len(pairs)):
        equal = ",".join(f"{column},{own}" for column, own in pairs[:at])
        ahead = f'{equal},{pairs[at][0]},">"&{pairs[at][1]}'
        terms.append(f"SUMIFS({firsts},{ahead})" if firsts else f"COUNTIFS({ahead})")
    return "+".join(terms)
