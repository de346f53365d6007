"""Two units side by side: the parts add up to the difference, exactly, whatever the set does."""

from __future__ import annotations

from fractions import Fraction
from itertools import pairwise

import pytest

import cchc_index
from cchc_index.problems.errors import UsageError
from cchc_index.results.leads import Lead, LeadPart, TieBreak
from tests.differential.trees import Tree
from tests.plans.small_plans import BUILTIN, Maker

LAI_CHAU = cchc_index.open_cycle("lai-chau-2021").score()
SET = """
id: lead
edition: 1
title: Bộ
source: {status: illustrative}
rounding: {points: 2, index: 1}
rank: {by: index, compare: %s, then: ["2", "1"], within: [group]}
classify: {thresholds: {bands: [{label: Tốt, from: 80, needs: [{node: "2", points: 4}]}, {label: Khá}]}}
criteria:
  - {code: "1", title: Một, max_points: 4, rule: points}
  - {code: "2", title: Hai, max_points: 6, rule: points}
  - {code: "3", title: Ba, max_points: 3, rule: points, not_applicable: allowed}
"""


def _lead(rows: list[dict[str, str]], compare: str = "published") -> Lead:
    criteria = cchc_index.CriteriaSet.from_yaml(SET % compare, registry=BUILTIN)
    result = cchc_index.score(criteria, cchc_index.read_assessment(rows, criteria))
    return result["a"].compare_with(result["b"])


def _adds_up(lead: Lead) -> None:
    assert sum((part.share for part in lead.parts), Fraction(0)) == lead.difference
    assert sum((part.share for part in lead.tops), Fraction(0)) == lead.difference
    shares = [abs(part.share) for part in lead.parts]
    assert shares == sorted(shares, reverse=True)
    assert all(shares)


@pytest.mark.parametrize("seed", range(20))
def test_the_parts_add_up_on_random_sets(seed: int) -> None:
    """Of scaled, redistributed, weighed, required and extended nodes, denominators, clamps and rounding."""
    if seed % 2:
        result = Maker(seed).make().result
    else:
        tree = Tree(seed)
        criteria = cchc_index.CriteriaSet.from_yaml(tree.text, registry=BUILTIN)
        units = cchc_index.Register(
            tuple(
                cchc_index.Unit(
                    each["unit"], each["unit"], each["group"], each["ranked"] == "yes", {"kind": each["kind"]}
                )
                for each in tree.register
            )
        )
        assessment = cchc_index.read_assessment(tree.rows, criteria, units=units, stage=tree.stage)
        result = cchc_index.score(criteria, assessment)
    for one, other in pairwise(list(result)[:8]):
        lead = one.compare_with(other)
        if lead.why_not:
            assert not lead.parts
            assert lead.difference is None
            continue
        _adds_up(lead)
        for part in lead.parts:
            assert part.kind == "denominator" or part.code or part.kind in ("clamp", "rounding")


def test_every_pair_of_a_real_table_adds_up() -> None:
    """Points decide there; the other way round everything has the other sign."""
    for one, other in pairwise(LAI_CHAU):
        lead, back = one.compare_with(other), other.compare_with(one)
        _adds_up(lead)
        assert {part.code: part.share for part in lead.parts} == {part.code: -part.share for part in back.parts}


def test_what_does_not_apply_is_the_denominators_part() -> None:
    """Neither unit lost anything at the leaf; different attainable points are told by themselves."""
    lead = _lead([{"unit": "a", "1": "4", "2": "3", "3": "3"}, {"unit": "b", "1": "4", "2": "3", "3": "na"}])
    _adds_up(lead)
    kinds = {part.kind: part.share for part in lead.parts}
    assert set(kinds) == {"denominator", "rounding"}
    assert lead.exact_difference == Fraction(1000, 13) - 70


def test_printed_and_exact_figures_are_both_there() -> None:
    """The printed indices are equal, and the exact ones are not; by exact ranks only these count."""
    rows = [{"unit": "a", "1": "4", "2": "5.01", "3": "3"}, {"unit": "b", "1": "4", "2": "5", "3": "3.01"[:1]}]
    lead = _lead(rows)
    assert lead.difference == Fraction(1, 10)
    assert lead.exact_difference == Fraction(1, 13)
    assert [part.kind for part in lead.parts] == ["leaf", "rounding"]
    assert _lead(rows, "exact").difference == Fraction(1, 13)


def test_equal_figures_are_told_apart_by_tie_breaks() -> None:
    """The first node that differs decides; where none does, both share a rank."""
    rows = [{"unit": "a", "1": "2", "2": "4", "3": "1"}, {"unit": "b", "1": "1", "2": "5", "3": "1"}]
    lead = _lead(rows)
    assert lead.difference == 0
    tie = lead.tie_break
    assert isinstance(tie, TieBreak)
    assert (tie.code, str(tie.first), str(tie.second)) == ("2", "4.00", "5.00")
    assert not lead.shares_rank
    same = _lead([{**rows[0], "unit": name} for name in ("a", "b")])
    assert same.shares_rank
    assert same.tie_break is None
    assert same.parts == ()


def test_units_of_different_groups_are_not_ranked_together() -> None:
    """The difference is there, and that it ranks nobody."""
    rows = [
        {"unit": "a", "group": "x", "1": "4", "2": "3", "3": "3"},
        {"unit": "b", "group": "y", "1": "1", "2": "3", "3": "3"},
    ]
    lead = _lead(rows)
    assert not lead.are_ranked_together
    assert lead.parts[0] == LeadPart("leaf", "1", "1", Fraction(300, 13))


def test_other_sets_are_refused() -> None:
    """With what each is scored by."""
    other = Maker(1).make().result
    with pytest.raises(UsageError, match="nd61-one-stop-2018"):
        LAI_CHAU["so-tu-phap"].compare_with(other["a"])
    with pytest.raises(TypeError):
        LAI_CHAU["so-tu-phap"].compare_with("so-tai-chinh")  # type: ignore[arg-type]


def test_a_comparison_is_plain_data() -> None:
    """Shares as ratios, which are exact, and as decimals."""
    plain = LAI_CHAU["so-tu-phap"].compare_with(LAI_CHAU["so-tai-chinh"]).to_dict()
    assert plain["difference"] == {"about": "-0.243", "exact": "-243/1000"}
    assert sum(Fraction(part["share"]["exact"]) for part in plain["parts"]) == Fraction("-0.243")
    assert plain["parts"][0]["units"][0] == {"points": "2.000", "max_points": "2.000"}
    assert [unit["rank"] for unit in plain["units"]] == [3, 2]
