"""Forms that the library writes: their names and their formulas."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

import cchc_index
from cchc_index.cli import main
from cchc_index.criteria.criteria_set import CriteriaSet, parse_criteria
from cchc_index.office.form import FORM_STAGES, FormStage, form_leaves, form_workbook
from cchc_index.office.form_names import form_names
from cchc_index.problems.errors import AssessmentError
from cchc_index.values.units import Unit
from tests.conftest import Converter
from tests.filling import cells, fill
from tests.form_set import FORM_SET


def test_two_forms_never_take_one_name() -> None:
    """Windows takes no notice of case, and keeps some names for itself."""
    one, other = form_names([Unit("01/HU", "A"), Unit("01_hu", "B")])

    assert one.casefold() != other.casefold()
    assert list(form_names([Unit("NUL", ""), Unit("com1.x", "B"), Unit("so-y-te", "Sở Y tế")])) == [
        "NUL_.xlsx",
        "com1_x_-b.xlsx",
        "so-y-te.xlsx",
    ]
    with pytest.raises(AssessmentError) as caught:  # one identifier twice
        form_names([Unit("a", ""), Unit("a", "–")])
    assert [problem.key for problem in caught.value.problems] == ["form.same_name"]


ODD = ["CON", "nul", "aux.txt", "a.", "a ", "a/b", "..", "a:b", '?*<>|"', "x" * 300, "x" * 301, "Đ" * 200, "Hoà", "HOÀ"]
ODD += ["Hoa\u0300", "🏛", "-rf", ".hidden", "__MACOSX", "~$a", "a\nb", "com1", "COM1.x", "con_", "a_b", "A_B"]


IDENTIFIERS = st.one_of(st.sampled_from(ODD), st.text(min_size=1, max_size=320))
NAMES = st.one_of(st.sampled_from(["", "B", "Sở Y tế", "Đặc khu " * 40, "=1", "x/y"]), st.text(max_size=320))


@given(st.dictionaries(IDENTIFIERS, NAMES, max_size=12))
def test_any_unit_gives_a_name_that_every_system_takes(units: dict[str, str]) -> None:
    """Windows, macOS and Linux: no device, no forbidden character, not hidden, short enough, and one for each unit."""
    names = list(form_names([Unit(identifier, name) for identifier, name in units.items()]))
    identifiers = list(units)

    assert len({unicodedata.normalize("NFD", name).casefold() for name in names}) == len(identifiers)
    for name in names:
        assert not set(name) & set('<>:"/\\|?*')
        assert name.isprintable()
        assert not name.startswith((".", "-", "~$", "__MACOSX", " "))
        assert len(name.encode()) <= 255
        assert name.partition(".")[0].upper() not in ("CON", "PRN", "AUX", "NUL", "COM1", "LPT1")


def test_forms_of_odd_identifiers_come_back(tmp_path: Path) -> None:
    """As those of the units that they were made for."""
    identifiers = [each for each in ODD if each.isprintable() and each == each.strip() and len(each) < 100]
    identifiers = [each for each in identifiers if each not in ("nul", "HOÀ", "Hoa\u0300", "A_B", "COM1.x")]
    criteria = cchc_index.load_criteria("moha-provinces-2017")
    units = [Unit(identifier, f"Đơn vị {number}") for number, identifier in enumerate(identifiers)]
    for name, unit in form_names(units).items():
        (tmp_path / name).write_bytes(form_workbook(criteria, unit))
        fill(tmp_path / name, {(str(area), "points"): "1" for area in range(1, 9)}, "Giá trị tự chấm", "Điểm tự chấm")

    read = cchc_index.read_assessment(tmp_path, criteria, cchc_index.Register(tuple(units)), stage="self")

    assert [unit.id for unit in read.register] == identifiers
    assert all(cchc_index.score(criteria, read)[each].points == 8 for each in identifiers)


def test_live_subtotals_are_what_the_points_add_up_to(tmp_path: Path, converted: Converter) -> None:
    """The other program computes the form's formulas when it opens it: parents and total are sums of what is typed."""
    form = tmp_path / "a.xlsx"
    assert main(["template", "cao_bang.departments-2021", "--stage", "self", "-o", str(form)]) == 0
    book = openpyxl.load_workbook(form)
    sheet = book.worksheets[0]
    typed = {}
    for code, field, cell in cells(sheet, "Điểm tự chấm"):
        if not cell.protection.locked:
            typed[code, field] = cell.value = 1.25
    book.save(form)
    (again,) = converted([form], "xlsx:Calc MS Excel 2007 XML")

    shown = openpyxl.load_workbook(again, data_only=True).worksheets[0]
    sums = {code: cell.value for code, field, cell in cells(shown, "Điểm tự chấm") if not field}
    for parent in ("1", "2.1", "3"):
        inside = [value for (code, _), value in typed.items() if code.startswith(f"{parent}.")]
        assert sums[parent] == pytest.approx(sum(inside))


