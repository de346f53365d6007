"""Annexes become drafts: what is certain is filled in, the rest is marked with its own text, and nothing is guessed."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

import cchc_index
from cchc_index.cli import main
from cchc_index.messages.annex import ANNEX_PHRASES
from cchc_index.office.annex.draft import draft_of
from cchc_index.office.annex.headings import HEADINGS
from cchc_index.office.annex.numbering import Numbering, label_of
from cchc_index.office.annex.opening import read_annex
from cchc_index.office.annex.preamble import settings_of_annex
from cchc_index.office.annex.table import annex_of, heading_of, number_in
from cchc_index.office.annex.tree import tree_of
from cchc_index.problems.errors import CriteriaError
from cchc_index.problems.problem import Language
from cchc_index.reading.declared import InputFormat
from cchc_index.reading.grids.cells import Texts
from cchc_index.reading.sources import read_grids
from cchc_index.registry.registry import Registry
from tests.conftest import Converter
from tests.office.annex.annexes import FOLDER, NAMES, write_annex
from tests.office.annex.listing import draft_named, expected, listing


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("name", NAMES)
def test_each_annex_becomes_the_draft_that_stands_beside_it(name: str, language: Language) -> None:
    """To the last word; ``python -m tests.office.annex.listing`` writes the texts anew."""
    assert listing(draft_named(name, language), language) == expected(name, language).read_text(encoding="utf-8")


@pytest.mark.parametrize("name", NAMES)
def test_the_annexes_are_those_that_the_script_writes(name: str, tmp_path: Path) -> None:
    """Cell by cell, merged cells among them."""
    write_annex(name, tmp_path / "anew.xlsx")
    anew, kept = (openpyxl.load_workbook(path).active for path in (tmp_path / "anew.xlsx", FOLDER / f"{name}.xlsx"))
    assert isinstance(anew, Worksheet)
    assert isinstance(kept, Worksheet)

    assert list(anew.values) == list(kept.values)
    assert sorted(map(str, anew.merged_cells.ranges)) == sorted(map(str, kept.merged_cells.ranges))


@pytest.mark.parametrize("ending", ["ods", "xls"])
def test_an_annex_saved_by_another_program_gives_the_same_draft(
    ending: str, tmp_path: Path, converted: Converter
) -> None:
    """LibreOffice opens it and saves it in its own formats; merged cells and numbers stay what they were."""
    (saved,) = converted([FOLDER / "xa-mau.xlsx"], ending)
    draft = read_annex(saved, "xa-mau", Registry.builtin(), "vi")
    assert draft is not None

    assert listing(draft, "vi") == expected("xa-mau", "vi").read_text(encoding="utf-8")


def _annex(path: Path, rows: list[list[Any]], sheets: int = 1, head: list[Any] | None = None) -> Path:
    book = openpyxl.Workbook()
    for number in range(sheets):
        sheet = book.active if not number else book.create_sheet(f"Phụ lục {number}")
        assert isinstance(sheet, Worksheet)
        for row in [head or ["STT", "Tiêu chí", "Điểm tối đa", "Cách chấm"], *rows]:
            sheet.append(row)
    book.save(path)
    return path


def _rows(path: Path) -> list[dict[str, str]]:
    draft = read_annex(path, path.name, Registry.builtin(), "vi")
    assert draft is not None
    return [dict(row) for row in draft.sheet.rows]


def test_a_draft_with_marks_makes_no_set(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each open place is told in the sheet's own words with its cell, and no file is written."""
    annex = _annex(tmp_path / "pl.xlsx", [["1", "Kế hoạch", 2, "Tốt thì chấm cao"], ["", "Tổng cộng", 2]])
    assert main(["criteria-sheet", str(annex)]) == 0
    said = capsys.readouterr().out
    assert "1 tiêu chí, 1 tiêu chí được chấm, nhận ra cách chấm của 0" in said

    assert main(["criteria-sheet", str(tmp_path / "pl-nhap.xlsx")]) == 1

    told = capsys.readouterr().err
    assert "trang tính Tiêu chí, ô G2: còn chờ quyết định: Không hiểu chắc chắn: 'Tốt thì chấm cao'" in told
    assert "trang tính Bộ tiêu chí, ô D5: còn chờ quyết định: Ghi official" in told
    assert not (tmp_path / "pl-nhap.yaml").exists()


