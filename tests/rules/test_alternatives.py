"""The best alternative, or the one that the unit's kind picks."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import attrs
import pytest

import cchc_index
from cchc_index import testing as kit
from cchc_index.problems.problem import Problem
from cchc_index.rules.alternatives import BestOf, Choose
from cchc_index.rules.awards import YesNo
from cchc_index.rules.columns import Case, Column, Field, FieldColumn
from cchc_index.rules.contract import Leaf, NamedRule, Probe, Refusal, ScoringRule, per_unit
from cchc_index.values.exact import Integers
from cchc_index.values.units import Register, Unit
from tests.rules.several_units import UNITS, points_of, result_of

#: Values to try beside the rule's own probes, and what is refused, for the listing of all that rules say.
SAID = """
best of several:
  max: 3
  rule: {best_of: {alternatives: {first_award: yes_no, share: {proportion: {none_arose: zero}},
    models: {per_case: {points_each: 0.5, at_most: 2}}}}}
  values: [{first_award.yes_no: có}, {share.rate: 40, models.count: 3}, {models.count: 9},
    {share.done: 1, share.planned: 3, first_award.yes_no: "không"}]
  refused: [{share.done: 1}, {first_award.yes_no: có, share.planned: 4},
    {share.rate: 5, share.done: 1, share.planned: 2}, {models.count: 0.5}, {first_award.yes_no: maybe},
    {share.done: 5, share.planned: 2}, [{first_award.yes_no: có}, {share.done: 5, share.planned: 2},
    {models.count: 1}]]
chosen by the register:
  max: 2
  rule: {choose: {by: terrain, alternatives: {mountain: {per_case: {points_each: 1}},
    plain: {per_case: {points_each: 0.5}}}}}
  register: [terrain]
  values: [{mountain.count: 1, terrain: mountain}, {plain.count: 3, terrain: plain}]
  refused: [{plain.count: 1, terrain: mountain}, {plain.count: 1, terrain: hill},
    {mountain.count: 0.5, terrain: mountain}, {mountain.count: 1, plain.count: 2, terrain: plain}]
chosen among rules that refuse:
  max: 2
  rule: {choose: {by: terrain, alternatives: {mountain: proportion, plain: {proportion: {full_at: 80}}}}}
  register: [terrain]
  values: [{mountain.rate: 60, terrain: mountain}, {plain.rate: 60, terrain: plain}]
  refused: [{plain.done: 3, plain.planned: 2, terrain: plain}, {mountain.done: 1, terrain: mountain},
    [{mountain.rate: 5, terrain: mountain}, {plain.done: 0, plain.planned: 0, terrain: plain},
    {plain.rate: 5, terrain: plain}]]
the best of one that is chosen:
  max: 2
  rule: {best_of: {alternatives: {award: yes_no, work: {choose: {by: terrain,
    alternatives: {mountain: {per_case: {points_each: 1}}, plain: {per_case: {points_each: 0.5}}}}}}}}
  register: [terrain]
  values: [{work.mountain.count: 1, terrain: mountain}, {work.plain.count: 1, award.yes_no: "không", terrain: plain}]
  refused: [{work.plain.count: 1, terrain: mountain}, {work.plain.count: 1, award.yes_no: có, terrain: mountain}]
chosen twice:
  max: 2
  rule: {choose: {by: terrain, alternatives: {mountain: {choose: {by: kind, alternatives: {poor: yes_no,
    rich: {per_case: {points_each: 1}}}}}, plain: yes_no}}}
  register: [terrain, kind]
  values: [{mountain.poor.yes_no: có, terrain: mountain, kind: poor},
    {mountain.rich.count: 1, terrain: mountain, kind: rich}]
  refused: [{mountain.poor.yes_no: có, terrain: mountain, kind: rich}]
