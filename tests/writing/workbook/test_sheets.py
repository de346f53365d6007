"""What stands on the sheets of a cycle: in its place, in an officer's words, and in agreement with the result."""

from __future__ import annotations

import io
from decimal import Decimal
from functools import cache
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

import cchc_index
from cchc_index.cycles.cycle_result import CycleResult
from cchc_index.writing.workbook import adjusted, classes, components, cover, points, provenance, ranking, stages, units
from cchc_index.writing.workbook.book import result_workbook
from cchc_index.writing.workbook.comparing import Compared
from cchc_index.writing.workbook.facts import Facts
from cchc_index.writing.workbook.nodes import NodeFormulas
from cchc_index.writing.workbook.sheets import MOST_LETTERS, lines_of
from tests.cycles.council import CYCLE, council_cycle
from tests.writing.workbook.recalculating import differences, formulas_of
from tests.writing.workbook.test_book import SMALL, of_text, of_tree


@cache
def cycle(name: str = "cap-xa-2025") -> CycleResult:
    """A worked cycle."""
    return cchc_index.open_cycle(name).score()


@cache
def opened(name: str = "cap-xa-2025") -> openpyxl.Workbook:
    """Its workbook with the results that are stored in it."""
    return openpyxl.load_workbook(io.BytesIO(result_workbook(cycle(name))), data_only=True)


def _links(sheet: Worksheet) -> dict[str, str | None]:
    """By cell where its link leads in the workbook."""
    return {each.coordinate: each.hyperlink.location for row in sheet.iter_rows() for each in row if each.hyperlink}


def row_of(sheet: Worksheet, text: str) -> list[object]:
    """The values of the first row that holds a text."""
    return next([each.value for each in row] for row in sheet.iter_rows() if text in {each.value for each in row})


@pytest.mark.parametrize("name", ["lai-chau-2021", "pci-2021", "cap-xa-2024", "cap-xa-2025"])
def test_the_ranking_has_each_unit_with_its_figures(name: str) -> None:
    """Rank, points, attainable points, index and class, as the scorecards have them."""
    sheet, result = opened(name)["Xếp hạng"], cycle(name).results[0]

    for card in result:
        found = row_of(sheet, card.unit.id)
        assert found[ranking.RANK] == (card.rank or "–")
        for column, figure in (
            (ranking.POINTS, card.points),
            (ranking.MAXIMUM, card.max_points),
            (ranking.INDEX, card.index),
        ):
            assert Decimal(str(found[column])) == figure
        assert found[ranking.BAND] == (card.band.label.say("vi") if card.band else "–")
    assert sheet.freeze_panes == "C6"
    assert sheet.print_title_rows == "$5:$5"


def test_names_lead_to_the_sheets_of_units() -> None:
    """And back; links stay in the workbook."""
    book = opened()

    assert _links(book["Xếp hạng"])["B7"] == "'Xã Ví dụ 1'!A1"
    assert _links(book["Xã Ví dụ 1"]) == {"A5": "'Xếp hạng'!A1"}


def test_points_and_attainable_points_stand_in_the_same_cells() -> None:
    """What does not apply is a word in both, and no zero."""
    book, card = opened(), cycle()["xa-3"]
    got, most = book["Điểm"], book["Điểm tối đa"]
    column = points.NODES + card.criteria.node("2.3").position

    assert row_of(got, "Xã Ví dụ 3")[column] == row_of(most, "Xã Ví dụ 3")[column] == "KAD"
    assert row_of(got, "Xã Ví dụ 3")[points.TOTAL] == 72.95
    assert row_of(most, "Xã Ví dụ 3")[points.TOTAL] == 90
    assert got.freeze_panes == "C8"


def test_component_indices_have_ranks_by_area() -> None:
    """As the nodes of the scorecards have them."""
    sheet, result = opened()["Chỉ số thành phần"], cycle().results[0]
    heads = [each.value for each in sheet[components.HEADER + 1]]

    for card in result:
        found = row_of(sheet, card.unit.name)
        for node in card.nodes.values():
            if node.code in heads and node.depth == 0:
                assert Decimal(str(found[heads.index(node.code)])) == node.index
                assert found[heads.index(node.code) + 1] == (node.rank or "–")


