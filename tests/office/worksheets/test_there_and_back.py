"""A criteria set as a worksheet: nothing is lost on the way there and back, and mistakes are told with their cells."""

from __future__ import annotations

import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

import cchc_index
from cchc_index.cli import main
from cchc_index.messages.worksheet_rules import PARAMETERS, VALUES
from cchc_index.notation.structure import fields_of, key_of
from cchc_index.notation.yaml_text import criteria_yaml
from cchc_index.office.worksheets.sheet_reading import read_criteria_sheet
from cchc_index.office.worksheets.words import rule_words
from cchc_index.office.worksheets.writing import criteria_sheet
from cchc_index.problems.errors import CriteriaError
from cchc_index.problems.problem import Language
from cchc_index.registry.registry import Registry
from tests.conftest import Converter

SETS = (
    "moha-provinces-2017",
    "nd61-one-stop-2018",
    "pci-2021",
    "cao_bang.departments-2021",
    "cao_bang.districts-2021",
    "template.example-2025",
)
ODD = """
id: odd
edition: "1.10"
title: {en: Only English}
source: {status: illustrative, note: "[không phải danh sách]"}
rounding: {points: 2, index: 2}
not_applicable_words: [na, không áp dụng]
rank: {then: ["1.10"], within: [group, loại]}
optional: ["2"]
classify:
  thresholds:
    bands:
      thành phố: [{label: Tốt, from: 80.50}, {label: "Khá, hơn"}]
      "xã. phường": [{label: Tốt, from: 80}, {label: Khá}]
criteria:
  - code: "1"
    title: Một
    max_points: 10.0
    parts_points: 5
    not_applicable: {when: {loại: "xã, phường", lớn: no}}
    note: {vi: "Ghi chú, có phẩy", en: "Note: with a colon"}
    criteria:
      - code: "1.10"
        title: {vi: "Mười: hai chấm", en: 'Ten, "quoted"'}
        max_points: 5
        free_points: yes
        small_rates: yes
        method: survey
        not_applicable: allowed
        rule: {survey: {options: {good: 100, bad: 0}}}
        reference: "12/2021"
  - {code: "2", title: '=1+1', max_points: 3, rule: yes_no}
  - code: "3"
    title: Ba
    max_points: 2
    rule:
      best_of:
        alternatives:
          first: {points: {}}
          second: {steps: {on: rate, steps: [{from: 90, points: 2}, {from: 50, below: 90, points: 1}]}}
  - {code: "4", title: Bốn, max_points: 1, rule: {proportion: {}}}
extras:
  above_maximum: allowed
  bonus: {max_points: 2, criteria: [{code: T1, title: Thưởng, max_points: 2, rule: {per_case: {points_each: 1}}}]}
  penalty: {code: P, title: Trừ, max_points: 1, criteria: [{code: P1, title: A, max_points: 1, rule: {points: {}}}]}
"""


def _there_and_back(name: str, folder: Path, language: str) -> tuple[cchc_index.CriteriaSet, cchc_index.CriteriaSet]:
    sheet, back = folder / "bang.xlsx", folder / "bo.yaml"
    assert main(["--lang", language, "criteria-sheet", name, "-o", str(sheet)]) == 0
    assert main(["--lang", language, "criteria-sheet", str(sheet), "-o", str(back)]) == 0
    return cchc_index.load_criteria(name), cchc_index.load_criteria(back)


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("name", SETS)
def test_a_shipped_set_comes_back_as_it_was(name: str, language: str, tmp_path: Path) -> None:
    """The same fingerprint: no text, no digit and no order has changed."""
    before, after = _there_and_back(name, tmp_path, language)

    assert before.sha256 == after.sha256


def test_what_has_no_column_comes_back_as_well(tmp_path: Path) -> None:
    """Odd but sound: texts that look like YAML, like formulas and like numbers; nested rules; keys with dots."""
    own = tmp_path / "odd.yaml"
    own.write_text(ODD, encoding="utf-8")

    before, after = _there_and_back(str(own), tmp_path, "vi")

    assert before.sha256 == after.sha256


@pytest.mark.parametrize("ending", ["ods", "xls"])
def test_a_worksheet_saved_by_another_program_is_the_same(
    ending: str, tmp_path: Path, converted: Converter, cao_bang_sheet: Path
) -> None:
    """LibreOffice opens it and saves it in its own formats."""
    (saved,) = converted([cao_bang_sheet], ending)
    found, _ = read_criteria_sheet(saved, "bang", Registry.discover())

    assert found.sha256 == cchc_index.load_criteria("cao_bang.departments-2021").sha256


