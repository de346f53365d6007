"""Every way by which something leaves the denominator is known where a table is held against a set alone."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

import cchc_index
from cchc_index.checks.audit.applying import may_not_apply
from cchc_index.criteria.criteria_set import parse_criteria
from cchc_index.notation.structure import fields_of
from cchc_index.registry.builtin import cchc_register_rules
from tests.checks.audit.small_cycle import SET, alone, told

LEAF = '{code: "2", title: Three, max_points: 50, rule: {convert: {scale: 50}}}'
STEPS = "steps: [{to: 5, points: 25}, {above: 5, points: 50}]"
PROPORTION = "proportion: {none_arose: not_applicable}"
#: for each rule that may take its leaf out, how a set says so
RULES = {
    "proportion": PROPORTION,
    "steps": f"steps: {{on: rate, none_arose: not_applicable, {STEPS}}}",
    "survey": "survey: {options: {good: 100, bad: 0}, none_arose: not_applicable}",
    "mean_of_cases": "mean_of_cases: {scores: {good: 50, bad: 0}, none_arose: not_applicable}",
    "relative_to_best": "relative_to_best: {none_arose: not_applicable}",
    "min_max": "min_max: {none_arose: not_applicable}",
    "choice": "choice: {options: {A: 50, B: 0}, not_applicable: [C]}",
    "improvement": f"improvement: {{no_previous: not_applicable, {STEPS}}}",
    "best_of": f"best_of: {{alternatives: {{one: {{yes_no: {{}}}}, two: {{{PROPORTION}}}}}}}",
    "choose": f"choose: {{by: group, alternatives: {{x: {{yes_no: {{}}}}, y: {{{PROPORTION}}}}}}}",
}
OTHERS = {
    "optional": SET.replace("criteria:", 'optional: ["2"]\ncriteria:', 1),
    "allowed": SET.replace("title: Three,", "title: Three, not_applicable: allowed,"),
    "when": SET.replace("title: Three,", "title: Three, not_applicable: {when: {group: x}},"),
    "node": SET.replace("title: Area", "title: Area\n    not_applicable: allowed"),
    "requires": SET.replace(
        "title: Three,", 'title: Three, requires: {"1": {at_least: 1}}, otherwise: not_applicable,'
    ),
}


def _with(rule: str) -> str:
    return SET.replace(LEAF, LEAF.replace("convert: {scale: 50}", rule))


@pytest.mark.parametrize("criteria", [*map(_with, RULES.values()), *OTHERS.values()], ids=[*RULES, *OTHERS])
def test_what_may_not_apply_leaves_the_maxima_unknown(criteria: str, tmp_path: Path) -> None:
    """30 of 50 are 60 per cent, and rank above 55 of 100; more than all cannot be."""
    table = "unit,points,max_points,index,rank\nu,30,50,60.00,1\nv,55,100,55.00,2\n"
    assert may_not_apply(parse_criteria(criteria, registry=cchc_index.Registry.builtin()))
    assert told(alone(tmp_path, table, criteria)) == []
    assert told(alone(tmp_path, table.replace("50,60.00", "150,60.00"), criteria)) != []


@pytest.mark.parametrize("answer", ["zero", "full"])
def test_what_always_applies_leaves_them_known(answer: str, tmp_path: Path) -> None:
    """Where a rule says what no case earns, a maximum of less than the set's is a misprint."""
    for name, rule in RULES.items():
        if name == "choice":
            continue
        criteria = _with(rule.replace("not_applicable", answer))
        assert not may_not_apply(parse_criteria(criteria, registry=cchc_index.Registry.builtin()))
        assert [what for _, what, *_ in told(alone(tmp_path, "unit,max_points\nu,50\n", criteria))] == ["max_points"]


def test_no_rule_is_forgotten() -> None:
    """A rule with a parameter that can say `not_applicable`, or is called so, stands in the list above."""
    able = {
        name
        for name, kind in cchc_register_rules().items()
        for field in fields_of(kind)
        if field.name == "not_applicable" or "not_applicable" in get_args(field.type)
    }
    assert {*able, "best_of", "choose"} == set(RULES)
