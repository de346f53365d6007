"""Explanations name what decided, and add up."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import cchc_index
from cchc_index.criteria.criteria_set import parse_criteria
from tests.command import run
from tests.scoring.two_leaves import TIED, result_of


def test_the_explanation_names_what_broke_the_tie() -> None:
    """A director asks why he stands behind somebody with the same figure."""
    result = result_of("rank: {then: ['2']}\n", TIED)

    assert (
        result["a"].explain().rank
        == "rank 3 of 5 units (all), shared by 2 units; level with c, told apart by 2: 30.000 to 40.000"
    )


def test_an_explanation_can_be_added_up_again() -> None:
    """The points printed for the parts give the points printed for the whole, all the way up."""
    told = json.loads(run("--lang", "en", "explain", "cao-bang-2021", "don-vi-05", "--format", "json").stdout)
    nodes = {node["code"]: node for node in told["nodes"]}
    for code, node in nodes.items():
        parts = [nodes[other] for other in nodes if other.rpartition(".")[0] == code]
        if parts:
            assert Decimal(node["points"]) == sum(Decimal(part["points"]) for part in parts)
            assert node["reason"].endswith(f"= {node['points']}")

    assert told["reasons"]["band"] == "index 84.99 is at least 70; 0.01 short of Good (from 85)"
    assert told["criteria"]["status"] == "illustrative"


def test_what_was_lost_is_listed_most_first() -> None:
    """Each criterion with its loss; what a penalty took is lost, and a bonus that was not got is not."""
    criteria = parse_criteria(
        "id: l\nedition: 1\ntitle: L\nsource: {status: illustrative}\nrounding: {points: 2, index: 2}\ncriteria:\n"
        "  - {code: '1', title: A, max_points: 10, rule: points}\n"
        "  - {code: '2', title: B, max_points: 5, rule: points}\n"
        "  - {code: '3', title: C, max_points: 5, rule: points}\n"
        "extras:\n  bonus: {max_points: 2, criteria: [{code: B, title: D, max_points: 2, rule: points}]}\n"
        "  penalty: {max_points: 2, criteria: [{code: P, title: E, max_points: 2, rule: points}]}\n",
        registry=cchc_index.Registry.builtin(),
    )
    row = {"unit": "a", "1": "9.5", "2": "5", "3": "2", "B": "0", "P": "1"}
    told = cchc_index.score(criteria, cchc_index.read_assessment([row], criteria))["a"].explain("en")

    assert [(node.code, str(node.lost)) for node in told.losses] == [("3", "3.00"), ("P", "1.00"), ("1", "0.50")]
    assert [each["code"] for each in told.losses.to_dict()["nodes"]] == ["3", "P", "1"]


def test_the_command_lists_losses_and_knows_units_by_name() -> None:
    """By the name where one unit alone has it; the sum of what is listed is what lacks."""
    by_name = run("--lang", "en", "explain", "cao-bang-2021", "đơn vị 05", "--lost")
    told = run("--lang", "en", "explain", "cao-bang-2021", "don-vi-05", "--lost").stdout.decode()
    nodes = json.loads(run("explain", "cao-bang-2021", "don-vi-05", "--lost", "--format", "json").stdout)["nodes"]

    assert by_name.stdout.decode() == told
    lost = [Decimal(node["lost"]) for node in nodes]
    assert lost == sorted(lost, reverse=True)
    assert f"{sum(lost)} points lost, at {len(lost)} criteria:" in told


def test_a_name_that_several_units_have_is_told(tmp_path: Path) -> None:
    """With their identifiers."""
    areas = ",".join(map(str, range(1, 9)))
    (tmp_path / "a.csv").write_text(
        f"unit,name,{areas}\na,Sở,1,1,1,1,1,1,1,1\nb,sở,1,1,1,1,1,1,1,1\n", encoding="utf-8"
    )
    done = run("--lang", "en", "explain", "a.csv", "SỞ", "--criteria", "moha-provinces-2017", folder=tmp_path)

    assert done.returncode == 1
    assert "several units are called 'SỞ'.\n  Write the identifier: a, b." in done.stderr.decode()
