"""The register of initiatives, against counts by hand."""

from __future__ import annotations

import random
import tempfile
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_index.evidence.initiatives.register import Initiatives
from tests.evidence.tables import built, rows_of, table, told

LEVELS = ("submitted", "eligible", "recognised", "awarded")
WORDS = {"submitted": "Đã nộp", "eligible": "hợp lệ", "recognised": "Được công nhận", "awarded": "đạt giải"}


@settings(max_examples=60)
@given(st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from(LEVELS), st.booleans()), min_size=1), st.randoms())
def test_each_count_is_among_the_one_before(drawn: list[tuple[str, str, bool]], chance: random.Random) -> None:
    """An initiative counts for how far it came, and for everything before."""
    rows = [
        [number, unit, WORDS[level] if vietnamese else level] for number, (unit, level, vietnamese) in enumerate(drawn)
    ]
    chance.shuffle(rows)
    with tempfile.TemporaryDirectory() as folder:
        found = built(Initiatives(), table(Path(folder), rows_of("id,unit,status", rows)))
    for unit in {unit for unit, _, _ in drawn}:
        furthest = Counter(LEVELS.index(level) for own, level, _ in drawn if own == unit)
        wanted = {name: sum(times for at, times in furthest.items() if at >= LEVELS.index(name)) for name in LEVELS}
        assert found.of(unit) == wanted


def test_prizes_are_given_within_their_limits(tmp_path: Path) -> None:
    """More are told at the first that is too many, and nothing allows them."""
    text = "id,unit,status,prize\nS1,a,awarded,Nhất\nS2,b,awarded,nhất\nS3,a,awarded,Nhì\nS4,b,recognised,\n"
    file = table(tmp_path, text)
    assert built(Initiatives(prizes={"Nhất": 2, "Nhì": 1}), file).of("a")["awarded"] == 2
    found = told(Initiatives(prizes={"Nhất": 1, "Nhì": 1}), file)
    assert found["evidence.over_limit"].startswith(
        "d.csv, row 3 (b), column prize: the prize 'Nhất' is given 2 times, of which there are 1."
    )
    assert (
        "over_limit" in told(Initiatives(prizes={"Nhất": 1, "Nhì": 1}, allow=("over_limit",)), file)["evidence.allow"]
    )


@pytest.mark.parametrize(
    ("row", "key"),
    [
        ("S1,a,awarded,Ba,", "unknown_prize"),
        ("S1,a,awarded,,", "no_prize"),
        ("S1,a,recognised,Nhất,", "prize_unawarded"),
        ("S1,a,won,,", "unknown_status"),
        ("S1,a,,,", "unknown_status"),
        ("S1,a,eligible,,2021-13-01", "no_such_day"),
        ("S1,a,eligible,,năm ngoái", "date_form"),
        ("S1,a,eligible,,", "no_date"),
        ("S1,a,eligible,,2020-12-31", ""),
    ],
)
def test_each_fault_is_told_and_can_be_left_out(tmp_path: Path, row: str, key: str) -> None:
    """Alone, by the word that allows it; another period's rows are left out and listed."""
    file = table(tmp_path, f"id,unit,status,prize,date\n{row}\nS2,a,awarded,Nhất,2021-01-01\n")
    builder = Initiatives(period="2021", prizes={"Nhất": 1})
    if key:
        assert set(told(builder, file)) == {f"evidence.{key}"}
    allow = (key,) if key else ()
    found = built(Initiatives(period="2021", prizes={"Nhất": 1}, allow=allow), file)
    assert (found.rows, found.of("a")["awarded"]) == ((1,), 1)
    assert [each.kind for each in found.left_out] == [key or "outside_period"]
