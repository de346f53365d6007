"""Results: every unit's points, index, rank and band, and the scorecard that explains them node by node.

A scorecard's node is the one place where points, maximum, status and reason meet; whatever writes results reads nodes.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

import attrs

from cchc_index.assessment.assessment import Assessment
from cchc_index.criteria.tree import CriteriaSet, Stage
from cchc_index.problems.errors import MissingExtraError
from cchc_index.problems.problem import Language
from cchc_index.results.explaining import Explanation, explain
from cchc_index.results.figures import Figures
from cchc_index.results.outcome import Outcome
from cchc_index.results.warnings import ResultWarning, warnings_of
from cchc_index.values.units import Register

if TYPE_CHECKING:
    pass


@attrs.frozen(eq=False)
class Scorecard(Figures):
    """One unit's result (bảng điểm của đơn vị).

    Attributes:
        result: The result it belongs to.
    """

    result: IndexResult = attrs.field(repr=False)

    def explain(self, language: Language = "en", code: str | None = None) -> Explanation:
        """Every node with its points, maximum, status and reason; or only those of one node.

        Raises:
            UnknownNameError: The set has no such code.
        """
        return explain(self, language, code)


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
        return self.assessment.data

    def __len__(self) -> int:
        """How many units there are."""
        return len(self.register)

    def __getitem__(self, unit: str) -> Scorecard:
        """The scorecard of a unit.

        Raises:
            UnknownNameError: No unit has that identifier.
        """
        return self._scorecard(self.register.row(unit))

    def _scorecard(self, row: int) -> Scorecard:
        return Scorecard(self.assessment, self.outcome, row, self)

    def __iter__(self) -> Iterator[Scorecard]:
        """Scorecards by group, rank and identifier."""
        return iter(self._ordered)

    @cached_property
    def _ordered(self) -> tuple[Scorecard, ...]:
        rank = self.outcome.rank.tolist()
        last = len(rank) + 1
        units = self.register.units
        rows = sorted(range(len(rank)), key=lambda row: (units[row].group, rank[row] or last, units[row].id))
        return tuple(map(self._scorecard, rows))

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
        return warnings_of(self.assessment, self.outcome, self.claims)

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
