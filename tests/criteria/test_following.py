"""What may be followed: a node of the set outside its extra points, by a leaf that is no part of it."""

from __future__ import annotations

import pytest

import cchc_index
from cchc_index.criteria.criteria_set import parse_criteria
from cchc_index.criteria.following import following_faults
from tests.cycles.two_years import AREAS, HEAD, STEPS, bonus


def _keys(text: str) -> list[str]:
    with pytest.raises(cchc_index.CriteriaError) as caught:
        parse_criteria(f"id: a\nedition: 1\n{HEAD}{text}", registry=cchc_index.Registry.builtin())
    return [problem.key for problem in caught.value.problems]


def _leaf(rule: str, more: str = "") -> str:
    return AREAS + f'  - {{code: "3", title: Cải thiện, max_points: 2, rule: {{improvement: {{{rule}}}}}{more}}}\n'


def test_a_sound_set_has_no_fault() -> None:
    """The total from among the extra points, an area and a leaf from another area."""
    for text in (AREAS + bonus(), _leaf(f'of: "1", {STEPS}'), _leaf(f'of: "1.2", {STEPS}')):
        criteria = parse_criteria(f"id: a\nedition: 1\n{HEAD}{text}", registry=cchc_index.Registry.builtin())
        assert list(following_faults(criteria, [])) == []


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (_leaf(f'of: "9", {STEPS}'), "criteria.follows_unknown"),
        (AREAS + bonus(f"of: bonus, {STEPS}"), "criteria.follows_unknown"),
        (_leaf(f"of: areas, {STEPS}"), "criteria.follows_circle"),
        (_leaf(f'of: "3", {STEPS}'), "criteria.follows_circle"),
        (_leaf(f'of: "1", {STEPS}', ", method: appraised"), "criteria.follows_method"),
        (_leaf("of: areas, steps: []"), "steps.none"),
        (_leaf('of: "1", steps: [{from: 1, points: 1}]'), "steps.best"),
    ],
)
def test_each_fault_is_told(text: str, key: str) -> None:
    """By its own message."""
    assert key in _keys(text)


def test_two_that_follow_each_other_are_told() -> None:
    """Neither can be added up before the other."""
    leaf = '  - {{code: "{}", title: T{}, max_points: 2, rule: {{improvement: {{of: "{}", {}}}}}}}\n'
    text = AREAS + leaf.format("3", 3, "4", STEPS) + leaf.format("4", 4, "3", STEPS)
    assert _keys(text) == ["criteria.follows_circle"]


def test_it_is_no_alternative() -> None:
    """The figures of two years are taken for a whole criterion."""
    rule = f"{{best_of: {{alternatives: {{one: {{improvement: {{of: areas, {STEPS}}}}}, two: yes_no}}}}}}"
    text = AREAS + f'  - {{code: "3", title: C, max_points: 2, rule: {rule}}}\n'
    assert "criteria.follows_within" in _keys(text)
