"""One result, or a set alone, and the published figures of its units: everything that is found, told as findings."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING

import attrs
import numpy as np

from cchc_index.checks.audit.basis import Basis
from cchc_index.checks.audit.contradictions import Contradictions, contradictions
from cchc_index.checks.audit.printed import Cells, as_computed, bounds_of, cells_of
from cchc_index.checks.audit.spans import Spans, narrowed
from cchc_index.checks.audit.standings import Misplaced, Standings
from cchc_index.checks.audit.sums import Bound, Reach
from cchc_index.checks.audit.years import wrong_changes
from cchc_index.checks.findings import Against, Cause, Finding
from cchc_index.criteria.tree import Node
from cchc_index.reading.published import PublishedTable
from cchc_index.results.figures import Figures
from cchc_index.scoring.aggregation import TOTAL
from cchc_index.values.exact import Integers, Ratios, decimal_text

if TYPE_CHECKING:
    import numpy.typing as npt

    from cchc_index.results.result import IndexResult
    from cchc_index.values.exact import BoolArray

#: how many units a misplaced one is told to contradict
_MOST_NAMED = 2


@attrs.frozen(order=False)
class _Told:
    """A finding with its place in the table."""

    row: int
    column: int
    finding: Finding
    explained: bool = False


class Holding:
    """A published table held against one basis."""

    def __init__(self, basis: Basis, table: PublishedTable) -> None:
        """Take what it is held against, and the table."""
        self.basis = basis
        self.table = table
        printed_cells = cells_of(table, basis.register.rows)
        known = basis.criteria.positions
        self.cells = [each for each in printed_cells if not each.code or each.code in known]
        self.strays = [each for each in printed_cells if each.code and each.code not in known]
        if not basis.knows_maxima:
            self.basis = basis = self._with_printed_maxima(basis)
        self.columns = {(each.figure, each.code): each for each in self.cells}
        self.sums = [each for each in self.cells if each.figure in ("points", "index")]
        self.nominal = as_computed(self.sums, basis) if basis.result is not None else None
        # where points are known, a figure that is the computed one cannot be wrong: most units of most tables are done
        doubtful: BoolArray | None = None
        if self.nominal is not None and basis.is_exact:
            doubtful = np.asarray(~self.nominal.all(axis=0), dtype=np.bool_)
        self.bounds: list[Bound] = bounds_of(self.sums, basis, doubtful)
        self.wrong: Contradictions = contradictions(basis.tree, self.bounds, basis.computed, doubtful)
        printed = {(each.figure, each.code): (number, each) for number, each in enumerate(self.sums)}
        self.standings = Standings(basis, self.wrong, printed)

    def findings(self) -> tuple[list[Finding], list[Finding]]:
        """What nothing explains, and what rounding explains, in the order of units and columns."""
        told = [*self._strays(), *self._maxima(), *self._sums(), *self._ranks(), *self._bands(), *self._changes()]
        told.sort(key=lambda each: (each.row, each.column))
        return (
            [each.finding for each in told if not each.explained],
            [each.finding for each in told if each.explained],
        )

    def _with_printed_maxima(self, basis: Basis) -> Basis:
        """The basis with attainable points as printed, where that is told for every unit."""
        cells = next((each for each in self.cells if each.figure == "max_points"), None)
        places = basis.criteria.rounding.points
        if cells is None or len(cells.rows) < len(basis.register):
            return basis
        maxima = np.ones(len(basis.register), dtype=np.int64)
        for own, rows, numbers in cells.by_places:
            spans = Spans.printed(numbers, own, basis.criteria.rounding.mode)
            maxima[rows] = spans.whole(places)[1]  # the most: it is only a bound, as the set's maximum is
        full = basis.sums.total_maximum
        if (maxima < 1).any():
            return basis
        maxima = np.minimum(maxima, full)
        sums = attrs.evolve(basis.sums, total_maximum=maxima)
        return attrs.evolve(basis, outcome=attrs.evolve(basis.outcome, sums=sums))

    def unit(self, row: int) -> str:
        """A unit's identifier."""
        return self.basis.register.units[row].id

    @cached_property
    def totals(self) -> Mapping[str, tuple[list[int], list[int]]]:
        """The least and the greatest computed index, rounded, and points of each unit."""
        free = self.wrong.free
        points = (free.low[TOTAL].tolist(), free.high[TOTAL].tolist())
        low, high = (self._index(end[TOTAL], TOTAL).tolist() for end in (free.low, free.high))
        return {"points": points, "index": (low, high)}

    def _index(self, points: npt.NDArray[np.int64], position: int) -> npt.NDArray[np.int64]:
        rounding = self.basis.criteria.rounding
        maximum = np.maximum(self.basis.maximum(position), 1)
        return Ratios(Integers.of(points) * 100, Integers.of(maximum)).rounded(rounding.index, rounding.mode).values

    def _strays(self) -> Iterator[_Told]:
        """Figures of nodes that another set of the cycle has."""
        for cells in self.strays:
            for row in cells.rows.tolist():
                yield self._told(row, cells, None, self._cause(row, cells))

    def _maxima(self) -> Iterator[_Told]:
        """Attainable points that are not those of the set."""
        cells, basis = self.columns.get(("max_points", "")), self.basis
        if cells is None:
            return
        rounding = basis.criteria.rounding
        low, high = np.zeros_like(cells.of_row), np.zeros_like(cells.of_row)
        for places, rows, numbers in cells.by_places:
            low[rows], high[rows] = Spans.printed(numbers, places, rounding.mode).whole(rounding.points)
        own = basis.maximum(TOTAL)
        wrong = (high < 1) | (low > own) if not basis.knows_maxima else (low > own) | (high < own) | (own < 1)
        for row in cells.rows[wrong[cells.rows]].tolist():
            most = decimal_text(int(own[row]), rounding.points) if own[row] else None
            against = (Against(self.unit(row), "max_points", "", most, "computed"),) if most else ()
            yield self._told(row, cells, most, self._cause(row, cells), against=against)

    def _sums(self) -> Iterator[_Told]:
        """Points and indices that cannot stand, or are explained by rounding alone."""
        for number, cells in enumerate(self.sums):
            bound, found = self.bounds[number], self.wrong.found[number]
            for row in np.flatnonzero(cells.has & ~bound.has).tolist():  # there is nothing to print
                yield self._told(row, cells, None, self._cause(row, cells))
            for row in np.flatnonzero(found).tolist():
                root = int(self.wrong.cause[number, row])
                cause = self._cause(row, self.sums[root], bool(self.wrong.either[root, row]), self.bounds[root])
                yield self._sum(row, cells, bound, cause, either=bool(self.wrong.either[number, row]))
            if self.nominal is not None:
                for row in np.flatnonzero(bound.has & ~found & ~self.nominal[number]).tolist():
                    yield self._sum(row, cells, bound, None, explained=True)

    def _sum(
        self,
        row: int,
        cells: Cells,
        bound: Bound,
        cause: Cause | None,
        *,
        either: bool = False,
        explained: bool = False,
    ) -> _Told:
        basis, rounding = self.basis, self.basis.criteria.rounding
        is_index = cells.figure == "index"
        what = "sum" if either else cells.figure
        places = rounding.index if is_index else rounding.points
        low, high = self._ends(self.wrong.free if basis.result is not None else self.wrong.held, row, bound, is_index)
        computed: int | None = low if low == high else None
        if basis.result is not None:
            computed = self._computed(basis.result, row, bound, is_index)
        elif (added := self._added(row, cells, bound)) is not None:
            return self._told(row, cells, added, cause, against=self._against(row, cells, bound), what=what)
        room = (None, None) if low == high else (decimal_text(low, places), decimal_text(high, places))
        said = None if computed is None else decimal_text(computed, places)
        against = () if explained else self._against(row, cells, bound)
        return self._told(row, cells, said, cause, room=room, against=against, what=what, explained=explained)

    def _added(self, row: int, cells: Cells, bound: Bound) -> str | None:
        """The sum of a node's parts as they are printed; None where it is no sum, or one is not printed."""
        criteria, position = self.basis.criteria, bound.position
        blocks = criteria.blocks if position == TOTAL else criteria.nodes[position].blocks
        parts = self._parts(position)
        adds = position == TOTAL or criteria.nodes[position].criterion.adds_up
        if cells.figure == "index" or blocks or not parts or not adds:
            return None
        if position != TOTAL and criteria.nodes[position].criterion.parts_points is not None:
            return None
        found = [self._figure(row, "points", criteria.nodes[part].criterion.code) for part in parts]
        values = [Decimal(each.value) for each in found if each is not None]
        return f"{sum(values, Decimal(0)):f}" if len(values) == len(parts) else None

    def _computed(self, result: IndexResult, row: int, bound: Bound, is_index: bool) -> int | None:
        """The computed figure; None for an index of a unit that has none as computed, though it may have one."""
        outcome = result.outcome
        if not is_index:
            return int(self.basis.points(bound.position)[row])
        if bound.position == TOTAL:
            return int(outcome.index[row]) if outcome.has_index[row] else None
        node, rows = self.basis.criteria.nodes[bound.position], np.array([row])
        has = bool(outcome.components.has(node, rows)[0])
        return int(outcome.components.index(node, rows)[0]) if has else None

    def _ends(self, reach: Reach, row: int, bound: Bound, is_index: bool) -> tuple[int, int]:
        low, high = (int(end[bound.position][row]) for end in (reach.low, reach.high))
        if self.basis.result is None:
            low, high = self._left(reach, row, bound.position, low, high)
        if not is_index:
            return low, high
        maximum = max(int(self.basis.maximum(bound.position)[row]), 1)
        rounding = self.basis.criteria.rounding
        low, high = (
            int(Ratios(Integers.of([100 * end]), maximum).rounded(rounding.index, rounding.mode).values[0])
            for end in (low, high)
        )
        return low, high

    def _left(self, reach: Reach, row: int, position: int, low: int, high: int) -> tuple[int, int]:
        """What a node's sum leaves for it beside its other parts, where it is one of a plain sum."""
        criteria = self.basis.criteria
        above = TOTAL if position == TOTAL else criteria.nodes[position].parent
        if position == TOTAL or criteria.nodes[position].block:
            return low, high
        parts = self._parts(above if above >= 0 else TOTAL)
        plain = not criteria.blocks
        if above >= 0:
            own = criteria.nodes[above].criterion
            plain = own.adds_up and not own.requires and own.parts_points is None and self.basis.tree.applies
        if not plain:
            return low, high
        least, most = (int(end[above if above >= 0 else TOTAL][row]) for end in (reach.low, reach.high))
        others = [part for part in parts if part != position]
        least -= sum(int(reach.high[part][row]) for part in others)
        most -= sum(int(reach.low[part][row]) for part in others)
        low, high = max(low, least), min(high, most)
        return (low, high) if low <= high else (high, low)

    def _against(self, row: int, cells: Cells, bound: Bound) -> tuple[Against, ...]:
        """The parts that a figure is made of, each as printed where that stands, else as computed."""
        criteria, basis = self.basis.criteria, self.basis
        if cells.figure == "index":
            found = [self._figure(row, "points", cells.code)]
            if not cells.code and ((most := self.columns.get(("max_points", ""))) is not None and most.has[row]):
                found.append(Against(self.unit(row), "max_points", "", most.text(row), "published"))
            if (own := self._computed_figure(row, "index", cells.code, bound)) is not None:
                found.append(own)
            return tuple(each for each in found if each is not None)
        parts = self._parts(bound.position)
        found = [self._figure(row, "points", criteria.nodes[part].criterion.code) for part in parts]
        if basis.result is not None and (not parts or None in found):
            found.append(self._computed_figure(row, "points", cells.code, bound))
        if basis.result is None:
            index = self.columns.get(("index", cells.code))
            if index is not None and index.has[row]:
                found.append(Against(self.unit(row), "index", cells.code, index.text(row), "published"))
            if not parts:
                above = criteria.nodes[bound.position].parent if bound.position != TOTAL else TOTAL
                code = "" if above < 0 else criteria.nodes[above].criterion.code
                found.append(self._figure(row, "points", code))
        return tuple(each for each in found if each is not None)

    def _parts(self, position: int) -> tuple[int, ...]:
        criteria = self.basis.criteria
        if position != TOTAL:
            node = criteria.nodes[position]
            return (*node.parts, *node.blocks)
        return tuple(node.position for node in (*criteria.top, *criteria.blocks))

    def _figure(self, row: int, figure: str, code: str) -> Against | None:
        """A figure as printed, if it is printed and stands; else as computed."""
        held = self.standings.printed.get((figure, code))
        if held is not None and held[1].has[row] and not self.wrong.found[held[0], row]:
            return Against(self.unit(row), figure, code, held[1].text(row), "published")
        position = self.basis.criteria.positions[code] if code else TOTAL
        return self._computed_figure(row, figure, code, position)

    def _computed_figure(self, row: int, figure: str, code: str, at: Bound | int) -> Against | None:
        basis = self.basis
        if basis.result is None:
            return None
        position = at if isinstance(at, int) else at.position
        node: Node | None = None if position == TOTAL else basis.criteria.nodes[position]
        card = Figures(basis.assessment, basis.result.outcome, row)  # as computed, not what there may be beside it
        value: Decimal | None = getattr(card if node is None else card.node(node.criterion.code), figure)
        return None if value is None else Against(self.unit(row), figure, code, f"{value:f}", "computed")

    def _cause(self, row: int, cells: Cells, either: bool = False, bound: Bound | None = None) -> Cause:
        parts = ""
        if cells.figure == "points" and bound is not None:
            parts = self._written_parts(row, bound)
        what = "sum" if either else cells.figure
        return Cause(self.unit(row), what, cells.code, cells.text(row), parts)

    def _written_parts(self, row: int, bound: Bound) -> str:
        criteria = self.basis.criteria
        if bound.position != TOTAL and not criteria.nodes[bound.position].criterion.adds_up:
            return ""  # its parts add up to something else
        found = []
        for part in self._parts(bound.position):
            code = criteria.nodes[part].criterion.code
            if self.basis.result is not None:
                figure = self._computed_figure(row, "points", code, part)
            else:
                figure = self._figure(row, "points", code)
            if figure is not None:
                found.append((criteria.nodes[part].block, figure.value))
        written = "".join((" - " if block == "penalty" else " + ") + value for block, value in found)
        return written[3:] if written.startswith(" + ") else written.strip()

    def _root(self, row: int) -> Cause | None:
        """The misprint of a unit that its rank or class follows: that of its index, of its points, or of a part."""
        for figure in ("index", "points"):
            held = self.standings.printed.get((figure, ""))
            if held is not None and self.wrong.found[held[0], row]:
                number = int(self.wrong.cause[held[0], row])
                return self._cause(row, self.sums[number], bool(self.wrong.either[number, row]), self.bounds[number])
        roots = np.flatnonzero(self.wrong.found[:, row])
        if not len(roots):
            return None
        number = int(self.wrong.cause[int(roots[0]), row])
        return self._cause(row, self.sums[number], bool(self.wrong.either[number, row]), self.bounds[number])

    def _ranks(self) -> Iterator[_Told]:
        among = self.table.among
        for cells in self.cells:
            if cells.figure != "rank":
                continue
            node = self.basis.criteria.node(cells.code) if cells.code else None
            misplaced = self.standings.ranks(cells, node, among)
            wrong = {each.row for each in misplaced if not each.explained}
            for each in misplaced:
                cause = None
                if not each.explained:
                    first = each.row if each.partner < 0 else min(each.row, each.partner)
                    cause = (self._root(each.cause) if each.cause >= 0 else None) or self._cause(first, cells)
                room = (None if each.low is None else str(each.low), None if each.high is None else str(each.high))
                against = () if each.explained else self._rank_against(each, cells, wrong)
                computed = None if each.computed is None else str(each.computed)
                yield self._told(each.row, cells, computed, cause, room=room, against=against, explained=each.explained)

    def _rank_against(self, misplaced: Misplaced, cells: Cells, wrong: set[int]) -> tuple[Against, ...]:
        """What the unit is ranked by, and the units beside it that are ranked otherwise than that says."""
        row, code = misplaced.row, cells.code
        figure = "points" if self.basis.criteria.rank.by == "points" and not code else "index"
        own = self._figure(row, figure, code) or self._figure(row, "points", code)
        node = self.basis.criteria.node(code) if code else None
        keys = self.standings.keys(node, followed=False)
        ranks = cells.spread(narrowed(cells.numbers), 0)
        others = cells.has & (self.standings.blocks == self.standings.blocks[row])
        others[row] = False
        turned = others & (
            ((ranks > ranks[row]) & (keys.low > keys.high[row]))
            | ((ranks < ranks[row]) & (keys.high < keys.low[row]))
            | ((ranks == ranks[row]) & ((keys.low > keys.high[row]) | (keys.high < keys.low[row])))
        )
        far = np.abs(ranks - ranks[row])
        nearest = sorted(np.flatnonzero(turned).tolist(), key=lambda at: (at in wrong, int(far[at])))
        found = [own]
        for other in nearest[:_MOST_NAMED]:
            found += [
                self._figure(other, figure, code) or self._figure(other, "points", code),
                Against(self.unit(other), "rank", code, cells.text(other), "published"),
            ]
        return tuple(each for each in found if each is not None)

    def _bands(self) -> Iterator[_Told]:
        own = {unit: text for unit, text in self.table.bands.items() if unit in self.basis.register.rows}
        for each in self.standings.bands(own) if own else ():
            unit = self.unit(each.row)
            cause = None
            if not each.explained:
                own_cause = Cause(unit, "band", "", own[unit])
                cause = (self._root(each.cause) if each.cause >= 0 else None) or own_cause
            index = self._figure(each.row, "index", "") or self._figure(each.row, "points", "")
            against = (index,) if index is not None and not each.explained else ()
            computed = None if each.computed is None else str(each.computed)
            finding = Finding(unit, "band", "", own[unit], computed, None, cause, against=against)
            yield _Told(each.row, len(self.table.columns), finding, each.explained)

    def _changes(self) -> Iterator[_Told]:
        for each in wrong_changes(self.basis, self.columns, self.totals):
            cells = self.columns["change", ""]
            before = self.columns[f"previous.{each.figure}", ""]
            unit = self.unit(each.row)
            against = [
                self._figure(each.row, each.figure, ""),
                Against(unit, f"previous.{each.figure}", "", before.text(each.row), "published"),
            ]
            kept = tuple(figure for figure in against if figure is not None)
            yield self._told(each.row, cells, each.computed, self._cause(each.row, cells), against=kept)

    def _told(
        self,
        row: int,
        cells: Cells,
        computed: str | None,
        cause: Cause | None,
        *,
        room: tuple[str | None, str | None] = (None, None),
        against: Sequence[Against] = (),
        what: str = "",
        explained: bool = False,
    ) -> _Told:
        published = cells.text(row)
        difference = None if computed is None else f"{Decimal(published) - Decimal(computed):f}"
        finding = Finding(
            self.unit(row),
            what or cells.figure,
            cells.code,
            published,
            computed,
            difference,
            cause,
            *room,
            tuple(against),
        )
        return _Told(row, cells.number, finding, explained)
