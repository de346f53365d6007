"""What no file could have given is in no set: `cchc_index.criteria.kinds`."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import attrs
import pytest

import cchc_index
from cchc_index.criteria.criteria_set import CriteriaSet
from cchc_index.criteria.kinds import kind_faults
from cchc_index.rules.contract import NamedRule
from cchc_index.rules.proportion import Proportion
from tests.criteria.test_criteria_set import AREA, CONTENT, OTHER

evolve: Any = attrs.evolve  # type checkers refuse what is tried here
proportion: Any = Proportion
SET = CriteriaSet.from_dict(CONTENT, registry=cchc_index.Registry.builtin())


def _leaf(**changes: Any) -> dict[str, Any]:
    return {"criteria": (SET.criteria[0], evolve(SET.criteria[1], **changes))}


@pytest.mark.parametrize(
    ("changes", "path"),
    [
        ({"missing": "zero"}, "missing"),
        ({"rounding": evolve(SET.rounding, mode="up")}, "rounding.mode"),
        ({"rounding": evolve(SET.rounding, points=True)}, "rounding.points"),
        ({"rank": evolve(SET.rank, by="zz")}, "rank.by"),
        ({"rank": evolve(SET.rank, within=["group"])}, "rank.within"),
        ({"source": evolve(SET.source, status="offical")}, "source.status"),
        (_leaf(not_applicable="zz"), "criteria[1].not_applicable"),
        (_leaf(method="zz"), "criteria[1].method"),
        (_leaf(area="zz"), "criteria[1].area"),
        (_leaf(free_points=1), "criteria[1].free_points"),
        (_leaf(reference=3), "criteria[1].reference"),
        (_leaf(note="x"), "criteria[1].note"),
        (_leaf(max_points=Decimal("NaN")), "criteria[1].max_points"),
        (_leaf(max_points=Decimal("Infinity")), "criteria[1].max_points"),
        (_leaf(requires={"1.1": 3}), "criteria[1].requires"),
        (_leaf(rule=Proportion()), "criteria[1].rule"),
        (_leaf(rule=NamedRule("proportion", proportion(none_arose="zz"))), "criteria[1].rule.proportion.none_arose"),
        (_leaf(rule=NamedRule("proportion", proportion(full_at=5.5))), "criteria[1].rule.proportion.full_at"),
    ],
)
def test_what_no_file_gives_is_told_with_its_path(changes: dict[str, Any], path: str) -> None:
    """By `attrs.evolve`, the obvious way."""
    with pytest.raises(cchc_index.CriteriaError) as told:
        attrs.evolve(SET, **changes)
    assert [(problem.key, problem.path) for problem in told.value.problems] == [("criteria.kind", path)]
    assert all(problem.text("vi") and problem.text("en") for problem in told.value.problems)


def test_points_that_are_no_number_are_told() -> None:
    """Not a number is a Decimal all the same."""
    with pytest.raises(cchc_index.CriteriaError):
        SET.with_points({"2": Decimal("NaN")})


def test_a_dict_that_holds_itself_is_told() -> None:
    """Nobody follows it for ever."""
    content: dict[str, Any] = {"id": "a", "criteria": [AREA, OTHER]}
    content["criteria"].append(content)
    with pytest.raises(cchc_index.CriteriaError):
        CriteriaSet.from_dict(content)


def test_sound_sets_have_no_such_fault() -> None:
    """Those of files, of plugins, and of every rule."""
    assert list(kind_faults(SET)) == []
    assert list(kind_faults(cchc_index.load_criteria("cao_bang.departments-2021"))) == []


def test_a_rule_under_anothers_name_is_told() -> None:
    """One fingerprint would stand for two contents."""
    with pytest.raises(cchc_index.CriteriaError) as told:
        evolve(SET, **_leaf(rule=NamedRule("yes_no", Proportion())))
    assert [(problem.key, problem.path) for problem in told.value.problems] == [
        ("criteria.other_name", "criteria[1].rule")
    ]
