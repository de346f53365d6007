"""Worked cases that a legal officer can read are run."""

from __future__ import annotations

from pathlib import Path

import pytest

import cchc_index
from cchc_index.testing import BrokenContractError, check_cases

CASES = """
rule:
  choose: {by: kind, alternatives: {hill: {proportion: {full_at: 75, none_arose: not_applicable}}, plain: proportion}}
max_points: 4
rounding: {points: 2, index: 2}
cases:
  - {given: {hill.rate: 75}, unit: {kind: hill}, expect: 4.00, source: "Điều 3"}
  - {given: {hill.done: 0, hill.planned: 0}, unit: {kind: hill}, expect: not_applicable, source: "Điều 3"}
  - {given: {hill.rate: 75}, unit: {kind: plain}, expect: refused, source: "Điều 3"}
  - {given: {plain.rate: 75}, unit: {kind: plain}, expect: 3, source: "Điều 3"}
"""


def test_worked_cases_are_run(tmp_path: Path) -> None:
    """A file that a legal officer can read; a case that comes out otherwise is named."""
    path = tmp_path / "cases.yaml"
    path.write_text(CASES, encoding="utf-8")
    assert check_cases(path) == 4

    path.write_text(CASES.replace("expect: 3,", "expect: 3.01,"), encoding="utf-8")
    with pytest.raises(BrokenContractError, match=r"case 4 gives 3\.00, and expects 3\.01"):
        check_cases(path)
    path.write_text(CASES.replace("expect: refused", "expected: refused"), encoding="utf-8")
    with pytest.raises(cchc_index.CriteriaError, match="expected"):
        check_cases(path)