def test_a_labelled_answer_is_chosen_from_a_list(tmp_path: Path) -> None:
    """And comes back; where a label holds a comma, which would part it, the message tells what can be answered."""
    head = "id: a\nedition: 1\ntitle: A\nsource: {status: illustrative}\nrounding: {points: 2, index: 2}\n"
    listed = (
        "  - {code: '1', title: A, max_points: 2, rule: {choice: {options: {Đạt: 2, Chưa: 0}, not_applicable: [E]}}}\n"
    )
    told = "  - {code: '2', title: B, max_points: 2, rule: {choice: {options: {'Có, đủ': 2, 'Có, thiếu': 1}}}}\n"
    criteria = parse_criteria(head + "criteria:\n" + listed + told, registry=cchc_index.Registry.builtin())
    form = tmp_path / "a.xlsx"
    form.write_bytes(form_workbook(criteria, Unit("a", "Đơn vị")))
    sheet = openpyxl.load_workbook(form).worksheets[0]
    found = {str(each.sqref): each for each in sheet.data_validations.dataValidation}
    by_code = {code: found[cell.coordinate] for code, _, cell in cells(sheet, "Giá trị tự chấm")}
    assert (by_code["1"].type, by_code["1"].formula1) == ("list", '"Đạt,Chưa,E"')
    assert by_code["2"].type != "list"
    assert by_code["2"].prompt == "Chọn một trong: Có, đủ; Có, thiếu."

    texts = {cell.value for row in sheet.iter_rows() for cell in row}
    assert "câu trả lời" in texts
    assert "answer" not in texts

    fill(form, {("1", "answer"): "ĐẠT", ("2", "answer"): "Có, thiếu"}, "Giá trị tự chấm", "Điểm tự chấm")
    read = cchc_index.read_assessment(form, criteria, stage="self")
    assert str(cchc_index.score(criteria, read)["a"].points) == "3.00"


#: keys of the criteria file and of the command, which nobody at an office has to know
KEYS = {
    "points",
    "rate",
    "done",
    "planned",
    "number",
    "days",
    "value",
    "count",
    "yes_no",
    "self",
    "appraised",
    "bonus",
    "answer",
}


@pytest.mark.parametrize("stage", FORM_STAGES)
@pytest.mark.parametrize("name", ["", "cao_bang.departments-2021", "docs/examples/cap-xa-2025/bo-tieu-chi-2025.yaml"])
def test_a_vietnamese_form_has_no_english_word(stage: FormStage, name: str, tmp_path: Path) -> None:
    """Fields, stages and blocks of extra points are told in words; so is what does not apply."""
    plain = {**FORM_SET.to_dict(), "not_applicable_words": ["na", "không áp dụng"]}
    criteria = cchc_index.load_criteria(name) if name else CriteriaSet.from_dict(plain)
    if not form_leaves(criteria, stage):
        return
    path = tmp_path / "a.xlsx"
    path.write_bytes(form_workbook(criteria, stage=stage))
    sheet = openpyxl.load_workbook(path).active
    assert isinstance(sheet, Worksheet)
    texts = [str(cell.value) for row in sheet.iter_rows() for cell in row if cell.value is not None]
    texts += [f"{each.prompt} {each.error}" for each in sheet.data_validations.dataValidation]
    words = {word for text in texts for word in re.findall(r"[^\W\d]+(?:_[^\W\d]+)*", text)}

    assert not words & (KEYS | {"na", "yes", "no"})
