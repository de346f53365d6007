"""One unit in two years: where it stood, where it stands, and what came of what."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final

import attrs

from cchc_index.results.comparing import Standing
from cchc_index.values.contexts import own_context
from cchc_index.values.exact import to_decimal
from cchc_index.values.statuses import GIVEN
from cchc_index.years.steps import CAUSES, Steps

if TYPE_CHECKING:
    import numpy.typing as npt

    from cchc_index.results.result import IndexResult

#: The eight steps of the way, in order; see `cchc_index.years.steps`.
STEPS: Final = (*("before", "continuing", "common", "rules", "own_values", "all_values", "all_criteria", "after"),)


@attrs.frozen
class Causes:
    """What a change is made of; the parts add up to it exactly.

    Attributes:
        values: What came from the unit's own values.
        rules: What came from other rules, maxima and weights.
        others: What came from the other units: their values, and criteria that compare units with each other, in which
            own and others' values cannot be told apart.
        membership: What came from units that left, joined or were merged.
        unseparated: Where rules and values cannot be told apart: criteria that are new, were dropped, or read something
            else than they did.
    """

    values: Decimal = Decimal(0)
    rules: Decimal = Decimal(0)
    others: Decimal = Decimal(0)
    membership: Decimal = Decimal(0)
    unseparated: Decimal = Decimal(0)

    @property
    @own_context
    def total(self) -> Decimal:
        """The whole change."""
        return self.values + self.rules + self.others + self.membership + self.unseparated

    @classmethod
    def between(cls, figures: list[Decimal | None]) -> Causes:
        """The causes of the change along the eight steps; of the ends alone where a step between has no figure."""
        first, last = figures[0], figures[-1]
        if len(figures) != len(STEPS) or None in figures:
            return cls(unseparated=(last or Decimal(0)) - (first or Decimal(0)))
        found = dict.fromkeys(CAUSES, Decimal(0))
        for cause, one, other in zip(CAUSES, figures, figures[1:], strict=False):
            found[cause] += (other or Decimal(0)) - (one or Decimal(0))
        return cls(**found)

    def to_dict(self) -> dict[str, str]:
        """The parts and their sum, numbers as text."""
        return {name: f"{value:f}" for name, value in attrs.asdict(self).items()} | {"total": f"{self.total:f}"}


@attrs.frozen
class NodeChange:
    """One criterion of one unit in two years.

    Attributes:
        code: Its code in the later set.
        earlier: Its code in the earlier one.
        title: Its title in the later set.
        before: Points in the earlier year; None where there were none.
        after: Points in the later year.
        most: The attainable points in both years; None where it does not apply.
        causes: What the change of points came from; None where there is no change, and of nodes that have parts.
    """

    code: str
    earlier: str
    title: str
    before: Decimal | None
    after: Decimal | None
    most: tuple[Decimal | None, Decimal | None]
    causes: Causes | None = None

    @property
    def change(self) -> Decimal | None:
        """By how many points it changed; None where it has none in one year."""
        return None if self.before is None or self.after is None else self.after - self.before

    def to_dict(self) -> dict[str, Any]:
        """The figures, numbers as text."""
        figures = {"before": self.before, "after": self.after, "change": self.change}
        figures |= {"max_before": self.most[0], "max_after": self.most[1]}
        plain = {name: None if value is None else f"{value:f}" for name, value in figures.items()}
        causes = None if self.causes is None else self.causes.to_dict()
        return {"from_code": self.earlier, "title": self.title, **plain, "causes": causes}


@attrs.frozen
class Predecessor:
    """A unit of the earlier year that became one of the later year, as a whole or in part.

    Attributes:
        unit: Its identifier.
        name: Its name.
        kind: `renamed`, `merged` or `split`; `same` for the one whose identifier was kept.
        share: Its share, as succession.csv says it; None where nobody says.
        decision: By which decision.
        date: When.
        standing: Where it stood.
        index: By how much the later unit's index differs from its own; None where one of them has none.
    """

    unit: str
    name: str
    kind: str
    share: Decimal | None
    decision: str
    date: str
    standing: Standing
    index: Decimal | None

    def to_dict(self) -> dict[str, Any]:
        """The predecessor as texts."""
        plain = {name: getattr(self, name) for name in ("unit", "name", "kind", "decision", "date")}
        numbers = {"share": self.share, "difference": self.index}
        texts = {name: None if number is None else f"{number:f}" for name, number in numbers.items()}
        return {**plain, **texts, "before": self.standing.to_dict()}


@attrs.frozen
class UnitYears:
    """One unit of the later year, beside what it was in the earlier one.

    Attributes:
        unit: Its identifier.
        name: Its name.
        group: Its group.
        kind: `same`, `renamed`, `merged` or `split`.
        predecessors: The earlier units that it was.
        before: Where it stood; of a merged or split unit None, unless shares say its part of each earlier unit: then
            the mean of their indices by these shares.
        after: Where it stands.
        steps: The way from one to the other; None for merged and split units.
        at: The unit's row there.
    """

    unit: str
    name: str
    group: str
    kind: str
    predecessors: tuple[Predecessor, ...]
    before: Standing | None
    after: Standing
    steps: Steps | None = attrs.field(default=None, repr=False, eq=False)
    at: int = attrs.field(default=0, repr=False)

    @property
    def is_alone(self) -> bool:
        """Whether it is one earlier unit, and the only one that this became."""
        return self.steps is not None

    @property
    def change(self) -> Decimal | None:
        """By how much its index changed; None where it has none in one year."""
        if self.before is None or self.before.index is None or self.after.index is None:
            return None
        return self.after.index - self.before.index

    @property
    def places(self) -> int | None:
        """By how many places it went up (a positive number) or down."""
        if self.before is None or self.before.rank is None or self.after.rank is None:
            return None
        return self.before.rank - self.after.rank

    @cached_property
    @own_context
    def index(self) -> Causes | None:
        """What the change of the index is made of; None where there is none.

        That of a merged or split unit came from the merger or the split as a whole.
        """
        if (change := self.change) is None:
            return None
        if self.steps is None:
            return Causes(membership=change)
        return Causes.between([each[0] for each in self.path])

    @cached_property
    @own_context
    def rank(self) -> Causes | None:
        """What the change of the rank is made of, in places: up is positive."""
        if self.places is None or self.steps is None:
            return None
        return Causes.between([None if each[1] is None else -Decimal(each[1]) for each in self.path])

    @property
    def band(self) -> tuple[tuple[str, str | None, str | None], ...]:
        """Each change of class on the way, with its cause, the class before, and the class after."""
        if self.steps is None or self.before is None:
            return ()
        bands = [each[2] for each in self.path]
        if len(bands) != len(STEPS):
            return () if bands[0] == bands[-1] else (("unseparated", bands[0], bands[-1]),)
        pairs = zip(CAUSES, bands, bands[1:], strict=False)
        return tuple((cause, one, other) for cause, one, other in pairs if one != other)

    @cached_property
    def path(self) -> tuple[tuple[Decimal | None, int | None, str | None], ...]:
        """Index, rank and class at each step of the way; at the ends alone where there are no answers."""
        return () if self.steps is None else way(self.steps).of(self.at)

    @property
    @own_context
    def nodes(self) -> tuple[NodeChange, ...]:
        """Each criterion that both years have, in the order of the later set."""
        return () if self.steps is None else tuple(_node_changes(self.steps, self.at))

    def to_dict(self) -> dict[str, Any]:
        """The unit's years as dicts, lists and texts."""
        change = None if self.change is None else f"{self.change:f}"
        names = STEPS if len(self.path) == len(STEPS) else ("before", "after")
        return {
            "unit": self.unit,
            "name": self.name,
            "group": self.group,
            "kind": self.kind,
            "predecessors": [each.to_dict() for each in self.predecessors],
            "before": None if self.before is None else self.before.to_dict(),
            "after": self.after.to_dict(),
            "change": {"index": change, "places": self.places},
            "index": None if self.index is None else self.index.to_dict(),
            "rank": None if self.rank is None else self.rank.to_dict(),
            "band": [{"cause": cause, "before": one, "after": other} for cause, one, other in self.band],
            "path": [
                {"step": name, "index": None if index is None else f"{index:f}", "rank": rank, "band": band}
                for name, (index, rank, band) in zip(names, self.path, strict=False)
            ],
            "nodes": {each.code: each.to_dict() for each in self.nodes},
        }


