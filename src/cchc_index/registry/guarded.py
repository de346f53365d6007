"""Rules and classifiers of plugins as the library calls them: guarded, and held to what they may answer.

A plugin's object is asked for what it reads once, when the criteria file is bound; each later call is guarded, and its
answer is looked through before anything relies on it. Built-in rules are called as they are.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, Final, Literal, get_args

import attrs
import numpy as np
import numpy.typing as npt

from cchc_index.bands.contract import Band, Classification, Classifier, Excused, Move, Near, Placing, Standings
from cchc_index.bands.needs import Lacking, Need
from cchc_index.problems.problem import Advice, Problem
from cchc_index.registry.asking import Guard, can_be_told, is_a, is_line, is_mask
from cchc_index.registry.guarding import MOST_SENTENCE, cut
from cchc_index.rules.columns import Case, Column, Field, FieldColumn, Kind, Method, Wording
from cchc_index.rules.contract import Completeness, Leaf, NamedRule, Points, Probe, Refusal, ScoringRule
from cchc_index.values.exact import Ratios
from cchc_index.values.text import Text
from cchc_index.values.units import Unit

if TYPE_CHECKING:
    from cchc_index.values.exact import BoolArray

_FEW: Final = 64  #: rows that are asked for a second time
_METHODS: Final = ("appraised", "survey", "outside")


def guard_rule(rule: ScoringRule, name: str, distribution: str) -> ScoringRule:
    """The rule of a plugin with a guard around it; a built-in one as it is.

    Raises:
        PluginError: It does not say in a readable way what it reads.
    """
    return GuardedRule(rule, name, distribution) if distribution else rule


def guard_classifier(classifier: Classifier, name: str, distribution: str) -> Classifier:
    """The classifier of a plugin with a guard around it; a built-in one as it is.

    Raises:
        PluginError: It does not say in a readable way what it reads.
    """
    return GuardedClassifier(classifier, name, distribution) if distribution else classifier


def at_criterion(named: NamedRule, code: str) -> NamedRule:
    """The rule as that of a criterion, which messages then name; one that is made of plugins' rules is theirs.

    Raises:
        PluginError: It does not say in a readable way what it reads.
    """
    if isinstance(named.rule, GuardedRule):
        return attrs.evolve(named, rule=attrs.evolve(named.rule, code=code))
    return attrs.evolve(named, rule=GuardedRule(named.rule, named.name, named.owner, code)) if named.owner else named


def unguarded(rule: ScoringRule) -> ScoringRule:
    """The rule as its author wrote it."""
    return rule.rule if isinstance(rule, GuardedRule) else rule


def unguarded_classifier(classifier: Classifier) -> Classifier:
    """The classifier as its author wrote it."""
    return classifier.classifier if isinstance(classifier, GuardedClassifier) else classifier


def are_names(found: Any) -> bool:
    """Whether an answer is a tuple of names."""
    return is_a(found, tuple) and all(is_a(each, str) and each for each in found)


def are_reads(found: Any) -> bool:
    """Whether what a rule reads is told as alternatives of sound fields, each of them once in its alternative."""
    if not is_a(found, tuple) or not found or not all(is_a(group, tuple) and group for group in found):
        return False
    return all(all(map(_is_field, group)) and len({each.name for each in group}) == len(group) for group in found)


def _is_field(found: Any) -> bool:
    """Whether a field is of a kind that there is, with exact limits."""
    return (
        is_a(found, Field)
        and is_a(found.name, str)
        and found.kind in get_args(Kind)
        and found.better in ("", "more", "less")
        and found.small_rates in ("taken", "asked")
        and all(each is None or is_a(each, Decimal | int) for each in (found.least, found.most))
    )


def _are_known(found: Any) -> bool:
    return is_a(found, Mapping) and all(is_a(name, str) and are_names(values) for name, values in found.items())


def _are_parts(found: Any) -> bool:
    return is_a(found, Mapping) and all(is_a(name, str) and is_a(part, NamedRule) for name, part in found.items())


def is_probe(found: Any) -> bool:
    """Whether a probe is one."""
    return (
        is_a(found, Probe)
        and is_a(found.what, Text)
        and (found.points is None or is_a(found.points, Fraction))
        and all(is_a(each, str) for pair in (*found.values.items(), *found.attributes.items()) for each in pair)
    )


@attrs.frozen
class GuardedRule(ScoringRule):
    """A plugin's rule, or a rule made of some.

    Attributes:
        rule: The rule itself.
        name: Its name in criteria files.
        distribution: The distribution that answers for it.
        code: The criterion that it scores; "" where none is known.
    """

    rule: ScoringRule
    name: str = attrs.field(eq=False)
    distribution: str = attrs.field(eq=False)
    code: str = attrs.field(default="", eq=False)
    reads: tuple[tuple[Field, ...], ...] = attrs.field(init=False, eq=False, repr=False)
    columns: tuple[str, ...] = attrs.field(init=False, eq=False, repr=False)
    knows: Mapping[str, tuple[str, ...]] = attrs.field(init=False, eq=False, repr=False)
    parts: Mapping[str, NamedRule] = attrs.field(init=False, eq=False, repr=False)
    method: Method = attrs.field(init=False, eq=False, repr=False)  # type: ignore[misc]  # the class's own elsewhere
    relative: bool = attrs.field(init=False, eq=False, repr=False)
    among: Literal["group", "all"] = attrs.field(init=False, eq=False, repr=False)
    reads_parts: bool = attrs.field(init=False, eq=False, repr=False)  # type: ignore[misc]  # the class's own elsewhere

    @reads.default
    def _reads(self) -> Any:
        return self._guard.ask("reads", "((Field, ...), ...)", lambda: self.rule.reads, are_reads)

    @columns.default
    def _columns(self) -> Any:
        return self._guard.ask("columns", "(str, ...)", lambda: self.rule.columns, are_names)

    @knows.default
    def _knows(self) -> Any:
        return self._guard.ask("knows", "{str: (str, ...)}", lambda: self.rule.knows, _are_known)

    @parts.default
    def _parts(self) -> Any:
        return self._guard.ask("parts", "{str: NamedRule}", lambda: self.rule.parts, _are_parts)

    @method.default
    def _method(self) -> Any:
        return self._guard.ask("method", " | ".join(_METHODS), lambda: self.rule.method, lambda each: each in _METHODS)

    @relative.default
    def _relative(self) -> Any:
        return self._guard.ask("relative", "bool", lambda: self.rule.relative, lambda each: isinstance(each, bool))

    @among.default
    def _among(self) -> Any:
        return self._guard.ask("among", "group | all", lambda: self.rule.among, lambda each: each in ("group", "all"))

    @reads_parts.default
    def _reads_parts(self) -> Any:
        return self._guard.ask(
            "reads_parts", "bool", lambda: self.rule.reads_parts, lambda each: isinstance(each, bool)
        )

    @property
    def _guard(self) -> Guard:
        return Guard(self.rule, self.name, self.distribution, self.code)

    def score(self, column: Column, /) -> Points:
        """The points of each unit, those of some the same when asked again.

        Raises:
            PluginError: They are none, too few, not the same twice, or no ratios of whole numbers.
        """
        given = self._scored(column)
        for rows in self._asked_again(column):
            again = self._scored(column if len(rows) == column.size else column.take(rows))
            if not _alike(given, again, rows):
                raise self._guard.error("plugin.changes", "score", advice=Advice("again"))
        return given

    def _asked_again(self, column: Column) -> Iterator[npt.NDArray[np.intp]]:
        """A few rows in two lots, since asking for all takes as long as scoring does.

        Whatever unit a rule looks at without saying that it compares, it misses in one lot. A relative rule needs all
        units or none.
        """
        some = np.linspace(0, column.size - 1, min(column.size, _FEW)).astype(np.intp)
        if not self.relative and len(some) > 1:
            yield from (some[::2], some[1::2])
        elif len(some) == column.size:
            yield some

    def _scored(self, column: Column) -> Points:
        given: object = self._guard.ask("score", "Points", lambda: self.rule.score(column), lambda each: True)
        return self._guard.points("score", given, column.size)

    def compared_with(self, column: Column, /) -> Mapping[str, FieldColumn]:
        """What a relative rule compares each unit with."""

        def fits(found: Any) -> bool:
            return is_a(found, Mapping) and all(
                is_a(name, str) and is_a(each, FieldColumn) and len(each.numbers) == column.size
                for name, each in found.items()
            )

        found: Mapping[str, FieldColumn] = self._guard.ask(
            "compared_with", "{str: FieldColumn}", lambda: self.rule.compared_with(column), fits
        )
        return found

    def of_rates(self, rates: Ratios, leaf: Leaf, /) -> Points:
        """The points of what the parts of a node got, in per cent."""
        given: object = self._guard.ask(
            "of_rates", "Points", lambda: self.rule.of_rates(rates, leaf), lambda each: True
        )
        return self._guard.points("of_rates", given, len(rates))

    def reason(self, case: Case, /) -> str:
        """Why one unit got its points, in one line."""
        return cut(self._guard.ask("reason", "str", lambda: self.rule.reason(case), is_line), MOST_SENTENCE)

    def describe(self, leaf: Leaf, words: Wording, /) -> str:
        """How the leaf is scored, in one sentence."""
        said: str = self._guard.ask(
            "describe", "str", lambda: self.rule.describe(leaf, words), lambda each: isinstance(each, str)
        )
        return cut(said, MOST_SENTENCE)

    def reading(self, given: frozenset[str], unit: Unit, /) -> Completeness:
        """Whether the fields that a unit reports make an answer."""
        states = ("whole", "none", "half", "two_ways", "elsewhere")

        def fits(found: Any) -> bool:
            return (
                is_a(found, Completeness)
                and found.state in states
                and is_a(found.fields, tuple)
                and all(is_a(each, str) for each in found.fields)
                and (bool(found.fields) or found.state in ("whole", "none"))
            )

        found: Completeness = self._guard.ask("reading", "Completeness", lambda: self.rule.reading(given, unit), fits)
        return found

    def faults(self, leaf: Leaf, /) -> list[Problem]:
        """What is wrong with the parameters."""
        return self._guard.ask_all("faults", Problem, lambda: self.rule.faults(leaf), can_be_told)

    def refusals(self, column: Column, /) -> list[Refusal]:
        """Reported values that cannot be scored."""

        def fits(found: Any) -> bool:
            return (
                is_a(found, Refusal)
                and is_mask(found.rows, column.size)
                and is_a(found.field, str)
                and can_be_told(Problem(found.key, arguments=_Anything(found.arguments), own=found.own))
            )

        return self._guard.ask_all("refusals", Refusal, lambda: self.rule.refusals(column), fits)

    def probes(self, leaf: Leaf, /) -> list[Probe]:
        """Values with the points they must give."""
        return self._guard.ask_all("probes", Probe, lambda: self.rule.probes(leaf), is_probe)

    def can_give(self, points: Ratios, leaf: Leaf, /) -> BoolArray:
        """Which points, typed by hand, are ones the rule can give."""
        size = len(points)
        found: BoolArray = self._guard.ask(
            "can_give", "a bool for each", lambda: self.rule.can_give(points, leaf), lambda each: is_mask(each, size)
        )
        return found


class _Anything(dict[str, str]):
    """A message's blanks, of which those that the library fills later say nothing yet."""

    def __missing__(self, key: str) -> str:
        return ""


