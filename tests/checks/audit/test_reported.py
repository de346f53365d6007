"""Reported values are exact, unless their file says that they were printed."""

from __future__ import annotations

from pathlib import Path

import pytest

import cchc_index
from tests.checks.audit.small_cycle import CYCLE, PRINTED, SET, report, told
from tests.cycles.two_years import AFTER, bonus, later

STEPS = "max_points: 50, rule: {steps: {on: rate, steps: [{from: FROM, points: 50}]}}"
CONVERT = "max_points: 50, rule: {convert: {scale: 50}}"
RELATIVE = SET.replace("max_points: 50, rule: {convert: {scale: 50}}", "max_points: 50, rule: relative_to_best")


@pytest.mark.parametrize(
    ("mode", "least", "most"),
    [("half_up", "85.35", "85.65"), ("half_even", "85.35", "85.65"), ("truncate", "85.50", "85.77")],
)
def test_printed_values_are_all_that_is_printed_so(mode: str, least: str, most: str, tmp_path: Path) -> None:
    """Three values with one decimal each: from three halves of it below to nearly as much above."""
    text = SET.replace("index: 2}", f"index: 2, mode: {mode}}}")
    for total in (least, most):
        assert told(report(tmp_path, f"unit,points\nu,{total}\n", criteria=text, cycle=PRINTED)) == []
    for total, by in ((least, "-0.01"), (most, "0.03")):
        wrong = f"{float(total) + float(by):.2f}"
        assert len(told(report(tmp_path, f"unit,points\nu,{wrong}\n", criteria=text, cycle=PRINTED))) == 1


def test_only_the_file_that_says_so_is_printed(tmp_path: Path) -> None:
    """Two files of one entry, of which one was printed; no printed value was more than its maximum."""
    cycle = CYCLE.replace("[v.csv]", "[v.csv, {path: p.csv, printed: yes}]")
    values, printed = "unit,1.1,1.2,2\nu,25.5,15.0,45.0\n", "unit,1.1,1.2,2\nv,20.0,20.0,40.2\n"
    found = report(tmp_path, "unit,points\nu,85.55\nv,80.25\n", values=values, cycle=cycle, p=printed)

    assert told(found) == [("u", "points", "85.55", "85.50")]
    assert [(each.unit, each.low, each.high) for each in found.within_rounding] == [
        ("v", "80.05", "80.30")
    ]  # no more than 20 of 20


def test_a_relative_rule_moves_the_others_too(tmp_path: Path) -> None:
    """Against a best value that may have been more or less."""
    values = "unit,1.1,1.2,2\nu,25.50,15.00,10.0\nv,20.00,20.00,4.0\n"
    for points, findings in (("19.66", 0), ("20.34", 0), ("19.60", 1), ("20.40", 1)):
        table = f"unit,2\nv,{points}\n"
        assert len(told(report(tmp_path, table, values=values, criteria=RELATIVE, cycle=PRINTED))) == findings


def test_counts_do_not_move(tmp_path: Path) -> None:
    """A whole number of cases is what it is."""
    text = SET.replace(CONVERT, STEPS.replace("FROM", "90"))
    values = "unit,1.1,1.2,2.done,2.planned\nu,25.5,15.0,89,100\n"

    assert told(report(tmp_path, "unit,2\nu,50\n", values=values, criteria=text, cycle=PRINTED)) == [
        ("u", "2.points", "50", "0.00")
    ]


def test_an_end_that_is_not_reached_earns_nothing(tmp_path: Path) -> None:
    """89.5 printed with one decimal was less than 89.55, the threshold."""
    text = SET.replace(CONVERT, STEPS.replace("FROM", "89.55"))
    values = "unit,1.1,1.2,2\nu,25.5,15.0,89.5\n"

    assert told(report(tmp_path, "unit,2\nu,50\n", values=values, criteria=text, cycle=PRINTED)) == [
        ("u", "2.points", "50", "0.00")
    ]


@pytest.mark.parametrize(("points", "findings"), [("0", 0), ("1", 0), ("2", 0), ("3", 1)])
def test_what_follows_a_figure_that_is_not_known(points: str, findings: int, tmp_path: Path) -> None:
    """50 per cent of last year, and as many of values that may have been more; no more than its maximum."""
    folder = later(tmp_path, bonus(), table=AFTER.replace("b,B,s,2,50,5.5", "b,B,s,2,50,5"))
    said = (folder / "cycle.yaml").read_text(encoding="utf-8")
    (folder / "cycle.yaml").write_text(said.replace("bang.csv", "{path: bang.csv, printed: yes}"), encoding="utf-8")
    (folder / "published.csv").write_text(f"unit,T1\nb,{points}\n", encoding="utf-8")

    assert len(cchc_index.audit(cchc_index.open_cycle(folder)).findings) == findings


PEAK = "{from: 4.51, below: 4.53, points: 50}, {from: 4.53, points: 10}, {below: 4.51, points: 10}"


@pytest.mark.parametrize(("value", "findings"), [("4.5", 0), ("4.6", 1)])
def test_a_peak_between_the_ends_is_seen(value: str, findings: int, tmp_path: Path) -> None:
    """What was printed 4.5 can have been 4.52, although neither 4.45 nor 4.55 earns so much."""
    text = SET.replace(CONVERT, f"max_points: 50, rule: {{steps: {{on: number, peak: yes, steps: [{PEAK}]}}}}")
    values = f"unit,1.1,1.2,2\nu,25.5,15.0,{value}\n"

    assert len(told(report(tmp_path, "unit,2\nu,50\n", values=values, criteria=text, cycle=PRINTED))) == findings
    assert told(report(tmp_path, "unit,2\nu,10\n", values=values, criteria=text, cycle=PRINTED)) == []


@pytest.mark.parametrize(("previous", "findings"), [("0.0", 0), ("0.1", 1)])
@pytest.mark.parametrize("answer", ["zero", "not_applicable"])
def test_just_above_nothing_is_not_nothing(answer: str, previous: str, findings: int, tmp_path: Path) -> None:
    """0.04 is 100 per cent more than 0.02, which prints as 0.0, and no more than 0.05 in any case."""
    rule = f"improvement: {{change: per_cent, no_previous: {answer}, steps: [{{from: 50, points: 50}}]}}"
    text = SET.replace(CONVERT, f"max_points: 50, rule: {{{rule}}}")
    values = f"unit,1.1,1.2,2.now,2.previous\nu,25.5,15.0,0.04,{previous}\n"

    assert len(told(report(tmp_path, "unit,2\nu,50\n", values=values, criteria=text, cycle=PRINTED))) == findings