@pytest.fixture(scope="module")
def cao_bang_sheet(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The departments' set as a worksheet."""
    path = tmp_path_factory.mktemp("worksheet") / "bang.xlsx"
    assert main(["criteria-sheet", "cao_bang.departments-2021", "-o", str(path)]) == 0
    return path


def _hand_made(path: Path, settings: list[list[Any]], criteria: list[list[Any]]) -> Path:
    book = openpyxl.Workbook()
    first = book.active
    assert isinstance(first, Worksheet)
    first.title = "Bộ tiêu chí"
    for row in [["Mục", "Giá trị"], *settings]:
        first.append(row)
    second = book.create_sheet("Tiêu chí")
    for row in criteria:
        second.append(row)
    book.save(path)
    return path


SETTINGS: list[list[Any]] = [
    ["id", "hai-bac"],
    ["edition", 2022],
    ["title", "Bộ thử"],
    ["source.status", "illustrative"],
    ["rounding.points", 2],
    ["rounding.index", 2],
    ["classify.thresholds.bands[1].label", "Tốt"],
    ["classify.thresholds.bands[1].from", 80],
    ["classify.thresholds.bands[2].label", "Khá"],
]
HEADER = ["Mã tiêu chí", "Tên tiêu chí", "Điểm tối đa", "Cách chấm", "Đo theo", "Từ", "Trên", "Đến", "Dưới", "Điểm"]
CRITERIA: list[list[Any]] = [
    HEADER,
    ["1", "Cải cách thể chế", 5],
    ["1.1", "Kế hoạch", 2, "yes_no"],
    ["1.2", "Đúng hạn", 3, "steps", "rate", 95, None, None, None, 3],
    [None, None, None, None, None, 80, None, None, 95, 1.5],
    ["2", "Thủ tục", 1, "points"],
]


def test_a_table_typed_by_hand_makes_a_set(tmp_path: Path) -> None:
    """Without a column of levels, codes say what belongs to what; the file made of it scores."""
    path = _hand_made(tmp_path / "bang.xlsx", SETTINGS, CRITERIA)

    assert main(["criteria-sheet", str(path)]) == 0

    criteria = cchc_index.load_criteria(tmp_path / "bang.yaml")
    assert [node.criterion.code for node in criteria] == ["1", "1.1", "1.2", "2"]
    row = {"unit": "a", "1.1": "có", "1.2.rate": "94.99", "2": "0.5"}
    card = cchc_index.score(criteria, cchc_index.read_assessment([row], criteria))["a"]
    assert (str(card.points), str(card.index)) == ("4.00", "66.67")
    assert 'code: "1.1"' in (tmp_path / "bang.yaml").read_text(encoding="utf-8")


MISTAKES: dict[str, tuple[str, int, int, Any, str, str]] = {
    "a maximum that does not add up": ("Tiêu chí", 3, 3, 2.5, "criteria.sum", "C2"),
    "a decimal comma": ("Tiêu chí", 3, 3, "2,0", "number.comma", "C3"),
    "a code read as a number": ("Tiêu chí", 3, 1, 1.1, "table.code_as_number", "A3"),
    "a code twice": ("Tiêu chí", 4, 1, "1.1", "criteria.code_twice", "A4"),
    "no title": ("Tiêu chí", 6, 2, None, "yaml.missing_key", "B6"),
    "an unknown rule": ("Tiêu chí", 3, 4, "yesno", "name.rules", "D3"),
    "a formula": ("Tiêu chí", 3, 3, "=1+1", "value.formula", "C3"),
    "a step in between": ("Tiêu chí", 5, 9, 94, "steps.gap", "D4"),
    "steps without a rule": ("Tiêu chí", 4, 4, None, "worksheet.no_rule", "E4"),
    "an unknown column": ("Tiêu chí", 1, 5, "Đo", "worksheet.column", "E1"),
    "a column twice": ("Tiêu chí", 1, 9, "Đến", "worksheet.column_twice", "I1"),
    "a status of its own": ("Bộ tiêu chí", 5, 2, "chính thức", "type.choice", "B5"),
    "an unknown key": ("Bộ tiêu chí", 6, 1, "rounding.point", "yaml.meant_key", "A6"),
    "a key twice": ("Bộ tiêu chí", 7, 1, "rounding.points", "worksheet.key", "A7"),
    "a value without a key": ("Bộ tiêu chí", 4, 1, None, "worksheet.no_key", "A4"),
    "bands out of order": ("Bộ tiêu chí", 8, 1, "classify.thresholds.bands[3].label", "worksheet.key", "A8"),
    "a date": ("Bộ tiêu chí", 3, 2, datetime.date(2022, 1, 2), "value.date", "B3"),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_told_with_its_cell(mistake: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The sheet and the cell are named, and no file is written."""
    sheet, row, column, value, key, cell = MISTAKES[mistake]
    path = _hand_made(tmp_path / "bang.xlsx", SETTINGS, CRITERIA)
    book = openpyxl.load_workbook(path)
    book[sheet].cell(row, column).value = value
    book.save(path)

    with pytest.raises(CriteriaError) as caught:
        read_criteria_sheet(path, "bang.xlsx", Registry.builtin())

    found = {
        (problem.key, problem.place.sheet, problem.place.cell) for problem in caught.value.problems if problem.place
    }
    assert (key, sheet, cell) in found, caught.value.report()
    assert main(["criteria-sheet", str(path)]) == 1
    assert f"trang tính {sheet}, ô {cell}" in capsys.readouterr().err
    assert not (tmp_path / "bang.yaml").exists()


def test_levels_must_follow_each_other(tmp_path: Path) -> None:
    """A level that leaves one out has no parent; it is told and nothing is guessed."""
    rows = [["Cấp", *HEADER], *([level, *row] for level, row in zip([1, 3, 2, None, 1], CRITERIA[1:], strict=True))]
    path = _hand_made(tmp_path / "bang.xlsx", SETTINGS, rows)

    with pytest.raises(CriteriaError) as caught:
        read_criteria_sheet(path, "bang.xlsx", Registry.builtin())

    assert [(each.key, each.place.cell) for each in caught.value.problems if each.place][:1] == [
        ("worksheet.level", "A3")
    ]


def test_a_workbook_without_its_sheets_is_told(tmp_path: Path) -> None:
    """What is there is named beside what is wanted."""
    book = openpyxl.Workbook()
    book.create_sheet("Nháp")["A1"] = "x"
    book.save(tmp_path / "a.xlsx")

    with pytest.raises(CriteriaError) as caught:
        read_criteria_sheet(tmp_path / "a.xlsx", "a.xlsx", Registry.builtin())

    assert [each.key for each in caught.value.problems] == ["worksheet.no_sheet"] * 2


def test_nothing_is_overwritten(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that is there stays as it was."""
    path = _hand_made(tmp_path / "bang.xlsx", SETTINGS, CRITERIA)
    (tmp_path / "bang.yaml").write_text("own\n", encoding="utf-8")

    assert main(["--lang", "en", "criteria-sheet", str(path)]) == 1

    assert "not overwritten" in capsys.readouterr().err
    assert (tmp_path / "bang.yaml").read_text(encoding="utf-8") == "own\n"


@pytest.mark.parametrize("language", ["vi", "en"])
def test_each_built_in_rule_is_explained(language: Language) -> None:
    """By its class: what it is for, and each parameter that it takes."""
    for rule in Registry.builtin().builtins.offer.rules.values():
        words = rule_words(rule, language)
        assert words.startswith(rule.purpose.say(language))
        assert dict(rule.purpose.texts).keys() == {"vi", "en"}
        told = [key_of(field) for field in fields_of(rule) if key_of(field) not in ("on", "steps")]
        if language == "en":
            assert not told or words.endswith(": " + ", ".join(told))
        for name in told if language == "vi" else ():
            values = f" ({', '.join(VALUES[name].values())})" if name in VALUES else ""
            assert f" {PARAMETERS[name]}{values}" in words


def test_the_file_is_written_as_people_write_it() -> None:
    """Codes in quotes, a rule on one line, and long texts in a line of their own."""
    content = {"criteria": [{"rule": {"points": {}}, "title": "A", "code": "1.10"}], "id": "a"}

    assert criteria_yaml(content) == 'id: a\ncriteria:\n- code: "1.10"\n  title: A\n  rule: {points: {}}\n'
    assert criteria_sheet(content)[:2] == b"PK"
