"""A worksheet is told in its own words: the headings of its columns and its cells, and no key of a criteria file."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import openpyxl
import pytest
import yaml

from cchc_index.cli import main
from cchc_index.criteria.tree import Criterion
from cchc_index.messages import problem_message
from cchc_index.messages.worksheet import COLUMNS
from cchc_index.messages.worksheet_rules import PARAMETERS, RULES, VALUES
from cchc_index.notation.marked import Mapping, MarkedReader, plain
from cchc_index.notation.structure import fields_of, key_of
from cchc_index.notation.yaml_text import inline
from cchc_index.office.worksheets.cells import SheetCells
from cchc_index.office.worksheets.meanings import parameters_meant, rule_of
from cchc_index.office.worksheets.rows import criterion_rows
from cchc_index.office.worksheets.settings import read_settings
from cchc_index.office.worksheets.sheet_reading import read_criteria_sheet
from cchc_index.office.worksheets.telling import WORDED, in_sheet_words
from cchc_index.office.worksheets.words import named_parameters, named_rule, parameter_meant, rule_meant, value_meant
from cchc_index.problems.errors import CriteriaError
from cchc_index.problems.problem import Problem
from cchc_index.registry.registry import Registry
from tests.office.worksheets.test_there_and_back import CRITERIA, HEADER, SETTINGS, _hand_made
from tests.rules.test_said import RULES as SAID

#: keys that no problem of a Vietnamese worksheet may show
KEYS = {key_of(field) for field in fields_of(Criterion)} | {
    key_of(field) for rule in Registry.builtin().builtins.offer.rules.values() for field in fields_of(rule)
}


def test_every_rule_and_parameter_has_a_word_of_its_own() -> None:
    """No two rules, parameters or values of one parameter share one, so that each can be read back."""
    rules = Registry.builtin().builtins.offer.rules
    assert list(RULES) == list(rules)
    assert {key_of(field) for rule in rules.values() for field in fields_of(rule)} <= set(PARAMETERS)
    for words in (RULES, PARAMETERS, *VALUES.values()):
        assert len(set(words.values())) == len(words)
    for name, word in RULES.items():
        assert rule_meant(word.upper()) == rule_meant(name) == name == rule_meant(named_rule(name, "vi"))
    for name, word in PARAMETERS.items():
        assert parameter_meant(word) == parameter_meant(name) == name
    for key, known in VALUES.items():
        assert all(value_meant(key, word) == name for name, word in known.items())


@pytest.mark.parametrize("name", SAID)
def test_parameters_in_vietnamese_are_the_parameters(name: str) -> None:
    """There and back, rules inside rules among them."""
    rule: Any = SAID[name]["rule"]
    texts = yaml.load(yaml.safe_dump(rule, allow_unicode=True), yaml.BaseLoader)  # noqa: S506 - texts alone
    if isinstance(texts, str):
        return
    ((rule_name, parameters),) = texts.items()
    worded = inline({named_rule(rule_name, "vi"): named_parameters(parameters, "vi")})
    tree = MarkedReader("a").read(worded)
    assert isinstance(tree, Mapping)

    assert plain(rule_of(tree)) == texts
    assert plain(parameters_meant(Mapping(1, 1, {}, {}))) == {}


FOUND: dict[str, tuple[int, int, Any, str]] = {
    "a sentence": (3, 4, "Hoàn thành 100%: 2. Trong đó: a là tổng số; b là số đã xong. Dưới 50%: 0", "là câu mô tả"),
    "a rule of nobody": (3, 4, "theo_muc", "Chọn một tên trong danh sách của ô"),
    "a plugin's rule": (3, 4, "ha_noi.on_time", "phần mở rộng 'ha_noi', chưa được cài"),
    "a code twice": (4, 1, "1.1", "đã có ở bang.xlsx, trang tính Tiêu chí, ô A3"),
    "no title": (6, 2, None, "thiếu mục 'Tên tiêu chí'"),
    "no rule": (6, 4, None, "Chọn ở cột 'Cách chấm'"),
    "a sum": (2, 3, 6, "'tổng điểm thành phần: 5' ở cột 'Mục khác'"),
    "steps that turn": (5, 10, 5, "mức cao nhất được 5 điểm, Điểm tối đa của tiêu chí là 3"),
    "a rate of 0.95": (4, 6, 0.95, "'tỷ lệ nhỏ hơn 1%: có' ở cột 'Mục khác'"),
}


@pytest.mark.parametrize("fault", FOUND)
def test_what_is_wrong_is_told_in_the_sheets_own_words(
    fault: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The column and the cell, how to mend it, and no key."""
    row, column, value, wanted = FOUND[fault]
    path = _hand_made(tmp_path / "bang.xlsx", SETTINGS, CRITERIA)
    book = openpyxl.load_workbook(path)
    book["Tiêu chí"].cell(row, column).value = value
    if fault == "a rate of 0.95":
        book["Tiêu chí"].cell(5, 9).value = 0.95
        book["Tiêu chí"].cell(5, 6).value = 0.8
    book.save(path)
    monkeypatch.chdir(tmp_path)

    assert main(["criteria-sheet", "bang.xlsx"]) == 1

    told = capsys.readouterr().err
    assert wanted.lower() in told.lower()
    assert "pip install" not in told
    shown = re.findall(r"[a-z_]{4,}", re.sub("'[^']*'|bang.xlsx|criteria-sheet", "", told))
    assert sorted(set(shown) & KEYS) == []


