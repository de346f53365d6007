"""What a council's form repeats of a unit's answers is held against the unit's own form; exchanged columns are seen."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

import cchc_index
from cchc_index.office.form import form_workbook
from cchc_index.values.units import Unit
from tests.filling import Answers, cells, fill, typed
from tests.form_set import FORM_SET, TWO_STAGES

OWN: Answers = {
    ("1", "yes_no"): "có",
    ("2", "days"): "0",
    ("3", "points"): "3.25",
    ("4.1", "done"): "50",
    ("4.1", "planned"): "100",
    ("4.10", "count"): "10",
}
COUNCIL = {**OWN, ("2", "days"): "3", ("4.1", "done"): "40"}


def _cycle(folder: Path, claims: Answers, council: Answers) -> Path:
    """A cycle of one unit's own form and the council's, with what is typed into the two columns of the latter."""
    unit = Unit("a", "Sở A")
    for name in ("tu-cham", "tham-dinh"):
        (folder / name).mkdir()
    (folder / "form.yaml").write_text(FORM_SET.to_yaml(), encoding="utf-8")
    (folder / "units.csv").write_text("unit,name\na,Sở A\n", encoding="utf-8")
    (folder / "cycle.yaml").write_text(TWO_STAGES, encoding="utf-8")
    own, appraised = folder / "tu-cham" / "a.xlsx", folder / "tham-dinh" / "a.xlsx"
    own.write_bytes(form_workbook(FORM_SET, unit))
    fill(own, OWN, "Giá trị tự chấm", "Điểm tự chấm")
    appraised.write_bytes(form_workbook(FORM_SET, unit, stage="appraised"))
    fill(appraised, council)
    book = openpyxl.load_workbook(appraised)
    assert isinstance(book.active, Worksheet)
    for title in ("Giá trị tự chấm", "Điểm tự chấm"):
        for code, field, cell in cells(book.active, title):
            if (field == "points") == title.startswith("Điểm") and (text := claims.get((code, field))):
                cell.value = typed(text)
    book.save(appraised)
    return folder


def _told(folder: Path) -> list[tuple[str, str, str]]:
    with pytest.raises(cchc_index.AssessmentError) as told:
        cchc_index.open_cycle(folder)
    assert all(each.found("vi") and each.why("en") for each in told.value.problems)
    return [
        (each.key, str(each.arguments.get("code", "")), str(each.arguments.get("own", "")))
        for each in told.value.problems
    ]


@pytest.mark.parametrize("claims", [OWN, {}, {**OWN, ("4.1", "done"): "50.0", ("1", "yes_no"): "CÓ"}])
def test_claims_as_the_unit_made_them_are_silent(tmp_path: Path, claims: Answers) -> None:
    """The same figures in whatever spelling, or an empty column; the council's figures count."""
    result = cchc_index.open_cycle(_cycle(tmp_path, claims, COUNCIL)).score("appraised")

    assert {code: str(result["a"].node(code).points) for code in ("2", "4.1")} == {"2": "1.00", "4.1": "2.00"}


def test_a_claim_that_the_unit_did_not_make_is_told(tmp_path: Path) -> None:
    """With what the unit itself wrote."""
    assert _told(_cycle(tmp_path, {**OWN, ("4.1", "done"): "55"}, COUNCIL)) == [("stage.other_claim", "4.1", "50")]


def test_a_claim_of_a_unit_that_said_nothing_is_told(tmp_path: Path) -> None:
    """There is nothing to repeat."""
    folder = _cycle(tmp_path, {("3", "points"): "2"}, COUNCIL)
    own = folder / "tu-cham" / "a.xlsx"
    own.write_bytes(form_workbook(FORM_SET, Unit("a", "Sở A")))
    fill(own, {**OWN, ("3", "points"): "na"}, "Giá trị tự chấm", "Điểm tự chấm")

    assert _told(folder) == [("stage.other_claim", "3", "na")]


def test_exchanged_columns_are_told_once(tmp_path: Path) -> None:
    """Most of the council's cells hold the unit's claims, and the unit's column something else."""
    other = {
        ("1", "yes_no"): "không",
        ("2", "days"): "3",
        ("3", "points"): "1",
        ("4.1", "done"): "40",
        ("4.10", "count"): "2",
    }
    assert _told(_cycle(tmp_path, {**OWN, **other}, OWN)) == [("stage.exchanged", "", "")]


def test_a_council_that_agrees_with_all_is_no_exchange(tmp_path: Path) -> None:
    """Where both columns say the same there is nothing to tell apart."""
    assert str(cchc_index.open_cycle(_cycle(tmp_path, OWN, OWN)).score("appraised")["a"].points) == "15.75"


def test_a_form_made_before_the_set_was_edited_is_read_and_listed(tmp_path: Path) -> None:
    """A title or a note may change: the form is held to the leaves that it asks, and what changed is listed."""
    folder = _cycle(tmp_path, OWN, COUNCIL)
    edited = FORM_SET.replace("1", title="Tên mới").replace("2", note="Điều 5")
    (folder / "form.yaml").write_text(edited.to_yaml(), encoding="utf-8")
    result = cchc_index.open_cycle(folder).score("appraised").results[0]

    assert [each.to_dict() for each in result.warnings if each.kind == "edited"] == [
        {"kind": "edited", "unit": "a", "codes": "1"}
    ]
    assert str(result["a"].node("2").points) == "1.00"


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"max_points": "4"}, ["form.edited_maximum", "form.edited_maximum"]),
        ({"code": "3.1"}, ["table.unknown_code", "form.other_edition"] * 2),
    ],
)
def test_a_form_that_asks_something_else_is_told(tmp_path: Path, changes: dict[str, Any], told: list[str]) -> None:
    """Another maximum; a leaf that the form does not know, and one that it asks for and that is gone."""
    folder = _cycle(tmp_path, OWN, COUNCIL)
    (folder / "form.yaml").write_text(FORM_SET.replace("3", **changes).to_yaml(), encoding="utf-8")

    assert sorted(key for key, *_ in _told(folder)) == sorted(told[: len(told) // 2])


def test_a_title_that_somebody_changed_is_told(tmp_path: Path) -> None:
    """Where the set has not changed, nobody but a person can have."""
    folder = _cycle(tmp_path, OWN, COUNCIL)
    path = folder / "tu-cham" / "a.xlsx"
    book = openpyxl.load_workbook(path)
    assert isinstance(book.active, Worksheet)
    for code, _, cell in cells(book.active, "Nội dung"):
        if code == "2":
            cell.value = "Việc khác"
    book.save(path)

    assert [key for key, *_ in _told(folder)] == ["form.other_title"]
