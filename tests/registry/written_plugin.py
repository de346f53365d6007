"""A plugin in a file of its own, as an author writes it, and what comes of changing a line of it."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import cchc_index
from cchc_index.criteria.criteria_set import parse_criteria

PLUGIN = '''"""A rule, a classifier and an aggregation."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from fractions import Fraction

import attrs
import numpy as np

from cchc_index.plugins import PROBES, Aggregation, Band, Case, Classification, Classifier, Combination, Field, Integers
from cchc_index.plugins import Leaf, NotApplicable, Parts, Placing, Points, Probe, Ratios, ScoringRule, Standings, Text
from cchc_index.plugins import hookimpl, per_unit

cchc_index_api = 1


@attrs.frozen
class Sessions(ScoringRule):
    """A part of the maximum for each session.

    Attributes:
        asked: How many are asked for.

    Example:
        >>> Sessions().asked
        4
    """

    asked: int = 4

    reads = ((Field("held", "whole", better="more"),),)

    @per_unit
    def score(self, case: Case) -> Fraction:
        held = case.decimal("held")
        return Fraction(case.max_points) * min(Fraction(held) / self.asked, Fraction(1))

    def reason(self, case: Case, /) -> str:
        return case.say(vi="đã họp", en="met") + f": {case.decimal('held')}"

    def probes(self, leaf: Leaf, /) -> Iterable[Probe]:
        yield Probe({"held": str(self.asked)}, Fraction(leaf.max_points), PROBES["full"])
        yield Probe({"held": "0"}, Fraction(0), PROBES["least"])


@attrs.frozen
class Everybody(Classifier):
    """One band for all.

    Example:
        >>> Everybody()
        Everybody()
    """

    def bands_of(self, group: str, /) -> tuple[Band, ...]:
        return (Band(Text((("vi", "Đạt"), ("en", "Passed")))),)

    def classify(self, standings: Standings, /) -> Classification:
        return Classification(self.bands_of(""), np.where(standings.classed, 0, -1))

    def reason(self, case: Placing, /) -> str:
        return case.say(vi="ai cũng đạt", en="everybody passes")


@attrs.frozen
class Mean(Aggregation):
    """The share of all parts.

    Example:
        >>> Mean()
        Mean()
    """

    def combine(self, parts: Parts, /) -> Points:
        got = sum(parts.points[1:], start=parts.points[0])
        return parts.weigh(Ratios(got, parts.attainable))

    def reason(self, case: Combination, /) -> str:
        return case.say(vi="tính chung", en="taken together")


@hookimpl
def cchc_register_rules():
    return {"sessions": Sessions}


@hookimpl
def cchc_register_classifiers():
    return {"everybody": Everybody}


@hookimpl
def cchc_register_aggregations():
    return {"mean": Mean}
'''
SET = """
id: a
edition: 1
title: A
source: {status: illustrative}
rounding: {points: 2, index: 2}
classify: written.everybody
criteria:
  - code: "1"
    title: Một
    max_points: 8
    combine: written.mean
    criteria:
      - {code: "1.1", title: Họp, max_points: 4, rule: written.sessions}
      - {code: "1.2", title: Điểm, max_points: 4, rule: points}
"""
ROWS = [{"unit": "u", "1.1": "3", "1.2": "2"}, {"unit": "v", "1.1": "0", "1.2": "4"}]


def write(folder: Path, *changes: tuple[str, str]) -> Path:
    """The plugin's file, with lines of it changed."""
    text = PLUGIN
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    path = folder / "written.py"
    path.write_text(text, encoding="utf-8")
    return path


def load(path: Path) -> ModuleType:
    """The module of a file, imported anew."""
    spec = importlib.util.spec_from_file_location("written", path)
    assert spec is not None
    assert spec.loader is not None
    module = sys.modules["written"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def registry_of(path: Path) -> cchc_index.Registry:
    """A registry that imports the file when it is named."""
    from cchc_index.registry.registry import Plugin

    return cchc_index.Registry((Plugin("written", "cchc-index-written", "1.0", lambda: load(path)),))


def scored(path: Path) -> cchc_index.IndexResult:
    """Two units scored and explained by a set that names everything of the plugin."""
    criteria = parse_criteria(SET, registry=registry_of(path))
    result = cchc_index.score(criteria, cchc_index.read_assessment(ROWS, criteria))
    for card in result:
        card.explain("vi")
    return result


def line_of(path: Path, fragment: str) -> int:
    """The line that a fragment stands in, from 1."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return next(number for number, line in enumerate(lines, 1) if fragment in line)
