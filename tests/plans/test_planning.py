"""What a plan says, in each state a unit can be in; every set that is shown was scored anew."""

from __future__ import annotations

from decimal import Decimal

import pytest

import cchc_index
from cchc_index.plans.goals import Goal, least_that, standing_with
from cchc_index.plans.levers import levers_of, own_rule, sign_of
from cchc_index.plans.planning import Plan
from cchc_index.plans.reaching import points_for, reach_of
from cchc_index.plans.rescoring import rescored
from cchc_index.problems.errors import UnknownNameError, UsageError
from tests.plans.small_plans import BUILTIN

HEAD = """
id: plan
edition: 1
title: Bộ
source: {status: illustrative}
rounding: {points: 2, index: 2}
missing: incomplete
"""
STEPS = "{steps: {on: rate, steps: [{from: 95, points: 4}, {above: 80, below: 95, points: 2}]}}"
DAYS = "{steps: {on: days, steps: [{to: 0, points: 2}, {above: 0, below: 5, points: 1}]}}"
LEAVES = f"""
criteria:
  - {{code: "1", title: Đúng hạn, max_points: 4, rule: {STEPS}}}
  - {{code: "2", title: Chậm, max_points: 2, rule: {DAYS}}}
  - {{code: "3", title: Hài lòng, max_points: 4, method: survey, rule: {{convert: {{scale: 100}}}}}}
"""
BANDS = """
classify:
  thresholds:
    compare: %s
    bands: [{label: {vi: Tốt, en: Good}, from: 75}, {label: Khá, from: 50}, {label: Kém}]
"""
PLUGINS = cchc_index.Registry.discover()


def _scored(text: str, *rows: dict[str, str]) -> cchc_index.IndexResult:
    criteria = cchc_index.CriteriaSet.from_yaml(HEAD + text, registry=PLUGINS)
    return cchc_index.score(criteria, cchc_index.read_assessment(list(rows), criteria))


def _codes(plan: Plan) -> list[list[str]]:
    return [[each.code for each in way.improvements] for way in plan.ways]


def test_what_must_be_reported_is_said() -> None:
    """The nearest step, closed or open below, up or down; a value on a scale; and what is said gives the points."""
    row = {"unit": "a", "1.done": "56", "1.planned": "70", "2": "9", "3": "40"}
    result = _scored(BANDS % "published" + LEAVES, row)
    card = result["a"]
    said = {}
    for lever in levers_of(card):
        for target in (lever.levels[0], lever.levels[-1]):
            reach = reach_of(card, lever, target)
            assert reach is not None
            assert points_for(card, lever, reach.values) == target
            again = rescored(result, "a", {lever: reach})["a"]
            assert again.node(lever.code).points == Decimal(target) / 100
            said[lever.code, target] = (reach.bound, str(reach.value), str(reach.done))
    assert said["1", 200] == ("above", "80", "57")
    assert said["1", 400] == ("least", "95", "67")
    assert said["2", 100] == ("below", "5", "None")
    assert said["2", 200] == ("most", "0", "None")
    assert said["3", 161] == ("least", "40.13", "None")


def test_own_acts_come_before_surveys() -> None:
    """A survey's points are marked, and sets without them come first."""
    found = cchc_index.plan(_scored(BANDS % "published" + LEAVES, {"unit": "a", "1": "90", "2": "3", "3": "40"}), "a")
    assert found.state == "reachable"
    assert _codes(found) == [["2"], ["1"], ["3"]]
    assert [each.method for each in found.ways[-1].improvements] == ["survey"]
    assert found.short is not None
    assert found.short.gain == Decimal("0.40")
    for way in found.ways:
        assert str(way.band) == "Khá"


