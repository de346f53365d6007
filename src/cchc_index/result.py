"""Results: every unit's points, index, rank and band, and the scorecard that explains them node by node.

A scorecard's node is the one place where points, maximum, status and reason meet; whatever writes results reads nodes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

import attrs
import numpy as np

from cchc_index.aggregation import Sums
from cchc_index.assessment import Assessment, ancestors
from cchc_index.classification import Band, Classification, Move
from cchc_index.criteria import CriteriaSet, Node, NotApplicableWhen, Stage
from cchc_index.errors import Language, MissingExtraError
from cchc_index.exact import to_decimal
from cchc_index.explaining import Explanation, ScorecardNode, explain
from cchc_index.statuses import GIVEN, NAMES, NOT_APPLICABLE
from cchc_index.units import Register, Unit

if TYPE_CHECKING:
    import numpy.typing as npt

    from cchc_index.exact import BoolArray, IntArray


@attrs.frozen
class ResultWarning:
    """Something a reader of the result should know, as data: its kind, the unit and node, and particulars.

    Attributes:
        kind: `claim`, `not_applicable`, `absent`, `clamped`, `formula`, `moved` or `near_cut_off`.
        unit: The unit's identifier; "" when it concerns all units.
        code: The node's code; "" when it concerns the whole unit.
        particulars: Further figures, as text.
    """

    kind: str
    unit: str
    code: str = ""
    particulars: Mapping[str, str] = attrs.field(factory=dict)

    def to_dict(self) -> dict[str, str]:
        """The warning as one flat mapping."""
        code = {"code": self.code} if self.code else {}
        return {"kind": self.kind, "unit": self.unit, **code, **self.particulars}


@attrs.frozen(eq=False)
class Outcome:
    """The columns of a result.

    Attributes:
        sums: Points, maxima and status of every node and unit.
        index: Each unit's index, in units of its last decimal.
        has_index: Which units have one.
        rank: Ranks; 0 for none.
        classification: Bands.
    """

    sums: Sums
    index: IntArray
    has_index: BoolArray
    rank: npt.NDArray[np.int64]
    classification: Classification


@attrs.frozen(eq=False)
class Scorecard:
    """One unit's result (bảng điểm của đơn vị).

    Attributes:
        result: The result it belongs to.
        row: The unit's row.
    """

    result: IndexResult = attrs.field(repr=False)
    row: int

    @property
    def unit(self) -> Unit:
        """The unit."""
        return self.result.register.units[self.row]

    @property
    def group(self) -> str:
        """The unit's group."""
        return self.unit.group

    @property
    def complete(self) -> bool:
        """Whether nothing is missing."""
        return bool(self.result.outcome.sums.complete[self.row])

    @property
    def points(self) -> Decimal | None:
        """Points obtained; None when nothing applies or nothing is known."""
        if self.max_points is None or not any(
            self.result.outcome.sums.status[at][self.row] <= GIVEN for at in self.result.top
        ):
            return None
        return self.result.points(int(self.result.outcome.sums.total[self.row]))

    @property
    def max_points(self) -> Decimal | None:
        """Attainable points; None when nothing applies."""
        maximum = int(self.result.outcome.sums.total_maximum[self.row])
        return self.result.points(maximum) if maximum else None

    @property
    def index(self) -> Decimal | None:
        """The index in per cent, as published; None when nothing applies or something is missing."""
        if not self.result.outcome.has_index[self.row]:
            return None
        return to_decimal(int(self.result.outcome.index[self.row]), self.result.criteria.rounding.index)

    @property
    def rank(self) -> int | None:
        """The rank; None for units that are not ranked or have no index."""
        return int(self.result.outcome.rank[self.row]) or None

    @property
    def band(self) -> Band | None:
        """The band; None without an index or without a classifier."""
        found = int(self.result.outcome.classification.band_of[self.row])
        return None if found < 0 else self.result.outcome.classification.bands[found]

    @property
    def move(self) -> Move | None:
        """Why the unit is in another band than its figure alone would give; None when it is not."""
        moved = self.result.outcome.classification.moved
        return next((move for move in moved if move.row == self.row), None)

    @property
    def nodes(self) -> Mapping[str, ScorecardNode]:
        """The nodes by code, each parent before its parts, without reasons."""
        return {node.criterion.code: self._node(node) for node in self.result.criteria.nodes}

    def node(self, code: str) -> ScorecardNode:
        """The node of a code.

        Raises:
            UnknownNameError: The set has no such code.
        """
        return self._node(self.result.criteria.node(code))

    def explain(self, language: Language = "en", code: str | None = None) -> Explanation:
        """Every node with its points, maximum, status and reason; or only those of one node.

        Raises:
            UnknownNameError: The set has no such code.
        """
        return explain(self, language, code)

    def _node(self, node: Node) -> ScorecardNode:
        sums, at = self.result.outcome.sums, node.position
        status = int(sums.status[at][self.row])
        maximum = sums.maxima[at]
        nodes = self.result.criteria.nodes
        return ScorecardNode(
            node.criterion.code,
            node.criterion.title.first,
            node.depth,
            tuple(nodes[part].criterion.code for part in node.parts),
            self.result.points(int(sums.points[at][self.row])) if status <= GIVEN else None,
            None
            if status == NOT_APPLICABLE
            else self.result.points(maximum if isinstance(maximum, int) else int(maximum[self.row])),
            NAMES[status],
        )


