"""Earlier answers by the later set: what it can read is scored, and all else is known to be unknown."""

from __future__ import annotations

from collections.abc import Mapping

import attrs

import cchc_index
from cchc_index.assessment.applicability import Absent
from cchc_index.cycles.pairing import CriteriaPairs, paired_criteria
from cchc_index.years.carried import carried_points
from cchc_index.years.comparison import compare_years
from tests.small_set import BUILTIN
from tests.years.two_years import result_of, set_of, yaml_of

ROWS: list[Mapping[str, object]] = [
    {"unit": unit, "1.rate": rate, "2.1": "5", "2.2": "4", "3": "1"} for unit, rate in (("a", "80"), ("b", "40"))
]


def _pairs(before: cchc_index.CriteriaSet, after: cchc_index.CriteriaSet) -> CriteriaPairs:
    pairs = paired_criteria(before, after, ())
    assert isinstance(pairs, CriteriaPairs)
    return pairs


def test_what_scenarios_score_is_scored_alike() -> None:
    """Where the later set reads all, it is `for_criteria` and `score`."""
    (result,) = result_of(set_of(2023, 10, "3"), ROWS).results
    content = yaml_of(2024, 10, "3")
    content["criteria"][0]["rule"] = {"steps": {"on": "rate", "steps": [{"from": 75, "points": 10}]}}
    after = cchc_index.CriteriaSet.from_dict(content, registry=BUILTIN)
    carried = carried_points(result.assessment, _pairs(result.criteria, after))
    scenario = cchc_index.score(after, result.assessment.for_criteria(after))
    for leaf in after.leaves:
        assert not carried.unknown[leaf.position].any()
        points = carried.points[leaf.position].points.tolist()
        assert points == scenario.outcome.sums.points[leaf.position].tolist()


def test_a_column_that_the_earlier_register_lacks_leaves_all_unknown() -> None:
    """And its name is told."""
    before = result_of(set_of(2023, 10, "3"), ROWS)
    content = yaml_of(2024, 10, "3")
    content["criteria"][0]["rule"] = {"choose": {"by": "kind", "alternatives": {"x": "proportion", "y": "proportion"}}}
    after = cchc_index.CriteriaSet.from_dict(content, registry=BUILTIN)
    carried = carried_points(before.results[0].assessment, _pairs(set_of(2023, 10, "3"), after))
    assert carried.lacking == "kind"
    assert all(mask.all() for mask in carried.unknown.values())


def test_a_block_that_one_year_leaves_out_is_not_separable() -> None:
    """What the decision to leave it out did is neither the unit's own nor a rule."""
    criteria = set_of(2023, 10, "3", optional=["3"])
    before = result_of(criteria, ROWS)
    made = cchc_index.read_assessment(
        [{key: value for key, value in row.items() if key != "3"} for row in ROWS],
        set_of(2023, 10, "3").without("3"),
        [{"unit": unit, "name": f"Đơn vị {unit}", "group": "x"} for unit in "ab"],
    )
    absent = attrs.evolve(made, absent=(Absent("3", "QĐ 1"),)).for_criteria(criteria)
    after = cchc_index.CycleResult((cchc_index.score(criteria, absent),), data="synthetic")
    for each in compare_years(before, after).changes:
        assert each.index is not None
        assert each.index.values == each.index.rules == 0
        assert each.index.unseparated == each.change != 0
