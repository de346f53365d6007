"""Every kind of oddity against every door: the same refusal, or the reason why it cannot occur there.

`TABLE` has a row for each kind and a square for each door. A square is an `Input` with the one key that is told, or a
sentence that says why there is none. Where a door tells another key than the others of its row, the square says why.
"""

from __future__ import annotations

import csv
import datetime
import io
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import attrs
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import cchc_index
from cchc_index.criteria.criteria_set import parse_criteria
from tests.conftest import ROOT
from tests.reading.sheets import (
    DATE,
    HIDDEN,
    NO_ZERO,
    PER_CENT,
    ROUNDED,
    TIME,
    WRITERS,
    Cell,
    Sheet,
)

CRITERIA: Final = parse_criteria(
    """
id: odd
edition: 2021
title: Bảng lạ
source: {status: illustrative}
rounding: {points: 2, index: 2}
criteria:
  - {code: "1", title: A, max_points: 100, rule: points}
  - {code: "2", title: B, max_points: 2, rule: yes_no}
  - code: "3"
    title: C
    max_points: 4
    criteria:
      - {code: "3.1", title: D, max_points: 2, rule: points}
      - {code: "3.10", title: E, max_points: 2, rule: points}
""",
    registry=cchc_index.Registry.builtin(),
)

DOORS: Final = (".xlsx", ".xls value", ".xls formula", ".ods", "CSV", "pandas", "polars", "pyarrow", "rows of dicts")
SHEETS, PROGRAMS = DOORS[:4], DOORS[5:]
#: what cells hold, column by column, as a program has them
Columns = Mapping[object, Sequence[object]]


def _rows(columns: Columns) -> list[dict[object, object]]:
    return [dict(zip(columns, values, strict=True)) for values in zip(*columns.values(), strict=True)]


MAKERS: Final[Mapping[str, Callable[[Any], object]]] = {
    "pandas": pd.DataFrame,
    "polars": pl.DataFrame,
    "pyarrow": pa.table,
    "rows of dicts": _rows,
}


@attrs.frozen(eq=False)
class Input:
    """An input, and what is told of it.

    Attributes:
        holds: A sheet, the rows of a text file, or columns.
        key: The key of the one problem.
        why: Why it is another key than the other doors'; "" where it is the same.
        cached: Whether results of formulas are taken, so that they are judged.
        is_register: Whether it is read as the register.
    """

    holds: Any
    key: str
    why: str = ""
    cached: bool = False
    is_register: bool = False


Square = Input | str
SOUND: Final[dict[object, object]] = {"unit": "a", "name": "A", "1": 5, "2": "có", "3.1": 1, "3.10": 1}
UNITS: Final[dict[object, object]] = {"unit": "a", "name": "A"}

NO_FORMAT: Final = "A text file has no formats: what it says is what is read."
PLAIN_FRAME: Final = "A program's value has no format: what it is is what counts."
NO_SHEET_FILE: Final = "A text file shows all of its rows and columns, each in a place of its own."
NO_SHEET_FRAME: Final = "A program hands over all of its rows and columns, each in a place of its own."
NO_FORMULA_FILE: Final = "A text file holds results and no formulas; one written out is a text, and told as no number."
NO_FORMULA_FRAME: Final = "A program computes before it hands over, and no value of it is a formula."
A_VALUE: Final = "A cell with a value holds no formula; the next column of this table is the cell that does."
NO_FORMULA_HEAD: Final = "What a header or an identifier says is judged as in the column before, computed or not."
A_TEXT: Final = "all that a text file knows of it is a text that is no number"


def _sheet(change: Mapping[object, object], *, rows: int = 1, base: Mapping[object, object], **said: bool) -> Sheet:
    """The sound table with some of its cells changed, the same in all rows, or each from a list of as many."""
    columns = _columns(change, rows, base)
    return Sheet([[_head(key) for key in columns], *zip(*columns.values(), strict=True)], **said)


def _columns(change: Mapping[object, object], rows: int, base: Mapping[object, object]) -> dict[object, Any]:
    whole = {**base, **change}
    return {
        key: value if isinstance(value, list | np.ndarray) else [value] * rows
        for key, value in whole.items()
        if value is not None
    }


def _head(key: object) -> Any:
    if isinstance(key, datetime.date):
        return Cell((key - datetime.date(1899, 12, 30)).days, DATE)
    return key