def _alike(given: Points, again: Points, rows: npt.NDArray[np.intp]) -> bool:
    """Whether a rule, asked again for some rows, gives them the same points."""
    ratios, nobody = given.ratios.take(rows), np.zeros(len(rows), dtype=np.bool_)
    out = nobody if given.not_applicable is None else given.not_applicable[rows]
    differs = ratios.exceeds(again.ratios) | again.ratios.exceeds(ratios)
    return (
        np.array_equal(out, nobody if again.not_applicable is None else again.not_applicable)
        and not (differs & ~out).any()  # what stands where the leaf does not apply earns nothing
    )


@attrs.frozen
class GuardedClassifier(Classifier):
    """A plugin's classifier.

    Attributes:
        classifier: The classifier itself.
        name: Its name in criteria files.
        distribution: The distribution that answers for it.
    """

    classifier: Classifier
    name: str = attrs.field(eq=False)
    distribution: str = attrs.field(eq=False)
    columns: tuple[str, ...] = attrs.field(init=False, eq=False, repr=False)
    groups: tuple[str, ...] | None = attrs.field(init=False, eq=False, repr=False)
    relative: bool = attrs.field(init=False, eq=False, repr=False)  # type: ignore[misc]  # the class's own elsewhere

    @columns.default
    def _columns(self) -> Any:
        return self._guard.ask("columns", "(str, ...)", lambda: self.classifier.columns, are_names)

    @groups.default
    def _groups(self) -> Any:
        wanted = "(str, ...) | None"
        return self._guard.ask(
            "groups", wanted, lambda: self.classifier.groups, lambda each: each is None or are_names(each)
        )

    @relative.default
    def _relative(self) -> Any:
        return self._guard.ask(
            "relative", "bool", lambda: self.classifier.relative, lambda each: isinstance(each, bool)
        )

    @property
    def _guard(self) -> Guard:
        return Guard(self.classifier, self.name, self.distribution)

    def classify(self, standings: Standings, /) -> Classification:
        """The band of each unit that can have one.

        Raises:
            PluginError: It does not give each unit one of its bands, or none.
        """
        size = len(standings.register)
        found: Classification = self._guard.ask(
            "classify",
            "Classification",
            lambda: self.classifier.classify(standings),
            lambda each: _is_sound(each, size),
        )
        return found

    def bands_of(self, group: str, /) -> tuple[Band, ...]:
        """The bands of a group, best first."""
        found: tuple[Band, ...] = self._guard.ask(
            "bands_of", "(Band, ...)", lambda: self.classifier.bands_of(group), _are_bands
        )
        return found

    def reason(self, case: Placing, /) -> str:
        """Why one unit is in its band, in one line."""
        return cut(self._guard.ask("reason", "str", lambda: self.classifier.reason(case), is_line), MOST_SENTENCE)

    def faults(self, places: tuple[int, int], /) -> list[Problem]:
        """What is wrong with the parameters."""
        return self._guard.ask_all("faults", Problem, lambda: self.classifier.faults(places), can_be_told)


