"""What is typed into the forms is what is scored: forms and tables of the same values give the same results."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from cchc_index.cli import main
from cchc_index.cycles.cycle import open_cycle
from tests.filling import CAO_BANG, fill, reported

pytestmark = pytest.mark.slow

SETS = {
    "department": ("cao_bang.departments-2021", "departments.csv", "."),
    "district": ("cao_bang.districts-2021", "districts.csv", ","),
}


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cycle whose thirty units each sent a form, and for each of which the survey team sent one."""
    folder = tmp_path_factory.mktemp("cycle")
    shutil.copy(CAO_BANG / "units.csv", folder)
    entries = []
    for group, (name, table, decimal) in SETS.items():
        entries.append(
            f"  - {{criteria: {name}, groups: [{group}], stage: appraised, files: [{group}, {group}-survey]}}"
        )
        answers = reported(table, decimal)
        for stage, inner, columns in (
            ("appraised", group, ("Giá trị thẩm định", "Điểm thẩm định")),
            ("survey", f"{group}-survey", ("Giá trị", "Điểm")),
        ):
            output = ["-o", str(folder / inner), "--stage", stage, "--group", group]
            assert main(["template", name, "--units", str(folder / "units.csv"), *output]) == 0
            for unit, typed in answers.items():
                fill(folder / inner / f"{unit}.xlsx", typed, *columns)
    head = "id: forms\ntitle: Cao Bằng 2021\ndata: synthetic\nassessments:\n"
    (folder / "cycle.yaml").write_text(head + "\n".join(entries) + "\n", encoding="utf-8")
    return folder


def test_thirty_forms_score_as_the_tables_do(filled: Path) -> None:
    """Points, indices, ranks and bands are those of the CSV files, to the last digit."""
    by_table, by_form = open_cycle(CAO_BANG).score(), open_cycle(filled).score()

    for one, other in zip(by_table.results, by_form.results, strict=True):
        assert one.to_dict()["units"] == other.to_dict()["units"]
        assert one.to_dict()["bands"] == other.to_dict()["bands"]
    assert len(list(by_form)) == 30


def test_every_form_is_in_the_provenance(filled: Path) -> None:
    """Each of the sixty files has its fingerprint."""
    inputs = open_cycle(filled).score().inputs

    assert sum(name.endswith(".xlsx") for name in inputs) == 60
    assert inputs["department/don-vi-01.xlsx"]


def test_each_value_remembers_its_cell(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """An explanation names the file, the sheet and the cell that each answer was read from, and what is typed there."""
    cycle = open_cycle(filled)
    explanation = cycle.score()["don-vi-01"].explain("vi").to_dict()

    checked = 0
    for node in explanation["nodes"]:
        for source in node["sources"]:
            found = re.fullmatch(r"(.+\.xlsx), trang tính (\S+), ô (\w+) \(don-vi-01\), cột (\S+)", source)
            assert found, source
            sheet = openpyxl.load_workbook(found[1])[found[2]]
            cell: Any = sheet[found[3]]
            assert sheet.cell(cell.row, 1).value == found[4] == node["code"]
            assert cell.value is not None
            checked += 1
    assert checked >= 18

    assert main(["--lang", "en", "explain", str(filled), "don-vi-01", "1.2"]) == 0
    assert "source: " in capsys.readouterr().out
