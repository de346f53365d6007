"""The parts of each change add up to it, whatever has changed, and each step is what scoring by itself gives."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cchc_index
from cchc_index.values.ranking import rank_of
from cchc_index.years.changes import STEPS, Causes, UnitYears
from cchc_index.years.comparison import compare_years
from cchc_index.years.steps import CAUSES, Steps, ranking_keys, tie_breaks
from tests.small_set import BUILTIN
from tests.years.two_years import result_of, set_of, successions, yaml_of

_UNITS = "abcdef"
_RANKINGS: list[dict[str, Any]] = [
    {"then": ["1"], "ties": "shared"},
    {"then": ["2.2", "1"], "ties": "dense"},
    {"ties": "dense", "compare": "exact"},
    {"by": "points"},
    {"compare": "exact", "then": ["2"]},
]


@st.composite
def _years(draw: st.DrawFn) -> tuple[cchc_index.CycleResult, cchc_index.CycleResult]:
    """Two years of random units, maxima, rules and answers, with the same criterion under each other code."""
    rank = draw(st.sampled_from(_RANKINGS))
    sides = []
    for edition, last in ((2023, "3"), (2024, draw(st.sampled_from("34")))):
        most = draw(st.sampled_from((10, 20)))
        content = yaml_of(edition, most, last, rank=rank, missing="incomplete")
        if draw(st.booleans()):
            content["criteria"][0]["rule"] = {"steps": {"on": "rate", "steps": [{"from": 50, "points": most}]}}
        elif draw(st.booleans()):
            content["criteria"][0]["rule"] = "yes_no"
        content["criteria"][2]["not_applicable"] = "allowed"
        criteria = cchc_index.CriteriaSet.from_dict(content, registry=BUILTIN)
        field = "1.yes_no" if content["criteria"][0]["rule"] == "yes_no" else "1.rate"
        rows: list[Mapping[str, object]] = []
        for unit in draw(st.lists(st.sampled_from(_UNITS), min_size=1, unique=True)):
            first = draw(st.sampled_from(("yes", "no"))) if field == "1.yes_no" else str(draw(st.integers(2, 100)))
            own = {"2.1": str(draw(st.integers(0, 6))), "2.2": str(draw(st.integers(1, 4)))}
            own[last] = draw(st.sampled_from(("0", "2.5", "5", "na", "")))
            rows.append({"unit": unit, field: first, "group": draw(st.sampled_from("xy")), **own})
        sides.append(result_of(criteria, rows))
    return sides[0], sides[1]


def _adds_up(each: UnitYears) -> None:
    if each.change is not None and each.index is not None:
        assert each.index.total == each.change
    if each.places is not None and each.is_alone:
        assert each.rank is not None
        assert each.rank.total == each.places
    for node in each.nodes:
        if node.causes is not None:
            assert node.causes.total == node.change
    if each.path:
        assert (each.path[0][0], each.path[-1][0]) == (each.before and each.before.index, each.after.index)
        assert (each.path[0][1], each.path[-1][1]) == (each.before and each.before.rank, each.after.rank)
    bands = [each.before and each.before.band, each.after.band]
    if each.band:
        assert [each.band[0][1], each.band[-1][2]] == bands
    elif each.is_alone:
        assert bands[0] == bands[1]


@settings(max_examples=30, deadline=None)
@given(_years())
def test_the_parts_add_up_to_the_change(years: tuple[cchc_index.CycleResult, cchc_index.CycleResult]) -> None:
    """Of the index, of the rank, of each criterion; whatever else the two years are."""
    before, after = years
    if not set(before.units) & set(after.units):
        with pytest.raises(cchc_index.AssessmentError, match="no unit is in both"):
            compare_years(before, after)
        return
    found = compare_years(before, after)

    assert {each.unit for each in found.changes} == set(before.units) & set(after.units)
    for each in found.changes:
        _adds_up(each)
    for steps in {id(each.steps): each.steps for each in found.changes if each.steps}.values():
        _ranks_as_if_alone(steps)


def _ranks_as_if_alone(steps: Steps) -> None:
    """The rank of each unit's own step is that among the others' earlier answers, one unit after the other."""
    criteria, (_, _, rules, own, _, _) = steps.pairs.after, steps.outcomes
    units = cchc_index.Register(tuple(steps.after.register.units[row] for row in steps.rows[1].tolist()))
    blocks = np.array(units.blocks(("group",))[1])
    keys = ranking_keys(criteria, rules, own)
    size = len(own.rank)
    then = [(np.concatenate(points), np.concatenate(known)) for points, known in tie_breaks(criteria, rules, own)]
    for row in range(size):
        places = np.arange(size, dtype=np.intp)
        places[row] = size + row
        ranked = rules.rank > 0
        expected = rank_of(
            [key[places] for key in keys], blocks, ranked, criteria.rank.ties, [(p[places], k[places]) for p, k in then]
        )
        if ranked[row] and own.rank[row]:
            assert steps.ranks[4][row] == expected[row]


def _rows(**units: str) -> list[Mapping[str, object]]:
    codes = ("1.rate", "2.1", "2.2", "3")
    return [{"unit": unit, **dict(zip(codes, said.split(), strict=True))} for unit, said in units.items()]


def test_other_rules_alone_are_rules() -> None:
    """The same answers under another maximum: nothing came of the unit's own values."""
    rows = _rows(a="80 5 40 1", b="70 4 20 2", c="90 1 10 3")
    before, after = (
        result_of(set_of(2023, 10, "3"), rows),
        result_of(set_of(2024, 10, "3", rank={"by": "points"}), rows),
    )
    for each in compare_years(before, after).changes:
        assert each.index == Causes(*([Decimal("0.00")] * 5))
    content = yaml_of(2024, 10, "3")
    content["criteria"][0]["rule"] = {"steps": {"on": "rate", "steps": [{"from": 75, "points": 10}]}}
    after = result_of(cchc_index.CriteriaSet.from_dict(content, registry=BUILTIN), rows)
    for each in compare_years(before, after).changes:
        assert each.index is not None
        assert each.index.rules == each.change != 0
        assert each.index.values == each.index.others == each.index.unseparated == 0


