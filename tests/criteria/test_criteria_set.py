"""A set in Python: built, changed, written, and checked whatever made it (`content`, `changing`, `binding`)."""

from __future__ import annotations

import copy
import json
import pickle
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import pytest

import cchc_index
from cchc_index.criteria.binding import bound_tree
from cchc_index.criteria.changing import changed
from cchc_index.criteria.content import content_of, written
from cchc_index.criteria.criteria_set import CriteriaSet, parse_criteria
from cchc_index.criteria.tree import Criterion, Rounding, Source
from cchc_index.notation.tree_of import TreeMaker
from cchc_index.reading.yaml.criteria_file import shipped_criteria
from cchc_index.rules.contract import NamedRule
from cchc_index.rules.proportion import Proportion
from cchc_index.rules.steps import Steps
from cchc_index.values.text import Text
from tests.differential.trees import Tree

HEAD: dict[str, Any] = {
    **{"id": "a", "edition": 2024, "title": {"vi": "Bộ", "en": "Set"}, "source": {"status": "illustrative"}},
    "rounding": {"points": 2, "index": Decimal(2)},
}
LEAF = {"code": "1.1", "title": "One", "max_points": "4.0", "rule": "points"}
STEPS = {"steps": {"on": "rate", "steps": [{"from": 90, "points": 6}]}}
TWO = {"code": "1.2", "title": "Two", "max_points": 6, "rule": STEPS}
AREA = {"code": "1", "title": "Area", "max_points": 10, "criteria": [LEAF, TWO]}
OTHER = {"code": "2", "title": "Other", "max_points": 5, "rule": "yes_no"}
CONTENT = HEAD | {"criteria": [AREA, OTHER]}
BUILTIN = cchc_index.Registry.builtin()


def _set(**more: Any) -> CriteriaSet:
    return CriteriaSet.from_dict(CONTENT | more, registry=BUILTIN)


def _keys(error: pytest.ExceptionInfo[cchc_index.CriteriaError]) -> list[tuple[str, str]]:
    return [(problem.key, problem.path) for problem in error.value.problems]


@pytest.mark.parametrize("name", [*shipped_criteria(), "cao_bang.departments-2021", "cao_bang.districts-2021"])
def test_a_shipped_set_comes_back_as_it_was(name: str) -> None:
    """By dict, by JSON and by YAML: equal, with the same fingerprint."""
    criteria = cchc_index.load_criteria(name)
    content = criteria.to_dict()
    assert CriteriaSet.from_dict(json.loads(json.dumps(content))) == criteria
    assert CriteriaSet.from_yaml(criteria.to_yaml()) == criteria
    assert CriteriaSet.from_dict(content).sha256 == CriteriaSet.from_yaml(criteria.to_yaml()).sha256 == criteria.sha256
    assert CriteriaSet.from_dict(content).to_dict() == content


@pytest.mark.parametrize("seed", range(60))
def test_a_random_set_comes_back_as_it_was(seed: int) -> None:
    """Every rule, every aggregation, extras, requirements, bands."""
    criteria = parse_criteria(Tree(seed).text, registry=BUILTIN)
    again = CriteriaSet.from_dict(criteria.to_dict(), registry=BUILTIN)
    assert again == criteria
    assert again.sha256 == CriteriaSet.from_yaml(criteria.to_yaml(), registry=BUILTIN).sha256 == criteria.sha256


def test_the_fingerprint_follows_the_content() -> None:
    """Not the way it is typed: defaults, order of keys and places do not change it; a digit does."""
    typed = _set()
    assert _set(missing="refuse", rank={"ties": "shared"}).sha256 == typed.sha256
    assert CriteriaSet.from_dict(dict(reversed(CONTENT.items())), registry=BUILTIN).sha256 == typed.sha256
    for changed_set in (
        _set(criteria=[AREA, OTHER | {"max_points": "5.0"}]),
        _set(title={"en": "Set", "vi": "Bộ"}),
        attrs.evolve(typed, edition="2025"),
        typed.replace("2", title="Another"),
        typed.with_points({"2": 6}),
    ):
        assert changed_set.sha256 != typed.sha256
    assert attrs.evolve(attrs.evolve(typed, edition="2025"), edition="2024").sha256 == typed.sha256


