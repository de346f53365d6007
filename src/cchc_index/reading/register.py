"""The register of units from a table."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from cchc_index.criteria.tree import CriteriaSet, NotApplicableWhen
from cchc_index.problems.errors import AssessmentError
from cchc_index.problems.problem import Place, Problem
from cchc_index.reading.declared import FileEntry
from cchc_index.reading.table_files import read_table
from cchc_index.reading.tables import Table, table_of
from cchc_index.values.text import folded
from cchc_index.values.units import NO_GROUP, Register, Unit, near_names, yes_or_no

MOST_UNITS: Final = 20_000


def read_register(units: object) -> Register:
    """A register from a `Register`, the path of a table, rows of dicts, a data frame, or a sequence of `Unit`.

    Columns: `unit`, `name`, `group`, `ranked` (yes or no), then any attributes that conditions and rules read.

    Raises:
        AssessmentError: The table has problems.
    """
    if isinstance(units, Register):
        return units
    if isinstance(units, Sequence) and not isinstance(units, str) and all(isinstance(unit, Unit) for unit in units):
        return Register(tuple(units))
    if isinstance(units, str | Path):
        table = read_table(Path(units), str(units), FileEntry(str(units)))
    else:
        table = table_of(units, "units")
    register, problems = register_of(table)
    if problems:
        raise AssessmentError(problems)
    return register


def register_of(table: Table) -> tuple[Register, list[Problem]]:
    """The units of a table, and what is wrong with them."""
    problems = list(table.problems)
    if table.header and "unit" not in table.header:
        hint = ", ".join(near_names("unit", table.header)) or ", ".join(table.header[:8])
        problems.append(Problem("table.no_unit", Place(table.name, 1), arguments={"found": hint}))
        return Register(()), problems
    if len(table.rows) > MOST_UNITS:
        problems.append(Problem("unit.many", Place(table.name), arguments={"most": f"{MOST_UNITS:,}"}))
        return Register(()), problems
    units: list[Unit] = []
    seen: dict[str, int] = {}
    for line, cells in table.rows:
        row = dict(zip(table.header, cells, strict=True))
        unit = row.pop("unit")
        place = Place(table.name, line, unit=unit or None)
        if not unit:
            problems.append(Problem("unit.blank", place))
            continue
        if (first := seen.setdefault(folded(unit), line)) != line:
            problems.append(Problem("unit.twice", place, arguments={"unit": unit, "first": str(first)}))
            continue
        ranked = yes_or_no(row.pop("ranked", "yes") or "yes")
        if ranked is None:
            problems.append(Problem("unit.ranked", Place(table.name, line, unit=unit, header="ranked")))
        name, group = row.pop("name", "") or unit, row.pop("group", "") or NO_GROUP
        units.append(Unit(unit, name, group, ranked is not False, row))
    return Register(tuple(units)), problems


def register_problems(criteria: CriteriaSet, register: Register, name: str) -> list[Problem]:
    """What a set asks of the register: the columns of its conditions, ranking and bands."""
    problems: list[Problem] = []
    place = Place(name) if name else None
    known = ("unit", "name", "group", "ranked", *dict.fromkeys(key for unit in register for key in unit.attributes))
    for node in criteria:
        condition = node.criterion.not_applicable
        if isinstance(condition, NotApplicableWhen):
            problems += _condition_problems(node.criterion.code, condition.when, register, known, name)
    for column in criteria.rank.within:
        if column not in known:
            arguments = {"column": column, "known": ", ".join(known)}
            problems.append(Problem("unit.no_rank_column", place, arguments=arguments))
    for reader, columns in _readers(criteria):
        for column in columns:
            if column not in known:
                arguments = {"column": column, "name": reader, "known": ", ".join(known)}
                problems.append(Problem("unit.no_rule_column", place, arguments=arguments))
    groups = criteria.classify.classifier.groups if criteria.classify else None
    for group in dict.fromkeys(unit.group for unit in register):
        if groups is not None and group not in groups:
            arguments = {"group": group, "known": ", ".join(groups)}
            problems.append(Problem("unit.no_bands", place, arguments=arguments))
    return problems


def _readers(criteria: CriteriaSet) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What reads columns of the register, and which."""
    for leaf in criteria.leaves:
        if leaf.criterion.rule is not None:
            yield f"{leaf.criterion.rule.name} ({leaf.criterion.code})", leaf.criterion.rule.rule.columns
    if criteria.classify is not None:
        yield criteria.classify.name, criteria.classify.classifier.columns


def _condition_problems(
    code: str, when: Mapping[str, str], register: Register, known: tuple[str, ...], name: str
) -> list[Problem]:
    problems = []
    for column, wanted in when.items():
        if column not in known:
            arguments = {"code": code, "column": column, "known": ", ".join(known)}
            problems.append(Problem("unit.no_column", Place(name) if name else None, arguments=arguments))
            continue
        for unit in register:
            found = unit.column(column) or ""
            if not found or (yes_or_no(wanted) is not None and yes_or_no(found) is None):
                place = Place(name or "units", unit=unit.id, header=f"{column} ({unit.id})")
                arguments = {"code": code, "found": found, "wanted": wanted}
                problems.append(Problem("unit.condition", place, arguments=arguments))
    return problems
