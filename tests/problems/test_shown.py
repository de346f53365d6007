"""What a file says is shown in one line, with nothing that a terminal obeys, and values are cut."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_index.problems.problem import Place, Problem, report_lines
from cchc_index.problems.receipts import Receipt
from cchc_index.problems.shown import MOST_QUOTED, printed, printed_json, quoted, shown
from cchc_index.writing.table import BOLD, DIM, GREEN, PLAIN, RED, YELLOW

OBEYED = ("\x1b[2J", "\x07", "\x9b31m", "\x7f", "\u202e", "\u200b", "\u2028", "\r", "\x85")


@pytest.mark.parametrize("odd", OBEYED)
def test_what_a_terminal_obeys_is_written_out(odd: str) -> None:
    """Controls, directions, what has no width and separators of lines are shown by their numbers or as a space."""
    assert all(letter.isprintable() for letter in shown(f"a{odd}b"))
    assert shown(f"a{odd}b").startswith("a")


@pytest.mark.parametrize("text", ["Sở Tư pháp", "Đắk Lắk – “A”", "12\u00a0345", "số ① ✓", "To\u0302\u0301t"])
def test_vietnamese_stays(text: str) -> None:
    """Letters, marks, printed dashes and spaces that do not break are shown as they are."""
    assert shown(text) == printed(text) == text


@pytest.mark.parametrize("broken", ["SỞ TÀI\nCHÍNH", "SỞ TÀI \r\n CHÍNH", "SỞ TÀI\tCHÍNH", "SỞ TÀI\n\n\nCHÍNH"])
def test_a_line_break_is_one_space(broken: str) -> None:
    """However a cell breaks its lines, the name is shown in one."""
    assert shown(broken) == "SỞ TÀI CHÍNH"


@given(st.text())
def test_any_text_is_one_line_and_shown_once(text: str) -> None:
    """Nothing that is shown holds a control or directional character, and showing it again changes nothing."""
    told = shown(text)

    assert not {unicodedata.category(letter) for letter in told} & {"Cc", "Cf", "Zl", "Zp"}
    assert len(told.splitlines()) <= 1
    assert shown(told) == told


@given(st.text())
def test_json_that_is_printed_holds_the_same_values(text: str) -> None:
    """What is escaped on its way to a terminal is still the same text for whoever reads the JSON."""
    told = printed_json(json.dumps([text], ensure_ascii=False))

    assert json.loads(told) == [text]
    assert not {unicodedata.category(letter) for letter in told} & {"Cc", "Zl", "Zp"}


@pytest.mark.parametrize("colour", [BOLD, DIM, GREEN, YELLOW, RED])
def test_the_styles_colours_stay(colour: str) -> None:
    """The last place before a terminal lets through lines and the colours of the styles, nothing else."""
    assert printed(f"{colour}Sở{PLAIN}\n\x1b[2J") == f"{colour}Sở{PLAIN}\n\\x1b[2J"


@pytest.mark.parametrize("name", ["value", "found", "key", "code", "label", "unit"])
def test_a_value_is_repeated_to_80_characters(name: str) -> None:
    """A cell of a page of text is told by how it begins."""
    arguments = dict.fromkeys(("value", "found", "key", "code", "label", "unit", "meant", "first"), "1")
    keys = {"value": "value.number", "found": "criteria.id", "key": "yaml.duplicate_key"}
    keys |= {"code": "value.number", "label": "bands.twice", "unit": "unit.unknown"}
    told = Problem(keys[name], arguments={**arguments, "hint": "", name: "x" * 100_000}).text()

    assert "x" * MOST_QUOTED + "…" in told
    assert "x" * (MOST_QUOTED + 1) not in told


def test_a_short_value_is_repeated_whole() -> None:
    """Eighty characters are not cut."""
    assert quoted("x" * MOST_QUOTED) == "x" * MOST_QUOTED


def test_a_place_is_shown_in_one_line() -> None:
    """File, sheet, unit and header are texts of the input as well."""
    place = Place("a\x1b[2J.csv", 2, unit="so\na", header="h" * 100, sheet="\u202eb")

    assert place.text() == f"a\\x1b[2J.csv, sheet \\u202eb, row 2 (so a), column {'h' * 80}…"
    assert Place("a\x1b.yaml", 1, 1).text() == "a\\x1b.yaml:1:1"


def test_a_plugins_own_message_is_shown_as_any_other() -> None:
    """What a plugin found may repeat a cell of the table."""
    told = Problem("", own={"en": ("a\x1b[2Jb\nc", "", "Mend\x07 it.")}).text()

    assert told == "a\\x1b[2Jb c.\n  Mend\\x07 it."


def test_a_report_and_a_receipt_name_files_that_way() -> None:
    """Files that are only counted, and forms that came in, are named by their folders' names."""
    problems = [Problem("yaml.empty", Place(f"{number}\x1b.yaml", 1, 1)) for number in range(60)]
    receipt = Receipt("forms\x1b", 2, {}, ("a\nb",), {}, ("c\u202e.xlsx",), (), ())

    assert all("\x1b" not in line for line in report_lines(problems))
    assert receipt.text() == "forms\\x1b: received 0 of 2 units. Missing: a b. Unreadable: c\\u202e.xlsx."
