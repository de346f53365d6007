"""The library against the oracle: 800 random sets with 25 units each, 4,000 in `make differential`; tolerance 0."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

import cchc_index
from cchc_index.criteria.criteria_set import parse_criteria
from cchc_index.registry.builtin import cchc_register_aggregations, cchc_register_rules
from tests.differential.oracle import Oracle, touched
from tests.differential.trees import UNITS, Tree

pytestmark = pytest.mark.slow

CHUNK = int(os.environ.get("CCHC_DIFFERENTIAL_CHUNK", "20"))
CHUNKS = int(os.environ.get("CCHC_DIFFERENTIAL_CHUNKS", "40"))
COMPARED = ("points", "max_points", "index", "rank", "band", "complete", "nodes")

_COVERED = (
    *(f"rule {name}" for name in cchc_register_rules() if name != "unscored"),
    *("choice not applicable", "between, beyond", "between, at_worst", "between, log"),
    *("between, less is better", "log tie"),
    *(f"combine {name}" for name in cchc_register_aggregations()),
    *(f"requires, {outcome}" for outcome in ("met", "zero", "not applicable", "missing")),
    *("parts by steps", "parts by proportion", "parts by between", "weighing, missing", "root tie"),
    *(f"choose {kind}" for kind in "xyz"),
    *("per_case capped", "deduct to the floor", "nobody", "range unknown", "beyond the range", "best is 0", "no range"),
    *("deduct by kinds",),
    *("bonus capped", "penalty capped", "below nothing", "above the maximum"),
    *("node below nothing", "node above its maximum"),
    *("best of several", "factor", "floor of steps"),
    *(f"mode {mode}" for mode in ("half_up", "half_even", "truncate")),
    *(f"tie {mode}" for mode in ("half_up", "half_even", "truncate")),
    *(f"status {status}" for status in ("scored", "given", "not_applicable", "missing", "unscored")),
    *(f"step {key}" for key in ("from", "above", "to", "below")),
    *(f"steps on {on}" for on in ("rate", "number", "days")),
    *(f"none_arose {answer}" for answer in ("full", "zero", "not_applicable")),
    *(f"rank by {by} {compare}" for by in ("index", "points") for compare in ("published", "exact")),
    *(f"bands on {on} {compare}" for on in ("index", "points") for compare in ("published", "exact")),
    *(f"need of {kind}{hit}" for kind in ("points", "per_cent published", "per_cent exact") for hit in ("", ", hit")),
    "need of each area", "need counted", "need counted, just met", "need of what does not apply", "need lacking",
    "band above", "band above, hit",
    "threshold hit", "outside all steps", "cut-off hit", "floor hit", "full_at hit", "quotient", "capped", "claim",
    "given", "free points", "convert from", "redistribute", "parts_points", "not applicable when",
    "none arose, not applicable", "left out at self", "nothing applicable", "unranked", "shared rank", "tie broken",
    "tie-break without points", "small rates", "component ranked",
)  # fmt: skip


def compare(seed: int) -> None:
    """Score one tree both ways and compare every figure of every unit."""
    tree = Tree(seed)
    expected = Oracle(tree.criteria, tree.rows, tree.register, tree.stage).score()
    registry = cchc_index.Registry.builtin()
    try:
        criteria = parse_criteria(tree.text, registry=registry, name=f"tree-{seed}.yaml")
        assessment = cchc_index.read_assessment(tree.rows, criteria, tree.register, stage=tree.stage)
    except cchc_index.CchcError as error:
        pytest.fail(f"seed {seed} was refused: {error}\n{tree.text}")
    result = cchc_index.score(criteria, assessment).to_dict()
    for unit in result["units"]:
        got = {key: unit[key] for key in COMPARED}
        want = expected[unit["unit"]]
        if got != want:
            differing = {key: (want[key], got[key]) for key in COMPARED if want[key] != got[key] and key != "nodes"}
            nodes = {
                code: (want["nodes"][code], got["nodes"][code])
                for code in want["nodes"]
                if want["nodes"][code] != got["nodes"][code]
            }
            row = next(row for row in tree.rows if row["unit"] == unit["unit"])
            told = json.dumps(
                {"unit": unit["unit"], "expected, got": differing, "nodes": nodes, "row": row},
                ensure_ascii=False,
                indent=1,
            )
            pytest.fail(f"seed {seed}\n{told}\n{tree.text}")
    bands: dict[str, dict[str, int]] = {}
    for unit in tree.register:
        counts = bands.setdefault(unit["group"], {})
        if band := expected[unit["unit"]]["band"]:
            counts[band] = counts.get(band, 0) + 1
    assert bands == result["bands"], seed


@pytest.mark.parametrize("first", [chunk * CHUNK for chunk in range(CHUNKS)])
def test_every_figure_equals_the_oracles(first: int) -> None:
    """Points, maxima, statuses, index, rank, band and class counts agree in every unit and node."""
    assert UNITS == 25

    for seed in range(first, first + CHUNK):
        compare(seed)


def test_the_random_cases_cover_the_rules() -> None:
    """The generator reaches every rule, option, status and knife-edge often, so that agreement means something."""
    touched.clear()
    for seed in range(350):
        tree = Tree(seed)
        Oracle(tree.criteria, tree.rows, tree.register, tree.stage).score()

    rare = {name: touched[name] for name in _COVERED if touched[name] < 8}

    assert rare == {}


def test_the_sets_survive_a_file(tmp_path: Path) -> None:
    """A generated set read from a file is the same set, to the fingerprint."""
    tree = Tree(7)
    path = tmp_path / "tree.yaml"
    path.write_text(tree.text, encoding="utf-8")
    registry = cchc_index.Registry.builtin()

    from_file = cchc_index.load_criteria(path, registry=registry)

    assert parse_criteria(tree.text, registry=registry).sha256 == from_file.sha256
