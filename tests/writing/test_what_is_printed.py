"""No text of a set, a table or a plugin reaches a printed line as a control sequence or breaks it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import ModuleType

import attrs
import numpy as np

import cchc_index
from cchc_index.assessment.applicability import Absent
from cchc_index.assessment.assessment import Assessment, Remark
from cchc_index.assessment.origin import Origin
from cchc_index.checks.selftest import selftest
from cchc_index.criteria.criteria_set import parse_criteria
from cchc_index.plugins import Case, Column, Field, FieldColumn, Integers, Points, ScoringRule, Thresholds, hookimpl
from cchc_index.values.text import Text
from cchc_index.writing.table import PLAIN, Style, padded, table_lines, wrapped
from cchc_index.writing.text import explanation_lines, result_lines, selftest_lines

ODD = "x\x1b[2J\x1b[31m\u202ey\nz"
SET = """
id: odd
edition: 1
title: T
source: {status: illustrative, decision: D}
rounding: {points: 2, index: 2}
missing: incomplete
optional: ["4"]
classify: {thresholds: {bands: [{label: X, from: 50}, {label: Y}]}}
criteria:
  - {code: "1", title: M, max_points: 10, rule: odd.try, reference: R, note: N}
  - {code: "2", title: M, max_points: 10, rule: points, not_applicable: allowed}
  - {code: "3", title: M, max_points: 10, rule: points}
  - {code: "4", title: M, max_points: 10, rule: points}
"""


@attrs.frozen
class _Odd(ScoringRule):
    """Gives what is counted, and a reason that would clear a screen."""

    reads = ((Field("count"),),)

    def score(self, column: Column, /) -> Points:
        return Points(column.number("count"))

    def reason(self, case: Case, /) -> str:
        return ODD


def _result() -> cchc_index.CycleResult:
    """A result in which every text that is anybody's own is odd."""
    module = ModuleType("odd")
    rules: Mapping[str, type[ScoringRule]] = {"try": _Odd}
    named = {"cchc_index_api": 1, "cchc_register_rules": hookimpl(specname="cchc_register_rules")(lambda: rules)}
    vars(module).update(named)
    criteria = parse_criteria(SET, registry=cchc_index.Registry.builtin().with_plugin("odd", module))
    odd = Text.plain(ODD)
    nodes = tuple(attrs.evolve(each, title=odd, reference=ODD, note=odd) for each in criteria.criteria)
    source = attrs.evolve(criteria.source, decision=ODD)
    classify = criteria.classify
    assert classify is not None
    assert isinstance(classify.classifier, Thresholds)
    bands = [attrs.evolve(band, label=Text.plain(band.label.first + ODD)) for band in classify.classifier.bands_of("")]
    classifier = attrs.evolve(classify, classifier=attrs.evolve(classify.classifier, bands=tuple(bands)))
    criteria = attrs.evolve(criteria, title=odd, criteria=nodes, source=source, classify=classifier)
    units = tuple(cchc_index.Unit(f"{name}{ODD}", f"{name} {ODD}", f"g{ODD}") for name in "abc")
    columns = {
        "1": {"count": FieldColumn(Integers.of([5, 6, 7]))},
        "2": {"points": FieldColumn(Integers.of([5, 6, 0]))},
        "3": {"points": FieldColumn(Integers.of([5, 6, 7]))},
        "4": {"points": FieldColumn(Integers.of([5, 6, 7]))},
    }
    out = {"2": np.array([False, False, True])}
    absent = (Absent("4", ODD),)
    made = Assessment.from_columns(criteria, cchc_index.Register(units), columns, not_applicable=out, absent=absent)
    remarks = {(unit.id, "1"): Remark(ODD, ODD) for unit in units}
    made = attrs.evolve(made, remarks=remarks, origin=Origin("synthetic", odd))
    answers = dict(made.answers)
    answers["3"] = attrs.evolve(answers["3"], status=np.array([0, 3, 0], dtype=np.int8))
    return cchc_index.CycleResult((cchc_index.score(criteria, attrs.evolve(made, answers=answers)),), title=odd)


def _all_lines(style: Style) -> Iterator[str]:
    cycle = _result()
    yield from result_lines(cycle, "en", style)
    for card in cycle:
        yield from explanation_lines(card.explain("en"), "en", style)
        yield from explanation_lines(card.explain("en", "1"), "en", style)


def test_every_line_is_one_line_and_obeyed_by_nobody() -> None:
    """Titles, names, groups, labels, reasons, evidence, decisions: each is shown with its escapes written out."""
    lines = list(_all_lines(Style(width=10_000)))
    told = "\n".join(lines)

    assert all(line.isprintable() for line in lines)
    assert {"missing", "Not applicable (left out of both sums):"} <= {
        word for line in lines for word in (line, line.strip()[:7])
    }
    assert told.count("\\x1b[2J\\x1b[31m\\u202ey z") > 40


def test_on_a_terminal_only_the_styles_colours_are_escapes() -> None:
    """A text that holds a colour's own sequence is not coloured by it."""
    coloured = [re.sub(r"\x1b\[\d+m", "", line) for line in _all_lines(Style(colour=True, width=10_000))]

    assert coloured == list(_all_lines(Style(width=10_000)))


def test_a_narrow_terminal_wraps_what_is_shown() -> None:
    """Escapes are written out before lines are measured."""
    assert max(map(len, wrapped("\x1b" * 100, 40, ""))) <= 40
    assert padded("\x1b", 6) == "\\x1b  "
    assert table_lines(["a"], [["x\ny"]], [False], Style()) == ["a", "---", "x y"]
    assert Style(colour=True).paint("\x1b[2J", "\x1b[1m") == f"\x1b[1m\\x1b[2J{PLAIN}"


def test_a_selftest_is_signed_in_one_language() -> None:
    """Its made units too are called in Vietnamese."""
    criteria = cchc_index.load_criteria("nd61-one-stop-2018")
    lines = list(selftest_lines(selftest(criteria, "vi"), "vi", Style()))

    first = [line.split("  ")[0] for line in lines[5:]]
    assert first[:3] == ["cao nhất", "thấp nhất", "riêng 1"]
    assert not {word for line in first for word in line.split()} & {"full", "least", "alone", "probe", "without"}


def test_a_selftest_prints_no_escape() -> None:
    """The chart of trials holds titles and labels of the set."""
    criteria = attrs.evolve(_result().results[0].criteria, optional=())
    lines = list(selftest_lines(selftest(criteria, "en"), "en", Style()))

    assert all(line.isprintable() for line in lines)
    assert len(lines) > 10