def test_there_is_no_way_to_a_set_with_a_fault() -> None:
    """Neither the class nor `attrs.evolve`: what a file may not say, a program may not either."""
    criteria = _set()
    area, other = criteria.criteria
    one, two = area.criteria
    with pytest.raises(cchc_index.CriteriaError) as told:
        attrs.evolve(
            criteria, criteria=(attrs.evolve(area, criteria=(attrs.evolve(one, max_points=Decimal(5)), two)), other)
        )
    assert _keys(told) == [("criteria.sum", "criteria[0].max_points")]
    with pytest.raises(cchc_index.CriteriaError) as told:
        attrs.evolve(criteria, criteria=(area, attrs.evolve(other, max_points=2.5)))  # type: ignore[arg-type]
    assert _keys(told) == [("criteria.kind", "criteria[1].max_points")]
    with pytest.raises(cchc_index.CriteriaError) as told:
        CriteriaSet("a", "1", Text.plain("A"), Source("illustrative"), Rounding(9, 2), ())
    assert _keys(told) == [("criteria.places", "rounding.points"), ("criteria.none", "criteria")]
    with pytest.raises(cchc_index.CriteriaError) as told:
        CriteriaSet("a", "1", "A", Source("illustrative"), Rounding(2, 2), (LEAF,))  # type: ignore[arg-type]
    assert {key for key, _ in _keys(told)} == {"criteria.kind"}
    assert pickle.loads(pickle.dumps(told.value)).problems == told.value.problems  # noqa: S301


def test_all_problems_of_a_dict_are_told_at_once_by_their_paths() -> None:
    """As of a file, without lines."""
    broken = [AREA | {"max_points": 11}, OTHER | {"rule": {"yes_n": {}}, "titel": "x"}, 5, LEAF | {"max_points": 0.1}]
    with pytest.raises(cchc_index.CriteriaError) as told:
        _set(criteria=broken, missing=None)
    found = {path: key for key, path in _keys(told)}
    assert found["criteria[0].max_points"] == "criteria.sum"
    assert found["criteria[1].rule"] == "name.rules"
    assert found["criteria[1].titel"] == "yaml.unknown_key"  # its title is there
    assert found["criteria[2]"] == "type.mapping_wanted"
    assert found["criteria[3].max_points"] == "number.float"
    assert all(problem.place is None and problem.text("vi") for problem in told.value.problems)


def test_rules_and_titles_may_be_objects() -> None:
    """With the name that files write, or as the class alone where the registry knows it."""
    rule = NamedRule("proportion", Proportion(full_at=Decimal(90)))
    typed = _set(criteria=[AREA, OTHER | {"rule": {"proportion": {"full_at": "90"}}}])
    for made in (rule, Proportion(full_at=Decimal(90))):
        assert _set(criteria=[AREA, OTHER | {"rule": made}]).sha256 == typed.sha256
    leaf = Criterion("2", Text.plain("Other"), Decimal(5), rule=rule)
    assert _set(criteria=[AREA, leaf]).sha256 == typed.sha256
    assert written(content_of(leaf)) == typed.to_dict()["criteria"][1]


def test_points_are_changed_and_parents_follow() -> None:
    """Parents that add up to their parts, unless they are named too."""
    criteria = _set(criteria=[AREA | {"criteria": [LEAF, OTHER | {"code": "1.2", "max_points": 6}]}, OTHER])
    after = criteria.with_points({"1.1": "5.50", "2": 7})
    assert [str(node.criterion.max_points) for node in after] == ["11.50", "5.50", "6", "7"]
    assert str(after.max_points) == "18.50"
    assert criteria.max_points == 15  # the set itself stays
    with pytest.raises(cchc_index.CriteriaError) as told:
        criteria.with_points({"1.1": 5, "1": 10})
    assert _keys(told) == [("criteria.sum", "criteria[0].max_points")]
    assert criteria.with_points({"1.1": 5, "1.2": 5, "1": 10}).max_points == 15


def test_a_scaled_parent_keeps_its_maximum() -> None:
    """What its parts add up to follows instead."""
    criteria = _set(criteria=[AREA | {"max_points": 20, "parts_points": 10}, OTHER])
    area = criteria.with_points({"1.1": 5}).node("1").criterion
    assert (str(area.max_points), str(area.parts_points)) == ("20", "11")


def test_weights_leave_their_parent_alone() -> None:
    """Parts that are combined need not add up."""
    criteria = _set(criteria=[AREA | {"combine": "minimum"}, OTHER])
    assert criteria.with_points({"1.1": 5}).node("1").criterion.max_points == 10


def test_a_rule_that_no_longer_fits_is_told() -> None:
    """A table of steps whose best earns 6 fits no leaf of 7, and nobody guesses another."""
    with pytest.raises(cchc_index.CriteriaError) as told:
        _set().with_points({"1.2": 7})
    assert [key for key, _ in _keys(told)] == ["steps.best"]
    steps = {"steps": {"on": "rate", "steps": [{"from": 90, "points": 7}]}}
    assert _set().replace("1.2", rule=steps, max_points=7).node("1").criterion.max_points == 11