def test_classes_have_cut_offs_and_counts() -> None:
    """Each class of each group, those without units as well."""
    sheet, result = opened()["Xếp loại"], cycle().results[0]
    counts = result.band_counts()["xã"]
    rows = [[each.value for each in row] for row in sheet.iter_rows(min_row=classes.FIRST + 1)]

    assert [row[classes.LABEL] for row in rows] == ["Xuất sắc", "Tốt", "Khá", "Trung bình", "Yếu"]
    assert [row[classes.CUT_OFF] for row in rows] == [90, 80, 65, 50, "–"]
    assert {row[classes.LABEL]: row[classes.UNITS] for row in rows if row[classes.UNITS]} == counts


def test_stages_differ_by_what_both_could_give() -> None:
    """Of areas the last less the first; of a total without its survey the areas' differences together."""
    found = row_of(opened()["Các giai đoạn"], "Xã Ví dụ 7")

    assert found[1:5] == [55, 65.55, 66.05, -0.5]
    assert stages.StageColumns(cycle().results[0]).node("xa-7", "2") == "22.00"
    assert stages.StageColumns(cycle().results[0]).node("xa-7", "9") is None


def test_adjustments_say_who_and_why() -> None:
    """With the decision and the objection that they answer."""
    found = [each.value for each in opened()["Điều chỉnh"][adjusted.FIRST + 1]]

    assert found == [
        "Xã Ví dụ 7", "2.2", "Công khai thủ tục", "kết quả", "cộng 0,5 điểm", "đã niêm yết lại trước 31/12",
        "Hội đồng thẩm định", "2026-02-04", "BB 1/BB-HĐ", "K1",
    ]  # fmt: skip


def test_a_unit_has_its_whole_tree_with_reasons() -> None:
    """Each node in the order of the set, with points, status, reason and reference as `explain` has them."""
    sheet, card = opened()["Xã Ví dụ 3"], cycle()["xa-3"]
    head = [each.value for each in sheet[units.HEADER + 1]]
    rows = [[each.value for each in row] for row in sheet.iter_rows(min_row=units.FIRST + 1)]
    nodes = card.explain("vi").nodes

    assert len(rows) == len(nodes)
    for row, node in zip(rows, nodes, strict=True):
        said = dict(zip(head, row, strict=True))
        assert said["Mã"] == node.code
        assert str(said["Lĩnh vực, tiêu chí"]).strip() == node.title
        assert (said["Điểm"] == "KAD") if node.points is None else Decimal(str(said["Điểm"])) == node.points
        assert said["Lý do"] == node.reason
        assert (said["Căn cứ"] or "") == node.reference
    assert sheet.print_title_rows == "$10:$10"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (None, 0)  # one page wide, as many high


def test_what_has_no_exact_formula_is_marked() -> None:
    """A node of another aggregation, one with a requirement: a value on yellow; its parent is a formula again."""
    text = (
        SMALL.partition("criteria:")[0]
        + """criteria:
  - code: "1"
    title: Một
    max_points: 10
    criteria:
      - code: "1.1"
        title: Gộp
        max_points: 6
        combine: geometric
        criteria:
          - {code: 1.1.1, title: A, max_points: 1, rule: points}
          - {code: 1.1.2, title: B, max_points: 2, rule: points}
      - code: "1.2"
        title: Điều kiện
        max_points: 4
        requires: {1.1.1: {at_least: 0.5}}
        criteria:
          - {code: 1.2.1, title: C, max_points: 4, rule: points}
"""
    )
    row = {"unit": "a", "name": "A", "1.1.1": "0.5", "1.1.2": "1.5", "1.2.1": "3"}
    data = result_workbook(of_text(text, [row]))
    sheet = openpyxl.load_workbook(io.BytesIO(data))["Điểm"]
    by_code = {each.value: each.column for each in sheet[points.HEADER + 1] if each.value}

    marked = {code for code, column in by_code.items() if sheet.cell(9, column).fill.fgColor.rgb == "FFFFF2C4"}
    assert marked == {"1.1", "1.2"}
    assert sheet.cell(9, by_code["1"]).data_type == "f"
    assert {sheet.cell(9, by_code[code]).data_type for code in ("1.1", "1.2")} == {"n"}
    assert differences(data) == []


def test_classes_that_something_else_decides_are_values() -> None:
    """With what a class needs, no formula says the class, and the sheet of classes says so."""
    needs = "bands: [{label: Tốt, from: 80, needs: [{node: '1', points: 4}]}, {label: Kém}]"
    text = SMALL.replace("bands: [{label: Tốt, from: 80}, {label: Khá, from: 70}, {label: Kém}]", needs)
    data = result_workbook(of_text(text, [{"unit": "a", "name": "A", "1": "3", "2": "6"}]))
    book = openpyxl.load_workbook(io.BytesIO(data))

    assert book["Xếp hạng"]["G7"].value == "Kém"
    assert book["Xếp hạng"]["G7"].fill.fgColor.rgb == "FFFFF2C4"
    assert "giá trị, không phải công thức" in book["Xếp loại"]["A4"].value