"""

BEST = "{best_of: {alternatives: {award: yes_no, ideas: {per_case: {points_each: 1, at_most: 3}}, share: proportion}}}"


def test_the_best_alternative_counts() -> None:
    """One is enough; several are compared exactly."""
    rows = [
        {"1.award.yes_no": "có"},
        {"1.ideas.count": "2", "1.share.done": "1", "1.share.planned": "3"},
        {"1.ideas.count": "1", "1.share.rate": "30", "1.award.yes_no": "no"},
    ]

    assert points_of(BEST, rows) == ["4.00", "2.00", "1.20"]
    reason = result_of(BEST, rows)["u1"].explain().nodes[0].reason
    assert "ideas: 2 cases" in reason
    assert "the best counts" in reason


def test_an_alternative_is_answered_whole() -> None:
    """Half an alternative, or a value without its field, is told."""
    for row in ({"1.share.done": "1"}, {"1": "3"}, {"1.share.done": "1", "1.share.planned": "3", "1.share.rate": "5"}):
        with pytest.raises(cchc_index.AssessmentError) as told:
            points_of(BEST, [row])
        assert all(problem.text("vi") and problem.place for problem in told.value.problems)
    assert result_of(BEST, [{"1": "na"}], more=", not_applicable: allowed")["u0"].node("1").status == "not_applicable"


CHOOSE = "{choose: {by: kind, alternatives: {plain: proportion, hill: {proportion: {full_at: 75}}}}}"


def test_the_units_kind_picks_the_rule() -> None:
    """Mountain communes have a rule of their own."""
    rows: list[dict[str, Any]] = [{"1.plain.rate": "75"}, {"1.hill.rate": "75"}, {"1.plain.rate": "60"}]
    units = UNITS[:3]

    assert points_of(CHOOSE, rows, units=units) == ["3.00", "4.00", "2.40"]
    assert "kind = hill" in result_of(CHOOSE, rows, units=units)["u1"].explain().nodes[0].reason
    rows[1] = {"1.plain.rate": "75"}
    with pytest.raises(cchc_index.AssessmentError) as told:
        points_of(CHOOSE, rows, units=units)
    assert [problem.key for problem in told.value.problems] == ["value.elsewhere"]
    with pytest.raises(cchc_index.AssessmentError, match="kind"):
        points_of(CHOOSE, rows)


@attrs.frozen
class _OneByOne(ScoringRule):
    """A rule written for one unit at a time."""

    reads = ((Field("count", "whole", better="more"),),)

    @per_unit
    def score(self, case: Case) -> Decimal:
        """A point for each."""
        return case.decimal("count")

    def reason(self, case: Case, /) -> str:
        """None is asked for."""
        return ""


def test_a_rule_for_one_unit_may_be_an_alternative() -> None:
    """It sees the fields by its own names; and of fields of alternatives nobody promises that more is better."""
    rule = BestOf({"one": NamedRule("a.one", _OneByOne()), "two": NamedRule("yes_no", YesNo())})

    assert [(field.name, field.better) for group in rule.reads for field in group] == [
        ("one.count", ""), ("two.yes_no", "")
    ]  # fmt: skip
    assert kit.points_of(rule, 9, {"one.count": ["3", "0"], "two.yes_no": ["0", "1"]}) == ["3.00", "9.00"]
    by = Choose("terrain", {"hill": NamedRule("a.one", _OneByOne()), "plain": NamedRule("yes_no", YesNo())})
    assert {field.better for group in by.reads for field in group} == {""}


@attrs.frozen
class _Watching(_OneByOne):
    """Keeps what its contract promises it."""

    seen: list[Any] = attrs.field(factory=list, eq=False)

    def faults(self, leaf: Leaf, /) -> tuple[Problem, ...]:
        """Nothing."""
        self.seen.append(("faults", leaf.in_full))
        return ()

    def probes(self, leaf: Leaf, /) -> tuple[Probe, ...]:
        """Nothing."""
        self.seen.append(("probes", leaf.in_full))
        return ()

    def refusals(self, column: Column, /) -> tuple[Refusal, ...]:
        """Nothing."""
        self.seen.append(("refusals", column.reads))
        return ()


def test_an_alternative_is_asked_as_a_leaf_of_its_own_would_be() -> None:
    """By its own fields; and it need not give the whole maximum, unless that is what is asked."""
    watching = _Watching()
    rule = BestOf({"one": NamedRule("a.one", watching), "two": NamedRule("yes_no", YesNo())})
    leaf = Leaf(Decimal(9), 2, "half_up")

    assert list(rule.faults(leaf)) == []
    assert set(watching.seen) == {("faults", False), ("faults", True)}
    watching.seen.clear()
    list(rule.probes(leaf))
    assert watching.seen == [("probes", False)]
    watching.seen.clear()
    numbers = {name: FieldColumn(Integers.of([3]), 0) for name in ("one.count", "two.yes_no")}
    units = Register((Unit("u", "U"),))
    list(rule.refusals(Column(1, Decimal(9), 2, "half_up", rule.reads, numbers, units)))
    assert watching.seen == [("refusals", watching.reads)]


def test_who_reports_no_alternative_has_reported_nothing() -> None:
    """Neither half nor two ways."""
    rule = BestOf({"one": NamedRule("a.one", _OneByOne()), "two": NamedRule("yes_no", YesNo())})

    assert rule.reading(frozenset(), Unit("u", "U")).state == "none"
    assert rule.reading(frozenset({"one.count"}), Unit("u", "U")).state == "whole"
