"""A contest against a second calculation, and everything that judges may not do."""

from __future__ import annotations

import random
import tempfile
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cchc_index
from cchc_index.evidence.initiatives import Contest, ContestResult, Prize, judge_contest
from tests.evidence.tables import rows_of, table

MARKS = "initiative,judge,judge_unit,points"
REGISTER = "id,unit,status\nS1,a,eligible\nS2,b,eligible\nS3,c,submitted\n"
SOUND = ["S1,J1,x,8", "S1,J2,x,9", "S2,J1,x,7", "S2,J2,x,5"]


def _judged(
    folder: Path, contest: Contest, marks: Sequence[str], register: str = REGISTER, allow: Sequence[str] = ()
) -> ContestResult:
    files = [table(folder, register, "i.csv")], [table(folder, "\n".join([MARKS, *marks]), "m.csv")]
    return judge_contest(contest, *files, units=("a", "b", "c"), allow=allow)


def _told(folder: Path, contest: Contest, marks: Sequence[str], register: str = REGISTER) -> dict[str, str]:
    with pytest.raises(cchc_index.AssessmentError) as told:
        _judged(folder, contest, marks, register)
    assert all(each.text("vi") != each.text("en") for each in told.value.problems)
    return {each.key: each.text("en") for each in told.value.problems}


@settings(max_examples=60)
@given(
    st.integers(3, 6).flatmap(
        lambda judges: st.lists(
            st.lists(st.integers(0, 1000), min_size=judges, max_size=judges), min_size=1, max_size=6
        )
    ),
    st.integers(0, 1),
    st.randoms(),
)
def test_places_are_those_of_the_exact_mean(points: list[list[int]], drop: int, chance: random.Random) -> None:
    """Of hundredths, after the extremes are dropped; in whatever order the rows come."""
    register = [[f"S{number}", "a", "eligible"] for number in range(len(points))]
    marks = [
        [f"S{number}", f"J{judge}", "x", f"{each / 100:.2f}"]
        for number, given_ in enumerate(points)
        for judge, each in enumerate(given_)
    ]
    chance.shuffle(register)
    chance.shuffle(marks)
    with tempfile.TemporaryDirectory() as folder:
        files = (
            [table(Path(folder), rows_of("id,unit,status", register), "i.csv")],
            [table(Path(folder), rows_of(MARKS, marks), "m.csv")],
        )
        found = judge_contest(Contest(Decimal(10), drop=drop, ties="shared"), *files)
    means = []
    for given_ in points:
        left = sorted(given_)[drop : len(given_) - drop]
        means.append(Fraction(sum(left), 100 * len(left)))
    for number, mean in enumerate(means):
        own = found[f"S{number}"]
        assert own.score == mean
        assert own.place == 1 + sum(other > mean for other in means)
        assert sorted(100 * mark.points for mark in own.marks) == sorted(points[number])
        counted = [100 * mark.points for mark in own.marks if not mark.left_out]
        assert sorted(counted) == sorted(points[number])[drop : len(points[number]) - drop]
    assert [each.place for each in found] == sorted(each.place for each in found)


def test_every_judges_points_are_kept_and_shown(tmp_path: Path) -> None:
    """Those that were dropped as well, with why."""
    marks = ["S1,J1,x,8", "S1,J2,x,9.5", "S1,J3,x,7", "S2,J1,x,6", "S2,J2,x,6", "S2,J3,x,6"]
    found = _judged(tmp_path, Contest(Decimal(10), drop=1, prizes=(Prize("Nhất", 1),)), marks)
    assert found.text("vi") == (
        "1. S1 (a): 8, giải Nhất\n"
        "   J1 8; J2 9,5 (không tính: cao nhất); J3 7 (không tính: thấp nhất)\n"
        "2. S2 (b): 6\n"
        "   J1 6 (không tính: thấp nhất); J2 6; J3 6 (không tính: cao nhất)"
    )
    said = found.to_dict()
    assert said["judged"][0]["mean"] == "8"  # type: ignore[index]
    assert [each["rows"] for each in said["files"]] == [3, 6]  # type: ignore[attr-defined]
    assert found.prizes == {"Nhất": 1}


