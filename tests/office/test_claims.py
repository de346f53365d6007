"""The council's forms repeat what each unit reported, and come back without a contradiction."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

import cchc_index
from cchc_index.cli import main
from cchc_index.office.claims import claims_of
from cchc_index.office.form import form_workbook
from cchc_index.values.units import Unit
from tests.filling import cells, fill, form_file
from tests.form_set import FORM_SET, TWO_STAGES

OWN = {
    ("1", "yes_no"): "có",
    ("2", "days"): "3",
    ("3", "points"): "na",
    ("4.1", "done"): "1234567",
    ("4.1", "planned"): "2000000",
    ("4.10", "count"): "10",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A cycle in which two units assessed themselves, with evidence, and nothing has come from the council."""
    for name in ("tu-cham", "tham-dinh"):
        (tmp_path / name).mkdir()
    (tmp_path / "form.yaml").write_text(FORM_SET.to_yaml(), encoding="utf-8")
    (tmp_path / "units.csv").write_text("unit,name\na,Sở A\nb,Sở B\n", encoding="utf-8")
    (tmp_path / "cycle.yaml").write_text(TWO_STAGES, encoding="utf-8")
    for unit in (Unit("a", "Sở A"), Unit("b", "Sở B")):
        path = tmp_path / "tu-cham" / f"{unit.id}.xlsx"
        path.write_bytes(form_workbook(FORM_SET, unit))
        fill(path, OWN if unit.id == "a" else {**OWN, ("3", "points"): "2.5"}, "Giá trị tự chấm", "Điểm tự chấm")
        book = openpyxl.load_workbook(path)
        assert isinstance(book.active, Worksheet)
        next(cell for code, _, cell in cells(book.active, "Minh chứng") if code == "2").value = f"BC {unit.id}"
        book.save(path)
    return tmp_path


def _said(path: Path, title: str) -> dict[tuple[str, str], object]:
    book = openpyxl.load_workbook(path)
    assert isinstance(book.active, Worksheet)
    return {(code, field): cell.value for code, field, cell in cells(book.active, title) if cell.value}


def test_the_councils_forms_carry_the_claims(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each figure in its cell, the word for not applicable, the evidence, what the rule gives; nothing is typed yet."""
    assert main(["template", str(folder), "--stage", "appraised", "-o", str(folder / "out")]) == 0
    assert sorted(path.name for path in (folder / "out").iterdir()) == ["a-so-a.xlsx", "b-so-b.xlsx"]
    form = folder / "out" / "a-so-a.xlsx"

    assert _said(form, "Giá trị tự chấm") == {
        ("1", "yes_no"): "có",
        ("2", "days"): 3,
        ("4.1", "done"): 1234567,
        ("4.1", "planned"): 2000000,
        ("4.10", "count"): 10,
    }
    assert _said(form, "Điểm tự chấm")["3", "points"] == "na"
    assert _said(folder / "out" / "b-so-b.xlsx", "Điểm tự chấm")["3", "points"] == 2.5
    assert _said(form, "Minh chứng") == {("2", "days"): "BC a"}
    assert "Theo số đơn vị tự chấm: 1,00 điểm" in str(_said(form, "Cách chấm")["2", "days"])
    assert _said(form, "Giá trị thẩm định") == {}
    book = openpyxl.load_workbook(form)
    assert isinstance(book.active, Worksheet)
    for title, locked in (("tự chấm", {True}), ("thẩm định", {True, False})):
        own = [cell for kind in ("Giá trị", "Điểm") for _, _, cell in cells(book.active, f"{kind} {title}")]
        assert {cell.protection.locked for cell in own} == locked  # nobody types into the unit's columns


def test_they_come_back_without_a_contradiction(folder: Path) -> None:
    """The council fills in its own columns: the claims are those of the units, however they spelt them."""
    assert main(["template", str(folder), "--stage", "appraised", "-o", str(folder / "tham-dinh")]) == 0
    for unit in "ab":
        fill(form_file(folder / "tham-dinh", unit), {**OWN, ("2", "days"): "0", ("3", "points"): "1"})
    result = cchc_index.open_cycle(folder).score("appraised")

    assert [str(result[unit].node("2").points) for unit in "ab"] == ["4.00", "4.00"]
    assert [(each.kind, each.unit, each.code) for each in result.results[0].warnings] == [("overturned", "a", "3")]
    assert result["a"].explain("vi", "2").nodes[0].reason.endswith("minh chứng: BC a")


def test_one_unit_is_asked_for(folder: Path) -> None:
    """With the claims of that unit alone."""
    assert main(["template", str(folder), "--stage", "appraised", "--unit", "b", "-o", str(folder / "out")]) == 0
    assert [path.name for path in (folder / "out").iterdir()] == ["b-so-b.xlsx"]


@pytest.mark.parametrize("stage", ["self", "survey"])
def test_other_forms_of_a_cycle_are_refused(folder: Path, stage: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing would be repeated on them; without self-assessments there is nothing for the council's either."""
    assert main(["--lang", "en", "template", str(folder), "--stage", stage, "-o", str(folder / "out")]) == 2
    assert "only the council's forms repeat what units reported" in capsys.readouterr().err
    assert not (folder / "out").exists()


def test_long_numbers_and_words_are_kept(folder: Path) -> None:
    """A number with more digits than a cell keeps is written as text."""
    rows = [{"unit": "a", "1": "yes", "2": "3", "3": "1.1234567890123456", "4.1.rate": "50", "4.10": "2"}]
    criteria = FORM_SET.replace("3", free_points=True)
    result = cchc_index.score(criteria, cchc_index.read_assessment(rows, criteria, stage="self"))
    claims = claims_of(result, result.register.units[0], "en")

    assert claims.cells["3", "points"] == "1.1234567890123456"
    assert claims.cells["1", "yes_no"] == "yes"
    assert claims.told["4.1"] == "By what the unit reported: 2.50 points"


def test_forms_can_be_made_again_while_the_councils_are_out(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Blank forms of the council keep nobody from the self-assessments: they are asked for up to their stage."""
    assert main(["template", str(folder), "--stage", "appraised", "-o", str(folder / "tham-dinh")]) == 0
    assert main(["check", str(folder)]) == 1  # the council has not written anything
    capsys.readouterr()

    assert main(["template", str(folder), "--stage", "appraised", "-o", str(folder / "again")]) == 0
    assert main(["score", str(folder), "--stage", "self"]) == 0
    assert main(["explain", str(folder), "a", "--lost", "--stage", "self"]) == 0
    assert cchc_index.open_cycle(folder, until="self").stages == ("self",)
