"""The whole workbook: every formula computed anew gives the figure that the library stored with it."""

from __future__ import annotations

import io
import sys
from functools import cache

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cchc_index
from cchc_index.criteria.criteria_set import parse_criteria
from cchc_index.cycles.cycle_result import CycleResult
from cchc_index.problems.errors import MissingExtraError, WritingError
from cchc_index.writing.workbook import book
from cchc_index.writing.workbook.book import result_workbook
from tests.differential.trees import Tree
from tests.writing.workbook.recalculating import differences, formulas_of, sheet_names, spoilt, texts_of

WORKED = ("lai-chau-2021", "pci-2021", "cao-bang-2021", "cap-xa-2024", "cap-xa-2025")
#: Seeds of random sets that together round in every mode, share and break ties, add, scale and redistribute.
SEEDS = (0, 3, 7, 11, 18, 26)


def of_tree(seed: int) -> CycleResult:
    """The result of a random set and table."""
    tree = Tree(seed)
    criteria = parse_criteria(tree.text, registry=cchc_index.Registry.builtin(), name=f"tree-{seed}.yaml")
    assessment = cchc_index.read_assessment(tree.rows, criteria, tree.register, stage=tree.stage)
    return CycleResult((cchc_index.score(criteria, assessment),))


@cache
def book_of(seed: int) -> bytes:
    """Its workbook."""
    return result_workbook(of_tree(seed))


def of_text(text: str, rows: list[dict[str, str]]) -> CycleResult:
    """The result of a set and a table."""
    criteria = parse_criteria(text, registry=cchc_index.Registry.builtin())
    return CycleResult((cchc_index.score(criteria, cchc_index.read_assessment(rows, criteria)),))


def head(sheet: str, data: bytes) -> list[str]:
    """The texts of the first rows of a sheet."""
    return texts_of(data, sheet)[:4]


SMALL = """
id: small
edition: 2021
title: {vi: Bộ nhỏ, en: Small set}
source: {status: illustrative, decision: 1/QĐ}
rounding: {points: 2, index: 2}
missing: incomplete
classify: {thresholds: {bands: [{label: Tốt, from: 80}, {label: Khá, from: 70}, {label: Kém}]}}
criteria:
  - {code: "1", title: Một, max_points: 4, rule: points, not_applicable: allowed}
  - {code: "2", title: Hai, max_points: 6, rule: points}
"""


@pytest.mark.parametrize("name", WORKED)
def test_every_formula_of_a_worked_cycle_gives_its_figure(name: str) -> None:
    """Sums, attainable points, indices, ranks, classes and counts: hundreds of formulas, and none differs."""
    data = result_workbook(cchc_index.open_cycle(name).score())

    assert len(formulas_of(data)) > 400
    assert differences(data) == []


@pytest.mark.parametrize("seed", SEEDS)
def test_every_formula_of_a_random_set_gives_its_figure(seed: int) -> None:
    """Whatever rounds, ties, is missing, does not apply, scales or is kept within bounds there."""
    data = book_of(seed)

    assert formulas_of(data)
    assert differences(data) == []


@settings(max_examples=6)
@given(seed=st.integers(0, 10**9))
def test_no_formula_of_any_set_differs(seed: int) -> None:
    """Of a set, a register and a table that nobody has seen before."""
    assert differences(result_workbook(of_tree(seed))) == []


def test_another_figure_would_be_found() -> None:
    """A stored result that is changed by its last decimal, a rank and a class are each told, with what is right."""
    data = result_workbook(cchc_index.open_cycle("lai-chau-2021").score())
    by_place = formulas_of(data)
    chosen = [place for place in by_place if place[0] == "Xếp hạng"]

    for place, wrong in ((("Xếp hạng", "F7"), "94.43"), (("Xếp hạng", "A10"), "2"), (("Xếp hạng", "G10"), "Tốt")):
        assert place in chosen
        found = differences(spoilt(data, *place, wrong))
        assert [each[:2] for each in found] == [place]
        assert found[0][3] == by_place[place][1]


def test_kinds_of_formulas_are_there() -> None:
    """Random sets in which every figure is a value and none a formula would prove nothing."""
    said = " ".join(text for seed in SEEDS for text, _ in formulas_of(book_of(seed)).values())

    for part in ("SUM(", "MIN(", "MAX(", "ISEVEN(", "INT(", "COUNTIFS(", "SUMIFS(", "SUMPRODUCT(", ">=", "/100"):
        assert part in said, part


@pytest.mark.parametrize(
    "name", ['=HYPERLINK("http://a")', "@SUM(A1)", "+1", "-1", "<b>&amp;</b>", "x" * 300, "1", "#N/A"]
)
def test_what_a_unit_typed_stays_a_text(name: str) -> None:
    """Its name, wherever it stands, is a text: no formula, no link to elsewhere, no number."""
    data = result_workbook(of_text(SMALL, [{"unit": "a", "name": name, "1": "4", "2": "3.5"}]))
    read = openpyxl.load_workbook(io.BytesIO(data))

    assert differences(data) == []
    cells = [each for sheet in read for row in sheet.iter_rows() for each in row if each.value == name]
    assert {each.data_type for each in cells} == {"s"}
    assert len(cells) >= 5
    assert all(each.hyperlink is None or each.hyperlink.target is None for each in cells)


