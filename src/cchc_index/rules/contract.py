"""What a scoring rule is.

A rule sees one leaf's whole column of reported values at once and returns a column of exact points. Built-in and
plugin rules keep the same contract; authors import these names from `cchc_index.plugins`.
"""

from __future__ import annotations

import functools
from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar, Literal, TypeVar

import attrs
import numpy as np

from cchc_index.problems.problem import Problem
from cchc_index.rules.columns import Case, Column, Field, FieldColumn, Method, Wording
from cchc_index.values.exact import Integers, Ratios, RoundingMode
from cchc_index.values.text import Text
from cchc_index.values.units import Unit

if TYPE_CHECKING:
    from cchc_index.values.exact import BoolArray

_FLOAT_BITS = 40  #: twos below a ratio, more than fives, from which it is a float's
_FLOAT_GRAIN = 2**_FLOAT_BITS


@attrs.frozen(eq=False)
class Points:
    """The points a rule gives, one exact ratio a unit, before they are rounded at the leaf.

    Attributes:
        ratios: The points.
        not_applicable: Units to which the leaf turns out not to apply; None for none.
    """

    ratios: Ratios
    not_applicable: BoolArray | None = None


class NotApplicable:
    """What a rule written for one unit returns when the leaf does not apply to it."""


@attrs.frozen(eq=False)
class Refusal:
    """Values a rule cannot take.

    Attributes:
        rows: The rows of the column that are refused.
        field: The field at fault.
        key: A key of the message catalogue; "" when the messages are the rule's own.
        arguments: What fills the catalogue message's blanks, beside `value`.
        own: A plugin's own message, language to (found, why, cure).
    """

    rows: BoolArray
    field: str
    key: str = ""
    arguments: Mapping[str, str] = attrs.field(factory=dict)
    own: Mapping[str, tuple[str, str, str]] | None = None


@attrs.frozen
class Leaf:
    """What a rule may know of the leaf it is bound to, when its parameters are checked.

    Attributes:
        max_points: The leaf's maximum.
        places: To how many decimals its points are rounded.
        mode: How they are rounded.
        in_full: Whether the rule must be able to give the whole maximum; one alternative of several need not.
        small_rates: Whether it says that rates, and thresholds of them, above 0 and at most 1 are meant as per cent.
        not_applicable_words: What a cell says when the leaf does not apply.
        has_parts: Whether it is no leaf but a node whose rule reads what its parts got, in per cent.
    """

    max_points: Decimal
    places: int
    mode: RoundingMode
    in_full: bool = True
    small_rates: bool = False
    not_applicable_words: tuple[str, ...] = ()
    has_parts: bool = False


@attrs.frozen
class Completeness:
    """Whether the fields that a unit reports make an answer.

    Attributes:
        state: `whole`; `none` where nothing was reported; `half` where a field is lacking; `two_ways` where fields of
            several alternatives were reported; `elsewhere` where fields are meant for other units.
        fields: The fields it is about: those lacking, those that clash, those out of place.
    """

    state: Literal["whole", "none", "half", "two_ways", "elsewhere"]
    fields: tuple[str, ...] = ()


@attrs.frozen
class Probe:
    """Values whose points are known beforehand: what a self-test tries a leaf with.

    Attributes:
        values: What is typed, by field.
        points: The points it must give, before they are rounded; None where the leaf turns out not to apply.
        what: What is tried, in Vietnamese and English.
        attributes: What the register must say of the unit.
    """

    values: Mapping[str, str] = attrs.field(hash=False)
    points: Fraction | None
    what: Text
    attributes: Mapping[str, str] = attrs.field(factory=dict, hash=False)


