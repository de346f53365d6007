"""What must hold in a set is told where it does not."""

from __future__ import annotations

import pytest

import cchc_index
from cchc_index.criteria.criteria_set import parse_criteria
from tests.scoring.test_extras_and_options import SET


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("max_points: 2\n    criteria:\n", "max_points: -2\n    criteria:\n"),
        ("code: P\n", "code: T1\n"),
        ("code: T1", "code: bonus"),
        ("code: T1", "area: procedures, code: T1"),
        ('optional: ["2"]', "optional: ['3']"),
        ('optional: ["2"]', "optional: [bonus]"),
        ("  penalty:\n", "  fine:\n"),
    ],
)
def test_extras_that_cannot_be_are_told(old: str, new: str) -> None:
    """With line and cure."""
    assert old in SET
    with pytest.raises(cchc_index.CriteriaError) as told:
        parse_criteria(SET.replace(old, new, 1), registry=cchc_index.Registry.builtin())
    assert all(problem.place and problem.text("vi") for problem in told.value.problems)