def test_what_is_wrong_beside_the_marks_is_told_with_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """All in one run: but not what is only so because a row is still to be decided."""
    rows = [["1", "Kế hoạch", 2, "Tốt thì chấm cao"], ["2", "Báo cáo", 3, "Có: 3; không: 0"], ["", "Tổng cộng", 5]]
    assert main(["criteria-sheet", str(_annex(tmp_path / "pl.xlsx", rows))]) == 0
    draft = tmp_path / "pl-nhap.xlsx"
    book = openpyxl.load_workbook(draft)
    sheet = book.worksheets[1]
    sheet.cell(3, [cell.value for cell in sheet[1]].index("Cách chấm") + 1).value = "Có hay khong"
    book.save(draft)
    capsys.readouterr()

    assert main(["criteria-sheet", str(draft)]) == 1

    told = [line for line in capsys.readouterr().err.splitlines() if line.startswith(str(draft)) and ", ô " in line]
    assert [line.partition("ô ")[2].partition(":")[0] for line in told][-2:] == ["G2", "J3"]
    assert ["còn chờ quyết định" in line for line in told] == [True] * (len(told) - 1) + [False]


def _decide(path: Path, settings: dict[str, Any], cells: dict[tuple[int, str], Any]) -> None:
    """What a person does: fills in what is open, and empties the last column."""
    book = openpyxl.load_workbook(path)
    first, second = book.worksheets[:2]
    for row in first.iter_rows(min_row=2):
        if row[0].value in settings:
            row[1].value = settings[str(row[0].value)]
        row[3].value = None
    heads = [cell.value for cell in second[1]]
    for (line, head), value in cells.items():
        second.cell(line, heads.index(head) + 1).value = value
    for row in second.iter_rows(min_row=2):
        row[heads.index("Cần quyết định")].value = None
    book.save(path)


def test_a_decided_draft_makes_a_set_that_scores(tmp_path: Path) -> None:
    """From the annex of a province to points: Roman areas, rules of sentences, classes of the footnote."""
    annex = tmp_path / "so-mau.xlsx"
    annex.write_bytes((FOLDER / "so-mau.xlsx").read_bytes())
    assert main(["criteria-sheet", str(annex)]) == 0
    draft = tmp_path / "so-mau-nhap.xlsx"
    settings = {"source.status": "illustrative", "rounding.points": 2, "rounding.index": 2}
    _decide(
        draft,
        settings,
        {(10, "Cách chấm"): "Chấm trực tiếp", (26, "Cách chấm"): "Quy đổi thang điểm", (26, "Tham số"): "thang: 100"},
    )

    assert main(["criteria-sheet", str(draft)]) == 0

    criteria = cchc_index.load_criteria(tmp_path / "so-mau-nhap.yaml")
    assert (criteria.name, str(criteria.max_points)) == ("so-mau-2026", "60.0")
    row = {"unit": "a", "I.1.1": "có", "I.1.2": "90", "I.2.bao_cao_cham": "1", "I.2.bao_cao_thieu": "2", "I.3": "2"}
    row |= {"I.4": "3", "II.1": "49.9", "II.2": "1", "III.1.1": "97", "III.1.2": "35", "III.2": "6", "IV.1": "83"}
    card = cchc_index.score(
        criteria, cchc_index.read_assessment([row | {"IV.2": "90", "T1": "1", "DT1": "1"}], criteria)
    )["a"]
    points = {node.code: str(node.points) for node in card.explain().nodes}
    assert points["I.2"] == "0.75"
    assert (points["II.1"], points["III.1.1"], points["III.1.2"], points["III.2"]) == ("0.00", "7.50", "2.50", "0.00")
    assert str(card.points) == "37.55"


NUMBERS: dict[str, tuple[list[list[Any]], list[tuple[str, str]]]] = {
    "Roman areas above dotted numbers": (
        [["I", "A", 3], ["1.1", "B", 3], ["1.1.1", "C", 1, "Có: 1; không: 0"], ["1.1.2", "D", 2, "Tỷ lệ × 2"]],
        [("1", "I"), ("2", "1.1"), ("3", "1.1.1"), ("3", "1.1.2")],
    ),
    "numbers that begin anew in each area": (
        [["A", "A", 1], ["1", "B", 1, "Có: 1; không: 0"], ["B", "C", 1], ["1", "D", 1, "Có: 1; không: 0"]],
        [("1", "A"), ("2", "A.1"), ("1", "B"), ("2", "B.1")],
    ),
    "a national annex": (
        [
            ["1", "A", 1.5, "Tính tỷ lệ % nhiệm vụ hoàn thành so với kế hoạch."],
            ["", "Hoàn thành 100% kế hoạch: 1.5"],
            [
                "",
                "Hoàn thành từ 80% - dưới 100% kế hoạch thì điểm đánh giá được tính theo công thức: Tỷ lệ % hoàn "
                "thành x 1.5 / 100%",
            ],
            ["", "Hoàn thành dưới 80% kế hoạch: 0"],
        ],
        [("1", "1")],
    ),
    "numbers that run on": (
        [["I", "A", 1], ["1", "B", 1, "Có: 1; không: 0"], ["II", "C", 1], ["2", "D", 1, "Có: 1; không: 0"]],
        [("1", "I"), ("2", "1"), ("1", "II"), ("2", "2")],
    ),
}