def test_a_hundredth_can_decide() -> None:
    """By the exact index 74.9933 is not yet 74.996, and the plan shows what the printed one hides."""
    text = (BANDS % "exact").replace(
        "75", "74.996"
    ) + 'criteria: [{code: "1", title: T, max_points: 300, rule: points}]'
    found = cchc_index.plan(_scored(text, {"unit": "a", "1": "224.98"}), "a")
    assert found.short is not None
    assert (found.card.index, found.short.gain) == (Decimal("74.99"), Decimal("0.01"))
    assert [str(way.points) for way in found.ways] == ["224.99"]


@pytest.mark.parametrize(
    ("row", "band", "state"),
    [
        ({"1": "100", "2": "0", "3": "100"}, None, "top"),
        ({"1": "100", "2": "0", "3": "100"}, "khá", "there"),
        ({"1": "100", "2": "", "3": "100"}, None, "incomplete"),
        ({"1": "10", "2": "9", "3": "0"}, "Good", "reachable"),
        ({"1": "10", "2": "9", "3": "0"}, None, "reachable"),
    ],
)
def test_each_state_is_told(row: dict[str, str], band: str | None, state: str) -> None:
    """In the best band, in one that is as good, without a figure, on the way."""
    found = cchc_index.plan(_scored(BANDS % "published" + LEAVES, {"unit": "a", **row}), "a", band=band)
    assert found.state == state
    assert found.to_dict()["state"] == state


def test_more_than_was_asked_for_and_more_than_there_is() -> None:
    """How many criteria are enough; and where nothing is, what all of them would give."""
    row = {"unit": "a", "1": "10", "2": "9", "3": "0"}
    found = cchc_index.plan(_scored(BANDS % "published" + LEAVES, row), "a", band="Tốt", most=1)
    assert found.state == "more"
    assert found.larger is not None
    assert [each.code for each in found.larger.improvements] == ["1", "3"]
    needs = BANDS.replace("from: 75}", 'from: 75, needs: [{node: "9", points: 1}]}')
    leaf = '  - {code: "9", title: Khác, max_points: 1, requires: {"2": {at_least: 2}}, rule: yes_no}\n'
    found = cchc_index.plan(_scored(needs % "published" + LEAVES + leaf, {**row, "9": "có"}), "a", band="Tốt")
    assert _codes(found) == [["1", "2", "3"]]  # what requires criterion 2 counts again once that is there
    never = (BANDS % "published").replace("from: 75", "above: 100")
    found = cchc_index.plan(_scored(never + LEAVES, row), "a", band="Tốt")
    assert (found.state, found.best is not None, found.ways) == ("never", True, ())
    assert found.gain == Decimal("10.00")


def test_names_and_numbers_that_are_wrong_are_refused() -> None:
    """A band that there is not, a unit that there is not, plans of four, a result that was read back."""
    result = _scored(BANDS % "published" + LEAVES, {"unit": "a", "1": "10", "2": "9", "3": "0"})
    with pytest.raises(UnknownNameError, match="Tốt, Khá, Kém"):
        cchc_index.plan(result, "a", band="Xuất sắc")
    with pytest.raises(UnknownNameError):
        cchc_index.plan(result, "b")
    with pytest.raises(UsageError):
        cchc_index.plan(result, "a", most=4)
    without = _scored(LEAVES, {"unit": "a", "1": "10", "2": "9", "3": "0"})
    assert cchc_index.plan(without, "a").state == "no_bands"


def test_relative_rules_are_scored_with_all_units() -> None:
    """A unit that becomes the best one takes points from others, and the plan names them."""
    text = (
        BANDS % "published"
        + """
criteria:
  - {code: "1", title: So với tốt nhất, max_points: 10, rule: {relative_to_best: {direction: up}}}
"""
    )
    result = _scored(text, {"unit": "a", "1": "60"}, {"unit": "b", "1": "100"})
    found = cchc_index.plan(result, "a")
    assert [str(way.index) for way in found.ways] == ["75.00"]
    (improvement,) = found.ways[0].improvements
    assert improvement.relative
    assert improvement.reach is not None
    assert str(improvement.reach.value) == "74.95"
    assert found.relative == ("1",)
    assert found.ways[0].moved == ()