@pytest.mark.parametrize(
    ("points", "keys"),
    [
        ({"9": 1, "1.1": 0.5}, ["name.code", "number.float"]),
        ({"1.1": "1,5"}, ["number.unreadable"]),
        ({"1.1": True}, ["number.unreadable"]),
        ({"1.1": -1}, ["criteria.negative"]),
        ({"1.1": "4.001"}, ["number.places", "number.places"]),
    ],
)
def test_points_that_cannot_be_are_told_all_at_once(points: dict[str, Any], keys: list[str]) -> None:
    """Unknown codes, floats, texts that are no numbers, and what the set would not bear."""
    with pytest.raises(cchc_index.CriteriaError) as told:
        _set().with_points(points)
    assert [key for key, _ in _keys(told)] == keys


def test_a_node_is_replaced_in_part() -> None:
    """Only what is named changes; None stands for the default."""
    criteria = _set(criteria=[AREA | {"not_applicable": "allowed"}, OTHER | {"note": "x"}])
    assert criteria.replace("2", note=None).node("2").criterion.note is None
    assert criteria.replace("1", not_applicable=None).node("1").criterion.criteria == criteria.criteria[0].criteria
    after = criteria.replace("2", rule=Steps("rate", criteria.node("1.2").criterion.rule.rule.steps), max_points=6)  # type: ignore[union-attr]
    assert after.node("2").criterion.rule == NamedRule("steps", criteria.node("1.2").criterion.rule.rule)  # type: ignore[union-attr]
    assert criteria.replace("2", code="3").positions.keys() == {"1", "1.1", "1.2", "3"}
    assert criteria.replace("1", criteria=[LEAF]).max_points == 9
    with pytest.raises(cchc_index.CriteriaError) as told:
        criteria.replace("2", rule={"points": {"in_stepsof": 1}}, maxpoints=3)
    assert [key for key, _ in _keys(told)] == ["yaml.unknown_key", "yaml.meant_key"]  # its maximum is there
    with pytest.raises(cchc_index.CriteriaError):
        criteria.replace("9", title="x")
    with pytest.raises(cchc_index.CriteriaError, match="max_points_"):
        criteria.replace("2", max_points_=3)


def test_a_node_is_left_out() -> None:
    """Parents follow; what still names it is told."""
    assert _set().without("1.1").node("1").criterion.max_points == 6
    assert _set().without("1").positions.keys() == {"2"}
    with pytest.raises(cchc_index.CriteriaError) as told:
        _set(criteria=[AREA, OTHER | {"requires": {"1.1": {"at_least": 1}}}], rank={"then": ["1.1"]}).without("1.1")
    assert {key for key, _ in _keys(told)} == {"criteria.requires_unknown", "criteria.then"}
    with pytest.raises(cchc_index.CriteriaError) as told:
        _set().without("1.1").without("1.2")
    assert next(key for key, _ in _keys(told)) == "criteria.no_rule"


def test_blocks_of_extra_points_change_too() -> None:
    """Their caps, their parts, and themselves."""
    extras = {"bonus": {"max_points": 2, "criteria": [OTHER | {"code": "T", "max_points": 2}]}}
    criteria = _set(
        extras=extras,
        criteria=[AREA | {"extras": {"penalty": extras["bonus"] | {"criteria": [LEAF | {"code": "P"}]}}}, OTHER],
    )
    assert criteria.with_points({"bonus": 3}).node("bonus").criterion.max_points == 3
    assert criteria.with_points({"T": 1}).node("T").criterion.max_points == 1
    assert criteria.replace("1.penalty", title="Trừ").node("1.penalty").criterion.title.first == "Trừ"
    assert "bonus" not in criteria.without("bonus").positions
    assert "1.penalty" not in criteria.without("1.penalty").positions


def test_a_tree_is_changed_without_being_checked() -> None:
    """The parts that sets are made of: bound from a tree, changed, and only then checked."""
    maker = TreeMaker("set")
    tree = bound_tree(maker.tree(CONTENT), "set", BUILTIN)
    (area, _), extras = changed(tree, {"1.1": lambda node: attrs.evolve(node, max_points=Decimal(-1))}, frozenset())
    assert area.max_points == 5
    assert extras is None
    assert copy.deepcopy(_set()) == _set()


def test_the_case_of_a_scenario(tmp_path: Path) -> None:
    """An assessment of another content is not scored."""
    criteria = _set()
    row = {"unit": "a", "1.1": "4", "1.2": "95", "2": "yes"}
    assessment = cchc_index.read_assessment([row], criteria)
    with pytest.raises(ValueError, match="a-2024"):
        cchc_index.score(criteria.with_points({"2": 6}), assessment)


def test_a_code_is_a_text() -> None:
    """A number is not looked for as one, and a list ends in no traceback of its own."""
    calls: tuple[Any, ...] = (_set().node, _set().without, _set().replace)
    for asked in calls:
        for code in (2, ["2"], None):
            with pytest.raises(cchc_index.UsageError, match="'code'"):
                asked(code)
