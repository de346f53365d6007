"""Results: every unit's points, index, rank and band, and the scorecard that explains them node by node.

A scorecard's node is the one place where points, maximum, status and reason meet; whatever writes results reads nodes.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from typing import Any, Literal

import attrs
import numpy as np

from cchc_index.assessment.assessment import Assessment
from cchc_index.criteria.criteria_set import CriteriaSet
from cchc_index.criteria.tree import Stage
from cchc_index.problems.problem import Language
from cchc_index.problems.wanted import want
from cchc_index.results.comparing import Comparison
from cchc_index.results.components import MeanIndex
from cchc_index.results.explaining import Explanation, explain
from cchc_index.results.figures import Figures
from cchc_index.results.frames import arrow_stream, result_frame
from cchc_index.results.json_text import stream_of, unit_stream
from cchc_index.results.leads import Lead
from cchc_index.results.outcome import Outcome
from cchc_index.results.plain import PlainColumns
from cchc_index.results.plotting import CardPlots, ResultPlots
from cchc_index.results.warnings import ResultWarning, awaiting_of, warnings_of
from cchc_index.values.contexts import own_context
from cchc_index.values.html_table import html_table
from cchc_index.values.units import Register


@attrs.frozen(eq=False, repr=False)
class Scorecard(Figures):
    """One unit's result (bảng điểm của đơn vị).

    Attributes:
        result: The result it belongs to.
    """

    result: IndexResult

    def __repr__(self) -> str:
        """The unit and the figures that it has, in one line."""
        names = ("points", "max_points", "index", "rank", "band")
        said = [f"{name}={each}" for name in names if (each := getattr(self, name)) is not None]
        return f"Scorecard({', '.join([repr(self.unit.id), *said])})"

    def _repr_html_(self) -> str:
        """The nodes in a table, for notebooks."""
        header = ("code", "title", "points", "max_points", "index", "status")
        rows = ((n.code, n.title, n.points, n.max_points, n.index, n.status) for n in self.nodes.values())
        caption = f"{self.unit.name} [{self.unit.id}], {self.criteria.name} ({self.criteria.source.status})"
        return html_table(caption, header, rows, len(self.criteria.nodes))

    def explain(self, language: Language = "en", code: str | None = None) -> Explanation:
        """Every node with its points, maximum, status and reason; or only those of one node.

        Raises:
            UnknownNameError: The set has no such code.
        """
        return explain(self, language, code)

    @property
    def plot(self) -> CardPlots:
        """The unit's pictures, ``plot.areas()`` and ``plot.lost()``."""
        return CardPlots(self)

    def compare_with(self, other: Scorecard) -> Lead:
        """This unit beside another of the same set: why one is ahead, taken apart exactly by node and leaf.

        Raises:
            UsageError: The other is of another set or stage, so that no difference means anything.

        Example:
            >>> import cchc_index
            >>> result = cchc_index.open_cycle("lai-chau-2021").score()
            >>> lead = result["so-tai-chinh"].compare_with(result["so-tu-phap"])
            >>> sum(part.share for part in lead.parts) == lead.difference
            True
        """
        want("other", other, Scorecard, how="result[unit]")
        return Lead.of(self, other)


@attrs.frozen
class Said:
    """What a result file says beside its figures, which cannot be made anew without the answers.

    Attributes:
        warnings: The warnings.
        means: The means.
    """

    warnings: tuple[ResultWarning, ...]
    means: tuple[MeanIndex, ...]


