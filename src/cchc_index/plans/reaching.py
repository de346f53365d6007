"""What must be reported so that a leaf gets other points: the nearest value that its rule gives them for."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final, Literal, TypeVar

import attrs
import numpy as np

from cchc_index.assessment.answers import NOTHING, Answers
from cchc_index.plans.levers import Lever, own_rule
from cchc_index.registry.guarded import unguarded
from cchc_index.results.figures import Figures
from cchc_index.results.reasons import case_of
from cchc_index.rules.alternatives import BestOf
from cchc_index.rules.awards import PointsRule
from cchc_index.rules.columns import Field, FieldColumn, Value
from cchc_index.rules.contract import NamedRule
from cchc_index.rules.probing import HAIR
from cchc_index.rules.steps import Steps
from cchc_index.values.exact import Integers, places_of, to_decimal, to_integer
from cchc_index.values.statuses import SCORED

if TYPE_CHECKING:
    import numpy.typing as npt

Numbers = TypeVar("Numbers", bound="npt.NDArray[Any]")
Bound = Literal["least", "above", "most", "below", "is"]
_FINEST: Final = 8  #: decimals of a value that is looked for
_FAR: Final = Decimal(10**12)  #: no value that has no limit is looked for beyond


@attrs.frozen
class Reach:
    """What must be reported.

    Attributes:
        field: The field.
        bound: Whether the value is the `least` that is enough, or the `most`; whether it must lie `above` or `below`;
            or what the answer `is`.
        value: The value.
        values: What is reported then, by field.
        before: What is reported now; None where nothing is in that field.
        planned: Of a rate that was reported as done and planned, what was planned.
        done: What must be done of it then, where both are whole numbers.
    """

    field: Field
    bound: Bound
    value: Value
    values: Mapping[str, Value] = attrs.field(hash=False)
    before: Value | Fraction | None = None
    planned: Decimal | None = None
    done: Decimal | None = None


def reach_of(card: Figures, lever: Lever, target: int) -> Reach | None:
    """What a unit must report to get other points for a leaf; None where its rule cannot say.

    Args:
        card: The unit.
        lever: The leaf.
        target: The points, in units of the last decimal.

    Example:
        >>> import cchc_index
        >>> from cchc_index.plans.levers import levers_of
        >>> card = cchc_index.open_cycle("cao-bang-2021").score()["don-vi-28"]
        >>> lever = next(each for each in levers_of(card) if each.code == "5.1")
        >>> reach = reach_of(card, lever, lever.levels[-1])
        >>> reach.field.name, str(reach.before), reach.bound, str(reach.value)
        ('rate', '72.09', 'least', '95')
    """
    named = lever.node.criterion.rule
    if named is None:
        return None
    prefix, own = own_rule(card, named)
    return _Finder(card, lever, target).by(prefix, own)


class _Finder:
    """Looks for the value that gives a leaf the points that are wanted."""

    def __init__(self, card: Figures, lever: Lever, target: int) -> None:
        self.card, self.lever, self.target = card, lever, target
        self.leaf = lever.node
        self.now = case_of(card, lever.node, None, "vi").values

    def by(self, prefix: str, named: NamedRule) -> Reach | None:
        """By a rule whose fields have something before their names."""
        rule = unguarded(named.rule)
        if isinstance(rule, BestOf):
            order = sorted(rule.alternatives, key=lambda name: not any(key.startswith(f"{name}.") for key in self.now))
            found = (self.by(f"{prefix}{name}.", rule.alternatives[name]) for name in order)
            return next((reach for reach in found if reach is not None), None)
        fields = {field.name: field for group in named.rule.reads for field in group}
        if isinstance(rule, PointsRule):
            points = to_decimal(self.target, self.card.criteria.rounding.points)
            return self._checked(prefix, fields["points"], "is", points)
        if isinstance(rule, Steps):
            return self._by_steps(prefix, rule, fields[rule.on])
        alone = [group[0] for group in named.rule.reads if len(group) == 1]
        reported = [field for field in alone if f"{prefix}{field.name}" in self.now]
        for field in reported or alone[:1]:
            if field.kind == "yes_no":
                return self._checked(prefix, field, "is", self.lever.sign > 0)
            if field.options:
                found = (self._checked(prefix, field, "is", option) for option in field.options)
                return next((reach for reach in found if reach is not None), None)
            if field.kind in ("number", "whole") and field.better:
                return self._by_search(prefix, field)
        return None

    def _points(self, values: Mapping[str, Value]) -> int | None:
        """What the leaf's rule gives for other values of the unit; None where they are refused."""
        return points_for(self.card, self.lever, values)

    def _is_enough(self, points: int | None) -> bool:
        return points is not None and (points - self.target) * self.lever.sign >= 0

    def _reported(self, prefix: str, field: Field, value: Value) -> dict[str, Value]:
        """What is reported with another value of one field, and nothing of the rule's other fields."""
        others = {
            name: each for name, each in self.now.items() if prefix and "." in name and not name.startswith(prefix)
        }
        return {**others, f"{prefix}{field.name}": value}

    def _before(self, prefix: str, field: Field) -> tuple[Value | Fraction | None, Decimal | None]:
        """What the unit reports in a field now, and of a quotient what was planned."""
        found = self.now.get(f"{prefix}{field.name}")
        done, planned = self.now.get(f"{prefix}done"), self.now.get(f"{prefix}planned")
        if (
            found is None
            and field.name == "rate"
            and isinstance(done, Decimal)
            and isinstance(planned, Decimal)
            and planned
        ):
            return 100 * Fraction(done) / Fraction(planned), planned
        return found, None

    def _checked(
        self, prefix: str, field: Field, bound: Bound, value: Value, tried: Value | None = None
    ) -> Reach | None:
        """The value, where the rule gives just the points that are wanted for it, or for one that is tried for it."""
        values = self._reported(prefix, field, value if tried is None else tried)
        if not self._is_enough(self._points(values)):
            return None
        before, planned = self._before(prefix, field)
        done = None
        if planned is not None and isinstance(value, Decimal) and not places_of(planned.normalize()):
            least = Fraction(value) * Fraction(planned) / 100
            whole = -((-least) // 1) if bound in ("least", "above") else least // 1
            whole += int(bound == "above" and whole == least) - int(bound == "below" and whole == least)
            done = Decimal(int(whole))
        if bound == "is" and field.options and self._points(values) != self.target:
            return None
        return Reach(field, bound, value, values, before, planned, done)

    def _by_steps(self, prefix: str, rule: Steps, field: Field) -> Reach | None:
        """The nearest step that gives the points."""
        before, _ = self._before(prefix, field)
        at = Fraction(before) if isinstance(before, Decimal | Fraction) else None
        wanted = to_decimal(self.target, self.card.criteria.rounding.points)
        found: list[tuple[Fraction, Bound, Decimal, Decimal]] = []
        for stretch in rule.stretches:
            if stretch.points != wanted:
                continue
            low, high = stretch.lower, stretch.upper
            if low is not None and (at is None or at <= Fraction(low.at)):
                distance = Fraction(low.at) - (at or 0)
                found.append(
                    (distance, "above" if low.after else "least", low.at, low.at + HAIR if low.after else low.at)
                )
            elif high is not None and (at is None or at >= Fraction(high.at)):
                distance = (at or 0) - Fraction(high.at)
                found.append(
                    (distance, "most" if high.after else "below", high.at, high.at if high.after else high.at - HAIR)
                )
        for _, bound, value, tried in sorted(found):
            reach = self._checked(prefix, field, bound, value, tried)
            if reach is not None:
                return reach
        return None

    def _by_search(self, prefix: str, field: Field) -> Reach | None:
        """The nearest value by halving, since more of it never scores less, or less never."""
        up = (field.better == "more") == (self.lever.sign > 0)
        before, _ = self._before(prefix, field)
        whole = field.kind == "whole"
        reported = places_of(before) if isinstance(before, Decimal) else 0
        best: Reach | None = None
        for places in (0,) if whole else sorted({max(2, reported), 4, 6, _FINEST}):
            if places < reported:
                continue
            value = self._nearest(prefix, field, before, places, up=up)
            if value is None:
                return best
            best = self._checked(prefix, field, "least" if up else "most", value)
            if best is not None and not whole:
                step = Decimal(1).scaleb(-places) * (1 if up else -1)
                under = value - step + HAIR * (1 if up else -1) / 1000
                if self._is_enough(self._points(self._reported(prefix, field, under))):
                    edge = self._checked(prefix, field, "above" if up else "below", value - step, value)
                    best = edge or best
            if best is None or self._points(best.values) == self.target:
                return best
        return best

    def _nearest(
        self, prefix: str, field: Field, before: Value | Fraction | None, places: int, *, up: bool
    ) -> Decimal | None:
        """The nearest value with so many decimals that is enough; None where none is."""
        scale = 10**places
        limits = (field.least, field.most)
        low = to_integer(limits[0], places) if limits[0] is not None else -int(_FAR) * scale
        high = to_integer(limits[1], places) if limits[1] is not None else int(_FAR) * scale
        start = Fraction(before) * scale if isinstance(before, Decimal | Fraction) else Fraction(low if up else high)
        at = int(start // 1) if up else int(-((-start) // 1))
        at = min(max(at, low), high)

        def does(distance: int) -> bool:
            value = to_decimal(at + distance if up else at - distance, places)
            return self._is_enough(self._points(self._reported(prefix, field, value)))

        most = high - at if up else at - low
        far = 1
        while far < most and not does(far):
            far *= 2
        far = min(far, most)
        if not does(far):
            return None
        near = 0 if far == 1 else far // 2
        while near < far:
            middle = (near + far) // 2
            if does(middle):
                far = middle
            else:
                near = middle + 1
        return to_decimal(at + far if up else at - far, places)


def points_for(card: Figures, lever: Lever, values: Mapping[str, Value]) -> int | None:
    """The points of a leaf for other values of a unit, rounded, others as they are; None where they are refused.

    Args:
        card: The unit.
        lever: The leaf.
        values: By field what is reported; nothing else is.
    """
    leaf, assessment = lever.node, card.assessment
    named = leaf.criterion.rule
    if named is None:
        return None
    answers = answered(assessment.answers[leaf.criterion.code], named, card.row, values)
    rows = answers.rows(SCORED) if named.rule.relative else np.array([card.row], dtype=np.intp)
    changed = attrs.evolve(assessment, answers={**assessment.answers, leaf.criterion.code: answers})
    column = changed.column(leaf, rows)
    place = card.row if rows is None else int(np.flatnonzero(rows == card.row)[0])
    if any(bool(refusal.rows[place]) for refusal in named.rule.refusals(column)):
        return None
    given = named.rule.score(column)
    if given.not_applicable is not None and bool(given.not_applicable[place]):
        return None
    rounding = card.criteria.rounding
    return int(given.ratios.rounded(rounding.points, rounding.mode).values[place])


def answered(answers: Answers, named: NamedRule, row: int, values: Mapping[str, Value]) -> Answers:
    """A leaf's column with other values of one unit, which nobody decided or adjusted otherwise."""
    kinds = {field.name: field for group in named.rule.reads for field in group}
    fields = {
        name: with_value(answers.fields.get(name), kinds[name], row, len(answers.status), values.get(name))
        for name in dict.fromkeys([*answers.fields, *values])
    }
    return without_decisions(attrs.evolve(answers, status=_put(answers.status, row, SCORED), fields=fields), row)


def without_decisions(answers: Answers, row: int) -> Answers:
    """A leaf's column in which nothing was decided or adjusted of one unit."""
    return attrs.evolve(
        answers,
        fixed=None if answers.fixed is None else _put(answers.fixed, row, NOTHING),
        added=None if answers.added is None else _put(answers.added, row, 0),
        decided=None if answers.decided is None else _put(answers.decided, row, 0),
    )


def with_value(column: FieldColumn | None, field: Field, row: int, size: int, value: Value | None) -> FieldColumn:
    """A field's column with another value of one unit, or none."""
    if column is None:
        column = FieldColumn(
            Integers.of([0] * size), 0, np.zeros(size, dtype=np.bool_), () if field.kind == "text" else None
        )
    given = np.ones(size, dtype=np.bool_) if column.given is None else column.given
    given = _put(given, row, value is not None)
    texts, places, number = column.texts, column.places, 0
    numbers = column.numbers
    if isinstance(value, str):
        texts = tuple(dict.fromkeys([*(texts or ()), value]))
        number = texts.index(value)
    elif isinstance(value, bool):
        number = int(value)
    elif value is not None:
        finer = max(places, places_of(value))
        numbers = numbers * 10 ** (finer - places)
        places, number = finer, to_integer(value, finer)
    here: npt.NDArray[np.bool_] = np.arange(size) == row
    changed = Integers.of(numbers.values).where(~here, number)
    meant = column.meant if isinstance(column.meant, bool) else _put(column.meant, row, 1)
    printed = None if column.printed is None else _put(column.printed, row, -1)
    return FieldColumn(Integers.of(changed.values), places, None if bool(given.all()) else given, texts, meant, printed)


def _put(column: Numbers, row: int, value: int) -> Numbers:
    changed: Numbers = column.copy()
    changed[row] = value
    return changed
