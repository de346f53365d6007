"""The register of units from a table."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from cchc_index.problems.errors import AssessmentError
from cchc_index.problems.problem import Place, Problem
from cchc_index.reading.declared import InputFormat
from cchc_index.reading.facts import ANYTHING, MOST_UNITS
from cchc_index.reading.forms import Form
from cchc_index.reading.grids.cells import Texts
from cchc_index.reading.sources import read_table, table_of
from cchc_index.reading.tables import Table
from cchc_index.values.contexts import own_context
from cchc_index.values.text import folded, look, unquiet
from cchc_index.values.units import NO_GROUP, Register, Unit, near_names, yes_or_no


@own_context
def read_register(units: object, declared: InputFormat | None = None) -> Register:
    """A register from a `Register`, the path of a table, rows of dicts, a data frame, or a sequence of `Unit`.

    Columns: `unit`, `name`, `group`, `ranked` (yes or no), then any attributes that conditions and rules read.

    Args:
        units: The register.
        declared: How its file is to be read. Without a declared delimiter a plain file is read as such, since a table
            with decimal commas often comes with one.

    Raises:
        AssessmentError: The table has problems.
    """
    register, problems, _ = read_units(units, declared or InputFormat())
    if problems:
        raise AssessmentError(problems)
    return register


def read_units(units: object, declared: InputFormat) -> tuple[Register, list[Problem], dict[str, str]]:
    """The register that `read_register` reads, with what is wrong with it and the SHA-256 of its file, by its name."""
    if isinstance(units, Register):
        return units, [], {}
    if isinstance(units, Sequence) and not isinstance(units, str) and all(isinstance(unit, Unit) for unit in units):
        return Register(tuple(units)), [], {}
    shape = _read(Path(units), declared) if isinstance(units, str | Path) else table_of(units, "units", Texts())
    register, problems = register_of(shape)
    return register, problems, {shape.name: shape.grid.sha256} if shape.grid.sha256 else {}


def _read(path: Path, declared: InputFormat) -> Form | Table:
    """A register's table: as declared, or plain where it turns out to be."""
    plain = InputFormat(delimiter=declared.delimiter)
    shape = read_table(path, str(path), plain, Texts())
    other = next((each.arguments["other"] for each in shape.problems if each.key == "table.delimiter"), "")
    if not declared.delimiter and isinstance(other, str) and other:  # one column of that name is no register
        mark = other.replace("\\t", "\t")
        return read_table(path, str(path), InputFormat(delimiter=mark, decimal=declared.decimal), Texts())
    return shape


def register_of(table: Form | Table) -> tuple[Register, list[Problem]]:
    """The units of a table, and what is wrong with them."""
    problems = list(table.problems)
    if not isinstance(table, Form) and not table.header:  # what keeps it from being read is told
        return Register(()), problems
    if isinstance(table, Form) or not table.lists_units:
        header = () if isinstance(table, Form) else table.header
        hint = ", ".join(near_names("unit", header)) or ", ".join(header[:8])
        key = "table.no_unit" if len(header) != 1 else "table.one_column"  # of what is no table nothing is repeated
        problems.append(Problem(key, Place(table.name, 1), arguments={"found": hint}))
        return Register(()), problems
    if len(table.rows) > MOST_UNITS and table.grid.sha256:
        problems.append(Problem("unit.many", Place(table.name), arguments={"most": f"{MOST_UNITS:,}"}))
        return Register(()), problems
    units: list[Unit] = []
    seen: dict[str, int] = {}
    looks: dict[str, str] = {}
    for number, cells in zip(table.rows.tolist(), table.records(), strict=True):
        line = int(table.grid.lines[number])
        row = dict(zip(table.header, map(unquiet, cells) if table.grid.sha256 else cells, strict=True))
        unit = row.pop("unit")
        place = table.place(number)
        if not unit:
            if ANYTHING not in table.doubts:  # then it is told what is wrong with it
                problems.append(Problem("unit.blank", place))
            continue
        if (first := seen.setdefault(folded(unit), line)) != line:
            problems.append(Problem("unit.twice", place, arguments={"unit": unit, "first": str(first)}))
            continue
        if (other := looks.setdefault(look(unit), unit)) != unit:
            problems.append(Problem("unit.looks_alike", place, arguments={"unit": unit, "other": other}))
        ranked = yes_or_no(row.pop("ranked", "yes") or "yes")
        if ranked is None:
            problems.append(Problem("unit.ranked", table.place(number, table.columns[table.header.index("ranked")])))
        name, group = row.pop("name", "") or unit, row.pop("group", "") or NO_GROUP
        units.append(Unit(unit, name, group, ranked is not False, row))
    if not units and not problems:
        problems.append(Problem("table.no_rows", Place(table.name)))
    return Register(tuple(units)), problems
