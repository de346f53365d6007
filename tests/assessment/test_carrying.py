"""The same answers for a changed set (`assessment.carrying`): a scenario, checked as a reading is."""

from __future__ import annotations

from typing import Any

import pytest

import cchc_index
from cchc_index.assessment.answers import Answers
from cchc_index.criteria.criteria_set import CriteriaSet
from cchc_index.values.units import Register, Unit
from tests.differential.trees import Tree

STEPS = {"steps": {"on": "rate", "steps": [{"from": 90, "points": 6}, {"from": 50, "below": 90, "points": 3}]}}
CONTENT: dict[str, Any] = {
    **{"id": "a", "edition": 2024, "title": "A", "source": {"status": "illustrative"}},
    "rounding": {"points": 2, "index": 2},
    "criteria": [
        {
            **{"code": "1", "title": "Area", "max_points": 10, "not_applicable": "allowed"},
            "criteria": [
                {"code": "1.1", "title": "One", "max_points": 4, "rule": "points"},
                {"code": "1.2", "title": "Two", "max_points": 6, "rule": STEPS},
            ],
        },
        {"code": "2", "title": "Other", "max_points": 5, "rule": "yes_no"},
        {"code": "3", "title": "Range", "max_points": 5, "rule": {"min_max": {}}},
    ],
}
ROWS = [
    {"unit": "a", "1.1": "4", "1.2.rate": "95", "2": "yes", "3": "60"},
    {"unit": "b", "1": "na", "2": "no", "3": "30"},
    {"unit": "c", "1.1": "2", "1.2.done": "5", "1.2.planned": "9", "2": "yes", "3": "0"},
]


def _set(**more: Any) -> CriteriaSet:
    return CriteriaSet.from_dict(CONTENT | more, registry=cchc_index.Registry.builtin())


def _assessment() -> cchc_index.Assessment:
    return cchc_index.read_assessment(ROWS, _set())


def _keys(told: pytest.ExceptionInfo[cchc_index.AssessmentError]) -> list[str]:
    return [problem.key for problem in told.value.problems]


def test_a_scenario_gives_what_a_reading_gives() -> None:
    """Points changed: the same result as of the values read for the changed set."""
    changed = _set().with_points({"1.1": 8, "2": 3})
    carried = cchc_index.score(changed, _assessment().for_criteria(changed))
    read = cchc_index.score(changed, cchc_index.read_assessment(ROWS, changed))
    assert carried.to_dict() == read.to_dict()


@pytest.mark.parametrize("seed", range(1000, 1040))
def test_the_same_set_changes_nothing(seed: int) -> None:
    """Whatever the rules, the gaps, the stage and the conditions."""
    tree = Tree(seed)
    criteria = CriteriaSet.from_yaml(tree.text, registry=cchc_index.Registry.builtin())
    assessment = cchc_index.read_assessment(tree.rows, criteria, tree.register, stage=tree.stage)
    again = assessment.for_criteria(CriteriaSet.from_dict(criteria.to_dict(), registry=cchc_index.Registry.builtin()))
    assert cchc_index.score(criteria, again).to_dict() == cchc_index.score(criteria, assessment).to_dict()


def test_another_content_is_not_scored() -> None:
    """Not even under the same name."""
    changed = _set().with_points({"2": 3})
    with pytest.raises(ValueError, match="for_criteria"):
        cchc_index.score(changed, _assessment())


def test_a_rule_that_reads_the_same_fields_takes_the_answers() -> None:
    """Steps by proportion."""
    changed = _set().replace("1.2", rule={"proportion": {"full_at": 100}})
    result = cchc_index.score(changed, _assessment().for_criteria(changed))
    assert str(result["c"].node("1.2").points) == "3.33"


def test_a_rule_that_reads_others_is_told() -> None:
    """Once a leaf, with what it reads."""
    for code in ("1.1", "1.2"):  # typed points were the value itself: kept as given, the new rule would do nothing
        with pytest.raises(cchc_index.AssessmentError) as told:
            _assessment().for_criteria(_set().replace(code, rule={"convert": {"scale": 10}}))
        assert set(_keys(told)) == {"value.other_field"}
    assert all(problem.text("vi") and problem.text("en") for problem in told.value.problems)


def test_what_the_other_set_asks_beside_is_missing() -> None:
    """A new leaf; refused, or incomplete as the set says."""
    leaf = {"code": "4", "title": "New", "max_points": 1, "rule": "points"}
    more = _set(criteria=[*CONTENT["criteria"], leaf])
    with pytest.raises(cchc_index.AssessmentError) as told:
        _assessment().for_criteria(more)
    assert _keys(told) == ["table.no_column"]
    incomplete = _set(criteria=[*CONTENT["criteria"], leaf], missing="incomplete")
    assert not cchc_index.score(incomplete, _assessment().for_criteria(incomplete))["a"].complete


def test_a_leaf_that_is_gone_takes_its_answers_along() -> None:
    """Its values are of no concern any longer."""
    less = _set().without("2")
    result = cchc_index.score(less, _assessment().for_criteria(less))
    assert str(result["a"].max_points) == "15.00"


def test_what_may_no_longer_be_left_out_is_told_with_its_unit() -> None:
    """Each leaf beneath."""
    with pytest.raises(cchc_index.AssessmentError) as told:
        _assessment().for_criteria(_set().replace("1", not_applicable=None))
    assert _keys(told) == ["value.not_allowed", "value.not_allowed"]
    assert {problem.place and problem.place.unit for problem in told.value.problems} == {"b"}


def test_conditions_take_leaves_away_and_give_them_back() -> None:
    """By the register: an answer that no longer applies is told, and so is one that is now missing."""
    units = Register((Unit("a", "A", attributes={"kind": "x"}), Unit("b", "B", attributes={"kind": "y"})))
    plain = _set(criteria=CONTENT["criteria"][1:2])
    held = plain.replace("2", not_applicable={"when": {"kind": "x"}})
    everybody = cchc_index.read_assessment([{"unit": "a", "2": "yes"}, {"unit": "b", "2": "no"}], plain, units)
    with pytest.raises(cchc_index.AssessmentError) as told:
        everybody.for_criteria(held)
    assert _keys(told) == ["value.beside_condition"]
    some = cchc_index.read_assessment([{"unit": "a"}, {"unit": "b", "2": "no"}], held, units)
    with pytest.raises(cchc_index.AssessmentError) as told:
        some.for_criteria(plain)
    assert _keys(told) == ["value.missing"]
    with pytest.raises(cchc_index.AssessmentError) as told:
        some.for_criteria(plain.replace("2", not_applicable={"when": {"size": "x"}}))
    assert _keys(told)


def test_values_are_checked_against_the_other_set() -> None:
    """Typed points above a smaller maximum."""
    with pytest.raises(cchc_index.AssessmentError) as told:
        _assessment().for_criteria(_set().with_points({"1.1": 3}))
    assert _keys(told) == ["value.points"]
    assert told.value.problems[0].place is not None
    assert isinstance(_assessment().answers["1.1"], Answers)


def test_relative_rules_compare_anew() -> None:
    """Who is compared follows from what is complete under the other set."""
    changed = _set().replace("3", rule={"relative_to_best": {"direction": "up"}})
    result = cchc_index.score(changed, _assessment().for_criteria(changed))
    assert {card.unit.id: str(card.node("3").points) for card in result} == {"a": "5.00", "b": "2.50", "c": "0.00"}
