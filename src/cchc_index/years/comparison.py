"""Two years side by side: who improved, and whether by own values, by other rules, or through others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cached_property
from pathlib import Path
from typing import Any, Final, Literal

import attrs
import numpy as np

from cchc_index.charts.chart import Chart
from cchc_index.cycles.cycle import Cycle
from cchc_index.cycles.cycle_result import CycleResult
from cchc_index.cycles.mapping import MappedCode, about_no_code, mapping_of, names_set
from cchc_index.cycles.pairing import ALONE, CriteriaPairs, Relation, Remark, paired_criteria, related
from cchc_index.cycles.succession import Succession, Successions, successions_of
from cchc_index.messages import phrase
from cchc_index.problems.errors import AssessmentError
from cchc_index.problems.problem import Language, Problem
from cchc_index.problems.wanted import want, want_path
from cchc_index.reading.declared import InputFormat
from cchc_index.reading.grids.cells import Texts
from cchc_index.reading.sources import read_table
from cchc_index.results.comparing import Standing
from cchc_index.results.frames import Column, arrow_stream, listed_frame
from cchc_index.results.result import IndexResult
from cchc_index.values.contexts import own_context
from cchc_index.values.units import Unit
from cchc_index.years.changes import STEPS, Causes, Predecessor, UnitYears
from cchc_index.years.plotting import comparison_chart
from cchc_index.years.steps import Steps

SCHEMA: Final = "cchc-index/comparison/1"
Year = Cycle | CycleResult


@attrs.frozen
class Gone:
    """A unit of the earlier year that no unit of the later year was.

    Attributes:
        unit: Its identifier.
        name: Its name.
        kind: `abolished`; `elsewhere` where its successor is not in the later year; "" where succession.csv does not
            say what became of it.
        successors: What it became, where that is not in the later year.
        decision: By which decision.
    """

    unit: str
    name: str
    kind: str = ""
    successors: tuple[str, ...] = ()
    decision: str = ""

    def to_dict(self) -> dict[str, Any]:
        """The unit as texts."""
        return {**attrs.asdict(self), "successors": list(self.successors)}


@attrs.frozen(eq=False)
class YearComparison:
    """Two years side by side (so sánh hai năm).

    The way from the earlier result to the later one takes steps, each a result that can be scored by itself: the
    earlier result; its units that continue; their points by the criteria that both years have; the earlier answers by
    the later rules; the later answers of the unit; those of all; all criteria of the later set; the later result. What
    came between two steps is told by its cause, and all causes add up to the change exactly.

    Attributes:
        before: The earlier result.
        after: The later result.
        changes: The units of both years, in the order of the later result.
        new: Identifiers and names of the units that were nothing before.
        gone: The units that became nothing.
        apart: Identifiers and names of units that are in both years and cannot be compared, with a remark on why.
        pairs: The criteria of each pair of sets.
        remarks: What else to know.
    """

    before: CycleResult
    after: CycleResult
    changes: tuple[UnitYears, ...]
    new: tuple[tuple[str, str], ...]
    gone: tuple[Gone, ...]
    apart: tuple[tuple[str, str, Remark], ...]
    pairs: tuple[CriteriaPairs, ...]
    remarks: tuple[Remark, ...]

    def __len__(self) -> int:
        """How many units are in both years."""
        return len(self.changes)

    def __getitem__(self, unit: str) -> UnitYears:
        """The years of a unit, by the identifier that it has in the later one.

        Raises:
            KeyError: No unit of that identifier is in both years.
        """
        return self._by_unit[unit]

    @cached_property
    def _by_unit(self) -> dict[str, UnitYears]:
        return {each.unit: each for each in self.changes}

    @property
    def improved(self) -> tuple[UnitYears, ...]:
        """The units whose index rose, most first; merged and split ones are not among them."""
        risen = [each for each in self.changes if each.is_alone and each.change is not None and each.change > 0]
        return tuple(sorted(risen, key=lambda each: (-(each.change or Decimal(0)), each.unit)))

    @own_context
    def to_dict(self) -> dict[str, Any]:
        """The whole of ``compare --format json``; numbers as text."""
        return {
            "schema": SCHEMA,
            "before": _side(self.before),
            "after": _side(self.after),
            "path": list(STEPS),
            "units": [each.to_dict() for each in self.changes],
            "improved": [each.unit for each in self.improved],
            "new": [{"unit": unit, "name": name} for unit, name in self.new],
            "gone": [each.to_dict() for each in self.gone],
            "apart": [{"unit": unit, "name": name, "why": why.to_dict()} for unit, name, why in self.apart],
            "criteria": [
                {
                    "before": pairs.before.name,
                    "after": pairs.after.name,
                    "same": dict(pairs.codes),
                    "new": list(pairs.new),
                    "dropped": list(pairs.dropped),
                }
                for pairs in self.pairs
            ],
            "remarks": [each.to_dict() for each in self.remarks],
        }

    @own_context
    def plot(self, language: Language = "vi") -> Chart:
        """A picture: each unit's index in both years with a line between them, in the order of the later result.

        Example:
            >>> import cchc_index
            >>> both = (cchc_index.open_cycle(f"cap-xa-{year}") for year in (2024, 2025))
            >>> len(compare_years(*both).plot("en").body)
            6
        """
        notes = [phrase("years.new", language, units=", ".join(name for _, name in self.new))] if self.new else []
        if self.gone:
            notes.append(phrase("years.gone", language, units=", ".join(each.name for each in self.gone)))
        notes += [phrase("years.apart", language, unit=name, why=why.text(language)) for _, name, why in self.apart]
        notes += [each.text(language) for each in self.remarks]
        return comparison_chart(self.before, self.after, self.changes, notes, language)

    @own_context
    def to_frame(
        self,
        backend: Literal["pandas", "polars", "pyarrow"] = "pandas",
        *,
        numbers: Literal["decimal", "float", "text"] = "decimal",
    ) -> Any:
        """One row a unit of both years: its indices, ranks and classes, and what their changes are made of.

        Raises:
            MissingExtraError: narwhals or the library is not installed; the extra is `frames`.
            ValueError: A word is none of those known.
        """
        names = [field.name for field in attrs.fields(Causes)]
        sides: list[tuple[str, list[Standing | None]]] = [
            ("before", [each.before for each in self.changes]),
            ("after", [each.after for each in self.changes]),
        ]
        columns = {
            name: Column("text", [getattr(each, name) for each in self.changes])
            for name in ("unit", "name", "group", "kind")
        }
        for side, found in sides:
            columns[f"index_{side}"] = Column("decimal", [each and each.index for each in found])
            columns[f"rank_{side}"] = Column("rank", [each and each.rank for each in found])
            columns[f"band_{side}"] = Column("text", [each and each.band for each in found])
        causes = {"index": [each.index for each in self.changes], "rank": [each.rank for each in self.changes]}
        for figure, parts in causes.items():
            for name in ("total", *names):
                values = [None if each is None else getattr(each, name) for each in parts]
                columns[f"{figure}_{name}"] = Column("decimal", values)
        return listed_frame(columns, backend, numbers)

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        """The rows of `to_frame` for any library that takes the Arrow PyCapsule interface.

        Raises:
            MissingExtraError: Neither pyarrow nor polars is installed, or narwhals is not; the extra is `frames`.

        Example:
            >>> import cchc_index, polars
            >>> both = (cchc_index.open_cycle(f"cap-xa-{year}") for year in (2024, 2025))
            >>> polars.DataFrame(compare_years(*both)).shape[0]
            6
        """
        return arrow_stream(self.to_frame, requested_schema)


def _side(result: CycleResult) -> dict[str, Any]:
    sets = [{**each.criteria.plain(), "stage": each.stage} for each in result.results]
    return {"cycle": result.id, "data": result.data, "digest": result.digest, "results": sets}


@own_context
def compare_years(
    before: Year,
    after: Year,
    *,
    stage: str | None = None,
    succession: str | Path | Successions | None = None,
    mapping: str | Path | None = None,
) -> YearComparison:
    """Compare two years: each unit with what it was, and each change with what it came from.

    Args:
        before: The earlier cycle, or its result; of one that was read from a file there are no answers, so that rules
            and values cannot be told apart.
        after: The later cycle, or its result.
        stage: The stage of both; by default the last that each has.
        succession: The table of what became of units; by default the later cycle's own succession.csv.
        mapping: The table of what became of criteria; by default the later cycle's own mapping.csv.

    Raises:
        AssessmentError: The tables have problems, or the two cannot be compared: one is at the stage `self` and the
            other is not, no unit is in both, or no sets go together.

    Example:
        >>> import cchc_index
        >>> cycle = cchc_index.open_cycle("lai-chau-2021")
        >>> comparison = compare_years(cycle, cycle)
        >>> len(comparison), str(comparison["so-tai-chinh"].index.total), comparison.improved
        (17, '0.00', ())
    """
    for name, year in (("before", before), ("after", after)):
        want(name, year, Cycle, CycleResult, how="open_cycle(path)")
    successions, rows, problems = tables_of(after, succession, mapping)
    sides = (result_of_year(before, stage), result_of_year(after, stage))
    if problems:
        raise AssessmentError(problems)
    return compare_results(*sides, successions, rows)


def compare_results(
    before: CycleResult, after: CycleResult, successions: Successions, mapping: tuple[MappedCode, ...]
) -> YearComparison:
    """Compare two results of one stage each.

    Args:
        before: The earlier result.
        after: The later result.
        successions: What became of the units.
        mapping: What became of the criteria.

    Raises:
        AssessmentError: A table names what is not there, or the two cannot be compared.
    """
    problems: list[Problem] = []
    for side, result in enumerate((before, after)):
        problems += about_no_code(mapping, side, [each.criteria for each in result.results])
    known = dict.fromkeys(unit for each in after.results for unit in each.register.rows)
    # a table of many years also tells of units that become something later on: then that is not here yet
    former = {unit: None for unit in known if any(each in known for each in successions.successors(unit))}
    problems += successions.refused([], former)
    if problems:
        raise AssessmentError(problems)
    return _Comparer(before, after, successions, mapping).comparison()


def tables_of(
    after: Year, succession: str | Path | Successions | None, mapping: str | Path | None
) -> tuple[Successions, tuple[MappedCode, ...], list[Problem]]:
    """What became of units and criteria, and what is wrong with the tables that say so."""
    successions = after.files.since.successions if isinstance(after, Cycle) else Successions()
    rows = after.files.since.mapping if isinstance(after, Cycle) else ()
    problems: list[Problem] = []
    if isinstance(succession, Successions):
        successions = succession
    elif succession is not None:
        path = want_path("succession", succession)
        successions, told = successions_of(read_table(path, str(succession), InputFormat(), Texts()))
        problems += told
    if mapping is not None:
        path = want_path("mapping", mapping)
        rows, told = mapping_of(read_table(path, str(mapping), InputFormat(), Texts()))
        problems += told
    return successions, rows, problems


def result_of_year(year: Year, stage: str | None) -> CycleResult:
    """A year's result at one stage."""
    if isinstance(year, Cycle):
        year = year.score(None if stage == "all" else stage)
    wanted = stage or next((each.stage for each in reversed(year.results)), None)
    found = tuple(each for each in year.results if each.stage == wanted)
    if not found:
        known = ", ".join(dict.fromkeys(each.stage for each in year.results))
        raise AssessmentError(Problem("cycle.stage", arguments={"stage": str(stage), "stages": known or "-"}))
    return attrs.evolve(year, results=found)