@attrs.frozen(eq=False)
class Way:
    """Index, rank and class of all units at each step, as columns of what is printed.

    Attributes:
        columns: For each step the indices, ranks and classes.
    """

    columns: tuple[tuple[list[Decimal | None], list[int | None], list[str | None]], ...]

    def of(self, at: int) -> tuple[tuple[Decimal | None, int | None, str | None], ...]:
        """Those of one unit."""
        return tuple((index[at], rank[at], band[at]) for index, rank, band in self.columns)


def way(steps: Steps) -> Way:
    """The way of all units of some steps; made once for them all."""
    found: Way | None = steps.made.get("way")
    if found is None:
        numbers = range(len(STEPS)) if steps.outcomes else (0, len(STEPS) - 1)
        columns = []
        for step, ranks in zip(numbers, steps.ranks, strict=True):
            values, known, places = steps.index(step)
            index = [
                to_decimal(int(value), places) if has else None
                for value, has in zip(values.tolist(), known.tolist(), strict=True)
            ]
            columns.append((index, [rank or None for rank in ranks.tolist()], steps.bands(step)))
        found = steps.made["way"] = Way(tuple(columns))
    return found


def _node_changes(steps: Steps, at: int) -> Iterator[NodeChange]:
    """The criteria of one unit."""
    pairs, results = steps.pairs, (steps.before, steps.after)
    rows = [int(each[at]) for each in steps.rows]
    for code, earlier in sorted(pairs.codes.items(), key=lambda pair: pairs.after.positions[pair[0]]):
        one, other = pairs.before.node(earlier).position, pairs.after.node(code).position
        before, after = (_points(*each) for each in zip(results, (one, other), rows, strict=True))
        most = tuple(_most(*each) for each in zip(results, (one, other), rows, strict=True))
        causes = None
        if before is not None and after is not None and other in steps.unknown:
            unknown = bool(steps.unknown[other][at])
            ruled = None if unknown else _leaf_points(steps, other, at)
            if ruled is None:
                causes = Causes(unseparated=after - before)
            else:
                named = pairs.after.nodes[other].criterion.rule
                others = named is not None and named.rule.relative
                causes = Causes(rules=ruled - before, **{"others" if others else "values": after - ruled})
        title = pairs.after.nodes[other].criterion.title.first
        yield NodeChange(code, earlier, title, before, after, (most[0], most[1]), causes)


def _leaf_points(steps: Steps, position: int, at: int) -> Decimal | None:
    leaf = steps.ruled_leaves[position]
    if int(leaf.status[at]) > GIVEN:
        return None
    return to_decimal(int(leaf.points[at]), steps.pairs.after.rounding.points)


def _points(result: IndexResult, position: int, row: int) -> Decimal | None:
    sums = result.outcome.sums
    if int(sums.status[position][row]) > GIVEN:
        return None
    return to_decimal(int(sums.points[position][row]), result.criteria.rounding.points)


def _most(result: IndexResult, position: int, row: int) -> Decimal | None:
    maximum: int | npt.NDArray[Any] = result.outcome.sums.maxima[position]
    most = maximum if isinstance(maximum, int) else int(maximum[row])
    return to_decimal(most, result.criteria.rounding.points) if most else None
