"""Points for a change since last year: of the whole index, of an area, or of one criterion."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, ClassVar, Final, Literal

import attrs

from cchc_index.problems.problem import Problem
from cchc_index.rules.columns import Case, Column, Field, Method, Wording
from cchc_index.rules.contract import Completeness, Leaf, Points, Probe, Refusal, ScoringRule
from cchc_index.rules.probing import PROBES
from cchc_index.rules.rate import NoneArose, tell_answer, tell_none_arose, with_none_arose
from cchc_index.rules.steps import Step, Steps
from cchc_index.values.exact import Integers, Ratios
from cchc_index.values.text import Text
from cchc_index.values.units import Unit

if TYPE_CHECKING:
    from cchc_index.values.exact import BoolArray

Figure = Literal["index", "points"]
NOW, PREVIOUS = "now", "previous"
AREAS: Final = "areas"  #: instead of a code: all areas together


@attrs.frozen
class Improvement(ScoringRule):
    """Points by a step table on the change of a figure since last year.

    points = those of the step the change lies in; 0 outside all steps

    change = now - previous (`difference`), or 100 x (now - previous) / previous (`per_cent`)

    With `of`, in a cycle that names last year's result (``previous`` in cycle.yaml), nobody reports anything: both
    figures are those that the two results print. Otherwise they are reported.

    Attributes:
        steps: The lines of the table, as those of `steps`.
        of: The code of the node whose figures are compared, or `areas` for all areas together, without bonus and
            penalty; "" where what is compared is no figure of a result, and is reported.
        figure: Its `index`, in per cent, or its `points`.
        change: Whether the table is about the `difference` of the two figures, or that in `per_cent` of last year's.
        no_previous: What a unit gets that has no figure of last year, or one of 0 where per cent of it are asked.

    Reads:
        `now` and `previous`, each 0 or more.

    Source:
        Rule R22 of the field: points for what improved since the year before.

    Example:
        >>> from cchc_index.testing import points_of
        >>> rule = Improvement((Step(Decimal(2), from_=Decimal(3)), Step(Decimal(1), above=Decimal(0))))
        >>> points_of(rule, 2, {"now": ["85.2", "82.2", "80"], "previous": ["82.2", "82.1", "82"]})
        ['2.00', '1.00', '0.00']
    """

    purpose: ClassVar[Text] = Text((("vi", "theo mức tăng so với năm trước"), ("en", "by the change since last year")))
    method: ClassVar[Method] = "outside"

    steps: tuple[Step, ...]
    of: str = ""
    figure: Figure = "index"
    change: Literal["difference", "per_cent"] = "difference"
    no_previous: NoneArose = "refuse"

    @property
    def reads(self) -> tuple[tuple[Field, ...], ...]:
        """`now` and `previous`."""
        return ((Field(NOW, measured=True), Field(PREVIOUS, measured=True)),)

    def reading(self, given: frozenset[str], unit: Unit, /) -> Completeness:
        """Both figures; this year's alone is enough where the rule says what a unit without last year's gets."""
        if given == {NOW} and self.no_previous != "refuse":
            return Completeness("whole")
        return super().reading(given, unit)

    @cached_property
    def table(self) -> Steps:
        """The table by itself, as one on a number."""
        return Steps("number", self.steps)

    def faults(self, leaf: Leaf, /) -> Iterable[Problem]:
        """Those of the table."""
        return self.table.faults(leaf)

    def _without(self, column: Column) -> BoolArray:
        """The units with nothing that this year's figure could be compared with."""
        without: BoolArray = ~column.has(PREVIOUS)
        return without | column.number(PREVIOUS).numerators.equals(0) if self.change == "per_cent" else without

    def refusals(self, column: Column, /) -> Iterable[Refusal]:
        """No figure of last year, or one of 0 of which nothing is a per cent, unless the set says what that earns."""
        if self.no_previous == "refuse" and (without := self._without(column)).any():
            yield Refusal(without, PREVIOUS, "value.no_previous")

    def score(self, column: Column, /) -> Points:
        """The points of each unit; where this year's figure does not apply, neither does the leaf."""
        now, previous, without = column.number(NOW), column.number(PREVIOUS), self._without(column)
        change = now.added(previous.times(Fraction(-1)))
        if self.change == "per_cent":
            under = previous.numerators.where(~without, 1)
            if not isinstance(previous.denominators, int):
                raise TypeError("figures are columns of decimals")
            change = change.times(Fraction(100 * previous.denominators)).over(Integers.of(under.values))
        leaf = Leaf(column.max_points, column.places, column.mode)
        points = self.table.of_rates(change, leaf).ratios
        found = with_none_arose(points, without if without.any() else None, self.no_previous, column.max_points)
        gone: BoolArray = ~column.has(NOW)
        if not gone.any():
            return found
        return Points(found.ratios, gone if found.not_applicable is None else gone | found.not_applicable)

    def probes(self, leaf: Leaf, /) -> Iterable[Probe]:
        """Every edge of the table, from a last year's figure of 100 on; and no figure of last year."""
        base = Decimal(100)
        for probe in self.table.probes(leaf):
            now = base + Decimal(probe.values["number"])  # per cent of 100 are a difference
            if now >= 0:
                yield attrs.evolve(probe, values={NOW: f"{now:f}", PREVIOUS: f"{base:f}"})
        if self.no_previous != "refuse":
            answers = {"full": Fraction(leaf.max_points), "zero": Fraction(0), "not_applicable": None}
            yield Probe({NOW: "100"}, answers[self.no_previous], PROBES["no_previous"])

    def describe(self, leaf: Leaf, words: Wording, /) -> str:
        """What is compared, and the table."""
        unit = words.say(vi=" (% của năm trước)", en=" (per cent of last year's)") if self.change == "per_cent" else ""
        told = words.say(vi="mức tăng so với năm trước", en="change since last year")
        if self.of:
            of = words.say(vi="mọi lĩnh vực", en="all areas") if self.of == AREAS else self.of
            what = words.say(vi="chỉ số", en="index") if self.figure == "index" else words.say(vi="điểm", en="points")
            told += words.say(vi=f" của {what} {of}", en=f" in the {what} of {of}")
        table = self.table.describe(leaf, words).partition(": ")[2]
        none = tell_answer(words, self.no_previous, vi="không có số năm trước", en="no figure of last year")
        return f"{told}{unit}: {table}{none}"

    def reason(self, case: Case, /) -> str:
        """Both figures, what came between them, and the step in which that lies."""
        if NOW not in case.values:
            return case.say(vi="năm nay không có số", en="no figure of this year")
        now, previous = case.decimal(NOW), case.values.get(PREVIOUS)
        words = case.say(vi=f"năm nay {case.write(now)}", en=f"this year {case.write(now)}")
        if not isinstance(previous, Decimal):
            words += case.say(vi=", không có số năm trước", en=", no figure of last year")
            return f"{words}: {tell_none_arose(case, self.no_previous)}"
        words += case.say(vi=f", năm trước {case.write(previous)}", en=f", last year {case.write(previous)}")
        if self.change == "per_cent" and not previous:
            return f"{words}: {tell_none_arose(case, self.no_previous)}"
        change = Fraction(now) - Fraction(previous)
        gain = f"{case.write(now)} - {case.write(previous)}"
        if self.change == "per_cent":
            change = 100 * change / Fraction(previous)
            words += f", 100 x ({gain}) / {case.write(previous)} {case.write_about(change, 6)} %"
        else:
            words += f", {gain} = {case.write(now - previous)}"
        return f"{words}, {self.table.tell(case, change)}"

    def can_give(self, points: Ratios, leaf: Leaf, /) -> BoolArray:
        """The points of the steps, 0, and what a unit without last year's figure gets."""
        able = self.table.can_give(points, leaf)
        if self.no_previous == "full":
            able |= points.at_least(Fraction(leaf.max_points)) & ~points.above(Fraction(leaf.max_points))
        return able