class _Comparer:
    """Compares two results of one stage each."""

    def __init__(
        self, before: CycleResult, after: CycleResult, successions: Successions, mapping: tuple[MappedCode, ...]
    ) -> None:
        self.before, self.after, self.successions, self.mapping = before, after, successions, mapping
        self.pairs: dict[tuple[int, int], CriteriaPairs] = {}
        self.homes: tuple[dict[str, int], dict[str, int]] = (_homes(before), _homes(after))

    def comparison(self) -> YearComparison:
        self._refuse_stages()
        self._pair_sets()
        relations = list(related(self.homes[0], self.homes[1], self.successions))
        if not any(each.before for each in relations):
            arguments = {"before": _name(self.before), "after": _name(self.after)}
            raise AssessmentError(Problem("years.no_units", arguments=arguments))
        steps, places = self._steps(relations)
        changes: list[UnitYears] = []
        apart: list[tuple[str, str, Remark]] = []
        for relation in (each for each in relations if each.before):
            unit = self._unit(1, relation.unit)
            if other := self._other_sets(relation):
                apart.append((unit.id, unit.name, other))
            elif relation.kind in ALONE:
                way, at = places[relation.unit]
                changes.append(self._alone(relation, steps[way], at))
            else:
                changes.append(self._merged(relation))
        if not changes:
            sets = [", ".join(each.criteria.name for each in side.results) for side in (self.before, self.after)]
            arguments = {"before": sets[0], "after": sets[1]}
            raise AssessmentError(Problem("years.no_sets", arguments=arguments))
        new = [self._unit(1, each.unit) for each in relations if not each.before]
        return YearComparison(
            self.before,
            self.after,
            tuple(changes),
            tuple((unit.id, unit.name) for unit in new),
            tuple(self._gone(relations)),
            tuple(apart),
            tuple(self.pairs.values()),
            tuple(self._remarks(steps)),
        )

    def _refuse_stages(self) -> None:
        """What units say of themselves is no result that another can be compared with."""
        stages = [side.results[0].stage for side in (self.before, self.after)]
        if ("self" in stages) and stages[0] != stages[1]:
            other = next(each for each in stages if each != "self")
            raise AssessmentError(Problem("years.stages", arguments={"stage_name": other}))

    def _pair_sets(self) -> None:
        problems: list[Problem] = []
        for one, earlier in enumerate(self.before.results):
            for other, later in enumerate(self.after.results):
                found = paired_criteria(earlier.criteria, later.criteria, self.mapping)
                if isinstance(found, list):
                    problems += found
                elif found is not None:
                    self.pairs[one, other] = found
        if problems:
            raise AssessmentError([each for at, each in enumerate(problems) if each not in problems[:at]])

    def _unit(self, side: int, unit: str) -> Unit:
        return self._home(side, unit).register[unit]

    def _home(self, side: int, unit: str) -> IndexResult:
        return (self.before, self.after)[side].results[self.homes[side][unit]]

    def _key(self, relation: Relation, former: str) -> tuple[int, int]:
        return self.homes[0][former], self.homes[1][relation.unit]

    def _other_sets(self, relation: Relation) -> Remark | None:
        """Why a unit cannot be compared with an earlier one: nothing says that the two sets go together."""
        for former, _ in relation.before:
            if self._key(relation, former) not in self.pairs:
                sets = self._home(0, former).criteria.name, self._home(1, relation.unit).criteria.name
                return Remark("other_sets", {"before": sets[0], "after": sets[1], "unit": former})
        return None

    def _steps(self, relations: list[Relation]) -> tuple[dict[tuple[int, int], Steps], dict[str, Any]]:
        """The way of the units that continue alone, for each pair of sets, and each unit's place on it."""
        rows: dict[tuple[int, int], list[tuple[int, int]]] = {}
        places: dict[str, tuple[tuple[int, int], int]] = {}
        for relation in relations:
            if relation.kind not in ALONE:
                continue
            former = relation.before[0][0]
            key = self._key(relation, former)
            if key in self.pairs:
                found = rows.setdefault(key, [])
                places[relation.unit] = key, len(found)
                registers = self._home(0, former).register, self._home(1, relation.unit).register
                found.append((registers[0].rows[former], registers[1].rows[relation.unit]))
        steps = {}
        for key, found in rows.items():
            columns = np.array(found, dtype=np.intp)
            earlier, later = self.before.results[key[0]], self.after.results[key[1]]
            steps[key] = Steps.of(earlier, later, self.pairs[key], (columns[:, 0], columns[:, 1]))
        return steps, places

    def _alone(self, relation: Relation, steps: Steps, at: int) -> UnitYears:
        card = self._home(1, relation.unit)[relation.unit]
        former = relation.before[0][0]
        before, after = Standing.of(self._home(0, former)[former]), Standing.of(card)
        predecessors = self._predecessors(relation, after) if relation.kind != "same" else ()
        said = (card.unit.id, card.unit.name, card.group, relation.kind)
        return UnitYears(*said, predecessors, before, after, steps, at)

    def _merged(self, relation: Relation) -> UnitYears:
        card = self._home(1, relation.unit)[relation.unit]
        after = Standing.of(card)
        predecessors = self._predecessors(relation, after)
        weights = relation.weights
        before = None
        indices = [each.standing.index for each in predecessors]
        if weights is not None and None not in indices:
            mean = sum((weights[each.unit] * (each.standing.index or Decimal(0)) for each in predecessors), Decimal(0))
            before = Standing(None, mean, None, None)
        said = (card.unit.id, card.unit.name, card.group, relation.kind)
        return UnitYears(*said, predecessors, before, after)

    def _predecessors(self, relation: Relation, after: Standing) -> tuple[Predecessor, ...]:
        found = []
        for former, row in relation.before:
            card = self._home(0, former)[former]
            standing = Standing.of(card)
            known = standing.index is not None and after.index is not None
            difference = (after.index or Decimal(0)) - (standing.index or Decimal(0)) if known else None
            said = row or Succession(former, former, "same")
            texts = (card.unit.id, card.unit.name, said.kind)
            found.append(Predecessor(*texts, said.share, said.decision, said.date, standing, difference))
        return tuple(found)

    def _gone(self, relations: Iterable[Relation]) -> Iterator[Gone]:
        kept = {former for relation in relations for former, _ in relation.before}
        for unit in self.homes[0]:
            if unit in kept:
                continue
            row = next(iter(self.successions.by_former.get(unit, ())), None)
            name = self._unit(0, unit).name
            if row is None:
                yield Gone(unit, name)
            else:
                successors = self.successions.successors(unit)
                yield Gone(unit, name, "elsewhere" if successors else "abolished", successors, row.decision)

    def _remarks(self, steps: Mapping[tuple[int, int], Steps]) -> Iterator[Remark]:
        sides = (self.before, self.after)
        if sides[0].data != sides[1].data:
            yield Remark("data", {"before": sides[0].data or "-", "after": sides[1].data or "-"})
        stages = [side.results[0].stage for side in sides]
        if stages[0] != stages[1]:
            yield Remark("stages", {"before": stages[0], "after": stages[1]})
        if any(each.said is not None for side in sides for each in side.results):
            yield Remark("read_back")
        rows, later = self.successions.rows, self.successions.by_successor
        known = self.homes[0]  # a row of an older merger leads to a unit of the earlier year
        nobody = [row for row in rows if not {row.former, row.successor} & known.keys() and row.former not in later]
        if nobody:
            said = ", ".join(f"{row.former} → {row.successor or '-'}" for row in nobody)
            yield Remark("succession_unused", {"rows": said})
        sets = [each.criteria for side in sides for each in side.results]
        unused = [row for row in self.mapping if not any(names_set(row.to_criteria, each) for each in sets)]
        unused += [row for row in self.mapping if not any(names_set(row.from_criteria, each) for each in sets)]
        if unused:
            names = dict.fromkeys(f"{row.from_criteria} → {row.to_criteria}" for row in unused)
            yield Remark("mapping_unused", {"sets": ", ".join(names)})
        for key, pairs in self.pairs.items():
            editions = pairs.before.edition, pairs.after.edition
            if all(each.isdecimal() for each in editions) and int(editions[0]) > int(editions[1]):
                yield Remark("order", {"before": pairs.before.name, "after": pairs.after.name})
            yield from pairs.remarks
            if key in steps and (carried := steps[key].carried) is not None and carried.lacking:
                yield Remark("lacking", {"columns": carried.lacking, "criteria": pairs.after.name})


def _homes(result: CycleResult) -> dict[str, int]:
    """For each unit the result that has it."""
    return {card.unit.id: at for at, each in enumerate(result.results) for card in each}


def _name(result: CycleResult) -> str:
    return result.id or ", ".join(each.criteria.name for each in result.results)