@pytest.mark.parametrize(
    ("row", "key"),
    [
        ("S1,J3,a,8", "own_unit"),
        ("S9,J1,x,8", "unknown_initiative"),
        ("S3,J1,x,8", "unknown_initiative"),
        ("S1,J1,x,8", "marked_twice"),
        ("S1,J3,x,10.01", "off_scale"),
        ("S1,J3,x,-1", "off_scale"),
        ("S1,J3,x,tốt", "no_points"),
        ("S1,J3,x,", "no_points"),
        ("S1,,x,8", "no_judge"),
        ("S1,J3,,8", "no_judge_unit"),
        ("S1,J2,y,8", "judge_units"),
        ("S1,J3,x,8", "unmarked"),
    ],
)
def test_what_judges_may_not_do_is_told(tmp_path: Path, row: str, key: str) -> None:
    """With its place; nothing is computed."""
    assert f"evidence.{key}" in _told(tmp_path, Contest(Decimal(10)), [*SOUND, row])


def test_points_for_the_own_unit_are_left_out_where_that_is_allowed(tmp_path: Path) -> None:
    """And shown, and listed; a judge need not score the own unit."""
    marks = [*SOUND, "S1,J3,a,10", "S2,J3,a,9"]
    found = _judged(tmp_path, Contest(Decimal(10)), marks, allow=("own_unit",))
    assert found["S1"].score == Fraction(17, 2)
    assert found["S1"].marks[2].left_out == "own_unit"
    assert "own_unit, 1" in found.text("en")
    assert _judged(tmp_path, Contest(Decimal(10)), [*SOUND, "S2,J3,a,9"])["S2"].score == 7


def test_equal_ones_are_refused_unless_something_declared_tells_them_apart(tmp_path: Path) -> None:
    """A tie-break by name, or a shared place."""
    marks = ["S1,J1,x,8", "S1,J2,x,6", "S2,J1,x,7", "S2,J2,x,7"]
    assert "S1 = S2" in _told(tmp_path, Contest(Decimal(10)), marks)["evidence.tied"]
    for first, by in (("S1", "highest"), ("S2", "lowest")):
        found = _judged(tmp_path, Contest(Decimal(10), tie_breaks=("mean_of_all", by)), marks)  # type: ignore[arg-type]
        assert next(iter(found)).initiative == first
        assert {each.told_apart_by for each in found} == {by}
        assert "told apart by the" in found.text("en")
    shared = _judged(tmp_path, Contest(Decimal(10), ties="shared"), marks)
    assert [each.place for each in shared] == [1, 1]
    assert {each.told_apart_by for each in shared} == {""}


def test_equal_ones_at_a_limit_are_refused_unless_declared(tmp_path: Path) -> None:
    """Then all of them get the class below."""
    marks = ["S1,J1,x,8", "S2,J1,x,8"]
    prizes = (Prize("I", 1), Prize("II", 2))
    assert "evidence.tie_at_limit" in _told(tmp_path, Contest(Decimal(10), ties="shared", prizes=prizes), marks)
    below = Contest(Decimal(10), ties="shared", prizes=prizes, at_limit="below")
    assert _judged(tmp_path, below, marks).prizes == {"II": 2}


def test_headers_in_vietnamese(tmp_path: Path) -> None:
    """As a secretary of the contest keeps them."""
    text = "STT,Mã sáng kiến,Giám khảo,Đơn vị của giám khảo,Điểm,Ghi chú\n1,S1,J1,x,8,\n2,S2,J1,x,7,vắng\n"
    register = "STT,Mã sáng kiến,Tên sáng kiến,Mã đơn vị,Trạng thái\n1,S1,Một,a,Đủ điều kiện\n2,S2,Hai,b,Hợp lệ\n"
    files = [table(tmp_path, register, "i.csv")], [table(tmp_path, text, "m.csv")]
    assert [each.initiative for each in judge_contest(Contest(Decimal(10)), *files)] == ["S1", "S2"]


def test_too_few_judges_are_told(tmp_path: Path) -> None:
    """When nothing is left after the extremes are dropped."""
    assert "evidence.few_marks" in _told(tmp_path, Contest(Decimal(10), drop=1), SOUND)


@pytest.mark.parametrize(
    "terms",
    [
        {"highest": Decimal(0)},
        {"highest": Decimal(10), "drop": -1},
        {"highest": Decimal(10), "prizes": (Prize("I", -1),)},
        {"highest": Decimal(10), "tie_breaks": ("age",)},
    ],
)
def test_terms_that_cannot_be_are_refused(terms: dict[str, object]) -> None:
    """Before anything is read."""
    with pytest.raises(ValueError, match=r"highest|tie_breaks"):
        Contest(**terms)  # type: ignore[arg-type]
