"""Several ways to earn one leaf's points: the best of them, or the one meant for the unit."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar

import attrs
import numpy as np

from cchc_index.problems.problem import Problem
from cchc_index.rules.columns import Case, Column, Field, Wording
from cchc_index.rules.contract import Completeness, Leaf, NamedRule, Points, Probe, Refusal, ScoringRule
from cchc_index.values.exact import Ratios
from cchc_index.values.text import Text, value_of
from cchc_index.values.units import Unit

if TYPE_CHECKING:
    import numpy.typing as npt

    from cchc_index.values.exact import BoolArray

_NAME = re.compile(r"[a-z_]+")
Alternatives = Mapping[str, NamedRule]


@attrs.frozen
class BestOf(ScoringRule):
    """The best of several alternatives; a unit reports one of them or more.

    points = max(points of each alternative that was reported)

    Attributes:
        alternatives: Rules by name, none of them relative; one at least can give the leaf's maximum.

    Reads:
        ``name.field`` for the fields of each alternative.

    Source:
        Rule R6 of the field: the best of several alternatives counts.

    Example:
        >>> from cchc_index.rules.awards import YesNo
        >>> from cchc_index.rules.counts import PerCase
        >>> from decimal import Decimal
        >>> from cchc_index.testing import points_of
        >>> rule = BestOf({"award": NamedRule("yes_no", YesNo()), "ideas": NamedRule("per_case", PerCase(Decimal(1)))})
        >>> points_of(rule, 2, {"award.yes_no": ["0", "1"], "ideas.count": ["1", "0"]})
        ['1.00', '2.00']
    """

    purpose: ClassVar[Text] = Text((("vi", "lấy kết quả tốt nhất trong nhiều cách"), ("en", "the best of several")))

    alternatives: Alternatives = attrs.field(hash=False)

    @property
    def parts(self) -> Alternatives:
        """The alternatives."""
        return self.alternatives

    @property
    def reads(self) -> tuple[tuple[Field, ...], ...]:
        """The fields of all alternatives, under their names."""
        return _reads(self.alternatives)

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns of the register that the alternatives read."""
        return tuple(dict.fromkeys(column for part in self.alternatives.values() for column in part.rule.columns))

    def reading(self, given: frozenset[str], unit: Unit, /) -> Completeness:
        """One alternative at least is answered, and none by halves."""
        found = [
            _named(name, part.rule.reading(_inside(given, name), unit)) for name, part in self.alternatives.items()
        ]
        faulty = [reading for reading in found if reading.state not in ("whole", "none")]
        return (
            faulty[0] if faulty else Completeness("whole" if any(each.state == "whole" for each in found) else "none")
        )

    def faults(self, leaf: Leaf, /) -> Iterable[Problem]:
        """Two alternatives at least, each sound, one of them able to give the maximum."""
        yield from _alternative_faults(self.alternatives, attrs.evolve(leaf, in_full=False))
        if leaf.in_full and not any(_in_full(part, leaf) for part in self.alternatives.values()):
            yield Problem("rule.no_full", path="alternatives", arguments={"most": str(leaf.max_points)})

    def refusals(self, column: Column, /) -> Iterable[Refusal]:
        """Values that an alternative cannot take."""
        for name, part in self.alternatives.items():
            yield from _refusals(name, part, column, _answered(name, column))

    def score(self, column: Column, /) -> Points:
        """The points of each unit."""
        best = column.number("").constant(Fraction(0))
        applies = np.zeros(column.size, dtype=np.bool_)
        for name, part in self.alternatives.items():
            points, given = _scored(name, part, column, _answered(name, column))
            better = given & (points.exceeds(best) | ~applies)
            best = points.where(better, best)
            applies |= given
        return Points(best, None if applies.all() else ~applies)

    def probes(self, leaf: Leaf, /) -> Iterable[Probe]:
        """What each alternative is tried with."""
        for name, part in self.alternatives.items():
            yield from _probes(name, part, leaf, {})

    def describe(self, leaf: Leaf, words: Wording, /) -> str:
        """Each alternative."""
        told = _tell_alternatives(self.alternatives, leaf, words)
        return words.say(vi="tính theo cách cho điểm cao nhất: ", en="the best of these counts: ") + told

    def reason(self, case: Case, /) -> str:
        """Every alternative that was reported, with what it gives."""
        told = []
        for name, part in self.alternatives.items():
            inner = _case(case, name)
            if inner.values:
                told.append(f"{name}: {part.rule.reason(inner)}")
        best = case.say(vi="tính mức cao nhất", en="the best counts")
        return "; ".join([*told, best] if len(told) > 1 else told)

    def can_give(self, points: Ratios, leaf: Leaf, /) -> BoolArray:
        """What one of the alternatives can give."""
        return _any_gives(self.alternatives, points, leaf)