@attrs.frozen(eq=False, repr=False)
class IndexResult:
    """Every unit's points, index, rank and band (kết quả chỉ số).

    Iterating gives scorecards by group, rank and identifier; unranked units come last in their group.

    Attributes:
        assessment: What was scored.
        outcome: The columns.
        claims: Typed points that differ from what rules give.
        said: Warnings and means of a result that was read back; None for one that was scored.
    """

    assessment: Assessment
    outcome: Outcome
    claims: tuple[ResultWarning, ...] = ()
    said: Said | None = None

    def __repr__(self) -> str:
        """The set, its stage, and how many units there are and are ranked."""
        ranked = int(np.count_nonzero(self.outcome.rank))
        return f"IndexResult({self.criteria.name!r}, stage={self.stage!r}, units={len(self)}, ranked={ranked})"

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

    def __contains__(self, unit: object) -> bool:
        """Whether there is a unit of that identifier."""
        return unit in self.register.rows

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
        return tuple(map(self._scorecard, self._rows))

    @cached_property
    def _rows(self) -> list[int]:
        rank = self.outcome.rank.tolist()
        last = len(rank) + 1
        units = self.register.units
        return sorted(range(len(rank)), key=lambda row: (units[row].group, rank[row] or last, units[row].id))

    @own_context
    def ranking(self, code: str | None = None) -> list[Scorecard]:
        """The ranked units, by group, rank and identifier; or by a node's index, those that have it.

        Raises:
            UnknownNameError: The set has no such code.

        Example:
            >>> import cchc_index
            >>> result = cchc_index.open_cycle("lai-chau-2021").score().results[0]
            >>> [card.unit.id for card in result.ranking("6")][:2]
            ['cong-ty-dien-luc', 'cong-ty-nuoc']
        """
        if code is None:
            return [card for card in self if card.rank is not None]
        rank = self.outcome.components.rank(self.criteria.node(code)).tolist()
        ranked = [card for card in self if rank[card.row]]
        return sorted(ranked, key=lambda card: (card.group, rank[card.row], card.unit.id))

    @cached_property
    @own_context
    def means(self) -> tuple[MeanIndex, ...]:
        """The means of the printed index, and of each node's, of all ranked units that have it and of each group.

        Example:
            >>> import cchc_index
            >>> result = cchc_index.open_cycle("lai-chau-2021").score().results[0]
            >>> [(mean.group, str(mean.index), str(mean.nodes["6"])) for mean in result.means]
            [(None, '81.13', '77.94'), ('other', '94.44', '100.00'), ('province', '79.36', '75.00')]
        """
        if self.said is not None:
            return self.said.means
        return self.outcome.components.means(self.outcome.index, self.outcome.has_index)

    def compare(self, other: IndexResult) -> Comparison:
        """This result beside a later one, or that of a scenario: points, index, rank and band of each unit, who moved.

        Raises:
            TypeError: The other is no result.
        """
        want("other", other, IndexResult, how="score(criteria, assessment)")
        return Comparison.of(self, other)

    def _repr_html_(self) -> str:
        """The units in a table, for notebooks."""
        header = ("rank", "unit", "name", "group", "points", "max_points", "index", "band")
        rows = (
            (card.rank, card.unit.id, card.unit.name, card.group, card.points, card.max_points, card.index, card.band)
            for card in self
        )
        caption = f"{self.criteria.name} ({self.criteria.source.status}), {self.stage}, {self.data or '-'}"
        if self.awaiting:
            caption += f", provisional: awaiting {', '.join(each.code for each in self.awaiting)}"
        return html_table(caption, header, rows, len(self))

    def band_counts(self) -> dict[str, dict[str, int]]:
        """For each group how many units are in each band, best band first; bands without units are left out."""
        labels = [band.label.first for band in self.outcome.classification.bands]
        groups, group_of = self.register.group_blocks
        cells = np.array(group_of, dtype=np.intp) * (len(labels) + 1) + self.outcome.classification.band_of + 1
        table = np.bincount(cells, minlength=len(groups) * (len(labels) + 1)).reshape(len(groups), len(labels) + 1)
        counts: dict[str, dict[str, int]] = {}
        for group, found in zip(groups, table.tolist(), strict=True):
            by_label = counts[group] = {}
            for label, count in zip(labels, found[1:], strict=True):  # the first are those without a band
                if count:
                    by_label[label] = by_label.get(label, 0) + count
        return counts

    @cached_property
    @own_context
    def warnings(self) -> tuple[ResultWarning, ...]:
        """What a reader should know: claims, uses of "not applicable", and units near a cut-off."""
        return self.said.warnings if self.said else warnings_of(self.assessment, self.outcome, self.claims)

    @property
    def awaiting(self) -> tuple[ResultWarning, ...]:
        """What is still to come, a warning for each node; as long as there is any, the result is provisional."""
        if self.said is not None:
            return tuple(each for each in self.said.warnings if each.kind == "awaiting")
        return tuple(awaiting_of(self.assessment))

    @property
    def plot(self) -> ResultPlots:
        """The result's pictures, ``plot.ranking()``, ``plot.areas()`` and ``plot.lost()``."""
        return ResultPlots(self.plain(), self.awaiting)

    def plain(self) -> PlainColumns:
        """The figures as plain columns, units by group, rank and identifier: what every format is written from."""
        return PlainColumns(self.assessment, self.outcome, np.array(self._rows, dtype=np.intp))

    def _document(self, units: object, warnings: object) -> dict[str, Any]:
        """One element of the `results` of ``score --format json``, around its units and warnings."""
        return {
            "criteria": dict(self.criteria.plain()),
            "stage": self.stage,
            "units": units,
            "bands": self.band_counts(),
            "means": [mean.to_dict() for mean in self.means],
            "warnings": warnings,
        }

    @own_context
    def to_dict(self) -> dict[str, Any]:
        """One element of the `results` of ``score --format json``: numbers as text, so that nothing is lost."""
        return self._document(list(self.plain().unit_dicts()), [warning.to_dict() for warning in self.warnings])

    def streamed(self, language: Language | None = None) -> dict[str, Any]:
        """The same for `json_pieces`: units and warnings become text while they are written.

        With a language every node also has its title and its reason in it.
        """
        warnings = stream_of(warning.to_dict() for warning in self.warnings)
        units = unit_stream(self.plain()) if language is None else stream_of(self._explained_units(language))
        return self._document(units, warnings)

    def _explained_units(self, language: Language) -> Iterator[dict[str, Any]]:
        for card, unit in zip(self, self.plain().unit_dicts(), strict=True):
            for node in card.explain(language).nodes:
                unit["nodes"][node.code] |= {"title": node.title, "reason": node.reason}
            yield unit

    @own_context
    def to_frame(
        self,
        backend: Literal["pandas", "polars", "pyarrow"] = "pandas",
        *,
        numbers: Literal["decimal", "float", "text"] = "decimal",
        layout: Literal["wide", "long"] = "wide",
    ) -> Any:
        """The units as a data frame: one row a unit, with the set, its status and the points of each node.

        Args:
            backend: The library of the frame, one that narwhals knows: `pandas`, `polars` or `pyarrow`.
            numbers: `decimal` gives points, maxima and indices as exact decimals where the library has them (polars,
                pyarrow), and in pandas, which has none, as floats; `text` as they are printed; `float` the binary
                floats next to them. Floats are for exploring: two tenths and one tenth are no three tenths there, so
                no rank or class is to be decided on them.
            layout: `wide` has a column for each node; `long` a row for each unit and node, with the points lost.

        Raises:
            MissingExtraError: narwhals or that library is not installed; the extra is `frames`.
            ValueError: `numbers` or `layout` is something else, or a node's code is the name of another column.

        Example:
            >>> import cchc_index
            >>> result = cchc_index.open_cycle("lai-chau-2021").score().results[0]
            >>> frame = result.to_frame("polars")
            >>> frame["unit"][0], frame["points"][0], result.to_frame("polars", numbers="text")["points"][0]
            ('cong-ty-dien-luc', Decimal('17.000'), '17.000')
            >>> result.to_frame("polars", layout="long")["lost"].sum()
            Decimal('57.728')
        """
        return result_frame(self.plain(), self.repeated, backend, numbers, layout)

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """The rows of `to_frame` for whatever takes the Arrow PyCapsule interface: ``polars.DataFrame(result)``.

        Raises:
            MissingExtraError: Neither pyarrow nor polars is installed, or narwhals is not; the extra is `frames`.

        Example:
            >>> import cchc_index, polars
            >>> result = cchc_index.open_cycle("lai-chau-2021").score().results[0]
            >>> polars.DataFrame(result)["unit", "points"].row(0)
            ('cong-ty-dien-luc', Decimal('17.000'))
        """
        return arrow_stream(self.to_frame, requested_schema)

    @property
    def repeated(self) -> dict[str, str | None]:
        """The set with its status, whether the data are real, and the stage, as every row of a table repeats them."""
        source = self.criteria.source
        return {"criteria": self.criteria.name, "status": source.status, "data": self.data, "stage": self.stage}