class ScoringRule(ABC):
    """Turns the values reported for one leaf into points (cách chấm).

    A rule is a frozen attrs class whose fields are its parameters in YAML. It sees its whole column; unless it
    declares itself `relative`, each row's points depend on that row alone.

    Attributes:
        method: How its leaves are assessed unless they say otherwise.
        relative: Whether a unit's points depend on other units.
        among: Which units a relative rule compares with each other: those of a `group`, or `all`.
        reads_parts: Whether it may stand on a node that has parts, and reads their per cent; it has `of_rates` then.
        purpose: What it is for, in a few words of both languages; the worksheet's list says it.
    """

    purpose: ClassVar[Text] = Text(())
    method: ClassVar[Method] = "appraised"
    relative: bool = False
    among: Literal["group", "all"] = "all"
    reads_parts: ClassVar[bool] = False

    @property
    @abstractmethod
    def reads(self) -> tuple[tuple[Field, ...], ...]:
        """The alternatives a unit may report, each a group of fields; a bare column is the first field of all."""

    @abstractmethod
    def score(self, column: Column, /) -> Points:
        """The points of each unit of the column, between 0 and ``column.max_points``."""

    @abstractmethod
    def reason(self, case: Case, /) -> str:
        """Why one unit got its points, in one line that can be checked by hand."""

    def compared_with(self, column: Column, /) -> Mapping[str, FieldColumn]:  # optional
        """What a relative rule compares each unit with, a row a unit, by the names that `reason` finds it under."""
        return {}

    def of_rates(self, rates: Ratios, leaf: Leaf, /) -> Points:  # optional
        """The points of rates in per cent, for a rule that may stand on a node that has parts."""
        raise NotImplementedError(f"{type(self).__name__} reads no parts")

    def describe(self, leaf: Leaf, words: Wording, /) -> str:  # optional
        """How the leaf is scored, in one plain sentence for the form that a unit fills in."""
        return (type(self).__doc__ or "").strip().partition("\n")[0]

    @property
    def parts(self) -> Mapping[str, NamedRule]:  # optional
        """The rules this one is made of, by the prefix of their fields."""
        return {}

    @property
    def columns(self) -> tuple[str, ...]:  # optional
        """The columns of the register it reads."""
        return ()

    @property
    def knows(self) -> Mapping[str, tuple[str, ...]]:  # optional
        """The values that it tells apart in columns of the register, so that a misspelt one is noticed."""
        return {}

    def reading(self, given: frozenset[str], unit: Unit, /) -> Completeness:  # optional
        """Whether the fields that a unit reports make an answer: those of exactly one alternative do."""
        whole = [group for group in self.reads if all(field.name in given for field in group)]
        begun = [group for group in self.reads if any(field.name in given for field in group)]
        if len(begun) > 1:
            return Completeness(
                "two_ways", tuple(field.name for group in begun for field in group if field.name in given)
            )
        if begun and not whole:
            return Completeness("half", tuple(field.name for field in begun[0] if field.name not in given))
        return Completeness("whole" if begun else "none")

    def faults(self, leaf: Leaf, /) -> Iterable[Problem]:  # optional
        """What is wrong with the parameters, beyond their types; paths are relative to the rule's own mapping."""
        return ()

    def refusals(self, column: Column, /) -> Iterable[Refusal]:  # optional
        """Reported values that cannot be scored."""
        return ()

    def probes(self, leaf: Leaf, /) -> Iterable[Probe]:  # optional
        """Values with the points they must give: the best, the least, and each threshold from both sides.

        A relative rule's probes hold among units of which some report the best of them and some the least.
        """
        return ()

    def can_give(self, points: Ratios, leaf: Leaf, /) -> BoolArray:
        """Which points, typed by hand, are ones this rule can give; by default all with the leaf's decimals."""
        return points.times(Fraction(10**leaf.places)).whole()


@attrs.frozen
class NamedRule:
    """A rule and the name criteria files know it by.

    Attributes:
        name: The name; a plugin's has its prefix.
        rule: The rule with its parameters.
        distribution: Name and version of the plugin's distribution; "" for the built-in rules.
    """

    name: str
    rule: ScoringRule
    distribution: str = attrs.field(default="", eq=False)

    @property
    def owner(self) -> str:
        """The distribution that answers for the rule, its own or that of a rule it is made of."""
        parts = (part.owner for part in self.rule.parts.values())
        return self.distribution or next((owner for owner in parts if owner), "")

    @property
    def names(self) -> tuple[str, ...]:
        """The name, and those of the rules it is made of."""
        return (self.name, *(name for part in self.rule.parts.values() for name in part.names))


class AwardError(TypeError):
    """What a rule written for one unit returned is no exact number of points.

    Attributes:
        award: What was returned.
    """

    def __init__(self, function: str, award: object, why: str) -> None:
        """Say who returned what, and why it cannot stand."""
        self.award = award
        super().__init__(f"{function} returned {award!r}; {why}")


def is_made_of_float(denominator: int) -> bool:
    """Whether a ratio with this denominator comes from a binary float, as ``Fraction(0.1)`` does.

    A float that is no short fraction is one over some 2**50. Decimals have as many fives as twos below, and nobody
    halves forty times.

    Example:
        >>> is_made_of_float(Fraction(0.1).denominator), is_made_of_float(10**60), is_made_of_float(48)
        (True, False, False)
    """
    if denominator % _FLOAT_GRAIN:
        return False
    twos = (denominator & -denominator).bit_length() - 1
    fives: int = 5 ** (twos + 1 - _FLOAT_BITS)
    return denominator % fives != 0


Rule = TypeVar("Rule", bound=ScoringRule)
Award = Decimal | Fraction | int | type[NotApplicable]


def per_unit(function: Callable[[Rule, Case], Award]) -> Callable[[Rule, Column], Points]:
    """Make a rule's `score` from a plain function of one case.

    The function returns an exact number of points (`decimal.Decimal`, `fractions.Fraction` or int), or
    `NotApplicable`. Floats are refused: they cannot say which decimal they mean.

    Raises:
        AwardError: when the rule is scored, if the function returned anything else.
    """

    @functools.wraps(function)
    def score(self: Rule, column: Column, /) -> Points:
        numerators: list[int] = []
        denominators: list[int] = []
        not_applicable = np.zeros(column.size, dtype=np.bool_)
        for row, case in enumerate(column.cases()):
            award = function(self, case)
            if award is NotApplicable:
                not_applicable[row] = True
                award = 0
            if isinstance(award, bool) or not isinstance(award, Decimal | Fraction | int):
                raise AwardError(function.__name__, award, "points are a Decimal, a Fraction or an int")
            if isinstance(award, Decimal) and not award.is_finite():
                raise AwardError(function.__name__, award, "which is no number of points")
            numerator, denominator = award.as_integer_ratio()
            if is_made_of_float(denominator):
                raise AwardError(function.__name__, award, "which was made of a float")
            numerators.append(numerator)
            denominators.append(denominator)
        return Points(Ratios(Integers.of(numerators), Integers.of(denominators)), not_applicable)

    return score
