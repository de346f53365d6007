"""Reported values from files, data frames and rows of dicts into an assessment."""

from __future__ import annotations

from pathlib import Path
from typing import Final, get_args

import attrs
import numpy as np

from cchc_index.assessment.answers import POINTS
from cchc_index.assessment.applicability import Absent, absent_problems
from cchc_index.assessment.assessment import Assessment
from cchc_index.assessment.awaited import Awaited
from cchc_index.assessment.demands import register_problems
from cchc_index.criteria.criteria_set import CriteriaSet
from cchc_index.criteria.tree import STAGES, Stage
from cchc_index.problems.errors import AssessmentError
from cchc_index.problems.problem import Problem
from cchc_index.problems.wanted import want, want_one_of, want_path
from cchc_index.reading.answers import AnswerReader
from cchc_index.reading.declared import Formulas, InputFormat, Rates
from cchc_index.reading.facts import Reported, Reporter
from cchc_index.reading.forms import Form, report_form
from cchc_index.reading.grids.cells import EMPTY, Texts, mark_faults
from cchc_index.reading.listing import units_of
from cchc_index.reading.receiving import receipt_of
from cchc_index.reading.register import read_units
from cchc_index.reading.sources import is_folder, read_tables, table_of
from cchc_index.reading.table_facts import report_table
from cchc_index.reading.tables import Table
from cchc_index.reading.telling import stopped
from cchc_index.values.contexts import own_context
from cchc_index.values.units import Register

_OF_ONE_ROW: Final = ("unit.ranked", "unit.twice", "unit.blank")  #: of a register: the other rows say who is on it
_MOST_NAMED: Final = 3  #: tables that are named where a unit or a value stands in none of them
_WHO: Final = ("unit.missing", "unit.unknown")  #: what is told of who is on the register, and who is not


@own_context
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
    rates: Rates = "",
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
        delimiter: What stands between the cells of the file, and of the register's; by default "," with a decimal point
            and ";" with a comma.
        sheet: The sheet of a workbook; by default the only one that holds something.
        totals: Whether the table has rows of totals, which are then checked against its other rows.
        thousands: What stands between groups of three digits: ".", "," or a space; by default nothing may.
        formulas: What becomes of a workbook's formulas: `refuse`, or `cached` to take the results kept in the file,
            each with a warning.
        rates: `per_cent` where rates above 0 and at most 1 are meant as per cent; by default they are asked about.
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
    want("criteria", criteria, CriteriaSet, how="load_criteria(name)")
    want_one_of("stage", stage, STAGES)
    want("absent", absent, tuple, list)
    for name, said in {"decimal": decimal, "sheet": sheet, "thousands": thousands}.items():
        want(name, said, str)
    want("delimiter", delimiter, str, type(None))
    want("totals", totals, bool)
    want_one_of("formulas", formulas, get_args(Formulas))
    want_one_of("rates", rates, get_args(Rates))
    texts = Texts()
    shapes: list[Form | Table]
    declared = InputFormat(
        decimal=decimal,
        delimiter=delimiter or "",
        sheet=sheet,
        totals=totals,
        thousands=thousands,
        formulas=formulas,
        rates=rates,
    )
    if faults := [Problem(key, None, name, {"found": found}) for name, key, found in mark_faults(declared)]:
        raise AssessmentError(faults)
    if isinstance(data, str | Path):
        want_path("data", data)
        shapes = read_tables(Path(data), str(data), declared, texts, stage=stage, criteria=criteria)
    else:
        shapes = [table_of(data, "rows", texts, criteria, declared)]
    register, problems, inputs = _register(units, shapes, declared)
    if not len(register):
        told = [*(problem for shape in shapes for problem in shape.problems), *problems]
        raise AssessmentError(told or report_shapes(shapes, criteria, register, texts).problems)  # never without a word
    name = str(units) if isinstance(units, str | Path) else ""
    left_out = tuple(Absent(code) for code in absent)
    reported = report_shapes(shapes, criteria, register, texts)
    result = assessment_of(reported, shapes, stage, register_name=name, absent=left_out)
    if not isinstance(result, list):
        if problems:
            raise AssessmentError(problems)
        return attrs.evolve(result, inputs={**result.inputs, **inputs})
    error = AssessmentError([*problems, *beside_register(result, problems)])
    if isinstance(data, str | Path) and is_folder(Path(data)):
        error.receipts = (receipt_of(str(data), shapes, criteria, register),)
    raise error


