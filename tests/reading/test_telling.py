"""What is told of an assessment, and what is left for when the rest is mended."""

from __future__ import annotations

from pathlib import Path

import pytest

import cchc_index
from cchc_index.problems.problem import Problem
from cchc_index.reading.telling import hangs_on_gaps, lacking_codes

SET = """
id: t
edition: 2022
title: Thử
source: {status: illustrative}
rounding: {points: 2, index: 2}
criteria:
  - {code: "1", title: M, max_points: 10, rule: min_max}
  - {code: "2", title: H, max_points: 10, rule: points}
"""


@pytest.mark.parametrize(
    ("rows", "keys"),
    [
        ("a,90,5\nb,90,6\n", ["value.no_range", "value.no_range"]),
        ("a,90,5\nb,,6\n", ["value.missing"]),
        ("a,90,5\nb,x,6\n", ["value.number"]),
        ("a,90,5\nb,90,\n", ["value.no_range", "value.no_range", "value.missing"]),
    ],
)
def test_what_a_gap_explains_is_not_told_beside_it(tmp_path: Path, rows: str, keys: list[str]) -> None:
    """All units have the same value where one of them has none yet; a gap elsewhere explains nothing."""
    (tmp_path / "set.yaml").write_text(SET, encoding="utf-8")
    (tmp_path / "t.csv").write_text(f"unit,1,2\n{rows}", encoding="utf-8")
    criteria = cchc_index.load_criteria(tmp_path / "set.yaml")
    with pytest.raises(cchc_index.AssessmentError) as told:
        cchc_index.read_assessment(tmp_path / "t.csv", criteria)
    assert sorted(each.key for each in told.value.problems) == sorted(keys)


def test_a_unit_that_is_lacking_explains_it_of_every_criterion() -> None:
    """Its value may be another."""
    fault = Problem("value.no_range", arguments={"code": "1"})
    assert hangs_on_gaps(fault, "1", lacking_codes([Problem("unit.missing", arguments={"unit": "b"})]))
    assert not hangs_on_gaps(fault, "1", lacking_codes([Problem("value.missing", arguments={"code": "2"})]))
    assert not hangs_on_gaps(Problem("value.high"), "1", lacking_codes([Problem("x", arguments={"code": "1"})]))
