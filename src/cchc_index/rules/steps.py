"""Points by step: so much from here, so much from there."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar, Literal

import attrs
import numpy as np

from cchc_index.problems.problem import Problem
from cchc_index.rules import rate
from cchc_index.rules.columns import Case, Column, Field, Wording
from cchc_index.rules.contract import Leaf, Points, Probe, Refusal, ScoringRule
from cchc_index.rules.multiples import among_awards
from cchc_index.rules.probing import HAIR, at_threshold
from cchc_index.rules.rate import Better, NoneArose, SmallRates
from cchc_index.values.exact import Integers, Ratios, is_below, places_of
from cchc_index.values.text import Text

if TYPE_CHECKING:
    from cchc_index.values.exact import BoolArray


@attrs.frozen
class Step:
    """One line of a step table.

    Attributes:
        points: What it gives.
        from_: From this value on, the value itself included (từ); ``from`` in YAML.
        above: Above this value (trên).
        to: Up to this value, the value itself included (đến).
        below: Below this value (dưới).
    """

    points: Decimal
    from_: Decimal | None = None
    above: Decimal | None = None
    to: Decimal | None = None
    below: Decimal | None = None

    @property
    def lower(self) -> Edge | None:
        """Its lower edge, if it states one."""
        if self.from_ is not None:
            return Edge(self.from_, False)
        return None if self.above is None else Edge(self.above, True)

    @property
    def upper(self) -> Edge | None:
        """Its upper edge, if it states one."""
        if self.below is not None:
            return Edge(self.below, False)
        return None if self.to is None else Edge(self.to, True)


@attrs.frozen(order=True)
class Edge:
    """A point between values: just below `at`, or just above it.

    Attributes:
        at: The value.
        after: Whether the value itself lies below the edge.
    """

    at: Decimal
    after: bool

    def passed(self, values: Ratios) -> BoolArray:
        """Which values lie above the edge."""
        return values.above(Fraction(self.at)) if self.after else values.at_least(Fraction(self.at))

    def is_passed(self, value: Fraction) -> bool:
        """Whether one value lies above the edge.

        Example:
            >>> Edge(Decimal(5), False).is_passed(Fraction(5)), Edge(Decimal(5), True).is_passed(Fraction(5))
            (True, False)
        """
        return not is_below(value, self.at) and not (self.after and value == Fraction(self.at))


@attrs.frozen
class Stretch:
    """Where a step reaches, with the bounds it leaves out filled in from its neighbours.

    Attributes:
        lower: Its lower edge; None when it has no end.
        upper: Its upper edge; None when it has no end.
        points: What it gives.
    """

    lower: Edge | None
    upper: Edge | None
    points: Decimal

    @property
    def empty(self) -> bool:
        """Whether no value lies in it."""
        return self.lower is not None and self.upper is not None and self.lower >= self.upper


_NOTHING = Edge(Decimal(0), True)  #: behind 0 %
_WHOLE = Edge(Decimal(100), True)  #: behind 100 %, where a table of rates ends
_NUMBER = ((Field("number", least=None),),)
_DAYS = ((Field("days"),),)


@attrs.frozen
class Steps(ScoringRule):
    """Points by a step table on a rate, a number or a delay.

    points = those of the step the value lies in; 0 outside all steps

    Attributes:
        on: `rate` (per cent), `number` or `days`.
        steps: The lines of the table, in any order. A bound left out reaches to the next step; there is no gap and no
            overlap between steps, and the best step gives the leaf's maximum.
        cap: Whether rates over 100 % count as 100 %; otherwise they are refused.
        none_arose: What a unit gets in which no case arose (0 of 0), for rates.
        peak: Whether points may rise and fall again, or fall and rise: as where both too few and too many are worse.

    Reads:
        `rate`, or `done` and `planned`, for rates; `number`; `days`. On a node that has parts: what
        they got, in per cent.

    Source:
        Rule R1 of the field; "từ ... đến dưới ..." is closed below.

    Example:
        >>> from cchc_index.testing import points_of
        >>> table = (Step(Decimal(4), from_=Decimal(95)), Step(Decimal(2), from_=Decimal(90), below=Decimal(95)))
        >>> points_of(Steps(on="rate", steps=table), 4, {"rate": ["95", "94.99", "89.9"]})
        ['4.00', '2.00', '0.00']
    """

    purpose: ClassVar[Text] = Text(
        (("vi", "theo mức của tỷ lệ, số lượng hoặc số ngày"), ("en", "by steps of a rate, a number or days"))
    )

    on: Literal["rate", "number", "days"]
    steps: tuple[Step, ...]
    cap: bool = False
    none_arose: NoneArose = "refuse"
    peak: bool = False

    reads_parts: ClassVar[bool] = True

    @property
    def reads(self) -> tuple[tuple[Field, ...], ...]:
        """The field of `on`, or `done` and `planned`."""
        if self.on == "rate":
            return rate.rate_fields(self.cap, *self._direction)
        return _NUMBER if self.on == "number" else _DAYS

    @cached_property
    def _direction(self) -> tuple[SmallRates, Better]:
        """Whether small rates are asked about, and whether more or less of the rate never scores less.

        Where no threshold lies above 0 and up to 1, all rates there earn the same; they are in doubt if higher ones
        earn more.
        """
        small = self._awards_from(_NOTHING)
        asked = max(small) > small[0] and not rate.among_small(edge.at for edge in self._levels[0])
        pairs = list(itertools.pairwise(self._awards_from(Edge(Decimal(0), False))))
        rises, falls = any(low < high for low, high in pairs), any(low > high for low, high in pairs)
        return "asked" if asked else "taken", "less" if falls and not rises else "" if falls else "more"

    def _awards_from(self, start: Edge) -> tuple[Decimal, ...]:
        """What rates earn from just behind an edge on, up to 100 %."""
        edges, awards = self._levels
        return awards[sum(edge <= start for edge in edges) : sum(edge < _WHOLE for edge in edges) + 1]

    @cached_property
    def stretches(self) -> tuple[Stretch, ...]:
        """Where each step reaches, from the lowest on."""
        ordered = sorted(self.steps, key=_position)
        reached: list[Stretch] = []
        for place, step in enumerate(ordered):
            below = ordered[place - 1].upper if place else None
            after = ordered[place + 1] if place + 1 < len(ordered) else None
            lower = step.lower or below
            upper = step.upper or (after.lower if after else None)
            reached.append(Stretch(lower, upper, step.points))
        return tuple(reached)

    def faults(self, leaf: Leaf, /) -> Iterable[Problem]:
        """Each step has one bound at least, at most one of each side; no gaps, no overlaps; the best is the maximum."""
        if not self.steps:
            yield Problem("steps.none", path="steps")
            return
        if leaf.has_parts and self.on != "rate":
            yield Problem("steps.not_rate", path="on", arguments={"on": self.on})
        sound = True
        for place, step in enumerate(self.steps):
            path = f"steps[{place}]"
            for problem in _step_faults(step, path, leaf):
                sound = False
                yield problem
        if sound:
            yield from self._table_faults(leaf)

    def _edge_faults(self) -> Iterable[Problem]:
        reached = self.stretches
        for lower, upper in itertools.pairwise(reached):
            if lower.upper is None or upper.lower is None or lower.upper > upper.lower or lower.empty or upper.empty:
                at = upper.lower or lower.upper or lower.lower or upper.upper  # of sound steps there is one
                yield Problem(
                    "steps.overlap",
                    path="steps",
                    arguments={"low": str(lower.points), "high": str(upper.points), "at": str(at.at) if at else ""},
                )
            elif lower.upper < upper.lower:
                yield Problem(
                    "steps.gap", path="steps", arguments={"from": str(lower.upper.at), "to": str(upper.lower.at)}
                )

    def _table_faults(self, leaf: Leaf) -> Iterable[Problem]:
        edges = list(self._edge_faults())
        yield from edges or self._turn_faults()  # which step follows on which is not known where edges do not meet
        best = max(step.points for step in self.steps)
        if best > leaf.max_points or (leaf.in_full and best < leaf.max_points):
            yield Problem("steps.best", path="steps", arguments={"best": str(best), "most": str(leaf.max_points)})
        if self.on == "rate" and any(low < high for low, high in itertools.pairwise(self._awards_from(_NOTHING))):
            yield from rate.fractions_fault((edge.at for edge in self._levels[0] if edge != _WHOLE), "steps", leaf)

    def _turn_faults(self) -> Iterable[Problem]:
        """A table that turns on its way is more often a slip of two lines than meant; nor is a turn stated in vain."""
        points = [stretch.points for stretch in self.stretches]
        pairs = list(itertools.pairwise(points))
        turns = any(low < high for low, high in pairs) and any(low > high for low, high in pairs)
        if turns is not self.peak:
            key = "steps.turn" if turns else "steps.no_turn"
            yield Problem(
                key, path="steps" if turns else "peak", arguments={"points": ", ".join(str(each) for each in points)}
            )

    def refusals(self, column: Column, /) -> Iterable[Refusal]:
        """Rates that cannot be."""
        return rate.refuse_rates(column, cap=self.cap, none_arose=self.none_arose) if self.on == "rate" else ()

    def score(self, column: Column, /) -> Points:
        """The points of each unit."""
        rates = rate.rate_of(column, cap=self.cap) if self.on == "rate" else rate.Rates(column.number(self.on), None)
        points = self._points_at(rates.ratios)
        return rate.with_none_arose(points, rates.none_arose, self.none_arose, column.max_points)

    def of_rates(self, rates: Ratios, leaf: Leaf, /) -> Points:
        """The points of what parts got, in per cent."""
        return Points(self._points_at(rates))

    def _points_at(self, values: Ratios) -> Ratios:
        places = max(places_of(stretch.points) for stretch in self.stretches)
        edges, awards = self._levels
        table = [int(award * 10**places) for award in awards]
        level = np.zeros(len(values), dtype=np.int16)
        for edge in edges:
            np.add(level, edge.passed(values), out=level)
        return Ratios(Integers.of(table).take(level), 10**places)

    @cached_property
    def _levels(self) -> tuple[tuple[Edge, ...], tuple[Decimal, ...]]:
        """All edges from the lowest on, and the points below the first and above each of them."""
        edges: list[Edge] = []
        awards = [Decimal(0)]
        for stretch in self.stretches:
            if stretch.lower is None or (edges and edges[-1] == stretch.lower):
                awards[-1] = stretch.points
            else:
                edges.append(stretch.lower)
                awards.append(stretch.points)
            if stretch.upper is not None:
                edges.append(stretch.upper)
                awards.append(Decimal(0))
        return tuple(edges), tuple(awards)

    def probes(self, leaf: Leaf, /) -> Iterable[Probe]:
        """Every edge of the table: on it, just under it and just over it; and no case."""
        edges = sorted({edge.at for stretch in self.stretches for edge in (stretch.lower, stretch.upper) if edge})
        least, most = (
            (Decimal(0), Decimal(100)) if self.on == "rate" else (Decimal(0) if self.on == "days" else None, None)
        )
        for at in edges:
            for side in (-1, 0, 1):
                value = at + side * HAIR
                if (least is None or value >= least) and (most is None or value <= most):
                    points = next(
                        (each.points for each in self.stretches if _lies_in(Fraction(value), each)), Decimal(0)
                    )
                    yield Probe({self.on: f"{value:f}"}, Fraction(points), at_threshold(at, side))
        if self.on == "rate":
            yield from rate.none_arose_probes({"done": "0", "planned": "0"}, self.none_arose, leaf)

    def describe(self, leaf: Leaf, words: Wording, /) -> str:
        """The table, from the best step down."""
        on = {
            "rate": words.say(vi="tỷ lệ (%)", en="rate (per cent)"),
            "number": words.say(vi="số", en="number"),
            "days": words.say(vi="số ngày", en="days"),
        }[self.on]
        best_first = sorted(self.stretches, key=lambda stretch: -stretch.points)
        lines = [f"{_tell_stretch(words, stretch)}: {words.write(stretch.points)}" for stretch in best_first]
        rest = words.say(vi="ngoài các mức: 0", en="outside these: 0")
        return f"{on}: {'; '.join([*lines, rest])}" + rate.tell_rate_terms(words, self.cap, self.none_arose)

    def reason(self, case: Case, /) -> str:
        """The value and the step it lies in."""
        value: Fraction | None
        if self.on == "rate":
            words, value = rate.tell_rate(case, cap=self.cap)
            if value is None:
                return f"{words}: {rate.tell_none_arose(case, self.none_arose)}"
        else:
            value = Fraction(case.decimal(self.on))
            name = {"number": case.say(vi="số", en="number"), "days": case.say(vi="số ngày", en="days")}[self.on]
            words = f"{name} {case.write(case.decimal(self.on))}"
        return f"{words}, {self.tell(case, value)}"

    def tell(self, words: Wording, value: Fraction) -> str:
        """The step in which a value lies, with its points."""
        for stretch in self.stretches:
            if _lies_in(value, stretch):
                return f"{_tell_stretch(words, stretch)}: {words.write(stretch.points)}"
        return words.say(vi="ngoài các mức: 0", en="outside all steps: 0")

    def can_give(self, points: Ratios, leaf: Leaf, /) -> BoolArray:
        """The points of the steps, and 0."""
        return among_awards(points, [Decimal(0), *(step.points for step in self.steps)])


def _position(step: Step) -> tuple[Decimal, bool, bool]:
    """Where a step stands in the table: by its lower edge, or by its upper one if it states no other."""
    edge = step.lower or step.upper or Edge(Decimal(0), False)
    return (edge.at, edge.after, step.lower is not None)


def _lies_in(value: Fraction, stretch: Stretch) -> bool:
    low, high = stretch.lower, stretch.upper
    return (low is None or low.is_passed(value)) and (high is None or not high.is_passed(value))


def _tell_stretch(case: Wording, stretch: Stretch) -> str:
    words = []
    if stretch.lower is not None:
        at = case.write(stretch.lower.at)
        words.append(
            case.say(vi=f"trên {at}", en=f"above {at}")
            if stretch.lower.after
            else case.say(vi=f"từ {at}", en=f"from {at}")
        )
    if stretch.upper is not None:
        at = case.write(stretch.upper.at)
        words.append(
            case.say(vi=f"đến {at}", en=f"to {at}")
            if stretch.upper.after
            else case.say(vi=f"dưới {at}", en=f"below {at}")
        )
    return " ".join(words)


def _step_faults(step: Step, path: str, leaf: Leaf) -> Iterable[Problem]:
    if step.from_ is not None and step.above is not None:
        yield Problem("steps.two_bounds", path=path, arguments={"one": "from", "other": "above"})
    if step.to is not None and step.below is not None:
        yield Problem("steps.two_bounds", path=path, arguments={"one": "to", "other": "below"})
    if step.lower is None and step.upper is None:
        yield Problem("steps.no_bound", path=path)
    elif step.lower and step.upper and step.lower >= step.upper:
        yield Problem("steps.empty", path=path, arguments={"from": str(step.lower.at), "to": str(step.upper.at)})
    if step.points < 0:
        yield Problem("steps.negative", path=f"{path}.points", arguments={"value": str(step.points)})
    if places_of(step.points) > leaf.places and Fraction(step.points) * 10**leaf.places % 1:
        yield Problem(
            "number.places", path=f"{path}.points", arguments={"value": str(step.points), "places": str(leaf.places)}
        )
