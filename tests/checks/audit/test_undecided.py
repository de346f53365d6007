"""Where printed values leave open whether a requirement holds, nobody knows what is missing, and who is ranked."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.checks.audit.small_cycle import PRINTED, SET, report, told

LATER = SET.replace("title: Three,", 'title: Three, requires: {"1.1": {at_least: 10}},').replace(
    "classify:", "missing: incomplete\nclassify:"
)
#: of u nothing is reported for area 2, of which nothing is asked where less than 10 was got in 1.1
VALUES = "unit,1.1,1.2,2\nu,10.0,20.0,\nv,20.0,10.0,20.0\nw,20.0,10.0,10.0\n"
WITH = "unit,points,index,rank,band\nu,29.95,29.95,3,Weak\nv,50,50,1,Weak\nw,40,40,2,Weak\n"
WITHOUT = "unit,points,index,rank,band\nu,30.01,,,\nv,50,50,1,Weak\nw,40,40,2,Weak\n"


def _audit(folder: Path, table: str, values: str = VALUES, criteria: str = LATER) -> list[tuple[str, str]]:
    found = report(folder, table, values=values, criteria=criteria, cycle=PRINTED)
    return [(unit, what) for unit, what, *_ in told(found)]


@pytest.mark.parametrize(
    ("value", "points", "ranked", "unranked"),
    [
        ("10.0", "29.95", [], []),  # perhaps 9.96, of which nothing more is asked
        ("9.9", "29.90", [], [("u", "points")]),
        ("10.1", "30.10", [("u", "index"), ("u", "rank"), ("u", "band")], []),
    ],
)
def test_a_unit_of_which_perhaps_nothing_is_missing(
    value: str, points: str, ranked: list[tuple[str, str]], unranked: list[tuple[str, str]], tmp_path: Path
) -> None:
    """It has an index, a rank and a class or not; where the requirement surely holds it has none of them."""
    values = VALUES.replace("u,10.0", f"u,{value}")

    assert _audit(tmp_path, WITH.replace("29.95", points), values) == ranked
    assert _audit(tmp_path, WITHOUT, values) == unranked


def test_units_below_one_that_may_be_ranked_may_move_down(tmp_path: Path) -> None:
    """Where u is ranked it is first."""
    values = VALUES.replace("v,20.0,10.0,20.0", "v,2.0,10.0,10.0").replace("w,20.0,10.0,10.0", "w,1.0,10.0,10.0")
    table = "unit,rank\nu,{}\nv,{}\nw,{}\n"

    assert _audit(tmp_path, table.format(1, 2, 3), values) == []
    assert _audit(tmp_path, table.format("", 1, 2), values) == []
    assert _audit(tmp_path, table.format("", 2, 1), values) != []
    assert _audit(tmp_path, table.format(2, 1, 3), values) != []


@pytest.mark.parametrize("u", ["20.0,20.0,", "10.0,20.0,", "9.0,20.0,"])
def test_what_is_known_is_not_left_open(u: str, tmp_path: Path) -> None:
    """Of values that were not printed rounded one thing only is right."""
    values = VALUES.replace("u,10.0,20.0,", f"u,{u}")
    exact = PRINTED.replace(", printed: yes", "")
    found = {}
    for name, table in (("with", "unit,rank\nu,3\nv,1\nw,2\n"), ("without", "unit,rank\nu,\nv,1\nw,2\n")):
        (folder := tmp_path / name).mkdir()
        found[name] = told(report(folder, table, values=values, criteria=LATER, cycle=exact))
    assert found["without"] == []
    assert bool(found["with"]) == (not u.startswith("9"))


WEIGHED = """
id: a
edition: 1
title: A
source: {status: illustrative}
rounding: {points: 2, index: 2}
missing: incomplete
criteria:
  - {code: "1", title: First, max_points: 30, rule: {convert: {scale: 30}}}
  - code: "2"
    title: Weighed
    max_points: 50
    COMBINE
    criteria:
      - {code: "2.1", title: One, max_points: 30, rule: {convert: {scale: 30}}}
      - {code: "2.2", title: Two, max_points: 20, rule: {convert: {scale: 20}}, requires: {"1": {at_least: 10}}}
    extras:
      bonus:
        max_points: 5
        criteria:
          - {code: "2.T", title: Extra, max_points: 5, rule: points}
"""


@pytest.mark.parametrize("combine", ["combine: {best: 1}", "combine: minimum", ""])
def test_a_node_with_extra_points_may_have_them(combine: str, tmp_path: Path) -> None:
    """Where 2.2 is not asked for, it has the points of 2.1 and its bonus; a weighed one is missing where 2.2 is."""
    text = WEIGHED.replace("    COMBINE\n", f"    {combine}\n" if combine else "")
    values = "unit,1,2.1,2.2,2.T\nu,10.0,15.00,,2\n"
    points = {"combine: {best: 1}": "27.00", "combine: minimum": "2.00", "": "17.00"}[combine]

    assert _audit(tmp_path, f"unit,2\nu,{points}\n", values, text) == []
    assert _audit(tmp_path, "unit,2\nu,51\n", values, text) != []
    surely = values.replace("u,10.0", "u,10.1")  # 2.2 is missing, and with it what is weighed
    assert (_audit(tmp_path, f"unit,2\nu,{points}\n", surely, text) == []) == (combine == "")
