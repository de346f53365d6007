"""What a whole assessment says of its files: totals, remarks, units without a register, what cannot be declared."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import cchc_index
from cchc_index.values.units import Register, Unit
from tests.form_set import FORM_SET, PLAIN

ROW = {key: value for key, value in PLAIN.items() if key != "unit"}
HEADER = "unit," + ",".join(ROW)


def _line(unit: str, count: str = "3") -> str:
    return ",".join([unit, *{**ROW, "3": count}.values()])


def _total(count: str) -> str:
    return ",".join(["Tổng cộng", *("" if header != "3" else count for header in ROW)])


def _read(tmp_path: Path, text: str, name: str = "a.csv", units: object = None, **how: Any) -> cchc_index.Assessment:
    (tmp_path / name).write_text(text, encoding="utf-8")
    return cchc_index.read_assessment(tmp_path / name, FORM_SET, units, **how)


def _told(tmp_path: Path, text: str, units: object = None, **how: Any) -> list[str]:
    try:
        _read(tmp_path, text, units=units, **how)
    except cchc_index.AssessmentError as error:
        return [problem.key for problem in error.problems]
    return []


def test_rows_of_totals_are_no_units(tmp_path: Path) -> None:
    """Declared, they are passed over where units are collected, as where facts are."""
    text = "\n".join([HEADER, _line("a"), _line("b"), _total("6")])

    assert [unit.id for unit in _read(tmp_path, text, totals=True).register] == ["a", "b"]
    assert "table.totals_row" in _told(tmp_path, text)


@pytest.mark.parametrize(("whole", "told"), [("5.5", []), ("3.5", ["table.total_differs"]), ("2", [])])
def test_a_total_is_of_all_or_of_those_since_the_last(tmp_path: Path, whole: str, told: list[str]) -> None:
    """A table in groups has a total below each, and one of all at its end."""
    text = "\n".join([HEADER, _line("a", "1.5"), _line("b", "2"), _total("3.5"), _line("c", "2"), _total(whole)])

    assert _told(tmp_path, text, totals=True) == told


def test_a_long_table_has_no_rows_of_totals(tmp_path: Path) -> None:
    """A total of what, its row does not say; declared or not, it is told."""
    lines = ["unit,code,field,value", *(f"a,{_long(header)},{value}" for header, value in ROW.items())]
    units = Register((Unit("a", "A"),))

    assert _told(tmp_path, "\n".join(lines), units) == []
    for totals in (False, True):
        assert _told(tmp_path, "\n".join([*lines, "Tổng cộng,3,,3.25"]), units, totals=totals) == ["table.totals_row"]


def _long(header: str) -> str:
    code, dot, field = header.rpartition(".")
    return f"{code},{field}" if dot and not field.isdigit() else f"{header},"


def test_remarks_beside_the_fields_of_one_leaf_are_kept_together(tmp_path: Path) -> None:
    """The last one read does not put out the first."""
    lines = ["unit,code,field,value,note"]
    lines += [f"a,{_long(header)},{value},{note}" for (header, value), note in zip(ROW.items(), "vwxyzu", strict=True)]
    found = _read(tmp_path, "\n".join(lines), units=Register((Unit("a", "A"),)))

    assert found.remarks["a", "4.1"].note == "y; z"


@pytest.mark.parametrize(
    ("how", "key"),
    [
        ({"decimal": ";"}, "cycle.decimal"),
        ({"thousands": "."}, "cycle.thousands"),
        ({"delimiter": ";;"}, "cycle.delimiter"),
        ({"decimal": ",", "delimiter": ","}, "cycle.delimiter"),
    ],
)
def test_marks_that_leave_two_readings_cannot_be_declared(tmp_path: Path, how: dict[str, str], key: str) -> None:
    """Python is told what a cycle's file is."""
    assert key in _told(tmp_path, f"{HEADER}\n{_line('a')}\n", **how)


def test_a_word_for_not_applicable_is_known_beside_a_file_that_cannot_be_read(tmp_path: Path) -> None:
    """Each file has its answer, and one that is damaged takes nothing from the others."""
    (tmp_path / "0.xlsx").write_bytes(b"")
    (tmp_path / "a.csv").write_text(f"{HEADER}\n{_line('a', 'NA')}\n", encoding="utf-8")

    with pytest.raises(cchc_index.AssessmentError) as raised:
        cchc_index.read_assessment(tmp_path, FORM_SET, stage="self")
    assert [problem.key for problem in raised.value.problems] == ["workbook.kind"]


@pytest.mark.parametrize("nothing", [[], [{}]])
def test_rows_that_hold_nothing_are_told(nothing: list[dict[str, object]]) -> None:
    """An empty list is no assessment."""
    with pytest.raises(cchc_index.AssessmentError) as raised:
        cchc_index.read_assessment(nothing, FORM_SET)
    assert raised.value.problems[0].key == "table.empty"


def test_a_path_of_nothing_is_no_folder() -> None:
    """An empty setting is not the folder that the program happens to run in."""
    with pytest.raises(cchc_index.AssessmentError) as raised:
        cchc_index.read_assessment("", FORM_SET)
    assert [problem.key for problem in raised.value.problems] == ["file.absent"]
