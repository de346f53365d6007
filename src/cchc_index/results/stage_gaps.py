"""What changed between the first stage and the last: by unit, by area and by criterion, in exact points."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

import attrs
import numpy as np

from cchc_index.criteria.tree import Node
from cchc_index.results.result import IndexResult
from cchc_index.values.exact import to_decimal
from cchc_index.values.statuses import GIVEN, NAMES

if TYPE_CHECKING:
    import numpy.typing as npt

    from cchc_index.values.exact import BoolArray


@attrs.frozen
class Gap:
    """Points of the first stage beside those of the last, of criteria that both score.

    Attributes:
        unit: The unit; "" of a criterion or area as a whole.
        code: The criterion or the area; "" of a unit as a whole.
        first: The points at the first stage; None where there are none.
        last: The points at the last stage; None where there are none.
        status: The status at the last stage, of one criterion of one unit; "" elsewhere.
        criteria: How many criteria of how many units are added up in it.
    """

    unit: str
    code: str
    first: Decimal | None
    last: Decimal | None
    status: str = ""
    criteria: int = 1

    @property
    def difference(self) -> Decimal | None:
        """The last less the first; None where one of them is not there."""
        return None if self.first is None or self.last is None else self.last - self.first


@attrs.frozen
class Disagreement:
    """How much the stages disagree about one criterion.

    Attributes:
        code: The criterion.
        units: How many units have points for it at both stages.
        changed: For how many of them the points differ.
        raised: The points that were added, all units together.
        lowered: The points that were taken away, as a positive number.
        largest: The largest change of one unit, with its sign.
        unit: That unit; the first by identifier of several.
    """

    code: str
    units: int
    changed: int
    raised: Decimal
    lowered: Decimal
    largest: Decimal
    unit: str

    @property
    def moved(self) -> Decimal:
        """The sum of all changes without their signs."""
        return self.raised + self.lowered


@attrs.frozen(eq=False)
class Changes:
    """Two results of one set, leaf by leaf.

    Attributes:
        first: The result of the first stage.
        last: That of the last.
    """

    first: IndexResult = attrs.field(repr=False)
    last: IndexResult = attrs.field(repr=False)

    @property
    def _places(self) -> int:
        return self.last.criteria.rounding.points

    def _points(self, points: int) -> Decimal:
        return to_decimal(int(points), self._places)

    def _columns(self, leaf: Node) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], BoolArray, BoolArray]:
        """A leaf's points at both stages, and which units have some; what a penalty takes counts as less."""
        sign = -1 if leaf.block == "penalty" else 1
        here, there = self.first.outcome.sums, self.last.outcome.sums
        at = leaf.position
        has = [np.asarray(sums.status[at] <= GIVEN) for sums in (here, there)]
        return sign * np.asarray(here.points[at]), sign * np.asarray(there.points[at]), has[0], has[1]

    def units(self) -> Iterator[Gap]:
        """Each unit with what it had at either stage, over the criteria for which it has points at both."""
        size = len(self.last.register)
        sums, counts = np.zeros((2, size), dtype=np.int64), np.zeros(size, dtype=np.int64)
        for leaf in self.last.criteria.leaves:
            before, after, had, has = self._columns(leaf)
            sums += np.where(had & has, np.stack([before, after]), 0)
            counts += had & has
        found = [
            Gap(unit.id, "", self._points(sums[0, row]), self._points(sums[1, row]), "", int(counts[row]))
            for row, unit in enumerate(self.last.register.units)
            if counts[row]
        ]
        yield from sorted(found, key=lambda gap: (gap.difference or 0, gap.unit))

    def areas(self) -> Iterator[Gap]:
        """Each top-level node likewise, all units together, in the order of the set."""
        criteria = self.last.criteria
        for top in (*criteria.top, *criteria.blocks):
            first = last = count = 0
            for position in top.leaves or (top.position,):
                before, after, had, has = self._columns(criteria.nodes[position])
                both = had & has
                first, last = first + int(before[both].sum()), last + int(after[both].sum())
                count += int(both.sum())
            if count:
                yield Gap("", top.criterion.code, self._points(first), self._points(last), "", count)

    def cells(self) -> Iterator[Gap]:
        """Each criterion of each unit that has not the same at both stages: the largest changes first."""
        found = []
        for leaf in self.last.criteria.leaves:
            before, after, had, has = self._columns(leaf)
            other = (had != has) | (had & has & (before != after))
            entered = self.first.outcome.sums.status[leaf.position] != NAMES.index("unscored")
            found += [
                Gap(
                    self.last.register.units[row].id,
                    leaf.criterion.code,
                    self._points(before[row]) if had[row] else None,
                    self._points(after[row]) if has[row] else None,
                    NAMES[int(self.last.outcome.sums.status[leaf.position][row])],
                )
                for row in np.flatnonzero(other & entered).tolist()
            ]
        order = self.last.criteria.positions
        yield from sorted(
            found,
            key=lambda gap: (gap.difference is None, -abs(gap.difference or Decimal(0)), order[gap.code], gap.unit),
        )

    def disagreements(self) -> Iterator[Disagreement]:
        """The criteria about which the stages disagree, the most points first."""
        found = []
        for leaf in self.last.criteria.leaves:
            before, after, had, has = self._columns(leaf)
            both = had & has
            moved = np.where(both, after - before, 0)
            rows = np.flatnonzero(moved).tolist()
            if not rows:
                continue
            units = self.last.register.units
            most = min(rows, key=lambda row: (-abs(int(moved[row])), units[row].id))
            found.append(
                Disagreement(
                    leaf.criterion.code,
                    int(both.sum()),
                    len(rows),
                    self._points(moved[moved > 0].sum()),
                    self._points(-moved[moved < 0].sum()),
                    self._points(moved[most]),
                    units[most].id,
                )
            )
        order = self.last.criteria.positions
        yield from sorted(found, key=lambda each: (-each.moved, order[each.code]))
