"""A workbook computed anew by an engine that shares nothing with the library: each formula beside its stored result."""

from __future__ import annotations

import io
import tempfile
import zipfile
from pathlib import Path

import ironcalc
import openpyxl
from openpyxl.utils import get_column_letter

Difference = tuple[str, str, object, object]


def formulas_of(data: bytes) -> dict[tuple[str, str], tuple[str, object]]:
    """Each formula by sheet and cell, with the result that is stored with it."""
    written, stored = (openpyxl.load_workbook(io.BytesIO(data), data_only=known) for known in (False, True))
    return {
        (sheet.title, each.coordinate): (each.value, stored[sheet.title][each.coordinate].value)
        for sheet in written
        for row in sheet.iter_rows()
        for each in row
        if each.data_type == "f"
    }


def differences(data: bytes) -> list[Difference]:
    """The formulas whose result is another when it is computed anew: sheet, cell, stored, computed."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "book.xlsx"
        path.write_bytes(data)
        model = ironcalc.load_from_xlsx(str(path), "en", "UTC", "en")
    model.evaluate()
    names = [each["name"] for each in model.get_worksheets_properties()] if False else _names(data)
    found: list[Difference] = []
    for (sheet, place), (_, stored) in formulas_of(data).items():
        row, column = openpyxl.utils.cell.coordinate_to_tuple(place)
        computed = model.get_cell_value(names.index(sheet), row, column)
        if computed != stored:
            found.append((sheet, place, stored, computed))
    return found


def _names(data: bytes) -> list[str]:
    return openpyxl.load_workbook(io.BytesIO(data), read_only=True).sheetnames


def spoilt(data: bytes, sheet: str, place: str, value: str) -> bytes:
    """The workbook with another stored result for one formula."""
    at = _names(data).index(sheet) + 1
    name = f"xl/worksheets/sheet{at}.xml"
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for each in old.namelist():
            content = old.read(each)
            if each == name:
                text = content.decode()
                start = text.index("<v>", text.index(f'<c r="{place}"')) + 3
                content = (text[:start] + value + text[text.index("</v>", start) :]).encode()
            new.writestr(each, content)
    return made.getvalue()


__all__ = ["Difference", "differences", "formulas_of", "get_column_letter", "spoilt"]