def test_own_values_alone_are_values() -> None:
    """One unit improves under the same rules: its change is its own, and others fall through it."""
    criteria = set_of(2023, 10, "3")
    before = result_of(criteria, _rows(a="80 5 40 1", b="70 4 20 2", c="60 1 10 3"))
    after = result_of(criteria, _rows(a="80 5 40 1", b="70 4 20 2", c="100 6 10 5"))
    found = compare_years(before, after)
    improved, passed = found["c"], found["b"]

    assert improved.index is not None
    assert improved.rank is not None
    assert improved.index == Causes(improved.change or Decimal(0), *([Decimal("0.00")] * 4))
    assert [improved.rank.values, improved.rank.others] == [Decimal(improved.places or 0), 0]
    assert passed.index is not None
    assert passed.rank is not None
    assert [int(each) for each in (passed.index.total, passed.rank.others, passed.rank.total)] == [0, -1, -1]
    assert [each.unit for each in found.improved] == ["c"]


def test_who_left_and_who_joined_is_membership() -> None:
    """A unit rises as those before it are gone."""
    criteria = set_of(2023, 10, "3")
    one, other = _rows(a="90 6 40 5", b="80 5 40 1", c="60 1 40 3"), _rows(b="80 5 40 1", c="60 1 40 3", d="70 5 40 1")
    found = compare_years(result_of(criteria, one), result_of(criteria, other))

    assert found["b"].rank == Causes(membership=Decimal(1), unseparated=Decimal(0))
    assert found["c"].rank is not None
    assert found["c"].rank.membership == found["c"].places == 0
    assert (found.new, [each.unit for each in found.gone]) == ((("d", "Đơn vị d"),), ["a"])


def test_what_cannot_be_told_apart_is_said_to_be_so() -> None:
    """A criterion that reads another field, one that is new, one that is gone: the rest is still taken apart."""
    content = yaml_of(2024, 10, "3")
    content["criteria"][1]["criteria"][0]["rule"] = {"per_case": {"points_each": 1, "at_most": 6}}
    before = result_of(set_of(2023, 10, "3"), _rows(a="80 5 40 1", b="70 4 20 2"))
    rows: list[Mapping[str, object]] = [
        {"unit": unit, "1.rate": "90", "2.1.count": "3", "2.2": "7", "3": "1"} for unit in "ab"
    ]
    found = compare_years(before, result_of(cchc_index.CriteriaSet.from_dict(content, registry=BUILTIN), rows))
    nodes = {node.code: node for node in found["a"].nodes}

    assert nodes["2.1"].causes == Causes(unseparated=Decimal("-2.00"))
    assert nodes["1"].causes == Causes(values=Decimal("1.00"), rules=Decimal("0.00"))
    assert nodes["2.2"].causes == Causes(rules=Decimal("0.00"), others=Decimal("0.00"))
    assert found["a"].index is not None
    assert found["a"].index.unseparated != 0
    _adds_up(found["a"])


def test_points_that_were_given_are_not_scored_by_another_rule(tmp_path: Path) -> None:
    """Points given under one maximum say nothing under another, and something under the same."""
    rows: list[Mapping[str, object]] = [{"unit": "a", "1.points": "8", "2.1": "5", "2.2": "4", "3": "1"}]
    before, after = (result_of(set_of(*said), rows) for said in ((2023, 10, "3"), (2024, 20, "3")))
    mapping = tmp_path / "m.csv"
    mapping.write_text(
        "from_criteria,from_code,to_criteria,to_code,kind\nt-2023,1,t-2024,1,changed\n", encoding="utf-8"
    )
    (change,) = compare_years(before, after, mapping=mapping).changes
    assert change.nodes[0].causes == Causes(unseparated=Decimal("0.00"))
    _adds_up(change)
    assert "1" not in {node.code for node in compare_years(before, after).changes[0].nodes}
    same = compare_years(before, before).changes[0].nodes[0]
    assert same.causes == Causes(values=Decimal("0.00"), rules=Decimal("0.00"))


def test_the_steps_have_names_and_causes() -> None:
    """Eight steps, and what lies between each two."""
    assert len(STEPS) == len(CAUSES) + 1
    assert {field.name for field in attrs.fields(Causes)} == set(CAUSES)
    assert Causes.between([Decimal(1), Decimal(4)]) == Causes(unseparated=Decimal(3))
    assert Causes.between([Decimal(1), *([None] * 6), Decimal(4)]) == Causes(unseparated=Decimal(3))


def test_a_renamed_unit_is_the_same() -> None:
    """Its change is taken apart as any other's."""
    criteria = set_of(2023, 10, "3")
    before, after = result_of(criteria, _rows(a="80 5 40 1")), result_of(criteria, _rows(z="90 5 40 1"))
    found = compare_years(before, after, succession=successions(("a", "z", "renamed")))

    assert (found["z"].kind, found["z"].is_alone, found.gone, found.new) == ("renamed", True, (), ())
    assert found["z"].index == Causes(found["z"].change or Decimal(0), *([Decimal("0.00")] * 4))
