"""Reported values from files, data frames and rows of dicts into an assessment."""

from __future__ import annotations

from pathlib import Path

from cchc_index.assessment.assessment import Absent, Assessment, absent_problems
from cchc_index.criteria.tree import CriteriaSet, Stage
from cchc_index.problems.errors import AssessmentError
from cchc_index.problems.problem import Place, Problem
from cchc_index.reading.answers import AnswerReader, stopped
from cchc_index.reading.columns import Reported, report_table
from cchc_index.reading.declared import FileEntry, Formulas
from cchc_index.reading.receiving import receipt_of
from cchc_index.reading.register import MOST_UNITS, read_register, register_problems
from cchc_index.reading.table_files import read_tables
from cchc_index.reading.tables import Table, table_of
from cchc_index.values.text import folded
from cchc_index.values.units import NO_GROUP, Register, Unit


def read_assessment(
    data: object,
    criteria: CriteriaSet,
    units: object = None,
    *,
    stage: Stage = "final",
    decimal: str = ".",
    delimiter: str | None = None,
    sheet: str = "",
    totals: bool = False,
    thousands: str = "",
    formulas: Formulas = "refuse",
    absent: tuple[str, ...] = (),
) -> Assessment:
    """Read the values reported for a set.

    Args:
        data: The path of a table (.csv, .tsv; .xlsx, .xls, .ods with the extra `office`) or of a folder of them, a
            data frame (pandas, polars, pyarrow: the extra `frames`), or rows of dicts whose values are texts,
            `decimal.Decimal`, int, bool or None.
        criteria: The set.
        units: The register: a `Register`, a file, rows of dicts or `Unit` values. Without it the units are those of
            the data.
        stage: The stage the values belong to.
        decimal: How the file writes decimals, "." or ",".
        delimiter: What stands between the file's cells; by default "," with a decimal point and ";" with a comma.
        sheet: The sheet of a workbook; by default the only one that holds something.
        totals: Whether the table has rows of totals, which are then checked against its other rows.
        thousands: What stands between groups of three digits: ".", "," or a space; by default nothing may.
        formulas: What becomes of a workbook's formulas: `refuse`, or `cached` to take the results kept in the file,
            each with a warning.
        absent: Codes of optional nodes that are left out for all units.

    Raises:
        AssessmentError: The data has problems; all of them are in ``.problems``.
        MissingExtraError: It is a data frame or a workbook, and the extra for it is not installed.

    Example:
        >>> import cchc_index
        >>> criteria = cchc_index.load_criteria("moha-provinces-2017")
        >>> row = {"unit": "a"} | {str(area): "5" for area in range(1, 9)}
        >>> cchc_index.score(criteria, read_assessment([row], criteria))["a"].index
        Decimal('40.00')
    """
    if isinstance(data, str | Path):
        file = FileEntry(
            str(data),
            decimal=decimal,
            delimiter=delimiter or "",
            sheet=sheet,
            totals=totals,
            thousands=thousands,
            formulas=formulas,
        )
        tables = read_tables(Path(data), str(data), file, stage=stage, criteria=criteria)
    else:
        tables = [table_of(data)]
    register = read_register(units) if units is not None else units_of(tables)
    if isinstance(register, list):
        raise AssessmentError([*(problem for table in tables for problem in table.problems), *register])
    name = str(units) if isinstance(units, str | Path) else ""
    left_out = tuple(Absent(code) for code in absent)
    try:
        return assessment_of(tables, criteria, register, stage, register_name=name, absent=left_out)
    except AssessmentError as error:
        if isinstance(data, str | Path) and Path(data).is_dir():
            error.receipts = (receipt_of(str(data), tables, criteria, register),)
        raise


def assessment_of(
    tables: list[Table],
    criteria: CriteriaSet,
    register: Register,
    stage: Stage,
    *,
    register_name: str = "",
    absent: tuple[Absent, ...] = (),
) -> Assessment:
    """An assessment of the tables' values.

    Raises:
        AssessmentError: There are problems; all of them are in ``.problems``.
    """
    reported = report_tables(tables, criteria, register)
    result = read_reported(reported, tables, stage, register_name=register_name, absent=absent)
    if isinstance(result, list):
        raise AssessmentError(result)
    return result


def report_tables(tables: list[Table], criteria: CriteriaSet, register: Register) -> Reported:
    """The texts that tables report for a set and a register."""
    reported = Reported(criteria, register)
    for table in tables:
        report_table(reported, table)
    return reported


def read_reported(
    reported: Reported,
    tables: list[Table],
    stage: Stage,
    *,
    register_name: str = "",
    absent: tuple[Absent, ...] = (),
) -> Assessment | list[Problem]:
    """The assessment of reported texts, or all problems."""
    if reported.crowded:
        return stopped(reported.problems)
    lacking = register_problems(reported.criteria, reported.register, register_name)
    lacking += absent_problems(reported.criteria, absent)
    if lacking:
        return [*reported.problems, *lacking]
    marked = any(table.marked for table in tables)
    inputs = {table.name: table.sha256 for table in tables if table.sha256}
    name = _whose_gap(tables) or register_name
    return AnswerReader(reported, stage, marked, inputs, name, absent).read()


def _whose_gap(tables: list[Table]) -> str:
    """Whom to name for a unit that nothing lists: the one table there is, or the folder that its form is missing in."""
    forms = {str(Path(table.name).parent) for table in tables if table.form is not None}
    if len(forms) == 1:
        return forms.pop()
    return tables[0].name if len(tables) == 1 else ""


def units_of(tables: list[Table]) -> Register | list[Problem]:
    """The units that tables list, where there is no register."""
    units: dict[str, Unit] = {}
    names: dict[str, str] = {}
    problems: list[Problem] = []
    for table in tables:
        if "unit" not in table.header:
            continue
        own = [(header, number) for number, header in enumerate(table.header) if header in ("unit", "name", "group")]
        for at, (_, cells) in enumerate(table.rows):
            row = {header: cells[number] for header, number in own}
            unit = row["unit"]
            if not unit:
                continue
            if unit in units and not (row.get("name") or row.get("group")):
                continue
            place = table.place(at)
            if (other := names.setdefault(folded(unit), unit)) != unit:
                problems.append(Problem("unit.spelt_two_ways", place, arguments={"unit": unit, "other": other}))
                continue
            found = Unit(unit, row.get("name") or unit, row.get("group") or NO_GROUP)
            first = units.setdefault(unit, found)
            for header, value, expected in (
                ("name", row.get("name"), first.name),
                ("group", row.get("group"), first.group),
            ):
                if value and folded(value) != folded(expected) and expected != (unit if header == "name" else NO_GROUP):
                    arguments = {"unit": unit, "found": value, "expected": expected}
                    problems.append(Problem(f"unit.other_{header}", place, arguments=arguments))
    if len(units) > MOST_UNITS:
        problems.append(Problem("unit.many", Place(tables[0].name), arguments={"most": f"{MOST_UNITS:,}"}))
    return problems or Register(tuple(units.values()))