def test_each_sheet_says_what_it_is_of() -> None:
    """The set with its stage, its status and source, and that the data are synthetic; on the first sheet the digest."""
    cycle = cchc_index.open_cycle("cap-xa-2025").score()
    data = result_workbook(cycle)

    for name in sheet_names(data)[1:]:
        said = " ".join(head(name, data))
        assert "[cap-xa-2025, kết quả]" in said
        assert "minh họa, không phải văn bản thật" in said
        assert "giả lập (synthetic)" in said
    first = texts_of(data, "Kết quả")
    assert cycle.digest in first
    assert any(cycle.inputs["tu-cham.csv"] in text for text in first)


def test_the_words_are_those_of_the_language() -> None:
    """English sheets for who reads English; the figures are the same."""
    cycle = cchc_index.open_cycle("lai-chau-2021").score()
    english, vietnamese = (result_workbook(cycle, language) for language in ("en", "vi"))

    assert sheet_names(english)[:3] == ["Result", "Ranking", "Points"]
    assert [value for _, value in formulas_of(english).values() if not isinstance(value, str)] == [
        value for _, value in formulas_of(vietnamese).values() if not isinstance(value, str)
    ]


def test_the_same_result_makes_the_same_bytes() -> None:
    """No time, no random order."""
    first, second = (result_workbook(cchc_index.open_cycle("cap-xa-2025").score()) for _ in range(2))

    assert first == second


def test_stages_stand_beside_each_other_and_adjustments_are_listed() -> None:
    """Where a cycle has several stages; where it has one, there is no such sheet."""
    data = result_workbook(cchc_index.open_cycle("cap-xa-2025").score())

    assert {"Các giai đoạn", "Điều chỉnh"} <= set(sheet_names(data))
    assert "Tự đánh giá" in texts_of(data, "Các giai đoạn")
    assert "Các giai đoạn" not in sheet_names(result_workbook(cchc_index.open_cycle("lai-chau-2021").score()))


def test_several_sets_and_stages_have_sheets_of_their_own() -> None:
    """Numbered, and said on the first sheet; units have one sheet each, of the last stage."""
    data = result_workbook(cchc_index.open_cycle("cao-bang-2021").score())
    assert {"Xếp hạng 1", "Xếp hạng 2", "Điểm 2"} <= set(sheet_names(data))

    every = result_workbook(cchc_index.open_cycle("cap-xa-2025").score("all"))
    names = sheet_names(every)
    assert {"Xếp hạng 1", "Xếp hạng 2", "Xếp hạng 3"} <= set(names)
    assert names.count("Xã Ví dụ 1") == 1
    assert differences(every) == []


def test_nobody_ranked_and_one_unit() -> None:
    """Incomplete, with nothing that applies, and alone: no rank is invented, and the formulas hold."""
    rows = [
        {"unit": "a", "name": "A", "1": "na", "2": ""},
        {"unit": "b", "name": "B", "1": "1", "2": ""},
    ]
    none = result_workbook(of_text(SMALL, rows))
    one = result_workbook(of_text(SMALL, [{"unit": "a", "name": "A", "1": "3", "2": "4.99"}]))

    assert differences(none) == differences(one) == []
    assert texts_of(none, "Xếp hạng").count("chưa đủ số liệu") == 2
    assert ("Xếp hạng", "A7") in formulas_of(one)
    assert formulas_of(one)["Xếp hạng", "G7"][1] == "Khá"


def test_more_units_than_tabs_are_told() -> None:
    """There is no sheet for each then, and the first one says where reasons are found."""
    cycle = cchc_index.open_cycle("lai-chau-2021").score()
    data = result_workbook(cycle, most_unit_sheets=16)

    assert sheet_names(data) == ["Kết quả", "Xếp hạng", "Điểm", "Điểm tối đa", "Chỉ số thành phần", "Xếp loại"]
    assert any("cchc-index explain" in text and "17 đơn vị" in text for text in texts_of(data, "Kết quả"))
    assert differences(data) == []


def test_what_a_spreadsheet_has_no_room_for_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the numbers and the cure."""
    monkeypatch.setattr(book, "MOST_CELLS", 10)
    with pytest.raises(WritingError, match="153 points") as refused:
        result_workbook(cchc_index.open_cycle("lai-chau-2021").score())
    assert "-o result.csv" in refused.value.problems[0].text("en")


def test_a_thousand_criteria_have_columns() -> None:
    """A parent of a thousand parts is added up by one formula, and another of every second part too."""
    leaves = "\n".join(
        f"      - {{code: 1.{n}, title: Lá, max_points: 0.1, rule: points, not_applicable: allowed}}"
        for n in range(1, 1001)
    )
    text = (
        SMALL.partition("criteria:")[0]
        + "criteria:\n  - code: '1'\n    title: Một\n    max_points: 100\n    criteria:\n"
    )
    row = {"unit": "a", "name": "A"} | {f"1.{n}": "na" if n % 3 == 0 else "0.1" for n in range(1, 1001)}

    data = result_workbook(of_text(text + leaves + "\n", [row]))

    assert differences(data) == []
    assert formulas_of(data)["Điểm", "C9"] == ("=ROUND(SUM(D9:ALO9),2)", 66.7)


def test_a_missing_extra_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the command to type."""
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(MissingExtraError, match="office"):
        result_workbook(cchc_index.open_cycle("lai-chau-2021").score())
