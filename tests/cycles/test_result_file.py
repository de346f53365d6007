"""A result file read back: the same bytes, or told."""

from __future__ import annotations

import copy
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import cchc_index
from cchc_index.cli import main
from cchc_index.criteria.criteria_set import CriteriaSet
from cchc_index.cycles.cycle_result import CycleResult
from cchc_index.cycles.result_file import read_result
from cchc_index.results.result import IndexResult
from tests.differential.trees import Tree

WORKED = ("lai-chau-2021", "pci-2021", "cao-bang-2021")


def _written(folder: Path, document: object) -> Path:
    path = folder / "r.json"
    path.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
    return path


@pytest.mark.parametrize("name", WORKED)
def test_a_file_of_the_command_is_read_back(name: str, tmp_path: Path) -> None:
    """Every figure, band, warning and mean, with the same digest and provenance."""
    path = tmp_path / "r.json"
    assert main(["score", name, "-o", str(path)]) == 0
    result = cchc_index.open_cycle(name).score()
    again = read_result(path)
    assert isinstance(again, CycleResult)
    assert again.to_dict() == json.loads(path.read_text(encoding="utf-8")) == result.to_dict()
    for own, read in zip(result, again, strict=True):
        assert (own.points, own.index, own.rank, str(own.band)) == (read.points, read.index, read.rank, str(read.band))
    assert [card.unit.id for card in again.results[0].ranking()] == [
        card.unit.id for card in result.results[0].ranking()
    ]
    assert again.results[0].criteria == result.results[0].criteria
    assert again.compare(result).moved == ()


@pytest.mark.parametrize("seed", range(2000, 2030))
def test_a_random_result_is_read_back(seed: int, tmp_path: Path) -> None:
    """Gaps, stages, unranked units, bands by group, extras."""
    tree = Tree(seed)
    registry = cchc_index.Registry.builtin()
    criteria = CriteriaSet.from_yaml(tree.text, registry=registry)
    assessment = cchc_index.read_assessment(tree.rows, criteria, tree.register, stage=tree.stage)
    result = CycleResult((cchc_index.score(criteria, assessment),))
    again = read_result(_written(tmp_path, result.to_dict()), registry=registry)
    assert again.digest == result.digest


def _cut(document: dict[str, Any]) -> str:
    return json.dumps(document)[:-200]


def _other_schema(document: dict[str, Any]) -> str:
    return json.dumps(document | {"schema": "cchc-index/result/9"})


def _other_points(document: dict[str, Any]) -> str:
    document["results"][0]["units"][0]["points"] = "18.000"
    return json.dumps(document)


def _points_as(points: object) -> Callable[[dict[str, Any]], str]:
    """A file in which the first unit's first node has these points."""

    def changed(document: dict[str, Any]) -> str:
        next(iter(document["results"][0]["units"][0]["nodes"].values()))["points"] = points
        return json.dumps(document)

    return changed


def _other_set(document: dict[str, Any]) -> str:
    next(iter(document["sets"].values()))["criteria"][0]["title"] = "X"
    return json.dumps(document)


def _broken_set(document: dict[str, Any]) -> str:
    next(iter(document["sets"].values()))["criteria"][0]["max_points"] = "-1"
    return json.dumps(document)


def _no_sets(document: dict[str, Any]) -> str:
    del document["sets"]
    return json.dumps(document)


def _no_inputs(document: dict[str, Any]) -> str:
    del document["provenance"]["inputs"]
    return json.dumps(document)


def _deep(_: dict[str, Any]) -> str:
    return "[" * (sys.getrecursionlimit() * 50)