def _lines(change: Mapping[object, object], rows: int, base: Mapping[object, object]) -> list[list[str]]:
    columns = _columns(change, rows, base)
    return [list(map(str, columns)), *(list(map(str, row)) for row in zip(*columns.values(), strict=True))]


def _books(key: str, change: Mapping[object, object] | None = None, **said: bool) -> dict[str, Square]:
    """A change of a cell, in four doors: a value, and in the old format the result of a formula as well."""
    changed = dict(change or {})
    computed = {
        head: attrs.evolve(each, formula=True) if isinstance(each, Cell) else each for head, each in changed.items()
    }
    if said and not changed:
        computed = {"1": Cell(5, formula=True)}
    value = Input(_sheet(changed, base=SOUND, **said), key)
    formula = Input(_sheet(computed, base=SOUND, **said), key, cached=True)
    return {".xlsx": value, ".xls value": value, ".xls formula": formula, ".ods": value}


def _tables(
    key: str,
    change: Mapping[object, object],
    *,
    rows: int = 1,
    base: Mapping[object, object] = SOUND,
    register: bool = False,
    formula: str = NO_FORMULA_HEAD,
) -> dict[str, Square]:
    """The same table through each door that a table can come by."""
    sheet = Input(_sheet(change, rows=rows, base=base), key, is_register=register)
    found: dict[str, Square] = {**dict.fromkeys(SHEETS, sheet), ".xls formula": formula}
    found["CSV"] = Input(_lines(change, rows, base), key, is_register=register)
    return found | {door: Input(_columns(change, rows, base), key, is_register=register) for door in PROGRAMS}


def _csv(key: str, value: str, why: str = "") -> dict[str, Square]:
    return {"CSV": Input(_lines({"1": value}, 1, SOUND), key, why)}


def _programs(key: str, value: object, why: str = "", code: str = "1") -> dict[str, Square]:
    return {door: Input(_columns({code: value}, 1, SOUND), key, why) for door in PROGRAMS}


def _frames(key: str, value: object, why: str = "") -> dict[str, Square]:
    return {door: Input(_columns({"1": value}, 1, SOUND), key, why) for door in PROGRAMS[:3]}


def _none(file: str, program: str) -> Mapping[str, Square]:
    return {"CSV": file, **dict.fromkeys(PROGRAMS, program)}


NOT_FLOATS: Final = (
    "rows of dicts take no floats of any kind, since a program that has dicts can say which decimal it means"
)
LONG: Final[dict[object, object]] = {
    "unit": ["a"] * 4,
    "code": ["1", "2", "3.1", "3.10"],
    "value": [5, "có", 1, 1],
}
LONG_TEXTS: Final = {**LONG, "value": ["5", "có", "1", "1"]}  # a column of a frame is of one kind
_DATED: Final = ["1", "2", datetime.date(2024, 1, 3), "3.10"]
NAMES_ARE_TEXTS: Final = "Names of columns are texts in this library, so that 3.10 stays what it is."
OF_A_CODE: Final[dict[object, object]] = {"3.1": None, "3.10": None}

