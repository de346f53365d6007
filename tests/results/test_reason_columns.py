"""Reasons by columns are those of `explain`, word for word (`results/reason_columns.py`)."""

from __future__ import annotations

from pathlib import Path

import pytest

import cchc_index
from cchc_index.criteria.criteria_set import parse_criteria
from cchc_index.problems.problem import Language
from cchc_index.results.reason_columns import ReasonColumns
from cchc_index.rules.columns import Case
from cchc_index.rules.contract import ScoringRule
from tests.cycles.council import council_cycle
from tests.differential.trees import Tree


def _differences(result: cchc_index.IndexResult, language: Language) -> list[tuple[str, str, str, str]]:
    """Every node and unit whose reason is another one by columns than alone."""
    columns = ReasonColumns(result, language)
    told = {node.criterion.code: columns.of(node) for node in result.criteria.nodes}
    found = []
    for at, (card, closing) in enumerate(zip(result, columns.closing(), strict=True)):
        alone = card.explain(language)
        both = [(card.unit.id, node.code, node.reason, told[node.code][at]) for node in alone]
        found += [each for each in both if each[2] != each[3]]
        assert closing == (alone.total, alone.index, alone.rank, alone.band)
    return found


@pytest.mark.parametrize("name", ["lai-chau-2021", "cao-bang-2021", "cap-xa-2024", "cap-xa-2025", "pci-2021"])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_worked_cycles_at_every_stage(name: str, language: Language) -> None:
    """Plugins, adjustments, evidence, answers taken over, and nodes that do not apply."""
    results = cchc_index.open_cycle(name).score("all").results

    assert [difference for result in results for difference in _differences(result, language)] == []


@pytest.mark.parametrize("seed", range(24))
def test_random_sets_of_all_rules(seed: int) -> None:
    """Every rule, combination, block and requirement, with units that lack something."""
    tree = Tree(seed)
    criteria = parse_criteria(tree.text, registry=cchc_index.Registry.builtin(), name="tree.yaml")
    try:
        assessment = cchc_index.read_assessment(tree.rows, criteria, tree.register, stage=tree.stage)
    except cchc_index.AssessmentError:
        pytest.skip("the set refuses what is missing")

    assert _differences(cchc_index.score(criteria, assessment), "vi" if seed % 2 else "en") == []


def test_a_council_is_told_with_its_reason(tmp_path: Path) -> None:
    """What was set, added and taken away stands in the reasons of these units alone."""
    cycle = cchc_index.open_cycle(council_cycle(tmp_path, "a,final,1,add,0.5,lý do,Hội đồng,2022-12-05,,\n"))
    (result,) = cycle.score().results

    assert _differences(result, "vi") == []
    told = ReasonColumns(result, "vi").of(result.criteria.node("1"))
    assert ["lý do" in words for words in told].count(True) == 1


def test_leaves_of_one_rule_are_told_as_each_is_written() -> None:
    """Thresholds and maxima that are equal and written unlike keep their own words."""
    leaf = "{code: %s, title: One, max_points: %s, rule: {steps: {on: rate, steps: [{from: %s, points: %s}]}}}"
    leaves = "\n".join(
        f"  - {leaf % each}" for each in [("'1'", 1, 95, 1), ("'2'", "1.0", "95.0", "1.0"), ("'3'", 1, 95, 1)]
    )
    text = f"""
id: written
edition: 1
title: Written
source: {{status: illustrative}}
rounding: {{points: 2, index: 2}}
criteria:
{leaves}
"""
    criteria = parse_criteria(text, registry=cchc_index.Registry.builtin())
    rows = [{"unit": "u", "1": "96", "2": "96", "3": "96"}]
    result = cchc_index.score(criteria, cchc_index.read_assessment(rows, criteria))

    assert _differences(result, "en") == []
    columns = ReasonColumns(result, "en")
    assert [columns.of(node) for node in criteria.nodes] == [
        ["rate 96 %, from 95: 1"],
        ["rate 96 %, from 95.0: 1.0"],
        ["rate 96 %, from 95: 1"],
    ]


def test_each_distinct_answer_is_told_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A hundred units with two answers ask the rule twice."""
    text = """
id: once
edition: 1
title: Once
source: {status: illustrative}
rounding: {points: 2, index: 2}
criteria:
  - {code: "1", title: One, max_points: 4, rule: yes_no}
"""
    criteria = parse_criteria(text, registry=cchc_index.Registry.builtin())
    rows = [{"unit": f"u{number:03}", "1": "yes" if number % 3 else "no"} for number in range(100)]
    result = cchc_index.score(criteria, cchc_index.read_assessment(rows, criteria))
    named = criteria.node("1").criterion.rule
    assert named is not None
    asked: list[str] = []
    own = type(named.rule).reason

    def reason(self: ScoringRule, case: Case, /) -> str:
        asked.append(case.unit.id)
        return own(self, case)

    monkeypatch.setattr(type(named.rule), "reason", reason)

    assert set(ReasonColumns(result, "en").of(criteria.node("1"))) == {"yes: 4", "no: 0"}
    assert len(asked) == 2