def _are_bands(found: Any) -> bool:
    return is_a(found, tuple) and all(
        is_a(each, Band) and is_a(each.label, Text) and _are_needs(each.needs) for each in found
    )


def _are_needs(found: Any) -> bool:
    """Whether what bands need can be looked up and compared."""
    return is_a(found, tuple) and all(
        is_a(need, Need)
        and is_a(need.node, str)
        and all(least is None or is_a(least, Decimal) for least in (need.per_cent, need.points))
        and (need.count is None or is_a(need.count, int))
        and _are_needs(need.of)
        for need in found
    )


def _is_sound(found: Any, size: int) -> bool:
    """Whether a classification gives every unit one of its bands or none."""
    if not is_a(found, Classification) or not _are_bands(found.bands):
        return False
    places = found.band_of
    if not is_a(places, np.ndarray) or places.shape != (size,) or places.dtype.kind != "i":
        return False
    within = not size or (int(places.min()) >= -1 and int(places.max()) < len(found.bands))
    about = all(is_a(each, Near) for each in found.near) and all(is_a(each, Move) for each in found.moved)
    about = about and all(is_a(each, Excused) for each in found.excused)
    rows = [each.row for each in (*found.near, *found.moved, *found.excused)] if about else [-1]
    return within and all(0 <= row < size for row in rows) and _are_places(found)


def _are_places(found: Classification) -> bool:
    """Whether the bands that belong to a group, and those that need something, are bands of the classification."""
    tables = (found.places, found.lacking)
    if not all(is_a(each, Mapping) for each in tables) or not all(is_a(each, tuple) for each in found.places.values()):
        return False
    places = [place for own in found.places.values() for place in own] + [*found.lacking]
    within = all(is_a(place, int) and 0 <= place < len(found.bands) for place in places)
    return within and all(is_a(each, Lacking) for each in found.lacking.values())