TABLE: Final[Mapping[str, Mapping[str, Square]]] = {
    "formula": {
        **dict.fromkeys(SHEETS, Input(_sheet({"1": Cell(5, formula=True)}, base=SOUND), "value.formula")),
        ".xls value": A_VALUE,
        **_none(NO_FORMULA_FILE, NO_FORMULA_FRAME),
    },
    "formula without result": {
        **dict.fromkeys(
            SHEETS, Input(_sheet({"1": Cell(None, formula=True)}, base=SOUND), "value.no_cache", cached=True)
        ),
        ".xls value": A_VALUE,
        **_none(NO_FORMULA_FILE, NO_FORMULA_FRAME),
    },
    "an array formula's spilled cell": {
        **dict.fromkeys(SHEETS, Input(_sheet({}, base=SOUND, array=True), "value.formula")),
        ".xls formula": Input(_sheet({"1": Cell(5, formula=True)}, base=SOUND, array=True), "value.formula"),
        **_none(NO_FORMULA_FILE, NO_FORMULA_FRAME),
    },
    "per cent": {
        **_books("value.per_cent_cell", {"1": Cell(0.95, PER_CENT)}),
        **_csv("value.per_cent", "95%", "a sign in a text can be taken away, a cell's format must be changed"),
        **_programs("value.per_cent", "95%", "a sign in a text can be taken away, a cell's format must be changed"),
    },
    "decimals shown as others": {
        **_books("value.shown", {"1": Cell(3.25, ROUNDED)}),
        **_none(NO_FORMAT, PLAIN_FRAME),
    },
    "zero hidden by a format": {**_books("value.shown", {"1": Cell(0, NO_ZERO)}), **_none(NO_FORMAT, PLAIN_FRAME)},
    "zero hidden by the sheet's options": {
        **_books("value.shown", {"1": Cell(0)}, no_zeros=True),
        **_none(NO_FORMAT, PLAIN_FRAME),
    },
    "text hidden by a format": {
        **_books("value.hidden_text", {"2": Cell("có", HIDDEN)}),
        **_none(NO_FORMAT, PLAIN_FRAME),
    },
    "a conditional format of a number": {
        **_books("value.shown_conditionally", {"1": Cell(3.25)}, condition=True),
        **_none(NO_FORMAT, PLAIN_FRAME),
    },
    "date": {
        **_books("value.date", {"1": Cell(45293, DATE)}),
        **_csv("value.number", "2024-01-02", A_TEXT),
        **_programs("value.date", datetime.date(2024, 1, 2)),
    },
    "time": {
        **_books("value.date", {"1": Cell(0.5, TIME)}),
        **_csv("value.number", "12:00", A_TEXT),
        **_programs("value.date", datetime.time(12)),
    },
    "boolean": {
        **_books("value.boolean", {"1": Cell(True)}),
        **_csv("value.number", "TRUE", A_TEXT),
        **_programs(
            "value.number", True, "a program's bool is an answer, yes or no, and no number where one is wanted"
        ),
    },
    "error": {
        **_books("value.cell_error", {"1": Cell("#REF!")}),
        **_csv("value.number", "#REF!", A_TEXT),
        **_frames(
            "value.infinite", float("inf"), "a program's computation that failed is infinite, or NaN, which is blank"
        ),
        "rows of dicts": Input(_columns({"1": float("inf")}, 1, SOUND), "value.kind", NOT_FLOATS),
    },
    "number kept as text": {
        **_books("value.text_number", {"1": Cell("95,5")}),
        **_csv("value.comma", "95,5", "in a text file all numbers are texts, and only the mark is odd"),
        **_programs("value.comma", "95,5", "a program's text is read as a text file's, and only the mark is odd"),
    },
    "hidden row": {**_books("sheet.hidden_row", hidden_row=True), **_none(NO_SHEET_FILE, NO_SHEET_FRAME)},
    "hidden column": {**_books("sheet.hidden_column", hidden_column=True), **_none(NO_SHEET_FILE, NO_SHEET_FRAME)},
    "hidden sheet": {
        **_books("workbook.hidden_sheet", hidden=True),
        **_none("A text file is one table.", "A program hands over one table."),
    },
    "merged cells": {**_books("sheet.merged", merged=True), **_none(NO_SHEET_FILE, NO_SHEET_FRAME)},
    "more digits than anybody types": {
        **_books("value.digits", {"1": Cell(94.99999999999999)}),
        "CSV": "A text is the decimal that it spells, to its last digit; none comes of reading it, so none is odd.",
        **_frames("value.noise", 94.99999999999999, "the cure is round(2) in the program, and no typing"),
        "rows of dicts": Input(_columns({"1": 94.99999999999999}, 1, SOUND), "value.kind", NOT_FLOATS),
    },
    "computed in 32 bits": {
        **_books("value.digits", {"1": Cell(float(np.float32(100 / 3)))}),
        "CSV": "A text is the decimal that it spells, whatever width a program had it in.",
        **_frames(
            "value.noise", np.array([100 / 3], dtype=np.float32), "the cure is round(2) in the program, and no typing"
        ),
        "rows of dicts": Input(_columns({"1": [np.float32(100 / 3)]}, 1, SOUND), "value.kind", NOT_FLOATS),
    },
    "32 bits made wider": {
        **_books("value.digits", {"1": Cell(95.0999984741211)}),
        "CSV": "A text is the decimal that it spells, whatever width a program had it in.",
        **_frames("value.noise", 95.0999984741211, "the cure is round(2) in the program, and no typing"),
        "rows of dicts": Input(_columns({"1": 95.0999984741211}, 1, SOUND), "value.kind", NOT_FLOATS),
    },
    "invisible character in a value": {
        **_tables("file.unseen", {"2": "c\u200bó"}),
        ".xls formula": Input(_sheet({"2": Cell("c\u200bó", formula=True)}, base=SOUND), "file.unseen", cached=True),
    },
    "invisible character in an identifier": _tables("file.unseen", {"unit": "a\u200b"}),
    "invisible character in a header": _tables("file.unseen", {"2": None, "2\u200b": "có"}),
    "invisible character in a register": _tables("file.unseen", {"unit": "a\u200b"}, base=UNITS, register=True),
    "look-alike identifiers": _tables("unit.looks_alike", {"unit": ["Đông", "Ðông"]}, rows=2),
    "look-alike identifiers in a register": _tables(
        "unit.looks_alike", {"unit": ["Hòa", "Hoà"]}, rows=2, base=UNITS, register=True
    ),
    "a unit twice": _tables("unit.twice", {}, rows=2),
    "a unit twice in a register": _tables("unit.twice", {}, rows=2, base=UNITS, register=True),
    "a column twice": _tables("table.header_twice", {"2 ": "có"}),
    "a column twice, in two languages": _tables("table.header_twice", {"Mã đơn vị": "a"}),
    "a column twice in a register": _tables("table.header_twice", {"name ": "B"}, base=UNITS, register=True),
    "numeric code in a header": {
        **_tables("table.code_as_number", {**OF_A_CODE, 3.1: 1}),
        "CSV": "A text file keeps the digits of a header, so that 3.10 stays what it is.",
        "pandas": Input(
            _columns({**OF_A_CODE, 3.1: 1}, 1, SOUND), "table.code_as_float", "the cure lies in the program"
        ),
        "polars": NAMES_ARE_TEXTS,
        "pyarrow": NAMES_ARE_TEXTS,
        "rows of dicts": Input(
            _columns({**OF_A_CODE, 3.1: 1}, 1, SOUND), "table.code_as_float", "the cure lies in the program"
        ),
    },
    "numeric code in a column": {
        **_tables("table.code_as_number", {"code": ["1", "2", "3.1", 3.1]}, base=LONG),
        "CSV": "A text file keeps the digits of a code, so that 3.10 stays what it is.",
        **{
            door: Input(
                _columns({"unit": ["a"] * 3, "code": [1.0, 2.0, 3.1], "value": ["5", "có", "1"]}, 3, {}),
                "table.code_as_float",
                "the cure lies in the program",
            )
            for door in PROGRAMS[:3]
        },
        "rows of dicts": Input(_columns({"code": ["1", "2", "3.1", 3.1]}, 4, LONG), "value.kind", NOT_FLOATS),
    },
    "a code that became a date, in a header": {
        **_tables("table.code_as_date", {"3.1": None, datetime.date(2024, 1, 3): 1}),
        "CSV": Input(
            _lines({"3.1": None, datetime.date(2024, 1, 3): 1}, 1, SOUND),
            "table.code_as_date",
        ),
        **{
            door: Input(_columns({"3.1": None, "03/01/2024": 1}, 1, SOUND), "table.code_as_date")
            for door in ("polars", "pyarrow")
        },
    },
    "a code that became a date, in a column": {
        **_tables("table.code_as_date", {"code": ["1", "2", Cell(45294, DATE), "3.10"]}, base=LONG),
        "CSV": Input(
            _lines({"code": ["1", "2", "2024-01-03", "3.10"]}, 4, LONG),
            "table.code_as_date",
        ),
        **{
            door: Input(
                _columns(
                    {"code": _DATED if door in ("pandas", "rows of dicts") else list(map(str, _DATED))}, 4, LONG_TEXTS
                ),
                "table.code_as_date",
            )
            for door in PROGRAMS
        },
    },
}
FILLED: Final = [(kind, door) for kind, row in TABLE.items() for door in DOORS if isinstance(row.get(door), Input)]