@attrs.frozen
class Choose(ScoringRule):
    """The alternative that is meant for the unit, by a column of the register.

    points = those of the alternative whose name the unit's column holds

    Attributes:
        by: The column of the register.
        alternatives: Rules by the value of the column that picks them; none of them relative, each able to give the
            leaf's maximum.

    Reads:
        ``name.field`` for the fields of the unit's alternative.

    Source:
        Rule R8 of the field: other requirements for special units (mountain communes).

    Example:
        >>> from cchc_index.rules.contract import NamedRule
        >>> from cchc_index.rules.awards import YesNo
        >>> from cchc_index.rules.proportion import Proportion
        >>> parts = {"ward": NamedRule("proportion", Proportion()), "commune": NamedRule("yes_no", YesNo())}
        >>> rule = Choose("kind", parts)
        >>> rule.reading(frozenset(["ward.rate"]), Unit("a", "A", attributes={"kind": "ward"})).state
        'whole'
        >>> rule.reading(frozenset(["ward.rate"]), Unit("b", "B", attributes={"kind": "commune"})).state
        'elsewhere'
    """

    purpose: ClassVar[Text] = Text((("vi", "chọn theo loại đơn vị"), ("en", "chosen by the kind of unit")))

    by: str
    alternatives: Alternatives = attrs.field(hash=False)

    @property
    def parts(self) -> Alternatives:
        """The alternatives."""
        return self.alternatives

    @property
    def reads(self) -> tuple[tuple[Field, ...], ...]:
        """The fields of all alternatives, under their names."""
        return _reads(self.alternatives)

    @property
    def columns(self) -> tuple[str, ...]:
        """The column that picks, and those that the alternatives read."""
        inner = [column for part in self.alternatives.values() for column in part.rule.columns]
        return tuple(dict.fromkeys([self.by, *inner]))

    @property
    def knows(self) -> Mapping[str, tuple[str, ...]]:
        """The names of the alternatives, as values of the column that picks."""
        return {self.by: tuple(self.alternatives)}

    def meant_for(self, unit: Unit) -> str:
        """The name of the alternative that is meant for a unit; "" where none is."""
        return self._named_by(unit.column(self.by) or "")

    def _named_by(self, value: str) -> str:
        return value_of({name: name for name in self.alternatives}, value) or ""

    def reading(self, given: frozenset[str], unit: Unit, /) -> Completeness:
        """The unit's alternative is answered, and no other."""
        name = self.meant_for(unit)
        strange = tuple(sorted(field for field in given if not field.startswith(f"{name}.")))
        if strange or not name:
            return Completeness("elsewhere", strange or (self.by,)) if given else Completeness("none")
        return _named(name, self.alternatives[name].rule.reading(_inside(given, name), unit))

    def faults(self, leaf: Leaf, /) -> Iterable[Problem]:
        """Two alternatives at least, each sound and able to give the maximum."""
        return _alternative_faults(self.alternatives, leaf)

    def refusals(self, column: Column, /) -> Iterable[Refusal]:
        """Values that the unit's alternative cannot take."""
        for name, part in self.alternatives.items():
            yield from _refusals(name, part, column, self._rows(name, column))

    def _rows(self, name: str, column: Column) -> BoolArray:
        values, places = column.attribute(self.by)
        return np.array([self._named_by(value) == name for value in values], dtype=np.bool_)[places]

    def score(self, column: Column, /) -> Points:
        """The points of each unit."""
        points = column.number("").constant(Fraction(0))
        applies = np.zeros(column.size, dtype=np.bool_)
        for name, part in self.alternatives.items():
            own, given = _scored(name, part, column, self._rows(name, column))
            points = own.where(given, points)
            applies |= given
        return Points(points, None if applies.all() else ~applies)

    def probes(self, leaf: Leaf, /) -> Iterable[Probe]:
        """What each alternative is tried with, for the units it is meant for."""
        for name, part in self.alternatives.items():
            yield from _probes(name, part, leaf, {self.by: name})

    def describe(self, leaf: Leaf, words: Wording, /) -> str:
        """Each alternative, and what picks it."""
        told = _tell_alternatives(self.alternatives, leaf, words)
        return words.say(vi=f"theo '{self.by}' của đơn vị: ", en=f"by the unit's '{self.by}': ") + told

    def reason(self, case: Case, /) -> str:
        """Which alternative is the unit's, and what it gives."""
        name = self.meant_for(case.unit)
        return f"{self.by} = {name}: {self.alternatives[name].rule.reason(_case(case, name))}"

    def can_give(self, points: Ratios, leaf: Leaf, /) -> BoolArray:
        """What one of the alternatives can give."""
        return _any_gives(self.alternatives, points, leaf)


