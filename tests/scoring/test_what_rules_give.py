"""What a rule gives is held against the leaf: its range, and whom it does not apply to."""

from __future__ import annotations

import attrs
import numpy as np
import pytest

import cchc_index
from cchc_index.criteria.criteria_set import parse_criteria
from cchc_index.plugins import Case, Column, Field, Points, Ratios, ScoringRule
from cchc_index.rules.contract import NamedRule
from cchc_index.values.exact import Integers
from tests.rules.one_unit import HEAD

SET = (
    HEAD
    + """missing: incomplete
criteria:
  - {code: "1", title: One, max_points: 4, not_applicable: allowed, rule: {per_case: {points_each: 1}}}
  - {code: "2", title: Two, max_points: 6, rule: {per_case: {points_each: 1}}}
  - {code: "3", title: Three, max_points: 6, rule: {per_case: {points_each: 1}}}
"""
)


@attrs.frozen
class Given(ScoringRule):
    """What it is made with, over 3; it does not apply to some."""

    thirds: tuple[int, ...]
    out: tuple[bool, ...] | None = None

    reads = ((Field("count", "whole"),),)

    def score(self, column: Column, /) -> Points:
        """Points."""
        out = None if self.out is None else np.array(self.out[: column.size], dtype=np.bool_)
        return Points(Ratios(Integers.of(list(self.thirds[: column.size])), 3), out)

    def reason(self, case: Case, /) -> str:
        """None is asked for."""
        return "as given"


def _scored(rule: ScoringRule, units: int) -> cchc_index.IndexResult:
    criteria = parse_criteria(SET, registry=cchc_index.Registry.builtin())
    first, *rest = criteria.criteria
    named = NamedRule("hostile.given", rule, "cchc-index-hostile 1.0")
    changed = attrs.evolve(criteria, criteria=(attrs.evolve(first, rule=named), *rest))
    rows = [{"unit": f"u{row}", "1": "1", "2": "6", "3": "6"} for row in range(units)]
    return cchc_index.score(changed, cchc_index.read_assessment(rows, changed))


@pytest.mark.parametrize(
    ("thirds", "found"),
    [((3, 13), "4.33"), ((-1, 3), "-0.33"), ((3, 3 * 10**40), "> 1e+18"), ((3, -(3 * 10**40)), "< -1e+18")],
)
def test_points_out_of_range_are_the_plugins_error(thirds: tuple[int, ...], found: str) -> None:
    """Whose, which rule's, at which criterion, how many, of how many."""
    with pytest.raises(cchc_index.PluginError) as caught:
        _scored(Given(thirds), 2)

    (problem,) = caught.value.problems
    assert problem.key == "plugin.range"
    said = {key: str(value) for key, value in problem.arguments.items()}
    assert (said["rule"], said["code"], said["found"], said["most"]) == ("hostile.given", "1", found, "4")
    assert "hostile" in said["plugin"]
    assert said["distribution"] == "cchc-index-hostile 1.0"


def test_points_at_both_ends_are_in_range() -> None:
    """All of them, and none."""
    assert [str(card.node("1").points) for card in _scored(Given((12, 0)), 2)] == ["4.00", "0.00"]


def test_who_it_does_not_apply_to_has_no_points() -> None:
    """Whatever points come beside: they enter neither sum; the others are scored."""
    cards = {card.unit.id: card for card in _scored(Given((9, 6), (True, False)), 2)}

    assert [str(cards["u0"].node("1").points), str(cards["u0"].points), str(cards["u0"].max_points)] == [
        "None", "12.00", "12.00"
    ]  # fmt: skip
    assert [str(cards["u1"].node("1").points), str(cards["u1"].points), str(cards["u1"].max_points)] == [
        "2.00", "14.00", "16.00"
    ]  # fmt: skip
    nobody = _scored(Given((9, 6), (False, False)), 2)
    assert [str(card.points) for card in nobody] == ["15.00", "14.00"]


def test_claims_are_found_leaf_by_leaf_and_unit_by_unit() -> None:
    """Only where points were typed beside a value that was scored; the same points are no claim."""
    criteria = parse_criteria(SET, registry=cchc_index.Registry.builtin())
    rows = [
        {"unit": "a", "1": "1", "2": "3", "2.points": "4", "3": "1", "3.points": ""},
        {"unit": "b", "1": "2", "2": "3", "2.points": "", "3": "2", "3.points": "2"},
        {"unit": "c", "1": "2", "2": "", "2.points": "5", "3": "2", "3.points": "2.5"},
        {"unit": "d", "1": "na", "2": "6", "2.points": "6.00", "3": "6", "3.points": "0"},
    ]
    result = cchc_index.score(criteria, cchc_index.read_assessment(rows, criteria))

    claims = [each.to_dict() for each in result.warnings if each.kind == "claim"]
    assert [(each["unit"], each["code"], each["claimed"], each["points"]) for each in claims] == [
        ("a", "2", "4", "3.00"),
        ("c", "3", "2.5", "2.00"),
        ("d", "3", "0", "6.00"),
    ]
    assert str(result["a"].points) == "5.00"
