"""A result file is held against its digest, its own sums, and the cycle scored anew."""

from __future__ import annotations

import copy
import hashlib
import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import cchc_index
from cchc_index.checks.verifying import verify
from cchc_index.criteria.criteria_set import CriteriaSet
from cchc_index.cycles.cycle_result import CycleResult
from cchc_index.cycles.result_file import read_written
from cchc_index.reading.shipped import shipped_folder
from tests.differential.trees import Tree

DOCUMENT = cchc_index.open_cycle("cao-bang-2021").score().to_dict()


def _written(folder: Path, document: object) -> Path:
    path = folder / "r.json"
    path.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
    return path


def _forged(document: dict[str, Any]) -> dict[str, Any]:
    """With a digest that fits whatever stands in it."""
    text = json.dumps(document["results"], ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    document["provenance"]["digest"] = hashlib.sha256(text.encode()).hexdigest()
    return document


@pytest.mark.parametrize("name", ["lai-chau-2021", "pci-2021", "cao-bang-2021"])
def test_what_was_scored_is_verified(name: str, tmp_path: Path) -> None:
    """By itself, and against its cycle."""
    path = _written(tmp_path, cchc_index.open_cycle(name).score().to_dict())
    assert verify(path).findings == ()
    found = verify(path, name)
    assert found.passed
    assert found.changes == ()


@pytest.mark.parametrize("seed", range(2100, 2112))
def test_a_random_result_is_verified(seed: int, tmp_path: Path) -> None:
    """Gaps, stages, unranked units, bands by group, extras, requirements, aggregations."""
    tree = Tree(seed)
    registry = cchc_index.Registry.builtin()
    criteria = CriteriaSet.from_yaml(tree.text, registry=registry)
    assessment = cchc_index.read_assessment(tree.rows, criteria, tree.register, stage=tree.stage)
    result = CycleResult((cchc_index.score(criteria, assessment),))
    found = verify(_written(tmp_path, result.to_dict()), result, registry=registry)
    assert [problem.text() for problem in found.findings] == []


@pytest.mark.parametrize("key", ["points", "max_points", "index", "rank", "band"])
@pytest.mark.parametrize("forge", [False, True])
def test_a_changed_figure_is_named(key: str, forge: bool, tmp_path: Path) -> None:
    """With the unit, what is written and what the figures give; also where the digest was made to fit."""
    document = copy.deepcopy(DOCUMENT)
    unit = document["results"][0]["units"][1]
    unit[key] = {"rank": 1, "band": "Yếu"}.get(key, "12.34")
    found = verify(_written(tmp_path, _forged(document) if forge else document))
    keys = [problem.key for problem in found.findings]
    assert not found.passed
    assert ("result.changed" in keys) or forge
    told = [each for each in found.findings if each.key == "verify.figure" and each.arguments["unit"] == unit["unit"]]
    assert str(told[0].arguments["figure_name"]) == key
    assert all(each.text("vi") for each in found.findings)


def test_every_forged_node_is_found(tmp_path: Path) -> None:
    """Points of each node of a unit, and its index: the sums beneath or above it contradict them."""
    codes = list(DOCUMENT["results"][0]["units"][0]["nodes"])
    for code in codes:
        document = copy.deepcopy(DOCUMENT)
        document["results"][0]["units"][0]["nodes"][code]["points"] = "0.07"
        assert not verify(_written(tmp_path, _forged(document))).passed, code


@pytest.mark.parametrize("what", ["bands", "means"])
def test_forged_counts_and_means_are_found(what: str, tmp_path: Path) -> None:
    """They are made anew of what the units got."""
    document = copy.deepcopy(DOCUMENT)
    result = document["results"][0]
    if what == "bands":
        group, counts = next(iter(result["bands"].items()))
        result["bands"][group] = {label: count + 1 for label, count in counts.items()}
    else:
        result["means"][0]["index"] = "1.00"
    found = verify(_written(tmp_path, _forged(document)))
    assert [str(each.arguments.get("figure_name")) for each in found.findings][-1] == what


def test_what_changed_in_the_cycle_is_told(tmp_path: Path) -> None:
    """The first figure that differs, with both, and the file whose fingerprint is another."""
    folder = tmp_path / "cycle"
    shutil.copytree(shipped_folder("examples") / "lai-chau-2021", folder)
    path = _written(tmp_path, cchc_index.open_cycle(folder).score().to_dict())
    table = folder / next(name for name in cchc_index.open_cycle(folder).files.inputs if name.startswith("indic"))
    lines = table.read_text(encoding="utf-8").splitlines()
    table.write_text("\n".join([lines[0], *reversed(lines[1:])]) + "\n", encoding="utf-8")
    found = verify(path, folder)
    assert found.passed  # the order of the rows changes no result
    assert [each.key for each in found.changes] == ["verify.input"]
    table.write_text("\n".join(lines[:-1]) + "\n", encoding="utf-8")
    with pytest.raises(cchc_index.CchcError):
        verify(path, folder)


def test_another_cycle_is_told(tmp_path: Path) -> None:
    """With both names."""
    found = verify(_written(tmp_path, DOCUMENT), "lai-chau-2021")
    assert found.findings[-1].key == "verify.other_results"
    assert not found.to_dict("vi")["verified"]


@pytest.mark.parametrize(
    "change",
    [
        lambda results: results.clear(),
        lambda results: results.append(copy.deepcopy(results[0])),
        lambda results: results[0]["units"][0].update(group=None),
        lambda results: results[0]["units"][0].update(unit=""),
        lambda results: results[0]["units"][0].update(name=None),
        lambda results: results[0]["units"][0].update(unit=results[0]["units"][1]["unit"]),
        lambda results: results[0].update(stage=None),
        lambda results: results[0]["units"][0].update(points="1e3"),
    ],
    ids=["no results", "twice", "no group", "no unit", "no name", "one unit twice", "no stage", "an exponent"],
)
def test_what_no_result_can_be_is_told(change: Callable[[list[dict[str, Any]]], object], tmp_path: Path) -> None:
    """However well its digest fits."""
    document = copy.deepcopy(DOCUMENT)
    change(document["results"])

    with pytest.raises(cchc_index.AssessmentError) as told:
        verify(_written(tmp_path, _forged(document)))
    assert [each.key for each in told.value.problems] == ["result.shape"]


def test_made_up_data_do_not_pass_for_real(tmp_path: Path) -> None:
    """What the digest does not hold is held against the cycle."""
    found = verify(_written(tmp_path, {**DOCUMENT, "data": "real"}), "cao-bang-2021")

    assert [each.key for each in found.findings] == ["verify.other_data"]


def test_units_that_come_and_go_and_other_notes_are_said_in_words(tmp_path: Path) -> None:
    """Each difference has its own sentence."""
    fewer, noted = copy.deepcopy(DOCUMENT), copy.deepcopy(DOCUMENT)
    fewer["results"][0]["units"].pop()
    noted["results"][0]["warnings"] = []
    noted["provenance"]["inputs"] = {**noted["provenance"]["inputs"], "x.csv": "0" * 64}
    more, other = (verify(_written(tmp_path, _forged(each)), "cao-bang-2021") for each in (fewer, noted))

    assert more.findings[-1].key == "verify.unit_new"
    assert (other.findings[-1].key, [each.key for each in other.changes]) == ("verify.notes", ["verify.input_gone"])
    gone = verify(_written(tmp_path, DOCUMENT), _without_a_unit(tmp_path))
    assert "verify.unit_gone" in [each.key for each in gone.findings]


def _without_a_unit(folder: Path) -> CycleResult:
    """The same cycle, of which one unit is gone."""
    document = copy.deepcopy(DOCUMENT)
    document["results"][0]["units"].pop()
    (folder / "fewer").mkdir()
    return read_written(_written(folder / "fewer", _forged(document))).result
