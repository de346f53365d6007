"""Bonus and penalty points beside the tree, and blocks that a cycle leaves out."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

import cchc_index
from cchc_index.criteria.criteria_set import parse_criteria

SET = """
id: a
edition: 1
title: A
source: {status: illustrative}
rounding: {points: 2, index: 2}
optional: ["2"]
criteria:
  - {code: "1", title: One, max_points: 60, rule: points}
  - code: "2"
    title: Two
    max_points: 40
    criteria:
      - {code: "2.1", title: Survey, max_points: 40, rule: points}
extras:
  bonus:
    max_points: 2
    criteria:
      - {code: T1, title: Sáng kiến, max_points: 1, rule: {per_case: {points_each: 0.5}}}
      - {code: T2, title: Khen thưởng, max_points: 2, rule: {per_case: {points_each: 1}}}
  penalty:
    code: P
    title: Trừ điểm
    max_points: 5
    criteria:
      - {code: P1, title: Vi phạm, max_points: 5, rule: {per_case: {points_each: 2.5}}}
"""


def _result(rows: list[dict[str, str]], text: str = SET, **options: tuple[str, ...]) -> cchc_index.IndexResult:
    criteria = parse_criteria(text, registry=cchc_index.Registry.builtin())
    return cchc_index.score(criteria, cchc_index.read_assessment(rows, criteria, **options))  # type: ignore[arg-type]


def _row(unit: str, one: str, two: str, first: str = "0", second: str = "0", penalty: str = "0") -> dict[str, str]:
    return {"unit": unit, "1": one, "2.1": two, "T1": first, "T2": second, "P1": penalty}


def test_extras_lie_outside_the_denominator() -> None:
    """Added and taken away, and the maximum stays."""
    card = _result([_row("u", "50", "30", "1", "1", "1")])["u"]

    assert (card.points, card.max_points, card.index) == (Decimal("79.00"), Decimal("100.00"), Decimal("79.00"))
    assert {code: str(node.points) for code, node in card.nodes.items() if code in ("bonus", "P")} == {
        "bonus": "1.50",
        "P": "2.50",
    }
    assert card.explain().total == "50.00 + 30.00 = 80.00; + 1.50 (Bonus) - 2.50 (Trừ điểm) = 79.00"


def test_each_block_is_capped_and_the_clamp_is_shown() -> None:
    """3 points of bonus count as 2."""
    result = _result([_row("u", "50", "30", "4", "5")])

    assert result["u"].points == Decimal("82.00")
    assert [(each.kind, each.code, dict(each.particulars)) for each in result.warnings] == [
        ("clamped", "bonus", {"sum": "3.00", "points": "2.00"})
    ]
    reasons = {node.code: node.reason for node in result["u"].explain()}
    assert reasons["bonus"] == "1.00 + 2.00 = 3.00, at most 2.00"


def test_the_total_stays_between_nothing_and_the_maximum() -> None:
    """Unless the set allows more than the maximum."""
    rows = [_row("u", "60", "39", "2", "1"), _row("v", "1", "1", penalty="9")]
    result = _result(rows)

    assert (result["u"].points, result["v"].points) == (Decimal("100.00"), Decimal("0.00"))
    assert [(each.unit, each.code) for each in result.warnings] == [("u", ""), ("v", "")]
    assert result["u"].explain().total.endswith("= 101.00; kept at 100.00 (from 0 to 100.00)")
    allowed = _result(rows, SET.replace("extras:\n", "extras:\n  above_maximum: allowed\n"))
    assert (allowed["u"].index, allowed["v"].index) == (Decimal("101.00"), Decimal("0.00"))


def test_extras_are_answered_like_everything_else() -> None:
    """A gap is no nought."""
    with pytest.raises(cchc_index.AssessmentError) as told:
        _result([_row("u", "50", "30", "")])
    assert [problem.key for problem in told.value.problems] == ["value.missing"]


def test_an_optional_block_leaves_both_sums_for_everybody() -> None:
    """No survey this year: the rest is scaled to 100 by the index."""
    row = {"unit": "u", "1": "45", "T1": "0", "T2": "0", "P1": "0"}
    result = _result([row], absent=("2",))

    assert (result["u"].points, result["u"].max_points, result["u"].index) == (
        Decimal("45.00"),
        Decimal("60.00"),
        Decimal("75.00"),
    )
    assert [(each.kind, each.unit, each.code) for each in result.warnings] == [("absent", "", "2")]
    assert "left out this year" in result["u"].explain().nodes[1].reason
    with pytest.raises(cchc_index.AssessmentError, match="left out this year"):
        _result([_row("u", "45", "3")], absent=("2",))
    with pytest.raises(cchc_index.AssessmentError, match="criterion 1"):
        _result([row], absent=("1",))


def test_a_cycle_says_what_is_absent_and_who_decided(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The decision is repeated in the result."""
    from cchc_index.cli import main

    cycle = "id: c\ntitle: C\ndata: synthetic\nabsent: [{code: '2', decision: 12/QĐ-UBND}]\n"
    cycle += "assessments: [{criteria: a.yaml, files: [v.csv]}]\n"
    files = {"a.yaml": SET, "cycle.yaml": cycle, "v.csv": "unit,1,T1,T2,P1\nu,45,0,0,0\n"}
    for name, text in files.items():
        (tmp_path / name).write_text(text, encoding="utf-8")

    assert main(["score", str(tmp_path)]) == 0
    assert "2 Two (12/QĐ-UBND)" in capsys.readouterr().out
    (tmp_path / "cycle.yaml").write_text(cycle.replace("'2'", "'1'"), encoding="utf-8")
    assert main(["--lang", "en", "check", str(tmp_path)]) == 1
    assert "cycle.yaml:4:" in capsys.readouterr().err
