"""Explanations name what decided, and add up."""

from __future__ import annotations

import json
from decimal import Decimal

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
