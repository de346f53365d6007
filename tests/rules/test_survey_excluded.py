"""Excluded answers of a survey enter no sum, so nobody has to report them."""

from __future__ import annotations

import pytest

import cchc_index
from cchc_index.criteria.criteria_set import parse_criteria

SET = """
id: s
edition: 1
title: S
source: {status: illustrative}
rounding: {points: 2, index: 2}
criteria:
  - {code: "1", title: M, max_points: 10, rule: {survey: {options: {very: 100, none: 0}, excluded: [unsure, absent]}}}
"""


def _read(row: dict[str, str]) -> cchc_index.Scorecard:
    criteria = parse_criteria(SET, registry=cchc_index.Registry.builtin())
    return cchc_index.score(criteria, cchc_index.read_assessment([{"unit": "a", **row}], criteria))["a"]


@pytest.mark.parametrize("beside", [{}, {"1.unsure": "4"}, {"1.unsure": "4", "1.absent": "2"}, {"1.unsure": ""}])
def test_they_may_be_reported_or_not(beside: dict[str, str]) -> None:
    """The points are those of the options, whatever is reported beside them."""
    assert str(_read({"1.very": "3", "1.none": "1", **beside}).points) == "7.50"


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ({"1.very": "3"}, "criterion 1 lacks none, without which it cannot be scored"),
        ({"1.unsure": "3"}, "criterion 1 lacks very, none, without which it cannot be scored"),
        ({"1.very": "3", "1.none": "1", "1.rate": "5"}, "is reported in two ways (1.rate, 1.very, 1.none)"),
        ({"1.rate": "5", "1.unsure": "5"}, "is reported in two ways (1.rate, 1.unsure)"),
        ({"1.very": "3", "1.none": "1", "1.unsure": "-1"}, "-1 at criterion 1, which cannot be less than 0"),
    ],
)
def test_what_was_refused_is_refused(row: dict[str, str], told: str) -> None:
    """Options that lack, two ways at once, counts below 0: told by the columns that are there or lack."""
    with pytest.raises(cchc_index.AssessmentError) as refused:
        _read(row)

    assert told in str(refused.value)