def _register(
    units: object, shapes: list[Form | Table], declared: InputFormat
) -> tuple[Register, list[Problem], dict[str, str]]:
    """The register, what is wrong with it, and the SHA-256 of its file."""
    if isinstance(units, Register):
        return units, [], {}
    if units is None:
        found = units_of(shapes)
        return (Register(()), found, {}) if isinstance(found, list) else (found, [], {})
    return read_units(units, declared)


def beside_register(found: list[Problem], problems: list[Problem]) -> list[Problem]:
    """Problems of values to be told beside those of the register: where it is in doubt who is on it, not who is not."""
    in_doubt = any(problem.key not in _OF_ONE_ROW for problem in problems)
    return [problem for problem in found if not in_doubt or problem.key not in _WHO]


def report_shapes(shapes: list[Form | Table], criteria: CriteriaSet, register: Register, texts: Texts) -> Reported:
    """The facts that tables and forms report for a set and a register; `texts` is the list they were read with."""
    reporter = Reporter(Reported(criteria, register, texts))
    for shape in shapes:
        if isinstance(shape, Form):
            report_form(reporter, shape)
        else:
            report_table(reporter, shape)
    return reporter.finish()


def assessment_of(
    reported: Reported,
    shapes: list[Form | Table],
    stage: Stage,
    *,
    register_name: str = "",
    absent: tuple[Absent, ...] = (),
    decides: bool = False,
    awaiting: tuple[Awaited, ...] = (),
    names_last: bool = False,
) -> Assessment | list[Problem]:
    """The assessment of reported facts, or all problems.

    Args:
        reported: The facts.
        shapes: The tables and forms they come from.
        stage: The stage they belong to.
        register_name: The register's file.
        absent: Optional nodes that are left out for all units.
        decides: Whether points typed at this stage stand, whatever the rule gives.
        awaiting: Nodes whose values are still to come.
        names_last: Whether last year's result gives what criteria compare with it, so that nobody reports that.
    """
    if reported.crowded:
        return stopped(reported.problems)
    lacking = register_problems(reported.criteria, reported.register, register_name)
    lacking += absent_problems(reported.criteria, absent)
    if lacking:
        return [*reported.problems, *lacking]
    inputs = {shape.name: shape.grid.sha256 for shape in shapes if shape.grid.sha256}
    name = _whose_gap(shapes) or register_name
    reader = AnswerReader(
        reported, stage, inputs, name, absent, decides=decides, awaiting=awaiting, names_last=names_last
    )
    return reader.read()


def points_problems(
    reported: Reported, stage: Stage, absent: tuple[Absent, ...], *, decides: bool, awaiting: tuple[Awaited, ...]
) -> list[Problem]:
    """What is wrong with the points that one assessor gives for some leaves, whatever else is lacking.

    Args:
        reported: The points, for the leaves that are the assessor's.
        stage: The stage they belong to.
        absent: Optional nodes that are left out for all units.
        decides: Whether points stand that the rule never gives.
        awaiting: Nodes whose values are still to come.
    """
    if reported.crowded:
        return stopped(reported.problems)
    if decides:
        reported.anew = {code: np.asarray(fields[POINTS].words != EMPTY) for code, fields in reported.columns.items()}
    only = frozenset(reported.columns)
    result = AnswerReader(reported, stage, {}, "", absent, decides=decides, awaiting=awaiting, only=only).read()
    return result if isinstance(result, list) else []


def _whose_gap(shapes: list[Form | Table]) -> str:
    """Whom to name for a unit that nothing lists: the one table there is, or the folder that its form is missing in."""
    forms = {str(Path(shape.name).parent) for shape in shapes if isinstance(shape, Form)}
    if len(forms) == 1 and forms != {"."}:
        return forms.pop()
    return ", ".join(shape.name for shape in shapes) if len(shapes) <= _MOST_NAMED else ""