def _told(given: Input, door: str, folder: Path) -> list[str]:
    """The keys of what is told of an input that comes by a door."""
    source = _source(given.holds, door, folder)
    data, units = (_rows(_columns({}, 1, SOUND)), source) if given.is_register else (source, None)
    with pytest.raises(cchc_index.AssessmentError) as caught:
        cchc_index.read_assessment(data, CRITERIA, units, formulas="cached" if given.cached else "refuse")
    return [problem.key for problem in caught.value.problems]


def _source(holds: Any, door: str, folder: Path) -> object:
    if door in MAKERS:
        return MAKERS[door](holds)
    ending = "csv" if door == "CSV" else door.split(maxsplit=1)[0].removeprefix(".")
    path = folder / f"a.{ending}"
    if door == "CSV":
        text = io.StringIO()
        csv.writer(text).writerows(holds)
        path.write_text(text.getvalue(), encoding="utf-8", newline="")
    else:
        path.write_bytes(WRITERS[ending](holds))
    return path


@pytest.mark.parametrize(("kind", "door"), FILLED)
def test_each_oddity_is_told_once_at_each_door(kind: str, door: str, tmp_path: Path) -> None:
    """One problem, of the square's key, and nothing that follows from it."""
    given = TABLE[kind][door]

    assert isinstance(given, Input)
    assert _told(given, door, tmp_path) == [given.key]


