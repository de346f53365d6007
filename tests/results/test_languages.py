"""Output in a language says all it has in that language: no reason, label or number slips through in the other."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

import cchc_index
from cchc_index.bands.contract import Placing
from cchc_index.criteria.criteria_set import CriteriaSet, parse_criteria
from cchc_index.problems.problem import Language
from cchc_index.reading.yaml.criteria_file import load_criteria, shipped_criteria
from cchc_index.registry.guarded import unguarded
from cchc_index.registry.registry import Plugin
from cchc_index.rules.columns import Case, Value, Words
from cchc_index.rules.contract import Leaf, Probe, ScoringRule
from cchc_index.values.exact import parse_decimal
from cchc_index.values.units import Unit, yes_or_no
from cchc_index.writing.table import Style
from cchc_index.writing.text import result_lines

VIETNAMESE = re.compile("[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]", re.IGNORECASE)
QUOTA = """
id: q
edition: 1
title: {vi: Thử, en: Trial}
source: {status: illustrative}
rounding: {points: 2, index: 2}
classify:
  bands.ordered:
    bands:
      - {label: {vi: Xuất sắc, en: Excellent}, from: 90}
      - {label: {vi: Tốt, en: Good}, from: 80}
      - {label: {vi: Khá, en: Fair}}
    quotas: [{band: Xuất sắc, at_most: 12.5, of: Tốt, round: half_up, ties: all_in}]
    limits: [{when: {fined: "yes"}, at_most: Khá, reason: {vi: bị xử phạt, en: was fined}}]
criteria:
  - {code: "1", title: {vi: Một, en: One}, max_points: 100, rule: points}
"""


def _sets() -> Iterator[CriteriaSet]:
    registry = cchc_index.Registry.discover()
    for name in shipped_criteria():
        yield load_criteria(name, registry=registry)
    for plugin in registry.plugins:
        for name in plugin.offer.criteria:
            yield load_criteria(f"{plugin.name}.{name}", registry=registry)


def _probes() -> Iterator[tuple[str, ScoringRule, Leaf, Probe]]:
    for criteria in _sets():
        for leaf in criteria.leaves:
            criterion = leaf.criterion
            if criterion.rule is not None:
                bound = Leaf(criterion.max_points, criteria.rounding.points, criteria.rounding.mode)
                for probe in criterion.rule.rule.probes(bound):
                    yield f"{criteria.name} {criterion.code}", criterion.rule.rule, bound, probe


def _case(rule: ScoringRule, leaf: Leaf, probe: Probe, language: Language) -> Case:
    kinds = {field.name: field.kind for group in rule.reads for field in group}
    values: dict[str, Value] = {}
    for name, text in probe.values.items():
        number, truth = parse_decimal(text), yes_or_no(text)
        values[name] = bool(truth) if kinds[name] == "yes_no" else text if number is None else number
    unit = Unit("u", "U", attributes=dict(probe.attributes))
    return Case(unit, leaf.max_points, None, values, language, leaf.places, leaf.mode)


def test_every_rules_reason_is_in_the_language_asked_for() -> None:
    """Built-in rules and those of our plugins, at each value of known points, and their descriptions."""
    seen = set()
    for name, rule, leaf, probe in _probes():
        said = rule.reason(_case(rule, leaf, probe, "en")) + rule.describe(leaf, Words("en")) + probe.what.say("en")
        for column, value in probe.attributes.items():
            said = said.replace(column, "").replace(value, "")
        seen.add(type(unguarded(rule)).__name__)

        assert not VIETNAMESE.search(said), (name, said)
    assert len(seen) >= 8


def test_every_classifiers_reason_is_in_the_language_asked_for() -> None:
    """The words around labels, which are the set's own."""
    for criteria in _sets():
        if criteria.classify is None:
            continue
        classifier = criteria.classify.classifier
        for group in classifier.groups or ("a",):
            for band in classifier.bands_of(group):
                figure = band.from_ or criteria.max_points.quantize(criteria.max_points) * 0
                said = classifier.reason(Placing(Unit("u", "U", group), figure, figure, band, "en"))
                for each in classifier.bands_of(group):
                    said = said.replace(each.label.say("en"), "")

                assert not VIETNAMESE.search(said), (criteria.name, said)


def _lines(language: Language) -> str:
    registry = cchc_index.Registry.discover()
    assert all(isinstance(plugin, Plugin) for plugin in registry.plugins)
    criteria = parse_criteria(QUOTA, registry=registry)
    units = [
        Unit(name, name.upper(), attributes={"fined": fined})
        for name, fined in (("a", "no"), ("b", "no"), ("c", "yes"))
    ]
    rows = [{"unit": "a", "1": "95"}, {"unit": "b", "1": "92"}, {"unit": "c", "1": "90"}]
    result = cchc_index.score(criteria, cchc_index.read_assessment(rows, criteria, cchc_index.Register(tuple(units))))
    explained = [str(result[unit.id].explain(language)) for unit in units]
    told = result_lines(cchc_index.CycleResult((result,)), language, Style(width=200))
    return "\n".join([*told, *explained])


def test_moves_and_labels_are_told_in_english() -> None:
    """A quota's reason, a knock-out's, the band by points alone and one near a cut-off."""
    said = _lines("en")

    assert not VIETNAMESE.search(said), said
    assert "A: Good, by points alone Excellent: above the quota of 12.5 % (0 / 2 units)" in said
    assert "C: Fair, by points alone Excellent: was fined" in said
    assert "C: 90.00, cut-off 90, band Fair" in said


def test_moves_and_labels_are_told_in_vietnamese() -> None:
    """The same, with a decimal comma."""
    said = _lines("vi")

    assert "A: Tốt, riêng theo điểm Xuất sắc: vượt tỷ lệ tối đa 12,5 % (0 / 2 đơn vị)" in said
    assert "C: Khá, riêng theo điểm Xuất sắc: bị xử phạt" in said


@pytest.mark.parametrize("kind", ["moved", "near_cut_off"])
def test_the_json_is_the_same_in_every_language(kind: str) -> None:
    """Data carry the text in the language that the set names first."""
    registry = cchc_index.Registry.discover()
    criteria = parse_criteria(QUOTA, registry=registry)
    rows = [{"unit": "a", "1": "95"}, {"unit": "b", "1": "90"}]
    register = cchc_index.Register(tuple(Unit(row["unit"], "", attributes={"fined": "no"}) for row in rows))
    result = cchc_index.score(criteria, cchc_index.read_assessment(rows, criteria, register))

    assert {each["band"] for each in result.to_dict()["warnings"] if each["kind"] == kind} == {"Tốt"}
