"""One table in many shapes: wide, long, transposed, a form, a data frame, a workbook; results stay the same."""

from __future__ import annotations

import datetime
import shutil
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pandas
import polars
import pyarrow
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import cchc_index
from cchc_index.criteria.criteria_set import parse_criteria
from cchc_index.office.form import form_workbook
from cchc_index.problems.errors import AssessmentError
from cchc_index.values.units import Unit
from tests.conftest import ROOT
from tests.filling import fill
from tests.form_set import FORM_SET, PLAIN
from tests.mutations import CRITERIA, REGISTER, TABLE

SET = parse_criteria(CRITERIA, registry=cchc_index.Registry.builtin())


HEADER, *ROWS = [line.split(",") for line in TABLE.splitlines()]


UNITS = [dict(zip(("unit", "name", "group"), row.split(","), strict=True)) for row in REGISTER.splitlines()[1:]]


VIETNAMESE = {"unit": "Mã đơn vị", "name": "Đơn vị", "group": "Nhóm"}


def _results(data: object, **how: Any) -> Any:
    return cchc_index.score(SET, cchc_index.read_assessment(data, SET, UNITS, **how)).to_dict()["units"]


EXPECTED = _results([dict(zip(HEADER, row, strict=True)) for row in ROWS])


def _typed(text: str) -> object:
    """A cell as a program holds it."""
    if text in ("na", "") or not text[0].isdigit() or text.startswith("00"):
        return text
    return float(text) if "." in text else int(text)


def _columns(missing: object = None) -> dict[str, list[object]]:
    found = {name: [_typed(row[at]) for row in ROWS] for at, name in enumerate(HEADER)}
    found["2"] = [str(each) for each in found["2"]]  # holds "na" beside numbers
    found["1.1.note"] = ["", missing, "ghi chú"]
    return found


@pytest.mark.parametrize(
    "frame",
    [
        pandas.DataFrame(_columns(float("nan"))),
        pandas.DataFrame(_columns()).convert_dtypes(),
        polars.DataFrame(_columns(), strict=False),
        pyarrow.table(_columns()),
    ],
    ids=["pandas", "pandas with its own kinds", "polars", "pyarrow"],
)
def test_a_data_frame_scores_as_the_table_does(frame: object) -> None:
    """Numbers count as the decimals they print, an empty cell as an empty cell."""
    assert _results(frame) == EXPECTED


@pytest.mark.parametrize("bad", [datetime.date(2021, 1, 1), b"x", [1], 1e300, float("inf")])
def test_a_data_frame_of_other_things_is_refused(bad: object) -> None:
    """A date, bytes or a number that is none is told with its row and column."""
    columns = _columns() | {"1.2.done": [9, 17, bad]}

    with pytest.raises(AssessmentError) as caught:
        _results(pandas.DataFrame({name: pandas.Series(values, dtype=object) for name, values in columns.items()}))

    assert {problem.place.header for problem in caught.value.problems if problem.place} == {"1.2.done"}


def _book(path: Path, rows: list[list[object]], sheet: str = "Bảng") -> Path:
    book = openpyxl.Workbook()
    page = book.worksheets[0]
    page.title = sheet
    for row in rows:
        page.append(row)
    book.save(path)
    return path


def _wide(*, vietnamese: bool = False) -> list[list[object]]:
    header: list[object] = [VIETNAMESE.get(name, name) if vietnamese else name for name in HEADER]
    return [header, *([_typed(cell) for cell in row] for row in ROWS)]


def _long(*, vietnamese: bool = False) -> list[list[object]]:
    words = ["Mã đơn vị", "Mã tiêu chí", "Trường", "Giá trị"] if vietnamese else ["unit", "code", "field", "value"]
    rows: list[list[object]] = [[*words]]
    for row in ROWS:
        for name, cell in zip(HEADER[3:], row[3:], strict=True):
            code, _, field = name.rpartition(".") if name.endswith(("done", "planned", "rate")) else (name, "", "")
            rows.append([row[0], code, field or None, _typed(cell)])
    return rows


@pytest.mark.parametrize("vietnamese", [False, True])
@pytest.mark.parametrize("shape", ["wide", "long", "transposed", "numbered"])
def test_a_workbook_of_any_shape_scores_the_same(shape: str, vietnamese: bool, tmp_path: Path) -> None:
    """Wide, long, transposed, and with running numbers; headers in either language."""
    rows = _long(vietnamese=vietnamese) if shape == "long" else _wide(vietnamese=vietnamese)
    if shape == "transposed":
        rows = [list(column) for column in zip(*rows, strict=True)]
    if shape == "numbered":
        rows = [[number or "STT", *row] for number, row in enumerate(rows)]

    assert _results(_book(tmp_path / "a.xlsx", rows)) == EXPECTED


def test_a_sheet_is_chosen_by_its_name(tmp_path: Path) -> None:
    """Of several sheets the declared one is read."""
    path = _book(tmp_path / "a.xlsx", _wide())
    book = openpyxl.load_workbook(path)
    book.create_sheet("Nháp")["A1"] = "nháp"
    book.save(path)

    assert _results(path, sheet="Bảng") == EXPECTED
    with pytest.raises(AssessmentError):
        _results(path)
    with pytest.raises(AssessmentError):
        _results(path, sheet="Khác")


def test_a_value_remembers_its_cell_in_a_transposed_sheet(tmp_path: Path) -> None:
    """Problems name the cell as the spreadsheet shows it."""
    rows = [list(column) for column in zip(*_wide(), strict=True)]
    rows[4][2] = "mười bảy"

    with pytest.raises(AssessmentError) as caught:
        _results(_book(tmp_path / "a.xlsx", rows))

    assert [problem.place.cell for problem in caught.value.problems if problem.place] == ["C5"]


