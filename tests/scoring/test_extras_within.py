"""Bonus and penalty inside a node: added to what its parts give, kept between 0 and its maximum."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

import cchc_index
from cchc_index.checks.selftest import selftest
from cchc_index.cli import main
from cchc_index.criteria.criteria_set import parse_criteria
from tests.rules.one_unit import HEAD

SET = HEAD + (
    "missing: incomplete\ncriteria:\n"
    "  - code: '1'\n    title: A\n    max_points: 10\n    not_applicable: allowed\n    criteria:\n"
    "      - {code: '1.1', title: Plan, max_points: 4, not_applicable: allowed, rule: points}\n"
    "      - {code: '1.2', title: Done, max_points: 6, rule: points}\n"
    "    extras:\n"
    "      bonus:\n        max_points: 2\n        criteria:\n"
    "          - {code: '1.3', title: New, max_points: 2, rule: points}\n"
    "          - {code: '1.4', title: Prize, max_points: 1, rule: points}\n"
    "      penalty:\n        code: '1.P'\n        max_points: 8\n        criteria:\n"
    "          - {code: '1.5', title: Late, max_points: 8, rule: {deduct: {points_each: 2}}}\n"
    "  - {code: '2', title: B, max_points: 5, rule: points}\n"
)
ROW = {"unit": "u", "1.1": "3", "1.2": "5", "1.3": "1", "1.4": "0.5", "1.5": "1", "2": "5"}


def _set(old: str = "", new: str = "") -> cchc_index.CriteriaSet:
    assert old in SET
    return parse_criteria(SET.replace(old, new, 1), registry=cchc_index.Registry.builtin())


def _card(criteria: cchc_index.CriteriaSet, **typed: str) -> cchc_index.Scorecard:
    assessment = cchc_index.read_assessment([{**ROW, **{key[1:]: value for key, value in typed.items()}}], criteria)
    return cchc_index.score(criteria, assessment)["u"]


@pytest.mark.parametrize(
    ("typed", "node", "total"),
    [
        ({"_1.5": "0"}, "9.50", "14.50"),  # 3 + 5 + 1.50
        ({"_1.5": "1.5"}, "8.00", "13.00"),
        ({"_1.5": "0", "_1.3": "2", "_1.4": "1"}, "10.00", "15.00"),  # the block is capped at 2
        ({"_1.5": "0", "_1.1": "4", "_1.2": "6"}, "10.00", "15.00"),  # no more than its maximum
        ({"_1.5": "8", "_1.1": "1", "_1.2": "1", "_1.3": "0", "_1.4": "0"}, "0.00", "5.00"),  # no less than 0
        ({"_1.5": "0", "_1.1": "na", "_1.2": "6"}, "6.00", "11.00"),  # of what applies
        ({"_1.5": "0", "_1.1": "na", "_1.2": "1"}, "2.50", "7.50"),
    ],
)
def test_a_node_keeps_within_its_own_maximum(typed: dict[str, str], node: str, total: str) -> None:
    """Points = parts + bonus - penalty, between 0 and the applicable maximum; each block up to its own."""
    card = _card(_set("{deduct: {points_each: 2}}", "points"), **typed)
    assert (str(card.node("1").points), str(card.points)) == (node, total)


def test_blocks_have_codes_beneath_their_node_unless_they_say_one() -> None:
    """`CODE.bonus`, `CODE.penalty`; they stand after the node's parts, one deeper, outside its maximum."""
    criteria = _set()
    assert [node.criterion.code for node in criteria] == [
        *("1", "1.1", "1.2", "1.bonus", "1.3", "1.4", "1.P", "1.5", "2")
    ]
    assert criteria.max_points == 15
    assert [node.depth for node in criteria] == [0, 1, 1, 1, 2, 2, 1, 2, 0]
    card = _card(criteria)
    assert str(card.node("1.bonus").points) == "1.50"
    assert card.node("1").parts == ("1.1", "1.2")


def test_what_does_not_apply_as_a_whole_has_no_bonus_either() -> None:
    """Its blocks go with it, and nothing is asked of them."""
    criteria = _set()
    assessment = cchc_index.read_assessment([{"unit": "u", "1": "na", "2": "4"}], criteria)
    card = cchc_index.score(criteria, assessment)["u"]
    assert (str(card.points), str(card.max_points)) == ("4.00", "5.00")
    assert {card.node(code).status for code in ("1", "1.1", "1.bonus", "1.4", "1.P")} == {"not_applicable"}


def test_a_bonus_that_is_missing_leaves_its_unit_incomplete() -> None:
    """Missing is not zero."""
    card = _card(_set(), **{"_1.4": ""})
    assert not card.complete
    assert card.index is None