@pytest.mark.parametrize("manner", NUMBERS)
def test_levels_follow_from_the_numbering(manner: str, tmp_path: Path) -> None:
    """And each criterion gets a code of its own; nothing is marked."""
    rows, wanted = NUMBERS[manner]

    found = _rows(_annex(tmp_path / "a.xlsx", rows))

    assert [(row["level"], row["code"]) for row in found] == wanted
    assert not any("decide" in row for row in found)


FAULTS: dict[str, tuple[list[list[Any]], str]] = {
    "parts that do not add up": ([["1", "A", 3], ["1.1", "B", 2, "Có: 2; không: 0"]], "annex.sum"),
    "a total that is another": ([["1", "A", 3, "Có: 3; không: 0"], ["", "Tổng cộng", 4]], "annex.total"),
    "no maximum": ([["1", "A", None, "Có: 3; không: 0"]], "annex.no_points"),
    "a maximum left out above its parts": ([["1", "A"], ["1.1", "B", 2, "Tỷ lệ × 2"]], "annex.points_left_out"),
    "a maximum in words": ([["1", "A", "hai", "Có: 2; không: 0"]], "annex.points_unread"),
    "a number that is left out": ([["1", "A", 1, "Tỷ lệ × 1"], ["3", "B", 1, "Tỷ lệ × 1"]], "annex.number_gap"),
    "a number twice": ([["1", "A", 1, "Tỷ lệ × 1"], ["1", "B", 1, "Tỷ lệ × 1"]], "annex.number_twice"),
    "a number of no level": ([["1", "A", 1, "Tỷ lệ × 1"], ["4.1", "B", 1, "Tỷ lệ × 1"]], "annex.number_level"),
    "a number that became a date": (
        [["1", "A", 2], [date(2025, 2, 1), "B", 1, "Tỷ lệ × 1"], ["1.2", "C", 1, "Tỷ lệ × 1"]],
        "annex.number_unread",
    ),
    "a maximum that the sentence denies": ([["1", "A", 2, "Tính theo công thức (b/a)*3"]], "annex.contradiction"),
    "a table that stops below the maximum": ([["1", "A", 2, "Đạt 100%: 1; dưới 100%: 0"]], "annex.fault"),
    "a gap between steps": ([["1", "A", 2, "Đạt 100%: 2; dưới 80%: 0"]], "annex.fault"),
    "a table that turns": (
        [["1", "A", 8, "Từ 100%: 2; từ 80% đến dưới 100%: 8; từ 60% đến dưới 80%: 3"]],
        "annex.asked",
    ),
    "rates that may be fractions": ([["1", "A", 1, "Từ 0,98% trở lên: 1; dưới 0,98%: 0"]], "annex.asked"),
    "half a sentence": ([["1", "A", 2, "Đạt 100%: 2; chậm thì xem xét"]], "annex.half"),
    "no sentence": ([["1", "A", 2]], "annex.no_text"),
    "scoring above parts": ([["1", "A", 1, "Mỗi lỗi trừ 0,5"], ["1.1", "B", 1, "Tỷ lệ × 1"]], "annex.parent_scored"),
    "a row of nobody": ([["", "Lời dẫn", 1], ["1", "A", 1, "Tỷ lệ × 1"]], "annex.loose"),
    "one row above all areas": (
        [
            ["A", "Phần chấm điểm", 1],
            ["I", "B", 1],
            ["1", "C", 1, "Tỷ lệ × 1"],
            ["", "Điểm thưởng", 1, "Mỗi mô hình 1 điểm"],
        ],
        "annex.wrapper",
    ),
    "a bonus above the total": (
        [["1", "A", 1, "Tỷ lệ × 1"], ["", "Điểm thưởng", 1, "Mỗi mô hình 1 điểm"], ["", "Tổng", 1]],
        "annex.block_before_total",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_what_is_not_certain_is_marked(fault: str, tmp_path: Path) -> None:
    """With a line that says what to decide."""
    rows, key = FAULTS[fault]
    begins = ANNEX_PHRASES[key][0].partition("{")[0]

    found = _rows(_annex(tmp_path / "a.xlsx", rows))

    assert any(begins in row.get("decide", "") for row in found), found
    if key in ("annex.contradiction", "annex.fault", "annex.half"):
        assert not any("rule" in row for row in found)


@pytest.mark.parametrize(
    ("numbers", "expected"), [("I III", "II"), ("XIX XXI", "XX"), ("A C", "B"), ("a c", "b"), ("1 3", "2")]
)
def test_what_was_expected_is_told_as_the_annex_counts(numbers: str, expected: str) -> None:
    """Roman figures, letters and numbers each go on in their own kind."""
    numbering = Numbering()
    first, second = numbers.split()
    numbering.next(first)
    found = numbering.next(second)

    assert (found.fault, found.expected) == ("gap", expected)


def test_the_cell_1_10_that_became_1_1_is_marked(tmp_path: Path) -> None:
    """After 1.9 a number 1.1 was typed as 1.10."""
    rows: list[list[Any]] = [["1", "A", 10], *([float(f"1.{number}"), "B", 1, "Tỷ lệ × 1"] for number in range(1, 10))]
    found = _rows(_annex(tmp_path / "a.xlsx", [*rows, [1.1, "B", 1, "Tỷ lệ × 1"]]))

    assert "1.10 đã thành 1.1" in found[-1]["decide"]
    assert [row["code"] for row in found if "decide" not in row][1:3] == ["1.2", "1.3"]


def test_a_scoring_cell_over_several_rows_is_marked(tmp_path: Path) -> None:
    """A merged cell says nothing of whose sentence it is."""
    path = _annex(tmp_path / "a.xlsx", [["1", "A", 1, "Tỷ lệ × 1"], ["2", "B", 1]])
    book = openpyxl.load_workbook(path)
    book.worksheets[0].merge_cells("D2:D3")
    book.save(path)

    assert all("gộp qua nhiều dòng" in row["decide"] for row in _rows(path))


def test_a_workbook_that_is_neither_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is looked for is named; a workbook with two annexes is parted by a person."""
    assert main(["criteria-sheet", str(_annex(tmp_path / "a.xlsx", [["x"]], head=["A", "B"]))]) == 1
    assert "dòng tiêu đề với STT, Tiêu chí, Điểm tối đa" in capsys.readouterr().err
    with pytest.raises(CriteriaError) as caught:
        read_annex(_annex(tmp_path / "b.xlsx", [["1", "A", 1]], sheets=2), "b.xlsx", Registry.builtin(), "vi")
    assert [problem.key for problem in caught.value.problems] == ["annex.two_tables"]


def test_headings_and_numbers_are_read_as_annexes_write_them() -> None:
    """Each heading of the table is known as what it stands for; a number of two readings is none."""
    for name, begins in HEADINGS:
        for begin in begins:
            assert heading_of(begin.upper()) == name, begin
    assert (str(number_in("2,50")), number_in("1.000"), number_in("2-3")) == ("2.50", None, None)


def test_titles_and_classes_around_the_table_are_settings() -> None:
    """The decision's number and date, the title, the classes of a footnote that meet."""
    (grid,) = read_grids(FOLDER / "so-mau.xlsx", "a", InputFormat(), Texts())
    annex = annex_of(grid)
    assert annex is not None

    settings = {key: value for key, value, _ in settings_of_annex(annex, tree_of(annex).feet, "Phụ lục 1", "vi")}

    assert draft_of(annex, "vi", Registry.builtin()).sheet.draft
    assert (settings["id"], settings["source.decision"], settings["source.date"]) == (
        "phu-luc-1",
        "000/QĐ-UBND",
        "2026-01-05",
    )
    assert settings["classify.thresholds.bands[3].from"] == "65"


def _settings(path: Path) -> dict[str, tuple[str, str]]:
    draft = read_annex(path, path.name, Registry.builtin(), "vi")
    assert draft is not None
    return {key or open_: (value, open_) for key, value, open_ in draft.sheet.settings}


END: list[list[Any]] = [["1", "A", 1, "Tỷ lệ × 1"], ["", "Tổng cộng", 1]]


@pytest.mark.parametrize(
    "signed",
    [
        [["", "TM. ỦY BAN NHÂN DÂN"], ["", "CHỦ TỊCH"], ["", "(Đã ký)"], ["", "Nguyễn Văn A"]],
        [["", "", "", "KT. CHỦ TỊCH"], ["", "", "", "PHÓ CHỦ TỊCH"], ["", "Trần Thị B"]],
        [["Nơi nhận:", "", "", "GIÁM ĐỐC"], ["- Như Điều 3;"], ["- Lưu: VT."]],
    ],
)
def test_who_signed_is_no_footnote(signed: list[list[Any]], tmp_path: Path) -> None:
    """With a row of totals above, and without; a note that follows is one all the same."""
    note = ["(*) Số liệu đến ngày 30/11."]
    for name, rows in (("a", [*END, *signed]), ("b", [END[0], *signed])):
        path = _annex(tmp_path / f"{name}.xlsx", rows)
        assert not any("Ghi chú" in open_ for _, open_ in _settings(path).values())
        assert len(_rows(path)) == 1
    noted = _settings(_annex(tmp_path / "c.xlsx", [*END, *signed, note]))
    assert sum("30/11" in open_ for _, open_ in noted.values()) == 1


@pytest.mark.parametrize(
    ("foot", "points", "index"),
    [
        ("Ghi chú: Điểm làm tròn đến 2 chữ số thập phân.", "2", ""),
        ("Điểm, chỉ số được làm tròn đến hai chữ số sau dấu phẩy", "2", "2"),
        ("Chỉ số làm tròn đến 03 chữ số thập phân", "", "3"),
        ("Tổng điểm làm tròn đến 1 chữ số thập phân", "", ""),
        ("Điểm làm tròn đến 2 chữ số thập phân, trừ điểm điều tra", "", ""),
    ],
)
def test_a_footnote_may_say_the_rounding(foot: str, points: str, index: str, tmp_path: Path) -> None:
    """Only where it says nothing else; else the draft does not say that the annex is silent."""
    settings = _settings(_annex(tmp_path / "a.xlsx", [*END, ["", foot]]))

    assert (settings["rounding.points"][0], settings["rounding.index"][0]) == (points, index)
    assert "không nói làm tròn" not in settings["rounding.points"][1]
    assert bool(points or index) is not any(foot[:20] in open_ for _, open_ in settings.values())


def test_blocks_that_count_alike_have_codes_of_their_own(tmp_path: Path) -> None:
    """B, 1 and C, 1: the block's number stands before them; codes that are told apart stay."""
    rows: list[list[Any]] = [
        ["I", "Chỉ đạo", 10],
        ["1.", "Kế hoạch", 10, "Tỷ lệ × 10"],
        ["", "Tổng cộng", 10],
        ["B", "ĐIỂM THƯỞNG", 2],
        ["1.", "Sáng kiến", 2, "Mỗi sáng kiến 1 điểm"],
        ["C", "ĐIỂM TRỪ", 2],
        ["1.", "Kỷ luật", 2, "Mỗi trường hợp trừ 1 điểm"],
    ]

    found = _rows(_annex(tmp_path / "a.xlsx", rows))

    assert [row["code"] for row in found if "code" in row] == ["I", "I.1", "B.1", "C.1"]
    assert not any("decide" in row for row in found)


def test_a_name_with_a_blank_is_said_as_it_is_typed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In quotes, so that the next command can be copied."""
    path = _annex(tmp_path / "phu luc.xlsx", END)

    assert main(["criteria-sheet", str(path)]) == 0

    assert f'criteria-sheet "{tmp_path / "phu luc-nhap.xlsx"}"' in capsys.readouterr().out


def test_running_numbers_are_followed_down_a_table() -> None:
    """Letters that are Roman figures too, letters of the Vietnamese alphabet, a number of one's own kind."""
    numbering = Numbering()
    labels = ("A", "I", "1", "II", "B", "C", "D", "Đ", "I", "V.")

    found = [numbering.next(label_of(label)) for label in labels]

    assert [each.level for each in found] == [1, 2, 3, 2, 1, 1, 1, 1, 2, 2]
    assert [each.fault for each in found][-2:] == ["", "gap"]
    assert [label_of(label) for label in ("T1", "P.2", "1.10.", "Ghi chú", "**")] == ["T1", "P.2", "1.10", "", ""]
