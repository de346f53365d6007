"""The plugin keeps its contract, and its worked cases come out."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import cchc_index
from cchc_index.testing import check_builder, check_cases, check_classifier, check_plugin, check_rule
from cchc_index_template import PassOrNot, Sessions, SessionsHeld


def test_the_rule() -> None:
    """Exact, in range, row by row, documented, and more never scores less."""
    check_rule(Sessions(asked=4), 2)


def test_the_classifier() -> None:
    """One of its bands for each unit, and none better for less."""
    check_classifier(PassOrNot(Decimal(50)))


def test_the_builder(tmp_path: Path) -> None:
    """The same figures whatever the order of rows and files, and no unit that the register does not know."""
    tables = {"first.csv": "unit,day\nso-a,2025-03-01\nso-b,2025-04-01\n", "second.csv": "unit,day\nso-a,2024-12-31\n"}
    for name, text in tables.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    found = check_builder(SessionsHeld(year="2025"), [tmp_path / name for name in tables])

    assert (found.of("so-a"), found.of("so-b")) == ({"held": 1}, {"held": 1})


def test_the_plugin() -> None:
    """It is found by its name, its set passes its self-test, and the set uses all that it brings."""
    checked = check_plugin("template")

    assert checked.criteria == ["template.example-2025"]
    assert checked.unreached == ()


def test_the_worked_cases() -> None:
    """As agreed with the legal officer."""
    assert check_cases(Path(__file__).parent / "cases.yaml") == 5


def test_a_unit_is_scored() -> None:
    """From a table to a band with its reason."""
    criteria = cchc_index.load_criteria("template.example-2025")
    rows = [{"unit": "so-a", "1.1": "3", "1.2.done": "8", "1.2.planned": "10"}]
    card = cchc_index.score(criteria, cchc_index.read_assessment(rows, criteria))["so-a"]

    assert (card.points, str(card.band)) == (Decimal("7.80"), "Đạt")
    assert card.explain("en").nodes[1].reason == "3 of 4 sessions: 4 x 3 / 4"