def test_parts_are_combined_before_the_bonus_and_required_after_it() -> None:
    """Order at a node: combine, rule, extras, requires."""
    weakest = _card(
        _set("    criteria:\n      - {code: '1.1'", "    combine: minimum\n    criteria:\n      - {code: '1.1'")
    )
    assert weakest.node("1.P").points == 6
    assert str(weakest.node("1").points) == "3.00"  # 10 x 3 / 4 + 1.50 - 6
    barred = _set("max_points: 10\n", "max_points: 10\n    requires: {'2': {at_least: 5}}\n")
    assert str(_card(barred).node("1").points) != "0.00"
    assert str(_card(barred, _2="4.99").node("1").points) == "0.00"


def test_the_explanation_adds_up_by_hand() -> None:
    """Parts, bonus, penalty, and where it was kept."""
    criteria = _set("{deduct: {points_each: 2}}", "points")
    reason = _card(criteria, **{"_1.5": "1"}).explain("en", "1").nodes[0].reason
    assert reason == "3.00 + 5.00 = 8.00; 8.00 + 1.50 (Bonus) - 1.00 (Penalty) = 8.50"
    kept = _card(criteria, **{"_1.1": "4", "_1.2": "6", "_1.5": "0"})
    assert (
        kept.explain("vi", "1")
        .nodes[0]
        .reason.endswith("10,00 + 1,50 (Điểm thưởng) - 0,00 (Điểm trừ) = 11,50; giới hạn còn 10,00 (từ 0 đến 10,00)")
    )


def test_what_was_kept_within_bounds_is_listed() -> None:
    """The node and the block, each with the sum and what counts."""
    criteria = _set("{deduct: {points_each: 2}}", "points")
    row = {**ROW, "1.1": "4", "1.2": "6", "1.3": "2", "1.4": "1", "1.5": "0"}
    result = cchc_index.score(criteria, cchc_index.read_assessment([row], criteria))
    assert [(each.code, dict(each.particulars)) for each in result.warnings if each.kind == "clamped"] == [
        ("1", {"sum": "12.00", "points": "10.00"}),
        ("1.bonus", {"sum": "3.00", "points": "2.00"}),
    ]


def test_the_self_test_knows_them() -> None:
    """The second scorer of the self-test agrees, in all that the set has."""
    found = selftest(_set())
    assert found.passed
    assert found.coverage["leaves"] == (6, 6)


@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        ("    extras:\n", "    extras:\n      above_maximum: allowed\n", "criteria.extras_above"),
        ("max_points: 2\n    ", "max_points: -2\n    ", "criteria.negative"),
        ("code: '1.P'", "code: '1.2'", "criteria.code_twice"),
        ("code: '1.P'", "code: '1.bonus'", "criteria.code_twice"),
        ("title: B, max_points: 5, ", "title: B, max_points: 5, extras: {}, ", "criteria.only_parent"),
        (
            "          - {code: '1.4', title: Prize, max_points: 1, rule: points}\n",
            "          - {code: '1.4', title: Prize, max_points: 1, criteria: [{code: x, "
            "title: x, max_points: 1, rule: points}],\n             extras: {bonus: {max_points: 1, criteria: [{code: "
            "y, title: y, max_points: 1, rule: points}]}}}\n",
            "criteria.extras_within",
        ),
        ("        criteria:\n          - {code: '1.5', title: Late, max_points: 8, rule: {deduct: {points_each: 2}}}\n",
         "        criteria: []\n", "criteria.none"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_told(old: str, new: str, key: str) -> None:
    """At its place, with a cure, and nothing else."""
    with pytest.raises(cchc_index.CriteriaError) as told:
        _set(old, new)
    assert [problem.key for problem in told.value.problems] == [key]
    assert all(problem.place and problem.place.line for problem in told.value.problems)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_worksheet_has_a_row_for_each_and_comes_back(language: str, tmp_path: Path) -> None:
    """The same fingerprint."""
    own, sheet, back = tmp_path / "a.yaml", tmp_path / "bang.xlsx", tmp_path / "bo.yaml"
    own.write_text(SET, encoding="utf-8")
    assert main(["--lang", language, "criteria-sheet", str(own), "-o", str(sheet)]) == 0
    assert main(["--lang", language, "criteria-sheet", str(sheet), "-o", str(back)]) == 0
    assert cchc_index.load_criteria(own).sha256 == cchc_index.load_criteria(back).sha256


def test_two_rows_for_one_block_are_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The second would take the first one's place."""
    own, sheet, back = tmp_path / "a.yaml", tmp_path / "bang.xlsx", tmp_path / "bo.yaml"
    own.write_text(SET, encoding="utf-8")
    assert main(["--lang", "en", "criteria-sheet", str(own), "-o", str(sheet)]) == 0
    book = openpyxl.load_workbook(sheet)
    cells = [cell for page in book.worksheets for row in page.iter_rows() for cell in row]
    (penalty,) = (cell for cell in cells if cell.value == "penalty")
    penalty.value = "bonus"
    book.save(sheet)
    assert main(["--lang", "en", "criteria-sheet", str(sheet), "-o", str(back)]) == 1
    assert "a second time" in capsys.readouterr().err
    assert not back.exists()