@pytest.mark.parametrize("kind", TABLE)
def test_no_square_is_empty(kind: str) -> None:
    """It holds an input or a sentence, and a row has at least one input."""
    assert set(TABLE[kind]) == set(DOORS)
    for square in TABLE[kind].values():
        if isinstance(square, str):
            assert square[0].isupper()
            assert square.endswith(".")
            assert len(square.split()) > 3
    assert any(isinstance(square, Input) for square in TABLE[kind].values())


@pytest.mark.parametrize("kind", TABLE)
def test_a_door_that_says_something_else_says_why(kind: str) -> None:
    """The first door's key is the row's; every other key has its reason."""
    given = [square for door in DOORS if isinstance(square := TABLE[kind][door], Input)]
    own = given[0].key

    assert [square.key for square in given if (square.key != own) != bool(square.why)] == []


@pytest.mark.parametrize("door", [".xlsx", ".ods"])
@pytest.mark.parametrize("kind", [kind for kind in TABLE if isinstance(TABLE[kind][".xls formula"], Input)])
def test_a_formula_is_judged_alike_in_the_other_formats(kind: str, door: str, tmp_path: Path) -> None:
    """What the old format tells of a formula's result the new ones tell as well."""
    given = TABLE[kind][".xls formula"]

    assert isinstance(given, Input)
    assert _told(given, door, tmp_path) == [given.key]


@pytest.mark.parametrize("door", DOORS)
def test_the_table_without_an_oddity_is_read(door: str, tmp_path: Path) -> None:
    """So that each key above is its oddity's own, by a wide table, a long one and a register."""
    for base, rows in ((SOUND, 1), (LONG_TEXTS if door in MAKERS else LONG, 4)):
        columns = _columns({}, rows, base)
        holds: Any = columns if door in MAKERS else _lines({}, rows, base) if door == "CSV" else _sheet({}, base=base)
        read = cchc_index.read_assessment(_source(holds, door, tmp_path), CRITERIA)
        assert [str(card.points) for card in cchc_index.score(CRITERIA, read)] == ["9.00"]
    holds = (
        _columns({}, 1, UNITS) if door in MAKERS else _lines({}, 1, UNITS) if door == "CSV" else _sheet({}, base=UNITS)
    )
    read = cchc_index.read_assessment(_rows(_columns({}, 1, SOUND)), CRITERIA, _source(holds, door, tmp_path))
    assert [unit.name for unit in read.register.units] == ["A"]


GROUPS: Final = {
    "workbooks": SHEETS,
    "text files": DOORS[4:5],
    "data frames": PROGRAMS[:3],
    "rows of dicts": PROGRAMS[3:],
}


def _line(kind: str) -> str:
    """A row of the page's table: what each group of doors tells."""
    cells = [kind]
    for doors in GROUPS.values():
        given = [square for door in doors if isinstance(square := TABLE[kind][door], Input)]
        cells.append(", ".join(dict.fromkeys(f"`{square.key}`" for square in given)) or "-")
    return f"| {' | '.join(cells)} |"


def test_the_page_for_offices_has_the_same_table() -> None:
    """Row by row, in the same order."""
    page = (ROOT / "docs" / "office.md").read_text(encoding="utf-8")
    head = f"| what is odd | {' | '.join(GROUPS)} |"

    lines = page[page.index(head) :].splitlines()
    assert lines[2 : 2 + len(TABLE)] == [_line(kind) for kind in TABLE]
    assert not lines[2 + len(TABLE)]
