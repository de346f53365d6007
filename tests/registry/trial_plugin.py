"""A plugin made for a test, and two units scored by it."""

from __future__ import annotations

from types import ModuleType

import attrs

import cchc_index
from cchc_index.criteria.criteria_set import parse_criteria
from cchc_index.plugins import (
    Case,
    Column,
    Field,
    Points,
    ScoringRule,
    hookimpl,
)

SET = """
id: a
edition: 1
title: A
source: {status: illustrative}
rounding: {points: 2, index: 2}
criteria:
  - {code: "1", title: Một, max_points: 5, rule: %s}
"""
ROWS = [{"unit": "u", "1": "3"}, {"unit": "v", "1": "4"}]


def plugin_of(rule: type | None = None, classifier: type | None = None, **names: object) -> ModuleType:
    """A module that delivers a rule and a classifier, as a plugin's would."""
    module = ModuleType("trial")
    vars(module).update({"cchc_index_api": 1, **names})
    if rule is not None:
        vars(module)["cchc_register_rules"] = hookimpl(specname="cchc_register_rules")(lambda: {"try": rule})
    if classifier is not None:
        hook = hookimpl(specname="cchc_register_classifiers")(lambda: {"try": classifier})
        vars(module)["cchc_register_classifiers"] = hook
    return module


def result_of(module: ModuleType, head: str = "", rule: str = "trial.try") -> cchc_index.IndexResult:
    """Two units scored by a set that names the plugin's rule."""
    registry = cchc_index.Registry.builtin().with_plugin("trial", module)
    criteria = parse_criteria(head + SET % rule, registry=registry)
    return cchc_index.score(criteria, cchc_index.read_assessment(ROWS, criteria))


@attrs.frozen
class Base(ScoringRule):
    """Reads one number."""

    reads = ((Field("count"),),)

    def score(self, column: Column, /) -> Points:
        return Points(column.number("count"))

    def reason(self, case: Case, /) -> str:
        return "as counted"
