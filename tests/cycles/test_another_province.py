"""Another province's sets: 30 leaves each, two groups, scored through the command without touching code."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest

import cchc_index
from cchc_index.cli import main
from tests.conftest import ROOT
from tests.differential.oracle import Oracle

FOLDER = ROOT / "tests" / "data" / "tinh-mau-2022"


@pytest.fixture
def made(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    """What the command says of the cycle."""
    assert main(["check", str(FOLDER)]) == 0
    assert main(["score", str(FOLDER), "--format", "json"]) == 0
    told: dict[str, Any] = json.loads(capsys.readouterr().out)
    return told


def test_the_sets_are_as_large_as_real_ones() -> None:
    """30 leaves each, with built-in rules alone."""
    for name in ("so-nganh", "huyen"):
        criteria = cchc_index.load_criteria(FOLDER / f"{name}.yaml", registry=cchc_index.Registry.builtin())
        assert len(criteria.leaves) == 30
        assert criteria.plugins == ()


def test_groups_areas_and_unranked_units(made: dict[str, Any]) -> None:
    """Each group has its set; an area leaves both sums; an unranked unit has everything but a rank."""
    departments, districts = ({unit["unit"]: unit for unit in each["units"]} for each in made["results"])

    assert (len(departments), len(districts)) == (9, 7)
    assert departments["so-03"]["nodes"]["2"] == {
        **dict.fromkeys(("points", "max_points", "index", "rank")),
        "status": "not_applicable",
    }
    assert departments["so-03"]["max_points"] == "73.00"
    assert (departments["so-09"]["rank"], departments["so-09"]["band"]) == (None, "Tốt")
    assert sorted(unit["rank"] for unit in departments.values() if unit["rank"]) == [1, 2, 3, 4, 5, 6, 7, 8]
    assert (districts["huyen-06"]["complete"], districts["huyen-06"]["index"]) == (False, None)
    assert districts["huyen-06"]["nodes"]["II.3"]["status"] == "missing"


def test_scaled_parents_keep_their_weight(made: dict[str, Any]) -> None:
    """`redistribute` keeps 14 points where a part does not apply; `parts_points` scales 15 to 10."""
    departments = {unit["unit"]: unit for unit in made["results"][0]["units"]}
    nodes = departments["so-04"]["nodes"]

    assert nodes["3.1"]["status"] == "not_applicable"
    assert nodes["3"]["max_points"] == "14.00"
    parts = sum((Decimal(nodes[code]["points"]) for code in ("3.2", "3.3", "3.4")), Decimal(0))
    assert Decimal(nodes["3"]["points"]) == (parts * 14 / 9).quantize(Decimal("0.01"), "ROUND_HALF_UP")
    parts = sum((Decimal(nodes[code]["points"]) for code in ("5.1", "5.2", "5.3")), Decimal(0))
    assert Decimal(nodes["5"]["points"]) == (parts * 10 / 15).quantize(Decimal("0.01"), "ROUND_HALF_UP")


@pytest.mark.parametrize(("name", "group", "decimal"), [("so-nganh", "sở", "."), ("huyen", "huyện", ",")])
def test_the_independent_scorer_agrees(made: dict[str, Any], name: str, group: str, decimal: str) -> None:
    """Every figure of a realistic set, read by a plain YAML reader and scored in fractions."""
    import csv

    import yaml

    criteria = yaml.load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506  # texts only
    _spell_out(criteria["criteria"])
    for band in criteria["classify"]["thresholds"]["bands"]:
        band["label"] = band["label"]["vi"] if isinstance(band["label"], dict) else band["label"]
    with (FOLDER / "units.csv").open(encoding="utf-8", newline="") as file:
        register = [row for row in csv.DictReader(file) if row["group"] == group]
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        table = csv.DictReader(file, delimiter=";" if decimal == "," else ",")
        rows = [{header: cell.replace(decimal, ".") for header, cell in row.items()} for row in table]
    expected = Oracle(criteria, rows, register, "appraised").score()

    for unit in made["results"][0 if name == "so-nganh" else 1]["units"]:
        assert {key: unit[key] for key in expected[unit["unit"]]} == expected[unit["unit"]]


def _spell_out(nodes: list[dict[str, Any]]) -> None:
    """A rule written by its name alone has no parameters."""
    for node in nodes:
        _spell_out(node.get("criteria", []))
        if isinstance(node.get("rule"), str):
            node["rule"] = {node["rule"]: {}}
