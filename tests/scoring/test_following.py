"""Leaves that compare years see what the result will print, and those they follow are added up before them."""

from __future__ import annotations

from pathlib import Path

import pytest

import cchc_index
from cchc_index.scoring.following import figures_of, following
from cchc_index.scoring.leaves import score_leaf
from tests.cycles.two_years import AREAS, STEPS, bonus, later

CHAIN = (
    AREAS
    + f"""  - code: "3"
    title: Cải thiện
    max_points: 4
    criteria:
      - {{code: "3.2", title: Về thể chế, max_points: 2, rule: {{improvement: {{of: "1", {STEPS}}}}}}}
      - {{code: "3.1", title: Đúng hạn, max_points: 2, rule: {{improvement: {{of: "1.2", {STEPS}}}}}}}
"""
)


def test_a_leaf_follows_what_the_result_prints(tmp_path: Path) -> None:
    """This year's figure is the printed index of the node, the leaf itself having no part in it."""
    result = cchc_index.open_cycle(later(tmp_path, "", areas=CHAIN, before=None)).score()
    found = result.results[0]
    assert {node.criterion.code for node in following(found.criteria)} == {"3.1", "3.2"}
    for card in found:
        column = figures_of(found.assessment, found.outcome.sums, "1", "index")
        assert column.value(card.row, "number") == card.node("1").index
        assert found.assessment.answers["3.2"].fields["now"].value(card.row, "number") == card.node("1").index
        leaf = found.criteria.node("3.2")
        assert int(score_leaf(leaf, found.assessment).points[card.row]) == int((card.node("3.2").points or 0) * 100)


def test_a_scenario_follows_anew(tmp_path: Path) -> None:
    """Other weights change this year's figure, and with it what the change earns; last year's stays."""
    (assessment,) = cchc_index.open_cycle(later(tmp_path, bonus())).assessments()
    changed = assessment.criteria.with_points({"2": 30})
    result = cchc_index.score(changed, assessment.for_criteria(changed))
    fields = result.assessment.answers["T1"].fields
    row = result.register.row("a")
    assert str(fields["now"].value(row, "number")) == "43.5"  # (9.40 + 8) / 40
    assert str(fields["previous"].value(row, "number")) == "79"


@pytest.mark.parametrize("unit", ["a", "b", "c"])
def test_a_rescored_result_is_the_same(unit: str, tmp_path: Path) -> None:
    """Scoring what was scored gives the same figures."""
    result = cchc_index.open_cycle(later(tmp_path, bonus())).score().results[0]
    again = cchc_index.score(result.criteria, result.assessment)
    assert again.to_dict() == result.to_dict()
    assert again[unit].points == result[unit].points