@attrs.frozen(eq=False)
class IndexResult:
    """Every unit's points, index, rank and band (kết quả chỉ số).

    Iterating gives scorecards by group, rank and identifier; unranked units come last in their group.

    Attributes:
        assessment: What was scored.
        outcome: The columns.
        claims: Typed points that differ from what rules give.
    """

    assessment: Assessment = attrs.field(repr=False)
    outcome: Outcome = attrs.field(repr=False)
    claims: tuple[ResultWarning, ...] = attrs.field(default=(), repr=False)

    @property
    def criteria(self) -> CriteriaSet:
        """The set."""
        return self.assessment.criteria

    @property
    def register(self) -> Register:
        """The units."""
        return self.assessment.register

    @property
    def stage(self) -> Stage:
        """The stage."""
        return self.assessment.stage

    @property
    def data(self) -> str | None:
        """Whether the values are `real` or `synthetic`; None where no cycle says so."""
        return self.assessment.origin.data if self.assessment.origin else None

    @cached_property
    def top(self) -> tuple[int, ...]:
        """Positions of the top-level nodes."""
        return tuple(node.position for node in self.criteria.top)

    def points(self, integer: int) -> Decimal:
        """Points from units of the last decimal."""
        return to_decimal(integer, self.criteria.rounding.points)

    def __len__(self) -> int:
        """How many units there are."""
        return len(self.register)

    def __getitem__(self, unit: str) -> Scorecard:
        """The scorecard of a unit.

        Raises:
            UnknownNameError: No unit has that identifier.
        """
        return Scorecard(self, self.register.row(unit))

    def __iter__(self) -> Iterator[Scorecard]:
        """Scorecards by group, rank and identifier."""
        return iter(self._ordered)

    @cached_property
    def _ordered(self) -> tuple[Scorecard, ...]:
        rank = self.outcome.rank.tolist()
        last = len(rank) + 1
        units = self.register.units
        rows = sorted(range(len(rank)), key=lambda row: (units[row].group, rank[row] or last, units[row].id))
        return tuple(Scorecard(self, row) for row in rows)

    def ranking(self) -> list[Scorecard]:
        """The ranked units, by group, rank and identifier."""
        return [card for card in self if card.rank is not None]

    def band_counts(self) -> dict[str, dict[str, int]]:
        """For each group how many units are in each band, best band first; bands without units are left out."""
        counts: dict[str, dict[str, int]] = {}
        bands = self.outcome.classification.bands
        for group in sorted({unit.group for unit in self.register}):
            rows = [row for row, unit in enumerate(self.register) if unit.group == group]
            found = self.outcome.classification.band_of[rows].tolist()
            labels = [band.label.first for place, band in enumerate(bands) if place in found]
            by_label = dict.fromkeys(labels, 0)
            for place in found:
                if place >= 0:
                    by_label[bands[place].label.first] += 1
            counts[group] = by_label
        return counts

    @cached_property
    def warnings(self) -> tuple[ResultWarning, ...]:
        """What a reader should know: claims, uses of "not applicable", and units near a cut-off."""
        found = [*self.claims, *self._absent(), *self._not_applicable(), *self._clamped()]
        found += [ResultWarning("formula", unit, code) for unit, code in self.assessment.computed]
        for move in self.outcome.classification.moved:
            band = self.outcome.classification.bands[int(self.outcome.classification.band_of[move.row])]
            particulars = {
                "by_points": move.by_points.label.first,
                "band": band.label.first,
                "reason": move.reason.first,
            }
            found.append(ResultWarning("moved", self.register.units[move.row].id, "", particulars))
        for near in self.outcome.classification.near:
            particulars = {"value": str(near.value), "cut_off": str(near.cut_off), "band": near.band.label.first}
            found.append(ResultWarning("near_cut_off", self.register.units[near.row].id, "", particulars))
        order = self.criteria.positions
        return tuple(sorted(found, key=lambda warning: (warning.kind, warning.unit, order.get(warning.code, -1))))

    def _not_applicable(self) -> Iterator[ResultWarning]:
        """The highest nodes that do not apply to a unit, with who says so."""
        status = self.outcome.sums.status
        declared = set(self.assessment.declared)
        absent = {each.code for each in self.assessment.absent}
        for node in self.criteria.nodes:
            if absent.intersection(above.criterion.code for above in ancestors(self.criteria, node)):
                continue
            rows = np.flatnonzero(status[node.position] == NOT_APPLICABLE)
            if node.parent >= 0:
                rows = rows[status[node.parent][rows] != NOT_APPLICABLE]
            for row in rows.tolist():
                unit, code = self.register.units[row], node.criterion.code
                by = "declared" if (unit.id, code) in declared else self._who_says(node, unit)
                yield ResultWarning("not_applicable", unit.id, code, {"by": by})

    def _absent(self) -> Iterator[ResultWarning]:
        """The blocks that the cycle leaves out for everybody."""
        for each in self.assessment.absent:
            yield ResultWarning("absent", "", each.code, {"decision": each.decision} if each.decision else {})

    def _clamped(self) -> Iterator[ResultWarning]:
        """Where a block of extra points, or the total with it, was kept within its bounds."""
        sums = self.outcome.sums
        for block in self.criteria.blocks:
            got = np.sum([sums.points[part] for part in block.parts], axis=0)
            for row in np.flatnonzero(got > sums.points[block.position]).tolist():
                figures = {"sum": got[row], "points": sums.points[block.position][row]}
                yield self._clamp(row, block.criterion.code, figures)
        if self.criteria.blocks:
            total = self.unclamped
            for row in np.flatnonzero((total != sums.total) & (sums.total_maximum > 0)).tolist():
                yield self._clamp(row, "", {"sum": total[row], "points": sums.total[row]})

    def _clamp(self, row: int, code: str, figures: Mapping[str, int]) -> ResultWarning:
        said = {name: str(self.points(int(figure))) for name, figure in figures.items()}
        return ResultWarning("clamped", self.register.units[row].id, code, said)

    @cached_property
    def unclamped(self) -> npt.NDArray[np.int64]:
        """Each unit's points with bonus and penalty, before they are kept between 0 and the maximum."""
        sums = self.outcome.sums
        total: npt.NDArray[np.int64] = np.zeros(len(self.register), dtype=np.int64)
        for node in (*self.criteria.top, *self.criteria.blocks):
            total = total + (-sums.points[node.position] if node.block == "penalty" else sums.points[node.position])
        return total

    def _who_says(self, node: Node, unit: Unit) -> str:
        conditions = (above.criterion.not_applicable for above in ancestors(self.criteria, node))
        if any(isinstance(condition, NotApplicableWhen) and unit.agrees(condition.when) for condition in conditions):
            return "condition"
        return "parts" if node.parts else "rule"

    def to_dict(self) -> dict[str, Any]:
        """One element of the `results` of ``score --format json``: numbers as text, so that nothing is lost."""
        return {
            "criteria": dict(self.criteria.plain()),
            "stage": self.stage,
            "units": [_unit_dict(card) for card in self],
            "bands": self.band_counts(),
            "warnings": [warning.to_dict() for warning in self.warnings],
        }

    def to_frame(self, backend: Literal["pandas", "polars", "pyarrow"] = "pandas") -> Any:
        """The units as a data frame: one row a unit, with the set, its status and the points of each node as texts.

        Args:
            backend: The library of the frame, one that narwhals knows: `pandas`, `polars` or `pyarrow`.

        Raises:
            MissingExtraError: narwhals or that library is not installed; the extra is `frames`.
        """
        try:
            import narwhals as nw

            said = {"criteria": self.criteria.name, "status": self.criteria.source.status, "data": self.data}
            columns: dict[str, list[Any]] = {name: [value] * len(self) for name, value in said.items()}
            columns |= {name: [] for name in _FRAME_COLUMNS}
            for card in self:
                unit = _unit_dict(card)
                for name in _FRAME_COLUMNS:
                    columns[name].append(unit[name])
                for code, node in unit["nodes"].items():
                    columns.setdefault(code, []).append(node["points"])
            return nw.from_dict(columns, backend=backend).to_native()
        except ImportError as error:
            raise MissingExtraError("frames", error.name or backend) from error


_FRAME_COLUMNS = ("unit", "name", "group", "points", "max_points", "index", "rank", "band", "complete")


def _unit_dict(card: Scorecard) -> dict[str, Any]:
    return {
        "unit": card.unit.id,
        "name": card.unit.name,
        "group": card.group,
        "points": _text(card.points),
        "max_points": _text(card.max_points),
        "index": _text(card.index),
        "rank": card.rank,
        "band": None if card.band is None else card.band.label.first,
        "complete": card.complete,
        "nodes": {
            code: {"points": _text(node.points), "max_points": _text(node.max_points), "status": node.status}
            for code, node in card.nodes.items()
        },
    }


def _text(number: Decimal | None) -> str | None:
    return None if number is None else f"{number:f}"
