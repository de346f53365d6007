"""The files of a folder into its receipt."""

from __future__ import annotations

from pathlib import Path

from cchc_index.criteria.tree import CriteriaSet
from cchc_index.problems.receipts import Receipt
from cchc_index.reading.tables import Table
from cchc_index.values.units import Register


def receipt_of(folder: str, tables: list[Table], criteria: CriteriaSet, register: Register) -> Receipt:
    """Which units of the register the tables of a folder are from."""
    files: dict[str, list[str]] = {}
    unreadable: list[str] = []
    other_set: list[str] = []
    unknown: list[str] = []
    for table in tables:
        if table.name.rstrip("/") == folder.rstrip("/"):  # no file has come yet
            continue
        file, form = Path(table.name).name, table.form
        if not table.whole or not table.header or (form is not None and not form.unit):
            unreadable.append(file)
        elif form is not None and (
            (form.criteria and form.criteria != criteria.name) or (form.sha256 and form.sha256 != criteria.sha256)
        ):
            other_set.append(file)
        else:
            units = _units_in(table)
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


def _units_in(table: Table) -> tuple[str, ...]:
    if table.form is not None:
        return (table.form.unit,)
    if "unit" not in table.header:
        return ()
    at = table.header.index("unit")
    return tuple(dict.fromkeys(cells[at] for _, cells in table.rows if cells[at]))