def test_the_first_sheet_leads_to_the_others() -> None:
    """And says how cells look, and what a reader should know."""
    sheet = opened()["Kết quả"]
    said = [str(each.value) for row in sheet.iter_rows() for each in row if each.value is not None]

    assert set(_links(sheet).values()) == {
        f"'{name}'!A1"
        for name in opened().sheetnames
        if name != "Kết quả" and not name.startswith(("Xã", "Phường", "Đặc"))
    }
    assert any("giá trị, không phải công thức" in text for text in said)
    assert any("Xã Ví dụ 7, 2.2, kết quả: cộng 0,5 điểm" in text for text in said)
    assert cover.Cover.__doc__


def test_a_provisional_result_says_so_on_every_sheet(tmp_path: Path) -> None:
    """Which criteria wait for their file, beside what the set and the data are."""
    council_cycle(tmp_path, "")
    (tmp_path / "cycle.yaml").write_text(f"{CYCLE}awaiting: [{{codes: ['3']}}]\n", encoding="utf-8")
    (tmp_path / "appraised.csv").write_text("unit,1.rate,2.1,2.2\na,80,5,40\nb,70,4,20\n", encoding="utf-8")
    provisional = cchc_index.open_cycle(tmp_path).score("appraised")
    book = openpyxl.load_workbook(io.BytesIO(result_workbook(provisional)))
    own, status, data = provenance.said_of(provisional.results[0], "vi")

    for sheet in book.worksheets[1:]:
        assert sheet["A2"].value == own
        assert sheet["A3"].value.startswith(f"{status}. {data}. ")
        assert "TẠM THỜI, còn chờ số liệu: 3 S." in sheet["A3"].value
        assert sheet["A3"].font.bold
    assert "A" in book.sheetnames


def test_ranks_are_compared_by_whole_numbers() -> None:
    """Exact indices too: of equal fractions the numbers are equal, of others they are not."""
    for seed in range(40):
        result = of_tree(seed).results[0]
        facts = Facts(result, "vi")
        if (result.criteria.rank.by, result.criteria.rank.compare) != ("index", "exact"):
            continue
        compared = Compared(facts)
        found: dict[Decimal, set[int]] = {}
        for at, card in enumerate(facts.cards):
            if card.rank is not None and card.points is not None and card.max_points is not None:
                found.setdefault(card.points / card.max_points, set()).add(compared.keys[at])
        assert compared.power is not None
        assert all(len(keys) == 1 for keys in found.values())
        assert len(set.union(set(), *found.values())) == len(found)
        assert [keys for _, keys in sorted(found.items())] == sorted(found.values(), key=min)
        return
    pytest.fail("no such set among the first")


def test_formulas_of_nodes_are_none_where_none_is_exact() -> None:
    """Numbers of too many digits, though sums of them still are formulas."""
    facts = Facts(cycle().results[0], "vi")
    own = NodeFormulas(facts.criteria, {}, 10**12)

    assert facts.formulas.index("A1", "B1") == "=ROUND(ROUND(A1*100,0)*10000/ROUND(B1*100,0),0)/100"
    assert own.index("A1", "B1") is None


def test_the_page_for_officers_shows_a_formula_that_is_there() -> None:
    """What docs/workbook.md says of one cell is what stands in it."""
    page = (Path(__file__).parents[3] / "docs" / "workbook.md").read_text(encoding="utf-8")

    assert f"\n{formulas_of(result_workbook(cycle()))['Xếp hạng', 'F9'][0]}\n" in page


def test_rows_are_as_high_as_their_texts() -> None:
    """A text of several lines is given several, and one that no cell takes is cut."""
    long = "Ủy ban nhân dân " * 20
    data = result_workbook(of_text(SMALL, [{"unit": "a", "name": long.strip(), "1": "4", "2": "3"}]))
    book = openpyxl.load_workbook(io.BytesIO(data))

    assert book["Xếp hạng"].row_dimensions[7].height >= 15 * 7
    assert _links(book["Xếp hạng"])["C7"] == f"'{book.sheetnames[-1]}'!A1"
    assert book.worksheets[-1].row_dimensions[1].height > 30
    assert lines_of("x" * 100, 50) == 3
    assert MOST_LETTERS < 32_767
    assert formulas_of(data)