def test_marks_of_a_worksheet_are_read_by_their_words(tmp_path: Path) -> None:
    """Rule, measure, parameters and other keys in Vietnamese make the same set as in English."""
    english: list[list[Any]] = [
        [*HEADER, "Tham số", "Mục khác"],
        ["1", "A", 2, "steps", "rate", 50, None, None, None, 2, "none_arose: full", ""],
    ]
    english.append(["2", "B", 2, "deduct", *[None] * 6, "kinds: {late: 0.5, missing: 1}", "free_points: yes"])
    words: list[list[Any]] = [
        ["1", "A", 2, "Theo mức", "tỷ lệ", 50, None, None, None, 2, "không phát sinh: điểm tối đa", ""]
    ]
    words.append(
        ["2", "B", 2, "trừ theo trường hợp", *[None] * 6, "từng loại: {late: 0.5, missing: 1}", "điểm ghi tự do: có"]
    )
    one = read_criteria_sheet(_hand_made(tmp_path / "a.xlsx", SETTINGS, english), "a", Registry.builtin())[0]
    other = read_criteria_sheet(
        _hand_made(tmp_path / "b.xlsx", SETTINGS, [english[0], *words]), "b", Registry.builtin()
    )[0]

    assert one.sha256 == other.sha256


def test_a_cure_lists_the_words_that_may_be_typed(tmp_path: Path) -> None:
    """Of a parameter's values those of the sheet's language, and not those of files."""
    rows: list[list[Any]] = [[*HEADER, "Tham số"], ["1", "A", 2, "Theo tỷ lệ", *[None] * 6, "không phát sinh: tối đa"]]
    path = _hand_made(tmp_path / "a.xlsx", SETTINGS, rows)

    with pytest.raises(CriteriaError) as caught:
        read_criteria_sheet(path, "a", Registry.builtin())

    (problem,) = caught.value.problems
    assert problem.cure("vi") == "Chọn một trong: 'phải báo', 'điểm tối đa', '0 điểm', 'không áp dụng'."
    assert problem.cure("en") == "Choose one of: refuse, full, zero, not_applicable."


@pytest.mark.parametrize(
    ("column", "value", "key"),
    [
        ("Tham số", "điểm mỗi trường hợp: 0,5", "worksheet.comma"),
        ("Không áp dụng", "Sở không được giao vốn", "worksheet.applies"),
        ("Cần quyết định", "Hỏi lại Sở", "worksheet.open"),
    ],
)
def test_cells_that_say_nothing_certain_are_told(column: str, value: str, key: str, tmp_path: Path) -> None:
    """A decimal comma among parameters, a sentence for a condition, a mark that was left."""
    rows: list[list[Any]] = [[*HEADER, column], ["1", "A", 2, "deduct", *[None] * 6, value]]

    with pytest.raises(CriteriaError) as caught:
        read_criteria_sheet(_hand_made(tmp_path / "a.xlsx", SETTINGS, rows), "a", Registry.builtin())

    assert next((each.key, each.place.cell) for each in caught.value.problems if each.place) == (key, "K2")


def test_roman_areas_hold_dotted_criteria(tmp_path: Path) -> None:
    """Without a column of levels, 1.1 belongs to I."""
    rows: list[list[Any]] = [
        HEADER,
        ["I", "A", 2],
        ["1.1", "B", 2, "yes_no"],
        ["II", "C", 1],
        ["2.1", "D", 1, "yes_no"],
    ]

    criteria, _ = read_criteria_sheet(_hand_made(tmp_path / "a.xlsx", SETTINGS, rows), "a", Registry.builtin())

    assert [(node.criterion.code, node.depth) for node in criteria] == [("I", 0), ("1.1", 1), ("II", 0), ("2.1", 1)]


def test_messages_of_the_worksheet_say_what_those_of_files_say() -> None:
    """Each that is worded anew is a message, and fills in no more blanks than there are."""
    for key, worded in WORDED.items():
        blanks = {blank for part in problem_message(key, "vi") for blank in re.findall(r"\{(\w+)\}", part)}
        assert {blank for part in problem_message(worded, "vi") for blank in re.findall(r"\{(\w+)\}", part)} <= blanks
    own = Problem("a", own={"vi": ("b", "", "")})
    assert in_sheet_words(own, lambda path: None) is own
    first = next(criterion_rows({"code": "1", "title": "A", "rule": "yes_no"}, 1, "vi"))
    assert (first["rule"], said_heads()) == ("Có hoặc không", len(COLUMNS))
    assert SheetCells.of.__doc__
    assert read_settings.__doc__


def said_heads() -> int:
    """How many headings a worksheet has."""
    return len({words[0] for words in COLUMNS.values()})
