"""A workbook computed anew by an engine that shares nothing with the library: each formula beside its stored result."""

from __future__ import annotations

import html
import io
import re
import tempfile
import zipfile
from pathlib import Path

import ironcalc
import openpyxl
from openpyxl.utils.cell import coordinate_to_tuple

Difference = tuple[str, str, object, object]


_FORMULA = re.compile(r'<c r="([A-Z]+[0-9]+)"([^>]*)><f>([^<]*)</f><v>([^<]*)</v>')
_SHEET = re.compile(r'<sheet name="([^"]*)"')


def formulas_of(data: bytes) -> dict[tuple[str, str], tuple[str, object]]:
    """Each formula by sheet and cell, with the result that is stored with it, as they stand in the file."""
    found: dict[tuple[str, str], tuple[str, object]] = {}
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for number, name in enumerate(sheet_names(data), 1):
            text = package.read(f"xl/worksheets/sheet{number}.xml").decode()
            assert text.count("<f>") == len(_FORMULA.findall(text)), "a formula without a stored result"
            for place, look, formula, value in _FORMULA.findall(text):
                stored = html.unescape(value) if 't="str"' in look else float(value)
                found[name, place] = (f"={html.unescape(formula)}", stored)
    return found


def computed(data: bytes) -> ironcalc.Model:
    """The workbook with every formula computed anew; stored results are not looked at."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "book.xlsx"
        path.write_bytes(data)
        model = ironcalc.load_from_xlsx(str(path), "en", "UTC", "en")
    model.evaluate()
    return model


def differences(data: bytes) -> list[Difference]:
    """The formulas whose result is another when it is computed anew: sheet, cell, stored, computed."""
    model, names = computed(data), sheet_names(data)
    found: list[Difference] = []
    for (sheet, place), (_, stored) in formulas_of(data).items():
        value = model.get_cell_value(names.index(sheet), *coordinate_to_tuple(place))
        if value != stored:
            found.append((sheet, place, stored, value))
    return found


def sheet_names(data: bytes) -> list[str]:
    """The names of the sheets, in their order."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return [html.unescape(name) for name in _SHEET.findall(package.read("xl/workbook.xml").decode())]


def texts_of(data: bytes, sheet: str) -> list[str]:
    """All texts of a sheet, row by row."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    return [str(each.value) for row in book[sheet].iter_rows() for each in row if each.value is not None]


def spoilt(data: bytes, sheet: str, place: str, value: str) -> bytes:
    """The workbook with another stored result for one formula."""
    name = f"xl/worksheets/sheet{sheet_names(data).index(sheet) + 1}.xml"
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for each in old.namelist():
            content = old.read(each)
            if each == name:
                stored = re.compile(f'(<c r="{place}"[^>]*><f>[^<]*</f><v>)[^<]*(</v>)')
                text, count = stored.subn(rf"\g<1>{value}\g<2>", content.decode())
                assert count == 1, f"{sheet}!{place} holds no formula"
                content = text.encode()
            new.writestr(each, content)
    return made.getvalue()
