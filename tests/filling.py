"""Fills in forms as a unit would, with another program than the one that wrote them."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from cchc_index.messages import phrases

CAO_BANG = Path(__file__).parents[1] / "docs" / "examples" / "cao-bang-2021"
#: the leaves that are counted, each with the level of the one-stop service whose dossiers it counts
COUNTED = {
    "departments.csv": {"2.1.1": "province"},
    "districts.csv": {"2.1.1": "district", "2.2.2": "commune"},
}
#: the fields of such a leaf, each with the columns that make it
FIELDS = {"on_time": ("early", "on_time"), "late": ("late",), "in_process": ("in_process",)}
Answers = Mapping[tuple[str, str], str]  #: code and field to what is typed; the field is "" for a bare column


def reported(name: str, decimal: str) -> dict[str, dict[tuple[str, str], str]]:
    """What a table of the worked cycle reports for each unit, and what is counted; decimals with a point."""
    path = CAO_BANG / name
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";" if decimal == "," else ","))
    with (CAO_BANG / "dossiers.csv").open(encoding="utf-8", newline="") as file:
        counted = {(row["unit"], row["level"]): row for row in csv.DictReader(file)}
    found = {}
    for row in rows:
        answers = {}
        for code, level in COUNTED[name].items():
            dossiers = counted.get((row["unit"], level))
            for field, columns in FIELDS.items():
                figure = sum(int(dossiers[column]) for column in columns) if dossiers else ""
                answers[code, field] = str(figure)
        for header, text in row.items():
            if header not in ("unit", "name", "group"):
                code, _, field = header.rpartition(".")
                if not field.isidentifier() or not code:
                    code, field = header, ""
                answers[code, field] = text.replace(",", ".")
        found[row["unit"]] = answers
    return found


#: the fields of rules by what a Vietnamese form calls them
_ASKED = {words: name for name, (words, _) in phrases.FIELDS.items()}
#: and those of the rules of Cao Bằng
_ASKED |= {
    "hồ sơ giải quyết đúng hạn": "on_time",
    "hồ sơ giải quyết trễ hạn": "late",
    "hồ sơ đang giải quyết": "in_process",
    "dự thảo được đề nghị góp ý": "asked",
    "dự thảo đã góp ý": "commented",
    "văn bản theo kế hoạch kiểm tra": "planned",
    "văn bản đã tự kiểm tra": "self_checked",
    "sáng kiến được công nhận": "recognised",
    "trong đó được trao giải": "awarded",
}


def form_file(folder: Path, unit: str) -> Path:
    """A unit's form in a folder: its name begins with the identifier, and says the unit's name after it."""
    (found,) = [*folder.glob(f"{unit}.xlsx"), *folder.glob(f"{unit}-*.xlsx")]
    return found


def _field(words: str) -> str:
    part, colon, asked = words.removeprefix("hoặc: ").rpartition(": ")
    return f"{part.replace(' ', '_')}.{_ASKED[asked]}" if colon else _ASKED.get(asked, asked.replace(" ", "_"))


def cells(sheet: Worksheet, meaning: str) -> Iterator[tuple[str, str, Any]]:
    """The cells of a form's answer column, each with its code and field; `meaning` is the column's header."""
    top = next(row for row in range(1, 40) if sheet.cell(row, 1).value == "Mã tiêu chí")
    headers = {sheet.cell(top, column).value: column for column in range(1, sheet.max_column + 1)}
    for row in range(top + 1, sheet.max_row + 1):
        code = sheet.cell(row, headers["Mã tiêu chí"]).value
        if code:
            yield (
                str(code),
                _field(str(sheet.cell(row, headers["Số liệu"]).value or "")),
                sheet.cell(row, headers[meaning]),
            )


def typed(text: str) -> object:
    """What a cell holds once a text was typed into it: a number where the text is one."""
    try:
        number = Decimal(text)
    except ArithmeticError:
        return text
    return int(number) if number == int(number) and "." not in text else float(text)


def fill(path: Path, answers: Answers, value: str = "Giá trị thẩm định", points: str = "Điểm thẩm định") -> None:
    """Type a unit's answers into its form."""
    book = openpyxl.load_workbook(path)
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    for code, field, cell in cells(sheet, value):
        text = answers.get((code, field)) or (answers.get((code, "")) if field not in ("done", "planned") else None)
        if text and not cell.protection.locked:
            cell.value = typed(text)
    for code, field, cell in cells(sheet, points):
        text = answers.get((code, "points")) or answers.get((code, ""))
        if field == "points" and text:
            cell.value = typed(text)
    book.save(path)
