"""What an assessment holds: answers for its own set, and what does not apply."""

from __future__ import annotations

from decimal import Decimal

import pytest

import cchc_index
from cchc_index.criteria.criteria_set import parse_criteria
from tests.small_set import BUILTIN, ROWS, SET


@pytest.fixture
def criteria() -> cchc_index.CriteriaSet:
    """A small set."""
    return parse_criteria(SET, registry=BUILTIN)


def test_not_applicable_may_be_said_of_a_parent_or_of_all_its_leaves(criteria: cchc_index.CriteriaSet) -> None:
    """Both leave area 1 out of both sums, and the highest node is listed."""
    whole = [{"unit": "u", "1": "NA", "1.1": "", "1.10": "", "2": "3"}]
    leaves = [{"unit": "u", "1.1": "na", "1.10": "không áp dụng", "2": "3"}]
    for rows in (whole, leaves):
        card = cchc_index.score(criteria, cchc_index.read_assessment(rows, criteria))["u"]
        assert (card.points, card.max_points, card.index) == (Decimal("3.00"), Decimal("4.00"), Decimal("75.00"))
        assert [(each.code, each.particulars["by"]) for each in card.result.warnings] == [("1", "declared")]


def test_an_assessment_belongs_to_its_set(criteria: cchc_index.CriteriaSet) -> None:
    """Scoring with another set is refused."""
    other = parse_criteria(SET.replace("max_points: 2, rule: yes_no", "max_points: 2, rule: points"), registry=BUILTIN)

    with pytest.raises(ValueError, match="read for"):
        cchc_index.score(other, cchc_index.read_assessment(ROWS, criteria))
