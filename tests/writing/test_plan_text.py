"""Plans and units side by side in words: both languages, every number with its unit, and tables for machines."""

from __future__ import annotations

import csv
import io
from decimal import Decimal

import attrs
import pytest

import cchc_index
from cchc_index.plans.reaching import Reach
from cchc_index.problems.problem import Language
from cchc_index.rules.columns import Field
from cchc_index.writing.formats import lead_csv, plan_csv
from cchc_index.writing.lead_text import lead_lines
from cchc_index.writing.plan_text import plan_lines, reach_words
from cchc_index.writing.table import Style
from tests.plans.small_plans import BUILTIN, Maker

LAI_CHAU = cchc_index.open_cycle("lai-chau-2021").score()
CAO_BANG = cchc_index.open_cycle("cao-bang-2021").score()


def _plan(unit: str, language: Language = "vi") -> str:
    return "\n".join(plan_lines(cchc_index.plan(CAO_BANG, unit), language, Style()))


def test_a_plan_reads_as_a_sentence() -> None:
    """From what, to what, how much of it, and what comes of it."""
    words = _plan("don-vi-28")
    assert "Còn thiếu: chỉ số 64,84, tức là thiếu 3,16; cần thêm ít nhất 3,16 điểm." in words
    assert (
        "5.1 Tỷ lệ giải ngân vốn đầu tư công: tỷ lệ từ 72,09 % lên ít nhất 95 %: từ 2,00 lên 7,00 / 7 điểm"
        in words.replace("\n     ", " ")
    )
    english = _plan("don-vi-28", "en")
    assert "rate from 72.09 % to at least 95 %" in english
    assert "which is 3.16 short" in english


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_state_has_words(language: Language) -> None:
    """Of many small sets, whatever becomes of their units; no number in it hangs in the air."""
    states = set()
    for seed in range(5):
        result = Maker(seed).make().result
        for card in result:
            found = cchc_index.plan(result, card.unit.id, most=1)
            states.add(found.state)
            lines = list(plan_lines(found, language, Style(width=100)))
            assert len(lines) > 1
            assert all(len(line) <= 100 for line in lines)
            assert "plan." not in " ".join(lines)
        first, second, *_ = result
        words = " ".join(lead_lines(first.compare_with(second), language, Style()))
        assert first.unit.name in words
        assert "lead." not in words
    assert {"reachable", "more", "top"} <= states


def test_what_decides_between_two_units_is_told() -> None:
    """Who is ahead and by how much; equal figures by their tie-break; other groups; why bands differ."""
    text = """
id: two
edition: 1
title: Bộ
source: {status: illustrative}
rounding: {points: 2, index: 1}
rank: {then: ["2"]}
classify: {thresholds: {bands: [{label: Tốt, from: 50, needs: [{node: "2", points: 5}]}, {label: Khá}]}}
criteria:
  - {code: "1", title: Một, max_points: 4, rule: points}
  - {code: "2", title: Hai, max_points: 6, rule: points}
"""
    criteria = cchc_index.CriteriaSet.from_yaml(text, registry=BUILTIN)
    rows = [
        {"unit": "a", "name": "A", "group": "x", "1": "4", "2": "4"},
        {"unit": "b", "name": "B", "group": "x", "1": "3", "2": "5"},
        {"unit": "c", "name": "C", "group": "y", "1": "3", "2": "5.02"},
    ]
    result = cchc_index.score(criteria, cchc_index.read_assessment(rows, criteria))
    words = "\n".join(lead_lines(result["a"].compare_with(result["b"]), "en", Style()))
    assert "A and B have the same index." in words
    assert "criterion 2: 4.00 points and 5.00 points" in words
    assert "A: Khá: index 80.0" in words
    assert "The bands do not follow the order of the index." in words
    apart = "\n".join(lead_lines(result["b"].compare_with(result["c"]), "vi", Style()))
    assert "Hai đơn vị không xếp hạng với nhau: x và y" in apart
    assert "Chỉ số chính xác: 80,0 và 80,2" in apart or "kém C 0,2 điểm phần trăm" in apart


def test_tables_have_a_row_for_each_improvement_and_part() -> None:
    """What a spreadsheet is made of."""
    rows = list(csv.DictReader(io.StringIO(plan_csv(cchc_index.plan(CAO_BANG, "don-vi-28")))))
    assert [row["code"] for row in rows] == ["3.1", "5.1"]
    assert (rows[1]["field"], rows[1]["bound"], rows[1]["value"], rows[1]["result_band"]) == (
        "rate",
        "least",
        "95",
        "Khá",
    )
    lead = LAI_CHAU["so-tu-phap"].compare_with(LAI_CHAU["so-tai-chinh"])
    parts = list(csv.DictReader(io.StringIO(lead_csv(lead))))
    assert [part["code"] for part in parts] == ["9", "4", "1", "2", "7"]
    assert parts[0]["share_exact"] == "33/50"


def test_nothing_lies_beyond_the_end_of_a_field() -> None:
    """Neither less than none nor more than all: the value is said as it is."""
    field = Field("count", "whole", least=Decimal(0), most=Decimal(9))
    reach = Reach(field, "most", Decimal(0), {}, Decimal(1))
    assert reach_words(reach, "en") == "count from 1 down to 0"
    assert reach_words(attrs.evolve(reach, before=None), "en") == "count: 0"
    assert (
        reach_words(attrs.evolve(reach, value=Decimal(1), before=Decimal(3)), "en") == "count from 3 down to at most 1"
    )
    assert reach_words(Reach(field, "least", Decimal(9), {}, Decimal(1)), "en") == "count from 1 up to 9"
    assert reach_words(Reach(field, "least", Decimal(8), {}, Decimal(1)), "en") == "count from 1 to at least 8"
