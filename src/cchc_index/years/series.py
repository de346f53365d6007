"""Many years in a row: each unit's index, rank, class and points, under the codes of the last year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import Any, Literal

import attrs

from cchc_index.charts.chart import Chart
from cchc_index.criteria.criteria_set import CriteriaSet
from cchc_index.cycles.cycle import Cycle
from cchc_index.cycles.cycle_result import CycleResult
from cchc_index.cycles.mapping import MappedCode, about_no_code
from cchc_index.cycles.pairing import paired_criteria
from cchc_index.cycles.succession import Succession, Successions
from cchc_index.problems.errors import AssessmentError
from cchc_index.problems.problem import Language, Problem
from cchc_index.problems.wanted import want
from cchc_index.results.comparing import Standing
from cchc_index.results.frames import Column, arrow_stream, listed_frame
from cchc_index.results.result import IndexResult
from cchc_index.values.contexts import own_context
from cchc_index.values.exact import to_decimal
from cchc_index.values.statuses import GIVEN
from cchc_index.years.comparison import Year, YearComparison, compare_results, result_of_year, tables_of
from cchc_index.years.plotting import series_chart

_HEAD = ("cycle", "data", "criteria", "status", "stage", "unit", "now", "name", "group")


@attrs.frozen(eq=False)
class Series:
    """Many years in a row (chuỗi thời gian).

    Attributes:
        years: The results, one stage of each year, in the order given.
        successions: What became of the units.
        mapping: What became of the criteria.
    """

    years: tuple[CycleResult, ...]
    successions: Successions = attrs.field(factory=Successions)
    mapping: tuple[MappedCode, ...] = ()

    def __len__(self) -> int:
        """How many years there are."""
        return len(self.years)

    @property
    def comparisons(self) -> Iterator[YearComparison]:
        """Each year beside the one before it.

        Raises:
            AssessmentError: Two years have nothing in common that could be compared.
        """
        for before, after in zip(self.years, self.years[1:], strict=False):
            yield compare_results(before, after, self.successions, self.mapping)

    def now(self, unit: str) -> tuple[str, ...]:
        """The units that a unit has become in the end: itself, unless succession tables say otherwise."""
        return self.successions.successors(unit) if self.successions.is_former(unit) else (unit,)

    def line(self, unit: str) -> tuple[tuple[str | None, str, Standing], ...]:
        """A unit's years: for each year the cycle, the identifier it had, and where it stood.

        Units that were merged into it are in its line; so a year may have several.

        Args:
            unit: The identifier that it has in the last year.
        """
        return tuple(
            (year.id, card.unit.id, Standing.of(card))
            for year in self.years
            for card in year
            if unit in (card.unit.id, *self.now(card.unit.id))
        )

    @cached_property
    def codes(self) -> tuple[tuple[Mapping[str, str], ...], ...]:
        """For each year and set the codes that its criteria have in the last year; those that lead there."""
        last = [{code: code for code in each.criteria.positions} for each in self.years[-1].results]
        found: list[tuple[Mapping[str, str], ...]] = [tuple(last)]
        for year, later in zip(reversed(self.years[:-1]), reversed(self.years[1:]), strict=True):
            known = found[-1]
            own = tuple(self._codes(each.criteria, later.results, known) for each in year.results)
            found.append(own)
        return tuple(reversed(found))

    def _codes(
        self, criteria: CriteriaSet, later: Sequence[IndexResult], known: Sequence[Mapping[str, str]]
    ) -> Mapping[str, str]:
        """The codes of one set in the last year, by way of the year after it."""
        for each, onward in zip(later, known, strict=True):
            pairs = paired_criteria(criteria, each.criteria, self.mapping)
            if pairs is not None and not isinstance(pairs, list):
                return {earlier: onward[code] for code, earlier in pairs.codes.items() if code in onward}
        return {}

    @own_context
    def plot(self, language: Language = "vi") -> Chart:
        """A picture: a row for each unit of the last year, a column for each year, the index in each cell.

        Example:
            >>> import cchc_index
            >>> cycle = cchc_index.open_cycle("lai-chau-2021")
            >>> series([cycle, cycle]).plot("en")
            Chart('Index over the years (%)', rows=17)
        """
        return series_chart(self.years, self.line, language)

    @own_context
    def to_frame(
        self,
        backend: Literal["pandas", "polars", "pyarrow"] = "pandas",
        *,
        numbers: Literal["decimal", "float", "text"] = "decimal",
    ) -> Any:
        """One row a unit and year: where it stood, and its points by the codes of the last year.

        `now` is what the unit has become in the end; a criterion that leads to none of the last year is left out.

        Raises:
            MissingExtraError: narwhals or the library is not installed; the extra is `frames`.
            ValueError: A word is none of those known.

        Example:
            >>> import cchc_index
            >>> cycle = cchc_index.open_cycle("lai-chau-2021")
            >>> series([cycle, cycle]).to_frame("polars").shape[0]
            34
        """
        texts: dict[str, list[Any]] = {name: [] for name in _HEAD}
        figures: dict[str, list[Any]] = {name: [] for name in ("points", "max_points", "index", "rank", "band")}
        codes = dict.fromkeys(code for year in self.codes for each in year for code in each.values())
        nodes: dict[str, list[Decimal | None]] = {code: [] for code in codes}
        for year, known in zip(self.years, self.codes, strict=True):
            for result, own in zip(year.results, known, strict=True):
                self._head(year, result, texts, figures)
                self._nodes(result, own, nodes)
        columns = {name: Column("text", values) for name, values in texts.items()}
        kinds: dict[str, Literal["text", "decimal", "rank"]] = {"rank": "rank", "band": "text"}
        columns |= {name: Column(kinds.get(name, "decimal"), values) for name, values in figures.items()}
        clash = next((code for code in nodes if code in columns), None)
        if clash is not None:
            from cchc_index.problems.errors import UsageError

            raise UsageError(Problem("usage.frame_column", arguments={"code": clash}))
        columns |= {code: Column("decimal", values) for code, values in nodes.items()}
        return listed_frame(columns, backend, numbers)

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """The rows of `to_frame` for any library that takes the Arrow PyCapsule interface.

        Raises:
            MissingExtraError: Neither pyarrow nor polars is installed, or narwhals is not; the extra is `frames`.

        Example:
            >>> import cchc_index, polars
            >>> polars.DataFrame(series([cchc_index.open_cycle("lai-chau-2021")])).shape[0]
            17
        """
        return arrow_stream(self.to_frame, requested_schema)

    def _head(
        self, year: CycleResult, result: IndexResult, texts: dict[str, list[Any]], figures: dict[str, list[Any]]
    ) -> None:
        """Who the units are, and where they stood."""
        criteria = result.criteria
        said = (year.id, year.data, criteria.name, criteria.source.status, result.stage)
        for card in result:
            unit = card.unit
            row = (*said, unit.id, ", ".join(self.now(unit.id)), unit.name, unit.group)
            for name, value in zip(_HEAD, row, strict=True):
                texts[name].append(value)
            standing = Standing.of(card)
            for name in ("points", "index", "rank", "band"):
                figures[name].append(getattr(standing, name))
            figures["max_points"].append(card.max_points)

    def _nodes(self, result: IndexResult, own: Mapping[str, str], nodes: dict[str, list[Decimal | None]]) -> None:
        """The points of each criterion; None where the set does not have it, or it has none."""
        rows, sums = [card.row for card in result], result.outcome.sums
        places, made = result.criteria.rounding.points, dict[int, Decimal]()
        there = {later: result.criteria.positions[code] for code, later in own.items()}
        for code, column in nodes.items():
            at = there.get(code)
            if at is None:
                column.extend([None] * len(rows))
                continue
            for points, status in zip(sums.points[at][rows].tolist(), sums.status[at][rows].tolist(), strict=True):
                if status > GIVEN:
                    column.append(None)
                    continue
                if points not in made:
                    made[points] = to_decimal(points, places)
                column.append(made[points])


@own_context
def series(
    years: Sequence[Year], *, stage: str | None = None, succession: str | Path | Successions | None = None
) -> Series:
    """Many years in a row: cycles or their results, earliest first.

    Args:
        years: The cycles, or their results, in order.
        stage: The stage of all; by default the last that each has.
        succession: The table of what became of units; beside it those of the cycles themselves count.

    Raises:
        AssessmentError: A table has problems, or points that units gave themselves stand beside results.

    Example:
        >>> import cchc_index
        >>> cycle = cchc_index.open_cycle("lai-chau-2021")
        >>> [str(standing.index) for _, _, standing in series([cycle, cycle]).line("so-tai-chinh")]
        ['87.48', '87.48']
    """
    want("years", years, list, tuple, how="[open_cycle(path), ...]")
    for each in years:
        want("years", each, Cycle, CycleResult, how="open_cycle(path)")
    problems: list[Problem] = []
    rows: dict[Succession, None] = {}
    mapping: dict[MappedCode, None] = {}
    for each in years:
        successions, mapped, _ = tables_of(each, None, None)
        rows |= dict.fromkeys(successions.rows)
        mapping |= dict.fromkeys(mapped)
    given, _, told = tables_of(CycleResult(()), succession, None)
    problems += told
    rows |= dict.fromkeys(given.rows)
    results = tuple(result_of_year(each, stage) for each in years)
    if not results:
        raise AssessmentError(Problem("years.none"))
    for side in (0, 1):
        problems += about_no_code(mapping, side, [each.criteria for year in results for each in year.results])
    stages = [year.results[0].stage for year in results]
    if "self" in stages and len(set(stages)) > 1:
        other = next(each for each in stages if each != "self")
        problems.append(Problem("years.stages", arguments={"stage_name": other}))
    if problems:
        raise AssessmentError(problems)
    return Series(results, Successions(tuple(rows)), tuple(mapping))