def test_quotas_count_with_the_others_as_they_are() -> None:
    """One of three units may be good: the third has to pass the first, and more than the cut-off is needed."""
    text = """
classify:
  bands.ordered:
    bands: [{label: Tốt, from: 50}, {label: Kém}]
    quotas: [{band: Tốt, at_most: 34, ties: all_out}]
criteria: [{code: "1", title: Điểm, max_points: 100, rule: points}]
"""
    result = _scored(text, {"unit": "a", "1": "40"}, {"unit": "b", "1": "70"}, {"unit": "c", "1": "20"})
    found = cchc_index.plan(result, "a")
    assert found.moves
    assert [str(way.points) for way in found.ways] == ["70.01"]
    assert found.ways[0].moved == ("b",)
    card = result["a"]
    assert standing_with(card, 7001, {}) == 0
    assert standing_with(card, 7000, {}) == 1


def test_penalties_are_lowered() -> None:
    """What is taken away gets less, and the plan says that it does."""
    text = (
        BANDS % "published"
        + """
criteria: [{code: "1", title: Điểm, max_points: 10, rule: {points: {in_steps_of: 5}}}]
extras:
  penalty:
    max_points: 3
    criteria: [{code: P1, title: Chậm báo cáo, max_points: 3, rule: {per_case: {points_each: 1}}}]
"""
    )
    result = _scored(text, {"unit": "a", "1": "5", "P1": "2"})
    levers = levers_of(result["a"])
    assert [(lever.code, lever.sign, lever.levels) for lever in levers] == [("1", 1, (1000,)), ("P1", -1, (100, 0))]
    assert sign_of(result["a"], levers[1].node) == -1
    found = cchc_index.plan(result, "a", fewest="points")
    assert _codes(found)[0] == ["P1"]
    assert found.ways[0].improvements[0].penalty
    assert str(found.ways[0].improvements[0].target) == "0.00"
    assert found.ways[0].improvements[0].reach is not None
    assert str(found.ways[0].improvements[0].reach.value) == "0"


def test_the_rule_meant_for_the_unit_counts() -> None:
    """Of several alternatives by the kind of unit, the unit's own says which points there are."""
    text = (
        BANDS % "published"
        + """
criteria:
  - code: "1"
    title: Theo loại
    max_points: 4
    rule: {choose: {by: kind, alternatives: {ward: yes_no, commune: {per_case: {points_each: 1}}}}}
"""
    )
    criteria = cchc_index.CriteriaSet.from_yaml(HEAD + text, registry=BUILTIN)
    units = cchc_index.Register((cchc_index.Unit("a", "A", attributes={"kind": "ward"}),))
    assessment = cchc_index.read_assessment([{"unit": "a", "1.ward.yes_no": "không"}], criteria, units=units)
    card = cchc_index.score(criteria, assessment)["a"]
    (lever,) = levers_of(card)
    assert lever.levels == (400,)
    assert own_rule(card, criteria.node("1").criterion.rule)[0] == "ward."  # type: ignore[arg-type]
    reach = reach_of(card, lever, 400)
    assert reach is not None
    assert dict(reach.values) == {"ward.yes_no": True}


def test_goals_hold_limits_against_sums() -> None:
    """What adds up is held by sums of gains, just as adding everything up would."""
    import numpy as np

    result = _scored(BANDS % "published" + LEAVES, {"unit": "a", "1": "10", "2": "9", "3": "0"})
    card = result["a"]
    goal = Goal(card, levers_of(card), (0,), result.outcome.classification.bands[:1])
    which, targets = np.array([[0, 2], [0, 1], [1, 2]]), np.array([[400, 350], [400, 200], [200, 400]])
    assert goal.ways is not None
    assert (
        goal.reached(which, targets).tolist()
        == goal.of_sums(goal.summed(which, targets)).tolist()
        == [True, False, False]
    )
    assert goal.least_total(goal.bands[0]) == 750
    assert least_that(lambda number: number > 3, 0, 3) is None
