"""The files of a folder into its receipt."""

from __future__ import annotations

from pathlib import Path

from cchc_index.criteria.criteria_set import CriteriaSet
from cchc_index.problems.receipts import Receipt
from cchc_index.reading.forms import Form
from cchc_index.reading.tables import Table
from cchc_index.values.units import Register


def receipt_of(folder: str, shapes: list[Form | Table], criteria: CriteriaSet, register: Register) -> Receipt:
    """Which units of the register the tables and forms of a folder are from."""
    files: dict[str, list[str]] = {}
    unreadable: list[str] = []
    other_set: list[str] = []
    unknown: list[str] = []
    for shape in shapes:
        if shape.name.rstrip("/") == folder.rstrip("/"):  # no file has come yet
            continue
        file = Path(shape.name).name
        head = shape.head if isinstance(shape, Form) else None
        if not shape.grid.whole or not shape.lists_units:
            unreadable.append(file)
        elif head is not None and head.criteria and head.criteria != criteria.name:
            other_set.append(file)
        else:
            units = list(dict.fromkeys(unit for unit, *_ in shape.units() if unit))
            if any(unit not in register.rows for unit in units):
                unknown.append(file)
            for unit in units:
                if unit in register.rows:
                    files.setdefault(unit, []).append(file)
    return Receipt(
        folder,
        len(register),
        {unit: found[0] for unit, found in files.items()},
        tuple(unit.id for unit in register if unit.id not in files),
        {unit: tuple(found) for unit, found in files.items() if len(found) > 1},
        tuple(unreadable),
        tuple(other_set),
        tuple(unknown),
    )