def _reads(alternatives: Alternatives) -> tuple[tuple[Field, ...], ...]:
    return tuple(
        tuple(attrs.evolve(field, name=f"{name}.{field.name}", better="") for field in group)
        for name, part in alternatives.items()
        for group in part.rule.reads
    )


def _inside(given: frozenset[str], name: str) -> frozenset[str]:
    return frozenset(field.removeprefix(f"{name}.") for field in given if field.startswith(f"{name}."))


def _named(name: str, reading: Completeness) -> Completeness:
    return Completeness(reading.state, tuple(f"{name}.{field}" for field in reading.fields))


def _answered(name: str, column: Column) -> BoolArray:
    """The units that report something for an alternative."""
    found = np.zeros(column.size, dtype=np.bool_)
    for field in column.fields:
        if field.startswith(f"{name}."):
            found |= column.has(field)
    return found


def _scored(name: str, part: NamedRule, column: Column, rows: BoolArray) -> tuple[Ratios, BoolArray]:
    """What an alternative gives to the units that report it, 0 to others, and to whom it applies."""
    at: npt.NDArray[np.intp] = np.flatnonzero(rows)
    nothing = column.number("").constant(Fraction(0))
    if not len(at):
        return nothing, rows
    points = part.rule.score(column.part(name, part.rule.reads).take(at))
    applies = rows.copy()
    if points.not_applicable is not None:
        applies[at[points.not_applicable]] = False
    return points.ratios.spread(at, column.size), applies


def _refusals(name: str, part: NamedRule, column: Column, rows: BoolArray) -> Iterator[Refusal]:
    at = np.flatnonzero(rows)
    if not len(at):
        return
    for refusal in part.rule.refusals(column.part(name, part.rule.reads).take(at)):
        refused = np.zeros_like(rows)
        refused[at[refusal.rows]] = True
        yield attrs.evolve(refusal, rows=refused, field=f"{name}.{refusal.field}")


def _case(case: Case, name: str) -> Case:
    prefix = f"{name}."
    inside = {key.removeprefix(prefix): value for key, value in case.values.items() if key.startswith(prefix)}
    return attrs.evolve(case, values=inside)


def _probes(name: str, part: NamedRule, leaf: Leaf, attributes: Mapping[str, str]) -> Iterator[Probe]:
    for probe in part.rule.probes(attrs.evolve(leaf, in_full=False)):
        values = {f"{name}.{field}": value for field, value in probe.values.items()}
        what = Text(tuple((language, f"{name}: {said}") for language, said in probe.what.texts))
        yield Probe(values, probe.points, what, {**probe.attributes, **attributes})


def _alternative_faults(alternatives: Alternatives, leaf: Leaf) -> Iterator[Problem]:
    if len(alternatives) < 2:
        yield Problem("rule.one_alternative", path="alternatives")
    for name, part in alternatives.items():
        path = f"alternatives.{name}"
        if not _NAME.fullmatch(name):
            yield Problem("rule.field_name", path=path, arguments={"name": name})
        if part.rule.relative:
            yield Problem("rule.relative_inside", path=f"{path}.{part.name}", arguments={"name": part.name})
        for fault in part.rule.faults(leaf):
            inner = ".".join(each for each in (path, part.name, fault.path) if each)
            yield attrs.evolve(fault, path=inner)


def _in_full(part: NamedRule, leaf: Leaf) -> bool:
    """Whether an alternative can give the whole maximum of a leaf that must be given in full."""
    return not any(True for _ in part.rule.faults(attrs.evolve(leaf, small_rates=True)))


def _any_gives(alternatives: Alternatives, points: Ratios, leaf: Leaf) -> BoolArray:
    gives = np.zeros(len(points), dtype=np.bool_)
    for part in alternatives.values():
        gives |= part.rule.can_give(points, leaf)
    return gives


def _tell_alternatives(alternatives: Alternatives, leaf: Leaf, words: Wording) -> str:
    told = [f"({name.replace('_', ' ')}) {part.rule.describe(leaf, words)}" for name, part in alternatives.items()]
    return "; ".join(told)