def test_a_tab_separated_table(tmp_path: Path) -> None:
    """The ending says how cells are separated."""
    path = tmp_path / "a.tsv"
    path.write_text(TABLE.replace(",", "\t"), encoding="utf-8")

    assert _results(path) == EXPECTED


_PERCENT = st.decimals(0, 100, places=2).filter(lambda number: not 0 < number <= 1).map(lambda number: f"{number:f}")


@st.composite
def _answers(draw: st.DrawFn) -> dict[tuple[str, str], str]:
    points = st.decimals(0, Decimal("3.5"), places=2).map(lambda number: f"{number:f}")
    answers = {
        ("1", "yes_no"): draw(st.sampled_from(["có", "không"])),
        ("2", "days"): str(draw(st.integers(0, 400))),
        ("3", "points"): draw(points | st.just("na")),
        ("4.10", "count"): str(draw(st.integers(0, 10**9))),
    }
    if draw(st.booleans()):
        answers["4.1", "rate"] = draw(_PERCENT)
    else:
        planned = draw(st.integers(0, 10**9))
        answers |= {("4.1", "planned"): str(planned), ("4.1", "done"): str(draw(st.integers(0, planned)))}
    return answers


@settings(max_examples=25)
@given(answers=_answers())
def test_what_a_program_fills_in_is_what_is_read(
    answers: dict[tuple[str, str], str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A form filled in by another program reads as the same values typed into a table, for any values."""
    path = tmp_path_factory.mktemp("form") / "a.xlsx"
    path.write_bytes(form_workbook(FORM_SET, Unit("a", "A"), stage="appraised"))
    bare = answers | {(code, ""): text for (code, _), text in answers.items() if text == "na"}
    fill(path, bare)

    row = {"unit": "a"} | {f"{code}.{field}": text for (code, field), text in answers.items()}
    units = [{"unit": "a", "name": "A"}]
    by_form = cchc_index.score(FORM_SET, cchc_index.read_assessment(path, FORM_SET, units, stage="appraised"))
    by_row = cchc_index.score(FORM_SET, cchc_index.read_assessment([row], FORM_SET, units, stage="appraised"))

    assert by_form.to_dict()["units"] == by_row.to_dict()["units"]


GROUPED = "unit;1;2;3;4.1.done;4.1.planned;4.10\na;có;0;3,25;1.234.567;2.000.000;1.000\n"


def _form_results(data: object, **how: Any) -> Any:
    return cchc_index.score(FORM_SET, cchc_index.read_assessment(data, FORM_SET, **how)).to_dict()["units"]


def test_groups_of_three_digits_are_read_as_declared(tmp_path: Path) -> None:
    """With thousands declared they are numbers; without, and where they are not groups of three, they are refused."""
    path = tmp_path / "a.csv"
    path.write_text(GROUPED, encoding="utf-8")
    expected = _form_results([PLAIN])

    assert _form_results(path, decimal=",", thousands=".") == expected
    with pytest.raises(AssessmentError):
        _form_results(path, decimal=",")
    for wrong in ("1.00", "10.00", "1.0000", ".000", "0.100", "1.000.00"):
        path.write_text(GROUPED.replace("1.000\n", f"{wrong}\n"), encoding="utf-8")
        with pytest.raises(AssessmentError) as caught:
            _form_results(path, decimal=",", thousands=".")
        assert [problem.key for problem in caught.value.problems] == ["value.grouped"]


def test_groups_in_a_workbook_are_texts_as_declared(tmp_path: Path) -> None:
    """Numbers kept as text with spaces between groups, beside numbers kept as such."""
    rows: list[list[object]] = [list(PLAIN), ["a", "có", 0, 3.25, "1 234 567", "2\u00a0000\u00a0000", 1000]]
    path = _book(tmp_path / "a.xlsx", rows)

    assert _form_results(path, thousands=" ") == _form_results([PLAIN])
    with pytest.raises(AssessmentError):
        _form_results(path)


def test_a_cycle_declares_marks_for_each_file(tmp_path: Path) -> None:
    """decimal, thousands and delimiter stand beside the file's path; a tab and a space are marks as well."""
    shutil.copy(ROOT / "criteria" / "moha-provinces-2017.yaml", tmp_path / "set.yaml")
    rows = "unit\t1\t2\t3\t4\t5\t6\t7\t8\na\t5,5\t5\t5\t5\t5\t5\t5\t5\n"
    (tmp_path / "a.csv").write_text(rows, encoding="utf-8")
    entry = '{path: a.csv, decimal: ",", delimiter: "\\t", thousands: " "}'
    head = "id: a\ntitle: A\ndata: synthetic\nassessments:\n  - {criteria: set.yaml, files: "
    (tmp_path / "cycle.yaml").write_text(f"{head}[{entry}]}}\n", encoding="utf-8")

    assert str(cchc_index.open_cycle(tmp_path).score()["a"].points) == "40.50"
    for wrong in ('thousands: ","', 'thousands: "x"', 'thousands: "\\t"'):
        changed = entry.replace('thousands: " "', wrong)
        (tmp_path / "cycle.yaml").write_text(f"{head}[{changed}]}}\n", encoding="utf-8")
        with pytest.raises(AssessmentError) as caught:
            cchc_index.open_cycle(tmp_path)
        assert "cycle.thousands" in {problem.key for problem in caught.value.problems}