@pytest.mark.parametrize(
    ("change", "key"),
    [
        (_cut, "result.json"),
        (_deep, "result.json"),
        (lambda _: "[]", "result.no_result"),
        (lambda _: '{"a": 1}', "result.no_result"),
        (_other_schema, "result.schema"),
        (_other_points, "result.changed"),
        (_other_set, "result.other_set"),
        (_broken_set, "criteria.negative"),
        (_no_sets, "result.no_sets"),
        (_no_inputs, "result.shape"),
        *((_points_as(points), "result.shape") for points in ("1,5", "1.2.3", "x", "", "1.23456789", "9" * 41, 5, [1])),
        (lambda _: '{"schema": "cchc-index/result/1"}', "result.shape"),
        (lambda _: '{"schema": "cchc-index/result/1", "results": 5, "provenance": []}', "result.shape"),
    ],
)
def test_a_file_that_is_none_is_told(change: Callable[[dict[str, Any]], str], key: str, tmp_path: Path) -> None:
    """Of another schema, cut off, changed: once, with the file and a cure."""
    path = tmp_path / "r.json"
    path.write_text(change(copy.deepcopy(DOCUMENT)), encoding="utf-8")
    with pytest.raises(cchc_index.AssessmentError) as told:
        read_result(path)
    assert key in [problem.key for problem in told.value.problems]
    assert all(problem.text("vi") and problem.place for problem in told.value.problems)


DOCUMENT = cchc_index.open_cycle("lai-chau-2021").score().to_dict()


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    """Like every other file."""
    with pytest.raises(cchc_index.AssessmentError):
        read_result(tmp_path / "r.json")


def test_what_needs_the_answers_says_so(tmp_path: Path) -> None:
    """Explanations and scenarios: the file holds nothing of what was reported."""
    (result,) = read_result(_written(tmp_path, DOCUMENT)).results
    assert isinstance(result, IndexResult)
    for asked in (
        result["so-tai-chinh"].explain,
        lambda: result.assessment.for_criteria(result.criteria),
        lambda: cchc_index.score(result.criteria, result.assessment),
        result.assessment._repr_html_,
    ):
        with pytest.raises(cchc_index.UsageError, match="read back"):
            asked()
    assert "<table>" in result._repr_html_()


@pytest.mark.parametrize("language", ["vi", "en"])
def test_titles_and_reasons_are_in_it_if_asked_for(language: str, tmp_path: Path) -> None:
    """In a language; the digest is that of the result without them, and the file is read back."""
    path = tmp_path / "r.json"
    assert main(["--lang", language, "score", "lai-chau-2021", "--explain", "-o", str(path)]) == 0
    document = json.loads(path.read_text(encoding="utf-8"))
    result = cchc_index.open_cycle("lai-chau-2021").score()
    for unit in document["results"][0]["units"]:
        for node in result[unit["unit"]].explain(language):  # type: ignore[arg-type]
            told = unit["nodes"][node.code]
            assert (told["title"], told["reason"]) == (node.title, node.reason)
    assert document["provenance"]["digest"] == result.digest
    assert read_result(path).to_dict() == result.to_dict()


def test_reasons_in_a_table_are_wrong_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With what to add."""
    assert main(["--lang", "en", "score", "lai-chau-2021", "--explain"]) == 2
    assert main(["score", "lai-chau-2021", "--explain", "-o", str(tmp_path / "r.csv")]) == 2
    assert "--format json" in capsys.readouterr().err


def test_a_base_and_its_scenario_stand_in_one_file(tmp_path: Path) -> None:
    """They have one name and two fingerprints."""
    cycle = cchc_index.open_cycle("lai-chau-2021")
    (assessment,) = cycle.assessments()
    changed = assessment.criteria.with_points({"6": 10})
    both = CycleResult((*cycle.score().results, cchc_index.score(changed, assessment.for_criteria(changed))))
    assert read_result(_written(tmp_path, both.to_dict())).digest == both.digest


@pytest.mark.parametrize("changed", [{"data": "zzz"}, {"cycle": 3}, {"sets": {"a": "x"}}, {"sets": []}])
def test_what_stands_outside_the_digest_has_its_shape(changed: dict[str, Any], tmp_path: Path) -> None:
    """Told as the rest is, with the file."""
    with pytest.raises(cchc_index.AssessmentError) as told:
        read_result(_written(tmp_path, {**DOCUMENT, **changed}))
    assert [problem.key for problem in told.value.problems] == ["result.shape"]
